"""Verbs and nouns of undertaking, and where the list of actions that they take starts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence

# What can stand before "commitment": "their strong and shared commitment", "both countries' commitment".
_OF_COMMITMENT = frozenset(
    """strong mutual shared firm unwavering joint full continued common steadfast own respective 's ' countries sides
    strategic enduring""".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """A verb or noun of undertaking with what it takes.

    :param first: index of the first unit of the head as evidence, *last* of the last, before the actions.
    :param start: index where the list of actions starts.
    :param form: of the actions' verbs; "n" where the object is a noun.
    """

    group: VerbGroup
    strength: str
    last: int
    start: int
    form: str
    rule: str
    owner: str | None = None


def find_heads(sentence: Sentence, at: int) -> Iterator[Head]:
    """Yield the undertakings whose verb, modal or noun stands at *at*; at most one is of use."""
    unit = sentence.units[at]
    if unit.has("agreenoun"):
        yield from _nominal(sentence, at)
        return
    if unit.cls == "X":
        yield from _will(sentence, at)
        return
    strength = unit.tags.get("commit")
    group = verb_group(sentence, at)
    if strength is None:
        if group is not None and group.mood == "finite" and not (group.passive or group.negated or group.modal):
            yield from _noun_of_commitment(sentence, group, skip_adverbs(sentence, at + 1), "committed")
        return
    if group is None or group.negated or (group.modal is not None and group.modal != "will"):
        return
    if group.mood == "infinitive":
        return
    yield from _after_verb(sentence, group, at, strength)


def skip_adverbs(sentence: Sentence, index: int) -> int:
    """Return the index of the first unit from *index* on that is no adverb."""
    while sentence.cls(index) == "v":
        index += 1
    return index


def _skip_setting(sentence: Sentence, index: int) -> int:
    """Return the index of "to" after "agreed on Wednesday to", "agreed during the talks to"; else *index*."""
    probe = index
    while probe - index < 7 and sentence.cls(probe) in "pwtm#KeMsO":
        probe += 1
    return probe if sentence.cls(probe) == "o" and sentence.cls(probe + 1) in "VvS" else index


def _after_verb(sentence: Sentence, group: VerbGroup, at: int, strength: str) -> Iterator[Head]:
    """Read what follows the verb: "to" and a verb, "to" and a gerund, a noun of commitment, "that … will"."""
    index = skip_adverbs(sentence, at + 1)
    if sentence.cls(index) == "," and sentence.cls(index + 1) in "pv":
        closing = sentence.classes.find(",", index + 1, index + 12)
        index = skip_adverbs(sentence, closing + 1) if closing > 0 else index
    index = _skip_setting(sentence, index)
    if sentence.cls(index) == "!" and sentence.cls(index + 1) == "o":
        yield Head(group, strength, at, index, "n", "commitment.verb-not")
        return
    if sentence.units[at].tags["verb"] == "assure":
        index = next((n for n in range(index, index + 6) if sentence.cls(n) == "h"), index)
    if sentence.cls(index) == "o":
        yield from _after_to(sentence, group, index, strength, "commitment.verb-infinitive")
    elif sentence.cls(index) == "h" and strength != "reaffirmed":
        yield from _that(sentence, group, index, strength)
    elif strength in {"pledged", "promised", "committed"} and (
        sentence.cls(index) in "$#" or sentence.low(index) in {"$", "€", "£", "us"}
    ):
        yield Head(group, strength, at, index, "n", "commitment.verb-amount")
    elif strength == "reaffirmed" or sentence.units[at].low in {"pledged", "renewed"}:
        yield from _noun_of_commitment(sentence, group, index, strength)
    elif sentence.low(index) in {"on", "upon"} and strength in {"agreed", "decided"}:
        start = skip_adverbs(sentence, index + 1)
        if sentence.cls(start) == "V" and "g" in sentence.units[start].tags.get("form", ""):
            yield Head(group, strength, index, start, "g", "commitment.verb-on-gerund")
    elif strength == "approved" and sentence.cls(index) in "eSAl" and not group.passive:
        yield Head(group, strength, at, index, "n", "commitment.verb-object")


def _after_to(sentence: Sentence, group: VerbGroup, to: int, strength: str, rule: str) -> Iterator[Head]:
    start = skip_adverbs(sentence, to + 1)
    if start >= len(sentence.units):
        return
    form = sentence.units[start].tags.get("form", "")
    if sentence.units[start].tags.get("verb") in {"disagree", "meet", "hold"} and strength == "will":
        return
    if strength == "will" and sentence.units[start].has("nodeed"):
        return
    if "b" in form:
        yield Head(group, strength, to, start, "b", rule)
    elif "g" in form:
        yield Head(group, strength, to, start, "g", "commitment.verb-gerund")
    elif strength == "committed" and sentence.cls(start) in "eSlC":
        yield Head(group, strength, to, start, "n", "commitment.verb-noun")
    elif sentence.cls(start) in "lN" and sentence.cls(start + 1) in "eSlCDN":
        yield Head(group, strength, to, start, "b", rule)


def _that(sentence: Sentence, group: VerbGroup, that: int, strength: str) -> Iterator[Head]:
    """Read "agreed that X will do Y": an act, not an assessment."""
    for index in range(that + 1, min(that + 24, len(sentence.units))):
        if sentence.classes[index] == "X" and sentence.units[index].tags["modal"] in {"will", "would", "should"}:
            start = skip_adverbs(sentence, index + 1 + (sentence.cls(index + 1) == "!"))
            verb = sentence.units[min(start, len(sentence.units) - 1)].tags.get("verb", "")
            if sentence.low(start) == "do" or verb not in {"", "be", "convene", "meet", "have"}:
                yield Head(group, strength, that, that + 1, "n", "commitment.verb-that")
            elif sentence.low(start) == "be" and sentence.cls(start + 1) == "V":
                yield Head(group, strength, that, that + 1, "n", "commitment.verb-that-passive")
            return
        if sentence.classes[index] in "EZ;" or (
            sentence.classes[index] == "V" and "d" in sentence.units[index].tags.get("form", "")
        ):
            return


def _noun_of_commitment(sentence: Sentence, group: VerbGroup, index: int, strength: str) -> Iterator[Head]:
    """Read "reaffirmed their commitment to" with a verb, a gerund or a noun after it."""
    probe = index
    while sentence.cls(probe) in "ev" or sentence.low(probe) in _OF_COMMITMENT or sentence.cls(probe) in "CDB":
        probe += 1
    if probe >= len(sentence.units) or not sentence.units[probe].has("commitnoun") or probe - index > 6:
        return
    if strength == "committed" and sentence.low(probe) not in {"commitment", "determination", "resolve", "pledge"}:
        return
    noun = probe
    after = probe + 1
    while (
        after < len(sentence.units)
        and sentence.cls(after) != "o"
        and after - noun < 9
        and sentence.cls(after) not in ",;.hqV"
    ):
        after += 1
    if sentence.units[noun].low == "support" or sentence.low(noun + 1) == "for":
        yield Head(
            group,
            strength,
            noun,
            noun,
            "n",
            "commitment.noun-support",
        )
        return
    if sentence.cls(after) == "o":
        start = skip_adverbs(sentence, after + 1)
        form = sentence.units[start].tags.get("form", "") if start < len(sentence.units) else ""
        owner = next((code_of(sentence.units[n]) for n in range(index, noun) if sentence.classes[n] in "CD"), None)
        letter = (
            "b"
            if "b" in form and sentence.cls(start) == "V" and sentence.cls(start + 1) != "f"
            else "g"
            if "g" in form
            else "n"
        )
        yield Head(group, strength, after, start, letter, "commitment.noun-of-commitment", owner)


def _nominal(sentence: Sentence, at: int) -> Iterator[Head]:
    """Read "with agreements to focus on", "reached consensus on A; on B": no instrument, an undertaking."""
    word = sentence.low(at)
    reached = next((n for n in range(max(0, at - 4), at) if sentence.units[n].tags.get("verb") == "reach"), None)
    introduced = reached is not None or any(sentence.low(n) == "with" for n in range(max(0, at - 4), at))
    if (
        sentence.units[at].capital
        or not introduced
        or word.rstrip("s") not in {"agreement", "understanding", "consensus"}
    ):
        return
    start = skip_adverbs(sentence, at + 2)
    if start >= len(sentence.units):
        return
    form = sentence.units[start].tags.get("form", "")
    if sentence.cls(at + 1) == "o" and "b" in form and sentence.cls(start) in "VSA":
        yield Head(VerbGroup(at, at, "finite", "past"), "agreed", at + 1, start, "b", "commitment.nominal")
    elif reached is not None and sentence.low(at + 1) == "on" and sentence.cls(at - 1) != "e":
        group = verb_group(sentence, reached)
        if group is not None and group.mood == "finite" and not group.negated and group.modal is None:
            yield Head(group, "agreed", at + 1, start, "n", "commitment.reached-on")


def _will(sentence: Sentence, at: int) -> Iterator[Head]:
    if sentence.units[at].tags["modal"] not in {"will", "would"} or sentence.units[at].low not in {
        "will",
        "would",
        "shall",
        "'ll",
    }:
        return
    start = skip_adverbs(sentence, at + 1)
    if start >= len(sentence.units) or sentence.cls(start) != "V":
        return
    unit = sentence.units[start]
    if "b" not in unit.tags.get("form", "") or unit.has("nodeed") or not unit.has("act"):
        return
    group = verb_group(sentence, start)
    if group is None or group.negated or group.passive:
        return
    if unit.tags["verb"] == "work" and (to := _to_after(sentence, start)) is not None:
        yield Head(group, "will", to, to + 1, "b", "commitment.will-work-to")
        return
    yield Head(group, "will", at, start, "b", "commitment.will")


def _to_after(sentence: Sentence, at: int) -> int | None:
    """Return the index of "to" after "work together", "work closely", or ``None``."""
    for index in range(at + 1, at + 4):
        if sentence.cls(index) == "o" and sentence.cls(index + 1) in "vVSA":
            return index
        if sentence.cls(index) not in "vl":
            return None
    return None
