"""``changes``: what moved since a saved state, in sentences; ``compare``: what each of two reports has alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sphinx_bilateral.brief.blocks import Block, Column, Items, Line, Paragraph, Row, Table, Text
from sphinx_bilateral.brief.catalogue import DirectiveSpec
from sphinx_bilateral.brief.change_lines import change_line
from sphinx_bilateral.brief.lists import Composer
from sphinx_bilateral.brief.values import value_line
from sphinx_bilateral.dossier import Entry
from sphinx_bilateral.dossier.records.changes import Change, changes, rank
from sphinx_bilateral.dossier.records.saved import State, state_of
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact

_TELLING = ("status", "strength", "value", "title", "date")
"""The fields of which the first that a report gives says how far a thing has got."""

_LADDER = ("status", "strength")


def changes_since(spec: DirectiveSpec, old: State, composer: Composer, options: Mapping[str, Any]) -> tuple[Block, ...]:
    """Return what moved since *old*, one sentence each with the sources of what is now; nothing where nothing did."""
    kinds = set(str(options.get("kind", "")).replace(",", " ").split())
    new = state_of(composer.dossier)
    found = [one for one in changes({old.dossier: old}, {new.dossier: new}) if not kinds or one.kind in kinds]
    lines = [(*change_line(one, composer.wording), Text("."), *_cites(one, composer)) for one in found]
    return (Items(tuple((Paragraph(line),) for line in lines), title=composer.title(spec)),) if lines else ()


def _cites(change: Change, composer: Composer) -> Line:
    """Return the sources of what is now; what is gone has none in this dossier."""
    if change.after is None:
        return ()
    spans = [span for span in change.evidence if span.source in composer.dossier.reports]
    return composer.citations.cites(composer.dossier, change.about, spans)


def compare(
    spec: DirectiveSpec, entries: Sequence[Entry], sources: tuple[str, str], composer: Composer
) -> tuple[Block, ...]:
    """Return the facts that only one of two sources has, and those that one of them tells as further than the other.

    :param sources: two ids of sources of the dossier.
    """
    rows = [row for entry in entries if (row := _row(entry, sources, composer)) is not None]
    heads = [Column(name, composer.wording.say("In {source}", source=name), 30) for name in sources]
    columns = (Column("about", composer.wording.say("About"), 36), *heads)
    # Where the two differ about one thing comes before what one of them leaves out.
    rows.sort(key=lambda row: row[0])
    return (Table(spec.name, composer.title(spec), columns, tuple(row for _, row in rows)),) if rows else ()


def _row(entry: Entry, sources: tuple[str, str], composer: Composer) -> tuple[int, Row] | None:
    told = [tuple(_members(entry, source)) for source in sources]
    about: Line = (
        Text(f"{composer.wording.say(FACT_TYPES[entry.fact.type].label)}: "),
        *composer.plain(entry, FACT_TYPES[entry.fact.type].columns[0]),
    )
    if not all(told):
        if not any(told):
            return None
        return 1 if told[0] else 2, Row(entry.fact.id, (about, *(_alone(entry, one, composer) for one in told)))
    for name in _LADDER:
        values = [_highest(entry.fact.type, name, one) for one in told]
        ranks = [rank(entry.fact.type, name, value) for value in values]
        # Who only refers to a thing says less of it than who tells how far it has got.
        in_order = all(place >= 0 or value == "existing" for value, place in zip(values, ranks, strict=True))
        if in_order and ranks[0] != ranks[1]:
            cells = [
                _cell(entry, name, value, one, composer, higher=place == max(ranks))
                for value, one, place in zip(values, told, ranks, strict=True)
            ]
            return 0, Row(entry.fact.id, (about, *cells))
    return None


def _members(entry: Entry, source: str) -> Iterator[Fact]:
    return (one for one in entry.members if one.certainty == "confident" and one.evidence[0].source == source)


def _highest(kind: str, name: str, told: Sequence[Fact]) -> str | None:
    """Return the furthest value that a report gives; ``None`` where it gives none."""
    given = [value for one in told if (value := getattr(one, name, None)) is not None]
    return max(given, key=lambda value: (rank(kind, name, value), value), default=None)


def _alone(entry: Entry, told: Sequence[Fact], composer: Composer) -> Line:
    if not told:
        return (Text(composer.wording.say("not told")),)
    name = next((name for name in _TELLING if getattr(told[0], name, None) not in (None, ())), "")
    return _cell(entry, name, told[0].get(name) if name else None, told, composer)


def _cell(
    entry: Entry, name: str, value: Any, told: Sequence[Fact], composer: Composer, *, higher: bool = False
) -> Line:
    """Return what one report gives, with its number."""
    given = entry.fact.model_copy(update={name: value}) if name else entry.fact
    shown = value_line(given, name, composer.wording, composer.dossier.id) if name else ()
    shown = shown or (Text(composer.wording.say("told")),)
    spans: list[Span] = [span for one in told if not name or getattr(one, name, None) == value for span in one.evidence]
    cites = composer.citations.cites(composer.dossier, entry.fact.id, spans)
    further: Line = (Text(f", {composer.wording.say('further')}"),) if higher else ()
    return (*shown, *further, *cites)
