"""Reports in, one Dossier out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from sphinx_bilateral.dossier.aliases import Where, alias_problems, usable
from sphinx_bilateral.dossier.comparing.acts import act_words
from sphinx_bilateral.dossier.comparing.measures import measure_words
from sphinx_bilateral.dossier.decisions.desk import Desk
from sphinx_bilateral.dossier.decisions.register import ReadRegister
from sphinx_bilateral.dossier.decisions.review import apply_register
from sphinx_bilateral.dossier.differences.conflicts import conflicts_of
from sphinx_bilateral.dossier.differences.precedence import is_of_step_shown, weighed
from sphinx_bilateral.dossier.dossier import Dossier, Entry, Report
from sphinx_bilateral.dossier.findings import (
    basis_findings,
    conflict_findings,
    doubt_findings,
    headline_findings,
    unclear_name_findings,
    unclear_person_findings,
)
from sphinx_bilateral.dossier.merging.announced import joined_announcements
from sphinx_bilateral.dossier.merging.carried import carried
from sphinx_bilateral.dossier.merging.denied import joined_denials, settled
from sphinx_bilateral.dossier.merging.figures import joined_figures, parted_figures
from sphinx_bilateral.dossier.merging.fulfilled import fulfilled
from sphinx_bilateral.dossier.merging.instruments import joined
from sphinx_bilateral.dossier.merging.meetings import joined_meetings
from sphinx_bilateral.dossier.merging.merge import clusters
from sphinx_bilateral.dossier.merging.next_sessions import joined_next_sessions
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.dossier.merging.quotations import joined_quotes
from sphinx_bilateral.dossier.merging.values import ROLES, merged
from sphinx_bilateral.dossier.persons.careers import Events, events_of
from sphinx_bilateral.dossier.persons.holders import holder_findings, outdated_findings
from sphinx_bilateral.dossier.persons.organisations import with_organisations
from sphinx_bilateral.dossier.persons.person_index import PersonIndex
from sphinx_bilateral.dossier.persons.terms import in_terms
from sphinx_bilateral.dossier.places import Places
from sphinx_bilateral.dossier.provenance.corroboration import corroboration_findings, counted
from sphinx_bilateral.dossier.provenance.origins import origins_of
from sphinx_bilateral.dossier.records.issued import IssuedBrief
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.dates import sort_key
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Commitment, Fact, Meeting, Milestone, Participant
from sphinx_bilateral.model.ids import ids_of
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import fold

_TYPES = list(FACT_TYPES)


def assemble(
    dossier_id: str,
    reports: Sequence[Report],
    *,
    title: str | None = None,
    parties: tuple[str, ...] = (),
    aliases: Mapping[str, str] | None = None,
    register: ReadRegister | None = None,
    added: Sequence[ReadRegister] = (),
    problems: Iterable[Problem] = (),
    files: tuple[Path, ...] = (),
    issued: tuple[IssuedBrief, ...] = (),
    where: Where | None = None,
) -> Dossier:
    """Return the dossier that *reports*, the oldest first, make together.

    Facts with equal keys are merged, values that differ become conflicts, every fact gets its id, and what people
    decided about facts has the last word. The order of reports of one day makes no difference.

    :param added: what pages add, one fact each, in the order in which pages win.
    :param where: returns where a key of ``dossier.yaml`` stands.
    """
    known: dict[str, Any] = {"title": title, "parties": parties, "aliases": aliases, "register": register}
    reports = sorted(reports, key=_age)
    occasions = Occasions.of(reports)
    events = events_of(fact for report in reports for fact in report.facts)
    desk = _desk(reports, occasions, events, register or ReadRegister(), aliases or {})
    apply_register(desk, added)
    origins, places = origins_of(reports), Places(reports)
    entries = counted(_with_events(desk.entries), origins)
    people = PersonIndex.of(entries)
    return Dossier(
        id=dossier_id,
        title=title or dossier_id,
        parties=parties or _parties(entries.values()),
        reports={report.document.source.id: report for report in reports},
        entries=in_order(entries),
        people=people,
        conflicts=tuple(desk.conflicts),
        aliases=desk.aliases,
        problems=(
            *problems,
            *desk.problems,
            *alias_problems(aliases or {}, entries, files[0].as_posix() if files else "", where),
            *measure_words().faults,
            *act_words().faults,
            *_findings(desk, entries, people, events, places),
            *corroboration_findings(entries, origins, places, files[0].as_posix() if files else ""),
        ),
        files=files,
        undecided=desk.read.unreadable,
        issued=issued,
        added=desk.added,
        earlier=lru_cache(maxsize=4)(partial(_without, dossier_id, reports, added=added, **known)),
    )


def _desk(
    reports: Sequence[Report],
    occasions: Occasions,
    events: Events,
    register: ReadRegister,
    aliases: Mapping[str, str],
) -> Desk:
    """Return what the reports say together, with ids and conflicts, before anything is decided about it."""
    published = occasions.published
    groups = in_terms(_without_told_sessions(_groups(reports, occasions)), published)
    # The id is made from the earliest member that is sure, so that a later report renames nothing.
    ids = ids_of([_namesake(group, published) for group in groups], published)
    facts = [merged(group, published).model_copy(update={"id": name}) for name, group in zip(ids, groups, strict=True)]
    facts = with_organisations(facts)
    found = [tuple(conflicts_of(fact, group, published, events)) for fact, group in zip(facts, groups, strict=True)]
    facts, found = _weighed(facts, found, occasions)
    made = zip(facts, groups, found, strict=True)
    entries = {fact.id: entry_of(fact, group, some) for fact, group, some in made}
    known = {**_numbered(tuple(entries.values())), **usable(aliases, entries)}
    return Desk(register, entries, [conflict for some in found for conflict in some], known, published)


def _numbered(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the id of each session that was announced without its number, by the id that it has with it."""
    sessions = {
        FACT_TYPES["meeting"].slug(entry.fact): entry.fact.id
        for entry in entries
        if isinstance(entry.fact, Meeting) and entry.fact.ordinal is not None
        and any(member.get("ordinal") is None for member in entry.members[:1])
    }  # fmt: skip
    taken = {entry.fact.id for entry in entries}
    return {name: identity for name, identity in sessions.items() if name not in taken}


