"""What is a conflict, what is none, and which reading goes first until somebody decides."""

from __future__ import annotations

import random
from typing import Any

import pytest
from making import Made, dossier, report

from sphinx_bilateral.dossier import Dossier, Report

Data = dict[str, Any]

SESSION = {"type": "meeting", "kind": "joint_commission", "ordinal": 8, "status": "held", "date": "2026-05-03"}
TALKS = {"type": "meeting", "kind": "talks", "date": "2026-05-03", "status": "held", "place": "Bergheim"}
TRADE = {
    "type": "figure",
    "value": 10**9,
    "unit": "USD",
    "measure": "trade turnover",
    "role": "actual",
    "period": "2025",
}
TARGET = {"type": "figure", "value": 2 * 10**9, "unit": "USD", "measure": "bilateral trade", "role": "target"}
MOU = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "finalising"}
PROMISE = {
    "type": "commitment",
    "strength": "agreed",
    "action": "train customs officers on the coast",
    "actors": ["NO"],
}
OFFER = {"type": "proposal", "sub": "offer", "by": ["NO"], "to": ["KA"], "what": "lend two icebreakers each winter"}
WORDS = {"type": "quote", "speaker": "Ada Vance", "text": "We will open the northern harbour to every ship by spring"}
NEXT = {"type": "milestone", "what": "ninth session of the commission", "ordinal": 9, "date": "2027", "place": "Karst"}
VISIT = {"type": "visit", "visitor": "Ada Vance", "country": "KA", "date": "2026-05-03", "status": "past"}
PROJECT = {"type": "project", "name": "Northern Light Canal", "country": "NO"}
ADA = {"type": "participant", "name": "Ada Vance", "side": "NO", "role": "attendee"}

Row = tuple[Data, Data]


def two(one: Data, other: Data, *both: Made, day: str = "2026-05-04", **kinds: str) -> Dossier:
    """Return the dossier of a report with *one* and a later report with *other*, both of the eighth session."""
    with_one = report("a", "2026-05-03", ("First.", one), *both, kind=kinds.get("a"))
    with_other = report("b", day, ("Second.", other), *both, kind=kinds.get("b"))
    return dossier(with_one, with_other)


def told(made: Dossier) -> list[tuple[str, str]]:
    return [(conflict.kind, conflict.property) for conflict in made.conflicts]


HELD = {"type": "meeting", "kind": "talks", "date": "2026-05-02", "place": "Oslo", "status": "held"}
WENT = {"type": "visit", "visitor": "Ada Vance", "country": "KA", "date": "2026-05-02", "status": "past"}

