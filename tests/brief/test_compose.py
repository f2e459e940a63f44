from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.brief.blocks import (
    Badge,
    Cards,
    Cite,
    Control,
    Fault,
    Nothing,
    Page,
    Paragraph,
    Register,
    Table,
    Value,
)
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier import Dossier

MEMORANDUM = {
    "type": "agreement",
    "kind": "mou",
    "name": "memorandum on ports",
    "subject": "ports",
    "status": "to_be_signed",
}
MINISTER = {"type": "participant", "name": "Ada Vance", "title": "Minister of Ports", "side": "NO", "role": "co_chair"}
TARGET = {"type": "figure", "value": 2_000_000_000, "unit": "USD", "measure": "bilateral trade", "role": "target"}


@pytest.fixture
def made() -> Dossier:
    return dossier(
        report("early", "2026-05-03", ("A memorandum is to be signed.", MEMORANDUM), publisher="Norland Courier"),
        report(
            "late",
            "2026-05-04",
            ("Minister of Ports Ada Vance presided.", MINISTER),
            ("They want trade of $2 billion.", TARGET),
            ("“We <sign> & sail,” Vance said.", {"type": "quote", "speaker": "Ada Vance", "text": "We <sign> & sail,"}),
            publisher="Karabelia Today",
        ),
    )


def page(made: Dossier, *requests: Request, **settings: Any) -> Page:
    return compose(requests, {made.id: made}, Settings(**settings))


def role(target: str, name: str = "fact") -> Request:
    return Request(name, form="role", arguments=(target,), file="page.rst", line=7)


def line(made: Dossier, target: str, name: str = "fact") -> tuple[Any, ...]:
    (block,) = page(made, role(target, name)).blocks[0]
    assert isinstance(block, Paragraph)
    return block.content


def test_source_numbers_count_by_first_mention_on_the_page(made: Dossier) -> None:
    composed = page(made, role("vance.title"), Request("agreements"), Request("sources"))
    assert [(one.number, one.id) for one in composed.sources.lines] == [(1, "late"), (2, "early")]
    assert composed.lists_sources


def test_a_value_leads_to_the_sentence_that_bears_it(made: Dossier) -> None:
    value, cite = line(made, "vance.title")
    assert isinstance(value, Value)
    assert isinstance(cite, Cite)
    assert (value.text, value.fact, value.field) == ("Minister of Ports", "vance", "title")
    assert (cite.number, cite.source, cite.sentence) == (1, "late", "Minister of Ports Ada Vance presided.")


def test_the_sources_of_a_page_hold_the_sentences_it_leans_on(made: Dossier) -> None:
    (only,) = page(made, Request("agreements")).sources.lines
    assert only.cited == ("A memorandum is to be signed.",)


def test_a_target_is_never_shown_as_an_actual_figure(made: Dossier) -> None:
    assert any(isinstance(one, Badge) and one.text == "target" for one in line(made, "target-trade"))


def test_a_status_in_running_text_is_a_badge_without_a_capital(made: Dossier) -> None:
    assert line(made, "mou-ports.status")[0] == Badge("to be signed", "underway")


def test_words_of_a_source_are_verbatim(made: Dossier) -> None:
    assert [one.text for one in line(made, "quote-vance-1") if isinstance(one, Value) and one.verbatim] == [
        "We <sign> & sail,"
    ]


@pytest.mark.parametrize(
    ("target", "told"), [("vanse", "vance"), ("mou-port.status", "mou-ports"), ("vance.rank", "title")]
)
def test_an_unknown_id_is_marked_in_its_place_and_told_with_the_nearest(made: Dossier, target: str, told: str) -> None:
    composed = page(made, role(target))
    (block,) = composed.blocks[0]
    assert isinstance(block, Paragraph)
    assert isinstance(block.content[0], Fault)
    ((number, problem),) = composed.problems
    assert (number, problem.kind, problem.file, problem.line) == (0, "unknown-id", "page.rst", 7)
    assert told in problem.message


def test_an_unknown_source_or_dossier_is_told(made: Dossier) -> None:
    composed = page(made, role("times", "src"), Request("agreements", options={"dossier": "no-kz"}))
    assert ["late" in composed.problems[0][1].message, "no-ka" in composed.problems[1][1].message] == [True, True]


def test_with_several_dossiers_a_page_must_name_one(made: Dossier) -> None:
    other = dataclasses.replace(made, id="other")
    requests = [Request("document", arguments=("B-1",), options={"dossier": "other"}), Request("agreements")]
    named = compose(requests, {made.id: made, "other": other}, Settings())
    silent = compose(requests[1:], {made.id: made, "other": other}, Settings())
    assert not named.problems
    assert "no-ka, other" in silent.problems[0][1].message


