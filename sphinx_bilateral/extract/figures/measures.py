"""What a figure measures: the noun nearest to the amount, and of whom, by what time and to whom it is."""

from __future__ import annotations

from sphinx_bilateral.extract.figures.amounts import Amount
from sphinx_bilateral.extract.grammar.clauses import clause_start
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_SIDE_WORDS = frozenset({"to", "from", "with", "in", "into", "of", "between", "among"})
_WORLD = frozenset({"world", "global", "worldwide"})
_RATES = {
    "annually": "per year",
    "yearly": "per year",
    "monthly": "per month",
    "weekly": "per week",
    "daily": "per day",
}
_EACH = frozenset({"a", "per", "each", "every"})
_TIMES = frozenset({"day", "week", "month", "year", "hour"})
_LONGEST_GOODS = 4  # units of "of liquefied natural gas" between a flow and its sides
_NOUNS = {"export": "exports", "import": "imports", "invest": "investment"}
_LONGEST_NAME = 3  # words before a noun that tell what it is of
_HOW_MUCH = frozenset({"volume", "volumes", "value", "level", "levels", "figure", "amount", "total"})
_DONE = 8  # units after an amount in which the other side of "exported goods to" stands


def measure_of(sentence: Sentence, amount: Amount) -> tuple[int, int] | None:
    """Return the place of the noun that the amount measures: the nearest known one, before rather than after."""
    start = clause_start(sentence, amount.first)
    if amount.unit == "%" and sentence.cls(amount.last + 1) == "f" and (whole := _after(sentence, amount)) is not None:
        return whole  # "2 percent of the total trade of"
    for index in range(amount.first - 1, max(start, amount.first - 22) - 1, -1):
        if sentence.units[index].has("measure"):
            if _is_of_item_before(sentence, index, amount.first):
                return None
            first = head = _head(sentence, index, start)
            while first > start and sentence.classes[first - 1] in "SlD" and head - first < _LONGEST_NAME:
                first -= 1
            return first, head
        if sentence.classes[index] == ";":
            break
    if start > 1 and sentence.classes[start - 1] == "q":  # "trade, which stood at"
        before = start - 2 - (sentence.cls(start - 2) == ",")
        if before >= 0 and sentence.units[before].has("measure"):
            return before - (sentence.cls(before - 1) in "SlD"), before
    return _after(sentence, amount)


def _head(sentence: Sentence, at: int, start: int) -> int:
    """Return the noun that the one at *at* only belongs to: of "budget of the programme" the first."""
    if sentence.low(at) == "goods" and sentence.units[at - 1].tags.get("verb") in _NOUNS:
        return at - 1  # "Kenya exported goods"
    before = at - 1
    while before > start and sentence.classes[before] in "eSlD":
        before -= 1
    head = before - 1
    if sentence.low(before) in {"of", "in"} and head >= start and _is_quantity(sentence, head):
        return head if sentence.classes[head] != "V" or sentence.units[head].has("oneway") else at
    return at


def _is_quantity(sentence: Sentence, at: int) -> bool:
    """Tell whether the noun at *at* is something that can be measured; "volume" is how much of it there is."""
    return sentence.units[at].has("measure") and sentence.low(at) not in _HOW_MUCH


