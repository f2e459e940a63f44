"""Who comes to an office and who leaves it, in the words of a report, and since when."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sphinx_bilateral.model.facts import Participant

from .reader import facts


def told(text: str) -> dict[str, Participant]:
    return {one.name: one for one in facts(text, "participant")}


TABLE = YAML(typ="safe").load(Path(__file__).with_name("office_changes.yaml"))


def check_new(person: Participant, office: str, day: str) -> None:
    assert (person.title or "").lower().split().count(office) == 1
    assert not (person.title or "").startswith(("former", "incoming"))
    assert (person.side, person.since, person.until) == ("KE", day, None)


def check_old(person: Participant, office: str, day: str) -> None:
    assert (person.title or "").startswith("former ")
    assert office in (person.title or "").lower().split()
    assert (person.side, person.since, person.until) == ("KE", None, day)


@pytest.mark.parametrize(("office", "day", "text"), TABLE["replaced"])
def test_who_comes_to_an_office_and_who_leaves_it(office: str, day: str, text: str) -> None:
    people = told(text)
    check_new(people["Grace Wanjagi"], office, day)
    check_old(people["Peter Kimarobi"], office, day)


@pytest.mark.parametrize(("office", "day", "text"), TABLE["appointed"])
def test_who_comes_to_an_office(office: str, day: str, text: str) -> None:
    people = told(text)
    check_new(people["Grace Wanjagi"], office, day)
    assert "Peter Kimarobi" not in people


@pytest.mark.parametrize(("office", "day", "text"), TABLE["left"])
def test_who_leaves_an_office(office: str, day: str, text: str) -> None:
    check_old(told(text)["Peter Kimarobi"], office, day)


@pytest.mark.parametrize("text", TABLE["nothing"])
def test_words_that_tell_no_change(text: str) -> None:
    people = told(text).values()
    assert not [one for one in people if one.since or one.until or (one.title or "").startswith(("former", "incoming"))]


def test_what_is_still_to_come_ends_nothing_yet() -> None:
    people = told("Grace Wanjagi will replace Peter Kimarobi as Kenya's Trade Minister on July 1, 2026.")
    assert (people["Grace Wanjagi"].title, people["Grace Wanjagi"].since) == ("incoming Trade Minister", "2026-07-01")
    assert (people["Peter Kimarobi"].title, people["Peter Kimarobi"].until) == ("Trade Minister", "2026-07-01")
    leaving = told("Kenyan Trade Minister Peter Kimarobi will step down in June 2026.")["Peter Kimarobi"]
    assert (leaving.title, leaving.until) == ("Trade Minister", "2026-06")
    named = told("Grace Wanjagi has been nominated as Kenya's Foreign Minister.")["Grace Wanjagi"]
    assert (named.title, named.since) == ("incoming Foreign Minister", None)


def test_the_words_that_tell_it_are_the_evidence() -> None:
    text = "Kenyan President Samuel Otwori appointed Grace Wanjagi as Trade Minister, replacing Peter Kimarobi."
    shown = [span.exact for span in told(text)["Peter Kimarobi"].evidence]
    assert shown == ["appointed Grace Wanjagi as Trade Minister, replacing Peter Kimarobi"]


def test_without_a_date_of_publication_no_day_is_given() -> None:
    text = "Grace Wanjagi has replaced Peter Kimarobi as Kenya's Trade Minister."
    people = {one.name: one for one in facts(text, "participant", published=None)}
    assert [(one.since, one.until) for one in people.values()] == [(None, None), (None, None)]


def test_a_short_name_of_who_leaves_is_the_person_of_the_report() -> None:
    people = told(
        "Kenyan Trade Minister Peter Kimarobi met investors in Tokyo on Monday.\n\n"
        "Grace Wanjagi was named Kenya's Trade Minister on Thursday, replacing Kimarobi.\n"
    )
    assert people.keys() == {"Peter Kimarobi", "Grace Wanjagi"}
    check_old(people["Peter Kimarobi"], "trade", "2026-03-12")
