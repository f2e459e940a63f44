"""Formats that another program turns into what is read: LaTeX into PDF, Texinfo into Info, roff into a manual page."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pypdf import PdfReader
from sphinxext.outputs import squeezed
from sphinxext.test_formats import FACTS, MYST, NOT_ON_PAPER, RST

ENGINES = {"pdflatex": "-pdf", "xelatex": "-pdfxe", "lualatex": "-pdflua"}

MORE = {
    "suppress_warnings": ["bilateral.unknown-id"],
    "man_pages": [("index", "man", "manual", "Desk", 1)],
    "latex_use_xindy": False,  # which is not part of most TeX installations
    "latex_documents": [("index", "desk.tex", "Desk", "Office", "manual")],
    "texinfo_documents": [("index", "desk", "Desk", "Office", "Desk", "Briefs", "Government")],
}

FAULT_MARKED = ">>mou-nowhere<<"


def run(*command, cwd):
    """Run a program, and return what it prints; a warning of it is for the eyes of whoever sees the test fail."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


def compiled(folder, engine, name):
    """Return the text of the PDF that LaTeX makes of a document, and the log."""
    run("latexmk", ENGINES[engine], "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex", cwd=folder)
    reader = PdfReader(folder / f"{name}.pdf")
    log = (folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
    return squeezed("".join(page.extract_text() for page in reader.pages)), log


def missing(text, facts):
    return [name for name, words in facts.items() if squeezed(words) not in text]


@pytest.fixture
def out(bare):
    """Return what builds a desk with a brief, and gives the folder."""

    def build(builder, brief=RST, suffix="rst", **more):
        bare.write(index="Desk\n====\n\n.. toctree::\n\n   brief\n", **{f"brief.{suffix}": brief})
        app = bare.build(builder, warningiserror=True, confoverrides={**MORE, **more})
        assert bare.told(app) == []
        return bare.root / "_build" / builder

    return build


@pytest.mark.latex
@pytest.mark.parametrize(("suffix", "brief"), [("rst", RST), ("md", MYST)])
def test_latex_makes_a_pdf_with_the_same_facts(out, suffix, brief):
    text, log = compiled(out("latex", brief, suffix), "pdflatex", "desk")
    assert missing(text, FACTS | NOT_ON_PAPER) == []
    assert "mou-nowhere" in text
    assert "There were undefined references" not in log
    assert "multiply defined" not in log
    assert "has been referenced but does not exist" not in log  # a link inside the PDF that leads nowhere


PORTS = [
    f"{first}{second}port" for first in "BDGKLM" for second in ("a", "e", "i", "o", "u", "ai", "au", "ei", "eu", "ou")
]


@pytest.mark.latex
def test_a_list_longer_than_a_page_goes_on_on_the_next(bare, out):
    bare.source("fjord-wire.txt", "\n\n".join(f"The {port} memorandum was signed." for port in PORTS))
    folder = out("latex", "Brief\n=====\n\n.. brief:agreements::\n")
    text, _ = compiled(folder, "pdflatex", "desk")
    pages = [squeezed(page.extract_text()) for page in PdfReader(folder / "desk.pdf").pages]
    assert [port for port in PORTS if f"{port}memorandum[1]" not in text] == []
    assert sum("portmemorandum" in page and "NameKindStatusDate" in page for page in pages) >= 2


# The fonts that Sphinx asks for are not part of TeX.
FONTS = "".join(
    rf"\set{family}font{{{regular}-regular.otf}}[BoldFont={bold}.otf]"
    for family, regular, bold in (
        ("main", "lmroman10", "lmroman10-bold"),
        ("sans", "lmsans10", "lmsans10-bold"),
        ("mono", "lmmono10", "lmmonolt10-bold"),
    )
)


@pytest.mark.full
@pytest.mark.latex
@pytest.mark.parametrize(
    "engine", [pytest.param(name, marks=getattr(pytest.mark, name)) for name in ("xelatex", "lualatex")]
)
def test_engines_that_read_unicode_make_it_too(out, engine):
    folder = out("latex", latex_engine=engine, latex_elements={"fontpkg": FONTS})
    text, log = compiled(folder, engine, "desk")
    assert missing(text, FACTS | NOT_ON_PAPER) == []
    assert "Missing character" not in log


@pytest.mark.full
@pytest.mark.latex
@pytest.mark.xelatex
def test_the_documentation_of_the_project_can_be_printed(project, tmp_path):
    options = (
        "-q",
        "-b",
        "latex",
        "-D",
        "latex_engine=xelatex",
        "-D",
        f"latex_elements.fontpkg={FONTS}",
        "-D",
        "latex_use_xindy=0",
    )
    run(sys.executable, "-m", "sphinx", *options, "-d", "doctrees", project / "docs", "latex", cwd=tmp_path)
    text, _ = compiled(tmp_path / "latex", "xelatex", "sphinx-bilateral")
    assert "Bottomline" in text


@pytest.mark.texinfo
def test_texinfo_makes_an_info_file_with_the_same_facts(out):
    folder = out("texinfo")
    text = squeezed(run("makeinfo", "--plaintext", "--no-split", "desk.texi", cwd=folder))
    # Info writes links in words of its own, and curls single quotation marks.
    assert FAULT_MARKED in text
    assert squeezed("Steam -- not diesel -- is the") in text
    assert squeezed(NOT_ON_PAPER["sentence"]) in text
    assert squeezed("The memorandum is signed*note [1]") in text
    assert squeezed(FACTS["source"]) in text


@pytest.mark.groff
def test_a_manual_page_shows_the_same_facts(out):
    folder = out("man")
    # No hyphens at the ends of lines, and no letters overstruck to make them bold.
    printed = run("groff", "-t", "-man", "-Tutf8", "-Kutf8", "-P-cbou", "-rHY=0", "man.1", cwd=folder)
    text = squeezed(printed)
    for name in ("status in running text", "date in running text", "quotation", "source", "address of a source"):
        assert squeezed(FACTS[name]) in text
    assert squeezed(NOT_ON_PAPER["sentence"]) in text
    assert FAULT_MARKED in text
    assert "<#" not in text  # addresses inside the page, which nobody can follow there
