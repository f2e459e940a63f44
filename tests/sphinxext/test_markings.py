"""Markings in their order, and briefs that have expired."""

from __future__ import annotations

import pytest

PAGE = """\
Brief
=====

.. brief:document:: X
   :principal: Minister of Energy
   :marking: {page}

.. brief:bluf::

   Words.

.. brief:lines:: Ports
   :marking: {section}

   Words.
"""


def told(project, text, name="index.rst", **more):
    project.write(**{name: text})
    return [line.partition(" WARNING: ") for line in project.told(project.build("text", **more))]


@pytest.mark.parametrize(
    ("markings", "page", "section"),
    [
        (None, "eyes only", "for the minister"),
        ("uk", "OFFICIAL-SENSITIVE", "OFFICIAL"),
        ("uk", "TOP SECRET", "TOP SECRET"),
        ("tlp", "TLP:AMBER+STRICT", "TLP:AMBER"),
        (["Open", "In confidence"], "In confidence", "In   confidence"),
    ],
)
def test_markings_in_order_are_not_told(bare, markings, page, section):
    assert told(bare, PAGE.format(page=page, section=section), confoverrides={"bilateral_markings": markings}) == []


@pytest.mark.parametrize(
    ("markings", "page", "section", "line", "words"),
    [
        (
            "uk",
            "OFFICIAL",
            "SECRET",
            13,
            "the section is marked SECRET, higher than its page, which is marked OFFICIAL",
        ),
        ("tlp", "TLP:AMBER", "TLP:AMBER+STRICT", 13, "higher than its page"),
        (["Open", "In confidence"], "Open", "In confidence", 13, "higher than its page"),
        ("uk", "OFFICIAL", "Confidential", 13, "'Confidential' is no marking of this project"),
        ("uk", "Restricted", "OFFICIAL", 6, "its markings are OFFICIAL, OFFICIAL-SENSITIVE, SECRET, TOP SECRET"),
    ],
)
def test_a_marking_out_of_order_or_unknown_is_told_at_its_line(bare, markings, page, section, line, words):
    text = PAGE.format(page=page, section=section)
    ((place, _, message),) = told(bare, text, confoverrides={"bilateral_markings": markings})
    assert place == f"index.rst:{line}:"
    assert words in message
    assert message.endswith("[bilateral.marking]")


def test_a_marked_section_of_an_unmarked_page_is_told(bare):
    text = "# Brief\n\n:::{brief:press-line}\n:marking: OFFICIAL\n\nWords.\n:::\n"
    ((place, _, message),) = told(bare, text, "index.md", confoverrides={"bilateral_markings": "uk"})
    assert place == "index.md:4:"
    assert "its page has no marking" in message


def test_it_is_told_again_where_the_configuration_moved_and_no_page_did(bare):
    text = PAGE.format(page="OFFICIAL", section="SECRET")
    assert told(bare, text) == []
    app = bare.build("text", confoverrides={"bilateral_markings": "uk"})
    assert "0 added, 0 changed" in app.status.getvalue()
    assert len(bare.told(app)) == 1


@pytest.mark.parametrize("value", ["nato", [], ["SECRET", "SECRET"], ["OFFICIAL", ""], {"a": 1}, 7])
def test_a_wrong_list_of_markings_is_told_and_leaves_them_free(bare, value):
    text = PAGE.format(page="eyes only", section="for the minister")
    found = told(bare, text, confoverrides={"bilateral_markings": value})
    if value == []:
        assert found == []
    else:
        ((_, _, message),) = found
        assert message.startswith("bilateral_markings must be a list of markings")
        assert "'uk' or 'tlp'" in message


EXPIRING = "Brief\n=====\n\n.. brief:document:: X\n   :expires: {day}\n"


def test_a_brief_past_its_day_is_a_finding(bare):
    bare.write(index=EXPIRING.format(day="2001-05-04"))
    app = bare.build("text")
    assert bare.told(app) == []
    assert "1 finding to weigh (1 expired)" in app.status.getvalue()
    app = bare.build("text", confoverrides={"bilateral_mode": "issue"})
    (line,) = bare.told(app)
    assert line == "index.rst:4: WARNING: the brief expired: 2001-05-04 [bilateral.expired]"
    assert app.statuscode == 1


@pytest.mark.parametrize("day", ["9000-01-01", "2001/.."])
def test_a_brief_before_its_day_is_none(bare, day):
    bare.write(index=EXPIRING.format(day=day))
    assert "finding" not in bare.build("text").status.getvalue()
