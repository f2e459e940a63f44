"""Talks told by a noun: "during talks between A and B", "in a meeting with A", "their phone call", "the A-B forum"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.places import Place, place_in
from sphinx_bilateral.extract.actors.sharing import event_subject
from sphinx_bilateral.extract.dates.dates import Tense
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, finite_before, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, period
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF, Found, Status, status_of_standing
from sphinx_bilateral.extract.talks.talk_parts import (
    between,
    found_by_verb,
    is_many_sided,
    is_of_two,
    object_of,
    parties_of,
    people_of,
)
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

_CALLS = ("phone", "telephone", "telephonic", "video call", "virtual call", "call by phone", "talks over", "talks by")
_LEADS = {"during", "in", "at", "after", "following", "of", "for"}
_SETTINGS = {"after", "during", "at", "following", "in"}
_OF_TWO = {"bilateral talks", "bilateral meeting", "delegation-level talks", "bilateral consultations"}
_AFTER = {"after", "following", "since"}


def find_named_talks(reading: Reading, sentence: Sentence, taken: list[Range], used: set[int]) -> Iterator[Found]:
    """Yield the talks that a noun tells, but for those *taken* by a session or *used* by a verb."""
    for index in sentence.places("body", "session"):
        unit = sentence.units[index]
        if index in used or any(start <= unit.start < end for start, end in taken):
            continue
        if taken and sentence.units[index].has("body") and _holds_session(sentence, index):
            continue
        if unit.has("session") and sentence.low(index + 1) == "of" and (found := _of_body(reading, sentence, index)):
            yield found
        elif (
            sentence.low(index + 1) in {"between", "with", "of"} and _is_talks(unit) and not unit.low.startswith(_CALLS)
        ):
            yield from _with(reading, sentence, index)
        elif _is_talks(unit) and (found := _into(reading, sentence, index) or _of_both(reading, sentence, index)):
            yield found
        elif unit.tags.get("body") in {"forum", "business_forum", "summit"}:
            yield from _forum(reading, sentence, index)


def _holds_session(sentence: Sentence, at: int) -> bool:
    """Tell whether the body at *at* holds the session that was found: "the forum will hold its second meeting"."""
    following = range(at + 1, min(at + 8, len(sentence.units)))
    return any(sentence.low(index) in {"its", "their"} for index in following)


def _is_talks(unit: Unit) -> bool:
    return unit.tags.get("body") in {"talks", "consultations", "summit"} or unit.low in {"meeting", "meetings"}


def _with(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
    """Read "during talks between A and B", "in a meeting with A on Tuesday"."""
    first = _start(sentence, at)
    two = sentence.low(at + 1) in {"between", "of"}
    other = between(reading, sentence, at + 1) if two else object_of(reading, sentence, at + 1)
    if sentence.low(at + 1) == "of" and (other is None or not _are_both(reading, sentence, at, other)):
        return
    if other is None or not (other.people or other.codes) or is_many_sided(reading, sentence, first, at):
        return
    status, unsure, verb = _status(sentence, first, other.last)
    if status is None:
        return
    expression = expression_after(reading, sentence, other.last)
    if expression is None and verb is not None:
        expression = expression_of(reading, sentence, verb)
    tense: Tense = "future" if status == "scheduled" else "past"
    date, end = period(reading, sentence, expression, tense) if expression else (None, other.last)
    owner = _owner(reading, sentence, first) or (_speaker(reading, sentence, at, other) if not two else None)
    if owner is None and not two and len(other.codes) > 1:
        other = Actor(other.first, other.last, other.kind, (), other.people)  # with several, and who it is not said
    if owner is None and len(other.codes) == 1 and (side := reading.other(other.codes[0])) is not None:
        owner = Actor(at, at, "office", (side,))
    place = place_in(sentence, other.last, min(clause_end(sentence, other.last + 1), other.last + 12))
    yield Found(
        sentence.units[at].tags.get("body", "talks"), [reading.range_of(sentence, first, max(other.last, end))],
        "meeting.noun", None, _ordinal(sentence, first, at), parties_of(reading, sentence, owner, other), date, place,
        status, people_of(owner, other), unsure=unsure,
    )  # fmt: skip


def _are_both(reading: Reading, sentence: Sentence, at: int, other: Actor) -> bool:
    """Tell whether it is a "meeting of the foreign ministers of A and B", and not one of an A-B body."""
    meeting = sentence.low(at) in {"meeting", "meetings"} and sentence.cls(other.last + 1) not in "-NSMAlL"
    return meeting and set(other.codes) == set(reading.both_in(sentence))


def _of_body(reading: Reading, sentence: Sentence, at: int) -> Found | None:
    """Read "the two-day meeting of the A-B joint committee ended on Friday"."""
    body = next((n for n in range(at + 2, min(at + 12, len(sentence.units))) if sentence.units[n].has("body")), None)
    if body is None or set("VXEq;,") & set(sentence.classes[at + 1 : body]):
        return None
    codes = _named(reading, sentence, at, body)
    kind, both = sentence.units[body].tags["body"], reading.both_in(sentence)
    if not codes <= set(both) or (len(codes) < 2 and not is_of_two(reading, sentence, at + 1, body, kind)):
        return None
    first = _start(sentence, at)
    status, unsure, verb = _status(sentence, first, body)
    if status is None or is_many_sided(reading, sentence, first, body):
        return None
    expression = expression_after(reading, sentence, body)
    if expression is None and verb is not None:
        expression = expression_of(reading, sentence, verb)
    tense: Tense = "future" if status == "scheduled" else "past"
    date, end = period(reading, sentence, expression, tense) if expression else (None, body)
    place = place_in(sentence, body, min(clause_end(sentence, body + 1), body + 12))
    return Found(
        kind, [reading.range_of(sentence, first, max(body, end))], "meeting.of-body",
        reading.words_of(sentence, at + 2 + (sentence.cls(at + 2) == "e"), body), None, both, date, place, status,
        unsure=unsure,
    )  # fmt: skip


def _named(reading: Reading, sentence: Sentence, at: int, body: int) -> set[str]:
    """Return the sides in the name of a body, or after "between" behind it."""
    two = next((n for n in range(body + 1, min(body + 5, len(sentence.units))) if sentence.low(n) == "between"), None)
    other = between(reading, sentence, two) if two is not None else None
    units = sentence.units[at : other.last + 1 if other is not None else body]
    return {code for unit in units if unit.cls in "CD" and (code := code_of(unit)) is not None}


def _into(reading: Reading, sentence: Sentence, at: int) -> Found | None:
    """Read "A and B engaged in bilateral talks": both are the subject."""
    lead = _start(sentence, at) - 1
    verb = lead - 1
    into = sentence.low(lead) in {"in", "into"} and verb > 0 and sentence.units[verb].has("intotalks")
    group = verb_group(sentence, verb) if into else None
    actor = event_subject(reading, sentence, group) if group is not None else None
    if group is None or actor is None or len(actor.codes) < 2 or is_many_sided(reading, sentence, lead, at):
        return None
    kind = sentence.units[at].tags.get("body", "talks")
    return found_by_verb(reading, sentence, group, kind, "meeting.into", actor, None, at)


def _of_both(reading: Reading, sentence: Sentence, at: int) -> Found | None:
    """Read "A and B agreed after talks in Lima on Monday", "at a meeting in Lima on Monday between A and B"."""
    first, noun = _start(sentence, at), at
    named = any(sentence.classes[index] in "CD" for index in range(first, at))
    if named or sentence.low(first - 1) not in _SETTINGS or is_many_sided(reading, sentence, first, at):
        return None
    at += _held_after(sentence, at)
    place, date, last = _where_when(reading, sentence, at)
    placed = place != (None, None) or date is not None
    if not placed and not (sentence.low(first - 1) in _AFTER and sentence.low(noun) in _OF_TWO):
        return None
    two = next((n for n in range(at + 1, min(last + 4, len(sentence.units))) if sentence.low(n) == "between"), None)
    actor = between(reading, sentence, two) if two is not None else _both_subject(reading, sentence, first, last)
    if actor is None or len(actor.codes) != 2 or not (placed or set(actor.codes) == set(reading.both_in(sentence))):
        return None
    last = max(last, actor.last) if two is not None else last
    status, unsure, _ = _status(sentence, first, last)
    if status != "held":
        return None
    kind, span = sentence.units[noun].tags.get("body", "talks"), reading.range_of(sentence, first, last)
    return Found(
        kind, [span], "meeting.of-both", None, None, actor.codes, date, place, status, people_of(actor), unsure=unsure
    )


def _where_when(reading: Reading, sentence: Sentence, at: int) -> tuple[Place, str | None, int]:
    """Return place and date after talks at *at*, and the last unit of the date: "at the Palace in Lima on Monday"."""
    end = min(clause_end(sentence, at + 1), at + (14 if sentence.cls(at) == "V" else 8))
    city = next((index for index in range(at + 1, end) if sentence.classes[index] == "K"), at)
    expression = expression_after(reading, sentence, at) or expression_after(reading, sentence, city)
    date, last = period(reading, sentence, expression, "past") if expression else (None, at)
    return place_in(sentence, at + 1, end), date, last


def _held_after(sentence: Sentence, at: int) -> bool:
    """Tell whether "held" follows the talks at *at* and says where or when: "in a meeting held in Lima"."""
    verb = sentence.units[at + 1] if at + 1 < len(sentence.units) else None
    return (
        verb is not None and verb.tags.get("meet") == "hold" and verb.low == "held" and sentence.cls(at + 2) in "pwtv"
    )


def _both_subject(reading: Reading, sentence: Sentence, first: int, last: int) -> Actor | None:
    """Return the two who are the subject of the verb around the units from *first* to *last*."""
    before = finite_before(sentence, first)
    later = (n for n in range(last + 1, len(sentence.units)) if sentence.classes[n] == "V")
    verb = before if before is not None and sentence.classes[before] == "V" else next(later, None)
    group = verb_group(sentence, verb) if verb is not None else None
    actor = event_subject(reading, sentence, group) if group is not None and group.mood == "finite" else None
    return actor if actor is not None and actor.kind in {"person", "states", "both"} else None


def _start(sentence: Sentence, at: int) -> int:
    """Return the index of the first unit of the noun phrase of talks at *at*."""
    first = at
    while first > 0 and at - first < 8 and sentence.classes[first - 1] in "lLSO#-CDMs":
        first -= 1
    return first - (sentence.cls(first - 1) == "e")


def _owner(reading: Reading, sentence: Sentence, first: int) -> Actor | None:
    """Return whose talks they are: "P's talks with", "his talks with"."""
    if sentence.cls(first - 1) == "'":
        return next(
            (actor for actor in reading.actors[sentence.index] if actor.first < first - 1 <= actor.last + 1), None
        )
    if sentence.low(first) in {"his", "her"} and (person := reading.speaker_before(sentence, first)) is not None:
        return Actor(first, first, "person", (person.side,) if person.side else (), (person,))
    return None


def _speaker(reading: Reading, sentence: Sentence, at: int, other: Actor) -> Actor | None:
    """Return the person who is the subject of the clause that talks with *other* are the setting of."""
    verbs = [n for n in range(len(sentence.units)) if sentence.classes[n] == "V" and abs(n - at) < 25]
    for verb in sorted(verbs, key=lambda n: (n > at, abs(n - at))):
        group = verb_group(sentence, verb)
        subject = event_subject(reading, sentence, group) if group is not None and group.mood == "finite" else None
        if subject is not None and len(subject.people) == 1:
            return subject if not any(person is subject.people[0] for person in other.people) else None
    return None


def _ordinal(sentence: Sentence, first: int, at: int) -> int | None:
    """Return the ordinal of a series that meets regularly: "the 10th regular meeting"."""
    words = {sentence.low(index) for index in range(first, at)}
    for index in range(first, at):
        unit = sentence.units[index]
        digits = unit.tags.get("ordinal") or "".join(char for char in unit.text if char.isdecimal())
        if unit.cls == "O" and digits and (int(digits) > 3 or words & {"regular", "annual"}):
            return int(digits)
    return None


def _status(sentence: Sentence, first: int, last: int) -> tuple[Status | None, tuple[str, ...], VerbGroup | None]:
    """Return how talks stand by what leads to them and by the verb of their clause; nothing where they are only named.

    The third value is the verb that says when they take place, if one does.
    """
    lead = first - 1
    while sentence.cls(lead) in "'NTHDl" and first - lead < 8:
        lead -= 1
    word = sentence.low(lead)
    if any(sentence.units[index].has("nextmark") for index in range(lead + 1, last)):
        return None, (), None
    if word in {"ahead of", "before", "until"}:
        return "scheduled", ("status",), None
    held = sentence.units[lead].tags if lead >= 0 else {}
    whole = held.get("verb") == "hold" or sentence.units[last].has("body")
    if held.get("meet") == "hold" and whole and (chair := verb_group(sentence, lead)) is not None:
        status, unsure = status_of_standing(standing_of(sentence, chair))
        return status, ("status",) if chair.mood != "finite" else unsure, chair
    if word == "by" and sentence.low(lead - 1) in {"preceded", "followed", "marked"}:
        return _by_verb(sentence, verb, word, first) if (verb := verb_group(sentence, lead - 1)) else (None, (), None)
    if held.get("verb") == "include" and (verb := verb_group(sentence, lead)) is not None and verb.mood == "finite":
        return ("held", (), None) if standing_of(sentence, verb) == "done" else (None, (), None)
    if word == "of" and sentence.low(lead - 1) == "part":
        return None, (), None
    if word == "for" or (word not in _LEADS and lead >= 0 and sentence.cls(lead) not in ',;:"h'):
        return None, (), None
    if word in _AFTER:
        return "held", (), None
    governor = finite_before(sentence, lead) if word in _LEADS else None
    if governor is None or sentence.classes[governor] != "V":
        later = (n for n in range(last + 1, len(sentence.units)) if sentence.classes[n] == "V")
        governor = next((n for n in later if (one := verb_group(sentence, n)) and one.mood != "gerund"), None)
    group = verb_group(sentence, governor) if governor is not None else None
    if group is None or (group.head > last and word in _LEADS and _is_past(sentence, last, group.first)):
        return "held", (), None
    return _by_verb(sentence, group, word, first)


def _is_past(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a verb in the past that the lexicon has not stands there: "In a meeting with P, Q harangued"."""
    return any(
        sentence.classes[index] == "l" and sentence.low(index).endswith("ed") and sentence.cls(index - 1) in "TNbvB"
        for index in range(first + 1, last)
    )


