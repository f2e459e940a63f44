"""Denials: what somebody says is not so, as "denied that", "rejected reports of", "reports that … are false"."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.words.units import Sentence

_DENYING = frozenset("deny dismiss reject refute".split())
_TOLD = frozenset("claim report suggest say allege".split())  # "claims" and "reports" can be verbs
_REACH = 24  # units; what denies a clause stands no further from its verb


def denier_of(sentence: Sentence, at: int) -> int | None:
    """Return the index of the word that says that what the verb at *at* tells is not so, or ``None``."""
    found = _denying_verb(sentence, at)
    if found is None and "standing" in sentence.themes:
        found = _untrue_before(sentence, at)
        found = _untrue_after(sentence, at) if found is None else found
    return found


def _denying_verb(sentence: Sentence, at: int) -> int | None:
    """Return the verb of "denied that X had", "dismissed as false reports that", "denied reports of the signing"."""
    passed = False
    for index in range(at - 1, max(-1, at - _REACH), -1):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter == "h" and not passed:
            passed = True
            continue
        if letter in ',;"hqcEX':
            return None
        if letter != "V" or (group := verb_group(sentence, index)) is None:
            continue
        if unit.tags.get("verb") in _DENYING:
            return None if group.negated or group.modal or group.mood == "infinitive" else index
        if unit.tags.get("verb") not in _TOLD or "s" not in unit.tags.get("form", ""):
            return None
    return None


def _untrue_before(sentence: Sentence, at: int) -> int | None:
    """Return the place of "it is not true that", "no truth in reports that" before *at*."""
    for index in sentence.places("standing"):
        if index + 1 < at and sentence.units[index].tags["standing"] == "untrue" and sentence.low(index + 1) == "that":
            return index
    return None


def _untrue_after(sentence: Sentence, at: int) -> int | None:
    """Return the place of "false" in "reports that X had signed are false"."""
    told = any(
        sentence.units[index].tags.get("standing") == "rumoured" or sentence.units[index].tags.get("verb") in _TOLD
        for index in range(at)
    )
    for index in sentence.places("standing") if told else ():
        if index > at and sentence.units[index].tags["standing"] == "untrue" and _is_predicate(sentence, index):
            return index
    return None


def _is_predicate(sentence: Sentence, at: int) -> bool:
    before = at - 1
    while sentence.cls(before) in "v!" or sentence.low(before) in {"and", "as", "completely"}:
        before -= 1
    return sentence.cls(before) == "E"
