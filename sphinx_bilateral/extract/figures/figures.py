"""Figures: money, shares and quantities that mean something for the relation, and what they are."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.figures.amounts import Amount, find_amounts
from sphinx_bilateral.extract.figures.bounds import bound_of
from sphinx_bilateral.extract.figures.figure_roles import role_of, role_of_count
from sphinx_bilateral.extract.grammar.clauses import clause_start, verb_group
from sphinx_bilateral.extract.grammar.corrections import RETRACTED
from sphinx_bilateral.extract.grammar.event_dates import owner
from sphinx_bilateral.extract.grammar.standing import is_announced
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_ABOUT = {"about", "around", "nearly", "almost", "some", "roughly", "approximately", "over", "than", "more"}
_TAKES_UP = {"it", "them", "this", "that", "these"}
_TO_RAISE = 6  # units between the verb of raising and the amount
_RATHER = {"instead of", "rather than"}


def read_figures(reading: Reading) -> None:
    """Put down the figures of the body; one whose role no rule decides stays unsettled."""
    told = _Told()
    for sentence in reading.sentences:
        if sentence.zone not in {"body", RETRACTED}:
            continue
        if "#" not in sentence.classes and "k" not in sentence.classes:
            continue  # no number
        for amount in find_amounts(reading, sentence):
            if sentence.zone == RETRACTED:
                _take_back(reading, sentence, amount, told)
            elif amount.value and not _is_not_so(sentence, amount):
                _put(reading, sentence, amount, told)


@dataclass(slots=True)
class _Told:
    """What the last figure measured, which "that reached $5 billion" takes up.

    :ivar period: of a figure that was taken back, for "the correct figure is" after it.
    """

    name: str = ""
    sentence: int = -2
    period: str | None = None


def _take_back(reading: Reading, sentence: Sentence, amount: Amount, told: _Told) -> None:
    """Note what a wrong figure was of: the right one follows."""
    if (measure := _measure(reading, sentence, amount)) is not None:
        told.name, told.sentence = reading.words_of(sentence, *measure), sentence.index
        told.period = _period(reading, sentence, amount, None)


def _is_not_so(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether an amount is only what another is not: ", not $900 million", "instead of $900 million"."""
    before = amount.first - 1 - (sentence.low(amount.first - 1) == "the")
    rather = f"{sentence.low(before - 1)} {sentence.low(before)}" in _RATHER
    return rather or (sentence.cls(before) == "!" and sentence.cls(before - 1) in ",a")


def _is_figure(sentence: Sentence, measure: tuple[int, int] | None) -> bool:
    """Tell whether the noun is only "the figure", which says nothing of what it is of."""
    of = measure is not None and sentence.cls(measure[1] + 1) == "f"
    return measure is not None and not of and sentence.low(measure[1]) == "figure" and measure[1] - measure[0] <= 1


def _measure(reading: Reading, sentence: Sentence, amount: Amount) -> tuple[int, int] | None:
    """Return the place of the noun that the amount measures: the nearest known one, before rather than after."""
    start = clause_start(sentence, amount.first)
    for index in range(amount.first - 1, max(start, amount.first - 22) - 1, -1):
        if sentence.units[index].has("measure"):
            if _is_of_item_before(sentence, index, amount.first):
                return None
            first = index
            while first > start and sentence.classes[first - 1] in "SlD" and index - first < 3:
                first -= 1
            return first, index
        if sentence.classes[index] == ";":
            break
    if start > 1 and sentence.classes[start - 1] == "q":  # "trade, which stood at"
        before = start - 2 - (sentence.cls(start - 2) == ",")
        if before >= 0 and sentence.units[before].has("measure"):
            return before - (sentence.cls(before - 1) in "SlD"), before
    for index in range(amount.last + 1, min(amount.last + 8, len(sentence.units))):
        if sentence.units[index].has("measure"):
            return index, index
        if sentence.classes[index] in ";.":
            break
    return None


