from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sphinx_bilateral.model.document import SourceDescription
from sphinx_bilateral.sources.manifest import Manifest, read_manifest, read_sources
from sphinx_bilateral.sources.read import read_file


def test_the_hash_is_of_the_raw_file_and_offsets_of_the_decoded_text(tmp_path: Path) -> None:
    raw = "\ufeffTalks in Şəhər ended.\r\n".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    document, problems = read_file(tmp_path / "a.txt")
    assert not problems
    assert document is not None
    assert document.source.sha256 == hashlib.sha256(raw).hexdigest()
    assert document.text.encode() == raw


@pytest.mark.parametrize(
    ("raw", "word"),
    [(b"", "empty"), (b" \n\xef\xbb\xbf", "empty"), ("Şəhər".encode("utf-16"), "UTF-8"), (b"a\nb\xe9c", "UTF-8")],
)
def test_what_is_no_text_is_told_and_not_read(tmp_path: Path, raw: bytes, word: str) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    document, (problem,) = read_file(tmp_path / "a.txt")
    assert document is None
    assert problem.kind == "bad-source"
    assert problem.file == (tmp_path / "a.txt").as_posix()
    assert word in problem.message


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("<!DOCTYPE html>\n<p>Talks ended.", 1),
        ("\n<!-- saved -->\n<HTML lang='en'>", 1),
        ("---\nid: a\n---\n<html>", 4),
    ],
)
def test_a_web_page_with_its_markup_is_told_and_not_read(tmp_path: Path, page: str, line: int) -> None:
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    document, (problem,) = read_file(tmp_path / "a.txt")
    assert document is None
    assert (problem.kind, problem.line) == ("bad-source", line)
    assert "web page" in problem.message


def test_a_report_about_a_web_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The <html> of the site says: talks ended.", encoding="utf-8")
    document, problems = read_file(tmp_path / "a.txt")
    assert document is not None
    assert not problems


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "no-ka"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Not for the site.", encoding="utf-8")
    (folder / "told.txt").write_text("Talks ended.", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "same.txt").symlink_to(folder / "told.txt")
    (folder / "dossier.yaml").write_text("sources:\n  link.txt:\n  same.txt:\n  told.txt:\n", encoding="utf-8")
    manifest, _ = read_manifest(folder)
    assert manifest is not None
    documents, (problem,) = read_sources(folder, manifest)
    assert [document.source.id for document in documents] == ["same", "told"]
    assert (problem.line, problem.kind) == (2, "bad-source")
    assert "leads out of this folder" in problem.message


def test_the_line_of_the_first_wrong_byte_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\ntwo\nthr\xe9e\n")
    _, (problem,) = read_file(tmp_path / "a.txt")
    assert problem.line == 3


