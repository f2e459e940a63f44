"""The word files of the dossier: sections of entries, read with the line of every fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import fold

FOLDER = Path(__file__).parent / "lexicon"

Line = tuple[int, tuple[str, ...]]
"""The number of a line from 1, and its entries, which semicolons part."""


def packaged(name: str) -> tuple[str, str]:
    """Return the text and the path of a packaged file."""
    file = FOLDER / name
    return file.read_text(encoding="utf-8"), file.as_posix()


def themes_of(sections: Mapping[str, Sequence[Line]]) -> dict[str, frozenset[str]]:
    """Return the entries of each section, whatever line they stand in."""
    return {name: frozenset(entry for _, entries in lines for entry in entries) for name, lines in sections.items()}


def lists_of(lines: Iterable[Line], file: Path) -> tuple[list[tuple[str, tuple[str, ...]]], tuple[Problem, ...]]:
    """Return the word before the colon of each line, with those after it, folded; and the lines that have none."""
    lists: list[tuple[str, tuple[str, ...]]] = []
    faults: list[Problem] = []
    for number, entries in lines:
        first, colon, rest = entries[0].partition(":")
        others = tuple(fold(word) for word in (rest, *entries[1:]) if word.strip())
        if colon and first.strip() and others:
            lists.append((first.strip(), others))
        else:
            message = "needs a word, a colon, and further words"
            faults.append(Problem(kind="config", message=message, file=file.as_posix(), line=number, column=1))
    return lists, tuple(faults)


def read_word_file(file: Path, known: Collection[str]) -> tuple[dict[str, list[Line]], tuple[Problem, ...]]:
    """Return the lines of each section of *file*, as `read_sections` does; of one that cannot be read none."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problem = Problem(kind="config", message=f"cannot be read: {error}", file=file.as_posix())
        return {name: [] for name in known}, (problem,)
    return read_sections(text, file.as_posix(), known)


def read_sections(text: str, file: str, known: Collection[str]) -> tuple[dict[str, list[Line]], tuple[Problem, ...]]:
    """Return the lines of each section of *text*, and what is at fault, which is left out.

    :param known: the names of the sections that there are.
    """
    sections: dict[str, list[Line]] = {name: [] for name in known}
    faults: list[Problem] = []
    section = ""
    for number, line in _lines(text):
        if line.startswith("["):
            section = line.strip("[]")
            if section not in sections:
                message = f"there is no section {line}; the sections are {', '.join(known)}"
                faults.append(Problem(kind="config", message=message, file=file, line=number))
        elif section in sections:
            if entries := tuple(entry.strip() for entry in line.split(";") if entry.strip()):
                sections[section].append((number, entries))
            else:
                faults.append(Problem(kind="config", message="a line without an entry", file=file, line=number))
        elif not section:
            faults.append(Problem(kind="config", message="an entry before any section", file=file, line=number))
    return sections, tuple(faults)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if (stripped := line.strip()) and not stripped.startswith("#"):
            yield number, stripped
