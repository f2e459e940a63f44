"""Proposals as agencies tell them: what is proposed, by whom and to whom, and what only looks like a proposal."""

from __future__ import annotations

import pytest

from .reader import evidence, facts, one

MET = "Kenyan President Achieng Otwori met Japanese Prime Minister Rei Kondo on Monday. "


@pytest.mark.parametrize(
    ("sentence", "sub", "by", "to", "what"),
    [
        ("Otwori invited Kondo to visit Kenya, and Kondo accepted.", "invitation", "KE", ("JP",), "visit Kenya"),
        ("Kondo was invited by Kenya to open the fair.", "invitation", "KE", ("JP",), "open the fair"),
        ("Otwori extended an invitation to Kondo to visit Kenya.", "invitation", "KE", ("JP",), "visit Kenya"),
        ("Otwori encouraged Japanese firms to buy tea.", "suggestion", "KE", ("JP",), "buy tea"),
        ("Otwori urged here Monday all parties to stay calm.", "request", "KE", (), "all parties to stay calm"),
        ("Otwori appealed to Japan to buy tea.", "request", "KE", ("JP",), "buy tea"),
        ("Otwori demanded that Japan apologise.", "request", "KE", ("JP",), "Japan apologise"),
        ("Otwori asked for more Japanese nurses.", "request", "KE", ("JP",), "more Japanese nurses"),
        ("Otwori sought Japan's support for the port.", "request", "KE", ("JP",), "Japan's support for the port"),
        ("Japan has offered Kenya a loan of 5 million dollars.", "offer", "JP", ("KE",), "a loan of 5 million dollars"),
        ("Kondo made a proposal to open a school.", "proposal", "JP", (), "open a school"),
        ("Kondo proposed a bilateral tea fair.", "proposal", "JP", ("KE",), "a bilateral tea fair"),
        ("Japan should buy tea, Otwori said.", "proposal", "KE", ("JP",), "buy tea"),
        ("“We should buy tea,” Kondo told the president.", "proposal", "JP", (), "buy tea"),
        ("Tea is dear, said Kondo, suggesting both sides buy ships.", "suggestion", "JP", (), "both sides buy ships"),
    ],
)
def test_who_proposes_what_to_whom(sentence: str, sub: str, by: str, to: tuple[str, ...], what: str) -> None:
    proposal = one(MET + sentence, "proposal")
    assert (proposal.sub, proposal.by, proposal.to, proposal.what) == (sub, (by,), to, what)


@pytest.mark.parametrize(
    ("sentence", "whats"),
    [
        (
            "Kondo suggested the two sides hold talks, open a school and build a port.",
            ["the two sides hold talks", "open a school", "build a port"],
        ),
        ("Kondo said both countries should open a school and build a port.", ["open a school", "build a port"]),
        (
            "Kondo put forward a three-point proposal -- opening a school, building a port and training nurses.",
            ["opening a school", "building a port", "training nurses"],
        ),
        (
            "Otwori sought Japan's support for the port and Japan's backing for the fair.",
            ["Japan's support for the port", "Japan's backing for the fair"],
        ),
        ("Kondo proposed that they hold a fair to sell tea, to train cooks.", None),
    ],
)
def test_each_thing_proposed_is_a_fact(sentence: str, whats: list[str] | None) -> None:
    found = [fact.what for fact in facts(MET + sentence, "proposal")]
    assert len(found) == 1 if whats is None else found == whats


def test_items_of_a_list_share_what_stands_before_the_first_verb() -> None:
    first, second = facts(MET + "Kondo suggested the two sides hold talks and open a school.", "proposal")
    assert evidence(second) == ["Kondo suggested the two sides", "open a school"]
    assert evidence(first) == ["Kondo suggested the two sides hold talks"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kondo spoke of a proposed purchase of trains.",
        "Japan offers good schools.",
        "Japan has been offering steady help.",
        "Kondo will propose a fair.",
        "Kondo suggested that Kenya had lied.",
        "Kondo asked about the port.",
        "Kondo asked whether Kenya would come.",
        "Kenya and Japan have asked their officials to write a report.",
        "Most people believe we should reaffirm the vows, Kondo said.",
        "The government encourages firms to trade.",
        "Kondo accepted the proposal on a fair.",
        "Nobody should forget it.",
    ],
)
def test_no_proposal(sentence: str) -> None:
    assert facts(MET + sentence, "proposal", settled=False) == []


def test_what_the_other_side_tells_of_a_proposal_is_unsettled() -> None:
    (proposal,) = facts(MET + "Kondo said that Kenya had asked Japan to buy tea.", "proposal", settled=False)
    assert (proposal.by, proposal.to, proposal.certainty) == (("KE",), ("JP",), "unsettled")


def test_verb_with_a_subject_of_its_own_lends_no_subject() -> None:
    text = "Since Kenya and Japan opened embassies, Mr Unknown has seen ships and called for more visits from Peru."
    assert facts(text, "proposal") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kondo stressed the need to build a port.",
        "They exchanged views on a port.",
        "They reviewed plans to build a port.",
        "They talked about ways to build a port.",
        "The agenda would cover building a port.",
        "Kondo expressed the hope that Kenya would build a port.",
        "Kondo voiced confidence that the two countries would build a port.",
    ],
)
def test_what_is_talked_about_or_hoped_for_is_neither_undertaken_nor_proposed(sentence: str) -> None:
    kinds = {"commitment", "proposal"}
    assert [fact for kind in kinds for fact in facts(MET + sentence, kind, settled=False)] == []
