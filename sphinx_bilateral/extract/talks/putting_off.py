"""Meetings that are put off or called off: by the verb of which they are the subject, and the new date."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF, Status
from sphinx_bilateral.extract.words.units import Sentence

_TELLING = {"announce", "confirm", "regret", "report"}
_MOVED = {"move", "shift", "push", "bring"}  # to another date; to another place, too
_NEW = {"to", "until", "till"}
_PUTTING: dict[str, Status] = {
    "postponement": "postponed", "rescheduling": "postponed", "deferral": "postponed", "cancellation": "cancelled",
}  # fmt: skip
_SETTINGS = {"at", "during", "in", "after", "following", "since"}
_FAR = 40  # units; the verb stands no further from its subject


@dataclass(frozen=True, slots=True)
class PutOff:
    """How a meeting was put off.

    :param head: index of the verb or the noun that says it.
    :param date: the new one, or ``None`` where the sentence gives none.
    :param last: index of the last unit of what tells it.
    """

    head: int
    status: Status
    unsure: tuple[str, ...]
    date: str | None
    last: int


def putting_off(
    reading: Reading, sentence: Sentence, first: int, last: int, governor: VerbGroup | None = None
) -> PutOff | None:
    """Read "the session, which was scheduled for May, has been put off to June": it stands from *first* to *last*.

    :param governor: the verb of which it is the object: "they postponed the session, scheduled for May, to June".
    """
    if governor is not None and sentence.units[governor.head].tags.get("verb") in CALLED_OFF:
        return _put_off(reading, sentence, governor, last)
    if sentence.cls(first - 1) == "f" and sentence.low(first - 2) in _PUTTING:
        return _by_noun(reading, sentence, first - 2, last)
    if not _opens(sentence, first):
        return None
    for index in range(last + 1, min(len(sentence.units), last + _FAR)):
        letter = sentence.classes[index]
        if letter in ';h"':
            return None
        group = _putting(reading, sentence, index) if letter == "V" else None
        if group is not None and _is_its(sentence, last, group):
            return _put_off(reading, sentence, group, group.head)
    return None


def _opens(sentence: Sentence, first: int) -> bool:
    """Tell whether what starts at *first* is the subject of its clause."""
    if first == 0 or sentence.classes[first - 1] in 'h";:c':
        return True
    before = sentence.units[first - 1]
    return before.has("report") or (before.cls == "," and not set("qV") & set(sentence.classes[: first - 1]))


def _putting(reading: Reading, sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the verb at *at* where it says that its subject was put off."""
    lemma = sentence.units[at].tags.get("verb", "")
    if lemma not in CALLED_OFF and lemma not in _MOVED:
        return None
    group = verb_group(sentence, at)
    if group is None or not group.passive or group.mood == "gerund":
        return None
    return group if lemma in CALLED_OFF or _new_date(reading, sentence, at) is not None else None


def _is_its(sentence: Sentence, last: int, group: VerbGroup) -> bool:
    """Tell whether what ends at *last* is the subject of *group*, whatever is told of it between."""
    before = group.first - 1
    while before > last and sentence.classes[before] in "vwt":
        before -= 1
    if before == last:
        return True
    if sentence.classes[before] == "b" and sentence.low(before) == "it":
        before -= 1
    if sentence.classes[before] in "ac":
        return "q" not in sentence.classes[last + 1 : before]
    between = sentence.classes[last + 1 : before]
    if sentence.classes[before] == ",":
        return "," in between and "a" not in between[-1:]
    return sentence.classes[before] != "q" and "," not in between and not _has_finite(sentence, last + 1, before)


