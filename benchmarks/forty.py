"""Measure builds of forty dossiers: ``python benchmarks/forty.py [--quick]``. See README.md."""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from articles import article
from build import build

CONF = """\
extensions = ["sphinx_bilateral"]
exclude_patterns = ["dossiers", "_build"]
"""

BRIEF = """\
Brief {name}
============

.. brief:document:: B-{name}
   :dossier: {name}

.. brief:at-a-glance::

.. brief:agreements::

.. brief:commitments::

.. brief:people::

.. brief:conflicts::
"""

FACTS = """\
Facts {name}
============

.. brief:document:: F-{name}
   :dossier: {name}

.. brief:register::
"""


def project(root: Path, dossiers: int, reports: int, chance: random.Random) -> None:
    """Write dossiers of as many reports, each with a brief and a register."""
    (root / "conf.py").write_text(CONF, encoding="utf-8")
    (root / "index.rst").write_text("Desk\n====\n\n.. toctree::\n   :glob:\n\n   *-*\n", encoding="utf-8")
    for number in range(dossiers):
        name = f"d{number:02}"
        folder = root / "dossiers" / name
        folder.mkdir(parents=True)
        (folder / "dossier.yaml").write_text(f"id: {name}\ntitle: {name}\n", encoding="utf-8")
        for report in range(reports):
            (folder / f"r{report}.txt").write_text(article(chance), encoding="utf-8")
        for page, text in (("brief", BRIEF), ("facts", FACTS)):
            (root / f"{name}-{page}.rst").write_text(text.format(name=name), encoding="utf-8")


def edits(root: Path, chance: random.Random) -> dict[str, Callable[[], object]]:
    """Return what is done before each of the builds, by the name of what is measured."""
    page = root / "d00-brief.rst"
    return {
        "cold": lambda: None,
        "nothing changed": lambda: None,
        "one report changed": lambda: (root / "dossiers/d00/r0.txt").write_text(article(chance), encoding="utf-8"),
        "one page changed": lambda: page.write_text(f"{page.read_text('utf-8')}\nMore words.\n", encoding="utf-8"),
    }


def measured(dossiers: int, reports: int, seed: int) -> dict[str, float]:
    """Return the CPU time of each build, in seconds."""
    chance = random.Random(seed)
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        project(Path(folder), dossiers, reports, chance)
        for name, edit in edits(Path(folder), chance).items():
            edit()
            seconds[name] = build(Path(folder))
    return seconds


def main() -> None:
    """Print medians, and each build as a part of the cold one of its iteration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="eight dossiers of five reports, once")
    parser.add_argument("--iterations", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = parser.parse_args()
    dossiers, reports = (8, 5) if asked.quick else (40, 10)
    sys.stdout.write(f"seed {asked.seed}: {dossiers} dossiers of {reports} reports, a brief and a register each\n")
    turns = range(1 if asked.quick else asked.iterations)
    runs = [measured(dossiers, reports, asked.seed + turn) for turn in turns]
    for name in runs[0]:
        seconds = statistics.median(run[name] for run in runs)
        part = statistics.median(run[name] / run["cold"] for run in runs)
        sys.stdout.write(f"  {name:20} {seconds:7.2f} s   {part:.3f} of cold\n")


if __name__ == "__main__":
    main()
