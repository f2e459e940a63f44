"""``changes`` and ``compare`` on pages, in every builder, and what is told of a saved state that is none."""

from __future__ import annotations

import shutil

import pytest
from sphinxext.conftest import CONF, Project

PAGE = """\
News
====

.. brief:changes::
   :since: {}

.. brief:compare:: harbour-post fjord-wire
"""


@pytest.fixture
def desk(bare: Project) -> Project:
    """A project that keeps the export of an earlier day beside its page."""
    bare.write(index="Desk\n====\n").build()
    shutil.copy(bare.root / "_build" / "html" / "bilateral.json", bare.root / "april.json")
    bare.edit("fjord-wire.txt", "is proposed", "is initialled")
    bare.edit("fjord-wire.txt", "40 million", "55 million")
    return bare.write(index=PAGE.format("april.json"))


def test_what_moved_stands_on_the_page_with_its_source(desk: Project) -> None:
    app = desk.build("text")
    assert desk.told(app) == []
    words = " ".join(desk.out("index.txt", "text").replace("\u00a0", " ").split())
    assert "The fisheries data memorandum was proposed; it is initialled.[1]" in words
    assert "Trade (target, 2030) was EUR 40 million; it is EUR 55 million, EUR 15 million more.[1]" in words
    assert "Held[2]" in words
    assert "not told" in words


@pytest.mark.parametrize("builder", ["html", "latex", "man", "epub", "texinfo", "xml"])
def test_every_builder_has_it(desk: Project, builder: str) -> None:
    app = desk.build(builder)
    assert not [line for line in desk.told(app) if "bilateral" in line]


@pytest.mark.parametrize(("language", "words"), [("de", "bisher vorgeschlagen, jetzt"), ("fr", "auparavant proposé")])
def test_the_sentences_are_in_the_language_of_the_page(desk: Project, language: str, words: str) -> None:
    desk.write(**{"conf.py": f"{CONF}language = '{language}'\n"}).build("text")
    assert words in " ".join(desk.out("index.txt", "text").replace("\u00a0", " ").split())


def test_a_saved_state_that_changes_rewrites_the_page_and_no_other(desk: Project) -> None:
    desk.write(plain=":orphan:\n\nPlain\n=====\n\n.. brief:quotes::\n").build()
    html = desk.root / "_build" / "html"
    before = {name: (html / name).stat().st_mtime_ns for name in ("index.html", "plain.html")}
    shutil.copy(html / "bilateral.json", desk.root / "april.json")
    desk.build()
    assert (html / "index.html").stat().st_mtime_ns != before["index.html"]
    assert (html / "plain.html").stat().st_mtime_ns == before["plain.html"]
    assert "No change" in desk.out("index.html")
    assert "it is initialled" not in desk.out("index.html")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "since: there is no file 'april.json'"),
        ('{"schema": 1,\n "dossiers": [', "april.json:2: WARNING: is not JSON"),
        ('{"schema": 2, "dossiers": []}', "is of the schema 2, and this version reads 1"),
        ('{"schema": 1, "dossiers": []}', "holds nothing of the dossier ke-is"),
    ],
)
def test_what_cannot_be_used_is_told_and_stands_on_the_page(desk: Project, text: str | None, told: str) -> None:
    if text is None:
        (desk.root / "april.json").unlink()
    else:
        (desk.root / "april.json").write_text(text, encoding="utf-8")
    app = desk.build()
    assert any(told in line for line in desk.told(app)), desk.told(app)
    assert "april.json" in desk.out("index.html")


@pytest.mark.parametrize("path", ["/etc/hostname", "../../../etc/hostname", "..\\april.json"])
def test_a_path_that_leads_elsewhere_shows_nothing_of_it(desk: Project, path: str) -> None:
    app = desk.write(index=PAGE.format(path)).build()
    assert [line for line in desk.told(app) if "bilateral." in line]


def test_hostile_words_of_a_saved_state_are_words(desk: Project) -> None:
    file = desk.root / "april.json"
    text = file.read_text(encoding="utf-8")
    hostile = text.replace("fisheries data memorandum", "<script>alert(1)</script> ``x`` {old} memorandum")
    file.write_text(hostile.replace("mou-fisheries-data", "mou-hostile"), encoding="utf-8")
    desk.build()
    page = desk.out("index.html")
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ``x`` {old} memorandum" in page


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (".. brief:changes::", "changes needs the option :since:"),
        (".. brief:compare:: harbour-post", "two sources of the dossier ke-is: harbour-post, fjord-wire"),
        (".. brief:compare:: harbour-post fjord-wyre", "'fjord-wyre' is not a source of the dossier ke-is"),
        (
            ".. brief:compare:: mou-fisheries-data fjord-wire",
            "is a fact; compare takes ids of sources, and those of the dossier ke-is are harbour-post, fjord-wire",
        ),
        (".. brief:commitments::\n   :carried-over: mou-fisheries-data", "which is no session"),
        (".. brief:commitments::\n   :carried-over: joint-commission-4", "'joint-commission-4' is not a fact"),
    ],
)
def test_what_a_directive_lacks_is_told(bare: Project, line: str, told: str) -> None:
    app = bare.write(index=f"Desk\n====\n\n{line}\n").build()
    assert any(told in one for one in bare.told(app)), bare.told(app)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2025-03-01", "no report of the dossier ke-is is as old as the page, which is of 1 March 2025"),
        (
            "2025-03-13",
            "'fjord-wire' is newer than the page, which is of 13 March 2025; sources until then are harbour-post",
        ),
    ],
)
def test_a_page_of_an_earlier_day_says_which_reports_are_too_new_to_compare(bare: Project, day: str, told: str) -> None:
    document = f".. brief:document:: KE-IS-1\n   :as-of: {day}"
    page = f"Desk\n====\n\n{document}\n\n.. brief:compare:: harbour-post fjord-wire\n"
    app = bare.write(index=page).build()
    assert [one for one in bare.told(app) if "bilateral.unknown-id" in one] == [
        f"index.rst:7: WARNING: {told} [bilateral.unknown-id]"
    ]
