"""Figures that reports put on different quantities: two billion of trade in one, of investment in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from sphinx_bilateral.dossier.comparing.sums import without_sums
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.model.facts import Fact, Figure

_LEAST = 1_000_000
"""Sums below this, and what is no sum of money, are the same by chance."""

_FOR_SOMETHING = frozenset({"aid", "count"})
"""The roles of figures that are of what somebody undertook."""


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


def parted_figures(groups: Sequence[list[Fact]], undertakings: Sequence[Sequence[Fact]]) -> list[list[Fact]]:
    """Return *groups* of figures with those parted that are sums of two undertakings: of a hospital and of a school.

    :param undertakings: the groups of commitments, by the words of which it is known what a sum is for.
    """
    if not any(_is_of_several(group) for group in groups):
        return [list(group) for group in groups]
    places = _places(undertakings)
    found: list[list[Fact]] = []
    for group in groups:
        of = [_undertaking(fact, places) for fact in group] if _is_of_several(group) else []
        if len(set(of)) < 2 or None in of:
            found.append(list(group))
            continue
        found += [[fact for fact, number in zip(group, of, strict=True) if number == one] for one in dict.fromkeys(of)]
    return found


def _is_of_several(group: Sequence[Fact]) -> bool:
    """Tell whether figures that are taken for one have several values, and may be of as many undertakings."""
    return group[0].get("role") in _FOR_SOMETHING and len({fact.get("value") for fact in group}) > 1


def _places(undertakings: Sequence[Sequence[Fact]]) -> dict[str, list[tuple[int, int, int]]]:
    """Return where each of *undertakings* stands in a source: start, end, and its number."""
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, group in enumerate(undertakings):
        if without_sums(group[0].get("action")) == group[0].get("action"):
            continue  # what the sum is for is not said
        for span in (span for fact in group for span in fact.evidence):
            places[span.source].append((span.start, span.end, number))
    return places


def _undertaking(fact: Fact, places: dict[str, list[tuple[int, int, int]]]) -> int | None:
    """Return the number of the undertaking in the words of which the figure stands."""
    span = fact.evidence[0]
    return next((n for start, end, n in places.get(span.source, ()) if start <= span.start and span.end <= end), None)


def _sum(fact: Figure) -> Hashable | None:
    unit = fact.unit or ""
    is_sum = len(unit) == len("USD") and unit.isupper() and abs(fact.value) >= _LEAST
    return (fact.value, unit, fact.role, fact.period) if is_sum and fact.role else None


def _are_one(left: Sequence[Figure], right: Sequence[Figure], occasions: Occasions) -> bool:
    mine, theirs = ({fact.evidence[0].source for fact in part} for part in (left, right))
    return not mine & theirs and all(occasions.are_one(one, other) for one in mine for other in theirs)
