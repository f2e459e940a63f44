"""What goes on the one page: from the blocks of a web page, or from the facts of a dossier alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sphinx_bilateral.brief.blocks import (
    Block,
    Control,
    Line,
    Nothing,
    Page,
    Register,
    Section,
    Sheet,
    Sources,
    Table,
    Value,
)
from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.brief.compose import compose, newest_source
from sphinx_bilateral.brief.profiles import Profile
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.facts import Meeting
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.value_words import value_text

# What the web page holds in full, and what a list without rows would say: no use of the one page's room.
_LEFT_TO_THE_WEB_PAGE = (Register, Nothing)

_OF_FACTS_ALONE = frozenset({"list", "overview"})
"""The groups of directives that show facts of a dossier without being told which."""


def page_sheet(title: str, page: Page, blocks: Sequence[Block], *, language: str = "en-GB") -> Sheet:
    """Return the sheet of a web page.

    :param title: of the page.
    :param blocks: all its blocks in the order of the document: the officer's sections, the lists, the control block.
    """
    control = next((block for block in blocks if isinstance(block, Control)), None)
    if control is None and page.marking:
        # A page that carries a marking in its sections alone is no less marked in print.
        control = Control("", page.marking, "", (), marking_known=page.marking_known)
    body = tuple(block for block in _flat(blocks) if not isinstance(block, (Control, Sources, *_LEFT_TO_THE_WEB_PAGE)))
    sources = (page.sources,) if page.sources.lines else ()
    return Sheet(title, _subtitle(control), control, (*body, *sources), _foot(control), language)


def _flat(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with those that the one page leaves out removed from the officer's sections too.

    A section that holds a register is the register's: the words that lead to it go with it.
    """
    kept: list[Block] = []
    for block in blocks:
        if not isinstance(block, Section):
            kept.append(_without_sentences(block) if isinstance(block, Table) else block)
        elif not any(isinstance(item, Register) for item in block.blocks):
            inner = tuple(item for item in block.blocks if not isinstance(item, (Sources, *_LEFT_TO_THE_WEB_PAGE)))
            kept += [Section(block.kind, block.title, inner)] if inner else []
    return kept


def _without_sentences(table: Table) -> Table:
    """Return *table* with the sentences cut that readings stand in: their source numbers are enough in print."""
    rows = tuple(replace(row, cells=tuple(map(_cut, row.cells))) for row in table.rows)
    return replace(table, rows=rows)


def _cut(cell: Line) -> Line:
    at = next((n for n, part in enumerate(cell) if isinstance(part, Value) and part.field == "evidence"), None)
    # A blank stands before the sentence.
    return cell if at is None else cell[: at - 1]


def _subtitle(control: Control | None) -> str:
    event = control.event if control else ()
    return "".join(inline.text for inline in event if hasattr(inline, "text"))


def _foot(control: Control | None) -> str:
    return control.reference if control else ""


def dossier_sheet(dossier: Dossier, profile: Profile, settings: Settings) -> tuple[Sheet, tuple[Problem, ...]]:
    """Return the sheet of the facts of *dossier* alone: the lists and overviews of *profile*, in its order."""
    shown = [rule.show for rule in profile.sections if DIRECTIVES[rule.show].group in _OF_FACTS_ALONE]
    options = {"dossier": dossier.id}
    requests = [Request(name, options={**options, "style": "cards"} if name == "people" else options) for name in shown]
    page = compose(requests, {dossier.id: dossier}, settings)
    blocks = [block for number in sorted(page.blocks) for block in page.blocks[number]]
    sheet = page_sheet(dossier.title, page, blocks)
    wording = Wording(settings.locale, dossier.parties, settings.translate)
    return (
        Sheet(sheet.title, _last_session(dossier, wording), None, sheet.blocks, _as_of(dossier, wording)),
        tuple(problem for _, problem in page.problems),
    )


def _last_session(dossier: Dossier, wording: Wording) -> str:
    held = [
        entry.fact
        for entry in dossier.entries.values()
        if isinstance(entry.fact, Meeting) and entry.printed and entry.fact.took_place
    ]
    if not held:
        return ""
    last = held[-1]
    parts = (
        value_text(last, name, last.get(name) or last.kind, wording)
        for name in ("name", "place", "date")
        if last.get(name)
    )
    return ", ".join(parts)


def _as_of(dossier: Dossier, wording: Wording) -> str:
    newest = newest_source(dossier)
    return wording.say("As of {date}", date=wording.date(newest)) if newest else ""
