"""Directives and roles on a page: what stands where, and what is said of a fault."""

from __future__ import annotations

import re

import pytest
from docutils import nodes


def page(project, text, name="index.rst", builder="html", **more):
    project.write(**{name: text})
    return project.build(builder, **more)


def test_restructuredtext_and_myst_give_the_same_page(desk):
    desk.build("pseudoxml")
    rst, myst = desk.out("brief.pseudoxml", "pseudoxml"), desk.out("marked.pseudoxml", "pseudoxml")
    body = rst[rst.index("<title>") :]
    assert "<container brief-request" in body
    other = myst[myst.index("<title>") :].replace("brief-marked-", "brief-brief-").replace(" in Markdown", "")
    assert other.splitlines() == body.splitlines()


def test_a_container_is_a_section_with_its_argument_as_heading(bare):
    app = page(bare, "Brief\n=====\n\n.. brief:if-asked:: Is it *really* signed?\n\n   It is.\n")
    section = app.env.get_doctree("index").next_node(
        lambda node: "brief-if-asked" in getattr(node, "attributes", {}).get("classes", ())
    )
    assert isinstance(section, nodes.section)
    assert section[0].astext() == "Is it really signed?"
    assert "Is it <em>really</em> signed?" in bare.out("index.html")
    assert "Is it really signed?" in app.env.tocs["index"].astext()


def test_a_container_inside_something_else_has_a_rubric(bare):
    page(bare, "Brief\n=====\n\n- item\n\n  .. brief:bluf::\n\n     Words.\n\nSub\n---\n\nText.\n")
    html = bare.out("index.html")
    assert re.search(r'<p class="rubric">Bottom line</p>\s*<p>Words.</p>', html)


def test_a_container_without_an_argument_takes_text_on_its_line_as_content(bare):
    page(bare, "Brief\n=====\n\n.. brief:bluf:: It is signed.\n")
    assert "<p>It is signed.</p>" in bare.out("index.html")


def test_two_sections_of_one_name_have_ids_of_their_own(bare):
    page(bare, "Brief\n=====\n\n.. brief:lines:: Ports\n\n   One.\n\n.. brief:lines:: Ports\n\n   Two.\n")
    found = re.findall(r'<section class="brief-section brief-lines" id="([^"]+)"', bare.out("index.html"))
    assert len(found) == len(set(found)) == 2
    assert all(identity.startswith("brief-index-lines") for identity in found)


