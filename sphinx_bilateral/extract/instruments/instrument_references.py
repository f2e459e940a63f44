"""Instruments that are only named: they exist, unless the words around them leave open whether they do."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.words.units import Sentence

_NOT_YET_THERE = frozenset("potential possible prospective eventual future mooted envisaged draft proposed".split())
_SHAKEN = frozenset({"deferring", "refusing"})  # by the standing of the verb: "shelved the pact"
_OPEN_FOR = 30  # units behind the name; its verb stands no further
_HOLDING = frozenset("has have had having with".split())


def referred_to(sentence: Sentence, first: int, head: int, last: int) -> Verdict:
    """Read a name of which nothing is said: it exists, unless it is "a potential agreement", "a future treaty"."""
    for index in range(max(first - 2, 0), head):
        if sentence.low(index) in _NOT_YET_THERE and set(sentence.classes[index + 1 : head]) <= set("lLSAMCD-NV"):
            return Verdict("proposed", "agreement.potential", first, last)
    doubtful = _is_new(sentence, first) or _is_shaken(sentence, first) or _is_left_open(sentence, last)
    return Verdict("existing", "agreement.reference", first, last, unsure=("status",) if doubtful else ())


def _is_new(sentence: Sentence, first: int) -> bool:
    """Tell whether "a treaty" is told for the first time, so that nobody knows whether it is there."""
    if sentence.low(first - 1) not in {"a", "an"}:
        return False
    if sentence.low(first - 2) in _HOLDING or sentence.cls(first - 2) in "pf":
        return False  # "under an agreement"
    before = sentence.units[first - 2] if first > 1 else None
    return before is None or not (before.has("stressing") or before.tags.get("standing") == "attesting")


def _is_shaken(sentence: Sentence, first: int) -> bool:
    """Tell whether the verb over the name puts it off, drops it or turns it down: "shelved the security pact"."""
    at = first - 1
    while at > 0 and sentence.classes[at] in "elLSDCGN#'v":
        at -= 1
    return at >= 0 and sentence.classes[at] == "V" and sentence.units[at].tags.get("standing") in _SHAKEN


def _is_left_open(sentence: Sentence, last: int) -> bool:
    """Tell whether its own verb is one of what may be, or its predicate says how it stands: "is in the works"."""
    for index in range(last + 1, min(last + _OPEN_FOR, sentence.size)):
        letter = sentence.classes[index]
        if letter in ',;."hqc':
            return False
        if letter == "X":
            return sentence.low(index) not in {"will", "'ll", "shall"}
        if letter == "E":
            return sentence.cls(index + 1) in "plL!v"  # "is close to collapse"
        if letter == "V" and (group := verb_group(sentence, index)) is not None and group.mood == "finite":
            return sentence.units[index].tags.get("standing") in _SHAKEN
    return False
