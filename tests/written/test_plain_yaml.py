"""YAML that is composed by its lines: the same, in the same places, as a parser of all of YAML has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dossier.test_register import SOUND
from dossier.test_register_file import BY_HAND
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import Node, ScalarNode

from sphinx_bilateral.written.located_yaml import plain_data_of
from sphinx_bilateral.written.plain_yaml import compose, parser

INDENTS = st.sampled_from(["", "", "  ", "  ", "    ", "    ", "      ", " "])
KEYS = st.sampled_from(["accept:", "a:", "b:", "when:", "why:", "- source:", "- a:", "-", "-  b:", "? a", "<<:", "é:"])
VALUES = st.sampled_from([
    "", "", " signed", " 2026-05-10", " NO", " ~", " null", " Null", " [NO, KA]", " []", " ['a, b', \"c\", d e]",
    " [a, ]", " [a: b]", " {who: x, when: 2026}", " {}", " 'it''s: so'", ' "a # b"', ' "a\\tb"', " a#b", " a:b",
    " a: b", " as said:", " |", " >-", " |+", " &x y", " *x", " !!str x", " 'open", " [open", " a 'b' c", " a, b",
    " - a", " @x", " x, [y]", ":", "  two  blanks ", " é ü", " 'a' b", " [a, b] c", " ---",
])  # fmt: skip
ENDS = st.sampled_from(["", "", "", " # told by telephone", "   ", "#x", " #"])
KEYED = st.tuples(INDENTS, KEYS, VALUES, ENDS).map("".join)
REMARKS = st.sampled_from(["", "# a remark", "- x", "text that goes on", "'", "...", "---", "]"])
OTHERS = st.tuples(INDENTS, REMARKS).map("".join)
TEXTS = st.builds(
    lambda lines, newline, end: newline.join(lines) + end * newline,
    st.lists(st.one_of(KEYED, KEYED, KEYED, OTHERS), max_size=9), st.sampled_from(["\n", "\n", "\r\n"]), st.booleans(),
)  # fmt: skip


def indented(lines: list[str], by: int) -> list[str]:
    return [" " * by + line for line in lines]


WELL_FORMED = [
    "signed", "2026-05-10", "NO", "~", "null", "[NO, KA]", "[]", "['a, b', \"c\", d e]", "{who: x, when: 2026}", "{}",
    "'it''s: so'", '"a # b"', '"a\\tb"', "a#b", "a:b", "|\n  text: so\n    # text", ">-\n  text\n\n  more",
    "a text\n  that goes on", "'a text\n\n  that: goes on'", "[NO,\n KA]", "", "a # told by telephone", "é ü", "x, [y]",
    "&x y", "!!str x", "|+\n  kept\n\n", "  blanks", "yes", "- x", "# only a remark",
]  # fmt: skip
SCALARS = st.sampled_from(WELL_FORMED)


def keyed(key: str, value: str) -> list[str]:
    return f"{key}: {value}".rstrip(" ").split("\n") if value else [f"{key}:"]


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """Draw the lines of a mapping, most of them well formed."""
    found: list[str] = []
    for key in draw(st.lists(st.sampled_from(["a", "b", "mou-rail", "why"]), min_size=1, max_size=4)):
        kind = draw(st.sampled_from(["scalar", "scalar", "mapping", "list"])) if depth < 2 else "scalar"
        if kind == "scalar":
            found += keyed(key, draw(SCALARS))
        else:
            inner = draw(blocks(depth + 1))
            item = [f"- {inner[0]}", *indented(inner[1:], 2)]
            body = inner if kind == "mapping" else item * draw(st.integers(1, 2))
            found += [f"{key}:", *indented(body, draw(st.sampled_from([2, 2, 4, 0 if kind == "list" else 1])))]
        found += draw(st.sampled_from([[], [], [""], ["# a remark"], ["  # a remark", ""]]))
    return found


BLOCKS = st.builds(lambda lines, newline: newline.join(lines) + newline, blocks(), st.sampled_from(["\n", "\r\n"]))


def flat(node: Node | None) -> Iterator[tuple[Any, ...]]:
    """Yield what is read of each node: its kind, its start, its style; of a scalar also its text and its end."""
    if node is None:
        return
    start = node.start_mark
    place = (start.line, start.column, start.index)
    if isinstance(node, ScalarNode):
        is_null = node.tag == "tag:yaml.org,2002:null"
        # Of what is not written there is no place, but that nothing is there.
        where = (*place, node.end_mark.index) if start.index != node.end_mark.index else ()
        end = where if node.style not in {"|", ">"} else ()
        yield ("scalar", str(node.value), is_null, node.style, *end)
        return
    yield (type(node).__name__, *place, bool(node.flow_style))
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from flat(part)


def parser_of_all(text: str) -> list[tuple[Any, ...]] | None:
    try:
        return list(flat(parser().compose(text)))
    except YAMLError:
        return None


@settings(max_examples=600, deadline=None)
@given(st.one_of(TEXTS, BLOCKS, BLOCKS))
def test_what_is_composed_is_what_a_parser_of_all_of_yaml_has(text: str) -> None:
    node = compose(text)
    assert node is None or list(flat(node)) == parser_of_all(text)


REGISTER = (Path(__file__).parents[2] / "docs/reference/register.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [SOUND, BY_HAND, REGISTER, REGISTER.replace("\n", "\r\n")], ids=list("abcd"))
def test_a_register_is_composed_and_left_to_no_parser(text: str) -> None:
    assert list(flat(compose(text))) == parser_of_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "# nothing\n", "a\n", "- a\n", "  a: b\n", "a: b\n---\nc: d\n", "a: *x\n", "a:\tb\n", "\ufeffa: b\n",
        "a: 'b\nc: d'\n", "a:\n  b: c\n   d: e\n", "a: b\r", "a: b: c\n", "<<<<<<< HEAD\na: b\n",
    ],
)  # fmt: skip
def test_what_is_written_otherwise_is_left_to_the_parser(text: str) -> None:
    assert compose(text) is None


def test_an_anchor_that_stands_twice_prints_nothing(recwarn: pytest.WarningsRecorder) -> None:
    plain_data_of("a: &x b\nc: &x d\n? &x e\n: f\n")
    assert not recwarn.list
