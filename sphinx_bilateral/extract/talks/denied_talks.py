"""Talks of which somebody says that they are not so, or will not be: "denied that it would hold talks with X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sphinx_bilateral.extract.actors.places import place_in
from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, verb_group
from sphinx_bilateral.extract.grammar.denials import denier_of
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, period
from sphinx_bilateral.extract.grammar.standing import has_condition, standing_of
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.talks.meeting import Found
from sphinx_bilateral.extract.talks.talk_parts import is_many_sided
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_HOLDING = {"hold", "host", "attend", "start", "begin", "resume", "have", "organise", "organize", "conduct", "convene"}
_PLANS = {"plan", "plans", "intention", "intentions"}
_REACH = 8  # units between the verb, or "no plans", and the noun
_SIDES = 12  # units after it within which the other side is named


def find_denied(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Yield the talks of *sentence* that are denied: by a verb of denial, by "will not", or as "no plans for talks"."""
    for at in sentence.places("meet", "have"):
        group = verb_group(sentence, at) if sentence.classes[at] == "V" else None
        if group is not None and _is_denied(sentence, group):
            found = _told(reading, sentence, group)
            if found is not None:
                yield found
                return
    if _PLANS.isdisjoint(sentence.lows):
        return
    for at in range(1, sentence.size):
        if sentence.lows[at] in _PLANS and sentence.low(at - 1) in {"no", "any"}:
            found = _planned(reading, sentence, at)
            if found is not None:
                yield found
                return


def _is_denied(sentence: Sentence, group: VerbGroup) -> bool:
    if group.mood not in {"finite", "infinitive"} or has_condition(sentence):
        return False
    if group.negated:
        return group.mood == "finite" and group.modal in {"will", "would"} and standing_of(sentence, group) == "denied"
    return denier_of(sentence, group.first) is not None


def _told(reading: Reading, sentence: Sentence, group: VerbGroup) -> Found | None:
    """Read "would hold talks with X in L", "that the two ministers would meet in L" where it is denied."""
    lemma = sentence.units[group.head].tags.get("verb")
    noun = _talks_after(sentence, group.head) if lemma in _HOLDING else None
    if noun is None and lemma != "meet":
        return None
    last = noun if noun is not None else group.head
    parties = _parties(reading, sentence, last)
    if not parties or is_many_sided(reading, sentence, group.first, last):
        return None
    expression = expression_of(reading, sentence, group) or expression_after(reading, sentence, last)
    return _found(reading, sentence, noun, (group.first, last), parties, expression)


def _planned(reading: Reading, sentence: Sentence, plan: int) -> Found | None:
    """Read "there were no plans for talks with X", "denied any plan to hold talks"."""
    noun = _talks_after(sentence, plan)
    denied = sentence.low(plan - 1) == "no" or denier_of(sentence, plan) is not None
    parties = _parties(reading, sentence, noun) if noun is not None and denied else ()
    if noun is None or not parties:
        return None
    return _found(reading, sentence, noun, (plan - 1, noun), parties, expression_after(reading, sentence, noun))


def _found(
    reading: Reading, sentence: Sentence, noun: int | None, span: tuple[int, int], parties: tuple[str, ...],
    expression: DateExpression | None,
) -> Found:  # fmt: skip
    first, last = span
    date, end = period(reading, sentence, expression, "future") if expression else (None, last)
    place = place_in(sentence, last + 1, max(end, clause_end(sentence, last + 1) - 1))
    start = min([actor.first for actor in reading.actors[sentence.index]], default=first)
    kind = sentence.units[noun].tags.get("body", "talks") if noun is not None else "talks"
    found = Found(kind, [reading.range_of(sentence, min(start, first), max(end, last))], "meeting.denied")
    return replace(found, parties=parties, date=date, place=place, status="denied", unsure=("status",))


def _talks_after(sentence: Sentence, at: int) -> int | None:
    """Return the index of the format after the verb or noun at *at*: "hold talks", "plans for a meeting"."""
    for index in range(at + 1, min(at + _REACH, sentence.size)):
        unit = sentence.units[index]
        if unit.has("body") or unit.low.split()[-1] in {"talks", "meeting", "meetings"}:
            return index
        if sentence.classes[index] in ",;.qh":
            return None
    return None


def _parties(reading: Reading, sentence: Sentence, last: int) -> tuple[str, ...]:
    """Return the two sides where the sentence names both, or who denies it and the other; else nothing."""
    both = reading.both_in(sentence)
    near = sentence.units[: min(sentence.size, last + _SIDES)]
    named = {code_of(unit) or unit.tags.get("city") for unit in near if unit.cls in "CDK"}
    others = {
        code_of(unit)
        for index, unit in enumerate(near)
        if unit.cls in "CD" and not unit.has("org") and sentence.low(index - 1) not in {"in", "at"}
    } - {None, *both}
    if others:
        return ()
    told = {code for actor in reading.actors[sentence.index] for code in actor.codes}
    return both if both and (set(both) <= named & told or _are_two(reading, sentence, both)) else ()


def _are_two(reading: Reading, sentence: Sentence, both: tuple[str, ...]) -> bool:
    """Tell whether "the two ministers", "they" stand for both sides."""
    actors: list[Actor] = reading.actors[sentence.index]
    return any(set(actor.codes) == set(both) for actor in actors) or "the two" in " ".join(sentence.lows)
