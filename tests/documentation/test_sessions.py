"""The sessions of the how-to pages, on a copy of the example dossier."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from documentation.sessions import fits, follow


@pytest.mark.parametrize("name", ["review-facts"])
def test_a_session_prints_what_the_page_shows(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shutil.copytree(project / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    follow(project / "docs" / "howto" / f"{name}.rst")


@pytest.mark.parametrize(
    ("shown", "held"),
    [(["a", "b"], True), (["a", "…"], True), (["…", "b"], True), (["…"], True), (["a"], False), (["b", "…"], False)],
)
def test_what_a_page_shows_is_compared_line_by_line(shown: list[str], held: bool) -> None:
    assert fits(["a", "b"], shown) == held
