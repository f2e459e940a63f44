"""Milestones other than the next session of a body: when something starts, ends, starts to hold or is extended to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, verb_group
from sphinx_bilateral.extract.grammar.deadlines import date_ahead
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, period
from sphinx_bilateral.extract.grammar.standing import has_condition, is_announced, standing_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.dates import bounds

_LONGEST = 14  # units; of what starts or ends


def read_milestones(reading: Reading) -> None:
    """Put down extensions to a date, entries into force that are still to come, and starts and ends of phases."""
    for sentence in reading.body():
        for expression in reading.dates[sentence.index]:
            if sentence.low(expression.first - 1) in {"until", "till", "to", "through"}:
                _extension(
                    reading, sentence, expression.first, expression.last, reading.date(sentence, expression, "future")
                )
        if sentence.holds(_BY_THEME):
            for theme, read in _BY_THEME.items():
                for index in sentence.places(theme):
                    read(reading, sentence, index)


def _extension(reading: Reading, sentence: Sentence, first: int, last: int, date: str | None) -> None:
    start = next((n for n in range(first - 1, max(-1, first - 10), -1) if sentence.units[n].has("extension")), None)
    if start is None or date is None:
        return
    start -= sentence.cls(start - 1) == "e"
    reading.put(
        "milestone",
        [reading.range_of(sentence, start, last)],
        "milestone.extension",
        what=reading.words_of(sentence, start, first - 2),
        date=date,
    )


def _entry_into_force(reading: Reading, sentence: Sentence, at: int) -> None:
    future = any(sentence.classes[n] in "Xo" for n in range(max(0, at - 6), at))
    expression = next((item for item in reading.dates[sentence.index] if item.first > at), None)
    group = verb_group(sentence, at) if sentence.classes[at] == "V" else None
    if not future or expression is None or (group is not None and group.negated):
        return
    start = clause_start(sentence, at)
    reading.put(
        "milestone",
        [reading.range_of(sentence, start, expression.last)],
        "milestone.entry-into-force",
        unsure=("date",) if _is_unsure(sentence, group) else (),
        what=reading.words_of(sentence, start, at),
        date=reading.date(sentence, expression, "future"),
    )


def _is_unsure(sentence: Sentence, group: VerbGroup | None) -> bool:
    """Tell whether it is only hoped for or hangs on a condition: "hoped that it would enter into force"."""
    return has_condition(sentence) or (
        group is not None and standing_of(sentence, group) in {"open", "doubted", "denied"}
    )


def _phase(reading: Reading, sentence: Sentence, at: int) -> None:
    """Read "the line is due to open in 2027", "the centre, to be launched next year", "the act expires in May"."""
    group = verb_group(sentence, at) if sentence.classes[at] == "V" else None
    if group is not None and sentence.units[at].has("inforce") and (group.modal or group.mood == "infinitive"):
        return  # read as an entry into force
    if group is None or not _is_ahead(sentence, group) or not _happens(reading, sentence, group):
        return
    expression = expression_of(reading, sentence, group) or expression_after(reading, sentence, at)
    first = _start_of_subject(sentence, group)
    if expression is None or expression.first < at or first is None:
        return
    date, end = period(reading, sentence, expression, "future")
    if end == expression.last:
        date = date_ahead(reading, sentence, expression)
    if date is None or (reading.published is not None and bounds(date)[1].isoformat() < reading.published):
        return
    reading.put(
        "milestone",
        [reading.range_of(sentence, first, end)],
        "milestone.phase",
        what=reading.words_of(sentence, first, at),
        date=date,
    )


def _scheduled(reading: Reading, sentence: Sentence, at: int) -> None:
    """Read "the first phase is scheduled for completion in 2028"."""
    group = verb_group(sentence, at) if sentence.low(at + 1) == "for" and sentence.classes[at] == "V" else None
    noun = sentence.units[at + 2] if at + 2 < len(sentence.units) else None
    if group is None or noun is None or not noun.has("phasenoun") or not group.passive or group.negated:
        return
    expression = expression_after(reading, sentence, at + 2)
    first = _start_of_subject(sentence, group)
    if expression is not None and first is not None:
        date, end = period(reading, sentence, expression, "future")
        span = reading.range_of(sentence, first, end)
        reading.put("milestone", [span], "milestone.phase", what=reading.words_of(sentence, first, at + 2), date=date)


def _deadline(reading: Reading, sentence: Sentence, at: int) -> None:
    """Read "a deadline of 31 May", "the deadline for the talks is 31 May"."""
    expression = next((item for item in reading.dates[sentence.index] if 0 < item.first - at < 8), None)
    if expression is None or set(";q") & set(sentence.classes[at : expression.first]):
        return
    date = reading.date(sentence, expression, "future")
    if date is None or reading.published is None or bounds(date)[1].isoformat() < reading.published:
        return
    first = at - (sentence.cls(at - 1) == "e")
    reading.put(
        "milestone",
        [reading.range_of(sentence, first, expression.last)],
        "milestone.deadline",
        what=reading.words_of(sentence, first, max(first, expression.first - 2)),
        date=date,
    )


def _is_ahead(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it is announced: "will open", "is due to open", "to be opened" after a noun, "expires"."""
    if group.mood == "infinitive":
        reduced = group.passive and sentence.cls(group.first - 1) in "MNlLSA,)"
        return is_announced(sentence, group) or reduced
    term = sentence.units[group.head].tags["phase"] == "term" and group.tense == "present"
    return (
        group.mood == "finite"
        and (group.modal in {"will", "would"} or term)
        and standing_of(sentence, group) == "ahead"
    )


