from __future__ import annotations

import pytest

from .reader import evidence, facts, one

KENYAN = "Kenyan President Achieng Otwori"
JAPANESE = "Japanese Prime Minister Goro Hatoyawa"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Last July, Japanese Prime Minister Goro Hatoyawa visited Kenya.",
            ("Goro Hatoyawa", "JP", "KE", "2025-07", "past"),
        ),
        (
            "Japanese Minister Goro Hatoyawa, who is visiting Nairobi, met reporters.",
            ("Goro Hatoyawa", "JP", "Nairobi", "2026-03-13", "ongoing"),
        ),
        (
            "Kenyan President Achieng Otwori will visit Tokyo in May.",
            ("Achieng Otwori", "KE", "Tokyo", "2026-05", "planned"),
        ),
        (
            "Kenyan President Achieng Otwori is expected to visit Tokyo next month.",
            ("Achieng Otwori", "KE", "Tokyo", "2026-04", "planned"),
        ),
        (
            "A visit by Kenyan President Achieng Otwori to Tokyo has been postponed.",
            ("Achieng Otwori", "KE", "Tokyo", None, "postponed"),
        ),
        (
            "There was a series of visits by Japanese officials to Kenya.",
            ("Japanese officials", "JP", "KE", None, "past"),
        ),
        (
            "Kenyan President Achieng Otwori paid a state visit to Japan from 4 to 6 February 2026.",
            ("Achieng Otwori", "KE", "JP", "2026-02-04/2026-02-06", "past"),
        ),
    ],
)
def test_visit(sentence: str, expected: tuple[object, ...]) -> None:
    visit = one(sentence, "visit")
    assert (visit.visitor, visit.origin, visit.destination, visit.date, visit.status) == expected


@pytest.mark.parametrize(
    ("told", "date", "status"),
    [
        ("is to visit Japan on 20 March", "2026-03-20", "planned"),
        ("is going to visit Japan from 7th to 9th April", "2026-04-07/2026-04-09", "planned"),
        ("will be visiting Japan next week", "2026-03-16/2026-03-22", "planned"),
        ("will visit Japan from Monday to Wednesday", "2026-03-16/2026-03-18", "planned"),
        ("is to visit Japan on Tuesday and Wednesday", "2026-03-17/2026-03-18", "planned"),
        ("plans to visit Japan in May", "2026-05", "planned"),
        ("intends to travel to Japan in May", "2026-05", "planned"),
        ("is expected in Tokyo on Monday", "2026-03-16", "planned"),
        ("will be in Tokyo from Monday to Wednesday", "2026-03-16/2026-03-18", "planned"),
        ("is visiting Japan from 12 to 14 March at the invitation of the emperor", "2026-03-12/2026-03-14", "ongoing"),
        ("arrived in Tokyo on Wednesday", "2026-03-11", "ongoing"),
        ("arrived in Tokyo on Monday for a three-day state visit", "2026-03-09", "past"),
        ("arrived in Tokyo on Monday for a week-long visit", "2026-03-09", "ongoing"),
        ("arrived on Thursday at Omidori, a port town in south Japan", "2026-03-12", "ongoing"),
        ("arrived in Japan on 3 February", "2026-02-03", "past"),
        ("has arrived in Japan for a four-day visit", "2026-03-13", "ongoing"),
        ("touched down in Tokyo late on Wednesday", "2026-03-11", "ongoing"),
        ("left for Japan on Thursday on a four-day trip", "2026-03-12", "ongoing"),
        ("left Nairobi on Thursday for Tokyo", "2026-03-12", "ongoing"),
        ("is in Tokyo for a state visit", "2026-03-13", "ongoing"),
        ("is in Japan for talks", "2026-03-13", "ongoing"),
        ("was in Tokyo on Monday for talks", "2026-03-09", "past"),
        ("led a trade delegation to Tokyo last month", "2026-02", "past"),
        ("visited Japan on March 9 and 10", "2026-03-09/2026-03-10", "past"),
    ],
)
def test_going(told: str, date: str, status: str) -> None:
    visit = one(f"{KENYAN} {told}.", "visit")
    assert (visit.visitor, visit.country, visit.date, visit.status) == ("Achieng Otwori", "JP", date, status)


