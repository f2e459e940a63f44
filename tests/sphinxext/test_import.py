"""Facts of another project: asked for like one's own, and always shown as that project's."""

from __future__ import annotations

import html as html_module
import json
import re

import pytest
from making import dossier, report
from pypdf import PdfReader

from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.model.exchange import dumps
from sphinx_bilateral.sphinxext.domain import brief_domain

PORTS = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "signed"}
VANCE = {"type": "participant", "name": "Ada Vance", "title": "Defence Minister", "side": "NO", "role": "co_chair"}

ALL = """\
Neighbours
==========

.. brief:document:: NO-KA-1
   :dossier: no-ka
   :event: talks

.. brief:agreements::

.. brief:people::
   :style: cards

.. brief:conflicts::

.. brief:at-a-glance::

.. brief:evidence:: mou-ports

.. brief:register::

It is :brief:agreement:`mou-ports`, says :brief:src:`herald`.
"""


def export(status="signed", title="Ministry of Arms", project="Norland desk", **more):
    """Return the export of another project, as text."""
    made = dossier(
        report("herald", "2026-05-03", (f"The ports paper is {status}.", {**PORTS, "status": status}), ("A.", VANCE)),
        report("bell", "2026-05-04", ("Ada Vance of arms came.", {**VANCE, "title": title})),
    )
    return dumps({**export_data([made], project=project), **more})


def without_words(text):
    cut = {"sentences", "exact"}

    def left(value):
        if isinstance(value, dict):
            return {name: left(one) for name, one in value.items() if name not in cut}
        return [left(one) for one in value] if isinstance(value, list) else value

    return dumps(left(json.loads(text)))


@pytest.fixture
def sharing(bare):
    """A project with a dossier of its own, a page on it, and the file of a neighbour."""
    bare.write(
        **{"conf.py": _conf(bare, 'bilateral_import = ["neighbour.json"]'), "neighbour.json": export()},
        index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        own="Own\n===\n\n.. brief:agreements::\n\n:brief:fact:`target-trade-2030`\n",
    )
    return bare


def _conf(project, line):
    return f"{(project.root / 'conf.py').read_text(encoding='utf-8')}\n{line}\n"


def seen(project, page, builder="html"):
    """Return the words of a page."""
    body = re.sub(r"<[^>]+>", " ", project.out(f"{page}.html", builder).split('role="main">')[1])
    return " ".join(html_module.unescape(body.split("Quick search")[0]).split())


def test_every_directive_and_role_shows_imported_facts_as_those_of_their_project(sharing):
    sharing.write(theirs=ALL.replace("   :event: talks\n", ""))
    app = sharing.build(confoverrides={"nitpicky": True})
    assert sharing.told(app) == []
    shown = seen(sharing, "theirs")
    for words in ("Memorandum on ports", "Ada Vance", "Defence Minister", "Ministry of Arms", "Where sources disagree"):
        assert words in shown
    assert "herald, 3 May 2026 (as recorded by Norland desk)" in shown
    assert "bell, 4 May 2026 (as recorded by Norland desk)" in shown
    assert shown.count("Recorded by : Norland desk") == 3  # the evidence, and two facts in the register
    assert "The ports paper is signed." in shown


def test_every_number_beside_an_imported_fact_leads_to_a_line_that_names_its_project(sharing):
    sharing.write(
        theirs=ALL.replace("   :event: talks\n", ""),
        mixed="Mixed\n=====\n\n:brief:fact:`no-ka/mou-ports.status` :brief:fact:`target-trade-2030`\n\n"
        ".. brief:people::\n   :dossier: no-ka\n\n.. brief:agreements::\n",
    )
    app = sharing.build()
    assert sharing.told(app) == []
    lines = [
        (line.dossier, "as recorded by Norland desk" in "".join(part.text for part in line.content))
        for page in ("theirs", "mixed", "own")
        for line in brief_domain(app.env).build.page(page).sources.lines
    ]
    assert {("no-ka", True), ("ke-is", False)} == set(lines)


def test_pages_that_name_no_dossier_stay_with_the_project_s_own(sharing):
    app = sharing.build()
    assert sharing.told(app) == []
    assert "recorded by" not in seen(sharing, "own")
    assert "Geothermal training memorandum" in seen(sharing, "own")


