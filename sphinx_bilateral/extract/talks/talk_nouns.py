"""Talks told by a noun: "during talks between A and B", "in a meeting with A", "their phone call", "the A-B forum"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.places import Place, place_in
from sphinx_bilateral.extract.actors.sharing import event_subject
from sphinx_bilateral.extract.dates.dates import Tense
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, finite_before, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, period
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.talks.forums import CALLS, find_forum
from sphinx_bilateral.extract.talks.meeting import Found
from sphinx_bilateral.extract.talks.talk_parts import (
    between,
    found_by_verb,
    is_many_sided,
    is_of_two,
    object_of,
    parties_of,
    people_of,
)
from sphinx_bilateral.extract.talks.talk_standing import AFTER, standing_by_noun
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

_EARLIER = {"previous", "earlier", "past", "preceding", "regular", "prior"}
_SETTINGS = {"after", "during", "at", "following", "in"}
_TELLING = {"tell", "brief", "inform", "assure", "thank", "congratulate"}
_DISCUSSING = {"discuss", "review", "exchange", "explore", "assess"}
_OF_TWO = {"bilateral talks", "bilateral meeting", "delegation-level talks", "bilateral consultations"}


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
            sentence.low(index + 1) in {"between", "with", "of"} and _is_talks(unit) and not unit.low.startswith(CALLS)
        ):
            yield from _with(reading, sentence, index)
        elif _is_talks(unit) and (found := _into(reading, sentence, index) or _of_both(reading, sentence, index)):
            yield found
        elif unit.tags.get("body") in {"forum", "business_forum", "summit"}:
            yield from find_forum(reading, sentence, index)


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
    owner: Actor | None = None
    other = between(reading, sentence, at + 1) if two else object_of(reading, sentence, at + 1)
    if sentence.low(at + 1) == "of" and (met := _of_one_with_another(reading, sentence, at)) is not None:
        owner, other = met
    elif sentence.low(at + 1) == "of" and (other is None or not _are_both(reading, sentence, at, other)):
        return
    if other is None or not (other.people or other.codes) or is_many_sided(reading, sentence, first, at):
        return
    status, unsure, verb = standing_by_noun(sentence, first, other.last)
    if status is None:
        return
    expression = expression_after(reading, sentence, other.last)
    if expression is None and verb is not None:
        expression = expression_of(reading, sentence, verb)
    tense: Tense = "future" if status == "scheduled" else "past"
    date, end = period(reading, sentence, expression, tense) if expression else (None, other.last)
    owner = owner or _owner(reading, sentence, first) or (_speaker(reading, sentence, at, other) if not two else None)
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


def _of_one_with_another(reading: Reading, sentence: Sentence, at: int) -> tuple[Actor, Actor] | None:
    """Return both of "the meeting of P with Q"."""
    one = next((actor for actor in reading.actors[sentence.index] if at + 2 <= actor.first <= at + 3), None)
    if one is None or not one.people or sentence.low(one.last + 1) != "with":
        return None
    other = object_of(reading, sentence, one.last + 1)
    return (one, other) if other is not None and other.people else None


def _are_both(reading: Reading, sentence: Sentence, at: int, other: Actor) -> bool:
    """Tell whether it is a "meeting of the foreign ministers of A and B", and not one of an A-B body."""
    meeting = sentence.low(at) in {"meeting", "meetings"} and sentence.cls(other.last + 1) not in "-NSMAlL"
    return meeting and set(other.codes) == set(reading.both_in(sentence))


def _of_body(reading: Reading, sentence: Sentence, at: int) -> Found | None:
    """Read "the two-day meeting of the A-B joint committee ended on Friday"."""
    body = next((n for n in range(at + 2, min(at + 12, len(sentence.units))) if sentence.units[n].has("body")), None)
    if body is None or set("VXEq;,") & set(sentence.classes[at + 1 : body]):
        return None
    if sentence.low(at - 1) in _EARLIER:
        return None  # "what the previous meeting of the committee decided"
    codes = _named(reading, sentence, at, body)
    kind, both = sentence.units[body].tags["body"], reading.both_in(sentence)
    if not codes <= set(both) or (len(codes) < 2 and not is_of_two(reading, sentence, at + 1, body, kind)):
        return None
    first = _start(sentence, at)
    status, unsure, verb = standing_by_noun(sentence, first, body)
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
    if not placed and not (sentence.low(first - 1) in AFTER and sentence.low(noun) in _OF_TWO):
        return None
    two = next((n for n in range(at + 1, min(last + 4, len(sentence.units))) if sentence.low(n) == "between"), None)
    actor = between(reading, sentence, two) if two is not None else _both_subject(reading, sentence, first, last)
    if actor is None or len(actor.codes) != 2 or not (placed or set(actor.codes) == set(reading.both_in(sentence))):
        return None
    last = max(last, actor.last) if two is not None else last
    status, unsure, _ = standing_by_noun(sentence, first, last)
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
    if actor is None or actor.kind not in {"person", "states", "both"}:
        return None
    return _with_told(reading, sentence, group, actor) if group is not None else actor


def _with_told(reading: Reading, sentence: Sentence, group: VerbGroup, actor: Actor) -> Actor:
    """Return both of "P told Q at a meeting in Lima", "P discussed trade with Q": who speaks there, and to whom."""
    lemma = sentence.units[group.head].tags.get("verb")
    if group.passive or len(actor.codes) != 1:
        return actor
    if lemma in _DISCUSSING and (with_ := _with_whom(sentence, group.head)) is not None:
        other = object_of(reading, sentence, with_)
    else:
        other = object_of(reading, sentence, group.head) if lemma in _TELLING else None
    if other is None or not (actor.people and other.people) or set(other.codes) & set(actor.codes):
        return actor
    codes = tuple(dict.fromkeys((*actor.codes, *other.codes)))
    return Actor(actor.first, other.last, "states", codes, (*actor.people, *other.people))


def _with_whom(sentence: Sentence, verb: int) -> int | None:
    """Return the index of "with" after "discussed" and what was discussed."""
    for index in range(verb + 1, min(verb + 16, sentence.size)):
        if sentence.low(index) == "with":
            return index
        if sentence.classes[index] in 'VEXqh;."':
            return None
    return None


def _start(sentence: Sentence, at: int) -> int:
    """Return the index of the first unit of the noun phrase of talks at *at*."""
    first = at
    while (
        first > 0
        and at - first < 8
        and (sentence.classes[first - 1] in "lLSO#-CDMs" or sentence.classes[first - 2 : first] == "-V")
    ):
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
