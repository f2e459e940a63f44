"""What a date in a text means, with the precision it was said.

A weekday in a report of the past is the last such day up to the day of publication; "last July" the latest July that
was over before the month of publication. A month or a day without a year lies where the verb points, unless that is far
and the other direction near. Without a day of publication such a date stays open.
"""

from __future__ import annotations

import datetime

from sphinx_bilateral.extract.dates.date_expression import DateExpression, Tense
from sphinx_bilateral.model.dates import bounds

_FAR = 270  # days; no report leaves out the year of a day that lies further back or ahead
_NEAR = 100  # days; so far ahead lies what a noun names without a verb: "the January deadline"
_RECENT = 150  # days; so long after its end a quarter can still be reported on
_HALF_YEAR = 183
_VERY_FAR = 335  # and with a verb that looks ahead
_LENGTHS = {"half": 6, "quarter": 3, "season": 3}
_FIRST_SPRING_MONTH = 3  # seasons are those of the northern half


def _whole_month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def _with_days(year: int, month: int, days: tuple[int, ...]) -> str | None:
    try:
        texts = [datetime.date(year, month, day).isoformat() for day in days]
    except ValueError:
        return None
    return "/".join(dict.fromkeys(texts)) or _whole_month(year, month)


def _months(year: int, first: int, count: int) -> str:
    """Return the *count* months from month *first* of *year*, which may reach into the next year."""
    end = year * 12 + first - 1 + count - 1
    return f"{_whole_month(year, first)}/{_whole_month(end // 12, end % 12 + 1)}"


def _year_of_month(anchor: datetime.date, expression: DateExpression, month: int, tense: Tense) -> int:
    """Return the year of a month that was named without one."""
    days = expression.days
    day = days[0] if days else 15
    here = datetime.date(anchor.year, month, min(day, 28))
    now = anchor if days else anchor.replace(day=15)
    distance = (here - now).days  # negative: this year's is behind
    if tense == "future":
        return anchor.year if distance >= 0 or distance + 365 > _VERY_FAR else anchor.year + 1
    if tense == "present":
        return anchor.year + (365 + distance <= _NEAR) - (distance > _NEAR)
    return anchor.year - (distance > 0)


def _of_month(expression: DateExpression, anchor: datetime.date | None, tense: Tense) -> str | None:
    month = expression.month
    assert month is not None  # the caller asked
    year = expression.year
    if year is None:
        if anchor is None:
            return None
        if expression.span == "year" and expression.rel is not None:
            year = anchor.year + expression.rel
        elif expression.rel is not None:
            year = {-1: anchor.year - (month >= anchor.month), 1: anchor.year + (month <= anchor.month)}.get(
                expression.rel, anchor.year
            )
        else:
            year = _year_of_month(anchor, expression, month, tense)
    if expression.until is None:
        return _with_days(year, month, expression.days)
    return _up_to(expression, expression.until, anchor, tense, year)


def _up_to(
    expression: DateExpression, until: tuple[int, int], anchor: datetime.date | None, tense: Tense, year: int
) -> str | None:
    """Return "28 December to 3 January", "January-August": with a year it is that of the end.

    Without one, whole months of a report of the past are over, and a stretch over the turn of a year lies at the turn
    nearest to the day of publication.
    """
    month, (end_month, end_day) = expression.month or 0, until
    over = month > end_month
    if expression.year is None and expression.rel is None and anchor is not None:
        turn = datetime.date(anchor.year, end_month, min(end_day or 15, 28))
        if over:
            year = anchor.year + ((anchor - turn).days > _HALF_YEAR)
        elif not expression.days and tense == "past" and end_month > anchor.month:
            year = anchor.year - 1
    start = _with_days(year - over, month, expression.days)
    end = _with_days(year, end_month, (end_day,) if end_day else ())
    return f"{start}/{end}" if start and end else None


def _of_weekday(expression: DateExpression, anchor: datetime.date, tense: Tense) -> str:
    assert expression.weekday is not None  # the caller asked
    if expression.span == "week":  # "Friday next week"
        monday = anchor + datetime.timedelta(7 * (expression.rel or 0) - anchor.weekday())
        return (monday + datetime.timedelta(expression.weekday)).isoformat()
    back = (anchor.weekday() - expression.weekday) % 7
    if expression.rel == 0:
        return (anchor + datetime.timedelta(expression.weekday - anchor.weekday())).isoformat()
    if expression.rel == -1:
        back = back or 7
    if expression.rel == 1 or (tense != "past" and expression.rel != -1):
        return (anchor + datetime.timedelta((-back) % 7 or (7 if expression.rel == 1 else 0))).isoformat()
    return (anchor - datetime.timedelta(back)).isoformat()


