"""Names of persons: where one starts and ends, and its words."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.units import Unit

_LONGEST = 9  # units


def _name_word(unit: Unit) -> bool:
    return unit.cls == "N" and not (len(unit.text) > 4 and unit.text.isupper())


def _initial(unit: Unit) -> bool:
    return unit.cls == "N" and unit.text.endswith(".") and len(unit.text) <= 6


def name_run(units: Sequence[Unit], at: int) -> int:
    """Return the index after the name that starts at *at*; *at* itself where none does."""
    index = at
    words = 0
    while index < len(units) and index - at < _LONGEST:
        unit = units[index]
        following = units[index + 1] if index + 1 < len(units) else None
        if _name_word(unit):
            words += not _initial(unit)
        elif following is not None and _particle_before(unit, following) and (words or unit.capital):
            pass
        elif following is not None and index > at and _hyphen_before(unit, following):
            index += 1
        elif index == at and following is not None and _name_word(following) and _first_name(units, at):
            words += 1
        elif not (words and unit.capital and unit.has("particle")):
            break
        index += 1
    return index if words else at


def _particle_before(unit: Unit, following: Unit) -> bool:
    hyphened = following.text == "-" and following.glued
    return unit.has("particle") and (_name_word(following) or following.has("particle") or hyphened)


def _hyphen_before(unit: Unit, following: Unit) -> bool:
    second = (
        _name_word(following)
        or (following.capital and following.has("particle"))
        or (following.cls == "l" and len(following.text) < 7)
    )
    return unit.text == "-" and unit.glued and following.glued and second


def _first_name(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a word of the lexicon can be a first name too, as in "Mark", "Grant", and "To" after a title."""
    unit = units[at]
    if unit.text == "To":
        return at > 0 and units[at - 1].has("office")
    return unit.cls in "VvLn" and unit.text.istitle() and unit.text.isalpha()


def name_tokens(units: Sequence[Unit], first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name, without letters of honours."""
    words = [unit.text for unit in units[first : last + 1] if not unit.has("namesuffix")]
    joined = " ".join(words).replace(" - ", "-")
    return tuple(word for word in joined.split() if word != ",")


def with_suffix(units: Sequence[Unit], end: int) -> int:
    """Take "Jr.", ", Jr.", "MP" after a name into it."""
    if end < len(units) and units[end].has("namesuffix") and units[end].capital:
        return end + 1
    if end + 1 < len(units) and units[end].cls == "," and units[end + 1].low in {"jr", "jr.", "sr", "sr."}:
        return end + 2
    return end
