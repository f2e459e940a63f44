"""Lists of facts as blocks: tables, cards, registers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sphinx_bilateral.brief.blocks import (
    Badge,
    Block,
    Card,
    Cards,
    Column,
    Inline,
    Items,
    Line,
    Nothing,
    Paragraph,
    Passage,
    Register,
    Row,
    Table,
    Text,
)
from sphinx_bilateral.brief.blocks import (
    Entry as EntryBlock,
)
from sphinx_bilateral.brief.catalogue import DirectiveSpec
from sphinx_bilateral.brief.citations import NOT_INCLUDED, Citations, pieces
from sphinx_bilateral.brief.values import value_line
from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.dossier import Dossier, Entry
from sphinx_bilateral.dossier.due import is_overdue
from sphinx_bilateral.dossier.persons.careers import Post, posts_held
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact, Participant
from sphinx_bilateral.model.value_words import NOT_GIVEN
from sphinx_bilateral.model.wording import printable, sentence_case

_WIDTHS = {
    "name": 36,
    "action": 44,
    "what": 44,
    "topics": 44,
    "text": 60,
    "title": 32,
    "measure": 28,
    "description": 40,
}
_DEFAULT_WIDTH = 16

OVERDUE = "Overdue"

AMENDED = "amended; in no source"
"""What stands in brackets in the place of a source number beside a value that a person gave and no source does."""

_ENVELOPE = frozenset(Fact.model_fields)


@dataclass(frozen=True, slots=True)
class Composer:
    """What the lists of one page share: the dossier asked, the numbers of its sources, the way values are written.

    :param as_of: the day on which the page is true, EDTF; ``None`` where neither page nor sources have a date.
    """

    dossier: Dossier
    citations: Citations
    wording: Wording
    as_of: str | None = None

    def title(self, spec: DirectiveSpec) -> str:
        """Return the title of what a directive shows."""
        return self.wording.say(spec.title)

    @property
    def amended(self) -> Text:
        """What stands beside a value that no source gives."""
        return Text(f" ({self.wording.say(AMENDED)})")

    @property
    def not_given(self) -> Text:
        """What stands in the place of a value that there is not."""
        return Text(self.wording.say(NOT_GIVEN))

    def table(self, spec: DirectiveSpec, entries: Sequence[Entry], columns: Sequence[str]) -> Table:
        """Return *entries* as a table with *columns*, names of fields."""
        sparse = FACT_TYPES[spec.fact_type].sparse
        shown = [name for name in columns if name not in sparse or any(entry.fact.get(name) for entry in entries)]
        heads = tuple(Column(name, self.wording.label(name), _WIDTHS.get(name, _DEFAULT_WIDTH)) for name in shown)
        return Table(
            spec.name,
            self.title(spec),
            heads,
            tuple(Row(entry.fact.id, self._cells(entry, shown)) for entry in entries),
        )

    def items(self, spec: DirectiveSpec, entries: Sequence[Entry], columns: Sequence[str]) -> Items:
        """Return *entries* as a list, the values of each in one line."""
        lines = (joined(self._cells(entry, columns), " · ") for entry in entries)
        return Items(tuple((Paragraph(line),) for line in lines), title=self.title(spec))

    def cards(self, spec: DirectiveSpec, entries: Sequence[Entry]) -> Cards:
        """Return people as cards, side by side."""
        sides: dict[str | None, list[Card]] = {side: [] for side in self.dossier.parties}
        for entry in entries:
            person = entry.fact
            assert isinstance(person, Participant)
            lines = (self.line(entry, "title"), (Text(sentence_case(self.wording.word(person.role))),))
            card = Card(person.id, self.plain(entry, "name", strong=True), tuple(line for line in lines if line))
            sides.setdefault(person.side, []).append(card)
        groups = (
            (self.wording.country(side) if side else self.wording.say("Side not given"), tuple(cards))
            for side, cards in sides.items()
        )
        return Cards(spec.name, self.title(spec), tuple((label, cards) for label, cards in groups if cards))

    def register(self, title: str, entries: Iterable[Entry], *, home: bool, in_full: bool) -> Register:
        """Return *entries* with all their evidence; *in_full*, with all their values too.

        :param home: whether links to them lead here.
        """
        return Register(title, tuple(self._register_entry(entry, in_full=in_full) for entry in entries), home)

    def line(self, entry: Entry, name: str, *, strong: bool = False) -> Line:
        """Return the value of the field *name* with its source numbers; every reading where sources differ."""
        if name in entry.readings:
            return self._readings(entry, name)
        shown = self.plain(entry, name, strong=strong)
        return (*shown, *self._cites(entry, name)) if shown else ()

    def phrase(self, entry: Entry, names: Sequence[str]) -> Line:
        """Return the values of the fields *names* in running text; sources of them all stand once, at the end."""
        if self._rests_on_one_set(entry, names):
            shown = joined([self.plain(entry, name) for name in names], " ")
            line = (*shown, *self._cites(entry, names[-1])) if shown else ()
        else:
            line = joined([self.line(entry, name) for name in names], " ")
        return tuple(_within_sentence(inline) for inline in line)

    def _rests_on_one_set(self, entry: Entry, names: Sequence[str]) -> bool:
        """Tell whether all values of the fields *names* rest on the same sources, and no two sources differ."""
        given = [name for name in names if entry.fact.get(name)]
        sources = {frozenset(span.source for span in entry.evidence_of(name)) for name in given}
        told_apart = any(entry.readings.get(name) or entry.is_unsourced(name) for name in names)
        return len(sources) <= 1 and not told_apart

    def plain(self, entry: Entry, name: str, *, strong: bool = False) -> Line:
        """Return the value of the field *name* without source numbers."""
        if name == "status" and self.as_of and is_overdue(entry.fact, self.as_of):
            return (Badge(self.wording.say(OVERDUE), "stopped", entry.fact.id, name, self.dossier.id),)
        return value_line(entry.fact, name, self.wording, self.dossier.id, strong=strong)

    def _cites(self, entry: Entry, name: str) -> tuple[Inline, ...]:
        if entry.is_unsourced(name):
            return (self.amended,)
        return self.citations.cites(self.dossier, entry.fact.id, entry.evidence_of(name) or entry.fact.evidence)

    def _readings(self, entry: Entry, name: str) -> Line:
        """Return each reading with its own sources, side by side."""
        line: list[Inline] = []
        for reading in entry.readings[name]:
            given = entry.as_read(name, reading)
            line += [Text("; ")] if line else []
            line += value_line(given, name, self.wording, self.dossier.id)
            line += self.citations.cites(self.dossier, entry.fact.id, reading.evidence) or (self.amended,)
        return tuple(line)

    def lines(self, entry: Entry, names: Sequence[str], *, at: str | None = None) -> dict[str, Line]:
        """Return the values of the fields *names*, with source numbers.

        :param at: the field that carries the numbers where all values rest on the same sources; by default the first
            that is given. Else each value carries its own.
        """
        if not self._rests_on_one_set(entry, names):
            return {name: self.line(entry, name) for name in names}
        shown = {name: self.plain(entry, name) for name in names}
        carrier = at if at and shown.get(at) else next((name for name in names if shown[name]), None)
        if carrier is not None:
            shown[carrier] = (*shown[carrier], *self._cites(entry, carrier))
        return shown

    def _cells(self, entry: Entry, columns: Sequence[str]) -> tuple[Line, ...]:
        """Return a cell for each column."""
        sparse = FACT_TYPES[entry.fact.type].sparse
        shown = self.lines(entry, columns)
        return tuple(shown[name] or (() if name in sparse else (self.not_given,)) for name in columns)

    def _register_entry(self, entry: Entry, *, in_full: bool) -> EntryBlock:
        fact = entry.fact
        row = FACT_TYPES[fact.type]
        title = self.plain(entry, row.columns[0]) or (Text(fact.id),)
        told = row.columns[0] if not entry.is_unsourced(row.columns[0]) else ""
        names = [name for name in type(fact).model_fields if in_full and name not in _ENVELOPE and name != told]
        values = [(self.wording.label(name), self.line(entry, name)) for name in names]
        passages = self.passages(entry)
        if in_full and isinstance(fact, Participant) and len(posts := self._posts(entry)) > 1:
            values.append((self.wording.say("Posts held"), joined(posts, "; ")))
        if entry.origins:
            values.append((self.wording.say("Borne by"), (Text(self._borne_by(entry)),)))
        if self.dossier.recorded_by:
            values.append((self.wording.say("Recorded by"), self._recorded_by(entry, with_text=bool(passages))))
        return EntryBlock(
            fact.id, fact.type, self.wording.say(row.label), self.dossier.id, title,
            tuple((label, line) for label, line in values if line), passages,
        )  # fmt: skip

    def _posts(self, entry: Entry) -> list[Line]:
        """Return the posts of a person, each with the days between which reports give it."""
        return [
            (Text(printable(f"{sentence_case(post.title)} ({self._days(post)})")), *self._cited(entry, post.evidence))
            for post in posts_held(entry.members, self.dossier.published)
        ]

    def _days(self, post: Post) -> str:
        say, date = self.wording.say, self.wording.date
        if post.ended:
            return say("until {date}", date=date(post.ended))
        if post.first and post.last and post.first != post.last:
            return f"{date(post.first)} – {date(post.last)}"
        return date(post.first) if post.first else say("no date given")

    def _cited(self, entry: Entry, evidence: Sequence[Span]) -> tuple[Inline, ...]:
        return self.citations.cites(self.dossier, entry.fact.id, evidence)

    def _borne_by(self, entry: Entry) -> str:
        """Return how many sources bear *entry*, those of one origin counted once."""
        if entry.origins > 1:
            return self.wording.say("{number} independent sources", number=entry.origins)
        sources = {span.source for span in entry.fact.evidence}
        if len(sources) > 1:
            return self.wording.say("{number} reports of one origin", number=len(sources))
        return self.wording.say("a single source")

    def _recorded_by(self, entry: Entry, *, with_text: bool) -> Line:
        """Return whose fact it is, and what is missing of it."""
        project = Text(printable(self.dossier.recorded_by))
        if with_text:
            return (project,)
        cites = self.citations.cites(self.dossier, entry.fact.id, entry.fact.evidence)
        return (project, Text(f"; {self.wording.say(NOT_INCLUDED)}"), *cites)

    def passages(self, entry: Entry) -> tuple[Passage, ...]:
        """Return the sentences that bear *entry*, each once, with the bearing words marked."""
        sentences: dict[tuple[str, tuple[int, int]], list[Span]] = {}
        for span in entry.fact.evidence:
            sentences.setdefault((span.source, self.dossier.sentence(span)), []).append(span)
        return tuple(
            Passage(
                self.citations.cites(self.dossier, entry.fact.id, spans)[0],
                pieces(self._text_of(source), bounds, [(span.start, span.end) for span in spans]),
                "" if spans[0].zone == "body" else self.wording.say(spans[0].zone),
            )
            for (source, bounds), spans in sentences.items()
            if bounds[0] < bounds[1]
        )

    def _text_of(self, source: str) -> str:
        return self.dossier.reports[source].document.text


def _within_sentence(inline: Inline) -> Inline:
    return replace(inline, text=inline.text[:1].lower() + inline.text[1:]) if isinstance(inline, Badge) else inline


def nothing(spec: DirectiveSpec, empty: str | None, entries: Iterable[Entry], wording: Wording) -> Block:
    """Return what stands in the place of a list without rows: that none is reported, or that some wait to be reviewed.

    :param entries: all of the dossier.
    """
    waiting = any(entry.held and spec.fact_type in {None, entry.fact.type} for entry in entries)
    told = wording.say("Facts wait for review") if waiting else wording.say("None reported")
    return Nothing(spec.name, empty or told)


def joined(lines: Sequence[Line], between: str) -> Line:
    """Return *lines* as one, with *between* from each that is not empty to the next."""
    line: list[Inline] = []
    for one in lines:
        if one:
            line += [Text(between)] if line else []
            line += one
    return tuple(line)
