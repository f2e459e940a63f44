from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.sources.manifest import Manifest
from sphinx_bilateral.written.located_yaml import read_yaml


def problems(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message) for one in read_yaml(text, Manifest, "dossier.yaml")[1]]


def test_a_year_is_a_date_and_not_a_number() -> None:
    manifest, found = read_yaml("sources:\n  a.txt: {id: a, published: 2025}\n", Manifest, "dossier.yaml")
    assert not found
    assert manifest is not None
    assert manifest.sources is not None
    assert manifest.sources["a.txt"].published == "2025"  # type: ignore[union-attr]


def test_all_faults_are_told_at_once_and_the_rest_is_read() -> None:
    text = "tittle: x\nparties: [PK, AZ]\nsources:\n  a.txt:\n    id: a\n    published: 2025-13-01\n    kind: paper\n"
    manifest, found = read_yaml(text, Manifest, "dossier.yaml")
    assert [(one.line, one.column) for one in sorted(found, key=lambda one: one.line)] == [(1, 1), (6, 5), (7, 5)]
    assert manifest is not None
    assert manifest.parties == ("PK", "AZ")
    assert manifest.sources is not None
    assert manifest.sources["a.txt"].id == "a"  # type: ignore[union-attr]


def test_an_unknown_key_comes_with_the_nearest_and_the_allowed_ones() -> None:
    _, (problem,) = read_yaml("sources:\n  a.txt:\n    publishd: 2025\n", Manifest, "dossier.yaml")
    assert problem.suggestion == "published"
    assert "publisher" in problem.message
    assert (problem.file, problem.line, problem.column) == ("dossier.yaml", 3, 5)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("title: [x", 1, "not YAML"),
        ("title: x\ntitle: y\n", 2, "twice"),
        ("- a\n- b\n", 1, "keys and values"),
        ("", 1, "keys and values"),
        ("title: &a [*a]\n", 1, "itself"),
        ("parties: PK\n", 1, "parties"),
        ("? [a, b]\n: c\n", 1, "word"),
    ],
)
def test_what_cannot_be_read_is_located(text: str, line: int, word: str) -> None:
    ((found_line, _, message), *_) = problems(text)
    assert found_line == line
    assert word in message


def test_of_a_key_that_stands_twice_the_first_counts_and_the_rest_is_read() -> None:
    """As when two branches that write the same key are merged."""
    text = "title: x\nparties: [PK, AZ]\ntitle: y\naliases: {a: b, a: c, d: e}\n"
    manifest, found = read_yaml(text, Manifest, "dossier.yaml")
    assert [(one.line, one.column, "stands twice" in one.message) for one in found] == [(3, 1, True), (4, 17, True)]
    assert manifest is not None
    assert (manifest.title, manifest.parties, manifest.aliases) == ("x", ("PK", "AZ"), {"a": "b", "d": "e"})


def test_a_file_of_aliases_to_aliases_is_refused() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
    )
    assert "too many" in problems(bomb)[0][2]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"#\n \t0123,?%@`\x00\ud800é"), max_size=80))
def test_no_text_raises(text: str) -> None:
    read_yaml(text, Manifest, "dossier.yaml")
