from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_catalogues_have_a_word_for_every_word_that_pages_show(project: Path) -> None:
    """Where they have not: make messages, and fill in what it names."""
    done = subprocess.run(
        [sys.executable, ".ci/messages", "--check"], cwd=project, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
