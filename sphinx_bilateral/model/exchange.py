"""JSON out and in: sorted keys, absent fields left out, the same bytes for the same input on every machine."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.facts import AnyFact, Fact
from sphinx_bilateral.model.faults import said
from sphinx_bilateral.model.problems import Problem

SCHEMA_VERSION = 1


@functools.cache
def _any_fact() -> TypeAdapter[Fact]:
    # To make it takes as long as to read a short report; who only writes facts needs none.
    return TypeAdapter(AnyFact)


def fact_from_data(data: object) -> Fact:
    """Return the fact that *data*, decoded JSON, describes.

    :raises pydantic.ValidationError: where it is not a fact.
    """
    return _any_fact().validate_python(data)


def field_from_data(fact: Fact, name: str, value: object) -> Any:
    """Return *value* as the field *name* of *fact* has it.

    :raises KeyError: where the type of fact has no such field.
    :raises ValueError: where the field cannot have the value, with what is allowed.
    """
    fact.get(name)
    try:
        return type(fact).model_validate({**fact.model_dump(), name: value}).get(name)
    except ValidationError as error:
        # Of the types that a number may have, the last is the widest.
        raise ValueError(said(error.errors(include_url=False)[-1])) from None


def _plain(value: object) -> object:
    """Return *value* as plain data, without what is absent: nulls, empty lists, and flags that are off."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if not isinstance(value, dict | BaseModel):
        return value
    kept = {}
    for key, item in (value if isinstance(value, dict) else vars(value)).items():
        plain = _plain(item) if isinstance(item, tuple | BaseModel | list | dict) else item
        if plain or (plain == 0 and plain is not False):
            kept[key] = plain
    return kept


def plain_data(value: BaseModel) -> Any:
    """Return a source, fact, conflict or problem as plain data."""
    return _plain(value)


def extraction_data(documents: Iterable[tuple[Source, Sequence[Fact], Sequence[Problem]]]) -> dict[str, Any]:
    """Return what ``sphinx-bilateral extract`` prints, one entry a document, for `dumps`."""
    return {
        "schema": SCHEMA_VERSION,
        "documents": [
            {"source": source, "facts": list(facts), "problems": list(problems)}
            for source, facts, problems in documents
        ],
    }


@dataclass(frozen=True, slots=True)
class Written:
    """JSON text that `written` made for a place in a larger one."""

    text: str


def written(data: object, *, depth: int) -> Written:
    """Return *data* as `dumps` writes it inside so many objects and lists; `dumps` takes it as it is."""
    return Written(_written(data, "\n" + " " * depth))


def dumps(data: object) -> str:
    """Return *data* as JSON text with a final newline; keys sorted, non-ASCII letters as they are.

    Sources, facts, conflicts and problems in it are written as `plain_data` has them.
    """
    return _written(data, "\n") + "\n"


def _written(value: object, line: str) -> str:
    """Return *value* as ``json.dumps`` indents it by one, which leaves the encoder in C aside and takes much longer.

    :param line: a newline and the margin of the line on which the value starts.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) is int:  # and no bool
        return repr(value)
    inner = line + " "
    if value and isinstance(value, dict):
        # Most values are text; to call this function for them would take half of the time.
        members = [
            f"{encode_basestring(key)}: {encode_basestring(item) if type(item) is str else _written(item, inner)}"
            for key, item in sorted(value.items())
        ]
        return f"{{{inner}{f',{inner}'.join(members)}{line}}}"
    if value and isinstance(value, (list, tuple)):
        return f"[{inner}{f',{inner}'.join([_written(item, inner) for item in value])}{line}]"
    if isinstance(value, Written):
        return value.text
    return _written_model(value, line) if isinstance(value, BaseModel) else json.dumps(value)


def _written_model(value: BaseModel, line: str) -> str:
    """Return *value* as `_written` writes its plain data, which is not made: facts are many, and most fields absent."""
    inner = line + " "
    fields = value.__dict__
    members: list[str] = []
    for name, key in _keys(type(value)):
        item = fields[name]
        if type(item) is str:
            if item:
                members.append(key + encode_basestring(item))
        elif item or (item == 0 and item is not False):
            written = _written(_plain(item) if isinstance(item, dict) else item, inner)
            if written != "{}":
                members.append(key + written)
    return f"{{{inner}{f',{inner}'.join(members)}{line}}}" if members else "{}"


@functools.cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields of *model*, sorted, each with its key as it is written."""
    return tuple((name, f"{encode_basestring(name)}: ") for name in sorted(model.model_fields))
