"""When a figure was so: the date beside it, but none from which it only changed."""

from __future__ import annotations

from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.figures.amounts import Amount
from sphinx_bilateral.extract.figures.changes import COMPARED, is_base, is_set_against
from sphinx_bilateral.extract.grammar.clauses import clause_start, verb_group
from sphinx_bilateral.extract.grammar.event_dates import owner
from sphinx_bilateral.extract.grammar.standing import is_announced
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_NOW = frozenset({"now", "currently", "presently"})
_NEAR = 8  # units before an amount in which "now" says when it was so
_BESIDE = 3  # units after the amount from which something rose in which its time stands
_COMPARED = frozenset({"than", "versus"})
_TWELVE_MONTHS = frozenset({"ended", "ending", "to"})


def period_of(reading: Reading, sentence: Sentence, amount: Amount, role: str | None) -> str | None:
    """Return the time of *amount*, or ``None`` where the sentence does not tell it for sure."""
    start = clause_start(sentence, amount.first)
    based = is_base(sentence, amount) or is_set_against(sentence, amount)
    now = not _NOW.isdisjoint(sentence.lows[max(start, amount.first - _NEAR) : amount.first])
    if "previous" in sentence.lows[max(0, amount.first - 5) : amount.first]:
        return None  # "up from the previous commitment of"

    def distance(expression: DateExpression) -> int:
        return min(abs(expression.first - amount.last), abs(amount.first - expression.last) + 1)

    for expression in sorted(reading.dates[sentence.index], key=distance):
        if expression.first < start or (
            "#" in sentence.classes[expression.last + 1 : amount.first] and expression.first > start + 2
        ):
            continue
        if expression.first > amount.last and _amount_between(sentence, amount.last + 1, expression.first):
            continue
        if (now and expression.first < amount.first) or _is_in_an_insert(sentence, amount, expression):
            continue
        if based and not 0 < expression.first - amount.last < _BESIDE:
            continue
        if amount.unit == "%" and sentence.low(amount.last + 1) in COMPARED and expression.first > amount.last:
            continue
        if _is_compared_with(sentence, amount, expression) or _is_only_an_end(sentence, expression):
            continue
        if abs(expression.first - amount.last) < 10 or expression.last < amount.first:
            ahead = expression.by or _is_ahead(sentence, expression)
            if ahead and role == "contract_value" and _is_of_signing(sentence, expression):
                return None
            date = reading.date(sentence, expression, "future" if ahead else "past")
            return _with_end(reading, sentence, expression, date)
    return None


def _is_in_an_insert(sentence: Sentence, amount: Amount, expression: DateExpression) -> bool:
    """Tell whether a relative clause holds the date and not the amount: "trade, which was small in 2020, reached"."""
    return any(
        start <= expression.first < stop and not start <= amount.first < stop for start, stop in sentence.inserts
    )


def _range_end(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether another time is told up to which it reaches: "from 2020 to 2023"."""
    word, following = sentence.low(expression.last + 1), sentence.cls(expression.last + 2)
    opened = sentence.low(expression.first - 1)
    return following in "#m" and ((opened == "from" and word in {"to", "until", "through"}) or opened == "between")


def _with_end(reading: Reading, sentence: Sentence, expression: DateExpression, date: str | None) -> str | None:
    """Return *date* up to the year that ends "from 2020 to 2023"; nothing where the end of a range is not told so."""
    if date is None or not _range_end(sentence, expression):
        return date
    end = next((item for item in reading.dates[sentence.index] if item.first == expression.last + 2), None)
    last = reading.date(sentence, end, "past") if end is not None else None
    return f"{date}/{last}" if last is not None and len(last) == len(date) and date < last else None


def _is_of_signing(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether the date is of a step of the contract itself: "worth $6 billion, could be signed in June"."""
    verb = owner(sentence, expression)
    return verb is not None and sentence.units[verb].has("status")


def _is_compared_with(sentence: Sentence, amount: Amount, expression: DateExpression) -> bool:
    """Tell whether a change is reckoned from that time: "up 12 percent from 2022", "compared with a year earlier"."""
    before = sentence.low(expression.first - 1)
    if expression.until is not None or expression.until_year is not None or _range_end(sentence, expression):
        return False
    compared = before in {"with", "to"} and "compar" in sentence.low(expression.first - 2)
    if compared or before in _COMPARED or sentence.low(expression.first - 2) == "than":
        return True
    return amount.unit == "%" and before in {"from", "over"}


def _is_only_an_end(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether the date is where the time of the figure starts or ends: "since 2019", "the year to June 2025"."""
    before = sentence.low(expression.first - 1)
    if before == "since" or "ended" in {before, sentence.low(expression.first - 2)}:
        return True
    twelve = before in _TWELVE_MONTHS and sentence.low(expression.first - 2) in {"year", "months"}
    return twelve and expression.month is not None and expression.until is None


def _is_ahead(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether the verb of a date looks ahead: "the first shipment would arrive in May"."""
    verb = owner(sentence, expression)
    group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
    if group is None or group.perfect:
        return False
    return group.modal is not None or (group.mood == "infinitive" and is_announced(sentence, group))


def _amount_between(sentence: Sentence, first: int, stop: int) -> bool:
    return any(sentence.classes[index] in "$k%" for index in range(first, stop))
