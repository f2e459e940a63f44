"""Which of the dates in a sentence is the date of which event."""

from __future__ import annotations

from sphinx_bilateral.extract.clauses import VerbGroup, clause_start, verb_group
from sphinx_bilateral.extract.dates import DateExpression, Tense
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.units import Sentence


def _verbs(sentence: Sentence) -> list[int]:
    """Return the indexes of the verbs of *sentence* that a date can belong to."""
    return [
        index
        for index, letter in enumerate(sentence.classes)
        if letter in "VE" and not _attributive(sentence, index) and (letter == "E" or verb_group(sentence, index))
    ]


def _attributive(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle stands before a noun: "visiting Kenyan Minister"."""
    return (
        sentence.units[at].tags.get("form") == "g" and sentence.cls(at + 1) in "DTNHC" and sentence.cls(at - 1) != "E"
    )


def owner(sentence: Sentence, expression: DateExpression) -> int | None:
    """Return the index of the verb that *expression* says the time of: the one before it, else the first after it."""
    start = clause_start(sentence, expression.first)
    verbs = _verbs(sentence)
    before = [index for index in verbs if start <= index < expression.first]
    if before:
        return before[-1]
    after = [index for index in verbs if index > expression.last]
    return after[0] if after else None


def tense_of(group: VerbGroup | None) -> Tense:
    """Return in which direction the dates beside a verb lie."""
    if group is None:
        return "past"
    if group.modal is not None or group.mood == "infinitive":
        return "future"
    return group.tense


def date_of(reading: Reading, sentence: Sentence, group: VerbGroup, tense: Tense | None = None) -> str | None:
    """Return the date of what the verb group says, or ``None`` where the sentence gives it none."""
    expression = expression_of(reading, sentence, group)
    return reading.date(sentence, expression, tense or tense_of(group)) if expression else None


def expression_of(reading: Reading, sentence: Sentence, group: VerbGroup) -> DateExpression | None:
    """Return the date expression that belongs to the verb group, or ``None``."""
    members = set(range(group.first, chain_end(sentence, group.head) + 1))
    for expression in reading.dates[sentence.index]:
        if expression.by or is_term(sentence, expression) or is_attribute(sentence, expression):
            continue
        verb = owner(sentence, expression)
        if verb in members or (verb is not None and verb > expression.last and group.first >= verb):
            return expression
    return None


def is_attribute(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether a year stands before a noun as a part of its name: "the 1987 treaty"."""
    after = sentence.cls(expression.last + 1)
    before = sentence.cls(expression.first - 1)
    return expression.month is None and expression.year is not None and before in "eDC'" and after in "AlSMNL"


def is_term(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether *expression* says for which years something is: "a roadmap for 2025-2028"."""
    return expression.until_year is not None and sentence.low(expression.first - 1) == "for"


def chain_end(sentence: Sentence, head: int) -> int:
    """Return the index of the last verb of "is scheduled to take place", "is expected to be held"."""
    index = head + 1
    while sentence.cls(index) == "v":
        index += 1
    if sentence.cls(index) != "o":
        return head
    while sentence.cls(index + 1) in "EvZ":
        index += 1
    return index + 1 if sentence.cls(index + 1) == "V" else head


def expression_after(reading: Reading, sentence: Sentence, last: int) -> DateExpression | None:
    """Return the date that follows the unit at *last* with nothing but places and prepositions between."""
    for expression in reading.dates[sentence.index]:
        if expression.first <= last or is_term(sentence, expression):
            continue
        between = sentence.classes[last + 1 : expression.first]
        if not between.strip("pKC,ef(NovwSM") and len(between) < 9:
            return expression
        return None
    return None


def due_of(reading: Reading, sentence: Sentence, first: int, last: int) -> str | None:
    """Return the deadline that an action names: "by 2027", "by the end of 2026"."""
    for expression in reading.dates[sentence.index]:
        limit = expression.by or "by" in {
            sentence.low(index) for index in range(max(first, expression.first - 4), expression.first)
        }
        if first <= expression.first and expression.last <= last and limit:
            return reading.date(sentence, expression, "future")
    return None
