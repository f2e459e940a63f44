"""Fitting: the largest type size at which everything stands on one page.

Greedy lines are not strictly shorter at a smaller size, so that the sizes are tried one after the other, from the
largest down; each costs additions only, since the words are measured already. What is left over goes between the
sections, up to a bound, and then above the sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sphinx_bilateral.onepage.elements import HAIRLINE
from sphinx_bilateral.onepage.frames import Area, Frame
from sphinx_bilateral.onepage.galley import Division, Galley
from sphinx_bilateral.onepage.grid import Grid
from sphinx_bilateral.onepage.layout import Layout

_ROUNDING = 1e-6
_MARKING_GAP = 3.0
_FOOT_GAP = 4.0

_LINES_WORTH_PAIRING = 1.5
"""Two tables go side by side if that saves this many lines."""

_CROWDED = 1.4
"""A table that wants more than this much of half the page does not go there."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The page at one size.

    :param content: how high all that stands on it is, and *room* how high the paper between its margins, in points.
    :param heights: the divisions as they stand, by label, in points.
    """

    frame: Frame
    size: float
    content: float
    room: float
    heights: tuple[tuple[str, float], ...]

    @property
    def excess(self) -> float:
        """By how many points the page is too high; 0 where it fits."""
        return max(0.0, self.content - self.room - _ROUNDING)


def fit(galley: Galley, layout: Layout) -> Fitted:
    """Return the page at the largest size that fits, or at the smallest size where none does.

    A size is not tried where the page would not fit even if its height went down with the cube of the size: lines get
    shorter in number and in height, which is the square, and now and then a last word finds room on the line before.
    """
    *larger, smallest = layout.type.sizes()
    tried: Fitted | None = None
    for size in larger:
        if tried and tried.content * (size / tried.size) ** 3 > tried.room:
            continue
        tried = _at_size(galley, layout, size)
        if tried.excess <= 0:
            return tried
    return _at_size(galley, layout, smallest)


def _at_size(galley: Galley, layout: Layout, size: float) -> Fitted:
    area = layout.print_area
    above, below = _above(galley, size, area.width), _below(galley, size, area.width)
    divisions = _divisions(galley.divisions, layout, size, area.width)
    sources = galley.sources.lay(size, area.width)
    gaps = len(divisions) + (sources.height > 0)
    gap = layout.spacing.section * size
    content = above.height + sum(frame.height for _, frame in divisions) + sources.height + below.height + gaps * gap
    if gaps:
        gap += min(max(area.height - content, 0.0) / gaps, layout.spacing.stretch * size)

    placed = [(area.left, area.top, above)]
    y = area.top + above.height
    for _, frame in divisions:
        placed.append((area.left, y + gap, frame))
        y += gap + frame.height
    foot = area.bottom - below.height
    placed += [(area.left, foot - sources.height, sources), (area.left, foot, below)]
    heights = tuple((label, frame.height) for label, frame in divisions)
    return Fitted(Frame(layout.paper_size[1], children=tuple(placed)), size, content, area.height, heights)


def _above(galley: Galley, size: float, width: float) -> Frame:
    """Lay out the marking and the head of the page."""
    marking, head = galley.marking.lay(size, width), galley.head.lay(size, width)
    start = marking.height + (_MARKING_GAP if marking.height else 0.0)
    return Frame(start + head.height, children=((0.0, 0.0, marking), (0.0, start, head)))


def _below(galley: Galley, size: float, width: float) -> Frame:
    """Lay out the foot of the page and the marking below it."""
    marking, foot = galley.marking.lay(size, width), galley.foot.lay(size, width)
    start = 2 * _FOOT_GAP
    end = start + foot.height + (_MARKING_GAP if marking.height else 0.0)
    areas = (Area(0, start - _FOOT_GAP / 2, width, HAIRLINE, "rule"),)
    return Frame(end + marking.height, areas=areas, children=((0.0, start, foot), (0.0, end, marking)))


def _divisions(divisions: Sequence[Division], layout: Layout, size: float, width: float) -> list[tuple[str, Frame]]:
    """Lay out the divisions in order, with their labels; two short tables in a row may stand side by side."""
    laid: list[tuple[str, Frame]] = []
    rest = list(divisions)
    while rest:
        division = rest.pop(0)
        label, frame = division.label, division.element.lay(size, width)
        if rest and (pair := _beside(division, rest[0], layout, size, width)):
            other = rest[0].element.lay(size, width).height + layout.spacing.section * size
            if frame.height + other - pair.height >= _LINES_WORTH_PAIRING * layout.type.leading * size:
                label, frame = f"{label} and {rest.pop(0).label}", pair
        if frame.height:
            laid.append((label, frame))
    return laid


def _beside(one: Division, other: Division, layout: Layout, size: float, width: float) -> Frame | None:
    """Return two tables side by side, or nothing where they are not short enough for it."""
    gutter = layout.spacing.columns * size
    column = (width - gutter) / 2
    tables = [division.element for division in (one, other) if isinstance(division.element, Grid)]
    if len(tables) < 2 or any(table.natural(size) > _CROWDED * column for table in tables):
        return None
    left, right = (table.lay(size, column) for table in tables)
    return Frame(max(left.height, right.height), children=((0.0, 0.0, left), (column + gutter, 0.0, right)))
