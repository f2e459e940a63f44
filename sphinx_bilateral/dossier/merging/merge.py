"""Clusters: the facts of many documents that are one fact."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sphinx_bilateral.dossier.merging.candidates import Candidate, likeness, required
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.dossier.persons.people import persons
from sphinx_bilateral.model.facts import Fact, Participant

_NO_WORD = ""


@dataclass(slots=True)
class _Variant:
    """The members of a group that are compared alike: one of each source is enough.

    :ivar words: the words of their wording.
    :ivar members: by source, two at the most, since a further fact is either of one's source or of another.
    :ivar sources: all sources that say it.
    """

    words: frozenset[str]
    members: dict[str, Candidate] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)

    def may_be(self, one: Candidate, share: float) -> bool:
        """Tell whether enough words are the same for a closer look."""
        mine = one.words or frozenset()
        return len(mine & self.words) >= share * min(len(mine), len(self.words)) - 1e-9

    def add(self, one: Candidate) -> None:
        self.sources.add(one.source)
        if len(self.members) < 2:
            self.members.setdefault(one.source, one)

    def against(self, one: Candidate) -> Iterator[Candidate]:
        """Yield those members that *one* is to be compared with."""
        others = [member for source, member in self.members.items() if source != one.source]
        yield from others[:1]
        if one.source in self.sources:
            first = next(iter(self.members.values()))
            yield self.members.get(one.source) or first.of_source(one)


@dataclass(slots=True)
class _Groups:
    """The groups so far, found by key and by the words of their members.

    A wording is alike where most words of the shorter stand in the longer. So all but a few words of the shorter can
    be left out of a search: of those that are left, at least one stands in the longer. The rarest are kept.

    :ivar frequency: how often each word stands under a key.
    :ivar by_word: the groups with a word. *by_rare*: those with a word among the rarest of a member.
    """

    frequency: Counter[Hashable]
    members: list[list[Fact]] = field(default_factory=list)
    variants: list[dict[Hashable, _Variant]] = field(default_factory=list)
    by_word: dict[Hashable, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_rare: dict[Hashable, set[int]] = field(default_factory=lambda: defaultdict(set))

    def candidates(self, one: Candidate) -> list[int]:
        """Return the numbers of the groups that *one* may belong to, in order."""
        found: set[int] = set()
        for word in self._rare(one):
            found |= self.by_word.get((one.key, word), set())
        for word in one.words or ():
            found |= self.by_rare.get((one.key, word), set())
        return sorted(found)

    def _rare(self, one: Candidate) -> Sequence[str]:
        """Return those words of *one* of which any wording that is alike and longer has at least one."""
        if not one.words:
            return (_NO_WORD,)
        ordered = sorted(one.words, key=lambda word: (self.frequency[one.key, word], word))
        least = math.ceil(required(one.fact.type) * len(ordered) - 1e-9)
        return ordered[: len(ordered) - max(least, 1) + 1]

    def add(self, one: Candidate, number: int | None) -> None:
        if number is None:
            number = len(self.members)
            self.members.append([])
            self.variants.append({})
        self.members[number].append(one.fact)
        variant = self.variants[number].get(one.signature)
        if variant is None:
            variant = self.variants[number][one.signature] = _Variant(one.words or frozenset())
            for word in one.words or (_NO_WORD,):
                self.by_word[one.key, word].add(number)
            for word in self._rare(one):
                self.by_rare[one.key, word].add(number)
        variant.add(one)


def clusters(facts: Iterable[Fact], occasions: Occasions | None = None) -> list[list[Fact]]:
    """Return *facts* of one type, given in the order of their sources, in groups that are one fact each.

    :param occasions: what is known of their sources.
    """
    facts, known = list(facts), occasions or Occasions()
    if facts and isinstance(facts[0], Participant):
        return persons(facts)
    candidates = [Candidate.of(fact) for fact in facts]
    found = _Groups(Counter((one.key, word) for one in candidates for word in one.words or ()))
    for one in candidates:
        found.add(one, None if one.key is None else _best_group(one, found, known))
    return found.members


def _best_group(one: Candidate, found: _Groups, occasions: Occasions) -> int | None:
    """Return the group that is most alike, the first of several; ``None`` where none is one and the same.

    What is too vague to say which of several it is, is none of them.
    """
    best, place, equal, share = 0.0, None, 0, required(one.fact.type)
    for number in found.candidates(one):
        near = [variant for variant in found.variants[number].values() if variant.may_be(one, share)]
        if not near:
            continue
        alike = max(likeness(one, other, occasions) for variant in near for other in variant.against(one))
        if alike >= 1:
            return number
        equal = equal + (alike > 0) if alike == best else 0
        if alike > best:
            best, place = alike, number
    return None if equal and one.is_vague else place
