"""Answers to undertakings: what was done, in whatever words, and what was refused: "did X", "will not do X".

Such a sentence says something of an undertaking, and only beside it: what is put down here is unsettled, and the
dossier keeps it where the undertaking is found.
"""

from __future__ import annotations

from typing import Literal

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, clause_start, last_word, verb_group
from sphinx_bilateral.extract.grammar.event_dates import date_of
from sphinx_bilateral.extract.grammar.standing import has_condition, standing_of
from sphinx_bilateral.extract.grammar.wording import wording
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.facts import DONE_RULE, REFUSED_RULE

_REFUSING = {"refuse", "decline", "rule_out"}
_PLANS = {"plan", "plans", "intention"}  # "has no plans to"
_STARTING = {"open", "start", "begin", "commence", "resume"}  # "the clinic opened": nobody is told who did it
_FAR = 16  # units; the longest noun phrase before a passive verb
_OWN = 4  # units at the start of it within which its owner stands
_Status = Literal["implemented", "in_progress"]


def read_answers(reading: Reading) -> None:
    """Put down what can answer an undertaking, where nothing else tells of the same words."""
    told = [span for fact in reading.facts if fact.type == "commitment" for span in fact.evidence]
    for sentence in reading.body("doing"):
        for at in sentence.places("doing"):
            if sentence.classes[at] != "V" or _is_of_words(sentence, at):
                continue
            start, end = reading.range_of(sentence, at, at)
            span = reading.span(start, end)
            if any(one.start <= span.start < one.end for one in told):
                continue
            _read(reading, sentence, at)


def _read(reading: Reading, sentence: Sentence, at: int) -> None:
    refusal = _refusal(sentence, at)
    if refusal is not None:
        _refused(reading, sentence, refusal, at)
        return
    group = verb_group(sentence, at)
    if group is None or group.mood != "finite" or group.negated or group.modal is not None or has_condition(sentence):
        return
    standing = standing_of(sentence, group)
    if standing not in {"done", "ongoing"} or not (group.tense == "past" or group.progressive):
        return
    _done(reading, sentence, group, at)


def _is_of_words(sentence: Sentence, at: int) -> bool:
    """Tell whether only words pass: "exchanged views", "held a meeting", "opened the session"."""
    return any(
        unit.has(theme)
        for unit in sentence.units[at + 1 : at + 5]
        for theme in ("views", "session", "talktopic", "visitnoun")
    )


