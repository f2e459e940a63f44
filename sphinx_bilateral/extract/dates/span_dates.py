"""Stretches of time: quarters, halves, seasons, "next week", "two years ago", and those the report told before."""

from __future__ import annotations

from sphinx_bilateral.extract.dates.date_expression import (
    DateExpression,
    is_year,
    low_of,
    relative_of,
    year_after,
    year_words,
)
from sphinx_bilateral.extract.words.units import Unit

_UNITS = {
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks"), "week"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    "weekend": "weekend",
}
_PARTS = {"end", "start", "beginning", "earlier", "later", "early", "late"}


def part_of_year(units: list[Unit], at: int) -> DateExpression | None:
    """Read "the second half of 2017", "the 1988 third quarter", "this year's first half" from the ordinal *at*."""
    noun = at + 1 + (low_of(units, at + 1) == "-")
    word = low_of(units, noun)
    count = None
    if units[at].low == "first" and low_of(units, noun + 1) in {"months", "quarters"} and units[noun].cls == "#":
        number = units[noun].tags.get("number", units[noun].text)
        count = int(number) * (3 if low_of(units, noun + 1) == "quarters" else 1) if number.isdecimal() else None
        word, noun = "months", noun + 1
    if word not in {"half", "quarter", "months"} or (word == "months" and not count):
        return None
    part = count if count is not None else int(units[at].tags.get("ordinal", "0"))
    fiscal = at - (low_of(units, at - 1) in {"fiscal", "-"}) - (low_of(units, at - 2) == "fiscal")
    first = fiscal
    year, rel, last = year_after(units, noun)
    if low_of(units, first - 1) in {"ago", "earlier"} and low_of(units, first - 3) == "year":
        return DateExpression(first - 3, last, rel=-1, span=word, part=part)
    if low_of(units, noun + 1) == "of" and low_of(units, noun + 2) == "fiscal":
        year, rel, last = year_after(units, noun + 2)
    if year is None and rel is None:
        if first and is_year(units[first - 1]):
            year, first = int(units[first - 1].text), first - 1
        elif low_of(units, first - 1) == "'s" and (owner := year_words(units, first - 3)) is not None:
            rel, first = owner, first - 3
    if word == "months" and year is None and rel is None:
        return None
    return DateExpression(first, last, year, rel=rel, span=word, part=part)


def season_at(units: list[Unit], at: int) -> DateExpression | None:
    """Read "last winter", "the summer of 1998", "in spring 2024" from the season at *at*."""
    part = int(units[at].tags["season"])
    first, rel = at, None
    if units[at].capital and at:
        return None
    if first and low_of(units, first - 1) in {"past", "coming"} and low_of(units, first - 2) == "this":
        first -= 1
    if first and (found := relative_of(units[first - 1])) is not None:
        rel, first = found, first - 1
    year, of_year, last = year_after(units, at)
    if rel is None and year is None and of_year is None:
        return None
    return DateExpression(first, last, year, rel=rel if of_year is None else of_year, span="season", part=part)


def ago_at(units: list[Unit], at: int, count: int) -> DateExpression | None:
    """Read "two weeks ago", "a year earlier" whose unit of time stands at *at*."""
    after = at + 1
    if low_of(units, after) == "or" and low_of(units, after + 1) == "so":
        after += 2
    if low_of(units, after) == "-":
        after += 1
    word = low_of(units, after)
    span = _UNITS[units[at].low]
    if word not in {"ago", "earlier"} or (word == "earlier" and span != "year"):
        return None
    first = at - 1 if at and (units[at - 1].cls in "#e") else at
    if span == "day":
        return DateExpression(first, after, offset=-count)
    back = (10 * count, "year") if span == "decade" else (count, span)
    return DateExpression(first, after, rel=-back[0], span=back[1], taken_up=span == "year" and count == 1)


def number_ago(units: list[Unit], at: int) -> DateExpression | None:
    """Read "two weeks ago" from its number at *at*."""
    text = units[at].tags.get("number", units[at].text)
    if low_of(units, at + 1) not in _UNITS or not text.isdecimal() or len(text) > 3:
        return None
    return ago_at(units, at + 1, int(text))


def span_at(units: list[Unit], at: int) -> DateExpression | None:
    """Read what stands around "week", "month", "quarter", "year" at *at*: "next week", "year-end", "the quarter"."""
    word = units[at].low
    before = units[at - 1] if at else None
    if units[at].capital:
        return None  # "This Week", a title
    if word in {"quarter", "period"} and (found := _taken_up(units, at)) is not None:
        return found
    if before is not None and (rel := relative_of(before)) is not None and before.low not in {"past", "previous"}:
        if word != "half":
            return DateExpression(at - 1, at, rel=rel, span=_UNITS.get(word, word))
        year, of_year, last = year_after(units, at)
        known = rel == -1 and (year is not None or of_year is not None)
        return DateExpression(at - 1, last, year, rel=of_year, span="half", part=2) if known else None
    if (
        word in _UNITS
        and (found := ago_at(units, at, 1)) is not None
        and low_of(units, at - 1) in {"a", "one", "", "the"}
    ):
        return found
    end = at + 1 + (low_of(units, at + 1) == "-")
    if word == "year" and low_of(units, end) == "end" and before is not None and before.cls in "plv":
        return DateExpression(at, end, rel=0, span="yearend")
    of_the = low_of(units, at - 1) == "the" and low_of(units, at - 2) in {"of", "in"}
    if word in {"year", "month", "week"} and of_the and low_of(units, at - 3) in _PARTS:
        return DateExpression(at - 1, at, rel=0, span=word)
    weekend = word == "weekend" and low_of(units, at - 1) == "the"
    return DateExpression(at - 1, at, rel=0, span="weekend") if weekend else None


def _taken_up(units: list[Unit], at: int) -> DateExpression | None:
    """Read "the quarter", "the year-ago quarter", "the 1989 period", "the same period last year" from its noun."""
    word, before = units[at].low, low_of(units, at - 1)
    if before in {"ago", "earlier"} and low_of(units, at - 3) == "year":
        return DateExpression(at - 3, at, rel=-1, span=word, taken_up=True)
    if at and is_year(units[at - 1]):
        return DateExpression(at - 1, at, int(units[at - 1].text), span=word, taken_up=True)
    if before in {"same", "corresponding", "comparable"}:
        year, rel, last = year_after(units, at)
        return DateExpression(at - 1, last, year, rel=rel, span=word, taken_up=True) if year or rel else None
    adverbial = before == "the" and word == "quarter" and at > 1 and units[at - 2].cls in "pf"
    if before == "latest" or adverbial:
        return DateExpression(at - 1, at, rel=0, span=word, taken_up=True)
    return None
