"""Amounts: numbers with their unit: "$5-6 billion", "half a million euros", "20 tonnes" and "12 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

_LOCAL_DOLLAR = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}
_GLUED_DOLLAR = {"a": "AUD", "au": "AUD", "c": "CAD", "s": "SGD", "us": "USD", "u.s.": "USD", "r": "BRL"}
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY"}
# Letters that are a currency only right before a number, and else a name: "Sh420 million", "JD 5 million".
_LETTERS = {"R": "ZAR", "Sh": "SHILLING", "Shs": "SHILLING", "KD": "KWD", "BD": "BHD", "JD": "JOD"}
# Coins of one name in several states: which it is, the parties tell; the first is the one without them.
_COINS = {
    "RUPEE": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR", "SC": "SCR"},
    "FRANC": {"CH": "CHF", "FR": "FRF", "BE": "BEF", "RW": "RWF", "GN": "GNF", "SN": "XOF", "CM": "XAF"},
    "CROWN": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK", "IS": "ISK"},
    "PESO": {"MX": "MXN", "PH": "PHP", "AR": "ARS", "CL": "CLP", "CO": "COP", "CU": "CUP", "UY": "UYU"},
    "DINAR": {"KW": "KWD", "JO": "JOD", "IQ": "IQD", "RS": "RSD", "DZ": "DZD", "TN": "TND", "BH": "BHD", "LY": "LYD"},
    "RIYAL": {"SA": "SAR", "QA": "QAR", "OM": "OMR", "YE": "YER", "IR": "IRR"},
    "SHILLING": {"KE": "KES", "TZ": "TZS", "UG": "UGX"},
    "POUND": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG"},
    "CFA": {
        **dict.fromkeys(("SN", "CI", "ML", "BF", "NE", "TG", "BJ", "GW"), "XOF"),
        **dict.fromkeys(("CM", "TD", "CF", "CG", "GA", "GQ"), "XAF"),
    },
    "DIRHAM": {"AE": "AED", "MA": "MAD"},
}
_GLUED_MAGNITUDES = {"k": 1e3, "m": 1e6, "b": 1e9}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
_NUMBERS = {*_FRACTIONS, "a", "an"}  # words that a number can start with and that are of no class of their own
_RANGE = {"to", "-", "and", "or"}
_FAR = 16  # units; the noun of what was measured stands no further before
_YEARLY = {"a", "last", "the", "this", "that"}
_ABOUT = {"about", "around", "approximately", "some", "nearly", "over", "roughly", "or"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; of a range, the lower end.

    :param first: index of its first unit; *last* inclusive.
    :param sure: the unit is certain; a rupee of neither party may be any.
    :param upper: the upper end of a range.
    """

    first: int
    last: int
    value: float
    unit: str | None
    sure: bool = True
    upper: float | None = None

    @property
    def is_money(self) -> bool:
        """Tell whether the unit is a currency and neither a share nor a quantity."""
        return self.unit is not None and len(self.unit) == 3 and self.unit.isupper()


def find_amounts(reading: Reading, sentence: Sentence) -> Iterator[Amount]:
    """Yield the amounts of *sentence* that have a unit, in order.

    Of a range it is the lower end; what stands in brackets after an amount of money is the same in another currency.
    """
    if "#" not in sentence.classes and "k" not in sentence.classes:
        return
    following = 0
    for index, low in enumerate(sentence.lows):
        if index < following or (sentence.classes[index] != "#" and low not in _NUMBERS):
            continue
        amount = _amount_at(reading, sentence, index)
        if amount is None:
            continue
        if amount.is_money:
            amount = replace(amount, last=_end_of_conversion(reading, sentence, amount.last))
        following = amount.last + 1
        if amount.unit is None and _lacks_currency(sentence, amount.last):
            amount = replace(amount, unit=_currency_around(reading, sentence, index))
        if amount.unit is not None:
            yield amount


def _lacks_currency(sentence: Sentence, last: int) -> bool:
    """Tell whether the number that ends at *last* counts money whose name was told before: "from 31.7 billion in"."""
    return sentence.cls(last) == "k" and (sentence.cls(last + 1) in "p,.;a " or sentence.low(last + 1) in _YEARLY)


