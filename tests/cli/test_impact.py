"""``impact`` on a dossier whose report was corrected by its publisher."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import MANIFEST, REPORT, run

from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.model.exchange import dumps
from sphinx_bilateral.pipeline import load_dossier

SIGNED = "A memorandum of understanding on ports was signed in Oslo.\n"
ISSUED = {
    "schema": 1,
    "id": "NO-SE-1",
    "version": "1",
    "dossier": "no-se",
    "docname": "briefs/ports",
    "lines": [
        {"number": 3, "text": "Ports: signed",
         "facts": [{"dossier": "no-se", "fact": "mou-ports", "fields": ["status"]}]},
    ],
    "facts": [
        {
            "dossier": "no-se", "id": "mou-ports", "type": "agreement",
            "values": {"kind": "mou", "name": "memorandum of understanding on ports", "status": "signed"},
            "evidence": [{
                "source": "courier", "start": REPORT.index("OSLO") + len(REPORT) + 1, "zone": "body",
                "exact": "A memorandum of understanding on ports was signed",
            }],
        }
    ],
    "sources": [{"dossier": "no-se", "id": "courier", "sha256": "a" * 64}],
}  # fmt: skip


@pytest.fixture
def told(folder: Path) -> Path:
    """A dossier with an issued brief that leans on its report."""
    (folder / "dossier.yaml").write_text(f"id: no-se\n{MANIFEST}", encoding="utf-8")
    (folder / "courier.txt").write_text(f"{REPORT}\n{SIGNED}", encoding="utf-8")
    (folder / "issued").mkdir()
    (folder / "issued" / "NO-SE-1.json").write_text(json.dumps(ISSUED), encoding="utf-8")
    return folder


def test_words_that_stand_are_told_with_the_brief_and_the_page(told: Path) -> None:
    result = run("impact", told / "courier.txt")
    assert result.exit_code == 0
    assert "courier.txt:3: mou-ports: its words stand" in result.stdout
    assert "    line 3: Ports: signed" in result.stdout
    assert "issued brief NO-SE-1 (version 1), from the page briefs/ports, issued with another text" in result.stdout


def test_another_day_beside_words_that_stand_is_told(told: Path) -> None:
    text = f"{REPORT}\nThe memorandum of understanding on ports was signed in Oslo on {{}}.\n"
    (told / "courier.txt").write_text(text.format("7 May 2026"), encoding="utf-8")
    issued = json.loads(json.dumps(ISSUED))
    (fact,), (line,) = issued["facts"], issued["lines"]
    words = "memorandum of understanding on ports was signed"
    fact["evidence"][0] |= {"exact": words, "start": text.index(words)}
    fact["values"]["date"] = "2026-05-06"
    line["facts"][0]["fields"] = ["date", "status"]
    (told / "issued" / "NO-SE-1.json").write_text(json.dumps(issued), encoding="utf-8")
    result = run("impact", told, "courier")
    assert result.exit_code == 1
    assert "mou-ports: its words stand, another date" in result.stdout
    assert "line 3, another date: Ports: signed" in result.stdout
    facts = json.loads(run("impact", told, "courier", "--format", "json").stdout)["facts"]
    assert [one["moved"] for one in facts if one["id"] == "mou-ports"] == [["date"]]


def test_words_at_another_place_moved(told: Path) -> None:
    (told / "courier.txt").write_text(f"{SIGNED}\n{REPORT}", encoding="utf-8")
    result = run("impact", told, "courier")
    assert result.exit_code == 1
    assert "courier.txt:1: mou-ports: its words moved" in result.stdout


def test_words_that_stand_nowhere_are_gone(told: Path) -> None:
    (told / "courier.txt").write_text(REPORT, encoding="utf-8")
    result = run("impact", told, "courier")
    assert result.exit_code == 1
    assert "mou-ports: its words are gone; the dossier has the fact no more" in result.stdout
    assert "line 3, its words are gone: Ports: signed" in result.stdout
    (fact,) = [one for one in json.loads(run("impact", told, "courier", "--format", "json").stdout)["facts"]
               if one["id"] == "mou-ports"]  # fmt: skip
    assert (fact["standing"], fact["known"]) == ("gone", False)
    assert "title=bilateral.source-changed" in run("impact", told, "courier", "--format", "github").stdout


def test_a_register_entry_that_quotes_the_source_is_named(told: Path) -> None:
    (told / "register.yaml").write_text(
        "amend:\n  mou-ports:\n    date: 2026-05-07\n    who: Nordic desk\n    when: 2026-05-10\n    why: So.\n"
        "    evidence: [{source: courier, exact: was signed in Oslo}]\n",
        encoding="utf-8",
    )
    assert "register.yaml: amend.mou-ports quotes it" in run("impact", told, "courier").stdout


def test_a_source_that_is_none_is_told_with_those_that_are(told: Path) -> None:
    result = run("impact", told, "curier")
    assert result.exit_code == 2
    assert "its sources are courier" in result.stderr
    assert run("impact", told).exit_code == 2


def test_check_names_what_leans_on_a_source_that_changed(told: Path) -> None:
    recorded = MANIFEST.replace("{id: courier,", f"{{id: courier, sha256: {'b' * 64},")
    (told / "dossier.yaml").write_text(f"id: no-se\n{recorded}", encoding="utf-8")
    result = run("check", told)
    assert "source-changed: source courier is not the file that was recorded" in result.stdout
    assert "issued briefs: NO-SE-1 (line 3); issued from the pages: briefs/ports" in result.stdout
    assert "mou-ports" in result.stdout


def test_a_broken_issued_brief_is_told_with_its_line(told: Path) -> None:
    (told / "issued" / "old.json").write_text('{\n"schema": 1,\n', encoding="utf-8")
    result = run("check", told)
    assert result.exit_code == 1
    assert "issued/old.json:3:1: bad-issued: is not JSON" in result.stdout


@pytest.mark.parametrize(
    ("broken", "problem"),
    [("{", "is not JSON"), (json.dumps({**ISSUED, "as_of": 17}), "as_of: "), ("[]", "is no issued brief")],
)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_broken_issued_brief_may_lean_on_the_source_too(told: Path, broken: str, problem: str, form: str) -> None:
    (told / "issued" / "old.json").write_text(broken, encoding="utf-8")
    result = run("impact", told, "courier", "--format", form)
    assert result.exit_code == 1
    assert "issued/old.json:1:" in result.stderr
    assert f"bad-issued: {problem}" in result.stderr
    assert "bad-issued" not in result.stdout
    assert form == "github" or "Ports: signed" in result.stdout


def test_a_brief_of_which_a_field_is_broken_counts_as_not_there(told: Path) -> None:
    (told / "issued" / "NO-SE-1.json").write_text(json.dumps({**ISSUED, "as_of": 17}), encoding="utf-8")
    result = run("impact", told, "courier")
    assert result.exit_code == 1
    assert "NO-SE-1.json:1:" in result.stderr
    assert "issued brief" not in result.stdout


def test_a_register_that_cannot_be_searched_is_told(told: Path) -> None:
    (told / "register.yaml").write_text("amend: 17\n", encoding="utf-8")
    result = run("impact", told, "courier")
    assert result.exit_code == 1
    assert "register.yaml:1:" in result.stderr


def test_what_cannot_be_read_at_all_is_status_2(told: Path) -> None:
    (told / "dossier.yaml").write_text("[", encoding="utf-8")
    assert run("impact", told, "courier").exit_code == 2


def test_an_earlier_export_adds_what_it_knew_and_the_pages_that_showed_it(told: Path, tmp_path: Path) -> None:
    dossier, _ = load_dossier(told)
    assert dossier is not None
    (told / "issued" / "NO-SE-1.json").unlink()
    export = tmp_path / "old.export"
    data = export_data([dossier], shown={"index": [("no-se", "mou-ports")], "other": [("no-se", "joint-commission-4")]})
    export.write_text(dumps(data), encoding="utf-8")
    (told / "courier.txt").write_text(REPORT, encoding="utf-8")
    assert "mou-ports" not in run("impact", told, "courier").stdout
    result = run("impact", told, "courier", "--export", export)
    assert "mou-ports: its words are gone" in result.stdout
    assert "page index: mou-ports" in result.stdout
    assert "joint-commission-4: its words stand" in result.stdout
