"""JSON Schemas of what is printed, draft 2020-12, and of the files that people write, draft 7 as editors know it."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sphinx_bilateral.model.dates import validated
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.exchange import SCHEMA_VERSION
from sphinx_bilateral.model.facts import AnyFact
from sphinx_bilateral.model.problems import Problem

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_EDITORS_DRAFT = "http://json-schema.org/draft-07/schema#"

_POINT = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"

EDTF_PATTERN = rf"^({_POINT}(/({_POINT}|\.\.))?|\.\./{_POINT})$"
"""What a date looks like. Whether the calendar has it, only `sphinx_bilateral.model.dates` tells."""


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


class _Schema(GenerateJsonSchema):
    """Says of dates what they look like, and of keys what our docstrings say of them."""

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """Return the schema of a text that is checked further: of ours, those are dates."""
        made = super().function_after_schema(schema)
        return {**made, "pattern": EDTF_PATTERN} if schema["function"]["function"] is validated else made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model, with each description in its place."""
        made = super().model_schema(schema)
        whole, *parameters = made.get("description", "").split(":param ")
        if whole:
            made["description"] = " ".join(whole.split())
        for parameter in parameters:
            name, _, meaning = parameter.partition(":")
            if name in made["properties"]:
                told = " ".join(meaning.split())
                made["properties"][name]["description"] = told[:1].upper() + told[1:]
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that only repeat the name of a key."""
        return False


class _WrittenSchema(_Schema):
    """Takes for text what our reader takes for text: ``2025`` is a year to it, and a number to an editor."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return the schema of a text."""
        return _unquoted(super().str_schema(schema))

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """Return the schema of a date."""
        return _unquoted(super().function_after_schema(schema))

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return the schema of a mapping; a key of another form than it asks for is refused."""
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made


def _unquoted(made: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a text with the types that YAML gives such texts where no quotation marks stand."""
    pattern = made.get("pattern", "")
    types = [name for name, example in (("number", "2025"), ("boolean", "true")) if re.search(pattern, example)]
    return {**made, "type": ["string", *types]}


def schema_of(model: type[BaseModel], title: str, *, written: bool = False) -> dict[str, Any]:
    """Return the JSON Schema of *model*, with the names that JSON has.

    :param written: whether it is of a YAML file that people write.
    """
    schema = model.model_json_schema(by_alias=True, schema_generator=_WrittenSchema if written else _Schema)
    # The YAML language server knows no later draft than 7. What is used here means the same in both.
    return {"$schema": _EDITORS_DRAFT if written else _DRAFT, **schema, "title": title}
