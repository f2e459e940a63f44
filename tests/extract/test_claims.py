"""What is foreseen, planned, called off or doubted is never told as done, promised or reached."""

from __future__ import annotations

import pytest

from .reader import facts, one


def told(sentence: str, kind: str) -> list[tuple[object, str]]:
    """Return status or role, and certainty, of the facts of one type."""
    name = "role" if kind == "figure" else "status"
    return [(fact.get(name), fact.certainty) for fact in facts(sentence, kind, settled=False, parties=())]


@pytest.mark.parametrize(
    "sentence",
    [
        "The deal will boost trade between Peru and Ghana.",
        "Peru will benefit from the deal with Ghana.",
        "Peru's exports to Ghana will grow by a third.",
        "Peru and Ghana will see trade grow.",
        "The new road would open markets for Peru and Ghana.",
        "Peru said that Ghana would gain from the port.",
        "Peru could provide ships to Ghana.",
        "Peru may build a port in Ghana.",
        "Will Peru build a port in Ghana?",
        "Peru denied agreeing to build a port in Ghana.",
        "Peru has not agreed to build a port in Ghana.",
        "Peru refused to commit to building a port in Ghana.",
        "Peru and Ghana failed to agree to build a port.",
        "Peru is expected to agree to build a port in Ghana.",
        "Peru hopes Ghana will build a port.",
        "Peru expects that Ghana will build a port.",
        "Peru predicted that Ghana would build a port.",
        "Peru wants Ghana to build a port.",
        "Peru withdrew its pledge to build a port in Ghana.",
        "Peru would have built a port in Ghana.",
        "It is unclear whether Peru agreed to build a port in Ghana.",
    ],
)
def test_no_commitment_at_all(sentence: str) -> None:
    assert told(sentence, "commitment") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru denied that it would build a port in Ghana.",
        "Peru's foreign ministry denied that it had agreed to build a port in Ghana.",
        "Peru rejected reports that it would build a port in Ghana.",
    ],
)
def test_a_commitment_that_is_denied_is_an_unsettled_denial(sentence: str) -> None:
    assert told(sentence, "commitment") == [("denied", "unsettled")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts said Peru would provide ships to Ghana.",
        "According to experts, Peru will provide ships to Ghana.",
        "Peru would build a port in Ghana if Ghana paid for it.",
        "Once the treaty is ratified, Peru will lift the ban on goods from Ghana.",
        "Peru reportedly agreed to build a port in Ghana.",
        "Peru and Ghana had agreed to build a port but later dropped the plan.",
    ],
)
def test_commitment_on_a_condition_or_by_hearsay_is_unsettled(sentence: str) -> None:
    assert told(sentence, "commitment") == [("open", "unsettled")]


@pytest.mark.parametrize(
    ("clause", "status", "certainty"),
    [
        ("was due to visit Ghana in May", "planned", "confident"),
        ("is expected to arrive in Accra on Monday", "planned", "confident"),
        ("would visit Ghana in May, officials said", "planned", "confident"),
        ("will pay a state visit to Ghana in May", "planned", "confident"),
        ("may visit Ghana in May", "planned", "unsettled"),
        ("could visit Ghana in May", "planned", "unsettled"),
        ("cancelled her visit to Ghana", "cancelled", "confident"),
        ("called off her visit to Ghana", "cancelled", "confident"),
        ("postponed her visit to Ghana", "postponed", "confident"),
        ("reportedly visited Ghana", None, "unsettled"),
        ("would have visited Ghana in May", None, "unsettled"),
        ("visited Ghana in May", "past", "confident"),
        ("paid a visit to Ghana in May", "past", "confident"),
        ("is on a visit to Ghana", "ongoing", "confident"),
    ],
)
def test_visit_stands_as_its_verb_says(clause: str, status: str | None, certainty: str) -> None:
    assert told(f"Peruvian President Ana Solmar {clause}.", "visit") == [(status, certainty)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peruvian President Ana Solmar's visit to Ghana was cancelled.", "cancelled"),
        ("Peruvian President Ana Solmar's planned visit to Ghana has been postponed.", "postponed"),
        ("After Peruvian President Ana Solmar visited Ghana in May, trade grew.", "past"),
    ],
)
def test_visit_told_by_its_noun_or_in_a_clause(sentence: str, status: str) -> None:
    assert told(sentence, "visit") == [(status, "confident")]


@pytest.mark.parametrize(
    "sentence",
    [
        "If Peruvian President Ana Solmar visits Ghana, tariffs will fall.",
        "Did Peruvian President Ana Solmar visit Ghana?",
        "Ahead of Peruvian President Ana Solmar's visit to Ghana, the port was cleaned.",
        "During the visit of Peruvian President Ana Solmar to Ghana, a treaty will be signed.",
        "The possible visit of Peruvian President Ana Solmar to Ghana was discussed.",
    ],
)
def test_visit_that_may_not_have_been_is_unsettled(sentence: str) -> None:
    ((status, certainty),) = told(sentence, "visit")
    assert (status in {None, "planned"}, certainty) == (True, "unsettled")


@pytest.mark.parametrize(
    "clause",
    ["did not visit Ghana", "has never visited Ghana", "declined to visit Ghana"],
)
def test_visit_that_was_not(clause: str) -> None:
    assert told(f"Peruvian President Ana Solmar {clause}.", "visit") == []


