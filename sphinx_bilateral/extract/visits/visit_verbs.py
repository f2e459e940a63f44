"""Visits told by a verb of going: who visits, arrives in, leaves for or is in another country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx_bilateral.extract.actors.sharing import event_subject, with_shared
from sphinx_bilateral.extract.dates.dates import DateExpression, Tense
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, period
from sphinx_bilateral.extract.grammar.standing import is_announced, planned_or_past, standing_of
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.visits.denied_visits import denied_visitors, is_denied
from sphinx_bilateral.extract.visits.destinations import NOWHERE, Stop, stops_at
from sphinx_bilateral.extract.visits.visit import Found, Status, kind_of, length_of, presence, present, visitors
from sphinx_bilateral.extract.words.units import Sentence

_LONGEST = 34  # units; what follows a verb of going on where, when and what for is no longer
_TOWARDS = {"visit": (), "arrive": ("in", "at", "to", "into"), "leave": ("for",), "lead": ("to",)}
_ELSEWHERE = {"after", "before", "following", "since", "from", "ahead of"}
_PURPOSES = {"attend", "participate", "join", "meet", "sign", "inaugurate", "discuss", "address"}
_MODIFIERS = "elL#-OSvDTkVN"  # classes of the units before the noun in "a three-day official visit"
TENSES: dict[str | None, Tense] = {"planned": "future", "ongoing": "present"}
"""In which direction the dates of a visit lie, by its status; the past for any other."""


@dataclass(slots=True)
class Tail:
    """What follows a verb of going.

    :param noun: index of the noun in "for a three-day visit", or ``None``; *first* of its phrase.
    """

    last: int
    stops: list[Stop] = field(default_factory=list)
    noun: int | None = None
    first: int = 0


def find_going(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Found]:
    """Yield the visits that a verb of going tells, and note in *taken* the nouns that belong to it."""
    for index in sentence.places("trip"):
        sense = sentence.units[index].tags["trip"]
        group = verb_group(sentence, index) if sentence.classes[index] == "V" and sense in _TOWARDS else None
        if group is not None and not group.passive and _tells(sentence, group):
            yield from _went(reading, sentence, group, sense, taken)
    for index in sentence.places("be"):
        yield from _is_there(reading, sentence, index, taken)


def _tells(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb says that somebody goes: it is no bare infinitive and no gerund."""
    if group.mood == "infinitive":
        before = sentence.units[group.first - 1] if group.first else None
        meant = before is not None and (before.low == "going" or before.tags.get("commit") == "will")
        ahead = is_announced(sentence, group) or (meant and standing_of(sentence, group) == "ahead")
        return ahead or is_denied(sentence, group, "denied")
    return group.mood == "finite"


def _went(reading: Reading, sentence: Sentence, group: VerbGroup, sense: str, taken: set[int]) -> Iterator[Found]:
    subject = event_subject(reading, sentence, group)
    standing = standing_of(sentence, with_shared(sentence, group))
    denied = is_denied(sentence, group, standing)
    going = (denied_visitors if denied else _going)(reading, sentence, group, subject)
    if not going or (standing == "denied" and not denied):
        return
    tail = tail_of(reading, sentence, group.head, sense)
    if not tail.stops and not (sense == "arrive" and tail.noun is not None and standing == "done"):
        return
    if tail.noun is not None:
        taken.add(tail.noun)
    expression = expression_of(reading, sentence, group) or expression_after(reading, sentence, tail.last)
    tense = TENSES.get(
        "planned" if denied and (group.modal or group.mood == "infinitive") else planned_or_past(standing)[0], "past"
    )
    date, end = _period(reading, sentence, expression, tense)
    length = length_of(sentence, tail.first, tail.noun) if tail.noun is not None else None
    status: Status | None
    status, unsure = planned_or_past(standing)
    if sense in {"arrive", "leave"} and standing == "done":
        here_now = date is None and (tail.noun is not None or _has_come(sentence, group))
        status, unsure = ("ongoing", ()) if here_now else presence(reading, date, length)
    elif status == "planned" and group.tense == "present" and group.mood == "finite" and group.modal is None:
        status, unsure = present(reading, date)
    status, unsure = ("denied", ("status",)) if denied else (status, unsure)
    kind = kind_of(sentence, tail.first, tail.noun) if tail.noun is not None else None
    span = _span(sentence, subject, group, expression, max(tail.last, end))
    for name, side in going:
        for stop in tail.stops or [NOWHERE]:
            yield Found(
                name, side, stop.for_guest(reading, side), date, status, span, f"visit.{sense}", kind, unsure,
                lapsed(sentence, group), length=length, here=stop.here, bare=stop is NOWHERE,
            )  # fmt: skip


