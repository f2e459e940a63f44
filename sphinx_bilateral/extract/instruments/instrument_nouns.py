"""Nouns over an instrument: "the conclusion of", "negotiations on", "a proposal for", and how far it has got."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import date_of, expression_after
from sphinx_bilateral.extract.grammar.standing import Standing, standing_of
from sphinx_bilateral.extract.instruments.instrument_acts import is_hoped
from sphinx_bilateral.extract.instruments.signings import event_standing
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_LINKS = {"of", "on", "for", "over", "about", "towards", "toward", "regarding", "concerning", "around"}
_SURE: tuple[str, ...] = ()
_ENTERING = {"hold", "conduct", "enter"}
_AGAIN = {"resume", "restart", "relaunch", "reopen"}
_HAVING = {"after", "since", "by", "with", "following", "upon", "in", "despite", "besides", "while"}
_ROUNDS = {"round", "rounds", "session", "sessions", "meeting", "meetings", "phase", "stage", "chapter", "chapters"}


def noun_status(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Verdict | None:
    """Return what the noun over the name from *first* to *last* says of it, or ``None`` where there is none."""
    after = head + (4 if sentence.cls(head + 1) == "(" and sentence.cls(head + 3) == ")" else 1)
    if after < len(sentence.units) and sentence.units[after].has("negotiation"):
        return _negotiation(reading, sentence, after, first, after)
    noun = _noun_before(sentence, first)
    if noun is None:
        return None
    if sentence.units[noun].has("inforce"):
        return _entry(reading, sentence, noun, last)
    if sentence.units[noun].has("negotiation") or sentence.units[noun].tags["dealnoun"] == "negotiate":
        return _negotiation(reading, sentence, noun, noun, last)
    action = sentence.units[noun].tags["dealnoun"]
    begin = noun - (sentence.cls(noun - 1) == "e")
    if action == "propose":
        denied = "!" in sentence.classes[max(0, noun - 3) : noun]
        return Verdict("none" if denied else "proposed", "agreement.proposal", begin, last, head=noun)
    return _event(reading, sentence, noun, action, last)


def _entry(reading: Reading, sentence: Sentence, at: int, last: int) -> Verdict | None:
    """Read "the entry into force of the agreement" at *at*, which tells it only where it is said to have come."""
    standing, _, group = event_standing(sentence, at, at, last)
    if standing != "done":
        return None
    expression = expression_after(reading, sentence, last)
    if expression is not None:
        date = reading.date(sentence, expression, "past")
    else:
        date = date_of(reading, sentence, group) if group is not None and group.head > last else None
    return Verdict("in_force", "agreement.entry-into-force", at, last, None, date, head=at)


def _noun_before(sentence: Sentence, first: int) -> int | None:
    """Return the index of the noun on which the name hangs by "of", "on" or "for", or ``None``."""
    at = first - 1
    while sentence.cls(at) in 'eSl#O"CDN?' and first - at < 7 and at >= 0:
        at -= 1
    if at < 1 or sentence.low(at) not in _LINKS:
        return None
    unit = sentence.units[at - 1]
    return at - 1 if unit.has("negotiation") or unit.has("dealnoun") or unit.low == "entry into force" else None


def _start(sentence: Sentence, at: int) -> int:
    """Return the index of the first unit of the noun phrase of the noun at *at*, its article left out."""
    start = at
    while start and sentence.classes[start - 1] in "Slv#OD" and at - start < 5:
        start -= 1
    return start


def _event(reading: Reading, sentence: Sentence, at: int, action: str, last: int) -> Verdict | None:
    """Read "the conclusion of", "the finalisation of", "the ratification of" at *at*."""
    start = _start(sentence, at)
    standing, _, group = event_standing(sentence, at, start, last)
    begin = start - (sentence.cls(start - 1) == "e")
    rule = f"agreement.noun-{action}"
    if standing == "denied":
        return Verdict("none", rule, begin, last, head=at)
    if action == "plan":
        return None if standing == "done" else Verdict("proposed", rule, begin, last, head=at)
    if standing == "done":
        status = "ratified" if action == "ratify" else "concluded"
        date = date_of(reading, sentence, group) if group is not None and group.head > last else None
        return Verdict(status, rule, begin, last, None, date, head=at)
    if action == "ratify" and group is not None and _exchanged(sentence, group):
        return Verdict("ratified", rule, begin, last, group, date_of(reading, sentence, group), head=at)
    if action == "ratify":
        return Verdict(None, rule, begin, last, unsure=("status",), head=at)
    status = "finalising" if action == "finalise" else "under_negotiation"
    return Verdict(status, rule, begin, last, head=at)


def _exchanged(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether both sides handed each other the instruments of ratification."""
    exchanged = sentence.units[group.head].tags.get("verb") == "exchange" and group.mood == "finite"
    return exchanged and standing_of(sentence, group) == "done"


