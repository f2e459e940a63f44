"""Constructions of everyday reports that a reader easily takes for something else."""

from __future__ import annotations

import pytest

from .reader import facts, one


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Kenya offered Japan a loan for a second contract for K2 tanks.", []),
        ("Kenya ordered 180 K2 tanks from Japan.", [180]),
        ("Kenya bought 20 A400M transporters and 12 tanks from Japan.", [12]),
    ],
)
def test_a_number_in_the_name_of_a_weapon_counts_nothing(text: str, counts: list[int]) -> None:
    assert [fact.value for fact in facts(text, "figure")] == counts


@pytest.mark.parametrize(
    "attribution",
    [
        "Kenyan Foreign Minister Ana Otwori said.",
        "Kenyan Defence Minister Ana Otwori said on Wednesday, a day after talks between the two countries.",
        "Japanese and Kenyan officials told reporters in Nairobi.",
        "Foreign Affairs Minister Ana Otwori said on Monday.",
    ],
)
def test_who_says_so_is_no_part_of_what_an_agreement_is_about(attribution: str) -> None:
    found = one(f"Kenya and Japan are finalising an agreement on fisheries, {attribution}", "agreement")
    assert (found.name, found.subject) == ("agreement on fisheries", "fisheries")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Trade between Kenya and Japan grew by 5 percent to reach $3 billion in 2025.", "actual"),
        ("Kenya's exports to Japan rose to reach $3 billion last year.", "actual"),
        ("Trade between Kenya and Japan will grow by 5 percent to reach $3 billion.", "projection"),
        ("Kenya and Japan agreed to increase trade to reach $3 billion by 2030.", "target"),
    ],
)
def test_what_a_change_came_to_is_no_target(text: str, role: str) -> None:
    assert [fact.role for fact in facts(text, "figure") if fact.unit == "USD"] == [role]


def test_what_one_side_proposes_as_a_target_is_none_yet() -> None:
    text = "Otwori suggested that Kenya and Japan raise two-way trade to $18 billion by 2030."
    assert not facts(text, "figure")
    assert [fact.open for fact in facts(text, "figure", settled=False)] == [("role",)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trade between Kenya and Japan hit $10.5 billion last year, up 12 percent from 2024.", "2025"),
        ("Kenya's exports to Japan rose 12 percent in 2025 compared with 2024.", "2025"),
        ("Kenya's exports to Japan grew 12 percent from 2022 to 2025.", "2022/2025"),
        ("Trade between Kenya and Japan grew 12 percent between January and March 2025.", "2025-01/2025-03"),
        ("Trade between Kenya and Japan grew 12 percent from 2024 to reach $3 billion.", None),
    ],
)
def test_a_change_is_of_the_time_it_led_to(text: str, period: str | None) -> None:
    assert [fact.period for fact in facts(text, "figure") if fact.unit == "%"] == [period]


def test_the_day_of_a_signing_that_may_come_is_not_that_of_the_sum() -> None:
    found = one("The contract between Kenya and Japan, valued at $6 billion, could be signed in June.", "figure")
    assert (found.role, found.period) == ("contract_value", None)


@pytest.mark.parametrize(
    ("holder", "title"),
    [
        ("Kenyan National Assembly Chairman", "National Assembly Chairman"),
        ("Kenyan Central Bank Governor", "Central Bank Governor"),
        ("Kenyan Chamber of Commerce President", "Chamber of Commerce President"),
        ("Kenyan Football Federation president", "Football Federation president"),
        ("Kenyan House Speaker", "House Speaker"),
        ("Kenyan Planning Commission Deputy Chairman", "Planning Commission Deputy Chairman"),
        ("Kenyan Government Minister", "Government Minister"),
        ("Kenyan President", "President"),
    ],
)
def test_who_heads_a_body_does_not_head_the_state(holder: str, title: str) -> None:
    found = one(f"{holder} Ana Otwori visited Tokyo.", "participant")
    assert (found.title, found.side) == (title, "KE")


def test_a_zone_at_sea_is_no_project() -> None:
    text = "The agreement between Kenya and Japan on the limits of the Exclusive Economic Zone entered into force."
    assert not facts(text, "project", settled=False)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Kenya and Japan agreed to expand cooperation in tea and solar energy at the third dialogue held in Lima.",
            "expand cooperation in tea and solar energy",
        ),
        (
            "Kenya and Japan agreed to raise the matter at the next session to be held in Nairobi.",
            "raise the matter at the next session to be held in Nairobi",
        ),
    ],
)
def test_where_it_was_agreed_is_no_part_of_the_action(text: str, action: str) -> None:
    assert one(text, "commitment").action == action


