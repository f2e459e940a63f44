"""The layout as a file that a person edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_bilateral import resources
from sphinx_bilateral.onepage import Layout, read_layout
from sphinx_bilateral.onepage.layout import contrast

TEXT = resources.path("layouts/one-page.yaml").read_text(encoding="utf-8")


def edited(folder: Path, old: str, new: str) -> Path:
    """Return a copy of the packaged layout in which *old*, which stands there once, is *new*."""
    assert TEXT.count(old) == 1
    file = folder / "mine.yaml"
    file.write_text(TEXT.replace(old, new), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("preferred: 11", "preferred: eleven", "eleven"),
        ("preferred: 11", "preferred: 8", "larger than preferred"),
        ('ink: "#1a1a1a"', "ink: black", "black"),
        ('quiet: "#535c68"', 'quiet: "#aab2bd"', "contrast"),
        ("paper: A4", "paper: A5", "A5"),
        ("right: 15", "right: 180", "margins"),
        ("  gutter:", "  guter:", "gutter"),
        ("shape: ring", "shape: star", "star"),
        ("  neutral: {", "  # {", "neutral"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, said: str, tmp_path: Path) -> None:
    file = edited(tmp_path, old, new)
    layout, problems = read_layout(file)
    assert layout is None
    assert {problem.kind for problem in problems} == {"config"}
    told = [problem for problem in problems if said in problem.message or said == problem.suggestion]
    assert told
    assert told[0].file == str(file)
    assert told[0].line > 0


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    layout, (problem,) = read_layout(tmp_path / "none.yaml")
    assert layout is None
    assert problem.kind == "config"


def test_sizes_end_at_the_minimum_whatever_the_step(layout: Layout) -> None:
    assert layout.type.sizes()[0] == 11
    assert layout.type.sizes()[-1] == 9
    assert layout.adapted(preferred=10, minimum=9.4).type.sizes() == (10, 9.75, 9.5, 9.4)


def test_a_page_may_ask_for_its_own_paper_and_sizes(layout: Layout) -> None:
    letter = layout.adapted(paper="letter", minimum=12)
    assert (letter.paper, letter.type.preferred, letter.type.minimum) == ("letter", 12, 12)
    small = layout.adapted(preferred=8.5)
    assert (small.type.preferred, small.type.minimum) == (8.5, 8.5)


@pytest.mark.parametrize("asked", [{"paper": "A0"}, {"minimum": 2.0}, {"preferred": 8.0, "minimum": 9.0}])
def test_what_cannot_be_is_refused(asked: dict[str, float], layout: Layout) -> None:
    with pytest.raises(ValueError, match=r"must be one of|greater than|larger than"):
        layout.adapted(**asked)  # type: ignore[arg-type]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
