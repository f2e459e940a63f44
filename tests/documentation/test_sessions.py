"""Pages that a reader follows step by step on the example dossier: each command prints what the page shows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from documentation.conftest import DOCS, PROJECT
from documentation.sessions import fits, follow


@pytest.mark.parametrize("name", ["review-facts", "when-sources-disagree"])
def test_a_session_prints_what_the_page_shows(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    follow(DOCS / "howto" / f"{name}.rst")


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        (("a", "b"), True),
        (("a", "…"), True),
        (("…", "b"), True),
        (("…",), True),
        (("a",), False),
        (("b", "…"), False),
        (("a", "…", "b"), True),
    ],
)
def test_what_a_page_shows_is_compared_line_by_line(shown: tuple[str, ...], held: bool) -> None:
    assert fits(["a", "b"], shown) == held
