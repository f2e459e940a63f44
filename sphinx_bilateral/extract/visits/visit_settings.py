"""Visits in which something is set: "said during his visit to X", "is on a visit to X", "left after a visit"."""

from __future__ import annotations

import itertools

from sphinx_bilateral.extract.actors.sharing import event_subject
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, finite_before, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_of, tense_of
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.visits.visit import presence
from sphinx_bilateral.extract.visits.visit_phrases import Phrase
from sphinx_bilateral.extract.visits.visit_tellings import UNSURE, Telling, by_date, is_finite, is_planned
from sphinx_bilateral.extract.visits.visit_verbs import TENSES
from sphinx_bilateral.extract.words.units import Sentence

_OPENING = 5  # sentences
_SETTINGS = {"during", "on", "while", "in", "at"}
_AFTER = {"after", "since", "following"}
_AHEAD = {"before", "ahead of", "until", "pending"}


def set_in(reading: Reading, sentence: Sentence, phrase: Phrase) -> Telling | None:
    """Read "is on a visit to X", "said during his visit to X", "on the second day of a visit", "at the end of"."""
    index = phrase.first - 1
    part = ""
    while index > phrase.first - 8 and (sentence.cls(index) in "fe#O" or _part(sentence, index)):
        part = part or _part(sentence, index)
        index -= 1
    word = sentence.low(index)
    if word in _AFTER or (word in _AHEAD and not part):
        telling = Telling(phrase.first, phrase.last, _goer(reading, sentence, index))
        if phrase.begins:
            return by_date(reading, sentence, phrase, telling)
        telling.status = "past" if word in _AFTER else "planned"
        telling.unsure = () if word in _AFTER or is_planned(sentence, phrase) else UNSURE
        telling.dated(reading, sentence, phrase, "past" if word in _AFTER else "future", None)
        _returned(reading, sentence, telling, index)
        return telling
    if word not in _SETTINGS and part not in {"midst", "onset"}:
        return None
    before = index - 1
    while sentence.cls(before) in "v,":
        before -= 1
    if sentence.cls(before) == "E" and word == "on":
        return _is_on(reading, sentence, phrase, before)
    return _during(reading, sentence, phrase, index, part) if part or word in {"during", "on", "while"} else None


def _goer(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the subject of the verb before *at*: "P left for home after a visit"."""
    verb = finite_before(sentence, at)
    group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
    return event_subject(reading, sentence, group) if group is not None else None


def _returned(reading: Reading, sentence: Sentence, telling: Telling, at: int) -> None:
    """Take the day of leaving as the last day of the visit: "left for home on Thursday after a three-day visit"."""
    verb = finite_before(sentence, at)
    group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
    if group is None or telling.date is not None or standing_of(sentence, group) != "done":
        return
    unit = sentence.units[group.head]
    leaving = unit.tags.get("trip") == "leave" or unit.tags.get("verb", "") == "return"
    expression = expression_of(reading, sentence, group) if leaving else None
    if expression is not None:
        telling.date, telling.closing = reading.date(sentence, expression, "past"), True
        telling.first = group.first


def _part(sentence: Sentence, at: int) -> str:
    """Return which part of a visit the word at *at* names: onset, midst, closing; empty for any other word."""
    if at < 0:
        return ""
    tags = sentence.units[at].tags
    return next((name for name in ("onset", "midst", "closing") if name in tags), "")


def _is_on(reading: Reading, sentence: Sentence, phrase: Phrase, be: int) -> Telling:
    """Read "is currently on a three-day visit to X"."""
    first = be - (sentence.cls(be - 1) in "Xo")
    owner = event_subject(reading, sentence, VerbGroup(first, be, "finite", "present"))
    telling = Telling(min(be, owner.first if owner else be), phrase.last, owner)
    telling.status, telling.unsure = "ongoing", ()
    if sentence.cls(be - 1) in "Xo":
        telling.status = "planned"
    elif sentence.units[be].tags["be"] == "past":
        telling.status = "past"
    telling.dated(reading, sentence, phrase, TENSES.get(telling.status, "past"), None)
    return telling


def _during(reading: Reading, sentence: Sentence, phrase: Phrase, at: int, part: str) -> Telling:
    """Read a visit during which something was or will be done: it stands as what was done stands."""
    governor = finite_before(sentence, at, clause_start(sentence, phrase.first))
    if governor is None or sentence.classes[governor] != "V":
        governor = next(
            (
                n
                for n in range(phrase.last + 1, len(sentence.units))
                if sentence.classes[n] == "V" and is_finite(sentence, n)
            ),
            None,
        )
    group = verb_group(sentence, governor) if governor is not None else None
    owner = phrase.owner or (event_subject(reading, sentence, group) if group is not None and not phrase.his else None)
    telling = Telling(phrase.first, phrase.last, owner)
    done = group is not None and standing_of(sentence, group) == "done"
    if phrase.date is not None:
        return by_date(reading, sentence, phrase, telling, "past" if done else None)
    if group is None:
        return telling
    if standing_of(sentence, group) in {"ahead", "open"}:
        telling.status, telling.unsure = "planned", () if group.head < at else UNSURE  # or it is on already
        return telling
    if _is_insert(sentence, phrase, at) and group.head > phrase.last:
        telling.status, telling.unsure = "ongoing", ()
        return telling
    event = expression_of(reading, sentence, group)
    day = reading.date(sentence, event, tense_of(group)) if event is not None else None
    if event is not None and event.last == at - 1 and not event.days and event.weekday is None and event.offset is None:
        telling.status, telling.unsure, telling.date = "past", (), day  # "in April during his visit to X"
        telling.first = event.first
    elif part == "closing":
        telling.status, telling.unsure, telling.date, telling.closing = "past", (), day, True
    elif part or day is not None:
        telling.status, telling.unsure = presence(reading, day, 2) if day is not None else ("ongoing", ())
    elif phrase.his and _is_late(reading):
        telling.status, telling.unsure = "past", ()
    return telling


def _is_insert(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Tell whether the phrase stands between commas after a name: "P, on a three-day visit to X, said"."""
    closed = sentence.cls(phrase.last + 1) == "," and sentence.low(at) == "on" and sentence.low(at + 1) in {"a", "an"}
    return closed and sentence.cls(at - 1) == "," and sentence.cls(at - 2) == "N"


def _is_late(reading: Reading) -> bool:
    """Tell whether the report is of another day than what it tells: its opening dates it to a day before."""
    days: list[str] = []
    for sentence in itertools.islice(reading.body(), _OPENING):
        for expression in reading.dates[sentence.index]:
            date = reading.date(sentence, expression, "past")
            days += [date] if date is not None and len(date) == len("2026-03-13") else []
    return bool(days) and reading.published is not None and max(days) < reading.published
