"""YAML as a desk writes it, composed by its lines: a key and one value a line, nested by indentation.

A parser of all of YAML looks at each character several times over, which takes seconds where a desk has decided two
thousand things. What is written in any other way is left to that parser: the value of a key alone, or the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import StreamMark, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tag import Tag

_FOREIGN = re.compile(
    r"[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)
_KEY = re.compile(r"([A-Za-z0-9_][\w.\-]{0,200}):(?:(?= )|\Z)")
_QUOTED = r"'(?:[^']|'')*'|\"[^\"\\]*\""
_ITEM = rf"{_QUOTED}|[^\W_](?:[^,\[\]{{}}:#'\"]*[^,\[\]{{}}:#'\"\s])?"
_PLAIN = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*")
_SCALAR = re.compile(_QUOTED)
_LIST = re.compile(rf"\[ *(?:(?:{_ITEM}) *(?:, *(?:{_ITEM}) *)*)?\]")
_ITEMS = re.compile(_ITEM)
_REST = re.compile(r" *(?: #.*)?\Z")
_NULLS = frozenset({"null", "Null", "NULL"})
_DEEPEST = 20  # levels of indentation; what is nested deeper is no register

_STR, _NULL, _MAP, _SEQ = (Tag(suffix=f"tag:yaml.org,2002:{name}") for name in ("str", "null", "map", "seq"))


def parser() -> YAML:
    """Return a parser of all of YAML; that an anchor is used twice is no fault, and nothing to print."""
    yaml = YAML(typ="rt")
    yaml.composer.warn_double_anchors = False
    return yaml


class _NotPlainError(ValueError):
    """The text is written in a way that is not read here."""


class _Line(NamedTuple):
    """A line that holds something.

    :param number: of the line, from 0.
    :param start: where it starts in the text.
    :param indent: blanks before its content.
    :param content: without the blanks before it and the newline.
    """

    number: int
    start: int
    indent: int
    content: str


def compose(text: str) -> Node | None:
    """Return the node that a parser of YAML makes of *text*; ``None`` where that parser has to look."""
    if _FOREIGN.search(text):
        return None
    try:
        return _Composer(text).composed()
    except (_NotPlainError, YAMLError):
        return None


class _Composer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = list(_lines(text))
        self.at = 0

    def composed(self) -> Node:
        """Return the mapping that the whole text is."""
        if not self.lines or self.lines[0].indent:
            raise _NotPlainError
        node = self._mapping(0, 0)
        if self.at < len(self.lines):
            raise _NotPlainError
        return node

    def _mapping(self, indent: int, depth: int) -> MappingNode:
        """Return the mapping whose keys stand *indent* blanks from the left, the next line being its first."""
        first = self.lines[self.at]
        pairs = []
        while (line := self._next()) and line.indent == indent:
            pairs.append(self._pair(line, depth))
        if line and line.indent > indent:
            raise _NotPlainError
        return MappingNode(_MAP, pairs, _mark(first, 0), _mark(first, 0), flow_style=False)

    def _sequence(self, indent: int, depth: int) -> SequenceNode:
        """Return the list of mappings whose hyphens stand *indent* blanks from the left."""
        first = self.lines[self.at]
        items = []
        while (line := self._next()) and line.indent == indent and line.content.startswith("- "):
            # The first key of an item stands after its hyphen; the others stand below that key.
            self.lines[self.at] = line._replace(indent=indent + 2, content=line.content[2:])
            items.append(self._mapping(indent + 2, depth + 1))
        if line and line.indent > indent:
            raise _NotPlainError
        return SequenceNode(_SEQ, items, _mark(first, 0), _mark(first, 0), flow_style=False)

    def _next(self) -> _Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def _pair(self, line: _Line, depth: int) -> tuple[Node, Node]:
        key = _KEY.match(line.content)
        if key is None or depth > _DEEPEST:
            raise _NotPlainError
        name = ScalarNode(_STR, key[1], _mark(line, 0), _mark(line, len(key[1])))
        start = self.at
        self.at += 1
        below = self._next()
        is_deeper = below is not None and below.indent > line.indent
        if _REST.match(line.content, key.end()):
            if below is not None and is_deeper and not below.content.startswith("- "):
                return name, self._nested(start, below, depth)
            if below is not None and below.indent >= line.indent and below.content.startswith("- "):
                return name, self._listed(start, below, depth)
            at = _mark(line, key.end())
            return name, ScalarNode(_NULL, "", at, at)
        value = None if is_deeper else _value(line, key.end())
        return name, value or self._elsewhere(start)

    def _nested(self, start: int, below: _Line, depth: int) -> Node:
        # A text that goes on in the next line is no mapping.
        return self._mapping(below.indent, depth + 1) if _KEY.match(below.content) else self._elsewhere(start)

    def _listed(self, start: int, below: _Line, depth: int) -> Node:
        is_plain = _KEY.match(below.content, len("- "))
        return self._sequence(below.indent, depth + 1) if is_plain else self._elsewhere(start)

    def _elsewhere(self, start: int) -> Node:
        """Return the value of the key in the line *start* as the parser reads it, and go on after it."""
        line = self.lines[start]
        self.at = start + 1
        while (below := self._next()) and (below.indent > line.indent or self._is_item(below, line)):
            self.at += 1
        left = line.start + line.indent
        end = below.start if below else len(self.text)
        node = parser().compose(" " * line.indent + self.text[left:end])
        if not isinstance(node, MappingNode) or len(node.value) != 1:
            raise _NotPlainError
        value: Node = node.value[0][1]
        _move(value, line.start, line.number, {})
        return value

    @staticmethod
    def _is_item(below: _Line, line: _Line) -> bool:
        return below.indent == line.indent and below.content.startswith("-")


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for number, line in enumerate(text.split("\n")):
        content = line.removesuffix("\r").lstrip(" ")
        if content and not content.startswith("#"):
            yield _Line(number, at, len(line.removesuffix("\r")) - len(content), content)
        at += len(line) + 1


def _mark(line: _Line, column: int) -> StreamMark:
    """Return the place *column* characters into the content of *line*."""
    return StreamMark(None, line.start + line.indent + column, line.number, line.indent + column)


def _value(line: _Line, at: int) -> Node | None:
    """Return the value that stands in *line* from *at* on; ``None`` where it is none that is read here."""
    content = line.content
    at += len(content) - at - len(content[at:].lstrip(" "))
    if found := _LIST.match(content, at):
        node: Node = _list(line, at, found.end())
    elif found := _SCALAR.match(content, at):
        node = _scalar(line, at, found.end())
    elif found := _PLAIN.match(content, at):
        end = at + len(found[0].rstrip(" "))
        node = _scalar(line, at, end)
        return node if _REST.match(content, end) else None
    else:
        return None
    return node if _REST.match(content, found.end()) else None


def _list(line: _Line, start: int, end: int) -> SequenceNode:
    items = [_scalar(line, item.start(), item.end()) for item in _ITEMS.finditer(line.content, start + 1, end - 1)]
    return SequenceNode(_SEQ, items, _mark(line, start), _mark(line, end), flow_style=True)


def _scalar(line: _Line, start: int, end: int) -> ScalarNode:
    written = line.content[start:end]
    style = written[0] if written[0] in "'\"" else None
    value = written if style is None else written[1:-1].replace("''", "'") if style == "'" else written[1:-1]
    tag = _NULL if style is None and value in _NULLS else _STR
    return ScalarNode(tag, value, _mark(line, start), _mark(line, end), style=style)


def _move(node: Node, index: int, line: int, moved: dict[int, Node]) -> None:
    """Put *node*, read from a part of a text that starts at *index* in *line*, where it stands in the whole."""
    if id(node) in moved:  # an alias is the node that it stands for
        return
    moved[id(node)] = node
    for name in ("start_mark", "end_mark"):
        mark = getattr(node, name)
        setattr(node, name, StreamMark(None, mark.index + index, mark.line + line, mark.column))
    if isinstance(node, ScalarNode):
        return
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            _move(part, index, line, moved)
