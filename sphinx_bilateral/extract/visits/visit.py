"""A visit as one sentence tells it, before the mentions of one visit are put together."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.extract.actors.places import Place
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.dates import bounds

Status = Literal["past", "ongoing", "planned", "postponed", "cancelled", "denied"]
CALLED_OFF: dict[str | None, Literal["postponed", "cancelled"]] = {
    "postpone": "postponed", "reschedule": "postponed", "defer": "postponed", "delay": "postponed",
    "cancel": "cancelled", "scrap": "cancelled", "rule_out": "cancelled",
}  # fmt: skip
"""What is left of a visit after such a verb, by its lemma."""

_FRESH, _LATE = 3, 8  # days; who arrived so long ago is still there, or is there no more
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "hour": 0, "hours": 0}


@dataclass(slots=True)
class Found:
    """A visit as one sentence tells it.

    :param date: the text's own; ``None`` where it tells none.
    :param closing: *date* is the last day.
    :param lapsed: planned at a time that is past: "would visit", "was to visit".
    :param length: in days.
    :param here: the text says "here", and nothing shows which country that is.
    :param bare: the text does not say where to.
    """

    visitor: str
    origin: str | None
    place: Place
    date: str | None
    status: Status | None
    span: Range
    rule: str
    kind: str | None = None
    unsure: tuple[str, ...] = ()
    lapsed: bool = False
    closing: bool = False
    length: int | None = None
    here: bool = False
    bare: bool = False


def visitors(reading: Reading, sentence: Sentence, actor: Actor | None) -> list[tuple[str, str | None]]:
    """Return the names and sides of those who go: each person of a list, or a group as it is written."""
    if actor is None:
        return []
    if actor.people:
        return [(person.name, person.side) for person in actor.people]
    if len(actor.codes) == 1 and (_is_holder(sentence, actor) or _is_group(sentence, actor)):
        first = actor.first + (sentence.low(actor.first) == "the")
        return [(reading.words_of(sentence, first, actor.last), actor.codes[0])] if actor.last > first else []
    return []


def _is_holder(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether *actor* is the holder of an office, and not any: "the first visit by a Kenyan leader"."""
    any_of_them = {"a", "an", "any", "no"}
    return actor.kind == "office" and not {sentence.low(actor.first - 1), sentence.low(actor.first)} & any_of_them


def _is_group(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether *actor* is a delegation or a government, and not the first words of something else."""
    group = sentence.units[actor.last]
    grouped = group.has("persongroup") or group.has("government")
    return actor.kind == "states" and grouped and sentence.cls(actor.last + 1) not in "TNGlLMSA"


def kind_of(sentence: Sentence, first: int, last: int) -> str | None:
    """Return whether the words from *first* to *last* say that a visit is a state, an official or a working one."""
    for index in range(first, last + 1):
        word = sentence.low(index).split(" ", 1)[0]
        if word in {"state", "official", "working"}:
            return word
    return None


def length_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Return how many days "three-day", "week-long", "two-week" say; a part of a day is one."""
    for index in range(first, last + 1):
        if sentence.low(index).startswith("the two-"):
            return 2 * _UNITS.get(sentence.low(index).removeprefix("the two-"), 0) or None
        days = _UNITS.get(sentence.low(index))
        if days is None:
            continue
        before = index - 1 - (sentence.cls(index - 1) == "-")
        if before >= first and sentence.classes[before] == "#":
            unit = sentence.units[before]
            count = unit.tags.get("number") or unit.text
            return max(1, int(count) * days) if count.isdecimal() else None
        if sentence.low(index + 1) == "-" and sentence.low(index + 2) == "long":
            return max(1, days)
    return None


def presence(reading: Reading, date: str | None, length: int | None) -> tuple[Status | None, tuple[str, ...]]:
    """Return whether who came on *date* is still there on the day of the report, and what is unsure."""
    if date is None or reading.published is None:
        return None, ("status",)
    day = datetime.date.fromisoformat(reading.published)
    first, last = bounds(date)
    if first != last:
        return ("ongoing" if first <= day <= last and last - first < datetime.timedelta(21) else "past"), ()
    gone = (day - first).days
    if length is not None:
        return ("ongoing" if gone < max(length, 1) else "past"), ()
    if gone <= _FRESH:
        return "ongoing", ()
    return ("past", ()) if gone >= _LATE else (None, ("status",))


def present(reading: Reading, date: str | None) -> tuple[Status | None, tuple[str, ...]]:
    """Return how a visit stands that is told in the present tense: "visits", "begins"; without a date it can be any."""
    if date is None or reading.published is None:
        return "planned", ("status",)
    first, last = (day.isoformat() for day in bounds(date))
    if first <= reading.published <= last and (first == reading.published or len(date) > len("2026-03")):
        return ("ongoing", ()) if first == reading.published or "/" in date else ("planned", ("status",))
    return "planned", ()


def whole(date: str | None, length: int | None) -> str | None:
    """Return the days of a visit of which the last day and the length are told."""
    if date is None or length is None or length < 2 or bounds(date)[0] != bounds(date)[1]:
        return date
    end = datetime.date.fromisoformat(date)
    return f"{end - datetime.timedelta(length - 1)}/{date}"
