"""What should have happened by a day, and no report says that it did: commitments overdue, events past due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.dossier.persons.likeness import Likeness, is_surname_of, likeness
from sphinx_bilateral.dossier.places import Places
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.facts import Agreement, Commitment, Fact, Meeting, Milestone, Visit
from sphinx_bilateral.model.ladder import status_rank
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.wording import told_date
from sphinx_bilateral.model.words import content_words

OVERDUE = "commitment-overdue"
PAST_DUE = "event-past-due"

_AHEAD = frozenset({"scheduled", "planned"})
_NEAR = timedelta(days=7)
"""How far from its day an event may be held and be the one that was announced."""


def is_overdue(fact: Fact, day: str) -> bool:
    """Tell whether *fact* is a commitment that was due before *day*, EDTF, and is not implemented."""
    if not isinstance(fact, Commitment) or fact.due is None or fact.status == "implemented":
        return False
    return bounds(fact.due)[1] < bounds(day)[0]


def due_findings(entries: Iterable[Entry], dossier: Dossier, day: str) -> Iterator[tuple[str, str, str]]:
    """Yield a kind of finding, the id of the fact and what to tell of those of *entries* that are late on *day*.

    :param dossier: as it was on *day*; see `sphinx_bilateral.dossier.as_of`.
    """
    outcomes = _Outcomes(dossier)
    for entry in entries:
        fact = entry.fact
        if not entry.printed:
            continue
        if is_overdue(fact, day):
            days = told_date(getattr(fact, "due", "")), told_date(day)
            late = f"was due {days[0]}, and in no report until {days[1]} did the reader find that it was done"
            yield OVERDUE, fact.id, f"{fact.id}: {late}"
        elif (date := _announced_for(fact)) and bounds(date)[1] < bounds(day)[0] and not outcomes.has(fact):
            days = told_date(date), told_date(day)
            late = f"was announced for {days[0]}, and in no report until {days[1]} did the reader find what came of it"
            yield PAST_DUE, fact.id, f"{fact.id}: {late}"


def due_problems(dossier: Dossier, day: str) -> Iterator[Problem]:
    """Yield the findings of `due_findings` on all facts of *dossier*, each where its source says it."""
    places = Places(dossier.reports.values())
    # A register that cannot be read takes all from the page; what is late is late.
    sure = {name: replace(entry, held="") if entry.is_sure else entry for name, entry in dossier.entries.items()}
    dossier = replace(dossier, entries=sure)
    for kind, about, message in due_findings(dossier.entries.values(), dossier, day):
        yield places.at(dossier.entries[about].fact.evidence[0], kind=kind, message=message, about=about)


def _announced_for(fact: Fact) -> str | None:
    """Return the date of what was only announced; ``None`` where it took place, was called off, or has no date."""
    if isinstance(fact, Milestone):
        return fact.date
    return fact.date if isinstance(fact, Meeting | Visit) and fact.status in _AHEAD else None


class _Outcomes:
    """What took place or was put in force by the facts of a dossier, found by what it can be the outcome of."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def _found(self) -> Mapping[Hashable, Sequence[Fact]]:
        found: dict[Hashable, list[Fact]] = defaultdict(list)
        for entry in self._dossier.entries.values():
            for key in _keys(entry.fact) if entry.printed else ():
                found[key].append(entry.fact)
        return found

    def has(self, fact: Fact) -> bool:
        """Tell whether another fact is what came of *fact*: an event of those days, an instrument in force."""
        return any(_is_outcome(fact, other) for key in _keys(fact) for other in self._found.get(key, ()))


def _keys(fact: Fact) -> Iterator[Hashable]:
    """Yield by what an announcement and its outcome are found."""
    if isinstance(fact, Meeting):
        yield ("meeting", fact.kind, frozenset(fact.parties))
    if isinstance(fact, Meeting | Milestone) and fact.ordinal is not None:
        yield ("session", fact.ordinal)
    if isinstance(fact, Visit):
        yield ("visit", fact.country)
    if isinstance(fact, Milestone):
        yield from (("word", word) for word in content_words(fact.what))
    if isinstance(fact, Agreement) and status_rank(fact.status or "") >= status_rank("signed"):
        yield from (("word", word) for word in content_words(f"{fact.name} {fact.short or ''}"))


def _is_outcome(fact: Fact, other: Fact) -> bool:
    if isinstance(fact, Meeting) and isinstance(other, Meeting):
        alike = (other.kind, set(other.parties)) == (fact.kind, set(fact.parties))
        numbered = {fact.ordinal, other.ordinal} - {None}
        return alike and other.took_place and len(numbered) < 2 and _near(fact.date, other.date)
    if isinstance(fact, Visit) and isinstance(other, Visit):
        one, two = fact.visitor, other.visitor
        named = likeness(one, two) is not Likeness.NONE or is_surname_of(one, two) or is_surname_of(two, one)
        went = other.status in {"past", "ongoing"} and other.country == fact.country
        return named and went and _near(fact.date, other.date)
    if isinstance(fact, Milestone) and isinstance(other, Meeting) and fact.ordinal is not None:
        return other.ordinal == fact.ordinal and other.took_place
    # Of an instrument only its words lead here, once it was signed.
    return isinstance(fact, Milestone) and isinstance(other, Agreement)


def _near(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return bounds(one)[0] - _NEAR <= bounds(other)[1] and bounds(other)[0] <= bounds(one)[1] + _NEAR