def test_what_is_known_beats_front_matter_and_that_the_command(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\npublished: 2025-01-02\npublisher: The Gazette\n---\nTalks ended.\n", encoding="utf-8")
    front, _ = read_file(file, published="2025-01-03")
    known, _ = read_file(file, known=SourceDescription(published="2025-01-01"), published="2025-01-03")
    assert front is not None
    assert known is not None
    assert (front.source.published, front.source.publisher) == ("2025-01-02", "The Gazette")
    assert known.source.published == "2025-01-01"
    assert front.text.startswith("---")
    assert front.text[front.regions[0].start :] == "Talks ended.\n"


def test_a_fault_of_front_matter_is_told_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\npublisher: x\npublished: yesterday\n---\nTalks ended.\n", encoding="utf-8")
    document, (problem,) = read_file(file)
    assert document is not None
    assert problem.line == 3


def dossier(folder: Path, manifest: str, **files: str) -> Manifest:
    (folder / "dossier.yaml").write_text(manifest, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    read, problems = read_manifest(folder)
    assert read is not None, problems
    return read


def test_sources_come_in_the_order_of_their_dates(tmp_path: Path) -> None:
    manifest = dossier(
        tmp_path,
        "sources:\n  b.txt: {id: one, published: 2025-01-02}\n  a.txt: {id: two, published: 2025-01-03}\n  c.txt:\n",
        a="Talks.", b="Talks.", c="Talks.",
    )  # fmt: skip
    documents, problems = read_sources(tmp_path, manifest)
    assert not problems
    assert [document.source.id for document in documents] == ["one", "two", "c"]


def test_without_a_list_all_text_files_are_sources(tmp_path: Path) -> None:
    manifest = dossier(tmp_path, "title: x\n", a="Talks.", b="Talks.")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    documents, _ = read_sources(tmp_path, manifest)
    assert [document.source.id for document in documents] == ["a", "b"]


def test_without_a_list_hidden_files_are_no_sources(tmp_path: Path) -> None:
    manifest = dossier(tmp_path, "title: x\n", a="Talks.", **{".a": "Backup.", ".x": "Lock."})
    documents, problems = read_sources(tmp_path, manifest)
    assert ([document.source.id for document in documents], problems) == (["a"], ())


def test_a_hidden_file_is_not_told_as_missing_in_the_list(tmp_path: Path) -> None:
    manifest = dossier(tmp_path, "sources:\n  a.txt:\n", a="Talks.", **{".x": "Lock."})
    assert read_sources(tmp_path, manifest)[1] == ()


def test_without_a_list_what_is_no_file_is_told_as_what_it_is_at_its_path(tmp_path: Path) -> None:
    folder = tmp_path / "no-ka"
    folder.mkdir()
    manifest = dossier(folder, "title: x\n", a="Talks.")
    (tmp_path / "secret.txt").write_text("Not for the site.", encoding="utf-8")
    (folder / "b.txt").mkdir()
    (folder / "c.txt").symlink_to(folder / "gone.txt")
    (folder / "d.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "e.txt").symlink_to(folder / "e.txt")
    documents, problems = read_sources(folder, manifest)
    assert [document.source.id for document in documents] == ["a"]
    assert [(Path(one.file).name, one.line, one.message) for one in problems] == [
        ("b.txt", 0, "'b.txt' is a folder; a source is a text file"),
        ("c.txt", 0, "'c.txt' is a link to a file that is not there"),
        ("d.txt", 0, "'d.txt' is a link that leads out of this folder; copy the file"),
        ("e.txt", 0, "'e.txt' is a link to a file that is not there"),
    ]


def test_without_a_list_two_files_of_one_id_are_both_named(tmp_path: Path) -> None:
    manifest = dossier(tmp_path, "title: x\n", x="Talks.")
    (tmp_path / "x.md").write_text("Talks.", encoding="utf-8")
    documents, (problem,) = read_sources(tmp_path, manifest)
    assert [Path(document.file).name for document in documents] == ["x.md"]
    assert Path(problem.file).name == "x.txt"
    assert problem.message == "'x.txt' has the id 'x', as 'x.md' has; give it another id, it is left out"


@pytest.mark.parametrize("name", ["gone.txt", "../secret.txt", "/etc/hostname"])
def test_a_file_that_is_not_in_the_folder_is_told_at_its_key(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Talks.", encoding="utf-8")
    manifest = dossier(folder, f"title: x\nsources:\n  a.txt:\n  {name}:\n", a="Talks.")
    documents, (problem,) = read_sources(folder, manifest)
    assert [document.source.id for document in documents] == ["a"]
    assert problem.kind == "bad-source"
    assert (Path(problem.file).name, problem.line, problem.column) == ("dossier.yaml", 4, 3)


def test_two_sources_with_one_id_are_told(tmp_path: Path) -> None:
    manifest = dossier(tmp_path, "sources:\n  a.txt: {id: x}\n  b.txt: {id: x}\n", a="Talks.", b="Talks.")
    documents, (problem,) = read_sources(tmp_path, manifest)
    assert len(documents) == 1
    assert problem.line == 3
    assert "'b.txt' has the id 'x', as 'a.txt' has" in problem.message


def test_a_file_that_changed_after_it_was_recorded_is_a_finding(tmp_path: Path) -> None:
    manifest = dossier(tmp_path, f"sources:\n  a.txt: {{id: x, sha256: {'0' * 64}}}\n", a="Talks.")
    documents, (problem,) = read_sources(tmp_path, manifest)
    assert len(documents) == 1
    assert problem.kind == "source-changed"
    assert problem.about == "x"


def test_a_text_that_the_list_leaves_out_is_told(tmp_path: Path) -> None:
    manifest = dossier(tmp_path, "title: x\nsources:\n  a.txt:\n", a="Talks.", b="Talks.")
    documents, (problem,) = read_sources(tmp_path, manifest)
    assert [document.source.id for document in documents] == ["a"]
    assert "b.txt" in problem.message
    assert problem.line == 2
