"""Facts by country, by date and by type: where a project has registers."""

from __future__ import annotations

import re

import pytest

NAMES = ("brief-country", "brief-date", "brief-type")


def rows(project, name):
    """Return the headings of an index, each with the titles, links and notes under it."""
    html = project.out(f"{name}.html")
    found: dict[str, list[tuple[str, str, str]]] = {}
    pattern = r'id="cap-([^"]+)"|<a href="([^"]+)"><code class="xref">([^<]+)</code></a>\s*(?:<em>\(([^)]+)\)</em>)?'
    for heading, link, title, note in re.findall(pattern, html):
        if heading:
            found[heading] = []
        else:
            found[list(found)[-1]].append((title, link, note))
    return found


def test_facts_stand_under_their_countries(desk):
    app = desk.build(confoverrides={"nitpicky": True})
    assert desk.told(app) == []
    found = rows(desk, "brief-country")
    assert list(found) == ["Iceland", "Kenya"]
    session = (
        "3rd session of the Joint Commission",
        "facts.html#brief-facts-ke-is.joint-commission-3",
        "12 March 2025",
    )
    assert session in found["Iceland"]
    assert session in found["Kenya"]
    assert f'id="{session[1].partition("#")[2]}"' in desk.out("facts.html")


def test_facts_stand_under_their_year_and_their_type(desk):
    desk.build()
    assert [title for title, *_ in rows(desk, "brief-date")["2025"]] == ["3rd session of the Joint Commission"]
    by_type = {heading: [title for title, *_ in entries] for heading, entries in rows(desk, "brief-type").items()}
    assert list(by_type) == ["Meetings", "Agreements", "Figures", "Quotes"]
    assert by_type["Agreements"] == ["Fisheries data memorandum", "Geothermal training memorandum"]


def test_a_project_without_registers_has_no_index(bare):
    bare.write(index="Brief\n=====\n\n.. brief:agreements::\n")
    app = bare.build(confoverrides={"nitpicky": True})
    assert bare.told(app) == []
    assert not list((bare.root / "_build" / "html").glob("brief-*.html"))


@pytest.mark.parametrize(("wanted", "made"), [(True, NAMES), (False, ()), (["brief-date"], NAMES[1:2])])
def test_the_project_decides_which_it_has(desk, wanted, made):
    desk.build(confoverrides={"html_domain_indices": wanted})
    assert {path.stem for path in (desk.root / "_build" / "html").glob("brief-*.html")} == set(made)


def test_pages_can_link_to_them(desk):
    desk.write(facts="Facts\n=====\n\nThe same :ref:`brief-country`.\n\n.. brief:register::\n")
    app = desk.build(confoverrides={"nitpicky": True})
    assert desk.told(app) == []
    assert re.search(r'href="brief-country.html"[^>]*><[^>]+>Facts by country<', desk.out("facts.html"))


def test_no_page_changes_where_indices_come_to_be(desk):
    """Pages that are not written anew would otherwise lack a link that all others have."""
    register = (desk.root / "facts.rst").read_text(encoding="utf-8")
    desk.write(facts="Facts\n=====\n").build()
    before = desk.out("index.html")
    desk.write(facts=register).build(freshenv=True)
    assert (desk.root / "_build/html/brief-type.html").is_file()
    assert desk.out("index.html") == before


def test_a_fact_that_moved_moves_in_the_index(desk):
    desk.build()
    desk.edit("harbour-post.txt", "The geothermal training memorandum", "The geothermal drilling memorandum")
    desk.build()
    titles = [title for title, *_ in rows(desk, "brief-type")["Agreements"]]
    assert titles == ["Fisheries data memorandum", "Geothermal drilling memorandum"]


@pytest.mark.parametrize("builder", ["latex", "texinfo", "epub"])
def test_other_builders_have_them_too(desk, builder):
    app = desk.build(builder, confoverrides={"nitpicky": True, "epub_copyright": "nobody", "version": "1"})
    assert desk.told(app) == []
    suffix = {"latex": "*.tex", "texinfo": "*.texi", "epub": "brief-type.xhtml"}[builder]
    (file,) = (desk.root / "_build" / builder).glob(suffix)
    text = file.read_text(encoding="utf-8")
    assert "Facts by type" in text
    assert "Fisheries data memorandum" in text


def test_any_number_of_processes_writes_the_same_bytes(desk):
    pages = {f"page{number}": f"P{number}\n==\n\n.. brief:agreements::\n" for number in range(5)}
    desk.write(index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n", **pages)
    written = []
    for parallel in (0, 3):
        desk.build(parallel=parallel, freshenv=True)
        html = desk.root / "_build" / "html"
        written.append({path.name: path.read_bytes() for path in html.rglob("*") if path.suffix in {".html", ".inv"}})
    assert written[0] == written[1]
