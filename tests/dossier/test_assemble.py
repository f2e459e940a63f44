from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

SESSION = {"type": "meeting", "kind": "joint_commission", "ordinal": 8, "status": "held", "date": "2026-05-03"}
SIGNED = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "signed"}


def person(name: str, title: str | None = None, side: str | None = "NO", **more: Any) -> dict[str, Any]:
    return {"type": "participant", "name": name, "title": title, "side": side, **more}


def test_one_session_in_two_reports_is_one_fact_with_both_sentences() -> None:
    made = dossier(
        report("a", "2026-05-03", ("The eighth session met.", {**SESSION, "place": "Bergheim"})),
        report("b", "2026-05-04", ("The 8th session ended.", {**SESSION, "place": None})),
    )
    entry = made.entries["joint-commission-8"]
    assert [span.source for span in entry.fact.evidence] == ["a", "b"]
    assert entry.fact.get("place") == "Bergheim"
    assert not made.conflicts


def test_sessions_with_other_numbers_stay_apart() -> None:
    made = dossier(report("a", "2026-05-03", ("Eighth.", SESSION), ("Ninth.", {**SESSION, "ordinal": 9})))
    assert list(made.entries) == ["joint-commission-8", "joint-commission-9"]


def test_short_and_full_names_are_one_person_shown_in_full() -> None:
    made = dossier(
        report("a", "2026-05-03", ("Ada Vance spoke.", person("Ada Vance"))),
        report("b", "2026-05-04", ("Ada Maria Vance spoke.", person("Ada Maria Vance"))),
    )
    assert list(made.entries) == ["vance"]
    assert made.entries["vance"].fact.get("name") == "Ada Maria Vance"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ada Vance"), person("Oda Vance")),
        (person("Ada Vance", side="NO"), person("Ada Vance", side="KA")),
        (person("Ada Vance", "Trade Minister"), person("Vance", "President")),
    ],
)
def test_a_surname_alone_makes_nobody_the_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    made = dossier(report("a", "2026-05-03", ("One.", one)), report("b", "2026-05-04", ("Two.", other)))
    assert len(made.entries) == 2


def test_two_posts_of_one_person_are_a_conflict_and_both_are_kept() -> None:
    made = dossier(
        report("a", "2026-05-03", ("One.", person("Ada Vance", "Defense Minister"))),
        report("b", "2026-05-04", ("Two.", person("Ada Vance", "Federal Minister for Defence Production"))),
    )
    (conflict,) = made.conflicts
    assert (conflict.about, conflict.kind) == ("vance", "post")
    assert [reading.value for reading in conflict.readings] == [
        "Defense Minister", "Federal Minister for Defence Production",
    ]  # fmt: skip
    assert [[span.source for span in reading.evidence] for reading in conflict.readings] == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defense Industry Minister", "Minister for Defence Industry"),
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("PM", "Prime Minister"),
        ("President", "President of the Kingdom of Norway"),
    ],
)
def test_one_post_in_other_words_is_no_conflict(one: str, other: str) -> None:
    made = dossier(
        report("a", "2026-05-03", ("One.", person("Ada Vance", one))),
        report("b", "2026-05-04", ("Two.", person("Ada Vance", other))),
    )
    assert not made.conflicts


ARMS = {**SIGNED, "status": "finalising", "subject": "arms trade and defence infrastructure", "sectors": ["defence"]}
SALE = {**SIGNED, "status": "under_negotiation", "subject": "the sale of defence equipment", "sectors": ["defence"]}


def test_the_one_memorandum_of_a_session_is_one_however_it_is_described_and_its_scope_a_conflict() -> None:
    made = dossier(
        report("a", "2026-05-03", ("Eighth.", SESSION), ("One.", ARMS)),
        report("b", "2026-05-04", ("Eighth again.", SESSION), ("Two.", SALE)),
    )
    assert [(conflict.kind, conflict.property) for conflict in made.conflicts] == [("scope", "subject")]
    assert [entry.fact.id for entry in made.entries.values() if entry.fact.type == "agreement"] == ["mou-defence"]


