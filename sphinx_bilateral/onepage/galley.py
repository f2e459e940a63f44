"""The sheet as a galley: every block as an element that can be laid out at any size, words measured once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap

from sphinx_bilateral.brief.blocks import (
    Block,
    Card,
    Cards,
    Control,
    Entry,
    Fault,
    Inline,
    Items,
    Line,
    Nothing,
    Paragraph,
    Passage,
    Register,
    Row,
    Section,
    Sheet,
    Sources,
    Table,
    Text,
)
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.onepage.elements import Box, Copy, Element, Ends, Headed, Item, Ruled, SideBySide, Stack
from sphinx_bilateral.onepage.frames import Role
from sphinx_bilateral.onepage.grid import Grid
from sphinx_bilateral.onepage.inlines import Inlines, plain_text
from sphinx_bilateral.onepage.layout import Layout, Part
from sphinx_bilateral.onepage.measure import BadgeShape, Measure, Run, Space, Style

BODY = Part(scale=1, floor=6)

_NAMING_COLUMNS = {row.plural: row.columns[0] for row in FACT_TYPES.values()}
_DOTTED_LANGUAGES = {"az", "tr", "tt", "crh"}
_MOST_COLUMNS = 3
_MARKING_LEADING = 1.25

# Spaces inside one block, in em: too small to be worth a place in the layout.
_BULLET_INDENT = 0.95
_SOURCE_INDENT = 1.4
_HANG = 0.8
_QUOTE_HANG = 0.42  # the width of an opening quotation mark
_CONTROL_GAP = 1.6
_CONTROL_PADDING = 0.22
_LABEL_GAP = 0.9
_HEAD_GAP = 0.12
_CLOSE = 0.05


@dataclass(frozen=True, slots=True)
class Division:
    """A part of the page that is kept together, with what it is called."""

    label: str
    element: Element


@dataclass(frozen=True, slots=True)
class Galley:
    """All that stands on the page, from top to bottom."""

    marking: Copy
    head: Element
    divisions: tuple[Division, ...]
    sources: Element
    foot: Element


class Compositor:
    """Sets blocks: chooses for each block its element, its type and its colours."""

    def __init__(self, layout: Layout, measure: Measure) -> None:
        self._layout = layout
        self._measure = measure
        self._inlines = Inlines(layout.type.citation)

    def galley(self, sheet: Sheet) -> Galley:
        """Return the galley of *sheet*."""
        control = sheet.control or Control("", "", "", ())
        divisions = [block for block in sheet.blocks if not isinstance(block, Sources)]
        sources = [self._block(block) for block in sheet.blocks if isinstance(block, Sources)]
        return Galley(
            marking=self._marking(control, sheet.language),
            head=self._head(sheet, control),
            divisions=tuple(Division(_label(block), self._block(block)) for block in divisions),
            sources=Stack(tuple(sources), self._layout.spacing.section),
            foot=self._foot(sheet, control),
        )

    def _copy(
        self, runs: Sequence[Run | BadgeShape | Space], part: Part = BODY, role: Role = "P", hang: float = 0.0
    ) -> Copy:
        words = self._measure.words(runs)
        return Copy(self._measure, words, part, self._layout.type.leading, role, hang=hang)

    def _stack(self, elements: Sequence[Element], role: Role = "") -> Stack:
        return Stack(tuple(elements), self._layout.spacing.paragraph, role)

    # Head and foot

    def _marking(self, control: Control, language: str) -> Copy:
        text = " – ".join(capitals(words, language) for words in (control.marking, control.handling) if words)
        known: list[Run | BadgeShape] = [Run(text, Style("bold", "marking"))]
        words = self._measure.words(known if control.marking_known else self._inlines.runs((Fault(text),)))
        return Copy(self._measure, words, self._layout.parts.marking, _MARKING_LEADING, "Marking", "centre")

    def _head(self, sheet: Sheet, control: Control) -> Element:
        parts = self._layout.parts
        title = self._copy([Run(sheet.title, Style("bold", "accent"))], parts.title, "H1")
        subtitle = self._copy([Run(sheet.subtitle, Style(colour="quiet"))], parts.subtitle)
        return Stack((title, subtitle, Ruled(self._control(control.rows, sheet.subtitle), _CONTROL_PADDING)), _HEAD_GAP)

    def _control(self, rows: Sequence[tuple[str, Line]], said: str = "") -> Copy:
        """Return the rows of a control block as one line of labels and values, but for a value that is *said* above."""
        runs: list[Run | BadgeShape | Space] = []
        for label, line in rows:
            if said and plain_text(line) == said:
                continue
            runs += [Space(_CONTROL_GAP)] if runs else []
            runs += [Run(f"{label}\u00a0", Style(colour="quiet")), *self._inlines.runs(line, Style("bold"))]
        return self._copy(runs, self._layout.parts.control)

    def _foot(self, sheet: Sheet, control: Control) -> Element:
        quiet = Style(colour="quiet")
        left = " · ".join(dict.fromkeys(text for text in (control.reference, sheet.foot) if text))
        part = self._layout.parts.foot
        page = self._copy([Run(self._layout.words.page, quiet)], part, "Foot")
        return Ends(self._copy([Run(left, quiet)], part, "Foot"), page)

    # Blocks

    def _block(self, block: Block, *, nested: bool = False) -> Element:
        match block:
            case Paragraph():
                return self._copy(self._inlines.runs(block.content))
            case Items():
                return self._headed(block.title, self._items(block))
            case Table():
                return self._table(block)
            case Cards():
                return self._cards(block)
            case Nothing():
                return self._copy([Run(block.text, Style(colour="quiet"))])
            case Register():
                return self._headed(block.title, self._stack([self._entry(entry) for entry in block.entries]))
            case Sources():
                return self._sources(block)
            case Control():
                return Ruled(self._control(block.rows), _CONTROL_PADDING)
            case Section():
                return self._section(block, nested=nested)

    def _heading(self, title: str, role: Role = "H2") -> Copy:
        return self._copy([Run(title, Style("bold", "accent"))], self._layout.parts.heading, role)

    def _titled(self, title: str, label: str) -> list[Run | BadgeShape | Space]:
        """Return a heading with the label of its first column behind it, on one base line."""
        parts = self._layout.parts
        small = Style(colour="quiet", scale=parts.label.scale / parts.heading.scale)
        heading = Run(title, Style("bold", "accent"))
        return [heading, Space(_LABEL_GAP), Run(label, small)] if label else [heading]

    def _headed(self, title: str, body: Element) -> Element:
        return Headed(self._heading(title), body, self._layout.spacing.heading) if title.strip() else body

    def _section(self, section: Section, *, nested: bool) -> Element:
        body = self._stack([self._block(block, nested=True) for block in section.blocks])
        if section.kind in self._layout.boxed:
            return Box(Stack((self._heading(section.title), body)), self._layout.spacing.box)
        if nested:
            return Stack((self._copy([Run(section.title, Style("bold"))], role="H3"), body))
        return self._headed(section.title, body)

    def _items(self, items: Items) -> Element:
        rows = []
        for number, blocks in enumerate(items.items, start=1):
            label = self._copy([Run(f"{number}." if items.ordered else "•", Style(colour="quiet"))], role="Lbl")
            body = self._stack([self._block(block, nested=True) for block in blocks], "LBody")
            rows.append(Item(label, body, _BULLET_INDENT))
        return Stack(tuple(rows), self._layout.spacing.paragraph / 2, "L")

    def _cards(self, cards: Cards) -> Element:
        if not 1 <= len(cards.groups) <= _MOST_COLUMNS:
            return self._headed(cards.title, self._stack(list(starmap(self._named_group, cards.groups))))
        label = Style(colour="quiet")
        part = self._layout.parts.label
        first, *others = (group for group, _ in cards.groups)
        head = (
            self._copy(self._titled(cards.title, first), self._layout.parts.heading, "H2"),
            *(self._copy([Run(other, label)], part, "H3") for other in others),
        )
        groups = tuple(
            Stack(tuple(self._card(person) for person in people), _CLOSE, "Sect") for _, people in cards.groups
        )
        return SideBySide(head, groups, self._layout.spacing.columns, self._layout.spacing.heading)

    def _named_group(self, label: str, people: Sequence[Card]) -> Element:
        head = self._copy([Run(label, Style("bold", "quiet"))], self._layout.parts.label, "H3")
        return Stack((head, *(self._card(person) for person in people)), _CLOSE, "Sect")

    def _card(self, card: Card) -> Element:
        runs = self._inlines.runs(card.head, Style("bold"))
        for index, line in enumerate(card.lines):
            runs += [Run("; " if index else ", ", glued=True), *self._inlines.runs(line)]
        return self._copy(runs, hang=_HANG)

    def _sources(self, sources: Sources) -> Element:
        part = self._layout.parts.sources
        rows = [
            Item(
                self._copy([Run(f"[{line.number}]", Style(colour="quiet"))], part, "Lbl"),
                self._copy(self._inlines.runs(line.content), part, "LBody"),
                _SOURCE_INDENT,
            )
            for line in sources.lines
        ]
        return self._headed(sources.title, Stack(tuple(rows), _CLOSE, "L"))

    def _entry(self, entry: Entry) -> Element:
        values = [
            self._copy([Run(f"{label}: ", Style(colour="quiet")), *self._inlines.runs(line)], hang=_HANG)
            for label, line in entry.values
        ]
        title = self._copy(self._inlines.runs(entry.title, Style("bold")), role="H3")
        return Stack((title, *values, *(self._passage(passage) for passage in entry.passages)), _CLOSE)

    def _passage(self, passage: Passage) -> Copy:
        words: tuple[Inline, ...] = tuple(Text(text, strong=marked) for text, marked in passage.pieces)
        return self._copy(self._inlines.quotation((*words, passage.cite)), role="BlockQuote", hang=_QUOTE_HANG)

    # Tables

    def _table(self, table: Table) -> Element:
        if table.kind in self._layout.quoted and table.columns:
            return self._headed(table.title, self._stack([self._quotation(row) for row in table.rows]))
        columns = len(table.columns)
        rows = [(row.cells + ((),) * columns)[:columns] for row in table.rows]
        if not columns or not rows:
            return self._heading(table.title)
        weights = self._layout.weights
        return Grid(
            head=self._table_head(table),
            rows=tuple(tuple(self._copy(self._inlines.runs(cell), role="TD") for cell in row) for row in rows),
            weights=tuple(weights.get(column.name, 1.0) for column in table.columns),
            gutter=self._layout.spacing.gutter,
            padding=self._layout.spacing.row,
        )

    def _table_head(self, table: Table) -> tuple[Copy, ...]:
        """Return the head: the title over the column that names the facts, labels over the others."""
        part = self._layout.parts.label
        first, *others = table.columns
        named = table.title.strip() and _NAMING_COLUMNS.get(table.kind, first.name) == first.name
        return (
            self._copy(self._titled(table.title, "" if named else first.label), self._layout.parts.heading, "TH"),
            *(self._copy([Run(column.label, Style(colour="quiet"))], part, "TH") for column in others),
        )

    def _quotation(self, row: Row) -> Copy:
        text, *about = row.cells or ((),)
        runs = self._inlines.quotation(text)
        named = [self._inlines.runs(cell, Style(colour="quiet")) for cell in about if cell]
        for index, cell in enumerate(named):
            runs += [
                Run(", ", Style(colour="quiet"), glued=True) if index else Run(" – ", Style(colour="quiet")),
                *cell,
            ]
        return self._copy(runs, role="BlockQuote", hang=_QUOTE_HANG)


def _label(block: Block) -> str:
    return getattr(block, "title", "") or getattr(block, "kind", "") or type(block).__name__.lower()


def capitals(text: str, language: str) -> str:
    """Return *text* in capitals, in the manner of *language*: Azerbaijani and Turkish have a dotted capital İ."""
    dotted = language.partition("-")[0].lower() in _DOTTED_LANGUAGES
    return (text.replace("i", "İ") if dotted else text).upper()
