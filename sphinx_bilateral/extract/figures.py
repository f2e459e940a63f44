"""Figures: money, shares and quantities that mean something for the relation, and what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.clauses import clause_start, verb_group
from sphinx_bilateral.extract.dates import DateExpression
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.standing import standing_of
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence, Unit

_LOCAL_DOLLAR = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit.

    :param first: index of its first unit; *last* inclusive.
    """

    first: int
    last: int
    value: float
    unit: str | None


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "")) if len(text) < 30 else None
    except ValueError:
        return None


def _value_at(sentence: Sentence, at: int) -> tuple[float, int] | None:
    """Return the number that starts at *at*, magnitude included, and the index of its last unit."""
    unit = sentence.units[at]
    value = _number(unit.tags.get("number", unit.text)) if unit.cls == "#" else None
    if value is None:
        return None
    last = at
    if sentence.cls(at + 1) == "-" and sentence.cls(at + 2) == "k" and sentence.units[at + 1].glued:
        value, last = value * float(sentence.units[at + 2].tags["magnitude"]), at + 2
    while sentence.cls(last + 1) == "k":
        last += 1
        value *= float(sentence.units[last].tags["magnitude"])
    return value, last


def _currency_before(reading: Reading, sentence: Sentence, at: int) -> tuple[str, int] | None:
    for width in (1,):
        unit = sentence.units[at - width] if at >= width else None
        if unit is not None and unit.cls == "$":
            return unit.tags["currency"], at - width
        if unit is not None and unit.text in {"$", "€", "£", "¥"}:
            start = at - width
            before = sentence.low(start - 1) if sentence.units[start].glued else ""
            if before in {"us", "u.s.", "u.s"}:
                return "USD", start - 1
            if before in {"a", "au", "c", "nz", "s", "hk"}:
                return {"a": "AUD", "au": "AUD", "c": "CAD", "nz": "NZD", "s": "SGD", "hk": "HKD"}[before], start - 1
            return {"$": reading.dollar, "€": "EUR", "£": "GBP", "¥": "JPY"}[unit.text], start
    return None


def find_amounts(reading: Reading, sentence: Sentence) -> Iterator[Amount]:
    """Yield the amounts of *sentence* that have a unit, in order."""
    index = sentence.classes.find("#")
    while index >= 0:
        last = index
        if (found := _value_at(sentence, index)) is not None:
            value, last = found
            amount = _with_unit(reading, sentence, index, last, value)
            if amount is not None:
                yield amount
                last = amount.last
        index = sentence.classes.find("#", last + 1)


def _with_unit(reading: Reading, sentence: Sentence, first: int, last: int, value: float) -> Amount | None:
    if (before := _currency_before(reading, sentence, first)) is not None:
        return Amount(before[1], last, value, before[0])
    following = sentence.units[last + 1] if last + 1 < len(sentence.units) else None
    if following is None:
        return None
    if following.cls == "$" and following.low != "rs":
        return Amount(first, last + 1, value, following.tags["currency"])
    if following.cls in "CD" and sentence.cls(last + 2) == "$" and sentence.low(last + 2) in {"dollars", "dollar"}:
        code = code_of(following)
        return Amount(first, last + 2, value, {"US": "USD", **_LOCAL_DOLLAR}.get(code or "", "USD"))
    if following.cls == "%" or following.text == "%":
        return Amount(first, last + 1, value, "%")
    probe = last + 1
    while (
        probe < len(sentence.units)
        and probe - last < 4
        and sentence.classes[probe] in "lS-VN"
        and not sentence.units[probe].has("quantity")
    ):
        probe += 1
    if (
        probe < len(sentence.units)
        and sentence.units[probe].has("quantity")
        and not sentence.units[first].low.startswith("one")
    ):
        return Amount(first, probe, value, sentence.units[probe].tags["quantity"])
    return None


def read_figures(reading: Reading) -> None:
    """Put down the figures of the body; one whose role no rule decides stays unsettled."""
    for sentence in reading.body():
        for amount in find_amounts(reading, sentence):
            _put(reading, sentence, amount)