@pytest.mark.parametrize(
    ("other", "session"),
    [
        ({**SALE, "status": "signed"}, SESSION),
        (SALE, {**SESSION, "ordinal": 9}),
        ({**SALE, "sectors": ["energy"]}, SESSION),
        ({**SALE, "kind": "treaty"}, SESSION),
    ],
)
def test_instruments_that_only_sound_alike_stay_apart(other: dict[str, Any], session: dict[str, Any]) -> None:
    made = dossier(
        report("a", "2026-05-03", ("Eighth.", SESSION), ("One.", ARMS)),
        report("b", "2026-05-04", ("Session.", session), ("Two.", other)),
    )
    assert len([entry for entry in made.entries.values() if entry.fact.type == "agreement"]) == 2
    assert not [conflict for conflict in made.conflicts if conflict.property == "subject"]


def test_with_two_memoranda_of_a_sector_nobody_knows_which_is_meant() -> None:
    training = {**ARMS, "subject": "training of officers", "name": "memorandum on training"}
    made = dossier(
        report("a", "2026-05-03", ("Eighth.", SESSION), ("One.", ARMS), ("Three.", training)),
        report("b", "2026-05-04", ("Eighth again.", SESSION), ("Two.", SALE)),
    )
    assert len([entry for entry in made.entries.values() if entry.fact.type == "agreement"]) == 3


def test_air_and_sea_are_two_memoranda_though_both_are_transport() -> None:
    air = {**SIGNED, "name": "MoU on air transport", "subject": "air transport", "sectors": ["transport"]}
    sea = {**air, "name": "MoU on sea transport", "subject": "sea transport", "status": "under_negotiation"}
    made = dossier(report("a", "2026-05-03", ("One.", air)), report("b", "2026-05-04", ("Two.", sea)))
    assert {entry.fact.get("subject"): entry.fact.get("status") for entry in made.entries.values()} == {
        "air transport": "signed", "sea transport": "under_negotiation",
    }  # fmt: skip
    assert not made.conflicts


def test_a_speakers_words_about_the_instrument_of_the_report_are_about_that_one() -> None:
    quoted = {**ARMS, "subject": "cooperation in the defence industry", "in_quote": True}
    made = dossier(report("a", "2026-05-03", ("One.", ARMS), ("“Two.”", quoted)))
    assert len(made.entries) == 1


def test_two_figures_of_one_report_are_two() -> None:
    exports = {"type": "figure", "value": 20, "unit": "USD", "measure": "exports", "role": "actual"}
    made = dossier(report("a", "2026-05-03", ("Ours.", exports), ("Theirs.", {**exports, "value": 30})))
    assert len(made.entries) == 2
    assert not made.conflicts


def test_two_totals_of_one_period_are_a_conflict() -> None:
    total = {"type": "figure", "value": 20, "unit": "USD", "measure": "trade", "role": "actual", "period": "2025"}
    made = dossier(report("a", "2026-05-03", ("A.", total)), report("b", "2026-05-04", ("B.", {**total, "value": 30})))
    assert [conflict.kind for conflict in made.conflicts] == ["value"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("establish a joint working group on energy", "establish a joint working group on tourism", 2),
        ("open a joint centre for soil laboratories", "open a joint centre for wool laboratories", 2),
        ("hold the next round of talks on visas", "hold the next round of talks on customs", 2),
        ("open a joint centre for wool laboratories", "create a joint centre for wool laboratories", 1),
        ("share all records of wool laboratories", "share all records of wool laboratory", 1),
    ],
)
def test_undertakings_of_which_one_word_differs_are_two_unless_it_is_the_verb(one: str, other: str, count: int) -> None:
    told = [
        (f"They agreed: {each}.", {"type": "commitment", "actors": ["NO"], "strength": "agreed", "action": each})
        for each in (one, other)
    ]
    assert len(dossier(report("a", "2026-05-03", *told)).entries) == count
    assert len(dossier(report("a", "2026-05-03", told[0]), report("b", "2026-05-04", told[1])).entries) == count


