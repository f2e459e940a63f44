"""Words by which furniture and captions of a newspaper's page are told from the report: ``page_words.txt``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx_bilateral.model.problems import Problem

FILE = Path(__file__).with_suffix(".txt")
LISTS = ("alone", "opening", "counted", "caption", "credit")
"""The lists of the file, which says what each is for."""

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What a paragraph is compared with.

    :param furniture: matches a paragraph that is no part of the report.
    :param caption: matches the start of a caption. *credit*: found at the end of one, in brackets.
    :param faults: lines of the file that could not be read, each told by file and line.
    """

    furniture: re.Pattern[str]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    faults: tuple[Problem, ...]


@functools.cache
def page_marks() -> PageMarks:
    """Return what the packaged words make."""
    return marks_of(FILE)


def marks_of(file: Path) -> PageMarks:
    """Return what the words in *file* make; what cannot be read is left out and told."""
    words: dict[str, list[str]] = {name: [] for name in LISTS}
    faults: list[Problem] = []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        lines, faults = [], [_fault(file, 0, f"cannot be read: {error}")]
    name = ""
    for number, line in enumerate(lines, 1):
        if line.startswith("["):
            name = line.strip().strip("[]")
            if name not in words:
                faults.append(_fault(file, number, f"no list is called {name!r}; there are {', '.join(LISTS)}"))
        elif line.strip() and not line.startswith("#"):
            if not name:
                faults.append(_fault(file, number, "words stand before the name of their list"))
            words.get(name, []).extend(word.strip() for word in line.split(";") if word.strip())
    return PageMarks(_furniture(words), _caption(words["caption"]), _credit(words["credit"]), tuple(faults))


def _fault(file: Path, line: int, message: str) -> Problem:
    return Problem(kind="config", message=message, file=file.as_posix(), line=line, column=min(line, 1))


def _furniture(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    whole = [re.escape(word) for word in words["alone"]]
    opening = [rf"{re.escape(word)}{_end_of(word)}.*" for word in words["opening"]]
    counted = [rf"\d+ {re.escape(word)}" for word in words["counted"]]
    return re.compile(rf"(?:{'|'.join([*whole, *opening, *counted, _ADDRESS])})\s*\Z", re.IGNORECASE)


_ADDRESS = r"https?://\S+"


def _end_of(word: str) -> str:
    return r"\b" if word[-1].isalnum() else ""


def _caption(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:file )?(?:{_any(words)})\s*[:|]", re.IGNORECASE) if words else _NEVER


def _credit(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds brackets that end a text and hold one of *words*, or a stroke between two names."""
    named = rf"|[^()]*\b(?:{_any(words)})\b[^()]*" if words else ""
    return re.compile(rf"\((?:[^()]*[/|][^()]*{named})\)\Z", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
