"""What joins the project's own dossiers after they were read: the facts of other projects, and the rule on reviews."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sphinx_bilateral.model.problem_kinds import Notice

if TYPE_CHECKING:
    from sphinx_bilateral.dossier import Dossier
    from sphinx_bilateral.model.problems import Problem
    from sphinx_bilateral.sphinxext.config import BilateralConfig


def with_imports(
    own: Iterable[Dossier], problems: Iterable[Problem], config: BilateralConfig
) -> tuple[tuple[Dossier, ...], tuple[Problem | Notice, ...]]:
    """Return *own* dossiers and the imported ones as they may be printed, and all that is wrong with them.

    Of two dossiers with one id the project's own stays, or else that of the import named first.
    """
    from sphinx_bilateral.dossier.decisions.review import under_policy

    dossiers = {dossier.id: dossier for dossier in own}
    told: list[Problem | Notice] = list(problems)
    for dossier, found in _imported(config):
        told += found
        if dossier is not None and dossier.id in dossiers:
            whose = f"of {other}" if (other := dossiers[dossier.id].recorded_by) else "of this project"
            message = f"a dossier {whose} has the id {dossier.id!r} too; the one of {dossier.recorded_by} is left out"
            told.append(Notice(kind="config", message=message, file=dossier.files[0].as_posix()))
        elif dossier is not None:
            dossiers[dossier.id] = dossier
    for name, dossier in dossiers.items():
        dossiers[name], found = under_policy(dossier, config.review)
        told += found
    return tuple(dossiers.values()), tuple(told)


def _imported(config: BilateralConfig) -> Iterator[tuple[Dossier | None, tuple[Problem | Notice, ...]]]:
    """Yield each imported dossier; before those of a file, what is wrong with the file."""
    from sphinx_bilateral.dossier.records.imported import read_export

    for wanted in config.imports:
        file = wanted.path.as_posix()
        try:
            text = wanted.path.read_bytes().decode("utf-8")
        except OSError as error:
            yield None, (Notice(kind="config", message=f"cannot be read: {error.strerror or error}", file=file),)
        except UnicodeDecodeError:
            yield None, (Notice(kind="config", message="is not UTF-8, and so is no bilateral.json", file=file),)
        else:
            dossiers, found = read_export(text, file, project=wanted.name, otherwise=wanted.given)
            yield None, found
            yield from ((dossier, ()) for dossier in dossiers)


def contents(config: BilateralConfig) -> list[tuple[str, str]]:
    """Return the name and the hash of each imported file: what pages that show its facts rest on."""
    files = (wanted.path for wanted in config.imports if wanted.path.is_file())
    return [(file.as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files]
