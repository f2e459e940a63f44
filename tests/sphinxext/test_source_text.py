"""How much of the sources' text pages hold, for each value of ``bilateral_source_text``."""

from __future__ import annotations

import pytest

PAGE = """\
Desk
====

.. brief:agreements:: mou-geothermal-training

.. brief:sources::
"""

WIRE = "<b>The</b> wind was strong.\n"


@pytest.fixture
def sources(bare):
    report = f"---\nauthor: Front matter\n---\n{WIRE}\nThe geothermal training memorandum was signed.\n"
    bare.source("harbour-post.txt", report)
    return bare.write(index=PAGE)


def text(project, **conf):
    """Return the page in plain text, in one line, as the project builds it with *conf*."""
    app = project.build("text", confoverrides=conf)
    assert project.told(app) == []
    return " ".join(project.out("index.txt", "text").split())


def test_the_sentences_that_are_cited_stand_in_the_list_of_sources(sources):
    shown = text(sources)
    assert "* The geothermal training memorandum was signed." in shown
    assert "wind" not in shown


def test_the_whole_text_stands_there_with_what_is_cited_marked(sources):
    shown = text(sources, bilateral_source_text="full")
    assert "<b>The</b> wind was strong. **The geothermal training memorandum was signed.**" in shown
    assert "Front matter" not in shown
    assert shown.count("memorandum was signed") == 1


def test_a_text_is_no_markup_of_the_page(sources):
    sources.build(confoverrides={"bilateral_source_text": "full"})
    assert "&lt;b&gt;The&lt;/b&gt; wind was strong." in sources.out("index.html")


def test_no_word_of_a_source_is_printed_but_its_facts(sources):
    assert "was signed." not in text(sources, bilateral_source_text="none")


def test_the_list_at_the_end_of_a_page_that_does_not_ask_for_one_is_no_other(sources):
    sources.write(index=PAGE.replace(".. brief:sources::\n", ""))
    assert "wind was strong. **The geothermal" in text(sources, bilateral_source_text="full")
