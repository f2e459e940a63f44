"""What was laid out: rectangles with lines of words, areas of colour and further rectangles at their places.

A frame is all that the drawing reads, and its height is all that the fitting reads: what was measured is what is drawn.
Lengths are points; places are counted from the upper left corner of the frame, downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.onepage.measure import Line

Role = Literal[
    "",
    "H1",
    "H2",
    "H3",
    "P",
    "Sect",
    "Table",
    "TR",
    "TH",
    "TD",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "BlockQuote",
    "Marking",
    "Foot",
]
"""What a frame is in the structure of the page; most are the standard types of ISO 32000-1, 14.8.4."""

AreaColour = Literal["rule", "tint", "accent"]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words in type of *size* points; *y* is its base line. *spaced*: a space follows in the text."""

    x: float
    y: float
    words: Line
    size: float
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of one colour: a rule, a bar or a tint. It means nothing by itself."""

    x: float
    y: float
    width: float
    height: float
    colour: AreaColour


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the page.

    :param drop: from the last base line to the lower edge, to align frames that stand side by side.
    """

    height: float
    role: Role = ""
    areas: tuple[Area, ...] = ()
    lines: tuple[TextLine, ...] = ()
    children: tuple[tuple[float, float, Frame], ...] = ()
    drop: float = 0.0
