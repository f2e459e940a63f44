"""Which of the dates in a sentence is the date of which event."""

from __future__ import annotations

import datetime
from dataclasses import replace

from sphinx_bilateral.extract.dates.dates import DateExpression, Tense, resolve
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, verb_group
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.dates import bounds

_LONGEST_PERIOD = 100  # days; "from May to July", and no further
_TERMS = frozenset("period periods years term biennium triennium".split())
_NEAR, _FAR = 120, 200  # days; of two years that a month can be of, one is near and the other far


def _verbs(sentence: Sentence) -> list[int]:
    """Return the indexes of the verbs of *sentence* that a date can belong to."""
    return [
        index
        for index, letter in enumerate(sentence.classes)
        if letter in "VE"
        and not _attributive(sentence, index)
        and (letter == "E" or _takes_date(sentence, index))
        and not _says_hour(sentence, index)
    ]


def _says_hour(sentence: Sentence, at: int) -> bool:
    """Tell whether a gerund after a date only says from what hour on: "On 3 May, commencing at 4:10 p.m., P held"."""
    unit = sentence.units[at]
    begins = unit.tags.get("form") == "g" and unit.tags.get("verb") in {"begin", "start", "commence", "open"}
    return begins and sentence.cls(at - 1) == "," and sentence.low(at + 1) in {"at", "from", "around"}


def _takes_date(sentence: Sentence, at: int) -> bool:
    """Tell whether a date can be that of the word at *at*.

    Not that of "led" in "met a delegation led by P on Monday", nor that of a name as in "the New York Stock Exchange".
    """
    if at > 0 and sentence.units[at].capital and sentence.units[at - 1].capital:
        return False
    group = verb_group(sentence, at)
    leading = sentence.units[at].tags.get("role") in {"head_of_delegation", "chair", "co_chair"}
    return group is not None and not (group.mood == "participle" and leading)


