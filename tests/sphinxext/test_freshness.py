"""No page keeps an old figure, and nothing is written that did not change."""

from __future__ import annotations

import pytest
from sphinx.errors import ExtensionError

from sphinx_bilateral import pipeline
from sphinx_bilateral.sphinxext import basis


def written(app):
    """Return the pages that *app* reads or finds moved, without writing them."""
    return app.builder.read()


def test_a_build_with_nothing_changed_reads_and_writes_nothing(desk):
    desk.build()
    ours = [*(desk.root / "_build" / "doctrees").glob("*"), *_shown(desk)]
    before = {path: path.stat().st_mtime_ns for path in ours}
    app = desk.build()
    assert "no targets are out of date" in app.status.getvalue()
    assert {path: path.stat().st_mtime_ns for path in ours} == before


def _shown(project):
    # Sphinx itself writes its search page and its theme's files in each build.
    html = project.root / "_build" / "html"
    return [html / "_static" / "bilateral.css", *(html / f"{name}.html" for name in ("brief", "facts", "marked"))]


def test_an_edited_source_rewrites_the_pages_that_show_it_and_no_other(bare):
    bare.write(
        index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        figures="Figures\n=======\n\n.. brief:figures::\n",
        treaties="Treaties\n========\n\n.. brief:agreements::\n",
        mention="Mention\n=======\n\nThe target is :brief:fact:`target-trade-2030`.\n",
        plain="Plain\n=====\n\nNothing of ours.\n",
    )
    bare.build()
    bare.edit("fjord-wire.txt", "40 million", "55 million")
    assert written(bare.app()) == ["figures", "mention"]
    bare.build()
    assert "55\u00a0million" in bare.out("figures.html")
    assert "55\u00a0million" in bare.out("mention.html")
    assert written(bare.app()) == []


def test_words_that_no_page_shows_rewrite_nothing(desk):
    desk.build()
    desk.source("fjord-wire.txt", "Fair weather is expected.\n\n" + (_source(desk, "fjord-wire.txt")))
    assert written(desk.app()) == []


def _source(project, name):
    return (project.root / "dossiers" / "ke-is" / name).read_text(encoding="utf-8")


def test_a_second_builder_on_the_same_doctrees_is_fresh_too(desk):
    for builder in ("html", "text", "dirhtml"):
        desk.build(builder)
    desk.edit("harbour-post.txt", "was signed", "was initialled")
    for builder in ("html", "text", "dirhtml"):
        desk.build(builder)
    assert "is initialled[1]" in desk.out("brief.txt", "text")
    for name, builder in (("brief.html", "html"), ("brief/index.html", "dirhtml")):
        assert ">Initialled<" in desk.out(name, builder)
        assert ">Signed<" not in desk.out(name, builder)
    for builder in ("html", "text", "dirhtml"):
        assert written(desk.app(builder)) == []


def test_a_second_output_folder_on_the_same_doctrees_is_fresh_too(desk):
    folders = (desk.root / "one", desk.root / "two")
    for out in folders:
        desk.build_into(out)
    desk.edit("harbour-post.txt", "was signed", "was initialled")
    for out in folders:
        desk.build_into(out)
        assert ">Initialled<" in (out / "brief.html").read_text(encoding="utf-8")


def test_a_build_of_one_page_leaves_the_others_to_be_written(desk):
    desk.build()
    desk.edit("harbour-post.txt", "was signed", "was initialled")
    desk.app().build(filenames=[str(desk.root / "brief.rst")])
    assert ">Initialled<" in desk.out("brief.html")
    assert ">Signed<" in desk.out("marked.html")
    assert written(desk.app()) == ["facts", "marked"]


def stop_at(page, error=KeyboardInterrupt):
    def stop(app, pagename, *_):
        if pagename == page:
            raise error

    return stop


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_an_interrupted_build_is_made_good(desk, error):
    desk.build()
    desk.edit("harbour-post.txt", "was signed", "was initialled")
    app = desk.app()
    app.connect("html-page-context", stop_at("facts", error))
    with pytest.raises((KeyboardInterrupt, ExtensionError)):
        app.build()
    assert ">Initialled<" in desk.out("brief.html")
    assert ">Signed<" in desk.out("facts.html")
    desk.build()
    assert ">Signed<" not in desk.out("facts.html")


def test_a_change_taken_back_after_an_interrupted_build_is_taken_back_on_the_page(desk):
    desk.build()
    desk.edit("harbour-post.txt", "was signed", "was initialled")
    app = desk.app()
    app.connect("html-page-context", stop_at("facts"))
    with pytest.raises(KeyboardInterrupt):
        app.build()
    desk.edit("harbour-post.txt", "was initialled", "was signed")
    desk.build()
    # The page shows what the last good build wrote, but the interrupted one wrote over it.
    assert ">Signed<" in desk.out("brief.html")


def test_a_page_that_the_user_removed_is_written_again(desk):
    desk.build()
    (desk.root / "_build" / "html" / "brief.html").unlink()
    desk.build()
    assert ">Signed<" in desk.out("brief.html")


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


def test_a_configuration_value_that_moves_what_is_shown_rewrites_those_pages(desk):
    desk.build()
    app = desk.app(confoverrides={"bilateral_source_text": "none"})
    assert written(app) == ["brief", "facts", "marked"]


def test_a_home_that_moves_moves_the_links_to_it(desk):
    desk.build()
    assert 'href="facts.html#brief-facts-ke-is.mou-geothermal-training"' in desk.out("brief.html")
    desk.write(facts="Facts\n=====\n\nNone.\n", home="Home\n====\n\n.. brief:register::\n")
    desk.write(index="Desk\n====\n\n.. toctree::\n\n   brief\n   facts\n   home\n   marked\n")
    desk.build()
    assert 'href="home.html#brief-home-ke-is.mou-geothermal-training"' in desk.out("brief.html")
    assert "facts.html#brief" not in desk.out("brief.html")


@pytest.fixture
def unread(desk, monkeypatch):
    """A built project whose next build must not read its dossiers."""
    desk.build()

    def load(*_, **__):
        raise AssertionError("the dossiers were read")

    monkeypatch.setattr(pipeline, "load", load)
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
        lambda project: (project.root / "brief.rst").unlink(),
        lambda project: project.write(**{"dossiers__two__dossier.yaml": "title: Two\n"}),
        lambda project: (project.root / "_build/html/bilateral.json").unlink(),
    ],
    ids=["source", "new source", "lost source", "page", "lost page", "new dossier", "lost json"],
)
def test_a_build_with_anything_changed_reads_them(unread, change):
    change(unread)
    with pytest.raises((AssertionError, ExtensionError), match="the dossiers were read"):
        unread.build()


def test_a_build_with_a_changed_rule_of_the_extension_reads_them(unread, monkeypatch):
    """Word lists and profiles are files of the package, which an editable install changes in place."""
    monkeypatch.setattr(basis, "_own_files", lambda: [("extract/lexicon/verbs.txt", 1, 2)])
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
