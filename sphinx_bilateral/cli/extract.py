"""``sphinx-bilateral extract``: the facts of files or of a dossier, as JSON or as text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import click

from sphinx_bilateral.cli.dates import date_option
from sphinx_bilateral.cli.extractors import extractor_option
from sphinx_bilateral.cli.problems import UNUSABLE, tell
from sphinx_bilateral.cli.progress import progress
from sphinx_bilateral.dossier import Report
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.exchange import dumps, extraction_data, plain_data
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.ids import with_ids
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.pipeline import Reader
from sphinx_bilateral.sources.read import read_file


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE…|DOSSIER", type=click.Path(path_type=Path))
@date_option("--published", meaning="The date of sources that do not say theirs.")
@extractor_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def extract(paths: tuple[Path, ...], published: str | None, read: Reader, form: str) -> None:
    """Print the facts of FILEs, or of the sources of a DOSSIER, with the words that bear them."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in paths:
        listed, found = (_dossier if path.is_dir() else _file)(path, published)
        documents += listed
        problems += found
    if not documents:
        tell(problems)
        click.echo(
            f"nothing to read in {', '.join(map(str, paths))}; give text files or a folder with dossier.yaml", err=True
        )
        raise SystemExit(UNUSABLE)
    by_file = {document.file: document for document in documents}
    read_ones = [read(by_file[file]) for file in progress(list(by_file), "reading")]
    problems += [problem for _, found in read_ones for problem in found]
    click.echo(_json(read_ones, problems) if form == "json" else _text([report for report, _ in read_ones]), nl=False)
    tell(problems)


def _dossier(folder: Path, published: str | None) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    from sphinx_bilateral.sources.manifest import read_manifest, read_sources  # and YAML, which a text does without

    manifest, problems = read_manifest(folder)
    if manifest is None:
        return (), problems
    documents, found = read_sources(folder, manifest, published)
    return documents, (*problems, *found)


def _file(path: Path, published: str | None) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    document, problems = read_file(path, published=published)
    return (document,) if document is not None else (), problems


def _json(read_ones: Sequence[tuple[Report, Sequence[Problem]]], problems: Sequence[Problem]) -> str:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.file].append(problem)
    return dumps(
        extraction_data(
            (report.document.source, with_ids(report.facts, _published(report)), by_file[report.document.file])
            for report, _ in read_ones
        )
    )


def _published(report: Report) -> dict[str, str | None]:
    return {report.document.source.id: report.document.source.published}


def _text(reports: Sequence[Report]) -> str:
    lines: list[str] = []
    for report in reports:
        source = report.document.source
        lines.append(f"{source.id} ({source.published or 'no date'})")
        for fact in with_ids(report.facts, _published(report)):
            shown = ("id", "type", "evidence", "certainty", "rule", "open")
            values = "; ".join(
                f"{name}: {_short(value)}" for name, value in plain_data(fact).items() if name not in shown
            )
            mark = "" if fact.certainty == "confident" else f" [unsettled: {', '.join(fact.open)}]"
            lines.append(f"  {FACT_TYPES[fact.type].label.lower()} {fact.id}{mark}: {values}")
            for span in fact.evidence:
                line, column = report.document.position(span.start)
                lines.append(f"    {report.document.file}:{line}:{column}: {' '.join(span.exact.split())}")
    return "\n".join(lines) + "\n"


def _short(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