CONFLICTS: dict[str, tuple[Data, Data, list[tuple[str, str]]]] = {
    "one quantity under two names": (
        TRADE, {**TRADE, "measure": "bilateral trade volume", "value": 3 * 10**9}, [("value", "value")]),
    "one sum in two currencies": (TRADE, {**TRADE, "unit": "EUR"}, [("basis", "unit")]),
    "one sum of two quantities": (TARGET, {**TARGET, "measure": "investment"}, [("basis", "measure")]),
    "a figure of a headline": (
        TRADE, {**TRADE, "value": 3 * 10**9, "zone": "headline"}, [("headline", "value")]),
    "held and then called off": (HELD, {**HELD, "status": "cancelled"}, [("status", "status")]),
    "a visit made and then put off": (WENT, {**WENT, "status": "postponed"}, [("status", "status")]),
    "signed and not": (
        {**MOU, "status": "signed"}, {**MOU, "status": "to_be_signed"}, [("status", "status")]),
    "two descriptions of one subject": (
        {**MOU, "subject": "ports of the north and dredging", "sectors": ["transport"]},
        {**MOU, "subject": "ports of the south", "sectors": ["transport"]}, [("scope", "subject")]),
    "a session on two days": (SESSION, {**SESSION, "date": "2026-05-02"}, [("date", "date")]),
    "a session in two places": (
        {**SESSION, "place": "Bergheim"}, {**SESSION, "place": "Karst"}, [("place", "place")]),
    "one meeting on two days": (TALKS, {**TALKS, "date": "2026-05-02"}, [("date", "date")]),
    "a visit on two days": (VISIT, {**VISIT, "date": "2026-05-02"}, [("date", "date")]),
    "the next session in two places": (NEXT, {**NEXT, "place": "Bergheim"}, [("place", "place")]),
    "a person in two posts": (
        {**ADA, "side": None, "title": "Minister"}, {**ADA, "title": "Chair of Parliament"}, [("post", "title")]),
    "agreed and decided": (PROMISE, {**PROMISE, "strength": "decided"}, [("wording", "strength")]),
    "due on two days": ({**PROMISE, "due": "2026"}, {**PROMISE, "due": "2027"}, [("date", "due")]),
    "an undertaking of two sides": (PROMISE, {**PROMISE, "actors": ["KA"]}, [("attribution", "actors")]),
    "an offer of two sides": (
        {**OFFER, "to": []}, {**OFFER, "by": ["KA"], "to": []}, [("attribution", "by")]),
    "an offer to two states": (OFFER, {**OFFER, "to": ["SE"]}, [("attribution", "to")]),
    "a project of two states": (PROJECT, {**PROJECT, "country": "KA"}, [("attribution", "country")]),
    "a quotation in two wordings": (
        WORDS, {**WORDS, "text": "We will open the northern harbour to every vessel by spring"}, [("wording", "text")]),
    "a quotation of two speakers": (WORDS, {**WORDS, "speaker": "Bo Lind"}, [("attribution", "speaker")]),
}  # fmt: skip
"""What two reports of one session say, and the conflicts that it is."""


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_cannot_both_be_right_is_a_conflict_of_its_kind(name: str) -> None:
    one, other, expected = CONFLICTS[name]
    made = two(one, other, *([("Eighth.", SESSION)] if one["type"] != "meeting" else [("Ada was there.", ADA)]))
    assert told(made) == expected
    (conflict,) = made.conflicts
    assert {span.source for reading in conflict.readings for span in reading.evidence} == {"a", "b"}


NO_CONFLICTS: dict[str, Row] = {
    "a more precise figure": (TARGET, {**TARGET, "value": 1_980_000_000}),
    "a figure of another year": (TRADE, {**TRADE, "period": "2024", "value": 5 * 10**9}),
    "a rise beside a total": (TRADE, {**TRADE, "value": 12, "unit": "%"}),
    "a target beside an actual figure": (TRADE, {**TRADE, "role": "target", "value": 5 * 10**9}),
    "exports beside imports": ({**TRADE, "measure": "exports"}, {**TRADE, "measure": "imports", "value": 5}),
    "two small sums that are alike": (
        {**TRADE, "value": 5, "measure": "fees"}, {**TRADE, "value": 5, "measure": "tolls"}),
    "a subject that only says more": (MOU, {**MOU, "subject": "ports and ferries"}),
    "signed after it was being finalised": (MOU, {**MOU, "status": "signed"}),
    "a month and a day of it": ({**SESSION, "date": "2026-05"}, SESSION),
    "a place and its country": (
        {**SESSION, "place": "Oslo", "country": "NO"}, {**SESSION, "place": "Norway", "country": "NO"}),
    "a place with its country": ({**SESSION, "place": "Oslo"}, {**SESSION, "place": "Oslo, Norway"}),
    "talks of two weeks": (TALKS, {**TALKS, "date": "2026-05-17"}),
    "talks in two cities": (TALKS, {**TALKS, "date": "2026-05-02", "place": "Karst"}),
    "calls on two days": ({**TALKS, "kind": "call"}, {**TALKS, "kind": "call", "date": "2026-05-02"}),
    "talks beside a forum": (TALKS, {**TALKS, "kind": "forum"}),
    "a visit that goes on": ({**VISIT, "status": "ongoing"}, {**VISIT, "status": "ongoing", "date": "2026-05-04"}),
    "visits of two years": (VISIT, {**VISIT, "date": "2024-05-03"}),
    "agreed and pledged": (PROMISE, {**PROMISE, "strength": "pledged"}),
    "both sides, and one of them": ({**PROMISE, "actors": ["NO", "KA"]}, PROMISE),
    "two short undertakings": (
        {**PROMISE, "action": "train officers"}, {**PROMISE, "action": "train officers", "actors": ["KA"]}),
    "to implement beside a step already taken": (
        {**PROMISE, "action": "implement the trade agreement", "actors": ["NO", "KA"]},
        {**PROMISE, "action": "waived duties under the trade agreement", "status": "implemented", "date": "2025-12"},
    ),
    "a quotation and a part of it": (WORDS, {**WORDS, "text": "open the northern harbour to every ship"}),
    "a name in full": (WORDS, {**WORDS, "speaker": "Ada Maria Vance"}),
    "two sentences of one speaker": (
        WORDS, {**WORDS, "text": "The northern farms will sell more wool than ever this year"}),
    "two speakers who greet": (
        {**WORDS, "text": "We are friends"}, {**WORDS, "text": "We are friends", "speaker": "Bo Lind"}),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_CONFLICTS)
