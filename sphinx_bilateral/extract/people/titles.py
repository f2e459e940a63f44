"""Titles of persons: how far one goes to the left and to the right of a name."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.people.portfolio_lists import (
    deputy_left,
    field_left,
    joined_body_left,
    list_before,
    small_list,
)
from sphinx_bilateral.extract.people.title_words import (
    adviser_left,
    bracket_in_title,
    is_body,
    is_office,
    is_sent,
    link_inside,
    title_word,
)
from sphinx_bilateral.extract.words.units import Unit

_LONGEST = 24  # units
_LINKS = frozenset({"for", "and", "the", "of", "'s", "'", "&", "-"})
_TAILS = frozenset({"of", "for", "with", "at", "to", "on", "in"})  # what leads from an office to its body or place
_OPENINGS = frozenset({"a", "an", "the", "also", "now", "then", "currently"})
_RANKS = frozenset({"top", "leading", "founding", "managing", "ruling", "acting", "visiting"})
_STOPPED_BY = frozenset('EXZVcqhb!;?"()')  # classes of the units that no title goes over


def _portfolio_comma(units: Sequence[Unit], index: int) -> bool:
    """Tell whether the comma at *index* parts two words of one portfolio."""
    if not 0 < index < len(units) - 1:
        return False
    after = units[index + 1]
    if after.cls == "a" and index + 2 < len(units):
        after = units[index + 2]
    if small_list(units, index):
        return True
    before = units[index - 1]
    return title_word(before) and not is_office(before) and title_word(after) and not is_office(after) and after.capital


def title_left(units: Sequence[Unit], before: int) -> int:
    """Return the index of the first unit of the title that ends before *before*, or *before* where there is none."""
    first = adviser_left(units, _plain_left(units, before), before)
    edge = before
    if before > 2 and first < before and units[before - 1].has("rank") and units[before - 2].cls != "C":
        edge -= 1  # "Chief of Staff of the Kenyan Army General P"
    chained = _chain_left(units, edge)
    if chained < edge and first - chained < _LONGEST:
        first = min(first, chained)
    if first == before:
        return first
    first = joined_body_left(units, field_left(units, first), before)
    comma = deputy_left(units, first)
    return first if comma is None else _plain_left(units, comma)


def _plain_left(units: Sequence[Unit], before: int) -> int:
    """Read "Minister for Land and Water", "Economic Development and Trade Minister" leftwards from *before*."""
    index = before
    found = before
    office = False
    while index > 0 and before - index < _LONGEST:
        unit = units[index - 1]
        if is_office(unit):
            office, found = True, index - 1
        elif unit.low == "under" and units[index].low.split()[0] != "secretary":
            break
        elif office and index == found and is_body(unit):
            found = index = _body_name(units, index - 1)
            continue
        elif (title_word(unit) and not _other_phrase(units, index - 1)) or (
            office and _numbers_office(units, index - 1)
        ):
            found = index - 1 if office else found
        elif unit.cls == "a" and index > 1:
            if not _joins(units, index - 1, office=office):
                break
        elif unit.cls == "," and (_portfolio_comma(units, index - 1) if not office else list_before(units, index - 1)):
            pass
        elif unit.cls == "f" or unit.low in {"for", "the", "on", "to", "in", "at"}:
            if not link_inside(units, index - 1):
                break
        elif (opening := bracket_in_title(units, index - 1)) is not None:
            index = opening
            continue
        elif not (_country_inside(units, index - 1) or (unit.text == "-" and unit.glued)):
            break
        index -= 1
    return found if office else before


def _other_phrase(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a word in small letters ends before a title: "after consultations Foreign Minister P left"."""
    return units[at].cls == "M" and not units[at].capital and units[at + 1].capital


def _numbers_office(units: Sequence[Unit], at: int) -> bool:
    """Tell whether an ordinal at *at* opens a title: "Second Minister of Trade", not "the second minister"."""
    return units[at].cls == "O" and units[at].capital and is_office(units[at + 1])


def _joins(units: Sequence[Unit], at: int, *, office: bool) -> bool:
    """Tell whether the *and* at *at* joins two parts of one title."""
    comma = units[at - 1].cls == ","
    left, right = units[at - 1 - comma] if at > comma else units[at - 1], units[at + 1]
    if not title_word(left):
        return False
    if not office or is_office(left) or heads_title(units, at):
        return True
    return _two_portfolios(units, at, right)


def _two_portfolios(units: Sequence[Unit], at: int, right: Unit) -> bool:
    """Tell whether two portfolios are joined: "Trade and Industry Minister", not "peace and Foreign Minister"."""
    left = units[at - 1]
    if left.capital != right.capital or left.has("body") or not (right.has("portfolio") or right.has("office")):
        return False
    start = at - 1
    while start > 0 and (units[start - 1].has("portfolio") or units[start - 1].cls == "S"):
        start -= 1
    return left.has("portfolio") and (start == 0 or units[start - 1].cls in "CD'eT(" or left.capital)


