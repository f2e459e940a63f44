"""Links to facts: inside a project, and from a second project by its inventory."""

from __future__ import annotations

import html as html_module
import re

import pytest

HOME = "https://desk.example/facts.html#brief-facts-ke-is."

SECOND = {
    "extensions": ["sphinx_bilateral", "myst_parser", "sphinx.ext.intersphinx"],
    "nitpicky": True,
    "bilateral_dossiers": [],
}


@pytest.fixture
def second(desk, tmp_path):
    """A second project without a dossier; returns what builds one page of it."""
    desk.build()
    desk.close()
    inventory = desk.root / "_build" / "html" / "objects.inv"
    other = type(desk)(tmp_path / "second").write(**{"conf.py": 'extensions = ["sphinx_bilateral"]\n'})

    def build(text, name="index.rst", **more):
        other.write(**{name: text})
        mapping = {"desk": ("https://desk.example/", str(inventory))}
        app = other.build(confoverrides={**SECOND, "intersphinx_mapping": mapping, **more})
        return other.out("index.html"), other.told(app)

    yield build
    other.close()


def links(html):
    return {
        re.sub(r"<[^>]+>", "", text): html_module.unescape(address)
        for address, text in re.findall(r'<a class="reference external" href="([^"]+)"[^>]*>(.*?)</a>', html)
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.rst", "T\n=\n\n:external+desk:brief:{role}:`ke-is/{fact}`\n"),
        ("index.md", "# T\n\n{{external+desk:brief:{role}}}`ke-is/{fact}`\n"),
    ],
    ids=["rst", "myst"],
)
@pytest.mark.parametrize(
    ("role", "fact", "title"),
    [
        ("agreement", "mou-fisheries-data", "Fisheries data memorandum"),
        ("fact", "mou-fisheries-data", "Fisheries data memorandum"),
        ("figure", "target-trade-2030", "Trade"),
        ("date", "joint-commission-3", "3rd session of the Joint Commission"),
    ],
)
def test_a_role_of_a_second_project_links_to_the_home(second, name, text, role, fact, title):
    html, told = second(text.format(role=role, fact=fact), name)
    assert told == []
    assert links(html) == {title: HOME + fact}


def test_any_finds_facts_of_another_project_after_its_own(second):
    html, told = second("T\n=\n\n:any:`ke-is/mou-fisheries-data` and :any:`desk:ke-is/target-trade-2030`\n")
    assert told == []
    assert set(links(html).values()) == {HOME + "mou-fisheries-data", HOME + "target-trade-2030"}


def test_a_fact_that_the_other_project_lacks_is_told_and_its_name_shown(second):
    html, told = second("T\n=\n\n:external+desk:brief:agreement:`ke-is/no-such`\n")
    (line,) = told
    assert line.startswith("index.rst:4: WARNING:")
    assert "no-such" in line
    assert "ke-is/no-such" in re.sub(r"<[^>]+>", "", html)


def test_a_quotation_is_no_agreement(second):
    _, told = second("T\n=\n\n:external+desk:brief:agreement:`ke-is/target-trade-2030`\n")
    assert len(told) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [("other.rst", ":orphan:\n\nO\n=\n\n:any:`{}`\n"), ("other.md", "---\norphan: true\n---\n# O\n\n{{any}}`{}`\n")],
)
@pytest.mark.parametrize("target", ["mou-fisheries-data", "ke-is/mou-fisheries-data"])
def test_any_finds_a_fact_of_the_project(desk, name, text, target):
    desk.write(**{name: text.format(target)})
    app = desk.build(confoverrides={"nitpicky": True})
    assert desk.told(app) == []
    assert 'href="facts.html#brief-facts-ke-is.mou-fisheries-data"' in desk.out("other.html")


def test_any_is_told_where_nothing_has_the_name(desk):
    desk.write(other=":orphan:\n\nO\n=\n\n:any:`mou-fisheries`\n")
    (line,) = desk.told(desk.build())
    assert line.startswith("other.rst:6: WARNING: 'any' reference target not found: mou-fisheries")


def test_a_name_that_two_dossiers_have_needs_its_dossier(bare):
    sources = bare.root / "dossiers" / "ke-is"
    manifest = (sources / "dossier.yaml").read_text(encoding="utf-8").replace("id: ke-is", "id: again")
    bare.write(
        **{
            "dossiers__again__dossier.yaml": manifest,
            **{f"dossiers__again__{file.name}": file.read_text(encoding="utf-8") for file in sources.glob("*.txt")},
            "index": "I\n=\n\n.. brief:register::\n   :dossier: ke-is\n\n.. brief:register::\n   :dossier: again\n\n"
            ":any:`again/target-trade-2030`\n\n:any:`target-trade-2030`\n",
        }
    )
    (line,) = bare.told(bare.build())
    assert line.startswith("index.rst:12: WARNING: 'any' reference target not found: target-trade-2030")
    assert 'href="#brief-index-again.target-trade-2030"' in bare.out("index.html")