def _findings(
    desk: Desk, entries: Mapping[str, Entry], people: PersonIndex, events: Events, places: Places
) -> Iterator[Problem]:
    """Yield what a person must weigh of the facts and of where they differ."""
    yield from conflict_findings(desk.conflicts, entries, places)
    yield from unclear_person_findings(entries, people, places)
    yield from unclear_name_findings(entries, people, places)
    yield from holder_findings(entries, desk.published, events, places)
    yield from outdated_findings(entries, desk.published, places)
    yield from headline_findings(entries, places)
    yield from doubt_findings(entries, desk.published, desk.conflicts, places)
    yield from basis_findings(entries, desk.conflicts, places)


def _without(dossier_id: str, reports: Sequence[Report], late: frozenset[str], **known: Any) -> Dossier:
    """Return the dossier of *reports* but for those of the sources *late*."""
    return assemble(dossier_id, [one for one in reports if one.document.source.id not in late], **known)


def _age(report: Report) -> tuple[str, str]:
    source = report.document.source
    return (source.published or "9999", source.id)


def _groups(reports: Sequence[Report], occasions: Occasions) -> list[list[Fact]]:
    """Return the facts of *reports* in groups that are one fact each, by type."""
    facts: dict[str, list[Fact]] = {name: [] for name in FACT_TYPES}
    for report in reports:
        for fact in report.facts:
            facts[fact.type].append(fact)
    groups = {name: clusters(some, occasions) for name, some in facts.items()}
    groups["agreement"] = joined(groups["agreement"], occasions.sessions)
    groups["commitment"] = carried(groups["commitment"], occasions.published)
    sessions = joined_next_sessions(joined_meetings(groups["meeting"], occasions), occasions)
    groups["meeting"] = joined_announcements(sessions, occasions)
    groups["figure"] = parted_figures(joined_figures(groups["figure"], occasions), groups["commitment"])
    groups["quote"] = joined_quotes(groups["quote"])
    groups = joined_denials(groups, occasions, facts["participant"])
    groups |= {name: [settled(group) for group in groups[name]] for name in ("visit", "meeting", "commitment")}
    kept = [group for name in ("meeting", "visit", "agreement") for group in groups[name]]
    groups["commitment"] = fulfilled(groups["commitment"], kept, occasions.published)
    return [group for name in FACT_TYPES for group in groups[name]]


