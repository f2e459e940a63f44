"""Data into a validated model, with the line and column of every fault, whatever the data was written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from sphinx_bilateral.model.faults import WRONG_TAG, said
from sphinx_bilateral.model.problems import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

Location = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""

Place = tuple[int, int]
"""Line and column, both from 1."""

_NO_TAG = "union_tag_not_found"
_OF_CUTS = frozenset({"missing", "too_short"})
"""What is told in a later round only because of what was cut out before."""

_MERGE = re.compile(r"^(?:<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
_AT_A_GLANCE = 20


def place_of_fault(error: UnicodeDecodeError) -> Place:
    """Return where in its file the byte stands that is no UTF-8."""
    before = error.object[: error.start].decode("utf-8")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def unfinished_merge(text: str) -> tuple[str, Place] | None:
    """Return what to say of a text in which a merge left its marks, and where; ``None`` of any other text."""
    if (left := _MERGE.search(text)) is None:
        return None
    start = left.start()
    place = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return f"a merge was not finished: {left[0].strip()} stands here; keep the lines that hold", place


def validated(
    data: Any,
    model: type[Model],
    place_of: Callable[[Location], Place],
    file: str,
    kind: str,
    *,
    whole: bool = True,
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return *data* as *model*, and all its faults at once.

    A key that the model does not know, or a value that is not valid, is cut out of *data* and told, and the rest is
    read, as long as what is required is there.

    :param place_of: returns where a key or an item of *data* stands in *file*.
    :param kind: the kind of the problems.
    :param whole: whether what is missing is told; else the caller has told it in words of its own.
    """
    problems: list[Problem] = []
    is_cut = False
    while True:
        try:
            return model.model_validate(data), tuple(problems)
        except ValidationError as error:
            details = error.errors(include_url=False)
            # What is missing in a later round is what an earlier one cut out, and told.
            new = [detail for detail in _once_each(details, data) if not is_cut or detail["type"] not in _OF_CUTS]
            problems += [
                _problem(detail, data, model, place_of, file, kind) for detail in new if not _is_missing(detail)
            ]
            problems += _missing(new, data, model, place_of, file, kind) if whole else ()
            is_cut = _cut(data, [detail["loc"] for detail in details])
            if not is_cut:
                return None, tuple(problems)


def _once_each(details: list[ErrorDetails], data: Any) -> list[ErrorDetails]:
    """Return *details* with one for each value: of the types that a number may have, the last is the widest."""
    found: dict[tuple[object, ...], ErrorDetails] = {}
    for detail in details:
        missing = detail["loc"][-1:] if detail["type"] == "missing" else ()
        found[_path(detail["loc"], data), missing] = detail
    return list(found.values())


def _is_missing(detail: ErrorDetails) -> bool:
    return detail["type"] in {"missing", _NO_TAG}


def _missing(
    details: list[ErrorDetails],
    data: Any,
    model: type[BaseModel],
    place_of: Callable[[Location], Place],
    file: str,
    kind: str,
) -> Iterator[Problem]:
    """Yield one problem for each place at which keys are missing; one that is misspelt there is told as that."""
    missing: dict[Location, list[str]] = {}
    for detail in filter(_is_missing, details):
        key = _discriminator(detail) if detail["type"] == _NO_TAG else str(detail["loc"][-1])
        missing.setdefault(_path(detail["loc"], data), []).append(key)
    for detail in details:
        if detail["type"] == "extra_forbidden":
            keys = missing.get(_path(detail["loc"][:-1], data), [])
            meant = _nearest(str(detail["loc"][-1]), _allowed_keys(model, detail["loc"][:-1]))
            keys[:] = [key for key in keys if key not in meant[:1]]
    for path, keys in missing.items():
        if keys:
            line, column = place_of(path)
            named = f"the key {keys[0]!r} is" if len(keys) == 1 else f"the keys {', '.join(map(repr, keys))} are"
            message = f"{named} missing" + (f" in {_dotted(path)}" if path else "")
            yield Problem(kind=kind, message=message, file=file, line=line, column=column)


def _nearest(key: str, allowed: Iterable[str], most: int = 1) -> list[str]:
    import difflib  # which is for mistakes alone

    return difflib.get_close_matches(key, list(allowed), n=most)


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
    detail: ErrorDetails, data: Any, model: type[BaseModel], place_of: Callable[[Location], Place], file: str, kind: str
) -> Problem:
    path = _path(detail["loc"], data)
    suggestion = None
    if detail["type"] == "extra_forbidden":
        allowed = _allowed_keys(model, detail["loc"][:-1])
        near = _nearest(str(path[-1]), allowed, 3)
        suggestion = near[0] if near else None
        message = f"unknown key {_dotted(path)!r}; {_named(near, allowed)}"
        if path[-1] == "<<":
            message = f"{_dotted(path)}: nothing is merged in here; write out the keys that it stands for"
    else:
        if detail["type"] == WRONG_TAG:
            path = (*path, _discriminator(detail))
        message = f"{_dotted(path)}: {said(detail)}"
    line, column = place_of(path)
    return Problem(kind=kind, message=message, file=file, line=line, column=column, suggestion=suggestion)


def _named(near: list[str], allowed: list[str]) -> str:
    """Return the keys that may have been meant, and all that there are where they can be read at a glance."""
    if near and len(allowed) > _AT_A_GLANCE:
        return f"nearest are {', '.join(near)}"
    return f"allowed are {', '.join(allowed)}"


def _dotted(path: Location) -> str:
    return ".".join(str(part) for part in path)


def _discriminator(detail: ErrorDetails) -> str:
    return str(detail["ctx"]["discriminator"]).strip("'")


def _allowed_keys(model: type[BaseModel], location: Location) -> list[str]:
    """Return the keys of the model that *location* leads to, as the file spells them.

    Where one of several models is meant, pydantic puts its tag into the location.
    """
    models = [model]
    for part in location:
        inner = [found for one in models if (field := one.model_fields.get(str(part))) for found in _models(field)]
        tagged = [one for one in models if part in _tags(one)]
        models = inner or (tagged if len(models) > 1 and tagged else models)
    return list(dict.fromkeys(field.alias or name for one in models for name, field in one.model_fields.items()))


def _tags(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("type")
    return get_args(field.annotation) if field else ()


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    annotation = getattr(annotation, "annotation", annotation)
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