def _measure(reading: Reading, sentence: Sentence, amount: Amount) -> tuple[int, int] | None:
    """Return the place of the noun that the amount measures: the nearest known one, before rather than after."""
    start = clause_start(sentence, amount.first)
    for index in range(amount.first - 1, max(start, amount.first - 22) - 1, -1):
        if sentence.units[index].has("measure"):
            first = index
            while first > start and sentence.classes[first - 1] in "SlD" and index - first < 3:
                first -= 1
            return first, index
        if sentence.classes[index] == ";":
            break
    for index in range(amount.last + 1, min(amount.last + 8, len(sentence.units))):
        if sentence.units[index].has("measure"):
            return index, index
        if sentence.classes[index] in ";.":
            break
    return None


def _role(sentence: Sentence, amount: Amount) -> str | None:
    """Return what the figure is: decided by the verb and the words that stand with it."""
    start = max(clause_start(sentence, amount.first), amount.first - 25)
    window = sentence.units[start : amount.first]
    following = sentence.units[amount.last + 1 : amount.last + 3]
    if _is_starting_point(sentence, amount):
        return "actual"
    if any(unit.has("targetcue") for unit in window) or any(unit.low in {"target", "goal"} for unit in following):
        return "target"
    if "potential" in {unit.low for unit in window}:
        return "projection"
    return _role_of_verbs(sentence, start, amount.first) or _role_of_words(sentence, amount, window)


def _role_of_count(sentence: Sentence, stop: int) -> str:
    """Return the role of a quantity of goods or persons: a count, unless it could be or is what a work can do."""
    for index in range(stop - 1, max(-1, stop - 10), -1):
        if sentence.low(index) == "capacity":
            return "open"
        if sentence.units[index].tags.get("modal") in {"would", "may"}:
            return "projection"
    return "count"


