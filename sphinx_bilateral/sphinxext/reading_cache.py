"""What was read in each source, kept beside the doctrees: where one report changed, one is read anew.

Reading is a function of the document and of the extractors alone. An entry is named by a hash of both, so it is never
out of date; it begins with a hash of the rest, so one that was cut off or written over counts as none; and the words
of its facts must stand in the source, as those of any fact. To load an entry takes a twentieth of the time of reading.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sphinx_bilateral import pipeline
from sphinx_bilateral.dossier import Report
from sphinx_bilateral.extractors.grounding import is_grounded
from sphinx_bilateral.extractors.installed import BUILT_IN, FAILED, Extractor
from sphinx_bilateral.model.document import Document, Frozen
from sphinx_bilateral.model.facts import AnyFact
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.sphinxext import basis
from sphinx_bilateral.sphinxext.freshness import digest_of, write_atomically

FOLDER = "bilateral-readings"

_HASH = 64  # characters of a SHA-256 in hexadecimal


class _Entry(Frozen):
    facts: tuple[AnyFact, ...]
    problems: tuple[Problem, ...]
    sentences: tuple[tuple[int, int], ...]


class ReadingCache:
    """What was read in the sources of one build, and of builds before it.

    :param folder: of the entries; nothing else may lie in it.
    """

    def __init__(self, folder: Path, extractors: Sequence[Extractor] = (BUILT_IN,)) -> None:
        self._folder = folder
        self._extractors = extractors
        self._reader = digest_of([list(basis.own_files()), basis.marks_of(extractors), sys.version])
        self._asked: set[str] = set()

    def read(self, document: Document) -> tuple[Report, tuple[Problem, ...]]:
        """Return what `pipeline.read_document` does, in this build or in one before it."""
        file = self._folder / self._name(document)
        self._asked.add(file.name)
        if entry := _loaded(file, document):
            return Report(document, entry.facts, entry.sentences), entry.problems
        report, problems = pipeline.read_document(document, self._extractors)
        _save(file, _Entry(facts=report.facts, problems=problems, sentences=report.sentences))
        return report, problems

    def prune(self) -> None:
        """Remove the entries that nothing asked for."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in self._asked:
                    file.unlink()

    def _name(self, document: Document) -> str:
        # The source's own hash stands for the text, from which the layout was found.
        source = document.source.model_dump(mode="json", exclude_none=True)
        return digest_of([self._reader, source, document.parties, document.file])


def _loaded(file: Path, document: Document) -> _Entry | None:
    try:
        stored = file.read_bytes()
        if stored[:_HASH] != _hash(stored[_HASH:]):
            return None
        entry = _Entry.model_validate_json(stored[_HASH:])
    except (OSError, ValueError):
        return None
    return entry if all(is_grounded(fact, document) for fact in entry.facts) else None


def _save(file: Path, entry: _Entry) -> None:
    # JSON does not tell the lists of a reading from its tuples; the reader itself finds no readings that differ.
    # An extractor that failed may do better in the next build.
    if any(problem.readings or problem.kind == FAILED for problem in entry.problems):
        return
    text = entry.model_dump_json(exclude_none=True).encode()
    with suppress(OSError):  # as well without
        write_atomically(file, _hash(text) + text)


def _hash(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()
