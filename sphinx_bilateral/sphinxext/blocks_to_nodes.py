"""Blocks as docutils nodes that read well in every builder: flat tables, lists, field lists, block quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from sphinx_bilateral.brief.blocks import (
    Block,
    Card,
    Cards,
    Control,
    Entry,
    Items,
    Line,
    Nothing,
    Paragraph,
    Passage,
    Pieces,
    Register,
    Section,
    SourceLine,
    Sources,
    Table,
    Text,
)
from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.sphinxext.anchors import fact_anchor, source_anchor
from sphinx_bilateral.sphinxext.domain import FactName
from sphinx_bilateral.sphinxext.lines_to_nodes import Place, line_nodes, verbatim
from sphinx_bilateral.sphinxext.shown_nodes import brief_row, brief_table, fault
from sphinx_bilateral.sphinxext.words import _


def block_nodes(blocks: Iterable[Block], place: Place) -> list[nodes.Element]:
    """Return the nodes of *blocks*."""
    return [node for block in blocks for node in _block(block, place)]


def _block(block: Block, place: Place) -> list[nodes.Element]:
    match block:
        case Paragraph(content):
            return [_paragraph(content, place)]
        case Items():
            return [*_rubric(block.title, place), _items(block, place)]
        case Table():
            return [_table(block, place)]
        case Cards():
            return _cards(block, place)
        case Nothing():
            return [_nothing(block)]
        case Register():
            return _register(block, place)
        case Sources():
            return source_list(block, place)
        case Control():
            return _control(block, place)
        case Section(kind, title, blocks):
            return [*_rubric(title, place, f"brief-{kind}"), *block_nodes(blocks, place)]


def _paragraph(line: Line, place: Place, *classes: str, at_home: FactName | None = None) -> nodes.paragraph:
    content = line_nodes(line, place, at_home=at_home)
    return nodes.paragraph("", "", *content, classes=list(classes), translatable=False)


def _rubric(title: str, place: Place, *classes: str) -> list[nodes.Element]:
    if title in {"", place.heading}:
        return []
    return [nodes.rubric(title, title, classes=list(classes), translatable=False)]


def _nothing(block: Nothing) -> nodes.paragraph:
    # "None reported" alone does not say of what.
    title = _(DIRECTIVES[block.kind].title) if block.kind in DIRECTIVES else ""
    words = f"{title}: {block.text}" if title else block.text
    return nodes.paragraph(words, words, classes=["brief-nothing"], translatable=False)


def _items(block: Items, place: Place) -> nodes.Element:
    items = [nodes.list_item("", *block_nodes(item, place)) for item in block.items]
    if block.ordered:
        return nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
    return nodes.bullet_list("", *items, bullet="-")


def _table(block: Table, place: Place) -> nodes.table:
    table = brief_table("", classes=["brief-table", f"brief-{block.kind}"])
    if block.title not in {"", place.heading}:
        table += nodes.title(block.title, block.title, translatable=False)
    group = nodes.tgroup("", cols=len(block.columns))
    # Widths are characters: the text builder takes them as they are, the others as shares.
    group += [nodes.colspec("", colwidth=column.width) for column in block.columns]
    heads = [nodes.paragraph(column.label, column.label, translatable=False) for column in block.columns]
    group += nodes.thead("", _row(heads))
    group += nodes.tbody("", *(_row([_paragraph(cell, place) for cell in row.cells], brief_row) for row in block.rows))
    table += group
    return table


def without_tables(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return *blocks* with tables as lists, for a place inside a table: plain text and man pages cannot nest them."""
    return tuple(
        Items(tuple((Paragraph(_joined(row.cells)),) for row in block.rows), title=block.title)
        if isinstance(block, Table)
        else block
        for block in blocks
    )


def _joined(cells: Sequence[Line]) -> Line:
    line: Line = ()
    for cell in cells:
        line += (Text(" · "), *cell) if line and cell else cell
    return line


def _row(cells: Sequence[nodes.paragraph], kind: type[nodes.row] = nodes.row) -> nodes.row:
    return kind("", *(nodes.entry("", cell) for cell in cells))


def _cards(block: Cards, place: Place) -> list[nodes.Element]:
    shown = _rubric(block.title, place)
    for label, cards in block.groups:
        if label:
            side = nodes.strong(label, label)
            shown.append(nodes.paragraph("", "", side, classes=["brief-side"], translatable=False))
        items = [_card(card, place) for card in cards]
        shown.append(nodes.definition_list("", *items, classes=["brief-cards"]))
    return shown


