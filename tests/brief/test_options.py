"""What an option takes, and what is said of anything else."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.brief.catalogue import DIRECTIVES, Option
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", " any  thing\n at all ", "any thing at all"),
        ("count", "12", 12),
        ("points", "9.5", 9.5),
        ("points", "11 pt", 11.0),
        ("points", "72", 72.0),
        ("date", "../2025-01", "../2025-01"),
        ("layout", "one-page", "one-page"),
    ],
)
def test_a_value_is_read_as_what_it_stands_for(kind: Any, raw: str, value: object) -> None:
    assert Option(kind, "").parse(raw) == value


@pytest.mark.parametrize(
    ("kind", "raw", "word"),
    [
        ("text", "  ", "needs a value"),
        ("points", "5.9", "from 6 to 72"),
        ("points", "73", "from 6 to 72"),
        ("points", "nan", "from 6 to 72"),
        ("points", "1e1", "from 6 to 72"),
        ("points", "9,5", "from 6 to 72"),
        ("points", "-9", "from 6 to 72"),
        ("layout", "onepage", "the nearest is one-page"),
        ("layout", "../../conf", "must be one of one-page"),
    ],
)
def test_another_value_is_refused_with_what_is_allowed(kind: Any, raw: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Option(kind, "").parse(raw)


MADE = dossier(
    report(
        "a",
        "2026-05-03",
        ("They agreed.", {"type": "commitment", "strength": "agreed", "action": "map the reefs", "actors": ["NO"],
                          "sectors": ["oceanography"]}),
        ("The Reef Forum met.", {"type": "meeting", "kind": "forum", "status": "held", "parties": ["NO", "RPF"]}),
    )
)  # fmt: skip


def told(name: str, **options: Any) -> list[str]:
    page = compose([Request(name, options=options)], {MADE.id: MADE}, Settings())
    assert {problem.kind for _, problem in page.problems} <= {"bad-option"}
    return [problem.message for _, problem in page.problems]


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("commitments", {"sector": "enrgy"}, ["'enrgy' is none of trade,", "the nearest is energy"]),
        ("timeline", {"sector": "health, Defense"}, ["'Defense' is none of", "the nearest is defence"]),
        ("agreements", {"status": "in-force"}, ["the nearest is in_force"]),
        ("register", {"kind": "joint commission"}, ["'joint' is none of"]),
        ("commitments", {"party": "PKK"}, ["'PKK' is no state, and no organisation", "the nearest is PK"]),
        ("commitments", {"party": "no"}, ["'no' is no state", "the nearest is NO"]),
        ("meetings", {"party": "RPFF"}, ["the nearest is RPF"]),
        ("figures", {"sector": "energy"}, ["facts of the type figure have none, and so not 'energy'", "measure"]),
        ("quotes", {"party": "NO"}, ["facts of the type quotation have none"]),
        ("people", {"from": "2025"}, ["facts of the type person have none"]),
        ("conflicts", {"kind": "stat"}, ["'stat' is none of value, basis", "the nearest is status"]),
        ("visits", {"from": "2025-03", "to": "2024"}, ["no day is from 2025-03 on and not after 2024"]),
        ("commitments", {"sort": "deu"}, ["unknown field 'deu'", "the nearest is due"]),
        ("commitments", {"columns": "acton"}, ["unknown column 'acton'", "the nearest is action"]),
    ],
)
def test_a_value_that_no_fact_can_have_is_told_with_the_nearest(
    name: str, options: dict[str, Any], words: list[str]
) -> None:
    assert options.keys() <= DIRECTIVES[name].options.keys()
    found = told(name, **options)
    assert found
    assert [word for word in words if word not in found[0]] == []


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("commitments", {"sector": "health energy"}),
        ("commitments", {"sector": "oceanography"}),
        ("commitments", {"party": "NO, EU"}),
        ("commitments", {"party": "KA"}),
        ("meetings", {"party": "RPF"}),
        ("timeline", {"status": "held signed", "kind": "mou", "from": "2025", "to": "2025"}),
        ("conflicts", {"kind": "status post"}),
    ],
)
def test_a_value_that_some_fact_could_have_is_not_told(name: str, options: dict[str, Any]) -> None:
    assert told(name, **options) == []
