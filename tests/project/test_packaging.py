from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sphinx_bilateral import resources


def test_an_editable_install_finds_the_packaged_files(project: Path) -> None:
    assert resources.path("profiles/uk-meeting.yaml") == project / "templates" / "profiles" / "uk-meeting.yaml"


def test_a_file_that_is_missing_is_told_by_name() -> None:
    with pytest.raises(FileNotFoundError, match=r"templates/profiles/none\.yaml"):
        resources.path("profiles/none.yaml")


def test_a_wheel_holds_and_finds_the_packaged_files(project: Path, tmp_path: Path) -> None:
    """The wheel is built and imported from its own folder, away from the project."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=project, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    code = (
        "from sphinx_bilateral import resources\n"
        "print(resources.path('profiles/uk-meeting.yaml'), *resources.names('layouts'), *resources.names('profiles'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=installed, env={"PYTHONPATH": str(installed)}, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    found, *rest = done.stdout.split()
    assert Path(found) == installed / "sphinx_bilateral" / "templates" / "profiles" / "uk-meeting.yaml"
    assert {"one-page", "uk-meeting"} <= set(rest)
    for name in ("py.typed", "onepage/fonts/OFL.txt"):
        assert (installed / "sphinx_bilateral" / name).is_file(), name
