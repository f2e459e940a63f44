"""Configuration and problems: defects are warnings, findings are weighed."""

from __future__ import annotations

import re
import shutil

import pytest
from sphinx.util.console import strip_escape_sequences

from sphinx_bilateral import pipeline
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.sphinxext.config import CONFIG_VALUES, BilateralConfig
from sphinx_bilateral.sphinxext.domain import brief_domain


@pytest.fixture
def single(bare):
    return bare.write(index="Brief\n=====\n\n.. brief:agreements::\n")


def test_all_faults_of_the_configuration_are_told_together_and_count_as_left_out(single):
    bad = {
        "bilateral_mode": "final",
        "bilateral_as_of": "soon",
        "bilateral_pdf": True,
        "bilateral_profile": 7,
        "bilateral_source_text": "much",
        "bilateral_dossiers": ["dossiers/*", "dossiers/pk-az"],
    }
    app = single.build(confoverrides=bad)
    lines = single.told(app)
    assert len(lines) == len(bad)
    assert all(
        line.startswith("conf.py:1: WARNING: bilateral_") and line.endswith("[bilateral.config]") for line in lines
    )
    assert any("bilateral_mode must be one of draft, issue, not 'final'" in line for line in lines)
    assert any("the folder 'dossiers/pk-az' has no dossier.yaml" in line for line in lines)
    assert brief_domain(app.env).build.config == BilateralConfig(dossiers=(single.root / "dossiers" / "ke-is",))
    assert "Geothermal training memorandum" in single.out("index.html")


def test_a_pattern_that_matches_nothing_is_no_fault(single):
    app = single.build(confoverrides={"bilateral_dossiers": ["none/*", "dossiers/*"]})
    assert single.told(app) == []


def test_patterns_of_which_none_matches_anything_are_told(single):
    lines = single.told(single.build(confoverrides={"bilateral_dossiers": ["none/*", "dossier?/*x"]}))
    (line,) = [line for line in lines if "bilateral.config" in line]
    assert "no folder that fits 'none/*' or 'dossier?/*x' has a dossier.yaml" in line


def test_every_configuration_value_has_a_valid_default():
    for row in CONFIG_VALUES.values():
        row.read(row.default)


def test_the_configuration_of_the_project_is_left_as_it_is(single):
    app = single.build()
    assert app.config.bilateral_dossiers == ["dossiers/*"]
    assert app.config.html_static_path == []
    assert "html_static_path" not in single.build().status.getvalue()


def test_a_dossier_whose_sources_are_read_as_pages_is_told(single):
    single.write(**{"dossiers__ke-is__note.md": "# Note\n"})
    app = single.build(confoverrides={"exclude_patterns": []})
    assert any(
        "reads sources of the dossier ke-is as pages" in line and "exclude_patterns" in line
        for line in single.told(app)
    )


def test_a_page_without_any_dossier_is_told_of(single):
    app = single.build(confoverrides={"bilateral_dossiers": []})
    (line,) = single.told(app)
    assert line.startswith("index.rst:4: WARNING")
    assert line.endswith("[bilateral.unknown-id]")


def test_a_second_dossier_with_the_same_id_is_told_and_left_out(single):
    shutil.copytree(single.root / "dossiers/ke-is", single.root / "dossiers/copy")
    app = single.build()
    (told,) = [line for line in single.told(app) if "bad-source" in line]
    assert told.startswith("dossiers/ke-is/dossier.yaml:1: WARNING: ")
    assert "a second dossier has the id 'ke-is' and is left out; give it another id" in told


def test_progress_is_told_of_every_dossier_that_is_read(single):
    shutil.copytree(single.root / "dossiers/ke-is", single.root / "dossiers/copy")
    shown = strip_escape_sequences(single.build(verbosity=1).status.getvalue())
    assert re.findall(r"reading dossiers\.\.\. \[ *\d+%\] (\S+)", shown) == ["copy", "ke-is"]


FINDING = Problem(kind="conflict", message="two dates", file="dossiers/ke-is/harbour-post.txt", line=3)
DEFECT = Problem(kind="bad-source", message="is empty", file="dossiers/ke-is/fjord-wire.txt")


@pytest.fixture
def troubled(single, monkeypatch):
    """A dossier with a finding and a defect, each given twice."""
    read = pipeline.load_dossier

    def load(folder, **options):
        dossier, problems = read(folder, **options)
        return dossier, (*problems, FINDING, DEFECT, FINDING, DEFECT)

    monkeypatch.setattr(pipeline, "load_dossier", load)
    monkeypatch.chdir(single.root)
    return single


def test_a_draft_warns_of_defects_once_and_sums_up_findings(troubled):
    app = troubled.build()
    assert troubled.told(app) == ["dossiers/ke-is/fjord-wire.txt:1: WARNING: is empty [bilateral.bad-source]"]
    assert "bilateral: 2 findings to weigh (1 conflict, 1 single-source)" in app.status.getvalue()
    assert app.statuscode == 0


def test_issue_mode_warns_of_findings_too_and_fails_with_the_pages_written(troubled):
    app = troubled.build(confoverrides={"bilateral_mode": "issue"})
    assert "dossiers/ke-is/harbour-post.txt:3: WARNING: two dates [bilateral.conflict]" in troubled.told(app)
    assert app.statuscode == 1
    assert "Geothermal training memorandum" in troubled.out("index.html")


def test_warnings_of_one_kind_can_be_suppressed(troubled):
    app = troubled.build(confoverrides={"suppress_warnings": ["bilateral.bad-source"]})
    assert troubled.told(app) == []


def test_a_defect_fails_a_strict_build_that_has_nothing_to_do(troubled):
    for _ in range(2):
        app = troubled.build(warningiserror=True)
        assert app.statuscode == 1
