"""What both sides told their people to do: "instructed officials to draft", "tasked the committee with drafting"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.undertakings.undertakings import Head
from sphinx_bilateral.extract.words.units import Sentence

_LONGEST = 12  # units from the verb to what is to be done
_THEIRS = ("office", "persongroup", "government", "body", "minorbody", "session")
_PEOPLE = {"teams", "sides", "agencies", "departments", "experts", "groups", "group", "staff"}


def ordered(sentence: Sentence, at: int) -> Iterator[Head]:
    """Yield what the verb of ordering at *at* charges officials or a body with."""
    group = verb_group(sentence, at)
    if group is None or group.mood != "finite" or group.passive or group.negated or group.modal:
        return
    told = False
    for index in range(at + 1, min(at + _LONGEST, sentence.size - 1)):
        letter, unit = sentence.classes[index], sentence.units[index]
        following = sentence.units[index + 1]
        if told and letter == "o" and following.cls == "V":
            yield Head(group, "decided", index, index + 1, "b", "commitment.ordered")
            return
        if told and unit.low == "with" and "g" in following.tags.get("form", ""):
            yield Head(group, "decided", index, index + 1, "g", "commitment.ordered")
            return
        if letter in 'VXEq;,."h!':
            return
        told = told or unit.low in _PEOPLE or any(unit.has(theme) for theme in _THEIRS)
