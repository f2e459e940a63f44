"""A date as a sentence writes it, and what all of them are read with: years, and words such as "last" and "next"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.extract.words.units import Unit

Tense = Literal["past", "future", "present"]
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_DAY = re.compile(r"(?:[12]?\d|3[01]|0[1-9])(?:st|nd|rd|th)?\Z")


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as a sentence writes it.

    :param first: index of its first unit; *last* of its last, inclusive.
    :param rel: how many spans from now: -1 for *last*, 0 for *this*, 1 for *next*, -2 for *two … ago*, or ``None``.
    :param days: one day of the month, or the first and the last.
    :param span: what *rel* counts: week, weekend, month, quarter, half, season, months, year or decade.
    :param part: number of the quarter, half or season; of months, how many from the start of the year.
    :param offset: days from the day of publication.
    :param until: month and day with which a stretch of time ends; the day is 0 where only the month is told.
    :param lean: in which direction it lies whatever the verb says, or *present* for the nearest.
    :param taken_up: it is told by what the report told before: "the quarter", "a year earlier".
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    days: tuple[int, ...] = ()
    weekday: int | None = None
    rel: int | None = None
    span: str | None = None
    part: int | None = None
    offset: int | None = None
    until: tuple[int, int] | None = None
    until_year: int | None = None
    lean: Tense | None = None
    by: bool = False
    taken_up: bool = False

    @property
    def relative(self) -> bool:
        """Tell whether the day of publication is needed to know what is meant."""
        return self.year is None


def is_year(unit: Unit) -> bool:
    """Tell whether the unit is a year in four digits."""
    return unit.cls == "#" and _YEAR.match(unit.text) is not None


def low_of(units: list[Unit], at: int) -> str:
    """Return the words of the unit at *at* in small letters, or nothing outside the sentence."""
    return units[at].low if 0 <= at < len(units) else ""


def day_of(unit: Unit) -> int | None:
    """Return the day of the month that the unit writes: "7", "7th"."""
    if unit.cls in "#O" and _DAY.match(unit.text):
        return int(re.sub(r"\D", "", unit.text))
    return None


def year_after(units: list[Unit], last: int) -> tuple[int | None, int | None, int]:
    """Read ", 2025", "of 2025", "last year", "of this year" after the unit at *last*: year, relation, last index."""
    probe = last + 1
    linked = low_of(units, probe) in {",", "of", "in"}
    year, end = year_at(units, probe + linked)
    if year is not None:
        return year, None, end
    if (not linked or units[probe].low == "of") and (rel := year_words(units, probe + linked)) is not None:
        return None, rel, probe + linked + 1
    return None, None, last


def year_at(units: list[Unit], at: int) -> tuple[int | None, int]:
    """Return the year that is written at *at*, in figures or in words, and the index of its last unit."""
    if at >= len(units):
        return None, at
    if is_year(units[at]) and not counts_things(units, at):
        return int(units[at].text), at
    spoken = spoken_year(units, at) if units[at].cls == "#" else None
    return (spoken.year, spoken.last) if spoken is not None else (None, at)


def counts_things(units: list[Unit], at: int) -> bool:
    """Tell whether the number at *at* is followed by what it counts: "2000 tonnes"."""
    return at + 1 < len(units) and (units[at + 1].cls in "$k%" or units[at + 1].has("quantity"))


def relative_of(unit: Unit) -> int | None:
    """Return -1, 0 or 1 for "last", "this" and "next"."""
    return {"last": -1, "this": 0, "next": 1}.get(unit.tags.get("relative", ""))


def year_words(units: list[Unit], at: int) -> int | None:
    """Return what "last year", "this year", "the year" or "next year" at *at* says."""
    if low_of(units, at + 1) == "year" and at >= 0:
        return 0 if units[at].low == "the" else relative_of(units[at])
    return None


def spoken_year(units: list[Unit], at: int) -> DateExpression | None:
    """Read "nineteen ninety-seven", "two thousand" from its first number at *at*."""
    if units[at].low == "two" and low_of(units, at + 1) == "thousand" and low_of(units, at - 1) in {"in", "year"}:
        return DateExpression(at, at + 1, 2000)
    if units[at].low not in {"nineteen", "twenty"} or at + 1 >= len(units):
        return None
    tens = _number_word(units[at + 1])
    if tens < 10:
        return None
    last = at + 1
    if tens >= 20 and low_of(units, at + 2) == "-" and at + 3 < len(units) and 0 < _number_word(units[at + 3]) < 10:
        tens, last = tens + _number_word(units[at + 3]), at + 3
    return DateExpression(at, last, (1900 if units[at].low == "nineteen" else 2000) + tens)


def _number_word(unit: Unit) -> int:
    return int(unit.tags["number"]) if unit.has("number") and unit.low.isalpha() else 0