def _by_verb(
    sentence: Sentence, group: VerbGroup, word: str, first: int
) -> tuple[Status | None, tuple[str, ...], VerbGroup | None]:
    """Return how talks stand whose clause has this verb; after it they are its setting, before it its subject."""
    unit, standing = sentence.units[group.head], standing_of(sentence, group)
    subject = group.head > first and word not in _LEADS
    if subject and unit.tags.get("verb") in CALLED_OFF:
        return CALLED_OFF[unit.tags.get("verb", "")], () if standing == "done" else ("status",), None
    if subject and (unit.has("takeplace") or unit.tags.get("meet") == "hold"):
        if unit.has("schedule") and group.passive:
            return "scheduled", (), group
        status, unsure = status_of_standing(standing)
        return status, unsure, group
    if standing in {"ahead", "open"}:
        agenda = word == "of" and "agenda" in {sentence.low(index) for index in range(max(0, first - 4), first)}
        sure = group.modal in {"will", "would"} and (agenda or (word != "of" and group.head < first))
        return "scheduled", () if sure else ("status",), None
    return ("held", (), None) if standing in {"done", "ongoing"} else (None, (), None)


def _forum(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
    """Read "speaking at a Sino-Kenyan trade forum in Lima", "the A-B Investment Conference, which will take place"."""
    first = at
    while first > 0 and at - first < 9 and sentence.classes[first - 1] in "lLSCDNM-k#":
        first -= 1
    codes = tuple(dict.fromkeys(
        code for unit in sentence.units[first:at] if unit.cls in "CD" and (code := code_of(unit)) is not None
    ))  # fmt: skip
    both = reading.both_in(sentence)
    if len(codes) != 2 or set(codes) != set(both):
        return
    named = first
    while named < at and sentence.classes[named] not in "CDNSM":
        named += 1
    first -= sentence.cls(first - 1) == "e"
    last = at
    if sentence.cls(at + 1) == "(" and sentence.cls(at + 3) == ")":
        last = at + 3
    status, unsure, verb = _forum_status(sentence, first, last)
    expression = expression_after(reading, sentence, max(last, verb))
    tense: Tense = "future" if status == "scheduled" else "past"
    date, end = period(reading, sentence, expression, tense) if expression else (None, max(last, verb))
    yield Found(
        sentence.units[at].tags["body"], [reading.range_of(sentence, first, max(last, end))], "meeting.forum",
        reading.words_of(sentence, named, at), None, codes, date,
        place_in(sentence, last + 1, max(end, min(clause_end(sentence, last + 1), last + 14))), status, unsure=unsure,
    )  # fmt: skip


def _forum_status(sentence: Sentence, first: int, last: int) -> tuple[Status | None, tuple[str, ...], int]:
    """Return the status of a forum, what is unsure, and the index of the verb that says it, or zero."""
    words = {sentence.low(index) for index in range(first, last)}
    if words & {"ongoing", "on-going", "current"}:
        return "ongoing", (), 0
    ahead = any(sentence.units[index].has("nextmark") for index in range(first, last))
    for index in range(last + 1, min(last + 9, len(sentence.units))):
        unit = sentence.units[index]
        if unit.cls == "V" and (unit.has("takeplace") or unit.tags.get("meet") == "hold"):
            group = verb_group(sentence, index)
            if group is not None:
                standing = standing_of(sentence, group)
                kind: Status = "scheduled" if standing in {"ahead", "open"} else "held"
                return kind, () if standing in {"done", "ahead"} else ("status",), index
        if unit.cls in ";." or (unit.cls == "V" and not unit.has("schedule")):
            break
    if ahead:
        return "scheduled", (), 0
    before = first - 1
    if sentence.low(before) in {"at", "during", "of"}:
        verb = next((n for n in range(before - 1, max(-1, before - 3), -1) if sentence.classes[n] == "V"), None)
        spoken = verb is not None and sentence.units[verb].tags.get("verb") in {
            "speak",
            "say",
            "hold",
            "sign",
            "address",
        }
        if spoken:
            return "held", (), 0
    return None, ("status",), 0


def find_calls(reading: Reading, sentence: Sentence, taken: list[Range], used: set[int]) -> Iterator[Found]:
    """Read "their phone call in February", "in a telephone conversation with X"."""
    for at in sentence.places("body"):
        unit = sentence.units[at]
        if (
            at not in used
            and unit.low.startswith(_CALLS)
            and not any(start <= unit.start < end for start, end in taken)
        ):
            yield _call(reading, sentence, at)


def _call(reading: Reading, sentence: Sentence, at: int) -> Found:
    actors = [actor for actor in reading.actors[sentence.index] if actor.kind in {"both", "person", "states"}]
    before = [actor for actor in actors if actor.last < at]
    after = [actor for actor in actors if actor.first > at and actor.first - at < 5]
    if (two := between(reading, sentence, at + 1) if sentence.low(at + 1) == "between" else None) is not None:
        before, after = [], [two]
    parties = parties_of(reading, sentence, before[-1] if before else None, after[0] if after else None)
    expression = expression_after(reading, sentence, after[0].last if two is not None else at)
    date, end = period(reading, sentence, expression, "past") if expression else (None, at)
    first = before[-1].first if before and at - before[-1].last < 8 else at
    future = any(sentence.classes[index] == "X" for index in range(max(0, at - 5), at)) and expression is None
    return Found(
        "call", [reading.range_of(sentence, first, max(at, end))], "meeting.call", None, None, parties, date,
        (None, None), "scheduled" if future else "held", people_of(*before[-1:], *after[:1]),
    )  # fmt: skip
