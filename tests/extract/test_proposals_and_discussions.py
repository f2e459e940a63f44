from __future__ import annotations

import pytest

from .reader import evidence, facts, one


@pytest.mark.parametrize(
    ("sentence", "sub", "by", "to", "what"),
    [
        ("Kenya invited Japan to join the port project.", "invitation", ("KE",), ("JP",), "join the port project"),
        (
            "The talks covered tea, with Japan invited to join the port project.",
            "invitation",
            ("KE",),
            ("JP",),
            "join the port project",
        ),
        ("Japan was invited to join the port project.", "invitation", ("KE",), ("JP",), "join the port project"),
        (
            "Japan suggested organising a tea fair in Osaka.",
            "suggestion",
            ("JP",),
            (),
            "organising a tea fair in Osaka",
        ),
        ("Kenya proposed to set up a working group.", "proposal", ("KE",), (), "set up a working group"),
        ("Japan offered to train nurses.", "offer", ("JP",), (), "train nurses"),
        ("Kenya urged Japan to lift the ban.", "request", ("KE",), ("JP",), "lift the ban"),
        ("Kenya called on Japan to lift the ban.", "request", ("KE",), ("JP",), "lift the ban"),
        ("Kenya called for lifting the ban.", "request", ("KE",), (), "lifting the ban"),
    ],
)
def test_proposal(sentence: str, sub: str, by: tuple[str, ...], to: tuple[str, ...], what: str) -> None:
    proposal = one(sentence, "proposal")
    assert (proposal.sub, proposal.by, proposal.to, proposal.what) == (sub, by, to, what)


def test_pronoun_is_the_last_subject() -> None:
    text = "Kenyan Minister Achieng Otwori opened the talks. She invited Japan to join the port project."
    assert one(text, "proposal").by == ("KE",)


def test_two_named_works_are_two_proposals() -> None:
    text = "Kenya invited Japan to join the Rift Steam Storage (RSS), a reserve, and the Coral Line project."
    first, second = facts(text, "proposal")
    assert evidence(second)[-1] == "the Coral Line project"
    assert first.to == second.to == ("JP",)


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("The two sides discussed tea prices.", "tea prices"),
        ("The ministers reviewed progress on the port.", "progress on the port"),
        ("Both countries emphasised the importance of research on maize.", "the importance of research on maize"),
        ("They reaffirmed the importance of safe seas.", "the importance of safe seas"),
        ("Discussions focused on tea and coffee.", "tea and coffee"),
        ("The talks covered fisheries.", "fisheries"),
        ("Plans for a nursing school were also discussed.", "Plans for a nursing school"),
        ("The two leaders will discuss the situation in the Sahel.", "the situation in the Sahel"),
    ],
)
def test_discussion(sentence: str, topics: str) -> None:
    discussion = one(sentence, "discussion")
    assert discussion.topics == topics
    assert set(discussion.by) == {"KE", "JP"}


def test_one_who_stresses_does_so_alone() -> None:
    assert one("Kenya stressed the need to lift the ban.", "discussion").by == ("KE",)


def test_aim_of_a_meeting_is_a_discussion_and_never_a_commitment() -> None:
    text = "Kenya and Japan held consultations in Nairobi to discuss ways to boost tea exports."
    assert one(text, "discussion").topics == "ways to boost tea exports"
    assert facts(text, "commitment") == []
