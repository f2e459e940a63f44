"""Protective markings in their order, and the day on which a brief expires."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.problems import Problem

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


def marking_problems(marked: Sequence[Marked], order: Sequence[str]) -> Iterator[Problem]:
    """Yield a defect for each marking of one page that *order* lacks, or that is higher than the page's own.

    :param order: the markings, the lowest first; none makes every marking free text.
    """
    if not order:
        return
    page = next((one.marking for one in marked if one.name == "document"), "")
    for one in marked:
        if one.marking not in order:
            message = f"{one.marking!r} is no marking of this project; its markings are {', '.join(order)}"
            yield _defect(message, one)
        elif one.name != "document" and not page:
            yield _defect(f"the section is marked {one.marking}, and its page has no marking", one)
        elif one.name != "document" and page in order and order.index(one.marking) > order.index(page):
            yield _defect(f"the section is marked {one.marking}, higher than its page, which is marked {page}", one)


def _defect(message: str, one: Marked) -> Problem:
    return Problem(kind="marking", message=message, file=one.file, line=one.line)


def expired(requests: Sequence[Request], today: datetime.date) -> Iterator[Problem]:
    """Yield a finding where the page must not be used any more.

    Today's date never reaches the page's bytes, so this is told here and is no part of what is composed.
    """
    for request in requests:
        expires = str(request.options.get("expires", ""))
        if request.name == "document" and expires and bounds(expires)[1] < today:
            message = f"the brief expired: {expires}"
            yield Problem(kind="expired", message=message, file=request.file, line=request.line)
