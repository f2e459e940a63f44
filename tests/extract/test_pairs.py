"""Whom "both sides" means where a report tells of several pairs of states, and of whom a title without a state is."""

from __future__ import annotations

import pytest

from .reader import facts

SCHOOL = "agreed to open a tea school."


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (f"Kenya and Japan met. Both sides {SCHOOL}", {"KE", "JP"}),
        (f"Kenya and Japan met. Peru and Ghana signed a pact on tea. The two countries {SCHOOL}", {"PE", "GH"}),
        (f"Kenya and Japan met. Meanwhile, Peru and Ghana met in Lima. They {SCHOOL}", {"PE", "GH"}),
        (f"Kenya and Japan discussed the dispute between Peru and Ghana. Both sides {SCHOOL}", {"KE", "JP"}),
        (f"Peru and Ghana met in Lima. Tea is dear. Kenya and Japan met in Osaka. Both sides {SCHOOL}", {"KE", "JP"}),
    ],
)
def test_both_sides_are_the_pair_last_named(text: str, actors: set[str]) -> None:
    found = [set(fact.actors) for fact in facts(text, "commitment") if "school" in fact.action]
    assert found == [actors]


def test_both_sides_long_after_another_pair_stay_open() -> None:
    text = f"Kenya and Japan met. Peru and Ghana met in Lima. Tea is dear. Coffee is cheap. Both sides {SCHOOL}"
    (commitment,) = facts(text, "commitment", settled=False)
    assert (commitment.actors, commitment.open) == ((), ("actors",))


def test_minister_without_a_state_stays_open_where_a_third_state_has_a_part() -> None:
    text = (
        "NAIROBI: Peruvian Minister Ana Solmar came. Japan was thanked. Trade Minister Achieng Otwori spoke of ports."
    )
    people = {fact.name: (fact.side, fact.certainty) for fact in facts(text, "participant", settled=False)}
    assert people["Achieng Otwori"] == (None, "unsettled")


@pytest.mark.parametrize(
    ("sentence", "kind", "date", "status"),
    [
        (
            "Kenyan Minister Ana Otwori met here Monday with Japanese Minister Ryo Kuro.",
            "talks",
            "2026-03-09",
            "held",
        ),
        (
            "Kenyan Minister Ana Otwori is due to meet Japanese Minister Ryo Kuro on Monday.",
            "talks",
            "2026-03-16",
            "scheduled",
        ),
        (
            "The Kenya-Japan Joint Commission on Roads ended its session on Friday.",
            "joint_commission",
            "2026-03-13",
            "held",
        ),
    ],
)
def test_meetings_as_agencies_tell_them(sentence: str, kind: str, date: str, status: str) -> None:
    assert [(fact.kind, fact.date, fact.status) for fact in facts(sentence, "meeting")] == [(kind, date, status)]


def test_talks_that_somebody_came_for_are_not_held() -> None:
    text = "Kenyan Minister Ana Otwori arrived in Osaka on Monday for talks with Japanese leaders."
    assert facts(text, "meeting") == []


def test_next_session_of_the_body_spoken_of() -> None:
    text = (
        "The third session of the Kenya-Japan joint commission ended. The next session will be hosted by Japan in 2028."
    )
    (milestone,) = facts(text, "milestone")
    assert (milestone.date, milestone.country) == ("2028", "JP")


def test_plan_that_was_put_off_is_no_plan() -> None:
    text = (
        "A visit by Kenyan President Achieng Otwori to Tokyo has been postponed. "
        "Kenyan President Achieng Otwori would visit Tokyo between 7 and 9 April."
    )
    assert [fact.status for fact in facts(text, "visit")] == ["postponed"]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The 1987 treaty on tea was revoked by Kenya in 1999.", "1999"),
        ("Kenyan President Achieng Otwori visited Japan between 7 and 9 March.", "2026-03-07/2026-03-09"),
    ],
)
def test_date_of_the_act_and_not_of_the_name(sentence: str, date: str) -> None:
    kind = "agreement" if "treaty" in sentence else "visit"
    assert [fact.date for fact in facts(sentence, kind)] == [date]


def test_negotiations_to_sign_are_negotiations() -> None:
    text = "The two sides decided to accelerate negotiations to sign an agreement on tea."
    assert [fact.status for fact in facts(text, "agreement")] == ["under_negotiation"]


@pytest.mark.parametrize(
    ("sentence", "by", "what"),
    [
        ("Kenya said the two countries should strengthen air links.", ("KE",), "strengthen air links"),
        ("Kenyan Minister Ana Otwori said that both sides should meet every year.", ("KE",), "meet every year"),
    ],
)
def test_what_one_side_says_should_be_done_is_its_proposal(sentence: str, by: tuple[str, ...], what: str) -> None:
    assert [(fact.by, fact.what) for fact in facts(sentence, "proposal")] == [(by, what)]


def test_accepted_invitation_in_one_sentence() -> None:
    text = "Kenyan President Achieng Otwori accepted an invitation to visit Tokyo in May."
    assert [(fact.status, fact.destination, fact.date) for fact in facts(text, "visit")] == [
        ("planned", "Tokyo", "2026-05")
    ]


def test_repeat_of_an_instrument_tells_its_date() -> None:
    text = "Kenya and Japan have signed an agreement on tea. The agreement was signed on Monday."
    (agreement,) = facts(text, "agreement")
    assert (agreement.status, agreement.date) == ("signed", "2026-03-09")
    assert [span.exact for span in agreement.evidence][-1] == "The agreement was signed"
