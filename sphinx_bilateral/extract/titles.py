"""Titles of persons, before and after a name, and the country that a title names."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.units import Unit

_LONGEST = 24  # units
_LINKS = {"for", "and", "the", "of"}


def _title_word(unit: Unit) -> bool:
    return unit.cls in "TSYM" or unit.has("portfolio") or unit.has("officemod") or unit.has("sector")


def _portfolio_comma(units: Sequence[Unit], index: int) -> bool:
    """Tell whether the comma at *index* parts two words of one portfolio."""
    if not 0 < index < len(units) - 1:
        return False
    after = units[index + 1]
    if after.cls == "a" and index + 2 < len(units):
        after = units[index + 2]
    before = units[index - 1]
    return (
        _title_word(before)
        and not before.has("office")
        and _title_word(after)
        and not after.has("office")
        and after.capital
    )


def title_left(units: Sequence[Unit], before: int) -> int:
    """Return the index of the first unit of the title that ends before *before*, or *before* where there is none."""
    index = before
    found = before
    office = False
    while index > 0 and before - index < _LONGEST:
        unit = units[index - 1]
        if unit.has("office"):
            office, found = True, index - 1
        elif _title_word(unit):
            found = index - 1 if office else found
        elif unit.cls == "a" and index > 1:
            left = units[index - 2 - (units[index - 2].cls == ",")]
            if not _title_word(left) or (office and not left.has("office") and not heads_title(units, index - 1)):
                break
        elif unit.cls == "," and not office and _portfolio_comma(units, index - 1):
            pass
        elif unit.cls == "f" or unit.low in {"for", "the", "on", "to", "in", "at"}:
            if unit.low == "the" and not (
                index > 1 and (units[index - 2].cls == "f" or units[index - 2].low in {"for", "on", "to"})
            ):
                break
            if unit.low in {"on", "to", "in", "at"} and not (index > 1 and units[index - 2].has("office")):
                break
        elif (unit.cls in "CD" and index > 1 and _inside_title(units, index - 1)) or (unit.text == "-" and unit.glued):
            pass
        else:
            break
        index -= 1
    return found if office else before


def heads_title(units: Sequence[Unit], conjunction: int) -> bool:
    """Tell whether "Minister of X and Y Z" goes on to the left of its *and*: an office stands there."""
    probe = conjunction - 1
    while (
        probe >= 0
        and conjunction - probe < 10
        and (_title_word(units[probe]) or units[probe].cls in "f,a" or units[probe].low in {"for", "the"})
    ):
        if units[probe].has("office"):
            return True
        probe -= 1
    return False


def _inside_title(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a country at *at* stands inside a title: "Minister of Commerce and Indian G20 Sherpa"."""
    left = units[at - 1]
    if left.low == "to" and at > 1 and units[at - 2].has("office"):
        return True  # "Kenyan Ambassador to Japan A B"
    if left.cls in {"D", "C"}:
        return at > 1 and _inside_title(units, at - 1)
    return left.cls == "a" and at > 1 and _title_word(units[at - 2]) and heads_title(units, at - 1)


