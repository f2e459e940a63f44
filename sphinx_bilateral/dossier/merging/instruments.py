"""Instruments that reports name in other words: one memorandum of a sector, told at one session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sphinx_bilateral.dossier.merging.candidates import same_family
from sphinx_bilateral.dossier.merging.values import ABOVE_THE_BODY
from sphinx_bilateral.model.fact_types import AGREEMENT_FAMILIES
from sphinx_bilateral.model.facts import Agreement, Fact
from sphinx_bilateral.model.ladder import statuses_agree
from sphinx_bilateral.model.words import content_words

_OF_TRADE = frozenset(kind for kind, family in AGREEMENT_FAMILIES.items() if family == "trade")
_BARE = frozenset("accord accords pacts deals document documents declaration contract contracts".split())
"""Words of an instrument that say nothing of which one it is."""

Sessions = Mapping[str, frozenset[object]]
"""The sessions that each source reports, by source id."""


def joined(groups: Sequence[list[Fact]], sessions: Sessions) -> list[list[Fact]]:
    """Return *groups* of agreements with those put together that are one by all that the reports tell.

    Reporters describe one memorandum by different parts of it. Two groups are one instrument where they are of one
    family and sector, their statuses can both be right, and each is the only such instrument of its reports; and
    where the reports are of one session, or one group is only a headline or a quotation of the other's report. Their
    subjects differ, which the conflict on the scope then shows.
    """
    parts: list[list[Agreement]] = [[fact for fact in group if isinstance(fact, Agreement)] for group in groups]
    known = _Index(sessions)
    for number, part in enumerate(parts):
        known.add(part, number)
    for one, part in enumerate(parts):
        for other in sorted(number for number in known.near(part) if number > one):
            if _are_one(part, parts[other], parts, known, sessions):
                part.extend(parts[other])
                known.add(parts[other], one, sectors=part[0].sectors)
                parts[other].clear()
    _place_claims(parts)
    return [list(part) for part in parts if part]


def _place_claims(parts: Sequence[list[Agreement]]) -> None:
    """Put what a headline claims of an instrument that it does not name to the one that its own report tells of.

    "Ministers sign accord" is the accord of the text below it, where that tells of no other.
    """
    below: dict[str, set[int]] = defaultdict(set)
    for number, part in enumerate(parts):
        for source in _sources([one for one in part if one.zone not in ABOVE_THE_BODY]):
            below[source].add(number)
    for number, part in enumerate(parts):
        for claim in [one for one in part if _is_unnamed_claim(one)]:
            near = below[claim.evidence[0].source] - {number}
            owner = parts[near.pop()] if len(near) == 1 else part
            if owner is not part and same_family(claim, owner[0]) and _have_one_pair(claim, owner[0]):
                owner.append(claim)
                part.remove(claim)


def _is_unnamed_claim(one: Agreement) -> bool:
    """Tell whether a headline says no more than that there is an accord, a pact, a deal."""
    named = one.subject or one.sectors or one.short or set(content_words(one.name)) - _BARE
    return one.zone in ABOVE_THE_BODY and one.certainty != "confident" and not named


def _have_one_pair(one: Agreement, other: Agreement) -> bool:
    return not one.parties or not other.parties or set(one.parties) == set(other.parties)


class _Index:
    """The numbers of the parts of one sector that are told by one source, or of one session: no others can be one."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.numbers: dict[tuple[str, object], set[int]] = defaultdict(set)

    def add(self, part: Sequence[Agreement], number: int, *, sectors: Iterable[str] = ()) -> None:
        for key in self._keys(part, sectors or part[0].sectors, with_sessions=True):
            self.numbers[key].add(number)

    def near(self, part: Sequence[Agreement], *, with_sessions: bool = True) -> set[int]:
        """Return the numbers of the parts that share a sector with *part*, and a source or a session."""
        if not part:
            return set()
        keys = self._keys(part, part[0].sectors, with_sessions=with_sessions)
        return {number for key in keys for number in self.numbers.get(key, ())}

    def _keys(
        self, part: Sequence[Agreement], sectors: Iterable[str], *, with_sessions: bool
    ) -> Iterator[tuple[str, object]]:
        for source in sorted(_sources(part)):
            told = self.sessions.get(source, frozenset()) if with_sessions else frozenset()
            for sector in sectors:
                yield sector, source
                yield from ((sector, session) for session in told)


def _are_one(
    left: Sequence[Agreement],
    right: Sequence[Agreement],
    parts: Sequence[Sequence[Agreement]],
    known: _Index,
    sessions: Sessions,
) -> bool:
    if not (left and right and _alike(left[0], right[0])):
        return False
    if not all(statuses_agree(one.status or "", other.status or "") for one in _sure(left) for other in _sure(right)):
        return False
    mine, theirs = _sources(left), _sources(right)
    if mine & theirs:
        may_be = _is_mention(left) or _is_mention(right)
    else:
        may_be = any(sessions.get(one, frozenset()) & sessions.get(two, frozenset()) for one in mine for two in theirs)
    if not may_be:
        return False
    numbers = known.near(left, with_sessions=False) | known.near(right, with_sessions=False)
    return _others(left, right, (parts[number] for number in sorted(numbers)), mine | theirs) == 0


def _alike(one: Agreement, other: Agreement) -> bool:
    mine, theirs = set(one.sectors), set(other.sectors)
    of_one_sector = bool(mine & set(other.sectors[:1]) or theirs & set(one.sectors[:1]))
    if {one.kind, other.kind} & _OF_TRADE:  # an agreement on arms that names trade, too, is no trade agreement
        of_one_sector = one.sectors[:1] == other.sectors[:1]
    return _have_one_pair(one, other) and same_family(one, other) and of_one_sector


def _sure(part: Sequence[Agreement]) -> list[Agreement]:
    return [fact for fact in part if fact.certainty == "confident" and fact.status]


def _sources(part: Sequence[Agreement]) -> set[str]:
    return {fact.evidence[0].source for fact in part}


def _is_mention(part: Sequence[Agreement]) -> bool:
    """Tell whether *part* is only words of a headline or a speaker about an instrument of the same report."""
    return all(fact.in_quote or fact.zone in ABOVE_THE_BODY for fact in part)


def _others(
    left: Sequence[Agreement], right: Sequence[Agreement], near: Iterable[Sequence[Agreement]], sources: set[str]
) -> int:
    """Count the further instruments of the kind in *sources*: with any, nobody knows which is meant."""
    return sum(
        part is not left
        and part is not right
        and bool(part)
        and not _is_mention(part)
        and bool(_sources(part) & sources)
        and (_alike(part[0], left[0]) or _alike(part[0], right[0]))
        for part in near
    )
