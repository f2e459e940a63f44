"""YAML into a validated model, with file, line and column of every fault."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located import Location, Model, Place, validated
from sphinx_bilateral.written.plain_yaml import compose, parser
from sphinx_bilateral.written.yaml_faults import UnreadableError, not_yaml

__all__ = ["Located", "UnreadableError", "parsed", "place_of", "plain_data_of", "read_located", "read_yaml"]

_NULL = "tag:yaml.org,2002:null"
_MOST_VALUES = 1_000_000  # far above any dossier; a file of aliases to aliases gets there in a few lines
_DEEPEST = 50
_BRACKETS = re.compile(r"(?:[\[{]\s*){51}")
_LONGEST = 8_000_000  # characters, some forty thousand decisions; more takes minutes to read
_TAGS = frozenset(
    "tag:yaml.org,2002:" + name for name in "str int float bool null timestamp merge value map seq".split()
)


@dataclass(frozen=True, slots=True)
class Located(Generic[Model]):
    """A model that was read from YAML, and where its parts stand.

    :param model: ``None`` where nothing can be made of the text.
    :param places: line and column of each key and item, by the path to it.
    :param doubled: the paths to keys that stand twice, of which the first counts.
    """

    model: Model | None
    problems: tuple[Problem, ...]
    places: Mapping[Location, Place]
    doubled: frozenset[Location] = frozenset()


def read_yaml(
    text: str, model: type[Model], file: str, kind: str = "bad-source"
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Read *text* as YAML and validate it as *model*; see `read_located`.

    :returns: the model, or ``None`` where nothing can be made of the text; and what is wrong with it.
    """
    read = read_located(text, model, file, kind)
    return read.model, read.problems


def read_located(text: str, model: type[Model], file: str, kind: str = "bad-source") -> Located[Model]:
    """Read *text* as YAML and validate it as *model*.

    All faults are told at once. A key that the model does not know, or a value that is not valid, is left out and
    told, and the rest is read, as long as what is required is there. Scalars are read as the text that stands there
    (``2025`` is a year, not a number, unless the model says so).

    :param file: path for the messages.
    :param kind: the kind of the problems.
    """
    tree = _Tree()
    try:
        data = tree.value(parsed(text))
    except UnreadableError as error:
        return Located(None, (_problem(str(error), error.place, file, kind),), tree.places)
    odd = tuple(_problem(message, place, file, kind) for message, place in tree.odd)
    twice = tuple(
        _problem(f"the key {path[-1]!r} stands twice; the first one counts", place, file, kind)
        for path, place in tree.twice
    )
    if not isinstance(data, dict):
        return Located(None, (_problem("must hold keys and values", (1, 1), file, kind),), tree.places)
    read, problems = validated(data, model, tree.places.__getitem__, file, kind)
    return Located(read, (*twice, *odd, *problems), tree.places, frozenset(path for path, _ in tree.twice))


def place_of(text: str, path: Location) -> Place:
    """Return line and column, from 1, of the key or item that *path* names in *text*, which was read before."""
    tree = _Tree()
    tree.value(parsed(text))
    return tree.places.get(path, (1, 1))


def plain_data_of(text: str) -> Any:
    """Return the data of *text*, with scalars as the text that stands there and ``None`` for what is empty.

    :raises UnreadableError: where it is not to be read.
    """
    return _Tree().value(parsed(text))


@functools.lru_cache(maxsize=4)
def parsed(text: str) -> Node | None:
    """Return the node that *text* holds, which nobody changes; ``None`` where it is empty.

    What takes time is parsing, and a register that is written is parsed before, to check it, and after, to apply it.

    :raises UnreadableError: where it is no YAML.
    """
    if len(text) > _LONGEST:
        raise UnreadableError(f"has {len(text):,} characters; more than {_LONGEST:,} are not read", (0, 0))
    if place := _too_deep(text):
        raise UnreadableError("is nested too deeply", place)
    try:
        node: Node | None = compose(text) or parser().compose(text)
    except YAMLError as error:
        raise not_yaml(error, text) from None
    except RecursionError:
        raise UnreadableError("is nested too deeply", (0, 0)) from None
    return node


def _too_deep(text: str) -> Place | None:
    """Return where *text* is nested more deeply than anybody writes, which would take a parser minutes to find."""
    if brackets := _BRACKETS.search(text):
        line = text.count("\n", 0, brackets.start()) + 1
        return line, brackets.start() - text.rfind("\n", 0, brackets.start())
    margins: list[int] = []
    for number, written in enumerate(text.split("\n"), 1):
        margin = len(written) - len(written.lstrip(" "))
        if margin == len(written):
            continue
        while margins and margins[-1] >= margin:
            margins.pop()
        margins.append(margin)
        if len(margins) > _DEEPEST:
            return number, margin + 1
    return None


class _Tree:
    """Data of nodes of YAML, and where each key and item stands.

    :ivar twice: the keys that stand twice, and where the second stands; the first one counts.
    :ivar odd: what is read as if it were not there, with the place of its key or item.
    """

    def __init__(self) -> None:
        self.places: dict[Location, Place] = {(): (1, 1)}
        self.twice: list[tuple[Location, Place]] = []
        self.odd: list[tuple[str, Place]] = []

    def value(self, node: Node | None, path: Location = (), above: tuple[int, ...] = ()) -> Any:
        """Return the data of *node*, which *path* leads to through the nodes *above*."""
        if node is None:
            return None
        if id(node) in above:
            raise UnreadableError("a value must not refer to itself", _place(node))
        if len(self.places) > _MOST_VALUES:
            raise UnreadableError("holds too many values", _place(node))
        if len(above) > _DEEPEST:
            raise UnreadableError("is nested too deeply", _place(node))
        above = (*above, id(node))
        if node.tag and node.tag not in _TAGS:
            self.odd.append((f"the tag {_shown(node.tag)} is not read here; take it out", self.places[path]))
        if isinstance(node, MappingNode):
            return self._mapping(node, path, above)
        if isinstance(node, SequenceNode):
            return [self._item(item, (*path, index), item, above) for index, item in enumerate(node.value)]
        return None if node.tag == _NULL else str(node.value)

    def _mapping(self, node: MappingNode, path: Location, above: tuple[int, ...]) -> Any:
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise UnreadableError("a key must be a word", _place(key))
            name = str(key.value)
            if name in data:
                self.twice.append(((*path, name), _place(key)))
            else:
                data[name] = self._item(value, (*path, name), key, above)
        return data

    def _item(self, node: Node, path: Location, mark: Node, above: tuple[int, ...]) -> Any:
        self.places[path] = _place(mark)
        return self.value(node, path, above)


def _place(node: Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _problem(message: str, place: Place, file: str, kind: str) -> Problem:
    return Problem(kind=kind, message=message, file=file, line=place[0], column=place[1])


def _shown(tag: str) -> str:
    return str(tag).replace("tag:yaml.org,2002:", "!!")