def test_what_can_both_be_right_is_none(name: str) -> None:
    one, other = NO_CONFLICTS[name]
    assert told(two(one, other, *([("Eighth.", SESSION)] if one["type"] != "meeting" else []))) == []


def test_two_totals_far_apart_in_time_that_name_no_year_are_two_figures() -> None:
    total = {**TRADE, "period": None}
    assert told(two(total, {**total, "value": 3 * 10**9}, day="2026-05-09")) == [("value", "value")]
    assert told(two(total, {**total, "value": 3 * 10**9}, day="2027-05-09")) == []


def test_one_commission_under_two_names_is_one_session() -> None:
    council = {**SESSION, "kind": "council", "name": "Intergovernmental Council", "place": "Bergheim"}
    made = two({**SESSION, "place": "Bergheim"}, council)
    assert list(made.entries) == ["joint-commission-8"]
    assert len(two({**SESSION, "place": "Bergheim"}, {**council, "ordinal": 3}).entries) == 2


def test_a_session_without_its_number_is_the_one_of_its_day() -> None:
    made = two(SESSION, {**SESSION, "ordinal": None})
    assert list(made.entries) == ["joint-commission-8"]


def test_two_sums_of_one_report_are_two() -> None:
    made = dossier(
        report("a", "2026-05-03", ("Eighth.", SESSION), ("One.", TARGET), ("Two.", {**TARGET, "measure": "aid"}))
    )
    assert told(made) == []
    assert len(made.entries) == 3


def test_the_headline_of_a_report_is_held_against_its_own_body() -> None:
    body, headline = ("A billion.", TRADE), ("Three billion", {**TRADE, "value": 3 * 10**9, "zone": "headline"})
    made = dossier(report("a", "2026-05-03", headline, body))
    assert told(made) == [("headline", "value")]
    (entry,) = made.entries.values()
    assert entry.fact.get("value") == 10**9


# Which goes first


def first(made: Dossier) -> tuple[Any, str | None]:
    (conflict,) = made.conflicts
    shown = made.entries[conflict.about].fact.get(conflict.property)
    assert conflict.readings[0].value == shown
    assert len(conflict.readings) == 2
    return shown, conflict.rule


def test_a_visit_of_a_headline_and_of_its_own_body_is_one_with_two_days() -> None:
    claim = {**WENT, "date": "2026-05-01", "zone": "headline"}
    made = dossier(report("a", "2026-05-03", ("The headline.", claim), ("The body.", WENT)))
    assert (len(made.entries), told(made)) == (1, [("headline", "date")])
    far = dossier(report("a", "2026-05-03", ("The headline.", {**claim, "date": "2026-03-01"}), ("The body.", WENT)))
    assert len(far.entries) == 2


