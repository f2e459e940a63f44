"""What leans on a source: facts with their words, decisions of the register, lines of issued briefs, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sphinx_bilateral.dossier.decisions.register import Register
from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.dossier.records.changes import moved
from sphinx_bilateral.dossier.records.exported import Export
from sphinx_bilateral.dossier.records.issued import IssuedBrief, IssuedLine
from sphinx_bilateral.dossier.records.saved import states_of
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.problems import Problem

Standing = Literal["stand", "moved", "gone", "unknown"]
"""What became of the words that bore a fact; *unknown* where the record of them has no words."""

Find = Callable[[str], Sequence[Span]]
"""Returns the places in the text as it is now where words stand."""

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the source that a fact leans on, or leant on.

    :param line: of the file as it is now; 0 where they are gone.
    """

    exact: str
    standing: Standing
    line: int = 0


@dataclass(frozen=True, slots=True)
class FactOn:
    """A fact that leans on the source.

    :param known: whether the dossier has it now; else only a record of an earlier state has.
    :param moved: the fields to which the source gives another value than an issued brief has, sorted.
    """

    id: str
    known: bool
    words: tuple[Words, ...]
    moved: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """What became of its words; the worst of them."""
        order: tuple[Standing, ...] = ("gone", "moved", "unknown", "stand")
        return min((one.standing for one in self.words), key=order.index)


@dataclass(frozen=True, slots=True)
class BriefOn:
    """An issued brief that leans on the source.

    :param changed: whether the text was another one when it was issued.
    :param moved: for each fact the fields to which the source gives another value than the brief has.
    """

    brief: IssuedBrief
    lines: tuple[IssuedLine, ...]
    changed: bool
    moved: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Impact:
    """All that leans on one source.

    :param changed: whether its file is not the one that ``dossier.yaml`` or a record has.
    :param decisions: the entries of the register that quote it, as ``section.id``.
    :param pages: the pages of an export that show one of the facts, by name, with the ids of these; those of issued
        briefs may be of another project, and are told with each brief.
    :param project: the project that has these pages.
    """

    source: str
    changed: bool
    facts: tuple[FactOn, ...] = ()
    decisions: tuple[str, ...] = ()
    briefs: tuple[BriefOn, ...] = ()
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    project: str = ""


@dataclass(frozen=True, slots=True)
class _Recorded:
    fact: str
    start: int
    exact: str | None
    changed: bool


def impact_of(
    dossier: Dossier, source: str, find: Find, *, register: Register | None = None, export: Export | None = None
) -> Impact:
    """Return what leans on *source*, which the dossier has.

    :param find: finds words in its text.
    :param export: an earlier ``bilateral.json``.
    """
    document = dossier.reports[source].document
    recorded = [*_issued(dossier, source), *_exported(dossier, source, export)]
    known: dict[str, list[Words]] = {}
    for name, entry in dossier.entries.items():
        for span in entry.fact.evidence:
            if span.source == source and not entry.rejected:
                words = Words(span.exact, "stand", document.position(span.start)[0])
                known.setdefault(name, []).append(words)
    then: dict[str, dict[str, Words]] = {}
    for one in recorded:
        words = _words(one, find, lambda offset: document.position(offset)[0])
        then.setdefault(one.fact, {}).setdefault(words.exact, words)
    briefs = briefs_on(dossier, source)
    facts = [
        _fact_on(name, known.get(name, []), then.get(name, {}), [one.moved.get(name, ()) for one in briefs])
        for name in sorted({*known, *then})
    ]
    names = frozenset(one.id for one in facts)
    told = any(one.kind == "source-changed" and one.about == source for one in dossier.problems)
    return Impact(
        source,
        told or any(one.changed for one in recorded) or any(one.changed for one in briefs),
        tuple(facts),
        _decisions(register, source),
        briefs,
        _pages(dossier, names, export),
        (export.project or "") if export else "",
    )


def briefs_on(dossier: Dossier, source: str) -> tuple[BriefOn, ...]:
    """Return the issued briefs of *dossier* that lean on *source*."""
    found = []
    for brief in dossier.issued:
        lines = brief.lines_on(dossier.id, brief.leaning_on(dossier.id, source))
        if lines:
            changed = _has_changed(brief, dossier, source)
            found.append(BriefOn(brief, lines, changed, _read_otherwise(dossier, source, brief)))
    return tuple(found)


def _has_changed(brief: IssuedBrief, dossier: Dossier, source: str) -> bool:
    now = dossier.reports[source].document.source.sha256
    then = {one.sha256 for one in brief.sources if (one.dossier, one.id) == (dossier.id, source)}
    return bool(now and then - {now, None})


