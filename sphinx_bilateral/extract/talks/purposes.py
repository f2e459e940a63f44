"""Meetings told by an infinitive: "had the honour to meet Q", "will travel to Lima to meet Q"."""

from __future__ import annotations

from dataclasses import replace

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.words.units import Sentence

_HONOURS = frozenset("honour honor pleasure privilege delight".split())
_PLEASED = frozenset("honoured honored pleased delighted privileged happy glad proud".split())
_WAYS = frozenset({"arrive", "visit", "leave"})  # of those who go somewhere in order to meet
_REACH = 9  # units between the verb of the way and its purpose


def told_by_purpose(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return an infinitive as the finite verb that it amounts to, or ``None`` where it leaves open what comes of it."""
    if group.mood != "infinitive" or group.passive or group.negated or group.perfect:
        return None
    return _honoured(sentence, group) or _on_the_way(sentence, group)


def _honoured(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Read "had the great honour to meet", "was pleased to meet": it has come about."""
    before = group.first - 1
    if sentence.low(before) in _HONOURS:
        before -= 1
        while sentence.cls(before) in "elLv":
            before -= 1
        had = sentence.low(before) == "had" and sentence.cls(before - 1) not in "ZXV!"
        return VerbGroup(before, group.head, "finite", "past") if had else None
    if sentence.low(before) not in _PLEASED:
        return None
    before -= 1
    while sentence.cls(before) in "vl":
        before -= 1
    was = sentence.low(before) in {"was", "were"} and sentence.cls(before - 1) not in "X!"
    return VerbGroup(before, group.head, "finite", "past") if was else None


def _on_the_way(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Read "will travel to Lima on Friday to meet": the meeting is ahead as the way there is."""
    verb = finite_before(sentence, group.first)
    if verb is None or sentence.classes[verb] != "V" or group.first - verb > _REACH:
        return None
    way = verb_group(sentence, verb)
    if way is None or way.modal != "will" or sentence.units[verb].tags.get("trip") not in _WAYS:
        return None
    if set(sentence.classes[verb + 1 : group.first]) - set("opKCenwtm#OvNL"):
        return None
    return replace(way, head=group.head) if standing_of(sentence, way) == "ahead" else None
