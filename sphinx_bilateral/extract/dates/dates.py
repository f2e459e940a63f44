"""Dates: where a text says when (`date_expressions`), and what that is (`date_values`)."""

from __future__ import annotations

from sphinx_bilateral.extract.dates.date_expression import DateExpression, Tense
from sphinx_bilateral.extract.dates.date_expressions import find_dates
from sphinx_bilateral.extract.dates.date_values import anchor_of, resolve

__all__ = ["DateExpression", "Tense", "anchor_of", "find_dates", "resolve"]
