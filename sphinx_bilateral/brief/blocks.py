"""Blocks: what a page shows, free of any output format. HTML, LaTeX, text and the one-page PDF all read these.

Blocks are plain, frozen data without offsets, so that a page's digest covers what a reader sees and nothing else.
All text is data: a renderer escapes it, and never reads it as markup.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from sphinx_bilateral.model.problems import Problem

Tone = Literal["done", "underway", "open", "stopped", "neutral"]
"""How far something has got, for the shape and colour of a badge: never the only carrier of the meaning."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the page itself."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a fact. *verbatim* words are the source's own, byte for byte: not translated, no smart quotes."""

    text: str
    fact: str
    field: str
    dossier: str
    strong: bool = False
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A status, as a word with a shape and a colour.

    :param fact: id of the fact whose field *name* it is the value of; empty where it is no value.
    """

    text: str
    tone: Tone = "neutral"
    # No reader sees whose value it is: no part of a digest.
    fact: str = field(default="", compare=False, repr=False)
    name: str = field(default="", compare=False, repr=False)
    dossier: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cite:
    """The number of a source on this page, and the sentence of it that bears the value beside it.

    :param fact: id of the fact; empty where a source as a whole is meant.
    """

    number: int
    source: str
    dossier: str
    fact: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address on the web, http or https only."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader sees in the place of something that could not be shown, such as an unknown id."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that the officer emphasised; in human text only."""

    text: str
    strong: bool = False


Inline = Text | Value | Badge | Cite | Link | Fault | Emphasis
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    content: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a tuple of blocks. A list of the officer's text has no *title*."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the fact that it shows, and a line for each column."""

    fact: str
    cells: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it shows, its heading, and its share of the width in characters."""

    name: str
    label: str
    width: int = 20


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of facts of one type. *kind* is the directive that asked for it, such as ``agreements``."""

    kind: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A person or thing with a head line and further lines."""

    fact: str
    head: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards in groups, such as the people of each side."""

    kind: str
    title: str
    groups: tuple[tuple[str, tuple[Card, ...]], ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """A list without rows says so."""

    kind: str
    text: str


Pieces = tuple[tuple[str, bool], ...]
"""Text of a source: each piece, and whether it is marked."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source with the words that bear a fact marked: pieces of text, each marked or not."""

    cite: Cite
    pieces: Pieces
    where: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in full: its values and the sentences behind them. In a register it is the fact's home.

    :param kind: the fact's type; *label* is what the type is called.
    """

    fact: str
    kind: str
    label: str
    dossier: str
    title: Line
    values: tuple[tuple[str, Line], ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Facts with all their evidence. Only where it is their *home* do links lead to them."""

    title: str
    entries: tuple[Entry, ...]
    home: bool = True


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A numbered source: the number it has on this page, and how it is described.

    :param cited: the sentences of it that this page leans on, in the order of the text.
    :param text: its paragraphs in pieces, those that the page leans on marked; none where whole texts are not printed.
    """

    number: int
    id: str
    dossier: str
    content: Line
    cited: tuple[str, ...] = ()
    text: tuple[Pieces, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """The numbered sources of the page, in order of first mention."""

    title: str
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """The control block at the head of a brief.

    :param marking_known: whether the marking is one of the project's; another is shown, and shown as wrong.
    :param event: what the brief is for, which stands in one of the rows too.
    """

    reference: str
    marking: str
    handling: str
    rows: tuple[tuple[str, Line], ...]
    marking_known: bool = True
    event: Line = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled section: the officer's text, or a group of blocks on the one page."""

    kind: str
    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Items | Table | Cards | Nothing | Register | Sources | Control | Section


@dataclass(frozen=True, slots=True)
class Page:
    """What was composed for one page.

    :param title: of the page; empty where the page has none of its own.
    :param blocks: for each request, by its number on the page, what it shows; a role's request has one paragraph.
    :param sources: the numbered sources, also where no request asked for them.
    :param lists_sources: whether some request shows them.
    :param marking: of the page: its own, else the highest of its sections; *marking_known* as in `Control`.
    :param as_of: the day on which a page with a control block is true, EDTF, and *dossier* the one that it asks;
        empty where there is none.
    :param shown: dossier and id of each fact that is shown, sorted.
    """

    title: str = ""
    blocks: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    sources: Sources = field(default_factory=lambda: Sources("", ()))
    lists_sources: bool = False
    problems: tuple[tuple[int, Problem], ...] = ()
    marking: str = ""
    marking_known: bool = True
    as_of: str = ""
    dossier: str = ""
    shown: tuple[tuple[str, str], ...] = ()

    def digest(self) -> str:
        """Return a hash of all that a reader sees of this page."""
        # Blocks are frozen data, and what they print as is all that they hold.
        seen = (
            self.title,
            sorted(self.blocks.items()),
            self.sources,
            self.lists_sources,
            (self.marking, self.marking_known),
            [(number, problem.kind, problem.message) for number, problem in self.problems],
        )
        return hashlib.sha256(repr(seen).encode(errors="backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the one page shows: blocks in reading order, the sources last.

    :param subtitle: who, where and when; empty where there is nothing to say.
    :param foot: what stands at the foot beside the reference, such as the date of the newest source.
    """

    title: str
    subtitle: str
    control: Control | None
    blocks: tuple[Block, ...]
    foot: str = ""
    language: str = "en-GB"
