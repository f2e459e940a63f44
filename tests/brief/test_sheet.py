from __future__ import annotations

from making import dossier, report

from sphinx_bilateral.brief.blocks import Control, Nothing, Page, Paragraph, Register, Section, Sources, Table, Text
from sphinx_bilateral.brief.compose import Settings
from sphinx_bilateral.brief.profiles import read_profile
from sphinx_bilateral.brief.sheet import dossier_sheet, page_sheet

WORDS = Paragraph((Text("Ask for a date."),))
SESSION = {"type": "meeting", "kind": "joint_commission", "name": "Joint Commission", "ordinal": 8, "status": "held"}


def test_the_officers_text_comes_before_the_sources_and_the_register_stays_on_the_web_page() -> None:
    control = Control("B-1", "OFFICIAL", "", (("Event", (Text("8th session"),)),))
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