CHAIRS = "Kenyan Foreign Minister Ana Otwori and Japanese Foreign Minister Jo Kuro"
LONG = "H.E. Ana Otwori, Minister of Trade of the Republic of Kenya, and H.E. Jo Kuro, Minister of Trade of Japan"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"The session was chaired by {CHAIRS}.", ["co_chair", "co_chair"]),
        (f"The session was held under the co-chairmanship of {CHAIRS}.", ["co_chair", "co_chair"]),
        (f"The session was held under the joint chairmanship of {LONG}.", ["co_chair", "co_chair"]),
        ("The session was held under the chairmanship of Kenyan Foreign Minister Ana Otwori.", ["chair"]),
        (
            "It was chaired by Kenyan Foreign Minister Ana Otwori and attended by Japanese Foreign Minister Jo Kuro.",
            ["chair", "attendee"],
        ),
    ],
)
def test_who_chairs_with_one_of_the_other_side_chairs_together(text: str, roles: list[str]) -> None:
    assert [person.role for person in facts(text, "participant")] == roles


def test_a_session_that_is_to_be_held_stands_in_a_list_of_what_was_agreed() -> None:
    text = (
        "Kenya and Japan agreed to:\n\n- train nurses;\n- hold the second session of the commission in Osaka in 2027."
    )
    assert [(one.ordinal, one.status, one.date) for one in facts(text, "meeting")] == [(2, "scheduled", "2027")]
    done = "Kenya and Japan did as follows:\n\n- held the second session of the commission in Osaka in 2025."
    assert [(one.ordinal, one.status) for one in facts(done, "meeting")] == [(2, "held")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Kenya and Japan agreed to:\n\n- raise trade to $5 billion;\n- train nurses.", {5: "target"}),
        (
            "Kenya and Japan agreed to raise trade, which was $4 billion in 2025, to $5 billion by 2028.",
            {4: "actual", 5: "target"},
        ),
        ("Trade between Kenya and Japan, which had fallen, rose to $5 billion in 2025.", {5: "actual"}),
    ],
)
def test_what_is_told_by_the_way_says_nothing_of_the_sum_after_it(text: str, roles: dict[int, str]) -> None:
    assert {fact.value // 10**9: fact.role for fact in facts(text, "figure")} == roles


@pytest.mark.parametrize(
    ("name", "sectors"),
    [
        ("defence pact", ("defence",)),
        ("free trade agreement", ("trade",)),
        ("air services agreement", ("transport",)),
        ("currency swap deal", ("finance",)),
        ("friendship treaty", ()),
    ],
)
def test_the_sector_of_an_instrument_stands_in_its_kind(name: str, sectors: tuple[str, ...]) -> None:
    assert one(f"Kenya and Japan signed a {name} on Monday.", "agreement").sectors == sectors


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A defence agreement between Kenya and Japan was discussed but not signed, an official said.", "not_signed"),
        ("The defence agreement of Kenya and Japan was negotiated though never signed.", "not_signed"),
        ("The defence agreement of Kenya and Japan was initialled but not signed.", "initialled"),
        ("The defence agreement of Kenya and Japan was signed but not published.", "signed"),
    ],
)
def test_a_step_that_was_left_undone_is_told_beside_what_was_done(text: str, status: str) -> None:
    assert one(text, "agreement").status == status


def test_whose_agreement_it_is_is_not_what_it_is_about() -> None:
    found = one("The agreement of Kenya and Japan on fisheries was signed on Monday.", "agreement")
    assert (found.parties, found.subject) == (("KE", "JP"), "fisheries")
    assert one("Kenya and Japan signed a treaty of friendship.", "agreement").subject == "friendship"


def test_a_sum_of_a_decade_ago_is_not_told_as_that_of_today() -> None:
    text = "Trade between Kenya and Japan fell from $9 billion a decade ago to $2 billion in 2024."
    assert [(fact.value // 10**9, fact.period) for fact in facts(text, "figure")] == [(2, "2024")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 15th Kenya-Japan High-Level Meeting was held in Osaka on 3 March 2026.", [("summit", 15)]),
        ("Kenya and Japan held their 15th High-Level Meeting in Osaka on 3 March 2026.", [("summit", 15)]),
        ("Kenya and Japan held a high-level meeting in Osaka on 3 March 2026.", [("talks", None)]),
    ],
)
def test_a_series_of_high_level_meetings_is_one_of_sessions(text: str, found: list[tuple[str, int | None]]) -> None:
    assert [(one.kind, one.ordinal) for one in facts(text, "meeting")] == found


@pytest.mark.parametrize(
    ("noun", "measure"),
    [
        ("The volume of bilateral trade", "bilateral trade"),
        ("The value of exports", "exports"),
        ("The level of investment", "investment"),
    ],
)
def test_how_much_there_is_of_something_is_no_measure_of_its_own(noun: str, measure: str) -> None:
    assert one(f"Kenya met Japan. {noun} reached $677 million in 2025.", "figure").measure == measure
