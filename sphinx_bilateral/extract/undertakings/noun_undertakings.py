"""Nouns of undertaking: "reaffirmed their commitment to", "reached agreement on", "gave an assurance that"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.undertakings.undertakings import Head, after_that, after_to, skip_adverbs, skip_setting
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

# What can stand before "commitment": "their strong and shared commitment", "both countries' commitment".
_OF_COMMITMENT = frozenset("countries sides government governments '".split())
_STRESSING = {"underline", "underscore"}  # like "stressed", which undertakes nothing
_FIRM = frozenset({"commitment", "determination", "resolve", "pledge"})
_WAYS = frozenset({"ways", "means", "modalities", "how"})  # consensus on them binds nobody to an act


def held_commitment(sentence: Sentence, at: int) -> Iterator[Head]:
    """Read "reaffirmed their commitment to" with a verb, a gerund or a noun after it."""
    unit = sentence.units[at]
    group = verb_group(sentence, at)
    strength = unit.tags.get("commit")
    if group is None or group.passive or group.negated or group.modal or group.mood == "infinitive":
        return
    if strength is None and (group.mood != "finite" or unit.tags.get("verb") in _STRESSING):
        return
    if strength not in {None, "reaffirmed"} and unit.low not in {"pledged", "renewed"}:
        return
    index = skip_adverbs(sentence, at + 1)
    noun = index
    while noun < len(sentence.units) and _describes(sentence, noun):
        noun += 1
    if noun >= len(sentence.units) or not sentence.units[noun].has("commitnoun") or noun - index > 6:
        return
    if strength is None and sentence.low(noun) not in _FIRM:
        return
    yield from _commitment_to(sentence, group, (index, noun), strength or "committed")


def _describes(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    return unit.cls in "evCDB'" or unit.low in _OF_COMMITMENT or unit.has("strongly")


def _commitment_to(sentence: Sentence, group: VerbGroup, words: tuple[int, int], strength: str) -> Iterator[Head]:
    """Read what follows the noun at the end of *words*."""
    index, noun = words
    after = noun + 1
    while after < len(sentence.units) and after - noun < 9 and sentence.classes[after] not in "o,;.hqV":
        after += 1
    if sentence.low(noun) == "support" or sentence.low(noun + 1) == "for":
        yield Head(group, strength, noun, noun, "n", "commitment.noun-support")
        return
    if sentence.cls(after) != "o":
        return
    start = skip_adverbs(sentence, after + 1)
    unit = sentence.units[min(start, len(sentence.units) - 1)]
    form = unit.tags.get("form", "")
    owner = next((code_of(sentence.units[n]) for n in range(index, noun) if sentence.classes[n] in "CD"), None)
    infinitive = "b" in form and unit.cls == "V" and sentence.cls(start + 1) != "f"
    letter = "b" if infinitive else "g" if "g" in form else "n"
    yield Head(group, strength, after, start, letter, "commitment.noun-of-commitment", owner)


def given_word(sentence: Sentence, at: int) -> Iterator[Head]:
    """Read "gave an assurance that", "made a promise to", "announced plans to", "announced its decision to"."""
    verb = at - 1
    while verb >= 0 and sentence.classes[verb] in "eSlD'v#" and at - verb < 6:
        verb -= 1
    if verb < 0 or sentence.classes[verb] != "V":
        return
    if sentence.units[verb].tags.get("verb") not in {"make", "give", "announce", "take", "issue", "offer", "unveil"}:
        return
    group = verb_group(sentence, verb)
    if group is None or group.mood == "infinitive" or group.negated or group.passive or group.modal:
        return
    strength = sentence.units[at].tags["undertaking"]
    index = skip_setting(sentence, at + 1)
    if sentence.cls(index) == "o":
        yield from after_to(sentence, group, index, strength, "commitment.given-word")
    elif sentence.cls(index) == "h":
        yield from after_that(sentence, group, index, index + 1, strength)


def nominal(sentence: Sentence, at: int) -> Iterator[Head]:
    """Read "with agreements to focus on", "reached consensus on A; on B": no instrument, an undertaking."""
    word = sentence.low(at).rstrip("s")
    if sentence.units[at].capital and at:
        return
    if word not in {"agreement", "understanding", "consensu", "common understanding"}:
        return
    if sentence.low(at + 1) in {"was", "were", "has been"} or sentence.cls(at + 1) in "EZ":
        yield from _was_reached(sentence, at)
        return
    reached = next((n for n in range(max(0, at - 6), at) if sentence.units[n].tags.get("verb") == "reach"), None)
    group = verb_group(sentence, reached) if reached is not None else None
    if reached is not None and (group is None or group.negated or group.modal is not None):
        return
    index = skip_setting(sentence, at + 1)
    if sentence.cls(index) == "o" and (reached is not None or "with" in _before(sentence, at)):
        yield from (
            after_to(sentence, VerbGroup(at, at, "finite", "past"), index, "agreed", "commitment.nominal")
            if group is None
            else after_to(sentence, group, index, "agreed", "commitment.reached-to")
        )
    elif group is not None and sentence.cls(index) == "h":
        yield from after_that(sentence, group, index, index + 1, "agreed")
    elif group is not None and group.mood == "finite":
        plain = word != "agreement" or sentence.cls(at - 1) != "e"
        yield from _reached_on(sentence, group, at) if plain else ()


def _before(sentence: Sentence, at: int) -> set[str]:
    return {sentence.low(index) for index in range(max(0, at - 4), at)}


def _reached_on(sentence: Sentence, group: VerbGroup, at: int) -> Iterator[Head]:
    """Read "on" after "reached consensus", "reached extensive consensus with Y"."""
    on = at + 1
    if sentence.low(on) == "with":
        on = next((n for n in range(at + 2, min(at + 9, len(sentence.units))) if sentence.low(n) == "on"), on)
    start = skip_adverbs(sentence, on + 1)
    if sentence.low(on) != "on" or start >= len(sentence.units) or sentence.low(start) in _WAYS:
        return
    gerund = sentence.cls(start) == "V" and "g" in sentence.units[start].tags.get("form", "")
    yield Head(group, "agreed", on, start, "g" if gerund else "n", "commitment.reached-on")


def _was_reached(sentence: Sentence, at: int) -> Iterator[Head]:
    """Read "Agreement was reached to build": no instrument, an undertaking of both."""
    verb = next((n for n in range(at + 2, at + 5) if sentence.low(n) == "reached"), None)
    group = verb_group(sentence, verb) if verb is not None else None
    if verb is None or group is None or not group.passive or group.negated or group.modal:
        return
    index = skip_setting(sentence, verb + 1)
    group = VerbGroup(at - (sentence.cls(at - 1) == "e"), verb, "finite", "past", passive=True)
    if sentence.cls(index) == "o":
        yield from after_to(sentence, group, index, "agreed", "commitment.was-reached")
    elif sentence.low(verb + 1) == "on" and sentence.cls(at - 1) != "e":
        yield from _reached_on(sentence, group, verb)
