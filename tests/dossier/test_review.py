"""A register applied: what people decided about facts has the last word, and news after it is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from deciding import DESK, decided, problem, told
from making import dossier, report

from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.dossier.decisions.review import under_policy
from sphinx_bilateral.dossier.queries import select

PORTS = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "finalising"}
RAIL = {**PORTS, "name": "memorandum on rail", "subject": "rail", "certainty": "unsettled", "open": ["status"]}
DEFENCE = {"type": "participant", "name": "Ada Vance", "title": "Defence Minister", "side": "NO", "role": "co_chair"}
PRODUCTION = {**DEFENCE, "title": "Minister for Defence Production"}

PORTS_ARE = ("subject: ports", "status: finalising")
RAIL_IS = ("subject: rail", "status: finalising")
"""What somebody who accepts them has weighed."""


def reports(*more: Report) -> list[Report]:
    return [
        report("a", "2026-05-03", ("Ports are underway.", PORTS), ("Rail, perhaps.", RAIL), ("A. Vance.", DEFENCE)),
        report("b", "2026-05-04", ("Ada Vance, who makes arms, chaired.", PRODUCTION)),
        *more,
    ]  # fmt: skip


def entry(section: str, name: str, *lines: str) -> str:
    return f"{section}:\n  {name}:\n" + "".join(f"    {line}\n" for line in lines) + DESK


def values(made: Dossier, name: str) -> dict[str, Any]:
    return made.entries[name].fact.model_dump()


# What was accepted and rejected


def test_an_unsettled_fact_is_printed_once_a_person_accepts_it(tmp_path: Path) -> None:
    assert not dossier(*reports()).entries["mou-rail"].printed
    made = decided(tmp_path, entry("accept", "mou-rail", *RAIL_IS), *reports())
    fact = made.entries["mou-rail"].fact
    assert made.entries["mou-rail"].printed
    assert fact.review is not None
    assert (fact.review.state, fact.review.who, fact.review.when) == ("accepted", "Nordic desk", "2026-05-10")


def test_a_rejected_fact_is_not_printed_and_says_why(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("reject", "mou-ports"), *reports())
    assert select(made, "agreement", ())[0] == []
    assert select(made, "agreement", ("mou-ports",)) == ([], ("mou-ports",))
    assert made.entries["mou-ports"].withheld == "was rejected by Nordic desk on 10 May 2026"


def test_nothing_hangs_on_an_event_that_was_rejected(tmp_path: Path) -> None:
    session = {"type": "meeting", "kind": "joint_commission", "ordinal": 8, "status": "held", "date": "2026-05-03"}
    more = report("c", "2026-05-03", ("The eighth met.", session), ("Bo Lind chaired.", {**DEFENCE, "name": "Bo Lind"}))
    made = decided(tmp_path, entry("reject", "joint-commission-8"), *reports(more))
    assert select(dossier(*reports(more)), "participant", ("joint-commission-8",))[0]
    assert select(made, "participant", ("joint-commission-8",)) == ([], ("joint-commission-8",))


def test_a_conflict_about_a_rejected_fact_needs_no_weighing(tmp_path: Path) -> None:
    assert problem(dossier(*reports()), "conflict").about == "vance"
    assert not [one for one in told(decided(tmp_path, entry("reject", "vance"), *reports())) if one[0] == "conflict"]


def test_what_is_accepted_and_rejected_is_rejected_and_told(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("accept", "mou-rail", *RAIL_IS) + entry("reject", "mou-rail"), *reports())
    assert not made.entries["mou-rail"].printed
    found = problem(made)
    assert (found.line, "accepted in line 2" in found.message) == (9, True)


@pytest.mark.parametrize("section", ["accept", "amend", "reject"])
def test_an_unknown_id_is_told_with_the_nearest(tmp_path: Path, section: str) -> None:
    made = decided(
        tmp_path, entry(section, "mou-port", *(["status: signed"] if section == "amend" else [])), *reports()
    )
    found = problem(made)
    assert (found.line, found.column, found.suggestion) == (2, 3, "mou-ports")
    assert "there is no fact 'mou-port'; nearest are mou-ports" in found.message


def test_a_fact_is_decided_about_once_whatever_it_is_called(tmp_path: Path) -> None:
    text = "accept:\n" + "".join(
        f"  {name}: {{subject: rail, status: finalising, who: x, when: 2026-05-10, why: x}}\n"
        for name in ("mou-rail", "railway")
    )
    made = decided(tmp_path, text, *reports(), aliases={"railway": "mou-rail"})
    assert (problem(made).line, made.entries["mou-rail"].printed) == (3, True)


# What was accepted, and is something else now


def test_an_approval_is_of_what_was_weighed_and_not_of_an_id(tmp_path: Path) -> None:
    """Else a report that is corrected would be printed as accepted."""
    corrected = report("a", "2026-05-03", ("Rail, perhaps.", {**RAIL, "status": "signed"}))
    made = decided(tmp_path, entry("accept", "mou-rail", *RAIL_IS), corrected)
    assert made.entries["mou-rail"].fact.review is None
    assert not made.entries["mou-rail"].printed
    found = problem(made, "superseded")
    assert (found.line, found.about) == (2, "mou-rail")
    assert (
        "accepted on 10 May 2026, and is something else now: status is signed, and was accepted as being finalised"
        in found.message
    )


def test_what_came_to_be_known_since_was_not_weighed(tmp_path: Path) -> None:
    dated = report("a", "2026-05-03", ("Rail, perhaps.", {**RAIL, "date": "2026-05"}))
    made = decided(tmp_path, entry("accept", "mou-rail", *RAIL_IS), dated)
    assert "date: 2026-05, which was not weighed" in problem(made, "superseded").message
    made = decided(tmp_path, entry("accept", "mou-rail", *RAIL_IS, "date: 2026-05"), dated)
    assert (told(made), made.entries["mou-rail"].printed) == ([], True)


@pytest.mark.parametrize("value", ["", "~"])
def test_that_nothing_is_known_can_be_accepted(tmp_path: Path, value: str) -> None:
    undated = decided(tmp_path, entry("accept", "mou-rail", *RAIL_IS, f"date: {value}"), *reports())
    assert undated.entries["mou-rail"].printed
    dated = report("a", "2026-05-03", ("Rail, perhaps.", {**RAIL, "date": "2026-05"}))
    made = decided(tmp_path, entry("accept", "mou-rail", *RAIL_IS, f"date: {value}"), dated)
    assert "date is May 2026, and was accepted as not given" in problem(made, "superseded").message


def test_an_approval_that_does_not_say_of_what_is_told_with_what_to_write(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("accept", "mou-rail"), *reports())
    assert not made.entries["mou-rail"].printed
    message = problem(made).message
    assert message.endswith("add what the fact says: subject: rail, status: finalising")
    lines = message.rpartition("fact says: ")[2].split(", ")
    assert decided(tmp_path, entry("accept", "mou-rail", *lines), *reports()).entries["mou-rail"].printed


def test_a_value_that_the_fact_cannot_have_is_told_at_its_line(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("accept", "mou-rail", "subject: rail", "due: 2027"), *reports())
    assert (problem(made).line, "without a field 'due'" in problem(made).message) == (4, True)
    assert not made.entries["mou-rail"].printed


def test_what_is_accepted_is_what_is_shown_once_a_conflict_is_resolved(tmp_path: Path) -> None:
    chosen = entry("resolve", "vance.title", "preferred: Defence Minister")
    text = chosen + entry("accept", "vance", "title: Defence Minister", "side: NO")
    made = decided(tmp_path, text, *reports())
    assert told(made) == []
    assert made.entries["vance"].reviewed


@pytest.mark.parametrize(
    "text", [entry("accept", "mou-fish", "subject: fish", "status: finalising"), entry("reject", "mou-fish")]
)
def test_what_a_person_decided_about_is_no_more_told_as_said_by_a_headline_only(tmp_path: Path, text: str) -> None:
    headline = report("a", "2026-05-03", ("Fish paper soon", {**PORTS, "subject": "fish", "zone": "headline"}))
    assert [one.kind for one in dossier(headline).problems] == ["headline-only"]
    assert told(decided(tmp_path, text, headline)) == []


# What cannot be read


@pytest.mark.parametrize("text", ["reject: [mou-ports\n", "reject: 7\n", entry("rejct", "mou-ports"), "- reject\n"])
def test_where_nobody_knows_what_was_rejected_nothing_is_printed(tmp_path: Path, text: str) -> None:
    made = decided(tmp_path, text, *reports())
    assert made.undecided
    assert {one.withheld for one in made.entries.values()} == {"cannot be judged, since register.yaml cannot be read,"}


def test_a_second_section_of_one_name_is_not_read_and_may_reject(tmp_path: Path) -> None:
    """As two branches leave them that were merged without looking."""
    made = decided(tmp_path, entry("reject", "mou-rail") + entry("reject", "mou-ports"), *reports())
    assert made.undecided
    assert (problem(made).line, "stands twice" in problem(made).message) == (6, True)


@pytest.mark.parametrize("fault", ["who: x", "whom: x, who: x, when: 2026-05-10, why: x"])
def test_a_fact_that_an_entry_with_a_fault_rejects_is_not_printed(tmp_path: Path, fault: str) -> None:
    text = entry("accept", "mou-ports", *PORTS_ARE) + f"reject:\n  harbours: {{{fault}}}\n"
    made = decided(tmp_path, text, *reports(), aliases={"harbours": "mou-ports"})
    assert "rejected by an entry of register.yaml that has a fault" in made.entries["mou-ports"].withheld
    assert made.entries["vance"].printed


# What was amended


def test_an_amended_value_is_shown_with_its_evidence_and_the_one_that_was_read_is_kept(tmp_path: Path) -> None:
    more = report("c", "2026-05-08", ("Intro.", {**DEFENCE, "name": "Bo Lind", "side": "KA"}))
    gazette = report("gazette", "2026-05-09", ("The ports paper was “signed” on 7 May.", {**RAIL, "subject": "fish"}))
    text = entry(
        "amend", "mou-ports", "status: signed", "date: 2026-05-07", "evidence:",
        "  - source: gazette", '    exact: ports paper was "signed" on 7 May',
    )  # fmt: skip
    made = decided(tmp_path, text, *reports(more, gazette))
    ports = made.entries["mou-ports"]
    assert (ports.fact.get("status"), ports.fact.get("date"), ports.printed) == ("signed", "2026-05-07", True)
    for name in ("status", "date"):
        (span,) = ports.evidence_of(name)
        assert (span.source, span.exact) == ("gazette", "ports paper was “signed” on 7 May")
        assert made.reports["gazette"].document.text[span.start : span.end] == span.exact
    (conflict,) = [one for one in made.conflicts if one.about == "mou-ports"]
    assert (conflict.state, [one.value for one in conflict.readings]) == ("resolved", ["signed", "finalising"])
    assert [one[0] for one in told(made)] == ["conflict"]  # of the two posts; none of the ports


def test_an_amended_value_that_no_source_supports_is_told_at_its_line(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("amend", "mou-ports", "subject: ports", "status: signed"), *reports())
    found = problem(made, "ungrounded")
    assert (found.line, found.column, found.about) == (4, 5, "mou-ports")
    assert made.entries["mou-ports"].is_unsourced("status")
    assert not made.entries["mou-ports"].is_unsourced("subject")


def test_a_day_that_a_person_puts_for_a_month_needs_evidence_too(tmp_path: Path) -> None:
    more = report("c", "2026-05-05", ("Signed in April.", {**PORTS, "status": "signed", "date": "2026-04"}))
    made = decided(tmp_path, entry("amend", "mou-ports", "date: 2026-04-11"), *reports(more))
    assert problem(made, "ungrounded").property is None
    assert made.entries["mou-ports"].fact.get("date") == "2026-04-11"


def test_an_amendment_settles_what_the_sources_differ_on(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("amend", "vance", "title: Minister of Defence Production"), *reports())
    vance = made.entries["vance"]
    assert (vance.fact.get("title"), dict(vance.readings)) == ("Minister of Defence Production", {})
    (conflict,) = made.conflicts
    assert [one.value for one in conflict.readings][1:] == ["Defence Minister", "Minister for Defence Production"]


def test_a_value_can_be_taken_out(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("amend", "vance", "title:"), *reports())
    assert made.entries["vance"].fact.get("title") is None
    assert {one[0] for one in told(made)} == set()


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        (["due: 2027"], 3, "mou-ports is of the type agreement, without a field 'due'"),
        (["subject: ports", "status: held"], 4, "mou-ports.status: must be proposed, "),
        ([], 2, "nothing is amended"),
    ],
)
def test_an_amendment_that_the_fact_cannot_have_changes_nothing(
    tmp_path: Path, lines: list[str], line: int, what: str
) -> None:
    made = decided(tmp_path, entry("amend", "mou-ports", *lines), *reports())
    found = problem(made)
    assert (found.line, what in found.message) == (line, True), found.message
    assert made.entries["mou-ports"] == dossier(*reports()).entries["mou-ports"]


def test_an_amendment_whose_evidence_is_gone_changes_nothing_and_is_told(tmp_path: Path) -> None:
    text = entry("amend", "mou-ports", "status: signed", "evidence:", "  - source: a", "    exact: ports were signed")
    made = decided(tmp_path, text, *reports())
    assert made.entries["mou-ports"].fact.get("status") == "finalising"
    assert (problem(made, "no-evidence").line, problem(made, "no-evidence").column) == (5, 9)


# What was added


def added(exact: str, *more: str, source: str = "a", kind: str = "visit", name: str = "lind-tour") -> str:
    fields = {
        "visit": ["visitor: Bo Lind", "status: past"],
        "quote": ["speaker: Bo Lind", f"text: {more[0]}"] if more else [],
    }
    evidence = ["evidence:", f"  - source: {source}", f"    exact: {exact}", *(f"    {one}" for one in more[1:])]
    return entry("add", name, f"type: {kind}", *fields[kind], *evidence)


TOUR = report(
    "c",
    "2026-05-05",
    ("Bo Lind’s\u00a0tour — his first —\nended. He said: “We came. We came.”", {**RAIL, "subject": "fish"}),
)


def test_an_added_fact_leads_to_the_words_as_they_stand_in_the_source(tmp_path: Path) -> None:
    made = decided(tmp_path, added("Lind's tour - his first - ended", source="c"), *reports(TOUR))
    fact = made.entries["lind-tour"].fact
    (span,) = fact.evidence
    assert span.exact == "Lind’s\u00a0tour — his first —\nended"
    assert made.reports["c"].document.text[span.start : span.end] == span.exact
    assert (made.entries["lind-tour"].printed, fact.get("visitor")) == (True, "Bo Lind")


def test_an_added_fact_whose_words_are_gone_is_told_and_left_out(tmp_path: Path) -> None:
    made = decided(tmp_path, added("Lind's second tour", source="c"), *reports(TOUR))
    assert "lind-tour" not in made.entries
    assert (problem(made, "no-evidence").line, problem(made, "no-evidence").about) == (7, "lind-tour")


def test_words_that_stand_twice_are_told_until_their_neighbours_settle_them(tmp_path: Path) -> None:
    made = decided(tmp_path, added("We came", "We came", source="c", kind="quote"), *reports(TOUR))
    assert "stand 2 times in the source c" in problem(made).message
    assert "lind-tour" not in made.entries
    made = decided(tmp_path, added("We came", "We came", "prefix: We came.", source="c", kind="quote"), *reports(TOUR))
    (span,) = made.entries["lind-tour"].fact.evidence
    assert made.reports["c"].document.text[: span.start].endswith("We came. ")


def test_words_of_an_unknown_source_are_told_with_the_sources(tmp_path: Path) -> None:
    made = decided(tmp_path, added("tour", source="z"), *reports(TOUR))
    assert "there is no source 'z'; the sources are a, b, c" in problem(made).message


@pytest.mark.parametrize("name", ["vance", "chair"])
def test_an_added_fact_takes_no_id_that_is_taken(tmp_path: Path, name: str) -> None:
    made = decided(tmp_path, added("his first", source="c", name=name), *reports(TOUR), aliases={"chair": "vance"})
    assert f"there is a fact '{name}' already" in problem(made).message
    assert made.get(name) == made.entries["vance"]


def test_a_quotation_is_in_the_words_of_the_source(tmp_path: Path) -> None:
    said = "tour - his first - ended"
    made = decided(tmp_path, added(said, said, source="c", kind="quote"), *reports(TOUR))
    assert "byte for byte" in problem(made, "no-evidence").message
    assert "lind-tour" not in made.entries


# Names


def test_an_alias_names_a_fact(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("alias", "harbours", "of: mou-ports"), *reports())
    assert made.get("harbours") == made.entries["mou-ports"]


@pytest.mark.parametrize(
    ("name", "of", "line", "what"),
    [
        ("vance", "mou-ports", 2, "'vance' is the id of a fact already"),
        ("chair", "mou-ports", 2, "'chair' is a name of 'vance' already"),
        ("harbours", "mou-port", 3, "there is no fact 'mou-port'; nearest are mou-ports"),
    ],
)
def test_a_name_that_is_taken_or_names_nothing_is_told(
    tmp_path: Path, name: str, of: str, line: int, what: str
) -> None:
    made = decided(tmp_path, entry("alias", name, f"of: {of}"), *reports(), aliases={"chair": "vance"})
    assert (problem(made).line, what in problem(made).message) == (line, True)
    assert made.aliases == {"chair": "vance"}


def test_other_entries_can_use_a_name_and_an_added_fact(tmp_path: Path) -> None:
    text = added("his first", source="c") + entry("alias", "tour", "of: lind-tour") + entry("reject", "tour")
    made = decided(tmp_path, text, *reports(TOUR))
    assert not made.entries["lind-tour"].printed
    assert not [one for one in made.problems if one.kind == "bad-register"]


# Conflicts


def test_a_resolved_conflict_shows_the_preferred_reading_and_keeps_the_other(tmp_path: Path) -> None:
    text = entry("resolve", "vance.title", "preferred: Defence Minister")
    made = decided(tmp_path, text, *reports())
    vance = made.entries["vance"]
    assert (vance.fact.get("title"), dict(vance.readings)) == ("Defence Minister", {})
    assert [span.source for span in vance.evidence_of("title")] == ["a"]
    (conflict,) = made.conflicts
    assert (conflict.state, len(conflict.readings)) == ("resolved", 2)
    assert conflict.resolution is not None
    assert conflict.resolution.model_dump() == {
        "preferred": "Defence Minister", "reason": "It was checked.", "by": "Nordic desk", "on": "2026-05-10",
    }  # fmt: skip
    assert told(made) == []


@pytest.mark.parametrize(
    ("key", "line", "what"),
    [
        ("vance.title", 3, "no source gives vance.title as 'Judge', but Defence Minister / Minister for Defence"),
        ("vance.side", 2, "there is nothing to resolve: the sources do not differ on vance.side"),
        ("vance.titel", 2, "without a field 'titel'"),
        ("vans.title", 2, "there is no fact 'vans'; nearest are vance"),
    ],
)
def test_a_choice_that_cannot_be_made_is_told_and_both_readings_stay(
    tmp_path: Path, key: str, line: int, what: str
) -> None:
    made = decided(tmp_path, entry("resolve", key, "preferred: Judge"), *reports())
    assert (problem(made).line, what in problem(made).message) == (line, True), problem(made).message
    assert len(made.entries["vance"].readings["title"]) == 2
    assert problem(made, "conflict").about == "vance"


def test_numbers_and_lists_can_be_preferred(tmp_path: Path) -> None:
    trade = {"type": "figure", "value": 20, "unit": "USD", "measure": "trade", "role": "actual", "period": "2025"}
    offer = {
        "type": "proposal",
        "sub": "offer",
        "by": ["NO"],
        "to": ["KA"],
        "what": "share the northern fishing grounds",
    }
    made = [
        report("c", "2026-05-05", ("Trade was 20.", trade), ("To one.", offer)),
        report(
            "d", "2026-05-06", ("Trade was 30.", {**trade, "value": 30}), ("To both.", {**offer, "to": ["KA", "SE"]})
        ),
    ]
    (figure,) = [one for one in dossier(*made).entries.values() if one.fact.type == "figure"]
    (proposal,) = [one for one in dossier(*made).entries.values() if one.fact.type == "proposal"]
    text = (
        "resolve:\n"
        f"  {figure.fact.id}.value: {{preferred: 30, who: x, when: 2026-05-10, why: x}}\n"
        f"  {proposal.fact.id}.to: {{preferred: [KA, SE], who: x, when: 2026-05-10, why: x}}\n"
    )
    done = decided(tmp_path, text, *made)
    assert done.entries[figure.fact.id].fact.get("value") == 30
    assert done.entries[proposal.fact.id].fact.get("to") == ("KA", "SE")
    assert {one.state for one in done.conflicts} == {"resolved"}


def test_what_is_amended_needs_no_resolving(tmp_path: Path) -> None:
    text = entry("amend", "vance", "title: Judge") + entry("resolve", "vance.title", "preferred: Defence Minister")
    made = decided(tmp_path, text, *reports())
    assert made.entries["vance"].fact.get("title") == "Judge"
    assert "the amended value holds" in problem(made).message


# News after a decision


def newer(day: str | None, title: str) -> Report:
    return report("news", day, ("Vance again.", {**DEFENCE, "title": title}))


@pytest.mark.parametrize("section", ["resolve", "amend"])
def test_a_newer_source_that_says_something_else_opens_the_question_again(tmp_path: Path, section: str) -> None:
    text = {
        "resolve": entry("resolve", "vance.title", "preferred: Minister for Defence Production"),
        "amend": entry("amend", "vance", "title: Minister for Defence Production"),
    }[section]
    made = decided(tmp_path, text, *reports(newer("2026-05-11", "Trade Minister")))
    found = problem(made, "superseded")
    assert (found.line, found.about) == (2 if section == "resolve" else 3, "vance")
    assert "news, 11 May 2026" in found.message
    (conflict,) = made.conflicts
    assert (conflict.state, conflict.resolution is not None) == ("open", True)
    assert "Trade Minister" in [one.value for one in made.entries["vance"].readings["title"]]
    assert problem(made, "conflict").about == "vance"


@pytest.mark.parametrize(
    ("day", "title"),
    [("2026-05-10", "Trade Minister"), (None, "Trade Minister"), ("2026-05-11", "Defence Production Minister")],
    ids=["same day", "no day", "the same in other words"],
)
def test_what_the_decision_could_weigh_or_bears_it_out_is_no_news(tmp_path: Path, day: str | None, title: str) -> None:
    text = entry("resolve", "vance.title", "preferred: Minister for Defence Production")
    made = decided(tmp_path, text, *reports(newer(day, title)))
    assert told(made) == []


def test_a_rejected_fact_that_is_reported_again_stays_rejected_and_is_told(tmp_path: Path) -> None:
    again = report("news", "2026-05-11", ("Ports again.", PORTS))
    made = decided(tmp_path, entry("reject", "mou-ports"), *reports(again))
    assert not made.entries["mou-ports"].printed
    assert "says it again: news, 11 May 2026" in problem(made, "superseded").message


# Facts that nobody reviewed


def test_the_rule_on_reviews(tmp_path: Path) -> None:
    made = decided(tmp_path, entry("accept", "mou-ports", *PORTS_ARE), *reports())
    printed = {"off": ["mou-ports", "vance"], "warn": ["mou-ports", "vance"], "required": ["mou-ports"]}
    for policy, names in printed.items():
        ruled, problems = under_policy(made, policy)  # type: ignore[arg-type]
        assert sorted(name for name, one in ruled.entries.items() if one.printed) == names
        assert [(one.kind, "1 fact was not reviewed" in one.message) for one in problems] == (
            [] if policy == "off" else [("unreviewed", True)]
        )


def test_a_dossier_whose_facts_were_all_reviewed_has_nothing_to_tell(tmp_path: Path) -> None:
    weighed = {
        "mou-ports": "subject: ports, status: finalising",
        "vance": "title: Minister for Defence Production, side: NO",
    }
    text = "accept:\n" + "".join(
        f"  {name}: {{{values}, who: x, when: 2026-05-10, why: x}}\n" for name, values in weighed.items()
    )
    made = decided(tmp_path, text, *reports())
    assert under_policy(made, "required") == (made, ())
