"""Issued briefs: written by a build in issue mode that finds nothing wrong, and by no other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sphinxext.conftest import CONF, MANIFEST, Project

FILE = "KE-IS-2025-01.json"
ISSUE = f"{CONF}bilateral_mode = 'issue'\n"
BRIEF = """\
Commission brief
================

.. brief:document:: KE-IS-2025-01
   :version: 2
   :event: joint-commission-3
   :as-of: 2025-03-20

.. brief:bluf::

   Geothermal training: :brief:fact:`mou-geothermal-training.status`. Wait for fish.

.. brief:agreements::
   :columns: name status

.. brief:people::

.. brief:register::
"""


@pytest.fixture
def office(weighed: Project) -> Project:
    """A project with one brief, in issue mode."""
    return weighed.write(index=BRIEF, **{"conf.py": ISSUE})


def issued(project: Project) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(project.out(f"_bilateral/{FILE}"))
    return data


def is_issued(project: Project) -> bool:
    return (project.root / "_build" / "html" / "_bilateral" / FILE).exists()


def test_it_holds_what_the_reader_sees_line_by_line(office: Project) -> None:
    office.build()
    data = issued(office)
    assert [(line["number"], line.get("section", ""), line["text"]) for line in data["lines"]] == [
        (1, "", "3rd session of the Joint Commission, Nairobi, Kenya, 12 March 2025"),
        (2, "Bottom line", "Geothermal training: signed. Wait for fish."),
        (3, "Agreements", "Fisheries data memorandum · Proposed"),
        (4, "Agreements", "Geothermal training memorandum · Signed"),
    ]
    assert (data["id"], data["version"], data["as_of"], data["docname"]) == (
        "KE-IS-2025-01",
        "2",
        "2025-03-20",
        "index",
    )


def test_each_line_leads_to_its_facts_their_words_and_their_sources(office: Project) -> None:
    office.build()
    data = issued(office)
    (leaning,) = data["lines"][1]["facts"]
    assert (leaning["fact"], leaning["fields"]) == ("mou-geothermal-training", ["status"])
    (fact,) = [one for one in data["facts"] if one["id"] == "mou-geothermal-training"]
    assert fact["values"]["status"] == "signed"
    (words,) = fact["evidence"]
    report = (office.root / "dossiers/ke-is/harbour-post.txt").read_text(encoding="utf-8")
    assert report[words["start"] :].startswith(words["exact"])
    sources = {source["id"]: source for source in data["sources"]}
    assert sources["harbour-post"]["publisher"] == "Harbour Post"
    assert len(sources["harbour-post"]["sha256"]) == 64


@pytest.mark.parametrize(
    ("conf", "page"),
    [
        (CONF, BRIEF),  # draft mode
        (ISSUE, BRIEF.replace(":version: 2", ":version: 2\n   :expires: 2025-03-21")),  # a finding
        (ISSUE, BRIEF.replace("mou-geothermal-training.status", "mou-geothermal.status")),  # a defect
        (f"{ISSUE}bilateral_pdf = 'of'\n", BRIEF),  # a defect of the configuration
    ],
)
def test_no_other_build_leaves_one_and_an_old_one_goes(office: Project, conf: str, page: str) -> None:
    office.build()
    assert is_issued(office)
    office.write(index=page, **{"conf.py": conf}).build()
    assert not is_issued(office)
    office.write(index=BRIEF, **{"conf.py": ISSUE}).build()
    assert is_issued(office)


def test_a_build_that_keeps_it_back_says_so(office: Project) -> None:
    app = office.write(index=BRIEF.replace(":version: 2", ":version: 2\n   :expires: 2025-03-21")).build()
    assert "no brief was issued" in app.status.getvalue()


def test_a_build_with_nothing_changed_touches_nothing(office: Project) -> None:
    office.build()
    file = office.root / "_build" / "html" / "_bilateral" / FILE
    before = file.stat().st_mtime_ns
    office.build()
    assert file.stat().st_mtime_ns == before
    file.unlink()
    office.build()
    assert is_issued(office)


def test_a_source_that_changed_elsewhere_is_another_hash_in_the_record(office: Project) -> None:
    office.build()
    before = issued(office)
    office.edit("fjord-wire.txt", "Trade of", "It rains.\n\nTrade of")
    office.build()
    after = issued(office)
    assert before["lines"] == after["lines"]
    assert before["sources"] != after["sources"]


def test_without_words_of_sources_the_record_has_none(office: Project) -> None:
    office.write(**{"conf.py": f"{ISSUE}bilateral_source_text = 'none'\n"}).build()
    assert "was signed" not in office.out(f"_bilateral/{FILE}")
    assert all("exact" not in words for fact in issued(office)["facts"] for words in fact["evidence"])


def test_two_pages_with_one_id_are_told(office: Project) -> None:
    app = office.write(second=f":orphan:\n\n{BRIEF.partition('.. brief:bluf::')[0]}").build()
    assert any("is a brief with the id KE-IS-2025-01 already" in line for line in office.told(app))
    assert not is_issued(office)


def test_an_id_is_a_plain_file_name_whatever_it_holds(office: Project) -> None:
    office.write(index=BRIEF.replace("KE-IS-2025-01", "../../KE/IS 2025 é")).build()
    (file,) = (office.root / "_build" / "html" / "_bilateral").glob("*.json")
    assert file.name == "KE-IS-2025.json"


def test_all_html_builders_leave_the_same_record(office: Project) -> None:
    written = set()
    for builder in ("html", "dirhtml", "singlehtml"):
        office.build(builder)
        written.add(office.out(f"_bilateral/{FILE}", builder))
    assert len(written) == 1


def test_the_record_is_read_by_the_next_build_of_its_dossier(office: Project) -> None:
    office.build()
    (office.root / "dossiers/ke-is/issued").mkdir()
    shutil.copy(office.root / "_build" / "html" / "_bilateral" / FILE, office.root / "dossiers/ke-is/issued")
    recorded = MANIFEST.replace("{publisher: Harbour Post,", f"{{publisher: Harbour Post, sha256: {'a' * 64},")
    office.write(**{"dossiers__ke-is__dossier.yaml": recorded})
    office.write(other=":orphan:\n\nOther\n=====\n\n.. brief:quotes::\n")
    told = [line for line in office.told(office.build()) if "source-changed" in line]
    assert len(told) == 1
    assert "issued briefs: KE-IS-2025-01 (lines 1, 2, 4); issued from the pages: index" in told[0]
    assert "pages that show them: other" in told[0]


def command(root: Path, out: Path, seed: str, doctrees: Path) -> subprocess.Popen[bytes]:
    project = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(project)}
    return subprocess.Popen(
        [sys.executable, "-m", "sphinx", "-q", "-d", str(doctrees), str(root), str(out)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def test_two_builds_at_once_leave_one_whole_record_whatever_the_hash_seed(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "seeds", tmp_path / "root" / "dossiers" / "pk-az")
    given = project / "docs" / "howto" / "issue"
    shutil.copy(given / "register.yaml", tmp_path / "root" / "dossiers" / "pk-az")
    for name in ("conf.py", "index.rst"):
        shutil.copy(given / name, tmp_path / "root")
    out = tmp_path / "out"
    builds = [command(tmp_path / "root", out, seed, tmp_path / f"doctrees-{seed}") for seed in ("1", "42")]
    for build in builds:
        build.wait()
    (file,) = (out / "_bilateral").iterdir()
    together = file.read_bytes()
    assert json.loads(together)["lines"]
    assert command(tmp_path / "root", tmp_path / "alone", "7", tmp_path / "doctrees-7").wait() == 0
    assert (tmp_path / "alone" / "_bilateral" / file.name).read_bytes() == together


def test_a_defect_of_the_pdf_keeps_it_back_in_the_next_build_too(office: Project) -> None:
    """Nothing of the page moved, and what was wrong with it still is."""
    pytest.importorskip("reportlab")
    office.write(index=f"{BRIEF}\n中 cannot be drawn.\n\n.. brief:one-page:: brief.pdf\n")
    for _ in range(2):
        app = office.build()
        assert any("font-missing" in line for line in office.told(app))
        assert not is_issued(office)
