from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import dossier, report

from sphinx_bilateral.dossier import Dossier, queries
from sphinx_bilateral.dossier.queries import select


def session() -> Dossier:
    return dossier(
        report(
            "a",
            "2026-05-03",
            (
                "The eighth session met.",
                {"type": "meeting", "kind": "joint_commission", "ordinal": 8, "status": "held"},
            ),
            ("Ada Vance chaired.", {"type": "participant", "name": "Ada Vance", "side": "NO", "role": "co_chair"}),
            ("Visits by Bo Lind.", {"type": "participant", "name": "Bo Lind", "side": "KA", "role": "mentioned"}),
            (
                "Norland pays.",
                {"type": "commitment", "strength": "pledged", "action": "pay for rails", "actors": ["NO"]},
            ),
            ("Cy Falk came in May.", {"type": "participant", "name": "Cy Falk", "side": "KA", "role": "visitor"}),
            (
                "Sweden pays Norland.",
                {"type": "proposal", "sub": "offer", "by": ["SE"], "to": ["NO"], "what": "pay tolls"},
            ),
            ("Trade rose.", {"type": "figure", "value": 5, "unit": "%", "measure": "trade", "role": "actual"}),
            ("Vance said: we pay.", {"type": "quote", "speaker": "Ada Vance", "text": "we pay"}),
        ),
        report(
            "b",
            "2026-06-01",
            (
                "Both agreed.",
                {"type": "commitment", "strength": "agreed", "action": "meet again", "actors": ["NO", "KA"]},
            ),
            ("Unclear.", {"type": "commitment", "strength": "agreed", "action": "unclear", "certainty": "unsettled"}),
        ),
    )


MADE = session()


@pytest.fixture
def made() -> Dossier:
    return session()


def ids(made: Dossier, kind: str, *arguments: str) -> list[str]:
    return [entry.fact.id for entry in select(made, kind, arguments)[0]]


def test_no_argument_asks_for_all_that_may_be_printed(made: Dossier) -> None:
    assert ids(made, "commitment") == ["meet-again", "pay-rails"]


def test_an_event_asks_for_what_its_reports_say(made: Dossier) -> None:
    assert ids(made, "commitment", "joint-commission-8") == ["pay-rails"]
    assert ids(made, "participant", "joint-commission-8") == ["vance"]


def test_a_country_asks_for_what_it_takes_part_in(made: Dossier) -> None:
    assert ids(made, "commitment", "KA") == ["meet-again"]
    assert ids(made, "commitment", "NO") == ["meet-again", "pay-rails"]
    assert ids(made, "meeting", "NO", "KA") == ["joint-commission-8"]
    assert ids(made, "meeting", "NO", "SE") == []


def test_a_third_state_is_kept_out_where_two_are_asked(made: Dossier) -> None:
    assert ids(made, "proposal", "NO") == ["offer-pay-tolls"]
    assert ids(made, "proposal", "NO", "KA") == []


def test_a_fact_without_a_side_is_of_the_relation_of_the_dossier(made: Dossier) -> None:
    assert ids(made, "figure", "NO", "KA") == ["actual-trade"]
    assert ids(made, "figure", "SE") == []


def test_a_person_asks_for_what_they_said(made: Dossier) -> None:
    assert ids(made, "quote", "vance") == ["quote-vance-1"]
    assert ids(made, "quote", "lind") == []


def test_an_unknown_name_is_returned_and_not_taken_for_all(made: Dossier) -> None:
    assert select(made, "quote", ["vanse"]) == ([], ("vanse",))
    assert select(made, "commitment", ["QQ"]) == ([], ("QQ",))


def test_a_name_that_is_told_in_full_elsewhere_is_found_by_any_of_its_words() -> None:
    lind = {"type": "participant", "name": "Ada Vance Lind", "side": "NO"}
    made = dossier(
        report("a", "2026-05-03", ("Ada Vance Lind spoke.", lind)),
        report("b", "2026-05-04", ("Vance: we pay.", {"type": "quote", "speaker": "Ada Vance", "text": "we pay"})),
    )
    assert ids(made, "quote", "lind") == ["quote-vance-1"]


@given(
    kind=st.sampled_from(["", "commitment", "quote", "participant", "proposal", "figure", "meeting"]),
    asked=st.lists(st.sampled_from(["NO", "KA", "SE", "joint-commission-8", "vance", "lind", "pay-rails"]), max_size=3),
)
def test_what_the_index_finds_is_what_looking_at_every_fact_finds(kind: str, asked: list[str]) -> None:
    found = ids(MADE, kind, *asked)
    names = [name for name in asked if not name.isupper()]
    for identity, entry in MADE.entries.items():
        alone = [ids(MADE, kind, *([name] if name else []), *(code for code in asked if code.isupper()))
                 for name in (names or [""])]  # fmt: skip
        assert (identity in found) == any(identity in some for some in alone)
        if identity in found:
            assert entry.printed
            assert not kind or entry.fact.type == kind
    assert found == [name for name in MADE.entries if name in found]


def test_a_dossier_that_was_changed_is_asked_anew(made: Dossier) -> None:
    assert ids(made, "quote") == ["quote-vance-1"]
    fewer = replace(made, entries={name: one for name, one in made.entries.items() if one.fact.type != "quote"})
    assert ids(fewer, "quote") == []


def test_a_question_looks_only_at_the_facts_that_can_answer_it(made: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    tied = queries._tied
    monkeypatch.setattr(queries, "_tied", lambda entry, *of: looked_at.append(entry.fact.id) or tied(entry, *of))
    assert ids(made, "quote", "vance") == ["quote-vance-1"]
    assert looked_at == ["quote-vance-1"]
