"""What newspapers say in ways that sound like more than it is: rumours, drafts, dropped plans, provisos, refusals."""

from __future__ import annotations

import pytest

from .reader import facts

PARTIES = ("FI", "PE")


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither side confirmed that a fisheries agreement had been signed by Finland and Peru.",
        "Finland and Peru dropped plans to sign a fisheries agreement.",
        "Peru shelved a plan to sign a fisheries agreement with Finland.",
        "Peru is under pressure to sign a fisheries agreement with Finland.",
        "According to a draft, Finland and Peru will sign a fisheries agreement in May.",
        "Finland and Peru have signed a fisheries agreement, sources said.",
        "The two sides fell short of signing the fisheries agreement.",
        "Assuming that the talks succeed, Finland and Peru will sign a fisheries agreement.",
    ],
)
def test_no_status_of_an_instrument_is_sure(sentence: str) -> None:
    assert [one for one in facts(sentence, "agreement", parties=PARTIES) if one.status != "existing"] == []


def test_who_balks_at_signing_has_not_signed() -> None:
    (fact,) = facts("Peru balked at signing the fisheries agreement with Finland.", "agreement", parties=PARTIES)
    assert fact.status == "not_signed"


def test_what_is_told_contrary_to_reports_is_no_report() -> None:
    sentence = "Contrary to reports, Finland and Peru have not signed a fisheries agreement."
    assert [one.status for one in facts(sentence, "agreement", parties=PARTIES)] == ["not_signed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "According to a draft seen by reporters, Peru will buy 20 aircraft from Finland.",
        "Finland had promised to build a port in Peru but never did.",
        "Finland will build the port in Peru as long as Peru pays for it.",
        "Finland will build a port in Peru provided that the parliament agrees.",
        "Subject to the approval of parliament, Finland will lend 2 billion euros to Peru.",
    ],
)
def test_a_commitment_on_a_proviso_by_a_draft_or_broken_is_not_sure(sentence: str) -> None:
    assert facts(sentence, "commitment", parties=PARTIES) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Finland will build the port in Peru as long as 20 kilometres from Lima.",
        "Finland promised to build a port in Peru but not an airport.",
    ],
)
def test_words_that_only_look_like_a_proviso_leave_it_sure(sentence: str) -> None:
    assert len(facts(sentence, "commitment", parties=PARTIES)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru reportedly agreed to buy 20 aircraft from Finland.",
        "Contrary to reports, Peru did not agree to buy 20 aircraft from Finland.",
        "Peru denied that it had bought 20 aircraft from Finland.",
    ],
)
def test_what_may_not_have_been_bought_is_not_counted(sentence: str) -> None:
    assert facts(sentence, "figure", parties=PARTIES) == []


def test_what_was_bought_is_counted() -> None:
    (figure,) = facts("Peru bought 20 aircraft from Finland.", "figure", parties=PARTIES)
    assert (figure.value, figure.role) == (20, "count")


def test_a_visit_on_a_condition_is_not_sure() -> None:
    sentence = "Peruvian President Ana Solmar is scheduled to visit Finland in May{}."
    assert [one.status for one in facts(sentence.format(""), "visit", parties=PARTIES)] == ["planned"]
    assert facts(sentence.format(" if the talks succeed"), "visit", parties=PARTIES) == []


def test_a_visit_that_is_denied_leaves_the_one_that_is_told_as_it_is() -> None:
    text = (
        "Peruvian President Ana Solmar will visit Finland in May, her office said.\n\n"
        "Finland denied that President Ana Solmar would visit Finland in May.\n"
    )
    found = facts(text, "visit", settled=False, parties=PARTIES)
    assert [(one.status, one.certainty) for one in found] == [("planned", "confident"), ("denied", "unsettled")]
