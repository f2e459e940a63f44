"""The open list of a session, of two invented sessions and one to come."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.brief.blocks import Cite, Fault, Line, Nothing, Paragraph, Table
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier import Dossier

SESSION = {"type": "meeting", "kind": "joint_commission", "name": "Joint Commission", "status": "held"}
PROMISE = {"type": "commitment", "actors": ["NO", "KA"], "strength": "agreed"}
TUNNEL = {**PROMISE, "action": "build a railway tunnel"}


@pytest.fixture
def made() -> Dossier:
    return dossier(
        report(
            "first",
            "2026-05-04",
            ("The eighth met.", {**SESSION, "ordinal": 8, "date": "2026-05-03"}),
            ("On rails.", TUNNEL),
            ("On visas.", {**PROMISE, "action": "waive visa fees"}),
        ),
        report("note", "2026-11-20", ("They dig.", {**TUNNEL, "status": "in_progress"})),
        report("deed", "2026-12-01", ("Waived.", {**PROMISE, "action": "waived visa fees", "status": "implemented"})),
        report(
            "second",
            "2027-06-02",
            ("The ninth met.", {**SESSION, "ordinal": 9, "date": "2027-06-01"}),
            ("On fish.", {**PROMISE, "action": "count cod together"}),
            ("The tenth.", {**SESSION, "ordinal": 10, "date": "2028", "status": "scheduled"}),
        ),
    )  # fmt: skip


def shown(made: Dossier, session: str, **more: Any) -> Any:
    request = Request("commitments", options={"carried-over": session, **more})
    (block,) = compose([request], {made.id: made}, Settings()).blocks[0]
    return block


def text(line: Line) -> str:
    return "".join("" if isinstance(part, Cite) else part.text for part in line)


def test_what_is_open_stands_with_the_day_on_which_it_was_last_told(made: Dossier) -> None:
    table = shown(made, "joint-commission-9")
    assert isinstance(table, Table)
    assert [column.label for column in table.columns][-2:] == ["Status", "Last told"]
    ((_, cells),) = [(row.fact, row.cells) for row in table.rows]
    assert [text(cell) for cell in cells] == [
        "Build a railway tunnel", "Both sides", "Agreed", "In progress", "20 November 2026",
    ]  # fmt: skip


def test_the_list_of_a_session_to_come_is_of_the_last_one_held(made: Dossier) -> None:
    (row,) = shown(made, "joint-commission-10").rows
    assert text(row.cells[0]) == "Count cod together"


def test_the_first_session_carries_nothing_over(made: Dossier) -> None:
    assert isinstance(shown(made, "joint-commission-8"), Nothing)


def test_a_session_that_is_none_is_marked(made: Dossier) -> None:
    block = shown(made, "joint-commission-11")
    assert isinstance(block, Paragraph)
    assert isinstance(block.content[0], Fault)
