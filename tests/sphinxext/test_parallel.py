"""The same bytes from any number of processes and under any hash seed, with the real reader."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

LISTS = ("meetings", "agreements", "commitments", "people", "figures", "quotes", "proposals", "conflicts", "register")

CONF = """\
extensions = ["sphinx_bilateral", "myst_parser"]
exclude_patterns = ["dossiers"]
project, copyright, version, release = "Desk", "2025, desk", "1", "1"
nitpicky = True
"""

BRIEF = """\
Brief
=====

.. brief:document:: PK-AZ-1
   :event: joint-commission-8

.. brief:bluf::

   The target is :brief:fact:`target-trade.value`.

.. brief:agreements::

.. brief:one-page:: brief.pdf
"""


BUILDERS = (
    "html",
    "dirhtml",
    "singlehtml",
    "epub",
    "text",
    "latex",
    "xml",
    "gettext",
    "bilateral-json",
    "bilateral-pdf",
)

BUILD = """\
import sys
from sphinx.cmd.build import main
source, out, jobs, *builders = sys.argv[1:]
for builder in builders:
    done = main(["-q", "-W", "-b", builder, "-j", jobs, "-d", f"{out}/doctrees-{builder}", source, f"{out}/{builder}"])
    assert done == 0, builder
"""


@pytest.fixture
def source(tmp_path, project):
    """The folder of a project of twelve pages of real facts."""
    folder = tmp_path / "source"
    shutil.copytree(project / "seeds", folder / "dossiers" / "pk-az")
    pages = {f"{name}.rst": f"{name.title()}\n{'=' * len(name)}\n\n.. brief:{name}::\n" for name in LISTS}
    pages["brief.rst"] = BRIEF
    pages["index.rst"] = "Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n"
    pages["notes.md"] = "# Notes\n\n{brief:date}`joint-commission-8`\n"
    for name, text in pages.items() | {("conf.py", CONF)}:
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def build(source, out, *, jobs, seed):
    """Build with all builders in a process of its own, and return the hash of every file."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1750000000"}
    command = [sys.executable, "-c", BUILD, source, out, str(jobs), *BUILDERS]
    subprocess.run(command, env=environment, check=True)
    # The archive of an EPUB holds the times of its files, which are compared themselves.
    files = (path for name in BUILDERS for path in sorted((out / name).rglob("*")) if path.suffix != ".epub")
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()
    }


def test_processes_and_hash_seeds_leave_no_mark(source, tmp_path):
    once = build(source, tmp_path / "once", jobs=1, seed="0")
    assert {name.split("/")[0] for name in once} == set(BUILDERS)
    for jobs, seed in ((2, "1"), (4, "random")):
        again = build(source, tmp_path / f"again-{jobs}", jobs=jobs, seed=seed)
        assert again.keys() == once.keys()
        assert [name for name in once if again[name] != once[name]] == []
