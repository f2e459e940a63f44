"""Issued briefs as they are read: nothing of another version is guessed at, and nothing breaks the reader."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.dossier.records.issued import issued_data, parse_issued, read_issued
from sphinx_bilateral.model.exchange import dumps

BRIEF: dict[str, Any] = {
    "schema": 1,
    "id": "NO-KA-1",
    "dossier": "no-ka",
    "docname": "brief",
    "lines": [
        {
            "number": 1,
            "text": "Memorandum on ports · Initialled",
            "facts": [{"dossier": "no-ka", "fact": "mou-ports", "fields": ["name", "status"]}],
        }
    ],
    "facts": [
        {
            "dossier": "no-ka",
            "id": "mou-ports",
            "type": "agreement",
            "values": {"kind": "mou", "name": "memorandum on ports", "parties": ["NO", "KA"], "status": "initialled"},
            "evidence": [{"source": "courier", "start": 4, "exact": "was initialled", "zone": "body"}],
        }
    ],
    "sources": [{"dossier": "no-ka", "id": "courier", "published": "2026-05-03", "sha256": "a" * 64}],
}


def changed(*path: Any, to: Any) -> str:
    data = copy.deepcopy(BRIEF)
    place: Any = data
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = to
    return dumps(data)


def test_what_was_written_is_read() -> None:
    brief, problems = parse_issued(dumps(BRIEF), "x.json")
    assert brief is not None
    assert not problems
    assert brief.facts[0].fact().get("status") == "initialled"
    assert issued_data(brief) == {**BRIEF, "language": "en_GB"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (changed("schema", to=2), "is of the schema 2, and this version reads 1"),
        ("[]", "is no issued brief"),
        ('{"schema": 1,\n "lines": [', "is not JSON"),
        ("", "is not JSON"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_told_and_not_guessed(text: str, told: str) -> None:
    brief, (problem,) = parse_issued(text, "x.json")
    assert brief is None
    assert problem.kind == "bad-issued"
    assert told in problem.message


def test_a_broken_file_is_told_with_its_line() -> None:
    _, (problem,) = parse_issued('{"schema": 1,\n "lines": [}', "x.json")
    assert (problem.line, problem.column) == (2, 12)


@pytest.mark.parametrize("path", [("id",), ("docname",), ("facts", 0, "id")])
def test_a_name_that_could_steer_a_terminal_is_told_and_not_repeated(path: tuple[Any, ...]) -> None:
    _, problems = parse_issued(changed(*path, to="\x1b[2Jx"), "x.json")
    assert problems
    assert all("\x1b" not in problem.message for problem in problems)


def test_a_brief_without_any_fact_is_read_again() -> None:
    brief, _ = parse_issued(dumps({**BRIEF, "lines": [{"number": 1, "text": "All is well."}], "facts": []}), "x.json")
    assert brief is not None
    again, problems = parse_issued(dumps(issued_data(brief)), "x.json")
    assert (again, problems) == (brief, ())


@pytest.mark.parametrize("key", ["as_of", "title", "version", "language", "lines", "facts", "sources"])
def test_a_brief_with_a_field_of_another_type_is_none_and_told_at_its_line(key: str) -> None:
    text = json.dumps(json.loads(changed(key, to=17)), indent=1)
    brief, problems = parse_issued(text, "x.json")
    assert brief is None
    (line,) = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(f' "{key}"')]
    assert [problem.line for problem in problems] == [line]
    assert problems[0].message.startswith(f"{key}: ")


@pytest.mark.parametrize("key", ["lines", "facts", "sources"])
def test_a_brief_that_lost_a_part_is_none(key: str) -> None:
    brief, (problem,) = parse_issued(dumps({name: value for name, value in BRIEF.items() if name != key}), "x.json")
    assert brief is None
    assert problem.message == f"the key {key!r} is missing"


def test_a_brief_with_a_fact_whose_value_is_of_no_kind_is_none_and_told_at_the_line_of_the_fact() -> None:
    text = changed("facts", 0, "values", "status", to="sealed")
    brief, (problem,) = parse_issued(text, "x.json")
    assert brief is None
    assert "left out" not in problem.message
    assert text.splitlines()[problem.line - 1].strip() == "{"
    assert problem.about == "mou-ports"


def test_all_briefs_of_a_dossier_are_read_in_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "issued").mkdir()
    for name, text in (("b.json", changed("id", to="B")), ("a.json", changed("id", to="A")), ("c.json", "{")):
        (tmp_path / "issued" / name).write_text(text, encoding="utf-8")
    (tmp_path / "issued" / "d.json").write_bytes(b"\xff")
    briefs, problems, files = read_issued(tmp_path)
    assert [brief.id for brief in briefs] == ["A", "B"]
    assert [Path(problem.file).name for problem in problems] == ["c.json", "d.json"]
    assert len(files) == 4


def test_what_is_no_folder_of_briefs_is_told(tmp_path: Path) -> None:
    (tmp_path / "issued").write_text("x", encoding="utf-8")
    _, (problem,), _ = read_issued(tmp_path)
    assert (Path(problem.file).name, problem.message) == (
        "issued",
        "is a file; issued briefs are read from a folder of that name",
    )


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b'{\n"schema": 1,\n<<<<<<< HEAD\n"id": "a"\n', 3, "a merge was not finished: <<<<<<< stands here"),
        (b'{\n"id": "\xff"}', 2, "is not UTF-8"),
    ],
)
def test_a_brief_that_a_merge_or_an_editor_broke_is_told_at_its_line(
    tmp_path: Path, content: bytes, line: int, words: str
) -> None:
    (tmp_path / "issued").mkdir()
    (tmp_path / "issued" / "a.json").write_bytes(content)
    briefs, (problem,), _ = read_issued(tmp_path)
    assert (briefs, problem.line, words in problem.message) == ((), line, True)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, one in inner for found in _places(one, (*path, key)))]


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)


@given(st.sampled_from(_places(BRIEF)[1:]), VALUES | st.dictionaries(st.text(max_size=4), VALUES, max_size=2))
def test_any_value_in_any_place_is_told_or_read(path: tuple[Any, ...], value: Any) -> None:
    text = json.dumps(json.loads(changed(*path, to=value)))
    brief, problems = parse_issued(text, "x.json")
    assert brief is not None or problems
