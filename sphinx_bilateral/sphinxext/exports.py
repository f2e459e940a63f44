"""``bilateral.json``: the facts of all dossiers, beside the pages or alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.builders import HTML_BUILDERS, JSON_BUILDER
from sphinx_bilateral.sphinxext.freshness import write_atomically

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_bilateral.dossier.records.export import Shown
    from sphinx_bilateral.sphinxext.dossiers import Dossiers

FILE = "bilateral.json"

_NO_NAME = "Project name not set"  # Sphinx's default


def is_exported(app: Sphinx) -> bool:
    """Tell whether the file stands where it belongs, or does not belong there at all."""
    return app.builder.name not in {JSON_BUILDER, *HTML_BUILDERS} or (Path(app.outdir) / FILE).is_file()


def write_export(app: Sphinx, dossiers: Dossiers, shown: Shown, *, source_text: bool) -> tuple[Notice, ...]:
    """Write the file where its bytes changed, for the builders that have it.

    :param shown: which pages show which facts.
    :param source_text: whether it may hold the sources' own sentences.
    :returns: why it could not be written, if it could not.
    """
    from sphinx_bilateral.dossier.records.export import written_export

    file = Path(app.outdir) / FILE
    # What another project recorded is its to export.
    own = [known.id for known in dossiers.known if not known.recorded_by]
    if not _is_wanted(app.builder.name, file, own):
        return ()
    written = {name: dossiers.exported(name, source_text=source_text) for name in own}
    project = "" if app.config.project == _NO_NAME else app.config.project
    text = written_export(written, project=project, shown=shown).encode(errors="backslashreplace")
    try:
        if not file.is_file() or file.read_bytes() != text:
            write_atomically(file, text)
    except OSError as error:
        why = "a folder stands in its place" if file.is_dir() else error.strerror or str(error)
        return (Notice(kind="config", message=f"{FILE} cannot be written: {why}", file=str(file)),)
    return ()


def _is_wanted(builder: str, file: Path, dossiers: Sequence[str]) -> bool:
    # A site without dossiers has no such file; one whose last dossier went must not keep the old facts.
    return builder == JSON_BUILDER or (builder in HTML_BUILDERS and (bool(dossiers) or file.is_file()))
