"""What is known of the reports when their facts are compared: when they appeared, and which occasion they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sphinx_bilateral.dossier.dossier import Report
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.fact_types import surname
from sphinx_bilateral.model.facts import Fact, Meeting, Participant

_ONE_OCCASION = timedelta(days=3)
"""Reports of one talk appear within days of each other."""

_WERE_THERE = frozenset({"co_chair", "chair", "head_of_delegation", "host", "signatory", "speaker", "attendee"})


@dataclass(frozen=True, slots=True)
class Occasions:
    """What each source is about, by source id.

    :param published: date of publication.
    :param kinds: what kind of source it is, such as ``communique``.
    :param sessions: the sessions, by kind and ordinal, that it reports as held.
    :param people: the surnames of those who were there.
    """

    published: Mapping[str, str | None] = field(default_factory=dict)
    kinds: Mapping[str, str | None] = field(default_factory=dict)
    sessions: Mapping[str, frozenset[object]] = field(default_factory=dict)
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Sequence[Report]) -> Occasions:
        """Return what *reports* are about."""
        sources = [report.document.source for report in reports]
        return cls(
            {source.id: source.published for source in sources},
            {source.id: source.kind for source in sources},
            {report.document.source.id: _sessions(report.facts) for report in reports},
            {report.document.source.id: _people(report.facts) for report in reports},
        )

    def days_between(self, one: str, other: str) -> int | None:
        """Return how many days lie between two sources; ``None`` where the day of one is not known."""
        days = [self.published.get(source) for source in (one, other)]
        if not all(days):
            return None
        (first, first_end), (second, second_end) = (bounds(str(day)) for day in days)
        if first != first_end or second != second_end:
            return None
        return abs((first - second).days)

    def are_one(self, one: str, other: str) -> bool:
        """Tell whether two sources report one occasion: a session in common, or they appeared within days."""
        if self.sessions.get(one, frozenset()) & self.sessions.get(other, frozenset()):
            return True
        days = self.days_between(one, other)
        return days is not None and days <= _ONE_OCCASION.days


def _sessions(facts: Iterable[Fact]) -> frozenset[object]:
    held = (fact for fact in facts if isinstance(fact, Meeting) and fact.took_place)
    return frozenset((fact.kind, fact.ordinal) for fact in held if fact.ordinal is not None)


def _people(facts: Iterable[Fact]) -> frozenset[str]:
    return frozenset(surname(fact.name) for fact in facts if isinstance(fact, Participant) and fact.role in _WERE_THERE)
