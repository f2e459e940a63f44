"""Whatever is wrong with a page: it is told where it stands, and a reader sees that something is missing."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sphinxext import bad_pages
from sphinxext.conftest import project_in


def faults_of(page, told, shown):
    """Return what is wrong with how the faults of *page* were told and shown."""
    lines = "\n".join(told).splitlines()
    for written in page.written:
        first, last = written.lines
        named = (line for line in lines if "[bilateral." in line and written.word in line)
        about = named if written.fault.named else lines
        where = [int(match[1]) for line in about if (match := re.match(r"index\.\w+:(\d+): (?:WARNING|ERROR)", line))]
        if not any(first <= line <= last for line in where):
            yield f"{written.fault.lines} at {first}-{last} is told at {where}"
        if written.fault.shown and written.word not in shown:
            yield f"{written.fault.lines} at {first}-{last} is not seen"


def check(project, page, builder, *, markdown):
    """Build *page*, and assert that each of its faults is told and seen."""
    project.write(**{"index.md" if markdown else "index.rst": page.text})
    (project.root / "picture.png").write_bytes(b"")
    told = project.told(project.build(builder))
    shown = project.out(f"index.{'txt' if builder == 'text' else builder}", builder)
    assert list(faults_of(page, told, shown)) == []


@pytest.mark.parametrize("builder", ["text", "html"])
@pytest.mark.parametrize("markdown", [False, True], ids=["rst", "myst"])
def test_every_wrong_argument_and_option_is_told_and_seen(bare, markdown, builder):
    page = bad_pages.make_page(bad_pages.everywhere(markdown=markdown), markdown=markdown)
    check(bare, page, builder, markdown=markdown)


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("markdown", [False, True], ids=["rst", "myst"])
def test_faults_in_any_company_are_told_and_seen(markdown, data):
    chosen = data.draw(st.lists(bad_pages.placed_faults(markdown=markdown), min_size=1, max_size=8))
    page = bad_pages.make_page(chosen, markdown=markdown)
    with tempfile.TemporaryDirectory() as folder:
        project = project_in(Path(folder) / "root")
        try:
            check(project, page, data.draw(st.sampled_from(["text", "html"])), markdown=markdown)
        finally:
            project.close()


# What a page may hold by accident: broken markup, characters of all scripts, names that end early.
SCRAPS = st.lists(
    st.sampled_from(
        [
            ":brief:fact:`",
            "`",
            ".. brief:",
            "agreements::",
            "::",
            " ",
            "\n",
            "\n\n",
            "   ",
            ":limit:",
            "mou-fisheries-data",
            ".status",
            "KE",
            "*",
            "|",
            "<",
            ">",
            "\\",
            "{",
            "}",
            "[1]_",
            "```{brief:",
            ":::",
            "é中\u200f",
            "\u00a0",
            "%",
            "#",
            "=",
            "\n====\n",
            "~",
            "- ",
            "> ",
            ":brief:",
            "src",
            "date",
            "..",
            "one-page::",
            "a.pdf",
            "\t",
            "0",
            "-1",
            "\x0b",
            "\ufeff",
        ]
    ),
    max_size=40,
).map("".join)


@given(scraps=SCRAPS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("suffix", ["rst", "md"])
def test_no_scrap_of_markup_breaks_a_build(suffix, scraps):
    with tempfile.TemporaryDirectory() as folder:
        project = project_in(Path(folder) / "root")
        project.write(**{f"index.{suffix}": f"# P\n\n{scraps}\n" if suffix == "md" else f"P\n=\n\n{scraps}\n"})
        try:
            app = project.build("pseudoxml")
        finally:
            project.close()
        assert (project.root / "_build" / "pseudoxml" / "index.pseudoxml").is_file()
        assert not any("Traceback" in line for line in project.told(app))
