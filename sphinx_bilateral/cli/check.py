"""``sphinx-bilateral check``: everything about dossiers that a person must know before a brief is made of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sphinx_bilateral.cli.dates import date_option
from sphinx_bilateral.cli.extractors import extractor_option
from sphinx_bilateral.cli.problems import UNUSABLE, github_line, line
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.as_of import as_of
from sphinx_bilateral.dossier.due import due_problems
from sphinx_bilateral.model.dates import sort_key
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, dumps, plain_data
from sphinx_bilateral.model.problems import Problem, is_defect, problem_order
from sphinx_bilateral.pipeline import Reader, load_dossier
from sphinx_bilateral.sources.manifest import folder_of


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DOSSIER…", type=click.Path(path_type=Path))
@date_option("--published", meaning="The date of sources that do not say theirs.")
@click.option("--changed", is_flag=True,
              help="The arguments are files: check the dossiers that they lie in; pass over others.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["finding", "defect"]), default="finding", show_default=True,
              help="What makes the exit status 1.")  # fmt: skip
@date_option(
    "--as-of", "day", today=True,
    meaning="The day on which commitments and events are late, or today; by default that of the newest source.",
)  # fmt: skip
@extractor_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(
    paths: tuple[Path, ...],
    published: str | None,
    changed: bool,
    fail_on: str,
    day: str | None,
    read: Reader,
    form: str,
) -> None:
    """Tell what is wrong with a DOSSIER, or with several, and what a person must weigh.

    The exit status is 0 where there is nothing, 1 where there are defects or findings, 2 where nothing could be read.
    """
    folders = _folders_of(paths) if changed else tuple(dict.fromkeys(paths))
    loaded = [load_dossier(folder, published=published, read=read) for folder in folders]
    found = [problem for _, problems in loaded for problem in problems]
    late = [problem for dossier, _ in loaded if dossier is not None for problem in _late(dossier, day)]
    shown = sorted((*found, *late), key=problem_order)
    if form == "json":
        click.echo(dumps({"schema": SCHEMA_VERSION, "problems": [plain_data(one) for one in shown]}), nl=False)
    else:
        for problem in shown:
            click.echo(line(problem) if form == "text" else github_line(problem))
    if any(dossier is None for dossier, _ in loaded):
        raise SystemExit(UNUSABLE)
    raise SystemExit(1 if any(_counts(problem, fail_on) for problem in shown) else 0)


def _late(dossier: Dossier, day: str | None) -> tuple[Problem, ...]:
    """Return what is late on *day*, by default on that of the newest source, by the reports until then."""
    newest = max((source.published for source in dossier.sources if source.published), default=None, key=sort_key)
    shown = day or newest
    return tuple(due_problems(as_of(dossier, shown), shown)) if shown else ()


def _counts(problem: Problem, fail_on: str) -> bool:
    return fail_on == "finding" or is_defect(problem)


def _folders_of(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the dossiers that *files* lie in, each once, in order."""
    return tuple(sorted({folder for file in files if (folder := folder_of(file)) is not None}))
