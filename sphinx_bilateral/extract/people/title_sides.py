"""The country that a title names, before it, inside it or after the name."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.people.title_words import is_sent
from sphinx_bilateral.extract.words.units import Unit

_POSTED = frozenset({"to", "on", "in", "for"})  # what leads to the place or the field of a mission, not to its sender
_NAMED_AFTER_STATES = frozenset({"bank", "university", "church"})  # "Governor of the Bank of Kenya" stays whole
_SEATED = frozenset({"mayor", "governor", "chief", "secretary", "archbishop", "bishop"})  # offices of a city
_BESIDE = frozenset({"visiting", "the", "his", "her", "'s", "newly-elected", "newly-appointed"})  # before a title


def _state_of(unit: Unit) -> str | None:
    return unit.tags.get("state") or unit.tags.get("demonym")


def side_before(units: Sequence[Unit], first: int) -> tuple[str | None, int, bool]:
    """Return the country right before a title at *first*, the index where the mention starts, and "visiting"."""
    index = first
    visiting = False
    while index > 0 and (
        units[index - 1].low in {"visiting", "his", "her", "its", "former", "then", "the", "-", "top", "leading"}
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
    elif index > 1 and _described(units[index - 1]) and units[index - 2].cls in "CD'":
        index -= 1 + (units[index - 2].cls == "'")  # "Kenya's embattled President"
    if index > 0 and units[index - 1].cls in "CD":
        start = index - 1
        code = _state_of(units[start])
        if units[start].has("org") and start > 0 and _owns(units, start - 1):
            start -= 1 + (units[start - 1].cls == "'")  # "Kenyan African Union envoy" is of Kenya
            code = _state_of(units[start])
        if start > 0 and units[start - 1].low == "visiting":
            visiting, start = True, start - 1
        return code, start, visiting
    if index > 0 and units[index - 1].has("organ"):
        return units[index - 1].tags["organ"], index - 1, visiting
    return None, first, visiting


def _described(unit: Unit) -> bool:
    """Tell whether *unit* can be a word on a person between the country and the title."""
    return (unit.cls == "l" or unit.low == "new") and not unit.capital and unit.text.isalpha()


def _owns(units: Sequence[Unit], at: int) -> bool:
    unit = units[at - 1] if units[at].cls == "'" and at > 0 else units[at]
    return unit.cls in "CD" and not unit.has("org")


def country_in(units: Sequence[Unit], first: int, last: int) -> str | None:
    """Return the country a title names inside: "of Kenya", "Indian ... Sherpa", the last one wins.

    An organisation is one only where the title names no state.
    """
    organ = org = None
    for index in range(last, first - 1, -1):
        unit = units[index]
        organ = organ or unit.tags.get("organ") or unit.tags.get("officeof")
        if unit.cls not in "CD" or _is_field(units, index, first, last) or _one_of_two(units, index):
            continue
        if not unit.has("org"):
            return _state_of(unit)
        owns = index < last and units[index + 1].cls == "'"  # "the EU's ambassador to Kenya"
        org = org or (_state_of(unit) if index == last or owns else None)
    if organ is None and units[last].cls == "K" and last > first + 1 and units[last - 1].cls == "f":
        seat = units[last - 2].low.split()[-1]
        return units[last].tags["city"] if seat in _SEATED else None
    return organ or org


def _is_field(units: Sequence[Unit], at: int, first: int, last: int) -> bool:
    """Tell whether a country is the field of an office: "envoy to Kenya", "former administration Kenya adviser"."""
    before = at - 1 - (at > 0 and units[at - 1].cls == "e")
    if before < first:
        return False
    link = units[before].low
    if link == "for":  # "envoy for Kenya", but "spokesman for the Kenyan government"
        owned = at < last and units[at + 1].cls in "NSYGLM'" and (units[at + 1].capital or units[at + 1].cls in "G'")
        return units[at].cls == "C" and not owned
    if link in _POSTED:
        return True
    return units[at].cls == "C" and units[at - 1].cls in "NSlL" and units[at - 1].text != "-"


def _one_of_two(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the country at *at* owns not what it stands in: "the Kenya-Japan Society", "Inner Mongolian"."""
    if at > 1 and units[at - 1].text == "-" and units[at - 2].cls in "CD":
        return True
    following = units[at + 1 : at + 3]
    if len(following) == 2 and (following[0].text == "-" or following[0].cls == "a") and following[1].cls in "CD":
        return True
    if at > 1 and units[at - 1].cls == "a" and units[at - 2].cls in "CD":
        return True
    return bool(following) and following[0].text == "Autonomous"


def trimmed(units: Sequence[Unit], first: int, last: int) -> tuple[int, int]:
    """Cut from a title the country it starts or ends with."""
    while (
        first < last
        and not units[first].has("orgorgan")
        and (units[first].cls in "CDe'-" or units[first].low in _BESIDE)
    ):
        first += 1
    if units[last].cls == ")" and last - 3 > first and units[last - 2].cls == "(":
        last -= 3
    if units[last].cls in "CD" and not units[last].has("org"):
        probe = last
        while probe > first and _cut_from_title(units[probe]):
            probe -= 1
        whole = units[probe].low in _NAMED_AFTER_STATES or units[probe + 1].low == "for"
        last = probe if not whole and (units[probe].cls not in "CD" or units[probe].has("orgorgan")) else last
    return first, last


def _cut_from_title(unit: Unit) -> bool:
    """Tell whether *unit* belongs to what is cut from the end of a title: "of the Republic of Kenya", "to Kenya"."""
    return not unit.has("orgorgan") and (unit.cls in "CDfe" or unit.low in _POSTED)


def of_country(units: Sequence[Unit], end: int) -> tuple[str | None, int]:
    """Read "of Kenya", "(Kenya)" after a name."""
    if end + 1 < len(units) and units[end].cls == "f":
        probe = end + 1 + (units[end + 1].cls == "e")
        if probe < len(units) and units[probe].cls == "C":
            return units[probe].tags["state"], probe + 1
    if end + 2 < len(units) and units[end].cls == "(" and units[end + 1].cls == "C" and units[end + 2].cls == ")":
        return units[end + 1].tags["state"], end + 3
    return None, end


def posted_to(units: Sequence[Unit], first: int, last: int) -> str | None:
    """Return the state to which an ambassador is sent: "Ambassador to Kenya"."""
    for index in range(first, last - 1):
        if not is_sent(units[index]):
            continue
        lead = index + 1
        if units[lead].cls == "f" and lead + 3 <= last:  # "Ambassador of Japan to Kenya"
            lead += 2 + (units[lead + 1].cls == "e")
        if lead + 1 <= last and units[lead].low in {"to", "in"}:
            place = lead + 1 + (units[lead + 1].cls == "e")
            if place <= last and units[place].cls == "C" and not units[place].has("org"):
                return units[place].tags["state"]
    return None