def _currency_around(reading: Reading, sentence: Sentence, at: int) -> str | None:
    """Return the one currency of the amounts around, after "rose to" or "from" at *at*; ``None`` where it is not sure.

    It is that of the same sentence, or that of the one before.
    """
    near = sentence.units[max(0, at - _FAR) : at]
    if sentence.low(at - 1) not in {"to", "from", "at"} or not any(unit.has("measure") for unit in near):
        return None
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    for one in (sentence, before):
        found = {_currency_of(unit) for unit in _outside_brackets(one)} if one is not None else set()
        if found := found - {None}:
            code = found.pop()
            return reading.dollar if code == "$" and not found else code if not found else None
    return None


def _outside_brackets(sentence: Sentence) -> Iterator[Unit]:
    """Yield the units but for what stands in brackets, which says the same in another currency."""
    inside = False
    for letter, unit in zip(sentence.classes, sentence.units, strict=True):
        inside = letter == "(" or (inside and letter != ")")
        if not inside:
            yield unit


def _currency_of(unit: Unit) -> str | None:
    """Return the code of the currency that a unit names, "$" for a bare dollar sign."""
    if unit.text in {"$", *_SIGNS}:
        return _SIGNS.get(unit.text, "$")
    code = unit.tags.get("currency", "")
    return code if len(code) == 3 and code.isupper() else None


def _end_of_conversion(reading: Reading, sentence: Sentence, last: int) -> int:
    """Return the index of the bracket that closes "(about $294 million)" after the unit at *last*, or *last*."""
    if sentence.cls(last + 1) != "(":
        return last
    at = last + 1
    start = at + 1
    while sentence.low(start) in _ABOUT:
        start += 1
    for probe in (start, start + 1, start + 2):
        amount = _amount_at(reading, sentence, probe)
        if amount is not None and amount.unit is not None:
            closed = sentence.cls(amount.last + 1) == ")" and amount.is_money
            return amount.last + 1 if closed else last
    return last


def _amount_at(reading: Reading, sentence: Sentence, at: int) -> Amount | None:
    """Return the amount whose number starts at *at*; its unit is ``None`` where it has none."""
    number = _number_at(sentence, at)
    if number is None:
        return None
    value, last, scaled = number
    amount = _with_unit(reading, sentence, at, last, value)
    ranged = _range_from(reading, sentence, amount, scaled=scaled)
    return _with_subunit(sentence, ranged or amount)


def _plain_number(text: str) -> float | None:
    try:
        return float(text.replace(",", "")) if len(text) < 30 else None
    except ValueError:
        return None


def _number_at(sentence: Sentence, at: int) -> tuple[float, int, bool] | None:
    """Return the number that starts at *at*, the index of its last unit, and whether a magnitude scales it."""
    unit = sentence.units[at] if at < len(sentence.units) else None
    if unit is None:
        return None
    if unit.low in _FRACTIONS and _magnitude(sentence, _after_article(sentence, at)) is not None:
        value, last = _FRACTIONS[unit.low], _after_article(sentence, at) - 1
    elif unit.low in {"a", "an"} and sentence.cls(at + 1) == "k":
        value, last = 1.0, at
    elif (
        unit.cls == "#"
        and not _in_name(sentence, at)
        and (read := _plain_number(unit.tags.get("number", unit.text))) is not None
    ):
        value, last = read, at
        if unit.has("number"):
            value, last = _spelled(sentence, at, read)
    else:
        return None
    scale, end = _scaled(sentence, last)
    return value * scale, end, end > last


def _after_article(sentence: Sentence, at: int) -> int:
    """Return the index after "half a" and "a quarter of a" at *at*."""
    at += 1 + (sentence.cls(at + 1) == "f")
    return at + (sentence.cls(at) == "e")


def _in_name(sentence: Sentence, at: int) -> bool:
    """Tell whether the number at *at* is a part of a name: "P-3C", "G20", "K2"; "R50 million" is a sum."""
    unit, before = sentence.units[at], sentence.cls(at - 1)
    if unit.glued and before != "$" and sentence.low(at - 1).isalpha() and sentence.cls(at + 1) != "k":
        return True
    following = sentence.units[at + 1] if at + 1 < len(sentence.units) else None
    if following is not None and following.glued and following.cls in "Nl" and following.low not in _GLUED_MAGNITUDES:
        return True
    return unit.glued and before == "-" and at > 1 and sentence.classes[at - 2] == "N" and sentence.units[at - 1].glued