def _refusal(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the verb that refuses what the verb at *at* says: "refused to supply", "will not supply"."""
    group = verb_group(sentence, at)
    if group is not None and group.negated and group.mood == "finite" and group.modal in {"will", "would"}:
        return group
    before = at - 1
    while before > 0 and sentence.classes[before] in "ov":
        before -= 1
    if sentence.low(before) in _PLANS and sentence.low(before - 1) == "no" and sentence.cls(before - 2) in "ZE":
        return VerbGroup(before - 2, before, "finite", "present")
    if before < 0 or sentence.classes[before] != "V" or sentence.units[before].tags.get("verb") not in _REFUSING:
        return None
    leading = verb_group(sentence, before)
    outright = leading is not None and leading.mood == "finite" and not leading.negated and leading.modal is None
    return leading if outright else None


def _refused(reading: Reading, sentence: Sentence, group: VerbGroup, at: int) -> None:
    actor = subject_of(reading, sentence, group)
    codes = actor.codes if actor is not None else ()
    if not codes or not set(codes) <= set(reading.both) or has_condition(sentence):
        return
    last = last_word(sentence, at, clause_end(sentence, at + 1) - 1)
    _put(reading, sentence, (min(actor.first, group.first) if actor else group.first, at, last), codes, "denied", group)


def _done(reading: Reading, sentence: Sentence, group: VerbGroup, at: int) -> None:
    last = last_word(sentence, at, clause_end(sentence, at + 1) - 1)
    status: _Status = "in_progress" if group.progressive or _only_begun(sentence, at) else "implemented"
    if group.passive or _opens_itself(sentence, at):
        first = _start_of_subject(sentence, group)
        codes = _owners(reading, sentence, first, group, last) if first < group.first else None
        if codes is not None:
            _put(reading, sentence, (first, first, last), codes, status, group)
        return
    actor = subject_of(reading, sentence, group)
    if actor is None or not actor.codes or not set(actor.codes) <= set(reading.both) or last <= at:
        return
    start = at + 1 if status == "in_progress" and not group.progressive else at
    _put(reading, sentence, (min(actor.first, group.first), start, last), actor.codes, status, group)


def _only_begun(sentence: Sentence, at: int) -> bool:
    """Tell whether only the begin of it is told: "has begun building", "started work on", "launched construction"."""
    if not sentence.units[at].has("ongoing"):
        return False
    following = sentence.units[at + 1] if at + 1 < sentence.size else None
    if following is None:
        return False
    near = {sentence.low(index) for index in range(at + 1, min(at + 4, sentence.size))}
    gerund = following.cls == "V" and "g" in following.tags.get("form", "")
    return gerund or bool(
        near & {"work", "works", "construction", "deliveries", "delivery", "preparations", "shipments"}
    )


def _opens_itself(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb of starting has no object: "the clinic opened on Monday"."""
    following = sentence.units[at + 1] if at + 1 < sentence.size else None
    bare = following is None or following.cls in "pwmt#.,;v" or following.has("relative")
    return bare and sentence.units[at].tags.get("verb") in _STARTING


def _start_of_subject(sentence: Sentence, group: VerbGroup) -> int:
    return max(clause_start(sentence, group.first), group.first - _FAR)


def _owners(reading: Reading, sentence: Sentence, first: int, group: VerbGroup, last: int) -> tuple[str, ...] | None:
    """Return by whom or whose it is, nothing where that is not said; ``None`` where it can be of anybody."""
    agent = _agent(reading, sentence, group.head, last)
    if agent is not None:
        return agent.codes if agent.codes and set(agent.codes) <= set(reading.both) else None
    if any(sentence.low(index) == "by" for index in range(group.head + 1, min(group.head + 3, sentence.size))):
        return None
    head = sentence.units[first : min(first + _OWN, group.first)]
    named = dict.fromkeys(code for unit in head if unit.cls in "CD" and (code := code_of(unit)) is not None)
    if not set(named) <= set(reading.both):
        return None
    if named:
        return tuple(named) if len(named) == 1 else ()
    return (
        () if sentence.low(first) in {"the", "its", "their", "both"} or _are_flights(sentence, first, group) else None
    )


def _are_flights(sentence: Sentence, first: int, group: VerbGroup) -> bool:
    """Tell whether what has started is between the two, named after its noun: "flights between A and B"."""
    between = next((n for n in range(first, group.first) if sentence.low(n) == "between"), None)
    return between is not None and sum(sentence.classes[n] in "CK" for n in range(between, group.first)) == 2


def _agent(reading: Reading, sentence: Sentence, head: int, last: int) -> Actor | None:
    for actor in reading.actors[sentence.index]:
        before = actor.first - 1 - (sentence.cls(actor.first - 1) == "e")
        if head < before <= last and sentence.low(before) == "by":
            return actor
    return None


def _put(
    reading: Reading, sentence: Sentence, place: tuple[int, int, int], codes: tuple[str, ...], status: str,
    group: VerbGroup,
) -> None:  # fmt: skip
    """Put down an answer.

    :param place: index of the first unit of its evidence, of its action, and of the last of both.
    """
    first, start, last = place
    reading.put(
        "commitment",
        [reading.range_of(sentence, first, last)],
        REFUSED_RULE if status == "denied" else DONE_RULE,
        unsure=("status",),
        actors=codes,
        strength="decided",
        action=wording(reading, sentence, start, last),
        status=status,
        date=date_of(reading, sentence, group) if status == "implemented" else None,
    )
