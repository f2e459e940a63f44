"""Packaged data: profiles, layouts and the starter project, found in a wheel and in an editable install."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the path of the packaged file or folder *name*, such as ``profiles/uk-meeting.yaml``.

    In a wheel the templates lie in the package; in an editable install beside it, where the wheel takes them from.

    :raises FileNotFoundError: where neither place has it.
    """
    for root in (_PACKAGE / "templates", _PACKAGE.parent / "templates"):
        if (found := root / name).exists():
            return found
    raise FileNotFoundError(f"sphinx-bilateral was installed without its file templates/{name}")


def names(folder: str, suffix: str = ".yaml") -> tuple[str, ...]:
    """Return the names, without *suffix*, of the packaged files in *folder*, sorted."""
    return tuple(sorted(file.stem for file in path(folder).glob(f"*{suffix}")))
