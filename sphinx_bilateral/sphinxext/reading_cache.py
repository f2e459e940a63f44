"""What was read in each source, kept beside the doctrees: where one report changed, one is read anew.

Reading is a function of the document and of the extractors alone, and an entry is named by a hash of both. The words
of its facts must stand in the source, as those of any fact. To load an entry takes a twentieth of the time of reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sphinx_bilateral import pipeline
from sphinx_bilateral.dossier import Report
from sphinx_bilateral.extractors.grounding import is_grounded
from sphinx_bilateral.extractors.installed import BUILT_IN, FAILED, Extractor
from sphinx_bilateral.model.document import Document, Frozen
from sphinx_bilateral.model.facts import AnyFact
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.sphinxext import basis
from sphinx_bilateral.sphinxext.freshness import digest_of
from sphinx_bilateral.sphinxext.kept_files import KeptFiles

FOLDER = "bilateral-readings"


class _Entry(Frozen):
    facts: tuple[AnyFact, ...]
    problems: tuple[Problem, ...]
    sentences: tuple[tuple[int, int], ...]


class ReadingCache:
    """What was read in the sources of one build, and of builds before it.

    :param folder: of the entries; nothing else may lie in it.
    :ivar names: of the entries that this build asked for, in order.
    """

    def __init__(self, folder: Path, extractors: Sequence[Extractor] = (BUILT_IN,)) -> None:
        self.files = KeptFiles(folder)
        self.names: list[str] = []
        self._extractors = extractors
        self._reader = basis.reader_of(extractors)

    def read(self, document: Document) -> tuple[Report, tuple[Problem, ...]]:
        """Return what `pipeline.read_document` does, in this build or in one before it."""
        name = self._name(document)
        self.names.append(name)
        if entry := _loaded(self.files.load(name), document):
            return Report(document, entry.facts, entry.sentences), entry.problems
        report, problems = pipeline.read_document(document, self._extractors)
        # JSON does not tell the lists of a reading from its tuples; the reader itself finds no readings that differ.
        # An extractor that failed may do better in the next build.
        if not any(problem.readings or problem.kind == FAILED for problem in problems):
            entry = _Entry(facts=report.facts, problems=problems, sentences=report.sentences)
            self.files.save(name, entry.model_dump_json(exclude_none=True).encode())
        return report, problems

    def _name(self, document: Document) -> str:
        # The source's own hash stands for the text, from which the layout was found.
        source = document.source.model_dump(mode="json", exclude_none=True)
        return digest_of([self._reader, source, document.parties, document.file])


def _loaded(stored: bytes | None, document: Document) -> _Entry | None:
    if stored is None:
        return None
    try:
        entry = _Entry.model_validate_json(stored)
    except ValueError:
        return None
    return entry if all(is_grounded(fact, document) for fact in entry.facts) else None
