"""What waits for a person, on a plain terminal: the sentence with the words that count in brackets, and the fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import click

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.decisions.acceptance import written
from sphinx_bilateral.dossier.decisions.register import ENVELOPE
from sphinx_bilateral.dossier.decisions.waiting import Waiting
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Reading
from sphinx_bilateral.model.value_words import told
from sphinx_bilateral.model.words import slug

_WORDS = {"lost": "does not hold", "conflicts": "sources differ", "unsettled": "unsettled", "new": "new"}


def show(item: Waiting, dossier: Dossier, left: int) -> None:
    """Print *item*.

    :param left: how many wait, this one included.
    """
    click.echo()
    for line in _lines(item, dossier, left):
        click.echo(line)


def _lines(item: Waiting, dossier: Dossier, left: int) -> Iterator[str]:
    label = FACT_TYPES[item.fact.type].label.lower() if item.fact else "entry"
    named = ".".join(item.entry) if item.entry else item.about
    about = f"{item.about}.{item.conflict.property}" if item.conflict and not item.entry else named
    yield click.style(f"({left} left) {_WORDS[item.kind]}: {label} {about}", bold=True)
    yield from (f"  {_printable(message)}" for message in item.told)
    if item.conflict:
        for number, reading in enumerate(item.conflict.readings, 1):
            yield f"  {number}  {_printable(_chosen(item, reading, dossier))}"
            yield from _quoted(reading.evidence, dossier, "     ")
    else:
        yield from _quoted(item.evidence, dossier, "  ")
    if item.fact:
        yield from _fields(item.fact)


def _fields(fact: Fact) -> Iterator[str]:
    for name in type(fact).model_fields:
        value = fact.get(name)
        if name in ENVELOPE or (value in (None, ()) and name not in fact.open):
            continue
        note = "  (left open)" if name in fact.open else ""
        yield f"  {name}: {_printable(_typed(fact, name, value))}{note}"


def _typed(fact: Fact, name: str, value: Any) -> str:
    """Return *value* as it is typed to give it, with its words beside it where they say more."""
    typed = ", ".join(map(str, value)) if isinstance(value, tuple) else written(value)
    words = told(fact, name, value)
    alike = slug(words) == slug(typed)
    return typed if value in {None, ()} or alike else f"{typed} ({words})"


def _chosen(item: Waiting, reading: Reading, dossier: Dossier) -> str:
    """Return the words of a reading, which a person chooses by its number."""
    assert item.conflict is not None
    name = item.conflict.property
    return told(dossier.entries[item.about].as_read(name, reading), name, reading.value)


def _quoted(spans: Iterable[Span], dossier: Dossier, margin: str) -> Iterator[str]:
    """Yield each sentence once, with all of *spans* in it marked, and where it stands."""
    for (source, start, end), marked in groupby(spans, key=lambda span: (span.source, *dossier.sentence(span))):
        document = dossier.reports[source].document
        line, column = document.position(start)
        published = f", {document.source.published}" if document.source.published else ""
        yield margin + _printable(_marked(document.text, start, end, list(marked)))
        yield click.style(f"{margin}{source}{published}, {document.file}:{line}:{column}", dim=True)


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    pieces, at = [], start
    for span in sorted(spans, key=lambda span: span.start):
        if span.start >= at:
            pieces += [text[at : span.start], "[", text[span.start : span.end], "]"]
            at = span.end
    return "".join((*pieces, text[at:end]))


def _printable(text: str) -> str:
    """Return *text* in one line, without what would steer a terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in " ".join(text.split()))
