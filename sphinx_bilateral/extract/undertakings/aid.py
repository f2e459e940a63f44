"""Aid that one side announced for the other: "announced $15m in assistance to Y", "announced a grant for Y"."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import clause_end, last_word, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.grammar.wording import wording
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.sectors import sectors_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

# Words by which it is no gift of this side.
_LESS = frozenset("from cut cuts reduction suspension end freeze halt delay review less".split())


def read_announced_aid(reading: Reading) -> None:
    """Put down the aid with its sum that one side announced for the other."""
    for sentence in reading.body("report"):
        for index in sentence.places("report"):
            if sentence.units[index].tags.get("verb") == "announce" and sentence.classes[index] == "V":
                _announced(reading, sentence, index)


def _announced(reading: Reading, sentence: Sentence, at: int) -> None:
    group = verb_group(sentence, at)
    if group is None or group.mood != "finite" or group.passive or standing_of(sentence, group) != "done":
        return
    actor = subject_of(reading, sentence, group)
    other = reading.other(actor.codes[0]) if actor is not None and len(actor.codes) == 1 else None
    start = at + 1
    while sentence.cls(start) in "vwt":
        start += 1
    end = clause_end(sentence, start)
    units = sentence.units[start:end]
    given = {code for unit in units for code in (unit.tags.get("state"), unit.tags.get("demonym")) if code}
    aid = any(unit.has("aidcue") for unit in units) and any(_is_money(unit) for unit in units)
    if actor is None or other not in given or not aid or not _is_sum(sentence, start):
        return
    if any(unit.low in _LESS for unit in units):
        return
    last = last_word(sentence, start, end - 1)
    reading.put(
        "commitment",
        [reading.range_of(sentence, min(actor.first, group.first), last)],
        "commitment.announced-aid",
        actors=actor.codes,
        strength="decided",
        action=wording(reading, sentence, start, last),
        sectors=sectors_of(sentence, start, last),
        status="open",
    )


def _is_sum(sentence: Sentence, start: int) -> bool:
    """Tell whether what is announced is a sum or a gift: "$15m in", "12 million dollars", "an aid package"."""
    if start < sentence.size and (_is_money(sentence.units[start]) or sentence.cls(start) == "#"):
        return True
    near = sentence.units[start : start + 5]
    return sentence.low(start) in {"a", "an"} and any(
        unit.has("aidcue") or unit.cls == "#" or _is_money(unit) for unit in near
    )


def _is_money(unit: Unit) -> bool:
    return unit.cls == "$" or unit.text in {"$", "€", "£"}
