"""What was put into a made world comes out of its dossier: people, sessions, statuses, figures and conflicts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import worlds

from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.dossier.as_of import as_of
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.model.facts import Agreement, Figure, Meeting, Participant

FORMS = ("as_facts", "as_text")


def _dossier(world: worlds.World, form: str) -> Dossier:
    reports: Sequence[Report] = getattr(world, form)()
    return assemble("ke-no", reports, parties=worlds.PARTIES)


@pytest.fixture(scope="module", params=[(seed, form) for seed in (1, 2, 3) for form in FORMS], ids=str)
def made(request):
    seed, form = request.param
    world = worlds.make(seed)
    return world, _dossier(world, form)


def _of(dossier: Dossier, model):
    return [entry for entry in dossier.entries.values() if isinstance(entry.fact, model) and entry.printed]


def test_the_people_are_those_of_the_world(made):
    world, dossier = made
    found = {entry.fact.name: (entry.fact.side, entry.fact.title) for entry in _of(dossier, Participant)}
    assert found == world.people


def test_each_session_is_one_thing_on_its_last_day(made):
    world, dossier = made
    sessions = [entry.fact for entry in _of(dossier, Meeting) if entry.fact.ordinal]
    assert {fact.ordinal: fact.date for fact in sessions} == {
        number: day.isoformat() for number, (day, _) in world.sessions.items()
    }
    assert len(sessions) == 5
    assert {fact.status for fact in sessions} == {"held"}


def test_each_instrument_has_got_as_far_as_it_has(made):
    world, dossier = made
    found = [(entry.fact.subject, entry.fact.status) for entry in _of(dossier, Agreement)]
    assert sorted(found) == sorted(world.instruments.items())


def test_the_figures_of_each_year_are_told_once(made):
    world, dossier = made
    doubted = {subject for subject, _ in world.conflicts}
    found = {entry.fact.period: entry.fact.value for entry in _of(dossier, Figure)}
    assert set(found) == {str(year) for year in world.trade}
    assert {year: value for year, value in world.trade.items() if f"trade {year}" not in doubted}.items() <= {
        int(year): value for year, value in found.items()
    }.items()


def test_a_press_release_counts_once_however_often_it_is_printed(made):
    world, dossier = made
    own = {one.id for one in world.tellings if "same_origin_as" not in one.known}
    for entry in _of(dossier, Meeting):
        told = {span.source for span in entry.fact.evidence}
        assert entry.origins == len(told & own) < len(told)


def test_on_an_earlier_day_only_what_was_told_by_then_holds(made):
    world, dossier = made
    day = world.sessions[3][0]
    then = as_of(dossier, day.isoformat())
    sessions = {entry.fact.ordinal: entry.fact.status for entry in _of(then, Meeting)}
    assert {number for number, status in sessions.items() if status == "held"} == {1, 2, 3}
    later = {one.made[0][1]["name"] for one in world.tellings if one.id.startswith("people") and one.published > day}
    ministers = {entry.fact.name for entry in _of(then, Participant)}
    assert ministers.isdisjoint(later)


def test_what_was_told_in_two_ways_is_a_conflict_and_nothing_else_is(made):
    world, dossier = made
    assert {(_subject(dossier, one.about), one.property) for one in dossier.conflicts} == world.conflicts


def _subject(dossier: Dossier, name: str) -> str:
    fact = dossier.entries[name].fact
    if isinstance(fact, Meeting):
        return f"session {fact.ordinal}"
    if isinstance(fact, Figure):
        return f"trade {fact.period}"
    return fact.subject if isinstance(fact, Agreement) else fact.id
