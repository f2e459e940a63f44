"""Dates with the precision that the source gave, as Extended Date/Time Format strings (EDTF, ISO 8601-2).

Five forms are used, and no other: ``2027``, ``2024-07``, ``2025-01-24``, a closed interval of two of these
(``2025-01-23/2025-01-24``) and an interval with an open end (``../2025-01-24``, ``2025/..``).
A month never becomes a day: nothing here widens or narrows a date.
"""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")

OPEN_START = datetime.date.min
OPEN_END = datetime.date.max


def _point_bounds(text: str) -> tuple[datetime.date, datetime.date]:
    match = _POINT.match(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date: write 2027, 2024-07 or 2025-01-24")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # the first group always takes part in a match
    try:
        if month is None:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        if day is None:
            return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
        return (whole := datetime.date(year, month, day)), whole
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError(f"{text!r} is not a date of the calendar") from None


@lru_cache(maxsize=4096)  # a list compares the date of every fact with the days that a page asks for
def bounds(edtf: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that *edtf* can mean.

    :param edtf: one of the five forms of this module.
    :returns: two days, both inclusive; an open end is ``date.min`` or ``date.max``.
    :raises ValueError: for any other form, and for an interval that ends before it starts.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_bounds(start)
    if start == end == "..":
        raise ValueError(f"{edtf!r} is open at both ends")
    try:
        first = OPEN_START if start == ".." else _point_bounds(start)[0]
        last = OPEN_END if end == ".." else _point_bounds(end)[1]
    except ValueError:
        raise ValueError(f"{edtf!r} is not a date: write 2027, 2024-07 or 2025-01-24, or two with a slash") from None
    if last < first:
        raise ValueError(f"{edtf!r} ends before it starts")
    return first, last


def validated(edtf: str) -> str:
    """Return *edtf* as it is, or raise ``ValueError`` with what a date looks like."""
    bounds(edtf)
    return edtf


def is_date(text: str) -> bool:
    """Tell whether *text* is a date as this module writes it."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True


class _Validated:
    """What pydantic asks. It is imported then: a build in which nothing changed reads dates without it."""

    def __get_pydantic_core_schema__(  # ruff: ignore[bad-dunder-method-name]  # pydantic asks for it
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic import AfterValidator

        return AfterValidator(validated).__get_pydantic_core_schema__(source, handler)


EdtfDate = Annotated[str, _Validated()]
"""A date as this module writes it; pydantic refuses any other form."""


def is_to_come(day: str | None, today: datetime.date) -> bool:
    """Tell whether *day*, EDTF, is surely after *today*, wherever on the earth that is."""
    return day is not None and bounds(day)[0] > today + datetime.timedelta(days=1)


def refines(finer: str, coarser: str) -> bool:
    """Tell whether *finer* says the same as *coarser*, or the same more precisely."""
    finer_start, finer_end = bounds(finer)
    coarser_start, coarser_end = bounds(coarser)
    return coarser_start <= finer_start and finer_end <= coarser_end


def agree(one: str, other: str) -> bool:
    """Tell whether two dates can both be true: one of them refines the other."""
    return refines(one, other) or refines(other, one)


def sort_key(edtf: str | None) -> tuple[datetime.date, datetime.date]:
    """Return a key that orders dates by their first day, then their last; facts without a date come last."""
    return bounds(edtf) if edtf else (OPEN_END, OPEN_END)
