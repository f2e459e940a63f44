"""Words with their widths, and lines of them.

The width of a text is linear in its size, so that each word is measured once, in em; what a line holds at another
size is then a matter of additions. The lines that are measured here are the lines that are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sphinx_bilateral.brief.blocks import Tone
from sphinx_bilateral.onepage.cleaning import printable
from sphinx_bilateral.onepage.faces import FaceName, Faces

TextColour = Literal["ink", "quiet", "accent", "link", "fault", "marking"] | Tone

_TOKEN = re.compile(r" +|[^ ]+")

# Where a word may be broken with no hyphen added: after a slash, and after a dash between three letters and three.
_JOINT = re.compile(r"(?<=[^\W\d_]{3}[-‐–—])(?=[^\W\d_]{3})|(?<=\w/)(?=\w)")

BADGE_WIDTH = 0.95
"""Room for the shape of a badge and the space after it, in em."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks. *scale* and *rise* (above the base line) are in parts of the size of its copy."""

    face: FaceName = "regular"
    colour: TextColour = "ink"
    scale: float = 1.0
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style, as a block gives it. *glued* text never starts a line of its own."""

    text: str
    style: Style = Style()
    url: str = ""
    glued: bool = False


@dataclass(frozen=True, slots=True)
class BadgeShape:
    """The shape before the word of a badge."""

    tone: Tone


@dataclass(frozen=True, slots=True)
class Space:
    """A wide space at which a line may break, in em."""

    width: float


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Measured text in one style; *width* is in em of the copy."""

    text: str
    style: Style
    width: float
    url: str = ""


Atom = Glyphs | BadgeShape


@dataclass(frozen=True, slots=True)
class Word:
    """What stays together on a line. *gap* is the space before it in em, 0 where it continues a broken word."""

    atoms: tuple[Atom, ...]
    width: float
    gap: float = 0.0


Line = tuple[Word, ...]


def atom_width(atom: Atom) -> float:
    """Return the width of *atom* in em."""
    return atom.width if isinstance(atom, Glyphs) else BADGE_WIDTH


def line_width(line: Line) -> float:
    """Return the width of *line* in em, without the space before its first word."""
    return sum(word.width + word.gap for word in line) - line[0].gap if line else 0.0


class Measure:
    """Makes words of runs, and notes the characters that cannot be drawn.

    :ivar missing: these characters, each once, in the order in which they were met.
    """

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.missing: dict[str, None] = {}

    def words(self, runs: Sequence[Run | BadgeShape | Space]) -> Line:
        """Return the words of *runs*, all on one line."""
        builder = _WordBuilder()
        for run in runs:
            if isinstance(run, Space):
                builder.space(run.width)
            elif isinstance(run, BadgeShape):
                builder.add(run)
            else:
                self._add_text(run, builder)
        return builder.finished()

    def _add_text(self, run: Run, builder: _WordBuilder) -> None:
        text, missing = printable(run.text, self.faces.can_draw)
        self.missing.update(dict.fromkeys(missing))
        owed = builder.reopen() if run.glued else 0.0
        for token in _TOKEN.findall(text):
            if token[0] == " ":
                builder.space(self._width(" ", run.style))
                continue
            for index, piece in enumerate(_JOINT.split(token)):
                if index:
                    builder.space(0)
                builder.add(Glyphs(piece, run.style, self._width(piece, run.style), run.url))
        if owed:
            builder.space(owed)

    def _width(self, text: str, style: Style) -> float:
        return self.faces.width(text, style.face) * style.scale

    def lines(self, words: Line, available: float) -> tuple[Line, ...]:
        """Break *words* into lines of at most *available* em; a word that is longer is cut between glyphs.

        A glyph that is wider than the line has the line to itself.
        """
        lines: list[Line] = []
        line: list[Word] = []
        used = 0.0
        for word in self._cut_to(words, available):
            if line and used + word.gap + word.width > available + 1e-9:
                lines.append(tuple(line))
                line, used = [], 0.0
            used += word.width + (word.gap if line else 0.0)
            line.append(word)
        return (*lines, tuple(line)) if line else tuple(lines)

    def _cut_to(self, words: Line, available: float) -> Iterator[Word]:
        for word in words:
            if word.width <= available + 1e-9:
                yield word
            else:
                yield from self._cut(word, available)

    def _cut(self, word: Word, available: float) -> Iterator[Word]:
        """Cut *word* into pieces of at most *available* em, none of which is empty."""
        gap, held, used = word.gap, list[Atom](), 0.0
        for atom in self._single_glyphs(word):
            width = atom_width(atom)
            if held and used + width > available + 1e-9:
                yield Word(_joined(held), used, gap)
                gap, held, used = 0.0, [], 0.0
            held.append(atom)
            used += width
        yield Word(_joined(held), used, gap)

    def _single_glyphs(self, word: Word) -> Iterator[Atom]:
        for atom in word.atoms:
            if isinstance(atom, BadgeShape):
                yield atom
                continue
            for char in atom.text:
                yield replace(atom, text=char, width=self._width(char, atom.style))


class _WordBuilder:
    """Collects atoms into words."""

    def __init__(self) -> None:
        self._words: list[Word] = []
        self._atoms: list[Atom] = []
        self._gap = 0.0

    def add(self, atom: Atom) -> None:
        self._atoms.append(atom)

    def space(self, width: float) -> None:
        self._close()
        self._gap = max(self._gap, width)

    def reopen(self) -> float:
        """Let what is added next stand at the end of the last word, and return the space that came between."""
        if self._atoms or not self._words:
            return 0.0
        between, last = self._gap, self._words.pop()
        self._atoms, self._gap = list(last.atoms), last.gap
        return between

    def _close(self) -> None:
        if self._atoms:
            width = sum(atom_width(atom) for atom in self._atoms)
            self._words.append(Word(tuple(self._atoms), width, self._gap if self._words else 0.0))
            self._atoms, self._gap = [], 0.0

    def finished(self) -> Line:
        self._close()
        return tuple(self._words)


def _joined(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Join neighbours of one style, so that they are drawn and read as one text."""
    joined: list[Atom] = []
    for atom in atoms:
        last = joined[-1] if joined else None
        if isinstance(atom, Glyphs) and isinstance(last, Glyphs) and (last.style, last.url) == (atom.style, atom.url):
            joined[-1] = replace(last, text=last.text + atom.text, width=last.width + atom.width)
        else:
            joined.append(atom)
    return tuple(joined)
