"""Clusters: the facts of many documents that are one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sphinx_bilateral.dossier.people import same_person
from sphinx_bilateral.model.fact_types import AGREEMENT_FAMILIES, FACT_TYPES
from sphinx_bilateral.model.facts import Agreement, Fact
from sphinx_bilateral.model.words import content_words

# Within one report, two noun phrases are two instruments unless most of their words are the same.
_ALIKE_IN_ONE_REPORT = 0.5

_LOOSE = "agreement"


def clusters(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Return *facts*, given in the order of their sources, in groups that are one fact each."""
    groups: list[list[Fact]] = []
    for fact in facts:
        found = _best_group(fact, groups)
        if found is None:
            groups.append([fact])
        else:
            found.append(fact)
    return groups


def _best_group(fact: Fact, groups: Sequence[list[Fact]]) -> list[Fact] | None:
    """Return the group that *fact* belongs to: the most alike, and of equally alike ones the first."""
    match = _MATCHERS.get(fact.type, _same)
    scored = [(max(match(fact, member) for member in group), -index) for index, group in enumerate(groups)]
    best, place = max(scored, default=(0.0, 0))
    return groups[-place] if best > 0 else None


def _same(one: Fact, other: Fact) -> float:
    """Return how alike two facts of one type are, from 0, not the same, to 1."""
    row = FACT_TYPES[one.type]
    key = row.key(one)
    if key is None or key != row.key(other) or not _compatible(one, other):
        return 0.0
    return 1.0 if row.wording is None else _alike(one, other, row.wording, row.alike)


def _alike(one: Fact, other: Fact, wording: Callable[[Any], str], least: float) -> float:
    left, right = set(content_words(wording(one))), set(content_words(wording(other)))
    smaller = min(len(left), len(right))
    if not smaller:
        return 1.0 if left == right else 0.0
    if one.evidence[0].source == other.evidence[0].source:
        least = max(least, _ALIKE_IN_ONE_REPORT)
    share = len(left & right) / smaller
    return share if share >= least else 0.0


def _compatible(one: Fact, other: Fact) -> bool:
    """Tell whether two facts can be of the same parties: one that names none is no obstacle."""
    mine, theirs = set(getattr(one, "parties", ())), set(getattr(other, "parties", ()))
    return not mine or not theirs or mine == theirs


def _same_instrument(one: Agreement, other: Agreement) -> float:
    """Return how alike two instruments are; the loose words agreement, deal and pact may name any kind."""
    exact = _same(one, other)
    families = {AGREEMENT_FAMILIES.get(fact.kind, _LOOSE) for fact in (one, other)}
    if exact or _LOOSE not in families or len(families) < 2 or not _compatible(one, other):
        return exact
    row = FACT_TYPES["agreement"]
    assert row.wording is not None  # an instrument is told by its subject
    return _alike(one, other, row.wording, row.alike)


_MATCHERS: dict[str, Callable[[Any, Any], float]] = {
    "participant": lambda one, other: float(same_person(one, other)),
    "agreement": _same_instrument,
}
