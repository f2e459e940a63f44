"""A page as it is printed into an issued brief: numbered lines, the facts that each leans on, their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_bilateral.brief.blocks import (
    Badge,
    Block,
    Cards,
    Cite,
    Inline,
    Items,
    Line,
    Page,
    Paragraph,
    Section,
    Sheet,
    Table,
    Value,
)
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.records.issued import IssuedBrief, IssuedFact, IssuedLine, IssuedSource, Leaning
from sphinx_bilateral.model.exchange import SCHEMA_VERSION

BETWEEN = " · "
"""What stands between the cells of a row in the text of a line."""

_NO_FILE = re.compile(r"[^A-Za-z0-9._-]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the control block says of a brief.

    :param id: its argument. *reference*: the option, or the id.
    :param docname: the page.
    :param language: of the page, as a locale.
    """

    id: str
    reference: str
    version: str
    docname: str
    language: str


def file_name(brief: str) -> str:
    """Return the name of the file of the issued brief with the id *brief*; empty where it has no sign for one."""
    stem = _NO_FILE.sub("-", brief).strip("-.")
    return f"{stem}.json" if stem else ""


def issue(
    head: Head, page: Page, sheet: Sheet, dossiers: Mapping[str, Dossier], *, source_text: bool = True
) -> IssuedBrief:
    """Return what a reader of *sheet* sees, and what it leans on.

    :param page: what was composed; it has a control block.
    :param sheet: the page as it is printed: without registers, the sources last.
    :param source_text: whether the words of sources may stand in the record.
    """
    event = [("", sheet.control.event)] if sheet.control and sheet.control.event else []
    lines = tuple(
        IssuedLine(number=number, section=section, text=_text(line), facts=_leanings(line))
        for number, (section, line) in enumerate([*event, *_lines(sheet.blocks, "")], start=1)
    )
    names = sorted({(one.dossier, one.fact) for line in lines for one in line.facts})
    known = [(name, entry) for name, fact in names if (entry := dossiers[name].get(fact))]
    facts = tuple(IssuedFact.of(entry, dossier, source_text=source_text) for dossier, entry in known)
    leant_on = {(one.dossier, words.source) for one in facts for words in one.evidence}
    listed = {(line.dossier, line.id) for line in page.sources.lines}
    return IssuedBrief(
        schema=SCHEMA_VERSION, id=head.id, title=sheet.title, reference=head.reference, version=head.version or None,
        as_of=page.as_of or None, dossier=page.dossier, docname=head.docname, language=head.language, lines=lines,
        facts=facts, sources=tuple(_sources(sorted(leant_on | listed), dossiers)),
    )  # fmt: skip


def _sources(names: Iterable[tuple[str, str]], dossiers: Mapping[str, Dossier]) -> Iterator[IssuedSource]:
    for dossier, source in names:
        yield IssuedSource.of(dossiers[dossier].reports[source].document.source, dossier)


def _lines(blocks: Iterable[Block], section: str) -> Iterator[tuple[str, Line]]:
    """Yield each line that a reader sees, with the heading that it stands under."""
    for block in blocks:
        for head, line in _of_block(block, section):
            if _text(line):
                yield head, line


def _of_block(block: Block, section: str) -> Iterator[tuple[str, Line]]:
    match block:
        case Section():
            yield from _lines(block.blocks, block.title or section)
        case Paragraph():
            yield section, block.content
        case Items():
            for item in block.items:
                yield from _lines(item, block.title or section)
        case Table():
            for row in block.rows:
                yield block.title, _in_one(row.cells)
        case Cards():
            for label, cards in block.groups:
                for card in cards:
                    yield f"{block.title}, {label}", _in_one((card.head, *card.lines))
        case _:
            return


def _in_one(cells: Sequence[Line]) -> Line:
    from sphinx_bilateral.brief.lists import joined

    return joined([cell for cell in cells if cell], BETWEEN)


def _text(line: Line) -> str:
    """Return the words of *line* in single blanks, without source numbers, which any line above may move."""
    return _SPACE.sub(" ", "".join("" if isinstance(part, Cite) else part.text for part in line)).strip()


def _leanings(line: Line) -> tuple[Leaning, ...]:
    found: dict[tuple[str, str], set[str]] = {}
    for part in line:
        if name := _name(part):
            found.setdefault(name, set()).update(_field(part))
    return tuple(
        Leaning(dossier=dossier, fact=fact, fields=tuple(sorted(fields)))
        for (dossier, fact), fields in sorted(found.items())
    )


def _name(part: Inline) -> tuple[str, str] | None:
    return (part.dossier, part.fact) if isinstance(part, Value | Badge | Cite) and part.fact else None


def _field(part: Inline) -> tuple[str, ...]:
    if isinstance(part, Value):
        return (part.field,) if part.field != "evidence" else ()
    return (part.name,) if isinstance(part, Badge) and part.name else ()
