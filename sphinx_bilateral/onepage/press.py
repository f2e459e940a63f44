"""The press: a sheet in, the bytes of a PDF of exactly one page out, or the reason why there is none."""

from __future__ import annotations

import io
import math
import re
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from sphinx_bilateral.brief.blocks import Sheet
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.onepage.cleaning import printable
from sphinx_bilateral.onepage.draw import Drawing
from sphinx_bilateral.onepage.faces import FILES, Faces
from sphinx_bilateral.onepage.fit import Fitted, fit
from sphinx_bilateral.onepage.galley import Compositor
from sphinx_bilateral.onepage.layout import Layout
from sphinx_bilateral.onepage.measure import Measure

_PROGRAM = "sphinx-bilateral"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
_LONGEST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Printed:
    """What came from the press.

    :param pdf: one page; empty where the content does not fit, since no page is better than a cut one.
    :param size: the size of the text in points.
    """

    pdf: bytes
    size: float
    problems: tuple[Problem, ...]


def render(sheet: Sheet, layout: Layout) -> Printed:
    """Print *sheet* on one page.

    The same sheet and layout give the same bytes; the dates in the file come from ``SOURCE_DATE_EPOCH`` if it is set.

    :returns: the PDF, with problems of the kinds ``font-missing`` (one a character) and ``overflow``.
    """
    faces = Faces()
    measure = Measure(faces)
    fitted = fit(Compositor(layout, measure).galley(sheet), layout)
    if fitted.excess > 0:
        close = layout.closer()
        fitted = fit(Compositor(close, measure).galley(sheet), close)
    problems = tuple(_missing_glyph(char) for char in measure.missing)
    if fitted.excess > 0:
        return Printed(b"", fitted.size, (*problems, _overflow(fitted, layout)))
    return Printed(_pdf(sheet, layout, faces, fitted), fitted.size, problems)


def _pdf(sheet: Sheet, layout: Layout, faces: Faces, fitted: Fitted) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=layout.paper_size,
        invariant=1,
        lang=sheet.language if _LANGUAGE_TAG.match(sheet.language) else None,
        initialFontName=FILES["regular"],
        pdfVersion=(1, 7),
    )
    canvas.setTitle(_plain(sheet.title))
    canvas.setSubject(_plain(sheet.subtitle))
    canvas.setAuthor(_PROGRAM)
    canvas.setCreator(_PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    Drawing(canvas, layout, faces).frame(fitted.frame)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _plain(text: str) -> str:
    """Return *text* without controls, for the properties of the file, which need no font."""
    return printable(text, lambda _: True)[0].strip()


def _missing_glyph(char: str) -> Problem:
    code = f"U+{ord(char):04X}"
    return Problem(
        kind="font-missing",
        text=char,
        message=f"no embedded font can draw {char!r} ({code}); it is printed as [{code}]",
    )


def _overflow(fitted: Fitted, layout: Layout) -> Problem:
    lines = math.ceil(fitted.excess / (layout.type.leading * fitted.size))
    longest = sorted(fitted.heights, key=lambda item: -item[1])[:_LONGEST_TOLD]
    told = ", ".join(f"{label} ({height:.0f} points)" for label, height in longest)
    message = (
        f"does not fit on one page {layout.paper} at {fitted.size:g} points: "
        f"too long by {math.ceil(fitted.excess)} points, about {lines} {'line' if lines == 1 else 'lines'}"
    )
    return Problem(kind="overflow", message=f"{message}; longest: {told}" if told else message)