def test_an_unsettled_fact_is_not_printed() -> None:
    made = dossier(report("a", None, ("Unclear.", {**MEMORANDUM, "certainty": "unsettled", "open": ["status"]})))
    composed = page(made, Request("agreements"), role("mou-ports"))
    assert composed.blocks[0] == (Nothing("agreements", "None reported"),)
    assert "unsettled" in composed.problems[0][1].message


def test_an_empty_list_says_what_the_page_wants_it_to_say(made: Dossier) -> None:
    (block,) = page(made, Request("visits", options={"empty": "No visits since May"})).blocks[0]
    assert block == Nothing("visits", "No visits since May")


def test_columns_and_limit(made: Dossier) -> None:
    composed = page(made, Request("quotes", options={"columns": "speaker, rank text", "limit": 1}, line=3))
    (table,) = composed.blocks[0]
    assert isinstance(table, Table)
    assert [column.name for column in table.columns] == ["speaker", "text"]
    assert "rank" in composed.problems[0][1].message


def test_people_as_cards_stand_by_side(made: Dossier) -> None:
    (cards,) = page(made, Request("people", options={"style": "cards"})).blocks[0]
    assert isinstance(cards, Cards)
    assert [label for label, _ in cards.groups] == ["Norway"]


def test_readings_that_differ_stand_side_by_side_with_their_sources(made: Dossier) -> None:
    more = report(
        "third", "2026-05-05", ("Ada Vance, Minister of Trade, spoke.", {**MINISTER, "title": "Minister of Trade"})
    )
    both = dossier(*made.reports.values(), more)
    content = line(both, "vance.title")
    assert [one.text for one in content if isinstance(one, Value)] == ["Minister of Ports", "Minister of Trade"]
    assert [one.source for one in content if isinstance(one, Cite)] == ["late", "third"]


def test_a_register_holds_every_value_and_marks_the_bearing_words(made: Dossier) -> None:
    (register,) = page(made, Request("register", arguments=("mou-ports",))).blocks[0]
    assert isinstance(register, Register)
    (entry,) = register.entries
    assert dict(entry.values)["Status"][0] == Badge("To be signed", "underway")
    assert [label for label, _ in entry.values][-1] == "Borne by"
    (passage,) = entry.passages
    assert passage.pieces == (("A memorandum is to be signed.", True),)


def test_the_control_block_says_what_it_rests_on(made: Dossier) -> None:
    options = {"principal": "Minister of Ports", "as-of": "2026-05-05", "marking": "OFFICIAL"}
    (control,) = page(made, Request("document", arguments=("NO-KA-1",), options=options)).blocks[0]
    assert isinstance(control, Control)
    assert (control.reference, control.marking) == ("NO-KA-1", "OFFICIAL")
    rows = {label: "".join(one.text for one in line) for label, line in control.rows}
    assert rows == {"For": "Minister of Ports", "As of": "5 May 2026", "Sources": "2 reports, the newest of 4 May 2026"}


def test_a_digest_is_never_shown_as_its_publishers_words() -> None:
    original = {"publisher": "Norland Courier", "published": "2026-05-02", "url": "https://courier.example/1"}
    made = dossier(report("a", "2026-05-03", ("One.", MEMORANDUM), publisher="Norland Courier", digest_of=original))
    (source,) = page(made, Request("agreements")).sources.lines
    assert source.content[0].text == "Project digest of a report by Norland Courier, 2 May 2026"


def test_the_digest_of_a_page_moves_with_what_is_seen_and_not_with_offsets(made: Dossier) -> None:
    shifted = dossier(
        report("early", "2026-05-03", ("Rain fell on the harbour.", TARGET | {"measure": "rain", "role": "count"}),
               ("A memorandum is to be signed.", MEMORANDUM), publisher="Norland Courier"),
    )  # fmt: skip
    signed = dossier(
        report(
            "early",
            "2026-05-03",
            ("A memorandum is signed.", {**MEMORANDUM, "status": "signed"}),
            publisher="Norland Courier",
        )
    )
    asked = Request("agreements")
    assert page(made, asked).digest() == page(shifted, asked).digest()
    assert page(made, asked).digest() != page(signed, asked).digest()


