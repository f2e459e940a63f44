"""Headings while reading; placeholders into what was composed before references are resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_bilateral.brief.blocks import Page, Paragraph
from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.sphinxext.blocks_to_nodes import block_nodes, source_list, without_tables
from sphinx_bilateral.sphinxext.domain import BriefDomain, FactName, Home, brief_domain
from sphinx_bilateral.sphinxext.lines_to_nodes import Place, fault, first_numbers, line_nodes
from sphinx_bilateral.sphinxext.requests import brief_page_end, brief_request, brief_value, place, stands_in

if TYPE_CHECKING:
    from sphinx.builders import Builder


class HeadingRoles(SphinxTransform):
    """Puts the id in the place of a value in a heading.

    Sphinx copies titles while it reads, into tables of contents and links on other pages, so that a value could not
    come later. It runs after substitutions (220) and before local tables of contents are made (720).
    """

    default_priority = 300

    def apply(self, **kwargs: Any) -> None:
        """Replace the placeholders and tell of them."""
        domain = brief_domain(self.env)
        for title in self.document.findall(nodes.title):
            if not isinstance(title.parent, nodes.section | nodes.document):
                continue
            for node in list(title.findall(brief_value)):
                request = node["request"]
                problem = Problem(
                    kind="bad-place",
                    message=f"a heading cannot hold a value; it shows {node.astext()!r}",
                    file=request["file"],
                    line=request["line"],
                )
                domain.note_problem(self.env.current_document.docname, problem)
                node.replace_self(nodes.inline("", node.astext(), classes=["brief-fault"]))


class RefusedDirectives(SphinxTransform):
    """Marks the place of a directive of ours that was refused: one that does not exist, or with a broken block.

    Docutils and MyST tell of it and leave out the directive whole; their message node is taken off later (999).
    """

    default_priority = 300

    def apply(self, **kwargs: Any) -> None:
        """Put what was written in the place, marked, and tell of it."""
        for message in list(self.document.findall(nodes.system_message)):
            written = next(iter(message.findall(nodes.literal_block)), None)
            text = written.astext() if written is not None else message.astext()
            match = (_REFUSED if written is not None else _UNKNOWN).search(text)
            if match and message.parent is not None:
                self._mark(message, match[1], text if written is not None else f"brief:{match[1]}")

    def _mark(self, message: nodes.system_message, name: str, written: str) -> None:
        reason = "" if name in DIRECTIVES else f"; the directives are {', '.join(DIRECTIVES)}"
        problem = Problem(
            kind="bad-option",
            message=f"brief:{name} is left out, since it cannot be read as it is written{reason}",
            file=place(message.get("source"), self.env),
            line=message.get("line", 0),
        )
        brief_domain(self.env).note_problem(self.env.current_document.docname, problem)
        parent = message.parent
        parent.insert(parent.index(message), nodes.paragraph("", "", fault(" ".join(written.split()))))


_REFUSED = re.compile(r"\A\s*\.\.\s+(?:\|[^|]*\|\s+)?brief:([\w-]+)::")
_UNKNOWN = re.compile(r"Unknown directive type: 'brief:([\w-]+)'")  # MyST's message does not hold what was written


class ShowBlocks(SphinxPostTransform):
    """Replaces placeholders by what was composed for them, in a doctree of one page or of many."""

    default_priority = 5  # before references are resolved (10)
    kept: ClassVar[tuple[type[nodes.Element], ...]] = (brief_request, brief_value, brief_page_end)

    def run(self, **kwargs: Any) -> None:
        """Replace the placeholders, and note their pages as written."""
        self.places: dict[str, Place] = {}
        self.build = brief_domain(self.env).build
        for node in list(self.document.findall(lambda node: isinstance(node, self.kept))):
            assert isinstance(node, nodes.Element)
            docname = node.get("docname", "")
            page = self.build.page(docname)
            self._replace(node, self._shown(node, page, docname) if page else _missing(node))
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
        shown = block_nodes(blocks, where) or self._link(node, docname, number)
        container = nodes.container("", *shown, classes=["brief", f"brief-{name}"], **{"brief-request": number})
        container.source, container.line = node.source, node.line  # where a link that leads nowhere is told of
        return [container] if shown else []

    def _link(self, node: nodes.Element, docname: str, number: int) -> list[nodes.Element]:
        asked = DIRECTIVES[node["request"]["name"]].group == "one-page"
        return self.build.pdfs.link(docname, number) if asked else []

    def _place(self, node: nodes.Element, page: Page, docname: str) -> Place:
        if docname not in self.places:
            domain = brief_domain(self.env)
            sentences = self.build.config.source_text != "none"
            link = partial(_linked, domain, self.build.pdfs.builder, docname)
            self.places[docname] = Place(docname, domain.home, link, first_numbers(page), sentences)
        return replace(self.places[docname], heading=_heading_above(node))

    def _replace(self, node: nodes.Element, shown: list[nodes.Node]) -> None:
        # A label before the directive left its id on the placeholder.
        if not shown and node["ids"]:
            shown = [nodes.target("", "", ids=node["ids"])]
            node["ids"] = []
        node.replace_self(shown)


def _linked(
    domain: BriefDomain, builder: Builder, docname: str, name: FactName, home: Home, words: nodes.Element
) -> nodes.Element:
    # As Sphinx resolves a reference, without searching the whole page for it first.
    try:
        return domain.link(name, home, docname, builder, words)
    except NoUri:
        return words


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
