"""Visits of which somebody says that they are not so, or will not be: "denied that its minister would travel to X"."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.denials import denier_of
from sphinx_bilateral.extract.grammar.standing import has_condition, is_announced
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.visits.visit import visitors
from sphinx_bilateral.extract.words.units import Sentence

_NEAR = 3  # units between who goes and the verb: "was to", "planned to", "would soon"


def is_denied(sentence: Sentence, group: VerbGroup, standing: str) -> bool:
    """Tell whether it is said outright that nobody goes or went: denied by somebody, or "will not visit"."""
    if group.negated:
        told = group.mood == "finite" and group.modal in {"will", "would"}
        return standing == "denied" and told and not has_condition(sentence)
    if group.mood == "infinitive":
        led = sentence.cls(group.first - 1) == "E" or is_announced(sentence, group)
        going = led or _office(sentence, group) is not None
        return going and _denier(sentence, group) is not None
    return standing == "denied" and _denier(sentence, group) is not None


def _denier(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the index of what denies the verb, or the verb that leads to it: "denied that X planned to visit"."""
    found = denier_of(sentence, group.first)
    if found is None and sentence.cls(group.first - 1) == "E":
        found = denier_of(sentence, group.first - 1)
    if found is None and sentence.cls(group.first - 1) == "V":
        leading = verb_group(sentence, group.first - 1)
        found = denier_of(sentence, leading.first) if leading is not None else None
    return found


def denied_visitors(
    reading: Reading, sentence: Sentence, group: VerbGroup, subject: Actor | None
) -> list[tuple[str, str | None]]:
    """Return who does not go, and whose they are: "its foreign minister" is of the side that denies it."""
    owner = _denying_side(reading, sentence, group)
    going = visitors(reading, sentence, subject)
    if not going and (office := _office(sentence, group)) is not None:
        going = [(reading.words_of(sentence, *office), None)]
    return [(name, side or owner) for name, side in going]


def _office(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """Return the units of "foreign minister" right before the verb, or before what leads to it."""
    for last in range(group.first - 1, max(-1, group.first - 1 - _NEAR), -1):
        if sentence.classes[last] == "T":
            first = last
            while first > 0 and sentence.classes[first - 1] in "Tl-":
                first -= 1
            return first, last
        if sentence.classes[last] not in "VvEXo":
            return None
    return None


def _denying_side(reading: Reading, sentence: Sentence, group: VerbGroup) -> str | None:
    """Return the side of who denies it; of whom it is told, where nobody else is named before."""
    denier = _denier(sentence, group)
    verb = verb_group(sentence, denier) if denier is not None and sentence.classes[denier] == "V" else None
    actor = subject_of(reading, sentence, verb) if verb is not None and verb.mood == "finite" else None
    if actor is None:
        actor = next((one for one in reading.actors[sentence.index] if one.last < group.first), None)
    return actor.codes[0] if actor is not None and len(actor.codes) == 1 else None
