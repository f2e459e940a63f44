"""Clusters: the facts of many documents that are one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from sphinx_bilateral.dossier.names import Likeness, is_surname_of, likeness, person_name
from sphinx_bilateral.dossier.people import persons
from sphinx_bilateral.model.fact_types import AGREEMENT_FAMILIES, FACT_TYPES
from sphinx_bilateral.model.facts import Agreement, Fact, Figure, Participant, Visit
from sphinx_bilateral.model.words import content_words

# Within one report, two noun phrases are two things unless most of their words are the same.
_ALIKE_IN_ONE_REPORT = 0.6

_LOOSE = "agreement"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A fact with what it is compared by, worked out once.

    :param key: facts with different keys are never one.
    :param words: the content words of its wording; without them the key alone decides.
    """

    fact: Fact
    key: Hashable
    words: frozenset[str] | None

    @classmethod
    def of(cls, fact: Fact) -> _Candidate:
        row = FACT_TYPES[fact.type]
        words = frozenset(content_words(row.wording(fact))) if row.wording else None
        if isinstance(fact, Visit):
            surnames = person_name(fact.visitor).surnames
            return cls(fact, (min(surnames[0].keys) if surnames else "", fact.country, fact.date), None)
        if isinstance(fact, Agreement):
            # The loose words agreement, deal and pact may name any kind of instrument.
            return cls(fact, row.key(fact) if AGREEMENT_FAMILIES.get(fact.kind) == "trade" else "instrument", words)
        return cls(fact, row.key(fact), words)

    @property
    def source(self) -> str:
        return self.fact.evidence[0].source


@dataclass(slots=True)
class _Groups:
    """The groups so far, found by key and by the words of their members."""

    groups: list[list[_Candidate]] = field(default_factory=list)
    index: dict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))

    def candidates(self, one: _Candidate) -> Iterator[int]:
        """Yield the groups that *one* may belong to, in order."""
        if one.words:
            found = {number for word in one.words for number in self.index.get((one.key, word), ())}
        else:
            found = set(self.index.get((one.key, ""), ()))
        yield from sorted(found)

    def add(self, one: _Candidate, number: int | None) -> None:
        if number is None:
            number = len(self.groups)
            self.groups.append([])
        self.groups[number].append(one)
        for word in one.words or {""}:
            self.index[one.key, word].append(number)


def clusters(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Return *facts* of one type, given in the order of their sources, in groups that are one fact each."""
    facts = list(facts)
    if facts and isinstance(facts[0], Participant):
        return persons(facts)
    found = _Groups()
    for fact in facts:
        one = _Candidate.of(fact)
        found.add(one, None if one.key is None else _best_group(one, found))
    return [[member.fact for member in group] for group in found.groups]


def _best_group(one: _Candidate, found: _Groups) -> int | None:
    """Return the group that is most alike, the first of several; ``None`` where none is one and the same."""
    best, place = 0.0, None
    for number in found.candidates(one):
        for member in found.groups[number]:
            alike = _alike(one, member)
            if alike > best:
                best, place = alike, number
            if best >= 1:
                return place
    return place


def _alike(one: _Candidate, other: _Candidate) -> float:
    """Return how alike two facts with one key are, from 0, not the same, to 1."""
    if not _compatible(one, other):
        return 0.0
    if one.words is None or other.words is None:
        return 1.0
    smaller = min(len(one.words), len(other.words))
    if not smaller:
        return float(one.words == other.words)
    least = FACT_TYPES[one.fact.type].alike
    if one.source == other.source:
        least = max(least, _ALIKE_IN_ONE_REPORT)
    share = len(one.words & other.words) / smaller
    return share if share >= least else 0.0


def _compatible(one: _Candidate, other: _Candidate) -> bool:
    """Tell whether nothing else about two facts keeps them apart: a side that is not named is no obstacle."""
    left, right = one.fact, other.fact
    if isinstance(left, Visit) and isinstance(right, Visit):
        return _one_visitor(left.visitor, right.visitor)
    if isinstance(left, Figure) and isinstance(right, Figure) and one.source == other.source:
        return (left.value, left.unit) == (right.value, right.unit)
    if isinstance(left, Agreement) and isinstance(right, Agreement) and not same_family(left, right):
        return False
    mine, theirs = set(getattr(left, "parties", ())), set(getattr(right, "parties", ()))
    return not mine or not theirs or mine == theirs


def _one_visitor(one: str, other: str) -> bool:
    """Tell whether a visit of one day to one country may be that of both: by name, or where one is only a surname."""
    return likeness(one, other) is not Likeness.NONE or is_surname_of(one, other) or is_surname_of(other, one)


def same_family(one: Agreement, other: Agreement) -> bool:
    """Tell whether two instruments can be one by their kind; a loose word goes with any other."""
    families = {AGREEMENT_FAMILIES.get(fact.kind, _LOOSE) for fact in (one, other)}
    return len(families) == 1 or _LOOSE in families
