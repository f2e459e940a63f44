"""By how much something changed: "rose by $3 billion", "a 30 percent rise", "an increase of 17 percent"."""

from __future__ import annotations

from sphinx_bilateral.extract.figures.amounts import Amount, opener
from sphinx_bilateral.extract.words.units import Sentence

_ABOUT = {"about", "around", "nearly", "almost", "some", "roughly", "approximately", "over", "than", "more"}
COMPARED = {
    **dict.fromkeys(("more", "above", "higher"), "up"),
    **dict.fromkeys(("less", "below", "lower", "fewer"), "down"),
}
_FAR = 14  # units before a base in which its verb stands
_RISES = frozenset({"go", "be", "move", "come"})  # verbs with which "up" and "down" tell of a change: "went up"


def direction_of(sentence: Sentence, amount: Amount) -> str | None:
    """Return up or down where the amount is by how much something changed: "rose by $3 billion", "grew 12 percent"."""
    before = amount.first - 1
    if amount.unit == "%" and (noun := _noun_of_change(sentence, amount.last + 1)) is not None:
        return noun
    if amount.unit == "%" and (found := COMPARED.get(sentence.low(amount.last + 1))) is not None:
        return found
    while before > 0 and sentence.low(before) in _ABOUT:
        before -= 1
    if before < 0:
        return None
    if sentence.low(before) == "of":
        return _noun_of_change(sentence, before - 1)
    if sentence.low(before) != "by":
        alone = amount.unit == "%" or sentence.low(before) in {"up", "down"}
        return sentence.units[before].tags.get("change") if alone and not _is_particle(sentence, before) else None
    for index in range(before - 1, max(before - 8, -1), -1):
        if (found := sentence.units[index].tags.get("change")) and not _is_particle(sentence, index):
            return found
    return None


def _is_particle(sentence: Sentence, at: int) -> bool:
    """Tell whether "up" belongs to a verb that tells of no change: "makes up", "set up"."""
    if sentence.low(at) not in {"up", "down"} or sentence.cls(at - 1) != "V":
        return sentence.low(at) == "up" and sentence.low(at - 1) in {"make", "makes", "made", "making"}
    return sentence.units[at - 1].tags.get("verb") not in _RISES


def _noun_of_change(sentence: Sentence, at: int) -> str | None:
    """Return the direction of the noun at *at*: "a 30 percent rise in trade", "an increase of 12 percent"."""
    noun = sentence.units[at] if 0 <= at < len(sentence.units) else None
    return noun.tags.get("change") if noun is not None and noun.has("changenoun") else None


def is_base(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether it is what something rose or is to rise from: "up from $850 million", "triple it from $6m"."""
    at = opener(sentence, amount.first)
    if not amount.is_money or sentence.low(at) != "from" or amount.upper is not None:
        return False
    if sentence.low(at - 1) in {"up", "down"}:
        return True
    near = sentence.units[max(0, at - _FAR) : at]
    return any(unit.has("change") or unit.has("raising") or unit.has("reaching") for unit in near)


def is_set_against(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether the amount is what another is compared with: "against $1 billion now", "compared with"."""
    at = amount.first - 1
    compared = sentence.low(at) in {"with", "to"} and "compar" in sentence.low(at - 1)
    return compared or sentence.low(at) == "against"
