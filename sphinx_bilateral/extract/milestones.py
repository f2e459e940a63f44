"""Milestones other than the next session of a body: when something starts to hold, runs out or is extended to."""

from __future__ import annotations

from sphinx_bilateral.extract.clauses import clause_start
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.units import Sentence


def read_milestones(reading: Reading) -> None:
    """Put down extensions to a date, and entries into force that are still to come."""
    for sentence in reading.body():
        for expression in reading.dates[sentence.index]:
            if sentence.low(expression.first - 1) in {"until", "till", "to", "through"}:
                _extension(
                    reading, sentence, expression.first, expression.last, reading.date(sentence, expression, "future")
                )
        for index in sentence.places("inforce"):
            _entry_into_force(reading, sentence, index)


def _extension(reading: Reading, sentence: Sentence, first: int, last: int, date: str | None) -> None:
    start = next((n for n in range(first - 1, max(-1, first - 10), -1) if sentence.units[n].has("extension")), None)
    if start is None or date is None:
        return
    start -= sentence.cls(start - 1) == "e"
    reading.put(
        "milestone",
        [reading.range_of(sentence, start, last)],
        "milestone.extension",
        what=reading.words_of(sentence, start, first - 2),
        date=date,
    )


def _entry_into_force(reading: Reading, sentence: Sentence, at: int) -> None:
    future = any(sentence.classes[n] in "Xo" for n in range(max(0, at - 6), at))
    expression = next((item for item in reading.dates[sentence.index] if item.first > at), None)
    if not future or expression is None:
        return
    start = clause_start(sentence, at)
    reading.put(
        "milestone",
        [reading.range_of(sentence, start, expression.last)],
        "milestone.entry-into-force",
        what=reading.words_of(sentence, start, at),
        date=reading.date(sentence, expression, "future"),
    )
