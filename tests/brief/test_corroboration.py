"""How well a fact is borne, where a reader of the brief sees it."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.brief.blocks import Cite, Items, Line, Nothing, Register, Table
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier import Dossier

PORTS = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "signed"}
RAIL = {**PORTS, "name": "memorandum on rail", "subject": "rail"}
FISH = {**PORTS, "name": "memorandum on fish", "subject": "fish"}
TRADE = {"type": "figure", "value": 5, "unit": "USD", "measure": "trade", "role": "actual", "period": "2025"}


@pytest.fixture
def made() -> Dossier:
    return dossier(
        report("a", "2026-05-03", ("Ports.", PORTS), ("Rail.", RAIL), ("Fish.", FISH), ("Five.", TRADE)),
        report("b", "2026-05-04", ("All ports.", PORTS), ("Six.", {**TRADE, "value": 6})),
        report("c", "2026-05-04", ("All rail.", RAIL), same_origin_as="a"),
    )


def shown(made: Dossier, name: str, *arguments: str, **options: Any) -> Any:
    (block,) = compose([Request(name, arguments=arguments, options=options)], {made.id: made}, Settings()).blocks[0]
    return block


def text(line: Line) -> str:
    return "".join("" if isinstance(part, Cite) else part.text for part in line)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mou-ports", "2 independent sources"),
        ("mou-rail", "2 reports of one origin"),
        ("mou-fish", "a single source"),
    ],
)
@pytest.mark.parametrize("directive", ["evidence", "register"])
def test_evidence_says_how_many_sources_there_are(made: Dossier, directive: str, name: str, told: str) -> None:
    block = shown(made, directive, name)
    assert isinstance(block, Register)
    assert {label: text(line) for label, line in block.entries[0].values}["Borne by"] == told


def test_a_list_can_keep_what_is_borne_out(made: Dossier) -> None:
    block = shown(made, "agreements", filter="origins >= 2", style="list")
    assert isinstance(block, Items)
    assert len(block.items) == 1
    rest = shown(made, "agreements", filter='origins < 2 and status == "signed"')
    assert isinstance(rest, Table)
    assert {row.fact for row in rest.rows} == {"mou-rail", "mou-fish"}
    assert isinstance(shown(made, "agreements", filter="origins > 2"), Nothing)


def test_a_row_says_why_a_reading_goes_first(made: Dossier) -> None:
    block = shown(made, "conflicts")
    assert isinstance(block, Table)
    (row,) = block.rows
    assert text(row.cells[0]).endswith("; the newer source goes first")
    assert text(row.cells[1]).startswith("USD\u00a06")
