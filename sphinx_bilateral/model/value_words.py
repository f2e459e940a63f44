"""A value of a fact in words: within a table, within a sentence, and within a message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sphinx_bilateral.model import facts
from sphinx_bilateral.model.dates import is_date
from sphinx_bilateral.model.wording import ENGLISH, ValueWording, ordinal, printable, sentence_case

NOT_GIVEN = "not given"

DIRECTIONS = ("up", "down")
"""Which way a figure moved, where it says by how much."""

BADGES = frozenset({"status"})
_VOCABULARY = frozenset({"kind", "role", "strength", "sub", "bound"})
_COUNTRIES = frozenset({"parties", "actors", "by", "to"})
_COUNTRY = frozenset({"side", "origin", "country", "ratified_by"})
_DATES = facts.DATE_FIELDS | {"period"}


def value_text(fact: facts.Fact, name: str, value: Any, wording: ValueWording) -> str:
    """Return *value*, which the field *name* of *fact* has or which a source gives for it, in words.

    An absent value, and a flag that is off, is the empty text.
    """
    if isinstance(fact, facts.Meeting) and name == "name":
        return _meeting_name(fact, value, wording)
    if value is None or value is False or value == ():
        return ""
    if value is True:
        return wording.say("yes")
    if written := _WRITERS.get((fact.type, name)):
        return written(fact, value, wording)
    if name in _DATES:
        return wording.date(value) if is_date(value) else str(value)
    if name in _COUNTRIES:
        return sentence_case(wording.countries(value))
    if name in _COUNTRY:
        return wording.country(value)
    if name in BADGES | _VOCABULARY:
        return sentence_case(wording.word(value))
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return sentence_case(str(value)) if name in {"action", "topics", "what", "measure"} else str(value)


def value_words(fact: facts.Fact, name: str, value: Any, wording: ValueWording) -> str:
    """Return *value* of the field *name* as it stands within a sentence."""
    if value in (None, ()):
        return wording.say(NOT_GIVEN)
    if name in BADGES | _VOCABULARY:
        return wording.word(value)
    return printable(value_text(fact, name, value, wording))


def told(fact: facts.Fact, name: str, value: Any) -> str:
    """Return *value* of the field *name* as a message tells it: in English, in one line, texts letter for letter."""
    text = " ".join(value_words(fact, name, value, ENGLISH).split())
    own = " ".join(value.split()) if isinstance(value, str) else ""
    return own if own.casefold() == text.casefold() else text


def figure_note(fact: facts.Fact, wording: ValueWording) -> str:
    """Return what tells a figure from others of its measure, such as ``target, 2027``; empty where nothing does."""
    if not isinstance(fact, facts.Figure):
        return ""
    role = [wording.word(fact.role)] if fact.role else []
    return ", ".join([*role, *([value_words(fact, "period", fact.period, wording)] if fact.period else [])])


def _meeting_name(fact: facts.Meeting, value: str | None, wording: ValueWording) -> str:
    name = value or wording.word(fact.kind)
    if fact.ordinal is None or "session" in name:
        return sentence_case(name)
    return wording.say("{ordinal} session of the {name}", ordinal=ordinal(fact.ordinal), number=fact.ordinal, name=name)


def _amount(fact: facts.Figure, value: float, wording: ValueWording) -> str:
    """Return a sum as exactly as its source gives it; where it is by how much something changed, with the direction."""
    amount = wording.quantity(value, fact.value_to, fact.unit, fact.bound)
    return f"{wording.word(fact.direction)}\u00a0{amount}" if fact.direction in DIRECTIONS else amount


def _destination(fact: facts.Visit, value: str, wording: ValueWording) -> str:
    return wording.place(value, fact.country)


_WRITERS: Mapping[tuple[str, str], Callable[[Any, Any, ValueWording], str]] = {
    ("meeting", "place"): lambda fact, value, wording: wording.place(value, fact.country),
    ("milestone", "place"): lambda fact, value, wording: wording.place(value, fact.country),
    ("visit", "destination"): _destination,
    ("figure", "value"): _amount,
    ("figure", "value_to"): lambda fact, value, wording: wording.amount(value, fact.unit),
    ("agreement", "name"): lambda _fact, value, _wording: sentence_case(value),
    ("participant", "title"): lambda _fact, value, _wording: sentence_case(value),
    ("quote", "text"): lambda _fact, value, _wording: value,
}
"""How a value of one type is written where its field's name alone does not say."""