@pytest.mark.parametrize(
    ("told", "date", "status", "kind"),
    [
        (
            "would pay an official visit to the Japanese capital Tokyo early next month",
            "2026-04",
            "planned",
            "official",
        ),
        ("is scheduled to pay a state visit to Japan on 2- 4 April", "2026-04-02/2026-04-04", "planned", "state"),
        ("will embark on a visit to Japan on Monday", "2026-03-16", "planned", None),
        ("will be on an official visit to Japan from 20 to 22 March", "2026-03-20/2026-03-22", "planned", "official"),
        ("begins a state visit to Japan today", "2026-03-13", "ongoing", "state"),
        ("on Thursday began a three-day visit to Japan", "2026-03-12", "ongoing", None),
        ("kicked off a state visit to Japan", "2026-03-13", "ongoing", "state"),
        ("is on a three-day visit to Japan", "2026-03-13", "ongoing", None),
        ("is currently paying a two-day visit to Japan", "2026-03-13", "ongoing", None),
        ("concluded a two-day visit to Japan on Wednesday", "2026-03-10/2026-03-11", "past", None),
        ("wrapped up a three-day visit to Japan on Thursday", "2026-03-10/2026-03-12", "past", None),
        ("ended her official visit to Japan and left Tokyo for home on Wednesday", "2026-03-11", "past", "official"),
        ("left for home on Thursday after a three-day visit to Japan", "2026-03-10/2026-03-12", "past", None),
        ("recalled her visit to Japan in November", "2025-11", "past", None),
        ("paid a visit to Japan from 28 February to 2 March 2026", "2026-02-28/2026-03-02", "past", None),
        ("has postponed a visit to Japan", None, "postponed", None),
        ("has called off her trip to Japan", None, "cancelled", None),
    ],
)
def test_visit_that_is_paid(told: str, date: str | None, status: str, kind: str | None) -> None:
    visit = one(f"{KENYAN} {told}.", "visit")
    assert (visit.visitor, visit.country, visit.date) == ("Achieng Otwori", "JP", date)
    assert (visit.status, visit.kind) == (status, kind)


@pytest.mark.parametrize(
    ("sentence", "date", "status"),
    [
        (f"{JAPANESE}'s 20-22 March visit to Kenya is part of a tour.", "2026-03-20/2026-03-22", "planned"),
        (f"{JAPANESE}'s visit to Kenya, which began on Wednesday, is the first since 2010.", "2026-03-11", "ongoing"),
        (f"{JAPANESE}'s three-day visit to Kenya starts on Sunday.", "2026-03-15", "planned"),
        (f"{JAPANESE}'s two-day visit to Kenya ended on Thursday.", "2026-03-11/2026-03-12", "past"),
        (f"{JAPANESE}'s visit to Kenya next month has been called off.", None, "cancelled"),
        (f"The upcoming visit of {JAPANESE} to Kenya was discussed.", None, "planned"),
        (f"The expected visit to Kenya by {JAPANESE} next February was discussed.", "2027-02", "planned"),
        (
            f"The visit to Kenya of {JAPANESE}, scheduled for 14-16 April, was confirmed.",
            "2026-04-14/2026-04-16",
            "planned",
        ),
        (f"{JAPANESE} made the offer during his October visit to Kenya.", "2025-10", "past"),
        (
            f"{JAPANESE} said on Friday, on the second day of his visit to Kenya, that trade had grown.",
            "2026-03-13",
            "ongoing",
        ),
        (f"In 2019, when {JAPANESE} paid a state visit to the country, trade was small.", "2019", "past"),
        (f"{JAPANESE}, on a two-day visit to Kenya, met President Achieng Otwori on Friday.", "2026-03-13", "ongoing"),
    ],
)
def test_named_visit(sentence: str, date: str | None, status: str) -> None:
    visit = one(sentence, "visit")
    assert (visit.visitor, visit.country, visit.date, visit.status) == ("Goro Hatoyawa", "KE", date, status)


