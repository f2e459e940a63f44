"""A page's resolved doctree as Blocks for print: the officer's text, and our own Blocks where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from sphinx_bilateral.brief.blocks import (
    Block,
    Emphasis,
    Fault,
    Inline,
    Items,
    Line,
    Link,
    Page,
    Paragraph,
    Section,
    Text,
)

_LEFT_OUT = (
    addnodes.start_of_file,  # another page, where all pages are one document
    addnodes.toctree,
    addnodes.index,
    nodes.Invisible,
    nodes.footnote_reference,
    nodes.image,
    nodes.label,
    nodes.raw,
    nodes.system_message,
    nodes.title,
)
"""What a printed page does not hold; other nodes that are not known are looked into."""

_SPACE = re.compile(r"\s+")


def page_nodes(document: nodes.document, docname: str) -> Iterator[tuple[str, nodes.Element]]:
    """Yield the name and the node of each page in *document*: *docname* itself, and those that are parts of it."""
    yield docname, document
    for part in document.findall(addnodes.start_of_file):
        yield part["docname"], part


def page_title(node: nodes.Element) -> str:
    """Return the title of the page; empty where it has none."""
    title = next(iter(node.findall(nodes.title)), None)
    return _SPACE.sub(" ", title.astext()).strip() if title is not None else ""


def page_blocks(node: nodes.Element, page: Page) -> tuple[Block, ...]:
    """Return all that the page shows, in order.

    :param node: as `page_nodes` gives it; references are resolved.
    :param page: what was composed for it.
    """
    reader = _Reader(page)
    sections = [child for child in node.children if isinstance(child, nodes.section)]
    titled = len(sections) == 1 and "brief-kind" not in sections[0]
    return tuple(reader.blocks(sections[0].children if titled else node.children))


@dataclass(frozen=True, slots=True)
class _Reader:
    page: Page

    def blocks(self, children: Iterable[nodes.Node]) -> Iterator[Block]:
        for node in children:
            if isinstance(node, nodes.Element) and not isinstance(node, _LEFT_OUT):
                yield from self._block(node)

    def _block(self, node: nodes.Element) -> Iterator[Block]:
        if "brief-request" in node:
            yield from self.page.blocks.get(node["brief-request"], ())
        elif {"brief-page-end", "contents"} & set(node["classes"]):
            return  # the sheet has its sources already; a local table of contents leads nowhere in print
        elif isinstance(node, nodes.section) or "brief-kind" in node:
            yield Section(node.get("brief-kind", ""), _heading(node), tuple(self.blocks(_after_heading(node))))
        elif isinstance(node, nodes.bullet_list | nodes.enumerated_list):
            items = (tuple(self.blocks(item.children)) for item in node.children if isinstance(item, nodes.Element))
            yield Items(tuple(items), isinstance(node, nodes.enumerated_list))
        elif isinstance(node, nodes.literal_block | nodes.math_block):
            yield Paragraph((Text(node.astext()),))
        elif isinstance(node, nodes.TextElement):
            if line := self._line(node.children):
                yield Paragraph(line)
        else:
            yield from self.blocks(node.children)

    def _line(self, children: Iterable[nodes.Node]) -> Line:
        return tuple(_trimmed([part for child in children for part in self._inline(child)]))

    def _inline(self, node: nodes.Node) -> Iterator[Inline]:
        if isinstance(node, nodes.Text):
            yield Text(_SPACE.sub(" ", node.astext()))
            return
        if not isinstance(node, nodes.Element) or isinstance(node, _LEFT_OUT):
            return
        text = _SPACE.sub(" ", node.astext())
        if "brief-request" in node:
            for block in self.page.blocks.get(node["brief-request"], ()):
                yield from block.content if isinstance(block, Paragraph) else ()
        elif isinstance(node, nodes.emphasis | nodes.strong):
            yield Emphasis(text, strong=isinstance(node, nodes.strong))
        elif isinstance(node, nodes.problematic):
            yield Fault(text)
        elif isinstance(node, nodes.reference) and node.get("refuri", "").startswith(("http://", "https://")):
            yield Link(text, node["refuri"])
        else:
            for child in node.children:
                yield from self._inline(child)


def _heading(node: nodes.Element) -> str:
    head = next(iter(node.findall(nodes.title if isinstance(node, nodes.section) else nodes.rubric)), None)
    return _SPACE.sub(" ", head.astext()).strip() if head is not None else ""


def _after_heading(node: nodes.Element) -> list[nodes.Node]:
    rubric = isinstance(node, nodes.container) and node.children and isinstance(node.children[0], nodes.rubric)
    return node.children[1:] if rubric else node.children


def _trimmed(line: list[Inline]) -> Iterator[Inline]:
    """Yield *line* without blanks at its start and end, and without empty texts."""
    for index, part in enumerate(line):
        if not isinstance(part, Text):
            yield part
            continue
        text = part.text.lstrip() if index == 0 else part.text
        text = text.rstrip() if index == len(line) - 1 else text
        if text:
            yield Text(text, part.strong)
