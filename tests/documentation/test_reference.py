"""The reference: a page for each directive and role, an entry for each message, configuration value and fact type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documentation.html_pages import read_page
from sphinx.util.inventory import InventoryFile

from sphinx_bilateral.brief.catalogue import DIRECTIVES, ROLES
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.problems import CATALOGUE
from sphinx_bilateral.sphinxext.config import CONFIG_VALUES

FOLDERS = {"directives": ("directive", DIRECTIVES), "roles": ("role", ROLES)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_row_of_the_catalogue_has_its_page_with_an_example(project: Path, folder: str) -> None:
    kind, rows = FOLDERS[folder]
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (project / f"docs/reference/{folder}").glob("*")}
    assert pages.keys() == {*rows, "index"}
    for name in rows:
        assert f".. {kind}-entry:: {name}\n" in pages[name]
        assert ".. example:: " in pages[name]


def test_each_example_stands_on_one_page(project: Path) -> None:
    shown = [
        name
        for page in (project / "docs" / "reference").rglob("*.rst")
        for name in re.findall(r"^\.\. example:: (\S+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    files = {path.stem for path in (project / "docs" / "examples").iterdir()}
    assert sorted(shown) == sorted(files)


def test_other_projects_can_link_to_everything(site: Path) -> None:
    with (site / "objects.inv").open("rb") as file:
        objects = InventoryFile.load(file, "", lambda base, path: path)
    names = {kind: set(entries) for kind, entries in objects.items()}
    assert names["rst:directive"] == {f"brief:{name}" for name in DIRECTIVES}
    assert names["rst:role"] == {f"brief:{name}" for name in ROLES}
    assert names["std:message"] == set(CATALOGUE)
    assert names["std:confval"] == {f"bilateral_{name}" for name in CONFIG_VALUES}
    assert names["std:facttype"] == set(FACT_TYPES)


def test_each_message_says_what_to_do(project: Path) -> None:
    """A row of the catalogue only says what is wrong."""
    page = (project / "docs" / "reference" / "messages.rst").read_text(encoding="utf-8")
    told = set(re.findall(r"^   ([a-z-]+)\n      \S", page, re.MULTILINE))
    assert told == set(CATALOGUE)


@pytest.mark.parametrize("name", ["agreements", "bluf", "conflicts"])
def test_an_example_is_shown_in_both_languages_and_live(site: Path, project: Path, name: str) -> None:
    page = read_page(site / "reference" / "directives" / f"{name}.html")
    example = page.with_class("example")[0]
    for suffix in ("rst", "md"):
        (source,) = example.with_class(f"example-{suffix}")
        text = (project / "docs" / "examples" / f"{name}.{suffix}").read_text(encoding="utf-8")
        assert " ".join(text.split()) in source.text
    (result,) = example.with_class("example-result")
    assert result.with_class(f"brief-{name}")


def test_no_two_elements_of_a_page_have_one_id(site: Path) -> None:
    for file in (site / "reference").rglob("*.html"):
        ids = [one.attributes["id"] for one in read_page(file).all() if "id" in one.attributes]
        assert len(ids) == len(set(ids)), file
