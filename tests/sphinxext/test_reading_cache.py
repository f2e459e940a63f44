"""What was read in a source is kept: it saves reading, and never changes a page."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sphinx_bilateral import pipeline
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.sources.manifest import read_manifest, read_sources
from sphinx_bilateral.sphinxext import dossiers
from sphinx_bilateral.sphinxext.reading_cache import FOLDER, ReadingCache

READER = pipeline.read_document

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def read(monkeypatch):
    """The sources that were read, as opposed to loaded, by id."""
    names: list[str] = []
    simple = pipeline.read_document

    def watched(document, extractors):
        names.append(document.source.id)
        return simple(document, extractors)

    monkeypatch.setattr(pipeline, "read_document", watched)
    return names


def entries(project) -> list[Path]:
    return sorted((project.root / "_build" / "doctrees" / FOLDER).iterdir())


def test_where_one_report_changed_it_alone_is_read_again(desk, read):
    desk.build()
    assert sorted(read) == ["fjord-wire", "harbour-post"]
    read.clear()
    desk.edit("fjord-wire.txt", "is proposed", "was signed")
    desk.build()
    assert read == ["fjord-wire"]
    assert desk.out("brief.html").count(">Signed<") == 2
    assert len(entries(desk)) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda project: project.edit("dossier.yaml", "published: 2025-03-14", "published: 2025-03-15"),
        lambda project: project.edit("dossier.yaml", "parties: [KE, IS]", "parties: [IS, KE]"),
    ],
    ids=["date of a source", "parties"],
)
def test_what_is_known_of_a_report_is_part_of_what_is_read(desk, read, change):
    desk.build()
    read.clear()
    change(desk)
    desk.build()
    assert "fjord-wire" in read


def cut_off(stored: bytes) -> bytes:
    return stored[:-20]


def written_over(stored: bytes) -> bytes:
    return stored.replace(b'"signed"', b'"denied"').replace(b'"proposed"', b'"existing"')


def emptied(_: bytes) -> bytes:
    return b""


def words_of_no_source(stored: bytes) -> bytes:
    text = stored[64:].replace(b"memorandum", b"amendments")
    return hashlib.sha256(text).hexdigest().encode() + text


@pytest.mark.parametrize("damage", [cut_off, written_over, emptied, words_of_no_source])
def test_a_damaged_entry_is_read_again(desk, read, damage: Callable[[bytes], bytes]):
    desk.build()
    whole, pages = [file.read_bytes() for file in entries(desk)], desk.out("facts.html")
    for file, stored in zip(entries(desk), whole, strict=True):
        file.write_bytes(damage(stored))
    (desk.root / "_build/html/bilateral.json").unlink()
    shutil.rmtree(desk.root / "_build/doctrees" / dossiers.FOLDER)  # so that they are loaded
    read.clear()
    desk.build()
    assert sorted(read) == ["fjord-wire", "harbour-post"]
    assert [file.read_bytes() for file in entries(desk)] == whole
    assert desk.out("facts.html") == pages


def test_without_a_place_to_keep_them_sources_are_read_in_each_build(desk, read):
    in_the_way = desk.root / "_build" / "doctrees" / FOLDER
    in_the_way.parent.mkdir(parents=True)
    in_the_way.touch()
    app = desk.build()
    assert desk.told(app) == []
    assert ">Signed<" in desk.out("brief.html")


def seeds() -> tuple[Document, ...]:
    manifest, _ = read_manifest(SEEDS)
    assert manifest is not None
    return read_sources(SEEDS, manifest)[0]


@pytest.mark.parametrize("document", seeds(), ids=lambda document: document.source.id)
def test_what_is_loaded_is_what_was_read(tmp_path, monkeypatch, document):
    monkeypatch.setattr(pipeline, "read_document", READER)
    first = ReadingCache(tmp_path).read(document)
    monkeypatch.setattr(pipeline, "read_document", None)
    again = ReadingCache(tmp_path).read(document)
    assert again == first
    assert repr(again) == repr(first)
    assert first[0].facts
