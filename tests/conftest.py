"""What all tests share: the folder beside the project, and its absence told at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs files that a user's clone has not, and count it for the closing line."""
    missing = [item for item in items if item.get_closest_marker("shared") and not SHARED.is_dir()]
    if missing:
        config.hook.pytest_deselected(items=missing)
        config.stash[_LEFT_OUT] = len(missing)
        items[:] = [item for item in items if item not in missing]


_LEFT_OUT = pytest.StashKey[int]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many tests were left out, and why."""
    if count := config.stash.get(_LEFT_OUT, 0):
        terminalreporter.write_line(f"{count} tests were left out: they read the real reports, which are not here")


@pytest.fixture
def project() -> Path:
    """The root of the project."""
    return PROJECT


@pytest.fixture
def shared() -> Path:
    """The folder with the real reports and the gold."""
    return SHARED
