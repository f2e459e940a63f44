"""Other people's documentation, built without the extension and with it: no new warning, and no page of theirs changed.

See README.md beside this file for what has to lie in the folder that PEER_DATA names.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.peers

PEERS = {"sphinx": "doc", "MyST-Parser": "docs", "sphinx-design": "docs"}
"""The folder of the documentation in each project."""

CONF = """

# What somebody who wants a brief in this documentation adds.
extensions = [*extensions, "sphinx_bilateral"]
bilateral_dossiers = ["bilateral-desk"]
exclude_patterns = [*globals().get("exclude_patterns", []), "bilateral-desk"]
"""

BRIEF = """\
:orphan:

Brief
=====

.. brief:document:: PK-AZ-2025-01
   :event: joint-commission-8

.. brief:bluf::

   The target is :brief:fact:`target-trade.value`.

.. brief:people::
   :style: cards

.. brief:agreements::

.. brief:commitments::

.. brief:register::
"""

NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
"""Inventories of third projects are not fetched; both builds say so in the same words."""

THEME = {"SPHINX_THEME": "furo"}
"""By which sphinx-design chooses one of the themes that its documentation is built with."""


RANDOM = re.compile(r'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=class="viewcode-back" href=")[^"]*')
"""What differs from build to build of one documentation: the names that MyST gives equations; and the links back from
the source of an object that two pages describe, which lead to the one that a parallel build came to last.
"""


@dataclass(frozen=True)
class Built:
    """A build of a documentation.

    :param pages: what each page holds, by name. *warnings*: how often each line was told.
    """

    pages: dict[str, str]
    warnings: Counter[str]


def build(docs: Path, out: Path) -> Built:
    """Build in the environment of the peers."""
    python = Path(os.environ["PEER_DATA"]).absolute() / "venv" / "bin" / "python"
    told = out / "warnings"
    out.mkdir()
    command = [python, "-m", "sphinx", "-q", "-j", "2", "-w", told, "-d", out / "doctrees", docs, out / "html"]
    # What an extension of theirs leaves to the order of a set would differ from build to build.
    environment = {**os.environ, **NO_NETWORK, **THEME, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=docs, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    pages = (out / "html").rglob("*.html")
    return Built(
        {path.relative_to(out / "html").as_posix(): RANDOM.sub("", path.read_text(encoding="utf-8")) for path in pages},
        Counter(told.read_text(encoding="utf-8").splitlines()),
    )


def main_part(page: str) -> str:
    """Return the element of the page that holds what its author wrote."""
    start = re.search(r"""<(main|\w+(?=[^>]* role="main"))\b[^>]*>""", page)
    if start is None:
        return page  # a redirect
    depth = 0
    for tag in re.finditer(rf"<(/?){start[1]}\b", page[start.start() :]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return page[start.start() : start.start() + tag.end()]
    raise AssertionError("an element without an end")


@pytest.fixture(params=PEERS)
def peer(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The documentation of a project, in a copy."""
    name = request.param
    folder = Path(os.environ["PEER_DATA"]) / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    shutil.copytree(folder, tmp_path / name, symlinks=True)
    return tmp_path / name / PEERS[name]


def add_a_brief(docs: Path, project: Path) -> None:
    """Do what somebody does who wants a brief in a documentation."""
    shutil.copytree(project / "seeds", docs / "bilateral-desk")
    (docs / "bilateral-brief.rst").write_text(BRIEF, encoding="utf-8")
    conf = docs / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + CONF, encoding="utf-8")


def test_a_documentation_with_a_brief_is_the_one_that_it_was(peer: Path, project: Path, tmp_path: Path) -> None:
    without = build(peer, tmp_path / "without")
    add_a_brief(peer, project)
    with_brief = build(peer, tmp_path / "with")
    assert with_brief.warnings - without.warnings == Counter()
    (brief,) = {name for name in with_brief.pages.keys() - without.pages.keys() if "bilateral-brief" in name}
    assert "brief-badge" in with_brief.pages[brief]
    assert without.pages.keys() <= with_brief.pages.keys()
    theirs = [name for name in without.pages if main_part(without.pages[name]) != main_part(with_brief.pages[name])]
    assert theirs == []
    styled = [name for name, page in with_brief.pages.items() if "bilateral.css" in page]
    assert styled == [brief]
