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
    (folder / "page_words.yaml").write_text(text, encoding="utf-8")
    return marks_of(folder / "page_words.yaml")


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
    marks = made(tmp_path, "alone: [más]\nopening: ['lea:']\ncaption: [foto]\ncredit: [efe]\ncounted: [minutos]\n")
    assert not marks.faults
    for text in ("Más", "LEA: puertos", "4 minutos", "https://courier.example/"):
        assert marks.furniture.match(text), text
    assert marks.caption.match("Foto: el puerto")
    assert marks.credit.search("El puerto (EFE)")
    assert not marks.furniture.match("Comments")


def test_a_fault_is_told_at_its_line_and_all_else_counts(tmp_path: Path) -> None:
    marks = made(tmp_path, "alone:\n  - ''\n  - more\nopenings: [x]\ncredit: photo\n")
    assert sorted((one.kind, one.line) for one in marks.faults) == [("config", 2), ("config", 4), ("config", 5)]
    assert marks.furniture.match("More")


@pytest.mark.parametrize("text", ["alone: [", "- alone\n", ""])
def test_a_file_without_words_marks_no_word(tmp_path: Path, text: str) -> None:
    marks = made(tmp_path, text)
    assert len(marks.faults) == 1
    assert not marks.furniture.match("Comments")
    assert not marks.caption.match("Photo: x")


def test_the_faults_are_told_of_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = made(tmp_path, "aloone: [x]\n")
    monkeypatch.setattr("sphinx_bilateral.sources.read.page_marks", lambda: marks)
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    document, (problem,) = read_file(tmp_path / "a.txt")
    assert document is not None
    assert (problem.kind, problem.line) == ("config", 1)
