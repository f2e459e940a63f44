"""Deadlines: until when something is to be done, reckoned from the day on which it was said."""

from __future__ import annotations

from sphinx_bilateral.extract.dates.dates import DateExpression, resolve
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.dates import bounds

_WIDEST = 4  # units between "by" and the date: "by the end of 2026"
_SAYING = ("report", "commit", "voicing")  # themes of verbs


def due_of(reading: Reading, sentence: Sentence, first: int, last: int) -> str | None:
    """Return the deadline that an action names: "by 2027", "before the end of 2026", "no later than 1 May"."""
    for expression in reading.dates[sentence.index]:
        if first <= expression.first and expression.last <= last and _limits(sentence, first, expression):
            return date_ahead(reading, sentence, expression)
    return None


def _limits(sentence: Sentence, first: int, expression: DateExpression) -> bool:
    """Tell whether something is to be done until *expression*; "before 2027" and "until 2027" set none."""
    for at in range(max(first, expression.first - _WIDEST), expression.first):
        if sentence.low(at) == "by" or (sentence.low(at) == "later" and sentence.low(at + 1) == "than"):
            return True
        if sentence.low(at) == "before" and ("end" in _words(sentence, at, expression) or expression.days):
            return True
    return False


def _words(sentence: Sentence, at: int, expression: DateExpression) -> set[str]:
    return {sentence.low(index) for index in range(at, expression.first)}


def date_ahead(reading: Reading, sentence: Sentence, expression: DateExpression) -> str | None:
    """Return the date of what lay ahead when it was said; nothing where that day is not known.

    "had promised in May that it would open by October" means the October after that May.
    """
    group = _saying(sentence, expression) if expression.month is not None and expression.relative else None
    told = expression_of(reading, sentence, group) if group is not None else None
    if group is None or (told in {None, expression} and not _long_ago(group)):
        return reading.date(sentence, expression, "future")
    said = reading.date(sentence, told, "past") if told not in {None, expression} else None
    return resolve(expression, bounds(said)[1].isoformat(), "future") if said is not None else None


def _saying(sentence: Sentence, expression: DateExpression) -> VerbGroup | None:
    """Return the last verb before *expression* that says or promises something."""
    for at in range(expression.first - 1, -1, -1):
        if sentence.classes[at] == "V" and any(sentence.units[at].has(theme) for theme in _SAYING):
            group = verb_group(sentence, at)
            if group is not None and group.mood == "finite":
                return group
    return None


def _long_ago(group: VerbGroup) -> bool:
    """Tell whether it was said at another time than all the rest: "had promised"."""
    return group.perfect and group.tense == "past"