def test_the_newer_figure_goes_first() -> None:
    assert first(two(TRADE, {**TRADE, "value": 3 * 10**9})) == (3 * 10**9, "newer source")


def test_of_one_day_the_more_official_goes_first() -> None:
    made = two(TRADE, {**TRADE, "value": 3 * 10**9}, day="2026-05-03", a="communique", b="newspaper")
    assert first(made) == (10**9, "more official source")


def test_what_does_not_move_is_rather_taken_from_the_more_official() -> None:
    made = two(SESSION, {**SESSION, "date": "2026-05-02"}, a="communique", b="newspaper")
    assert first(made) == ("2026-05-03", "more official source")


def test_where_no_rule_decides_none_is_told() -> None:
    (conflict,) = two(TRADE, {**TRADE, "value": 3 * 10**9}, day="2026-05-03").conflicts
    assert conflict.rule is None


def test_both_readings_stay_and_the_rule_is_told() -> None:
    made = two(TRADE, {**TRADE, "value": 3 * 10**9})
    (entry,) = made.entries.values()
    assert [reading.value for reading in entry.readings["value"]] == [3 * 10**9, 10**9]
    (message,) = [problem.message for problem in made.problems if problem.kind == "conflict"]
    assert message.endswith("sources give value as USD 3 billion / USD 1 billion; the first is of the newer source")


# Findings


def kinds(made: Dossier) -> list[str]:
    return [problem.kind for problem in made.problems if problem.kind != "single-source"]


def test_a_quotation_in_two_wordings_is_told_as_such() -> None:
    one, other, _ = CONFLICTS["a quotation in two wordings"]
    assert kinds(two(one, other)) == ["quote-variant"]


def test_figures_that_differ_and_do_not_say_of_what_year_are_told() -> None:
    bare = {**TRADE, "period": None}
    assert kinds(two(bare, {**bare, "value": 3 * 10**9})) == ["conflict", "figure-basis"]
    assert kinds(two(TRADE, {**TRADE, "value": 3 * 10**9})) == ["conflict"]


# The order of reports


def everything(seed: int) -> list[Report]:
    """Return reports of one day in which rows of the tables stand, each side of a row in another report."""
    chance = random.Random(seed)
    rows = [*((one, other) for one, other, _ in CONFLICTS.values()), *NO_CONFLICTS.values()]
    made: dict[str, list[Made]] = {name: [] for name in "abcd"}
    for number, row in enumerate(chance.sample(rows, 12)):
        for place, (name, data) in enumerate(zip(chance.sample("abcd", 2), row, strict=True)):
            made[name].append((f"Sentence {number} {place}.", data))
    return [report(name, "2026-05-03", *said) for name, said in made.items() if said]


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_the_reports_of_one_day_makes_no_difference(seed: int) -> None:
    reports = everything(seed)
    expected = dossier(*reports)
    for turn in range(3):
        made = dossier(*random.Random(turn).sample(reports, len(reports)))
        assert list(made.entries.items()) == list(expected.entries.items())
        assert made.conflicts == expected.conflicts
        assert made.problems == expected.problems


def test_one_ceremony_told_as_an_initialling_and_as_a_signature_is_a_conflict() -> None:
    day = {**MOU, "date": "2026-05-03"}
    assert told(two({**day, "status": "initialled"}, {**day, "status": "signed"})) == [("status", "status")]
    later = {**day, "status": "signed", "date": "2026-05-04"}
    assert told(two({**day, "status": "initialled"}, later)) == []


def test_the_status_that_agrees_with_the_one_shown_goes_first() -> None:
    made = dossier(
        report("a", "2026-05-03", ("First.", {**MOU, "status": "to_be_signed"})),
        report("b", "2026-05-04", ("Second.", {**MOU, "status": "signed"})),
        report("c", "2026-07-09", ("Third.", {**MOU, "status": "initialled"})),
    )
    (conflict,) = made.conflicts
    assert [reading.value for reading in conflict.readings] == ["initialled", "signed"]
    assert conflict.rule == "newer source"
