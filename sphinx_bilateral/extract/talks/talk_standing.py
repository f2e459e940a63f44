"""How talks stand that a noun tells: by what leads to them, and by the verb of their clause."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF, Status, status_of_standing
from sphinx_bilateral.extract.words.units import Sentence

LEADS = {"during", "in", "at", "after", "following", "of", "for"}
"""Prepositions that make talks the setting of what their clause tells."""

_OUTCOMES = {"outcome", "outcomes", "result", "results", "sidelines", "conclusion"}
_AGENDAS = {"agenda", "programme", "program", "schedule", "itinerary"}
AFTER = {"after", "following", "since"}


def standing_by_noun(
    sentence: Sentence, first: int, last: int
) -> tuple[Status | None, tuple[str, ...], VerbGroup | None]:
    """Return how talks stand by what leads to them and by the verb of their clause; nothing where they are only named.

    The third value is the verb that says when they take place, if one does.
    """
    lead = first - 1
    while sentence.cls(lead) in "'NTHDl" and first - lead < 8:
        lead -= 1
    word = sentence.low(lead)
    if any(sentence.units[index].has("nextmark") for index in range(lead + 1, last)):
        return None, (), None
    if word in {"ahead of", "before", "until"}:
        return "scheduled", ("status",), None
    held = sentence.units[lead].tags if lead >= 0 else {}
    whole = held.get("verb") == "hold" or sentence.units[last].has("body")
    if held.get("meet") == "hold" and whole and (chair := verb_group(sentence, lead)) is not None:
        return _by_chair(sentence, chair)
    if word == "by" and sentence.low(lead - 1) in {"preceded", "followed", "marked"}:
        return _by_verb(sentence, verb, word, first) if (verb := verb_group(sentence, lead - 1)) else (None, (), None)
    if held.get("verb") == "include" and (verb := verb_group(sentence, lead)) is not None and verb.mood == "finite":
        return _as_listed(sentence, verb)
    if word == "of" and sentence.low(lead - 1) in _OUTCOMES:
        return "held", (), None
    if word == "of" and sentence.low(lead - 1) == "part":
        return None, (), None
    if word == "for" or (word not in LEADS and lead >= 0 and sentence.cls(lead) not in ',;:"h'):
        return None, (), None
    if word in AFTER:
        return "held", (), None
    return _in_clause(sentence, (lead, first, last), word)


def _in_clause(
    sentence: Sentence, place: tuple[int, int, int], word: str
) -> tuple[Status | None, tuple[str, ...], VerbGroup | None]:
    """Return how talks stand by the verb of their clause; *place* is of what leads to them, their first and last."""
    lead, first, last = place
    governor = finite_before(sentence, lead) if word in LEADS else None
    if governor is None or sentence.classes[governor] != "V":
        later = (n for n in range(last + 1, len(sentence.units)) if sentence.classes[n] == "V")
        governor = next((n for n in later if _governs(sentence, n)), None)
    group = verb_group(sentence, governor) if governor is not None else None
    if _may_have_failed(sentence, last, group):
        return None, (), None
    if group is None or (group.head > last and word in LEADS and _is_past(sentence, last, group.first)):
        return "held", (), None
    return _by_verb(sentence, group, word, first)


def _may_have_failed(sentence: Sentence, last: int, group: VerbGroup | None) -> bool:
    """Tell whether talks were planned and no verb says that they were held, or that they "failed to take place"."""
    if group is not None and group.head <= last:
        return False
    if group is not None and sentence.units[group.head].low in {"failed", "fails", "fail"}:
        return True
    told = group is not None and any(sentence.units[group.head].has(theme) for theme in ("takeplace", "meet"))
    stop = group.first if group is not None else sentence.size
    return not told and any(sentence.units[n].has("schedule") for n in range(last + 1, stop))


def _governs(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb at *at* can be that of a clause: not "planned" in "talks planned for Friday were held"."""
    group = verb_group(sentence, at)
    if group is None or group.mood == "gerund":
        return False
    if group.passive or group.first < group.head or not sentence.units[at].has("schedule"):
        return True
    later = (verb_group(sentence, n) for n in range(at + 1, sentence.size) if sentence.classes[n] == "V")
    return not any(one is not None and one.mood == "finite" for one in later)


def _by_chair(sentence: Sentence, chair: VerbGroup) -> tuple[Status | None, tuple[str, ...], VerbGroup | None]:
    """Return how talks stand that somebody holds: "is to hold talks with", "after holding talks with"."""
    if chair.mood == "gerund" and sentence.low(chair.first - 1) in AFTER:
        return "held", (), chair
    status, unsure = status_of_standing(standing_of(sentence, chair))
    return status, ("status",) if chair.mood != "finite" else unsure, chair


def _as_listed(sentence: Sentence, verb: VerbGroup) -> tuple[Status | None, tuple[str, ...], VerbGroup | None]:
    """Return how talks stand that something includes: a visit included them, an agenda includes those to come."""
    if standing_of(sentence, verb) == "done":
        return "held", (), None
    agenda = {sentence.low(index) for index in range(max(0, verb.first - 4), verb.first)} & _AGENDAS
    return ("scheduled", (), None) if agenda else (None, (), None)


def _is_past(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a verb in the past that the lexicon has not stands there: "In a meeting with P, Q harangued"."""
    return any(
        sentence.classes[index] == "l" and sentence.low(index).endswith("ed") and sentence.cls(index - 1) in "TNbvB"
        for index in range(first + 1, last)
    )


def _by_verb(
    sentence: Sentence, group: VerbGroup, word: str, first: int
) -> tuple[Status | None, tuple[str, ...], VerbGroup | None]:
    """Return how talks stand whose clause has this verb; after it they are its setting, before it its subject."""
    unit, standing = sentence.units[group.head], standing_of(sentence, group)
    subject = group.head > first and word not in LEADS
    if subject and unit.tags.get("verb") in CALLED_OFF:
        return CALLED_OFF[unit.tags.get("verb", "")], () if standing == "done" else ("status",), None
    if subject and (unit.has("takeplace") or unit.tags.get("meet") == "hold"):
        if unit.has("schedule") and group.passive:
            return "scheduled", (), group
        status, unsure = status_of_standing(standing)
        return status, unsure, group
    if standing in {"ahead", "open"}:
        agenda = word == "of" and "agenda" in {sentence.low(index) for index in range(max(0, first - 4), first)}
        sure = group.modal in {"will", "would"} and (agenda or (word != "of" and group.head < first))
        return "scheduled", () if sure else ("status",), None
    return ("held", (), None) if standing in {"done", "ongoing"} else (None, (), None)
