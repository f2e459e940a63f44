"""All dates of a document, each with its place and its value, for the comparison with marked texts.

The reader resolves a date together with the event that it is the date of. Marked texts ask for every date, so here the
nearest verb says in which direction one lies, and "the quarter" takes up the one told before.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sphinx_bilateral.extract.dates.date_values import anchor_of, resolve
from sphinx_bilateral.extract.dates.dates import DateExpression, Tense, find_dates
from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.grammar.event_dates import owner, tense_of
from sphinx_bilateral.extract.words.sentences import read_sentences
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.extract.words.wordlists import lexicon
from sphinx_bilateral.model.dates import bounds, is_date
from sphinx_bilateral.model.document import Document

_FAR, _FAR_MONTH = 270, 310  # days; no report leaves out the year of a day or month that lies further back


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
        return _resolved(sentence, expression, published)
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


def _resolved(sentence: Sentence, expression: DateExpression, published: str | None) -> str | None:
    """Return the date; one without a year that would lie most of a year off lies on the other side."""
    tense = direction_of(sentence, expression)
    value = resolve(expression, published, tense)
    anchor = anchor_of(published)
    named = expression.month is not None and expression.year is None and expression.rel is None
    if value is None or anchor is None or not named or tense == "present" or expression.lean is not None:
        return value
    away = abs((anchor - bounds(value)[0]).days)
    other: Tense = "future" if tense == "past" else "past"
    return resolve(expression, published, other) if away > (_FAR if expression.days else _FAR_MONTH) else value


def direction_of(sentence: Sentence, expression: DateExpression) -> Tense:
    """Return in which direction a date lies, by the verb that it belongs to."""
    at = owner(sentence, expression)
    if at is None or _follows_past(sentence, expression):
        return "past"
    unit = sentence.units[at]
    if sentence.classes[at] == "E":
        return "past" if unit.tags["be"] == "past" else "present"
    group = verb_group(sentence, at)
    if group is None or group.mood in {"gerund", "participle"}:
        return "past"
    if unit.has("schedule") and group.modal is None and group.mood == "finite":
        return "future" if group.passive or unit.tags["verb"] in {"plan", "schedule", "slate"} else "past"
    if group.tense == "present" and group.mood == "finite":
        return "past" if unit.has("report") or _tells_past(sentence, at) else "present"
    if group.mood == "infinitive" and "had" in {sentence.low(index) for index in range(max(0, at - 6), group.first)}:
        return "past"  # "had been due to expire on Friday"
    return tense_of(group)


def _tells_past(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb of the sentence is in the past, and the word at *at* then more likely a noun: "shares"."""
    for index, letter in enumerate(sentence.classes):
        if letter == "E" and sentence.units[index].tags["be"] == "past":
            return True
        if letter in "lL" and sentence.low(index).endswith("ed") and sentence.cls(index - 1) not in "eo":
            return True
        if letter != "V" or index == at or sentence.units[index].has("report"):
            continue
        group = verb_group(sentence, index)
        if group is not None and group.mood == "finite" and group.tense == "past":
            return True
    return sentence.units[at].has("nounlike")


def _follows_past(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether the date stands right after a verb in the past that the lexicon does not have: "ruled Wednesday"."""
    before = expression.first - 1
    return sentence.cls(before) in "lL" and sentence.low(before).endswith("ed")


def completed_quarter(anchor: datetime.date) -> str:
    """Return the last quarter that was over on the day *anchor*."""
    index = (anchor.year * 12 + anchor.month - 1) // 3 - 1
    return f"{index * 3 // 12:04d}-{index * 3 % 12 + 1:02d}/{index * 3 // 12:04d}-{index * 3 % 12 + 3:02d}"


def moved_by_years(value: str, years: int) -> str | None:
    """Return the date *value* moved by whole *years*; ``None`` where the calendar has no such day."""
    moved = "/".join(f"{int(point[:4]) + years:04d}{point[4:]}" for point in value.split("/"))
    return moved if is_date(moved) else None
