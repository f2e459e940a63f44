"""Dossiers as plain data: what ``bilateral.json`` holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, plain_data


def export_data(dossiers: Iterable[Dossier]) -> dict[str, Any]:
    """Return the facts of *dossiers* that may be printed, with their sources, sentences and conflicts."""
    return {"schema": SCHEMA_VERSION, "dossiers": [_dossier(one) for one in sorted(dossiers, key=lambda one: one.id)]}


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
    return data
