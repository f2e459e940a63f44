from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import REPORT, run
from click.testing import Result

from sphinx_bilateral.model.exchange import fact_from_data


def documents(result: Result) -> list[dict[str, Any]]:
    return list(json.loads(result.stdout)["documents"])


def test_a_dossier_is_printed_as_json_that_reads_back(folder: Path) -> None:
    result = run("extract", folder, "--format", "json")
    assert result.exit_code == 0
    (document,) = documents(result)
    assert document["source"]["id"] == "courier"
    facts = [fact_from_data(data) for data in document["facts"]]
    meeting = next(fact for fact in facts if fact.type == "meeting")
    assert (meeting.id, meeting.get("date")) == ("joint-commission-4", "2026-05-07")
    for fact in facts:
        for span in fact.evidence:
            assert REPORT[span.start : span.end] == span.exact


def test_a_file_without_a_dossier_takes_its_stem_and_the_date_of_the_command(tmp_path: Path) -> None:
    file = tmp_path / "Session report.txt"
    file.write_text(REPORT, encoding="utf-8")
    (document,) = documents(run("extract", file, "--published", "2026-05-08", "--format", "json"))
    assert document["source"]["id"] == "session-report"
    assert document["source"]["published"] == "2026-05-08"


def test_text_shows_each_fact_with_its_place(folder: Path) -> None:
    result = run("extract", folder)
    assert "meeting joint-commission-4" in result.stdout
    assert "courier.txt:1:7: The fourth session" in result.stdout


def test_what_cannot_be_read_is_told_and_the_rest_is_printed(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"caf\xe9")
    result = run("extract", folder / "courier.txt", folder / "bad.txt", folder / "gone.txt", "--format", "json")
    assert result.exit_code == 0
    assert len(documents(result)) == 1
    assert "bad.txt:1:1: bad-source: is not UTF-8" in result.stderr
    assert "gone.txt: bad-source: cannot be read" in result.stderr


@pytest.mark.parametrize("make", [lambda path: path / "nowhere", lambda path: path])
def test_nothing_to_read_is_an_exit_status_of_its_own(tmp_path: Path, make: Any) -> None:
    result = run("extract", make(tmp_path))
    assert result.exit_code == 2
    assert "dossier.yaml" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_date_that_is_none_is_refused(folder: Path) -> None:
    result = run("extract", folder / "courier.txt", "--published", "yesterday")
    assert result.exit_code == 2
    assert "2025-01-24" in result.stderr


def test_the_bytes_do_not_depend_on_the_hash_seed(folder: Path) -> None:
    command = [sys.executable, "-c", "from sphinx_bilateral.cli import main; main()", "extract", str(folder)]
    printed = {
        subprocess.run(
            [*command, "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(printed) == 1


def test_a_text_is_read_without_what_pages_yaml_and_terminals_take(folder: Path) -> None:
    code = (
        "import sys\nfor name in ('ruamel.yaml', 'rich', 'babel', 'sphinx_bilateral.brief'):\n"
        "    sys.modules[name] = None\n"
        f"from sphinx_bilateral.cli import main\nmain(['extract', {str(folder / 'courier.txt')!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "joint-commission-4" in done.stdout


def test_what_to_do_with_a_text_that_is_not_read_is_no_guess_at_a_word(tmp_path: Path) -> None:
    text = (
        "Die Außenminister trafen sich am Freitag in Wien und sprachen über den Handel zwischen den beiden Ländern.\n"
    )
    (tmp_path / "wien.txt").write_text(text * 3, encoding="utf-8")
    told = run("extract", tmp_path / "wien.txt").stderr
    assert "was not read; add the facts of this source to register.yaml by hand\n" in told
    assert "did you mean" not in told
