"""All dates of a document, each with its place and its value."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.date_values import anchor_of, completed_quarter, moved_by_years, resolve
from sphinx_bilateral.extract.dates import DateExpression, find_dates
from sphinx_bilateral.extract.event_dates import direction_of
from sphinx_bilateral.extract.sentences import read_sentences
from sphinx_bilateral.extract.units import Sentence
from sphinx_bilateral.extract.wordlists import lexicon
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import Document


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A date as it stands in a document.

    :param start: offset in the text of the document; *end* exclusive.
    :param value: the date as `sphinx_bilateral.model.dates` writes it.
    """

    start: int
    end: int
    value: str


def dates_of(document: Document) -> list[DatedSpan]:
    """Return the dates that *document* writes and that can be known, in order; its day of publication anchors them."""
    found: list[DatedSpan] = []
    period: str | None = None
    for sentence in read_sentences(document, lexicon()):
        for expression in find_dates(sentence):
            value = _value(sentence, expression, document.source.published, period)
            if value is None:
                continue
            if expression.span in {"quarter", "half", "months"} and (expression.rel or 0) > -1:
                period = value
            first, last = sentence.units[expression.first], sentence.units[expression.last]
            span = document.span(*document.canonical.original_span(first.start, last.end))
            found.append(DatedSpan(span.start, span.end, value))
    return found


def _value(sentence: Sentence, expression: DateExpression, published: str | None, period: str | None) -> str | None:
    """Return what *expression* means; "the quarter" and "a year earlier" take up the *period* told last."""
    if not expression.taken_up:
        return resolve(expression, published, direction_of(sentence, expression), loose=True)
    anchor = anchor_of(published)
    if anchor is None:
        return None
    if expression.span == "year":
        return moved_by_years(period, -1) if period else f"{anchor.year - 1:04d}"
    if period is None and expression.span == "period":
        return None
    told = period if period and bounds(period)[1] < anchor else completed_quarter(anchor)
    years = expression.year - int(told[:4]) if expression.year is not None else expression.rel or 0
    return moved_by_years(told, years)
