from __future__ import annotations

import pytest

from .reader import evidence, facts, one


@pytest.mark.parametrize(
    ("sentence", "strength", "actors", "action"),
    [
        ("Both sides agreed to build a fish market.", "agreed", {"KE", "JP"}, "build a fish market"),
        ("Kenya pledged to protect Japanese investors.", "pledged", {"KE"}, "protect Japanese investors"),
        ("Both countries committed to training nurses.", "committed", {"KE", "JP"}, "training nurses"),
        (
            "Kenya and Japan are committed to contribute to the fund.",
            "committed",
            {"KE", "JP"},
            "contribute to the fund",
        ),
        ("Japan decided to open a consulate in Mombasa.", "decided", {"JP"}, "open a consulate in Mombasa"),
        ("The two ministers resolved to end the dispute.", "resolved", {"KE", "JP"}, "end the dispute"),
        ("Japan will provide 200 buses to Kenyan schools.", "will", {"JP"}, "provide 200 buses to Kenyan schools"),
        ("Kenya and Japan intend to intensify seed research.", "will", {"KE", "JP"}, "intensify seed research"),
        ("It was also agreed to strengthen flood warnings.", "agreed", {"KE", "JP"}, "strengthen flood warnings"),
        ("The two sides reaffirmed their commitment to ending the ban.", "reaffirmed", {"KE", "JP"}, "ending the ban"),
        ("Both sides reached an agreement to launch direct flights.", "agreed", {"KE", "JP"}, "launch direct flights"),
        (
            "The talks ended with agreements to focus on joint tea research.",
            "agreed",
            {"KE", "JP"},
            "focus on joint tea research",
        ),
    ],
)
def test_undertaking(sentence: str, strength: str, actors: set[str], action: str) -> None:
    commitment = one(sentence, "commitment")
    assert (commitment.strength, set(commitment.actors), commitment.action) == (strength, actors, action)
    assert commitment.status == "open"


def test_conjuncts_with_a_verb_of_their_own_are_facts_of_their_own() -> None:
    text = "The two countries agreed to apply the Tea Treaty, signed in July 2024, and explore joint ventures."
    first, second = facts(text, "commitment")
    assert evidence(first) == ["The two countries agreed to apply the Tea Treaty"]
    assert evidence(second) == ["The two countries agreed to", "explore joint ventures"]


def test_semicolons_part_conjuncts() -> None:
    text = "They agreed to pursue trade in tea; to collaborate on space; to ensure food safety; and to oppose piracy."
    assert [fact.action for fact in facts(text, "commitment")] == [
        "pursue trade in tea", "collaborate on space", "ensure food safety", "oppose piracy",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides agreed to cooperate in research, training and trade.",
        "Both sides agreed to promote tea, coffee and support for farmers.",
        "Both sides agreed to broaden and deepen the exchange of nurses.",
    ],
)
def test_objects_without_a_verb_stay_one_fact(sentence: str) -> None:
    assert len(facts(sentence, "commitment")) == 1


def test_bullets_under_a_lead() -> None:
    text = "The two sides agreed:\n\n- to double tea exports;\n- to open a school in Kisumu."
    first, second = facts(text, "commitment")
    assert (first.action, second.action) == ("double tea exports", "open a school in Kisumu")
    assert evidence(second) == ["The two sides agreed:", "open a school in Kisumu"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides discussed opening a consulate.",
        "Kenya invited Japan to join the geothermal project.",
        "Japan suggested organising a tea fair.",
        "The ministers reaffirmed the importance of free trade.",
        "They welcomed Japan's commitment to end the ban.",
        "The agreement will enhance trade between Kenya and Japan.",
        "The visit will contribute to closer ties.",
        "Kenya hopes to export more tea to Japan.",
        "Kenya looked forward to opening a consulate in Osaka.",
        "The new commission will promote investment.",
        "Japan would not agree to lift the ban.",
    ],
)
def test_what_is_no_commitment(sentence: str) -> None:
    assert facts(sentence, "commitment") == []


def test_measure_already_taken() -> None:
    commitment = one("Last December, Kenya waived duties on machines from Japan.", "commitment")
    assert (commitment.status, commitment.strength, commitment.actors, commitment.date) == (
        "implemented", "decided", ("KE",), "2025-12",
    )  # fmt: skip


def test_generic_phrases_are_boilerplate() -> None:
    assert one("Both sides agreed to further enhance bilateral relations.", "commitment").boilerplate
    assert not one("Both sides agreed to enhance cooperation in tea research.", "commitment").boilerplate


def test_deadline() -> None:
    assert one("Both sides agreed to build a fish market by 2029.", "commitment").due == "2029"


def test_unresolved_actor_stays_unsettled() -> None:
    (commitment,) = facts("The association agreed to build a fish market.", "commitment", settled=False)
    assert (commitment.certainty, commitment.open) == ("unsettled", ("actors",))


def test_sectors() -> None:
    assert one("Both sides agreed to promote tourism and air services.", "commitment").sectors == (
        "tourism",
        "transport",
    )


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Kenya and Japan agreed on Wednesday to jointly run a nursing school.", ["run a nursing school"]),
        ("Japan promised not to raise port fees.", ["not to raise port fees"]),
        ("Japan assured Kenya that it would not raise port fees.", ["it would not raise port fees"]),
        (
            "The two sides reached agreement on a fish market; on nursing schools; and on a new ferry.",
            ["a fish market", "nursing schools", "a new ferry"],
        ),
        ("The two sides agreed that Kenya would host the tea fair.", ["Kenya would host the tea fair"]),
        (
            "Both sides welcomed the talks and reaffirmed their commitment to ending the ban.",
            ["ending the ban"],
        ),
        ("Japan has donated 5,000 tonnes of rice to Kenya.", ["donated 5,000 tonnes of rice to Kenya"]),
        (
            "Kenya will receive ten scholarships as part of a programme of Japan.",
            ["receive ten scholarships as part of a programme of Japan"],
        ),
        ("Japan pledged $40 million for flood control in Kenya.", ["$40 million for flood control in Kenya"]),
    ],
)
def test_further_forms_of_undertaking(sentence: str, actions: list[str]) -> None:
    found = facts(sentence, "commitment")
    assert [fact.action for fact in found] == actions
    assert all(fact.actors for fact in found)