def test_a_project_without_a_dossier_shows_the_only_imported_one(sharing):
    sharing.write(own="Own\n===\n\n.. brief:agreements::\n")
    app = sharing.build(confoverrides={"bilateral_dossiers": []})
    assert sharing.told(app) == []
    assert "as recorded by Norland desk" in seen(sharing, "own")


def test_a_mapping_names_the_project(sharing):
    sharing.write(theirs=ALL.replace("   :event: talks\n", ""))
    sharing.build(confoverrides={"bilateral_import": {"Our *neighbours* <b>": "neighbour.json"}})
    assert "(as recorded by Our *neighbours* <b>)" in seen(sharing, "theirs")
    assert "Norland desk" not in seen(sharing, "theirs")


def test_where_the_words_of_sources_are_left_out_the_page_says_so(sharing):
    sharing.write(theirs=ALL.replace("   :event: talks\n", ""), **{"neighbour.json": without_words(export())})
    app = sharing.build()
    assert sharing.told(app) == []
    shown = seen(sharing, "theirs")
    assert "herald, 3 May 2026 (as recorded by Norland desk; text not included)" in shown
    assert "Recorded by : Norland desk; text not included [1]" in shown
    assert "“”" not in shown
    assert "<li></li>" not in sharing.out("theirs.html")


def test_the_one_page_pdf_names_the_project_too(sharing):
    sharing.write(
        theirs="Theirs\n======\n\n.. brief:agreements::\n   :dossier: no-ka\n\n.. brief:one-page:: theirs.pdf\n"
    )
    sharing.build()
    pdf = PdfReader(sharing.root / "_build" / "html" / "_bilateral" / "theirs.pdf")
    assert "(as recorded by Norland desk)" in " ".join(pdf.pages[0].extract_text().split())


def test_what_is_imported_is_not_exported(sharing):
    sharing.write(theirs=ALL)
    sharing.build(confoverrides={"project": "Iceland desk"})
    data = json.loads(sharing.out("bilateral.json"))
    assert data["project"] == "Iceland desk"
    assert [one["id"] for one in data["dossiers"]] == ["ke-is"]


def test_one_project_reads_what_another_left(sharing, tmp_path):
    """The file goes from build to build as it is."""
    sharing.build(confoverrides={"project": "Iceland desk"})
    sharing.close()
    other = type(sharing)(tmp_path / "other").write(
        **{"conf.py": 'extensions = ["sphinx_bilateral"]\nbilateral_import = ["../root/_build/html/bilateral.json"]\n'},
        index="Other\n=====\n\n.. brief:register::\n",
    )
    app = other.build()
    other.close()
    assert other.told(app) == []
    shown = seen(other, "index")
    assert "Harbour Post, 13 March 2025 https://harbour.example/commission (as recorded by Iceland desk)" in shown
    assert "The geothermal training memorandum was signed." in shown


def test_a_changed_import_rewrites_the_pages_that_use_it_and_no_other(sharing):
    sharing.write(
        theirs=ALL.replace("   :event: talks\n", ""), people="People\n======\n\n.. brief:people::\n   :dossier: no-ka\n"
    )
    sharing.build()
    sharing.write(**{"neighbour.json": export(status="finalising")})
    assert sharing.app().builder.read() == ["theirs"]
    sharing.build()
    assert "Finalising" not in seen(sharing, "people")
    assert "Being finalised" in seen(sharing, "theirs")
    assert sharing.app().builder.read() == []
    sharing.write(**{"neighbour.json": export(status="finalising", project="Norland")})
    assert sharing.app().builder.read() == ["people", "theirs"]


FAULTS = {
    "no JSON": ('{"schema": 1,\n "dossiers": [}', "neighbour.json:2: WARNING: is not JSON: "),
    "other schema": (export(schema=2), "neighbour.json:1: WARNING: is of the schema 2, and this version reads 1"),
    "no export": ('{"name": "x"}', "neighbour.json:1: WARNING: is no bilateral.json"),
    "not UTF-8": (b"\xff", "neighbour.json:1: WARNING: is not UTF-8"),
    "same id": (export().replace('"no-ka"', '"ke-is"'), "neighbour.json:1: WARNING: a dossier of this project has"),
    "bad fact": (export(title="x").replace('"signed"', '"sined"'), "WARNING: dossiers.0.facts.0.status: must be"),
}


