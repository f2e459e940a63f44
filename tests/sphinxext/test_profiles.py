"""What a profile says of the pages that follow it: told where it stands, never printed."""

from __future__ import annotations

import datetime
import re

import pytest

from sphinx_bilateral import pipeline
from sphinx_bilateral.sphinxext import build as building

HOUSE = """\
title: House brief
stale-after: 20
sections:
  - {show: bluf, required: true, max-words: 8}
  - {show: if-asked, max-words: 3}
  - {show: agreements, required: true}
  - {show: sources, required: true}
"""

PAGE = """\
Brief
=====

.. brief:document:: X
   :profile: house.yaml

.. brief:bluf::

   Ask for a date.

.. brief:agreements::
"""


@pytest.fixture
def house(weighed, monkeypatch):
    """A project with a profile, on a day on which its sources are new."""
    on(monkeypatch, "2025-03-20")
    return weighed.write(**{"house.yaml": HOUSE})


def on(monkeypatch, day):
    """Let today be *day*."""

    class Calendar(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromisoformat(day)

    class Clock:
        date = Calendar

    monkeypatch.setattr(building, "datetime", Clock)


def told(project, builder="text", **pages):
    """Return what a build in issue mode, where findings are warnings, tells."""
    project.write(**pages)
    lines = project.told(project.build(builder, confoverrides={"bilateral_mode": "issue"}))
    return [re.sub(r"^(.*?): WARNING: ", r"\1 ", line) for line in lines]


def test_a_page_that_keeps_its_profile_is_told_nothing(house):
    assert told(house, index=PAGE) == []


@pytest.mark.parametrize("kept", ["bluf", "agreements"])
def test_a_required_section_that_is_missing_is_told_at_the_document(house, kept):
    part = {"bluf": ".. brief:bluf::\n\n   Ask.\n", "agreements": ".. brief:agreements::\n"}
    lacking, title = {"bluf": ("agreements", "Agreements"), "agreements": ("bluf", "Bottom line")}[kept]
    (line,) = told(house, index=f"{PAGE.partition('.. brief:bluf')[0]}{part[kept]}")
    assert line.startswith(f"index.rst:4 the profile house.yaml asks for brief:{lacking} ({title}), and it is not on ")
    assert line.endswith("[bilateral.missing-section]")


def test_a_missing_section_is_a_defect_and_a_long_one_is_to_be_weighed(house):
    house.write(index=PAGE.replace("Ask for a date.", "One two three four five six seven eight nine."))
    app = house.build("text")
    assert house.told(app) == []
    assert "1 finding to weigh (1 over-length)" in app.status.getvalue()
    house.write(index="Brief\n=====\n\n.. brief:document:: X\n   :profile: house.yaml\n")
    assert [line.rpartition("[")[2] for line in house.told(house.build("text"))] == ["bilateral.missing-section]"] * 2


def test_the_profile_of_the_project_counts_for_briefs_that_name_none_and_for_no_other_page(house):
    house.write(
        index="Brief\n=====\n\n.. brief:document:: X\n\n.. toctree::\n\n   plain\n",
        plain="Plain\n=====\n\n.. brief:lines:: Ports\n\n   Words.\n",
    )
    app = house.build("text", confoverrides={"bilateral_profile": "house.yaml"})
    assert [line.partition(" WARNING")[0] for line in house.told(app)] == ["index.rst:4:"] * 2


LONG = """\
Brief
=====

.. brief:document:: X

.. brief:bluf::
   :max-words: {own}

   {words}
"""
MORE = "\n\n   More."


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Ask for a date.", 4),
        ("The state-of-the-art port -- in 2025 -- costs £2.5bn, or 2\u00a0500 million.", 10),
        ("It is :brief:fact:`mou-geothermal-training`.", 5),
        ("It is :brief:fact:`joint-commission-3.date`, says :brief:src:`harbour-post`.", 6),
        ("It is :brief:fact:`nothing-at-all`.", 3),
        ("See `the *whole* story <https://story.example/a b>`_, :doc:`index` and ``a b``.", 8),
        ("Ask. [#]_\n\n   .. [#] Or wait.", 3),
        (".. comment\n\n   Ask.\n\n   .. brief:agreements::", 1),
        ("- One\n\n     - two\n\n   .. note::\n\n      three\n\n   .. list-table::\n\n      * - four", 4),
        ("Ask.\n\n   .. only:: text\n\n      In text alone.\n\n   .. only:: html\n\n      Not in text at all.", 4),
        ("Ask.\n\n   .. brief:if-asked:: Why not?\n\n      Because it is so.", 1),
    ],
)
def test_words_are_counted_as_they_are_read(house, words, count):
    (line,) = (line for line in told(house, index=LONG.format(own=count, words=words + MORE)) if "over-l" in line)
    about = f"brief:bluf has {count + 1} words, 1 more than the section allows ({count})"
    assert line == f"index.rst:6 {about} [bilateral.over-length]"
    assert not any("over-length" in line for line in told(house, index=LONG.format(own=count, words=words)))