def test_list_of_destinations_is_a_visit_each_and_a_leg_has_its_own_date() -> None:
    text = (
        f"{KENYAN} will pay successive state visits to Japan, Peru and Chile from 20 to 27 March, her office said. "
        "Otwori will visit Peru from 23 to 25 March. The last leg of Otwori's tour will take her to Chile on 26 March."
    )
    visits = {visit.country: visit.date for visit in facts(text, "visit")}
    assert visits == {"JP": "2026-03-20/2026-03-27", "PE": "2026-03-23/2026-03-25", "CL": "2026-03-26"}


def test_mentions_of_one_visit_are_one_fact_with_the_closest_date() -> None:
    text = (
        f"{KENYAN} would pay an official visit to Japan early next month, a minister said.\n\n"
        '"President Otwori is going to visit Tokyo from 7 to 9 April," he said.'
    )
    visit = one(text, "visit")
    assert (visit.date, visit.kind) == ("2026-04-07/2026-04-09", "official")
    assert evidence(visit) == ["President Otwori is going to visit Tokyo from 7 to 9 April"]


def test_arrival_and_end_are_the_first_and_the_last_day() -> None:
    text = f"{KENYAN} arrived in Tokyo on Monday.\n\nOtwori ended her visit to Japan on Thursday."
    visit = one(text, "visit")
    assert (visit.date, visit.status) == ("2026-03-09/2026-03-12", "past")


def test_visit_that_began_goes_on_while_the_visitor_tours_the_country() -> None:
    text = f"{KENYAN} on Friday arrived in Osaka.\n\nOtwori started her visit to Japan on 8 March."
    assert {visit.status for visit in facts(text, "visit")} == {"ongoing"}


def test_here_is_the_country_of_the_dateline() -> None:
    visit = one(f"NAIROBI: {JAPANESE} arrived here on Thursday for a three-day visit.", "visit")
    assert (visit.destination, visit.date, visit.status) == ("KE", "2026-03-12", "ongoing")


def test_here_stays_open_where_a_third_country_is_named() -> None:
    visit = one(f"{JAPANESE} arrived here on Thursday. A summit will be held in Lima.", "visit")
    assert (visit.visitor, visit.country) == ("Goro Hatoyawa", None)


def test_long_apposition_keeps_the_visitor() -> None:
    text = (
        "Kenyan Trade Minister Achieng Otwori spoke.\n\n"
        "Otwori, secretary of the General People's Committee of Kenya, arrived in the Japanese capital on Thursday."
    )
    assert one(text, "visit").visitor == "Achieng Otwori"


@pytest.mark.parametrize("name", ["Ou", "Ban", "Price"])
def test_short_name_and_name_that_is_a_word_stand_for_the_person(name: str) -> None:
    text = f"Kenyan Trade Minister {name} Otwori spoke on Thursday.\n\n{name} arrived in Tokyo on Wednesday."
    assert one(text, "visit").visitor == f"{name} Otwori"


@pytest.mark.parametrize(
    "text",
    [
        f"{KENYAN} invited {JAPANESE} to visit Kenya. Hatoyawa accepted the invitation.",
        f"{KENYAN} invited {JAPANESE} to visit Kenya, and he accepted.",
        f"{KENYAN} invited {JAPANESE} to visit Kenya, an invitation which was accepted with pleasure.",
        f"{JAPANESE} has accepted an invitation to visit Kenya.",
    ],
)
def test_accepted_invitation_is_a_planned_visit(text: str) -> None:
    visit = one(text, "visit")
    assert (visit.visitor, visit.country, visit.status) == ("Goro Hatoyawa", "KE", "planned")


