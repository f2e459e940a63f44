"""Whatever the text holds, the result is one page or a reason why there is none, and never an exception."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_bilateral.brief.blocks import (
    Badge,
    Card,
    Cards,
    Cite,
    Column,
    Control,
    Emphasis,
    Entry,
    Fault,
    Items,
    Link,
    Nothing,
    Paragraph,
    Passage,
    Register,
    Row,
    Section,
    Sheet,
    SourceLine,
    Sources,
    Table,
    Text,
    Value,
)
from sphinx_bilateral.onepage import Layout, render

HOSTILE = (
    "<b>", "</b>", "&", "&amp;", "R&D <img src='/etc/passwd'/>", '<para alignment="right">', "a\\)Tj ET(b", "%%EOF",
    "\x00\x01\x1f\x7f\x85", "\u202eRLO\u2066", "\ud800", "😀👩\u200d🚀", "中文", "السلام عليكم", "W" * 300,
    "https://example.org/" + "a/" * 150, "e" + "\u0301" * 40, "\u2028\u2029", "", " ", "\u00a0" * 60, "-" * 200,
    "Əliyev", "oğlu", "Şahbaz", "[U+0041]", "{0}", "$(id)", "\\u0041", "a\tb\nc",
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.text(st.characters(codec=None), max_size=20),
    st.lists(st.sampled_from(("trade", "signed", "Əliyev", "memorandum", "2031", "–")), max_size=80).map(" ".join),
)
tones = st.sampled_from(("done", "underway", "open", "stopped", "neutral"))
cites = st.builds(Cite, st.integers(1, 99), st.just("s"), st.just("d"))
inlines = st.one_of(
    st.builds(Text, texts, st.booleans()),
    st.builds(Value, texts, st.just("f"), st.just("x"), st.just("d"), st.booleans(), st.booleans()),
    st.builds(Badge, texts, tones),
    cites,
    st.builds(Link, texts, st.one_of(texts, st.just("https://example.org/ə"))),
    st.builds(Fault, texts),
    st.builds(Emphasis, texts, st.booleans()),
)
lines = st.lists(inlines, max_size=5).map(tuple)


def tuples(element: st.SearchStrategy[object], most: int) -> st.SearchStrategy[object]:
    return st.lists(element, max_size=most).map(tuple)


kinds = st.sampled_from(("agreements", "quotes", "people", "bluf", "lines", "figures"))
paragraphs = st.builds(Paragraph, lines)
tables = st.builds(
    Table, kinds, texts, tuples(st.builds(Column, st.sampled_from(("name", "text", "x")), texts), 6),
    tuples(st.builds(Row, st.just("r"), tuples(lines, 7)), 6),
)  # fmt: skip
cards = st.builds(
    Cards, kinds, texts,
    tuples(st.tuples(texts, tuples(st.builds(Card, st.just("p"), lines, tuples(lines, 3)), 4)), 5),
)  # fmt: skip
passages = st.builds(Passage, cites, tuples(st.tuples(texts, st.booleans()), 3), texts)
entries = st.builds(Entry, texts, texts, texts, texts, lines, tuples(st.tuples(texts, lines), 3), tuples(passages, 2))
sources = st.builds(
    Sources, texts, tuples(st.builds(SourceLine, st.integers(1, 10**6), texts, texts, lines, st.just(())), 4)
)
controls = st.builds(Control, texts, texts, texts, tuples(st.tuples(texts, lines), 4))
registers = st.builds(Register, texts, tuples(entries, 2))
nothings = st.builds(Nothing, kinds, texts)
# Deferred, so that a strategy can be printed in a line or two.
leaves = st.deferred(lambda: st.one_of(paragraphs, tables, cards, sources, controls, nothings, registers))
items = st.deferred(lambda: st.builds(Items, tuples(tuples(st.one_of(paragraphs, items), 2), 2), st.booleans()))
sections = st.deferred(lambda: st.builds(Section, kinds, texts, tuples(st.one_of(leaves, items), 3)))
languages = st.one_of(st.sampled_from(("en-GB", "az", "tr")), texts)
heads = st.deferred(lambda: st.one_of(st.none(), controls))
blocks = st.deferred(lambda: tuples(st.one_of(leaves, items, sections), 5))
pages = st.builds(lambda some, times: some * times, blocks, st.integers(1, 5))
sheets = st.deferred(lambda: st.builds(Sheet, texts, texts, heads, pages, texts, languages))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sheet=sheets)
def test_any_sheet_is_one_page_or_an_overflow(sheet: Sheet, layout: Layout) -> None:
    printed = render(sheet, layout)
    kinds = [problem.kind for problem in printed.problems]
    if not printed.pdf:
        assert kinds[-1] == "overflow"
        return
    assert set(kinds) <= {"font-missing"}
    document = pypdfium2.PdfDocument(printed.pdf)
    assert len(document) == 1
    left, top, right, bottom = layout.print_area
    height = layout.paper_size[1]
    for item in document[0].get_objects():
        x1, y1, x2, y2 = item.get_bounds()
        assert left - 2 <= x1 <= x2 <= right + 2  # the slant and the accents of a letter may reach out of its box
        assert height - bottom - 2 <= y1 <= y2 <= height - top + 2


@pytest.mark.parametrize(
    "text", ["<b>bold</b>", "R&D & AT&T", "x <img src='/etc/passwd'/> y", "&nbsp;&#65;", "a\\)Tj(b"]
)
def test_markup_is_text(text: str, layout: Layout) -> None:
    sheet = Sheet(text, text, Control(text, text, "", ((text, (Text(text),)),)), (Paragraph((Text(text),)),), text)
    page = pypdf.PdfReader(io.BytesIO(render(sheet, layout).pdf)).pages[0]
    printed = " ".join(page.extract_text().split())
    assert printed.casefold().count(text.casefold()) == 6  # marking, title, subtitle, text, foot, marking
    assert "/XObject" not in page["/Resources"]


def test_a_missing_glyph_is_printed_as_its_code_and_told_once(layout: Layout) -> None:
    line = (Text("中国 and again 中"),)
    printed = render(Sheet("T 中", "", None, (Paragraph(line), Section("lines", "中", (Paragraph(line),)))), layout)
    assert [(problem.kind, problem.text) for problem in printed.problems] == [
        ("font-missing", "中"),
        ("font-missing", "国"),
    ]
    assert "U+4E2D" in printed.problems[0].message
    text = pypdf.PdfReader(io.BytesIO(printed.pdf)).pages[0].extract_text()
    assert "[U+4E2D][U+56FD] and again [U+4E2D]" in text


def test_a_long_token_is_broken_and_whole(layout: Layout) -> None:
    token = "https://example.org/" + "abcdefghij" * 60
    columns = (Column("name", "Name"), Column("date", "Date"))
    table = Table("meetings", "Meetings", columns, (Row("a", ((Text(token),), (Text("24 January 2025"),))),))
    page = pypdf.PdfReader(io.BytesIO(render(Sheet("T", "", None, (table,)), layout).pdf)).pages[0]
    assert token in "".join(page.extract_text().split())
