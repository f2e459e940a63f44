"""When two values of a field can both be right: one only says more, or the same in other words."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from sphinx_bilateral.dossier.comparing.measures import measure_words
from sphinx_bilateral.dossier.comparing.quantities import quantities_agree
from sphinx_bilateral.dossier.persons.likeness import Likeness, is_surname_of, likeness
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.ladder import RUNGS
from sphinx_bilateral.model.words import country_words, fold, words

Comparison = Callable[[Any, Any, Fact, Fact], bool]
"""Whether two values are no conflict, each with the fact that gives it."""

_ROUNDED = 0.02
"""The share of a figure by which one that was rounded may be off; more is another figure."""

_LARGEST = 10**18
"""What is larger than any sum of money is compared digit by digit."""


def same_place(one: str, other: str, fact: Fact, _another: Fact) -> bool:
    """Tell whether one name of a place only says more: *Oslo*, *Oslo, Norway*, and *Norway*."""
    mine, theirs = set(words(one)), set(words(other))
    if mine <= theirs or theirs <= mine:
        return True
    country = country_words(fact.get("country")) if getattr(fact, "country", None) else frozenset()
    return mine <= country or theirs <= country


def share_a_side(one: tuple[str, ...], other: tuple[str, ...], *_: Fact) -> bool:
    """Tell whether the sides that two reports name have one in common: the other report only names fewer."""
    return not set(one).isdisjoint(other)


def same_sides(one: tuple[str, ...], other: tuple[str, ...], *_: Fact) -> bool:
    """Tell whether two reports name the same sides, in whatever order."""
    return set(one) == set(other)


def same_rung(one: str, other: str, *_: Fact) -> bool:
    """Tell whether two verbs stand on one rung of the ladder: *agreed* and *pledged* are equally firm."""
    return one == other or (one in RUNGS and RUNGS[one] == RUNGS.get(other))


def same_quantity(one: str, other: str, *_: Fact) -> bool:
    """Tell whether two measures are one quantity in other words."""
    known = measure_words()
    return known.quantity(one) == known.quantity(other)


def same_value(one: float, other: float, fact: Fact, another: Fact) -> bool:
    """Tell whether two figures can be one: equal, within a range or bound, or rounded in running text."""
    if one == other or quantities_agree(fact, another):
        return True
    if not one or not other or max(abs(one), abs(other)) > _LARGEST:
        return False
    if abs(one - other) > _ROUNDED * max(abs(one), abs(other)):
        return False
    coarse, fine = sorted((one, other), key=_digits)
    return _digits(coarse) < _digits(fine) and _rounded(fine, _digits(coarse)) == coarse


def _digits(value: float) -> int:
    return max(len(f"{abs(value):.12g}".replace(".", "").partition("e")[0].strip("0")), 1)


def _rounded(value: float, digits: int) -> float:
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))


def same_words(one: str, other: str, *_: Fact) -> bool:
    """Tell whether two quotations are the same words, or one is a part of the other."""
    left, right = (" ".join(words(text)) for text in (one, other))
    return f" {left} " in f" {right} " or f" {right} " in f" {left} "


def same_speaker(one: str, other: str, *_: Fact) -> bool:
    """Tell whether two names can be one speaker's, or visitor's: a surname says which of two full names is meant."""
    return likeness(one, other) is not Likeness.NONE or is_surname_of(one, other) or is_surname_of(other, one)


def same_text(one: Any, other: Any, *_: Fact) -> bool:
    """Tell whether two values are written alike."""
    return fold(str(one)) == fold(str(other))


AGREEING: Mapping[tuple[str, str], Comparison] = {
    ("", "place"): same_place,
    ("commitment", "actors"): share_a_side,
    ("commitment", "strength"): same_rung,
    ("figure", "measure"): same_quantity,
    ("figure", "value"): same_value,
    ("proposal", "by"): share_a_side,
    ("proposal", "to"): same_sides,
    ("quote", "speaker"): same_speaker,
    ("quote", "text"): same_words,
}
"""When two values are no conflict, by type and field; a type of ``""`` means any."""