@pytest.mark.parametrize(
    ("name", "target", "text"),
    [
        ("person", "vance", "Ada Vance"),
        ("post", "vance", "Minister of Ports"),
        ("agreement", "mou-ports", "Memorandum on ports to be signed"),
        ("figure", "target-trade", "USD\u00a02\u00a0billion target"),
        ("quote", "quote-vance-1", "“We <sign> & sail,”"),
    ],
)
def test_each_role_prints_its_value(made: Dossier, name: str, target: str, text: str) -> None:
    assert "".join(one.text for one in line(made, target, name) if not isinstance(one, Cite)) == text
    assert [isinstance(one, Cite) for one in line(made, target, name)][-1]
    assert sum(isinstance(one, Cite) for one in line(made, target, name)) == 1


@pytest.mark.parametrize(("name", "target"), [("person", "mou-ports"), ("date", "vance"), ("quote", "vance")])
def test_a_role_refuses_what_it_cannot_print(made: Dossier, name: str, target: str) -> None:
    assert line(made, target, name) == (Fault(target),)
    assert page(made, role(target, name)).problems[0][1].kind == "unknown-id"


def test_a_filter_at_fault_prints_nothing_and_is_told(made: Dossier) -> None:
    composed = page(made, Request("agreements", options={"filter": 'state == "signed"'}))
    assert composed.blocks[0] == (Nothing("agreements", "None reported"),)
    assert composed.problems[0][1].kind == "bad-filter"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({"filter": 'side == "NO"'}, ["vance"]),
        ({"party": "SE"}, []),
        ({"sort": "-name"}, ["lind", "vance"]),
        ({"sort": "name"}, ["vance", "lind"]),
        ({"sort": "title"}, ["vance", "lind"]),
    ],
)
def test_short_forms_and_sort(options: dict[str, Any], shown: list[str]) -> None:
    lind = {"type": "participant", "name": "Bo Lind", "side": "KA"}
    made = dossier(report("a", None, ("One.", MINISTER), ("Two.", lind)))
    (block,) = page(made, Request("people", options=options)).blocks[0]
    found = [row.fact for row in block.rows] if isinstance(block, Table) else []
    assert found == shown


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("agreements", {"status": "sigend"}, "to_be_signed"),
        ("agreements", {"kind": "memo"}, "letter_of_intent"),
        ("people", {"party": "XX"}, "XX"),
        ("timeline", {"status": "sigend"}, "held"),
    ],
)
def test_a_slip_of_the_pen_is_told_and_not_taken_for_an_empty_list(
    made: Dossier, name: str, options: dict[str, Any], told: str
) -> None:
    composed = page(made, Request(name, options=options))
    assert [(problem.kind, told in problem.message) for _, problem in composed.problems] == [("bad-option", True)]


def test_a_meeting_without_a_name_is_called_by_its_kind_and_cited() -> None:
    made = dossier(report("a", "2026-05-03", ("They talked.", {"type": "meeting", "kind": "talks", "status": "held"})))
    (table,) = page(made, Request("meetings")).blocks[0]
    assert isinstance(table, Table)
    first = table.rows[0].cells[0]
    assert isinstance(first[0], Value)
    assert first[0].text == "Talks"
    assert isinstance(first[-1], Cite)


def test_control_characters_of_a_source_reach_no_page() -> None:
    spoken = {"type": "quote", "speaker": "Ada Vance", "text": "we\x00 \u202esail"}
    made = dossier(report("a", None, ("“we\x00 \u202esail”", spoken), publisher="The\x1b Post"))
    composed = page(made, Request("quotes"), Request("sources"))
    assert not {"\x00", "\u202e", "\x1b"} & set(repr(composed.blocks).encode().decode("unicode_escape"))


def test_a_brief_that_expires_before_it_is_true_is_told(made: Dossier) -> None:
    options = {"as-of": "2026-05", "expires": "2026-04-30"}
    ((_, problem),) = page(made, Request("document", arguments=("B-1",), options=options)).problems
    assert problem.kind == "bad-option"
    assert "before it is true" in problem.message


def test_a_second_control_block_is_told(made: Dossier) -> None:
    ((number, problem),) = page(
        made, Request("document", arguments=("A",)), Request("document", arguments=("B",))
    ).problems
    assert (number, problem.kind) == (1, "bad-place")


@pytest.mark.parametrize(("event", "kind"), [("mou-ports", "bad-option"), ("nothing", "unknown-id")])
def test_a_brief_is_for_an_event(made: Dossier, event: str, kind: str) -> None:
    composed = page(made, Request("document", arguments=("b",), options={"event": event}))
    assert [problem.kind for _, problem in composed.problems] == [kind]
