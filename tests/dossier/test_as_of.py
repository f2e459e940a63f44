"""A dossier on a day: what was known, what was late."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from deciding import DESK, decided
from making import dossier, report

from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.cli import main
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.as_of import as_of, later_titles
from sphinx_bilateral.dossier.decisions.review import under_policy
from sphinx_bilateral.dossier.due import due_problems
from sphinx_bilateral.dossier.queries import select

PORTS: dict[str, Any] = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports",
                         "status": "to_be_signed"}  # fmt: skip
NINTH: dict[str, Any] = {
    "type": "milestone",
    "what": "ninth session of the joint commission",
    "ordinal": 9,
    "date": "2027",
}
SESSION: dict[str, Any] = {"type": "meeting", "kind": "joint_commission", "ordinal": 9, "status": "held",
                           "date": "2027-03-01"}  # fmt: skip
DREDGE: dict[str, Any] = {"type": "commitment", "strength": "agreed", "action": "dredge the harbour",
                          "actors": ["NO"], "due": "2026-06"}  # fmt: skip


@pytest.fixture
def made() -> Dossier:
    return dossier(
        report("may", "2026-05-03", ("To be signed.", PORTS), ("The ninth is due in 2027.", NINTH)),
        report("july", "2026-07-03", ("Signed.", {**PORTS, "status": "signed", "date": "2026-07-02"})),
        report("march", "2027-03-02", ("The ninth met.", SESSION), ("They agreed to dredge.", DREDGE)),
    )


@pytest.mark.parametrize(
    ("day", "status"),
    [("2026-05-03", "to_be_signed"), ("2026-07-02", "to_be_signed"), ("2026-07-03", "signed"), ("2026-07", "signed")],
)
def test_an_instrument_is_signed_once_a_report_says_so(made: Dossier, day: str, status: str) -> None:
    fact = as_of(made, day).entries["mou-ports"].fact
    assert fact.get("status") == status
    assert [span.source for span in fact.evidence] == (["may"] if status == "to_be_signed" else ["may", "july"])


def test_what_stands_only_in_later_reports_is_not_listed_and_is_told_where_it_is_asked_for(made: Dossier) -> None:
    then = as_of(made, "2026-08-01")
    assert [entry.fact.id for entry in select(then, "", [])[0]] == ["mou-ports", "joint-commission-9"]
    asked = [Request("commitments", options={"as-of": "2026-08-01"}), Request("fact", "role", ("dredge-harbour",))]
    page = compose(asked, {made.id: made}, Settings(as_of="2026-08-01"))
    assert "None reported" in str(page.blocks[0])
    ((_, problem),) = page.problems
    assert problem.message.endswith("stands only in sources that are newer than 1 August 2026 and is not printed")


def test_a_session_that_was_held_later_is_still_announced(made: Dossier) -> None:
    then = as_of(made, "2026-08-01").entries["joint-commission-9"]
    assert (then.fact.type, then.fact.get("date"), then.printed) == ("milestone", "2027", True)
    assert as_of(made, "2027-03-02").entries["joint-commission-9"].fact.get("status") == "held"


def test_without_a_day_or_with_that_of_the_newest_source_all_is_there(made: Dossier) -> None:
    assert as_of(made, None) is made
    assert as_of(made, "2027-03-02") is made


def test_a_source_without_a_date_counts_on_every_day() -> None:
    made = dossier(report("undated", None, ("To be signed.", PORTS)), report("july", "2026-07-03", ("Dredge.", DREDGE)))
    assert as_of(made, "2020").entries["mou-ports"].printed
    assert not as_of(made, "2020").entries["dredge-harbour"].printed


def test_a_control_block_counts_the_sources_of_its_day(made: Dossier) -> None:
    document = Request("document", arguments=("A-1",), options={"as-of": "2026-06-01"})
    page = compose([document], {made.id: made}, Settings())
    assert "1 report, the newest of 3 May 2026" in str(page.blocks)


def test_a_reading_that_came_later_is_no_conflict_yet() -> None:
    made = dossier(
        report("a", "2026-05-03", ("Signed.", {**PORTS, "status": "signed"})),
        report("b", "2026-05-05", ("Denied.", {**PORTS, "status": "denied"})),
    )
    assert [one.kind for one in made.conflicts] == ["status"]
    assert as_of(made, "2026-05-04").conflicts == ()


@pytest.mark.parametrize(
    ("kind", "day", "status"),
    [("meeting", "2026-05-04", "ongoing"), ("meeting", "2026-05-05", "held"), ("visit", "2026-05-05", "past"),
     ("visit", "2026-05", "ongoing")],
)  # fmt: skip
def test_what_went_on_is_over_where_its_days_have_passed(kind: str, day: str, status: str) -> None:
    event = {"meeting": {**SESSION, "date": "2026-05-03/2026-05-04", "status": "ongoing"},
             "visit": {"type": "visit", "visitor": "Ada Vance", "country": "KA", "date": "2026-05-03/2026-05-04",
                       "status": "ongoing"}}[kind]  # fmt: skip
    then = as_of(dossier(report("a", "2026-05-03", ("It goes on.", event))), day)
    assert [entry.fact.get("status") for entry in then.entries.values()] == [status]


def test_what_goes_on_without_a_date_goes_on() -> None:
    made = dossier(report("a", "2026-05-03", ("It goes on.", {**SESSION, "date": None, "status": "ongoing"})))
    assert [entry.fact.get("status") for entry in as_of(made, "2030").entries.values()] == ["ongoing"]


def test_what_was_held_back_or_rejected_stays_so_on_every_day(made: Dossier, tmp_path: Path) -> None:
    held, _ = under_policy(made, "required")
    assert not [name for name, entry in as_of(held, "2026-05-03").entries.items() if entry.printed]
    reports = list(made.reports.values())
    rejected = decided(tmp_path, f"reject:\n  mou-ports:\n{DESK}", *reports)
    assert not as_of(rejected, "2026-05-03").entries["mou-ports"].printed


def late(made: Dossier, day: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.about) for one in due_problems(as_of(made, day), day)]


@pytest.mark.parametrize(
    ("due", "status", "day", "is_late"),
    [
        ("2026-06", "open", "2026-06-30", False), ("2026-06", "open", "2026-07-01", True),
        ("2026-06", "in_progress", "2026-07-01", True), ("2026-06", "implemented", "2026-07-01", False),
        (None, "open", "2030-01-01", False), ("2026-06-15", "open", "2026-06", False),
    ],
)  # fmt: skip
def test_a_commitment_is_overdue_once_its_whole_due_date_has_passed(
    due: str | None, status: str, day: str, is_late: bool
) -> None:
    made = dossier(report("a", "2026-05-03", ("They agreed to dredge.", {**DREDGE, "due": due, "status": status})))
    assert late(made, day) == ([("commitment-overdue", "dredge-harbour")] if is_late else [])


PLANNED: dict[str, Any] = {"type": "meeting", "kind": "talks", "status": "scheduled", "date": "2026-06-10"}
TRIP: dict[str, Any] = {"type": "visit", "visitor": "Yusuf Halimi", "country": "KA", "date": "2026-06",
                        "status": "planned"}  # fmt: skip


@pytest.mark.parametrize(("announced", "name"), [(PLANNED, "talks-2026-06-10"), (TRIP, "visit-halimi-ka-2026-06")])
def test_an_event_without_an_outcome_is_past_due(announced: dict[str, Any], name: str) -> None:
    made = dossier(report("a", "2026-05-03", ("It is planned.", announced)))
    assert late(made, "2026-06-30") == ([("event-past-due", name)] if announced is PLANNED else [])
    assert late(made, "2026-07-01") == [("event-past-due", name)]


@pytest.mark.parametrize(
    ("announced", "outcome"),
    [
        (PLANNED, {**PLANNED, "status": "held"}),
        (PLANNED, {**PLANNED, "status": "held", "date": "2026-06-12"}),
        (TRIP, {**TRIP, "status": "past", "visitor": "Youssef Halimi", "date": "2026-06-20"}),
        (NINTH, {**SESSION, "date": "2028-01-10"}),
        ({"type": "milestone", "what": "entry into force of the ports memorandum", "date": "2026-06"},
         {**PORTS, "status": "in_force"}),
    ],
)  # fmt: skip
def test_an_event_with_an_outcome_is_not(announced: dict[str, Any], outcome: dict[str, Any]) -> None:
    made = dossier(report("a", "2026-05-03", ("It is planned.", announced)))
    assert [kind for kind, _ in late(made, "2029-01-01")] == ["event-past-due"]
    both = dossier(
        report("a", "2026-05-03", ("It is planned.", announced)), report("b", "2028-02-01", ("So.", outcome))
    )
    assert late(both, "2029-01-01") == []


def test_another_visitor_or_a_postponed_event_is_no_outcome_and_not_past_due() -> None:
    other = {**TRIP, "visitor": "Karim Halimi", "status": "past"}
    made = dossier(report("a", "2026-05-03", ("Planned.", TRIP)), report("b", "2026-07-02", ("He came.", other)))
    assert [kind for kind, _ in late(made, "2026-07-03")] == ["event-past-due"]
    assert late(dossier(report("a", "2026-05-03", ("Put off.", {**PLANNED, "status": "postponed"}))), "2027") == []


def test_a_finding_stands_where_the_source_says_it(made: Dossier) -> None:
    (found,) = due_problems(made, "2027-03-03")
    assert (found.file, found.line, found.text) == ("march.txt", 3, "They agreed to dredge.")
    assert (
        found.message
        == "dredge-harbour: was due June 2026, and in no report until 3 March 2027 did the reader find that it was done"
    )


def test_a_page_tells_once_what_is_late_on_its_day_and_nothing_of_today(made: Dossier) -> None:
    document = Request("document", arguments=("A-1",), options={"as-of": "2027-03-03"})
    asked = [document, Request("commitments", line=9), Request("timeline", line=12)]
    page = compose(asked, {made.id: made}, Settings())
    assert [(number, one.kind, one.line) for number, one in page.problems] == [(1, "commitment-overdue", 9)]


def test_a_list_of_conflicts_tells_of_no_promise_that_it_does_not_show(made: Dossier) -> None:
    document = Request("document", arguments=("A-1",), options={"as-of": "2027-03-03"})
    assert compose([document, Request("conflicts", line=9)], {made.id: made}, Settings()).problems == ()


FOLDER = {
    "dossier.yaml": "title: Norway and Kenya\nparties: ['NO', KE]\nsources:\n"
    "  may.txt: {publisher: Fjord Post, published: 2026-05-03}\n",
    "may.txt": "Norway and Kenya\n\nOSLO: Norway and Kenya will hold talks in Oslo on June 10, 2026.\n",
}


@pytest.mark.parametrize(
    ("arguments", "told"), [([], False), (["--as-of", "2026-06-10"], False), (["--as-of", "2026-06-11"], True)]
)
def test_check_tells_what_is_late_on_the_day_that_is_asked(tmp_path: Path, arguments: list[str], told: bool) -> None:
    for name, text in FOLDER.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(tmp_path), *arguments])
    assert ("may.txt:3:" in done.stdout and "event-past-due: talks-2026-06-10" in done.stdout) is told
    assert done.exit_code == int(told)


def test_check_takes_today_and_refuses_what_is_no_day(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("title: Empty\nparties: ['NO', KE]\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["check", str(tmp_path), "--as-of", "today"]).exit_code == 0
    refused = CliRunner().invoke(main, ["check", str(tmp_path), "--as-of", "soon"])
    assert refused.exit_code == 2
    assert "or today" in refused.output


@pytest.mark.parametrize(("until", "told"), [("2026-06", "June 2026"), ("../2026-06-30", "30 June 2026")])
def test_the_end_of_a_post_is_told_in_words(until: str, told: str) -> None:
    rono = {"type": "participant", "name": "Ben Rono", "title": "Trade Minister", "side": "KE", "until": until}
    made = dossier(report("may", "2026-05-03", ("Minister Ben Rono spoke.", rono)))
    ((kind, about, message),) = later_titles(made.entries.values(), made, "2026-07-02")
    assert (kind, about) == ("post-asof", "rono")
    assert message == f"rono: 'Trade Minister' is the title on 2 July 2026; the post was to be left by {told}"
