"""JSON into data, with the line and column of each key and item for what is told of it."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import Any

from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located import Location, Place, unfinished_merge

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}:,]|[^][{}:,"\s]+')


def read_json(text: str, file: str, kind: str) -> tuple[Any, tuple[Problem, ...]]:
    """Return the data that *text* holds, or ``None`` and what is wrong with it.

    :param file: path for the messages.
    :param kind: the kind of the problems.
    """
    try:
        return json.loads(text, parse_float=_finite, parse_constant=_finite), ()
    except json.JSONDecodeError as error:
        if merge := unfinished_merge(text):
            line, column = merge[1]
            message = f"is not JSON: {merge[0]}"
            return None, (Problem(kind=kind, message=message, file=file, line=line, column=column),)
        place = {"line": error.lineno, "column": error.colno}
        return None, (Problem(kind=kind, message=f"is not JSON: {error.msg}", file=file, **place),)
    except ValueError as error:  # a number with no end of digits
        return None, (Problem(kind=kind, message=f"is not JSON: {error}", file=file),)
    except RecursionError:
        return None, (Problem(kind=kind, message="is not JSON to read: it is nested too deeply", file=file),)


def _finite(text: str) -> float:
    if not math.isfinite(number := float(text)):
        raise ValueError(f"{text} is no number of JSON")
    return number


def places_in(text: str) -> Callable[[Location], Place]:
    """Return what tells where a key or an item stands in *text*, which was read before; it looks when first asked."""

    @cache
    def places() -> dict[Location, Place]:
        return _places(text)

    return lambda path: places().get(path, (1, 1))


def _places(text: str) -> dict[Location, Place]:
    ends = [match.end() for match in re.finditer(r"\n", text)]
    places: dict[Location, Place] = {}
    path: list[str | int] = []
    wants_key = False
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in {"}", "]"}:
            path.pop()
        elif token == ",":
            wants_key = isinstance(path[-1], str)
            path[-1] = "" if wants_key else int(path[-1]) + 1
        elif token != ":":
            if wants_key:
                path[-1] = json.loads(token)
            if wants_key or not path or isinstance(path[-1], int):
                line = bisect_right(ends, match.start())
                places[tuple(path)] = (line + 1, match.start() - (ends[line - 1] if line else 0) + 1)
            wants_key = token == "{"
            if token in {"{", "["}:
                path.append("" if wants_key else 0)
    return places
