"""``sphinx-bilateral merge``: two branches that decided about facts, through git itself."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_bilateral.cli import main
from sphinx_bilateral.dossier.decisions.register_file import with_entry, without_entry
from sphinx_bilateral.written.located_yaml import plain_data_of
from sphinx_bilateral.written.yaml_merge import gathered, spread

SIGNED = {"who": "Nordic desk", "when": "2026-05-10", "why": "It was checked."}
LIKE = {**SIGNED, "title": "x"}
BASE = """\
# What we decided.

accept:
  ports:
    status: signed
    who: Nordic desk
    when: 2026-05-10
    why: Yes.
"""


class Merged:
    """What came of a merge of three texts."""

    def __init__(self, folder: Path, base: str, ours: str, theirs: str) -> None:
        files = [folder / name for name in ("base", "ours", "theirs")]
        for file, text in zip(files, (base, ours, theirs), strict=True):
            file.write_bytes(text.encode())
        run = CliRunner().invoke(main, ["merge", *map(str, files)])
        self.status, self.said, self.text = run.exit_code, run.stderr, files[1].read_bytes().decode()

    @property
    def data(self) -> Any:
        return plain_data_of(self.text)


def accepted(base: str, *names: str, section: str = "accept") -> str:
    for name in names:
        base = with_entry(base, section, name, LIKE if section == "accept" else SIGNED)
    return base


@pytest.mark.parametrize("base", ["", "accept:\n", BASE, BASE.replace("\n", "\r\n"), BASE.rstrip("\n")])
@pytest.mark.parametrize(("ours", "theirs"), [("yak", "zebra"), ("zebra", "yak"), ("aa", "ab"), ("aa", "zebra")])
def test_entries_between_the_same_neighbours_stand_side_by_side(
    tmp_path: Path, base: str, ours: str, theirs: str
) -> None:
    merged = Merged(tmp_path, base, accepted(base, ours), accepted(base, theirs))
    assert (merged.status, merged.said) == (0, "")
    assert merged.data == plain_data_of(accepted(base, ours, theirs))
    assert merged.text.replace("\r\n", "\n") == accepted(base.replace("\r\n", "\n"), ours, theirs).rstrip() + "\n"
    assert ("\r\n" in merged.text) == ("\r\n" in base)


def test_sections_that_only_one_branch_has_stand_side_by_side(tmp_path: Path) -> None:
    ours, theirs = accepted(BASE, "fish", section="reject"), accepted(BASE, "tolls", section="propose")
    merged = Merged(tmp_path, BASE, ours, theirs)
    assert merged.status == 0
    assert {name: list(section) for name, section in merged.data.items()} == {
        "accept": ["ports"], "reject": ["fish"], "propose": ["tolls"],
    }  # fmt: skip


def test_comments_stay_with_their_entries(tmp_path: Path) -> None:
    ours = accepted(BASE, "yak").replace("  yak:", "  # By telephone.\n  yak:  # again")
    theirs = accepted(BASE, "zebra").replace("  zebra:", "  # Ask the embassy.\n  zebra:")
    merged = Merged(tmp_path, BASE, ours, theirs)
    assert merged.status == 0
    assert "  # By telephone.\n  yak:  # again\n" in merged.text
    assert "\n\n  # Ask the embassy.\n  zebra:\n" in merged.text


def test_what_one_branch_took_out_is_gone_beside_what_the_other_adds(tmp_path: Path) -> None:
    base = accepted(BASE, "rail", "tolls")
    merged = Merged(tmp_path, base, without_entry(base, "accept", "rail"), accepted(base, "quays"))
    assert merged.status == 0
    assert list(merged.data["accept"]) == ["ports", "quays", "tolls"]


def test_proposals_that_two_branches_accept_are_accepted(tmp_path: Path) -> None:
    base = ""
    for name in ("bridges", "ports", "quays", "rail"):
        base = with_entry(base, "propose", name, {"status": "signed"})
    merged = Merged(tmp_path, base, accepted(base, "ports"), accepted(base, "quays"))
    assert merged.status == 0, merged.text
    assert {name: list(section) for name, section in merged.data.items()} == {
        "accept": ["ports", "quays"], "propose": ["bridges", "rail"],
    }  # fmt: skip


def test_one_entry_that_both_branches_changed_is_a_conflict_in_its_lines_alone(tmp_path: Path) -> None:
    ours, theirs = BASE.replace("status: signed", "status: ratified"), BASE.replace("status: signed", "status: expired")
    merged = Merged(tmp_path, BASE, accepted(ours, "yak"), accepted(theirs, "zebra"))
    assert merged.status == 1
    assert "<<<<<<< ours\n    status: ratified\n=======\n    status: expired\n>>>>>>> theirs\n" in merged.text
    assert "\x01" not in merged.text
    assert merged.text.count("<<<<<<<") == 1


def test_one_fact_decided_about_in_two_ways_is_told(tmp_path: Path) -> None:
    merged = Merged(tmp_path, BASE, accepted(BASE, "fish"), accepted(BASE, "fish", section="reject"))
    assert merged.status == 1
    assert merged.said == "fish was decided about in both branches, in two ways; keep one of the entries\n"
    assert "fish" in merged.data["accept"]
    assert "fish" in merged.data["reject"]


@pytest.mark.parametrize("odd", ["accept: {a: {who: x}}\n", "accept: [\n", "- a\n", "a: 1\na: 2\n", "\ufeff"])
def test_a_version_that_is_no_register_is_merged_by_lines(tmp_path: Path, odd: str) -> None:
    merged = Merged(tmp_path, odd, odd + "# mine\n", odd)
    assert merged.text == odd + "# mine\n"


def test_a_version_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes("accept: é".encode("latin-1"))
    (tmp_path / "text").write_text(BASE, encoding="utf-8")
    run = CliRunner().invoke(main, ["merge", *(str(tmp_path / name) for name in ("text", "text", "latin"))])
    assert run.exit_code == 2
    assert run.stderr == f"{tmp_path / 'latin'}: cannot be read: is not UTF-8\n"
    assert (tmp_path / "text").read_text(encoding="utf-8") == BASE


def test_sources_that_two_branches_add_stand_side_by_side(tmp_path: Path) -> None:
    base = (
        "title: Made up\nsources:\n  wire.txt:\n    published: 2026-01-02\n  courier.txt:\n    published: 2026-01-03\n"
    )
    ours, theirs = (f"{base}  {name}.txt:\n    published: 2026-02-01\n" for name in ("paper", "herald"))
    merged = Merged(tmp_path, base, ours, theirs)
    assert merged.status == 0
    assert list(merged.data["sources"]) == ["wire.txt", "courier.txt", "paper.txt", "herald.txt"]


def test_git_calls_it_where_it_is_told_to_as_the_documentation_says(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words],
            cwd=tmp_path, check=True, capture_output=True,
        )  # fmt: skip

    def save(text: str) -> None:
        register.write_text(text, encoding="utf-8")
        git("add", ".")
        git("commit", "-m", "Decide")

    page = Path(__file__).parents[2].joinpath("docs/howto/review-facts.rst").read_text(encoding="utf-8")
    register = tmp_path / "register.yaml"
    attributes = re.findall(r"^   (\S+ +merge=bilateral)$", page, re.MULTILINE)
    (tmp_path / ".gitattributes").write_text("\n".join([*attributes, ""]), encoding="utf-8")
    git("init", "-b", "main")
    name, driver = re.findall(r'\$ git config --global (\S+) "(sphinx-bilateral .*)"', page)[0]
    called = f"{sys.executable} -c 'from sphinx_bilateral.cli import main; main()'"
    git("config", name, driver.replace("sphinx-bilateral", called))
    save(BASE)
    git("checkout", "-b", "other")
    save(accepted(BASE, "yak"))
    git("checkout", "main")
    save(accepted(BASE, "zebra"))
    git("merge", "other")
    assert register.read_text(encoding="utf-8") == accepted(BASE, "yak", "zebra")


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.booleans())
def test_whatever_the_branches_decide_nothing_is_lost(chance: random.Random, is_sorted: bool) -> None:
    """But for what both decided about, each version has what its branch decided, at once and with its comments."""
    base = _grown("", chance, "base", is_sorted)
    ours, theirs = (_grown(base, chance, side, is_sorted) for side in ("ours", "theirs"))
    marked = spread((base, ours, theirs))
    assert [gathered(one) for one in marked] == [
        one.rstrip() + "\n" if one.strip() else "" for one in (base, ours, theirs)
    ]
    places = [[line for line in one.splitlines() if line.startswith("\x01")] for one in marked]
    assert places[0] == places[1] == places[2]
    assert len(set(places[0])) == len(places[0])


def _grown(text: str, chance: random.Random, side: str, is_sorted: bool) -> str:
    for number in range(chance.randint(0, 4)):
        name = f"{chance.choice('abcxyz')}-{side}-{number}"
        if is_sorted:
            text = with_entry(text, chance.choice(("accept", "reject", "alias")), name, SIGNED)
        else:
            text = with_entry(text or "accept:\n  zz: {who: x}\n  mm: {who: x}\n", "accept", name, SIGNED)
        if chance.random() < 0.5:
            text = text.replace(f"  {name}:", f"  # of {side}\n  {name}:", 1)
    return text


@pytest.mark.parametrize("section", ["accept", "resolve"])
def test_a_value_of_one_branch_under_the_reason_of_the_other_stops_the_merge(tmp_path: Path, section: str) -> None:
    base = BASE.replace("accept:", f"{section}:")
    ours = base.replace("status: signed", "status: initialled")
    theirs = base.replace("why: Yes.", "why: The gazette has the signature.")
    merged = Merged(tmp_path, base, ours, theirs)
    assert merged.status == 1
    assert f"{section}.ports was changed in both branches" in merged.said
    assert Merged(tmp_path, base, ours, ours).status == 0
