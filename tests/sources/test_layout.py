from __future__ import annotations

import pytest

from sphinx_bilateral.model.document import Document, Source
from sphinx_bilateral.sources.layout import read_text


def read(text: str) -> Document:
    return read_text(text, Source(id="a"))


def zones(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(region.zone, text[region.start : region.end]) for region in document.regions]


def test_a_newspaper_page_falls_into_its_zones() -> None:
    text = (
        "Norland and Karabelia sign ports deal\n\n"
        "The ministers of Norland and Karabelia in Bergheim on May 3, 2026. (Photo: Karabelia Today)\nShort Url\n"
        "  • Ports to be linked by rail\n  • A second round follows\n\n"
        "BERGHEIM: Norland and Karabelia signed a deal on Sunday.\n\nIt enters into force next year.\n"
    )
    assert zones(text) == [
        ("headline", "Norland and Karabelia sign ports deal"),
        ("caption", "The ministers of Norland and Karabelia in Bergheim on May 3, 2026. (Photo: Karabelia Today)"),
        ("summary", "Ports to be linked by rail"),
        ("summary", "A second round follows"),
        ("dateline", "BERGHEIM: "),
        ("body", "Norland and Karabelia signed a deal on Sunday."),
        ("body", "It enters into force next year."),
    ]


@pytest.mark.parametrize(
    "dateline", ["BERGHEIM: ", "BERGHEIM, Norland (NPA) — ", "NEW BERGHEIM, May 3 (NPA): ", "BERGHEIM – "]
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    assert zones(f"{dateline}The talks ended on Sunday.")[0] == ("dateline", dateline)


def test_a_text_that_starts_at_once_is_all_body() -> None:
    assert [zone for zone, _ in zones("The talks ended.\n\nThey go on in May.\n")] == ["body", "body"]


def test_markdown_headings_are_headlines_without_their_marks() -> None:
    assert zones("# Ports deal signed\n\nThe deal was signed.\n")[0] == ("headline", "Ports deal signed")


def test_a_date_line_of_a_release_is_no_headline() -> None:
    text = "Ministry of Trade\n\nSunday, 3 May 2026\n\nThe talks ended on Friday.\n"
    assert ("dateline", "Sunday, 3 May 2026") in zones(text)


def test_furniture_is_not_read() -> None:
    text = "Ports deal\n\nThe deal was signed.\n\nREAD: Ten more deals\n\nIt is the first.\n"
    assert "READ: Ten more deals" not in [words for _, words in zones(text)]


def test_broken_lines_are_one_paragraph() -> None:
    text = (
        "The two delegations met in the old customs house of Bergheim and spoke\n"
        "about ports, rail and the fees that ships pay in the northern harbours.\n"
    )
    assert read(text).paragraphs == ((0, len(text) - 1),)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_of_any_kind_are_left_as_they_are(newline: str) -> None:
    text = newline.join(["Ports deal", "", "The deal was signed.", "", "It is the first."])
    document = read(text)
    assert document.text == text
    assert [text[start:end] for start, end in document.paragraphs] == [
        "Ports deal", "The deal was signed.", "It is the first.",
    ]  # fmt: skip


def test_a_place_is_told_by_line_and_column() -> None:
    document = read("Ports deal\n\nThe deal was signed.\n")
    assert document.position(document.text.index("deal was")) == (3, 5)


def test_a_long_report_that_ends_in_the_letters_of_its_agency_is_no_caption() -> None:
    text = " ".join(["The two sides met again in Bergheim and spoke of ports."] * 20) + " (NPA/Reuters)"
    assert [zone for zone, _ in zones(text)] == ["body"]
