"""Overviews: facts of several types in one block. At a glance, the timeline, the open conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sphinx_bilateral.brief.blocks import Badge, Column, Line, Row, Table, Text, Value
from sphinx_bilateral.brief.catalogue import DirectiveSpec
from sphinx_bilateral.brief.lists import Composer, joined
from sphinx_bilateral.brief.values import value_line
from sphinx_bilateral.dossier import Entry
from sphinx_bilateral.dossier.due import is_overdue
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.dates import sort_key
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Agreement, Commitment, Fact, Figure, Meeting, Milestone, Visit
from sphinx_bilateral.model.ladder import ORDERED_STATUSES
from sphinx_bilateral.model.problems import Reading
from sphinx_bilateral.model.value_words import NOT_GIVEN, figure_note, value_text
from sphinx_bilateral.model.wording import printable, sentence_case
from sphinx_bilateral.model.words import words

_AHEAD = frozenset({"scheduled", "postponed"})
_SESSIONS = frozenset({"session", "sessions", "round", "meeting", "consultations"})


def event_line(entry: Entry, composer: Composer) -> Line:
    """Return an event in one line: its name, where and when."""
    fact = entry.fact
    names = [FACT_TYPES[fact.type].role, *(name for name in ("place", "date") if name in type(fact).model_fields)]
    shown = composer.lines(entry, names, at=names[0])
    return joined([shown[name] for name in names], ", ")


def at_a_glance(spec: DirectiveSpec, entries: Sequence[Entry], composer: Composer) -> Table:
    """Return the state of relations: last and next session, agreements by status, open commitments, figures."""
    say = composer.wording.say
    rows = [
        (say("Last session"), _last_session(entries, composer)),
        (say("Next session"), _next_session(entries, composer)),
        *_agreements(entries, composer),
        (say("Commitments"), _commitments(entries, composer)),
        (say("Figures"), _figures(entries, composer)),
    ]
    columns = (Column("subject", say("Subject"), 20), Column("state", say("State"), 60))
    return Table(
        spec.name, composer.title(spec), columns, tuple(Row("", ((Text(label),), line)) for label, line in rows if line)
    )


def _last_session(entries: Sequence[Entry], composer: Composer) -> Line:
    held = [entry for entry in entries if isinstance(entry.fact, Meeting) and entry.fact.took_place]
    return event_line(max(held, key=_when), composer) if held else ()


def _next_session(entries: Sequence[Entry], composer: Composer) -> Line:
    ahead = [entry for entry in entries if _is_session_ahead(entry.fact)]
    return event_line(min(ahead, key=_when), composer) if ahead else ()


def _is_session_ahead(fact: Fact) -> bool:
    """Tell whether *fact* announces a session: of milestones those that are one, and not an entry into force."""
    if isinstance(fact, Milestone):
        return fact.ordinal is not None or not _SESSIONS.isdisjoint(words(fact.what))
    return isinstance(fact, Meeting) and fact.status in _AHEAD


def _when(entry: Entry) -> tuple[object, ...]:
    return (*sort_key(getattr(entry.fact, "date", None)), getattr(entry.fact, "ordinal", None) or 0, entry.fact.id)


def _agreements(entries: Sequence[Entry], composer: Composer) -> list[tuple[str, Line]]:
    """Return a line for each status, the furthest first, with the instruments that have it."""
    by_status: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.fact, Agreement) and entry.fact.status:
            by_status.setdefault(entry.fact.status, []).append(entry)
    order = [*reversed(ORDERED_STATUSES), *sorted(set(by_status) - set(ORDERED_STATUSES))]
    word = composer.wording.word
    return [
        (sentence_case(word(status)), joined([_instrument(one, composer) for one in by_status[status]], "; "))
        for status in order
        if status in by_status
    ]


def _instrument(entry: Entry, composer: Composer) -> Line:
    """Return the name of an instrument, with the numbers of the sources that give its status."""
    name, status = composer.plain(entry, "name"), composer.line(entry, "status")
    if "status" in entry.readings:
        return (*name, Text(" ("), *status, Text(")"))
    return (*name, *(inline for inline in status if not isinstance(inline, Badge)))


def _commitments(entries: Sequence[Entry], composer: Composer) -> Line:
    as_of = composer.as_of
    facts = [entry.fact for entry in entries if isinstance(entry.fact, Commitment)]
    states = Counter(str(fact.status) for fact in facts)
    states["overdue"] = sum(is_overdue(fact, as_of) for fact in facts) if as_of else 0
    counted = [(states[status], word) for status, word in COMMITMENT_WORDS if states[status]]
    said = (f"{count} {composer.wording.say(word)}" for count, word in counted)
    return (Text(", ".join(said)),) if counted else ()


COMMITMENT_WORDS = (
    ("open", "open"),
    ("in_progress", "in progress"),
    ("overdue", "of them overdue"),
    ("implemented", "implemented"),
)


def _figures(entries: Sequence[Entry], composer: Composer) -> Line:
    figures = [entry for entry in entries if isinstance(entry.fact, Figure)]
    lines = [joined([composer.plain(one, "measure"), composer.line(one, "value")], ": ") for one in figures]
    return joined(lines, "; ")


def timeline(spec: DirectiveSpec, entries: Iterable[Entry], composer: Composer) -> Table:
    """Return what happened when, and what comes next, with the precision that the sources give."""
    dated = [entry for entry in entries if _day(entry.fact)]
    dated.sort(key=lambda entry: (*sort_key(_day(entry.fact)), entry.fact.id))
    label = composer.wording.label
    columns = (
        Column("date", label("date"), 18),
        Column("event", label("event"), 50),
        Column("status", label("status"), 16),
    )
    return Table(spec.name, composer.title(spec), columns, tuple(_timeline_row(entry, composer) for entry in dated))


def _day(fact: Fact) -> str | None:
    return getattr(fact, "date", None) or getattr(fact, "due", None)


def _timeline_row(entry: Entry, composer: Composer) -> Row:
    fact = entry.fact
    day, what, place = "date" if getattr(fact, "date", None) else "due", FACT_TYPES[fact.type].columns[0], _place(fact)
    names = (day, what, place, "status")
    shown = composer.lines(entry, [name for name in names if name in type(fact).model_fields], at=what)
    return Row(fact.id, (shown[day], _what(fact, shown[what], shown.get(place, ()), composer), shown.get("status", ())))


def _place(fact: Fact) -> str:
    return "destination" if isinstance(fact, Visit) else "place"


def _what(fact: Fact, line: Line, place: Line, composer: Composer) -> Line:
    """Return what a fact is on a timeline."""
    if isinstance(fact, Visit):
        say = composer.wording.say_line
        return (
            say("Visit of {visitor} to {place}", visitor=line, place=place)
            if place
            else say("Visit of {visitor}", visitor=line)
        )
    return joined([line, place], ", ") if isinstance(fact, (Meeting, Milestone)) else line


def conflicts(spec: DirectiveSpec, found: Sequence[Conflict], composer: Composer) -> Table:
    """Return each conflict as a row: what it is about, and its readings side by side, each with its sentence."""
    most = max(len(conflict.readings) for conflict in found)
    say = composer.wording.say
    heads = tuple(
        Column(f"reading-{number}", say("Reading {number}", number=number), 30) for number in range(1, most + 1)
    )
    rows = tuple(_conflict_row(conflict, composer, most) for conflict in found)
    return Table(spec.name, composer.title(spec), (Column("about", say("About"), 24), *heads), rows)


def _conflict_row(conflict: Conflict, composer: Composer, most: int) -> Row:
    entry = composer.dossier.entries[conflict.about]
    fact = entry.fact
    note = figure_note(fact, composer.wording)
    about: Line = (
        # A figure is about its measure: the value is what the sources differ on.
        *(composer.plain(entry, FACT_TYPES[fact.type].columns[0]) or (Text(fact.id),)),
        *((Text(f" ({note})"),) if note else ()),
        Text(f": {composer.wording.within(composer.wording.label(conflict.property))}"),
        *((Text(f" {composer.wording.say('in the headline')}"),) if conflict.kind == "headline" else ()),
        *(_resolution(conflict, fact, composer) or _rule(conflict, composer)),
    )
    cells = [_reading(conflict, reading, entry, composer) for reading in conflict.readings]
    return Row(fact.id, (about, *cells, *([()] * (most - len(cells)))))


def _rule(conflict: Conflict, composer: Composer) -> Line:
    """Return why the first of the readings goes first, where a rule says so."""
    if conflict.rule is None:
        return ()
    say = composer.wording.say
    newer = conflict.rule == "newer source"
    told = say("the newer source goes first") if newer else say("the more official source goes first")
    return (Text(f"; {told}"),)


def _resolution(conflict: Conflict, fact: Fact, composer: Composer) -> Line:
    """Return what a person decided, and why; nothing where the conflict is open."""
    decided = conflict.resolution
    if decided is None:
        return ()
    wording = composer.wording
    value = value_text(fact, conflict.property, decided.preferred, wording) or wording.say(NOT_GIVEN)
    reopened = "" if conflict.state == "resolved" else f"; {wording.say('a newer source says something else')}"
    told = wording.say(
        "{value}, decided {by}, {date}: {reason}",
        value=value, by=decided.by, date=wording.date(decided.on), reason=decided.reason,
    )  # fmt: skip
    return (Text(printable(f". {told}{reopened}")),)


def _reading(conflict: Conflict, reading: Reading, entry: Entry, composer: Composer) -> Line:
    """Return the value that one side gives, its source number, and the sentence that it stands in."""
    given = entry.as_read(conflict.property, reading)
    shown = value_line(given, conflict.property, composer.wording, composer.dossier.id)
    cites = composer.citations.cites(composer.dossier, entry.fact.id, reading.evidence)
    if not cites:
        return (*(shown or (composer.not_given,)), composer.amended)
    if not cites[0].sentence:
        return (*shown, *cites)
    sentence = Value(f"“{cites[0].sentence}”", entry.fact.id, "evidence", composer.dossier.id, verbatim=True)
    return (*shown, *cites, Text(" "), sentence)