def _spelled(sentence: Sentence, at: int, value: float) -> tuple[float, int]:
    """Read on after a number in words: "forty-five", "two and a half", "three quarters", "one hundred and fifty"."""
    last = at
    mark = sentence.low(at + 1)
    if 20 <= value < 100 and mark == "-" and (unit := _small(sentence, at + 2)) is not None:
        value, last = value + unit, at + 2
    elif sentence.low(at + 1) in {"quarters", "quarter"} and sentence.cls(at + 2) == "k":
        value, last = value * 0.25, at + 1
    if sentence.low(last + 1) == "and" and sentence.low(last + 2) == "a" and sentence.low(last + 3) == "half":
        value, last = value + 0.5, last + 3
    return value, last


def _small(sentence: Sentence, at: int) -> float | None:
    unit = sentence.units[at] if at < len(sentence.units) else None
    number = _plain_number(unit.tags["number"]) if unit is not None and unit.has("number") else None
    return number if number is not None and number < 10 else None


def _magnitude(sentence: Sentence, at: int) -> float | None:
    unit = sentence.units[at] if at < len(sentence.units) else None
    return float(unit.tags["magnitude"]) if unit is not None and unit.cls == "k" else None


def _scaled(sentence: Sentence, last: int) -> tuple[float, int]:
    """Return the product of the magnitudes after the unit at *last*, hyphen or not, and the index of the last one."""
    scale = 1.0
    glued = sentence.units[last + 1] if last + 1 < len(sentence.units) else None
    if glued is not None and glued.glued and glued.low in _GLUED_MAGNITUDES and glued.cls != "k":
        return _GLUED_MAGNITUDES[glued.low], last + 1  # "$5m"
    if sentence.cls(last + 1) == "-" and (hyphened := _magnitude(sentence, last + 2)) is not None:
        scale, last = scale * hyphened, last + 2
    while (more := _magnitude(sentence, last + 1)) is not None:
        scale, last = scale * more, last + 1
    return scale, last


