"""The one-page PDF beside the page: made when something moved, never a dead link, never an old one."""

from __future__ import annotations

import importlib.util

import pytest
from pypdf import PdfReader

PAGE = """\
Brief
=====

.. brief:document:: KE-IS-2025-01

.. brief:bluf::

   It is :brief:fact:`mou-geothermal-training.status`, and *not yet* `public <https://example.org/>`_.

   - Ask for a date.

.. brief:agreements::

.. brief:one-page:: brief.pdf
"""


@pytest.fixture
def paper(bare):
    return bare.write(index="Desk\n====\n\n.. toctree::\n\n   desk/brief\n", desk__brief=PAGE)


def pdf(project, builder="html", name="brief.pdf"):
    return project.root / "_build" / builder / "_bilateral" / name


@pytest.mark.parametrize(
    ("builder", "page", "link"),
    [
        ("html", "desk/brief.html", "../_bilateral/brief.pdf"),
        ("dirhtml", "desk/brief/index.html", "../../_bilateral/brief.pdf"),
        ("singlehtml", "index.html", "_bilateral/brief.pdf"),
    ],
)
@pytest.mark.parametrize("parallel", [0, 2])
def test_the_page_links_to_its_pdf_which_holds_what_it_shows(paper, builder, page, link, parallel):
    app = paper.build(builder, parallel=parallel)
    assert paper.told(app) == []
    assert f'href="{link}"' in paper.out(page, builder)
    (sheet,) = PdfReader(pdf(paper, builder)).pages
    text = " ".join(sheet.extract_text().split())
    for words in (
        "Brief",
        "Bottom line",
        "and not yet public",
        "Ask for a date.",
        "Geothermal training",
        "Harbour Post",
    ):
        assert words in text


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "man", "gettext"])
def test_other_builders_hold_no_link(paper, builder):
    more = {"epub_copyright": "nobody", "version": "1"} if builder == "epub" else {}
    app = paper.build(builder, confoverrides=more)
    assert paper.told(app) == []
    assert not pdf(paper, builder).exists()
    files = [path for path in (paper.root / "_build" / builder).rglob("*") if path.suffix in {".txt", ".tex", ".xhtml"}]
    assert not any("brief.pdf" in path.read_text(encoding="utf-8") for path in files)


def test_it_is_made_anew_where_a_fact_or_the_text_moved_and_else_left(paper):
    paper.build()
    first = pdf(paper).stat().st_mtime_ns
    paper.write(index="Desk\n====\n\nMore.\n\n.. toctree::\n\n   desk/brief\n")
    paper.build()
    assert pdf(paper).stat().st_mtime_ns == first
    paper.edit("harbour-post.txt", "was signed", "was initialled")
    paper.build()
    assert "It is initialled" in " ".join(PdfReader(pdf(paper)).pages[0].extract_text().split())
    paper.write(desk__brief=PAGE.replace("Ask for a date", "Ask for a place"))
    paper.build()
    assert "Ask for a place" in PdfReader(pdf(paper)).pages[0].extract_text()


def test_a_pdf_that_the_user_removed_is_made_again(paper):
    paper.build()
    pdf(paper).unlink()
    paper.build()
    assert pdf(paper).is_file()


def test_content_that_does_not_fit_leaves_no_link_and_no_old_file(paper):
    paper.build()
    assert pdf(paper).is_file()
    paper.write(desk__brief=PAGE.replace("Ask for a date.", "Ask for a date. " * 2000))
    for _ in range(2):  # told again by the next build, which has still no PDF to leave alone
        app = paper.build()
        assert any(
            "WARNING: does not fit on one page" in line and "[bilateral.overflow]" in line for line in paper.told(app)
        )
        assert not pdf(paper).exists()
        assert "brief.pdf" not in paper.out("desk/brief.html")
        assert "The one-page PDF was not made." in paper.out("desk/brief.html")


def test_a_pdf_that_no_page_asks_for_any_more_is_removed(paper):
    paper.build()
    paper.write(desk__brief=PAGE.replace("brief.pdf", "other.pdf"))
    paper.build()
    assert not pdf(paper).exists()
    assert pdf(paper, name="other.pdf").is_file()


def test_without_reportlab_the_page_says_so(paper, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "reportlab" else find(name, *rest)
    )
    app = paper.build()
    (line,) = paper.told(app)
    assert line.startswith("desk/brief.rst:14: WARNING")
    assert 'pip install "sphinx-bilateral[pdf]"' in line
    assert line.endswith("[bilateral.pdf-unavailable]")
    html = paper.out("desk/brief.html")
    assert "The one-page PDF was not made." in html
    assert "brief.pdf" not in html
    assert "Geothermal training memorandum" in html


def test_it_can_be_switched_off(paper):
    app = paper.build(confoverrides={"bilateral_pdf": "off"})
    assert paper.told(app) == []
    assert not pdf(paper).exists()
    assert "PDF" not in paper.out("desk/brief.html")


@pytest.mark.parametrize("name", ["../up.pdf", "a/b.pdf", "C:\\x.pdf", "brief.html", ".pdf", "two words.pdf"])
def test_a_name_with_a_path_is_refused(bare, name):
    bare.write(index=f"Brief\n=====\n\n.. brief:one-page:: {name}\n")
    (line,) = bare.told(bare.build())
    assert "plain name of a file that ends in .pdf" in line
    assert not (bare.root / "_build" / "html" / "_bilateral").exists()


def test_two_pages_cannot_have_one_file(bare):
    bare.write(index="D\n=\n\n.. toctree::\n\n   a\n   b\n", a=PAGE, b=PAGE.replace("brief.pdf", "Brief.pdf"))
    app = bare.build()
    (line,) = bare.told(app)
    assert line.startswith("b.rst:14: WARNING: the page a has a PDF Brief.pdf already")
    assert "Brief.pdf" not in bare.out("b.html")


def test_the_options_of_the_page_reach_the_printer(paper):
    paper.write(desk__brief=PAGE + "   :page: letter\n")
    paper.build()
    assert [round(float(length)) for length in PdfReader(pdf(paper)).pages[0].mediabox[2:]] == [612, 792]


@pytest.mark.parametrize("option", [":size: large", ":min-font: 2", ":layout: fancy"])
def test_a_wrong_option_of_the_page_is_told(paper, option):
    paper.write(desk__brief=PAGE + f"   {option}\n")
    lines = paper.told(paper.build())
    assert len(lines) == 1
    assert lines[0].startswith("desk/brief.rst:15: WARNING")
    assert lines[0].endswith("[bilateral.bad-option]")


def test_a_folder_that_cannot_be_written_is_told_and_the_pages_are_built(paper):
    (paper.root / "_build" / "html").mkdir(parents=True)
    (paper.root / "_build" / "html" / "_bilateral").write_text("in the way", encoding="utf-8")
    app = paper.build()
    assert any("cannot be written" in line and "[bilateral.pdf-unavailable]" in line for line in paper.told(app))
    assert "Bottom line" in paper.out("desk/brief.html")
