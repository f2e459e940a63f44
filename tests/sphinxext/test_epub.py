"""An EPUB that a reading program can open: the container, the pages as XHTML, and all that they use in it."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

import pytest

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def book(desk):
    """The EPUB of a desk, open."""
    app = desk.build("epub", confoverrides={"epub_copyright": "nobody", "version": "1", "epub_basename": "desk"})
    assert desk.told(app) == []
    with zipfile.ZipFile(desk.root / "_build" / "epub" / "desk.epub") as archive:
        yield archive


def manifest(book):
    items = ElementTree.fromstring(book.read("content.opf")).iter(f"{OPF}item")
    return {item.get("href"): item.get("media-type") for item in items}


def test_it_begins_with_its_type_uncompressed(book):
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"


def test_its_pages_are_well_formed_and_name_each_id_once(book):
    pages = [name for name, kind in manifest(book).items() if kind == "application/xhtml+xml"]
    assert "brief.xhtml" in pages
    for name in pages:
        ids = [node.get("id") for node in ElementTree.fromstring(book.read(name)).iter() if node.get("id")]
        assert len(ids) == len(set(ids)), name
        # An id of XML begins with a letter and holds no blank or colon.
        assert [one for one in ids if one.startswith("brief-") and not re.fullmatch(r"[A-Za-z][\w.-]*", one)] == []


def test_it_holds_and_lists_all_that_its_pages_use(book):
    listed, held = set(manifest(book)), set(book.namelist())
    assert listed <= held
    page = ElementTree.fromstring(book.read("brief.xhtml"))
    sheets = {link.get("href") for link in page.iter(f"{XHTML}link") if link.get("rel") == "stylesheet"}
    assert "_static/bilateral.css" in {sheet.partition("?")[0] for sheet in sheets}
    assert {sheet.partition("?")[0] for sheet in sheets} <= listed


def test_it_holds_no_file_that_only_a_site_has(book):
    assert not any("bilateral.json" in name or name.endswith(".pdf") for name in book.namelist())
