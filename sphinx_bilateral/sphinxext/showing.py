"""What was composed for a page, in the places of its placeholders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri

from sphinx_bilateral.brief.blocks import Page, Paragraph
from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.sphinxext.blocks_to_nodes import block_nodes, source_list, without_tables
from sphinx_bilateral.sphinxext.lines_to_nodes import Linker, Place, first_numbers, line_nodes
from sphinx_bilateral.sphinxext.requests import brief_page_end, brief_request, brief_value, stands_in
from sphinx_bilateral.sphinxext.shown_nodes import fault

if TYPE_CHECKING:
    from sphinx_bilateral.sphinxext.domain import BriefDomain, FactName, Home


def show(placeholders: Iterable[nodes.Element], domain: BriefDomain) -> None:
    """Put what was composed in the place of each of *placeholders*, all of one doctree, and note its page as written.

    :param placeholders: in order; the doctree may be of one page or of many.
    """
    doctree = _Doctree(domain)
    for node in placeholders:
        doctree.show(node)


class _Doctree:
    def __init__(self, domain: BriefDomain) -> None:
        self.domain = domain
        self.build = domain.build
        self.places: dict[str, Place] = {}

    def show(self, node: nodes.Element) -> None:
        docname = node.get("docname", "")
        page = self.build.page(docname)
        _replace(node, self._shown(node, page, docname) if page else _missing(node))
        if page:
            self.build.note_written(docname)

    def _shown(self, node: nodes.Element, page: Page, docname: str) -> list[nodes.Node]:
        where = self._place(node, page, docname)
        if isinstance(node, brief_page_end):
            sources = [] if page.lists_sources else source_list(page.sources, where)
            return [nodes.container("", *sources, classes=["brief-page-end"])] if sources else []
        number = node["number"]
        name = node["request"]["name"]
        blocks = page.blocks.get(number, ())
        if isinstance(node, brief_value):
            line = blocks[0].content if blocks and isinstance(blocks[0], Paragraph) else ()
            parts = line_nodes(line, where)
            return [nodes.inline("", "", *parts, classes=["brief-role", f"brief-{name}"], **{"brief-request": number})]
        if stands_in(node, nodes.entry):
            blocks = without_tables(blocks)
        shown = block_nodes(blocks, where) or self._pdf_link(node, docname, number)
        container = nodes.container("", *shown, classes=["brief", f"brief-{name}"], **{"brief-request": number})
        container.source, container.line = node.source, node.line  # where a link that leads nowhere is told of
        return [container] if shown else []

    def _pdf_link(self, node: nodes.Element, docname: str, number: int) -> list[nodes.Element]:
        asked = DIRECTIVES[node["request"]["name"]].group == "one-page"
        return self.build.pdfs.link(docname, number) if asked else []

    def _place(self, node: nodes.Element, page: Page, docname: str) -> Place:
        if docname not in self.places:
            sentences = self.build.config.source_text != "none"
            self.places[docname] = Place(
                docname, self.domain.home, self._linker(docname), first_numbers(page), sentences
            )
        return replace(self.places[docname], heading=_heading_above(node))

    def _linker(self, docname: str) -> Linker:
        def link(name: FactName, home: Home, words: nodes.Element) -> nodes.Element:
            # As Sphinx would resolve a reference, but without walking the whole page for it first.
            try:
                return self.domain.link(name, home, docname, self.build.pdfs.builder, words)
            except NoUri:
                return words

        return link


def _replace(node: nodes.Element, shown: list[nodes.Node]) -> None:
    # A label before the directive left its id on the placeholder.
    if not shown and node["ids"]:
        shown = [nodes.target("", "", ids=node["ids"])]
        node["ids"] = []
    node.replace_self(shown)


def _heading_above(node: nodes.Element) -> str:
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.section):
        parent = parent.parent
    return parent[0].astext() if parent is not None else ""


def _missing(node: nodes.Element) -> list[nodes.Node]:
    """Return what stands for a placeholder that nothing was composed for: nothing is left out silently."""
    if isinstance(node, brief_value):
        return [fault(node.astext())]
    return [nodes.paragraph("", "", fault(node["request"]["name"]))] if isinstance(node, brief_request) else []
