"""Dossiers with a register, made by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from making import dossier

from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.dossier.decisions.register import REGISTER, read_register
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.sources.quotations import find_words

DESK = "    who: Nordic desk\n    when: 2026-05-10\n    why: It was checked.\n"
"""Who decided, when and why, as the lines of an entry."""


def decided(folder: Path, register: str, *reports: Report, aliases: dict[str, str] | None = None) -> Dossier:
    """Return the dossier of *reports* with the text of a register; its file is called as it lies in *folder*."""
    (folder / REGISTER).write_text(register, encoding="utf-8")
    read, problems = read_register(folder)
    assert read is not None
    documents = {report.document.source.id: report.document for report in reports}
    found = {
        quotation: find_words(documents[quotation.source], quotation.exact, prefix=quotation.prefix)
        for quotation in read.register.quotations()
        if quotation.source in documents
    }
    return dossier(*reports, register=replace(read, found=found), problems=problems, aliases=aliases)


def told(made: Dossier) -> list[tuple[str, int, str]]:
    """Return the kind, the line and the message of what is wrong, in the order of the lines."""
    return sorted((one.kind, one.line, one.message) for one in made.problems)


def problem(made: Dossier, kind: str = "bad-register") -> Problem:
    """Return the only problem of *kind*."""
    (found,) = [one for one in made.problems if one.kind == kind]
    return found
