"""Rows in HTML: written in one go, they are what the writer writes node by node, and nobody else's way is lost."""

from __future__ import annotations

import shutil

import pytest

from sphinx_bilateral.sphinxext import rows_in_html

TABLES = """\
Tables
======

.. brief:agreements::

.. brief:quotes::

.. brief:figures::
   :columns: measure, value, period, unit

.. brief:at-a-glance::

.. brief:timeline::
"""

REGISTER = ":orphan:\n\nRegister\n========\n\n.. brief:register::\n"

LOUD_WRITER = """
from sphinx.writers.html5 import HTML5Translator

class Loud(HTML5Translator):
    def visit_reference(self, node):
        self.body.append("<b>link</b>")
        super().visit_reference(node)

def setup(app):
    app.set_translator("html", Loud)
"""

MORE_IN_CELLS = """
from docutils import nodes

def more(app, doctree, docname):
    for row in doctree.findall(nodes.row):
        row[0]["classes"].append("theirs")
        row[1][0] += nodes.strong("more", "more")

def setup(app):
    app.connect("doctree-resolved", more)
"""


def html(project):
    """Return the page with the tables, built anew."""
    shutil.rmtree(project.root / "_build", ignore_errors=True)
    project.build()
    return (project.root / "_build/html/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("register", ["", REGISTER], ids=["links to sources", "links to homes"])
@pytest.mark.parametrize("text", ["sentence", "none"])
def test_rows_are_those_of_the_writer_of_sphinx(bare, monkeypatch, register, text):
    conf = (bare.root / "conf.py").read_text(encoding="utf-8")
    bare.write(**{"conf.py": f"{conf}bilateral_source_text = {text!r}\n"}, index=TABLES)
    if register:
        bare.write(register=register)
    ours = html(bare)
    monkeypatch.setattr(rows_in_html, "_is_own", lambda writer: False)
    assert ours == html(bare)
    assert ours.count("<td><p><a ") >= 5


def test_a_writer_of_somebody_elses_shows_our_rows_in_its_way(bare):
    conf = (bare.root / "conf.py").read_text(encoding="utf-8")
    bare.write(**{"conf.py": conf + LOUD_WRITER}, index=TABLES)
    assert "<td><p><b>link</b><a " in html(bare)


def test_what_somebody_else_puts_into_our_cells_is_shown(bare):
    conf = (bare.root / "conf.py").read_text(encoding="utf-8")
    bare.write(**{"conf.py": conf + MORE_IN_CELLS}, index=TABLES)
    shown = html(bare)
    assert '<td class="theirs"><p><a ' in shown
    assert "<strong>more</strong></p></td>" in shown
