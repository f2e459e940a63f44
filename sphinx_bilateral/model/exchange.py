"""JSON out and in: sorted keys, absent fields left out, the same bytes for the same input on every machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel, TypeAdapter

from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.facts import AnyFact, Fact
from sphinx_bilateral.model.problems import Problem

SCHEMA_VERSION = 1

_FACT: TypeAdapter[Fact] = TypeAdapter(AnyFact)


def fact_from_data(data: object) -> Fact:
    """Return the fact that *data*, decoded JSON, describes.

    :raises pydantic.ValidationError: where it is not a fact.
    """
    return _FACT.validate_python(data)


def _plain(value: object) -> object:
    """Drop what is absent: nulls, empty lists, and flags that are off."""
    if isinstance(value, dict):
        kept = {key: _plain(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {}, "") and item is not False}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def plain_data(value: BaseModel) -> Any:
    """Return a source, fact, conflict or problem as plain data."""
    return _plain(value.model_dump(mode="json"))


def extraction_data(documents: Iterable[tuple[Source, Sequence[Fact], Sequence[Problem]]]) -> dict[str, Any]:
    """Return what ``sphinx-bilateral extract`` prints, one entry a document."""
    return {
        "schema": SCHEMA_VERSION,
        "documents": [
            {
                "source": plain_data(source),
                "facts": [plain_data(fact) for fact in facts],
                "problems": [plain_data(problem) for problem in problems],
            }
            for source, facts, problems in documents
        ],
    }


def dumps(data: object) -> str:
    """Return *data* as JSON text with a final newline; keys sorted, non-ASCII letters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
