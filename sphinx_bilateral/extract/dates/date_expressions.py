"""Where a sentence says when: days, months, quarters, seasons and years, and words such as "two weeks ago"."""

from __future__ import annotations

from dataclasses import replace

from sphinx_bilateral.extract.dates.date_expression import (
    DateExpression,
    Tense,
    counts_things,
    day_of,
    is_year,
    low_of,
    relative_of,
    spoken_year,
)
from sphinx_bilateral.extract.dates.month_dates import around_month, joined_range
from sphinx_bilateral.extract.dates.span_dates import number_ago, part_of_year, season_at, span_at
from sphinx_bilateral.extract.words.units import Sentence, Unit

_DATED = ("month", "weekday", "day", "ordinal", "season", "span")  # themes of which a date has one, or else a number
_CLOCK = {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "est", "edt", "gmt"}
_UNTIL = {"by", "until", "till"}
_AHEAD = {"until", "till", "through", "effective", "payable", "starting", "beginning"}


def _of_year(units: list[Unit], at: int) -> DateExpression | None:
    """Read the year at *at*, "2021-2025", "2023-24", "the 1990s", or a day such as 2025-01-24."""
    unit, mark = units[at], low_of(units, at + 1)
    if counts_things(units, at):
        return None
    if at and (units[at - 1].cls == "$" or units[at - 1].low in {"agenda", "vision"}):
        return None
    year = int(unit.text)
    if mark == "s" and units[at + 1].glued and year % 10 == 0:
        return DateExpression(at, at + 1, year, span="decade")
    following = units[at + 2] if at + 2 < len(units) else None
    if following is None or mark not in {"-", "/"} or following.cls != "#":
        return DateExpression(at, at, year)
    if is_year(following):
        return DateExpression(at, at + 2, year, until_year=int(following.text))
    if len(following.text) != 2 or not following.text.isdecimal():
        return DateExpression(at, at, year)
    if low_of(units, at + 3) == "-" and at + 4 < len(units) and (day := day_of(units[at + 4])) is not None:
        return DateExpression(at, at + 4, year, int(following.text), (day,))
    short = year - year % 100 + int(following.text)
    return DateExpression(at, at + 2, year, until_year=short) if 0 < short - year < 21 else DateExpression(at, at, year)


def _at(units: list[Unit], at: int) -> DateExpression | None:
    """Return the date that starts around the unit at *at*, or ``None``."""
    unit = units[at]
    if unit.cls == "m":
        return around_month(units, at)
    if unit.cls == "O":
        return part_of_year(units, at)
    if is_year(unit):
        return _of_year(units, at)
    if unit.cls == "#":
        return number_ago(units, at) or spoken_year(units, at)
    if unit.has("day"):
        weekday = at + 1 < len(units) and units[at + 1].cls == "w" and not units[at + 1].low.endswith("s")
        return DateExpression(at, at + weekday, offset=int(unit.tags["day"]))
    if unit.cls == "w":
        if low_of(units, at - 1) in {"each", "every", "previous"}:
            return None
        rel = relative_of(units[at - 1]) if at else None
        of_week = at + 1 + (low_of(units, at + 1) == "of")
        if rel is None and low_of(units, of_week + 1) == "week" and (week := relative_of(units[of_week])) is not None:
            return DateExpression(at, of_week + 1, weekday=int(unit.tags["weekday"]), rel=week, span="week")
        return DateExpression(at - (rel is not None), at, weekday=int(unit.tags["weekday"]), rel=rel)
    if unit.has("season"):
        return season_at(units, at)
    return span_at(units, at) if unit.has("span") else None


def _leaning(units: list[Unit], expression: DateExpression) -> DateExpression:
    """Return *expression* with what the words beside it say of its direction: "until", "since", "Friday's ruling"."""
    if (
        expression.days
        and low_of(units, expression.first - 1) == "of"
        and low_of(units, expression.first - 2) == "week"
    ):
        expression = replace(expression, days=())  # "in the week of April 20" is no day
    before, after = low_of(units, expression.first - 1), low_of(units, expression.last + 1)
    by = before in _UNTIL
    soon = before == "as" and low_of(units, expression.first - 2) in {"soon", "early"}
    start = expression.first - 1
    while start > 0 and (units[start].low in _CLOCK or (units[start].cls == "#" and start < expression.first - 1)):
        start -= 1
    before = low_of(units, start)
    lean: Tense | None = None
    attribute = after == "'s" or _is_attributive(units, expression)
    if soon or (by and expression.weekday is None) or (before in _AHEAD and start > 0):
        lean = "future"
    elif before == "since" or (expression.weekday is not None and attribute):
        lean = "past"
    elif after == "'s" or (expression.month is not None and attribute):
        lean = "present"
    return replace(expression, by=by, lean=lean) if by or lean else expression


def _is_attributive(units: list[Unit], expression: DateExpression) -> bool:
    """Tell whether a month stands before the noun that it is an attribute of: "a June agreement"."""
    determined = expression.first > 0 and units[expression.first - 1].cls == "e"
    following = units[expression.last + 1] if expression.last + 1 < len(units) else None
    return determined and following is not None and following.cls in "AlLSMV"


def find_dates(sentence: Sentence) -> list[DateExpression]:
    """Return the dates of *sentence* in order; none overlaps another."""
    numbered = "#" in sentence.classes
    if not numbered and not sentence.holds(_DATED):
        return []
    found: list[DateExpression] = []
    units = sentence.units
    index = 0
    numbers = [at for at, letter in enumerate(sentence.classes) if letter == "#"] if numbered else []
    marked = sentence.places(*_DATED)
    for at in sorted({*marked, *numbers}) if numbers else marked:
        expression = _at(units, at) if at >= index else None
        if expression is None:
            continue
        while found and found[-1].last >= expression.first:
            if found[-1].month is not None:
                break
            found.pop()
        if found and (joined := joined_range(units, found[-1], expression)) is not None:
            found[-1] = joined
        elif not found or found[-1].last < expression.first:
            found.append(expression)
        index = expression.last + 1
    return [_leaning(units, expression) for expression in found]