def _happens(reading: Reading, sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether something starts or ends, and nobody who starts or ends it is the subject."""
    sense = sentence.units[group.head].tags["phase"]
    if sense == "term" or group.passive:
        return sense != "own" or not _is_meeting(sentence, group)
    if not _without_object(sentence, group.head) or (
        sense == "made" and sentence.units[group.head].tags.get("verb", "") != "open"
    ):
        return False
    if _is_meeting(sentence, group):
        return False
    if sentence.low(clause_start(sentence, group.first) - 1) == "which":
        return True
    subject = subject_of(reading, sentence, group)
    return subject is None or subject.kind == "body"


def _without_object(sentence: Sentence, at: int) -> bool:
    following = sentence.units[at + 1] if at + 1 < len(sentence.units) else None
    return following is None or following.cls in "pwmt#Ov.,;" or following.has("relative") or following.has("soonword")


def _is_meeting(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a visit or a meeting is the subject, which is a fact of its own; negotiations are none."""
    units = sentence.units[max(0, group.first - 12) : group.first]
    if any(unit.low.endswith(("negotiation", "negotiations")) for unit in units):
        return False
    return any(unit.has(theme) for unit in units for theme in ("visitnoun", "session", "body", "talktopic"))


def _start_of_subject(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the index of the first unit of what starts or ends; "which" is what stands before it."""
    start = clause_start(sentence, group.first)
    stop = group.first - 1
    if start and sentence.classes[start - 1] == "q":
        stop = start - 2 - (sentence.cls(start - 2) == ",")
        start = 0
    elif group.mood == "infinitive":
        while stop > start and _announces(sentence, stop):
            stop -= 1
    first = stop
    while first > start and stop - first < _LONGEST and not _parts(sentence, first - 1):
        first -= 1
    return first if 0 <= first <= stop else None


def _announces(sentence: Sentence, at: int) -> bool:
    """Tell whether the unit at *at* is of "is due", "was expected"."""
    unit = sentence.units[at]
    return unit.cls in "EvX" or unit.has("schedule") or unit.low in {"due", "set", "about", "likely"}


def _parts(sentence: Sentence, at: int) -> bool:
    """Tell whether the unit at *at* is no part of a noun phrase; a verb that opens the clause is a noun there."""
    letter = sentence.classes[at]
    return letter in ",;Xqhc" or (letter == "V" and at > 0 and verb_group(sentence, at) is not None)


_BY_THEME: Mapping[str, Callable[[Reading, Sentence, int], None]] = {
    "inforce": _entry_into_force,
    "phase": _phase,
    "schedule": _scheduled,
    "deadline": _deadline,
}