@pytest.mark.parametrize(("content", "told"), FAULTS.values(), ids=FAULTS)
def test_a_file_at_fault_is_told_and_costs_nothing_else(sharing, content, told):
    data = content if isinstance(content, bytes) else content.encode()
    (sharing.root / "neighbour.json").write_bytes(data)
    app = sharing.build()
    (line,) = sharing.told(app)
    assert told in line
    assert line.startswith("neighbour.json:")
    assert line.endswith("[bilateral.config]")
    assert "Geothermal training memorandum" in seen(sharing, "own")
    assert app.statuscode == 0


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (7, "bilateral_import must be a list of paths, or a mapping"),
        ([7], "bilateral_import must be a list of paths, or a mapping"),
        ({"": "neighbour.json"}, "bilateral_import must be a list of paths, or a mapping"),
        (["none.json"], "bilateral_import: there is no file 'none.json'"),
        (["."], "bilateral_import: there is no file '.'"),
    ],
)
def test_a_value_that_names_no_file_is_told(sharing, value, told):
    (line,) = sharing.told(sharing.build(confoverrides={"bilateral_import": value}))
    assert line.startswith(f"conf.py:1: WARNING: {told}")


def test_the_import_that_is_named_first_keeps_an_id(sharing):
    sharing.write(**{"second.json": export(project="Others")}, theirs=ALL.replace("   :event: talks\n", ""))
    app = sharing.build(confoverrides={"bilateral_import": ["neighbour.json", "second.json"]})
    (line,) = sharing.told(app)
    assert "a dossier of Norland desk has the id 'no-ka' too; the one of Others is left out" in line
    assert "Others" not in seen(sharing, "theirs")


def test_facts_that_their_own_project_did_not_review_are_held_back_like_ours(sharing):
    sharing.write(theirs="Theirs\n======\n\n.. brief:agreements::\n   :dossier: no-ka\n")
    sharing.build(confoverrides={"bilateral_review": "required"})
    assert "Agreements: Facts wait for review" in seen(sharing, "theirs")
    assert "Memorandum on ports" not in seen(sharing, "theirs")
    reviewed = json.loads(export())
    for fact in reviewed["dossiers"][0]["facts"]:
        fact["review"] = {"state": "accepted", "who": "Norland desk", "when": "2026-05-05"}
    sharing.write(**{"neighbour.json": dumps(reviewed)})
    sharing.build(confoverrides={"bilateral_review": "required"})
    assert "Memorandum on ports" in seen(sharing, "theirs")


HOSTILE = r"<script>alert('x')</script> *emph* |sub| :brief:fact:`x` _ref_ \emph{y} {{ w }}"


def test_text_of_another_project_is_data(sharing):
    text = json.loads(export(title=HOSTILE, project=HOSTILE))
    theirs = text["dossiers"][0]
    theirs["title"] = HOSTILE
    for source in theirs["sources"]:
        source.update(publisher=HOSTILE, title=HOSTILE, url="javascript:alert(1)")
    for fact in theirs["facts"]:
        fact["sentences"] = [f"{HOSTILE} {sentence}" for sentence in fact["sentences"]]
    sharing.write(**{"neighbour.json": dumps(text)}, theirs=ALL.replace("   :event: talks\n", ""))
    app = sharing.build(confoverrides={"nitpicky": True})
    assert sharing.told(app) == []
    html = sharing.out("theirs.html")
    assert "<script>alert(" not in html
    assert "<em>emph" not in html
    assert 'href="javascript' not in html
    assert f"(as recorded by {HOSTILE})" in seen(sharing, "theirs")


def test_nothing_changed_reads_nothing_with_imports_too(sharing, monkeypatch):
    sharing.build()
    monkeypatch.setattr("sphinx_bilateral.pipeline.load_dossier", None)
    assert "no targets are out of date" in sharing.build().status.getvalue()
