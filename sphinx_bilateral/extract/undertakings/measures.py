"""Measures: what one side has already done for the other, and what the other will receive from it."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, last_word, verb_group
from sphinx_bilateral.extract.grammar.event_dates import date_of
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.grammar.wording import wording
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.sectors import sectors_of
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence


def read_measures(reading: Reading) -> None:
    """Put down what one side has already done for the other: "X waived duties on imports from Y"."""
    for sentence in reading.body("modal", "deed"):
        for index in sentence.places("modal"):
            _receives(reading, sentence, index)
        for index in sentence.places("deed"):
            unit = sentence.units[index]
            if unit.cls != "V":
                continue
            group = verb_group(sentence, index)
            if group is None or not _done(group) or standing_of(sentence, group) != "done":
                continue
            actor = subject_of(reading, sentence, group)
            if actor is None or actor.kind != "states" or len(actor.codes) != 1:
                continue
            end = clause_end(sentence, index + 1)
            other = reading.other(actor.codes[0])
            objects = sentence.units[index + 1 : end]
            named = {code for item in objects for code in (item.tags.get("state"), item.tags.get("demonym")) if code}
            if (
                other is None
                or other not in named
                or not (unit.has("donating") or any(item.has("deedobject") for item in objects))
            ):
                continue
            first = min(
                [actor.first] + [date.first for date in reading.dates[sentence.index] if date.last < actor.first]
            )
            reading.put(
                "commitment",
                [reading.range_of(sentence, first, last_word(sentence, index, end - 1))],
                "commitment.measure-taken",
                actors=actor.codes,
                strength="decided",
                action=wording(reading, sentence, index, last_word(sentence, index, end - 1)),
                sectors=sectors_of(sentence, index, end - 1),
                status="implemented",
                date=date_of(reading, sentence, group),
            )


def _done(group: VerbGroup) -> bool:
    """Tell whether the verb says what somebody did, and was not done to."""
    return (
        group.mood == "finite" and group.tense == "past" and not (group.passive or group.negated or group.progressive)
    )


def _receives(reading: Reading, sentence: Sentence, at: int) -> None:
    """Put down "X will receive scholarships" as what the other side will give."""
    if sentence.low(at) != "will" or sentence.low(at + 1) != "receive":
        return
    actor = next(
        (item for item in reading.actors[sentence.index] if item.last == at - 1 and item.kind == "states"), None
    )
    giver = reading.other(actor.codes[0]) if actor is not None and len(actor.codes) == 1 else None
    last = last_word(sentence, at, clause_end(sentence, at + 2) - 1)
    given = sentence.units[at + 2 : last + 1]
    if giver is None or actor is None or not any(unit.has("aidcue") or unit.has("quantity") for unit in given):
        return
    if not any(
        giver in item.codes or code_of(sentence.units[item.first]) == giver for item in reading.actors[sentence.index]
    ) and not any(unit.cls in "CD" and code_of(unit) == giver for unit in sentence.units):
        return
    reading.put(
        "commitment",
        [reading.range_of(sentence, actor.first, last)],
        "commitment.will-receive",
        actors=(giver,),
        strength="will",
        action=wording(reading, sentence, at + 1, last),
        sectors=sectors_of(sentence, at, last),
    )
