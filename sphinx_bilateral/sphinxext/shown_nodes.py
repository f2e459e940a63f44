"""Nodes of docutils under names of our own, each for what one writer would not show as it should.

All other writers find the class that a node derives from, and show that; so does whoever looks for nodes by class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_bilateral.sphinxext import rows_in_html

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class brief_table(nodes.table):  # ruff: ignore[invalid-class-name]  # docutils names nodes in lower case
    """A table without an id.

    Sphinx asks for one of every captioned table, to number it; but it numbers while reading, and ours come later.
    Furo would put the id on the table and on what it wraps the table in. Texinfo's writer joins a caption to the
    paragraph before it.
    """

    tagname = "table"


class brief_row(nodes.row):  # ruff: ignore[invalid-class-name]
    """A row of the body. HTML has a way to write it that takes a fraction of the time."""

    tagname = "row"


class brief_fault(nodes.problematic):  # ruff: ignore[invalid-class-name]
    """What is wrong, marked. The writer of manual pages would break the line around it, and not mark it."""

    tagname = "problematic"


class brief_verbatim(nodes.inline):  # ruff: ignore[invalid-class-name]
    """Words of a source. Texinfo would make one dash of two hyphens."""

    tagname = "inline"


def fault(text: str) -> brief_fault:
    """Return *text* marked, in every builder, as something that is wrong."""
    return brief_fault(text, text, classes=["brief-fault"])


class UnlinkQuotations(SphinxPostTransform):
    """Takes the links off words of a source in Texinfo, which writes a link by itself, in its own spelling.

    The source's number beside the words leads on.
    """

    builders = ("texinfo",)
    default_priority = 50  # after references are resolved (10)

    def run(self, **kwargs: Any) -> None:
        """Put the words in the place of the link."""
        for link in list(self.document.findall(nodes.reference)):
            if next(link.findall(brief_verbatim), None) is not None:
                link.replace_self(link.children)


def add_nodes(app: Sphinx) -> None:
    """Register the nodes, each for its one writer."""
    app.add_node(brief_table, texinfo=(_begin_table, _end_table))
    app.add_node(brief_row, html=(rows_in_html.visit_row, rows_in_html.depart_row))
    app.add_node(brief_fault, man=(_begin_fault, _end_fault))
    app.add_node(brief_verbatim, texinfo=(_begin_verbatim, _end_verbatim))
    app.add_post_transform(UnlinkQuotations)


def _begin_table(writer: Any, node: brief_table) -> None:
    writer.body.append("\n\n")
    writer.visit_table(node)


def _end_table(writer: Any, node: brief_table) -> None:
    writer.depart_table(node)


def _begin_fault(writer: Any, node: brief_fault) -> None:
    writer.body.append(r"\fB>>")


def _end_fault(writer: Any, node: brief_fault) -> None:
    writer.body.append(r"<<\fP")


def _begin_verbatim(writer: Any, node: brief_verbatim) -> None:
    writer.escape_hyphens += 1


def _end_verbatim(writer: Any, node: brief_verbatim) -> None:
    writer.escape_hyphens -= 1
