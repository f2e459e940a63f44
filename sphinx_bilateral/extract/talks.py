"""Talks: who met, received, hosted or telephoned whom, and formats that met or were held."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors import subject_of
from sphinx_bilateral.extract.clauses import VerbGroup, clause_end, clause_start, verb_group
from sphinx_bilateral.extract.event_dates import expression_after, expression_of, tense_of
from sphinx_bilateral.extract.meeting import CALLED_OFF, Found, Status, status_of_standing
from sphinx_bilateral.extract.places import Place, place_in
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.standing import clause_standing, is_announced, standing_of
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence, Unit

_SITTING = {"end", "conclude", "open", "begin", "start", "convene", "reconvene", "resume", "close", "wrap", "hold"}
_HOLDING = _SITTING - {"end", "open", "resume", "close", "wrap"} | {
    "conduct", "launch", "inaugurate", "co-host", "chair",
}  # fmt: skip
_HOLDING_PASSIVE = {
    "hold", "convene", "organise", "organize", "conduct", "launch", "inaugurate", "schedule", "postpone", "cancel",
}  # fmt: skip
_NOT_HELD = {"negotiations", "trade negotiations"}
_CALLS = ("phone", "telephone", "video call")


def find_talks(reading: Reading, sentence: Sentence, taken: list[Range]) -> Iterator[Found]:
    """Yield the meetings of *sentence* that have no ordinal.

    :param taken: places of the sessions that were found in it; nothing is looked for there.
    """
    for index in sentence.places("body", "session", "meet"):
        unit = sentence.units[index]
        if any(start <= unit.start < end for start, end in taken):
            continue
        if unit.has("body") and unit.low.startswith(_CALLS):
            yield from _call(reading, sentence, index)
        elif sentence.low(index + 1) in {"between", "with"} and _is_talks(unit):
            yield from _noun(reading, sentence, index)
        group = verb_group(sentence, index) if unit.cls == "V" and unit.has("meet") else None
        if group is not None and standing_of(sentence, group) != "denied":
            for item in _SENSES[unit.tags["meet"]](reading, sentence, group):
                if not (taken and item.rule == "meeting.sat"):
                    yield item


def _is_talks(unit: Unit) -> bool:
    return unit.tags.get("body") in {"talks", "consultations", "summit"} or unit.low in {"meeting", "meetings"}


def _parties(reading: Reading, sentence: Sentence, *actors: Actor | None) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code for actor in actors if actor for code in actor.codes))
    if len(codes) >= 2:
        return codes
    return reading.both_in(sentence) if len(codes) == 1 and codes[0] in reading.both_in(sentence) else ()


def _people(*actors: Actor | None) -> frozenset[str]:
    return frozenset(person.name for actor in actors if actor for person in actor.people)


def _object(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the actor right after a verb: "met (with) (the) Minister X", "met his Kenyan counterpart"."""
    index = at + 1
    index = _after_setting(sentence, index)
    while sentence.cls(index) in "ve" or sentence.low(index) in {"with", "separately", "his", "her", "their"}:
        index += 1
    for actor in reading.actors[sentence.index]:
        if actor.first >= at + 1 and actor.first <= index + 1:
            return actor
    for probe in range(at + 1, min(at + 6, len(sentence.units))):
        if sentence.cls(probe) == "G" or sentence.low(probe) == "industry":
            return Actor(probe, probe, "office")
        if sentence.units[probe].low.startswith("counterpart"):
            code = code_of(sentence.units[probe - 1])
            return Actor(probe, probe, "office", (code,) if code else ())
    return None


def _after_setting(sentence: Sentence, at: int) -> int:
    """Return the index of "with" after "met here Monday with", "met in Lima on Monday with"; else *at*."""
    probe = at
    while probe - at < 7 and (sentence.cls(probe) in "wtm#KCv" or sentence.low(probe) in {"here", "in", "on", ","}):
        probe += 1
    return probe if sentence.low(probe) == "with" else at


def _when_where(reading: Reading, sentence: Sentence, group: VerbGroup, last: int) -> tuple[str | None, Place, int]:
    end = max(clause_end(sentence, group.head + 1), last + 1)
    expression = expression_of(reading, sentence, group)
    tense = tense_of(group)
    date = reading.date(sentence, expression, "future" if group.modal else tense) if expression else None
    return date, place_in(sentence, group.head, end - 1), max(last, expression.last if expression else last)


