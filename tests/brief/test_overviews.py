from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.brief.blocks import Cite, Line, Nothing, Register, Table
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.decisions.review import under_policy

SESSION = {"type": "meeting", "kind": "joint_commission", "name": "Joint Commission", "ordinal": 8}
PACT = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports"}


@pytest.fixture
def made() -> Dossier:
    return dossier(
        report(
            "a",
            "2026-05-03",
            ("Eighth met.", {**SESSION, "status": "held", "date": "2026-05-02", "place": "Oslo", "country": "NO"}),
            ("Ninth follows.", {**SESSION, "ordinal": 9, "status": "scheduled", "date": "2028"}),
            ("Earlier than both.", {"type": "milestone", "what": "it will enter into force", "date": "2026-11"}),
            ("Ninth again.", {"type": "milestone", "what": "ninth session", "ordinal": 9, "date": "2028"}),
            ("Not signed.", {**PACT, "status": "to_be_signed"}),
            (
                "Fish signed.",
                {**PACT, "name": "treaty on fish", "subject": "fish", "status": "signed", "date": "2025-11"},
            ),
            ("They will.", {"type": "commitment", "strength": "agreed", "action": "open a line", "due": "2027"}),
            (
                "They did.",
                {"type": "commitment", "strength": "decided", "action": "waive fees", "status": "implemented"},
            ),
            ("Trade.", {"type": "figure", "value": 5, "unit": "%", "measure": "trade growth", "role": "target"}),
            ("He came.", {"type": "visit", "visitor": "Bo Lind", "country": "NO", "date": "2026-04", "status": "past"}),
        ),
        report("b", "2026-05-03", ("All signed.", {**PACT, "status": "signed"})),
    )


def table(made: Dossier, name: str, *arguments: str, **options: Any) -> Table:
    request = Request(name, arguments=arguments, options=options)
    (block,) = compose([request], {made.id: made}, Settings()).blocks[0]
    assert isinstance(block, Table)
    return block


def text(line: Line) -> str:
    return "".join("" if isinstance(part, Cite) else part.text for part in line)


def test_at_a_glance_says_where_things_stand(made: Dossier) -> None:
    rows = {text(row.cells[0]): text(row.cells[1]) for row in table(made, "at-a-glance").rows}
    assert rows["Last session"] == "8th session of the Joint Commission, Oslo, Norway, 2 May 2026"
    assert rows["Next session"] == "9th session of the Joint Commission, 2028"
    assert rows["Signed"] == "Treaty on fish"
    assert rows["To be signed"] == "Memorandum on ports (To be signed; Signed)"
    assert rows["Commitments"] == "1 open, 1 implemented"
    assert rows["Figures"] == "Trade growth: 5% target"


def test_a_timeline_is_in_order_and_keeps_the_precision(made: Dossier) -> None:
    rows = [(text(row.cells[0]), text(row.cells[1])) for row in table(made, "timeline").rows]
    assert rows == [
        ("November 2025", "Treaty on fish"),
        ("April 2026", "Visit of Bo Lind"),
        ("2 May 2026", "8th session of the Joint Commission, Oslo, Norway"),
        ("November 2026", "It will enter into force"),
        ("2027", "Open a line"),
        ("2028", "9th session of the Joint Commission"),
    ]


@pytest.fixture
def retold() -> Dossier:
    """Return a dossier in which the later report alone gives the day, the place and the status."""
    return dossier(
        report(
            "early",
            "2026-05-01",
            ("A memorandum on ports exists.", {**PACT, "status": "existing"}),
            ("The eighth session is near.", {**SESSION, "status": "scheduled"}),
        ),
        report(
            "late",
            "2026-05-03",
            ("The memorandum on ports was signed on 2 May.", {**PACT, "status": "signed", "date": "2026-05-02"}),
            ("Eighth met in Oslo.", {**SESSION, "status": "held", "date": "2026-05-02", "place": "Oslo"}),
        ),
    )


def sources(line: Line) -> list[str]:
    return [part.source for part in line if isinstance(part, Cite)]


def test_the_number_beside_a_status_is_of_the_source_that_gives_it(retold: Dossier) -> None:
    rows = {text(row.cells[0]): row.cells[1] for row in table(retold, "at-a-glance").rows}
    assert sources(rows["Signed"]) == ["late"]


def test_each_value_of_an_event_carries_its_own_source(retold: Dossier) -> None:
    rows = {text(row.cells[0]): row.cells[1] for row in table(retold, "at-a-glance").rows}
    assert text(rows["Last session"]) == "8th session of the Joint Commission, Oslo, 2 May 2026"
    assert sources(rows["Last session"])[-2:] == ["late", "late"]


