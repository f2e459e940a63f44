"""Elements of a page before its size is known: texts, stacks, boxes, groups side by side.

Each can be laid out at any type size and width, and gives a `Frame`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from sphinx_bilateral.onepage.frames import Area, Frame, Role, TextLine
from sphinx_bilateral.onepage.layout import Part
from sphinx_bilateral.onepage.measure import Line, Measure, line_width

ASCENT = 0.92
"""From the upper edge of a line to its base line, in parts of its type size: room for accents on capitals."""

HAIRLINE = 0.4
HEAD_RULE = 0.8
BAR = 2.2


class Element(Protocol):
    """Something that can be laid out."""

    def lay(self, size: float, width: float) -> Frame:
        """Lay out in type of *size* points in a column of *width* points."""
        ...


@dataclass(frozen=True, slots=True)
class Copy:
    """Text to be set: words in one block of lines.

    :param part: the size of the text as a part of the type size.
    :param hang: how far the second and later lines are indented, in em.
    """

    measure: Measure = field(repr=False)
    words: Line
    part: Part
    leading: float
    role: Role = "P"
    align: Literal["left", "centre"] = "left"
    hang: float = 0.0
    _natural: float = field(init=False, repr=False)
    _narrowest: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_natural", line_width(self.words))
        object.__setattr__(self, "_narrowest", max((word.width for word in self.words), default=0.0))

    def natural(self, size: float) -> float:
        """Return the width in points that the text has on one line."""
        return self._natural * self.part.points(size)

    def narrowest(self, size: float) -> float:
        """Return the width in points of the longest word."""
        return self._narrowest * self.part.points(size)

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; without words the frame has no height."""
        points = self.part.points(size)
        broken = self.measure.lines(self.words, width / points - self.hang)
        pitch = self.leading * points
        lines = []
        for index, line in enumerate(broken):
            x = self._start(line, points, width) + (self.hang * points if index else 0.0)
            spaced = index + 1 < len(broken) and broken[index + 1][0].gap > 0
            lines.append(TextLine(x, index * pitch + ASCENT * points, line, points, spaced))
        return Frame(len(lines) * pitch, self.role, lines=tuple(lines), drop=pitch - ASCENT * points)

    def _start(self, line: Line, points: float, width: float) -> float:
        return 0.0 if self.align == "left" else max(0.0, (width - line_width(line) * points) / 2)


@dataclass(frozen=True, slots=True)
class Stack:
    """Elements below one another, *gap* em between those that have a height."""

    children: tuple[Element, ...]
    gap: float = 0.0
    role: Role = ""

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; elements without height take no gap either."""
        placed: list[tuple[float, float, Frame]] = []
        y = 0.0
        for child in self.children:
            frame = child.lay(size, width)
            if not frame.height:
                continue
            y += self.gap * size if placed else 0.0
            placed.append((0.0, y, frame))
            y += frame.height
        return Frame(y, self.role, children=tuple(placed))


@dataclass(frozen=True, slots=True)
class Box:
    """An element in a tinted box with a bar at its left edge; *padding* is in em."""

    child: Element
    padding: float

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; above and below the text stands less padding than beside it, since a line has some of its own."""
        side, top = self.padding * size + BAR, self.padding * size * 0.6
        inner = self.child.lay(size, width - side - self.padding * size)
        height = inner.height + 2 * top
        areas = (Area(0, 0, width, height, "tint"), Area(0, 0, BAR, height, "accent"))
        return Frame(height, areas=areas, children=((side, top, inner),))


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its bullet or number in a column of *indent* em, and what it says beside it."""

    label: Copy
    body: Element
    indent: float

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; a number wider than the indent widens it, but never takes more than half of the width."""
        points = self.label.part.points(size)
        indent = min(max(self.indent * points, self.label.natural(size) + 0.35 * points), width / 2)
        label = self.label.lay(size, indent)
        body = self.body.lay(size, width - indent)
        children = ((0.0, 0.0, label), (indent, 0.0, body))
        return Frame(max(label.height, body.height), "LI", children=children)


@dataclass(frozen=True, slots=True)
class Ends:
    """Two texts at the two ends of a line, the right one never broken before the left one has given way."""

    left: Copy
    right: Copy

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; the right text has its natural width, but never more than half."""
        natural = min(self.right.natural(size) + 0.5, width / 2)
        left = self.left.lay(size, width - natural - 2 * self.right.part.points(size))
        right = self.right.lay(size, natural)
        return Frame(max(left.height, right.height), children=((0.0, 0.0, left), (width - natural, 0.0, right)))


@dataclass(frozen=True, slots=True)
class Ruled:
    """An element between two hairlines, *padding* em from each."""

    child: Element
    padding: float

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; nothing at all for an element without height."""
        inner = self.child.lay(size, width)
        if not inner.height:
            return inner
        pad = self.padding * size
        height = inner.height + 2 * pad
        areas = (Area(0, 0, width, HAIRLINE, "rule"), Area(0, height - HAIRLINE, width, HAIRLINE, "rule"))
        return Frame(height, areas=areas, children=((0.0, pad, inner),))


@dataclass(frozen=True, slots=True)
class Headed:
    """An element below its heading and a rule; *gap* em stand between the rule and the element."""

    heading: Copy
    body: Element
    gap: float

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; the heading stays with its element, and stands also over nothing."""
        head = self.heading.lay(size, width)
        body = self.body.lay(size, width)
        start = head.height + HEAD_RULE + self.gap * size
        areas = (Area(0, head.height, width, HEAD_RULE, "accent"),)
        return Frame(start + body.height, areas=areas, children=((0.0, 0.0, head), (0.0, start, body)))


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns of one width below their headings and a common rule.

    :param gutter: between the columns, and *gap* between the rule and the columns, in em.
    """

    headings: tuple[Copy, ...]
    columns: tuple[Element, ...]
    gutter: float
    gap: float

    def lay(self, size: float, width: float) -> Frame:
        """Lay out; the frame is as high as the highest column."""
        gutter = self.gutter * size
        column = (width - gutter * (len(self.columns) - 1)) / len(self.columns)
        places = [index * (column + gutter) for index in range(len(self.columns))]
        head = on_one_base_line([heading.lay(size, column) for heading in self.headings], places)
        start = head.height + HEAD_RULE + self.gap * size
        bodies = [element.lay(size, column) for element in self.columns]
        return Frame(
            start + max(body.height for body in bodies),
            areas=(Area(0, head.height, width, HEAD_RULE, "accent"),),
            children=((0.0, 0.0, head), *((x, start, body) for x, body in zip(places, bodies, strict=True))),
        )


def on_one_base_line(frames: Sequence[Frame], places: Sequence[float], role: Role = "") -> Frame:
    """Return *frames* side by side at *places*, their last lines on one base line."""
    drop = max(frame.drop for frame in frames)
    height = max(frame.height - frame.drop for frame in frames) + drop
    children = tuple(
        (x, height - frame.height - (drop - frame.drop), frame) for x, frame in zip(places, frames, strict=True)
    )
    return Frame(height, role, children=children)
