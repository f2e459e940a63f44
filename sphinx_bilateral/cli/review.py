"""``sphinx-bilateral review``: what waits for a person in a dossier, one thing after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from sphinx_bilateral.cli.dates import date_option
from sphinx_bilateral.cli.extractors import extractor_option
from sphinx_bilateral.cli.problems import UNUSABLE, tell, writing
from sphinx_bilateral.cli.proposing import propose
from sphinx_bilateral.cli.reviewing import Opened, Session
from sphinx_bilateral.dossier import Report
from sphinx_bilateral.dossier.decisions.register import REGISTER, read_register
from sphinx_bilateral.dossier.decisions.waiting import KINDS
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.pipeline import Reader, load_dossier


@click.command()
@click.argument("folder", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option("--only", "kinds", type=click.Choice(KINDS), multiple=True, help="What to look at; several may be given.")
@click.option(
    "--type", "types", type=click.Choice(list(FACT_TYPES)), multiple=True, help="Facts of these types; several too."
)
@click.option(
    "--who", envvar="BILATERAL_WHO", metavar="NAME",
    help="Who decides: a section or an office. Else BILATERAL_WHO, or it is asked.",
)  # fmt: skip
@date_option("--on", meaning="The day of the decisions; today, if it is not given.")
@click.option(
    "--write", is_flag=True, help="Ask nothing: add all that is new as proposed, and record the hashes of sources."
)
@extractor_option
def review(
    folder: Path,
    kinds: tuple[str, ...],
    types: tuple[str, ...],
    who: str | None,
    on: str | None,
    write: bool,
    read: Reader,
) -> None:
    """Walk through what waits for a person in a DOSSIER, and write each decision to its register.yaml.

    What waits is a fact that is new or unsettled, a conflict of sources that is open, and an entry of the register that
    lost its evidence or that a source has overtaken.

    With --write the exit status is 0, or 1 where the dossier has defects, which are told; what can be written is
    written all the same. It is 2 where the dossier cannot be read or a file cannot be written.
    """
    if write and (kinds or types):
        raise click.UsageError("--write takes the whole dossier; leave out --only and --type")
    load = _loader(folder, _once(read))
    if write:
        opened = load()
        defects = tell(opened.dossier.problems, defects_only=True)
        propose(folder, opened)
        raise SystemExit(1 if defects else 0)
    with writing(folder / REGISTER):
        Session(folder / REGISTER, load, who=who, on=on or date.today().isoformat(), kinds=kinds, types=types).run()


def _once(read: Reader) -> Reader:
    """Return a reader that reads each text once, however often the dossier is assembled."""
    known: dict[tuple[str, str | None], tuple[Report, tuple[Problem, ...]]] = {}

    def reads(document: Document) -> tuple[Report, tuple[Problem, ...]]:
        key = (document.file, document.source.model_dump_json())
        if key not in known:
            known[key] = read(document)
        return known[key]

    return reads


def _loader(folder: Path, read: Reader) -> Callable[[], Opened]:
    """Return what reads the dossier with the register as it is then; where that cannot be read, it tells and ends."""

    def load() -> Opened:
        dossier, problems = load_dossier(folder, read=read)
        if dossier is None or dossier.undecided:
            tell(problems)
            raise SystemExit(UNUSABLE)
        register, _ = read_register(folder)
        return Opened(dossier, register)

    return load
