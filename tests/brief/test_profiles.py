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
