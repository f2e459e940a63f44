"""Protective markings: in their order, and beside the titles of sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_bilateral.brief.catalogue import nearest
from sphinx_bilateral.brief.markings import is_known
from sphinx_bilateral.model.problem_kinds import Notice

PRESETS: Mapping[str, tuple[str, ...]] = {
    # Cabinet Office, Government Security Classifications Policy (2024).
    "uk": ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"),
    # FIRST, Traffic Light Protocol, version 2.0.
    "tlp": ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"),
}
"""Lists of markings by name, the lowest first."""


class Marked(NamedTuple):
    """A marking that a page gives itself or one of its sections.

    :param name: of the directive; ``document`` marks the page.
    :param file: and *line*: where it stands.
    """

    name: str
    marking: str
    file: str
    line: int


class PortionMarkings(SphinxTransform):
    """Puts the marking of each section beside its title, in parentheses.

    After titles were translated (20), since no translation may lose it, and before they are copied into tables of
    contents (720), where it belongs too.
    """

    default_priority = 300

    def apply(self, **kwargs: Any) -> None:
        """Add the markings to the titles."""
        for section in self.document.findall(nodes.Element):
            if (marking := section.get("brief-marking")) and isinstance(title := section[0], nodes.Element):
                title += nodes.Text(f" ({marking})")


def marking_problems(marked: Sequence[Marked], order: Sequence[str], *, documented: bool = True) -> Iterator[Notice]:
    """Yield a defect for each marking of one page that *order* lacks, or that is higher than the page's own.

    A page without a marking of its own has the highest of its sections.

    :param order: the markings, the lowest first; none makes every marking free text.
    :param documented: whether the page has a control block, which carries its marking.
    """
    if not order:
        return
    page = next((one.marking for one in marked if one.name == "document"), "")
    for one in marked:
        if not is_known(one.marking, order):
            near = nearest(one.marking, order)
            message = f"{one.marking!r} is no marking of this project; its markings are {', '.join(order)}{near}"
            yield _defect(message, one)
        elif one.name != "document" and not documented:
            message = f"the section is marked {one.marking}, and its page has no brief:document to carry a marking"
            yield _defect(message, one)
        elif one.name != "document" and page in order and order.index(one.marking) > order.index(page):
            yield _defect(f"the section is marked {one.marking}, higher than its page, which is marked {page}", one)


def _defect(message: str, one: Marked) -> Notice:
    return Notice(kind="marking", message=message, file=one.file, line=one.line)
