"""Lines of text as docutils nodes: values that lead to their home, source numbers, badges, faults.

All text becomes `nodes.Text`, which every writer escapes: no word of a source is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docutils import nodes

from sphinx_bilateral.brief.blocks import Badge, Cite, Emphasis, Fault, Inline, Line, Link, Page, Text, Value
from sphinx_bilateral.sphinxext.anchors import source_anchor
from sphinx_bilateral.sphinxext.domain import FactName, Home
from sphinx_bilateral.sphinxext.shown_nodes import brief_verbatim, fault

Linker = Callable[[FactName, Home, nodes.Element], nodes.Element]
"""Returns words as a link to the home of a fact, or as they are where the output does not hold it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where nodes are made for.

    :param home: returns the home of a fact, or ``None``.
    :param link: makes a link to it.
    :param numbers: the first source number that each fact has on the page.
    :param sentences: whether the sources' sentences may be printed.
    :param taken: the ids that were given in this doctree, which may be of many pages.
    :param heading: of the section around, which a list under it need not say again.
    """

    docname: str
    home: Callable[[FactName], Home | None]
    link: Linker
    numbers: Mapping[FactName, int] = field(default_factory=dict)
    sentences: bool = True
    taken: set[str] = field(default_factory=set)
    heading: str = ""

    def ids(self, anchor: str) -> list[str]:
        """Return *anchor* as the ids of a node the first time, then none: a second mention is no target."""
        if anchor in self.taken:
            return []
        self.taken.add(anchor)
        return [anchor]


def first_numbers(page: Page) -> dict[FactName, int]:
    """Return the first source number of each fact on *page*."""
    numbers: dict[FactName, int] = {}
    _note_numbers(tuple(page.blocks.values()), numbers)
    return numbers


# Most of a page: not looking into these takes a fraction of the time.
_WITHOUT_CITES = frozenset({Text, Value, Badge, str, int, bool})


def _note_numbers(parts: tuple[object, ...], numbers: dict[FactName, int]) -> None:
    for part in parts:
        if type(part) in _WITHOUT_CITES:
            continue
        if isinstance(part, Cite):
            if part.fact:
                numbers.setdefault((part.dossier, part.fact), part.number)
        elif isinstance(part, tuple):
            _note_numbers(part, numbers)
        else:
            _note_numbers(tuple(getattr(part, name) for name in getattr(part, "__slots__", ())), numbers)


def line_nodes(line: Line, place: Place, *, at_home: FactName | None = None) -> list[nodes.Node]:
    """Return the nodes of *line*.

    :param at_home: the fact that is told of here in full, whose values need no link to themselves.
    """
    return [_inline(part, place, at_home) for part in line]


def verbatim(text: str, *classes: str) -> nodes.inline:
    """Return words of a source byte for byte: not translated, and no quotation marks or dashes exchanged."""
    return brief_verbatim(
        text, text, classes=["brief-verbatim", *classes], translatable=False, support_smartquotes=False
    )


def _inline(part: Inline, place: Place, at_home: FactName | None) -> nodes.Node:
    match part:
        case Text(text, strong):
            return nodes.strong(text, text) if strong else nodes.Text(text)
        case Emphasis(text, strong):
            return nodes.strong(text, text) if strong else nodes.emphasis(text, text)
        case Badge(text=text, tone=tone):
            return nodes.inline(text, text, classes=["brief-badge", f"brief-tone-{tone}"])
        case Fault(text):
            return fault(text)
        case Link(text, url):
            return nodes.reference(text, text, refuri=url, internal=False)
        case Cite():
            return _cite(part, place)
        case Value():
            return _value(part, place, at_home)


def _cite(cite: Cite, place: Place) -> nodes.reference:
    number = f"[{cite.number}]"
    link = nodes.reference(
        number, number, refid=source_anchor(place.docname, cite.number), internal=True, classes=["brief-cite"]
    )
    if cite.sentence and place.sentences:
        link["reftitle"] = cite.sentence
    return link


def _value(value: Value, place: Place, at_home: FactName | None) -> nodes.Element:
    if value.field == "evidence":  # a whole sentence is no value to follow
        return verbatim(value.text) if place.sentences else nodes.inline()
    name = (value.dossier, value.fact)
    if name == at_home:
        return _words(value)
    if home := place.home(name):
        return place.link(name, home, _words(value))
    if number := place.numbers.get(name):
        return _to_source(value, source_anchor(place.docname, number))
    return _words(value)


def _to_source(value: Value, anchor: str) -> nodes.reference:
    if value.strong or value.verbatim:
        return nodes.reference("", "", _words(value), refid=anchor, internal=True, classes=["brief-to-source"])
    # Most of what a page shows: a node less for each value is felt.
    classes = ["brief-to-source", "brief-value"]
    return nodes.reference(value.text, value.text, refid=anchor, internal=True, classes=classes)


def _words(value: Value) -> nodes.inline | nodes.strong:
    words = verbatim(value.text, "brief-value") if value.verbatim else _plain(value.text)
    return nodes.strong("", "", words) if value.strong else words


def _plain(text: str) -> nodes.inline:
    return nodes.inline(text, text, classes=["brief-value"], translatable=False, support_smartquotes=False)