def _weighed(
    facts: Sequence[Fact], found: Sequence[tuple[Conflict, ...]], occasions: Occasions
) -> tuple[list[Fact], list[tuple[Conflict, ...]]]:
    """Return *facts* and the conflicts of each, with what a rule shows first in the first place."""
    given: list[Fact] = []
    told: list[tuple[Conflict, ...]] = []
    for fact, conflicts in zip(facts, found, strict=True):
        first, ordered = fact, list[Conflict]()
        for conflict in conflicts:
            first, placed = weighed(first, conflict, occasions)
            ordered.append(placed)
        given.append(first)
        told.append(tuple(ordered))
    return given, told


def _without_told_sessions(groups: list[list[Fact]]) -> list[list[Fact]]:
    """Leave out milestones that are sessions: a session is one thing, announced and then held, under one id."""
    meetings = [fact for group in groups for fact in group if isinstance(fact, Meeting)]
    told = {fact.ordinal for fact in meetings if fact.ordinal}
    spans = {fact.evidence[0] for fact in meetings}
    return [group for group in groups if not _is_session(group, told, spans)]


def _is_session(group: Sequence[Fact], told: set[int], spans: set[Span]) -> bool:
    """Tell whether *group* is a milestone of which the meeting is told as well, by its ordinal or in the same words."""
    milestones = [fact for fact in group if isinstance(fact, Milestone)]
    return bool(milestones) and (milestones[0].ordinal in told or all(fact.evidence[0] in spans for fact in milestones))


def _namesake(members: Sequence[Fact], published: Mapping[str, str | None]) -> Fact:
    """Return the member after which a fact is called: the earliest that is sure."""
    sure = [member for member in members if member.certainty == "confident"] or members
    if not isinstance(sure[0], Participant):
        return sure[0]
    # Of one day's spellings always the same, in whatever order the reports come.
    return min(sure, key=lambda one: (sort_key(published.get(one.evidence[0].source)), fold(str(one.get("name")))))


def entry_of(fact: Fact, members: Sequence[Fact], conflicts: Sequence[Conflict]) -> Entry:
    """Return the entry of the merged *fact*, with the readings of what is in conflict about it."""
    # What a headline claims beside its own body is told as a conflict, and stands in no table.
    open_ones = [conflict for conflict in conflicts if conflict.kind != "headline" and conflict.state == "open"]
    open_ones = [conflict for conflict in open_ones if is_of_step_shown(fact, conflict)]
    return Entry(fact, tuple(members), {conflict.property: conflict.readings for conflict in open_ones})


def in_order(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return *entries* in order of type, then date, then id; people in order of their role."""
    return dict(sorted(entries.items(), key=lambda item: _order(item[1].fact)))


def _order(fact: Fact) -> tuple[object, ...]:
    rank = ROLES.index(fact.role) if isinstance(fact, Participant) else 0
    return (_TYPES.index(fact.type), rank, sort_key(getattr(fact, "date", None)), fact.id)


def _parties(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the sides that most facts are between."""
    counted = Counter(getattr(entry.fact, "parties", ()) for entry in entries)
    return next((parties for parties, _ in counted.most_common() if len(parties) > 1), ())


def _with_events(entries: dict[str, Entry]) -> dict[str, Entry]:
    """Return *entries* with each commitment tied to the session that the first report of the undertaking is about."""
    sessions: dict[str, set[str]] = {}
    for identity, entry in entries.items():
        if isinstance(entry.fact, Meeting) and entry.fact.took_place and entry.printed:
            for member in entry.members or (entry.fact,):
                if isinstance(member, Meeting) and member.took_place:  # a report that only announced it is of another
                    for span in member.evidence:
                        sessions.setdefault(span.source, set()).add(identity)
    result = dict(entries)
    for identity, entry in entries.items():
        fact = entry.fact
        if not isinstance(fact, Commitment) or fact.event:
            continue
        if event := _event(entry, sessions):
            result[identity] = replace(entry, fact=fact.model_copy(update={"event": event}))
    return result


def _event(entry: Entry, sessions: Mapping[str, set[str]]) -> str | None:
    """Return the session that agreed a commitment: what a later one tells of it moves it nowhere else."""
    undertaken = [member for member in entry.members if member.get("status") == "open"]
    sources = dict.fromkeys(span.source for member in undertaken for span in member.evidence)
    held = next((found for source in sources if (found := sessions.get(source))), set())
    return next(iter(held)) if len(held) == 1 else None