def _title_right(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """Return first and last index of the title that starts at *at*, with what names its country, or ``None``."""
    index = at
    office = -1
    while index < len(units) and index - at < _LONGEST:
        unit = units[index]
        if unit.has("office"):
            office = index
        elif _title_word(unit) and (unit.capital or office < 0 or units[index - 1].low in _LINKS):
            pass
        elif unit.low in {"the", "of", "for", "and", "'s", "'", "&", "his", "her", "its", "on", "to"}:
            if unit.low in {"on", "to"} and index - 1 != office:
                break
            if unit.low == "and" and not (index + 1 < len(units) and _title_word(units[index + 1])):
                break
        elif unit.cls == ",":
            if office < 0 or not _portfolio_comma(units, index):
                break
        elif unit.cls in "CD":
            if office >= 0 and units[index - 1].low not in {"of", "the", "to", "for"}:
                break
        elif not (unit.text == "-" and unit.glued):
            break
        index += 1
    last = index - 1
    while last > office >= 0 and (
        units[last].cls in "fa,e" or units[last].low in {"for", "the", "on", "to", "'s", "'"}
    ):
        last -= 1
    return (at, last) if office >= 0 else None


def side_before(units: Sequence[Unit], first: int) -> tuple[str | None, int, bool]:
    """Return the country right before a title at *first*, the index where the mention starts, and "visiting"."""
    index = first
    visiting = False
    while index > 0 and (
        units[index - 1].low in {"visiting", "his", "her", "its", "former", "then", "the", "-"}
        or units[index - 1].cls == "'"
    ):
        visiting |= units[index - 1].low == "visiting"
        if units[index - 1].low in {"the", "his", "her", "its"} or (
            index > 1 and units[index - 1].low == "-" and units[index - 2].cls not in "CD"
        ):
            break
        index -= 1
    if index > 1 and units[index - 1].has("government") and units[index - 2].cls in "CD'":
        index -= 1 + (units[index - 2].cls == "'")  # "Kenyan Foreign Ministry spokesman"
    if index > 0 and units[index - 1].cls in "CD":
        code = units[index - 1].tags.get("state") or units[index - 1].tags.get("demonym")
        start = index - 1
        if start > 0 and units[start - 1].low == "visiting":
            visiting, start = True, start - 1
        return code, start, visiting
    return None, first, visiting


def country_in(units: Sequence[Unit], first: int, last: int) -> str | None:
    """Return the country a title names inside: "of Kenya", "Indian ... Sherpa", the last one wins."""
    for index in range(last, first - 1, -1):
        unit = units[index]
        before = index - 1 - (index > 0 and units[index - 1].cls == "e")
        posted = before >= first and units[before].low == "to"  # the state to which an ambassador is sent
        if unit.cls in "CD" and not posted and not (unit.has("org") and index < last):
            return unit.tags.get("state") or unit.tags.get("demonym")
    return None


def trimmed(units: Sequence[Unit], first: int, last: int) -> tuple[int, int]:
    """Cut from a title the country it starts or ends with."""
    while first < last and (units[first].cls in "CDe'" or units[first].low in {"visiting", "the", "his", "her", "'s"}):
        first += 1
    if units[last].cls in "CD":
        probe = last
        while probe > first and (units[probe].cls in "CDfe" or units[probe].low == "to"):
            probe -= 1
        last = probe if units[probe].cls not in "CD" else last
    return first, last


def of_country(units: Sequence[Unit], end: int) -> tuple[str | None, int]:
    """Read "of Kenya" after a name."""
    if end + 1 < len(units) and units[end].cls == "f":
        probe = end + 1 + (units[end + 1].cls == "e")
        if probe < len(units) and units[probe].cls == "C":
            return units[probe].tags["state"], probe + 1
    return None, end


def apposition_left(units: Sequence[Unit], comma: int, floor: int) -> tuple[int, int]:
    """Read "the Deputy President of the Republic of X," before a name: first and last index, or an empty range."""
    index = comma
    while index > floor and (
        units[index - 1].cls in "CDfe'"
        or _title_word(units[index - 1])
        or units[index - 1].low in {"for", "and", "'s", "to"}
    ):
        if units[index - 1].cls == "e" and units[index - 1].low != "the":
            break
        index -= 1
    offices = [number for number in range(index, comma) if units[number].has("office")]
    if not offices:
        return comma + 1, comma
    first = offices[0]
    while first > index and (units[first - 1].has("officemod") or units[first - 1].cls == "S"):
        first -= 1
    return first, comma - 1


def apposition_right(units: Sequence[Unit], end: int) -> tuple[int, int] | None:
    """Read ", Foreign Minister of X" after a name; in a heading the comma may be missing after "MP"."""
    if end < len(units) and units[end].cls == "," and end + 1 < len(units):
        found = _title_right(units, end + 1)
        # A name after the title means that the title is that person's.
        if found and found[1] + 1 < len(units) and (units[found[1] + 1].cls in "NH"):
            return None
        return found
    if 0 < end < len(units) and units[end - 1].has("namesuffix") and units[end].text.isupper():
        return _title_right(units, end)
    return None
