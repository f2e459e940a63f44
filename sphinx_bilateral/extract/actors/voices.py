"""Who says what a clause says: a side, a person of a side, or the report itself."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.actors.pronouns import resolved
from sphinx_bilateral.extract.grammar.clauses import clause_start, finite_before, verb_group
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.units import Sentence

_TAIL = 24  # units; a closing "the minister said" is no longer


def voice_of(reading: Reading, sentence: Sentence, at: int, *, closing: bool = True) -> Actor | None:
    """Return who says the clause at unit *at*: by a verb of saying around it, or as the speaker of a quotation.

    :param closing: a verb of saying at the end counts: ", the minister said".
    """
    said = _saying_before(sentence, at)
    if said is not None and (group := verb_group(sentence, said)) is not None:
        if group.passive or group.negated:
            return None
        return subject_of(reading, sentence, group) or _inverted(reading, sentence, said)
    quotation = reading.quoted(sentence.units[at].start)
    if quotation is not None:
        if sentence.end > quotation.outer[1] and (said := _after_quotation(sentence, quotation.outer[1])) is not None:
            return _next_to(reading, sentence, said)
        side = quotation.speaker.side if quotation.speaker is not None else None
        return Actor(at, at, "person", (side,)) if side else None
    return _closing(reading, sentence, at) if closing else None


def is_reported(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether somebody is told to have said or decided what *sentence* says."""
    return reading.quoted(sentence.start) is not None or any(
        sentence.classes[index] == "V" and not sentence.units[index].has("stative")
        for index in sentence.places("report", "commit")
    )


def _saying_before(sentence: Sentence, at: int) -> int | None:
    """Return the verb of saying that takes the clause at *at*: "said that X will", "said X will"."""
    start = clause_start(sentence, at)
    if start and sentence.classes[start - 1] == "h":
        said = finite_before(sentence, start - 1)
    elif start and sentence.classes[start - 1] == '"':
        return None
    else:
        said = finite_before(sentence, at, start)
        while said is not None and not sentence.units[said].has("report"):
            said = finite_before(sentence, said, start)
    if said is None or not sentence.units[said].has("report"):
        return None
    return said


def _inverted(reading: Reading, sentence: Sentence, said: int) -> Actor | None:
    """Return the subject of "said X"."""
    for actor in reading.actors[sentence.index]:
        if said < actor.first <= said + 2 and sentence.cls(actor.first - 1) in "Vev":
            return resolved(reading, sentence, actor)
    return None


def _after_quotation(sentence: Sentence, end: int) -> int | None:
    """Return the verb of saying that follows the quotation that ends at offset *end*."""
    for index, unit in enumerate(sentence.units):
        if unit.start >= end and unit.cls == "V" and unit.has("report"):
            return index
    return None


def _next_to(reading: Reading, sentence: Sentence, said: int) -> Actor | None:
    """Return the subject right before or right after the verb of saying; a name that is not known is nobody's."""
    for actor in reading.actors[sentence.index]:
        if actor.last == said - 1 or (
            actor.last < said and sentence.classes[actor.last + 1 : said] in {"v", "Z", "Zv"}
        ):
            return resolved(reading, sentence, actor)
    return _inverted(reading, sentence, said)


def _closing(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the subject of a verb of saying that closes the sentence: "X will build a port, the minister said"."""
    for index in range(len(sentence.units) - 1, max(at, len(sentence.units) - _TAIL), -1):
        if sentence.classes[index] != "V" or not sentence.units[index].has("report"):
            continue
        comma = sentence.classes.rfind(",", at, index)
        group = verb_group(sentence, index)
        if comma < 0 or group is None or group.mood != "finite" or group.passive:
            continue
        if comma == index - 1:
            return _inverted(reading, sentence, index)
        for actor in reading.actors[sentence.index]:
            if comma < actor.first and actor.last < index:
                return resolved(reading, sentence, actor)
        return None
    return None
