"""A guest in other people's documentation: what it registers has its own names, and it changes nothing of theirs."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docutils import nodes
from docutils.parsers.rst import directives, roles

import sphinx_bilateral.sphinxext
from sphinx_bilateral.sphinxext.domain import BriefDomain

PLAIN = "Plain\n=====\n\nNothing of ours.\n"


@pytest.fixture
def without(bare, tmp_path):
    """A project that does not know the extension."""
    project = type(bare)(tmp_path / "without").write(**{"conf.py": "extensions = ['myst_parser']\n"}, index=PLAIN)
    yield project
    project.close()


def registered(app):
    """Return the names of all that extensions register, by what it is."""
    registry = app.registry
    return {
        "configuration values": {name for name, *_ in app.config},
        "builders": set(registry.builders),
        "domains": set(registry.domains),
        "events": set(app.events.events),
        "parsers": set(registry.source_parsers),
        "suffixes": set(registry.source_suffix),
        "themes": set(registry.html_themes),
        "maths renderers": set(registry.html_inline_math_renderers),
        "style sheets": {name for name, _ in registry.css_files},
        "scripts": {name for name, _ in registry.js_files},
        "LaTeX packages": {name for name, *_ in registry.latex_packages},
        "translators": set(registry.translators),
        "directives": set(directives._directives),
        "roles": set(roles._roles),
        "nodes": {name.removeprefix("visit_") for name in vars(nodes.GenericNodeVisitor) if name.startswith("visit_")},
        "writers of nodes": {name for handlers in registry.translation_handlers.values() for name in handlers},
        "static folders": set(app.config.html_static_path),
        "files beside HTML": set(app.config.html_extra_path),
        "templates": set(app.config.templates_path),
    }


OUR_NAMES = {
    "configuration values": r"bilateral_\w+",
    "builders": r"bilateral-\w+",
    "domains": "brief",
    "nodes": r"brief_\w+",
    "writers of nodes": r"brief_\w+",
}
"""What may be ours, and the form of its names. All else stays as it was: no directive or role without the domain, no
style sheet or script on every page, no folder added to the project's own."""


def test_what_it_registers_has_its_own_names(bare, without):
    before = registered(without.app())
    without.close()
    after = registered(bare.write(index=PLAIN).app())
    ours = {kind: after[kind] - before[kind] for kind in after}
    assert {kind for kind, names in ours.items() if names} == set(OUR_NAMES)
    strange = {kind: [name for name in ours[kind] if not re.fullmatch(form, name)] for kind, form in OUR_NAMES.items()}
    assert not any(strange.values()), strange
    assert all(before[kind] <= after[kind] for kind in before)


def test_it_exchanges_no_function_of_sphinx_or_docutils(desk, without):
    script = Path(__file__).with_name("surface.py")
    done = subprocess.run(
        [sys.executable, script, without.root, desk.root], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


class Inline(HTMLParser):
    """Collects what a strict content security policy forbids."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "style" in given or any(name.startswith("on") for name in given) or tag == "style":
            self.found.append(self.get_starttag_text())
        if (given.get("href") or "").startswith(("javascript:", "data:")) or (tag == "script" and "src" not in given):
            self.found.append(self.get_starttag_text())


@pytest.mark.parametrize("builder", ["html", "singlehtml", "epub"])
def test_its_pages_hold_no_style_or_script_of_their_own(desk, builder):
    desk.build(builder, confoverrides={"epub_copyright": "nobody", "version": "1"})
    out = desk.root / "_build" / builder
    pages = {path.name: path.read_text(encoding="utf-8") for path in out.rglob("*html") if path.stem not in SPHINX_OWN}
    # The navigation of Sphinx's own themes has styles in it.
    parts = {name: re.search(r'role="main".*?<div class="clearer">', page, re.DOTALL) for name, page in pages.items()}
    assert sum("brief-badge" in part[0] for part in parts.values() if part) >= (1 if builder == "singlehtml" else 3)
    assert {name: found for name, part in parts.items() if part and (found := Inline(part[0]).found)} == {}


SPHINX_OWN = {"search", "genindex"}


def test_only_pages_that_show_something_of_it_load_its_style_sheet(desk):
    desk.write(plain=f":orphan:\n\n{PLAIN}").build()
    pages = ("brief", "facts", "marked", "plain", "index", "genindex", "search", "brief-type")
    assert [name for name in pages if "bilateral.css" in desk.out(f"{name}.html")] == ["brief", "facts", "marked"]
    assert [path.name for path in (desk.root / "_build/html/_static").glob("*bilateral*")] == ["bilateral.css"]


def test_a_project_that_uses_nothing_of_it_stays_as_it_is(bare, without):
    without.build()
    without.close()
    bare.write(index=PLAIN).build(confoverrides={"bilateral_dossiers": []})
    assert bare.out("index.html") == without.out("index.html")
    made = {path.relative_to(bare.root) for path in (bare.root / "_build/html").rglob("*")}
    theirs = {path.relative_to(without.root) for path in (without.root / "_build/html").rglob("*")}
    assert {path.name for path in made - theirs} == {"bilateral.css"}


def test_it_changes_no_configuration_value(bare):
    app = bare.write(index=PLAIN).app()
    before = {value.name: repr(value.value) for value in app.config if not value.name.startswith("bilateral_")}
    app.build()
    assert {value.name: repr(value.value) for value in app.config if value.name in before} == before


@pytest.mark.parametrize(
    ("version", "source"),
    [
        (sphinx_bilateral.sphinxext.ENV_VERSION, inspect.getsource(sphinx_bilateral.sphinxext)),
        (BriefDomain.data_version, inspect.getsource(BriefDomain)),
    ],
    ids=["environment", "domain"],
)
def test_each_version_of_what_is_kept_says_why(version, source):
    """Whoever changes what an environment holds learns from the list that the number has to move."""
    said = [int(number) for number in re.findall(r"^ *# (\d+): \w.{10,}", source, re.MULTILINE)]
    assert said == list(range(1, version + 1))
