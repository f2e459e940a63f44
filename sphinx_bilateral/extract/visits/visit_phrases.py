"""The noun phrase of a visit: who goes, where to and when, as in "the minister's December visit to X"."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after
from sphinx_bilateral.extract.people.lists_of_people import persons_of
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.visits.destinations import Stop, stops_at
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_LONGEST = 14  # units to either side of the noun
_BEFORE = "lLS#-OvmwDkTs"  # classes of the units between the determiner and the noun
_BARE = "eS'D#lO-Lmfp"  # classes of the units after which "visit" is no verb


@dataclass(slots=True)
class Phrase:
    """The noun phrase of a visit.

    :param noun: index of the noun; *first* of the first unit, owner and determiner included; *last* of the last.
    :param owner: who goes, where the phrase says so; *his*: it says "his" or "her" instead.
    :param date: the date in it or right after it; *begins*: it is said to begin then, "beginning Monday".
    """

    noun: int
    first: int
    last: int
    owner: Actor | None = None
    his: bool = False
    stops: list[Stop] = field(default_factory=list)
    date: DateExpression | None = None
    begins: bool = False


def is_named(sentence: Sentence, at: int) -> bool:
    """Tell whether "visit" or "tour" at *at* is a noun."""
    if sentence.classes[at] != "V":
        return True
    group = verb_group(sentence, at)
    if group is None or (group.first == group.head and sentence.cls(at - 1) in _BARE):
        return True
    return sentence.cls(at - 1) in "CK" and sentence.cls(at - 2) in "el'"  # "his Lima visit"


def phrase_of(reading: Reading, sentence: Sentence, noun: int) -> Phrase:
    """Return the noun phrase around the unit at *noun*."""
    index = noun - 1
    while index >= 0 and noun - index < _LONGEST and _modifies(sentence, index, noun):
        index -= 1
    phrase = Phrase(noun, index + 1, noun)
    _owner_before(reading, sentence, phrase, index)
    _what_follows(reading, sentence, phrase)
    before = noun - 1
    if not phrase.stops and sentence.cls(before) in "CK" and before > index and not sentence.units[before].has("org"):
        phrase.stops = [_stop_before(sentence, before)]
    inner = [item for item in reading.dates[sentence.index] if index < item.first and item.last < noun]
    phrase.date = inner[0] if inner else expression_after(reading, sentence, phrase.last)
    if phrase.date is None:
        phrase.date = _beginning(reading, sentence, phrase.last)
        phrase.begins = phrase.date is not None
    return phrase


def _stop_before(sentence: Sentence, at: int) -> Stop:
    """Return the place that the noun after it goes to: "his third China trip", "her Lima visit"."""
    unit = sentence.units[at]
    return Stop((unit.text, unit.tags["city"]) if unit.cls == "K" else (None, code_of(unit)), at)


def _beginning(reading: Reading, sentence: Sentence, last: int) -> DateExpression | None:
    """Return the date in "beginning Monday", "scheduled for next week" after the unit at *last*."""
    index = last + 1 + (sentence.cls(last + 1) == ",")
    unit = sentence.units[index] if index < len(sentence.units) else None
    if unit is None or unit.cls != "V":
        return None
    begins = unit.tags.get("trip") == "begin" and "g" in unit.tags.get("form", "")
    if not begins and not (unit.has("schedule") and "n" in unit.tags.get("form", "")):
        return None
    return next((item for item in reading.dates[sentence.index] if 0 < item.first - index < 4), None)


def _modifies(sentence: Sentence, at: int, noun: int) -> bool:
    """Tell whether the unit at *at* can stand between the determiner and the noun."""
    letter, unit = sentence.classes[at], sentence.units[at]
    if letter == "a":
        return sentence.cls(at - 1) in "lLS" and sentence.cls(at + 1) in "lLS" and sentence.low(at - 2) in {"a", "an"}
    if letter == "V":
        return unit.has("planmark") or unit.has("visitnoun")
    return letter in _BEFORE or (letter in "CK" and at == noun - 1)


def _owner_before(reading: Reading, sentence: Sentence, phrase: Phrase, at: int) -> None:
    """Note the possessor that ends at *at*, "Minister P's" or "his", and take the determiner into the phrase."""
    if sentence.cls(at) == "'":
        for actor in reading.actors[sentence.index]:
            if actor.first < at <= actor.last + 1:
                phrase.owner, phrase.first = actor, actor.first
        if phrase.owner is None and sentence.low(at - 1) == "latter":
            phrase.owner, phrase.first = _latter(reading, sentence, at - 1), at - 2
    elif sentence.cls(at) == "e":
        phrase.his, phrase.first = sentence.low(at) in {"his", "her"}, at


def _latter(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the last of the two persons before "the latter" at *at*."""
    before = [person for _, last, person in persons_of(reading, sentence) if last < at]
    if len(before) != 2:
        return None
    person = before[-1]
    return Actor(at, at, "person", (person.side,) if person.side else (), (person,))


def _what_follows(reading: Reading, sentence: Sentence, phrase: Phrase) -> None:
    """Note "to X", "by P" and "of P" after the noun, in any order."""
    towards = {"to", "in"} if sentence.units[phrase.noun].has("staynoun") else {"to"}
    index = phrase.noun + 1
    while index < min(len(sentence.units), phrase.noun + _LONGEST):
        word, letter = sentence.low(index), sentence.classes[index]
        if sentence.low(index + 1) in {"by", "to"} and word in {"made", "paid", "undertaken"}:
            index += 1
            continue  # "the visit made by P to X"
        if letter in ';.hqVE",X' or word in {"at", "with"}:
            return
        if word in towards and not phrase.stops:
            phrase.stops = stops_at(reading, sentence, index + 1)
            if phrase.stops:
                phrase.last = index = phrase.stops[-1].last
        elif word in {"by", "of"} and phrase.owner is None:
            found = next((item for item in reading.actors[sentence.index] if index < item.first <= index + 2), None)
            if found is not None and (found.people or word == "by"):
                phrase.owner = found
                phrase.last = index = found.last
        index += 1
