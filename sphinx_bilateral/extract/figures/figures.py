"""Figures: money, shares and quantities that mean something for the relation, and what they are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sphinx_bilateral.extract.figures.amounts import Amount, find_amounts
from sphinx_bilateral.extract.figures.bounds import bound_of
from sphinx_bilateral.extract.figures.changes import direction_of
from sphinx_bilateral.extract.figures.figure_roles import role_of, role_of_count
from sphinx_bilateral.extract.figures.measures import is_of_the_world, is_price, measure_of, name_of, rate_of
from sphinx_bilateral.extract.figures.periods import period_of
from sphinx_bilateral.extract.grammar.corrections import RETRACTED
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

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
    if (measure := measure_of(sentence, amount)) is not None:
        told.name, told.sentence = reading.words_of(sentence, *measure), sentence.index
        told.period = period_of(reading, sentence, amount, None)


def _is_not_so(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether an amount is only what another is not: ", not $900 million", "instead of $900 million"."""
    before = amount.first - 1 - (sentence.low(amount.first - 1) == "the")
    rather = f"{sentence.low(before - 1)} {sentence.low(before)}" in _RATHER
    return rather or (sentence.cls(before) == "!" and sentence.cls(before - 1) in ",a")


def _is_figure(sentence: Sentence, measure: tuple[int, int] | None) -> bool:
    """Tell whether the noun is only "the figure", which says nothing of what it is of."""
    of = measure is not None and sentence.cls(measure[1] + 1) == "f"
    return measure is not None and not of and sentence.low(measure[1]) == "figure" and measure[1] - measure[0] <= 1


def _is_of_long_ago(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether it is of some time long ago: "from $9 billion a decade ago", "two decades ago"."""
    near = sentence.lows[amount.last + 1 : amount.last + 4]
    return "ago" in near and not {"decade", "decades"}.isdisjoint(near)


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
    if amount.is_money and near != 0 and _raises_it(sentence, amount):
        return told.name if near == 1 else _last_measured(reading, sentence)
    if amount.unit == "%" and near == 0 and sentence.low(amount.first - 1) == "of":
        return told.name if sentence.units[amount.first - 2].has("change") else None  # "which is a rise of 5 percent"
    if not told.name or not amount.is_money or near > 1:
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
    if is_price(sentence, amount):
        return
    counted = not amount.is_money and amount.unit != "%"
    if counted and not _is_meant(sentence, amount):
        return
    measure = (amount.last, amount.last) if counted else measure_of(sentence, amount)
    role = role_of_count(sentence, amount.first) if counted else role_of(sentence, amount)
    taken = None
    if not counted and _is_figure(sentence, measure):
        measure, taken = None, told.name if sentence.index - told.sentence < 2 else None
    elif measure is None and not counted:
        taken = _taken_up(reading, sentence, amount, told)
    direction = None if counted else direction_of(sentence, amount)
    role = _role_of_change(sentence, amount, role) if direction else role
    role = None if role == "open" else role
    if measure is None and taken is None and not (counted or role in {"aid", "contract_value"}):
        return
    if measure is not None and is_of_the_world(sentence, measure[1]):
        return
    name = taken or (name_of(reading, sentence, measure, amount) if measure else str(role).replace("_", " "))
    if measure is not None and not counted and amount.unit != "%":
        told.name, told.sentence = name, sentence.index
    elif taken:
        told.sentence = sentence.index
    if direction and amount.unit == "%":
        name = f"{'growth' if direction == 'up' else 'decline'} of {name}"
    part = amount.unit == "%" and sentence.cls(amount.last + 1) == "f"
    if part and measure is not None and (measure[0] > amount.last or sentence.low(amount.last + 2) == "which"):
        name = f"share of {name}"
    name = " ".join(filter(None, (name, rate_of(sentence, amount, measure))))
    bound, from_word, to_word = bound_of(sentence, amount)
    first, last = _span(sentence, amount, measure)
    reading.put(
        "figure",
        [reading.range_of(sentence, min(first, from_word), max(last, to_word))],
        f"figure.{role or 'open'}",
        unsure=(
            *(() if amount.sure else ("unit",)),
            *(("measure",) if part and _is_traded(sentence, measure, amount) else ()),
            *(("period",) if _is_of_long_ago(sentence, amount) else ()),
        ),
        value=_number(amount.value),
        value_to=_number(amount.upper) if amount.upper is not None and amount.upper != amount.value else None,
        bound=bound,
        unit=amount.unit,
        measure=name,
        role=role,
        direction=direction,
        period=None
        if unit.has("instrument") or (counted and unit.has("quantity") and not unit.has("bulk"))
        else period_of(reading, sentence, amount, role) or (told.period if taken else None),
    )


def _is_traded(sentence: Sentence, measure: tuple[int, int] | None, amount: Amount) -> bool:
    """Tell whether a share is of what is exported and not of the exports: "exports 20 percent of its tea"."""
    return measure is not None and measure[1] < amount.first and sentence.units[measure[1]].has("oneway")


def _number(value: float) -> float:
    return round(value) if math.isclose(value, round(value), rel_tol=1e-12) else round(value, 9)


def _role_of_change(sentence: Sentence, amount: Amount, role: str | None) -> str | None:
    """Return the role of "up 12 percent", "a 30 percent rise"; an amount of money that way says by how much."""
    if sentence.low(amount.first - 1) in {"down", "up"} and amount.unit != "%":
        return None  # what it changed from or to is told elsewhere, or nowhere
    return role or "actual"
