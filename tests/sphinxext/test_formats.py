"""One tree of nodes for every builder, the same from reStructuredText and MyST, and what its reader can learn there."""

from __future__ import annotations

import json
import re

import pytest
from sphinxext.outputs import READ, shown, squeezed, written

# These builders call what Sphinx is about to remove.
pytestmark = pytest.mark.filterwarnings(
    "ignore:'sphinxcontrib.serializinghtml", "ignore:'tags' will become a required keyword"
)

RST = """\
Commission brief
================

.. brief:document:: KE-IS-2025-01
   :event: joint-commission-3
   :principal: Minister of Energy
   :marking: OFFICIAL

.. brief:bluf::

   The memorandum is :brief:fact:`mou-geothermal-training.status`, says :brief:src:`harbour-post`.

   The session of :brief:date:`joint-commission-3` knows nothing of :brief:fact:`mou-nowhere`.

.. brief:agreements::

.. brief:figures::

.. brief:quotes::
   :style: list

.. brief:judgement:: likely
   :confidence: moderate
   :basis: mou-fisheries-data

   They will sign.

.. brief:register::

.. brief:one-page:: brief.pdf
"""

MYST = """\
# Commission brief

:::{brief:document} KE-IS-2025-01
:event: joint-commission-3
:principal: Minister of Energy
:marking: OFFICIAL
:::

:::{brief:bluf}
The memorandum is {brief:fact}`mou-geothermal-training.status`, says {brief:src}`harbour-post`.

The session of {brief:date}`joint-commission-3` knows nothing of {brief:fact}`mou-nowhere`.
:::

:::{brief:agreements}
:::

:::{brief:figures}
:::

:::{brief:quotes}
:style: list
:::

:::{brief:judgement} likely
:confidence: moderate
:basis: mou-fisheries-data

They will sign.
:::

:::{brief:register}
:::

:::{brief:one-page} brief.pdf
:::
"""

FACTS = {
    "place and date of the session": ", Nairobi, Kenya, 12 March 2025",
    "status in running text": "The memorandum is signed[1], says [1].",
    "date in running text": "The session of 12 March 2025[1] knows nothing of",
    "name with its source": "Fisheries data memorandum[2]",
    "figure with unit and role": "EUR 40 million target",
    "quotation": "“Steam -- not diesel -- is the 'plan'...”[1]",
    "basis of a judgement": "Confidence: moderate · Basis: Fisheries data memorandum[2]",
    "source": "Harbour Post, 13 March 2025",
    "address of a source": "https://harbour.example/commission",
}  # fmt: skip
"""What stands in every format."""

NOT_ON_PAPER = {
    "source of the session": "3rd session of the Joint Commission[1]",
    "sentence": "The geothermal training memorandum was signed.",
    "id of a fact": "mou-geothermal-training",
}
"""What the one page leaves out."""

HTML_FAULT = r'class="brief-fault problematic">mou-nowhere<'
FAULT = {
    "latex": r"\\color\{red\}\\bfseries\{\}mou\\sphinxhyphen\{\}nowhere",
    "text": ">>mou-nowhere<<",
    "man": r"\\fB>>mou\\-nowhere<<\\fP",
    "texinfo": ">>mou-nowhere<<",
    "xml": r'<problematic classes="brief-fault">mou-nowhere<',
    "pseudoxml": r'<problematic classes="brief-fault">\s*mou-nowhere',
}
"""How each format marks what is wrong; all others as HTML does."""

BINARY = {"pickle", "bilateral-pdf"}

OVERRIDES = {
    "nitpicky": True,
    "suppress_warnings": ["bilateral.unknown-id"],  # the page has one, to see it marked
    "man_pages": [("index", "man", "manual", "Desk", 1)],
    "epub_copyright": "nobody",
    "version": "1",
}


def build(project, builder, syntax, parallel):
    name, text = {"rst": ("brief.rst", RST), "myst": ("brief.md", MYST)}[syntax]
    project.write(index="Desk\n====\n\n.. toctree::\n\n   brief\n", **{name: text})
    app = project.build(builder, parallel=parallel, warningiserror=True, confoverrides=OVERRIDES)
    assert project.told(app) == []
    assert app.statuscode == 0
    return project.root / "_build" / builder


@pytest.mark.parametrize(("syntax", "parallel"), [("rst", 0), ("myst", 2)])
@pytest.mark.parametrize("builder", READ)
def test_the_reader_of_every_format_learns_the_same(bare, builder, syntax, parallel):
    out = build(bare, builder, syntax, parallel)
    text = shown(out, builder)
    wanted = FACTS if builder == "bilateral-pdf" else FACTS | NOT_ON_PAPER
    assert [name for name, words in wanted.items() if squeezed(words) not in text] == []
    # The status belongs to the instrument that it stands beside.
    assert re.search(r"Fisheriesdatamemorandum\[2\](?:(?!Geothermaltraining).){0,400}Proposed", text)
    if builder not in BINARY:
        markup = written(out, *SUFFIXES).replace(r"\"", '"')  # of JSON
        assert re.search(FAULT.get(builder, HTML_FAULT), markup)


SUFFIXES = (".html", ".xhtml", ".fjson", ".tex", ".txt", ".1", ".texi", ".xml", ".pseudoxml")


@pytest.mark.parametrize(("syntax", "parallel"), [("rst", 0), ("myst", 2)])
def test_translators_are_given_the_words_of_the_officer_and_no_fact(bare, syntax, parallel):
    out = build(bare, "gettext", syntax, parallel)
    words = re.findall(r'^msgid "(.+)"$', (out / "brief.pot").read_text(encoding="utf-8"), re.MULTILINE)
    assert any(text.startswith("The memorandum is ") for text in words)
    assert "They will sign." in words
    assert not any("Signed" in text or "Harbour Post" in text or "diesel" in text for text in words)


@pytest.mark.parametrize(("syntax", "parallel"), [("rst", 0), ("myst", 2)])
def test_a_builder_that_writes_nothing_says_nothing(bare, syntax, parallel):
    out = build(bare, "dummy", syntax, parallel)
    assert not list(out.rglob("*"))


@pytest.mark.parametrize(("syntax", "parallel"), [("rst", 0), ("myst", 2)])
def test_the_export_holds_the_facts_whatever_the_page_is_written_in(bare, syntax, parallel):
    out = build(bare, "bilateral-json", syntax, parallel)
    (dossier,) = json.loads((out / "bilateral.json").read_text(encoding="utf-8"))["dossiers"]
    by_id = {fact["id"]: fact for fact in dossier["facts"]}
    assert by_id["mou-geothermal-training"]["status"] == "signed"
    assert by_id["joint-commission-3"]["date"] == "2025-03-12"
