from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_bilateral import pipeline
from sphinx_bilateral.extract import engine
from sphinx_bilateral.extract.engine import Extraction
from sphinx_bilateral.model.document import Document, Source, Span
from sphinx_bilateral.model.facts import Quote
from sphinx_bilateral.sources.layout import read_text

TEXT = "OSLO: The fourth session of the Norway-Sweden Joint Commission ended in Oslo on Thursday.\n"


def make(folder: Path, name: str, **files: str) -> Path:
    place = folder / name
    place.mkdir()
    for file, text in files.items():
        (place / file.replace("__", ".")).write_text(text, encoding="utf-8")
    return place


def test_a_fact_whose_words_do_not_stand_in_its_source_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def invent(document: Document) -> Extraction:
        span = Span(source=document.source.id, start=0, end=4, exact="ROME", zone="body")
        return Extraction((Quote(evidence=(span,), text="x"),), (), ())

    monkeypatch.setattr(engine, "extract", invent)
    report, (problem,) = pipeline.read_document(read_text(TEXT, Source(id="a"), file="a.txt"))
    assert report.facts == ()
    assert (problem.kind, problem.file) == ("no-evidence", "a.txt")


def test_a_folder_without_a_dossier_is_told(tmp_path: Path) -> None:
    dossier, (problem,) = pipeline.load_dossier(tmp_path)
    assert dossier is None
    assert problem.file == (tmp_path / "dossier.yaml").as_posix()


def test_the_files_of_a_dossier_are_known(tmp_path: Path) -> None:
    folder = make(tmp_path, "one", dossier__yaml="title: x\n", a__txt=TEXT)
    dossier, _ = pipeline.load_dossier(folder)
    assert dossier is not None
    assert dossier.files == (folder / "dossier.yaml", folder / "a.txt")


def test_a_register_beside_the_manifest_is_applied_and_counts_as_a_file_of_the_dossier(tmp_path: Path) -> None:
    register = (
        "add:\n  oslo-session:\n    type: meeting\n    kind: talks\n    status: held\n"
        "    evidence: [{source: a, exact: 'ended in Oslo'}, {source: a, exact: 'ended in Rome'}]\n"
        "    who: Nordic desk\n    when: 2026-05-10\n    why: For the file.\n"
    )
    folder = make(tmp_path, "one", dossier__yaml="title: x\n", a__txt=TEXT, register__yaml=register)
    dossier, problems = pipeline.load_dossier(folder)
    assert dossier is not None
    (span,) = dossier.entries["oslo-session"].fact.evidence
    assert (span.source, TEXT[span.start : span.end], span.zone) == ("a", "ended in Oslo", "body")
    assert folder / "register.yaml" in dossier.files
    (gone,) = [one for one in problems if one.kind == "no-evidence"]
    assert (gone.file, gone.line) == ((folder / "register.yaml").as_posix(), 6)
