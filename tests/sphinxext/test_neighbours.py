"""In other people's documentation: under their themes, beside their extensions."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

# Others call what Sphinx is about to remove; that we do not is what all the other tests show.
pytestmark = pytest.mark.filterwarnings("ignore")

THEMES = ("alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme")

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


class Ours(HTMLParser):
    """Collects what stands in, or is, an element with a class of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[bool] = []
        self.tags: list[str] = []
        self.styled: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        mine = any(name.split("-")[0] == "brief" for name in (given.get("class") or "").split())
        if mine or any(self.inside):
            self.tags.append(tag)
            if "style" in given:
                self.styled.append(self.get_starttag_text())
        if tag not in VOID:
            self.inside.append(mine)

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.inside.pop()


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_shows_tables_badges_and_links(desk, theme):
    app = desk.build(warningiserror=True, confoverrides={"html_theme": theme, "nitpicky": True})
    assert desk.told(app) == []
    html = desk.out("brief.html")
    read = Ours()
    read.feed(html)
    assert {"table", "thead", "td", "dl", "ol", "a"} <= set(read.tags)
    assert read.styled == []
    assert 'class="brief-badge brief-tone-done">Signed<' in html
    assert 'href="facts.html#brief-facts-ke-is.mou-geothermal-training"' in html
    assert "_static/bilateral.css" in html


NEIGHBOURS = (
    "sphinx_bilateral",
    "myst_parser",
    "sphinx_needs",
    "sphinx_design",
    "sphinxcontrib.bibtex",
    "sphinx.ext.autodoc",
    "sphinx.ext.todo",
)

BESIDE = """\
Beside
======

.. brief:agreements::

.. grid:: 2

   .. grid-item-card:: A card

      .. brief:meetings::
         :style: list

.. tab-set::

   .. tab-item:: A tab

      The memorandum is :brief:fact:`mou-geothermal-training.status`, as :cite:`wire` says.

.. req:: Ports are open
   :id: R_001
   :status: open

   It is :brief:fact:`mou-fisheries-data.status`.

.. needtable::
   :columns: id;title;status

.. automodule:: ours
   :members:

.. todo:: Ask for :brief:date:`joint-commission-3`.

.. bibliography::
"""

BESIDE_MD = """\
# Beside in Markdown

::::{grid} 1
:::{grid-item-card} A card
It is {brief:fact}`mou-fisheries-data.status`.
:::
::::

:::{brief:agreements}
:::
"""

MODULE = '''\
"""A module of the project.

.. brief:figures::
"""


def open_port():
    """Open it, since the memorandum is :brief:fact:`mou-geothermal-training.status`."""
'''


@pytest.fixture
def beside(desk, monkeypatch):
    """A project in which all these extensions are at work, in one order or the other."""
    desk.write(
        index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        beside=BESIDE,
        **{
            "other.md": BESIDE_MD,
            "ours.py": MODULE,
            "refs.bib": "@misc{wire, author={Fjord Wire}, title={Fish}, year={2025}}\n",
        },
    )
    monkeypatch.syspath_prepend(desk.root)
    return desk


def overrides(order):
    return {"extensions": list(NEIGHBOURS)[::order], "bibtex_bibfiles": ["refs.bib"], "todo_include_todos": True}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("parallel", [0, 2])
def test_extensions_work_side_by_side_in_any_order(beside, order, parallel):
    app = beside.build(parallel=parallel, warningiserror=True, confoverrides=overrides(order))
    assert beside.told(app) == []
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>|\[\d\]", "", beside.out("beside.html")))
    assert "Geothermal training memorandum" in text
    assert "3rd session of the Joint Commission" in text
    assert "The memorandum is signed, as" in text
    assert "It is proposed." in text
    assert "Open it, since the memorandum is signed." in text
    assert "Ask for 12 March 2025." in text
    assert "Ports are open" in text
    assert "Fjord Wire. Fish. 2025." in text
    assert "It is proposed." in re.sub(r"<[^>]+>|\[\d\]", "", beside.out("other.html"))


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_they_do_in_other_builders_too(beside, builder):
    # sphinx-needs has tables in tables for these; only what is said of our pages counts.
    app = beside.build(builder, confoverrides=overrides(1))
    assert [line for line in beside.told(app) if "bilateral" in line or "brief" in line] == []
