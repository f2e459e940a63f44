"""What ``dossier.yaml`` says that cannot be: told where it stands, with what to do; all else is read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.pipeline import load_dossier
from sphinx_bilateral.sources.manifest_rules import party_faults

TODAY = datetime.date(2026, 6, 30)
TEXT = "LIMA: The third session of the Finland-Peru Joint Commission was held in Lima on 7 May 2026.\n"
PARTIES = "parties: [FI, PE]\n"


def loaded(folder: Path, manifest: str, register: str = "", **texts: str) -> tuple[Dossier, list[Problem]]:
    (folder / "dossier.yaml").write_text(manifest, encoding="utf-8")
    if register:
        (folder / "register.yaml").write_text(register, encoding="utf-8")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    dossier, problems = load_dossier(folder, today=TODAY)
    assert dossier is not None
    return dossier, list(problems)


def told(problems: list[Problem]) -> list[tuple[str, str, int, int]]:
    return [(one.kind, Path(one.file).name, one.line, one.column) for one in problems]


@pytest.mark.parametrize(
    ("parties", "message"),
    [
        (["XX", "FI"], "XX is the code of no state, and not the letters of an organisation"),
        (["PER", "FI"], "PER is the code of no state, and not the letters of an organisation; write PE for Peru"),
        (["Peru", "FI"], "Peru is the code of no state, and not the letters of an organisation; write PE for Peru"),
        (["UK", "FI"], "write GB for United Kingdom"),
        (["PE", "FI", "PE"], "PE stands twice in the list of parties; take one out"),
        (["PE"], "PE alone is no relation: name the other party too, or leave out parties"),
    ],
)
def test_a_party_that_cannot_be_one_is_told(parties: list[str], message: str) -> None:
    ((_, said),) = party_faults(parties)
    assert said.endswith(message)


@pytest.mark.parametrize("parties", [[], ["FI", "PE"], ["EU", "ASEAN"], ["CoE", "CH"], ["IGAD", "UN", "KE"]])
def test_states_and_organisations_are_parties(parties: list[str]) -> None:
    assert list(party_faults(parties)) == []


def test_a_party_at_fault_is_told_at_its_place_and_the_texts_say_between_whom_it_is(tmp_path: Path) -> None:
    dossier, problems = loaded(tmp_path, "parties: [FI, PER]\n", a=TEXT)
    assert told(problems) == [("bad-source", "dossier.yaml", 1, 15)]
    assert dossier.parties == ("FI", "PE")


@pytest.mark.parametrize(
    ("described", "line", "message"),
    [
        ("  a.txt: {same_origin_as: a}\n  b.txt:\n", 3, "a names itself as its same_origin_as; take it out"),
        ("  a.txt:\n  b.txt: {version_of: c}\n", 4, "version_of: there is no source 'c'; the other sources are a"),
        (
            "  a.txt: {version_of: b, published: 2026-05-07}\n  b.txt: {version_of: a, published: 2026-05-08}\n", 3,
            "version_of leads in a circle, a → b → a; take it out of a, if that came first",
        ),
        (
            "  a.txt: {published: 2026-05-07, accessed: 2026-05-06}\n  b.txt:\n", 3,
            "was read on 6 May 2026, before it was published on 7 May 2026; correct one of the two dates",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_source_and_cannot_be_is_told(
    tmp_path: Path, described: str, line: int, message: str
) -> None:
    dossier, problems = loaded(tmp_path, f"{PARTIES}sources:\n{described}", a=TEXT, b="Nothing else was said.\n")
    (problem,) = [one for one in problems if one.kind == "bad-source"]
    assert (Path(problem.file).name, problem.line, problem.message) == ("dossier.yaml", line, message)
    assert problem.column > 1
    assert dossier.get("joint-commission-3") is not None


def test_what_front_matter_says_is_told_there(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, PARTIES, a=f"---\npublisher: El Faro\nversion_of: b\n---\n{TEXT}")
    assert told(problems) == [("bad-source", "a.txt", 3, 1)]


def test_an_address_of_a_report_that_is_not_here_is_none_of_these(tmp_path: Path) -> None:
    manifest = f"{PARTIES}sources:\n  a.txt: {{version_of: 'https://example.org/1'}}\n"
    assert loaded(tmp_path, manifest, a=TEXT)[1] == []


def test_a_date_that_has_not_come_is_a_finding(tmp_path: Path) -> None:
    described = "  a.txt: {published: 2062-05-07}\n  b.txt: {accessed: 2026-07-01}\n"
    dossier, (problem,) = loaded(tmp_path, f"{PARTIES}sources:\n{described}", a=TEXT, b="No more was said.\n")
    # Of the other, somewhere on the earth it is tomorrow already.
    assert told([problem]) == [("future-date", "dossier.yaml", 3, 11)]
    assert problem.message == "published: 7 May 2062 has not come yet; correct the date"
    assert [source.published for source in dossier.sources] == ["2062-05-07", None]


def test_an_alias_is_told_at_its_line(tmp_path: Path) -> None:
    aliases = "aliases:\n  session: joint-comission-3\n  one: two\n  two: one\n  joint-commission-3: session\n"
    dossier, problems = loaded(tmp_path, f"{PARTIES}{aliases}", a=TEXT)
    assert [(one.line, one.message, one.suggestion) for one in problems] == [
        (3, "the alias 'session' names 'joint-comission-3', which is no fact", "joint-commission-3"),
        (4, "the aliases lead in a circle, one → two → one; give the id of a fact", None),
        (5, "the aliases lead in a circle, two → one → two; give the id of a fact", None),
        (6, "the alias 'joint-commission-3' is the id of a fact already; give it another name", None),
    ]
    found = dossier.get("joint-commission-3")
    assert found is not None
    assert found.fact.id == "joint-commission-3"


DECIDED = "who: Andean desk, when: {when}, why: It was seen."


def test_a_decision_on_a_day_that_has_not_come_is_told_at_the_date(tmp_path: Path) -> None:
    register = f"reject:\n  joint-commission-3: {{{DECIDED.format(when='2026-09-01')}}}\n"
    dossier, (problem,) = loaded(tmp_path, PARTIES, register, a=TEXT)
    assert told([problem]) == [("future-date", "register.yaml", 2, 42)]
    assert problem.message.endswith("is decided on 1 September 2026, which has not come yet; correct the date")
    assert dossier.entries["joint-commission-3"].rejected


@pytest.mark.parametrize(
    ("when", "is_told"), [("2026-05-07", True), ("2026-05-08", False), ("2026-05", False), ("2026-04", True)]
)
def test_a_decision_before_the_only_report_came_out_is_told(tmp_path: Path, when: str, is_told: bool) -> None:
    register = f"reject:\n  joint-commission-3: {{{DECIDED.format(when=when)}}}\n"
    manifest = f"{PARTIES}sources:\n  a.txt: {{published: 2026-05-08}}\n"
    _, problems = loaded(tmp_path, manifest, register, a=TEXT)
    assert told(problems) == [("superseded", "register.yaml", 2, 3)] * is_told


def test_an_amendment_that_quotes_a_newer_report_is_told(tmp_path: Path) -> None:
    quoted = "evidence: [{source: b, exact: met in Cusco}]"
    register = f"amend:\n  joint-commission-3: {{place: Cusco, {quoted}, {DECIDED.format(when='2026-05-09')}}}\n"
    manifest = f"{PARTIES}sources:\n  a.txt: {{published: 2026-05-08}}\n  b.txt: {{published: 2026-05-12}}\n"
    _, problems = loaded(tmp_path, manifest, register, a=TEXT, b="The two met in Cusco, an aide said.\n")
    (message,) = [one.message for one in problems if one.kind == "superseded"]
    assert "was amended on 9 May 2026, and b was published only on 12 May 2026; correct the date" in message
