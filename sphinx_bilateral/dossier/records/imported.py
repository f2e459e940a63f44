"""The facts of another project, from its ``bilateral.json``: read-only, and always shown as that project's.

Its sources are not here. What stands in for the text of one are its sentences that the file holds, and the spans of
facts are places in these. That a sentence stands in its source is the other project's word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sphinx_bilateral.dossier.assemble import entry_of, in_order
from sphinx_bilateral.dossier.decisions.register import ENVELOPE
from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.dossier.persons.person_index import PersonIndex
from sphinx_bilateral.dossier.records.exported import (
    Export,
    ExportedConflict,
    ExportedDossier,
    ExportedFact,
    ExportedSpan,
)
from sphinx_bilateral.dossier.records.extracts import Extract, placed, with_sentences
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, fact_from_data, field_from_data
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem, Reading
from sphinx_bilateral.written.located import Location, Place, validated
from sphinx_bilateral.written.located_json import places_in, read_json

_KIND = "config"


def read_export(
    text: str, file: str, *, project: str | None, otherwise: str
) -> tuple[tuple[Dossier, ...], tuple[Problem, ...]]:
    """Return the dossiers that another project left in *text*, and what is wrong with it.

    A fact or a conflict at fault is told and left out; the others are read.

    :param file: path for the messages.
    :param project: what the other project is called here; by default what it calls itself, or else *otherwise*.
    """
    export, problems, paths, place_of = _read(text, file)
    if export is None:
        return (), problems
    name = " ".join((project or export.project or otherwise).split())
    dossiers, found = [], list(problems)
    for exported in export.dossiers:
        reader = _Reader(exported, file)
        dossiers.append(reader.dossier(name))
        for path, message in reader.faults:
            line, column = place_of(paths.get((exported.id, *path), ()))
            found.append(Problem(kind=_KIND, message=message, file=file, line=line, column=column, about=path[-1]))
    return tuple(dossiers), tuple(found)


def read_form(text: str, file: str) -> tuple[Export | None, tuple[Problem, ...]]:
    """Return *text* as the form of an export, with the places that facts have in the sources themselves."""
    return _read(text, file)[:2]


def _read(
    text: str, file: str
) -> tuple[Export | None, tuple[Problem, ...], dict[tuple[str, ...], Location], Callable[[Location], Place]]:
    """Return the form of an export, what is wrong with it, and where its facts and sources stand."""
    data, problems = read_json(text, file, _KIND)
    place_of = places_in(text)
    if problems:
        return None, problems, {}, place_of
    if message := _not_an_export(data):
        return None, (Problem(kind=_KIND, message=message, file=file, line=1, column=1),), {}, place_of
    paths = _paths(data)
    return *validated(data, Export, place_of, file, _KIND), paths, place_of


def _not_an_export(data: Any) -> str:
    """Return why *data* is no export that this version can read; empty where it is one."""
    if not isinstance(data, dict) or "schema" not in data or not isinstance(data.get("dossiers"), list):
        return "is no bilateral.json: it has no schema and dossiers"
    if data["schema"] != SCHEMA_VERSION:
        return f"is of the schema {data['schema']!r}, and this version reads {SCHEMA_VERSION}; nothing of it is shown"
    return ""


def _paths(data: Any) -> dict[tuple[str, ...], Location]:
    """Return the paths to facts and sources by the ids of their dossier and of them, before any fault is cut out."""
    found: dict[tuple[str, ...], Location] = {}
    for number, dossier in enumerate(data["dossiers"]):
        for part in ("sources", "facts", "conflicts"):
            items = dossier.get(part) if isinstance(dossier, dict) else None
            for index, item in enumerate(items if isinstance(items, list) else ()):
                if isinstance(item, dict):
                    name = str(item.get("about") if part == "conflicts" else item.get("id"))
                    found.setdefault((str(dossier.get("id")), part, name), ("dossiers", number, part, index))
    return found


class _Reader:
    """Makes a dossier of an exported one.

    :ivar faults: what is wrong, with the part of the export and the id of the item that it is about.
    """

    def __init__(self, exported: ExportedDossier, file: str) -> None:
        self.exported = exported
        self.file = file
        self.faults: list[tuple[tuple[str, str], str]] = []
        self.extracts: dict[str, Extract] = {}
        self.spans: dict[ExportedSpan, Span] = {}

    def dossier(self, project: str) -> Dossier:
        """Return the dossier, recorded by *project*."""
        for source in self.exported.sources:
            if source.id in self.extracts:
                self._fault("sources", source.id, f"a second source has the id {source.id!r}; it is left out")
            self.extracts.setdefault(source.id, Extract(source))
        exported = self._sound_facts()
        self.spans = placed(self.extracts, exported.values())
        facts = {name: self._fact(fact) for name, fact in exported.items()}
        conflicts = tuple(self._conflicts(facts))
        about: dict[str, list[Conflict]] = {name: [] for name in facts}
        for conflict in conflicts:
            about[conflict.about].append(conflict)
        entries = {name: self._entry(exported[name], fact, about[name]) for name, fact in facts.items()}
        reports = [extract.report(self.file) for extract in self.extracts.values()]
        ordered = in_order(entries)
        reports.sort(key=lambda one: (one.document.source.published or "9999", one.document.source.id))
        return Dossier(
            id=self.exported.id,
            title=self.exported.title,
            parties=self.exported.parties,
            reports={report.document.source.id: report for report in reports},
            entries=ordered,
            people=PersonIndex.of(ordered),
            conflicts=conflicts,
            files=(Path(self.file),),
            recorded_by=project,
        )

    def _fault(self, part: str, name: str, message: str) -> None:
        self.faults.append(((part, name), message))

    def _sound_facts(self) -> dict[str, ExportedFact]:
        found: dict[str, ExportedFact] = {}
        for fact in self.exported.facts:
            message = f"a second fact has the id {fact.id!r}" if fact.id in found else self._unsound(fact)
            if message:
                self._fault("facts", fact.id, f"{message}; the fact is left out")
            else:
                found[fact.id] = fact
        return found

    def _unsound(self, fact: ExportedFact) -> str:
        """Return why nothing can be shown of *fact*; empty where all of it holds together."""
        if unknown := [span.source for span in fact.evidence if span.source not in self.extracts]:
            return f"{fact.id}: the evidence names a source {unknown[0]!r} that the dossier has not"
        if any(number not in range(len(fact.evidence)) for numbers in fact.rests_on.values() for number in numbers):
            return f"{fact.id}: rests_on names evidence that the fact has not"
        if fact.sentences and len(fact.sentences) != len(fact.evidence):
            return f"{fact.id}: there is not one sentence for each piece of evidence"
        if any((span.exact or "") not in sentence for span, sentence in with_sentences(fact) if sentence):
            return f"{fact.id}: the words of the evidence do not stand in their sentence"
        return ""

    def _fact(self, exported: ExportedFact) -> Fact:
        values = exported.model_dump(exclude=_NOT_OF_THE_FACT)
        return fact_from_data({**values, "evidence": [self.spans[span] for span in exported.evidence]})

    def _entry(self, exported: ExportedFact, fact: Fact, conflicts: list[Conflict]) -> Entry:
        grounds = {
            name: tuple(fact.evidence[number] for number in numbers) for name, numbers in exported.rests_on.items()
        }
        return replace(entry_of(fact, (fact,), conflicts), grounds=grounds, origins=exported.origins)

    def _conflicts(self, facts: Mapping[str, Fact]) -> Iterator[Conflict]:
        for exported in self.exported.conflicts:
            try:
                yield self._conflict(facts[exported.about], exported)
            except (KeyError, ValueError):
                message = (
                    f"a conflict about {exported.about}.{exported.property} does not fit the facts; it is left out"
                )
                self._fault("conflicts", exported.about, message)

    def _conflict(self, fact: Fact, exported: ExportedConflict) -> Conflict:
        """Return a conflict about *fact*.

        :raises KeyError: where its evidence is none of the facts', or the type of fact has no such field.
        :raises ValueError: where the field cannot have a value.
        """
        name = exported.property
        readings = tuple(
            Reading(value=_value(fact, name, one.value), evidence=tuple(self.spans[span] for span in one.evidence))
            for one in exported.readings
        )
        made = Conflict.model_validate({**dict(exported), "readings": readings})
        if made.resolution is None:
            return made
        preferred = _value(fact, name, made.resolution.preferred)
        return made.model_copy(update={"resolution": made.resolution.model_copy(update={"preferred": preferred})})


def _value(fact: Fact, name: str, value: Any) -> Any:
    """Return *value* as the field *name* has it; none is the value of a field that a person emptied."""
    if name in ENVELOPE:
        raise KeyError(name)
    fact.get(name)
    return None if value is None else field_from_data(fact, name, value)


_NOT_OF_THE_FACT = {"sentences", "rests_on", "evidence", "origins"}
