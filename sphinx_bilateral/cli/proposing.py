"""``review --write``: all that is new as proposals in the register, and the hashes of sources in ``dossier.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from sphinx_bilateral.cli.problems import writing
from sphinx_bilateral.cli.reviewing import Opened
from sphinx_bilateral.dossier.decisions.register import REGISTER, ReadRegister
from sphinx_bilateral.dossier.decisions.register_file import with_entries, with_entry, without_entry
from sphinx_bilateral.dossier.decisions.waiting import plain, proposals
from sphinx_bilateral.model.words import fold
from sphinx_bilateral.sources.manifest import MANIFEST, read_manifest
from sphinx_bilateral.sources.recorded import unrecorded, with_hashes
from sphinx_bilateral.written.rewriting import rewrite

_MOST_NAMED = 5


def propose(folder: Path, opened: Opened) -> None:
    """Write down what is new, and tell what was written."""
    found = proposals(opened.dossier)
    standing = _standing(opened.register)
    new = [name for name in found if name not in standing]
    other = [name for name in found if name in standing and not _same(standing[name], found[name])]
    gone = [name for name in standing if name not in found]

    def edited(text: str) -> str:
        for name in gone:
            text = without_entry(text, "propose", name)
        for name in other:
            text = with_entry(text, "propose", name, found[name])
        return with_entries(text, "propose", {name: found[name] for name in new})

    if new or other or gone:
        with writing(folder / REGISTER):
            rewrite(folder / REGISTER, edited)
    _tell(folder / REGISTER, {"proposed": new, "proposed anew": other, "no more proposed": gone})
    hashes = _record(folder, opened)
    _tell(folder / MANIFEST, {"recorded": hashes})
    if not (new or other or gone or hashes):
        click.echo("nothing is new")


def _standing(register: ReadRegister | None) -> dict[str, dict[str, Any]]:
    """Return what is proposed already; entries with a fault were left out when they were read."""
    return {name: one.values() for name, one in register.register.propose.items()} if register else {}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return {name: fold(str(plain(value))) for name, value in one.items()} == {
        name: fold(str(value)) for name, value in other.items()
    }


def _record(folder: Path, opened: Opened) -> list[str]:
    manifest, _ = read_manifest(folder)
    if manifest is None:
        return []
    hashes = unrecorded(manifest, (report.document for report in opened.dossier.reports.values()))
    if hashes:
        with writing(folder / MANIFEST):
            rewrite(folder / MANIFEST, lambda text: with_hashes(text, hashes))
    return list(hashes)


def _tell(file: Path, done: Mapping[str, Sequence[str]]) -> None:
    for what, names in done.items():
        if names:
            more = ", …" if len(names) > _MOST_NAMED else ""
            click.echo(f"{file.as_posix()}: {len(names)} {what}: {', '.join(names[:_MOST_NAMED])}{more}")
