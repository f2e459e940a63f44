"""Runs of words that two texts share: how a retelling is told from a second report.

Four words in a row, without what stands between quotation marks: who quotes the same sentence of a minister was perhaps
in the same room, and did not copy. What was measured stands with `RETOLD`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.words import words

LENGTH = 4
"""Words in a run."""

RETOLD = 0.2
"""The share of the runs of the shorter of two texts from which on one retells the other. Measured: retellings of one
report 0.23 to 0.30, reports on one session that were written apart 0.02 to 0.08, and up to 0.16 where both are short
and full of names and titles."""

_FEWEST = 12
"""Runs that two texts must share at the least: in a short notice, the name of a commission is a tenth of all."""

_MOST_TEXTS = 16
"""A run that stands in more texts of other origins than this is a phrase of the trade, and tells of none of them."""

_QUOTED = re.compile(r'"[^"\n]{1,1000}"|(?<!\w)\'[^\'\n]{12,1000}\'(?!\w)')
_PAUSE = " | "


def runs_of(document: Document) -> frozenset[str]:
    """Return the runs of words of the body of *document*; none goes over the end of a paragraph or a quotation."""
    found: set[str] = set()
    for part in _told(document):
        said = words(part)
        found.update(" ".join(said[at : at + LENGTH]) for at in range(len(said) - LENGTH + 1))
    return frozenset(found)


def _told(document: Document) -> Iterator[str]:
    canonical = document.canonical
    for region in document.regions:
        if region.zone == "body":
            text = canonical.text[canonical.find(region.start) : canonical.find(region.end)]
            yield from _QUOTED.sub(_PAUSE, text).split("|")


@dataclass(slots=True)
class Retold:
    """Texts so far, and where each run of words stands: one look-up a run tells what a further text retells.

    :ivar known: for each run, the numbers of the first texts that have it.
    """

    runs: list[frozenset[str]] = field(default_factory=list)
    known: dict[str, list[int]] = field(default_factory=dict)

    def add(self, runs: frozenset[str]) -> tuple[tuple[int, float], ...]:
        """Take in a further text.

        :returns: the numbers of the earlier texts that it tells again, or that tell it, each with the share of runs.
        """
        shared = Counter(number for run in runs for number in self.known.get(run, ()))
        found = tuple(
            (number, share)
            for number, count in sorted(shared.items())
            if count >= _FEWEST and (share := count / min(len(runs), len(self.runs[number]))) >= RETOLD
        )
        retold = {number for number, _ in found}
        for run in runs:
            texts = self.known.setdefault(run, [])
            # What a retelling has in common with its text is found by that text: a thousand copies add nothing.
            if len(texts) < _MOST_TEXTS and retold.isdisjoint(texts):
                texts.append(len(self.runs))
        self.runs.append(runs)
        return found
