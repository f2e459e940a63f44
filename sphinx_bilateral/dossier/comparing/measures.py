"""What figures measure: when two of them are of one quantity, whatever the reports call it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx_bilateral.dossier.word_files import FOLDER, lists_of, read_word_file
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import content_words, fold

FILE = FOLDER / "measures.txt"
_SECTIONS = ("empty", "alike")


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The words of the file, which says what each section is for.

    :param faults: lines that could not be read, each told by file and line.
    """

    empty: frozenset[str]
    alike: Mapping[str, str]
    faults: tuple[Problem, ...] = ()

    def quantity(self, measure: str) -> frozenset[str]:
        """Return the words by which *measure* is told from others: equal ones are of one quantity."""
        # Between whom is what the dossier is about.
        about = fold(measure).partition(" between ")[0]
        told = [self.alike.get(word, word) for word in content_words(about)]
        return frozenset(word for word in told if word not in self.empty) or frozenset(told)


@functools.cache
def measure_words() -> MeasureWords:
    """Return the packaged words."""
    return words_of(FILE)


def words_of(file: Path) -> MeasureWords:
    """Return the words in *file*; what cannot be read is left out and told."""
    sections, faults = read_word_file(file, _SECTIONS)
    empty = frozenset(fold(word) for _, words in sections["empty"] for word in words)
    lists, wrong = lists_of(sections["alike"], file)
    alike = {word: fold(first) for first, others in lists for word in others}
    return MeasureWords(empty, alike, (*faults, *wrong))
