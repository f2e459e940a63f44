"""What figures measure: when two of them are of one quantity, whatever the reports call it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx_bilateral.dossier.word_files import FOLDER
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
    empty: set[str] = set()
    alike: dict[str, str] = {}
    faults: list[Problem] = []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return MeasureWords(frozenset(), {}, (_fault(file, 0, f"cannot be read: {error}"),))
    section = ""
    for number, line in enumerate(lines, 1):
        if line.startswith("["):
            section = line.strip().strip("[]")
            if section not in _SECTIONS:
                told = f"no list is called {section!r}; there are {', '.join(_SECTIONS)}"
                faults.append(_fault(file, number, told))
        elif not line.strip() or line.startswith("#"):
            continue
        elif section == "empty":
            empty.update(_items(line))
        elif section == "alike":
            word, colon, others = line.partition(":")
            if not colon:
                faults.append(_fault(file, number, "needs a word, a colon, and the words that mean the same"))
            alike.update(dict.fromkeys(_items(others), fold(word)))
        elif not section:
            faults.append(_fault(file, number, "words stand before the name of their list"))
    return MeasureWords(frozenset(empty), alike, tuple(faults))


def _items(line: str) -> list[str]:
    return [fold(word) for word in line.split(";") if word.strip()]


def _fault(file: Path, line: int, message: str) -> Problem:
    return Problem(kind="config", message=message, file=file.as_posix(), line=line, column=min(line, 1))
