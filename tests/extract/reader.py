"""Reading one sentence or a short report, for the tables of the tests of this folder."""

from __future__ import annotations

from typing import Any

from sphinx_bilateral.extract.engine import read
from sphinx_bilateral.model.document import Document, Source
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.sources.layout import read_text

PUBLISHED = "2026-03-13"  # a Friday


def document(text: str, *, published: str | None = PUBLISHED, parties: tuple[str, ...] = ("KE", "JP")) -> Document:
    return read_text(text, Source(id="report", published=published), parties=parties)


def read_all(text: str, **known: Any) -> tuple[list[Fact], list[Problem]]:
    return read(document(text, **known))


def facts(text: str, kind: str, *, settled: bool = True, **known: Any) -> list[Any]:
    """Return the facts of one type; only the confident ones unless *settled* is off."""
    found = [fact for fact in read_all(text, **known)[0] if fact.type == kind]
    return [fact for fact in found if fact.certainty == "confident" or not settled]


def one(text: str, kind: str, **known: Any) -> Any:
    """Return the only confident fact of one type."""
    found = facts(text, kind, **known)
    assert len(found) == 1, found
    return found[0]


def evidence(fact: Fact) -> list[str]:
    return [span.exact for span in fact.evidence]
