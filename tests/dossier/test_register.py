"""``register.yaml`` as it is written: what is read of it, and where its faults are told."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.cli.problems import line
from sphinx_bilateral.dossier.decisions.register import Register, read_register
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.written.located_yaml import read_yaml

SIGNED_BY = "{who: Nordic desk, when: 2026-05-10, why: It was checked."

SOUND = f"""\
accept:
  mou-ports: {SIGNED_BY}}}
reject:
  mou-rail: {SIGNED_BY}}}
alias:
  rails:
    of: mou-rail
    who: Nordic desk
    when: 2026-05
    why: The file calls it that.
"""


def read(folder: Path, text: str) -> tuple[Register, list[str]]:
    (folder / "register.yaml").write_text(text, encoding="utf-8")
    found, problems = read_register(folder)
    assert found is not None
    return found.register, [line(one).removeprefix(f"{folder.as_posix()}/register.yaml:") for one in problems]


def test_entries_are_read_by_what_they_do_and_what_they_are_about(tmp_path: Path) -> None:
    register, problems = read(tmp_path, SOUND)
    assert not problems
    assert (register.accept["mou-ports"].who, register.alias["rails"].when) == ("Nordic desk", "2026-05")
    assert list(register.reject) == ["mou-rail"]


def test_the_order_of_the_sections_and_entries_is_free(tmp_path: Path) -> None:
    """Two branches that add entries may be merged in either order."""
    sections = SOUND.split("reject:")
    other = "reject:" + sections[1] + sections[0]
    assert read(tmp_path, SOUND) == read(tmp_path, other)


def test_all_faults_are_told_with_their_place_and_no_other_entry_is_lost(tmp_path: Path) -> None:
    faulty = (
        "accept:\n"
        "  one: {who: Nordic desk, when: 2026-13-01, why: x}\n"
        "  two: {who: Nordic desk, when: 2026-05-10}\n"
        "  three: {who: Nordic desk, when: 2026-05-10, why: x, whom: y}\n"
        "  four: {who: Nordic desk, when: 2026-05-10, why: x}\n"
        "acept: {}\n"
        "resolve:\n"
        "  vance: {preferred: x, who: Nordic desk, when: 2026-05-10, why: x}\n"
    )
    register, problems = read(tmp_path, faulty)
    assert [one.split(": ")[0] for one in sorted(problems)] == ["2:27", "3:3", "4:55", "6:1", "8:3"]
    assert {one.split(": ")[1] for one in problems} == {"bad-register"}
    assert list(register.accept) == ["four"]


@pytest.mark.parametrize(
    ("entry", "where", "what"),
    [
        ("status: sined", "3:5", "amend.mou-ports.status: must be"),
        ("kid: mou", "3:5", "unknown key 'amend.mou-ports.kid'"),
        ("value: many", "3:5", "valid number"),
        ("date: 2026-02-30", "3:5", "not a date of the calendar"),
        ("evidence: [{source: a}]", "3:16", "the key 'exact' is missing"),
        ("parties: NO", "3:5", "list"),
    ],
)
def test_an_amendment_with_a_fault_is_left_out_whole(tmp_path: Path, entry: str, where: str, what: str) -> None:
    """Without the field that is misspelt, it would approve of what it was to change."""
    text = f"amend:\n  mou-ports:\n    {entry}\n    who: Nordic desk\n    when: 2026-05-10\n    why: It was checked.\n"
    register, (told, *_) = read(tmp_path, text)
    assert told.startswith(f"{where}: bad-register: ")
    assert what in told
    assert not register.amend


@pytest.mark.parametrize(
    ("entry", "line_", "what"),
    [
        ("type: agrement", 3, "add.ports.type: must be one of meeting, visit"),
        ("kind: mou", 2, "the key 'type' is missing in add.ports"),
        ("type: agreement\n    name: x", 2, "the key 'kind' is missing in add.ports"),
        ("type: agreement\n    kind: mou\n    name: x\n    visitor: x", 6, "history"),
        ("type: visit\n    visitor: x\n    status: signed", 5, "past, ongoing, planned"),
    ],
)
def test_an_added_fact_has_the_fields_of_its_type(tmp_path: Path, entry: str, line_: int, what: str) -> None:
    rest = "evidence: [{source: a, exact: b}]\n    who: x\n    when: 2026\n    why: x\n"
    text = f"add:\n  ports:\n    {entry}\n    {rest}"
    register, (told,) = read(tmp_path, text)
    assert told.startswith(f"{line_}:")
    assert what in told
    assert not register.add


def test_a_fact_of_every_type_can_be_added(tmp_path: Path) -> None:
    needed = {
        "meeting": "kind: talks", "visit": "visitor: x", "participant": "name: x", "agreement": "kind: mou, name: x",
        "commitment": "strength: agreed, action: x", "proposal": "sub: offer, what: x", "discussion": "topics: x",
        "figure": "value: 7, measure: x", "quote": "text: x", "project": "name: x", "milestone": "what: x",
    }  # fmt: skip
    entries = [
        f"  a-{name}: {{type: {name}, {needed[name]}, evidence: [{{source: a, exact: b}}], {SIGNED_BY[1:]}}}"
        for name in FACT_TYPES
    ]
    register, problems = read(tmp_path, "add:\n" + "\n".join(entries) + "\n")
    assert not problems
    assert {entry.type for entry in register.add.values()} == set(FACT_TYPES)


@pytest.mark.parametrize(
    "text", ["", "\n# Nothing yet.\n\n", "# yaml-language-server: $schema=x\n", "accept:\nreject: ~\n"]
)
def test_a_register_without_an_entry_is_no_fault(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (Register(), [])


@pytest.mark.parametrize(("text", "where"), [("accept: [x", "1:"), ("- accept\n", "1:1"), ("accept:\n  a: x\n", "2:3")])
def test_what_is_no_register_is_told(tmp_path: Path, text: str, where: str) -> None:
    register, (told,) = read(tmp_path, text)
    assert told.startswith(where)
    assert register == Register()


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_bytes("accept: {é: x}\n".encode("latin-1"))
    register, (problem,) = read_register(tmp_path)
    assert register is not None
    assert register.unreadable
    assert (problem.kind, "UTF-8" in problem.message) == ("bad-register", True)


def test_no_register_is_no_problem(tmp_path: Path) -> None:
    assert read_register(tmp_path) == (None, ())


@given(st.text(alphabet=st.sampled_from("adpt:-[]{}&*!|>'\"# \n\t01.é\x00\ud800"), max_size=60))
def test_no_text_raises(text: str) -> None:
    for section, start in itertools.product(Register.model_fields, ("", "  a:\n    ")):
        read_yaml(f"{section}:\n{start}{text}", Register, "register.yaml", "bad-register")
