"""What one build keeps for the next, and that a build with nothing changed reads no dossier."""

from __future__ import annotations

import pytest
from sphinx.errors import ExtensionError

from sphinx_bilateral import pipeline
from sphinx_bilateral.sphinxext import basis


def written(app):
    """Return the pages that *app* reads or finds moved, without writing them."""
    return app.builder.read()


def test_a_broken_state_file_costs_time_only(desk):
    desk.build()
    for file in (desk.root / "_build" / "doctrees").glob("bilateral-*.json"):
        file.write_text('{"schema": 1, "pages": 7', encoding="utf-8")
    assert written(desk.app()) == ["brief", "facts", "marked"]


def test_parallel_reading_and_writing_keeps_the_same_state(bare):
    names = [f"page{number}" for number in range(6)]
    pages = {name: f"{name}\n=====\n\n.. brief:agreements::\n" for name in names}
    bare.write(index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   page*\n", **pages)
    app = bare.build(parallel=2)
    assert bare.told(app) == []
    assert written(bare.app(parallel=2)) == []
    bare.edit("fjord-wire.txt", "is proposed", "was signed")
    bare.build(parallel=2)
    assert all(bare.out(f"{name}.html").count(">Signed<") == 2 for name in names)
    assert written(bare.app()) == []


@pytest.fixture
def unread(desk, monkeypatch):
    """A built project whose next build must not read its dossiers."""
    desk.build()

    def load(*_, **__):
        raise AssertionError("the dossiers were read")

    monkeypatch.setattr(pipeline, "load_dossier", load)
    return desk


def test_a_build_with_nothing_changed_reads_no_dossier(unread):
    (unread.root / "dossiers" / "ke-is" / "fjord-wire.txt").touch()
    before = unread.out("bilateral.json"), unread.out("brief-type.html")
    app = unread.build()
    assert unread.told(app) == []
    assert "no targets are out of date" in app.status.getvalue()
    assert (unread.out("bilateral.json"), unread.out("brief-type.html")) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda project: project.edit("fjord-wire.txt", "is proposed", "was signed"),
        lambda project: project.source("new.txt", "The port memorandum was signed.\n"),
        lambda project: (project.root / "dossiers/ke-is/fjord-wire.txt").unlink(),
        lambda project: project.write(brief=(project.root / "brief.rst").read_text("utf-8") + "\n.. brief:figures::\n"),
        lambda project: project.write(**{"dossiers__two__dossier.yaml": "title: Two\n"}),
    ],
    ids=["source", "new source", "lost source", "page", "new dossier"],
)
def test_a_build_with_anything_changed_reads_them(unread, change):
    change(unread)
    with pytest.raises((AssertionError, ExtensionError), match="the dossiers were read"):
        unread.build()


def test_a_build_with_a_changed_rule_of_the_extension_reads_them(unread, monkeypatch):
    """Word lists and profiles are files of the package, which an editable install changes in place."""
    monkeypatch.setattr(basis, "own_files", lambda: [("extract/lexicon/verbs.txt", 1, 2)])
    with pytest.raises((AssertionError, ExtensionError), match="the dossiers were read"):
        unread.build()


def test_a_page_that_was_lost_is_composed_where_nothing_else_moved(desk):
    desk.build()
    desk.write(index="Desk\n====\n\nOther words.\n\n.. toctree::\n\n   brief\n   facts\n   marked\n")
    (desk.root / "_build/html/brief.html").unlink()
    desk.build()
    assert ">Signed<" in desk.out("brief.html")
    assert 'href="facts.html#brief-facts-ke-is.mou-geothermal-training"' in desk.out("brief.html")
    assert written(desk.app()) == []


def test_homes_that_another_builder_moved_are_found_again(desk):
    desk.build()
    desk.write(home=":orphan:\n\nHome\n====\n\n.. brief:register::\n", facts=":orphan:\n\nFacts\n=====\n")
    desk.build("text")
    desk.build()
    assert 'href="home.html#brief-home-ke-is.mou-geothermal-training"' in desk.out("brief.html")
