"""Forums and telephone calls told by a noun: "the A-B Investment Conference", "their phone call in February"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.places import place_in
from sphinx_bilateral.extract.dates.dates import Tense
from sphinx_bilateral.extract.grammar.clauses import clause_end, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after, period
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Range, Reading
from sphinx_bilateral.extract.talks.meeting import Found, Status
from sphinx_bilateral.extract.talks.talk_parts import between, parties_of, people_of
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

CALLS = ("phone", "telephone", "telephonic", "video call", "virtual call", "call by phone", "talks over", "talks by")
"""How the nouns for a call start."""


def find_forum(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
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
        if at not in used and unit.low.startswith(CALLS) and not any(start <= unit.start < end for start, end in taken):
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
