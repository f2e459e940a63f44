from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_bilateral.model.document import Source
from sphinx_bilateral.sources import page_words
from sphinx_bilateral.sources.layout import read_text
from sphinx_bilateral.sources.page_words import PageMarks, marks_of
from sphinx_bilateral.sources.read import read_file

SENTENCE = "The ministers met on Sunday."


def made(folder: Path, text: str) -> PageMarks:
    (folder / "page_words.txt").write_text(text, encoding="utf-8")
    return marks_of(folder / "page_words.txt")


def test_the_packaged_words_are_without_fault() -> None:
    assert page_words.page_marks().faults == ()


@pytest.mark.parametrize(
    "line",
    ["Share this article", "READ MORE: Ports open", "Related stories", "Updated: 4 May", "Published 4 May 2026",
     "4 min read", "https://courier.example/ports", "Follow us on any channel", "Tags: ports, rail", "Comments"],
)  # fmt: skip
def test_furniture_of_a_page_is_not_read(line: str) -> None:
    document = read_text(f"{SENTENCE}\n\n{line}\n", Source(id="a"))
    assert [document.text[start:end] for start, end in document.paragraphs] == [SENTENCE]


@pytest.mark.parametrize(
    "line",
    ["Relatedly, both praised the ports.", "Updates were promised.", "Share prices fell.", "Printed books fell."],
)
def test_a_sentence_that_starts_alike_is_read(line: str) -> None:
    document = read_text(f"{SENTENCE}\n\n{line}\n", Source(id="a"))
    assert [document.text[start:end] for start, end in document.paragraphs] == [SENTENCE, line]


def test_a_word_that_is_added_counts(tmp_path: Path) -> None:
    marks = made(tmp_path, "[alone]\nmás\n[opening]\nlea:\n[caption]\nfoto\n[credit]\nefe\n[counted]\nminutos\n")
    assert not marks.faults
    for text in ("Más", "LEA: puertos", "4 minutos", "https://courier.example/"):
        assert marks.furniture.match(text), text
    assert marks.caption.match("Foto: el puerto")
    assert marks.credit.search("El puerto (EFE)")
    assert not marks.furniture.match("Comments")


def test_a_fault_is_told_at_its_line_and_all_else_counts(tmp_path: Path) -> None:
    marks = made(tmp_path, "lost\n[alone]\nmore;;\n[openings]\nx\n[credit]\nphoto\n")
    assert [(one.kind, one.line) for one in marks.faults] == [("config", 1), ("config", 4)]
    assert marks.furniture.match("More")


def test_a_file_without_words_marks_no_word(tmp_path: Path) -> None:
    marks = made(tmp_path, "# none\n")
    assert not marks.faults
    assert not marks.furniture.match("Comments")
    assert not marks.caption.match("Photo: x")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "page_words.txt").write_bytes(b"[alone]\n\xff\n")
    marks = marks_of(tmp_path / "page_words.txt")
    assert [one.kind for one in marks.faults] == ["config"]
    assert not marks.furniture.match("Comments")


def test_the_faults_are_told_of_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = made(tmp_path, "[aloone]\nx\n")
    monkeypatch.setattr("sphinx_bilateral.sources.read.page_marks", lambda: marks)
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    document, (problem,) = read_file(tmp_path / "a.txt")
    assert document is not None
    assert (problem.kind, problem.line) == ("config", 1)
