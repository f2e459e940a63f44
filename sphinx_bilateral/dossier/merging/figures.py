"""Figures that reports put on different quantities: two billion of trade in one, of investment in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.model.facts import Fact, Figure

_LEAST = 1_000_000
"""Sums below this, and what is no sum of money, are the same by chance."""


def joined_figures(groups: Sequence[list[Fact]], occasions: Occasions) -> list[list[Fact]]:
    """Return *groups* of figures with those put together that are one sum, of which two reports say different things.

    The value, the role and the period are the same, and so is the occasion; and neither report has the sum twice. Of
    what it is a sum is then a conflict on the basis.
    """
    parts = [[fact for fact in group if isinstance(fact, Figure)] for group in groups]
    same: dict[Hashable, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if (key := _sum(part[0])) is not None:
            same[key].append(number)
    for numbers in same.values():
        # With a third measure nobody knows which two are one.
        if len(numbers) == 2 and _are_one(parts[numbers[0]], parts[numbers[1]], occasions):
            parts[numbers[0]].extend(parts[numbers[1]])
            parts[numbers[1]].clear()
    return [list(part) for part in parts if part]


def _sum(fact: Figure) -> Hashable | None:
    unit = fact.unit or ""
    is_sum = len(unit) == len("USD") and unit.isupper() and abs(fact.value) >= _LEAST
    return (fact.value, unit, fact.role, fact.period) if is_sum and fact.role else None


def _are_one(left: Sequence[Figure], right: Sequence[Figure], occasions: Occasions) -> bool:
    mine, theirs = ({fact.evidence[0].source for fact in part} for part in (left, right))
    return not mine & theirs and all(occasions.are_one(one, other) for one in mine for other in theirs)
