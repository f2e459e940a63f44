"""What is said of a value that a field cannot have, in the words of somebody who edits a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

WRONG_TAG = "union_tag_invalid"

_FORMS: Mapping[str, str] = {
    r"^[A-Z][A-Za-z0-9]{1,9}$": "must be the code of a state, such as NO, or letters of an organisation, such as EU",
    r"^[a-z0-9][a-z0-9-]*$": "must be made of small letters, digits and hyphens",
    r"^[a-z0-9][a-z0-9._-]*$": "must be made of small letters, digits, dots, hyphens and underscores",
    r"^[^.\s]+\.[a-z_]+$": "must name a fact and one of its fields, such as asif.title",
    r"^[0-9a-f]{64}$": "must be the SHA-256 of the file, 64 digits and letters from a to f",
}
"""What is said of a text that has not the form of a field, by the pattern that the field asks for."""


def said(detail: ErrorDetails) -> str:
    """Return pydantic's message in the words of somebody who edits a file."""
    if detail["type"] == WRONG_TAG:
        expected = str(detail["ctx"]["expected_tags"]).replace("'", "")
        return f"must be one of {expected}, not {detail['ctx']['tag']!r}"
    message = detail["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    if detail["type"] == "literal_error":
        message = message.replace("'", "")
    if detail["type"] in {"model_type", "dict_type", "model_attributes_type"}:
        message = "must hold keys and values, indented below it"
    if detail["type"] in {"too_short", "string_too_short"}:
        message = "must not be empty"
    if detail["type"] in {"list_type", "tuple_type"}:
        message = "must be a list"
    if match := re.match(r"String should match pattern '(.+)'", message):
        message = _FORMS.get(match[1], f"must match {match[1]}")
    if detail["type"] not in {"value_error", "string_too_short"} and isinstance(detail["input"], str):
        message += f", not {detail['input']!r}"
    return message