def _country_inside(units: Sequence[Unit], at: int) -> bool:
    if at == 0 or units[at].cls not in "CD":
        return False
    left = units[at - 1]
    if left.has("officemod") and left.capital and left.low not in {"visiting", "former", "then", "late"}:
        return not left.has("portfolio")  # "Deputy Kenyan Trade Representative"
    return _inside_title(units, at)


def _body_name(units: Sequence[Unit], last: int) -> int:
    """Return where the name of a body that ends at *last* starts: "Communist Party", "Rift Provincial Council"."""
    first = last
    while first > 0 and last - first < 4 and units[first - 1].capital and units[first - 1].cls in "NSTLYMGV":
        if units[first - 1].has("office"):
            break
        first -= 1
    if (
        first > 2
        and units[first - 1].cls == "a"
        and units[first - 2].has("portfolio")
        and units[first - 3].cls in "CD'"
    ):
        first -= 2  # "Kenya's Ports and Otwo Zones Authority"
    return first


def heads_title(units: Sequence[Unit], conjunction: int) -> bool:
    """Tell whether "Minister of X and Y Z" goes on to the left of its *and*: an office stands there."""
    probe = conjunction - 1
    while (
        probe >= 0
        and conjunction - probe < 10
        and (title_word(units[probe]) or units[probe].cls in "f,a" or units[probe].low in {"for", "the"})
    ):
        if is_office(units[probe]):
            return True
        probe -= 1
    return False


