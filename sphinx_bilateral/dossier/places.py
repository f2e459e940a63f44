"""Where in the files of a dossier its findings stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sphinx_bilateral.dossier.dossier import Report
from sphinx_bilateral.model.document import Document, Span
from sphinx_bilateral.model.problems import Problem, Reading


class Places:
    """Makes problems that are located in the reports of a dossier, given the oldest first."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._documents = {report.document.source.id: report.document for report in reports}
        self._order = {name: number for number, name in enumerate(self._documents)}

    def at(self, span: Span, **what: Any) -> Problem:
        """Return a problem at the place of *span*."""
        return _located(self._documents[span.source], span.start, text=span.exact, **what)

    def newest(self, readings: Sequence[Reading]) -> Span:
        """Return the first words of the reading that came last: where a reader learns that sources differ."""
        borne = [reading.evidence[0] for reading in readings if reading.evidence]
        return max(reversed(borne), key=lambda span: self._order[span.source])

    def start(self, source: str, **what: Any) -> Problem:
        """Return a problem at the start of what is read of *source*."""
        document = self._documents[source]
        return _located(document, document.regions[0].start if document.regions else 0, **what)


def _located(document: Document, offset: int, **what: Any) -> Problem:
    line, column = document.position(offset)
    return Problem(file=document.file, line=line, column=column, **what)