def _is_of_item_before(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell whether the noun at *at* is what another amount is for: "$5m to extend the road project, and $3m for"."""
    if sentence.cls(stop - 1) not in ",a":
        return False
    near = sentence.classes[max(0, at - 12) : at]
    return "$" in near and "f" not in near[near.rfind("$") :]


def _period(reading: Reading, sentence: Sentence, amount: Amount, role: str | None) -> str | None:
    start = clause_start(sentence, amount.first)
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
        if amount.unit == "%" and _is_compared_with(sentence, expression):
            continue
        if abs(expression.first - amount.last) < 10 or expression.last < amount.first:
            ahead = expression.by or _is_ahead(sentence, expression)
            if ahead and role == "contract_value" and _is_of_signing(sentence, expression):
                return None
            date = reading.date(sentence, expression, "future" if ahead else "past")
            return _with_end(reading, sentence, expression, date)
    return None


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


def _is_compared_with(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether a change is reckoned from that time: "up 12 percent from 2022", "compared with a year earlier"."""
    before = sentence.low(expression.first - 1)
    if expression.until is not None or expression.until_year is not None or _range_end(sentence, expression):
        return False
    compared = before in {"with", "to"} and "compar" in sentence.low(expression.first - 2)
    return before in {"from", "over", "versus"} or compared or sentence.low(expression.first - 2) == "than"


def _is_ahead(sentence: Sentence, expression: DateExpression) -> bool:
    """Tell whether the verb of a date looks ahead: "the first shipment would arrive in May"."""
    verb = owner(sentence, expression)
    group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
    if group is None or group.perfect:
        return False
    return group.modal is not None or (group.mood == "infinitive" and is_announced(sentence, group))


def _amount_between(sentence: Sentence, first: int, stop: int) -> bool:
    return any(sentence.classes[index] in "$k%" for index in range(first, stop))


def _direction(sentence: Sentence, amount: Amount) -> str | None:
    """Return up or down where the amount is by how much something changed: "rose by $3 billion", "grew 12 percent"."""
    before = amount.first - 1
    if amount.unit == "%" and (noun := _noun_of_change(sentence, amount.last)) is not None:
        return noun
    while before > 0 and sentence.low(before) in _ABOUT:
        before -= 1
    if before < 0:
        return None
    if sentence.low(before) != "by":
        alone = amount.unit == "%" or sentence.low(before) in {"up", "down"}
        return sentence.units[before].tags.get("change") if alone else None
    for index in range(before - 1, max(before - 8, -1), -1):
        if found := sentence.units[index].tags.get("change"):
            return found
    return None


def _noun_of_change(sentence: Sentence, last: int) -> str | None:
    """Return the direction of "a 30 percent rise in trade", "12 percent growth"."""
    following = sentence.units[last + 1] if last + 1 < len(sentence.units) else None
    return following.tags.get("change") if following is not None and following.has("changenoun") else None


def _is_meant(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether a quantity of goods goes from one side to the other, or is bought: "output" tells of one side."""
    unit = sentence.units[amount.last]
    if amount.unit == "persons":
        return False
    if sentence.low(amount.first - 1) in {"the", "these", "those", "both"}:
        return False  # counted before
    if unit.has("moved"):
        return any(item.has("moving") for item in sentence.units)
    if not (unit.has("goods") or unit.has("bulk")):
        return True
    return any(item.has("flowcue") or (item.has("instrument") and unit.has("goods")) for item in sentence.units)


def _raises_it(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether the amount is what "it" is to reach: "aim to raise it to $500 million", "want to double them to"."""
    verbs = range(max(1, amount.first - _TO_RAISE), amount.first)
    return any(
        sentence.units[index - 1].has("raising")
        and sentence.lows[index] in _TAKES_UP
        and sentence.low(index + 1) == "to"
        for index in verbs
    )


def _last_measured(reading: Reading, sentence: Sentence) -> str | None:
    """Return the only quantity that the sentence before speaks of."""
    if sentence.index == 0 or reading.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return None
    before = reading.sentences[sentence.index - 1]
    found = [index for index, unit in enumerate(before.units) if unit.has("measure")]
    if len(found) != 1:
        return None
    first = found[0] - (sentence.index > 0 and before.cls(found[0] - 1) in "SlD")
    return reading.words_of(before, first, found[0])


def _taken_up(reading: Reading, sentence: Sentence, amount: Amount, told: _Told) -> str | None:
    """Return what the last figure measured where this one goes on with it: "and amounted to", "for that to reach"."""
    near = sentence.index - told.sentence
    if amount.unit and amount.unit.isupper() and near != 0 and _raises_it(sentence, amount):
        return told.name if near == 1 else _last_measured(reading, sentence)
    if amount.unit == "%" and near == 0 and sentence.low(amount.first - 1) == "of":
        return told.name if sentence.units[amount.first - 2].has("change") else None  # "which is a rise of 5 percent"
    if not told.name or not amount.unit or not amount.unit.isupper() or near > 1:
        return None
    start = max(0, amount.first - 14)
    reaching = any(
        sentence.units[index].has("reaching") or sentence.units[index].has("raising")
        for index in range(start, amount.first)
    )
    pronoun = {"it", "that", "this", "figure"} & {sentence.low(index) for index in range(start, amount.first)}
    return told.name if reaching and (near == 0 or pronoun) else None


def _span(sentence: Sentence, amount: Amount, measure: tuple[int, int] | None) -> tuple[int, int]:
    """Return first and last index of the figure with the noun that it measures, where that stands near."""
    first, last = amount.first, amount.last
    if measure is None:
        return first, last
    if measure[1] < first and first - measure[1] < 14 and "#" not in sentence.classes[measure[1] : first]:
        return measure[0], last
    if measure[0] > last and measure[0] - last < 6:
        return first, measure[1]
    return first, last


def _put(reading: Reading, sentence: Sentence, amount: Amount, told: _Told) -> None:
    unit = sentence.units[amount.last]
    counted = amount.unit is not None and not amount.unit.isupper() and amount.unit != "%"
    if counted and not _is_meant(sentence, amount):
        return
    measure = (amount.last, amount.last) if counted else _measure(reading, sentence, amount)
    role = role_of_count(sentence, amount.first) if counted else role_of(sentence, amount)
    taken = None
    if not counted and _is_figure(sentence, measure):
        measure, taken = None, told.name if sentence.index - told.sentence < 2 else None
    elif measure is None and not counted:
        taken = _taken_up(reading, sentence, amount, told)
    direction = None if counted else _direction(sentence, amount)
    role = _role_of_change(sentence, amount, role) if direction else role
    role = None if role == "open" else role
    if measure is None and taken is None and not (counted or role in {"aid", "contract_value"}):
        return
    name = taken or (reading.words_of(sentence, *measure) if measure else str(role).replace("_", " "))
    if measure is not None and not counted and amount.unit != "%":
        told.name, told.sentence = name, sentence.index
    elif taken:
        told.sentence = sentence.index
    if direction and amount.unit == "%":
        name = f"{'growth' if direction == 'up' else 'decline'} of {name}"
    bound, from_word, to_word = bound_of(sentence, amount)
    first, last = _span(sentence, amount, measure)
    reading.put(
        "figure",
        [reading.range_of(sentence, min(first, from_word), max(last, to_word))],
        f"figure.{role or 'open'}",
        unsure=() if amount.sure else ("unit",),
        value=_number(amount.value),
        value_to=_number(amount.upper) if amount.upper is not None and amount.upper != amount.value else None,
        bound=bound,
        unit=amount.unit,
        measure=name,
        role=role,
        direction=direction,
        period=None
        if unit.has("instrument") or (counted and unit.has("quantity") and not unit.has("bulk"))
        else _period(reading, sentence, amount, role) or (told.period if taken else None),
    )


def _number(value: float) -> float:
    return int(value) if value == int(value) else round(value, 9)


def _role_of_change(sentence: Sentence, amount: Amount, role: str | None) -> str | None:
    """Return the role of "up 12 percent", "a 30 percent rise"; an amount of money that way says by how much."""
    if sentence.low(amount.first - 1) in {"down", "up"} and amount.unit != "%":
        return None  # what it changed from or to is told elsewhere, or nowhere
    return role or "actual"
