from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_bilateral.brief.profiles import read_profile, read_profile_file
from sphinx_bilateral.resources import names


@pytest.mark.parametrize("name", names("profiles"))
def test_every_packaged_profile_is_valid(name: str) -> None:
    profile, problems = read_profile(name)
    assert profile is not None
    assert not problems


def test_a_fault_is_told_with_its_line_and_what_is_allowed(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("title: Mine\nsections:\n  - {show: bluff}\n  - {show: people}\n", encoding="utf-8")
    profile, (problem,) = read_profile_file(file)
    assert profile is not None
    assert [rule.show for rule in profile.sections] == ["people"]
    assert (problem.kind, problem.line) == ("config", 3)
    assert "bluf" in problem.message


def test_an_unknown_profile_is_told_with_the_known_ones() -> None:
    profile, (problem,) = read_profile("no-such")
    assert profile is None
    assert "uk-meeting" in problem.message


FAULTS = """\
title: Mine
stale-afer: 3
sections:
  - {show: bluf, max-words: 0}
  - {show: people, max-words: 3}
  - {show: lines, max-words: many, required: maybe}
"""


def test_all_faults_are_told_at_once_each_where_it_stands_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(FAULTS, encoding="utf-8")
    profile, problems = read_profile("mine.yaml", tmp_path)
    assert profile is not None
    assert [(rule.show, rule.max_words) for rule in profile.sections] == [("bluf", None), ("lines", None)]
    assert sorted((problem.line, problem.column) for problem in problems) == [(2, 1), (4, 18), (5, 5), (6, 19), (6, 36)]
    assert {problem.file for problem in problems} == {str(file)}


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        (b"title: Mine\nsections: []\n", (2, 1), "must hold a section"),
        (b"sections:\n  - {show: bluf}\n", (1, 1), "title"),
        (b"title: [\n", (2, 1), "is not YAML"),
        (b"", (1, 1), "keys and values"),
        (b"title: \xff\n", (0, 0), "cannot be read"),
        (b"title: Mine\nstale-after: 0\nsections: [{show: nothing}]\n", (2, 1), "greater than or equal to 1"),
    ],
)
def test_a_file_that_is_no_profile_gives_none(tmp_path: Path, text: bytes, place: tuple[int, int], word: str) -> None:
    (tmp_path / "mine.yml").write_bytes(text)
    profile, problems = read_profile("mine.yml", tmp_path)
    assert profile is None
    assert (problems[0].kind, problems[0].line, problems[0].column) == ("config", *place)
    assert word in problems[0].message


def test_a_section_that_stands_twice_is_told_at_the_second_and_the_first_counts(tmp_path: Path) -> None:
    sections = "  - {show: bluf, max-words: 5}\n  - {show: people}\n  - show: bluf\n    max-words: 7\n"
    (tmp_path / "mine.yaml").write_text(f"title: Mine\nsections:\n{sections}", encoding="utf-8")
    profile, (problem,) = read_profile("mine.yaml", tmp_path)
    assert profile is not None
    assert profile.budget("bluf") == 5
    assert (problem.line, problem.column) == (5, 5)


def test_a_profile_that_never_grows_stale_says_so(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    for said, days in (("", 30), ("stale-after: ~\n", None), ("stale-after: 7\n", 7)):
        file.write_text(f"title: Mine\n{said}sections: [{{show: bluf}}]\n", encoding="utf-8")
        profile, problems = read_profile_file(file)
        assert profile is not None
        assert (profile.stale_after, problems) == (days, ())
