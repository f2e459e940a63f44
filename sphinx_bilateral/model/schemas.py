"""JSON Schemas, draft 2020-12, of what is printed and of the files that people write."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.exchange import SCHEMA_VERSION
from sphinx_bilateral.model.facts import AnyFact
from sphinx_bilateral.model.problems import Problem

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class _Printed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Document(_Printed):
    source: Source
    facts: list[AnyFact]
    problems: list[Problem]


class Extraction(_Printed):
    """What ``sphinx-bilateral extract --format json`` prints."""

    schema_: int = Field(alias="schema", ge=SCHEMA_VERSION, le=SCHEMA_VERSION)
    documents: list[_Document]


class Problems(_Printed):
    """What ``sphinx-bilateral check --format json`` prints."""

    schema_: int = Field(alias="schema", ge=SCHEMA_VERSION, le=SCHEMA_VERSION)
    problems: list[Problem]


def schema_of(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Return the JSON Schema of *model*, with the names that JSON has."""
    schema = TypeAdapter(model).json_schema(by_alias=True)
    return {"$schema": _DRAFT, **schema, "title": title}
