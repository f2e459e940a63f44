"""Conflicts: readings that differ, kept side by side until a person resolves them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from sphinx_bilateral.model.dates import EdtfDate
from sphinx_bilateral.model.document import Frozen
from sphinx_bilateral.model.problems import Reading

ConflictKind = Literal[
    "value", "basis", "status", "scope", "date", "place", "post", "side", "attribution", "wording", "headline"
]

Rule = Literal["newer source", "more official source"]
"""Why one of several readings goes before the others while nobody has decided."""


class Resolution(Frozen):
    """What a person decided, and why.

    :param preferred: the value; ``None`` where the person took out what sources give.
    """

    preferred: Any = None
    reason: str
    by: str
    on: EdtfDate


class Conflict(Frozen):
    """A property of a fact for which sources, or the parts of one, give different values.

    :param about: id of the fact.
    :param readings: one for each value, the evidence with it; two at least. The first is the one that the fact has.
    :param rule: why that one goes first; ``None`` where no rule says so.
    """

    about: str
    property: str
    kind: ConflictKind
    readings: tuple[Reading, ...] = Field(min_length=2)
    state: Literal["open", "resolved"] = "open"
    resolution: Resolution | None = None
    rule: Rule | None = None
