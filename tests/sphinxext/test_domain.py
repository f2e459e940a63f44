"""Facts as objects: homes, links, objects.inv, search."""

from __future__ import annotations

import json
import zlib


def inventory(project):
    data = (project.root / "_build" / "html" / "objects.inv").read_bytes()
    return zlib.decompress(data.split(b"\n", 4)[4]).decode().splitlines()


def test_facts_of_a_register_are_objects_of_the_inventory_and_of_search(desk):
    desk.build()
    assert (
        "ke-is/mou-fisheries-data brief:agreement 1 facts.html#brief-facts-ke-is.mou-fisheries-data "
        "Fisheries data memorandum" in inventory(desk)
    )
    index = desk.out("searchindex.js")
    objects = json.loads(index[index.index("(") + 1 : index.rindex(")")])["objects"]
    assert any("mou-fisheries-data" in str(entry) for entry in objects.values())


def test_two_registers_the_first_page_by_name_is_the_home(desk):
    desk.write(again="Again\n=====\n\n.. brief:register::\n", index="D\n=\n\n.. toctree::\n   :glob:\n\n   *\n")
    app = desk.build()
    (line,) = desk.told(app)
    assert line.startswith("facts.rst:4: WARNING")
    assert "of the page again" in line
    assert line.endswith("[bilateral.duplicate-home]")
    assert 'href="again.html#brief-again-ke-is.mou-geothermal-training"' in desk.out("brief.html")


def test_registers_of_many_days_are_told_of_once(desk):
    for number, day in enumerate(("2025-03-15", "2025-03-16", "2025-03-17"), 1):
        page = f"Day\n===\n\n.. brief:document:: KE-IS-{number}\n   :as-of: {day}\n\n.. brief:register::\n"
        desk.write(**{f"past{number}": page})
    desk.write(index="D\n=\n\n.. toctree::\n   :glob:\n\n   *\n")
    (line,) = [line for line in desk.told(desk.build()) if "duplicate-home" in line]
    assert line.startswith("past1.rst:7: WARNING: facts that a register of the page facts lists already")
    assert "; so do past2.rst:7, past3.rst:7" in line


def test_without_a_home_a_value_leads_to_the_sources_of_its_page(bare):
    bare.write(index="Brief\n=====\n\n.. brief:agreements::\n")
    bare.build()
    html = bare.out("index.html")
    assert '<a class="brief-to-source brief-value reference internal" href="#brief-index-source-1">' in html
    assert 'id="brief-index-source-1"' in html


def test_pages_with_nearly_the_same_name_have_different_ids():
    from sphinx_bilateral.sphinxext.anchors import fact_anchor, page_part, source_anchor

    names = ["a/b", "a-b", "a_b", "a.b", "a b", "ab", "A-b", "a", "é", "è"]
    assert len({page_part(name) for name in names}) == len(names)
    assert source_anchor("a", 1) == "brief-a-source-1"
    assert fact_anchor("a", "b-c", "d") != fact_anchor("a", "b", "c-d")


def test_facts_of_a_removed_page_are_gone(desk):
    desk.build()
    (desk.root / "facts.rst").unlink()
    desk.write(index="Desk\n====\n\n.. toctree::\n\n   brief\n   marked\n")
    desk.build()
    assert not any(" brief:" in line for line in inventory(desk))
    assert "facts.html" not in desk.out("brief.html")


def test_in_one_document_a_link_leads_to_the_home_on_the_same_page(desk):
    desk.build("singlehtml")
    html = desk.out("index.html", "singlehtml")
    target = "brief-facts-ke-is.mou-geothermal-training"
    assert f'href="#{target}"' in html
    assert f'id="{target}"' in html
    assert f"#document-facts#{target}" not in html
