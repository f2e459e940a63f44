"""``sphinx-bilateral pdf``: a dossier's facts on one page."""

from __future__ import annotations

from pathlib import Path

import click

from sphinx_bilateral.brief.profiles import DEFAULT_PROFILE, read_profile
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.brief.sheet import dossier_sheet
from sphinx_bilateral.cli.extractors import extractor_option
from sphinx_bilateral.cli.problems import UNUSABLE, tell
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.pipeline import Reader, load_dossier


@click.command()
@click.argument("folder", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
@extractor_option
@click.option("--profile", default=DEFAULT_PROFILE, show_default=True, help="Which sections, in which order.")
def pdf(folder: Path, output: Path, read: Reader, profile: str) -> None:
    """Print the facts of a DOSSIER on exactly one page, in the order of the profile's sections."""
    try:
        from sphinx_bilateral.onepage import read_layout, render
    except ImportError:
        message = 'ReportLab is not installed; install it with: pip install "sphinx-bilateral[pdf]"'
        tell([Problem(kind="pdf-unavailable", message=message)])
        raise SystemExit(UNUSABLE) from None
    rules, problems = read_profile(profile)
    dossier, found = load_dossier(folder, read=read)
    problems = (*problems, *found)
    layout, found = read_layout()
    problems = (*problems, *found)
    # What people rejected may not be printed, and where the register cannot be read nobody knows what that is.
    if rules is None or dossier is None or dossier.undecided or layout is None:
        tell(problems)
        raise SystemExit(UNUSABLE)
    sheet, found = dossier_sheet(dossier, rules, Settings())
    printed = render(sheet, layout)
    tell((*problems, *found, *printed.problems), defects_only=True)
    if not printed.pdf:
        raise SystemExit(1)
    try:
        output.write_bytes(printed.pdf)
    except OSError as error:
        click.echo(f"{output}: cannot be written: {error.strerror or error}", err=True)
        raise SystemExit(UNUSABLE) from None
    click.echo(f"{output}: one page, {printed.size:g} pt")
