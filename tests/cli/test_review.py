"""A review as a person does it at a terminal: what is shown, what the keys do, and what stands in the files after."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.conftest import run
from click.testing import CliRunner, Result

from sphinx_bilateral.cli import main
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.pipeline import load_dossier

COURIER = """\
OSLO: The fourth session of the Norway-Kenya Joint Commission was held in Oslo on 7 May 2026.

Norway and Kenya signed a memorandum of understanding on ports.

Peter Lind, Norway's Minister of Trade, chaired the session.
"""
GAZETTE = """\
NAIROBI: The fourth session of the Norway-Kenya Joint Commission was held in Bergen on 7 May 2026.

The two sides discussed fisheries.
"""
MANIFEST = """\
# The desk's own.
parties: [NO, KE]
sources:
  courier.txt: {id: courier, published: 2026-05-08}   # the first
  gazette.txt:
    id: gazette
    published: 2026-05-09
"""
DAY = "2026-05-10"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A dossier of two reports that differ on a place."""
    for name, text in (("courier.txt", COURIER), ("gazette.txt", GAZETTE), ("dossier.yaml", MANIFEST)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def reviewed(folder: Path, *typed: str, options: tuple[str, ...] = ("--who", "Nordic desk")) -> Result:
    """Review *folder* with what is *typed*, a line each."""
    arguments = ["review", str(folder), "--on", DAY, *options]
    result = CliRunner().invoke(main, arguments, input="".join(f"{line}\n" for line in typed), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def loaded(folder: Path) -> Dossier:
    dossier, _ = load_dossier(folder)
    assert dossier is not None
    return dossier


def state(folder: Path, name: str) -> str | None:
    review = loaded(folder).entries[name].fact.review
    return review.state if review else None


def register(folder: Path) -> str:
    file = folder / "register.yaml"
    return file.read_text(encoding="utf-8") if file.exists() else ""


PORTS = ("--type", "agreement")


# What is shown


def test_what_waits_is_shown_with_its_sentence_its_source_and_its_fields(desk: Path) -> None:
    shown = reviewed(desk, "q", options=PORTS).output
    assert "(1 left) new: agreement mou-ports" in shown
    assert "[" in shown.split("signed a memorandum")[0][-40:] or "[signed" in shown
    assert f"courier, 2026-05-08, {desk.as_posix()}/courier.txt:3:1" in shown
    assert "  status: signed\n" in shown


def test_things_come_in_the_order_of_the_sources_and_the_conflict_before_the_fact(desk: Path) -> None:
    shown = reviewed(desk, *["s"] * 5, options=()).output
    order = [
        "sources differ: meeting joint-commission-4.place",
        "new: meeting",
        "new: agreement",
        "new: person",
        "new: discussion",
    ]
    places = [shown.index(one) for one in order]
    assert places == sorted(places)
    assert shown.endswith("register.yaml: 5 skipped; nothing else waits\n")


@pytest.mark.parametrize(("kind", "count"), [("new", 4), ("conflicts", 1), ("lost", 0), ("unsettled", 0)])
def test_one_kind_can_be_asked_for(desk: Path, kind: str, count: int) -> None:
    shown = reviewed(desk, "q", options=("--only", kind)).output
    assert (f"({count} left)" in shown) == (count > 0)
    assert shown.endswith("nothing waits\n" if not count else f"{count} left\n")


def test_words_of_a_source_cannot_steer_the_terminal(desk: Path) -> None:
    (desk / "courier.txt").write_text(COURIER.replace("on ports", "on \x1b[31mports"), encoding="utf-8")
    assert "\x1b" not in reviewed(desk, *["s"] * 9, options=()).output


# What the keys do


def test_accepted_is_what_was_shown_and_who_is_asked_once(desk: Path) -> None:
    shown = reviewed(desk, "s", "a", "Nordic desk", "", "a", "It was seen.", "q", options=()).output
    assert shown.count("Who decides") == 1
    assert (state(desk, "joint-commission-4"), state(desk, "mou-ports")) == ("accepted", "accepted")
    assert "accept:\n  joint-commission-4:\n    date: 2026-05-07\n" in register(desk)
    assert f"    who: Nordic desk\n    when: {DAY}\n    why: It was seen.\n" in register(desk)
    assert "2 accepted, 1 skipped; 2 left" in shown


def test_who_can_stand_in_the_environment(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILATERAL_WHO", "Fisheries desk")
    assert "Who decides" not in reviewed(desk, "a", "", options=PORTS).output
    assert "who: Fisheries desk" in register(desk)


def test_a_rejection_needs_a_reason(desk: Path) -> None:
    reviewed(desk, "r", "", "Not between these two.", options=(*PORTS, "--who", "Nordic desk"))
    entry = loaded(desk).entries["mou-ports"]
    assert entry.withheld == "was rejected by Nordic desk on 10 May 2026"
    assert "why: Not between these two.\n" in register(desk)


def test_a_reading_is_chosen_by_its_number(desk: Path) -> None:
    reviewed(desk, "2", "The embassy was there.", "q")
    made = loaded(desk)
    assert made.entries["joint-commission-4"].fact.get("place") == "Oslo"
    assert [one.state for one in made.conflicts] == ["resolved"]


def test_an_edit_asks_for_field_value_and_words_until_they_can_be_used(desk: Path) -> None:
    typed = ["e", "sttus", "status", "sined", "ratified", "parties", "NO, KE, IS", "", "words that nobody wrote",
             "Norway", "Kenya signed a memorandum", "Seen again."]  # fmt: skip
    shown = reviewed(desk, *typed, options=(*PORTS, "--who", "Nordic desk")).output
    assert "'sttus' is not one of" in shown
    assert "status: must be proposed" in shown
    assert "They stand in none of courier, gazette." in shown
    assert "They stand 3 times in courier" in shown
    fact = loaded(desk).entries["mou-ports"].fact
    assert (fact.get("status"), fact.get("parties"), state(desk, "mou-ports")) == (
        "ratified",
        ("NO", "KE", "IS"),
        "amended",
    )
    assert [one.kind for one in loaded(desk).problems] == ["conflict"]  # none that is ungrounded


def test_an_edit_without_a_field_changes_nothing_and_asks_again(desk: Path) -> None:
    assert reviewed(desk, "e", "", "q", options=PORTS).output.count("(1 left) new: agreement mou-ports") == 2
    assert not register(desk)


def test_what_was_done_is_undone_step_by_step(desk: Path) -> None:
    (desk / "register.yaml").write_text("# Ours.\n", encoding="utf-8")
    shown = reviewed(desk, "2", "So.", "s", "a", "", "u", "u", "u", "u", "q").output
    assert register(desk) == "# Ours.\n"
    assert "Nothing was done yet." in shown
    assert shown.endswith("register.yaml: 5 left\n")


def test_the_first_decision_undone_leaves_no_file(desk: Path) -> None:
    reviewed(desk, "a", "", "q", options=(*PORTS, "--who", "x"))
    reviewed(desk, "2", "So.", "u", "q")
    assert "accept:" in register(desk)
    (desk / "register.yaml").unlink()
    reviewed(desk, "2", "So.", "u", "q")
    assert not (desk / "register.yaml").exists()


def test_an_interrupt_loses_nothing_that_was_decided(desk: Path) -> None:
    shown = reviewed(desk, "1", "So.", "a").output  # what is typed ends where it asks why
    assert "preferred: Bergen" in register(desk)
    assert "accept:" not in register(desk)
    assert shown.endswith("1 resolved; 4 left\n")


def test_an_unsettled_fact_that_is_accepted_is_printed(desk: Path) -> None:
    (desk / "courier.txt").write_text(
        COURIER + "\nNorway hopes to sign a treaty on fisheries with Kenya.\n", encoding="utf-8"
    )
    (name,) = [name for name, one in loaded(desk).entries.items() if one.fact.certainty == "unsettled"]
    assert not loaded(desk).entries[name].printed
    assert "(left open)" in reviewed(desk, "a", "", options=("--only", "unsettled", "--who", "x")).output
    assert loaded(desk).entries[name].printed


# What lost its evidence


def test_an_approval_of_something_else_is_shown_again_and_renewed(desk: Path) -> None:
    reviewed(desk, "a", "", options=(*PORTS, "--who", "x"))
    (desk / "courier.txt").write_text(COURIER.replace("signed a", "initialled a"), encoding="utf-8")
    shown = reviewed(desk, "a", "Corrected.", options=("--only", "lost", "--who", "y")).output
    assert "does not hold: agreement accept.mou-ports" in shown
    assert "status is initialled, and was accepted as signed" in shown
    assert register(desk).count("mou-ports:") == 1
    assert "status: initialled" in register(desk)
    assert state(desk, "mou-ports") == "accepted"


def test_an_entry_about_a_fact_that_is_gone_can_be_dropped(desk: Path) -> None:
    reviewed(desk, "a", "", options=(*PORTS, "--who", "x"))
    (desk / "courier.txt").write_text(COURIER.replace("signed", "forgot"), encoding="utf-8")
    shown = reviewed(desk, "d", options=("--only", "lost")).output
    assert "there is no fact 'mou-ports'" in shown
    assert not register(desk)


def test_added_words_that_are_gone_are_given_anew(desk: Path) -> None:
    (desk / "register.yaml").write_text(
        "add:\n  tour:\n    type: visit\n    visitor: Peter Lind\n    status: past\n"
        "    evidence: [{source: courier, exact: Peter Lind came}]\n    who: x\n    when: 2026\n    why: x\n",
        encoding="utf-8",
    )
    shown = reviewed(desk, "e", "Peter Lind, Norway's Minister", options=("--only", "lost")).output
    assert "the words do not stand in the source courier" in shown
    assert state(desk, "tour") == "added"


def test_a_rejection_that_a_newer_source_met_can_be_kept(desk: Path) -> None:
    (desk / "register.yaml").write_text(
        "reject:\n  mou-ports:  # ours\n    who: x\n    when: 2026-05-01\n    why: x\n", encoding="utf-8"
    )
    assert "says it again" in reviewed(desk, "k", options=("--only", "lost")).output
    assert register(desk) == f"reject:\n  mou-ports:  # ours\n    who: x\n    when: {DAY}\n    why: x\n"


# Without a person


def test_all_that_is_new_is_proposed_and_the_hashes_are_recorded(desk: Path) -> None:
    before = {name: one.printed for name, one in loaded(desk).entries.items()}
    result = run("review", desk, "--write")
    assert result.exit_code == 0
    register_, manifest = result.output.splitlines()
    assert register_.startswith(f"{desk.as_posix()}/register.yaml: 4 proposed: joint-commission-4, lind, mou-ports, ")
    assert manifest == f"{desk.as_posix()}/dossier.yaml: 2 recorded: courier.txt, gazette.txt"
    made = loaded(desk)
    assert {one.fact.review.state for one in made.entries.values() if one.fact.review} == {"proposed"}
    assert not any(one.reviewed for one in made.entries.values())
    assert {name: one.printed for name, one in made.entries.items()} == before
    assert "  mou-ports:\n    status: signed\n    subject: ports\n" in register(desk) or "mou-ports:" in register(desk)
    text = (desk / "dossier.yaml").read_text(encoding="utf-8")
    assert text.startswith("# The desk's own.\n")
    assert "published: 2026-05-08, sha256: " in text
    assert "}   # the first\n" in text
    assert not [one for one in made.problems if one.kind == "source-changed"]


def test_a_second_time_nothing_is_written(desk: Path) -> None:
    run("review", desk, "--write")
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in desk.iterdir()}
    result = run("review", desk, "--write")
    assert (result.exit_code, result.output) == (0, "nothing is new\n")
    assert {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in desk.iterdir()} == before


def test_from_then_on_another_file_under_the_name_is_told(desk: Path) -> None:
    run("review", desk, "--write")
    (desk / "gazette.txt").write_text(GAZETTE + "\nIt rained.\n", encoding="utf-8")
    assert "gazette.txt: source-changed: " in run("check", desk).output


def test_a_dossier_that_lists_no_sources_gets_the_list(desk: Path) -> None:
    (desk / "dossier.yaml").write_text("parties: [NO, KE]\n", encoding="utf-8")
    assert "2 recorded: courier.txt, gazette.txt" in run("review", desk, "--write").output
    assert (desk / "dossier.yaml").read_text(encoding="utf-8").count("sha256: ") == 2
    assert set(loaded(desk).reports) == {"courier", "gazette"}


def test_proposals_follow_what_the_sources_say(desk: Path) -> None:
    run("review", desk, "--write")
    (desk / "courier.txt").write_text(COURIER.replace("signed a", "initialled a").split("Peter")[0], encoding="utf-8")
    result = run("review", desk, "--write")
    assert "1 proposed anew: mou-ports" in result.output
    assert "1 no more proposed: lind" in result.output
    assert "status: initialled" in register(desk)
    assert "lind" not in register(desk)


def test_a_proposal_that_is_moved_and_signed_is_a_decision(desk: Path) -> None:
    run("review", desk, "--write")
    block = register(desk).split("  mou-ports:\n")[1].split("\n\n")[0]
    text = f"accept:\n  mou-ports:\n{block}\n    who: x\n    when: {DAY}\n    why: x\n"
    (desk / "register.yaml").write_text(text, encoding="utf-8")
    assert state(desk, "mou-ports") == "accepted"


def test_a_proposal_that_is_signed_where_it_stands_is_told(desk: Path) -> None:
    run("review", desk, "--write")
    text = register(desk).replace("  mou-ports:\n", "  mou-ports:\n    who: x\n")
    (desk / "register.yaml").write_text(text, encoding="utf-8")
    assert state(desk, "mou-ports") == "proposed"
    assert "mou-ports: a proposal counts for nothing" in run("check", desk).output


def test_who_accepts_a_proposal_takes_it_out(desk: Path) -> None:
    run("review", desk, "--write")
    reviewed(desk, "a", "", options=(*PORTS, "--who", "x"))
    assert register(desk).count("mou-ports:") == 1
    assert state(desk, "mou-ports") == "accepted"


# What cannot be


def test_a_register_that_cannot_be_read_is_told_and_left_alone(desk: Path) -> None:
    (desk / "register.yaml").write_text("reject: [x\n", encoding="utf-8")
    for options in ([], ["--write"]):
        result = run("review", desk, *options)
        assert result.exit_code == 2
        assert "register.yaml:1:9: bad-register: is not YAML: the bracket" in result.output
    assert register(desk) == "reject: [x\n"


def test_a_folder_without_a_dossier_is_told(tmp_path: Path) -> None:
    result = run("review", tmp_path)
    assert (result.exit_code, "dossier.yaml" in result.output) == (2, True)


def test_a_register_that_is_a_link_to_nowhere_is_told_and_not_written(desk: Path) -> None:
    (desk / "register.yaml").symlink_to(desk / "nowhere" / "register.yaml")
    for typed in (["--write"], ["--who", "x", "--type", "agreement"]):
        result = CliRunner().invoke(main, ["review", str(desk), *typed], input="a\n\n")
        assert result.exit_code == 2
        assert "register.yaml: bad-register: cannot be read: No such file or directory" in result.output


def test_a_list_of_sources_that_cannot_be_added_to_is_told_with_its_file(desk: Path) -> None:
    (desk / "dossier.yaml").write_text("parties: [NO, KE]\nsources: []\n", encoding="utf-8")
    result = run("review", desk, "--write")
    assert result.exit_code == 2
    assert f"{desk}/dossier.yaml: cannot be written: sources must hold keys and values" in result.stderr
    assert "register.yaml: cannot" not in result.stderr
    assert "mou-ports" in register(desk)
    assert "proposed: " in result.stdout


def test_writing_tells_the_faults_of_both_files_and_writes_what_it_can(desk: Path) -> None:
    (desk / "dossier.yaml").write_text(f"{MANIFEST}subject: ports\n", encoding="utf-8")
    (desk / "register.yaml").write_text("reject:\n  mou-harbours: {who: Desk, when: 2026-05-10}\n", encoding="utf-8")
    result = run("review", desk, "--write")
    assert result.exit_code == 1
    assert "dossier.yaml:8:1: bad-source: unknown key 'subject'" in result.stderr
    assert "register.yaml:2:" in result.stderr
    assert "conflict" not in result.stderr  # a finding is no fault of a file
    assert "mou-ports:" in register(desk)
    assert "sha256" in (desk / "dossier.yaml").read_text(encoding="utf-8")
    assert run("review", desk, "--write").exit_code == 1


def test_a_choice_that_no_source_gives_any_more_is_made_anew(desk: Path) -> None:
    reviewed(desk, "1", "So.", "q")
    (desk / "gazette.txt").write_text(GAZETTE.replace("Bergen", "Nairobi"), encoding="utf-8")
    shown = reviewed(desk, "2", "The courier was right.", options=("--only", "lost", "--who", "x")).output
    assert "no source gives joint-commission-4.place as 'Bergen'" in shown
    assert loaded(desk).entries["joint-commission-4"].fact.get("place") == "Oslo"
    assert register(desk).count("joint-commission-4.place:") == 1