def _has_finite(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether another clause stands there: its verb is finite, and no "that" opens it as one of its own."""
    if sentence.classes[first] in "qh":
        return False
    return any(
        letter in "EX" or (letter == "V" and (one := verb_group(sentence, index)) is not None and one.first != index)
        for index, letter in enumerate(sentence.classes[first : last + 1], first)
    )


def _put_off(reading: Reading, sentence: Sentence, group: VerbGroup, last: int) -> PutOff:
    status = CALLED_OFF.get(sentence.units[group.head].tags.get("verb", ""), "postponed")
    done = standing_of(sentence, group) == "done" or _is_agreed(sentence, group)
    sure = done and group.modal is None
    expression = _new_date(reading, sentence, group.head) if status == "postponed" else None
    date = reading.date(sentence, expression, "future") if expression is not None else None
    date = date.rsplit("/")[-1] if date and sentence.low(expression.first - 1 if expression else 0) == "from" else date
    unsure = () if sure else ("status", "date") if date else ("status",)
    return PutOff(group.head, status, unsure, date, max(last, group.head, expression.last if expression else 0))


def _is_agreed(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether those who meet settled it: "agreed to postpone", "decided to call off"; then it is put off."""
    verb = group.first - 1
    if group.mood != "infinitive" or verb < 0 or sentence.classes[verb] != "V":
        return False
    settling = verb_group(sentence, verb)
    settled = settling is not None and sentence.units[settling.head].has("commit")
    return settled and settling is not None and standing_of(sentence, settling) == "done"


def _by_noun(reading: Reading, sentence: Sentence, noun: int, last: int) -> PutOff:
    """Read "announced the postponement of the session to June"; it is settled where it is told as a fact."""
    verb = finite_before(sentence, noun)
    group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
    told = group is not None and sentence.units[group.head].tags.get("verb") in _TELLING
    sure = told and group is not None and standing_of(sentence, group) == "done"
    expression = _new_date(reading, sentence, last)
    date = reading.date(sentence, expression, "future") if expression is not None else None
    end = max(last, expression.last if expression is not None else 0)
    return PutOff(noun, _PUTTING[sentence.low(noun)], () if sure else ("status",), date if sure else None, end)


def _new_date(reading: Reading, sentence: Sentence, verb: int) -> DateExpression | None:
    """Return the date after the verb to which something is put off: "to June", "until next year", "for 3 May"."""
    moved: DateExpression | None = None
    for expression in reading.dates[sentence.index]:
        lead = expression.first - 1
        if sentence.cls(lead) == "e" or sentence.low(lead) in {"early", "late", "mid"}:
            lead -= 1
        if lead < verb or set(';h"') & set(sentence.classes[verb:lead]):
            continue
        right = lead == verb + 1 and sentence.low(lead) in {"for", "on"}
        rescheduled = right and sentence.units[verb].tags.get("verb") in {"reschedule", *_MOVED}
        both = sentence.low(lead) == "from" and bool(_NEW & set(_words(sentence, expression)))
        if rescheduled or (both and lead == verb + 1) or sentence.low(lead) in _NEW:
            return expression
        moved = expression if both else moved  # "from 3 May to 8 June", where no other day follows
    return moved


def _words(sentence: Sentence, expression: DateExpression) -> list[str]:
    return [sentence.low(index) for index in range(expression.first, expression.last + 1)]


def may_be_put_off(sentence: Sentence, group: VerbGroup | None, first: int, last: int) -> bool:
    """Tell whether the sentence speaks of putting off, and nothing says that the session was held.

    It stands from *first* to *last*; *group* is its verb.
    """
    if group is not None and group.passive and sentence.units[group.head].tags.get("verb") in _MOVED:
        return True  # "has been moved from Lima to Cusco"
    if sentence.low(first - 1) in _SETTINGS:
        return False
    if group is not None and {"meet", "takeplace"} & set(sentence.units[group.head].tags):
        lemma = sentence.units[group.head].tags.get("verb")
        return lemma in CALLED_OFF or lemma == "schedule"
    for index in range(last + 1, len(sentence.units)):
        if sentence.classes[index] in 'h;"':
            return False
        off = sentence.units[index].tags.get("verb") in CALLED_OFF
        if off and (one := verb_group(sentence, index)) is not None and one.passive:
            return True
    return False
