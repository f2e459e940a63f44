"""``bilateral-json`` and ``bilateral-pdf``: one thing each, and nothing twice."""

from __future__ import annotations

import json

import pytest
from pypdf import PdfReader

from sphinx_bilateral.model.exchange import fact_from_data

PAGE = """\
Brief
=====

.. brief:document:: KE-IS-2025-01

.. brief:bluf::

   Ask for a date.

.. only:: pdf

   In print alone.

.. brief:agreements::

.. brief:one-page:: brief.pdf
"""


@pytest.fixture
def two(bare):
    """A page with a PDF, and one without."""
    return bare.write(index="Desk\n====\n\n.. toctree::\n\n   brief\n\n.. brief:register::\n", brief=PAGE)


def files(project, builder):
    out = project.root / "_build" / builder
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("parallel", [0, 2])
def test_the_json_builder_writes_all_facts_and_no_other_file(two, parallel):
    app = two.build("bilateral-json", parallel=parallel, confoverrides={"nitpicky": True})
    assert two.told(app) == []
    assert set(files(two, "bilateral-json")) == {"bilateral.json"}
    (dossier,) = json.loads(two.out("bilateral.json", "bilateral-json"))["dossiers"]
    assert [source["id"] for source in dossier["sources"]] == ["harbour-post", "fjord-wire"]
    by_id = {fact["id"]: fact for fact in dossier["facts"]}
    assert by_id["mou-fisheries-data"]["status"] == "proposed"
    assert by_id["mou-fisheries-data"]["sentences"] == ["The fisheries data memorandum is proposed."]
    for fact in by_id.values():
        fact_from_data({name: value for name, value in fact.items() if name not in {"sentences", "origins"}})


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_the_same_file_stands_beside_html(two, builder):
    for name in ("bilateral-json", builder):
        two.build(name)
    assert two.out("bilateral.json", builder) == two.out("bilateral.json", "bilateral-json")


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_it_stands_beside_nothing_else(two, builder):
    two.build(builder, confoverrides={"epub_copyright": "nobody", "version": "1"})
    assert "bilateral.json" not in files(two, builder)


@pytest.mark.parametrize("builder", ["html", "bilateral-json"])
def test_it_is_written_again_only_where_its_bytes_moved(two, builder):
    two.build(builder)
    first = files(two, builder)["bilateral.json"]
    two.write(brief=PAGE.replace("Ask for a date", "Ask for a place"))
    two.build(builder)
    assert files(two, builder)["bilateral.json"] == first
    two.edit("fjord-wire.txt", "is proposed", "was signed")
    two.build(builder)
    assert '"status": "proposed"' not in two.out("bilateral.json", builder)


def test_it_holds_no_words_of_sources_where_none_may_be_printed(two):
    two.build("bilateral-json", confoverrides={"bilateral_source_text": "none"})
    text = two.out("bilateral.json", "bilateral-json")
    assert "is proposed." not in text
    assert json.loads(text)["dossiers"][0]["facts"][0]["evidence"][0]["end"] > 0


def test_a_site_without_dossiers_has_none_and_keeps_no_old_one(two):
    plain = {"bilateral_dossiers": [], "suppress_warnings": ["bilateral.unknown-id"]}
    two.build(confoverrides=plain)
    assert "bilateral.json" not in files(two, "html")
    two.build()
    two.build(confoverrides=plain)
    assert json.loads(two.out("bilateral.json"))["dossiers"] == []


@pytest.mark.parametrize("parallel", [0, 2])
def test_the_pdf_builder_writes_the_pdfs_and_no_other_file(two, parallel):
    app = two.build("bilateral-pdf", parallel=parallel, confoverrides={"nitpicky": True, "bilateral_pdf": "off"})
    assert two.told(app) == []
    assert set(files(two, "bilateral-pdf")) == {"brief.pdf"}
    text = " ".join(PdfReader(two.root / "_build/bilateral-pdf/brief.pdf").pages[0].extract_text().split())
    assert "Ask for a date." in text
    assert "In print alone." in text
    assert "Geothermal training" in text


@pytest.mark.parametrize("between", [None, "text", "html"])
def test_a_pdf_is_made_anew_where_something_moved_whoever_read_it_first(two, between):
    two.build("bilateral-pdf")
    first = files(two, "bilateral-pdf")
    app = two.build("bilateral-pdf")
    assert "no targets are out of date" in app.status.getvalue()
    assert files(two, "bilateral-pdf") == first
    for change in (
        lambda: two.write(brief=PAGE.replace("Ask for a date", "Ask for a place")),
        lambda: two.edit("harbour-post.txt", "was signed", "was initialled"),
    ):
        change()
        if between:
            two.build(between)
        two.build("bilateral-pdf")
    text = PdfReader(two.root / "_build/bilateral-pdf/brief.pdf").pages[0].extract_text()
    assert "Ask for a place" in text
    assert "Initialled" in text


def test_a_pdf_that_no_page_asks_for_any_more_goes_and_other_files_stay(two):
    two.build("bilateral-pdf")
    (two.root / "_build/bilateral-pdf/mine.pdf").write_bytes(b"mine")
    two.write(brief="Brief\n=====\n")
    two.build("bilateral-pdf")
    assert set(files(two, "bilateral-pdf")) == {"mine.pdf"}


@pytest.mark.parametrize("builder", ["html", "bilateral-json"])
def test_a_folder_in_the_place_of_the_export_is_told_each_time_and_the_pages_are_there(two, builder):
    folder = two.root / "_build" / builder / "bilateral.json"
    folder.mkdir(parents=True)
    for _ in range(2):
        (line,) = two.told(two.build(builder))
        assert "WARNING: bilateral.json cannot be written: a folder stands in its place [bilateral.config]" in line
    folder.rmdir()
    assert two.told(two.build(builder)) == []
    assert '"schema": 1' in two.out("bilateral.json", builder)
