"""``register.yaml`` as a command writes it: what people wrote stays, byte for byte, whatever happens meanwhile."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from dossier.test_register import SOUND
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_bilateral.dossier.decisions.register import read_register
from sphinx_bilateral.dossier.decisions.register_file import SECTIONS, with_day, with_entries, with_entry, without_entry
from sphinx_bilateral.written.located_yaml import plain_data_of
from sphinx_bilateral.written.rewriting import ChangedMeanwhileError, rewrite
from sphinx_bilateral.written.yaml_edit import UneditableError
from sphinx_bilateral.written.yaml_words import as_read

SIGNED = {"who": "Nordic desk", "when": "2026-05-10", "why": "It was checked."}

BY_HAND = """\
# yaml-language-server: $schema=../register.schema.json
# What the desk decided.

reject:   # not to be used
  # Twice the same.
  mou-rail:
      who:   "Nordic desk"   # by telephone
      when: 2026-05-10
      why: >
        It says the same twice,
        and once is enough.

  mou-wind: {who: 'Nordic desk', when: 2026-05-10,
     why: "It's, as they say: hot air"}
  # Nothing more for now.

accept:

  vance: &vance
    title: Defence Minister
    who: Nordic desk
    when: 2026-05-10
    why: |
      # no comment, but text
      She said so.
