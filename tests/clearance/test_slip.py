"""Correction slips between issues made by hand."""

from __future__ import annotations

from typing import Any

from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.clearance.slip import slip
from sphinx_bilateral.dossier.records.issued import IssuedBrief
from sphinx_bilateral.dossier.records.saved import Saved, State, states_of

Line = tuple[str, str, str]
"""The heading of a line, its text, and the id of the fact that it leans on; none for an empty one."""

PORTS = ("Agreements", "Memorandum on ports · Initialled", "mou-ports")
FISH = ("Agreements", "Treaty on fish · Signed", "treaty-fish")
WORDS = ("Bottom line", "All is well. Ask for a date.", "")
FIELDS = ["name", "status"]


def brief(*lines: Line, version: str = "1", status: str = "initialled") -> IssuedBrief:
    statuses = {"mou-ports": status, "treaty-fish": "signed"}
    source = "courier" if version == "1" else "herald"
    facts = [
        {
            "dossier": "no-ka",
            "id": name,
            "type": "agreement",
            "values": {"kind": "mou", "name": name, "status": statuses[name]},
            "evidence": [{"source": source, "start": 0, "exact": "x", "zone": "body"}],
        }
        for name in sorted({fact for _, _, fact in lines if fact})
    ]
    return IssuedBrief.model_validate({
        "schema": 1, "id": "B-1", "reference": "B/1", "version": version, "as_of": "2026-05-03", "dossier": "no-ka",
        "docname": "brief", "facts": facts,
        "sources": [
            {"dossier": "no-ka", "id": "courier", "published": "2026-05-02"},
            {"dossier": "no-ka", "id": "herald", "published": "2026-05-09"},
        ],
        "lines": [
            {"number": number, "section": section, "text": text,
             "facts": [{"dossier": "no-ka", "fact": fact, "fields": FIELDS}] if fact else []}
            for number, (section, text, fact) in enumerate(lines, start=1)
        ],
    })  # fmt: skip


def corrected(old: IssuedBrief, new: IssuedBrief, **more: Any) -> list[str]:
    return list(slip(old, Saved(states_of(new), new), Wording(**more)))


def test_the_same_brief_needs_no_slip() -> None:
    assert corrected(brief(PORTS, FISH), brief(PORTS, FISH, version="2")) == []


def test_words_that_only_moved_place_are_on_no_slip() -> None:
    moved = ("Instruments", FISH[1], FISH[2])
    assert corrected(brief(PORTS, FISH, WORDS), brief(WORDS, moved, PORTS, version="2")) == []


def test_a_cell_that_changed_is_told_with_its_source_under_the_head_of_both_issues() -> None:
    new = brief(("Agreements", "Memorandum on ports · Signed", "mou-ports"), FISH, version="2", status="signed")
    assert corrected(brief(PORTS, FISH), new) == [
        "Correction to B/1, version 1, as of 3 May 2026",
        "Now B/1, version 2, as of 3 May 2026",
        "line 1, for “Initialled” read “Signed”, source herald, 9 May 2026",
    ]


def test_of_the_officers_text_only_the_sentence_that_changed_is_told() -> None:
    new = brief(PORTS, ("Bottom line", "All is well. Ask for the day.", ""), version="2")
    assert corrected(brief(PORTS, WORDS), new)[2:] == ["line 2, for “Ask for a date.” read “Ask for the day.”"]


def test_lines_that_went_and_lines_that_came() -> None:
    new = brief(PORTS, ("Press line", "Nothing to say to anybody today", ""), version="2")
    assert corrected(brief(PORTS, FISH), new)[2:] == [
        "after line 1, add “Nothing to say to anybody today”",
        "line 2, delete “Treaty on fish · Signed”",
    ]


def test_against_what_is_known_now_values_are_corrected_and_not_the_words_of_the_officer() -> None:
    then = brief(PORTS, WORDS)
    now = states_of(brief(PORTS, version="2", status="signed"))
    whole = {"no-ka": State("no-ka", now["no-ka"].facts, now["no-ka"].sources)}
    assert slip(then, Saved(whole), Wording())[1:] == (
        "line 1, for “Initialled” read “Signed”, source herald, 9 May 2026",
    )


def test_a_fact_that_no_source_has_any_more_is_to_be_deleted() -> None:
    empty = {"no-ka": State("no-ka", {}, {})}
    assert slip(brief(PORTS), Saved(empty), Wording())[1:] == ("line 1, delete “Memorandum on ports · Initialled”",)


def test_hostile_words_of_an_old_issue_stay_words() -> None:
    old = brief(("Agreements", "\x1b[31m{number} ``rm`` <b>\u202eports", ""))
    (_, _, told) = corrected(old, brief(version="2"))
    assert told == "line 1, delete “[31m{number} ``rm`` <b>ports”"


def test_only_the_source_that_gives_the_new_value_is_named() -> None:
    new = brief(("Agreements", "Memorandum on ports · Signed", "mou-ports"), FISH, version="2", status="signed")
    fact, *others = new.facts
    both = tuple(fact.evidence[0].model_copy(update={"source": name}) for name in ("courier", "herald"))
    named = fact.model_copy(update={"evidence": both, "rests_on": {"status": (1,)}})
    told = corrected(brief(PORTS, FISH), new.model_copy(update={"facts": (named, *others)}))
    assert told[2:] == ["line 1, for “Initialled” read “Signed”, source herald, 9 May 2026"]