@pytest.mark.parametrize("name", ["index.rst", "index.md"])
def test_each_section_has_the_budget_to_itself_and_its_own_before_that_of_the_profile(house, name):
    held = [("bluf", "", 8), ("if-asked", "Why?", 3), ("if-asked", "When?", 4), ("if-asked", "Who?", 5)]
    lines = ["# Brief", "", "```{brief:document} X", ":profile: house.yaml", "```", ""]
    if name.endswith("rst"):
        lines = ["Brief", "=====", "", ".. brief:document:: X", "   :profile: house.yaml", ""]
    for kind, title, words in held:
        own = 5 if title == "Who?" else None
        text = " ".join(["word"] * words)
        if name.endswith("rst"):
            lines += [
                f".. brief:{kind}:: {title}".rstrip(),
                *([f"   :max-words: {own}"] if own else []),
                "",
                f"   {text}",
            ]
        else:
            lines += [
                f"```{{brief:{kind}}} {title}".rstrip(),
                *([f":max-words: {own}"] if own else []),
                "",
                text,
                "```",
            ]
        lines.append("")
    lines += [".. brief:agreements::" if name.endswith("rst") else "```{brief:agreements}\n```", ""]
    (line,) = told(house, **{name: "\n".join(lines)})
    assert "brief:if-asked has 4 words, 1 more than the profile house.yaml allows (3)" in line
    assert line.startswith(f"{name}:{next(n for n, one in enumerate(lines, 1) if 'When?' in one)} ")