def _negotiation(reading: Reading, sentence: Sentence, at: int, first: int, last: int) -> Verdict:
    """Read the negotiations at *at*, whose phrase with the name takes the units from *first* to *last*."""
    rule = "agreement.negotiations"
    start = _start(sentence, min(at, first))
    outer = _closing_noun(sentence, start)
    if outer is not None:
        verdict = _event(reading, sentence, outer, sentence.units[outer].tags["dealnoun"], last)
        if verdict is not None and verdict.status in {"concluded", "none"}:
            return verdict
        return Verdict("under_negotiation", rule, min(start, first), last)
    group = _step_before(sentence, start) or _step_after(sentence, max(at, last))
    begin = min(start, first)
    if group is not None and sentence.units[group.head].tags.get("status") == "propose":
        return Verdict("proposed", rule, group.first, last, group, head=group.head)
    if group is None or not sentence.units[group.head].has("talkstep"):
        return Verdict("under_negotiation", rule, begin, last)
    begin, end = min(begin, group.first), max(last, group.head)
    step = sentence.units[group.head].tags["talkstep"]
    standing = standing_of(sentence, group)
    done = standing == "done" and (group.mood == "finite" or group.passive)
    if standing == "denied":
        return Verdict("none" if step == "open" else "under_negotiation", rule, begin, end, group, head=group.head)
    date = date_of(reading, sentence, group) if done else None
    if step == "close" and done and not _in_rounds(sentence, group.head, at):
        return Verdict("concluded", "agreement.negotiations-concluded", begin, end, group, date, head=group.head)
    if step == "break" and done:
        return Verdict("stalled", "agreement.negotiations-broken", begin, end, group, date, head=group.head)
    if not done and _is_new(sentence, group) and (hedge := _still_ahead(sentence, group, standing)) is not None:
        return Verdict("proposed", rule, begin, end, group, None, hedge, head=group.head)
    kept = date if step == "open" else None
    return Verdict("under_negotiation", rule, begin, end, group, kept, head=group.head)


def negotiations_to(sentence: Sentence, group: VerbGroup, last: int) -> Verdict:
    """Read "negotiations to conclude the treaty", whose infinitive is *group*: open, unless they are to be opened."""
    at = group.first - 1
    step = _step_before(sentence, _start(sentence, at))
    status, unsure = "under_negotiation", _SURE
    if step is not None and sentence.units[step.head].has("talkstep") and _is_new(sentence, step):
        standing = standing_of(sentence, step)
        hedge = None if standing == "done" and step.mood == "finite" else _still_ahead(sentence, step, standing)
        status, unsure = (status, unsure) if hedge is None else ("proposed", hedge)
    return Verdict(status, "agreement.negotiations", at, last, group, None, unsure, group.head)


def _is_new(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the step is the first one: who resumes, continues or speeds up talks has them already."""
    unit = sentence.units[group.head]
    lemma = unit.tags.get("verb", "")
    return lemma in _ENTERING or (unit.tags["talkstep"] == "open" and lemma not in _AGAIN)


def _still_ahead(sentence: Sentence, group: VerbGroup, standing: Standing) -> tuple[str, ...] | None:
    """Return what is unsure of talks that are still to be opened, or ``None`` where they are open.

    "agreed to start" and "will begin" are firm; "may begin", "are considering launching" are not.
    """
    if group.mood == "gerund":
        lead = sentence.low(group.first - 1)
        return None if lead in _HAVING or sentence.cls(group.first - 1) == "," or not group.first else ("status",)
    if standing not in {"ahead", "open", "doubted"} or (group.modal is None and group.mood == "finite"):
        return None
    return () if standing == "ahead" and not is_hoped(sentence, group) else ("status",)


def _in_rounds(sentence: Sentence, verb: int, noun: int) -> bool:
    low, high = sorted((verb, noun))
    return any(sentence.low(index) in _ROUNDS for index in range(low, high))


def _closing_noun(sentence: Sentence, start: int) -> int | None:
    """Return the index of "conclusion" in "the conclusion of the negotiations" that start at *start*."""
    at = start - 1
    if sentence.cls(at) == "e":
        at -= 1
    if at < 1 or sentence.classes[at] != "f":
        return None
    return at - 1 if sentence.units[at - 1].tags.get("dealnoun") in {"conclude", "finalise"} else None


def _step_before(sentence: Sentence, start: int) -> VerbGroup | None:
    """Return the verb that has the negotiations as its object: "launched", "agreed to start", "resumed rounds of"."""
    for index in range(start - 1, max(-1, start - 9), -1):
        letter = sentence.classes[index]
        if letter == "V":
            group = verb_group(sentence, index)
            if group is not None:
                return group
        elif letter in ',;."hqcX' or (letter == "p" and sentence.low(index) not in {"in", "into", "with"}):
            return None
    return None


def _step_after(sentence: Sentence, last: int) -> VerbGroup | None:
    """Return the verb that has the negotiations as its subject: "began in May", "were concluded", ", which began"."""
    for index in range(last + 1, min(len(sentence.units), last + 14)):
        letter = sentence.classes[index]
        if letter == "V" and (group := verb_group(sentence, index)) is not None:
            if sentence.units[index].has("schedule") and sentence.cls(index + 1) == "o":
                continue  # "are expected to begin"
            active = group.mood in {"finite", "infinitive"} and not group.passive
            fits = sentence.units[index].has("talkstep") and (group.passive or active)
            return group if fits and group.first > last else None
        if letter in ';."hc':
            return None
    return None
