"""Whether a report is about more than two: then "the ministers" and "they" are not its two sides."""

from __future__ import annotations

from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_OPENING = 3  # sentences of the body that say what a report is about
_MEMBERS = frozenset("countries nations states members member economies parties governments leaders".split())
_COUNTS = frozenset("three four five six seven eight nine ten eleven twelve fifteen twenty several".split())
_PASSED = frozenset("tour trip visit visits swing".split())
_CLUBS = frozenset("APEC G7 G20 G77 BRICS UN WTO SAARC SADC OSCE OAS SCO ECO OPEC NATO CIS COMESA".split())


def is_of_several(reading: Reading) -> bool:
    """Tell whether the report is about more than two sides: a list of three, "five countries", a forum of many."""
    if not _CLUBS.isdisjoint(reading.parties):
        return True
    body = [sentence for sentence in reading.sentences if sentence.zone in {"headline", "body"}]
    return any(_counts(sentence) or _lists(sentence) for sentence in body[:_OPENING])


def names_only(reading: Reading, both: set[str]) -> bool:
    """Tell whether the report names no state but the two, and both are states."""
    return len(both) == 2 and reading.states_named <= both


def _counts(sentence: Sentence) -> bool:
    """Tell whether the sentence counts three or more states: "the five Mekong countries", not "a five-nation tour"."""
    for index, unit in enumerate(sentence.units):
        number = unit.low if unit.cls == "#" and len(unit.low) < 3 and unit.low.isascii() else ""
        if unit.low not in _COUNTS and not (number.isdecimal() and int(number) > 2):
            continue
        noun = next((n for n in range(index + 1, index + 5) if sentence.low(n) in _MEMBERS), None)
        between = sentence.classes[index + 1 : noun] if noun is not None else ""
        if noun is not None and not set(between) & set(",.;Vpa$%") and sentence.low(noun + 1) not in _PASSED:
            return True
    return False


def _lists(sentence: Sentence) -> bool:
    """Tell whether three states or more are the subject together: "X, Y and Z agreed"."""
    for pattern in ("C,CaC", "C,C,aC"):
        found = sentence.classes.find(pattern)
        if found >= 0 and sentence.cls(found + len(pattern)) in "VEXZv":
            return sentence.cls(found - 1 - (sentence.cls(found - 1) == "e")) not in "pfV"
    return False
