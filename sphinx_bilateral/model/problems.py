"""What can be wrong: one `Problem` a place, and the catalogue of all kinds of them.

The core never logs and never raises for bad content. It returns problems; the Sphinx side makes located warnings of
them, the command prints them. The reference page of defects and findings is made from `CATALOGUE`.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field

from sphinx_bilateral.model.document import Frozen, Span
from sphinx_bilateral.model.problem_kinds import CATALOGUE, ProblemKind, is_defect, problem_order

__all__ = ["CATALOGUE", "Problem", "ProblemKind", "Reading", "is_defect", "problem_order"]


class Reading(Frozen):
    """What one source says of a property, and where; or a person, with no evidence where no source bears it out.

    :param value: ``None`` where a person took out what sources give.
    """

    value: Any = None
    evidence: tuple[Span, ...] = ()


class Problem(Frozen):
    """A defect or a finding at one place.

    :param file: path as the user gave it; empty where there is none.
    :param line: line from 1; 0 where the whole file is meant. *column* likewise, in code points.
    """

    kind: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    text: str | None = None
    suggestion: str | None = None
    about: str | None = None
    property: str | None = None
    readings: tuple[Reading, ...] = ()
    evidence: tuple[Span, ...] = Field(default=())