@pytest.mark.parametrize("around", ["- item\n\n  {}", "   {}", ".. only:: text\n\n   {}", ".. note::\n\n   {}"])
def test_a_section_counts_wherever_it_stands(house, around):
    indent = " " * around.splitlines()[-1].index("{")
    section = ".. brief:bluf::\n\n   One two three four five six seven eight nine."
    held = around.format(section.replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n"))
    page = PAGE.replace(".. brief:bluf::\n\n   Ask for a date.", f"Words.\n\n{held}\n\nBetween.")
    (line,) = told(house, index=page)
    assert "brief:bluf has 9 words, 1 more than the profile house.yaml allows (8)" in line


def test_what_another_builder_shows_is_not_on_this_page(house):
    page = PAGE.replace(
        ".. brief:bluf::\n\n   Ask for a date.", ".. only:: html\n\n   .. brief:bluf::\n\n      Ask for a date."
    )
    assert told(house, "html", index=page) == []
    assert "asks for brief:bluf" in told(house, "text", index=page)[0]


@pytest.mark.parametrize(
    ("options", "day", "lines"),
    [
        ("", "2025-04-03", []),
        ("", "2025-04-04", ["the page is true as of 14 March 2025, more than the 20 days ago"]),
        ("   :as-of: 2025-03-20\n", "2025-04-09", []),
        ("   :as-of: 2025-03-20\n", "2025-04-10", ["the page is true as of 20 March 2025, more than the 20 days ago"]),
        ("   :as-of: 2025-03\n", "2025-04-20", []),
        ("   :expires: 2026-01-01\n", "2025-12-31", []),
        ("   :expires: 2026-01-01\n", "2026-01-02", ["its last day was 1 January 2026"]),
        ("   :as-of: 2025-03-13\n", "2025-03-14", ["and sources of its dossier are newer: fjord-wire (14 March 2025)"]),
        ("   :as-of: 2025-03\n", "2025-04-01", []),
    ],
)  # fmt: skip
def test_an_old_page_is_told_of(house, monkeypatch, options, day, lines):
    on(monkeypatch, day)
    found = told(house, index=PAGE.replace("   :profile: house.yaml\n", f"   :profile: house.yaml\n{options}"))
    assert len(found) == len(lines)
    assert all(line in one for line, one in zip(lines, found, strict=True))
    assert all(one.startswith("index.rst:4 ") for one in found)


def test_a_page_grows_old_where_nothing_else_moves_and_no_byte_of_it_changes(house, monkeypatch):
    house.write(index=PAGE)
    house.build("html", confoverrides={"bilateral_mode": "issue"})
    before = house.out("index.html")
    on(monkeypatch, "2026-01-01")

    def load(*_, **__):
        raise AssertionError("the dossiers were read")

    monkeypatch.setattr(pipeline, "load_dossier", load)
    app = house.build("html", confoverrides={"bilateral_mode": "issue"})
    (line,) = house.told(app)
    assert "[bilateral.stale]" in line
    assert "no targets are out of date" in app.status.getvalue()
    assert house.out("index.html") == before


def test_a_profile_that_changes_is_judged_anew_for_the_pages_that_follow_it_and_rewrites_none(house, monkeypatch):
    house.write(
        index=f"{PAGE}\n.. toctree::\n\n   other\n",
        other=PAGE.replace("house.yaml", "uk-meeting").replace("agreements", "people"),
    )
    house.build("html")
    house.write(**{"house.yaml": HOUSE.replace("max-words: 8", "max-words: 3").replace("agreements", "people")})
    monkeypatch.setattr(pipeline, "load_dossier", None)
    app = house.build("html", confoverrides={"bilateral_mode": "draft"})
    (line,) = house.told(app)
    assert line.startswith("index.rst:4: WARNING: the profile house.yaml asks for brief:people (Who’s who)")
    assert "1 finding to weigh (1 over-length)" in app.status.getvalue()
    assert "no targets are out of date" in app.status.getvalue()


def test_faults_of_a_profile_are_told_once_by_line_and_the_rest_of_it_counts(house):
    bad = HOUSE.replace("max-words: 3", "max-words: few").replace("title", "titel")
    house.write(**{"house.yaml": bad}, other=PAGE.replace("Brief", "Other").replace("===", "===="))
    found = told(house, index=f"{PAGE}\n.. toctree::\n\n   other\n")
    assert [line.partition(" ")[0] for line in found] == ["house.yaml:1", "house.yaml:5"]
    assert all(line.endswith("[bilateral.config]") for line in found)


def test_a_section_that_is_no_directive_is_left_out_of_a_profile(house):
    house.write(
        **{"house.yaml": HOUSE.replace("show: bluf", "show: blufs").replace("show: agreements", "show: people")}
    )
    fault, missing = told(house, index=PAGE)
    assert fault.startswith("house.yaml:4 sections.0.show: 'blufs' is no directive; the nearest is bluf")
    assert "asks for brief:people" in missing


@pytest.mark.parametrize(("name", "near"), [("uk-meting", "uk-meeting"), ("houses.yaml", "houses.yaml")])
def test_a_profile_that_is_not_there_is_told_at_the_page_and_that_of_the_project_counts(house, name, near):
    page = PAGE.replace("house.yaml", name).replace(".. brief:agreements::", "")
    house.write(index=page)
    app = house.build("text", confoverrides={"bilateral_profile": "house.yaml"})
    misnamed, missing = sorted(house.told(app), key=lambda line: "missing-section" in line)
    assert misnamed.startswith("index.rst:4: WARNING: there is no ")
    assert near in misnamed
    assert misnamed.endswith("[bilateral.bad-option]")
    assert "the profile house.yaml asks for brief:agreements" in missing


def test_a_profile_of_the_project_that_is_not_there_is_told_once(house):
    house.write(index=PAGE.replace("   :profile: house.yaml\n", ""))
    app = house.build("text", confoverrides={"bilateral_profile": "none/house.yml"})
    (line,) = house.told(app)
    assert line.startswith("conf.py:1: WARNING: bilateral_profile: there is no file 'none/house.yml'")


def test_a_profile_lies_relative_to_the_configuration_and_not_to_the_page(house):
    house.write(**{"rules__house.yaml": HOUSE, "index": "D\n=\n\n.. toctree::\n\n   a/b\n"})
    assert told(house, a__b=PAGE.replace("house.yaml", "rules/house.yaml")) == []
