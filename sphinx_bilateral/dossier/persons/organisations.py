"""Organisations that reports name in other words: by their letters, where some report says whose they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sphinx_bilateral.model.facts import Fact, Participant
from sphinx_bilateral.model.words import fold

_WITH_LETTERS = re.compile(r"(?P<name>\S.*?)\s*\((?P<letters>[A-Z][A-Za-z&.]{1,9})\)\Z")


def with_organisations(facts: Sequence[Fact]) -> list[Fact]:
    """Return *facts* with each organisation under one name: the fullest that a report gives it.

    Letters stand for a name where a report says so, "State Oil Company (SOC)", and no report says it of another one.
    """
    written = [fact.organisation for fact in facts if isinstance(fact, Participant) and fact.organisation]
    if not written:
        return list(facts)
    meant = _names_of_letters(written)
    fullest: dict[str, str] = {}
    for name in sorted(written, key=lambda one: (len(one), one)):
        fullest[_key(name, meant)] = name
    return [_with_name(fact, fullest, meant) for fact in facts]


def _names_of_letters(written: Sequence[str]) -> dict[str, str]:
    """Return the one name that letters stand for, by the letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in written:
        if stated := _WITH_LETTERS.match(name):
            found[_letters(stated["letters"])].add(_plain(stated["name"]))
    return {letters: names.pop() for letters, names in found.items() if len(names) == 1}


def _with_name(fact: Fact, fullest: Mapping[str, str], meant: Mapping[str, str]) -> Fact:
    if not isinstance(fact, Participant) or not fact.organisation:
        return fact
    name = fullest[_key(fact.organisation, meant)]
    return fact if name == fact.organisation else fact.model_copy(update={"organisation": name})


def _key(name: str, meant: Mapping[str, str]) -> str:
    stated = _WITH_LETTERS.match(name)
    plain = _plain(stated["name"] if stated else name)
    return meant.get(_letters(name), plain) if name.isupper() or "." in name else plain


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


def _letters(name: str) -> str:
    return name.replace(".", "").replace(" ", "").casefold()
