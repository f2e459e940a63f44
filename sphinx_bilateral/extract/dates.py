"""Dates: where a text says when, and what that is with the precision it was said.

A weekday in a report of the past is the last such day up to the day of publication; "last July" the latest July that
was over before the month of publication. Without a day of publication such a date stays open.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.extract.units import Sentence, Unit
from sphinx_bilateral.model.dates import bounds

Tense = Literal["past", "future", "present"]
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_DAY = re.compile(r"(?:[12]?\d|3[01]|0[1-9])(?:st|nd|rd|th)?\Z")


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as a sentence writes it.

    :param first: index of its first unit; *last* of its last, inclusive.
    :param rel: -1 for *last*, 0 for *this*, 1 for *next*, or ``None``.
    :param days: one day of the month, or the first and the last.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    days: tuple[int, ...] = ()
    weekday: int | None = None
    rel: int | None = None
    span: str | None = None
    half: int | None = None
    offset: int | None = None
    until_year: int | None = None
    by: bool = False

    @property
    def relative(self) -> bool:
        """Tell whether the day of publication is needed to know what is meant."""
        return self.year is None


def _is_year(unit: Unit) -> bool:
    return unit.cls == "#" and _YEAR.match(unit.text) is not None


def _day(unit: Unit) -> int | None:
    if unit.cls in "#O" and _DAY.match(unit.text):
        return int(re.sub(r"\D", "", unit.text))
    return None


def _days(units: list[Unit], at: int, step: int) -> tuple[tuple[int, ...], int]:
    """Read "7", "7-8", "19 - 20" from *at* in direction *step*; return the days and how many units they take."""
    if not 0 <= at < len(units) or (day := _day(units[at])) is None:
        return (), 0
    mark, other = at + step, at + 2 * step
    if 0 <= other < len(units) and 0 <= mark < len(units) and units[mark].low in {"-", "to", "and", "/"}:
        far = other
        if units[other].low == "the" and 0 <= other + step < len(units):
            far = other + step
        second = _day(units[far])
        lead = far - 1 if step < 0 else at - 2
        between = lead >= 0 and units[lead].low == "between"
        if second is not None and (units[mark].low != "and" or between or abs(second - day) == 1):
            return tuple(sorted((day, second))), abs(far - at) + 1
    return (day,), 1


def _around_month(units: list[Unit], at: int) -> DateExpression:
    """Read the date around the month at *at*: "January 24, 2025", "7-8 March", "July last year", "last July"."""
    month = int(units[at].tags["month"])
    first = last = at
    year = rel = weekday = None
    days, taken = _days(units, at - 1, -1)
    if not days and at > 1 and units[at - 1].low == "of":
        days, taken = _days(units, at - 2, -1)
        taken += bool(taken)
    if days:
        first -= taken
        days, first = _from_weekday_range(units, days, first)
    else:
        days, taken = _days(units, at + 1, 1)
        last += taken
    probe = last + 1
    if probe < len(units) and units[probe].low == "," and probe + 1 < len(units) and _is_year(units[probe + 1]):
        year, last = int(units[probe + 1].text), probe + 1
    elif probe < len(units) and _is_year(units[probe]):
        year, last = int(units[probe].text), probe
    elif probe + 1 < len(units) and units[probe].low == "of" and _is_year(units[probe + 1]):
        year, last = int(units[probe + 1].text), probe + 1
    elif (rel := _year_words(units, probe)) is not None:
        return DateExpression(first, probe + 1, None, month, days, rel=rel, span="year")
    if first and (found := _relative(units[first - 1])) is not None and not days:
        rel, first = found, first - 1
    probe = first - 1
    if probe >= 0 and units[probe].low == ",":
        probe -= 1
    if probe >= 0 and units[probe].cls == "w" and days:
        weekday, first = int(units[probe].tags["weekday"]), probe
    by = first > 0 and units[first - 1].low in {"by", "until", "till"}
    return DateExpression(first, last, year, month, days, weekday, rel, by=by)


def _from_weekday_range(units: list[Unit], days: tuple[int, ...], first: int) -> tuple[tuple[int, ...], int]:
    """Read the rest of "Thursday 11 to Tuesday 16 June" to the left of its last day."""
    probe = first - 1
    if probe >= 0 and units[probe].cls == "w":
        probe -= 1
    if (
        probe >= 1
        and units[probe].low in {"to", "-", "until"}
        and (day := _day(units[probe - 1])) is not None
        and len(days) == 1
        and day < days[0]
    ):
        start = probe - 1
        if start and units[start - 1].cls == "w":
            start -= 1
        return (day, days[0]), start
    return days, first


def _relative(unit: Unit) -> int | None:
    return {"last": -1, "this": 0, "next": 1}.get(unit.tags.get("relative", ""))


def _year_words(units: list[Unit], at: int) -> int | None:
    """Return what "last year", "this year" or "next year" at *at* says."""
    if at + 1 < len(units) and units[at + 1].low == "year":
        return _relative(units[at])
    return None


def _half_or_quarter(units: list[Unit], at: int) -> DateExpression | None:
    """Read "the second half of 2017", "the first quarter of next year" from its ordinal at *at*."""
    if at + 3 >= len(units) or units[at + 1].low not in {"half", "quarter"} or units[at + 2].low != "of":
        return None
    span, half = units[at + 1].low, int(units[at].tags.get("ordinal", "0"))
    if _is_year(units[at + 3]):
        return DateExpression(at, at + 3, int(units[at + 3].text), span=span, half=half)
    if (rel := _year_words(units, at + 3)) is not None:
        return DateExpression(at, at + 4, rel=rel, span=span, half=half)
    return None


def _at(units: list[Unit], at: int) -> DateExpression | None:
    """Return the date that starts around the unit at *at*, or ``None``."""
    unit = units[at]
    if unit.cls == "m":
        return _around_month(units, at)
    by = at > 0 and units[at - 1].low in {"by", "until", "till"}
    if unit.cls == "O" and (found := _half_or_quarter(units, at)):
        return found
    if _is_year(unit):
        if at + 1 < len(units) and (units[at + 1].cls in "$k%" or units[at + 1].has("quantity")):
            return None
        if at and (units[at - 1].cls == "$" or units[at - 1].low in {"agenda", "vision"}):
            return None
        if at + 2 < len(units) and units[at + 1].low == "-" and _is_year(units[at + 2]):
            return DateExpression(at, at + 2, int(unit.text), until_year=int(units[at + 2].text), by=by)
        return DateExpression(at, at, int(unit.text), by=by)
    if unit.has("day"):
        last = (
            at + 1 if at + 1 < len(units) and units[at + 1].cls == "w" and not units[at + 1].low.endswith("s") else at
        )
        return DateExpression(at, last, offset=int(unit.tags["day"]))
    if unit.cls == "w":
        rel = _relative(units[at - 1]) if at else None
        return DateExpression(at - (rel is not None), at, weekday=int(unit.tags["weekday"]), rel=rel, by=by)
    if (rel := _relative(unit)) is not None and at + 1 < len(units):
        word = units[at + 1].low
        if word in {"week", "month", "year"}:
            return DateExpression(at, at + 1, rel=rel, span=word, by=by)
    return None


def find_dates(sentence: Sentence) -> list[DateExpression]:
    """Return the dates of *sentence* in order; none overlaps another."""
    found: list[DateExpression] = []
    units = sentence.units
    index = 0
    numbers = [at for at, letter in enumerate(sentence.classes) if letter == "#"] if "#" in sentence.classes else []
    marked = sentence.places("month", "weekday", "day", "relative", "ordinal")
    for at in sorted({*marked, *numbers}) if numbers else marked:
        expression = _at(units, at) if at >= index else None
        if expression is None:
            continue
        while found and found[-1].last >= expression.first:
            if found[-1].month is not None:
                break
            found.pop()
        if not found or found[-1].last < expression.first:
            found.append(expression)
        index = expression.last + 1
    return found


def _whole_month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def _with_days(year: int, month: int, days: tuple[int, ...]) -> str | None:
    try:
        texts = [datetime.date(year, month, day).isoformat() for day in days]
    except ValueError:
        return None
    return "/".join(dict.fromkeys(texts)) or _whole_month(year, month)


def _year_of_month(anchor: datetime.date, month: int, days: tuple[int, ...], tense: Tense) -> int:
    """Return the year of a month that was named without one."""
    if tense == "future":
        return anchor.year + (month < anchor.month)
    later = month > anchor.month or (month == anchor.month and bool(days) and days[0] > anchor.day)
    if tense == "present" and later:
        return anchor.year
    return anchor.year - later


def _of_month(expression: DateExpression, anchor: datetime.date | None, tense: Tense) -> str | None:
    month = expression.month
    assert month is not None  # the caller asked
    if expression.year is not None:
        return _with_days(expression.year, month, expression.days)
    if anchor is None:
        return None
    if expression.span == "year" and expression.rel is not None:
        return _with_days(anchor.year + expression.rel, month, expression.days)
    if expression.rel == -1:
        return _whole_month(anchor.year - (month >= anchor.month), month)
    if expression.rel == 1:
        return _whole_month(anchor.year + (month <= anchor.month), month)
    if expression.rel == 0:
        return _with_days(anchor.year, month, expression.days)
    return _with_days(_year_of_month(anchor, month, expression.days, tense), month, expression.days)


def _of_weekday(expression: DateExpression, anchor: datetime.date, tense: Tense) -> str:
    assert expression.weekday is not None  # the caller asked
    back = (anchor.weekday() - expression.weekday) % 7
    if expression.rel == -1:
        back = back or 7
    if expression.rel == 1 or (tense == "future" and expression.rel != -1):
        return (anchor + datetime.timedelta((-back) % 7 or (7 if expression.rel == 1 else 0))).isoformat()
    return (anchor - datetime.timedelta(back)).isoformat()


def _of_span(expression: DateExpression, anchor: datetime.date) -> str | None:
    rel = expression.rel or 0
    if expression.span == "year":
        return f"{anchor.year + rel:04d}"
    if expression.span == "month":
        index = anchor.year * 12 + anchor.month - 1 + rel
        return _whole_month(index // 12, index % 12 + 1)
    monday = anchor - datetime.timedelta(anchor.weekday()) + datetime.timedelta(7 * rel)
    return f"{monday.isoformat()}/{(monday + datetime.timedelta(6)).isoformat()}"


def _of_part(expression: DateExpression, anchor: datetime.date | None) -> str | None:
    year = expression.year or (anchor.year + (expression.rel or 0) if anchor else None)
    length = 6 if expression.span == "half" else 3
    if year is None or not expression.half or expression.half * length > 12:
        return None
    first = (expression.half - 1) * length + 1
    return f"{_whole_month(year, first)}/{_whole_month(year, first + length - 1)}"


def resolve(expression: DateExpression, published: str | None, tense: Tense = "past") -> str | None:
    """Return the date in EDTF, or ``None`` where it cannot be known.

    :param published: date of publication; only one with its day anchors relative dates.
    :param tense: of the verb that governs the date.
    """
    anchor = anchor_of(published)
    try:
        resolved = _resolved(expression, anchor, tense)
        if resolved is not None:
            bounds(resolved)
    except (ValueError, OverflowError):
        return None
    return resolved


def _resolved(expression: DateExpression, anchor: datetime.date | None, tense: Tense) -> str | None:
    if expression.span in {"half", "quarter"}:
        return _of_part(expression, anchor)
    if expression.month is not None:
        return _of_month(expression, anchor, tense)
    if expression.year is not None:
        if expression.until_year is not None:
            return f"{expression.year}/{expression.until_year}"
        return f"{expression.year:04d}"
    if anchor is None:
        return None
    if expression.offset is not None:
        return (anchor + datetime.timedelta(expression.offset)).isoformat()
    if expression.weekday is not None:
        return _of_weekday(expression, anchor, tense)
    return _of_span(expression, anchor) if expression.span else None


def anchor_of(published: str | None) -> datetime.date | None:
    """Return the day of publication, or ``None`` where only a month or a year is known."""
    if published is None:
        return None
    first, last = bounds(published)
    return first if first == last else None
