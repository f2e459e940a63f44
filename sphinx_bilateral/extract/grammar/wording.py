"""The words of a fact: what is undertaken, proposed or agreed on, without when and without further remarks on it."""

from __future__ import annotations

from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

# What leads to a date at the end of a phrase: "by the end of 2026", "early in May".
_LEADING = frozenset(
    """in on by before until till from during since at within after the end of early late mid - beginning start later
    course over per around about through throughout first second half no not than prior to""".split()
)


def wording(reading: Reading, sentence: Sentence, first: int, last: int) -> str:
    """Return the words from *first* to *last* without "to", a date and a relative clause at their end."""
    if (sentence.classes[first] == "o" or sentence.low(first) == "for") and first < last:
        first += 1
    last = without_date(reading, sentence, first, _without_relative(sentence, first, last))
    return reading.words_of(sentence, first, last)


def without_date(reading: Reading, sentence: Sentence, first: int, last: int) -> int:
    """Return the index of the last unit before the dates at the end of the units from *first* to *last*."""
    while (expression := _ending(reading, sentence, last)) is not None and expression.first > first + 1:
        end = expression.first - 1
        while end > first and (sentence.low(end) in _LEADING or sentence.classes[end] == ","):
            end -= 1
        if end == first or sentence.classes[end] in "pf":
            return last  # "a plan for 2025-2028": the years are what it is for
        last = end
    return last


def _ending(reading: Reading, sentence: Sentence, last: int) -> DateExpression | None:
    return next((item for item in reading.dates[sentence.index] if item.first <= last <= item.last), None)


def _without_relative(sentence: Sentence, first: int, last: int) -> int:
    """Cut ", which …", "that was …" and "in which …" at the end."""
    for index in range(first + 2, last + 1):
        letter = sentence.classes[index]
        if letter == "q" or (
            letter == "h" and sentence.cls(index + 1) in "EXZ" and sentence.cls(index - 1) not in "Va"
        ):
            end = index - 1
            while end > first and sentence.classes[end] in ",pfav":
                end -= 1
            return end
    return last
