"""``sphinx-bilateral diff``: what moved between two saved states, and the slip that corrects an issued brief."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sphinx_bilateral.brief.change_lines import sentence
from sphinx_bilateral.clearance.slip import slip
from sphinx_bilateral.cli.problems import UNUSABLE, tell
from sphinx_bilateral.cli.words import wording_in
from sphinx_bilateral.dossier.records.changes import Change, changes
from sphinx_bilateral.dossier.records.saved import Saved, read_saved
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, dumps


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--slip", "as_slip", is_flag=True, help="Print what to correct in the issued brief OLD, line by line.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(old: Path, new: Path, as_slip: bool, form: str) -> None:
    """Tell what moved from OLD to NEW, each a bilateral.json or an issued brief.

    The exit status is 0 where nothing moved, 1 where something did, 2 where a file cannot be used.
    """
    before, after = _read(old), _read(new)
    if before is None or after is None:
        raise SystemExit(UNUSABLE)
    if as_slip:
        if before.brief is None:
            click.echo(f"{old}: is no issued brief; only what was issued can be corrected", err=True)
            raise SystemExit(UNUSABLE)
        if missing := sorted(before.states.keys() - after.states.keys()):
            click.echo(f"{new}: holds nothing of the dossier {', '.join(missing)}, which {old} leans on", err=True)
            raise SystemExit(UNUSABLE)
        parties = next((state.parties for state in after.states.values() if state.parties), ())
        lines: Sequence[str] = slip(before.brief, after, wording_in(before.brief.language, parties))
        shown: Any = {"schema": SCHEMA_VERSION, "slip": list(lines)}
    else:
        found = changes(before.states, after.states)
        lines = [_sentence(one, before, after) for one in found]
        shown = {
            "schema": SCHEMA_VERSION,
            "changes": [{**_data(one), "text": text} for one, text in zip(found, lines, strict=True)],
        }
    click.echo(dumps(shown) if form == "json" else "".join(f"{line}\n" for line in lines), nl=False)
    raise SystemExit(1 if lines else 0)


def _read(file: Path) -> Saved | None:
    saved, problems = read_saved(file, file.as_posix())
    tell(problems)
    return saved


def _sentence(change: Change, before: Saved, after: Saved) -> str:
    old, new = before.states.get(change.dossier), after.states.get(change.dossier)
    state = (new if change.after else old) or new or old
    wording = wording_in("en_GB", state.parties if state else ())
    return sentence(change, wording, state.sources if state else {}, whole=new is None or new.whole)


def _data(change: Change) -> dict[str, Any]:
    """Return *change* as plain data."""
    given: dict[str, Any] = {
        "kind": change.kind,
        "dossier": change.dossier,
        "about": change.about,
        "type": change.fact.type if change.fact else None,
        "property": change.name,
        "old": _plain(change.old),
        "new": _plain(change.new),
        "direction": change.direction,
        "by": change.by,
        "sources": sorted({span.source for span in change.evidence}),
    }
    if change.conflict:
        given["readings"] = [_plain(reading.value) for reading in change.conflict.readings]
    return {name: value for name, value in given.items() if value not in (None, "", [])}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
