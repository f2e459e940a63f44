"""The Dossier: what all the sources on one relation say together."""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.document import Document, Source, Span
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem, Reading


@dataclass(frozen=True, slots=True)
class Report:
    """One document and what the reader found in it.

    :param sentences: start and end of each sentence, in order, as offsets in the document's text.
    """

    document: Document
    facts: tuple[Fact, ...]
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the dossier, and the facts of the documents that were merged into it.

    :param fact: the merged fact: its id, its best values, all its evidence.
    :param members: the facts of the documents, the earliest first; unsettled ones give no values.
    :param readings: the readings of each field about which sources disagree.
    """

    fact: Fact
    members: tuple[Fact, ...]
    readings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)

    @property
    def printed(self) -> bool:
        """Whether a brief may show it: every needed field was decided, or a person accepted it."""
        accepted = self.fact.review is not None and self.fact.review.state in {"accepted", "amended", "added"}
        return self.fact.certainty == "confident" or accepted

    def evidence_of(self, name: str) -> tuple[Span, ...]:
        """Return the evidence of the members that give the merged fact its value of *name*."""
        value = self.fact.get(name)
        return tuple(span for member in self.members if member.get(name) == value for span in member.evidence)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What all the sources on one relation say together.

    :param parties: the sides, in the order that ``dossier.yaml`` or the first source gives.
    :param reports: the documents with their facts by source id, the oldest first.
    :param entries: the facts by id, in order of type, then date, then id; people in order of their role.
    :param files: every file that was read for it.
    """

    id: str
    title: str
    parties: tuple[str, ...]
    reports: Mapping[str, Report]
    entries: Mapping[str, Entry]
    conflicts: tuple[Conflict, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, the oldest first."""
        return tuple(report.document.source for report in self.reports.values())

    def get(self, name: str) -> Entry | None:
        """Return the fact with the id or alias *name*."""
        return self.entries.get(self.aliases.get(name, name))

    def nearest(self, name: str, most: int = 3) -> tuple[str, ...]:
        """Return the ids and aliases that look most like *name*."""
        known = (*self.entries, *self.aliases)
        parts = [one for one in known if name and (name in one or one in name)]
        return tuple(dict.fromkeys((*difflib.get_close_matches(name, known, n=most), *parts)))[:most]

    def sentence(self, span: Span) -> tuple[int, int]:
        """Return start and end of the sentence, or the run of sentences, that holds *span*."""
        sentences = self.reports[span.source].sentences
        first = bisect_right(sentences, span.start, key=lambda bounds: bounds[0]) - 1
        last = bisect_right(sentences, span.end - 1, key=lambda bounds: bounds[0]) - 1
        start = sentences[first][0] if first >= 0 else span.start
        end = sentences[last][1] if last >= 0 else span.end
        return min(start, span.start), max(end, span.end)
