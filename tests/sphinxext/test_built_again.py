"""Builds after edits write and tell what a build from nothing does, and assemble the dossier that was touched alone."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sphinx_bilateral import pipeline
from sphinx_bilateral.brief import compose
from sphinx_bilateral.sphinxext import dossiers, pages, reading_cache

IDS = ("ke-is", "no-ke", "is-no")

BRIEF = """\
Brief on {id}
================

.. brief:document:: B-{id}
   :dossier: {id}
   :as-of: 2025-03-20

.. brief:bluf::

   The word is :brief:fact:`mou-geothermal-training.status`.

.. brief:agreements::

.. brief:quotes::
"""

FACTS = """\
Facts of {id}
================

.. brief:document:: F-{id}
   :dossier: {id}

.. brief:register::
"""

ADDED = """
.. brief:add-fact:: mou-ports
   :type: agreement
   :kind: mou
   :name: memorandum on ports
   :status: signed
   :source: harbour-post

   The geothermal training memorandum was signed.
"""


@pytest.fixture
def three(bare):
    """Three dossiers, each with a brief and a register of its own."""
    for name in IDS:
        folder = bare.root / "dossiers" / name
        if not folder.exists():
            shutil.copytree(bare.root / "dossiers/ke-is", folder)
            manifest = (folder / "dossier.yaml").read_text(encoding="utf-8")
            (folder / "dossier.yaml").write_text(manifest.replace("id: ke-is", f"id: {name}"), encoding="utf-8")
        bare.write(**{f"{name}-brief": BRIEF.format(id=name), f"{name}-facts": FACTS.format(id=name)})
    return bare.write(index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *-*\n")


class Watched:
    """The dossiers that were assembled, and the pages that were composed, by the words of their control blocks."""

    def __init__(self) -> None:
        self.assembled: list[str] = []
        self.composed: list[str] = []


@pytest.fixture
def watched(monkeypatch):
    found, load, composing = Watched(), pipeline.load_dossier, compose.compose

    def load_dossier(folder, **options):
        found.assembled.append(folder.name)
        return load(folder, **options)

    def composed(requests, *given):
        found.composed.append(requests[0].arguments[0])
        return composing(requests, *given)

    monkeypatch.setattr(pipeline, "load_dossier", load_dossier)
    monkeypatch.setattr(compose, "compose", composed)
    return found


def change(project, name: str, old: str, new: str) -> None:
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def kept_in(project, folder: str) -> list[Path]:
    return sorted(path for path in (project.root / "_build/doctrees" / folder).rglob("*") if path.is_file())


def test_the_dossier_that_was_touched_is_assembled_alone_and_its_pages_composed(three, watched):
    three.build()
    assert sorted(watched.assembled) == sorted(IDS)
    watched.assembled.clear()
    watched.composed.clear()
    change(three, "dossiers/no-ke/fjord-wire.txt", "is proposed", "was signed")
    three.build()
    assert watched.assembled == ["no-ke"]
    assert sorted(watched.composed) == ["B-no-ke", "F-no-ke"]
    assert three.out("no-ke-brief.html").count(">Signed<") == 2
    assert three.out("ke-is-brief.html").count(">Signed<") == 1


def test_a_page_that_was_touched_is_composed_alone(three, watched):
    three.build()
    watched.assembled.clear()
    watched.composed.clear()
    change(three, "is-no-brief.rst", ".. brief:quotes::\n", "")
    three.build()
    assert watched.assembled == ["is-no"]
    assert watched.composed == ["B-is-no"]


def test_an_export_that_was_lost_is_written_again_without_any_dossier(three, watched):
    three.build()
    before = three.out("bilateral.json")
    (three.root / "_build/html/bilateral.json").unlink()
    watched.assembled.clear()
    three.build()
    assert watched.assembled == []
    assert three.out("bilateral.json") == before


def test_what_does_not_hold_any_more_is_removed(three):
    three.build()
    before = {folder: len(kept_in(three, folder)) for folder in FOLDERS}
    change(three, "dossiers/no-ke/fjord-wire.txt", "is proposed", "was signed")
    three.build()
    change(three, "dossiers/no-ke/fjord-wire.txt", "was signed", "was initialled")
    three.build()
    assert {folder: len(kept_in(three, folder)) for folder in FOLDERS} == before


FOLDERS = (dossiers.FOLDER, pages.FOLDER, reading_cache.FOLDER)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda _: b"", lambda data: b"{}" * len(data)])
def test_what_was_damaged_is_made_again(three, folder, damage: Callable[[bytes], bytes]):
    three.build()
    for file in kept_in(three, folder):
        file.write_bytes(damage(file.read_bytes()))
    change(three, "dossiers/no-ke/fjord-wire.txt", "is proposed", "was signed")
    app = three.build()
    assert three.told(app) == []
    assert_as_from_nothing(three, app)


@pytest.mark.parametrize("more", ["", "\n.. brief:figures::\n"], ids=["nothing else", "a page too"])
def test_what_was_read_while_a_file_was_changed_is_not_kept(three, monkeypatch, more):
    """The report is changed after its hash was taken, and is as before for the next build."""
    path = three.root / "dossiers/no-ke/fjord-wire.txt"
    text, load = path.read_text(encoding="utf-8"), pipeline.load_dossier

    def load_late(folder, **options):
        path.write_text(text.replace("is proposed", "was signed"), encoding="utf-8")
        return load(folder, **options)

    with monkeypatch.context() as late:
        late.setattr(pipeline, "load_dossier", load_late)
        three.build()
    path.write_text(text, encoding="utf-8")
    page = three.root / "no-ke-facts.rst"
    page.write_text(page.read_text(encoding="utf-8") + more, encoding="utf-8")
    app = three.build()
    assert_as_from_nothing(three, app)


def everything(out: Path) -> dict[str, bytes]:
    """Return what a reader gets; Sphinx numbers the scripts of a search index in the order of writing."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in files
        if path.suffix in {".html", ".json", ".pdf"} or path.name == "objects.inv"
    }


