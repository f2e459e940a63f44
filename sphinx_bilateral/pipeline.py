"""The one place that runs sources → extract → dossier; the extension and the command call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.dossier.register import REGISTER, ReadRegister, read_register
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem, problem_order
from sphinx_bilateral.sources.manifest import MANIFEST, dossier_id, read_manifest, read_sources
from sphinx_bilateral.sources.quotations import find_words

Progress = Callable[[Sequence[str], str], Iterable[str]]
"""Wraps the names of what is worked on, with a word for the work, and shows how far it has got."""

Reader = Callable[[Document], tuple[Report, tuple[Problem, ...]]]
"""Returns what stands in a document, and what is wrong with it."""


def _silent(names: Sequence[str], _label: str) -> Iterator[str]:
    return iter(names)


def read_document(document: Document) -> tuple[Report, tuple[Problem, ...]]:
    """Return what the reader finds in *document*; a fact whose span does not stand there is refused."""
    # Where all was read in an earlier build, the reader and its words need not be loaded.
    from sphinx_bilateral.extract import engine

    found = engine.extract(document)
    kept: list[Fact] = []
    problems = list(found.problems)
    for fact in found.facts:
        if is_grounded(fact, document):
            kept.append(fact)
        else:
            problems.append(_ungrounded(fact, document))
    return Report(document, tuple(kept), found.sentences), tuple(problems)


def load_dossier(
    folder: Path, *, published: str | None = None, read: Reader | None = None
) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Read the dossier in *folder*.

    :param published: the date of sources that have none of their own.
    :param read: reads a document; `read_document` by default.
    :returns: the dossier, or ``None`` where there is no ``dossier.yaml`` to go by; and what is wrong with it.
    """
    manifest, problems = read_manifest(folder)
    if manifest is None:
        return None, problems
    documents, found = read_sources(folder, manifest, published)
    problems = (*problems, *found)
    reports = []
    for document in documents:
        report, found = (read or read_document)(document)
        reports.append(report)
        problems = (*problems, *found)
    register, found = read_register(folder)
    problems = (*problems, *found)
    dossier = assemble(
        dossier_id(folder, manifest),
        reports,
        title=manifest.title,
        parties=manifest.parties,
        aliases=manifest.aliases,
        register=_grounded(register, documents) if register else None,
        problems=problems,
        files=(
            folder / MANIFEST,
            *([folder / REGISTER] if register else []),
            *(Path(document.file) for document in documents),
        ),
    )
    return dossier, tuple(sorted(dossier.problems, key=problem_order))


def load(
    folders: Sequence[Path], *, progress: Progress | None = None, read: Reader | None = None
) -> tuple[tuple[Dossier, ...], tuple[Problem, ...]]:
    """Read the dossiers in *folders*.

    :param read: reads a document; `read_document` by default.
    :returns: the dossiers in the order of *folders*, and all that is wrong with them; of two dossiers with one id
        the second is left out.
    """
    dossiers: dict[str, Dossier] = {}
    problems: list[Problem] = []
    by_name = {str(folder): folder for folder in folders}
    for name in (progress or _silent)(list(by_name), "reading dossiers... "):
        dossier, found = load_dossier(by_name[name], read=read)
        problems += found
        if dossier is None:
            continue
        if dossier.id in dossiers:
            message = f"a second dossier has the id {dossier.id!r}; it is left out"
            problems.append(Problem(kind="bad-source", message=message, file=dossier.files[0].as_posix()))
            continue
        dossiers[dossier.id] = dossier
    return tuple(dossiers.values()), tuple(problems)


def _grounded(register: ReadRegister, documents: Iterable[Document]) -> ReadRegister:
    """Return *register* with the places of all words that it quotes."""
    by_source = {document.source.id: document for document in documents}
    found = {
        quotation: find_words(document, quotation.exact, prefix=quotation.prefix, suffix=quotation.suffix)
        for quotation in register.register.quotations()
        if (document := by_source.get(quotation.source))
    }
    return replace(register, found=found)


def is_grounded(fact: Fact, document: Document) -> bool:
    """Tell whether all words that bear *fact* stand in *document*."""
    return all(document.text[span.start : span.end] == span.exact for span in fact.evidence)


def _ungrounded(fact: Fact, document: Document) -> Problem:
    message = f"a {fact.type} was left out: its words do not stand in the source"
    return Problem(kind="no-evidence", message=message, file=document.file)
