from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.written.located_json import places_in, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
)


def nodes(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(found for key, one in inner for found in nodes(one, (*path, key)))]


@given(VALUES, st.sampled_from([None, 0, 1, 4]), st.booleans())
def test_every_key_and_item_is_found_where_it_stands(data: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    place_of = places_in(text)
    lines = text.split("\n")
    for path, value in nodes(data)[1:]:
        line, column = place_of(path)
        start = json.dumps(path[-1], ensure_ascii=ascii_only) if isinstance(path[-1], str) else None
        first = start or (json.dumps(value, ensure_ascii=ascii_only)[:1])
        assert lines[line - 1][column - 1 :].startswith(first)


def test_what_is_not_there_is_told_of_the_file() -> None:
    assert places_in('{"a": 1}')(("b",)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "line", "column"), [('{"a":\n  1,,}', 2, 5), ("", 1, 1), ("[1e999]", 0, 0), ("[" + "9" * 5000 + "]", 0, 0)]
)
def test_what_is_no_json_is_told_with_its_place(text: str, line: int, column: int) -> None:
    data, (problem,) = read_json(text, "x.json", "config")
    assert data is None
    assert (problem.kind, problem.file, problem.line, problem.column) == ("config", "x.json", line, column)


@given(st.text(alphabet='{}[]:,"\\ \n01.-eEtrufalsn\ud800é', max_size=40))
def test_no_text_raises(text: str) -> None:
    data, problems = read_json(text, "x.json", "config")
    assert not problems or data is None