def _found(
    reading: Reading,
    sentence: Sentence,
    group: VerbGroup,
    kind: str,
    rule: str,
    actor: Actor | None,
    other: Actor | None,
    last: int,
) -> Iterator[Found]:
    parties = _parties(reading, sentence, actor, other)
    date, place, end = _when_where(reading, sentence, group, last)
    first = min(
        actor.first if actor and clause_start(sentence, group.first) <= actor.first else group.first, group.first
    )
    expression = expression_of(reading, sentence, group)
    if expression is not None and expression.first < first:
        first = expression.first - (sentence.cls(expression.first - 1) == "p")
    status, unsure = _status(sentence, group)
    yield Found(
        kind,
        [reading.range_of(sentence, first, end)],
        rule,
        None,
        None,
        parties,
        date,
        place,
        status,
        _people(actor, other),
        unsure=unsure,
    )


def _status(sentence: Sentence, group: VerbGroup) -> tuple[Status | None, tuple[str, ...]]:
    """Return the status of talks by their verb, and what is unsure."""
    standing = standing_of(sentence, group)
    lemma = sentence.units[group.head].tags["verb"]
    if lemma in CALLED_OFF:
        return CALLED_OFF[lemma], () if standing == "done" else ("status",)
    if clause_standing(sentence, group) == "done" and group.modal is None and group.mood == "finite":
        return "held", ()  # also in the present tense of a report
    return status_of_standing(standing)


