"""The officer's text on a page: the words of each section, and the places of values in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docutils import nodes
from sphinx import addnodes

from sphinx_bilateral.brief.prose import Piece
from sphinx_bilateral.sphinxext.requests import brief_request, brief_value

Prose = dict[int, list[Piece]]
"""The text of each section, by the number of the section's request."""

GROUNDS = "brief-grounds"
"""The class of the line below an assessment, which the directive writes."""

# Comments and targets hold no words; a number at a word is none.
_NO_WORDS = (
    brief_request, nodes.comment, nodes.footnote_reference, nodes.image, nodes.label, nodes.raw,
    nodes.substitution_definition, nodes.system_message, addnodes.index, addnodes.toctree,
)  # fmt: skip


def tags_around(node: nodes.Node) -> tuple[str, ...]:
    """Return the expressions of the ``only`` directives around *node*, the outermost first."""
    found: list[str] = []
    parent = node.parent
    while parent is not None:
        if isinstance(parent, addnodes.only):
            found.insert(0, parent["expr"])
        parent = parent.parent
    return tuple(found)


def prose_of(document: nodes.document) -> Prose:
    """Return the officer's text of each section that a directive made; the requests of *document* have their numbers.

    The words of a section within another are the inner one's: each has its own length.
    """
    prose: Prose = {}
    for section in document.findall(lambda node: isinstance(node, nodes.Element) and "brief-kind" in node):
        assert isinstance(section, nodes.Element)
        own = next((child for child in section.children if isinstance(child, brief_request)), None)
        # Where headings are copied, such as into a table of contents, no request goes with them.
        if own is not None and "number" in own:
            # The heading is no part of the text.
            pieces = [piece for child in section.children[1:] for piece in _pieces(child, ())]
            prose[own["number"]] = list(_joined(pieces))
    return prose


def _pieces(node: nodes.Node, only: tuple[str, ...]) -> Iterator[Piece]:
    if isinstance(node, nodes.Text):
        yield only, node.astext()
    elif isinstance(node, brief_value):
        yield only, node.get("number", node.astext())
    elif isinstance(node, nodes.Element) and not _is_foreign(node):
        inner = (*only, node["expr"]) if isinstance(node, addnodes.only) else only
        for child in node.children:
            yield from _pieces(child, inner)
        if not isinstance(node, nodes.Inline):
            yield only, "\n"


def _is_foreign(node: nodes.Element) -> bool:
    return isinstance(node, _NO_WORDS) or "brief-kind" in node or GROUNDS in node["classes"]


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    for (only, written), group in groupby(pieces, lambda piece: (piece[0], isinstance(piece[1], str))):
        if written:
            yield only, "".join(str(text) for _, text in group)
        else:
            yield from group