def _inside_title(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a country at *at* stands inside a title: "Minister of Commerce and Indian G20 Sherpa"."""
    left = units[at - 1]
    if left.low == "the" and at > 1:
        at, left = at - 1, units[at - 2]
    if left.low in {"to", "in"} and at > 1 and is_sent(units[at - 2]):
        return units[at + 1].cls != "T"  # "Kenyan Ambassador to Japan A B"
    if left.cls in {"D", "C"}:
        return at > 1 and _inside_title(units, at - 1)
    return left.cls == "a" and at > 1 and title_word(units[at - 2]) and heads_title(units, at - 1)


def _chain_left(units: Sequence[Unit], before: int) -> int:
    """Read "President of the Council of X", "Speaker of the Otwori Assembly (OA)" leftwards from *before*.

    :returns: the index of the first unit, or *before* where no office stands at the head of such a chain.
    """
    index = before
    if index > 3 and units[index - 1].cls == ")" and units[index - 3].cls == "(":
        index -= 3
    edge = index
    if is_office(units[index - 1]):
        return before
    if index < 3 or not units[index - 1].capital or units[index - 1].low in _LINKS or units[index - 1].cls in "DHOV#":
        return before
    while index > 0 and before - index < _LONGEST:
        unit = units[index - 1]
        if is_office(unit) and index < edge and units[index].low in _TAILS:
            owner = _owner_left(units, index - 1)
            if owner is None:
                return _plain_left(units, index)
            index = owner + 1
            continue
        if unit.cls in "HwO#" or not (
            unit.capital
            or unit.low in _LINKS
            or _portfolio_comma(units, index - 1)
            or (unit.low in {"to", "in"} and index > 1 and (is_sent(units[index - 2]) or units[index - 2].cls == "C"))
            or (unit.low in {"at", "with", "on"} and index > 1 and is_office(units[index - 2]))
        ):
            break
        index -= 1
    return before


def _owner_left(units: Sequence[Unit], office: int) -> int | None:
    """Return the index of the "of" by which the office at *office* hangs on another one: "envoy of the President"."""
    probe = office - 1
    while probe >= 0 and (units[probe].cls in "TD" or units[probe].low == "the"):
        probe -= 1
    if probe < 1 or units[probe].cls != "f":
        return None
    return probe - 1 if is_office(units[probe - 1]) else None


def title_right(units: Sequence[Unit], at: int) -> tuple[int, int, int] | None:
    """Return first and last index of the title that starts at *at*, and of what names its country, or ``None``."""
    first = at
    while first < len(units) and (units[first].low in _OPENINGS or units[first].cls == "v"):
        first += 1
    head = _office_right(units, first)
    if head is None:
        return None
    last = head
    index = head + 1
    while index < len(units) and index - at < _LONGEST:
        following = _next_part(units, index, head)
        if following is None:
            break
        index = following
        last = index - 1
    if last + 1 < len(units) and units[last + 1].cls in "NH" and units[last + 1].capital:
        return None  # a name follows: the title is that person's
    return first, last, last


def _office_right(units: Sequence[Unit], first: int) -> int | None:
    """Return the index of the last of the offices that start the words from *first* on."""
    index = first
    head = None
    lower = 0
    while index < len(units) and index - first < 12:
        unit = units[index]
        if is_office(unit):
            head = index
        elif head is not None:
            break
        elif unit.cls == "l" and not unit.capital:
            lower += 1
            if lower > 2:
                return None
        elif not (
            title_word(unit)
            or unit.cls in "CD'GLNK"
            or unit.low in _RANKS
            or (unit.text == "-" and unit.glued)
            or (unit.cls == "a" and index > first and title_word(units[index - 1]))
        ):
            return None
        index += 1
    return head


def _next_part(units: Sequence[Unit], at: int, head: int) -> int | None:
    """Return the index after the next part of a title to the right, or ``None`` where it ends before *at*."""
    unit = units[at]
    if unit.low in _TAILS:
        return None if _is_where(units, at, head) else _noun_phrase_end(units, at + 1)
    if unit.cls in "a,":
        probe = at + 1 + (unit.cls == "," and at + 1 < len(units) and units[at + 1].cls == "a")
        found = _office_right(units, probe) if probe < len(units) else None
        if unit.cls == "a" and found is not None and _office_close(units, probe, found):
            return found + 1
        if at - 1 > head and _portfolio_comma(units, at):
            return _noun_phrase_end(units, probe)
        inside = at - 1 > head or " of " in units[head].low  # "Minister of State and Foreign Affairs"
        if unit.cls == "a" and inside and probe < len(units) and title_word(units[probe]):
            return _noun_phrase_end(units, probe)
    return None


def _is_where(units: Sequence[Unit], at: int, head: int) -> bool:
    """Tell whether "in" at *at* says where something was done: "met P, Minister of Energy in Oslo on Monday"."""
    if units[at].low != "in" or at - 1 == head or at + 1 >= len(units) or units[at - 1].has("orgnoun"):
        return False
    if any(is_sent(unit) for unit in units[max(0, head - 1) : at]):
        return False
    noun = at + 1 + (units[at + 1].cls == "e")
    plain = noun > at + 1 and noun < len(units) and not units[noun].capital and not units[noun].has("government")
    return units[at + 1].cls == "K" or plain


def _office_close(units: Sequence[Unit], first: int, office: int) -> bool:
    following = units[office + 1] if office + 1 < len(units) else None
    return not (following is not None and following.cls in "NH") and all(
        title_word(unit) for unit in units[first:office]
    )


def _noun_phrase_end(units: Sequence[Unit], at: int) -> int | None:
    """Return the index after the noun phrase that starts at *at*: "the Ministry of Land of Kenya", "oil giant Otwo"."""
    index = at
    last = None
    while index < len(units) and index - at < 16:
        unit = units[index]
        if unit.cls in _STOPPED_BY and not (unit.cls == "V" and _noun_here(units, index)):
            break
        if unit.cls == "N" and last is not None and _starts_name(units, index):
            break
        if unit.cls in "NCDKLSTYMGV" or unit.cls == "l":
            last = index
        elif not _inside_noun_phrase(units, index):
            break
        index += 1
    return None if last is None else last + 1


def _inside_noun_phrase(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a mark or a small word stands inside a noun phrase."""
    unit = units[at]
    if unit.cls == ",":
        return _portfolio_comma(units, at)
    if unit.cls == "a":
        return at + 1 < len(units) and _goes_on(units, at)
    return unit.cls in "ef-'/" or unit.low in {"for", "on"}


def _noun_here(units: Sequence[Unit], at: int) -> bool:
    plain = "b" in units[at].tags.get("form", "b")  # "of Kenyan trade support", not "of Agriculture arrived"
    return units[at].capital or (units[at - 1].cls in "DS'" and plain)


def _goes_on(units: Sequence[Unit], conjunction: int) -> bool:
    """Tell whether "and" joins two words of one body: "Science and Technology", not "of Kenya and Envoy A"."""
    left, right = units[conjunction - 1], units[conjunction + 1]
    if left.cls in "CK" or is_office(right):
        return False
    if left.capital != right.capital:
        return False
    return title_word(right) or right.cls in "LV" or (right.cls == "N" and _body_ahead(units, conjunction + 1))


def _body_ahead(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the capitalised words from *at* on are the end of the name of a body."""
    index = at
    while index < len(units) and index - at < 6 and units[index].capital:
        if units[index].has("orgnoun"):
            return True
        index += 1
    return False


def _starts_name(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a capitalised word after a portfolio starts the name of a person: "Minister of Trade Otwori"."""
    before = units[at - 1]
    if _body_ahead(units, at) or units[at].has("organ"):
        return False
    return before.cls in "STG" or before.has("portfolio")