def _met(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    if group.mood != "finite" and not (group.mood == "infinitive" and is_announced(sentence, group)):
        return
    sense = sentence.units[group.head].tags["meet"]
    lemma = sentence.units[group.head].tags["verb"]
    actor = subject_of(reading, sentence, group)
    other = _object(reading, sentence, group.head)
    if actor is not None and actor.kind == "body":
        if sentence.units[actor.last].has("body"):
            kind = sentence.units[actor.last].tags["body"]
            yield from _found(
                reading,
                sentence,
                group,
                kind,
                "meeting.body-met",
                Actor(actor.first, actor.last, "body", reading.both_in(sentence)),
                None,
                group.head,
            )
        return
    if sense == "receive" and (other is None or not other.people or lemma == "greet"):
        return
    if actor is None and not (other and other.people):
        return
    if other is None and not (actor and len(actor.codes) >= 2):
        return
    if (
        other is not None
        and other.kind == "states"
        and sense == "meet"
        and sentence.cls(other.first - 1) == "p"
        and sentence.low(other.first - 1) != "with"
    ):
        other = None
        if not (actor and len(actor.codes) >= 2):
            return
    yield from _found(
        reading, sentence, group, "talks", "meeting.met", actor, other, other.last if other else group.head
    )


def _held(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "X and Y held talks", "X held consultations with Y", "talks were held", "will host President Y"."""
    lemma = sentence.units[group.head].tags["verb"]
    if group.mood == "infinitive" and not is_announced(sentence, group):
        return
    body = _body_object(sentence, group.head)
    if lemma == "host":
        yield from _hosted(reading, sentence, group)
    elif group.passive:
        yield from _was_held(reading, sentence, group)
    elif body is None and lemma in _SITTING:
        yield from _sat(reading, sentence, group)
    elif body is not None and lemma in _HOLDING and sentence.units[body].low not in _NOT_HELD:
        yield from _held_talks(reading, sentence, group, body)


def _hosted(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "X will host President Y"."""
    other = _object(reading, sentence, group.head)
    if other is not None and other.people:
        host = subject_of(reading, sentence, group)
        yield from _found(reading, sentence, group, "talks", "meeting.hosted", host, other, other.last)


def _was_held(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "talks were held", "consultations have been postponed"."""
    if sentence.units[group.head].tags["verb"] not in _HOLDING_PASSIVE:
        return
    before = range(group.first - 1, max(-1, group.first - 14), -1)
    subject = next((index for index in before if sentence.units[index].has("body")), None)
    if subject is None or "V" in sentence.classes[subject + 1 : group.first]:
        return
    both = Actor(subject, subject, "body", reading.both_in(sentence))
    kind = sentence.units[subject].tags["body"]
    yield from _found(reading, sentence, group, kind, "meeting.was-held", both, None, group.head)


def _held_talks(reading: Reading, sentence: Sentence, group: VerbGroup, body: int) -> Iterator[Found]:
    """Read "X and Y held talks", "X held consultations with Y"; the format stands at *body*."""
    actor = subject_of(reading, sentence, group)
    if actor is None:
        return
    near = range(body + 1, min(body + 4, len(sentence.units)))
    with_ = next((index for index in near if sentence.low(index) == "with"), None)
    other = _object(reading, sentence, with_) if with_ is not None else None
    if actor.kind == "body":
        actor = Actor(actor.first, actor.last, "body", reading.both_in(sentence))
    kind = sentence.units[body].tags["body"]
    last = max(body, other.last if other else body)
    yield from _found(reading, sentence, group, kind, "meeting.held-talks", actor, other, last)


def _sat(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "the X-Y Joint Commission ended its session", "the dialogue opened in Lima": the body is the subject."""
    subject = subject_of(reading, sentence, group)
    if subject is None or subject.kind != "body":
        return
    at = next((n for n in range(subject.last, subject.first - 1, -1) if sentence.units[n].has("body")), None)
    if at is None or sentence.units[at].has("session"):
        return
    both = Actor(subject.first, subject.last, "body", reading.both_in(sentence))
    kind = sentence.units[at].tags["body"]
    yield from _found(reading, sentence, group, kind, "meeting.sat", both, None, group.head)


def _spoke(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "X spoke by phone with Y", "X telephoned Y"."""
    near = {sentence.low(index) for index in range(group.head, group.head + 8)}
    if group.mood != "finite" or not near & {"phone", "telephone", "telephoned", "phoned", "telephonically"}:
        return
    actor = subject_of(reading, sentence, group)
    with_ = next(
        (
            index
            for index in range(group.head, min(group.head + 8, len(sentence.units)))
            if sentence.low(index) in {"with", "to"}
        ),
        None,
    )
    other = _object(reading, sentence, with_ if with_ is not None else group.head)
    if actor is not None and (other is not None or len(actor.codes) >= 2):
        yield from _found(
            reading, sentence, group, "call", "meeting.spoke", actor, other, max(group.head, other.last if other else 0)
        )


def _body_object(sentence: Sentence, verb: int) -> int | None:
    for index in range(verb + 1, min(verb + 9, len(sentence.units))):
        if sentence.units[index].has("body"):
            return index
        if sentence.classes[index] in 'VEXh;.,q"fp':
            return None
        if sentence.units[index].has("session") and sentence.low(index) in {"meeting", "meetings"}:
            return None
    return None


def _noun(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
    """Read "during talks between A and B", "in a meeting with A on Tuesday"."""
    other = next((actor for actor in reading.actors[sentence.index] if at + 1 < actor.first <= at + 4), None)
    if other is None or not (other.people or other.codes):
        return
    verb = next((n for n in range(at - 1, max(-1, at - 6), -1) if sentence.classes[n] in "VX"), None)
    if verb is not None and sentence.units[verb].has("meet"):
        return
    lead = next((n for n in range(at - 1, max(-1, at - 6), -1) if sentence.classes[n] in "pf,;V"), at)
    if sentence.low(lead) not in {"during", "in", "at", "after", "following", "of"}:
        return
    if any(sentence.units[index].has("nextmark") for index in range(lead, at)):
        return
    ahead = any(
        sentence.units[n].tags.get("modal") in {"will", "would"} for n in range(other.last + 1, len(sentence.units))
    )
    parties = _parties(reading, sentence, other)
    expression = expression_after(reading, sentence, other.last)
    date = reading.date(sentence, expression, "future" if ahead else "past") if expression else None
    last = max(other.last, expression.last if expression else other.last)
    place = place_in(sentence, other.last, min(clause_end(sentence, other.last + 1), other.last + 12))
    kind = sentence.units[at].tags.get("body", "talks")
    own = (
        Actor(at, at, "office", tuple(code for code in (reading.other(other.codes[0]),) if code))
        if len(other.codes) == 1
        else None
    )
    parties = parties or _parties(reading, sentence, own, other)
    yield Found(
        kind,
        [reading.range_of(sentence, at, last)],
        "meeting.noun",
        None,
        None,
        parties,
        date,
        place,
        "scheduled" if ahead else "held",
        _people(other),
        unsure=("status",) if ahead else (),
    )


def _call(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
    """Read "their phone call in February", "in a telephone conversation with X"."""
    actors = [actor for actor in reading.actors[sentence.index] if actor.kind in {"both", "person", "states"}]
    before = [actor for actor in actors if actor.last < at]
    after = [actor for actor in actors if actor.first > at and actor.first - at < 5]
    parties = _parties(reading, sentence, before[-1] if before else None, after[0] if after else None)
    expression = expression_after(reading, sentence, at)
    date = reading.date(sentence, expression, "past") if expression else None
    first = before[-1].first if before and at - before[-1].last < 8 else at
    last = max(at, expression.last if expression else at)
    future = any(sentence.classes[index] == "X" for index in range(max(0, at - 5), at)) and expression is None
    yield Found(
        "call",
        [reading.range_of(sentence, first, last)],
        "meeting.call",
        None,
        None,
        parties,
        date,
        (None, None),
        "scheduled" if future else "held",
        _people(*before[-1:], *after[:1]),
    )


_SENSES = {"meet": _met, "receive": _met, "hold": _held, "speak": _spoke}
