"""Dossiers as plain data: what ``bilateral.json`` holds. `sphinx_bilateral.dossier.records.imported` reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, Written, dumps, plain_data, written
from sphinx_bilateral.model.facts import Fact

_ENVELOPE = frozenset(Fact.model_fields)

_WORDS_OF_SOURCES = frozenset({"sentences", "exact"})


Shown = Mapping[str, Iterable[tuple[str, str]]]
"""The pages of a project by name: dossier and id of each fact that the page shows."""


def export_data(dossiers: Iterable[Dossier], *, project: str = "", shown: Shown | None = None) -> dict[str, Any]:
    """Return the facts of *dossiers* that may be printed, with their sources, sentences and conflicts.

    :param project: the name of the project that recorded them.
    :param shown: which pages show which facts.
    """
    return _export({one.id: _dossier(one) for one in dossiers}, project, shown or {})


def written_dossier(dossier: Dossier, *, source_text: bool) -> dict[str, Written]:
    """Return what `export_data` has of one *dossier* but for the pages, as text for `written_export`.

    :param source_text: whether the sources' own sentences and the cited words may be in it; without them, where they
        stand in a source is left.
    """
    data = _dossier(dossier)
    return {part: written(item, depth=3) for part, item in (data if source_text else _without_text(data)).items()}


def written_export(dossiers: Mapping[str, Mapping[str, Written]], *, project: str = "", shown: Shown) -> str:
    """Return the text of a file of *dossiers*, each as `written_dossier` returned it, by id.

    :param project: the name of the project that recorded them.
    :param shown: which pages show which facts.
    """
    return dumps(_export(dossiers, project, shown))


def _export(dossiers: Mapping[str, Mapping[str, Any]], project: str, shown: Shown) -> dict[str, Any]:
    recorded = {"project": project} if project else {}
    pages = _pages(shown)
    own = {name: {"pages": found} for name, found in pages.items()}
    exported = [{**data, **own.get(name, {})} for name, data in sorted(dossiers.items())]
    return {"schema": SCHEMA_VERSION, **recorded, "dossiers": exported}


def _pages(shown: Shown) -> dict[str, dict[str, list[str]]]:
    """Return by dossier which pages show which facts of it."""
    found: dict[str, dict[str, set[str]]] = {}
    for page, facts in sorted(shown.items()):
        for dossier, fact in facts:
            found.setdefault(dossier, {}).setdefault(page, set()).add(fact)
    return {dossier: {page: sorted(facts) for page, facts in pages.items()} for dossier, pages in found.items()}


def _without_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _without_text(value) for name, value in data.items() if name not in _WORDS_OF_SOURCES}
    return [_without_text(item) for item in data] if isinstance(data, list) else data


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