def _issued(dossier: Dossier, source: str) -> Iterable[_Recorded]:
    for brief in dossier.issued:
        changed = _has_changed(brief, dossier, source)
        for fact in brief.facts:
            if fact.dossier == dossier.id:
                for one in fact.evidence:
                    if one.source == source:
                        yield _Recorded(fact.id, one.start, one.exact, changed)


def _exported(dossier: Dossier, source: str, export: Export | None) -> Iterable[_Recorded]:
    now = dossier.reports[source].document.source.sha256
    for exported in export.dossiers if export else ():
        if exported.id != dossier.id:
            continue
        changed = any(one.id == source and one.sha256 not in (None, now) for one in exported.sources)
        for fact in exported.facts:
            for span in fact.evidence:
                if span.source == source:
                    yield _Recorded(fact.id, span.start, span.exact, changed)


def _read_otherwise(dossier: Dossier, source: str, brief: IssuedBrief) -> dict[str, frozenset[str]]:
    """Return for each fact the fields that *source* bore and bears, and whose value is not the one in *brief*.

    The words that name a thing can stand while the day beside them is another one.
    """
    found = {}
    state = states_of(brief).get(dossier.id)
    for name, then in state.facts.items() if state else ():
        now = dossier.entries.get(name)
        if now is None or now.rejected or now.fact.type != then.fact.type:
            continue
        names = (change.name for change in moved(dossier.id, then, now) if change.old is not None)
        found[name] = frozenset(one for one in names if _bears(source, then, one) and _bears(source, now, one))
    return found


def _bears(source: str, entry: Entry, name: str) -> bool:
    return any(span.source == source for span in entry.evidence_of(name))


def _words(one: _Recorded, find: Find, line_at: Callable[[int], int]) -> Words:
    if not one.exact:
        return Words("", "unknown" if one.changed else "stand")
    places = find(one.exact)
    if not places:
        return Words(one.exact, "gone")
    same = next((place for place in places if place.start == one.start), None)
    place = same or places[0]
    return Words(one.exact, "stand" if same else "moved", line_at(place.start))


def _fact_on(name: str, known: Sequence[Words], then: Mapping[str, Words], moves: Iterable[Iterable[str]]) -> FactOn:
    """Return the fact with the words that bear it now, and those that bore it, each once."""
    words = {one.exact: one for one in known}
    return FactOn(
        name, bool(known), tuple({**words, **then}.values()), tuple(sorted({one for fields in moves for one in fields}))
    )


def _decisions(register: Register | None, source: str) -> tuple[str, ...]:
    if register is None:
        return ()
    quoted = {f"amend.{name}": entry.evidence for name, entry in register.amend.items()}
    quoted.update({f"add.{name}": entry.evidence for name, entry in register.add.items()})
    return tuple(name for name in sorted(quoted) if any(one.source == source for one in quoted[name]))


def _pages(dossier: Dossier, facts: frozenset[str], export: Export | None) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for exported in export.dossiers if export else ():
        if exported.id == dossier.id:
            for page, shown in exported.pages.items():
                found.setdefault(page, set()).update(facts.intersection(shown))
    return {page: tuple(sorted(shown)) for page, shown in sorted(found.items()) if shown}


def with_impact(problem: Problem, dossier: Dossier) -> Problem:
    """Return a finding on a source that changed with what leans on it: facts, issued briefs, and their pages."""
    source = problem.about
    if problem.kind != "source-changed" or source is None or source not in dossier.reports:
        return problem
    facts = [
        name
        for name, entry in dossier.entries.items()
        if not entry.rejected and any(span.source == source for span in entry.fact.evidence)
    ]
    briefs = briefs_on(dossier, source)
    facts += sorted({name for one in briefs for name in one.brief.leaning_on(dossier.id, source)}.difference(facts))
    told = [_named("facts that lean on it", facts)] if facts else []
    if briefs:
        pages = _named("issued from the pages", sorted({one.brief.docname for one in briefs}))
        told += [f"issued briefs: {'; '.join(map(_with_lines, briefs))}", pages]
    return problem.model_copy(update={"message": "; ".join((problem.message, *told))}) if told else problem


def _with_lines(one: BriefOn) -> str:
    numbers = ", ".join(str(line.number) for line in one.lines)
    return f"{one.brief.id} (line{'s' if len(one.lines) > 1 else ''} {numbers})"


def _named(label: str, names: Sequence[str]) -> str:
    return f"{label}: {', '.join(names[:_MOST_NAMED])}{', …' if len(names) > _MOST_NAMED else ''}"
