"""Dates with a month: "January 24, 2025", "7-8 March", "July last year", "28 February to 3 March"."""

from __future__ import annotations

from dataclasses import replace

from sphinx_bilateral.extract.dates.date_expression import DateExpression, day_of, low_of, relative_of, year_after
from sphinx_bilateral.extract.words.units import Unit

_RANGE = {"-", "to", "until", "till", "through"}


def _days(units: list[Unit], at: int, step: int) -> tuple[tuple[int, ...], int]:
    """Read "7", "7-8", "19 - 20" from *at* in direction *step*; return the days and how many units they take."""
    if not 0 <= at < len(units) or (day := day_of(units[at])) is None:
        return (), 0
    mark, other = at + step, at + 2 * step
    if 0 <= other < len(units) and 0 <= mark < len(units) and units[mark].low in {"-", "to", "and", "/"}:
        far = other
        if units[other].low == "the" and 0 <= other + step < len(units):
            far = other + step
        second = day_of(units[far])
        lead = far - 1 if step < 0 else at - 2
        between = lead >= 0 and units[lead].low == "between"
        if second is not None and (units[mark].low != "and" or between or abs(second - day) == 1):
            return tuple(sorted((day, second))), abs(far - at) + 1
    return (day,), 1


def around_month(units: list[Unit], at: int) -> DateExpression:
    """Read the date around the month at *at*: "January 24, 2025", "7-8 March", "July last year", "last July"."""
    month = int(units[at].tags["month"])
    first = last = at
    year = rel = weekday = None
    days, taken = _days(units, at - 1, -1)
    if not days and at > 1 and units[at - 1].low == "of":
        days, taken = _days(units, at - 2, -1)
        taken += bool(taken)
    if days and at - taken >= 1 and units[at - taken - 1].cls == "$":
        days, taken = (), 0
    if days:
        first -= taken
        days, first = _from_weekday_range(units, days, first)
    else:
        days, taken = _days(units, at + 1, 1)
        last += taken
    year, rel, last = year_after(units, last)
    if rel is not None:
        return DateExpression(first, last, None, month, days, rel=rel, span="year")
    if first and (found := relative_of(units[first - 1])) is not None and not days:
        rel, first = found, first - 1
    probe = first - 1
    if probe >= 0 and units[probe].low == ",":
        probe -= 1
    if probe >= 0 and units[probe].cls == "w" and days:
        weekday, first = int(units[probe].tags["weekday"]), probe
    return DateExpression(first, last, year, month, days, weekday, rel)


def _from_weekday_range(units: list[Unit], days: tuple[int, ...], first: int) -> tuple[tuple[int, ...], int]:
    """Read the rest of "Thursday 11 to Tuesday 16 June" to the left of its last day."""
    probe = first - 1
    if probe >= 0 and units[probe].cls == "w":
        probe -= 1
    if (
        probe >= 1
        and units[probe].low in {"to", "-", "until"}
        and (day := day_of(units[probe - 1])) is not None
        and len(days) == 1
        and day < days[0]
    ):
        start = probe - 1
        if start and units[start - 1].cls == "w":
            start -= 1
        return (day, days[0]), start
    return days, first


def joined_range(units: list[Unit], one: DateExpression, two: DateExpression) -> DateExpression | None:
    """Join "from January to September", "28 February - 3 March 2025", or return ``None``."""
    mark = one.last + 1
    joined = low_of(units, mark) in _RANGE or (
        low_of(units, mark) == "and" and low_of(units, one.first - 1) == "between"
    )
    if two.first != mark + 1 or not joined or one.month is None or two.month is None:
        return None
    if one.year is not None or one.rel is not None or bool(one.days) != bool(two.days) or one.weekday or two.weekday:
        return None
    until = (two.month, two.days[-1] if two.days else 0)
    return replace(two, first=one.first, month=one.month, days=one.days[:1], until=until)
