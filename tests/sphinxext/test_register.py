"""What people decided in ``register.yaml``, on the page."""

from __future__ import annotations

import html as html_module
import re

import pytest

SIGNED_BY = "{who: Iceland desk, when: 2025-03-20, why: The embassy has seen it."

RESOLVED = f"resolve:\n  joint-commission-3.place: {SIGNED_BY}, preferred: Mombasa}}\n"


@pytest.fixture
def differing(bare):
    """A project whose two sources give two places of one session, on a page each for what is asked here."""
    bare.source("fjord-wire.txt", "The 3rd session of the Joint Commission was held in Mombasa on 12 March 2025.\n")
    return bare.write(
        index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        meetings="Meetings\n========\n\n.. brief:meetings::\n",
        differences="Differences\n===========\n\n.. brief:conflicts::\n",
        agreements="Agreements\n==========\n\n.. brief:agreements::\n",
    )


def register(project, text):
    project.write(**{"dossiers__ke-is__register.yaml": text})


def seen(project, page):
    """Return the words of a page."""
    body = project.out(f"{page}.html").split('role="main">')[1].split('<div class="sphinxsidebar"')[0]
    return " ".join(html_module.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_the_preferred_reading_is_shown_and_the_other_is_kept_with_the_reason(differing):
    differing.build()
    assert "Nairobi, Kenya" in seen(differing, "meetings")
    register(differing, RESOLVED)
    app = differing.build()
    assert differing.told(app) == []
    # Nothing is left to weigh of what sources differ on.
    assert "bilateral: 1 finding to weigh (1 single-source)" in app.status.getvalue()
    assert "Mombasa, Kenya" in seen(differing, "meetings")
    assert "Nairobi, Kenya" not in seen(differing, "meetings")
    shown = seen(differing, "differences")
    assert "Mombasa, Kenya, decided Iceland desk, 20 March 2025: The embassy has seen it." in shown
    assert "was held in Nairobi" in shown


def test_a_changed_register_rewrites_the_pages_that_show_it_and_no_other(differing):
    differing.build()
    register(differing, RESOLVED)
    assert differing.app().builder.read() == ["differences", "meetings"]
    differing.build()
    assert differing.app().builder.read() == []
    (differing.root / "dossiers/ke-is/register.yaml").unlink()
    assert differing.app().builder.read() == ["differences", "meetings"]


def test_a_rejected_fact_that_a_page_asks_for_is_told_as_rejected(bare):
    register(bare, f"reject:\n  mou-geothermal-training: {SIGNED_BY}}}\n")
    bare.write(
        index="Desk\n====\n\nIt is :brief:fact:`mou-geothermal-training.status`.\n\n"
        ".. brief:agreements:: mou-geothermal-training\n\n.. brief:agreements::\n"
    )
    lines = bare.told(bare.build())
    rejected = "was rejected by Iceland desk on 20 March 2025 and is not printed"
    why = f"'mou-geothermal-training' of the dossier ke-is {rejected}"
    assert lines == [f"index.rst:{line}: WARNING: {why} [bilateral.unknown-id]" for line in (4, 6)]
    assert "Signed" not in seen(bare, "index")
    assert seen(bare, "index").count("Fisheries data memorandum") == 1


def test_a_value_that_no_source_gives_has_no_source_number(bare):
    register(bare, f"amend:\n  mou-fisheries-data: {SIGNED_BY}, status: signed}}\n")
    bare.write(index="Desk\n====\n\n.. brief:agreements:: mou-fisheries-data\n\n.. brief:conflicts::\n")
    app = bare.build()
    assert bare.told(app) == []
    assert "bilateral: 2 findings to weigh (1 single-source, 1 ungrounded)" in app.status.getvalue()
    shown = seen(bare, "index")
    assert "Signed (amended; in no source)" in shown
    assert re.search(r"Fisheries data memorandum \[1\]", shown)
    assert "Proposed [1] “The fisheries data memorandum is proposed.”" in shown


def test_an_added_fact_has_its_sentence_and_its_home(bare):
    register(
        bare,
        "add:\n  stated-target:\n    type: figure\n    value: 40\n    measure: trade\n    role: target\n"
        "    evidence: [{source: fjord-wire, exact: Trade of 40 million euros}]\n"
        "    who: Iceland desk\n    when: 2025-03-20\n    why: To be checked.\n",
    )
    bare.write(index="Desk\n====\n\n:brief:figure:`stated-target`\n\n.. brief:register:: stated-target\n")
    assert bare.told(bare.build(confoverrides={"nitpicky": True})) == []
    assert "Trade of 40 million euros is the target for 2030." in seen(bare, "index")
    assert 'href="#brief-index-ke-is.stated-target"' in bare.out("index.html")


def test_faults_of_the_register_are_warnings_at_their_lines(bare):
    register(bare, f"accept:\n  mou-fisheries: {SIGNED_BY}}}\namend:\n  x: {SIGNED_BY}}}\n  y: 7\n")
    bare.write(index="Desk\n====\n\n.. brief:agreements::\n")
    lines = bare.told(bare.build())
    assert [line.split(": WARNING: ")[0] for line in lines] == [
        f"dossiers/ke-is/register.yaml:{line}" for line in (2, 4, 5)
    ]
    assert all(line.endswith("[bilateral.bad-register]") for line in lines)
    assert "nearest are mou-fisheries-data" in lines[0]


ACCEPTED = f"accept:\n  mou-fisheries-data: {SIGNED_BY}, status: proposed}}\n"


def test_facts_that_nobody_reviewed_are_told_once_a_dossier(bare):
    bare.write(index="Desk\n====\n\n.. brief:agreements::\n\n.. brief:figures::\n")
    issue = {"bilateral_review": "warn", "bilateral_mode": "issue", "suppress_warnings": ["bilateral.single-source"]}
    (line,) = bare.told(bare.build(confoverrides=issue))
    assert line.startswith("dossiers/ke-is/dossier.yaml:1: WARNING: dossier ke-is: 5 facts were not reviewed: ")
    register(bare, ACCEPTED)
    (line,) = bare.told(bare.build(confoverrides=issue))
    assert line.startswith("dossiers/ke-is/register.yaml:1: WARNING: dossier ke-is: 4 facts were not reviewed: ")
    assert "Geothermal training memorandum" in seen(bare, "index")


def test_where_a_review_is_required_only_reviewed_facts_are_printed(bare):
    register(bare, ACCEPTED)
    bare.write(index="Desk\n====\n\n.. brief:agreements::\n\n:brief:agreement:`mou-geothermal-training`\n")
    app = bare.build(confoverrides={"bilateral_review": "required"})
    (line,) = bare.told(app)
    assert line.startswith("index.rst:6: WARNING: 'mou-geothermal-training' of the dossier ke-is was not reviewed")
    assert "Fisheries data memorandum" in seen(bare, "index")
    assert "Geothermal" not in seen(bare, "index")
    exported = bare.out("bilateral.json")
    assert "mou-fisheries-data" in exported
    assert "mou-geothermal-training" not in exported


def test_an_approval_of_what_a_fact_no_more_says_is_told_and_does_not_count(bare):
    register(bare, ACCEPTED)
    bare.write(index="Desk\n====\n\n.. brief:agreements::\n")
    required = {"bilateral_review": "required", "bilateral_mode": "issue"}
    bare.build(confoverrides=required)
    assert "Fisheries data memorandum" in seen(bare, "index")
    bare.edit("fjord-wire.txt", "is proposed", "was signed")
    (told,) = [line for line in bare.told(bare.build(confoverrides=required)) if "superseded" in line]
    assert told.startswith("dossiers/ke-is/register.yaml:2: WARNING: mou-fisheries-data was accepted on 20 March 2025")
    assert told.endswith("status is signed, and was accepted as proposed [bilateral.superseded]")
    assert "Fisheries data memorandum" not in seen(bare, "index")


@pytest.mark.parametrize("text", ["reject: [mou-geothermal-training\n", "reject:\n  mou-x: {\n", "- reject\n", "\x00"])
def test_where_the_register_cannot_be_read_no_fact_is_printed_and_the_page_says_so(bare, text):
    register(bare, f"reject:\n  mou-geothermal-training: {SIGNED_BY}}}\n")
    bare.write(
        index="Desk\n====\n\n.. brief:document:: A-1\n   :marking: OFFICIAL\n\n.. brief:agreements::\n\n"
        ".. brief:agreements:: mou-fisheries-data\n\n.. brief:register::\n\n.. brief:timeline::\n\n"
        "It is :brief:agreement:`mou-fisheries-data`.\n"
    )
    assert bare.told(bare.build()) == []
    register(bare, text)
    first, *others = bare.told(bare.build())
    assert first.startswith("dossiers/ke-is/register.yaml:")
    assert first.endswith("[bilateral.bad-register]")
    (role,) = others
    assert role.startswith("index.rst:15: WARNING: 'mou-fisheries-data' of the dossier ke-is cannot be judged")
    shown = seen(bare, "index")
    assert "OFFICIAL" in shown  # what is no fact is not lost
    assert shown.count("the register of the dossier ke-is cannot be read") == 4
    assert bare.out("index.html").count("brief-fault") == 5
    for word in ("Signed", "Proposed", "None reported", "Geothermal", "Nairobi"):
        assert word not in shown
    assert "memorandum" not in bare.out("bilateral.json")


def test_the_words_of_a_register_are_data(bare):
    hostile = "<script>alert(1)</script> *x* |y| \\\\emph{z}"
    bare.source("fjord-wire.txt", "The 3rd session of the Joint Commission was held in Mombasa on 12 March 2025.\n")
    register(
        bare,
        f"resolve:\n  joint-commission-3.place:\n    preferred: Mombasa\n    who: '{hostile}'\n    when: 2025-03-20\n"
        f"    why: '{hostile}'\n",
    )
    bare.write(index="Desk\n====\n\n.. brief:conflicts::\n\n.. brief:meetings::\n")
    assert bare.told(bare.build()) == []
    assert "<script>alert(1)" not in bare.out("index.html")
    assert seen(bare, "index").count(hostile) == 2