def _attributive(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle stands before a noun: "visiting Kenyan Minister"."""
    return (
        sentence.units[at].tags.get("form") == "g" and sentence.cls(at + 1) in "DTNHC" and sentence.cls(at - 1) != "E"
    )


def owner(sentence: Sentence, expression: DateExpression) -> int | None:
    """Return the index of the verb that *expression* says the time of: the one before it, else the first after it."""
    start = clause_start(sentence, expression.first)
    verbs = _verbs(sentence)
    if _opens_predicate(sentence, expression):
        return next((index for index in verbs if index > expression.last), None)
    before = [index for index in verbs if start <= index < expression.first]
    if before:
        return before[-1]
    after = [index for index in verbs if index > expression.last]
    return after[0] if after else None


def _opens_predicate(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether the date stands before the verb of a second predicate: "met X and on Friday is to speak"."""
    before = expression.first - 1
    while sentence.cls(before) in "pv":
        before -= 1
    after = expression.last + 1
    while sentence.cls(after) == "v":
        after += 1
    return sentence.cls(before) == "a" and sentence.cls(after) in "EXVZ"


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
    members = set(range(_scheduled_from(sentence, group), chain_end(sentence, group.head) + 1))
    for expression in reading.dates[sentence.index]:
        if (
            expression.by
            or _of_event_before(sentence, expression)
            or is_term(sentence, expression)
            or is_attribute(sentence, expression)
        ):
            continue
        if sentence.low(expression.first - 1) == "since":
            continue
        verb = owner(sentence, expression)
        if sentence.low(expression.last + 1) == "when" and _opens(sentence, group, expression.last + 2):
            return expression
        if verb in members:
            return _closer(reading, sentence, expression)
        if verb is None or (verb < group.first and sentence.units[verb].has("report")):
            continue  # "X on Tuesday said that Y had signed"
        if expression.last < verb <= group.first and _heads(sentence, expression, group):
            return expression
    return None


def _scheduled_from(sentence: Sentence, group: VerbGroup) -> int:
    """Return where the verb group starts, "is expected" before it included: "is next week expected to travel"."""
    index = group.first - 1
    if group.mood != "infinitive" or index < 1 or not sentence.units[index].has("schedule"):
        return group.first
    while index > 0 and group.first - index < 6 and sentence.classes[index - 1] in "vwtmpLlO#":
        index -= 1
    return index - 1 if sentence.cls(index - 1) == "E" else group.first


def _of_event_before(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether a month or a year is that of what went before: "is on a visit following her election last month"."""
    noun = expression.first - 1
    if expression.span is None or sentence.cls(noun) not in "lLSNMA":
        return False
    for index in range(noun - 1, max(-1, noun - 5), -1):
        if sentence.low(index) in {"following", "after", "since"}:
            return True
        if sentence.cls(index) not in "elLSNb'DCl":
            return False
    return False


def _closer(reading: Reading, sentence: Sentence, expression: DateExpression) -> DateExpression:
    """Return the day that follows a year, a month or a week: "their third meeting this year on Monday"."""
    if expression.offset is not None and expression.span is None:
        return _dated_today(reading, sentence, expression)
    if expression.span is None:
        return expression
    for item in reading.dates[sentence.index]:
        if 0 < item.first - expression.last <= 2 and sentence.cls(item.first - 1) in "p" + sentence.cls(
            expression.last
        ):
            return item
    return expression


def _dated_today(reading: Reading, sentence: Sentence, expression: DateExpression) -> DateExpression:
    """Return the full date that explains "today": "met today, 14 May 2024", "today (Monday, 14 May)"."""
    for item in reading.dates[sentence.index]:
        near = 0 < item.first - expression.last <= 2 and sentence.cls(item.first - 1) in ",("
        if near and item.month is not None and len(item.days) == 1:
            return item
    return expression


def _heads(sentence: Sentence, expression: DateExpression, group: VerbGroup) -> bool:
    """Tell whether a date that opens a clause is that of the verb group too: no other clause starts between."""
    return clause_start(sentence, group.first) <= expression.first


def _opens(sentence: Sentence, group: VerbGroup, start: int) -> bool:
    """Tell whether the verb group is the first of the clause that starts at *start*."""
    return start <= group.first and not any(start <= index < group.first for index in _verbs(sentence))


def is_attribute(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether a year stands before a noun as a part of its name: "the 1987 treaty"."""
    after = sentence.cls(expression.last + 1)
    before = sentence.cls(expression.first - 1)
    return expression.month is None and expression.year is not None and before in "eDC'" and after in "AlSMNL"


def is_term(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether *expression* says for which years something is: "a roadmap for 2025-2028", "a protocol for 2027"."""
    if sentence.low(expression.first - 1) == "to" and sentence.low(expression.first - 2) == "back":
        return True  # "talks dating back to 2021"
    if sentence.low(expression.first - 1) in _TERMS or (
        sentence.cls(expression.first - 1) == "e" and sentence.low(expression.last + 1) in _TERMS
    ):
        return True  # "for the period 2025-2028", "the 2025-2028 period"
    if sentence.cls(expression.first - 1) == "-" and sentence.cls(expression.first - 2) == "#":
        return True  # the end of a range whose start is not read as a date
    if sentence.low(expression.first - 1) != "for":
        return False
    year = expression.year is not None and expression.month is None and sentence.cls(expression.first - 2) == "A"
    return expression.until_year is not None or year


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
        if sentence.low(expression.first - 1) == "since" or is_attribute(sentence, expression):
            return None
        between = sentence.classes[last + 1 : expression.first]
        if not between.strip("pKC,ef(NovwSM") and len(between) < 9:
            return expression
        return None
    return None


def can_be_on(reading: Reading, date: str | None, *, done: bool, ahead: bool) -> bool:
    """Tell whether an event can be on *date*: what is *done* is not after the report, what is *ahead* not before it."""
    if date is None or reading.published is None:
        return True
    first, last = (day.isoformat() for day in bounds(date))
    return not (done and first > reading.published) and not (ahead and last < reading.published)


def period(reading: Reading, sentence: Sentence, expression: DateExpression, tense: Tense) -> tuple[str | None, int]:
    """Return the date of *expression*, up to the one it reaches to, and the index of the last unit of both.

    "from 28 April to 2 May 2026", "Monday to Wednesday", "on Tuesday and Wednesday" are two expressions and one period.
    """
    date = reading.date(sentence, expression, tense)
    following = next((item for item in reading.dates[sentence.index] if item.first > expression.last), None)
    if following is None or "/" in (date or "") or not _reaches(sentence, expression, following):
        return date, expression.last
    published = reading.document.source.published
    if expression.year is None and following.year is not None and expression.month is not None:
        later = following.month is not None and following.month < expression.month
        date = resolve(replace(expression, year=following.year - later), published)
    end = resolve(following, published, tense)
    joined = _interval(date, end, weekdays=following.weekday is not None)
    return (joined, following.last) if joined else (date, expression.last)


def _reaches(sentence: Sentence, expression: DateExpression, following: DateExpression) -> bool:
    """Tell whether only "to" or "and" stands between two dates of one kind."""
    between = [sentence.low(index) for index in range(expression.last + 1, following.first)]
    kinds = [
        (item.month is None, not item.days, item.weekday is None or bool(item.days)) for item in (expression, following)
    ]
    if kinds[0] != kinds[1] or expression.span or following.span:
        return False
    if between == ["and"]:
        one, other = expression.weekday, following.weekday
        return one is not None and other is not None and not expression.days and (other - one) % 7 == 1
    return len(between) == 1 and between[0] in {"to", "until", "till", "through", "-", "–"}


def _interval(first: str | None, last: str | None, *, weekdays: bool) -> str | None:
    if first is None or last is None or "/" in last or len(first) != len(last):
        return None
    start, end = bounds(first)[0], bounds(last)[0]
    if weekdays and end < start:
        end += datetime.timedelta(7)
        last = end.isoformat()
    return f"{first}/{last}" if start < end <= start + datetime.timedelta(_LONGEST_PERIOD) else None


def nearest(reading: Reading, sentence: Sentence, expression: DateExpression) -> tuple[Tense | None, str | None]:
    """Return whether a date that no verb governs lies behind or ahead, and the date; nothing where it can be both.

    "the president's 7-9 May visit" in a report of 4 May is three days off, and not a year back.
    """
    published = reading.published
    behind, _ = period(reading, sentence, expression, "past")
    ahead, _ = period(reading, sentence, expression, "future")
    if published is None or behind is None or ahead is None:
        return None, behind if behind == ahead else None
    day = datetime.date.fromisoformat(published)
    if behind == ahead:
        start, end = bounds(behind)
        return ("past" if end < day else "future" if start > day else "present"), behind
    back, on = (day - bounds(behind)[1]).days, (bounds(ahead)[0] - day).days
    if expression.weekday is not None and not expression.days:
        return None, None
    if back < _NEAR and on > _FAR:
        return "past", behind
    return ("future", ahead) if on < _NEAR and back > _FAR else (None, None)
