"""What all tests share: the folder beside the project, and what is told at the end of all that was missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How long anything takes says more about the machine than about the project.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


def _programs(*names: str) -> Callable[[], bool]:
    return lambda: all(map(shutil.which, names))


def _in_tex(file: str) -> bool:
    return subprocess.run(["kpsewhich", file], stdout=subprocess.DEVNULL, check=False).returncode == 0


NEEDS: Mapping[str, tuple[Callable[[], bool], str]] = {
    "shared": (SHARED.is_dir, "they read the real reports, which are not here"),
    "latex": (_programs("latexmk", "pdflatex"), "they need latexmk and pdflatex"),
    "texinfo": (_programs("makeinfo"), "they need makeinfo"),
    "xelatex": (_programs("xelatex"), "they need xelatex"),
    "lualatex": (lambda: _programs("lualatex")() and _in_tex("luatex85.sty"), "they need lualatex and luatex85.sty"),
    "groff": (_programs("groff", "tbl"), "they need groff"),
    "peers": (lambda: "PEER_DATA" in os.environ, "PEER_DATA names no folder with other people's documentation"),
}
"""What a user's clone may lack, by marker: whether it is here, and what is said where it is not."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--full``."""
    parser.addoption("--full", action="store_true", help="run the tests too of which `make test` takes a sample")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs something that is not here, and count it for the closing lines."""
    missing = {marker: reason for marker, (is_here, reason) in NEEDS.items() if not is_here()}
    if not config.getoption("--full"):
        missing["full"] = "they take long, --full runs them"
    left_out = config.stash.setdefault(_LEFT_OUT, Counter())
    kept, deselected = [], []
    for item in items:
        reasons = [missing[mark.name] for mark in item.iter_markers() if mark.name in missing]
        left_out.update(reasons[:1])
        (deselected if reasons else kept).append(item)
    if deselected:
        config.hook.pytest_deselected(items=deselected)
        items[:] = kept


_LEFT_OUT = pytest.StashKey[Counter[str]]()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the counts of a worker, which knows all tests, to the process that prints the closing lines."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = dict(session.config.stash.get(_LEFT_OUT, Counter()))


class _Workers:
    """Takes the counts from the workers, of which each has left out the same tests."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Keep what a worker that has ended left out."""
        if left_out := getattr(node, "workeroutput", {}).get("left_out"):
            self.config.stash[_LEFT_OUT] = Counter(left_out)


def pytest_configure(config: pytest.Config) -> None:
    """Listen to workers, where there are some."""
    config.pluginmanager.register(_Workers(config))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many tests were left out, and why."""
    for reason, count in sorted(config.stash.get(_LEFT_OUT, Counter()).items()):
        tests = "1 test was" if count == 1 else f"{count} tests were"
        terminalreporter.write_line(f"{tests} left out: {reason}")


@pytest.fixture
def project() -> Path:
    """The root of the project."""
    return PROJECT


@pytest.fixture
def shared() -> Path:
    """The folder with the real reports and the gold."""
    return SHARED
