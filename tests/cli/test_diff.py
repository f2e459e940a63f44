"""``diff`` and ``impact`` on files that a desk keeps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import run
from making import dossier, report

from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.model.exchange import dumps

PORTS = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports"}
TRADE = {"type": "figure", "unit": "USD", "measure": "bilateral trade", "role": "target"}
VANCE = {"type": "participant", "name": "Ada Vance", "side": "NO", "role": "speaker"}


def export(folder: Path, name: str, day: str, *facts: dict[str, Any]) -> Path:
    made = [(f"{number}. {fact}", fact) for number, fact in enumerate(facts)]
    file = folder / name
    file.write_text(dumps(export_data([dossier(report("courier", day, *made))])), encoding="utf-8")
    return file


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return export(
        tmp_path, "old.json", "2026-04-01",
        {**PORTS, "status": "to_be_signed"}, {**TRADE, "value": 2_000_000}, {**VANCE, "title": "Defence Minister"},
    )  # fmt: skip


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return export(
        tmp_path, "new.json", "2026-05-03",
        {**PORTS, "status": "signed"}, {**TRADE, "value": 1_500_000}, {**VANCE, "title": "Prime Minister"},
    )  # fmt: skip


def test_what_moved_is_told_in_sentences_and_by_the_exit_status(old: Path, new: Path) -> None:
    result = run("diff", old, new)
    assert result.exit_code == 1
    assert result.stdout.replace("\u00a0", " ").splitlines() == [
        "The memorandum on ports was to be signed; it is signed (courier, 3 May 2026).",
        "Bilateral trade (target) was USD 2 million; it is USD 1.5 million, USD 500,000 less (courier, 3 May 2026).",
        "Ada Vance was Defence Minister; now Prime Minister (courier, 3 May 2026).",
    ]


def test_nothing_moved_is_silent(old: Path) -> None:
    result = run("diff", old, old)
    assert (result.exit_code, result.output) == (0, "")


def test_a_step_back_is_called_one(old: Path, new: Path) -> None:
    assert "was signed; it is to be signed, a step back (courier, 1 April 2026)." in run("diff", new, old).stdout


def test_json_has_values_and_sentences(old: Path, new: Path) -> None:
    status, figure, _ = json.loads(run("diff", old, new, "--format", "json").stdout)["changes"]
    assert (status["kind"], status["direction"]) == ("status", "up")
    assert (status["old"], status["new"]) == ("to_be_signed", "signed")
    assert (figure["by"], figure["direction"]) == (500_000, "down")
    assert status["text"].startswith("The memorandum on ports")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "x.json:1:2: bad-issued: is not JSON"),
        ("{}", "x.json:1:1: bad-issued: is neither a bilateral.json nor an issued brief"),
        ('{"schema": 2, "dossiers": []}', "is of the schema 2, and this version reads 1"),
        ('{"schema": 7, "lines": []}', "is of the schema 7, and this version reads 1"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_is_status_2(tmp_path: Path, old: Path, text: str, told: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    result = run("diff", old, tmp_path / "x.json")
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output


ISSUED: dict[str, Any] = {
    "schema": 1, "id": "NO-SE-1", "dossier": "no-se", "docname": "brief", "sources": [],
    "lines": [{"number": 1, "text": "Ports: signed", "facts": [{"dossier": "no-se", "fact": "mou-ports"}]}],
    "facts": [{
        "dossier": "no-se", "id": "mou-ports", "type": "agreement", "values": {**PORTS, "status": "signed"},
        "evidence": [{"source": "courier", "start": 0, "exact": "was signed", "zone": "body"}],
    }],
}  # fmt: skip


@pytest.mark.parametrize("given", [(), ("--slip",)])
@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ({"facts": 17}, "facts: "),
        ({"lines": 17}, "lines: "),
        ({"sources": "none"}, "sources: "),
        ({"title": 17}, "title: "),
        ({"facts": None}, "the key 'facts' is missing"),
        ({"lines": None}, "the key 'lines' is missing"),
        ({"facts": [{**ISSUED["facts"][0], "values": {"status": "sealed"}}]}, "mou-ports: "),
    ],
)
def test_a_damaged_brief_is_refused_on_either_side(
    tmp_path: Path, given: tuple[str, ...], damage: dict[str, Any], told: str
) -> None:
    (tmp_path / "whole.json").write_text(json.dumps(ISSUED), encoding="utf-8")
    data = {name: value for name, value in {**ISSUED, **damage}.items() if value is not None}
    (tmp_path / "damaged.json").write_text(json.dumps(data), encoding="utf-8")
    assert run("diff", *given, tmp_path / "whole.json", tmp_path / "whole.json").exit_code == 0
    for names in (("whole.json", "damaged.json"), ("damaged.json", "whole.json")):
        result = run("diff", *given, *(tmp_path / name for name in names))
        assert (result.exit_code, result.stdout) == (2, "")
        assert "damaged.json:1:" in result.stderr
        assert f"bad-issued: {told}" in result.stderr


def test_an_export_of_which_no_dossier_is_left_is_refused_wherever_the_fault_stands(old: Path, new: Path) -> None:
    data = json.loads(new.read_text(encoding="utf-8"))
    data["dossiers"][0]["facts"] = 17
    new.write_text(json.dumps(data, indent=1), encoding="utf-8")
    for names in ((old, new), (new, old)):
        result = run("diff", *names)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "dossiers.0.facts: must be a list" in result.stderr


def test_only_what_was_issued_can_be_corrected(old: Path, new: Path) -> None:
    result = run("diff", "--slip", old, new)
    assert result.exit_code == 2
    assert "is no issued brief" in result.stderr


def test_hostile_words_of_an_old_export_stay_words(tmp_path: Path, old: Path) -> None:
    bad = {**PORTS, "name": "memorandum on \x1b[31mports\u202e {} <script>", "status": "signed"}
    result = run("diff", export(tmp_path, "bad.json", "2026-04-01", bad), export(tmp_path, "none.json", "2026-04-01"))
    assert result.stdout.startswith("No longer in the sources: the memorandum on [31mports {} <script> (courier")


def test_the_hash_seed_changes_no_byte(old: Path, new: Path, project: Path) -> None:
    command = "from sphinx_bilateral.cli import main; main()"
    printed = {
        subprocess.run(
            [sys.executable, "-c", command, "diff", str(old), str(new), "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(project)}, capture_output=True, check=False,
        ).stdout
        for seed in ("0", "1", "42")
    }  # fmt: skip
    assert len(printed) == 1
    assert json.loads(printed.pop())["changes"]
