"""Words, lines and the characters that reach them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.onepage.cleaning import printable
from sphinx_bilateral.onepage.faces import Faces
from sphinx_bilateral.onepage.measure import BadgeShape, Glyphs, Line, Measure, Run, Style, line_width

MEASURE = Measure(Faces())


def words(*texts: str | Run) -> Line:
    return MEASURE.words([Run(text) if isinstance(text, str) else text for text in texts])


def texts(line: Line) -> list[str]:
    return ["".join(atom.text for atom in word.atoms if isinstance(atom, Glyphs)) for word in line]


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Customs union", ["Customs", "union"]),
        ("24\u00a0January 2025", ["24\u00a0January", "2025"]),
        ("24\u202f000 t", ["24\u00a0000", "t"]),
        ("state-owned", ["state-", "owned"]),
        ("Co-chair follow-up", ["Co-chair", "follow-up"]),
        ("Ostravia–Meridon", ["Ostravia–", "Meridon"]),
        ("2024-07", ["2024-07"]),
        ("MiG-29", ["MiG-29"]),
        ("news/2031/10", ["news/", "2031/", "10"]),
    ],
)
def test_where_a_line_may_break(given_text: str, expected: list[str]) -> None:
    assert texts(words(given_text)) == expected


def test_a_glued_run_joins_the_word_before_it_and_the_space_moves_behind() -> None:
    line = words("signed ", Run("[1]", Style(scale=0.7), glued=True), "and sealed")
    assert texts(line) == ["signed[1]", "and", "sealed"]


def test_a_badge_stays_with_its_word() -> None:
    line = MEASURE.words([Run("it is "), BadgeShape("open"), Run("open")])
    assert [len(word.atoms) for word in line] == [1, 1, 2]


@given(st.lists(st.text("abcdefgh Əşıé-/\u00a0", max_size=40), max_size=6), st.floats(0.1, 60))
def test_no_line_is_longer_than_the_column_and_nothing_is_lost(runs: list[str], available: float) -> None:
    whole = words(*runs)
    lines = MEASURE.lines(whole, available)
    assert "".join(text for line in lines for text in texts(line)) == "".join(texts(whole))
    widest = max((MEASURE.faces.width(char, "regular") for run in runs for char in run), default=0)
    for line in lines:
        assert line
        assert line_width(line) <= max(available, widest) + 1e-6


def test_lines_are_as_full_as_they_can_be() -> None:
    lines = MEASURE.lines(words("one two three four five six seven eight nine ten"), 8)
    for line, after in pairwise(lines):
        assert line_width((*line, after[0])) > 8


def test_widths_are_those_of_the_font_at_any_size() -> None:
    from reportlab.pdfbase import pdfmetrics

    for text in ("Vüqar Vəli oğlu Şahbaz", "1\u00a0000", "fi ffl", "e\u0301"):
        cleaned = printable(text, MEASURE.faces.can_draw)[0]
        assert line_width(words(text)) * 9.25 == pytest.approx(
            pdfmetrics.stringWidth(cleaned, "BilateralSans-Regular", 9.25)
        )


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("left\u202eright\u2066x\u2069", "leftrightx"),
        ("half \ud83d pair", "half  pair"),
        ("tab\tnew\r\nline\u2028end", "tab new  line end"),
        ("soft\u00adhyphen zero\u200bwidth \ufefffirst", "softhyphen zerowidth first"),
        ("e\u0301", "é"),
        ("\u00a0\u202f", "\u00a0\u00a0"),
    ],
)
def test_what_has_no_ink_is_left_out(raw: str, cleaned: str) -> None:
    assert printable(raw, lambda _: True) == (cleaned, ())


def test_what_cannot_be_drawn_is_printed_as_its_code_and_told_once() -> None:
    assert printable("中 and 中 and 😀", MEASURE.faces.can_draw) == (
        "[U+4E2D] and [U+4E2D] and [U+1F600]",
        ("中", "😀"),
    )
