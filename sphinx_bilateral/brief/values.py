"""A field of a fact as a line: its text, marked as the value that it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sphinx_bilateral.brief.blocks import Badge, Inline, Line, Text, Value
from sphinx_bilateral.brief.wording import TONES, Wording, ordinal, printable, sentence_case
from sphinx_bilateral.model import facts
from sphinx_bilateral.model.dates import is_date

NOT_GIVEN = "not given"

DIRECTIONS = ("up", "down")
"""Which way a figure moved, where it says by how much."""

_BADGES = frozenset({"status"})
_VOCABULARY = frozenset({"kind", "role", "strength", "sub", "bound"})
_COUNTRIES = frozenset({"parties", "actors", "by", "to"})
_COUNTRY = frozenset({"side", "origin", "country", "ratified_by"})
_DATES = frozenset({"date", "due", "period"})


def value_text(fact: facts.Fact, name: str, value: Any, wording: Wording) -> str:
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
    if name in _BADGES | _VOCABULARY:
        return sentence_case(wording.word(value))
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return sentence_case(str(value)) if name in {"action", "topics", "what", "measure"} else str(value)


def value_line(fact: facts.Fact, name: str, wording: Wording, dossier: str, *, strong: bool = False) -> Line:
    """Return the value of the field *name* as a line without source numbers; empty where there is none."""
    value = fact.get(name)
    text = printable(value_text(fact, name, value, wording))
    if not text:
        return ()
    if name in _BADGES:
        badge = Badge(text, TONES.get(value, "neutral"), fact.id, name, dossier)
        # What was done has a day; it stands with the status, since most commitments have none.
        done = value_line(fact, "date", wording, dossier) if isinstance(fact, facts.Commitment) else ()
        return (badge, Text(" "), *done) if done else (badge,)
    shown: Inline = Value(text, fact.id, name, dossier, strong=strong, verbatim=_is_verbatim(fact, name))
    if isinstance(fact, facts.Quote) and name == "text":
        return (Text("“"), shown, Text("”"))
    if isinstance(fact, facts.Figure) and name == "value" and fact.role:
        return (shown, Text(" "), Badge(wording.word(fact.role), TONES.get(fact.role, "neutral")))
    return (shown,)


def _is_verbatim(fact: facts.Fact, name: str) -> bool:
    return isinstance(fact, facts.Quote) and name == "text"


def _meeting_name(fact: facts.Meeting, value: str | None, wording: Wording) -> str:
    name = value or wording.word(fact.kind)
    if fact.ordinal is None or "session" in name:
        return sentence_case(name)
    return wording.say("{ordinal} session of the {name}", ordinal=ordinal(fact.ordinal), number=fact.ordinal, name=name)


def _amount(fact: facts.Figure, value: float, wording: Wording) -> str:
    """Return a sum as exactly as its source gives it; where it is by how much something changed, with the direction."""
    amount = wording.quantity(value, fact.value_to, fact.unit, fact.bound)
    return f"{wording.word(fact.direction)}\u00a0{amount}" if fact.direction in DIRECTIONS else amount


def _destination(fact: facts.Visit, value: str, wording: Wording) -> str:
    return wording.place(value, fact.country)


_WRITERS: Mapping[tuple[str, str], Callable[[Any, Any, Wording], str]] = {
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