"""


def data(text: str) -> dict[str, Any]:
    found = plain_data_of(text)
    assert isinstance(found, dict)
    return found


def entries(text: str) -> dict[tuple[str, str], Any]:
    return {(section, name): entry for section, held in data(text).items() for name, entry in (held or {}).items()}


def stands_in_order(old: str, new: str) -> bool:
    """Tell whether all lines of *old* are lines of *new*, in their order."""
    lines = iter(new.splitlines())
    return all(line in lines for line in old.splitlines())


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30)
tricky = st.sampled_from(
    ["NO", "null", "~", "2026-05-10", "2026", "1e3", "a: b", "x #y", "- a", "{a}", "é’“–", "on", " "]
)
values = st.one_of(
    texts, tricky, st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(),
    st.lists(st.one_of(texts, tricky), max_size=3),
)  # fmt: skip
names = st.from_regex(r"\A[a-z0-9][a-z0-9-]{0,8}\Z")
made = st.dictionaries(st.sampled_from(["title", "status", "parties", "why", "who"]), values, min_size=1)
quoted = st.fixed_dictionaries({"source": names, "exact": texts})
full = st.tuples(made, st.lists(quoted, max_size=2)).map(
    lambda one: {**one[0], **({"evidence": one[1]} if one[1] else {})}
)
added = st.lists(st.tuples(st.sampled_from(SECTIONS), names, full), min_size=1, max_size=4)


@settings(max_examples=40)
@given(added, st.sampled_from(["", BY_HAND, SOUND, BY_HAND.replace("\n", "\r\n"), "\ufeff" + SOUND, "# None yet.\n"]))
def test_what_is_added_is_there_and_all_that_was_there_stays(new: list[tuple[str, str, Any]], start: str) -> None:
    text = start
    expected = entries(text) if data_is_there(text) else {}
    for section, name, entry in new:
        if name in {"mou-rail", "mou-wind", "vance"} or any(known[1] == name for known in expected):
            continue  # what gives way is another test
        before = text
        text = with_entry(text, section, name, entry)
        expected[section, name] = as_read(entry)
        assert entries(text) == expected
        assert stands_in_order(before, text)
    assert ("\r\n" in text) == ("\r\n" in start)
    assert "\r\n" not in start or "\n" not in text.replace("\r\n", "")


def data_is_there(text: str) -> bool:
    return plain_data_of(text) is not None


def test_sections_stand_in_their_order_and_entries_apart() -> None:
    text = ""
    for section in reversed(SECTIONS):
        for name in ("b", "a"):
            text = with_entry(text, section, f"{section}-{name}", SIGNED)
    assert list(data(text)) == list(SECTIONS)
    blocks = text.split("\n\n")
    assert len(blocks) == 2 * len(SECTIONS)
    assert all("\n\n" not in block and block.count("who:") == 1 for block in blocks)


def test_an_entry_is_written_as_a_person_would() -> None:
    quoted = [{"source": "courier", "exact": "signed in Oslo"}]
    text = with_entry("", "amend", "ports", {"status": "signed", "parties": ["NO", "KA"], "date": None,
                                            "evidence": quoted, **SIGNED})  # fmt: skip
    assert text == (
        "amend:\n  ports:\n    status: signed\n    parties: ['NO', KA]\n    date: ~\n    evidence:\n"
        "      - source: courier\n        exact: signed in Oslo\n"
        "    who: Nordic desk\n    when: 2026-05-10\n    why: It was checked.\n"
    )


def test_two_branches_that_add_entries_merge_without_a_conflict(tmp_path: Path) -> None:
    base = ""
    for name in ("bridges", "ports", "rail"):
        base = with_entry(base, "accept", name, SIGNED)
    ours = with_entry(base, "accept", "fish", {"title": "x", **SIGNED})
    theirs = with_entry(with_entry(base, "accept", "quays", {"title": "y", **SIGNED}), "reject", "tolls", SIGNED)
    for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    merged = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert merged.returncode == 0, merged.stdout
    assert entries(merged.stdout) == {**entries(ours), **entries(theirs)}


def test_a_section_that_is_in_no_order_is_added_to_at_its_end() -> None:
    text = with_entry("accept:\n  b: {who: x}\n  a: {who: x}\n", "accept", "aa", SIGNED)
    assert list(data(text)["accept"]) == ["b", "a", "aa"]


@pytest.mark.parametrize(
    "empty", ["accept:\n", "accept: {}\n", "accept: ~  # none\n", "accept:  # none\n", "accept: null"]
)
def test_an_empty_section_is_filled(empty: str) -> None:
    text = with_entry(empty, "accept", "ports", SIGNED)
    assert entries(text) == {("accept", "ports"): SIGNED}
    assert ("# none" in text) == ("# none" in empty)


def test_a_section_in_braces_is_added_to_in_braces() -> None:
    text = with_entry("accept: {a: {who: x}}  # short\n", "accept", "b", {"title": "One, [two]", "who": "z"})
    assert text == "accept: {a: {who: x}, b: {title: 'One, [two]', who: z}}  # short\n"


@pytest.mark.parametrize(
    "start", ["", BY_HAND, SOUND, "accept: {b: {who: x}}\n", "accept:\n  z: {who: x}\n  a: {who: x}\n"]
)
def test_many_entries_are_written_as_one_after_the_other(start: str) -> None:
    new = dict.fromkeys(("bridges", "tolls", "vans", "aa"), SIGNED)
    text = start
    for name in sorted(new):
        text = with_entry(text, "accept", name, SIGNED)
    assert with_entries(start, "accept", new) == text


def test_a_new_decision_takes_the_place_of_the_old_one_and_its_comments_stay() -> None:
    text = with_entry("", "propose", "ports", {"status": "signed"})
    text = text.replace("    status", "    # Ask the embassy.\n    status")
    text = with_entry(with_entry(text, "propose", "rail", {"status": "signed"}), "accept", "ports", SIGNED)
    assert list(entries(text)) == [("accept", "ports"), ("propose", "rail")]
    assert "accept:\n  ports:\n    # Ask the embassy.\n    who:" in text


def test_what_is_taken_out_leaves_the_rest_as_it_was() -> None:
    with_it = with_entry(
        with_entry(BY_HAND, "reject", "mou-fish", SIGNED), "alias", "fish", {"of": "mou-fish", **SIGNED}
    )
    assert without_entry(without_entry(with_it, "alias", "fish"), "reject", "mou-fish") == BY_HAND
    assert without_entry(BY_HAND, "reject", "mou-sea") == BY_HAND
    assert "Nothing more for now" in without_entry(without_entry(BY_HAND, "reject", "mou-wind"), "reject", "mou-rail")


def test_a_day_is_set_anew_in_its_place() -> None:
    text = with_day(BY_HAND, "reject", "mou-rail", "2026-06-01")
    assert text == BY_HAND.replace("2026-05-10", "2026-06-01", 1)


@pytest.mark.parametrize("text", ["accept: [a]\n", "accept: x\n", "- a\n", "a: [\n", "a: b\n---\nc: d\n", "{}\n"])
def test_where_there_is_no_safe_place_nothing_is_written(tmp_path: Path, text: str) -> None:
    file = tmp_path / "register.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UneditableError):
        rewrite(file, lambda text: with_entry(text, "accept", "ports", SIGNED))
    assert file.read_text(encoding="utf-8") == text


# The file


def add(name: str) -> Any:
    return lambda text: with_entry(text, "accept", name, SIGNED)


def test_a_file_keeps_its_mode_and_no_other_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "register.yaml"
    assert rewrite(file, add("ports"))
    file.chmod(0o640)
    assert rewrite(file, add("rail"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert not rewrite(file, lambda text: text)
    assert [one.name for one in tmp_path.iterdir()] == ["register.yaml"]
    read, problems = read_register(tmp_path)
    assert read is not None
    assert (list(read.register.accept), problems) == (["ports", "rail"], ())


def test_a_link_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "real.yaml", tmp_path / "register.yaml"
    file.write_text("", encoding="utf-8")
    link.symlink_to(file)
    rewrite(link, add("ports"))
    assert link.is_symlink()
    assert "ports" in file.read_text(encoding="utf-8")


def test_writers_at_once_lose_no_entry(tmp_path: Path) -> None:
    file = tmp_path / "register.yaml"
    code = (
        "import sys; from pathlib import Path; from sphinx_bilateral.written.rewriting import rewrite\n"
        "for n in range(50): rewrite(Path(sys.argv[1]), lambda text: f'{text}{sys.argv[2]}-{n}: x\\n')\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(file), who]) for who in ("one", "two", "three")]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert len(data(file.read_text(encoding="utf-8"))) == 150


def test_what_an_editor_saved_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """An editor knows of no lock."""
    file = tmp_path / "register.yaml"
    file.write_text(SOUND, encoding="utf-8")
    saved = []

    def edit(text: str) -> str:
        if not saved:
            saved.append(True)
            file.write_text("# By hand.\n" + SOUND, encoding="utf-8")
        return with_entry(text, "accept", "rail", SIGNED)

    assert rewrite(file, edit)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# By hand.\n")
    assert ("accept", "rail") in entries(text)


def test_who_never_gets_his_turn_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "register.yaml"

    def edit(text: str) -> str:
        file.write_text(text + "# And more.\n", encoding="utf-8")
        return text + "alias: {}\n"

    with pytest.raises(ChangedMeanwhileError, match="somebody else is writing"):
        rewrite(file, edit)
    assert "alias" not in file.read_text(encoding="utf-8")


def test_who_is_killed_while_writing_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "register.yaml"
    code = (
        "import sys, itertools; from pathlib import Path; from sphinx_bilateral.written.rewriting import rewrite\n"
        "print('ready', flush=True)\n"
        "for n in itertools.count():\n"
        "    rewrite(Path(sys.argv[1]), lambda text: f'alias:  # {n}\\n' + '  # filled\\n' * 20000 + f'  # {n}\\n')\n"
    )
    moments = random.Random(7)
    for _ in range(12):
        running = subprocess.Popen([sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(moments.uniform(0, 0.03))
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        running.stdout.close()
        if file.exists():
            first, *_, last = file.read_text(encoding="utf-8").splitlines()
            assert first.removeprefix("alias:") == last
    assert rewrite(file, lambda _text: SOUND)  # and holds up nobody who comes after
    assert file.read_text(encoding="utf-8") == SOUND


def test_threads_of_one_process_wait_for_one_another(tmp_path: Path) -> None:
    file = tmp_path / "register.yaml"
    running = [threading.Thread(target=rewrite, args=(file, add(f"n-{number}"))) for number in range(6)]
    for one in running:
        one.start()
    for one in running:
        one.join()
    assert len(entries(file.read_text(encoding="utf-8"))) == 6
