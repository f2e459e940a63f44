"""Posts over time: which title holds on a day, what is a life, and what a conflict."""

from __future__ import annotations

from typing import Any

import pytest
from making import Made, dossier, report

from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.persons.careers import posts_held
from sphinx_bilateral.dossier.persons.posts import read_title, read_title_words, same_post, same_title, title_words

SESSION: Made = (
    "The eighth session met.",
    {"type": "meeting", "kind": "joint_commission", "ordinal": 8, "status": "held", "date": "2026-05-03"},
)


def as_title(title: str, zone: str = "body") -> Made:
    fact: dict[str, Any] = {"type": "participant", "name": "Ada Vance", "title": title, "side": "NO", "role": "speaker"}
    return f"{title} Ada Vance spoke.", {**fact, "zone": zone}


def career(*titles: tuple[str, str]) -> Dossier:
    """Return the dossier of one person by the days and the titles of the reports."""
    return dossier(*(report(f"r{number}", day, as_title(title)) for number, (day, title) in enumerate(titles)))


def kinds(made: Dossier) -> list[tuple[str, list[Any]]]:
    return [(one.kind, [reading.value for reading in one.readings]) for one in made.conflicts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defense Industry Minister", "Minister for Defence Industry"),
        ("former Trade Minister", "Minister of Trade"),
        ("newly appointed Foreign Minister", "FM"),
        ("Acting President", "president"),
        ("Deputy Prime Minister and Foreign Minister", "Foreign Minister"),
        ("Foreign Minister", "Deputy PM / Minister of Foreign Affairs"),
        ("minister", "Minister for Trade and Industry"),
        ("visiting Trade Minister", "Norway Trade Minister"),
        ("National Security Advisor", "NSA"),
        ("Minister of Trade and Integration", "Norway Trade Minister"),
        ("Minister of Foreign Affairs, Trade and Tourism", "Minister for Tourism"),
    ],
)
def test_one_post_in_other_words(one: str, other: str) -> None:
    assert same_post(one, other, "NO")
    assert same_post(other, one, "NO")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defense Minister", "Federal Minister for Defence Production"),
        ("Trade Minister", "Deputy Trade Minister"),
        ("Minister of Trade and Industry", "Minister of Trade and Tourism"),
        ("President", "Prime Minister"),
        ("Deputy Minister of Trade and Integration", "Trade Minister"),
        ("Minister of Trade Policy and Integration", "Trade Minister"),
        ("minister", "president"),
        ("Deputy Prime Minister and Foreign Minister", "Deputy Prime Minister and Finance Minister"),
    ],
)
def test_two_posts(one: str, other: str) -> None:
    assert not same_post(one, other, "NO")
    assert not same_post(other, one, "NO")


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("former President", "ended"), ("ex-President", "ended"), ("then-Trade Minister", "ended"),
        ("President-elect", "awaited"), ("incoming Foreign Minister", "awaited"), ("outgoing President", "held"),
        ("newly elected President", "held"), ("caretaker Prime Minister", "held"), ("President", "held"),
    ],
)  # fmt: skip
def test_a_title_tells_whether_the_post_is_held(title: str, state: str) -> None:
    assert read_title(title).state == state


def test_a_former_title_does_not_say_the_same_as_the_title() -> None:
    assert not same_title("former President", "President", "NO")


def test_the_lists_of_words_have_no_fault_and_a_fault_is_told_with_its_line() -> None:
    assert title_words().faults == ()
    (fault,) = read_title_words("[abbreviated]\n\npm\n", "titles.txt").faults
    assert (fault.file, fault.line) == ("titles.txt", 3)


@pytest.mark.parametrize("days", [("2026-05-03", "2026-05-03"), ("2026-05-03", "2026-05-10")])
def test_two_posts_at_one_time_are_a_conflict_with_both_readings(days: tuple[str, str]) -> None:
    made = career((days[0], "Defence Minister"), (days[1], "Minister for Defence Production"))
    assert kinds(made) == [("post", ["Defence Minister", "Minister for Defence Production"])]


def test_two_posts_in_reports_of_one_event_are_a_conflict_even_weeks_apart() -> None:
    first, second = as_title("Defence Minister"), as_title("Minister for Defence Production")
    apart = dossier(report("a", "2026-05-03", first), report("b", "2026-05-24", second))
    assert kinds(apart) == []
    together = dossier(report("a", "2026-05-03", SESSION, first), report("b", "2026-05-24", SESSION, second))
    assert kinds(together) == [("post", ["Defence Minister", "Minister for Defence Production"])]


def test_a_report_that_looks_back_at_the_event_contradicts_nothing() -> None:
    made = dossier(
        report("a", "2026-05-03", SESSION, as_title("Defence Minister")),
        report("b", "2028-03-01", SESSION, as_title("President")),
    )
    assert kinds(made) == []


