"""Words by which furniture and captions of a newspaper's page are told from the report: ``page_words.yaml``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from sphinx_bilateral.model.document import Frozen
from sphinx_bilateral.model.located_yaml import read_yaml
from sphinx_bilateral.model.problems import Problem

FILE = Path(__file__).with_suffix(".yaml")

_Words = tuple[Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$")], ...]

_NEVER = re.compile(r"(?!)")


class PageWords(Frozen):
    """The content of ``page_words.yaml``; the file says what each list is for."""

    alone: _Words = ()
    opening: _Words = ()
    counted: _Words = ()
    caption: _Words = ()
    credit: _Words = ()


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
    try:
        words, faults = read_yaml(file.read_text(encoding="utf-8"), PageWords, file.as_posix(), "config")
    except (OSError, UnicodeDecodeError) as error:
        words, faults = None, (Problem(kind="config", message=f"cannot be read: {error}", file=file.as_posix()),)
    given = words or PageWords()
    return PageMarks(_furniture(given), _caption(given.caption), _credit(given.credit), faults)


def _furniture(words: PageWords) -> re.Pattern[str]:
    whole = [re.escape(word) for word in words.alone]
    opening = [rf"{re.escape(word)}{_end_of(word)}.*" for word in words.opening]
    counted = [rf"\d+ {re.escape(word)}" for word in words.counted]
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
