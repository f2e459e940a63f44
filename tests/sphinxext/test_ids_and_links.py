"""Every id stands once on its page, and every link leads to one: in each format that has pages, under each theme."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

# Others call what Sphinx is about to remove.
pytestmark = pytest.mark.filterwarnings("ignore:'tags' will become a required keyword", "ignore:'sphinx_book_theme")

THEMES = ("alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme")


class Page(HTMLParser):
    """The ids of a page, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if given.get("id"):
            self.ids[given["id"]] += 1
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])


def pages_of(out: Path) -> dict[Path, Page]:
    files = [path for path in out.rglob("*") if path.suffix in {".html", ".xhtml"}]
    encoding = "cp1252" if out.name == "htmlhelp" else "utf-8"
    return {path.resolve(): Page(path.read_text(encoding)) for path in files}


def twice(page: Page) -> list[str]:
    return [name for name, count in page.ids.items() if count > 1]


def nowhere(path: Path, pages: dict[Path, Page]) -> list[str]:
    """Return the links of a page that lead to no file, or to no id in it."""
    return [link for link in pages[path].links if _is_ours(link) and not _arrives(path, link, pages)]


def _is_ours(link: str) -> bool:
    return not urlsplit(link).scheme and "_static" not in link


def _arrives(path: Path, link: str, pages: dict[Path, Page]) -> bool:
    address = urlsplit(link)
    target = (path.parent / unquote(address.path)).resolve() if address.path else path
    target = target / "index.html" if target.is_dir() else target
    if target not in pages:
        return target.is_file()
    return not address.fragment or unquote(address.fragment) in pages[target].ids


@pytest.fixture
def full(desk):
    """A desk with a page in a folder, one with an accent in its name, and one that holds the same lists twice."""
    lists = ".. brief:agreements::\n\n.. brief:agreements::\n\n.. brief:figures::\n\n.. brief:register::\n"
    text = f"Again\n=====\n\n.. _here:\n\n{lists}\n.. brief:one-page:: again.pdf\n\nSee :ref:`the lists <here>`.\n"
    return desk.write(
        index="Desk\n====\n\n.. toctree::\n\n   brief\n   facts\n   marked\n   folder/again\n   folder/évian\n",
        folder__again=text,
        folder__évian=text.replace("Again", "Évian")
        .replace("_here", "_there")
        .replace("<here>", "<there>")
        .replace("again.pdf", "evian.pdf"),
    )


QUIET = {
    "epub_copyright": "nobody",
    "version": "1",
    "suppress_warnings": ["bilateral.duplicate-home", "epub.duplicated_toc_entry"],
}


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub", "htmlhelp"])
def test_ids_stand_once_and_links_lead_to_them(full, builder):
    # In one document, Sphinx's own table of contents in the sidebar links to sections by page and id at once.
    app = full.build(builder, confoverrides={**QUIET, "html_sidebars": {"**": []}})
    assert full.told(app) == []
    pages = pages_of(full.root / "_build" / builder)
    assert {path.name: found for path, page in pages.items() if (found := twice(page))} == {}
    assert {path.name: found for path in pages if (found := nowhere(path, pages))} == {}
    ours = {link.partition("#")[2] for page in pages.values() for link in page.links if "#brief-" in link}
    assert any("source-1" in name for name in ours)
    assert any("mou-geothermal-training" in name for name in ours)


@pytest.mark.parametrize("theme", THEMES)
def test_they_do_under_every_theme(full, theme):
    full.build(confoverrides={**QUIET, "html_theme": theme})
    pages = pages_of(full.root / "_build" / "html")
    # Some themes repeat ids of their own.
    ours = {path.name: [name for name in twice(page) if name.startswith("brief-")] for path, page in pages.items()}
    assert not any(ours.values())
    again = full.out("folder/again.html")
    assert len(re.findall(r"<caption>.*?Agreements", again)) == 2


def test_a_label_before_a_list_leads_to_it(full):
    full.build(confoverrides=QUIET)
    html = full.out("folder/again.html")
    assert re.search(
        r'<div class="brief brief-agreements[^"]*" id="here">|<span id="here"></span><div class="brief ', html
    )
    assert 'href="#here"' in html