def test_posts_that_follow_one_another_are_a_life_and_the_newest_is_shown() -> None:
    made = career(("2026-05-03", "Trade Minister"), ("2026-09-01", "Minister of Trade"), ("2027-02-01", "President"))
    assert kinds(made) == []
    assert made.entries["vance"].fact.get("title") == "President"
    assert [span.source for span in made.entries["vance"].evidence_of("title")] == ["r2"]


@pytest.mark.parametrize(
    "words", [("former Trade Minister", "President"), ("newly elected President", "newly elected President")]
)
def test_a_change_within_days_is_a_life_where_the_reports_say_so(words: tuple[str, str]) -> None:
    made = career(("2026-05-03", "Trade Minister"), ("2026-05-05", words[0]), ("2026-05-06", words[1]))
    assert kinds(made) == []


def test_a_post_that_is_given_again_after_another_was_held_beside_it() -> None:
    made = career(
        ("2026-01-03", "Trade Minister"), ("2026-05-05", "Finance Minister"), ("2026-09-06", "Trade Minister")
    )
    assert kinds(made) == [("post", ["Finance Minister", "Trade Minister"])]


def test_who_comes_back_to_a_post_after_years_did_not_hold_it_meanwhile() -> None:
    made = career(("2020-01-03", "Trade Minister"), ("2022-05-05", "Mayor"), ("2026-09-06", "Trade Minister"))
    assert kinds(made) == []


def test_a_conflict_that_newer_reports_settle_is_none() -> None:
    made = career(("2026-01-03", "Trade Minister"), ("2026-01-04", "Finance Minister"), ("2026-09-06", "President"))
    assert kinds(made) == []


def test_former_and_holder_on_one_day_are_a_conflict() -> None:
    made = career(("2026-01-03", "Trade Minister"), ("2026-01-03", "former Trade Minister"))
    assert [kind for kind, _ in kinds(made)] == ["post"]


def test_the_body_gives_the_title_and_a_bare_minister_takes_nothing_away() -> None:
    made = dossier(
        report("a", "2026-05-03", as_title("Trade Minister")),
        report("b", "2026-05-04", as_title("Trade chief", "headline"), as_title("minister")),
    )
    assert made.entries["vance"].fact.get("title") == "Trade Minister"


def test_a_post_has_the_days_between_which_reports_give_it() -> None:
    made = career(
        ("2026-01-03", "acting Trade Minister"),
        ("2026-03", "Trade Minister"),
        ("2027-02-01", "former Minister of Trade"),
        ("2027-02-01", "President"),
        ("2027-04-02", "President"),
    )
    posts = posts_held(made.entries["vance"].members, made.published)
    assert [(one.title, one.first, one.last, one.ended, one.acting) for one in posts] == [
        ("Trade Minister", "2026-01-03", "2026-03", "2027-02-01", False),
        ("President", "2027-02-01", "2027-04-02", None, False),
    ]
    assert [span.source for span in posts[1].evidence] == ["r3", "r4"]


def shown(made: Dossier, *requests: Request) -> tuple[str, list[str]]:
    page = compose(requests, {made.id: made}, Settings())
    return str(page.blocks), [f"{one.kind}: {one.message}" for _, one in page.problems]


def test_the_register_lists_the_posts_of_a_person() -> None:
    made = career(("2026-01-03", "Trade Minister"), ("2027-02-01", "President"))
    text, _ = shown(made, Request("register"))
    assert "Posts held" in text
    assert "Trade Minister (3 January 2026)" in text


def test_a_page_prints_the_title_of_its_day_and_tells_of_a_newer_one() -> None:
    made = career(("2026-01-03", "Trade Minister"), ("2027-02-01", "President"))
    document = Request("document", arguments=("A-1",), options={"as-of": "2026-06-01"})
    role = Request("post", form="role", arguments=("vance",), line=7)
    text, problems = shown(made, document, role)
    assert "Trade Minister" in text
    assert "'President'" not in text
    told = "vance: 'Trade Minister' is the title on 1 June 2026; r1 gives 'President' since"
    assert problems == [f"post-asof: {told}"]
    assert shown(made, document, Request("people", arguments=("NO",)))[1] == problems
    assert shown(made, document, Request("people", arguments=("KA",)))[1] == []
    assert shown(made, role)[1] == []


def test_people_of_an_event_have_the_titles_of_its_day() -> None:
    made = dossier(
        report("a", "2026-05-04", SESSION, as_title("Trade Minister")), report("b", "2027-02-01", as_title("President"))
    )
    assert "'President'" in shown(made, Request("people"))[0]
    text, problems = shown(made, Request("people", arguments=("joint-commission-8",)))
    assert "'Trade Minister'" in text
    assert "'President'" not in text
    assert problems == []