def _card(card: Card, place: Place) -> nodes.definition_list_item:
    term = nodes.term("", "", *line_nodes(card.head, place), translatable=False)
    return nodes.definition_list_item("", term, nodes.definition("", *(_paragraph(line, place) for line in card.lines)))


def _register(block: Register, place: Place) -> list[nodes.Element]:
    items = [_entry(entry, place, at_home=block.home) for entry in block.entries]
    return [*_rubric(block.title, place), nodes.definition_list("", *items, classes=["brief-register"])]


def _entry(entry: Entry, place: Place, *, at_home: bool) -> nodes.definition_list_item:
    name = (entry.dossier, entry.fact)
    home = place.home(name)
    term = nodes.term("", "", *line_nodes(entry.title, place, at_home=name if at_home else None), translatable=False)
    if at_home and home is not None and home.docname == place.docname:
        term["ids"] = place.ids(fact_anchor(place.docname, *name))
    about = nodes.paragraph("", "", nodes.inline(entry.label, entry.label, classes=["brief-kind"]), nodes.Text(" · "))
    about += nodes.literal(entry.fact, entry.fact, classes=["brief-id"])
    about["translatable"] = False
    definition = nodes.definition("", about)
    # Sentences first: after the fields, plain text would show them as part of the last one.
    if place.sentences:
        definition += [_passage(passage, place) for passage in entry.passages]
    if entry.values:
        definition += _fields(entry.values, place, at_home=name)
    return nodes.definition_list_item("", term, definition, classes=[f"brief-entry-{entry.kind}"])


def _fields(rows: Iterable[tuple[str, Line]], place: Place, *, at_home: FactName | None = None) -> nodes.field_list:
    fields = nodes.field_list("")
    for label, line in rows:
        name = nodes.field_name(label, label, translatable=False)
        fields += nodes.field("", name, nodes.field_body("", _paragraph(line, place, at_home=at_home)))
    return fields


def _passage(passage: Passage, place: Place) -> nodes.block_quote:
    where = [nodes.Text(f" {passage.where}")] if passage.where else []
    return nodes.block_quote(
        "",
        _pieces(passage.pieces),
        nodes.attribution("", "", *line_nodes((passage.cite,), place), *where, translatable=False),
        classes=["brief-passage"],
    )


def _pieces(pieces: Pieces) -> nodes.paragraph:
    # Strong, so that print and plain text show the marked words too.
    shown = [
        nodes.strong("", "", verbatim(text), classes=["brief-mark"]) if marked else verbatim(text)
        for text, marked in pieces
    ]
    return nodes.paragraph("", "", *shown, translatable=False)


def source_list(block: Sources, place: Place) -> list[nodes.Element]:
    """Return the numbered sources, each with the sentences that the page leans on, or with its whole text."""
    if not block.lines:
        return []
    items = [_source(line, place) for line in block.lines]
    numbered = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".", classes=["brief-sources"])
    return [*_rubric(block.title, place), numbered]


def _source(line: SourceLine, place: Place) -> nodes.list_item:
    # Not every writer makes an anchor of a list item's id; all make one of a target.
    target = nodes.target("", "", ids=place.ids(source_anchor(place.docname, line.number)))
    head = _paragraph(line.content, place)
    if target["ids"]:
        head.insert(0, target)
    item = nodes.list_item("", head)
    if line.text:
        item += nodes.block_quote("", *map(_pieces, line.text), classes=["brief-source-text"])
    elif line.cited and place.sentences:
        sentences = (nodes.paragraph("", "", verbatim(text), translatable=False) for text in line.cited)
        cited = [nodes.list_item("", sentence) for sentence in sentences]
        item += nodes.bullet_list("", *cited, bullet="-", classes=["brief-cited"])
    return item


def _marking(block: Control) -> nodes.paragraph:
    shown = nodes.strong(block.marking, block.marking) if block.marking_known else fault(block.marking)
    return nodes.paragraph("", "", shown, classes=["brief-marking"], translatable=False)


def _control(block: Control, place: Place) -> list[nodes.Element]:
    shown: list[nodes.Element] = []
    if block.marking:
        shown.append(_marking(block))
    if block.handling:
        shown.append(nodes.paragraph(block.handling, block.handling, classes=["brief-handling"], translatable=False))
    reference = nodes.Text(block.reference)
    fields = _fields(block.rows, place)
    if block.reference:
        name = nodes.field_name("", _("Reference"), translatable=False)
        body = nodes.field_body("", nodes.paragraph("", "", reference, translatable=False))
        fields.insert(0, nodes.field("", name, body))
    fields["classes"] = ["brief-control"]
    return [*shown, fields]
