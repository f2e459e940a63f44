"""Markings in their order, and briefs that have expired."""

from __future__ import annotations

import re

import pytest
from pypdf import PdfReader

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


def told(project, text, name="index.rst", builder="text", **more):
    project.write(**{name: text})
    return [line.partition(" WARNING: ") for line in project.told(project.build(builder, **more))]


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


UNMARKED = "# Brief\n\n:::{brief:press-line}\n:marking: OFFICIAL\n\nWords.\n:::\n"


def test_a_marked_section_of_a_page_that_cannot_carry_a_marking_is_told(bare):
    ((place, _, message),) = told(bare, UNMARKED, "index.md", confoverrides={"bilateral_markings": "uk"})
    assert place == "index.md:4:"
    assert "its page has no brief:document to carry a marking" in message


ROLLED = """\
Brief
=====

.. brief:document:: X

.. brief:bluf::
   :marking: OFFICIAL

   Words.

- item

  .. brief:lines:: *Ports* and more
     :marking: {other}

     Words.

.. brief:judgement:: likely

   Words.

.. brief:one-page:: brief.pdf
"""


def paper(project):
    text = PdfReader(project.root / "_build/html/_bilateral/brief.pdf").pages[0].extract_text()
    return " ".join(text.split())


def test_a_page_without_a_marking_has_the_highest_of_its_sections_and_each_shows_its_own(bare):
    assert told(bare, ROLLED.format(other="SECRET"), builder="html", confoverrides={"bilateral_markings": "uk"}) == []
    html = bare.out("index.html")
    assert re.findall(r'<p class="brief-marking">(.*?)</p>', html) == ["<strong>SECRET</strong>"]
    assert re.search(r"<h2>Bottom line \(OFFICIAL\)<a ", html)
    assert '<p class="rubric"><em>Ports</em> and more (SECRET)</p>' in html
    assert r"<h2>Assessment: likely<a " in html
    assert 'id="brief-index-bluf"' in html
    printed = paper(bare)
    assert printed.startswith("SECRET Brief")
    assert printed.endswith("SECRET")
    assert "Bottom line (OFFICIAL)" in printed
    assert "Ports and more (SECRET)" in printed


def test_a_marking_goes_with_the_title_into_a_table_of_contents(bare):
    bare.write(index="Desk\n====\n\n.. toctree::\n\n   brief\n", brief=ROLLED.format(other="SECRET"))
    bare.build("text")
    assert "* Bottom line (OFFICIAL)" in bare.out("index.txt", "text")


def test_no_translation_loses_a_marking(bare):
    bare.write(**{"index": ROLLED.format(other="SECRET"), "locale__de__LC_MESSAGES__index.po": CATALOG})
    bare.build("text", confoverrides={"language": "de", "locale_dirs": ["locale"]})
    assert "Häfen (SECRET)" in bare.out("index.txt", "text")


CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "*Ports* and more"
msgstr "Häfen"
"""


def test_an_unknown_marking_is_shown_and_shown_as_wrong_and_never_taken_for_a_low_one(bare):
    told(bare, ROLLED.format(other="SECRETS"), builder="html", confoverrides={"bilateral_markings": "uk"})
    html = bare.out("index.html")
    wrong = r'<span class="brief-fault problematic">%s</span>'
    assert re.search(rf'<p class="brief-marking">{wrong % "OFFICIAL, SECRETS"}</p>', html)
    assert re.search(rf"{wrong % 'SECRETS'} is no marking of this project", html)
    printed = paper(bare)
    assert printed.startswith("OFFICIAL, SECRETS Brief")
    assert "SECRETS is no marking of this project" in printed


def test_a_list_of_markings_that_changes_rewrites_the_pages_on_which_a_reader_sees_it(bare):
    bare.write(
        index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        one=PAGE.format(page="OFFICIAL", section="OFFICIAL"),
        **{"two.md": UNMARKED.replace("OFFICIAL", "Open")},
        three="Three\n=====\n\n.. brief:agreements::\n",
    )
    bare.build(confoverrides={"bilateral_markings": ["Open", "OFFICIAL"]})
    assert bare.app(confoverrides={"bilateral_markings": ["OFFICIAL"]}).builder.read() == ["two"]
    bare.build(confoverrides={"bilateral_markings": ["OFFICIAL"]})
    assert re.search(r"problematic[^>]*>Open</span> is no marking", bare.out("two.html"))


def test_a_page_marked_in_its_sections_alone_is_marked_in_print(bare):
    text = f"{UNMARKED}\n```{{brief:one-page}} brief.pdf\n```\n"
    told(bare, text, "index.md", builder="html")
    assert paper(bare).startswith("OFFICIAL Brief")


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


def test_a_brief_past_its_day_is_a_finding(weighed):
    weighed.write(index=EXPIRING.format(day="2001-05-04"))
    app = weighed.build("text")
    assert weighed.told(app) == []
    assert "1 finding to weigh (1 expired)" in app.status.getvalue()
    app = weighed.build("text", confoverrides={"bilateral_mode": "issue"})
    (line,) = weighed.told(app)
    assert line.startswith("index.rst:4: WARNING: the brief expired: its last day was 4 May 2001; ")
    assert line.endswith("[bilateral.expired]")
    assert app.statuscode == 1


@pytest.mark.parametrize("day", ["9000-01-01", "2001/.."])
def test_a_brief_before_its_day_is_none(weighed, day):
    weighed.write(index=EXPIRING.format(day=day))
    assert "finding" not in weighed.build("text").status.getvalue()
