"""``sphinx-bilateral schema``: the JSON Schema of what is printed, and of the files that people write."""

from __future__ import annotations

from collections.abc import Mapping

import click
from pydantic import BaseModel

from sphinx_bilateral.model.exchange import dumps
from sphinx_bilateral.model.schemas import Extraction, Problems, schema_of
from sphinx_bilateral.sources.manifest import Manifest

SCHEMAS: Mapping[str, tuple[type[BaseModel], str]] = {
    "extraction": (Extraction, "Facts of documents, as sphinx-bilateral extract prints them"),
    "problems": (Problems, "Defects and findings, as sphinx-bilateral check prints them"),
    "dossier": (Manifest, "dossier.yaml"),
}


@click.command()
@click.argument("name", type=click.Choice(list(SCHEMAS)), default="extraction")
def schema(name: str) -> None:
    """Print a JSON Schema: of the extraction, of problems, or of dossier.yaml, for an editor."""
    click.echo(dumps(schema_of(*SCHEMAS[name])), nl=False)