def test_two_instruments_of_one_report_stay_two() -> None:
    made = dossier(
        report(
            "a",
            "2026-05-03",
            ("One.", {**SIGNED, "subject": "gas supply"}),
            ("Two.", {**SIGNED, "subject": "rail freight"}),
        )
    )
    assert len(made.entries) == 2


@pytest.mark.parametrize("tail", ["between Peru and Norway", "with Norway", "between the Republic of Peru and Norway"])
def test_whose_an_instrument_is_makes_no_two_of_them_one(tail: str) -> None:
    def named(topic: str, status: str) -> dict[str, Any]:
        name = f"Agreement on {topic} {tail}"
        return {"type": "agreement", "kind": "agreement", "name": name, "subject": f"{topic} {tail}", "status": status,
                "parties": ["NO", "PE"]}  # fmt: skip

    made = dossier(
        report("a", "2026-05-03", ("Of fisheries.", named("Fisheries", "under_negotiation"))),
        report("b", "2026-05-04", ("Of air services.", named("Air Services", "signed"))),
        report("c", "2026-05-05", ("Of fisheries.", named("Fisheries", "signed"))),
    )
    assert sorted(len(entry.fact.evidence) for entry in made.entries.values()) == [1, 2]
    assert not made.conflicts


def test_signed_against_not_signed_is_a_conflict() -> None:
    made = dossier(
        report("a", "2026-05-03", ("One.", SIGNED)),
        report("b", "2026-05-03", ("Two.", {**SIGNED, "status": "to_be_signed"})),
    )
    assert [conflict.kind for conflict in made.conflicts] == ["status"]


def test_a_bare_reference_contradicts_nothing_and_lowers_nothing() -> None:
    made = dossier(
        report("a", "2026-05-03", ("One.", SIGNED)),
        report("b", "2026-05-04", ("Two.", {**SIGNED, "status": "existing"})),
    )
    assert not made.conflicts
    assert made.entries["mou-ports"].fact.get("status") == "signed"


def test_the_body_beats_the_headline_and_the_claim_is_shown() -> None:
    claim = {**SIGNED, "status": "concluded", "zone": "headline", "certainty": "unsettled", "open": ["status"]}
    made = dossier(report("a", "2026-05-03", ("Ports pact done", claim), ("One.", {**SIGNED, "status": "finalising"})))
    (entry,) = made.entries.values()
    assert entry.fact.get("status") == "finalising"
    (conflict,) = made.conflicts
    assert conflict.kind == "headline"
    assert [reading.value for reading in conflict.readings] == ["finalising", "concluded"]


def test_a_month_and_a_day_of_it_agree_and_the_day_is_kept() -> None:
    made = dossier(
        report("a", "2026-05-03", ("One.", {**SIGNED, "date": "2026-04-11"})),
        report("b", "2026-05-04", ("Two.", {**SIGNED, "date": "2026-04"})),
    )
    assert not made.conflicts
    assert made.entries["mou-ports"].fact.get("date") == "2026-04-11"


def test_an_unsettled_fact_is_kept_and_not_printed() -> None:
    made = dossier(report("a", "2026-05-03", ("One.", {**SIGNED, "certainty": "unsettled", "open": ["status"]})))
    assert not made.entries["mou-ports"].printed


def test_a_commitment_belongs_to_the_session_its_report_is_about() -> None:
    promise = {"type": "commitment", "strength": "agreed", "action": "open the northern port", "actors": ["NO", "KA"]}
    made = dossier(report("a", "2026-05-03", ("Eighth.", SESSION), ("They agreed.", promise)))
    assert made.entries["open-northern-port"].fact.get("event") == "joint-commission-8"


def test_a_report_that_is_added_renames_nothing() -> None:
    first = report("a", "2026-05-03", ("One.", SIGNED), ("Ada Vance spoke.", person("Ada Vance")))
    later = report("b", "2026-05-04", ("Two.", {**SIGNED, "subject": "ports and fees of the north"}),
                   ("Ole Vance spoke.", person("Ole Vance")))  # fmt: skip
    before, after = dossier(first), dossier(first, later)
    for identity, entry in before.entries.items():
        assert after.entries[identity].members[0] == entry.members[0]


