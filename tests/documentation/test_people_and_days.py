"""*People, posts and the day of a page*: its names are one person or two, and its command prints what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from making import dossier, report

from sphinx_bilateral.cli import main
from sphinx_bilateral.dossier.persons.names import same_name

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "howto" / "people-and-days.rst").read_text(encoding="utf-8")
NAMES = re.findall(r"^   (\S.*?) +([=≠]) +(\S.*)$", PAGE, re.MULTILINE)


def test_the_page_has_names() -> None:
    assert {sign for _, sign, _ in NAMES} == {"=", "≠"}


@pytest.mark.parametrize(("one", "sign", "other"), NAMES)
def test_names_are_one_person_or_two_as_the_page_says(one: str, sign: str, other: str) -> None:
    assert same_name(one, other) is (sign == "=")


def test_the_command_of_the_page_prints_its_last_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    (command,) = re.findall(r"^   \$ sphinx-bilateral (.*)$", PAGE, re.MULTILINE)
    (line,) = re.findall(r"^   (seeds/.*)$", PAGE, re.MULTILINE)
    printed = CliRunner().invoke(main, command.split()).stdout.splitlines()
    assert printed[-1] == line


def test_an_unclear_surname_is_told_in_the_words_of_the_page() -> None:
    said = {"type": "participant", "side": "NO", "role": "speaker"}
    made = dossier(
        report("a", "2026-05-01", ("Ada Vance spoke.", {**said, "name": "Ada Vance"})),
        report("b", "2026-05-02", ("Ole Vance spoke.", {**said, "name": "Ole Vance"})),
        report("c", "2026-05-03", ("Vance spoke.", {**said, "name": "Vance"})),
    )
    (found,) = [one for one in made.problems if one.kind == "unclear-person"]
    assert f"unclear-person: {found.message}\n" in PAGE
