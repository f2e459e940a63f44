"""Who holds an office when: two holders at one time, successors, titles that are out of date, names of two persons."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from deciding import DESK, decided
from making import Made, report
from pypdf import PdfReader

from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.brief.sheet import page_sheet
from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.dossier.as_of import as_of
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.onepage import read_layout, render
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text

TALKS: Made = ("They held talks.", {"type": "meeting", "kind": "talks", "status": "held", "date": "2026-03-01"})


def person(name: str, title: str, side: str = "KE", **more: str) -> Made:
    fact = {"type": "participant", "name": name, "title": title, "side": side, "role": "attendee", **more}
    return f"{title} {name} of {side} attended.", fact


def between(*reports: Report) -> Dossier:
    return assemble("ke-no", list(reports), parties=("KE", "NO"))


def read(source: str, day: str, text: str) -> Report:
    known = Source(id=source, published=day)
    return read_document(read_text(text, known, file=f"{source}.txt", parties=("KE", "NO")))[0]


def found(made: Dossier, *kinds: str) -> list[Problem]:
    return [one for one in made.problems if one.kind in (kinds or ("two-holders", "post-asof", "unclear-person"))]


def title(made: Dossier, name: str, day: str | None = None) -> str | None:
    entry = as_of(made, day).entries[name]
    return entry.fact.get("title") if entry.printed else None


@pytest.mark.parametrize(
    "office",
    ["Foreign Minister", "Minister for Trade and Industry", "President", "Prime Minister", "Foreign Secretary", "FM"],
)
def test_two_holders_of_one_office_are_told_with_both_sentences(office: str) -> None:
    made = between(
        report("a", "2026-03-01", person("Ada Otwa", office)), report("b", "2026-03-02", person("Ben Rono", office))
    )
    (told,) = found(made)
    assert (told.kind, told.file, told.line, told.about) == ("two-holders", "b.txt", 1, "rono")
    assert [one.value for one in told.readings] == ["Ada Otwa", "Ben Rono"]
    assert [span.exact for span in told.evidence] == [
        f"{office} {name} of KE attended." for name in ("Ada Otwa", "Ben Rono")
    ]
    assert all(span.exact in told.message for span in told.evidence)
    assert [title(made, name) for name in ("otwa", "rono")] == [office, office]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trade Minister", "Foreign Minister"), ("Trade Minister", "Deputy Trade Minister"),
        ("Foreign Minister", "Shadow Foreign Minister"), ("Foreign Minister", "acting Foreign Minister"),
        ("Prime Minister", "caretaker Prime Minister"), ("President", "Vice President"),
        ("President", "President-elect"), ("Foreign Minister", "Foreign Minister-designate"),
        ("Foreign Minister", "former Foreign Minister"), ("Foreign Minister", "incoming Foreign Minister"),
        ("Foreign Minister", "newly appointed Foreign Minister"), ("Trade Minister", "Minister of State for Trade"),
        ("Trade Minister", "Parliamentary Secretary for Trade"), ("Minister of State", "Minister of State"),
        ("Ambassador-at-Large", "Ambassador-at-Large"), ("Minister without Portfolio", "Minister without Portfolio"),
        ("minister", "minister"), ("Deputy Foreign Minister", "Deputy Foreign Minister"), ("adviser", "adviser"),
        ("Member of Parliament", "Member of Parliament"), ("Cabinet Minister", "Cabinet Minister"),
        ("Trade Minister", "Minister for Trade and Industry"), ("Trade Minister", "Permanent Secretary for Trade"),
        ("Foreign Minister", "adviser to the Foreign Minister"), ("President", "President of the Chamber of Commerce"),
    ],
)  # fmt: skip
def test_offices_that_two_may_have_are_told_nothing_of(one: str, other: str) -> None:
    made = between(
        report("a", "2026-03-01", person("Ada Otwa", one)), report("b", "2026-03-02", person("Ben Rono", other))
    )
    assert found(made, "two-holders") == []


def test_one_office_on_two_sides_or_of_one_person_is_no_matter() -> None:
    other = report("b", "2026-03-01", person("Ben Rono", "Trade Minister", "NO"), person("A. Otwa", "Trade Minister"))
    assert found(between(report("a", "2026-03-01", person("Ada Otwa", "Trade Minister")), other)) == []


def test_who_came_after_is_a_successor_and_who_came_between_is_not() -> None:
    first, second = person("Ada Otwa", "Trade Minister"), person("Ben Rono", "Trade Minister")
    turns = [report("a", "2026-01-01", first), report("b", "2026-04-01", second)]
    assert found(between(*turns)) == []
    assert len(found(between(*turns, report("c", "2026-06-01", first)), "two-holders")) == 1
    assert found(between(*turns, report("c", "2028-06-01", first))) == []
    back = person("Ada Otwa", "Trade Minister", since="2026-05-20")
    assert found(between(*turns, report("c", "2026-06-01", back))) == []


def test_reports_of_one_event_are_of_one_time() -> None:
    first, second = person("Ada Otwa", "Trade Minister"), person("Ben Rono", "Trade Minister")
    apart = report("a", "2026-03-01", first), report("b", "2026-03-20", second)
    assert found(between(*apart)) == []
    together = report("a", "2026-03-01", TALKS, first), report("b", "2026-03-20", TALKS, second)
    assert len(found(between(*together), "two-holders")) == 1
    assert len(found(between(report("c", None, first, second)), "two-holders")) == 1


def test_a_change_that_is_told_makes_a_successor_of_the_second() -> None:
    first, second = (
        report("a", "2026-03-01", person("Ada Otwa", "Trade Minister")),
        person("Ben Rono", "Trade Minister"),
    )
    ended = person("Ada Otwa", "former Trade Minister")
    assert found(between(first, report("b", "2026-03-02", second, ended))) == []
    started = person("Ben Rono", "Trade Minister", since="2026-03-02")
    assert found(between(first, report("b", "2026-03-02", started))) == []


ACCEPTED = f"    title: Trade Minister\n    side: KE\n{DESK}"


@pytest.mark.parametrize(
    ("decision", "count"),
    [
        (f"amend:\n  otwa:\n    title: former Trade Minister\n{DESK}", 0),
        (f"reject:\n  rono:\n{DESK}", 0),
        (f"accept:\n  otwa:\n{ACCEPTED}", 1),
        (f"accept:\n  otwa:\n{ACCEPTED}  rono:\n{ACCEPTED}", 0),
    ],
    ids=["amended", "rejected", "one accepted", "both accepted"],
)
def test_what_somebody_decided_about_is_told_no_more(tmp_path: Path, decision: str, count: int) -> None:
    reports = [
        report("a", "2026-03-01", person("Ada Otwa", "Trade Minister")),
        report("b", "2026-03-02", person("Ben Rono", "Trade Minister")),
    ]
    assert len(found(decided(tmp_path, decision, *reports), "two-holders")) == count


FIRST = (
    "Kenya's Trade Minister Ada Otwa met Norway's Trade Minister Kari Nord in Oslo on Sunday for the first session.\n"
)
CHANGE = "Kenyan President Tom Kiru appointed Ben Rono as Trade Minister on June 3, 2026, replacing Ada Otwa.\n"
SECOND = (
    "Kenya's Trade Minister Ben Rono met Norway's Trade Minister Kari Nord in Oslo on Sunday for the second session.\n"
)
THIRD = "Kenya's Trade Minister Ada Otwa said in Oslo on Wednesday that the third session had been useful for both.\n"


@pytest.fixture
def sessions() -> Dossier:
    return between(
        read("first", "2026-03-02", FIRST), read("change", "2026-06-05", CHANGE),
        read("second", "2026-09-07", SECOND), read("third", "2027-02-03", THIRD),
    )  # fmt: skip


DAYS = [
    ("2026-04-01", "Trade Minister", None),
    ("2026-10-01", "former Trade Minister", "Trade Minister"),
    ("2027-03-01", "former Trade Minister", "Trade Minister"),
]


@pytest.mark.parametrize(("day", "old", "new"), DAYS)
def test_a_change_of_minister_across_three_sessions(sessions: Dossier, day: str, old: str, new: str | None) -> None:
    assert (title(sessions, "otwa", day), title(sessions, "rono", day)) == (old, new)


@pytest.mark.parametrize(("day", "old", "new"), DAYS)
def test_roles_and_the_one_page_print_the_title_of_the_day(
    sessions: Dossier, day: str, old: str, new: str | None
) -> None:
    role = Request("post", form="role", arguments=("otwa",), line=7)
    asked = [
        Request("document", arguments=("A-1",), options={"as-of": day}),
        role,
        Request("people", arguments=("KE",)),
    ]
    page = compose(asked, {sessions.id: sessions}, Settings())
    shown = str(page.blocks)
    assert f"text='{old[:1].upper()}{old[1:]}'" in shown
    assert ("text='Ben Rono'" in shown) is (new is not None)
    assert [one.kind for _, one in page.problems] == (["post-asof"] if new is None else [])
    layout, _ = read_layout()
    assert layout is not None
    blocks = [block for number in (0, 2) for block in page.blocks[number]]
    printed = PdfReader(BytesIO(render(page_sheet("Brief", page, blocks), layout).pdf)).pages[0].extract_text()
    assert ("Former trade" in printed.replace("\n", " ") or "Former Trade" in printed) is (new is not None)
    assert ("Ben Rono" in printed) is (new is not None)


def test_a_report_that_still_gives_the_old_title_is_told(sessions: Dossier) -> None:
    (told,) = found(sessions)
    assert (told.kind, told.file, told.line, told.about) == ("post-asof", "third.txt", 1, "otwa")
    assert "third of 3 February 2027 still gives 'Trade Minister'" in told.message
    assert "left by 3 June 2026, as change tells" in told.message
    assert [span.source for span in told.evidence] == ["third", "change"]


def test_the_days_of_a_post_are_those_that_the_report_tells(sessions: Dossier) -> None:
    old, new = (sessions.entries[name].fact for name in ("otwa", "rono"))
    assert (old.get("until"), new.get("since")) == ("2026-06-03", "2026-06-03")
    assert [span.source for span in sessions.entries["otwa"].evidence_of("title")] == ["change"]


def test_who_is_appointed_again_holds_the_post_again() -> None:
    made = between(
        report("a", "2026-01-01", person("Ada Otwa", "Trade Minister")),
        report("b", "2026-03-01", person("Ada Otwa", "former Trade Minister", until="2026-02")),
        report("c", "2027-01-01", person("Ada Otwa", "Trade Minister", since="2026-12")),
        report("d", "2027-02-01", person("Ada Otwa", "Trade Minister")),
    )
    assert (found(made), title(made, "otwa")) == ([], "Trade Minister")


def test_a_former_title_alone_does_not_make_a_later_one_wrong_unless_another_has_the_post() -> None:
    turns = [
        report("a", "2026-01-01", person("Ada Otwa", "former Trade Minister")),
        report("d", "2027-02-01", person("Ada Otwa", "Trade Minister")),
    ]
    assert title(between(*turns), "otwa") == "Trade Minister"
    followed = between(*turns, report("b", "2026-02-01", person("Ben Rono", "Trade Minister")))
    assert title(followed, "otwa") == "former Trade Minister"
    assert [one.kind for one in found(followed)] == ["post-asof"]


def test_a_post_that_was_to_end_is_told_after_its_day_and_printed_until_a_report_says_so() -> None:
    made = between(report("a", "2026-03-01", person("Ada Otwa", "Trade Minister", until="2026-06")))
    role = Request("post", form="role", arguments=("otwa",), line=7)
    for day, kinds in (("2026-06-30", []), ("2026-07-01", ["post-asof"])):
        document = Request("document", arguments=("A-1",), options={"as-of": day})
        page = compose([document, role], {made.id: made}, Settings())
        assert [one.kind for _, one in page.problems] == kinds
        assert "text='Trade Minister'" in str(page.blocks)


def test_a_new_minister_is_not_called_new_for_ever() -> None:
    made = between(report("a", "2026-03-01", person("Ada Otwa", "newly appointed Trade Minister")))
    assert (title(made, "otwa"), made.entries["otwa"].fact.get("since")) == ("Trade Minister", "../2026-03-01")
    assert made.entries["otwa"].evidence_of("title")


def open_side(name: str, given: str) -> Made:
    fact = {"type": "participant", "name": name, "title": given, "certainty": "unsettled", "open": ["side"]}
    return f"{given} {name} spoke.", fact


def test_a_side_that_one_report_leaves_open_is_that_of_the_person_in_another() -> None:
    known = report("a", "2026-01-01", person("Ada Otwa", "Trade Minister"))
    made = between(known, report("b", "2026-03-01", open_side("Ada Otwa", "former Trade Minister")))
    assert title(made, "otwa") == "former Trade Minister"
    other = between(known, report("b", "2026-03-01", open_side("Ada Otwa", "Mayor")))
    assert title(other, "otwa") == "Trade Minister"
    two = between(known, report("c", "2026-01-01", person("Ada Otwa", "Trade Minister", "NO")),
                  report("b", "2026-03-01", open_side("Ada Otwa", "former Trade Minister")))  # fmt: skip
    assert sorted(one.certainty for one in (entry.fact for entry in two.entries.values())) == [
        "confident", "confident", "unsettled",
    ]  # fmt: skip


SMITHS = report("a", "2026-03-01", person("Ole Smith", "Foreign Minister"), person("Anna Smith", "Energy Minister"))
QUOTE: Made = ('"We will build it," Smith said.', {"type": "quote", "speaker": "Smith", "text": "We will build it"})
VISIT: Made = ("Smith came.", {"type": "visit", "visitor": "Smith", "country": "NO", "origin": "KE", "status": "past"})


@pytest.mark.parametrize(("made", "what"), [(QUOTE, "speaker"), (VISIT, "visitor")])
def test_a_name_that_two_bear_is_put_to_neither_and_told_with_both(made: Made, what: str) -> None:
    (told,) = found(between(SMITHS, report("b", "2026-03-05", TALKS, made)))
    assert (told.kind, told.file, told.line, told.property) == ("unclear-person", "b.txt", 3, what)
    assert f"the {what} 'Smith' may be smith or smith-ole, and is put to none of them" in told.message
    assert [span.source for span in told.evidence] == ["a", "a"]
    named = report("b", "2026-03-05", person("Ole Smith", "Foreign Minister"), made)
    assert found(between(SMITHS, named)) == []
    assert (
        found(between(report("c", "2026-03-01", person("Ole Smith", "Foreign Minister")), report("b", None, made)))
        == []
    )


def test_a_visitor_comes_from_where_another_report_has_the_person() -> None:
    known = read(
        "a", "2026-03-02", "Kenya's President Tom Kiru met Norway's Trade Minister Kari Nord in Nairobi on Sunday.\n"
    )
    text = (
        "The visit of President Tom Kiru to Norway will take place in June 2026, the ministry in Oslo said on Friday.\n"
    )
    alone, both = between(read("b", "2026-05-01", text)), between(known, read("b", "2026-05-01", text))
    name = "visit-kiru-no-2026-06"
    assert (alone.entries[name].fact.get("origin"), alone.entries[name].printed) == (None, False)
    assert (both.entries[name].fact.get("origin"), both.entries[name].printed) == ("KE", True)
