"""YAML into a validated model, with file, line and column of every fault."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sphinx_bilateral.model.problems import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[str | int, ...]
Place = tuple[int, int]

_NULL = "tag:yaml.org,2002:null"
_MOST_VALUES = 1_000_000  # far above any dossier; a file of aliases to aliases gets there in a few lines


class _RefusedError(Exception):
    """The YAML is well-formed, and still not something to read."""

    def __init__(self, message: str, node: Node) -> None:
        super().__init__(message)
        self.place = (node.start_mark.line + 1, node.start_mark.column + 1)


def read_yaml(
    text: str, model: type[Model], file: str, kind: str = "bad-source"
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Read *text* as YAML and validate it as *model*.

    All faults are told at once. A key that the model does not know, or a value that is not valid, is left out and
    told, and the rest is read, as long as what is required is there. Scalars are read as the text that stands there
    (``2025`` is a year, not a number, unless the model says so).

    :param file: path for the messages.
    :param kind: the kind of the problems.
    :returns: the model, or ``None`` where nothing can be made of the text; and what is wrong with it.
    """
    places: dict[Location, Place] = {(): (1, 1)}
    try:
        data = _value(YAML(typ="rt").compose(text), (), places, ())
    except YAMLError as error:
        return None, (_syntax_problem(error, file, kind),)
    except _RefusedError as error:
        line, column = error.place
        return None, (Problem(kind=kind, message=str(error), file=file, line=line, column=column),)
    if not isinstance(data, dict):
        return None, (Problem(kind=kind, message="must hold keys and values", file=file, line=1, column=1),)
    problems: list[Problem] = []
    while True:
        try:
            return model.model_validate(data), tuple(problems)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False)
            # What is missing in a later round is what an earlier one cut out, and told.
            new = [detail for detail in details if not problems or detail["type"] != "missing"]
            problems += [_problem(detail, data, model, places, file, kind) for detail in new]
            if not _cut(data, [detail["loc"] for detail in details]):
                return None, tuple(problems)


def place_of(text: str, path: Location) -> Place:
    """Return line and column, from 1, of the key or item that *path* names in *text*, which was read before."""
    places: dict[Location, Place] = {(): (1, 1)}
    _value(YAML(typ="rt").compose(text), (), places, ())
    return places.get(path, (1, 1))


def _value(node: Node | None, path: Location, places: dict[Location, Place], above: tuple[int, ...]) -> Any:
    """Return the data of *node* and note in *places* where each key and item stands."""
    if node is None:
        return None
    if id(node) in above:
        raise _RefusedError("a value must not refer to itself", node)
    if len(places) > _MOST_VALUES:
        raise _RefusedError("holds too many values", node)
    above = (*above, id(node))
    if isinstance(node, MappingNode):
        return _mapping(node, path, places, above)
    if isinstance(node, SequenceNode):
        return [_item(item, (*path, index), item, places, above) for index, item in enumerate(node.value)]
    return None if node.tag == _NULL else str(node.value)


def _mapping(node: MappingNode, path: Location, places: dict[Location, Place], above: tuple[int, ...]) -> Any:
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            raise _RefusedError("a key must be a word", key)
        name = str(key.value)
        if name in data:
            raise _RefusedError(f"the key {name!r} stands twice", key)
        data[name] = _item(value, (*path, name), key, places, above)
    return data


def _item(node: Node, path: Location, mark: Node, places: dict[Location, Place], above: tuple[int, ...]) -> Any:
    places[path] = (mark.start_mark.line + 1, mark.start_mark.column + 1)
    return _value(node, path, places, above)


def _syntax_problem(error: YAMLError, file: str, kind: str) -> Problem:
    mark = (error.problem_mark or error.context_mark) if isinstance(error, MarkedYAMLError) else None
    what = (error.problem or error.context) if isinstance(error, MarkedYAMLError) else error
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    message = f"is not YAML: {' '.join(str(what).split())}"
    return Problem(kind=kind, message=message, file=file, line=line, column=column)


def _path(location: Location, data: Any) -> Location:
    """Return the part of *location* that names places in *data*; pydantic adds names of its own, as for unions."""
    found: list[str | int] = []
    place: Any = data
    for part in location:
        known = part in place if isinstance(place, dict) else isinstance(place, list) and isinstance(part, int)
        if known:
            place = place[part]
            found.append(part)
    return tuple(found)


def _problem(
    detail: ErrorDetails, data: Any, model: type[BaseModel], places: dict[Location, Place], file: str, kind: str
) -> Problem:
    path = _path(detail["loc"], data)
    line, column = places[path]
    place = ".".join(str(part) for part in path)
    suggestion = None
    if detail["type"] == "extra_forbidden":
        allowed = _allowed_keys(model, path[:-1])
        suggestion = next(iter(difflib.get_close_matches(str(path[-1]), allowed, n=1)), None)
        message = f"unknown key {place!r}; allowed are {', '.join(allowed)}"
    elif detail["type"] == "missing":
        message = f"the key {detail['loc'][-1]!r} is missing" + (f" in {place}" if place else "")
    else:
        message = f"{place}: {_say(detail)}"
    return Problem(kind=kind, message=message, file=file, line=line, column=column, suggestion=suggestion)


def _say(detail: ErrorDetails) -> str:
    """Return pydantic's message in the words of somebody who edits YAML."""
    message = detail["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    if detail["type"] == "literal_error":
        message = message.replace("'", "")
    if detail["type"] in {"model_type", "dict_type"}:
        message = "must hold keys and values"
    if match := re.match(r"String should match pattern '(.+)'", message):
        message = f"must match {match[1]}"
    if detail["type"] != "value_error" and isinstance(detail["input"], str):
        message += f", not {detail['input']!r}"
    return message


def _allowed_keys(model: type[BaseModel], path: Location) -> list[str]:
    """Return the keys of the model that *path* leads to, as the file spells them."""
    for part in path:
        if field := model.model_fields.get(str(part)):
            model = next(_models(field.annotation), model)
    return [field.alias or name for name, field in model.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument)


def _cut(data: Any, locations: list[Location]) -> bool:
    """Remove what *locations* name from *data*; return whether anything was removed."""
    paths = {path for location in locations if (path := _path(location, data))}
    outer = [path for path in paths if not any(path[:size] in paths for size in range(1, len(path)))]
    # The items of a list from its end, so that the index of an earlier one stays right.
    for path in sorted(outer, key=lambda path: [str(part).zfill(9) for part in path], reverse=True):
        place = data
        for part in path[:-1]:
            place = place[part]
        del place[path[-1]]
    return bool(outer)
