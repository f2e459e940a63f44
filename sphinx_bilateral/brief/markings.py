"""The marking of a page: its own, or that of its sections rolled up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sphinx_bilateral.brief.requests import Request

if TYPE_CHECKING:
    from sphinx_bilateral.brief.blocks import Block
    from sphinx_bilateral.brief.wording import Wording


class Marking(NamedTuple):
    """A marking as it is shown.

    :param known: whether it is one of the project's, and so one to rely on.
    """

    text: str = ""
    known: bool = True


def is_known(marking: str, order: Sequence[str]) -> bool:
    """Tell whether *marking* is one of the project's; where *order* is empty, any text is."""
    return not order or marking in order


def page_marking(requests: Sequence[Request], order: Sequence[str]) -> Marking:
    """Return the marking of a page: that of its control block, else the highest of its sections.

    Where none can be told to be the highest, all are shown: without an order, or beside one that nobody knows.
    A section that only some builders show counts in all of them.

    :param requests: all that the page asks for.
    :param order: the markings of the project, the lowest first; empty where a marking is free text.
    """
    marked = [(request.name, str(request.options["marking"])) for request in requests if "marking" in request.options]
    if own := next((marking for name, marking in marked if name == "document"), ""):
        return Marking(own, is_known(own, order))
    sections = tuple(dict.fromkeys(marking for _, marking in marked))
    ranked = [marking for marking in sections if marking in order]
    highest = [max(ranked, key=order.index)] if ranked else []
    others = [marking for marking in sections if marking not in order]
    return Marking(", ".join((*highest, *others)), known=not (order and others))


def wrong_marking(request: Request, order: Sequence[str], wording: Wording) -> tuple[Block, ...]:
    """Return what a reader sees below the title of a section whose marking is not to be trusted."""
    marking = str(request.options.get("marking", ""))
    if not marking or is_known(marking, order):
        return ()
    # Many builds compose no page, and the blocks take a while to import.
    from sphinx_bilateral.brief.blocks import Fault, Paragraph, Text

    return (Paragraph((Fault(marking), Text(f" {wording.say('is no marking of this project')}"))),)
