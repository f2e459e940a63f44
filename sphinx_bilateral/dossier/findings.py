"""What a person must weigh before a brief is made of a dossier: where sources differ, and what only a headline says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sphinx_bilateral.dossier.conflicts import ABOVE_THE_BODY
from sphinx_bilateral.dossier.dossier import Entry, Report
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.problems import Problem


def conflict_findings(
    conflicts: Iterable[Conflict], entries: Mapping[str, Entry], reports: Sequence[Report]
) -> Iterator[Problem]:
    """Yield a finding for each conflict that nobody resolved, about a fact that nobody rejected."""
    for conflict in conflicts:
        if conflict.state == "open" and not entries[conflict.about].rejected:
            yield _at(
                conflict.readings[-1].evidence[0],
                reports,
                kind="conflict",
                message=_told(conflict),
                about=conflict.about,
                property=conflict.property,
                readings=conflict.readings,
            )


def _told(conflict: Conflict) -> str:
    first, *others = (str(reading.value) for reading in conflict.readings)
    if conflict.kind == "headline":
        return f"{conflict.about}: the headline claims {conflict.property} {others[-1]}, the text says {first}"
    return f"{conflict.about}: sources give {conflict.property} as {' / '.join((first, *others))}"


def headline_findings(entries: Mapping[str, Entry], reports: Sequence[Report]) -> Iterator[Problem]:
    """Yield a finding for each fact that stands above the body of every report of it, and that nobody decided about."""
    for name, entry in entries.items():
        spans = entry.fact.evidence
        if entry.rejected or entry.reviewed or any(span.zone not in ABOVE_THE_BODY for span in spans):
            continue
        zones = " and the ".join(dict.fromkeys(span.zone for span in spans))
        withheld = f"; it {entry.withheld} and is not printed" if entry.withheld else ""
        message = f"{name}: only the {zones} says it, and no text below{withheld}"
        yield _at(spans[0], reports, kind="headline-only", message=message, about=name, evidence=spans)


def _at(span: Span, reports: Sequence[Report], **what: Any) -> Problem:
    """Return a problem at the place of *span*."""
    document = next(report.document for report in reports if report.document.source.id == span.source)
    line, column = document.position(span.start)
    return Problem(file=document.file, line=line, column=column, text=span.exact, **what)
