"""Words are files of the package: one that is changed there moves the pages that show it, and no other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sphinx_bilateral

ARTICLE = """\
OSLO: Norway and Sweden agreed on Monday to build igloos together.

The fourth session of the Norway-Sweden Joint Commission ended in Oslo on Monday.
"""
MANIFEST = 'title: Ice\nparties: ["NO", SE]\nsources:\n  a.txt: {publisher: The Courier, published: 2026-05-12}\n'
PAGES = {
    # A page with a table of contents is written by Sphinx whenever a page in it is.
    "index.rst": "Desk\n====\n",
    "tourism.rst": ":orphan:\n\nTourism\n=======\n\n.. brief:commitments::\n   :sector: tourism\n",
    "meetings.rst": ":orphan:\n\nMeetings\n========\n\n.. brief:meetings::\n",
    "conf.py": 'extensions = ["sphinx_bilateral"]\nexclude_patterns = ["dossiers", "_build"]\n',
    "dossiers/ice/dossier.yaml": MANIFEST,
    "dossiers/ice/a.txt": ARTICLE,
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, whose words can be changed."""
    installed = Path(sphinx_bilateral.__file__).parent
    site = tmp_path / "site"
    shutil.copytree(installed, site / "sphinx_bilateral", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    if not (installed / "templates").is_dir():  # an editable install has them beside the package
        shutil.copytree(installed.parent / "templates", site / "templates")
    return site


def build(root: Path, package: Path) -> dict[str, int]:
    """Build with the package in a process of its own; return when each page was written."""
    # Python's own -P keeps the working directory, which may hold the package too, out of the path.
    command = [sys.executable, "-P", "-m", "sphinx", "-q", "-b", "text", str(root), str(root / "_build")]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(package)}, capture_output=True, text=True, check=True
    )
    assert not done.stderr
    return {path.stem: path.stat().st_mtime_ns for path in (root / "_build").glob("*.txt")}


def test_a_word_that_is_added_to_the_lexicon_moves_the_pages_that_show_it(tmp_path: Path, package: Path) -> None:
    root = tmp_path / "root"
    for name, text in PAGES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    first = build(root, package)
    assert "None reported" in (root / "_build" / "tourism.txt").read_text(encoding="utf-8")
    sectors = package / "sphinx_bilateral" / "extract" / "lexicon" / "sectors.txt"
    words = sectors.read_text(encoding="utf-8")
    sectors.write_text(words.replace("[sector tourism]\n", "[sector tourism]\nigloos; "), encoding="utf-8")
    then = build(root, package)
    assert "igloos" in (root / "_build" / "tourism.txt").read_text(encoding="utf-8")
    assert {name for name in then if then[name] != first[name]} == {"tourism"}