def test_a_timeline_cites_the_source_of_the_day_and_of_the_status(retold: Dossier) -> None:
    for row in table(retold, "timeline").rows:
        day, _, status = row.cells
        assert (sources(day), sources(status)) == (["late"], ["late"])


def test_a_timeline_can_be_cut_to_a_span_of_time(made: Dossier) -> None:
    cut = table(made, "timeline", **{"from": "2026", "to": "2026-04-15"})
    assert [text(row.cells[0]) for row in cut.rows] == ["April 2026"]


def test_readings_stand_side_by_side_with_their_sentences(made: Dossier) -> None:
    shown = table(made, "conflicts")
    (row,) = shown.rows
    assert [column.name for column in shown.columns] == ["about", "reading-1", "reading-2"]
    assert [text(cell) for cell in row.cells] == [
        "Memorandum on ports: status", "To be signed “Not signed.”", "Signed “All signed.”",
    ]  # fmt: skip
    assert [[part.source for part in cell if isinstance(part, Cite)] for cell in row.cells[1:]] == [["a"], ["b"]]


def test_a_conflict_of_figures_is_headed_by_what_they_measure() -> None:
    trade = {"type": "figure", "measure": "trade", "role": "actual", "period": "2025", "unit": "USD"}
    made = dossier(
        report("a", "2026-05-03", ("As told first.", {**trade, "value": 98_000_000})),
        report("b", "2026-05-04", ("As told then.", {**trade, "value": 103_500_000})),
    )
    (row,) = table(made, "conflicts").rows
    shown = [text(cell).replace("\u00a0", " ") for cell in row.cells]
    assert shown[0] == "Trade (actual, 2025): value; the newer source goes first"
    assert [shown[1].startswith("USD 103.5 million"), shown[2].startswith("USD 98 million")] == [True, True]


@pytest.mark.parametrize("options", [{"state": "resolved"}, {"kind": "post date"}])
def test_conflicts_are_kept_by_state_and_kind(made: Dossier, options: dict[str, str]) -> None:
    (block,) = compose([Request("conflicts", options=options)], {made.id: made}, Settings()).blocks[0]
    assert isinstance(block, Nothing)


def test_evidence_shows_sentences_and_is_no_home(made: Dossier) -> None:
    (block,) = compose([Request("evidence", arguments=("mou-ports",))], {made.id: made}, Settings()).blocks[0]
    assert isinstance(block, Register)
    assert not block.home
    assert [passage.pieces for passage in block.entries[0].passages] == [
        (("Not signed.", True),),
        (("All signed.", True),),
    ]
    assert [(label, line[0].text) for label, line in block.entries[0].values] == [
        ("Borne by", "2 independent sources")
    ]  # what is borne out is said wherever evidence is shown, the values only at home


@pytest.mark.parametrize(
    ("as_of", "shown"), [("2027-12-31", "Open"), ("2028-01-01", "Overdue"), ("2028", "Overdue"), ("2027-06", "Open")]
)
def test_a_commitment_is_overdue_when_its_whole_due_date_has_passed(made: Dossier, as_of: str, shown: str) -> None:
    asked = [Request("commitments", options={"filter": "due != None"}), Request("at-a-glance")]
    (listed,), (glance,) = compose(asked, {made.id: made}, Settings(as_of=as_of)).blocks.values()
    assert isinstance(listed, Table)
    assert isinstance(glance, Table)
    assert text(listed.rows[0].cells[-1]) == shown
    states = {text(row.cells[0]): text(row.cells[1]) for row in glance.rows}["Commitments"]
    assert ("overdue" in states) is (shown == "Overdue")


def test_a_list_that_names_its_own_day_goes_by_it_and_the_others_by_the_pages(made: Dossier) -> None:
    kept = {"filter": "due != None"}
    asked = [
        Request("document", arguments=("A-1",), options={"as-of": "2028-01-01"}),
        Request("commitments", options={**kept, "as-of": "2027-12-31"}),
        Request("commitments", options=kept),
    ]
    page = compose(asked, {made.id: made}, Settings(as_of="2030-01-01"))
    statuses = [text(block.rows[0].cells[-1]) for (block,) in page.blocks.values() if isinstance(block, Table)]
    assert statuses == ["Open", "Overdue"]
    assert page.as_of == "2028-01-01"


def test_a_list_whose_facts_wait_for_review_does_not_say_that_there_are_none(made: Dossier) -> None:
    waiting, _ = under_policy(made, "required")
    for name, told in {"agreements": "Facts wait for review", "quotes": "None reported"}.items():
        (block,) = compose([Request(name)], {made.id: waiting}, Settings()).blocks[0]
        assert isinstance(block, Nothing)
        assert block.text == told