def _of_span(expression: DateExpression, anchor: datetime.date, tense: Tense) -> str | None:
    rel = expression.rel or 0
    if expression.span == "year":
        return f"{anchor.year + rel:04d}"
    if expression.span == "yearend":
        return f"{anchor.year - (tense == 'past'):04d}-12-31"
    if expression.span == "month":
        index = anchor.year * 12 + anchor.month - 1 + rel
        return _whole_month(index // 12, index % 12 + 1)
    monday = anchor - datetime.timedelta(anchor.weekday()) + datetime.timedelta(7 * rel)
    if expression.span == "weekend":
        if rel == 0 and tense == "past" and anchor.weekday() < 5:
            monday -= datetime.timedelta(7)
        return f"{(monday + datetime.timedelta(5)).isoformat()}/{(monday + datetime.timedelta(6)).isoformat()}"
    if expression.span == "week":
        return f"{monday.isoformat()}/{(monday + datetime.timedelta(6)).isoformat()}"
    return None


def _of_part(expression: DateExpression, anchor: datetime.date | None, tense: Tense) -> str | None:
    """Return a quarter, half or season, or the first months of a year."""
    if expression.span == "months":
        year = expression.year or (anchor.year + (expression.rel or 0) if anchor else None)
        months = expression.part or 0
        known = year is not None and 1 < months < 12
        ahead = (
            known
            and expression.year is None
            and anchor
            and tense == "past"
            and (year, months) > (anchor.year, anchor.month)
        )
        return _months(year or 0, 1, months) if known and not ahead else None
    length = _LENGTHS[expression.span or ""]
    if expression.part is None:
        return _of_whole_part(expression, anchor, length)
    if expression.part < 1 or expression.part * length > 12:
        return None
    first = (expression.part - 1) * length + (_FIRST_SPRING_MONTH if expression.span == "season" else 1)
    if expression.year is not None:
        return _months(expression.year, first, length)
    if anchor is None:
        return None
    if expression.span == "season" and expression.rel is not None:
        return _of_season(expression.rel, anchor, first)
    if expression.rel is not None:
        return _months(anchor.year + expression.rel, first, length)
    return _months(_year_of_part(anchor, first, length, tense), first, length)


def _of_whole_part(expression: DateExpression, anchor: datetime.date | None, length: int) -> str | None:
    """Return "this quarter", "last quarter"."""
    if anchor is None or expression.rel is None or expression.span == "season":
        return None
    index = (anchor.year * 12 + anchor.month - 1) // length + expression.rel
    return _months(index * length // 12, index * length % 12 + 1, length)


def _of_season(rel: int, anchor: datetime.date, first: int) -> str:
    """Return "last winter": the latest that was over; "this summer": of this year; "next spring": the next to start."""
    year = anchor.year
    if rel == -1:
        last = bounds(_months(year, first, 3))[1]
        year -= last >= anchor
        if bounds(_months(year, first, 3))[1] >= anchor:
            year -= 1
    elif rel == 1:
        year += bounds(_months(year, first, 3))[0] <= anchor
    return _months(year, first, 3)


def _year_of_part(anchor: datetime.date, first: int, length: int, tense: Tense) -> int:
    """Return the year of a quarter or half that was named without one."""
    start, end = bounds(_months(anchor.year, first, length))
    if tense == "future":
        return anchor.year + ((anchor - end).days > _RECENT)
    before = (anchor - bounds(_months(anchor.year - 1, first, length))[1]).days
    return anchor.year if end < anchor or (start <= anchor and before > _FAR) else anchor.year - 1


def resolve(expression: DateExpression, published: str | None, tense: Tense = "past") -> str | None:
    """Return the date in EDTF, or ``None`` where it cannot be known.

    :param published: date of publication; only one with its day anchors relative dates.
    :param tense: of the verb that governs the date.
    """
    anchor = anchor_of(published)
    try:
        resolved = _resolved(expression, anchor, expression.lean or tense)
        if resolved is not None:
            bounds(resolved)
    except (ValueError, OverflowError):
        return None
    return resolved


def _resolved(expression: DateExpression, anchor: datetime.date | None, tense: Tense) -> str | None:
    if expression.taken_up:
        return None
    if expression.span in {"half", "quarter", "season", "months"}:
        return _of_part(expression, anchor, tense)
    if expression.month is not None:
        return _of_month(expression, anchor, tense)
    if expression.year is not None:
        if expression.span == "decade":
            return f"{expression.year}/{expression.year + 9}"
        if expression.until_year is not None:
            return f"{expression.year}/{expression.until_year}"
        return f"{expression.year:04d}"
    if anchor is None:
        return None
    if expression.offset is not None:
        return (anchor + datetime.timedelta(expression.offset)).isoformat()
    if expression.weekday is not None:
        return _of_weekday(expression, anchor, tense)
    return _of_span(expression, anchor, tense) if expression.span else None


def anchor_of(published: str | None) -> datetime.date | None:
    """Return the day of publication, or ``None`` where only a month or a year is known."""
    if published is None:
        return None
    first, last = bounds(published)
    return first if first == last else None
