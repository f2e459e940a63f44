"""``sphinx-bilateral check``: everything about a dossier that a person must know before a brief is made of it."""

from __future__ import annotations

from pathlib import Path

import click

from sphinx_bilateral.cli.days import day_option, late_on
from sphinx_bilateral.cli.extractors import extractor_option
from sphinx_bilateral.cli.problems import UNUSABLE, github_line, line
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, dumps, plain_data
from sphinx_bilateral.model.problems import problem_order
from sphinx_bilateral.pipeline import Reader, load_dossier


@click.command()
@click.argument("folder", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="The date of sources that do not say theirs.")
@click.option(
    "--as-of",
    "day",
    metavar="DATE",
    callback=day_option,
    help="The day on which commitments and events are late, or today; by default that of the newest source.",
)
@extractor_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(folder: Path, published: str | None, day: str | None, read: Reader, form: str) -> None:
    """Tell what is wrong with a DOSSIER and what a person must weigh.

    The exit status is 0 where there is nothing, 1 where there are defects or findings, 2 where nothing could be read.
    """
    dossier, problems = load_dossier(folder, published=published, read=read)
    if dossier is not None:
        problems = (*problems, *late_on(dossier, day))
    shown = sorted(problems, key=problem_order)
    if form == "json":
        click.echo(dumps({"schema": SCHEMA_VERSION, "problems": [plain_data(one) for one in shown]}), nl=False)
    else:
        for problem in shown:
            click.echo(line(problem) if form == "text" else github_line(problem))
    if dossier is None:
        raise SystemExit(UNUSABLE)
    raise SystemExit(1 if shown else 0)