def _is_starting_point(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether it is the first of two amounts: "from $2 billion to $5 billion"."""
    return sentence.low(amount.first - 1) == "from" and any(
        sentence.classes[index] == "o" and sentence.cls(index + 1) in "$#?"
        for index in range(amount.last + 1, min(amount.last + 8, len(sentence.units)))
    )


def _role_of_verbs(sentence: Sentence, start: int, stop: int) -> str | None:
    """Return the role that the nearest telling verb before the amount gives; "open" where it denies or doubts it."""
    for index in range(stop - 1, start - 1, -1):
        unit = sentence.units[index]
        group = verb_group(sentence, index) if unit.cls == "V" else None
        if group is None:
            continue
        if unit.has("giving") and group.mood != "participle":
            return "aid"
        towards = group.mood == "gerund" and any(sentence.low(n) == "to" for n in range(start, stop))
        reaching = unit.has("reaching") or unit.has("raising")
        standing = standing_of(sentence, group) if reaching and group.mood != "gerund" else "done"
        if standing in {"denied", "doubted"}:
            return "open"
        if reaching and group.mood == "infinitive" and _is_projected(sentence, start, group.first):
            return "projection"
        if unit.has("raising") and (group.mood == "infinitive" or group.modal == "will" or towards):
            return "target" if towards or _is_willed(sentence, index, stop) else "projection"
        if group.modal in {"would", "may"} or unit.has("projecting") or (reaching and standing in {"ahead", "open"}):
            return "projection"
        if unit.has("reaching"):
            return "actual"
        if unit.tags.get("status") == "sign":
            return None
    return None


def _is_projected(sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether an infinitive hangs on "is expected to", "is set to", "is likely to"."""
    near = range(max(start, stop - 4), stop)
    return any(
        sentence.units[index].has("projecting")
        or sentence.low(index) in {"set", "likely", "poised", "potential", "due"}
        for index in near
    )


def _is_willed(sentence: Sentence, verb: int, stop: int) -> bool:
    """Tell whether somebody means to reach the amount, and it is not only foreseen: "will raise trade to"."""
    if any(sentence.units[index].tags.get("standing") in {"wishing", "authorising"} for index in range(verb)):
        return True
    group = verb_group(sentence, verb)
    if group is not None and group.mood == "infinitive":
        return True
    return any(sentence.units[index].has("measure") for index in range(verb + 1, stop))


def _role_of_words(sentence: Sentence, amount: Amount, window: list[Unit]) -> str | None:
    """Return the role that the words around the amount give: "worth", "in aid", "was"."""
    after = sentence.units[amount.last + 1 : amount.last + 6]
    near = {unit.low for unit in (*window, *after[:1])}
    if near & {"worth", "valued"}:
        unsure = any(unit.tags.get("modal") in {"would", "may", "should"} for unit in window[-4:])
        return "projection" if unsure else "contract_value"
    if any(unit.has("aidcue") for unit in (*after, *window[-6:])):
        return "aid"
    if any(unit.has("dealcue") for unit in after):
        return "contract_value"
    return "actual" if any(unit.cls == "E" for unit in window) else None


def _period(reading: Reading, sentence: Sentence, amount: Amount) -> str | None:
    start = clause_start(sentence, amount.first)

    def distance(expression: DateExpression) -> int:
        return min(abs(expression.first - amount.last), abs(amount.first - expression.last) + 1)

    for expression in sorted(reading.dates[sentence.index], key=distance):
        if expression.first < start or (
            "#" in sentence.classes[expression.last + 1 : amount.first] and expression.first > start + 2
        ):
            continue
        if expression.first > amount.last and _amount_between(sentence, amount.last + 1, expression.first):
            continue
        if abs(expression.first - amount.last) < 10 or expression.last < amount.first:
            return reading.date(sentence, expression, "future" if expression.by else "past")
    return None


def _amount_between(sentence: Sentence, first: int, stop: int) -> bool:
    return any(sentence.classes[index] in "$k%" for index in range(first, stop))


def _direction(sentence: Sentence, amount: Amount) -> str | None:
    """Return up or down where the amount is by how much something changed: "rose by $3 billion", "grew 12 percent"."""
    before = amount.first - 1
    if before < 0:
        return None
    if sentence.low(before) != "by":
        alone = amount.unit == "%" or sentence.low(before) in {"up", "down"}
        return sentence.units[before].tags.get("change") if alone else None
    for index in range(before - 1, max(before - 8, -1), -1):
        if found := sentence.units[index].tags.get("change"):
            return found
    return None


def _put(reading: Reading, sentence: Sentence, amount: Amount) -> None:
    quantity = sentence.units[amount.last].tags.get("quantity")
    counted = quantity is not None and amount.unit == quantity
    measure = (amount.last, amount.last) if counted else _measure(reading, sentence, amount)
    role = _role_of_count(sentence, amount.first) if counted else _role(sentence, amount)
    role = None if role == "open" else role
    direction = None if counted else _direction(sentence, amount)
    if direction and sentence.low(amount.first - 1) in {"down", "up"}:
        role = None  # what it changed from or to is told elsewhere, or nowhere
    if measure is None and not (quantity or role in {"aid", "contract_value"}):
        return
    if quantity == "persons":
        return
    first, last = amount.first, amount.last
    if (
        measure is not None
        and measure[1] < amount.first
        and amount.first - measure[1] < 14
        and "#" not in sentence.classes[measure[1] : amount.first]
    ):
        first = measure[0]
    elif measure is not None and measure[0] > amount.last and measure[0] - amount.last < 6:
        last = measure[1]
    name = reading.words_of(sentence, *measure) if measure else quantity or str(role).replace("_", " ")
    value = int(amount.value) if amount.value == int(amount.value) else round(amount.value, 9)
    reading.put(
        "figure",
        [reading.range_of(sentence, first, last)],
        f"figure.{role or 'open'}",
        value=value,
        unit=amount.unit,
        measure=name,
        role=role,
        direction=direction,
        period=None
        if amount.unit in {"agreements", "MoUs", "deals", "contracts", "documents"}
        else _period(reading, sentence, amount),
    )
