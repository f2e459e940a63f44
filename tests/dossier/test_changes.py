"""What moved between two states of a dossier, made by hand."""

from __future__ import annotations

from typing import Any

from making import dossier, report

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.records.changes import Change, changes
from sphinx_bilateral.dossier.records.saved import state_of

PORTS = {
    "type": "agreement",
    "kind": "mou",
    "name": "memorandum on ports",
    "subject": "ports",
    "status": "to_be_signed",
}
TRADE = {"type": "figure", "value": 5, "unit": "USD", "measure": "bilateral trade", "role": "target"}
VANCE = {"type": "participant", "name": "Ada Vance", "title": "Defence Minister", "side": "NO", "role": "speaker"}
NINTH = {"type": "meeting", "kind": "joint_commission", "ordinal": 9, "date": "2027-05", "status": "scheduled"}


def state(*facts: dict[str, Any], text: str = "") -> Dossier:
    made = [(f"{number}. {text}{fact}", fact) for number, fact in enumerate(facts)]
    return dossier(report("courier", "2026-05-03", *made))


def moved(old: Dossier, new: Dossier) -> list[Change]:
    found = changes({old.id: state_of(old)}, {new.id: state_of(new)})
    return [one for one in found if one.kind != "source-changed"]


def only(old: dict[str, Any], new: dict[str, Any]) -> Change:
    (change,) = moved(state(old), state(new))
    return change


def test_nothing_moved_where_all_is_said_again() -> None:
    assert changes({"no-ka": state_of(state(PORTS, TRADE))}, {"no-ka": state_of(state(PORTS, TRADE))}) == ()


def test_facts_come_and_go() -> None:
    found = moved(state(PORTS, VANCE), state(TRADE, VANCE))
    assert [(one.kind, one.about) for one in found] == [("added", "target-trade"), ("gone", "mou-ports")]


def test_a_status_moves_up_and_down_the_ladder() -> None:
    signed = {**PORTS, "status": "signed"}
    up, down = only(PORTS, signed), only(signed, PORTS)
    assert (up.kind, up.old, up.new, up.direction) == ("status", "to_be_signed", "signed", "up")
    assert down.direction == "down"
    assert not only(PORTS, {**PORTS, "status": "suspended"}).direction


def test_a_figure_tells_by_how_much() -> None:
    change = only(TRADE, {**TRADE, "value": 3})
    assert (change.kind, change.by, change.direction) == ("figure", 2, "down")


def test_dates_and_posts() -> None:
    date = only(NINTH, {**NINTH, "date": "2027-06"})
    assert (date.kind, date.name, date.old, date.new) == ("date", "date", "2027-05", "2027-06")
    post = only(VANCE, {**VANCE, "title": "Prime Minister"})
    assert (post.kind, post.old, post.new) == ("post", "Defence Minister", "Prime Minister")


def test_a_fuller_name_and_a_weightier_part_are_no_change() -> None:
    assert moved(state(VANCE), state({**VANCE, "name": "Ada Maria Vance", "role": "co_chair"})) == []


def test_a_value_in_doubt_did_not_move() -> None:
    signed = ("It was signed.", {**PORTS, "status": "signed"})
    old = dossier(report("courier", "2026-05-03", ("It is due.", PORTS)))
    new = dossier(report("courier", "2026-05-03", ("It is due.", PORTS)), report("herald", "2026-05-03", signed))
    (change,) = moved(old, new)
    assert (change.kind, change.about, change.name) == ("conflict-new", "mou-ports", "status")
    (back,) = moved(new, old)
    assert back.kind == "conflict-resolved"


def test_a_source_that_changed_is_told_by_its_hash() -> None:
    old = dossier(report("courier", "2026-05-03", ("It is due.", PORTS), sha256="a" * 64))
    new = dossier(report("courier", "2026-05-03", ("It is due.", PORTS), sha256="b" * 64))
    (change,) = changes({old.id: state_of(old)}, {new.id: state_of(new)})
    assert (change.kind, change.about) == ("source-changed", "courier")