def _going(
    reading: Reading, sentence: Sentence, _group: VerbGroup, subject: Actor | None
) -> list[tuple[str, str | None]]:
    return visitors(reading, sentence, subject)


def _period(
    reading: Reading, sentence: Sentence, expression: DateExpression | None, tense: Tense
) -> tuple[str | None, int]:
    return period(reading, sentence, expression, tense) if expression else (None, 0)


def _has_come(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb stands in the present perfect: "has arrived"."""
    return any(sentence.low(index) in {"has", "have"} for index in range(group.first, group.head))


def _span(
    sentence: Sentence, subject: Actor | None, group: VerbGroup, expression: DateExpression | None, last: int
) -> Range:
    first = min(subject.first, group.first) if subject is not None else group.first
    if expression is not None:
        first = min(first, expression.first)
    return sentence.units[first].start, sentence.units[last].end


def lapsed(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a plan is told from a time that is past: "would visit", "was to visit"."""
    near = {sentence.low(index) for index in range(max(0, group.first - 3), group.first)}
    return group.modal == "would" or (group.mood == "infinitive" and bool(near & {"was", "were", "had"}))


def tail_of(reading: Reading, sentence: Sentence, verb: int, sense: str) -> Tail:
    """Return where, when and what for, as it stands after a verb of going."""
    tail = Tail(verb)
    towards = _TOWARDS[sense]
    direct = sense == "visit" or (sense == "arrive" and sentence.low(verb + 1) == "here")
    if direct or sentence.units[verb].text.endswith(" for"):
        _take(tail, stops_at(reading, sentence, verb + 1))
    if sense == "visit" or (sense == "lead" and not _delegation(sentence, verb)):
        return tail
    for index in range(verb + 1, min(len(sentence.units), verb + _LONGEST)):
        unit, letter = sentence.units[index], sentence.classes[index]
        if index <= tail.last:
            continue
        if letter in 'q;h"Xc' or (letter == "V" and not unit.has("visitnoun")) or unit.low in _ELSEWHERE:
            break
        if unit.has("visitnoun") and tail.noun is None and (first := _after_for(sentence, index, verb)) is not None:
            tail.noun, tail.first, tail.last, towards = index, first, index, ("to", "in")
        elif unit.low in towards and (not tail.stops or (tail.noun is not None and tail.stops[0].here)):
            _take(tail, stops_at(reading, sentence, index + 1))
            if not tail.stops and sentence.cls(index + 1) == "N":
                break  # a place that the lexicon has not
    return tail


def _delegation(sentence: Sentence, verb: int) -> bool:
    """Tell whether a delegation is the object of the verb: "led a high-level delegation to X"."""
    near = range(verb + 1, min(verb + 7, len(sentence.units)))
    return any(sentence.low(index).endswith(("delegation", "mission", "team")) for index in near)


def _take(tail: Tail, stops: list[Stop]) -> None:
    if stops:
        tail.stops, tail.last = stops, stops[-1].last


def _after_for(sentence: Sentence, noun: int, floor: int) -> int | None:
    """Return the index after "for" or "on" in "for a three-day official visit", or ``None``."""
    for index in range(noun - 1, floor, -1):
        if sentence.low(index) in {"for", "on"}:
            return index + 1
        if sentence.classes[index] not in _MODIFIERS or sentence.low(index) in {"his", "her"}:
            return None
    return None


def _is_there(reading: Reading, sentence: Sentence, at: int, taken: set[int]) -> Iterator[Found]:
    """Read "P was in X this week", "P is here on a visit", "P is in the country for a three-day visit"."""
    after = at + 1
    while sentence.cls(after) == "v":
        after += 1
    expected = sentence.low(after) in {"expected", "due"}
    after += expected
    if sentence.low(after) not in {"in", "here"}:
        return
    subject = _subject_of_be(reading, sentence, at)
    stops = stops_at(reading, sentence, after + (sentence.low(after) == "in")) if subject is not None else []
    if subject is None or not subject.people or not stops:
        return
    ahead = expected or sentence.cls(at - 1) == "X"
    expression = _date_around(reading, sentence, subject.first, stops[-1].last)
    date, end = _period(reading, sentence, expression, "future" if ahead else "past")
    noun = _purpose(sentence, max(stops[-1].last, end))
    stay = _stay(sentence, stops[-1].last) if noun is None else None
    if noun is None and stay is None and stops[0].place[0] is None and not expected:
        return
    last = max(stops[-1].last, noun or stay or 0, end)
    first = min(subject.first, expression.first if expression else subject.first)
    span = (sentence.units[first].start, sentence.units[last].end)
    status: Status = "planned" if ahead else _being(sentence, at, told=stops[0].here and date is None)
    if noun is not None:
        taken.add(noun)
    purpose = range(stops[-1].last, (noun or stay or stops[-1].last) + 1)
    for name, side in visitors(reading, sentence, subject):
        yield Found(
            name,
            side,
            stops[0].for_guest(reading, side),
            date,
            status,
            span,
            "visit.was-in",
            kind_of(sentence, purpose[0], purpose[-1]),
            length=length_of(sentence, purpose[0], purpose[-1]),
            here=stops[0].here,
        )


def _being(sentence: Sentence, at: int, *, told: bool) -> Status:
    """Return how a visit stands by "is" or "was" at *at*; *told*: it is of here and now, "said P, who was here to"."""
    if sentence.units[at].tags["be"] == "present" or (told and sentence.cls(at - 1) == "q"):
        return "ongoing"
    return "past"


def _date_around(reading: Reading, sentence: Sentence, first: int, last: int) -> DateExpression | None:
    """Return the date that opens the sentence before the unit at *first*, or that follows the unit at *last*."""
    for expression in reading.dates[sentence.index]:
        if expression.last < first and not sentence.classes[expression.last + 1 : first].strip(",v"):
            return expression
    return expression_after(reading, sentence, last)


def _subject_of_be(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the actor right before "is", or before "who is"."""
    before = at - 1
    while sentence.cls(before) in "vX":
        before -= 1
    if sentence.cls(before) == "q":
        before -= 1 + (sentence.cls(before - 1) == ",")
    for actor in reversed(reading.actors[sentence.index]):
        if actor.last == before and sentence.cls(actor.first - 1) not in "pf":
            return actor
    return None


def _says_when(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    return unit.cls in "wtmvL#" or unit.has("relative")


def _stay(sentence: Sentence, last: int) -> int | None:
    """Return the index of "days" in "for two days" after *last*: so long somebody stays who only visits."""
    if sentence.low(last + 1) != "for" or sentence.cls(last + 2) != "#":
        return None
    return last + 3 if sentence.low(last + 3) in {"days", "day"} else None


def _purpose(sentence: Sentence, last: int) -> int | None:
    """Return the index of the noun in "for a three-day state visit", "for talks", "to attend" after *last*."""
    index = last + 1
    while index < len(sentence.units) - 1 and index - last < 5 and _says_when(sentence, index):
        index += 1
    if sentence.cls(index) == "o" and sentence.cls(index + 1) == "V":
        return index + 1 if sentence.units[index + 1].tags.get("verb") in _PURPOSES else None
    if sentence.low(index) not in {"for", "on"}:
        return None
    for probe in range(index + 1, min(index + 10, len(sentence.units))):
        unit = sentence.units[probe]
        if unit.has("visitnoun") or unit.has("body") or unit.has("session") or unit.has("talktopic"):
            return probe
        if sentence.classes[probe] not in _MODIFIERS:
            return None
    return None