def test_an_alias_names_a_fact_and_a_wrong_one_is_told() -> None:
    made = dossier(
        report("a", "2026-05-03", ("One.", SIGNED)), aliases={"ports-deal": "mou-ports", "rail-deal": "mou-rail"}
    )
    found = made.get("ports-deal")
    assert found is not None
    assert found.fact.id == "mou-ports"
    assert [problem.kind for problem in made.problems] == ["unknown-id"]


def test_a_wrong_id_comes_with_the_nearest() -> None:
    made = dossier(report("a", "2026-05-03", ("One.", SIGNED), ("Eighth.", SESSION)))
    assert made.nearest("mou-port")[0] == "mou-ports"
    assert made.get("mou-port") is None


def test_the_sentence_of_a_span_is_the_whole_sentence() -> None:
    made = dossier(report("a", "2026-05-03", ("Ports deal was signed by both.", SIGNED)))
    span = made.reports["a"].document.span(6, 10)
    start, end = made.sentence(span)
    assert made.reports["a"].document.text[start:end] == "Ports deal was signed by both."


def test_a_conflict_is_a_finding_at_its_line() -> None:
    made = dossier(
        report("a", "2026-05-03", ("One.", SIGNED)),
        report("b", "2026-05-03", ("Intro.", SESSION), ("Two.", {**SIGNED, "status": "denied"})),
    )
    (problem,) = [one for one in made.problems if one.kind == "conflict"]
    assert (problem.file, problem.line, problem.about) == ("b.txt", 3, "mou-ports")


def test_a_session_that_is_announced_and_then_held_keeps_its_id() -> None:
    announced = report(
        "a",
        "2026-05-03",
        ("The ninth will be in 2028.", {**SESSION, "ordinal": 9, "status": "scheduled", "date": "2028"}),
        ("Ninth in 2028.", {"type": "milestone", "what": "ninth session", "ordinal": 9, "date": "2028"}),
    )
    held = report("b", "2028-03-02", ("The ninth met.", {**SESSION, "ordinal": 9, "date": "2028-03-01"}))
    assert list(dossier(announced).entries) == ["joint-commission-9"]
    (entry,) = dossier(announced, held).entries.values()
    assert (entry.fact.id, entry.fact.get("status"), entry.fact.get("date")) == (
        "joint-commission-9",
        "held",
        "2028-03-01",
    )
    assert not dossier(announced, held).conflicts


# What only a headline says

PACT = {"type": "agreement", "kind": "pact", "name": "ferry pact", "subject": "ferries", "status": "signed"}


@pytest.mark.parametrize("zone", ["headline", "summary", "caption"])
def test_what_no_text_below_bears_out_is_told_where_it_stands(zone: str) -> None:
    made = dossier(report("a", "2026-05-03", ("It rained.", SESSION), ("Ferry pact signed", {**PACT, "zone": zone})))
    (found,) = [one for one in made.problems if one.kind == "headline-only"]
    assert (found.about, found.file, found.line, found.text) == ("pact-ferries", "a.txt", 3, "Ferry pact signed")
    assert found.message == f"pact-ferries: only the {zone} says it, and no text below"


def test_what_is_unsettled_besides_is_told_as_not_printed() -> None:
    claim = {**PACT, "zone": "headline", "certainty": "unsettled", "open": ["status"]}
    made = dossier(report("a", "2026-05-03", ("Ferry pact signed", claim)))
    (found,) = [one for one in made.problems if one.kind == "headline-only"]
    assert found.message.endswith("no text below; it is unsettled and is not printed")


def test_a_headline_that_any_report_bears_out_is_not_told() -> None:
    headline = report("a", "2026-05-03", ("Ferry pact signed", {**PACT, "zone": "headline"}))
    below = report("b", "2026-05-04", ("They signed the ferry pact.", PACT))
    assert [one for one in dossier(headline, below).problems if one.kind == "headline-only"] == []
    assert [one for one in dossier(headline).problems if one.kind == "headline-only"]
