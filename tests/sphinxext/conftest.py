"""A small project in a temporary folder, read by a reader of five sentence patterns instead of the real one.

What is tested here is the Sphinx side; which words make a fact is not its business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_escape_sequences
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_bilateral import pipeline
from sphinx_bilateral.dossier import Report
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.exchange import fact_from_data
from sphinx_bilateral.model.problems import Problem

HARBOUR_POST = """\
The 3rd session of the Joint Commission was held in Nairobi on 12 March 2025.

The geothermal training memorandum was signed.

The Geothermal Office said: “Steam -- not diesel -- is the 'plan'...”
"""

FJORD_WIRE = """\
The fisheries data memorandum is proposed.

Trade of 40 million euros is the target for 2030.
"""

MANIFEST = """\
id: ke-is
title: Kenya and Iceland
parties: [KE, IS]
sources:
  harbour-post.txt: {publisher: Harbour Post, published: 2025-03-13, url: "https://harbour.example/commission"}
  fjord-wire.txt: {publisher: Fjord Wire, published: 2025-03-14}
"""

CONF = """\
extensions = ["sphinx_bilateral", "myst_parser"]
exclude_patterns = ["dossiers", "_build"]
myst_enable_extensions = ["colon_fence"]
"""

PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], dict[str, Any]]], ...] = (
    (
        r"The (\d+)rd session of the Joint Commission was held in (\w+) on 12 March 2025\.",
        lambda match: {
            "type": "meeting", "kind": "joint_commission", "name": "Joint Commission", "ordinal": int(match[1]),
            "parties": ["KE", "IS"], "date": "2025-03-12", "place": match[2], "country": "KE", "status": "held",
        },
    ),
    (
        r"The (.+ memorandum) (?:was|is) (signed|initialled|proposed)\.",
        lambda match: {
            "type": "agreement", "kind": "mou", "name": match[1], "parties": ["KE", "IS"], "status": match[2]
        },
    ),
    (r"The (.+) said: “(.+)”", lambda match: {"type": "quote", "speaker": match[1], "text": match[2]}),
    (
        r"Trade of (\d+) million euros is the target for 2030\.",
        lambda match: {
            "type": "figure", "value": int(match[1]) * 10**6, "unit": "EUR", "measure": "trade", "role": "target",
            "period": "2030",
        },
    ),
    (
        r"The ministries agreed to (.+) by (\d{4}-\d\d-\d\d)\.",
        lambda match: {
            "type": "commitment", "actors": ["KE", "IS"], "strength": "agreed", "action": match[1], "due": match[2],
            "status": "open",
        },
    ),
)  # fmt: skip


def read_document(document: Document, _extractors: object = ()) -> tuple[Report, tuple[Problem, ...]]:
    """Read one paragraph as one sentence."""
    facts = []
    for pattern, made in PATTERNS:
        for match in re.finditer(pattern, document.text):
            span = document.span(match.start(), match.end(), "body")
            facts.append(fact_from_data({**made(match), "evidence": [span]}))
    sentences = tuple((match.start(), match.end()) for match in re.finditer(r".+", document.text))
    return Report(document, tuple(facts), sentences), ()


@pytest.fixture(autouse=True)
def _simple_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_document", read_document)


class Project:
    """A project on disk, and builds of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._last: SphinxTestApp | None = None

    def write(self, **files: str) -> Project:
        """Write pages and other files; ``__`` in a name is a slash, the suffix is ``.rst`` where none is given."""
        for name, text in files.items():
            path = self.root / (name.replace("__", "/") + ("" if "." in name else ".rst"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def source(self, name: str, text: str) -> None:
        """Write the text of a source of the dossier."""
        (self.root / "dossiers" / "ke-is" / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Exchange words in a source of the dossier."""
        path = self.root / "dossiers" / "ke-is" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def app(self, builder: str = "html", **more: Any) -> SphinxTestApp:
        """Return an application; all builders share one folder of doctrees."""
        self.close()
        self._last = SphinxTestApp(builder, srcdir=self.root, builddir=self.root / "_build", **more)
        return self._last

    def close(self) -> None:
        """Undo what the last application registered, or docutils warns that it is registered again."""
        if self._last is not None:
            self._last.cleanup()

    def build(self, builder: str = "html", **more: Any) -> SphinxTestApp:
        """Build, and return the application."""
        app = self.app(builder, **more)
        app.build()
        return app

    def build_into(self, out: Path, builder: str = "html") -> None:
        """Build into *out*, with the doctrees of all other builds."""
        doctrees = self.root / "_build" / "doctrees"
        with patch_docutils(), docutils_namespace():
            Sphinx(self.root, self.root, out, doctrees, builder, status=None, warning=None).build()

    def told(self, app: SphinxTestApp) -> list[str]:
        """Return the lines of the warnings of a build, without colours and the project's folder."""
        return strip_escape_sequences(app.warning.getvalue()).replace(f"{self.root}/", "").splitlines()

    def out(self, name: str, builder: str = "html") -> str:
        """Return what a build wrote."""
        return (self.root / "_build" / builder / name).read_text(encoding="utf-8")


def project_in(root: Path) -> Project:
    """Return a project with a dossier, and no page yet."""
    project = Project(root).write(**{"conf.py": CONF, "dossiers__ke-is__dossier.yaml": MANIFEST})
    project.source("harbour-post.txt", HARBOUR_POST)
    project.source("fjord-wire.txt", FJORD_WIRE)
    return project


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Project]:
    """A project with a dossier, and no page yet."""
    project = project_in(tmp_path / "root")
    yield project
    project.close()


WEIGHED = """\
accept:
  mou-geothermal-training:
    status: signed
    who: East Africa desk
    when: 2025-03-15
    why: The embassy was there.

  target-trade-2030:
    value: 40000000
    unit: EUR
    measure: trade
    who: East Africa desk
    when: 2025-03-15
    why: The ministry confirmed it.
"""


@pytest.fixture
def weighed(bare: Project) -> Project:
    """The same, where the desk stands by what one source alone says: nothing is told of the dossier."""
    return bare.write(**{"dossiers__ke-is__register.yaml": WEIGHED})


@pytest.fixture
def desk(bare: Project) -> Project:
    """A project whose pages use everything that a page can hold."""
    return bare.write(
        index="Desk\n====\n\n.. toctree::\n\n   brief\n   facts\n   marked\n",
        brief=BRIEF_RST,
        facts="Facts\n=====\n\n.. brief:register::\n",
        **{"marked.md": BRIEF_MD},
    )


BRIEF_RST = """\
Commission brief
================

.. brief:document:: KE-IS-2025-01
   :event: joint-commission-3
   :principal: Minister of Energy
   :marking: OFFICIAL
   :as-of: 2025-03-20

.. brief:bluf::
   :max-words: 40

   The memorandum is :brief:fact:`mou-geothermal-training.status`, says :brief:src:`harbour-post`.

.. brief:agreements::

.. brief:lines:: Geothermal energy
   :marking: OFFICIAL-SENSITIVE

   - We share their view: :brief:fact:`quote-office-1`.

.. brief:people::

.. brief:quotes::
   :style: list
"""

BRIEF_MD = """\
# Commission brief in Markdown

:::{brief:document} KE-IS-2025-01
:event: joint-commission-3
:principal: Minister of Energy
:marking: OFFICIAL
:as-of: 2025-03-20
:::

:::{brief:bluf}
:max-words: 40

The memorandum is {brief:fact}`mou-geothermal-training.status`, says {brief:src}`harbour-post`.
:::

:::{brief:agreements}
:::

:::{brief:lines} Geothermal energy
:marking: OFFICIAL-SENSITIVE

- We share their view: {brief:fact}`quote-office-1`.
:::

:::{brief:people}
:::

:::{brief:quotes}
:style: list
:::
"""
