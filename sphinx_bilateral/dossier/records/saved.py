"""What was known of a dossier at one time: now, in a ``bilateral.json``, or in an issued brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.dossier.records.imported import read_export
from sphinx_bilateral.dossier.records.issued import KIND, IssuedBrief, IssuedFact, IssuedSource, parse_issued, read_text
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located_json import read_json

_OF_BRIEFS = frozenset({"lines", "facts", "docname"})
"""Keys by which an issued brief is known, though it may have lost one of them."""


@dataclass(frozen=True, slots=True)
class State:
    """What was known of one dossier at one time.

    :param facts: by id; those that might be printed.
    :param whole: whether all of them are here; of an issued brief only those that it leans on are.
    """

    dossier: str
    facts: Mapping[str, Entry]
    sources: Mapping[str, IssuedSource]
    conflicts: tuple[Conflict, ...] = ()
    parties: tuple[str, ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Saved:
    """The content of a file: an export, or an issued brief.

    :param states: by id of the dossier, sorted.
    :param brief: what was issued; ``None`` for an export.
    """

    states: Mapping[str, State] = field(default_factory=dict)
    brief: IssuedBrief | None = None


def state_of(dossier: Dossier) -> State:
    """Return what is known of *dossier*."""
    printed = {name: entry for name, entry in dossier.entries.items() if entry.printed}
    return State(
        dossier.id,
        printed,
        {source.id: IssuedSource.of(source, dossier.id) for source in dossier.sources},
        tuple(conflict for conflict in dossier.conflicts if conflict.about in printed),
        dossier.parties,
    )


def states_of(brief: IssuedBrief) -> dict[str, State]:
    """Return what *brief* knew of each dossier that it leans on."""
    names = sorted({brief.dossier, *(fact.dossier for fact in brief.facts)})
    return {name: _known(brief, name) for name in names}


def _known(brief: IssuedBrief, name: str) -> State:
    entries = {one.id: _entry(one) for one in brief.facts if one.dossier == name}
    return State(
        name,
        entries,
        {source.id: source for source in brief.sources if source.dossier == name},
        whole=False,
    )


def _entry(record: IssuedFact) -> Entry:
    fact = record.fact()
    spans = fact.evidence
    grounds = {
        name: tuple(spans[place] for place in places if place < len(spans)) for name, places in record.rests_on.items()
    }
    return Entry(fact, (fact,), grounds=grounds)


def read_saved(file: Path, given: str) -> tuple[Saved | None, tuple[Problem, ...]]:
    """Return what *file* holds, or ``None`` where nothing of it can be used; and what is wrong with it.

    :param given: the path as the user gave it, for the messages.
    """
    text, problems = read_text(file)
    if text is None:
        return None, tuple(problem.model_copy(update={"file": given}) for problem in problems)
    data, problems = read_json(text, given, KIND)
    if problems:
        return None, problems
    if isinstance(data, dict) and "dossiers" not in data and not _OF_BRIEFS.isdisjoint(data):
        brief, problems = parse_issued(text, given)
        return (Saved(states_of(brief), brief) if brief else None), problems
    if not isinstance(data, dict) or "dossiers" not in data:
        message = "is neither a bilateral.json nor an issued brief: it has no dossiers and no lines"
        return None, (Problem(kind=KIND, message=message, file=given, line=1, column=1),)
    dossiers, problems = read_export(text, given, project=None, otherwise=given)
    states = {dossier.id: state_of(dossier) for dossier in sorted(dossiers, key=lambda one: one.id)}
    return (None if problems and not dossiers else Saved(states)), problems
