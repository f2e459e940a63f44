"""Acts: when an undertaking and a deed are one act in other words, and what an undertaking is kept by."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx_bilateral.dossier.word_files import FOLDER, lists_of, read_word_file
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import content_words, fold, words

FILE = FOLDER / "acts.txt"
_SECTIONS = ("alike", "keeps", "empty", "step")


@dataclass(frozen=True, slots=True)
class ActWords:
    """The words of the file, which says what each section is for.

    :param acts: the words that stand for an act.
    :param faults: lines that could not be read, each told by file and line.
    """

    alike: Mapping[str, str]
    keeps: Mapping[str, frozenset[str]]
    empty: frozenset[str]
    steps: Mapping[str, str]
    acts: frozenset[str] = frozenset()
    faults: tuple[Problem, ...] = ()

    def starts(self, action: str) -> bool:
        """Tell whether *action* starts with the word of an act: "opened a school", not "the school was opened"."""
        return next(iter(words(action)), "") in self.alike

    def told(self, action: str) -> tuple[str, ...]:
        """Return the words by which *action* is told from others, each as the one that stands for all like it.

        The verb, which stands first, is kept where it is one of those: "establish" tells one act from another.
        """
        plain = words(action)
        told = [*(word for word in plain[:1] if word in self.alike), *content_words(" ".join(plain))]
        named = dict.fromkeys(self.alike.get(word, word) for word in told if word not in self.empty)
        return tuple(named)

    def step(self, action: str) -> str | None:
        """Return the status at which an event or an instrument keeps *action*, by its verb: "sign", signed."""
        first = next(iter(words(action)), "")
        return self.steps.get(first)

    def is_kept(self, word: str, by: str) -> bool:
        """Tell whether a deed of the word *by* keeps an undertaking of *word*."""
        return word == by or by in self.keeps.get(word, ())


@functools.cache
def act_words() -> ActWords:
    """Return the packaged words."""
    return words_of(FILE)


def words_of(file: Path) -> ActWords:
    """Return the words in *file*; what cannot be read is left out and told."""
    sections, faults = read_word_file(file, _SECTIONS)
    lists = {name: lists_of(sections[name], file) for name in ("alike", "keeps", "step")}
    alike = {word: first for first, others in lists["alike"][0] for word in (*others, first)}
    return ActWords(
        alike,
        {first: frozenset(others) for first, others in lists["keeps"][0]},
        frozenset(fold(word) for _, entries in sections["empty"] for word in entries),
        {word: first for first, others in lists["step"][0] for word in others},
        frozenset(alike.values()),
        (*faults, *(fault for _, wrong in lists.values() for fault in wrong)),
    )
