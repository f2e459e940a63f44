"""Rows of our tables in HTML, each cell in one go.

Sphinx's writer looks up two methods for each node, and puts each start tag together from its parts: for a page of
tables, a third of the time that the page takes to be written. What is written here is the same, byte for byte. A cell
that holds anything but what we put into it is left to the writer, and so is every cell of a writer that shows some of
it in its own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

_METHODS = (
    *(f"{way}_{name}" for name in ("entry", "inline", "paragraph", "reference") for way in ("visit", "depart")),
    "visit_Text", "attval", "encode", "starttag", "dispatch_visit", "dispatch_departure",
)  # fmt: skip
"""What Sphinx's writer shows a cell with."""

_LINK = frozenset({*nodes.Element.basic_attributes, "internal", "refid", "refuri", "reftitle"})


class UnforeseenError(Exception):
    """A node that we did not put into a cell."""


def visit_row(writer: HTML5Translator, node: nodes.row) -> None:
    """Write a row of the body of a table, or leave its cells to *writer*."""
    writer.visit_row(node)
    group: Any = node.parent and node.parent.parent
    if not _is_own(writer) or any(group.stubs):
        return
    for entry in node.children:
        try:
            cell = _cell(entry, writer)
        except UnforeseenError:
            entry.walkabout(writer)
        else:
            writer.body.append(cell)
            node.column += 1  # type: ignore[attr-defined]  # as the writer counts
    writer.depart_row(node)
    raise nodes.SkipNode


def depart_row(writer: HTML5Translator, node: nodes.row) -> None:
    """End a row whose cells were left to *writer*."""
    writer.depart_row(node)


def _is_own(writer: HTML5Translator) -> bool:
    """Tell whether *writer* shows cells as Sphinx's own does."""
    from sphinx.writers.html5 import HTML5Translator

    kind = type(writer)
    return vars(writer).keys().isdisjoint(_METHODS) and all(
        getattr(kind, name) is getattr(HTML5Translator, name) for name in _METHODS
    )


def _cell(entry: nodes.Node, writer: HTML5Translator) -> str:
    if not _is_bare(entry, nodes.entry) or len(entry.children) != 1 or not _is_bare(entry.children[0], nodes.paragraph):
        raise UnforeseenError
    return f"<td><p>{_words(entry.children[0], writer)}</p></td>\n"


def _is_bare(node: nodes.Node, kind: type[nodes.Element]) -> bool:
    """Tell whether *node* is of *kind* and has no attribute that could show."""
    return type(node) is kind and not any(node.attributes.values())


def _words(node: nodes.Node, writer: HTML5Translator) -> str:
    return "".join([_inline(child, writer) for child in node.children])


def _inline(node: nodes.Node, writer: HTML5Translator) -> str:
    if type(node) is nodes.Text:
        return writer.encode(node)
    if not isinstance(node, nodes.Element) or node["ids"] or not all(map(_is_ours, classes := node["classes"])):
        raise UnforeseenError
    if type(node) is nodes.reference:
        return f"<a {_address(node, classes, writer)}>{_words(node, writer)}</a>"
    if isinstance(node, nodes.inline) and node.tagname == "inline":
        shown = f' class="{" ".join(classes)}"' if classes else ""
        return f"<span{shown}>{_words(node, writer)}</span>"
    raise UnforeseenError


def _is_ours(name: str) -> bool:
    return name.startswith("brief-")


def _address(link: nodes.reference, classes: list[str], writer: HTML5Translator) -> str:
    """Return the attributes of a link, sorted by name."""
    address = link["refuri"] if "refuri" in link else f"#{link['refid']}"
    if not link.attributes.keys() <= _LINK or not address or address.startswith("mailto:"):
        raise UnforeseenError
    kind = "internal" if link.get("internal") or "refuri" not in link else "external"
    title = f' title="{writer.attval(link["reftitle"])}"' if "reftitle" in link else ""
    return f'class="{" ".join((*classes, "reference", kind))}" href="{writer.attval(address)}"{title}'