OPTIONS = """\
Brief
=====

.. brief:agreements::
   :limit: many
   :colour: red
   :columns: name status
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.rst", OPTIONS),
        ("index.md", "# Brief\n\n\n:::{brief:agreements}\n:limit: many\n:colour: red\n:columns: name status\n:::\n"),
    ],
)
def test_a_wrong_option_is_told_at_its_line_and_the_list_shown_without_it(bare, name, text):
    app = page(bare, text, name)
    limit, colour = bare.told(app)
    assert limit.startswith(f"{name}:5: WARNING: brief:agreements: the option 'limit' must be a whole number")
    assert colour.startswith(f"{name}:6: WARNING: brief:agreements has no option 'colour'; it has: as-of, columns, ")
    assert limit.endswith("[bilateral.bad-option]")
    html = bare.out("index.html")
    assert "Geothermal training memorandum" in html
    assert "<p>Kind</p>" not in html


def test_defects_of_reading_are_told_again_by_a_build_that_reads_nothing(bare):
    first = bare.told(page(bare, OPTIONS))
    again = bare.build()
    assert "no targets are out of date" in again.status.getvalue()
    assert bare.told(again) == first


def test_an_argument_that_is_missing_is_told(bare):
    app = page(bare, "Brief\n=====\n\n.. brief:lines::\n\n   Words.\n\n.. brief:one-page::\n")
    assert [line.partition(" WARNING: ")[2] for line in bare.told(app)] == [
        "brief:lines needs an argument: its title [bilateral.bad-option]",
        "brief:one-page needs an argument: its file [bilateral.bad-option]",
    ]
    assert "<p>Words.</p>" in bare.out("index.html")


def test_text_in_a_list_directive_is_told(bare):
    app = page(bare, "Brief\n=====\n\n.. brief:agreements::\n\n   Words.\n")
    assert "holds no text of its own" in bare.told(app)[0]
    assert "Geothermal training memorandum" in bare.out("index.html")


def test_an_unknown_id_is_told_with_the_nearest_and_shown_marked(bare):
    app = page(bare, "Brief\n=====\n\nIt is :brief:fact:`mou-geothermal-traning.status`.\n")
    (line,) = bare.told(app)
    assert line.startswith("index.rst:4: WARNING: 'mou-geothermal-traning' is not a fact of the dossier ke-is")
    assert "mou-geothermal-training" in line
    assert line.endswith("[bilateral.unknown-id]")
    assert re.search(
        r'<span class="brief-fault problematic"[^>]*>mou-geothermal-traning</span>', bare.out("index.html")
    )


def test_a_value_in_a_heading_is_its_id(bare):
    app = page(bare, "Brief :brief:fact:`target-trade-2030`\n======================================\n\nText.\n")
    (line,) = bare.told(app)
    assert "a heading cannot hold a value" in line
    assert line.endswith("[bilateral.bad-place]")
    assert "<title>Brief target-trade-2030" in bare.out("index.html")
    assert app.env.titles["index"].astext() == "Brief target-trade-2030"


def test_a_heading_copied_into_a_local_table_of_contents_holds_the_id_too(bare):
    page(
        bare,
        "Brief\n=====\n\n.. contents::\n\n"
        "On :brief:fact:`target-trade-2030`\n----------------------------------\n\nText.\n",
    )
    html = bare.out("index.html")
    assert len(re.findall(r"On .*?target-trade-2030", html)) >= 2
    assert "40\u00a0million" not in html


def test_a_substitution_shows_its_value_where_it_is_used(bare):
    app = page(
        bare,
        "Brief\n=====\n\n.. |state| replace:: :brief:fact:`mou-fisheries-data.status`\n\nIt is |state| and |state|.\n",
        builder="text",
    )
    assert bare.told(app) == []
    assert "It is proposed[1] and proposed[1]." in bare.out("index.txt", "text")


def test_included_text_is_located_in_the_included_file(bare, monkeypatch):
    monkeypatch.chdir(bare.root.parent)
    bare.write(**{"part.inc": "Words.\n\n.. brief:agreements::\n   :limit: none\n"})
    app = page(bare, "Brief\n=====\n\n.. include:: part.inc\n")
    assert bare.told(app)[0].startswith("part.inc:4: WARNING")


def test_a_list_under_its_own_heading_does_not_say_it_again(bare):
    page(bare, "Brief\n=====\n\n.. brief:agreements::\n\nAgreements\n----------\n\n.. brief:agreements::\n")
    assert bare.out("index.html").count('class="caption-text">Agreements<') == 1


def test_sources_are_numbered_by_first_mention_and_listed_once(bare):
    text = (
        "Brief\n=====\n\nSee :brief:src:`fjord-wire` and :brief:src:`harbour-post`.\n\n"
        ".. brief:sources::\n\n.. brief:agreements::\n"
    )
    page(bare, text)
    html = bare.out("index.html")
    assert (
        html.index('id="brief-index-source-1"')
        < html.index("Fjord Wire, 14 March")
        < html.index('id="brief-index-source-2"')
    )
    assert html.count('id="brief-index-source-1"') == 1
    assert "brief-page-end" not in html


def test_every_link_on_the_page_leads_somewhere(desk):
    desk.build("singlehtml")
    html = desk.out("index.html", "singlehtml")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    targets = {target.rpartition("#")[2] for target in re.findall(r'href="(#[^"]+)"', html)} - {""}
    assert targets <= set(ids)


def test_a_label_before_a_directive_is_kept(bare):
    app = page(
        bare,
        "Brief\n=====\n\nSee :ref:`the list <them>`.\n\n.. _them:\n\n.. brief:agreements::\n",
        confoverrides={"nitpicky": True},
    )
    assert bare.told(app) == []
    assert re.search(r'<div class="brief brief-agreements[^"]*"[^>]* id="them">', bare.out("index.html"))


def test_no_style_attribute_is_written(desk):
    desk.build()
    assert " style=" not in "".join(
        re.findall(r'role="main">.*?</article|role="main">.*?clearer', desk.out("brief.html"), re.DOTALL)
    )


def test_the_style_sheet_is_linked_where_it_is_used(desk):
    desk.build()
    assert "_static/bilateral.css" in desk.out("brief.html")
    assert "bilateral.css" not in desk.out("index.html")
    assert (desk.root / "_build" / "html" / "_static" / "bilateral.css").is_file()


@pytest.mark.parametrize("theme", ["alabaster", "furo", "basic"])
def test_themes_show_it(desk, theme):
    app = desk.build(confoverrides={"html_theme": theme})
    assert desk.told(app) == []
    assert "_static/bilateral.css" in desk.out("brief.html")


def test_dates_and_countries_are_in_the_language_of_the_project(desk):
    desk.build(confoverrides={"language": "de"})
    html = desk.out("brief.html")
    assert "20. März 2025" in html
    assert "Nairobi, Kenia" in html


def test_a_project_can_replace_the_style_sheet(desk):
    desk.write(**{"own__bilateral.css": "/* ours */\n"})
    for _ in range(2):
        desk.build(confoverrides={"html_static_path": ["own"]})
    assert desk.out("_static/bilateral.css") == "/* ours */\n"


def test_an_assessment_is_labelled_and_names_the_facts_that_it_rests_on(bare):
    text = (
        "Brief\n=====\n\n.. brief:judgement:: likely\n   :confidence: low\n   :author: the desk\n"
        "   :basis: joint-commission-3\n\n   The memorandum is signed this year.\n"
    )
    app = page(bare, text)
    html = bare.out("index.html")
    assert "Assessment: likely" in html
    assert re.search(r"Confidence: low · By: the desk · Basis: .*Joint Commission.*\[1\]", html, re.DOTALL)
    assert not bare.told(app)


def test_an_assessment_without_a_known_likelihood_is_told(bare):
    app = page(bare, "Brief\n=====\n\n.. brief:judgement:: probable\n   :basis: no-such\n\n   It is signed.\n")
    assert "Assessment: probable" in bare.out("index.html")
    assert any("roughly even chance" in line for line in bare.told(app))
    assert any("'no-such'" in line for line in bare.told(app))
