"""The embedded fonts: what they can draw, what they are called, how they are mapped to Unicode."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest

from sphinx_bilateral import onepage
from sphinx_bilateral.brief.blocks import Paragraph, Sheet, Text
from sphinx_bilateral.onepage import Layout, render
from sphinx_bilateral.onepage.faces import FILES, Faces, to_unicode

FOLDER = Path(onepage.__file__).parent / "fonts"


@pytest.mark.parametrize(
    "sample",
    [
        "Əliyev ə Ğğ Şş İı Çç Öö Üü",  # Azerbaijani, Turkish
        "Zażółć gęślą jaźń, Dvořák, Łódź, Đặng Thị Ngọc Thịnh, Sørensen, Þór, Ñandú",
        "Київ Қазақстан Ўзбекистон Ёлка ЉЊ Ғ ҳ",
        "Αθήνα ΰ",
        "“quotes” ‘single’ «guillemets» – — … • § ° № ½",
        "€ £ ¥ ₼ ₽ ₺ ₾ ₴ ₸ ₹ ₨",
        "→ ← ↑ ↓ − × ≈ ≤ ≥ ≠",
        "ʻ ʼ ā ī ū ḥ ṣ ṭ ẓ",  # transliteration of Arabic
    ],
)
def test_each_face_draws_the_alphabets_of_the_field(sample: str) -> None:
    faces = Faces()
    assert [char for char in sample if not faces.can_draw(char)] == []


def test_fonts_are_small_renamed_and_licensed() -> None:
    from fontTools.ttLib import TTFont

    for stem in FILES.values():
        file = FOLDER / f"{stem}.ttf"
        assert file.stat().st_size < 256 * 1024
        font = TTFont(file)
        names = {record.nameID: str(record) for record in font["name"].names}
        assert names[1] == "Bilateral Sans"
        assert "Google" in names[0]
        assert "Open Font License" in names[13]
        assert font["OS/2"].fsType == 0  # may be embedded
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_characters_beyond_the_basic_plane_map_to_surrogate_pairs_and_unused_codes_to_nothing() -> None:
    cmap = to_unicode("Font", [0, 0x41, 0x1F600, 0])
    assert re.findall(r"<(..)> <([0-9A-F]+)>\n", cmap.partition("beginbfchar")[2]) == [
        ("01", "0041"),
        ("02", "D83DDE00"),
    ]


def test_no_block_of_the_map_has_more_than_a_hundred_entries() -> None:
    cmap = to_unicode("Font", [0, *range(0x400, 0x4FA)])
    assert [int(count) for count in re.findall(r"(\d+) beginbfchar", cmap)] == [100, 100, 50]


def test_more_than_256_characters_of_one_face_extract_right(layout: Layout) -> None:
    """Beyond 256 glyphs a face becomes several fonts in the file."""
    faces = Faces()
    chars = [chr(code) for code in (*range(0x41, 0x250), *range(0x400, 0x460)) if faces.can_draw(chr(code))]
    text = " ".join(chars)
    pdf = render(Sheet("T", "", None, (Paragraph((Text(text),)),)), layout).pdf
    extracted = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split()
    assert len(chars) > 512
    assert [char for char in chars if char not in extracted and char not in "\u00a0\u00ad"] == []


def test_no_glyph_of_a_page_maps_to_nul(sheet: Sheet, layout: Layout) -> None:
    page = pypdf.PdfReader(io.BytesIO(render(sheet, layout).pdf)).pages[0]
    for font in page["/Resources"]["/Font"].values():
        cmap = font.get_object()["/ToUnicode"].get_object().get_data()
        assert b"beginbfchar" in cmap
        assert b"<0000>" not in cmap


def test_registering_twice_changes_nothing() -> None:
    from reportlab.pdfbase import pdfmetrics

    Faces()
    before = {name: pdfmetrics.getFont(name) for name in FILES.values()}
    Faces()
    assert {name: pdfmetrics.getFont(name) for name in FILES.values()} == before
