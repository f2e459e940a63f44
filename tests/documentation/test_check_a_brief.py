"""What *How to check this brief* promises its reader, followed link by link."""

from __future__ import annotations

from pathlib import Path

import pytest
from documentation.html_pages import Element, read_page

PAGES = ("howto/check-a-brief", "briefs/pakistan-azerbaijan", "briefs/commission")


def cites(page: Element) -> list[Element]:
    found = page.with_class("brief-cite")
    assert found
    return found


def followed(link: Element, file: Path) -> Element:
    """Return the element that *link* on the page *file* leads to."""
    name, _, identity = link.attributes["href"].partition("#")
    return read_page((file.parent / name).resolve() if name else file).with_id(identity)


def test_the_status_on_the_page_leads_to_the_sentence_that_it_names(site: Path) -> None:
    file = site / "howto" / "check-a-brief.html"
    status, *_ = read_page(file).with_class("brief-fact")
    assert status.text == "to be signed[1]"
    (number,) = status.with_class("brief-cite")
    assert "pledged to expedite the signing" in number.attributes["title"]
    source = followed(number, file).around("li")
    assert source.text.startswith("Project digest of a report by Profit (Pakistan Today), 25 January 2025 https://")
    assert number.attributes["title"] in source.text


@pytest.mark.parametrize("name", PAGES)
def test_each_number_leads_to_its_sentence_and_the_sentence_stands_in_the_report(
    site: Path, project: Path, name: str
) -> None:
    file = site / f"{name}.html"
    reports = [path.read_text(encoding="utf-8") for path in (project / "seeds").glob("*.txt")]
    page = read_page(file)
    for number in cites(page):
        sentence = number.attributes.get("title", "")
        _, _, identity = number.attributes["href"].partition("#")
        assert " ".join(sentence.split()) in page.with_id(identity).around("li").text
        assert any(sentence in report for report in reports)


def test_a_name_leads_to_the_fact_with_its_words_marked(site: Path) -> None:
    file = site / "briefs" / "pakistan-azerbaijan.html"
    (name,) = [
        link
        for link in read_page(file).all()
        if link.tag == "a" and link.text == "white oil pipeline" and link.around("li")
    ]
    home = followed(name, file).around("dl")
    assert [mark.text for mark in home.with_class("brief-mark")] == ["White Oil Pipeline", "white oil pipeline"]


def test_paper_has_the_numbers_of_the_page(site: Path) -> None:
    from pypdf import PdfReader

    (page,) = PdfReader(site / "_bilateral" / "commission.pdf").pages
    text = " ".join(page.extract_text().split())
    for source in read_page(site / "briefs" / "commission.html").with_class("brief-sources")[0].children:
        if isinstance(source, Element):
            publisher = source.text.partition("https://")[0].strip()
            assert publisher in text
