"""The printed page as a reader and a program see it."""

from __future__ import annotations

import dataclasses
import io
import re

import pypdf
import pypdfium2
import pytest

from sphinx_bilateral.brief.blocks import (
    Badge,
    Cards,
    Cite,
    Column,
    Control,
    Fault,
    Items,
    Link,
    Nothing,
    Paragraph,
    Row,
    Section,
    Sheet,
    SourceLine,
    Sources,
    Table,
    Text,
    Tone,
    Value,
)
from sphinx_bilateral.onepage import Layout, render


def reader(sheet: Sheet, layout: Layout) -> pypdf.PdfReader:
    printed = render(sheet, layout)
    assert printed.pdf, printed.problems
    return pypdf.PdfReader(io.BytesIO(printed.pdf))


def text_of(sheet: Sheet, layout: Layout) -> str:
    """Return the text of the page in one line, no-break spaces as spaces."""
    return " ".join(reader(sheet, layout).pages[0].extract_text().split())


def simple(*blocks: object, control: Control | None = None, **fields: str) -> Sheet:
    return Sheet("Ostravia and Meridon", fields.get("subtitle", ""), control, tuple(blocks))  # type: ignore[arg-type]


def test_a_full_brief_is_one_page_of_nine_points_or_more(sheet: Sheet, layout: Layout) -> None:
    printed = render(sheet, layout)
    assert printed.problems == ()
    assert printed.size >= 9
    document = pypdfium2.PdfDocument(printed.pdf)
    assert len(document) == 1
    assert [round(side) for side in document[0].get_size()] == [595, 842]


def test_names_extract_with_all_their_letters(sheet: Sheet, layout: Layout) -> None:
    text = text_of(sheet, layout)
    for name in ("Aydın Əliyev", "Vüqar Vəli oğlu Şahbaz", "Łucja Żak", "Jan Þórsson", "Qaradağ", "Who’s who"):
        assert name in text


def test_reading_order_is_the_order_of_the_sheet(sheet: Sheet, layout: Layout) -> None:
    text = text_of(sheet, layout)
    titles = ["Ostravia and Meridon: call", "Bottom line", "Who’s who", "Meetings", "Agreements", "Quotes", "Sources"]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


def test_each_cell_is_printed_with_its_source_number(sheet: Sheet, layout: Layout) -> None:
    text = text_of(sheet, layout).replace(" [", "[")
    assert "Preferential trade agreement[1][2]" in text
    assert "Set up new joint working groups[2]" in text


def test_a_source_number_stays_with_its_value(layout: Layout) -> None:
    """Whatever the length of the line: among these one ends just where the number would not fit any more."""
    for length in range(20, 120, 2):
        line = (Text("n " * length), Cite(7, "a", "d"), Text(" and then"))
        page = pypdfium2.PdfDocument(render(simple(Paragraph(line)), layout).pdf)[0].get_textpage()
        index, _ = page.search("[7]").get_next()
        assert page.get_charbox(index)[0] > layout.print_area.left + 5  # not at the start of a line
        assert "and then" in " ".join(page.get_text_range().split())


def test_all_fonts_are_embedded(sheet: Sheet, layout: Layout) -> None:
    page = reader(sheet, layout).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert "BilateralSans" in font["/BaseFont"]


def test_marking_stands_in_capitals_at_head_and_foot(sheet: Sheet, layout: Layout) -> None:
    page = pypdfium2.PdfDocument(render(sheet, layout).pdf)[0].get_textpage()
    search = page.search("OFFICIAL-SENSITIVE", match_case=True)
    heights = []
    while found := search.get_next():
        heights.append(page.get_charbox(found[0], loose=False))
    assert len(heights) == 2
    top, foot = heights
    assert top[1] > 790
    assert foot[3] < 55
    assert all(box[3] - box[1] > 12 * 0.7 for box in heights)  # the height of capitals in bold type of 12 points


def test_handling_stands_beside_the_marking(layout: Layout) -> None:
    text = text_of(simple(control=Control("R", "restricted", "no copies", ())), layout)
    assert text.count("RESTRICTED – NO COPIES") == 2