def _is_of_item_before(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell whether the noun at *at* is what another amount is for: "$5m to extend the road project, and $3m for"."""
    if sentence.cls(stop - 1) not in ",a":
        return False
    near = sentence.classes[max(0, at - 12) : at]
    return "$" in near and "f" not in near[near.rfind("$") :]


def _after(sentence: Sentence, amount: Amount) -> tuple[int, int] | None:
    """Return the noun after the amount that it is of."""
    for index in range(amount.last + 1, min(amount.last + 8, len(sentence.units))):
        if sentence.units[index].has("measure"):
            if sentence.units[index].cls == "V" and sentence.units[index + 1].has("measure"):
                continue  # "imported goods"
            first = index
            while first > amount.last + 1 and sentence.classes[first - 1] in "SlD" and index - first < _LONGEST_NAME:
                first -= 1
            return first, index
        if sentence.classes[index] in ";.":
            break
    return None


def is_price(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether the money is for one piece, and so no sum: "$230 per thousand cubic metres", "$60 a barrel"."""
    at = amount.last + 1
    if not amount.is_money or sentence.low(at) not in {"a", "an", "per"} or sentence.low(at + 1) in _TIMES:
        return False
    unit = sentence.units[at + 1] if at + 1 < len(sentence.units) else None
    if unit is None:
        return False
    return sentence.low(at) == "per" or unit.has("priced")


def is_of_the_world(sentence: Sentence, at: int) -> bool:
    """Tell whether the noun at *at*, or the one that it belongs to, is told of the world: "world trade in goods"."""
    return any(
        sentence.low(index) in _WORLD
        and (sentence.units[index + 1].has("flow") or sentence.units[index + 1].has("oneway"))
        for index in range(max(0, at - 4), at)
    )


def name_of(reading: Reading, sentence: Sentence, measure: tuple[int, int], amount: Amount) -> str:
    """Return the words of what was measured, with those who tell whose it is: "Kenya's exports to Peru".

    What goes both ways between the parties, "trade", is not told with their names.
    """
    first, last = measure
    while first > 1 and sentence.classes[first - 1] == "-" and sentence.classes[first - 2] in "CDNl":
        first -= 2
    unit = sentence.units[last]
    if first == last and (told := _of_verb(reading, sentence, last, amount)) is not None:
        return told
    end, codes = _sides_after(sentence, last)
    if unit.has("oneway"):
        owned = sentence.cls(first - 1) == "'" and sentence.cls(first - 2) in "CK"
        return reading.words_of(sentence, first - 2 if owned else first, end)
    foreign = unit.has("flow") and not codes <= set(reading.parties)
    if foreign and sentence.cls(first - 1) == "'" and sentence.cls(first - 2) in "CK":
        first -= 2
    return reading.words_of(sentence, first, end if foreign else last)


def _of_verb(reading: Reading, sentence: Sentence, verb: int, amount: Amount) -> str | None:
    """Return "exports of Kenya to Peru" for "Kenya exported goods worth $5 million to Peru"."""
    noun = _NOUNS.get(sentence.units[verb].tags.get("verb", ""))
    subject = verb - 1
    while sentence.cls(subject) in "EZXv":
        subject -= 1
    if noun is None or sentence.cls(subject) != "C" or sentence.cls(subject - 1) == "a":
        return None
    name = f"{noun} of {reading.words_of(sentence, subject, subject)}"
    for index in range(amount.last + 1, min(amount.last + _DONE, len(sentence.units) - 1)):
        if sentence.classes[index] in ",;VEXqha":
            break
        at = index + 1 + (sentence.cls(index + 1) == "e")
        if sentence.low(index) in {"to", "from", "in", "into"} and sentence.cls(at) == "C":
            return f"{name} {reading.words_of(sentence, index, at)}"
    return name


def _sides_after(sentence: Sentence, last: int) -> tuple[int, set[str]]:
    """Return where "of Kenya to Peru", "of coal from Peru" after the noun at *last* ends, and the states in it."""
    end, codes, at = last, set[str](), last + 1
    if sentence.low(at) in {"of", "in"} and (whole := _measure_after(sentence, at + 1)) is not None:
        end, at = whole, whole + 1  # "deficit in trade with Peru"
    while sentence.low(at) in _SIDE_WORDS:
        state = at + 1 + (sentence.cls(at + 1) == "e")
        if sentence.cls(state) != "C":
            goods = at + 1
            while goods - at < _LONGEST_GOODS and sentence.cls(goods) in "lSLN":
                goods += 1
            if at != last + 1 or sentence.low(goods) not in _SIDE_WORDS or goods == at + 1:
                break
            at = goods
            continue
        end = state
        codes.add(code_of(sentence.units[state]) or "")
        if sentence.low(at) in {"between", "among"} and sentence.low(state + 1) == "and":
            other = state + 2 + (sentence.cls(state + 2) == "e")
            if sentence.cls(other) == "C":
                end = other
                codes.add(code_of(sentence.units[other]) or "")
        at = end + 1
    return end, codes


def _measure_after(sentence: Sentence, at: int) -> int | None:
    """Return the noun at *at*, behind its article, if it is one that is measured."""
    while sentence.cls(at) in "eSlD" and not sentence.units[at].has("measure"):
        at += 1
    return at if sentence.cls(at) != " " and sentence.units[at].has("measure") else None


def rate_of(sentence: Sentence, amount: Amount, measure: tuple[int, int] | None) -> str | None:
    """Return "per day" of "15,000 barrels a day"; a year's trade is a total, and is told without."""
    at = amount.last + 1
    if sentence.cls(at) == "f":
        while at - amount.last < _LONGEST_GOODS and sentence.cls(at) in "flSLN":
            at += 1
    found = _RATES.get(sentence.low(at))
    if found is None and sentence.low(at) in _EACH and sentence.low(at + 1) in _TIMES:
        if sentence.low(at + 2) in {"ago", "earlier", "before", "later", "on"}:
            return None  # "a year ago"
        found = f"per {sentence.low(at + 1)}"
    noun = sentence.units[measure[1]] if measure is not None else None
    total = noun is not None and (noun.has("flow") or noun.has("oneway")) and amount.unit != "%"
    return None if found == "per year" and total else found
