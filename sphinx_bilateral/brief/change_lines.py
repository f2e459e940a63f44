"""Changes in sentences: what moved between two states of a dossier, in the words of a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sphinx_bilateral.brief.blocks import Line, Text, Value
from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.dossier.records.changes import Change
from sphinx_bilateral.dossier.records.issued import IssuedSource
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Agreement, Fact, Figure, Meeting, Quote, Visit
from sphinx_bilateral.model.value_words import figure_note, value_text, value_words
from sphinx_bilateral.model.wording import printable, sentence_case


def change_line(change: Change, wording: Wording, *, whole: bool = True) -> Line:
    """Return *change* as a sentence without its final stop and its sources.

    :param whole: whether all of the newer state was known; else what is gone is only no longer shown.
    """
    fact = change.fact
    if fact is None:
        line = wording.say_line("The text of the source {source} changed", source=(Text(printable(change.about)),))
    else:
        line = _SENTENCES[change.kind](change, fact, wording, whole)
    return _capital(line)


def sentence(change: Change, wording: Wording, sources: Mapping[str, IssuedSource], *, whole: bool = True) -> str:
    """Return *change* as a sentence in plain text, with the sources of what is now in parentheses."""
    named = dict.fromkeys(span.source for span in change.evidence) if change.fact else {}
    told = "; ".join(source_words(sources[name], wording) for name in named if name in sources)
    words = plain_text(change_line(change, wording, whole=whole))
    return f"{words} ({told})." if told else f"{words}."


def source_words(source: IssuedSource, wording: Wording) -> str:
    """Return which source it is, and of which day: ``courier, 3 May 2026``."""
    day = wording.date(source.published) if source.published else wording.say("no date given")
    return f"{source.id}, {day}"


def plain_text(line: Line) -> str:
    """Return the words of *line*, as a terminal can show them."""
    return " ".join("".join(part.text for part in line if hasattr(part, "text")).split())


def _capital(line: Line) -> Line:
    first, *rest = line
    if isinstance(first, Text):
        return (Text(sentence_case(first.text), first.strong), *rest)
    if isinstance(first, Value) and not first.verbatim:
        return (Value(sentence_case(first.text), first.fact, first.field, first.dossier, first.strong), *rest)
    return line


def _subject(change: Change, fact: Fact, wording: Wording) -> Line:
    """Return what a sentence is about: its name with an article where the language and the type have one."""
    role = FACT_TYPES[fact.type].columns[0]
    given = fact.get(role)
    if isinstance(fact, Agreement):
        text = str(given).removeprefix("the ").removeprefix("The ")
    else:
        text = value_text(fact, role, given, wording) or fact.id
    name: Line = (Value(printable(text), fact.id, role, change.dossier, verbatim=isinstance(fact, Quote)),)
    if isinstance(fact, Agreement | Meeting):
        return wording.say_line("the {name}", name=name)
    if isinstance(fact, Visit):
        return wording.say_line("Visit of {visitor}", visitor=name)
    return (Text("“"), *name, Text("”")) if fact.type in {"commitment", "proposal", "quote"} else name


def _words(change: Change, fact: Fact, wording: Wording, value: Any) -> Line:
    return (Text(value_words(fact, change.name, value, wording)),)


def _added(change: Change, fact: Fact, wording: Wording, _whole: bool) -> Line:
    standing = [
        value_words(fact, name, value, wording)
        for name in ("status", "value", "title", "date", "due")
        if (value := getattr(fact, name, None)) is not None
    ]
    label = wording.within(wording.say(FACT_TYPES[fact.type].label))
    subject = _subject(change, fact, wording)
    line = wording.say_line("New {label}: {subject}", label=(Text(label),), subject=subject)
    return (*line, Text(f", {', '.join(standing)}")) if standing else line


def _gone(change: Change, fact: Fact, wording: Wording, whole: bool) -> Line:
    subject = _subject(change, fact, wording)
    if whole:
        return wording.say_line("No longer in the sources: {subject}", subject=subject)
    return wording.say_line("No longer shown: {subject}", subject=subject)


def _status(change: Change, fact: Fact, wording: Wording, _whole: bool) -> Line:
    filled = {
        "subject": _subject(change, fact, wording),
        "old": _words(change, fact, wording, change.old),
        "new": _words(change, fact, wording, change.new),
    }
    if change.direction == "down":
        return wording.say_line("{subject} was {old}; it is {new}, a step back", **filled)
    return wording.say_line("{subject} was {old}; it is {new}", **filled)


def _figure(change: Change, fact: Fact, wording: Wording, _whole: bool) -> Line:
    assert isinstance(fact, Figure)
    filled = {
        "subject": _figure_name(change, fact, wording),
        "old": _words(change, _then(change, fact), wording, change.old),
        "new": _words(change, fact, wording, change.new),
    }
    if change.by is None:
        return wording.say_line("{subject} was {old}; it is {new}", **filled)
    # A difference of two decimal numbers has no more places than they have.
    filled["by"] = (Text(wording.amount(_rounded(change.by), fact.unit)),)
    if change.direction == "up":
        return wording.say_line("{subject} was {old}; it is {new}, {by} more", **filled)
    return wording.say_line("{subject} was {old}; it is {new}, {by} less", **filled)


def _figure_name(change: Change, fact: Figure, wording: Wording) -> Line:
    name, note = _subject(change, fact, wording), figure_note(fact, wording)
    return (*name, Text(f" ({note})")) if note else name


def _rounded(value: float) -> float:
    exact = round(value, 6)
    return int(exact) if exact == int(exact) else exact


def _then(change: Change, fact: Fact) -> Fact:
    return change.before.fact if change.before else fact


def _field(change: Change, fact: Fact, wording: Wording, _whole: bool) -> Line:
    return wording.say_line(
        "{subject}: {field} was {old}; it is {new}",
        subject=_subject(change, fact, wording),
        field=(Text(wording.within(wording.label(change.name))),),
        old=_words(change, _then(change, fact), wording, change.old),
        new=_words(change, fact, wording, change.new),
    )


def _post(change: Change, fact: Fact, wording: Wording, _whole: bool) -> Line:
    return wording.say_line(
        "{subject} was {old}; now {new}",
        subject=_subject(change, fact, wording),
        old=_words(change, _then(change, fact), wording, change.old),
        new=_words(change, fact, wording, change.new),
    )


def _conflict(change: Change, fact: Fact, wording: Wording, _whole: bool) -> Line:
    assert change.conflict is not None
    readings = [value_words(fact, change.name, one.value, wording) for one in change.conflict.readings]
    return wording.say_line(
        "Sources disagree on {subject}, {field}: {readings}",
        subject=_subject(change, fact, wording),
        field=(Text(wording.within(wording.label(change.name))),),
        readings=(Text(" / ".join(readings)),),
    )


def _resolved(change: Change, fact: Fact, wording: Wording, _whole: bool) -> Line:
    decided = change.conflict.resolution if change.conflict else None
    value = decided.preferred if decided else change.new
    line = wording.say_line(
        "No longer in doubt: {subject}, {field}: {new}",
        subject=_subject(change, fact, wording),
        field=(Text(wording.within(wording.label(change.name))),),
        new=_words(change, fact, wording, value),
    )
    if decided is None:
        return line
    told = wording.say(
        "{value}, decided {by}, {date}: {reason}",
        value="", by=decided.by, date=wording.date(decided.on), reason=decided.reason,
    )  # fmt: skip
    return (*line, Text(printable(told)))


_SENTENCES: Mapping[str, Callable[[Change, Fact, Wording, bool], Line]] = {
    "added": _added,
    "gone": _gone,
    "status": _status,
    "figure": _figure,
    "date": _field,
    "post": _post,
    "value": _field,
    "conflict-new": _conflict,
    "conflict-resolved": _resolved,
}
