from __future__ import annotations

import pytest
from making import dossier, report

from sphinx_bilateral.brief.blocks import Control, Nothing, Page, Paragraph, Register, Section, Sources, Table, Text
from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.profiles import read_profile
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.brief.sheet import dossier_sheet, page_sheet
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.resources import names

WORDS = Paragraph((Text("Ask for a date."),))
SESSION = {"type": "meeting", "kind": "joint_commission", "name": "Joint Commission", "ordinal": 8, "status": "held"}


def test_the_officers_text_comes_before_the_sources_and_the_register_stays_on_the_web_page() -> None:
    control = Control("B-1", "OFFICIAL", "", (), event=(Text("8th session"),))
    blocks = [
        control,
        Section("bluf", "Bottom line", (WORDS,)),
        Nothing("visits", "None reported"),
        Section("", "The facts in full", (WORDS, Register("Facts", ()))),
        Section("lines", "Lines", (Nothing("quotes", "None reported"),)),
    ]
    sheet = page_sheet("Call", Page(), blocks)
    assert sheet.blocks == (Section("bluf", "Bottom line", (WORDS,)),)
    assert (sheet.control, sheet.subtitle, sheet.foot) == (control, "8th session", "B-1")


def test_a_dossier_alone_is_printed_in_the_order_of_the_profile() -> None:
    made = dossier(
        report(
            "a",
            "2026-05-03",
            ("They agreed.", {"type": "commitment", "strength": "agreed", "action": "open a line", "actors": ["NO"]}),
            ("Eighth met.", {**SESSION, "date": "2026-05-02", "place": "Oslo", "country": "NO"}),
        )
    )
    profile, _ = read_profile()
    assert profile is not None
    sheet, problems = dossier_sheet(made, profile, Settings())
    assert not problems
    assert [block.kind for block in sheet.blocks if isinstance(block, Table)] == ["meetings", "commitments"]
    assert isinstance(sheet.blocks[-1], Sources)
    assert sheet.subtitle == "8th session of the Joint Commission, Oslo, Norway, 2 May 2026"
    assert sheet.foot == "As of 3 May 2026"


DEPOT = {"type": "participant", "name": "Ada Vance", "title": "Transport Minister", "side": "NO", "role": "co_chair"}


def disputed() -> Dossier:
    """Return a dossier in which two reports give two titles of one person."""
    return dossier(
        report("a", "2026-05-03", ("Minister Ada Vance chaired.", DEPOT)),
        report("b", "2026-05-04", ("Ada Vance, who builds harbours, chaired.", {**DEPOT, "title": "Harbour Minister"})),
    )


@pytest.mark.parametrize("name", names("profiles"))
def test_a_dossier_alone_shows_what_a_page_of_the_same_profile_shows(name: str) -> None:
    made = disputed()
    profile, _ = read_profile(name)
    assert profile is not None
    shown = [rule.show for rule in profile.sections]
    assert "conflicts" in shown
    asked = [Request(one) for one in shown if one != "document" and DIRECTIVES[one].fact_type != "participant"]
    page = compose([*asked, Request("sources")], {made.id: made}, Settings())
    on_the_page = page_sheet("", page, [block for number in page.blocks for block in page.blocks[number]])
    alone, problems = dossier_sheet(made, profile, Settings())
    assert not problems
    assert [block for block in alone.blocks if isinstance(block, Table)] == [
        block for block in on_the_page.blocks if isinstance(block, Table)
    ]
    (table,) = [block for block in alone.blocks if isinstance(block, Table) and block.kind == "conflicts"]
    assert "Harbour Minister" in str(table.rows)
    assert "Transport Minister" in str(table.rows)
