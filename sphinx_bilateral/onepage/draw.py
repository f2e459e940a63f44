"""Drawing: a frame and all that it holds, onto ReportLab's canvas. Nothing is measured or decided here.

Text reaches the page through one method, and what means nothing by itself through another: the two places where the
marks of a tagged PDF begin and end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from sphinx_bilateral.onepage.faces import FILES, Faces
from sphinx_bilateral.onepage.frames import Area, Frame, TextLine
from sphinx_bilateral.onepage.layout import Layout, Shape
from sphinx_bilateral.onepage.measure import BADGE_WIDTH, BadgeShape, Glyphs, Line, Style, TextColour

_PRINTED = 4  # the annotation flag "Print" (ISO 32000-1, table 165)


@dataclass(frozen=True, slots=True)
class Show:
    """Text that is drawn in one go; *x* and *width* in em of its line."""

    x: float
    text: str
    style: Style
    width: float
    url: str


class Drawing:
    """Draws on one page of *canvas*."""

    def __init__(self, canvas: Canvas, layout: Layout, faces: Faces) -> None:
        self._canvas = canvas
        self._layout = layout
        self._faces = faces
        self._height = layout.paper_size[1]  # a PDF counts from below

    def frame(self, frame: Frame, x: float = 0.0, y: float = 0.0) -> None:
        """Draw *frame* with its upper left corner at *x*, *y*, counted from the upper left corner of the paper."""
        for area in frame.areas:
            self._area(area, x + area.x, y + area.y)
        for line in frame.lines:
            self._line(line, x + line.x, y + line.y)
        for child_x, child_y, child in frame.children:
            self.frame(child, x + child_x, y + child_y)

    def _area(self, area: Area, x: float, y: float) -> None:
        self._canvas.setFillColor(HexColor(getattr(self._layout.colours, area.colour)))
        self._canvas.rect(x, self._height - y - area.height, area.width, area.height, stroke=0, fill=1)

    def _line(self, line: TextLine, x: float, y: float) -> None:
        base = self._height - y
        for item in self._shows(line.words, spaced=line.spaced):
            if isinstance(item, Show):
                self._text(item, x + item.x * line.size, base, line.size)
            else:
                at, badge = item
                self._badge(badge, x + at * line.size, base, line.size)

    def _text(self, show: Show, x: float, base: float, size: float) -> None:
        """Draw *show* with its base line at *base*, counted from below, in type of *size* points."""
        canvas, style = self._canvas, show.style
        canvas.setFillColor(self._text_colour(style.colour))
        canvas.setFont(FILES[style.face], size * style.scale)
        canvas.drawString(x, base + style.rise * size, show.text)
        if show.url:
            area = (x, base - 0.25 * size, x + show.width * size, base + 0.85 * size)
            canvas.linkURL(show.url, area, relative=0, Contents=PDFString(show.url), F=_PRINTED)

    def _badge(self, badge: BadgeShape, x: float, base: float, size: float) -> None:
        look = getattr(self._layout.tones, badge.tone)
        radius = 0.32 * size
        _draw_shape(
            self._canvas, look.shape, HexColor(look.colour), x + radius + 0.03 * size, base + 0.35 * size, radius
        )

    def _text_colour(self, name: TextColour) -> Color:
        tones = self._layout.tones
        look = getattr(tones, name, None)
        return HexColor(look.colour if look else getattr(self._layout.colours, name))

    def _shows(self, words: Line, *, spaced: bool) -> Iterator[Show | tuple[float, BadgeShape]]:
        """Yield what is drawn for *words*: neighbours of one style as one text, with the spaces that are read."""
        held: Show | None = None
        x = 0.0
        for index, word in enumerate(words):
            gap = word.gap if index else 0.0
            if held and gap:
                held = _longer(held, " ", gap)
            x += gap
            for atom in word.atoms:
                if isinstance(atom, BadgeShape):
                    yield from [held] if held else []
                    held = None
                    yield x, atom
                    x += BADGE_WIDTH
                    continue
                if held and not self._continues(held, atom, x):
                    yield held
                    held = None
                held = (
                    _longer(held, atom.text, atom.width)
                    if held
                    else Show(x, atom.text, atom.style, atom.width, atom.url)
                )
                x += atom.width
        if held:
            yield _longer(held, " ", 0.0) if spaced else held

    def _continues(self, held: Show, atom: Glyphs, x: float) -> bool:
        """Tell whether *atom* at *x* is drawn where it belongs if it is drawn with *held*."""
        if (held.style, held.url) != (atom.style, atom.url):
            return False
        return abs(held.x + self._faces.width(held.text, held.style.face) * held.style.scale - x) < 1e-6


def _longer(show: Show, text: str, width: float) -> Show:
    return Show(show.x, show.text + text, show.style, show.width + width, show.url)


def _draw_shape(canvas: Canvas, shape: Shape, colour: Color, x: float, y: float, radius: float) -> None:
    """Draw the shape of a badge around *x*, *y*: each can be told from the others without its colour."""
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(radius * 0.3)
    inner = radius * 0.85
    if shape == "disc":
        canvas.circle(x, y, radius, stroke=0, fill=1)
    elif shape == "bar":
        canvas.rect(x - radius, y - radius * 0.2, 2 * radius, radius * 0.4, stroke=0, fill=1)
    elif shape == "cross":
        canvas.lines([(x - inner, y - inner, x + inner, y + inner), (x - inner, y + inner, x + inner, y - inner)])
    else:
        canvas.circle(x, y, inner, stroke=1, fill=0)
        if shape == "half":
            canvas.wedge(x - inner, y - inner, x + inner, y + inner, 90, 180, stroke=0, fill=1)
