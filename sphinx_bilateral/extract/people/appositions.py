"""Titles between commas before or after a name: "the Foreign Minister of X, A B", "A B, Foreign Minister of X"."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.people.title_words import bracket_in_title, is_office, is_plural, is_sent, title_word
from sphinx_bilateral.extract.people.titles import title_right
from sphinx_bilateral.extract.words.units import Unit


def apposition_left(units: Sequence[Unit], comma: int, floor: int) -> tuple[int, int]:
    """Read "the Deputy President of the Republic of X," before a name: first and last index, or an empty range."""
    index = comma
    while index > floor and (
        units[index - 1].cls in "CDfe'"
        or title_word(units[index - 1])
        or units[index - 1].has("government")
        or units[index - 1].low in {"for", "and", "'s", "to"}
        or (units[index - 1].low == "in" and _posts_to(units, index))
        or _odd_portfolio(units, index - 1)
        or bracket_in_title(units, index - 1) is not None
    ):
        if units[index - 1].cls == "e" and units[index - 1].low != "the":
            break
        if (opening := bracket_in_title(units, index - 1)) is not None:
            index = opening
            continue
        index -= 1
    offices = [number for number in range(index, comma) if is_office(units[number])]
    if not offices or (index > 0 and (units[index - 1].cls in "Eq#" or units[index - 1].low == "as")):
        return comma + 1, comma
    first = offices[0]
    if is_plural(units[first]):
        return comma + 1, comma
    while first > index and (units[first - 1].has("officemod") or units[first - 1].cls == "S"):
        first -= 1
    return first, comma - 1


def _posts_to(units: Sequence[Unit], country: int) -> bool:
    """Tell whether "in" before a country is of one who is sent there: "Ambassador of Kenya in Japan"."""
    sent = any(is_sent(unit) for unit in units[max(0, country - 5) : country - 1])
    return sent and units[country].cls in "Ce"


def _odd_portfolio(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a capitalised word stands between two of a portfolio: "Agriculture and Ploughmen Welfare"."""
    if at < 2 or units[at].cls != "N" or not units[at + 1].has("portfolio") or not units[at + 1].capital:
        return False
    before = units[at - 1]
    joined = before.cls == "a" and title_word(units[at - 2]) and not is_office(units[at - 2])
    return joined or (before.cls == "f" and is_office(units[at - 2]))


def apposition_right(units: Sequence[Unit], end: int) -> tuple[int, int] | None:
    """Read ", Foreign Minister of X", ", who is envoy of X", "(envoy of X)" after a name.

    In a heading the comma may be missing after "MP".
    """
    found = None
    if end + 1 < len(units) and units[end].cls in ",(":
        start = end + 1
        if units[start].low == "who" and start + 2 < len(units) and units[start + 1].cls == "E":
            start += 2
        found = title_right(units, start)
    elif 0 < end < len(units) and units[end - 1].has("namesuffix") and units[end].text.isupper():
        found = title_right(units, end)
    return found[:2] if found else None
