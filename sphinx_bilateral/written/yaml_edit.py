"""A key added to YAML that people write, or taken out of it: every other line stays as it is, byte for byte.

A file that is loaded and dumped comes back with other indentation, line breaks and quotation marks, and two people
who do so get conflicts in lines that neither meant to touch. So the text itself is changed, at a place that the parser
names, and what comes of it is read again: it holds what it held and the change, or nothing is changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from sphinx_bilateral.written.located_yaml import UnreadableError, parsed, plain_data_of
from sphinx_bilateral.written.yaml_words import as_read, flow, lines, scalar

Pair = tuple[Node, Node]
"""The nodes of a key and of its value."""

Path = tuple[str, ...]
"""The keys that lead to a value."""


class UneditableError(ValueError):
    """The text is written in a way in which it cannot be changed without touching more than was meant."""


def put(text: str, path: Path, value: object, *, order: Sequence[str] = (), comments: Sequence[str] = ()) -> str:
    """Return *text* with *value* at *path*, the last key of which is new; mappings that lead to it are made.

    :param order: for a file of sections that hold entries: the sections in their order. Entries and sections are then
        parted by a blank line, and entries that stand in alphabetical order stay in it.
    :param comments: lines with their ``#`` that stand right below the key.
    :raises UneditableError: where there is no safe place for it.
    """
    bare = text.removeprefix("\ufeff")
    made = _Text(bare, order, comments).with_value(path, value)
    before = _data(bare)
    _set(before, path, as_read(value))
    return text[: len(text) - len(bare)] + _checked(made, before)


def put_all(text: str, path: Path, values: Mapping[str, object], *, order: Sequence[str] = ()) -> str:
    """Return *text* with all of *values*, the keys of which are new, in the mapping at *path*; see `put`.

    :raises UneditableError: where there is no safe place for them.
    """
    if not values:
        return text
    # The first one makes the mapping where there is none.
    first, *others = sorted(values) if order else values
    text = put(text, (*path, first), values[first], order=order)
    bare = text.removeprefix("\ufeff")
    more = {key: values[key] for key in others}
    expected = _data(bare)
    for key, value in more.items():
        _set(expected, (*path, key), as_read(value))
    return text[: len(text) - len(bare)] + _checked(_Text(bare, order).with_values(path, more), expected)


def drop(text: str, path: Path) -> str:
    """Return *text* without the key at *path*, and without the mappings that it leaves empty but for comments.

    Comments above the key stay. Without such a key *text* stays as it is.

    :raises UneditableError: where it cannot be taken out.
    """
    bare = text.removeprefix("\ufeff")
    before = _data(bare)
    edited = _Text(bare)
    if edited.find(path) is None:
        return text
    while len(path) > 1 and edited.is_alone(path):
        path = path[:-1]
    _remove(before, path)
    return text[: len(text) - len(bare)] + _checked(edited.without(path), before)


def replace(text: str, path: Path, value: str) -> str:
    """Return *text* with *value* in the place of the text at *path*.

    :raises UneditableError: where none stands there, or it cannot be replaced.
    """
    bare = text.removeprefix("\ufeff")
    before = _data(bare)
    pair = _Text(bare).find(path)
    if pair is None or not isinstance(pair[1], ScalarNode) or pair[1].end_mark.index <= pair[0].end_mark.index:
        raise UneditableError(f"there is no {path[-1]} to replace")
    _set(before, path, value)
    start, end = pair[1].start_mark.index, pair[1].end_mark.index
    return text[: len(text) - len(bare)] + _checked(bare[:start] + scalar(value, in_list=True) + bare[end:], before)


def comments_in(text: str, path: Path) -> list[str]:
    """Return the comments that have a line of their own among those of the value at *path*."""
    return _Text(text.removeprefix("\ufeff")).comments_in(path)


def _data(text: str) -> dict[str, Any]:
    try:
        data = plain_data_of(text)
    except UnreadableError as error:
        raise UneditableError(str(error)) from None
    if data is not None and not isinstance(data, dict):
        raise UneditableError("must hold keys and values")
    return data or {}


def _checked(text: str, expected: Mapping[str, Any]) -> str:
    if _without_empty(_data(text)) != _without_empty(expected):
        raise UneditableError("is written in a way that cannot be added to; write it with one key a line")
    return text


def _set(data: dict[str, Any], path: Path, value: object) -> None:
    for key in path[:-1]:
        if data.get(key) is None:
            data[key] = {}
        data = data[key]
        if not isinstance(data, dict):
            raise UneditableError(f"{key} must hold keys and values")
    data[path[-1]] = value


def _remove(data: dict[str, Any], path: Path) -> None:
    for key in path[:-1]:
        data = data[key]
    del data[path[-1]]


def _without_empty(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, {})}


class _Text:
    """A text of YAML with the nodes of its values."""

    def __init__(self, text: str, order: Sequence[str] = (), comments: Sequence[str] = ()) -> None:
        self.text = text
        self.order = order
        self.comments = comments
        self.newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
        try:
            self.root = parsed(text)
        except UnreadableError as error:
            raise UneditableError(str(error)) from None

    # Where things stand

    def find(self, path: Path) -> Pair | None:
        """Return the key and the value at *path*."""
        node, pair = self.root, None
        for key in path:
            pair = next((one for one in _pairs(node) if one[0].value == key), None)
            if pair is None:
                return None
            node = pair[1]
        return pair

    def line_start(self, node: Node) -> int:
        """Return where the line of *node* starts."""
        return self.text.rfind("\n", 0, node.start_mark.index) + 1

    def end_of(self, pair: Pair) -> int:
        """Return where the line after *pair* starts; comments right below that are indented deeper are of the pair."""
        key, value = pair
        # An alias is the node that it stands for, which is written elsewhere.
        end = max(key.end_mark.index, self._content_end(value))
        at = self._next_line(end)
        while at < len(self.text):
            line = self.text[at : self._next_line(at)]
            bare = line.lstrip()
            if not bare.startswith("#") or len(line) - len(bare) <= key.start_mark.column:
                break
            at += len(line)
        return at

    def comments_in(self, path: Path) -> list[str]:
        """Return the comments that have a line of their own among those of the value at *path*."""
        if (pair := self.find(path)) is None:
            return []
        inside = self.text[self.line_start(pair[0]) : self.end_of(pair)].splitlines()
        return [line.strip() for line in inside if line.lstrip().startswith("#")]

    def is_alone(self, path: Path) -> bool:
        """Tell whether nothing but what stands at *path* is in the mapping around it, and no comment."""
        around = self.find(path[:-1])
        return len(_pairs(around and around[1])) == 1 and self.comments_in(path[:-1]) == self.comments_in(path)

    def _next_line(self, at: int) -> int:
        return self.text.find("\n", at) + 1 or len(self.text)

    def _content_end(self, node: Node) -> int:
        if isinstance(node, CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return max(map(self._content_end, last if isinstance(last, tuple) else (last,)))
        start, end = node.start_mark.index, node.end_mark.index
        if start == end:  # nothing is written; the mark is that of what comes next
            return 0
        header = self.text[start : self._next_line(start)]
        if isinstance(node, ScalarNode) and node.style in {"|", ">"} and "+" not in header:
            return len(self.text[:end].rstrip())
        return int(end)

    # What is changed

    def with_value(self, path: Path, value: object) -> str:
        """Return the text with *value* at *path*."""
        node, above = self.root, None
        for depth, key in enumerate(path):
            if not (isinstance(node, MappingNode) and node.value):
                return self._filled(node, above, path[depth:], value)
            above = next((one for one in _pairs(node) if one[0].value == key), None)
            if above is None:
                return self._inserted(node, depth, path[depth:], value)
            node = above[1]
        raise UneditableError(f"{path[-1]} stands there already")

    def _filled(self, node: Node | None, above: Pair | None, path: Path, value: object) -> str:
        """Return the text with *value* at *path* in what is empty so far: the whole, or the value of *above*."""
        if node is not None and node.value and not (isinstance(node, ScalarNode) and node.value in {"~", "null"}):
            raise UneditableError("must hold keys and values")
        if above is None:
            return self._appended(self._block(path, value))
        key = above[0]
        margin = " " * (key.start_mark.column + 2)
        written = self._block(path, value, margin)
        start, end = above[1].start_mark.index, above[1].end_mark.index
        if start == end:  # nothing is written there
            start = end = key.end_mark.index
        at = self._next_line(end)
        line = self.text[end:at]
        kept = self.text[:start].rstrip(" ") + line if start < end else self.text[:at]
        return self._ended(kept) + written + self.text[at:]

    def _appended(self, written: str) -> str:
        kept = self._ended(self.text)
        return kept + (self.newline if kept.strip() and self.order else "") + written

    def _inserted(self, node: MappingNode, depth: int, path: Path, value: object) -> str:
        if node.flow_style:
            return self._with_pieces([self._in_flow(node, {path[0]: _nested(path[1:], value)})])
        place = self._place(_pairs(node), depth, path[0])
        return self._with_pieces([self._piece(node, depth, place, [self._block(path, value, _margin(node))])])

    def with_values(self, path: Path, values: Mapping[str, object]) -> str:
        """Return the text with *values* in the mapping at *path*, which has other keys already."""
        pair = self.find(path)
        node, depth = pair[1] if pair else self.root, len(path)
        assert isinstance(node, MappingNode)
        if node.flow_style:
            return self._with_pieces([self._in_flow(node, values)])
        pairs = _pairs(node)
        by_place: dict[int, list[str]] = {}
        ordered = sorted(values) if self._is_sorted(pairs) else values
        for key in ordered:
            by_place.setdefault(self._place(pairs, depth, key), []).append(
                self._block((key,), values[key], _margin(node))
            )
        return self._with_pieces([self._piece(node, depth, place, found) for place, found in by_place.items()])

    def _with_pieces(self, pieces: Sequence[tuple[int, str]]) -> str:
        text = self.text
        for at, piece in sorted(pieces, reverse=True):
            text = self._ended(text[:at]) + piece + text[at:] if piece.endswith("\n") else text[:at] + piece + text[at:]
        return text

    def _in_flow(self, node: MappingNode, values: Mapping[str, object]) -> tuple[int, str]:
        at = max(map(self._content_end, _pairs(node)[-1]))
        return at, "".join(f", {scalar(key, in_list=True)}: {flow(value)}" for key, value in values.items())

    def _piece(self, node: MappingNode, depth: int, place: int, blocks: Sequence[str]) -> tuple[int, str]:
        """Return where to put *blocks*, which belong before the pair *place* of *node*, and their text."""
        pairs = _pairs(node)
        spaced = self.newline if self.order and depth < 2 else ""
        written = spaced.join(blocks)
        if place:
            at = self.end_of(pairs[place - 1])
            follows = self.text[at : self._next_line(at)].strip()
            return at, spaced + written + (spaced if follows else "")
        at = self._above(pairs[0][0]) if not depth else self.line_start(pairs[0][0])
        return at, written + spaced

    def _place(self, pairs: Sequence[Pair], depth: int, key: str) -> int:
        """Return before which of *pairs* the new *key* belongs."""
        keys = [str(one.value) for one, _ in pairs]
        if not self.order or depth > 1:
            return len(keys)
        if depth == 1:
            return bisect_left(keys, key) if self._is_sorted(pairs) else len(keys)
        earlier = self.order[: self.order.index(key)]
        return max((number for number, one in enumerate(keys, 1) if one in earlier), default=0)

    def _is_sorted(self, pairs: Sequence[Pair]) -> bool:
        keys = [str(one.value) for one, _ in pairs]
        return keys == sorted(keys)

    def _above(self, key: Node) -> int:
        """Return where the comments right above *key* start; those at the top of a file are about the file."""
        at = start = self.line_start(key)
        while at > 0:
            before = self.text.rfind("\n", 0, at - 1) + 1
            line = self.text[before:at]
            if not line.strip():
                return at
            if not line.startswith("#"):
                return start
            at = before
        return start

    def without(self, path: Path) -> str:
        """Return the text without the key at *path*, which is there."""
        parent = self.find(path[:-1])
        node = self.root if parent is None else parent[1]
        pairs = _pairs(node)
        number = next(number for number, one in enumerate(pairs) if one[0].value == path[-1])
        if isinstance(node, MappingNode) and node.flow_style:
            return self._without_in_flow(pairs, number)
        start, end = self.line_start(pairs[number][0]), self.end_of(pairs[number])
        if self.text[start : pairs[number][0].start_mark.index].strip():
            raise UneditableError(f"{path[-1]} cannot be taken out of its line")
        head, tail = self.text[:start], self.text[end:]
        if not tail.strip():
            return head.rstrip() + self.newline if head.strip() else ""
        first = len(path) > 1 and not number
        blank = first or not head.strip() or head.endswith((self.newline * 2, "\n\n"))
        while blank and (line := tail[: tail.find("\n") + 1]) and not line.strip():
            tail = tail.removeprefix(line)
        return head + tail

    def _without_in_flow(self, pairs: Sequence[Pair], number: int) -> str:
        start, end = pairs[number][0].start_mark.index, max(map(self._content_end, pairs[number]))
        if number + 1 < len(pairs):
            end = pairs[number + 1][0].start_mark.index
        elif number:
            start = max(map(self._content_end, pairs[number - 1]))
        return self.text[:start] + self.text[end:]

    def _block(self, path: Path, value: object, margin: str = "") -> str:
        found = lines(path[0], _nested(path[1:], value), margin)
        inner = margin + "  " * len(path)
        found[len(path) : len(path)] = [inner + comment for comment in self.comments]
        return "".join(line + self.newline for line in found)

    def _ended(self, text: str) -> str:
        return text if not text or text.endswith("\n") else text + self.newline


def _pairs(node: Node | None) -> list[Pair]:
    return list(node.value) if isinstance(node, MappingNode) else []


def _margin(node: Node) -> str:
    return " " * int(node.start_mark.column)


def _nested(path: Path, value: object) -> object:
    for key in reversed(path):
        value = {key: value}
    return value
