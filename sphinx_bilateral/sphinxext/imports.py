"""The facts of other projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_bilateral.model.problem_kinds import Notice

if TYPE_CHECKING:
    from sphinx_bilateral.dossier import Dossier
    from sphinx_bilateral.model.problems import Problem
    from sphinx_bilateral.sphinxext.config import Import


def read_import(wanted: Import) -> tuple[tuple[Dossier, ...], tuple[Problem | Notice, ...]]:
    """Return the dossiers in the file *wanted*, and what is wrong with it."""
    from sphinx_bilateral.dossier.records.imported import read_export

    file = wanted.path.as_posix()
    try:
        text = wanted.path.read_bytes().decode("utf-8")
    except OSError as error:
        return (), (Notice(kind="config", message=f"cannot be read: {error.strerror or error}", file=file),)
    except UnicodeDecodeError:
        return (), (Notice(kind="config", message="is not UTF-8, and so is no bilateral.json", file=file),)
    return read_export(text, file, project=wanted.name, otherwise=wanted.given)
