"""The embedded fonts: which characters they can draw, how wide these are, and how they enter a PDF.

ReportLab knows fonts by name in one registry of the process; ours stand there under names of their own and are
entered once. Nothing else of ReportLab is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

FaceName = Literal["regular", "bold", "italic"]

FILES: dict[FaceName, str] = {
    "regular": "BilateralSans-Regular",
    "bold": "BilateralSans-Bold",
    "italic": "BilateralSans-Italic",
}
"""Faces by name; the file's stem is also the name in ReportLab's registry."""

_FOLDER = Path(__file__).parent / "fonts"
_BLOCK = 100  # the most entries that one block of a character map may have (Adobe Technical Note 5411, 1.4.1)


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font whose map from glyphs to Unicode is right for every character.

    ReportLab's own writes characters above U+FFFF with five hexadecimal digits, which readers cut to four, and maps
    unused codes to U+0000, which PDF/UA-1 (ISO 14289-1, 7.21.7) forbids.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # ruff: ignore[invalid-function-name]  # ReportLab's name
        """Add the objects of this font to *doc*; ReportLab calls this when it saves a document."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(name, subset)


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """Return the ToUnicode character map of a font with one byte a glyph (ISO 32000-1, 9.10.3).

    :param subset: the code point that each glyph code stands for, 0 where there is none.
    """
    pairs = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in enumerate(subset) if char
    ]
    blocks = [pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


class Faces:
    """The fonts of one page, with the widths measured so far."""

    def __init__(self) -> None:
        self._fonts = {face: _registered(name) for face, name in FILES.items()}
        self._drawable = frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in self._fonts.values()))
        self._widths: dict[tuple[str, FaceName], float] = {}

    def can_draw(self, char: str) -> bool:
        """Tell whether each face has a glyph for *char*."""
        return ord(char) in self._drawable

    def width(self, text: str, face: FaceName) -> float:
        """Return the width of *text* in em."""
        key = (text, face)
        if key not in self._widths:
            self._widths[key] = self._fonts[face].stringWidth(text, 1)
        return self._widths[key]


def _registered(name: str) -> EmbeddedFont:
    if name not in pdfmetrics.getRegisteredFontNames():
        # Not readable as ASCII: only the glyphs that are used are embedded. Not shapable: with uharfbuzz installed the
        # widths measured here would no longer be the widths drawn.
        font = EmbeddedFont(name, str(_FOLDER / f"{name}.ttf"), asciiReadable=0, shapable=False)
        pdfmetrics.registerFont(font)
    registered: EmbeddedFont = pdfmetrics.getFont(name)
    return registered
