"""What messages say of values: as a person writes them; the data of a problem stays as the sources gave it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from deciding import DESK, decided, problem
from making import dossier, report

from sphinx_bilateral.dossier import Report
from sphinx_bilateral.dossier.as_of import as_of
from sphinx_bilateral.dossier.due import due_problems

PORTS = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "signed"}
TRADE = {"type": "figure", "measure": "trade", "role": "actual", "period": "2025", "unit": "USD"}
TALKS = {"type": "meeting", "kind": "joint_commission", "ordinal": 4, "status": "held"}
HARBOUR = {
    "type": "commitment", "actors": ["NO"], "strength": "agreed", "action": "dredge the harbour", "due": "2026-06",
    "status": "open",
}  # fmt: skip


def two(one: dict[str, Any], other: dict[str, Any]) -> list[Report]:
    return [report("a", "2026-05-03", ("As told first.", one)), report("b", "2026-05-04", ("As told then.", other))]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            {**PORTS, "status": "signed"}, {**PORTS, "status": "under_negotiation"},
            "mou-ports: sources give status as under negotiation / signed",
        ),
        (
            {**TRADE, "value": 98_000_000}, {**TRADE, "value": 103_500_000},
            "actual-trade-2025: sources give value as USD 103.5 million / USD 98 million; the first is of the newer",
        ),
        (
            {**TALKS, "date": "2026-04-28"}, {**TALKS, "date": "2026-04-29"},
            "joint-commission-4: sources give date as 29 April 2026 / 28 April 2026",
        ),
    ],
)  # fmt: skip
def test_a_conflict_is_told_in_words(one: dict[str, Any], other: dict[str, Any], told: str) -> None:
    made = dossier(*two(one, other))
    (found,) = [each for each in made.problems if each.kind == "conflict"]
    assert found.message.startswith(told)
    # What a program reads is the values themselves.
    name = found.property or ""
    assert {reading.value for reading in found.readings} == {one[name], other[name]}


@pytest.mark.parametrize("preferred", ["98000000", "USD 98 million", "usd 98 million"])
def test_a_reading_is_preferred_in_the_words_in_which_it_was_told(tmp_path: Path, preferred: str) -> None:
    reports = two({**TRADE, "value": 98_000_000}, {**TRADE, "value": 103_500_000})
    made = decided(tmp_path, f"resolve:\n  actual-trade-2025.value:\n    preferred: {preferred}\n{DESK}", *reports)
    assert made.entries["actual-trade-2025"].fact.get("value") == 98_000_000
    assert [one.state for one in made.conflicts] == ["resolved"]


def test_a_preferred_value_that_no_source_gives_is_told_with_those_that_do(tmp_path: Path) -> None:
    reports = two({**TRADE, "value": 98_000_000}, {**TRADE, "value": 103_500_000})
    made = decided(tmp_path, f"resolve:\n  actual-trade-2025.value:\n    preferred: 97000000\n{DESK}", *reports)
    found = problem(made)
    assert (found.line, found.column) == (3, 5)
    assert "but USD 103.5 million / USD 98 million; to say something else, amend the fact" in found.message
    assert [one.state for one in made.conflicts] == ["open"]


def test_a_value_that_no_source_gives_is_told_in_words(tmp_path: Path) -> None:
    made = decided(tmp_path, f"amend:\n  mou-ports:\n    status: in_force\n{DESK}", report("a", None, ("P.", PORTS)))
    assert problem(made, "ungrounded").message == (
        "mou-ports: no source says that status is in force; quote the words that do, under evidence"
    )


@pytest.mark.parametrize("register", ["accept: [\n", "reject: 17\n"])
def test_what_rests_on_one_source_and_what_is_late_are_told_though_the_register_cannot_be_read(
    tmp_path: Path, register: str
) -> None:
    rail = {**PORTS, "name": "memorandum on rail", "subject": "rail"}
    reports = [
        report("a", "2026-05-03", ("One.", PORTS), ("Rail.", rail), ("Dredging.", HARBOUR)),
        report("b", "2026-05-04", ("Two.", PORTS)),
    ]
    made = decided(tmp_path, register, *reports)
    assert not any(entry.printed for entry in made.entries.values())
    assert problem(made, "single-source").message == "1 fact rests on a single source: mou-rail"
    late = list(due_problems(as_of(made, "2026-08-01"), "2026-08-01"))
    assert [one.about for one in late] == ["dredge-harbour"]


def test_a_fact_that_was_rejected_is_not_told_of(tmp_path: Path) -> None:
    rail = {**PORTS, "name": "memorandum on rail", "subject": "rail"}
    reports = [
        report("a", "2026-05-03", ("One.", PORTS), ("Rail.", rail)),
        report("b", "2026-05-04", ("Two.", PORTS)),
    ]
    made = decided(tmp_path, f"reject:\n  mou-rail:\n{DESK}", *reports)
    assert [one.kind for one in made.problems] == []