def test_no_marking_is_ever_made_up(layout: Layout) -> None:
    assert text_of(simple(Paragraph((Text("Text."),))), layout) == "Ostravia and Meridon Text. Page 1 of 1"


def test_capitals_of_azerbaijani_keep_their_dot(layout: Layout) -> None:
    sheet = dataclasses.replace(simple(control=Control("", "məxfi", "", ())), language="az")
    assert "MƏXFİ" in text_of(sheet, layout)


def test_foot_has_reference_and_page_once(layout: Layout) -> None:
    sheet = dataclasses.replace(simple(control=Control("OST-7", "", "", ())), foot="OST-7")
    assert text_of(sheet, layout) == "Ostravia and Meridon OST-7 Page 1 of 1"


def test_control_line_does_not_repeat_the_subtitle(layout: Layout) -> None:
    control = Control("", "", "", (("Event", (Text("8th session"),)), ("As of", (Text("2031"),))))
    assert text_of(simple(control=control, subtitle="8th session"), layout) == (
        "Ostravia and Meridon 8th session As of 2031 Page 1 of 1"
    )


def test_links_lead_to_the_web_and_say_where(sheet: Sheet, layout: Layout) -> None:
    annotations = [item.get_object() for item in reader(sheet, layout).pages[0]["/Annots"]]
    addresses = [item["/A"]["/URI"] for item in annotations]
    assert addresses == [
        "https://courier.example/node/2587/bergheim",
        "https://dispatch.example/2031/10/04/ostravia-and-meridon",
    ]
    assert [item["/Contents"] for item in annotations] == addresses


def test_a_link_that_is_broken_over_lines_can_be_clicked_on_each(layout: Layout) -> None:
    url = "https://courier.example/" + "archive/" * 40
    pages = reader(simple(Paragraph((Link(url, url),))), layout).pages[0]
    annotations = [item.get_object() for item in pages["/Annots"]]
    assert len(annotations) > 2
    assert {item["/A"]["/URI"] for item in annotations} == {url}
    assert len({float(item["/Rect"][1]) for item in annotations}) == len(annotations)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:app.alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://user:secret@example.org/",
        "https://exa mple.org/",
        "https://example.org:port/",
        "https://[::1/",
        "//example.org/",
        "https://example.org/\u202egnp.exe",
        "HTTPS://\ud800.example/",
    ],
)  # fmt: skip
def test_anything_but_a_web_address_is_plain_text(url: str, layout: Layout) -> None:
    page = reader(simple(Paragraph((Link("the report", url),))), layout).pages[0]
    assert "the report" in page.extract_text()
    assert "/Annots" not in page


def test_an_address_with_other_letters_becomes_ascii(layout: Layout) -> None:
    page = reader(simple(Paragraph((Link("x", "https://münchen.example/straße?q=ə#é"),))), layout).pages[0]
    (annotation,) = [item.get_object() for item in page["/Annots"]]
    assert annotation["/A"]["/URI"] == "https://xn--mnchen-3ya.example/stra%C3%9Fe?q=%C9%99#%C3%A9"


def test_document_says_title_language_and_maker(sheet: Sheet, layout: Layout) -> None:
    document = reader(sheet, layout)
    assert document.metadata is not None
    assert document.metadata.title == sheet.title
    assert document.metadata.creator == "sphinx-bilateral"
    assert document.root_object["/Lang"] == "en-GB"
    assert document.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_a_language_that_is_none_is_left_out(layout: Layout) -> None:
    document = reader(dataclasses.replace(simple(), language="en) /Evil (x"), layout)
    assert "/Lang" not in document.root_object


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_nothing_is_drawn_in_the_margins(paper: str, sheet: Sheet, layout: Layout) -> None:
    layout = layout.adapted(paper=paper)
    left, top, right, bottom = layout.print_area
    height = layout.paper_size[1]
    page = pypdfium2.PdfDocument(render(sheet, layout.adapted(minimum=8)).pdf)[0]
    objects = list(page.get_objects())
    assert len(objects) > 100
    for item in objects:
        x1, y1, x2, y2 = item.get_bounds()
        assert left - 1 <= x1 <= x2 <= right + 1
        assert height - bottom - 1 <= y1 <= y2 <= height - top + 1