def assert_as_from_nothing(project, app, **more) -> None:
    """Compare the last build with one of the same files that has nothing to go by."""
    out, told = everything(Path(app.outdir)), sorted(project.told(app))
    clean = project.root / "_build"
    aside = project.root.parent / "aside"
    clean.rename(aside)
    again = project.build(**more)
    fresh, told_fresh = everything(Path(again.outdir)), sorted(project.told(again))
    project.close()
    shutil.rmtree(clean)
    aside.rename(clean)
    assert out == fresh
    assert told == told_fresh


def report(chance: random.Random, project) -> None:
    path = project.root / "dossiers" / chance.choice(IDS) / "fjord-wire.txt"
    words = ("is proposed", "was signed", "was initialled")
    text = re.sub("|".join(words), chance.choice(words), path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"Trade of \d+", f"Trade of {chance.choice((40, 50))}", text), encoding="utf-8")


def source(chance: random.Random, project) -> None:
    path = project.root / "dossiers" / chance.choice(IDS) / "extra.txt"
    if path.exists():
        path.unlink()
    else:
        path.write_text("The ports memorandum was signed.\n", encoding="utf-8")


def page(chance: random.Random, project) -> None:
    path = project.root / f"{chance.choice(IDS)}-brief.rst"
    more = chance.choice(("\nMore words.\n", "\n.. brief:figures::\n", "\n.. brief:register::\n", ADDED))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(more, "") if more in text else text + more, encoding="utf-8")


def wrong_page(chance: random.Random, project) -> None:
    path = project.root / "odd.rst"
    if path.exists():
        path.unlink()
    else:
        name = chance.choice((*IDS, "no-where"))
        path.write_text(f":orphan:\n\nOdd\n===\n\n.. brief:meetings:: nobody\n   :dossier: {name}\n", encoding="utf-8")


def register(chance: random.Random, project) -> None:
    path = project.root / "dossiers" / chance.choice(IDS) / "register.yaml"
    if path.exists():
        path.unlink()
    else:
        fault = chance.choice(("", "nonsense: [\n"))
        path.write_text(f"reject:\n  mou-fisheries-data:\n    why: No.\n{fault}", encoding="utf-8")


def manifest(chance: random.Random, project) -> None:
    path = project.root / "dossiers" / chance.choice(IDS) / "dossier.yaml"
    ids = chance.choice(IDS)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^id: .*", f"id: {ids}", text), encoding="utf-8")


def configuration(chance: random.Random, project) -> None:
    path = project.root / "conf.py"
    text = path.read_text(encoding="utf-8").partition("bilateral_")[0]
    values = {"review": ("warn", "required"), "as_of": ("2025-03-14",), "source_text": ("none",), "mode": ("issue",)}
    name = chance.choice(list(values))
    path.write_text(f"{text}bilateral_{name} = {chance.choice(values[name])!r}\n", encoding="utf-8")


def language(chance: random.Random, project) -> None:
    path = project.root / "conf.py"
    first, _, last = path.read_text(encoding="utf-8").partition("language = ")
    rest = last.partition("\n")[2]
    path.write_text(f"language = {chance.choice(('en', 'de', 'fr'))!r}\n{first}{rest}", encoding="utf-8")


EDITS = (report, report, source, page, page, wrong_page, register, manifest, configuration, language)


@pytest.mark.parametrize("seed", range(3))
def test_a_series_of_edits_ends_where_a_build_from_nothing_does(three, seed):
    chance = random.Random(seed)
    three.build()
    for turn in range(4):
        made = [chance.choice(EDITS) for _ in range(chance.choice((1, 1, 2)))]
        for edit in made:
            edit(chance, three)
        options = {"parallel": 2} if turn == 2 else {}
        if chance.random() < 0.3:
            three.build("text")
        app = three.build(**options)
        assert_as_from_nothing(three, app, **options)