def _currency_before(reading: Reading, sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Return the currency whose sign or name stands right before *at*, and the index of its first unit."""
    unit = sentence.units[at - 1] if at else None
    if unit is None or _belongs_before(sentence, at - 1):
        return None
    if unit.cls == "$":
        return unit.tags["currency"], at - 1
    if unit.text in _SIGNS:
        return _SIGNS[unit.text], at - 1
    if unit.text == "S" and unit.glued and sentence.low(at - 2) == "$" and sentence.low(at - 3) == "u":
        return "USD", at - 3  # "U$S", as the River Plate writes it
    if unit.text in _LETTERS and (unit.text != "R" or (sentence.units[at].glued and "ZA" in reading.parties)):
        return _LETTERS[unit.text], at - 1
    if unit.text != "$":
        return None
    before = sentence.low(at - 2) if unit.glued else ""
    if before in _GLUED_DOLLAR:
        return _GLUED_DOLLAR[before], at - 2
    return reading.dollar, at - 1


def _belongs_before(sentence: Sentence, at: int) -> bool:
    """Tell whether the currency at *at* is that of the number before it: "50 dollars 40", not "$50 $40"."""
    start = at - 1
    while sentence.cls(start) in "#k":
        start -= 1
    if start == at - 1 or at < 1:
        return False
    return not (sentence.cls(start) == "$" or (start >= 0 and sentence.units[start].text in {"$", *_SIGNS}))


def _coin(reading: Reading, code: str) -> tuple[str, bool]:
    """Return the currency that a name such as rupee means in this report, and whether that is sure."""
    if code == "CENT":
        return reading.dollar, True
    coins = _COINS.get(code)
    if coins is None:
        return code, True
    told = list(dict.fromkeys(coins[party] for party in reading.parties if party in coins))
    return (told[0], len(told) == 1) if told else (next(iter(coins.values())), code in {"POUND", "DIRHAM"})


def _with_unit(reading: Reading, sentence: Sentence, first: int, last: int, value: float) -> Amount:
    """Return the amount of the number from *first* to *last* with the unit before or after it."""
    if (before := _currency_before(reading, sentence, first)) is not None:
        unit, sure = _coin(reading, before[0])
        return Amount(before[1], last, value * _of_name(sentence, before[1]), unit, sure)
    probe = last + 1 + (sentence.cls(last + 1) == "-" and sentence.cls(last + 2) in "$%")
    following = sentence.units[probe] if probe < len(sentence.units) else None
    if following is None:
        return Amount(first, last, value, None)
    if following.cls == "$" and not (following.low in {"rs", "rs."} and sentence.cls(probe + 1) == "#"):
        scale, end = _scaled(sentence, probe)
        unit, sure = _coin(reading, following.tags["currency"])
        hundredth = 0.01 if following.tags["currency"] in {"CENT", "PENNY"} else 1.0
        unit = "GBP" if unit == "PENNY" else unit
        return Amount(first, end, value * scale * hundredth * _of_name(sentence, probe), unit, sure)
    if following.text in {"$", *_SIGNS} and sentence.cls(probe + 1) != "#":
        return Amount(first, probe, value, _SIGNS.get(following.text, reading.dollar))
    if following.cls in "CD" and sentence.low(probe + 1) in {"dollars", "dollar"}:
        code = code_of(following)
        return Amount(first, probe + 1, value, {"US": "USD", **_LOCAL_DOLLAR}.get(code or "", "USD"))
    if following.cls == "%" or following.text == "%":
        return Amount(first, probe, value, "%")
    return _quantity(sentence, first, last, value)


def _of_name(sentence: Sentence, at: int) -> float:
    """Return what the name of a currency multiplies by itself: "MEUR", a million euros."""
    return float(sentence.units[at].tags.get("magnitude", "1"))


def _quantity(sentence: Sentence, first: int, last: int, value: float) -> Amount:
    """Return the amount of goods or persons where their noun follows within some words."""
    for probe in range(last + 1, min(last + 5, len(sentence.units))):
        unit = sentence.units[probe]
        if unit.has("quantity"):
            if sentence.units[first].low.startswith("one") and value == 1:
                break
            return Amount(first, probe, value, unit.tags["quantity"])
        if (unit.has("goods") or unit.has("moved")) and value > 1:
            return Amount(first, probe, value, unit.low.split()[-1])
        compound = unit.low in {"other", "more"} or (unit.cls == "#" and unit.glued)  # "COVID-19 vaccines"
        if (sentence.classes[probe] not in "lS-VNDT" and not compound) or unit.has("relative"):
            break
    return Amount(first, last, value, None)


def _range_from(reading: Reading, sentence: Sentence, low: Amount, *, scaled: bool) -> Amount | None:
    """Return the range that starts with *low*: "$5-6 billion", "60 billion to 80 billion dollars", or ``None``."""
    mark = low.last + 1
    if sentence.low(mark) not in _RANGE:
        return None
    before = sentence.low(opener(sentence, low.first))
    if sentence.low(mark) == "and" and before != "between":
        return None
    if sentence.low(mark) == "to" and before == "by":
        return None  # "was cut by $100 million to $400 million"
    start = mark + 1
    if sentence.cls(start) == "$" or (start < len(sentence.units) and sentence.units[start].text in {"$", *_SIGNS}):
        start += 1
    number = _number_at(sentence, start)
    if number is None:
        return None
    high = _with_unit(reading, sentence, start, number[1], number[0])
    unit = low.unit or high.unit
    if unit is None or (low.unit and high.unit and low.unit != high.unit and high.is_money):
        return None
    value = low.value if scaled or not number[2] else low.value * _scale_of(sentence, start, number)
    if value > high.value:
        return None
    if before == "from" and sentence.low(opener(sentence, low.first) - 1) not in {
        "ranging",
        "range",
        "ranges",
        "ranged",
    }:
        return replace(low, value=value, unit=unit) if low.unit is None or value != low.value else None
    return Amount(low.first, high.last, value, unit, low.sure and high.sure, high.value)


def opener(sentence: Sentence, first: int) -> int:
    """Return the index of the word before the amount but for "the current", "around", "about US"."""
    at = first - 1
    while first - at < 4 and sentence.cls(at) in "eSlvL" and sentence.low(at) not in {"from", "between"}:
        at -= 1
    return at if sentence.low(at) in {"from", "between"} else first - 1


def _scale_of(sentence: Sentence, start: int, number: tuple[float, int, bool]) -> float:
    """Return by what the magnitude of the upper end multiplies: of "5-6 billion", a billion."""
    unit = sentence.units[start]
    bare = _plain_number(unit.tags.get("number", unit.text))
    return number[0] / bare if bare else 1.0


def _with_subunit(sentence: Sentence, amount: Amount) -> Amount:
    """Return "3 dollars 50 cents", "thirteen dollars and forty-five cents" as one amount."""
    if not amount.is_money or amount.upper is not None:
        return amount
    start = amount.last + 1 + (sentence.low(amount.last + 1) == "and")
    number = _number_at(sentence, start)
    if number is None or number[0] >= 100:
        return amount
    name = sentence.units[number[1] + 1].tags.get("currency") if number[1] + 1 < len(sentence.units) else None
    if name not in {"CENT", "PENNY"}:
        return amount
    return replace(amount, last=number[1] + 1, value=amount.value + number[0] / 100)
