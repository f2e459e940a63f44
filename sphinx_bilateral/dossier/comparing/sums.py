"""Sums of money in the words of an undertaking: what they are of tells it from others, and not how much."""

from __future__ import annotations

import re

from sphinx_bilateral.model.words import content_words

_SCALE = r"(?:thousand|million|billion|trillion|mn|bn|m)"
_MONEY = r"(?:dollars?|euros?|pounds?|yen|yuan|kroner|kronor|rupees?|shillings?|francs?|USD|EUR|GBP)"
_AMOUNT = r"\d[\d.,]*"
_SUM = re.compile(
    rf"(?:about |around |some |nearly |over |more than )?"
    rf"(?:(?:[A-Z]{{2,3}} ?)?[$€£¥] ?{_AMOUNT}(?:[ -]?{_SCALE}\b)?(?: (?:US )?{_MONEY}\b)?"
    rf"|\b(?:USD|EUR|GBP) ?{_AMOUNT}(?:[ -]?{_SCALE}\b)?"
    rf"|\b{_AMOUNT}(?:[ -]?{_SCALE}\b)? (?:US )?{_MONEY}\b)"
)
_DIGIT = re.compile(r"\d")
_FURTHER = frozenset({"additional", "another", "extra", "further", "more", "second", "again"})


def without_sums(action: str) -> str:
    """Return *action* without the sums of money in it; as it is where nothing else tells what it is about."""
    if not _DIGIT.search(action):
        return action
    plain = _SUM.sub(" ", action)
    return plain if content_words(plain) else action


def sums_of(action: str) -> tuple[str, ...]:
    """Return the sums of money in *action*, in order, without blanks."""
    return tuple(re.sub(r"[^\d.,a-z]", "", found[0].lower()) for found in _SUM.finditer(action))


def is_further(action: str) -> bool:
    """Tell whether *action* says that it comes on top of another: "an additional $5 million"."""
    return not _FURTHER.isdisjoint(action.lower().split())
