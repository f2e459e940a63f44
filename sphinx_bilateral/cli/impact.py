"""``sphinx-bilateral impact``: what leans on a source, before or after its text changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from sphinx_bilateral.cli.extractors import extractor_option
from sphinx_bilateral.cli.problems import UNUSABLE, github_line, tell
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.records.exported import Export
from sphinx_bilateral.dossier.records.impact import BriefOn, FactOn, Impact, Standing
from sphinx_bilateral.dossier.records.imported import read_form
from sphinx_bilateral.dossier.records.issued import IssuedLine, read_text
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, dumps
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.wording import printable, told_date
from sphinx_bilateral.pipeline import Reader, impact_on
from sphinx_bilateral.sources.manifest import folder_of

_WORDS: Mapping[Standing, str] = {
    "stand": "its words stand",
    "moved": "its words moved",
    "gone": "its words are gone",
    "unknown": "its words were not recorded",
}

_OF_RECORDS = frozenset({"bad-issued", "bad-register"})
"""Faults of what is searched here: what is left out for them is missing in the answer."""

_ORDER: tuple[Standing, ...] = ("gone", "moved", "unknown", "stand")


@click.command()
@click.argument("path", metavar="FILE|DOSSIER", type=click.Path(path_type=Path))
@click.argument("source", required=False, metavar="[SOURCE]")
@click.option("--export", "earlier", metavar="FILE", type=click.Path(path_type=Path),
              help="A bilateral.json of an earlier build: what it knew, and which pages showed it.")  # fmt: skip
@extractor_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def impact(path: Path, source: str | None, earlier: Path | None, read: Reader, form: str) -> None:
    """Tell what leans on a source: FILE, a text of a dossier, or the id of a SOURCE of a DOSSIER.

    For each fact it says whether the words that bore it still stand, moved, or are gone; then the entries of the
    register that quote the source, and the lines of issued briefs and the pages that lean on it. The exit status is 0
    where the words of all facts stand and give the values that were issued, 1 where some do not or where an issued
    brief or the register is broken, so that not all can be told, 2 where there is no such source.
    """
    folder = path if path.is_dir() else folder_of(path)
    name = source or ("" if path.is_dir() else path.name)
    if folder is None or not name:
        click.echo(f"{path}: give a file in a dossier, or a dossier and the id of one of its sources", err=True)
        raise SystemExit(UNUSABLE)
    export = _export(earlier) if earlier else None
    found, dossier, problems = impact_on(folder, name, export=export, read=read)
    if found is None or dossier is None:
        tell(problems if dossier is None else [_unknown(folder, name, dossier)])
        raise SystemExit(UNUSABLE)
    file = dossier.reports[found.source].document.file
    if form == "json":
        click.echo(dumps(_data(found)), nl=False)
    elif form == "github":
        for problem in _problems(found, file):
            click.echo(github_line(problem))
    else:
        click.echo("".join(f"{printable(one)}\n" for one in _lines(found, file)), nl=False)
    broken = tell(problem for problem in problems if problem.kind in _OF_RECORDS)
    raise SystemExit(1 if broken or any(_is_touched(one) for one in found.facts) else 0)


def _export(file: Path) -> Export:
    text, problems = read_text(file)
    if text is not None:
        export, problems = read_form(text, file.as_posix())
        if export is not None:
            tell(problems)
            return export
    tell(problems)
    raise SystemExit(UNUSABLE)


def _unknown(folder: Path, name: str, dossier: Dossier) -> Problem:
    message = f"{name!r} is not a source of the dossier {dossier.id}; its sources are {', '.join(dossier.reports)}"
    return Problem(kind="unknown-id", message=message, file=folder.as_posix())


def _lines(found: Impact, file: str) -> Iterator[str]:
    yield f"{file}: source {found.source}, {'changed' if found.changed else 'as it was recorded'}"
    if not (found.facts or found.briefs or found.decisions):
        yield "nothing leans on it"
    for fact in sorted(found.facts, key=lambda one: (_ORDER.index(one.standing), not one.moved, one.id)):
        yield f"{_where(fact, file)}: {fact.id}: {_standing(fact)}"
        for words in fact.words:
            if words.standing not in {"stand", "unknown"}:
                yield f"    {words.standing}: “{' '.join(words.exact.split())}”"
    for name in found.decisions:
        yield f"register.yaml: {name} quotes it"
    for one in found.briefs:
        brief = one.brief
        as_of = told_date(brief.as_of) if brief.as_of else ""
        issue = ", ".join(filter(None, (f"version {brief.version}" if brief.version else "", as_of)))
        then = "issued with another text" if one.changed else "issued with this text"
        yield f"issued brief {brief.id}{f' ({issue})' if issue else ''}, from the page {brief.docname}, {then}"
        for line in one.lines:
            standing = _worst(found, [leaning.fact for leaning in line.facts])
            told = f", {_WORDS[standing]}" if standing in {"gone", "moved"} else ""
            told += "".join(f", another {name}" for name in _otherwise(one, line) if standing != "gone")
            yield f"    line {line.number}{told}: {' '.join(line.text.split())}"
    for page, shown in found.pages.items():
        project = f" of {found.project}" if found.project else ""
        yield f"page {page}{project}: {', '.join(shown)}"


def _worst(found: Impact, names: Sequence[str]) -> Standing:
    """Return what became of the words behind the facts *names*; the worst of them."""
    return min((fact.standing for fact in found.facts if fact.id in names), key=_ORDER.index, default="stand")


def _otherwise(brief: BriefOn, line: IssuedLine) -> list[str]:
    """Return the fields that *line* shows and to which the source gives another value now."""
    return sorted({name for fact in line.facts for name in fact.fields if name in brief.moved.get(fact.fact, ())})


def _is_touched(fact: FactOn) -> bool:
    return fact.standing not in {"stand", "unknown"} or bool(fact.moved)


def _where(fact: FactOn, file: str) -> str:
    line = next((words.line for words in fact.words if words.line), 0)
    return f"{file}:{line}" if line else file


def _standing(fact: FactOn) -> str:
    told = _WORDS[fact.standing]
    if fact.standing != "gone":
        told += "".join(f", another {name}" for name in fact.moved)
    if not fact.known:
        return f"{told}; the dossier has the fact no more"
    others = fact.standing == "gone" and any(words.standing == "stand" for words in fact.words)
    return f"{told}, other words bear it" if others else told


def _problems(found: Impact, file: str) -> Iterator[Problem]:
    briefs = ", ".join(one.brief.id for one in found.briefs)
    for fact in found.facts:
        if not _is_touched(fact):
            continue
        line = next((words.line for words in fact.words if words.line), 0)
        told = f"; issued briefs that lean on the source: {briefs}" if briefs else ""
        message = f"{fact.id}: {_standing(fact)}{told}"
        yield Problem(kind="source-changed", message=message, file=file, line=line, about=fact.id)


def _data(found: Impact) -> dict[str, Any]:
    return {
        "schema": SCHEMA_VERSION,
        "source": found.source,
        "changed": found.changed,
        "facts": [
            {
                "id": fact.id,
                "known": fact.known,
                "standing": fact.standing,
                "moved": list(fact.moved),
                "words": [{"exact": one.exact, "standing": one.standing, "line": one.line} for one in fact.words],
            }
            for fact in found.facts
        ],
        "decisions": list(found.decisions),
        "briefs": [
            {
                "id": one.brief.id,
                "version": one.brief.version,
                "docname": one.brief.docname,
                "changed": one.changed,
                "lines": [{"number": line.number, "text": line.text} for line in one.lines],
            }
            for one in found.briefs
        ],
        "pages": {page: list(shown) for page, shown in found.pages.items()},
    }