def test_a_visit_that_is_denied_is_an_unsettled_denial() -> None:
    assert told("Peruvian President Ana Solmar denied that she had visited Ghana.", "visit") == [
        ("denied", "unsettled")
    ]


SESSION = "third session of the Peru-Ghana Joint Commission"


@pytest.mark.parametrize(
    ("sentence", "status", "certainty"),
    [
        (f"The {SESSION} was postponed.", "postponed", "confident"),
        (f"The {SESSION} has been cancelled.", "cancelled", "confident"),
        (f"The {SESSION} was due to be held in Lima in May.", "scheduled", "confident"),
        (f"The {SESSION} was expected to take place in May.", "scheduled", "confident"),
        (f"The {SESSION} may be held in Lima in May.", "scheduled", "unsettled"),
        (f"The {SESSION} has not been held.", "scheduled", "unsettled"),
        (f"If the {SESSION} is held, tariffs will be discussed.", "scheduled", "unsettled"),
        (f"Preparations for the {SESSION} are under way.", "scheduled", "unsettled"),
        (f"Ahead of the {SESSION}, experts met in Accra.", "scheduled", "unsettled"),
        (f"Peru proposed to hold the {SESSION} in May.", "scheduled", "unsettled"),
        (f"Ghana cancelled the {SESSION}.", "cancelled", "confident"),
        (f"The {SESSION} was held in Lima.", "held", "confident"),
        ("Talks between Peru and Ghana were postponed.", "postponed", "confident"),
        ("Peru and Ghana could hold talks in Lima on Monday.", "scheduled", "unsettled"),
        ("If Peru and Ghana hold talks in Lima on Monday, tariffs will fall.", "scheduled", "unsettled"),
        ("Peru and Ghana held talks in Lima on Monday.", "held", "confident"),
    ],
)
def test_meeting_stands_as_its_verb_says(sentence: str, status: str, certainty: str) -> None:
    assert (status, certainty) in told(sentence, "meeting")
    assert status == "held" or "held" not in {found for found, _ in told(sentence, "meeting")}


@pytest.mark.parametrize("clause", ["refused to meet", "did not meet"])
def test_meeting_that_was_not(clause: str) -> None:
    sentence = f"Peruvian President Ana Solmar {clause} Ghanaian President Kofi Antwen on Monday."
    assert told(sentence, "meeting") == []


def test_a_meeting_that_is_denied_is_an_unsettled_denial() -> None:
    sentence = "Peruvian President Ana Solmar denied that she had met Ghanaian President Kofi Antwen on Monday."
    assert told(sentence, "meeting") == [("denied", "unsettled")]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Trade between Peru and Ghana could reach $5 billion.", ["projection"]),
        ("Trade between Peru and Ghana is expected to reach $5 billion.", ["projection"]),
        ("Trade between Peru and Ghana will reach $5 billion by 2030.", ["projection"]),
        ("Trade between Peru and Ghana has the potential to reach $5 billion.", ["projection"]),
        ("The contract between Peru and Ghana would be worth $5 billion.", ["projection"]),
        ("The pipe from Peru to Ghana would carry 5 million tonnes of oil.", ["projection"]),
        ("Peru and Ghana aim to bring trade to $5 billion by 2030.", ["target"]),
        ("Peru and Ghana hope trade will exceed $5 billion.", ["target"]),
        ("Trade between Peru and Ghana fell short of the $5 billion target.", ["target"]),
        ("Peru and Ghana want to raise trade from $2 billion to $5 billion.", ["actual", "target"]),
        ("Trade between Peru and Ghana is set to rise from $2 billion to $5 billion.", ["actual", "projection"]),
        ("Trade between Peru and Ghana rose from $2 billion to $5 billion.", ["actual", "actual"]),
        ("Trade between Peru and Ghana stood at $5 billion, against a target of $8 billion.", ["actual", "target"]),
        ("The contract between Peru and Ghana is worth $5 billion.", ["contract_value"]),
    ],
)
def test_role_of_a_figure(sentence: str, roles: list[str]) -> None:
    assert told(sentence, "figure") == [(role, "confident") for role in roles]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trade between Peru and Ghana could have reached $5 billion in 2024.",
        "Trade between Peru and Ghana did not reach $5 billion.",
        "Trade between Peru and Ghana failed to reach $5 billion.",
        "The mill of Peru in Ghana has a capacity of 5 million tonnes.",
    ],
)
def test_figure_that_is_no_level_of_anything_stays_open(sentence: str) -> None:
    assert told(sentence, "figure") == [(None, "unsettled")]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Peru ratified the transit treaty with Ghana.", "PE"),
        ("The Peruvian Senate ratified the transit treaty with Ghana in 2024.", "PE"),
        ("The transit treaty between Peru and Ghana has been ratified by Ghana.", "GH"),
        ("The transit treaty between Peru and Ghana has been ratified by both countries.", None),
    ],
)
def test_who_ratified(sentence: str, by: str | None) -> None:
    treaty = one(sentence, "agreement", parties=())
    assert (treaty.status, treaty.ratified_by) == ("ratified", by)
