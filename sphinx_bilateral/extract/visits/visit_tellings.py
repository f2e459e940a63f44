"""How a sentence tells a visit around its noun: as what it stands, when, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.dates.dates import Tense
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_of, nearest, period
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.visits.visit import Status, length_of, presence
from sphinx_bilateral.extract.visits.visit_phrases import Phrase
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.dates import bounds

UNSURE = ("status",)
_STATUSES: dict[Tense, Status] = {"past": "past", "future": "planned", "present": "ongoing"}


@dataclass(slots=True)
class Telling:
    """How a sentence tells a visit around its noun phrase.

    :param first: index of the first unit of the evidence; *last* of its last.
    """

    first: int
    last: int
    owner: Actor | None = None
    status: Status | None = None
    unsure: tuple[str, ...] = UNSURE
    date: str | None = None
    lapsed: bool = False
    closing: bool = False

    def dated(
        self, reading: Reading, sentence: Sentence, phrase: Phrase, tense: Tense, group: VerbGroup | None
    ) -> None:
        """Take the date of the phrase, or of the verb that governs it, into the telling."""
        expression = phrase.date or (expression_of(reading, sentence, group) if group is not None else None)
        if expression is not None:
            self.date, end = period(reading, sentence, expression, tense)
            self.last = max(self.last, end)
            self.first = min(self.first, expression.first)


def bounded_by_relative(reading: Reading, sentence: Sentence, phrase: Phrase, telling: Telling) -> None:
    """Take the day from a clause on the visit after it: "a visit to X, which concluded on Monday"."""
    relative = phrase.last + 1 + (sentence.cls(phrase.last + 1) == ",")
    if sentence.low(relative) not in {"which", "that"}:
        return
    verb = next((n for n in range(relative + 1, min(relative + 4, sentence.size)) if sentence.classes[n] == "V"), None)
    sense = sentence.units[verb].tags.get("trip") if verb is not None else None
    group = verb_group(sentence, verb) if verb is not None and sense in {"begin", "end"} else None
    if group is None or group.passive or group.mood != "finite" or standing_of(sentence, group) != "done":
        return
    expression = expression_of(reading, sentence, group)
    if expression is None:
        return
    telling.date, end = period(reading, sentence, expression, "past")
    telling.last = max(telling.last, end)
    if sense == "end":
        telling.status, telling.unsure, telling.closing = "past", (), True
    elif telling.date is not None:
        length = length_of(sentence, phrase.first, phrase.noun)
        status, unsure = presence(reading, telling.date, length)
        if status is not None and not unsure:
            telling.status, telling.unsure = status, unsure


def bounded(reading: Reading, sentence: Sentence, phrase: Phrase, telling: Telling, sense: str, *, done: bool) -> None:
    """Settle a visit that is told by its begin or its end."""
    if sense == "end":
        telling.closing = True
        if telling.status == "planned" and not telling.unsure:
            telling.status = "ongoing"
    elif sense == "continue" and done:
        telling.status, telling.unsure = "ongoing", ()
    elif sense == "begin" and done:
        if telling.date is None:
            telling.status, telling.unsure = "ongoing", ()
        else:
            length = length_of(sentence, phrase.first, phrase.noun)
            telling.status, telling.unsure = presence(reading, telling.date, length)


def is_planned(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase says that the visit is to come: "the planned visit", "his next visit"."""
    units = sentence.units[phrase.first : phrase.noun + 1]
    return any(unit.has("planmark") or unit.tags.get("relative") == "next" for unit in units)


def by_date(
    reading: Reading, sentence: Sentence, phrase: Phrase, telling: Telling, lies: Tense | None = None
) -> Telling:
    """Settle a visit by the date in its phrase: it lies behind, ahead, or the visit is on.

    :param lies: in which direction, where what is done during the visit shows it.
    """
    assert phrase.date is not None  # the caller asked
    if phrase.begins and phrase.date.weekday is not None:
        telling.dated(reading, sentence, phrase, "future", None)
        telling.status, telling.unsure = ("ongoing" if telling.date == reading.published else "planned"), ()
        return telling
    tense, date = nearest(reading, sentence, phrase.date)
    if tense is None and lies is not None:
        tense, date = lies, period(reading, sentence, phrase.date, lies)[0]
    telling.dated(reading, sentence, phrase, tense or "past", None)
    telling.date = date
    if tense is not None:
        telling.status, telling.unsure = _STATUSES[tense], ()
        if tense == "present" and not _is_on_days(date, reading.published):
            telling.status, telling.unsure = None, UNSURE
    return telling


def _is_on_days(date: str | None, published: str | None) -> bool:
    """Tell whether a visit of these days was on when the report was published; no month and no single day tells."""
    if date is None or published is None or date == published:
        return False
    first, last = bounds(date)
    return date.count("-") == 4 and (last - first).days != 6 and last.isoformat() != published


def is_finite(sentence: Sentence, at: int) -> bool:
    """Tell whether a finite verb stands at *at*."""
    group = verb_group(sentence, at)
    return group is not None and group.mood == "finite"
