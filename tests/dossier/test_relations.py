"""What was put into a relation that is told in prose comes out of its dossier."""

from __future__ import annotations

from typing import Any

import pytest
import relations

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.model.facts import Agreement, Fact, Figure, Meeting, Participant


@pytest.fixture(scope="module", params=range(6), ids=lambda seed: f"relation-{seed}")
def made(request):
    relation = relations.make(request.param)
    return relation, assemble("made", relation.read(), parties=relation.sides)


def _of(dossier: Dossier, model: type[Fact]) -> list[Any]:
    return [entry.fact for entry in dossier.entries.values() if isinstance(entry.fact, model) and entry.printed]


def _about(fact: Agreement) -> str:
    """Return the words that tell what an instrument is about, as the relation has them."""
    return fact.subject.removeprefix("cooperation in ") if fact.subject else fact.name.partition(" treaty")[0]


def test_each_person_is_one_with_the_newest_title(made):
    relation, dossier = made
    found = {one.name: (one.side, one.title) for one in _of(dossier, Participant)}
    assert found.keys() == relation.people.keys()
    for name, (side, portfolio) in relation.people.items():
        assert found[name][0] == side
        assert portfolio in found[name][1]


def test_each_session_is_one_on_its_day_in_its_place(made):
    relation, dossier = made
    found = {one.ordinal: (one.status, one.date, one.place) for one in _of(dossier, Meeting) if one.ordinal}
    doubted = {number for kind, number, name in relation.conflicts if kind == "meeting"}
    assert found.keys() == relation.sessions.keys()
    for number, (day, place) in relation.sessions.items():
        assert number in doubted or found[number] == ("held", day.isoformat(), place)


def test_the_next_session_is_told_as_none_of_its_own_once_it_came(made):
    _, dossier = made
    unnumbered = [one for one in _of(dossier, Meeting) if not one.ordinal and one.kind == "joint_commission"]
    assert len(unnumbered) == 1  # the one after the last that was held


def test_each_instrument_has_got_as_far_as_it_has(made):
    relation, dossier = made
    assert {_about(one): one.status for one in _of(dossier, Agreement)} == relation.instruments


def test_the_trade_of_each_year_is_told_once(made):
    relation, dossier = made
    found = {int(one.period): one.value for one in _of(dossier, Figure) if one.role == "actual"}
    doubted = {int(key) for kind, key, _ in relation.conflicts if kind == "figure"}
    assert found.keys() == relation.trade.keys()
    assert all(found[year] == value for year, value in relation.trade.items() if year not in doubted)


def test_what_was_told_in_two_ways_is_a_conflict_and_nothing_else_is(made):
    relation, dossier = made
    found = {(*_subject(dossier.entries[one.about].fact), one.property) for one in dossier.conflicts}
    assert found == relation.conflicts


def _subject(fact: Fact) -> tuple[str, Any]:
    if isinstance(fact, Meeting):
        return fact.type, fact.ordinal
    if isinstance(fact, Figure):
        return fact.type, fact.period
    return fact.type, _about(fact) if isinstance(fact, Agreement) else fact.id


def test_a_release_and_its_copies_are_one_origin(made):
    relation, dossier = made
    for number, release in zip(relation.sessions, relation.releases, strict=True):
        session = next(
            entry for entry in dossier.entries.values()
            if isinstance(entry.fact, Meeting) and entry.fact.ordinal == number
        )  # fmt: skip
        told = {span.source for span in session.fact.evidence}
        assert session.origins <= len(told) - len(release) + 1