def test_sources_stand_at_the_foot_of_a_short_page(layout: Layout) -> None:
    sources = Sources("Sources", (SourceLine(1, "a", "d", (Text("Courier, 2031"),)),))
    page = pypdfium2.PdfDocument(render(simple(Paragraph((Text("Short."),)), sources), layout).pdf)[0].get_textpage()
    index, _ = page.search("Courier, 2031").get_next()
    assert page.get_charbox(index)[1] < 70


@pytest.mark.parametrize("tone", ["done", "underway", "open", "stopped", "neutral"])
def test_a_status_is_told_by_word_and_shape(tone: Tone, layout: Layout) -> None:
    sheet = simple(Paragraph((Badge("Stalled", tone),)))
    page = pypdfium2.PdfDocument(render(sheet, layout).pdf)[0]
    kinds = [item.type for item in page.get_objects()]
    plain = [
        item.type
        for item in pypdfium2.PdfDocument(render(simple(Paragraph((Text("Stalled"),))), layout).pdf)[0].get_objects()
    ]
    assert len(kinds) > len(plain)  # the shape
    assert "Stalled" in page.get_textpage().get_text_range()


def test_shapes_differ_without_their_colours(layout: Layout) -> None:
    shapes = [layout.tones.done, layout.tones.underway, layout.tones.open, layout.tones.stopped, layout.tones.neutral]
    seen = set()
    for tone in ("done", "underway", "open", "stopped", "neutral"):
        page = pypdfium2.PdfDocument(render(simple(Paragraph((Badge("x", tone),))), layout).pdf)[0]
        image = page.render(scale=4, grayscale=True).to_pil().point(lambda value: 255 * (value > 200))
        seen.add(image.tobytes())
    assert len(seen) == len(shapes)


def test_a_table_without_title_keeps_all_labels(layout: Layout) -> None:
    table = Table("meetings", "", (Column("name", "Name"), Column("date", "Date")), (Row("a", ((Text("Talks"),), ())),))
    assert "Name Date Talks" in text_of(simple(Section("group", "Background", (table,))), layout)


def test_the_label_of_another_first_column_is_kept(layout: Layout) -> None:
    table = Table("meetings", "Meetings", (Column("date", "Day"), Column("name", "Name")), (Row("a", ((), ())),))
    assert "Meetings Day Name" in text_of(simple(table), layout)


def test_quotations_are_upright_in_marks_with_their_speaker(layout: Layout) -> None:
    columns = (Column("text", "Words"), Column("speaker", "Speaker"))
    said = Value("We will see", "q", "text", "d", verbatim=True)
    rows = (
        Row("a", ((said, Cite(1, "s", "d")), (Text("The Minister"),))),
        Row("b", ((Text("“"), said, Text("”"), Cite(2, "s", "d")), ())),
    )
    text = text_of(simple(Table("quotes", "Quotations", columns, rows)), layout)
    assert re.search(r"“We will see” ?\[1\] – The Minister", text)
    assert "““" not in text


def test_lists_keep_their_order_and_depth(layout: Layout) -> None:
    inner = Items(((Paragraph((Text("inner"),)),),))
    points = Items(((Paragraph((Text("first"),)), inner), (Paragraph((Text("second"),)),)), ordered=True)
    assert "1. first • inner 2. second" in text_of(simple(Section("objectives", "Objectives", (points,))), layout)


def test_what_is_missing_is_said(layout: Layout) -> None:
    sheet = simple(Nothing("visits", "None reported"), Paragraph((Fault("no-such-id"),)), Cards("people", "Who", ()))
    text = text_of(sheet, layout)
    assert "None reported" in text
    assert "no-such-id" in text
