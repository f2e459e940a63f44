"""Visits that a verb pays, begins, ends or puts off, or whose beginning or end a verb tells."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.sharing import event_subject, with_shared
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_of
from sphinx_bilateral.extract.grammar.standing import planned_or_past, standing_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.visits.visit import CALLED_OFF, present
from sphinx_bilateral.extract.visits.visit_phrases import Phrase
from sphinx_bilateral.extract.visits.visit_tellings import UNSURE, Telling, bounded, by_date, is_planned
from sphinx_bilateral.extract.visits.visit_verbs import TENSES, lapsed
from sphinx_bilateral.extract.words.units import Sentence

_PAYING = {"pay", "begin", "continue", "end"}


def paid(reading: Reading, sentence: Sentence, phrase: Phrase) -> Telling | None:
    """Read "paid a visit", "will start his visit", "concluded a two-day visit", "postponed a visit"."""
    governor = _verb_before(sentence, phrase.first)
    if governor is None:
        return None
    group, sense = governor
    verb = sentence.units[group.head].tags.get("verb", "")
    if sense not in _PAYING and verb not in CALLED_OFF and verb != "recall":
        return None
    owner = phrase.owner or event_subject(reading, sentence, group)
    telling = Telling(min(group.first, owner.first if owner else group.first), phrase.last, owner)
    standing = standing_of(sentence, with_shared(sentence, group))
    if verb == "recall":
        telling.status, telling.unsure = "past", ()
        telling.dated(reading, sentence, phrase, "past", None)
        return telling
    if verb in CALLED_OFF:
        telling.status = CALLED_OFF[verb]
        telling.unsure = () if standing == "done" and group.mood == "finite" else UNSURE
        return telling
    if standing == "denied" or group.mood == "gerund":
        telling.unsure = () if standing == "denied" else UNSURE
        return telling
    telling.status, telling.unsure = planned_or_past(standing)
    telling.lapsed = lapsed(sentence, group)
    telling.dated(reading, sentence, phrase, TENSES.get(telling.status, "past"), group)
    if sense == "end" and telling.date is None and standing == "done":
        _left(reading, sentence, telling, phrase.last)
    if standing == "ahead" and group.tense == "present" and group.mood == "finite" and group.modal is None:
        if sense == "end":
            telling.unsure = UNSURE  # "after he concludes his visit"
        else:
            telling.status, telling.unsure = present(reading, telling.date)
    bounded(reading, sentence, phrase, telling, sense, done=standing == "done")
    return telling


def _verb_before(sentence: Sentence, at: int) -> tuple[VerbGroup, str] | None:
    """Return the verb whose object starts at *at*, and its sense: "paid", "began", "kicked off", "embarked on"."""
    for index in range(at - 1, max(-1, at - 5), -1):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter == "V":
            group = verb_group(sentence, index)
            return (group, unit.tags.get("trip", unit.tags.get("verb", ""))) if group is not None else None
        if letter not in "vl" and unit.low not in {"on", "off", "up", "with", "out"}:
            return None
    return None


def _left(reading: Reading, sentence: Sentence, telling: Telling, last: int) -> None:
    """Take the day of leaving as that of the end: "ended his visit to X and left for home on Wednesday"."""
    verb = next((n for n in range(last + 1, min(last + 6, len(sentence.units))) if sentence.classes[n] == "V"), None)
    if verb is None or sentence.units[verb].tags.get("trip") != "leave" or "a" not in sentence.classes[last + 1 : verb]:
        return
    group = verb_group(sentence, verb)
    expression = expression_of(reading, sentence, group) if group is not None else None
    if expression is not None:
        telling.date, telling.last = reading.date(sentence, expression, "past"), expression.last


def told(reading: Reading, sentence: Sentence, phrase: Phrase) -> Telling:
    """Read a visit that is only named: it stands as its own words and its date say."""
    telling = Telling(phrase.first, phrase.last)
    if "!" in sentence.classes[max(0, phrase.first - 2) : phrase.noun]:
        telling.unsure = ()
        return telling
    after = _verb_after(sentence, max(phrase.last, phrase.date.last if phrase.date else 0))
    if after is not None:
        return _subject_of(reading, sentence, phrase, telling, after)
    units = sentence.units[phrase.first : phrase.noun + 1]
    if any(unit.has("possiblemark") for unit in units):
        telling.status = "planned"
        telling.dated(reading, sentence, phrase, "future", None)
    elif is_planned(sentence, phrase):
        telling.status, telling.unsure = "planned", ()
        telling.dated(reading, sentence, phrase, "future", None)
    elif any(unit.has("pastmark") or unit.tags.get("relative") == "last" for unit in units) or _there_was(
        sentence, phrase
    ):
        telling.status, telling.unsure = "past", ()
        telling.dated(reading, sentence, phrase, "past", None)
    elif phrase.date is not None:
        return by_date(reading, sentence, phrase, telling)
    return telling


def _there_was(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the sentence says that there was such a visit, or that visits were paid."""
    for index in range(phrase.first - 1, max(-1, phrase.first - 6), -1):
        if sentence.classes[index] == "E":
            return sentence.units[index].tags["be"] == "past" and "there" in {
                sentence.low(index - 1),
                sentence.low(index - 2),
            }
        if sentence.classes[index] not in "elf#LZ":
            return False
    return False


def _verb_after(sentence: Sentence, last: int) -> VerbGroup | None:
    """Return the verb of which the phrase is the subject, where it tells when: "started", "takes place"."""
    index = last + 1
    if sentence.cls(index) == ",":
        index += 1
    if sentence.cls(index) in "qh":
        index += 1
    while sentence.cls(index) in "vEXZowtmp#,":
        index += 1
    unit = sentence.units[index] if index < len(sentence.units) else None
    if unit is None or sentence.classes[index] != "V":
        return None
    known = (
        unit.tags.get("trip") in {"begin", "end"} or unit.has("takeplace") or unit.tags.get("verb", "") in CALLED_OFF
    )
    return verb_group(sentence, index) if known or unit.has("schedule") else None


def _subject_of(reading: Reading, sentence: Sentence, phrase: Phrase, telling: Telling, group: VerbGroup) -> Telling:
    """Read "P's visit to X, which started on Sunday", "a visit beginning Monday", "the visit has been postponed"."""
    unit = sentence.units[group.head]
    standing = standing_of(sentence, group)
    telling.last = group.head
    if unit.tags.get("verb", "") in CALLED_OFF:
        telling.status = CALLED_OFF[unit.tags.get("verb", "")]
        telling.unsure = () if standing == "done" else UNSURE
        return telling
    expression = expression_of(reading, sentence, group) or next(
        (item for item in reading.dates[sentence.index] if 0 < item.first - group.head < 4), None
    )
    if group.mood in {"gerund", "participle"} or unit.has("schedule"):
        phrase.date = expression or phrase.date
        if unit.has("schedule"):
            telling.status, telling.unsure = "planned", ()
            telling.dated(reading, sentence, phrase, "future", None)
            return telling
        return by_date(reading, sentence, phrase, telling) if phrase.date is not None else telling
    telling.status, telling.unsure = planned_or_past(standing)
    phrase.date = phrase.date or expression
    telling.dated(reading, sentence, phrase, TENSES.get(telling.status, "past"), None)
    sense = unit.tags.get("trip", "pay")
    bounded(reading, sentence, phrase, telling, sense, done=standing == "done")
    return telling
