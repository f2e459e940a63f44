"""The live examples of the reference: the same page from both languages, and on it what the reports say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from documentation.conftest import DOCS, PROJECT, build
from documentation.expected import EXPECTED

SUFFIXES = ("rst", "md")

HEADS = {"rst": ":orphan:\n\nExample\n=======\n\n", "md": "---\norphan: true\n---\n\n# Example\n\n"}

CONF = f"""\
extensions = ["sphinx_bilateral", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
bilateral_dossiers = [{str(PROJECT / "seeds")!r}]
"""

EXAMPLES = sorted(path.stem for path in (DOCS / "examples").glob("*.rst"))


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A project a language, in which each example is a page."""
    folders = {}
    for suffix in SUFFIXES:
        folders[suffix] = folder = tmp_path_factory.mktemp(suffix)
        (folder / "conf.py").write_text(CONF, encoding="utf-8")
        (folder / "index.rst").write_text("Examples\n========\n", encoding="utf-8")
        for file in (DOCS / "examples").glob(f"*.{suffix}"):
            (folder / file.name).write_text(HEADS[suffix] + file.read_text(encoding="utf-8"), encoding="utf-8")
    return folders


@pytest.fixture(scope="module")
def trees(projects: Mapping[str, Path]) -> Mapping[tuple[str, str], list[str]]:
    """The resolved tree of each example, by language and name, without where it was read from."""
    found = {}
    for suffix, folder in projects.items():
        build("pseudoxml", folder, folder / "_build" / "trees", folder / "_build" / "doctrees")
        for name in EXAMPLES:
            text = (folder / "_build" / "trees" / f"{name}.pseudoxml").read_text(encoding="utf-8")
            text = re.sub(r' source="[^"]*"', "", text)
            # The end of a line is a text of its own in one of the two parsers.
            found[suffix, name] = [line for line in text.splitlines() if line.strip()]
    return found


def words(tree: list[str]) -> str:
    """Return the words of a tree without its list of sources, with single blanks."""
    text = "\n".join(tree).partition('classes="brief-sources"')[0]
    lines = (line.strip() for line in text.splitlines())
    return " ".join(" ".join(line for line in lines if not line.startswith("<")).split())


def test_each_example_is_written_in_both_languages_and_something_is_expected_of_it() -> None:
    files = {path.name for path in (DOCS / "examples").iterdir()}
    assert files == {f"{name}.{suffix}" for name in EXPECTED for suffix in SUFFIXES}


@pytest.mark.parametrize("name", EXAMPLES)
def test_both_languages_give_the_same_tree(trees: Mapping[tuple[str, str], list[str]], name: str) -> None:
    assert trees["md", name] == trees["rst", name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_shows_what_the_reports_say(trees: Mapping[tuple[str, str], list[str]], name: str) -> None:
    page = words(trees["rst", name])
    for shown in EXPECTED[name].shown:
        assert shown.from_words in (PROJECT / "seeds" / shown.report).read_text(encoding="utf-8")
        assert shown.words in page
    for hidden in EXPECTED[name].hidden:
        assert hidden not in page


def test_an_empty_list_says_so_in_the_words_that_it_was_given(trees: Mapping[tuple[str, str], list[str]]) -> None:
    assert "Figures: No figures for Türkiye" in words(trees["rst", "figures-none"])


def test_sources_are_numbered_by_first_mention(trees: Mapping[tuple[str, str], list[str]]) -> None:
    page = words(trees["rst", "src"])
    assert page.index("[1]") < page.index("who chaired") < page.index("[2]")
    sources = "\n".join(trees["rst", "src"]).partition('classes="brief-sources"')[2]
    assert sources.index("Profit (Pakistan Today)") < sources.index("Arab News")


def test_both_languages_give_the_same_pdf(projects: Mapping[str, Path]) -> None:
    printed = []
    for folder in projects.values():
        build("bilateral-pdf", folder, folder / "_build" / "pdf", folder / "_build" / "doctrees")
        printed.append((folder / "_build" / "pdf" / "commission.pdf").read_bytes())
    assert printed[0].startswith(b"%PDF")
    assert printed[0] == printed[1]
