"""The documentation as it is built for a reader, and its examples, each in a project of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"


def build(builder: str, source: Path, out: Path, doctrees: Path) -> None:
    """Build as a user does who wants no warning."""
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-b", builder, "-d", str(doctrees)]
    done = subprocess.run([*command, str(source), str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the documentation in HTML."""
    folder = tmp_path_factory.mktemp("site")
    build("html", DOCS, folder / "html", folder / "doctrees")
    return folder / "html"
