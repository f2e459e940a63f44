"""``sphinx-bilateral merge``: what git calls where two branches changed a register or a ``dossier.yaml``."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import click

from sphinx_bilateral.cli.problems import UNUSABLE, writing
from sphinx_bilateral.dossier.decisions.register_file import decided_twice, mixed_decisions
from sphinx_bilateral.written.located_yaml import UnreadableError
from sphinx_bilateral.written.rewriting import rewrite
from sphinx_bilateral.written.yaml_merge import gathered, spread

_MOST_CONFLICTS = 127
"""What ``git merge-file`` returns at most for conflicts; more is a fault."""


@click.command()
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
def merge(base: Path, ours: Path, theirs: Path) -> None:
    """Merge what OURS and THEIRS made of BASE, entry by entry, into OURS; for git, as a merge driver.

    Entries that only one of them has stand side by side, whatever their place; of one that both changed, the lines that
    differ are marked as git marks them. The exit status is 0 where all could be merged, 1 where somebody must decide, 2
    where a file cannot be used.
    """
    before, mine, other = (_text(file) for file in (base, ours, theirs))
    merged, conflicts = _merged(*spread((before, mine, other)))
    merged = gathered(merged)
    with writing(ours):
        rewrite(ours, lambda _: merged)
    left = [] if conflicts else _left_over(mine, other, merged)
    for line in left:
        click.echo(line, err=True)
    raise SystemExit(1 if conflicts or left else 0)


def _left_over(mine: str, other: str, merged: str) -> list[str]:
    """Return what somebody must look at in *merged*, in which no conflict is marked."""
    try:
        twice = decided_twice(merged)
        mixed = mixed_decisions(mine, other, merged)
    except UnreadableError as error:
        return [f"what was merged {error}"]
    told = [f"{name} was changed in both branches, and lines of both stand in it; read it as a whole" for name in mixed]
    return told + [f"{name} was decided about in both branches, in two ways; keep one of the entries" for name in twice]


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        said = (error.strerror if isinstance(error, OSError) else None) or "is not UTF-8"
        click.echo(f"{file}: cannot be read: {said}", err=True)
        raise SystemExit(UNUSABLE) from None


def _merged(before: str, mine: str, other: str) -> tuple[str, bool]:
    """Return the three texts merged by lines, and whether conflicts are marked in it."""
    with tempfile.TemporaryDirectory() as folder:
        files = {"ours": mine, "base": before, "theirs": other}
        for name, text in files.items():
            (Path(folder) / name).write_bytes(text.encode())
        try:
            done = subprocess.run(["git", "merge-file", "-p", *files], cwd=folder, capture_output=True, check=False)
        except FileNotFoundError:
            click.echo("git, which merges the lines, is not installed", err=True)
            raise SystemExit(UNUSABLE) from None
    if not 0 <= done.returncode <= _MOST_CONFLICTS:
        click.echo(done.stderr.decode(errors="replace").strip(), err=True)
        raise SystemExit(UNUSABLE)
    return done.stdout.decode(), bool(done.returncode)