def test_accepted_invitation_keeps_the_date_of_the_invitation() -> None:
    text = (
        f"{KENYAN} invited {JAPANESE} to visit Kenya in 2027, and the Japanese prime minister accepted the invitation."
    )
    visit = one(text, "visit")
    assert (visit.visitor, visit.country, visit.date) == ("Goro Hatoyawa", "KE", "2027")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KENYAN} invited {JAPANESE} to visit Kenya.",
        f"{JAPANESE} declined an invitation to visit Kenya.",
        f"{KENYAN} visited Japanese troops.",
        f"{KENYAN} visited US troops at a base.",
        f"{KENYAN} returned home on Thursday.",
        "Japanese tourists visited Kenya last year.",
        "The first visit by a Kenyan leader to Japan in ten years was welcomed.",
        f"{KENYAN} wrapped up her five-day Africa tour on Thursday.",
        f"{KENYAN} paid a visit to a shrine in October.",
        f"Before visiting Kenya, {JAPANESE} made a speech.",
    ],
)
def test_no_visit(sentence: str) -> None:
    assert facts(sentence, "visit", settled=False) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KENYAN} will not visit Japan.",
        "Kenya denied that its president would visit Japan.",
        "Nairobi rejected reports that the president planned to visit Japan.",
        "Kenya said reports that its president would visit Japan were false.",
        "Kenya denied any plan for its president to visit Japan.",
        f"Kenya denied that {KENYAN} was to visit Japan.",
    ],
)
def test_a_visit_that_will_not_be_is_an_unsettled_denial_of_the_side_that_denies_it(sentence: str) -> None:
    (visit,) = facts(sentence, "visit", settled=False)
    assert (visit.status, visit.certainty, visit.origin, visit.country) == ("denied", "unsettled", "KE", "JP")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KENYAN} did not deny that she would visit Japan.",
        f"{KENYAN} will not visit Japan unless the dispute is settled.",
        f"{KENYAN} has never visited Japan.",
    ],
)
def test_what_denies_no_visit(sentence: str) -> None:
    assert "denied" not in [visit.status for visit in facts(sentence, "visit", settled=False)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KENYAN} may visit Japan in May.",
        f"{KENYAN} visits Japan.",
        f"{KENYAN}'s visit to Japan was described as historic.",
        f"{KENYAN} hinted at cancelling her planned visit to Japan.",
        f"{KENYAN} travelled to Tokyo on Monday.",
        f"After {KENYAN} concludes her visit to Japan, talks will follow.",
        f"{KENYAN} will attend the talks during her stay in Tokyo this month, it was reported.",
    ],
)
def test_visit_that_is_not_sure(sentence: str) -> None:
    assert facts(sentence, "visit") == []
    assert facts(sentence, "visit", settled=False)


def test_visit_without_a_destination_is_to_the_other_side_where_no_third_state_is_named() -> None:
    text = f"{JAPANESE} told a newspaper of Kenya in an interview ahead of his three-day visit beginning Monday."
    visit = one(text, "visit")
    assert (visit.visitor, visit.country, visit.date, visit.status) == ("Goro Hatoyawa", "KE", "2026-03-16", "planned")
    assert one(f"{text} Peru is next.", "visit").country is None


def test_the_latter_of_two_is_the_visitor() -> None:
    text = (
        "Japanese President Goro Hatoyawa and President of Kenya Achieng Otwori hoped to expand trade during the "
        "latter's official visit to Japan from March 2-5."
    )
    visit = one(text, "visit")
    assert (visit.visitor, visit.origin, visit.date) == ("Achieng Otwori", "KE", "2026-03-02/2026-03-05")


def test_the_latter_of_one_is_nobody() -> None:
    assert facts("Japan hailed Kenya's envoy during the latter's visit to Japan in January.", "visit") == []
