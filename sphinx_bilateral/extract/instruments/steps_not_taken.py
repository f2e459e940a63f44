"""Steps that were not taken: "has not been signed", "failed to sign", "denied that it had signed"; who denies it."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.actors.voices import voice_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.grammar.denials import denier_of
from sphinx_bilateral.extract.grammar.event_dates import expression_of, tense_of
from sphinx_bilateral.extract.grammar.standing import clause_standing, has_condition, is_rumoured, standing_of
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.units import Sentence

NOT_TAKEN = frozenset({"denied", "not_concluded", "not_signed", "not_ratified", "not_in_force"})
"""Statuses that say of an instrument what it is not."""

_STEPS = {"sign": "not_signed", "ratify": "not_ratified", "conclude": "not_concluded", "force": "not_in_force"}
_DENIED = {"sign", "initial", "conclude", "finalise", "negotiate", "enter"}
_REFUSED = frozenset("refuse fail decline avoid rule_out withdraw deny reject dismiss abstain".split())
_BUT = frozenset({"but", "though", "although", "and"})
_NEAR = 14  # units
_NAMED = {"unsigned": "not_signed", "unratified": "not_ratified"}


def is_not_taken(group: VerbGroup, action: str | None) -> bool:
    """Tell whether a verb that only tells what is still open, "has not yet signed", says that a step was not taken."""
    return group.negated and action in {"sign", "ratify"}


def not_taken(
    reading: Reading, sentence: Sentence, action: str, first: int, last: int, group: VerbGroup | None, at: int
) -> Verdict:
    """Return what is said of a step that was denied, refused or not taken.

    :param first: index of the first unit of what shows it; *last* of the last.
    :param group: the verb group of the step, where it has one; *at* is the place of its word.
    :returns: "none" as its status where the words leave open how far the instrument has got.
    """
    start = group.first if group is not None else at
    denier = denier_of(sentence, start)
    if denier is not None:
        return _denied(reading, sentence, action, min(first, denier), max(last, denier), group, denier)
    status = _STEPS.get(action)
    if status is None or not _holds_now(reading, sentence, group, start):
        return Verdict("none", "agreement.negated", first, last)
    unsure = ("status",) if status == "not_concluded" or is_rumoured(sentence, start) else ()
    return Verdict(status, "agreement.not-taken", first, last, unsure=unsure, head=at)


def _denied(
    reading: Reading, sentence: Sentence, action: str, first: int, last: int, group: VerbGroup | None, denier: int
) -> Verdict:
    """Return the denial by the word at *denier*; one who denies that it was ratified can well have signed it."""
    status = "denied" if action in _DENIED else {"ratify": "not_ratified", "force": "not_in_force"}.get(action, "none")
    if status == "none" or (group is not None and group.negated):
        return Verdict("none", "agreement.negated", first, last)
    actor = _who_denies(reading, sentence, denier)
    first = min(first, actor.first) if actor is not None else first
    return Verdict(status, "agreement.denied", first, last, head=denier, said_by=_name(reading, sentence, actor))


def _who_denies(reading: Reading, sentence: Sentence, denier: int) -> Actor | None:
    """Return who denies it: the subject of the verb at *denier*, or whose words they are."""
    group = verb_group(sentence, denier) if sentence.classes[denier] == "V" else None
    actor = subject_of(reading, sentence, group) if group is not None and not group.passive else None
    return actor or voice_of(reading, sentence, denier)


def _name(reading: Reading, sentence: Sentence, actor: Actor | None) -> str | None:
    if actor is None:
        return None
    return actor.people[0].name if actor.people else reading.words_of(sentence, actor.first, actor.last)


def _holds_now(reading: Reading, sentence: Sentence, group: VerbGroup | None, at: int) -> bool:
    """Tell whether the step is said not to be taken on the day of the report: nothing supposed, and no history."""
    if group is None:
        return not has_condition(sentence) if sentence.units[at].has("inforce") else _is_told(sentence, at)
    if group.modal not in {None, "will"} or (group.perfect and group.modal is not None):
        return False
    if _is_only_later(sentence, group) or "cannot" in sentence.lows[max(group.first - 2, 0) : group.head]:
        return False
    clause = clause_standing(sentence, group)
    if clause == "open" or (clause == "doubted" and not is_rumoured(sentence, group.first + 1)):
        return False
    if not group.negated and group.mood in {"infinitive", "gerund"} and not _is_refused(sentence, group):
        return False
    return not _is_history(reading, sentence, group)


def _is_only_later(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it was done in the end: "did not sign it until 2020"."""
    perfect = group.perfect or not {"has", "have"}.isdisjoint(sentence.lows[max(group.first - 3, 0) : group.head])
    return (
        not perfect
        and group.modal is None
        and not {"until", "till", "before"}.isdisjoint(sentence.lows[group.head + 1 :])
    )


def _is_told(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb over a phrase such as "without signing" at *at* is of something that happened."""
    governor = finite_before(sentence, at)
    group = verb_group(sentence, governor) if governor is not None and sentence.classes[governor] == "V" else None
    return group is not None and standing_of(sentence, group) in {"done", "ongoing"}


def _is_refused(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the infinitive or gerund hangs on "refused to", "stopped short of", "ended without"."""
    for index in range(group.first - 1, max(-1, group.first - 10), -1):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter == "!":
            return _is_told(sentence, index)
        if letter == "V" and (over := verb_group(sentence, index)) is not None:
            if unit.tags.get("verb") not in _REFUSED or over.negated or over.modal not in {None, "will"}:
                return False
            return over.mood == "finite" and clause_standing(sentence, over) not in {"open", "doubted"}
    return False


def _is_history(reading: Reading, sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it is of a day of an earlier year: "did not sign it in 2010"."""
    expression = expression_of(reading, sentence, group)
    date = reading.date(sentence, expression, tense_of(group)) if expression is not None else None
    published = reading.document.source.published
    return date is not None and published is not None and date[:4] < published[:4]


def named_not_taken(sentence: Sentence, first: int, head: int, last: int) -> Verdict | None:
    """Read "the unsigned treaty", "the treaty remains unsigned"."""
    after = last + 1
    while sentence.cls(after) in "vEZ" or sentence.low(after) in {"remain", "remains", "remained"}:
        after += 1
    for index in (*range(max(first - 1, 0), head), min(after, len(sentence.units) - 1)):
        if sentence.low(index) in _NAMED:
            return Verdict(_NAMED[sentence.low(index)], "agreement.not-taken", min(first, index), max(last, index))
    return None


def left_undone(sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Read "the treaty was discussed but not signed": the step whose verb has no subject of its own."""
    for index in range(last + 1, min(last + _NEAR, len(sentence.units) - 2)):
        if sentence.low(index) not in _BUT:
            continue
        verb = index + 1
        while sentence.classes[verb] in "!v" and verb < len(sentence.units) - 1:
            verb += 1
        unit = sentence.units[verb]
        status = _STEPS.get(unit.tags.get("status", ""))
        is_step = unit.cls == "V" and "n" in unit.tags.get("form", "") and "!" in sentence.classes[index + 1 : verb]
        if is_step and status is not None and not has_condition(sentence) and not is_rumoured(sentence, verb):
            return Verdict(status, "agreement.not-taken", first, verb, head=verb)
    return None
