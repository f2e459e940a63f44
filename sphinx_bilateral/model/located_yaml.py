"""YAML into a validated model, with file, line and column of every fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sphinx_bilateral.model.located import Location, Model, Place, validated
from sphinx_bilateral.model.problems import Problem

_NULL = "tag:yaml.org,2002:null"
_MOST_VALUES = 1_000_000  # far above any dossier; a file of aliases to aliases gets there in a few lines


class _RefusedError(Exception):
    """The YAML is well-formed, and still not something to read."""

    def __init__(self, message: str, node: Node) -> None:
        super().__init__(message)
        self.place = _place(node)


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
        data = tree.value(YAML(typ="rt").compose(text))
    except YAMLError as error:
        return Located(None, (_syntax_problem(error, file, kind),), tree.places)
    except _RefusedError as error:
        return Located(None, (_problem(str(error), error.place, file, kind),), tree.places)
    twice = tuple(
        _problem(f"the key {path[-1]!r} stands twice; the first one counts", place, file, kind)
        for path, place in tree.twice
    )
    if not isinstance(data, dict):
        return Located(None, (_problem("must hold keys and values", (1, 1), file, kind),), tree.places)
    read, problems = validated(data, model, tree.places.__getitem__, file, kind)
    return Located(read, (*twice, *problems), tree.places, frozenset(path for path, _ in tree.twice))


def place_of(text: str, path: Location) -> Place:
    """Return line and column, from 1, of the key or item that *path* names in *text*, which was read before."""
    tree = _Tree()
    tree.value(YAML(typ="rt").compose(text))
    return tree.places.get(path, (1, 1))


class _Tree:
    """Data of nodes of YAML, and where each key and item stands.

    :ivar twice: the keys that stand twice, and where the second stands; the first one counts.
    """

    def __init__(self) -> None:
        self.places: dict[Location, Place] = {(): (1, 1)}
        self.twice: list[tuple[Location, Place]] = []

    def value(self, node: Node | None, path: Location = (), above: tuple[int, ...] = ()) -> Any:
        """Return the data of *node*, which *path* leads to through the nodes *above*."""
        if node is None:
            return None
        if id(node) in above:
            raise _RefusedError("a value must not refer to itself", node)
        if len(self.places) > _MOST_VALUES:
            raise _RefusedError("holds too many values", node)
        above = (*above, id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path, above)
        if isinstance(node, SequenceNode):
            return [self._item(item, (*path, index), item, above) for index, item in enumerate(node.value)]
        return None if node.tag == _NULL else str(node.value)

    def _mapping(self, node: MappingNode, path: Location, above: tuple[int, ...]) -> Any:
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise _RefusedError("a key must be a word", key)
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


def _syntax_problem(error: YAMLError, file: str, kind: str) -> Problem:
    mark = (error.problem_mark or error.context_mark) if isinstance(error, MarkedYAMLError) else None
    what = (error.problem or error.context) if isinstance(error, MarkedYAMLError) else error
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    message = f"is not YAML: {' '.join(str(what).split())}"
    return Problem(kind=kind, message=message, file=file, line=line, column=column)
