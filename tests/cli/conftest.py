"""A dossier of one report on disk, and the command run on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sphinx_bilateral.cli import main

REPORT = "OSLO: The fourth session of the Norway-Sweden Joint Commission ended in Oslo on Thursday.\n"
MANIFEST = (
    'title: Norway–Sweden\nparties: ["NO", "SE"]\nsources:\n  courier.txt: {id: courier, published: 2026-05-08}\n'
)


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier in which nothing is wrong."""
    (tmp_path / "courier.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(MANIFEST, encoding="utf-8")
    return tmp_path
