"""*People, posts and the day of a page*: its names are one person or two, and its command prints what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from making import dossier, report

from sphinx_bilateral.cli import main
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.dossier.persons.likeness import same_name
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text

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


def of_reports(*reports: tuple[str, str, str]) -> Dossier:
    made = [
        read_document(
            read_text(text, Source(id=name, published=day), file=f"{name}.txt", parties=("KE", "NO")),
        )[0]
        for name, day, text in reports
    ]
    return assemble("no-ke", made, parties=("KE", "NO"))


def told(made: Dossier, kind: str) -> list[str]:
    return [f"{one.file}:{one.line}:{one.column}: {kind}: {one.message}\n" for one in made.problems if one.kind == kind]


def test_a_change_of_office_is_read_as_the_page_says_and_an_old_title_told() -> None:
    (change,) = re.findall(r"^   (Kenyan President .*)$", PAGE, re.MULTILINE)
    later = (
        "Kenya's Trade Minister Ada Otwa said on Wednesday in Oslo that trade between the two countries was growing."
    )
    made = of_reports(("herald", "2026-06-05", change), ("tribune", "2026-07-01", later))
    old, new = made.entries["otwa"].fact, made.entries["rono"].fact
    assert (old.get("title"), old.get("until")) == ("former Trade Minister", "2026-06-03")
    assert (new.get("title"), new.get("since")) == ("Trade Minister", "2026-06-03")
    (found,) = told(made, "post-asof")
    assert f"   {found}" in PAGE


def test_two_holders_are_told_in_the_words_of_the_page() -> None:
    text = "Kenya's Trade Minister {} opened the fair in Nairobi on Monday, and spoke of the ports of Norway."
    made = of_reports(
        ("gazette", "2026-09-07", text.format("Ben Rono")), ("courier", "2026-09-08", text.format("Eli Juma"))
    )
    (found,) = told(made, "two-holders")
    assert f"   {found}" in PAGE


def test_a_speaker_who_may_be_two_is_told_in_the_words_of_the_page() -> None:
    said = {"type": "participant", "side": "NO", "role": "speaker"}
    made = dossier(
        report("a", "2026-05-01", ("Ada Smith spoke.", {**said, "name": "Ada Smith"})),
        report("b", "2026-05-02", ("Ole Smith spoke.", {**said, "name": "Ole Smith"})),
        report("mirror", "2026-05-03", ('"Yes," Smith said.', {"type": "quote", "speaker": "Smith", "text": "Yes"})),
    )
    (found,) = told(made, "unclear-person")
    assert f"   {found}" in PAGE
