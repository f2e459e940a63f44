"""Quantities that a source gives as a range or not exactly: which of them can be one and the same."""

from __future__ import annotations

import math

from sphinx_bilateral.model.facts import Fact, Figure

EXACTNESS = ("value_to", "bound")
"""The fields that say how exact the value of a figure is."""

_ABOUT = 0.05  # of "about 5 billion" no more than this share is left open
_BY_BOUND = {None: 0, "about": 2, "at_least": 3, "more_than": 3, "at_most": 3, "less_than": 3}


def quantities_agree(one: Fact, other: Fact) -> bool:
    """Tell whether two figures can be one quantity: a value inside a range, or beyond "more than", is no conflict."""
    if not (isinstance(one, Figure) and isinstance(other, Figure)):
        return False
    if (one.value, one.value_to, one.bound) == (other.value, other.value_to, other.bound):
        return True
    (low, high), (least, most) = _interval(one), _interval(other)
    return low <= most and least <= high


def inexactness(figure: Figure) -> int:
    """Return how much a figure leaves open, from 0 where it is exact."""
    return max(_BY_BOUND[figure.bound], int(figure.value_to is not None))


def _interval(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that *figure* can mean, both inclusive: reporters round."""
    low, high = figure.value, figure.value if figure.value_to is None else figure.value_to
    if figure.bound == "about":
        return low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    if figure.bound in {"at_least", "more_than"}:
        return low, math.inf
    return (-math.inf if figure.bound is not None else low), high
