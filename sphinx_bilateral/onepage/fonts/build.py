"""Build the embedded fonts: static faces of Noto Sans, cut down to the alphabets of the one page, and renamed.

    python sphinx_bilateral/onepage/fonts/build.py /usr/share/fonts/truetype/noto

The folder is the one of Debian's package ``fonts-noto-core``. Needs fontTools; nothing at run time does.
ReportLab sets type without the tables for hinting, kerning and substitution, so that they are left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FAMILY = "Bilateral Sans"
STYLES = ("Regular", "Bold", "Italic")

ALPHABETS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B: Ə of Azerbaijani, ğ, ş, ı, ł
    (0x0250, 0x02AF),  # IPA: ə
    (0x02B0, 0x02FF),  # Modifier letters: ʻ, ʼ of transliterations
    (0x0300, 0x036F),  # Combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x2000, 0x206F),  # General punctuation
    (0x2070, 0x209F),  # Superscripts and subscripts
    (0x20A0, 0x20CF),  # Currency signs: ₼, ₽, ₺, ₾
    (0x2100, 0x218F),  # Letterlike symbols, number forms: №, ™, ⅓
)

SIGNS = "←↑→↓↔∆−∞√≈≠≤≥"
"""Signs of figures and changes, which Noto Sans leaves to Noto Sans Math; both have a thousand units to the em."""

COPYRIGHT = "Copyright 2015, 2018 Google LLC. All Rights Reserved."


def characters() -> set[int]:
    """Return the code points that are kept where the font has them."""
    return {code for first, last in ALPHABETS for code in range(first, last + 1)}


def build(folder: Path, target: Path, style: str) -> None:
    """Write the face *style* to *target*; the same bytes for the same fonts and the same version of fontTools."""
    font = TTFont(folder / f"NotoSans-{style}.ttf", recalcTimestamp=False)
    _cut(font)
    _borrow(font, TTFont(folder / "NotoSansMath-Regular.ttf"))
    _rename(font, style)
    font.save(target)


def _cut(font: TTFont) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "gasp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # 0, 13 and 14: copyright and licence stay with the font
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)


def _borrow(font: TTFont, donor: TTFont) -> None:
    """Copy the outlines of `SIGNS` from *donor*."""
    glyphs, names = donor.getGlyphSet(), donor.getBestCmap()
    for sign in SIGNS:
        name = f"uni{ord(sign):04X}"
        outline = DecomposingRecordingPen(glyphs)
        glyphs[names[ord(sign)]].draw(outline)
        pen = TTGlyphPen(None)
        outline.replay(pen)
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = donor["hmtx"][names[ord(sign)]]
        for table in font["cmap"].tables:
            table.cmap[ord(sign)] = name


def _rename(font: TTFont, style: str) -> None:
    """Give *font* a name of its own, so that it is never taken for the whole family."""
    joined = f"{FAMILY.replace(' ', '')}-{style}"
    names = {0: COPYRIGHT, 1: FAMILY, 2: style, 3: joined, 4: f"{FAMILY} {style}", 5: "Version 1.0", 6: joined}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def main(folder: str) -> None:
    """Build all faces from the Noto fonts in *folder*, beside this file."""
    for style in STYLES:
        target = Path(__file__).with_name(f"{FAMILY.replace(' ', '')}-{style}.ttf")
        build(Path(folder), target, style)
        sys.stdout.write(f"{target.name}: {target.stat().st_size / 1024:.0f} KB\n")


if __name__ == "__main__":
    main(sys.argv[1])
