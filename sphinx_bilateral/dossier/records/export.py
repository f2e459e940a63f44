"""Dossiers as plain data: what ``bilateral.json`` holds. `sphinx_bilateral.dossier.records.imported` reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, plain_data
from sphinx_bilateral.model.facts import Fact

_ENVELOPE = frozenset(Fact.model_fields)


Shown = Mapping[str, Iterable[tuple[str, str]]]
"""The pages of a project by name: dossier and id of each fact that the page shows."""


def export_data(dossiers: Iterable[Dossier], *, project: str = "", shown: Shown | None = None) -> dict[str, Any]:
    """Return the facts of *dossiers* that may be printed, with their sources, sentences and conflicts.

    :param project: the name of the project that recorded them.
    :param shown: which pages show which facts.
    """
    recorded = {"project": project} if project else {}
    ordered = sorted(dossiers, key=lambda one: one.id)
    exported = [{**_dossier(one), **_pages(one, shown or {})} for one in ordered]
    return {"schema": SCHEMA_VERSION, **recorded, "dossiers": exported}


def _pages(dossier: Dossier, shown: Shown) -> dict[str, Any]:
    """Return which pages show facts of *dossier*; nothing where none does."""
    by_page = {page: sorted({fact for of, fact in facts if of == dossier.id}) for page, facts in sorted(shown.items())}
    found = {page: facts for page, facts in by_page.items() if facts}
    return {"pages": found} if found else {}


def _dossier(dossier: Dossier) -> dict[str, Any]:
    printed = {name: entry for name, entry in dossier.entries.items() if entry.printed}
    return {
        "id": dossier.id,
        "title": dossier.title,
        "parties": list(dossier.parties),
        "sources": [plain_data(source) for source in dossier.sources],
        "facts": [_fact(dossier, printed[name]) for name in sorted(printed)],
        "conflicts": [plain_data(conflict) for conflict in dossier.conflicts if conflict.about in printed],
    }


def _fact(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    data: dict[str, Any] = plain_data(entry.fact)
    sentences = [dossier.sentence(span) for span in entry.fact.evidence]
    data["sentences"] = [
        dossier.reports[span.source].document.text[start:end]
        for span, (start, end) in zip(entry.fact.evidence, sentences, strict=True)
    ]
    if entry.origins:
        data["origins"] = entry.origins
    if rests_on := _rests_on(entry):
        data["rests_on"] = rests_on
    return data


def _rests_on(entry: Entry) -> dict[str, list[int]]:
    """Return which of the evidence bears a value, for each field whose value not all of it bears."""
    if len(entry.fact.evidence) < 2 and not entry.grounds:
        return {}
    numbers = {span: number for number, span in enumerate(entry.fact.evidence)}
    found: dict[str, list[int]] = {}
    for name in type(entry.fact).model_fields:
        if name in _ENVELOPE or entry.fact.get(name) in (None, ()):
            continue
        spans = {numbers[span] for span in entry.evidence_of(name)}
        if len(spans) < len(numbers) and (spans or name in entry.grounds):
            found[name] = sorted(spans)
    return found
