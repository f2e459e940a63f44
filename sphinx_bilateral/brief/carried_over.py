"""The open list of a session: what the session before it agreed and is not done, with the last that was told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sphinx_bilateral.brief.blocks import Column, Line, Table, Text
from sphinx_bilateral.brief.lists import Composer
from sphinx_bilateral.dossier import Dossier, Entry
from sphinx_bilateral.model.dates import sort_key
from sphinx_bilateral.model.facts import Commitment, Meeting, Milestone


def carried_over(dossier: Dossier, session: Meeting | Milestone, entries: Sequence[Entry]) -> list[Entry]:
    """Return those of *entries* that the last session held before *session* agreed, and that are not implemented.

    A commitment keeps the session that agreed it, whatever later reports tell of it.
    """
    before = _last_before(dossier, session)
    return [
        entry
        for entry in entries
        if isinstance(entry.fact, Commitment)
        and before is not None
        and entry.fact.event == before.id
        and entry.fact.status != "implemented"
    ]


def _last_before(dossier: Dossier, session: Meeting | Milestone) -> Meeting | None:
    held = [
        entry.fact
        for entry in dossier.entries.values()
        if isinstance(entry.fact, Meeting) and entry.printed and entry.fact.id != session.id
        and entry.fact.took_place and _is_before(entry.fact, session)
    ]  # fmt: skip
    return max(held, key=lambda one: (one.ordinal or 0, sort_key(one.date), one.id), default=None)


def _is_before(one: Meeting, session: Meeting | Milestone) -> bool:
    """Tell whether *one* is an earlier session of the same series."""
    if isinstance(session, Meeting) and (one.kind != session.kind or set(one.parties) != set(session.parties)):
        return False
    if one.ordinal is not None and session.ordinal is not None:
        return one.ordinal < session.ordinal
    return one.date is not None and sort_key(one.date) < sort_key(session.date)


def with_last_told(table: Table, entries: Sequence[Entry], composer: Composer) -> Table:
    """Return *table* of *entries* with a column for the day on which a source last told of each."""
    heads = (*table.columns, Column("last-told", composer.wording.say("Last told"), 18))
    rows = [
        replace(row, cells=(*row.cells, _last_told(entry, composer)))
        for row, entry in zip(table.rows, entries, strict=True)
    ]
    return replace(table, columns=heads, rows=tuple(rows))


def _last_told(entry: Entry, composer: Composer) -> Line:
    reports = composer.dossier.reports
    days = {span.source: reports[span.source].document.source.published for span in entry.fact.evidence}
    dated = {source: day for source, day in days.items() if day}
    if not dated:
        return (composer.not_given,)
    source = max(dated, key=lambda name: (sort_key(dated[name]), name))
    spans = [span for span in entry.fact.evidence if span.source == source]
    cites = composer.citations.cites(composer.dossier, entry.fact.id, spans)
    return (Text(composer.wording.date(dated[source])), *cites)
