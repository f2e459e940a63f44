"""Facts that pages add, joined to a dossier: which are taken, and where is told why one is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.as_of import as_of
from sphinx_bilateral.dossier.decisions.additions import PageAddition, read_addition, unclaimed
from sphinx_bilateral.dossier.decisions.register import ADDITIONS
from sphinx_bilateral.model.facts import Agreement, Figure, Quote
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.pipeline import load_dossier

HERALD = """\
The minister said: “We -- and they -- will build the ferry.” Ferries were named twice.

A ferry treaty of Norland, Karabelia and the Lake Union was opened. Ferries were named twice.
"""

POST = "Ferry traffic reached 1.5 million passengers.\n"

SIGNED = {"who": "Nordic desk", "when": "2026-05-10", "why": "It was overlooked."}

FERRY = PageAddition(
    "ferry-treaty",
    {
        "type": "agreement",
        "kind": "treaty",
        "name": "Ferry treaty",
        "parties": "NO, KA,LU",
        "ratified-by": "NO",
        "source": "herald",
        **SIGNED,
    },
    "A ferry treaty of Norland,\n Karabelia and the Lake Union",
    file="page.rst",
    line=4,
    lines={"kind": 6, "parties": 8, "source": 10, "when": 12, "": 15},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "no-ka").mkdir()
    (tmp_path / "no-ka" / "dossier.yaml").write_text(
        "id: no-ka\ntitle: Norland and Karabelia\nparties: [NO, KA]\nsources:\n"
        "  herald.txt: {publisher: Herald, published: 2026-05-01}\n"
        "  post.txt: {publisher: Post, published: 2026-05-04}\n"
    )
    (tmp_path / "no-ka" / "herald.txt").write_text(HERALD)
    (tmp_path / "no-ka" / "post.txt").write_text(POST)
    return tmp_path / "no-ka"


def changed(
    addition: PageAddition = FERRY, options: Mapping[str, str | None] | None = None, **more: Any
) -> PageAddition:
    given = {**addition.options, **(options or {})}
    return replace(addition, options={name: raw for name, raw in given.items() if raw is not None}, **more)


def loaded(folder: Path, *additions: PageAddition) -> tuple[Dossier, list[Problem]]:
    dossier, found = load_dossier(
        folder, additions=lambda name: [one for one in additions if one.dossier in {"", name}]
    )
    assert dossier is not None
    problems = [*found, *unclaimed(additions, {dossier.id: dossier}, alone=True)]
    return dossier, [one for one in problems if one.file in {"page.rst", "other.rst"}]


def test_an_addition_becomes_a_reviewed_fact_with_the_words_of_its_source(folder: Path) -> None:
    dossier, told = loaded(folder, FERRY)
    assert not told
    entry = dossier.entries["ferry-treaty"]
    assert isinstance(entry.fact, Agreement)
    assert (entry.fact.parties, entry.fact.ratified_by) == (("NO", "KA", "LU"), "NO")
    (span,) = entry.fact.evidence
    assert span.exact == "A ferry treaty of Norland, Karabelia and the Lake Union"
    assert entry.reviewed
    assert entry.origins == 1


def test_values_are_those_that_a_file_would_give(folder: Path) -> None:
    options = {"type": "figure", "value": "1.5", "unit": "million passengers", "measure": "ferry traffic"}
    figure = PageAddition("traffic", {**options, "source": "post", **SIGNED}, "reached 1.5 million", file="page.rst")
    dossier, told = loaded(folder, figure, replace(figure, name="whole", options={**figure.options, "value": "40"}))
    assert not told
    first, second = dossier.entries["traffic"].fact, dossier.entries["whole"].fact
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert (first.value, second.value) == (1.5, 40)
    assert isinstance(second.value, int)


def test_a_quotation_is_held_to_its_source_byte_for_byte(folder: Path) -> None:
    options = {"type": "quote", "text": "We -- and they -- will build the ferry.", "source": "herald", **SIGNED}
    words = 'The minister said: "We -- and they -- will build the ferry."'
    quote = PageAddition("ferry-quote", options, words, file="page.rst", lines={"text": 7})
    dossier, told = loaded(folder, quote)
    assert not told
    fact = dossier.entries["ferry-quote"].fact
    assert isinstance(fact, Quote)
    _, (told_of,) = loaded(folder, changed(quote, {"text": "We – and they – will build the ferry."}))
    assert (told_of.kind, told_of.line) == ("no-evidence", 7)


@pytest.mark.parametrize(
    ("options", "more", "kind", "line", "message"),
    [
        ({"kind": "tready"}, {}, "bad-option", 6, "kind: must be"),
        ({"parties": "NO, norland"}, {}, "bad-option", 8, "must be the code of a state"),
        ({"when": "2026-02-30"}, {}, "bad-option", 12, "not a date of the calendar"),
        ({"source": "daily"}, {}, "bad-option", 10, "there is no source 'daily'"),
        ({"source": None}, {}, "bad-option", 4, "the type agreement needs the option :source:"),
        ({"who": None, "why": None}, {}, "bad-option", 4, "the options :who:, :why:"),
        ({"history": "signed"}, {}, "bad-option", 4, "no option 'history'"),
        ({"evidence": "x"}, {}, "bad-option", 4, "no option 'evidence'"),
        ({"ratified_by": "KA"}, {}, "bad-option", 4, "'ratified-by' and 'ratified_by' are one"),
        ({}, {"words": "Ferries were named twice."}, "bad-option", 15, "quote more of them, or add a prefix"),
        ({}, {"words": "A ferry treaty of Norway"}, "no-evidence", 15, "do not stand in the source herald"),
        ({}, {"name": "a.b"}, "bad-option", 4, "small letters"),
        ({}, {"name": "<b>"}, "bad-option", 4, "small letters"),
        ({}, {"dossier": "no-xx"}, "unknown-id", 4, "no dossier 'no-xx'; its dossiers are: no-ka"),
    ],
)
def test_what_is_wrong_is_told_at_its_line_and_leaves_the_fact_out(
    folder: Path, options: dict[str, str | None], more: dict[str, Any], kind: str, line: int, message: str
) -> None:
    dossier, (told,) = loaded(folder, changed(FERRY, options, **more))
    assert not dossier.added
    assert "ferry-treaty" not in dossier.entries
    assert (told.kind, told.line) == (kind, line)
    assert message in told.message


def test_words_that_stand_twice_are_told_apart_by_their_neighbours(folder: Path) -> None:
    dossier, told = loaded(folder, changed(FERRY, {"prefix": "was opened."}, words="Ferries were named twice."))
    assert not told
    (span,) = dossier.entries["ferry-treaty"].fact.evidence
    assert span.start == HERALD.rindex("Ferries")


def test_of_two_additions_of_one_id_the_first_wins_and_the_other_is_told(folder: Path) -> None:
    other = replace(changed(FERRY, {"name": "Another treaty"}), file="other.rst", line=9)
    dossier, (told,) = loaded(folder, FERRY, other)
    assert dossier.entries["ferry-treaty"].fact.get("name") == "Ferry treaty"
    assert (told.kind, told.file, told.line) == ("bad-option", "other.rst", 9)
    assert "page.rst, line 4" in told.message
    assert dossier.added == {"ferry-treaty": ("page.rst", 4)}


def test_an_addition_with_a_fault_gives_way_to_a_sound_one(folder: Path) -> None:
    other = replace(FERRY, file="other.rst", line=9)
    dossier, (told,) = loaded(folder, changed(FERRY, words="Nothing of the kind"), other)
    assert told.file == "page.rst"
    assert dossier.added == {"ferry-treaty": ("other.rst", 9)}


def test_one_directive_that_several_pages_include_is_one_fact(folder: Path) -> None:
    dossier, told = loaded(folder, FERRY, FERRY)
    assert not told
    assert list(dossier.added) == ["ferry-treaty"]


def test_the_register_of_the_dossier_decides_about_added_facts_too(folder: Path) -> None:
    entry = "{who: Nordic desk, when: 2026-05-11, why: It was annulled."
    (folder / "register.yaml").write_text(f"reject:\n  ferry-treaty: {entry}}}\n")
    dossier, told = loaded(folder, FERRY)
    assert not told
    assert dossier.entries["ferry-treaty"].rejected
    assert not [one for one in dossier.problems if one.kind == "bad-register"]


def test_an_id_of_the_register_is_taken(folder: Path) -> None:
    (folder / "register.yaml").write_text(
        "add:\n  ferry-treaty: {type: discussion, topics: Ferries, who: Nordic desk, when: 2026-05-11, why: It is.,\n"
        "    evidence: [{source: herald, exact: will build the ferry}]}\n"
    )
    dossier, (told,) = loaded(folder, FERRY)
    assert dossier.entries["ferry-treaty"].fact.type == "discussion"
    assert (told.kind, told.line) == ("bad-option", 4)
    assert "already" in told.message
    assert not dossier.added


def test_an_added_fact_is_not_known_before_its_source(folder: Path) -> None:
    options = {"type": "discussion", "topics": "Ferries", "source": "post", **SIGNED}
    late = PageAddition("talks", options, "Ferry traffic", file="page.rst", line=4)
    dossier, _ = loaded(folder, FERRY, late)
    then = as_of(dossier, "2026-05-02")
    assert then.entries["ferry-treaty"].printed
    assert not then.entries["talks"].printed


def test_an_addition_to_no_dossier_of_several_is_told(folder: Path) -> None:
    second = folder.parent / "no-xx"
    second.mkdir()
    for file in folder.iterdir():
        (second / file.name).write_text(file.read_text().replace("no-ka", "no-xx"))
    additions = [FERRY, replace(FERRY, name="named", dossier="no-xx")]
    dossiers = [loaded(one, *(each for each in additions if each.dossier == one.name))[0] for one in (folder, second)]
    (told,) = unclaimed(additions, {dossier.id: dossier for dossier in dossiers}, alone=False)
    assert told.message == (
        "add-fact: name a dossier: with the option :dossier: here, or of a brief:document on the page; "
        "its dossiers are: no-ka, no-xx"
    )
    assert [list(dossier.added) for dossier in dossiers] == [[], ["named"]]


def test_every_type_of_fact_can_be_added() -> None:
    """Whatever a type needs is a plain value, or a page could not write it."""
    for name, form in ADDITIONS.items():
        _, (told,) = read_addition(PageAddition("x", {"type": name, **SIGNED}, "words"))
        assert ":source:" in told.message
        assert "evidence" not in told.message
        assert form.model_fields["type"].is_required()
