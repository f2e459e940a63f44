"""A ``register.yaml`` edited into nonsense: each fault is told in plain words at its place, and what holds is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from deciding import decided
from dossier.test_register import read
from making import report

from sphinx_bilateral.dossier.decisions.register import ReadRegister, read_register

KEPT = "reject:\n  mou-rail: {who: x, when: 2026-05-10, why: x}\n"
BY = "who: x, when: 2026-05-10, why: x"

ONE_ENTRY: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a misspelt needed key": (
        "accept:\n  a: {whoo: x, when: 2026, why: x}\n",
        [("4:7", "unknown key 'accept.a.whoo'; nearest are who")],
    ),
    "several keys missing": ("accept:\n  a: {who: x}\n", [("4:3", "the keys 'when', 'why' are missing in accept.a")]),
    "a misspelt key of evidence": (
        f"amend:\n  a: {{status: signed, evidence: [{{source: a, exat: x}}], {BY}}}\n",
        [("4:46", "unknown key 'amend.a.evidence.0.exat'")],
    ),
    "no evidence in the list": (
        f"add:\n  a: {{type: visit, visitor: x, evidence: [], {BY}}}\n",
        [("4:32", "must not be empty")],
    ),
    "a mapping for a list": (f"amend:\n  a: {{evidence: {{source: a}}, {BY}}}\n", [("4:7", "must be a list")]),
    "a list for a mapping": ("accept:\n  a: [x, y]\n", [("4:3", "must hold keys and values, indented below it")]),
    "an empty entry": ("accept:\n  a:\n", [("4:3", "must hold keys and values, indented below it")]),
    "an entry that is not indented": (
        "accept:\n  a:\n  who: x\n",
        [("4:3", "must hold keys and values, indented"), ("5:3", "accept.who: must hold keys and values, indented")],
    ),
    "a key twice": (
        f"accept:\n  a: {{{BY}, who: y}}\n",
        [("4:41", "the key 'who' stands twice; the first one counts")],
    ),
    "a merge key": (
        f"alias:\n  a: &a {{of: x, {BY}}}\n  b: {{<<: *a, of: x}}\n",
        [
            ("5:7", "nothing is merged in here; write out the keys"),
            ("5:3", "the keys 'who', 'when', 'why' are missing"),
        ],
    ),
    "a tag of a program": (
        f"accept:\n  a: !!python/object:os.system {{{BY}}}\n",
        [("4:3", "the tag !!python/object:os.system is not read here; take it out")],
    ),
    "a tag on a value": (
        f"accept:\n  a: {{title: !!binary aGk=, {BY}}}\n",
        [("4:7", "the tag !!binary is not read here")],
    ),
    "a fact where a field is resolved": (
        f"resolve:\n  vance: {{preferred: x, {BY}}}\n",
        [("4:3", "resolve.vance: must name a fact and one of its fields, such as asif.title, not 'vance'")],
    ),
    "a state by its name": (
        f"amend:\n  a: {{parties: [Norway of the north], {BY}}}\n",
        [("4:17", "must be the code of a state, such as NO, or letters of an organisation")],
    ),
    "no date": (
        "accept:\n  a: {who: x, when: yesterday, why: x}\n",
        [("4:15", "'yesterday' is not a date: write 2027")],
    ),
    "no reason": ("accept:\n  a: {who: x, when: 2026, why: ''}\n", [("4:27", "accept.a.why: must not be empty")]),
}


@pytest.mark.parametrize("name", ONE_ENTRY)
def test_a_fault_of_one_entry_is_told_once_and_all_others_hold(tmp_path: Path, name: str) -> None:
    text, expected = ONE_ENTRY[name]
    register, problems = read(tmp_path, KEPT + text)
    assert len(problems) == len(expected), problems
    for problem, (place, words) in zip(problems, expected, strict=True):
        assert problem.startswith(f"{place}: bad-register: ")
        assert words in problem
    assert list(register.reject) == ["mou-rail"]
    assert "b" not in register.alias
    assert not {**register.accept, **register.amend, **register.add}


NO_YAML = {
    "a tab": ("accept:\n\ta: x\n", "4:1", "a tab stands here; indent with blanks"),
    "indentation": ("accept:\n  a:\n    who: x\n   why: x\n", "6:4", "indented otherwise than the lines above"),
    "a quotation mark that is not closed": (
        'accept:\n  a: {who: "x, why: x}\n',
        "4:12",
        "that opens here is not closed",
    ),
    "a quotation mark too many": ("accept:\n  a: {why: 'it's so'}\n", "4:6", "brace that opens here is not closed"),
    "a brace that is not closed": (
        "accept:\n  a: {who: x\n  b: {who: x}\n",
        "4:6",
        "brace that opens here is not closed",
    ),
    "a bracket that is not closed": ("accept: [x\n", "3:9", "bracket that opens here is not closed"),
    "a colon in a text": (
        "accept:\n  a:\n    why: as agreed: yes\n",
        "5:19",
        "put a text that holds one between quotation",
    ),
    "an alias of nothing": ("accept:\n  b: *x\n", "4:6", "*x stands for nothing here"),
    "an alias of itself": ("accept: &x\n  b: *x\n", "3:9", "must not refer to itself"),
    "two documents": ("---\naccept: {}\n", "3:1", "a second document starts here"),
    "a merge that is not finished": ("<<<<<<< HEAD\nalias: {}\n=======\n", "3:1", "a merge was not finished: <<<<<<<"),
    "a character of no text": ("alias: \x00\n", "3:8", "the character U+0000 cannot stand in YAML"),
    "a key that is no word": ("? {a: b}\n: x\n", "3:3", "a key must be a word"),
    "a section that is none": ("acept: {}\n", "3:1", "unknown key 'acept'"),
    "a list of sections": ("alias:\n  - a\n", "3:1", "alias: must hold keys and values"),
}


def faults(folder: Path, content: bytes) -> tuple[ReadRegister, str, str]:
    (folder / "register.yaml").write_bytes(content)
    found, (problem,) = read_register(folder)
    assert found is not None
    return found, f"{problem.line}:{problem.column}", problem.message


@pytest.mark.parametrize("name", NO_YAML)
def test_what_makes_the_file_unreadable_is_told_where_it_starts_and_holds_all_facts_back(
    tmp_path: Path, name: str
) -> None:
    text, place, words = NO_YAML[name]
    read_, at, message = faults(tmp_path, (KEPT + text).encode())
    assert (at, words in message) == (place, True), message
    assert read_.unreadable


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "is not UTF-8"),
        (KEPT.encode("utf-16"), "is not UTF-8"),
        (b"<html><body>502 Bad Gateway</body></html>", "must hold keys and values"),
        (b"a" * 10_000_000, "10,000,000 characters"),
        (b"alias: " + b"[" * 60 + b"]" * 60, "nested too deeply"),
        (b"".join(b" " * depth + b"a:\n" for depth in range(600)), "nested too deeply"),
    ],
)
def test_another_file_under_the_name_is_told(tmp_path: Path, content: bytes, words: str) -> None:
    read_, _, message = faults(tmp_path, content)
    assert words in message
    assert read_.unreadable
    assert (tmp_path / "register.yaml").read_bytes() == content


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (KEPT.encode("utf-16"), "1:1"),
        (b"reject:\n  a: {why: \xc3\xa9t\xe9}\n", "2:14"),
        (b"alias:\n  a: [x, " + b"[ " * 60, "2:10"),
        (b"".join(b" " * depth + b"a:\n" for depth in range(600)), "51:51"),
    ],
)
def test_what_no_parser_gets_to_is_told_where_it_stands(tmp_path: Path, content: bytes, place: str) -> None:
    assert faults(tmp_path, content)[1] == place


@pytest.mark.parametrize("target", ["register.yaml", "nowhere.yaml"], ids=["itself", "nowhere"])
def test_a_link_to_nowhere_may_have_led_to_decisions_and_holds_all_facts_back(tmp_path: Path, target: str) -> None:
    (tmp_path / "register.yaml").symlink_to(target)
    found, (problem,) = read_register(tmp_path)
    assert found is not None
    assert found.unreadable
    assert problem.message.startswith("cannot be read: ")


def test_json_is_yaml(tmp_path: Path) -> None:
    register, problems = read(tmp_path, '{"reject": {"a": {"who": "x", "when": "2026", "why": "x"}}}')
    assert (list(register.reject), problems) == (["a"], [])


def test_each_id_that_is_no_fact_is_told_and_the_nearest_of_the_first_ones(tmp_path: Path) -> None:
    """A register may be another dossier's: to look for what is near each of two thousand ids takes long."""
    visit = {"type": "visit", "visitor": "Ada Vance", "country": "KA", "date": "2026-05-02", "status": "past"}
    unknown = "".join(f"  visit-vance-ka-2026-05-{day:02}: {{{BY}}}\n" for day in range(3, 29))
    made = decided(tmp_path, f"reject:\n{unknown}", report("a", "2026-05-03", ("She came.", visit)))
    found = [one for one in made.problems if one.kind == "bad-register"]
    assert [one.line for one in found] == list(range(2, 28))
    assert {one.suggestion for one in found[:20]} == {"visit-vance-ka-2026-05-02"}
    assert not any(one.suggestion for one in found[20:])
