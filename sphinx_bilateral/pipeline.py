"""The one place that runs sources → extract → dossier; the extension and the command call it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.extract.extraction import Extraction
from sphinx_bilateral.extractors.grounding import read_grounded
from sphinx_bilateral.extractors.installed import BUILT_IN, Extractor
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem, problem_order
from sphinx_bilateral.sources.quotations import find_words

if TYPE_CHECKING:
    from sphinx_bilateral.dossier.decisions.additions import PageAddition
    from sphinx_bilateral.dossier.decisions.register import ReadRegister
    from sphinx_bilateral.dossier.records.exported import Export
    from sphinx_bilateral.dossier.records.impact import Impact

Additions = Callable[[str], "Sequence[PageAddition]"]
"""Returns what pages add to the dossier of an id, in the order in which pages win."""

Reader = Callable[[Document], tuple[Report, tuple[Problem, ...]]]
"""Returns what stands in a document, and what is wrong with it."""


def _no_additions(_dossier: str) -> Sequence[PageAddition]:
    return ()


def read_document(
    document: Document, extractors: Sequence[Extractor] = (BUILT_IN,)
) -> tuple[Report, tuple[Problem, ...]]:
    """Return what *extractors* find in *document*; a fact whose words do not stand there is refused.

    What two of them find alike is kept once, as the first one has it.
    """
    found = [read_grounded(extractor, document) for extractor in extractors]
    facts = found[0].facts if len(found) == 1 else tuple(_together(found))
    problems = tuple(problem for one in found for problem in one.problems)
    if facts:  # in whatever language it is, somebody read it
        problems = tuple(problem for problem in problems if problem.kind != "unread-language")
    sentences = next((one.sentences for one in found if one.sentences), None)
    return Report(document, facts, _sentences(document) if sentences is None else sentences), problems


def _together(found: Iterable[Extraction]) -> list[Fact]:
    """Return all facts in order of text, of those that differ in nothing but their rule the first."""
    kept: dict[str, Fact] = {}
    for fact in (fact for one in found for fact in one.facts):
        kept.setdefault(fact.model_dump_json(exclude={"rule"}), fact)
    return sorted(kept.values(), key=lambda fact: (fact.evidence[0].start, fact.evidence[-1].end, fact.type))


def _sentences(document: Document) -> tuple[tuple[int, int], ...]:
    from sphinx_bilateral.extract import engine

    return engine.find_sentences(document)


def load_dossier(
    folder: Path,
    *,
    published: str | None = None,
    read: Reader | None = None,
    additions: Additions = _no_additions,
    today: datetime.date | None = None,
) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Read the dossier in *folder*.

    :param published: the date of sources that have none of their own.
    :param read: reads a document; `read_document` by default.
    :param additions: what pages add to it.
    :param today: the day by which dates have come; by default that of the machine.
    :returns: the dossier, or ``None`` where there is no ``dossier.yaml`` to go by; and what is wrong with it.
    """
    # Whoever only reads documents needs none of what makes a dossier, and no YAML.
    from sphinx_bilateral.dossier.assemble import assemble
    from sphinx_bilateral.dossier.decisions.decision_dates import decided_ahead
    from sphinx_bilateral.dossier.decisions.register import REGISTER, read_register
    from sphinx_bilateral.dossier.records.impact import with_impact
    from sphinx_bilateral.dossier.records.issued import read_issued
    from sphinx_bilateral.sources.descriptions import description_problems
    from sphinx_bilateral.sources.manifest import MANIFEST, dossier_id, place_in, read_manifest, read_sources

    manifest, problems = read_manifest(folder)
    if manifest is None:
        return None, problems
    documents, found = read_sources(folder, manifest, published)
    today = today or datetime.date.today()
    problems = (*problems, *found, *description_problems(folder, manifest, documents, today))
    reports, found = _read_all(documents, read or read_document)
    problems = (*problems, *found)
    register, found = read_register(folder)
    problems = (*problems, *found, *(decided_ahead(register, today) if register else ()))
    added, found = _added(additions(dossier_id(folder, manifest)), documents)
    problems = (*problems, *found)
    issued, found, issued_files = read_issued(folder)
    problems = (*problems, *found)
    dossier = assemble(
        dossier_id(folder, manifest),
        reports,
        title=manifest.title,
        parties=manifest.parties,
        aliases=manifest.aliases,
        register=_grounded(register, documents) if register else None,
        added=added,
        problems=problems,
        files=(
            folder / MANIFEST,
            *([folder / REGISTER] if register else []),
            *(Path(document.file) for document in documents),
            *issued_files,
        ),
        issued=issued,
        where=partial(place_in, folder),
    )
    dossier = replace(dossier, problems=tuple(with_impact(problem, dossier) for problem in dossier.problems))
    return dossier, tuple(sorted(dossier.problems, key=problem_order))


def _read_all(documents: Iterable[Document], read: Reader) -> tuple[list[Report], tuple[Problem, ...]]:
    read_ones = [read(document) for document in documents]
    return [report for report, _ in read_ones], tuple(problem for _, found in read_ones for problem in found)


def impact_on(
    folder: Path, source: str, *, export: Export | None = None, read: Reader | None = None
) -> tuple[Impact | None, Dossier | None, tuple[Problem, ...]]:
    """Return what leans on a source of the dossier in *folder*.

    :param source: its id, or the name of its file.
    :param export: an earlier ``bilateral.json``.
    :returns: the impact, or ``None`` where the dossier has no such source; the dossier; and what is wrong with it.
    """
    from sphinx_bilateral.dossier.decisions.register import read_register
    from sphinx_bilateral.dossier.records.impact import impact_of

    dossier, problems = load_dossier(folder, read=read)
    if dossier is None:
        return None, None, problems
    files = {Path(report.document.file).name: name for name, report in dossier.reports.items()}
    if (name := source if source in dossier.reports else files.get(source)) is None:
        return None, dossier, problems
    document = dossier.reports[name].document
    register, _ = read_register(folder)
    found = impact_of(
        dossier, name, lambda words: find_words(document, words), export=export,
        register=register.register if register else None,
    )  # fmt: skip
    return found, dossier, problems


def _added(
    additions: Iterable[PageAddition], documents: Sequence[Document]
) -> tuple[tuple[ReadRegister, ...], tuple[Problem, ...]]:
    """Return what pages add, each with the places of its words, and what is wrong with what they write."""
    from sphinx_bilateral.dossier.decisions.additions import read_addition

    read = [read_addition(addition) for addition in additions]
    problems = tuple(problem for _, found in read for problem in found)
    return tuple(_grounded(register, documents) for register, _ in read if register), problems


def _grounded(register: ReadRegister, documents: Iterable[Document]) -> ReadRegister:
    """Return *register* with the places of all words that it quotes."""
    by_source = {document.source.id: document for document in documents}
    found = {
        quotation: find_words(document, quotation.exact, prefix=quotation.prefix, suffix=quotation.suffix)
        for quotation in register.register.quotations()
        if (document := by_source.get(quotation.source))
    }
    return replace(register, found=found)
