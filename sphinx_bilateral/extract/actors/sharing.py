"""Who does what an event tells, and what its verb shares with another: "P, head of the board, will arrive and meet"."""

from __future__ import annotations

from dataclasses import replace

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, verb_group
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence


def with_shared(sentence: Sentence, group: VerbGroup) -> VerbGroup:
    """Return the verb group whose auxiliaries say how *group* stands: its own, or those of the verb that it follows.

    A bare verb after "and" or a comma shares "will" or "is to" with the one before: "is to visit Lima and meet".
    """
    if group.first != group.head or group.mood != "finite" or sentence.units[group.head].tags.get("form") != "b":
        return group
    before = group.first - 1
    while before >= 0 and sentence.classes[before] == "v":
        before -= 1
    if sentence.cls(before) not in "a,":
        return group
    for index in range(before - 1, clause_start(sentence, group.first) - 1, -1):
        if sentence.classes[index] == "X":
            return replace(group, modal=sentence.units[index].tags["modal"], tense="future")
        if sentence.classes[index] != "V" or (other := verb_group(sentence, index)) is None:
            continue
        if other.modal is not None or other.mood == "infinitive":
            return other
        if other.mood == "finite" and other.tense != "present":
            return group
    return group


def event_subject(reading: Reading, sentence: Sentence, group: VerbGroup) -> Actor | None:
    """Return the subject of a verb, also across a long apposition: "P, head of the board of X and Y, arrived"."""
    subject = _officials_of(sentence, group) or _before_apposition(reading, sentence, group)
    return subject or subject_of(reading, sentence, group) or _officials_from(reading, sentence, group)


def _officials_of(sentence: Sentence, group: VerbGroup) -> Actor | None:
    """Return the states of "Kenyan and Japanese foreign ministers met"."""
    last = group.first - 1
    while last > 0 and sentence.classes[last] == "v":
        last -= 1
    unit = sentence.units[last] if last > 2 else None
    if unit is None or not unit.has("office") or not unit.low.endswith("s"):
        return None
    first = last
    while first > 2 and sentence.classes[first - 1] in "TS":
        first -= 1
    one, other = code_of(sentence.units[first - 3]), code_of(sentence.units[first - 1])
    if sentence.classes[first - 3 : first] not in {"DaD", "CaC", "DaC"} or one is None or other is None:
        return None
    return Actor(first - 3, last, "states", tuple(dict.fromkeys((one, other))))


def _officials_from(reading: Reading, sentence: Sentence, group: VerbGroup) -> Actor | None:
    """Return the states of "Senior officials from X and Y met", where those who act are not named."""
    for actor in reading.actors[sentence.index]:
        if actor.kind != "states" or len(actor.codes) < 2 or actor.last != group.first - 1:
            continue
        lead = actor.first - 1
        if sentence.low(lead) not in {"from", "of", "between"} or lead < 1:
            continue
        head = sentence.units[lead - 1]
        known = head.has("persongroup") or head.has("government") or head.has("office")
        if known or head.low in {"negotiators", "teams", "experts", "technicians"}:
            return Actor(lead - 1, actor.last, "states", actor.codes)
    return None


def _before_apposition(reading: Reading, sentence: Sentence, group: VerbGroup) -> Actor | None:
    """Return the person of "P Q, secretary of the board of X and Y, arrived": no verb stands between the commas."""
    comma = group.first - 1
    while comma > 0 and sentence.classes[comma] == "v":
        comma -= 1
    if sentence.cls(comma) != ",":
        return None
    start = clause_start(sentence, group.first)
    for actor in reading.actors[sentence.index]:
        if actor.first < start or len(actor.people) != 1 or sentence.classes[actor.first] == "b":
            continue
        opening = sentence.classes.find(",", actor.first)
        named = not sentence.classes[actor.first : opening].strip("NTHDn-j'SCe")
        office = any(unit.has("office") for unit in sentence.units[opening + 1 : opening + 5])
        if actor.first > 0 and sentence.classes[actor.first - 1] in "pfo":
            continue
        if named and office and opening < comma and not set("VXEZq;") & set(sentence.classes[opening:comma]):
            return actor
    return None
