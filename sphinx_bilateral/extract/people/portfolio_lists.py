"""Lists of portfolios and of offices in a title, with words that the lexicon has not, and what a rank goes with."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.people.title_words import is_body, is_office, title_word
from sphinx_bilateral.extract.words.units import Unit

_LONGEST = 8  # units
_NAME = 4  # units
_BARE = frozenset({"leader", "head", "chief", "commander"})
_OF_TIME = frozenset({"then", "new", "embattled", "veteran", "late", "longtime", "outgoing", "ailing", "ousted"})
_SECOND = ("deputy ", "vice ", "first ")  # what an office starts with that goes before another one of its holder


def _portfolio(unit: Unit) -> bool:
    return title_word(unit) and not is_office(unit) and unit.cls != "M"


def list_before(units: Sequence[Unit], comma: int) -> bool:
    """Tell whether the comma parts two portfolios before their office: "Kenya's Investment, Trade and Industry"."""
    joined = any(unit.cls == "a" for unit in units[comma + 1 : comma + 5])
    if not joined or not (units[comma + 1].capital and _portfolio(units[comma + 1])):
        return False
    probe = comma - 1
    while probe > 0 and comma - probe < _LONGEST and (units[probe].cls == "," or _capital_portfolio(units[probe])):
        probe -= 1
    return probe < comma - 1 and units[probe].cls in "CD'"


def _capital_portfolio(unit: Unit) -> bool:
    return unit.capital and _portfolio(unit)


def small_list(units: Sequence[Unit], comma: int) -> bool:
    """Tell whether the comma parts portfolios in small letters: "minister for trade, energy and sport"."""
    if comma < 1 or comma + 3 >= len(units):
        return False
    words = (units[comma - 1], units[comma + 1], units[comma + 3])
    return units[comma + 2].cls == "a" and all(_portfolio(unit) and not unit.capital for unit in words)


def goes_on(units: Sequence[Unit], end: int) -> bool:
    """Tell whether a list of portfolios goes on at *end*: "and Industry", ", Water and Land", not "and Trade Minister".

    Then the capitalised words before are of the list, and no name.
    """
    at = end
    while at < len(units) and at - end < 2 and units[at].cls in ",a":
        at += 1
    first = at
    while at < len(units) and _capital_portfolio(units[at]):
        at += 1
    return first > end and at > first and (at == len(units) or not (is_office(units[at]) or units[at].cls in "CD'f"))


def deputy_left(units: Sequence[Unit], first: int) -> int | None:
    """Return the comma of "Deputy Prime Minister, Minister for Trade" where the second title starts at *first*."""
    if first < 3 or units[first - 1].cls != "," or not units[first].capital or not is_office(units[first]):
        return None
    office = units[first - 2]
    second = office.low.startswith(_SECOND) or units[first - 3].low in {"deputy", "vice", "first"}
    return first - 1 if is_office(office) and office.capital and second else None


def owned_name_left(units: Sequence[Unit], first: int, floor: int) -> int:
    """Take the name of a body or a region between a country and an office into the title: "Kenya's Otwo chief".

    A bare "leader" takes what describes it in small letters, too: "far-right leader".
    """
    at = first
    bare = units[first].low in _BARE
    while at > floor and first - at < _NAME and (_names_body(units[at - 1]) or (bare and _describes(units[at - 1]))):
        at -= 1
    owned = floor <= at - 1 and at < first and units[at - 1].cls in "CD'"
    return at if owned and units[at].text != "-" else first


def _names_body(unit: Unit) -> bool:
    return unit.capital and unit.cls == "N" and not unit.has("givenname")


def _describes(unit: Unit) -> bool:
    return (unit.cls == "l" and unit.text.isalpha() and not unit.capital and unit.low not in _OF_TIME) or (
        unit.text == "-" and unit.glued
    )


def joined_body_left(units: Sequence[Unit], first: int, before: int) -> int:
    """Take "Chamber of Commerce and" before "Industry Chairman", whose title is ``first:before``, into the title.

    Only where a country owns the whole: "Kenya's Chamber of Commerce and Industry Chairman".
    """
    if first < 3 or units[first - 1].cls != "a" or is_office(units[first]) or not units[first].capital:
        return first
    at = first - 1
    while at > 0 and first - at < _LONGEST and (units[at - 1].cls in "af" or _of_body(units[at - 1])):
        at -= 1
    named = any(is_body(unit) or unit.has("minorbody") for unit in units[at:before])
    return at if named and at < first - 1 and at and units[at - 1].cls in "CD'" and _of_body(units[at]) else first


def _of_body(unit: Unit) -> bool:
    return unit.capital and unit.cls not in "CDHKwm" and not is_office(unit)


def field_left(units: Sequence[Unit], first: int) -> int:
    """Take "Committee on" before "Foreign Relations Chairman", whose title starts at *first*, into the title."""
    if first < 2 or units[first - 1].low not in {"on", "for", "of"} or not units[first].capital:
        return first
    body = units[first - 2]
    if not (body.capital and (is_body(body) or body.has("minorbody"))) or is_office(units[first]):
        return first
    at = first - 2
    while at > 0 and units[at - 1].capital and (title_word(units[at - 1]) or units[at - 1].cls == "N"):
        at -= 1
    return at
