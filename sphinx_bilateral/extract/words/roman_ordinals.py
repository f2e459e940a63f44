"""Roman numbers that count sessions: "the VI Meeting of Political Consultations", "the IX Joint Commission"."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.words.units import Unit

_TENS = {"": 0, "X": 10, "XX": 20, "XXX": 30, "XL": 40, "L": 50, "LX": 60, "LXX": 70, "LXXX": 80}
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_VALUES = {tens + ones: value + count for tens, value in _TENS.items() for ones, count in _ONES.items() if tens or ones}
_BEFORE_SESSIONS = frozenset({"joint", "regular", "annual", "plenary"})
_REACH = 3  # units between the number and the session that it counts


def read_roman_ordinals(units: Sequence[Unit]) -> None:
    """Make ordinals of the Roman numbers before sessions among *units*; those of kings and popes stay names."""
    for index, unit in enumerate(units):
        if unit.text not in _VALUES:
            continue
        if index and units[index - 1].cls not in "epCD'-(":
            continue
        if _counts_session(units, index):
            unit.cls, unit.tags, unit.placed = "O", {"cls": "O", "ordinal": str(_VALUES[unit.text])}, ("ordinal",)


def _counts_session(units: Sequence[Unit], at: int) -> bool:
    article = at > 0 and units[at - 1].low == "the"  # "the IX session"
    for unit in units[at + 1 : at + 1 + _REACH]:
        if unit.has("session") or unit.has("body"):
            return unit.capital or (unit.has("session") and article)
        if unit.cls not in "NLSlMDCT-" or not (unit.capital or unit.cls == "-" or unit.low in _BEFORE_SESSIONS):
            return False
    return False
