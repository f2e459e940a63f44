"""``sphinx-bilateral schema``: the JSON Schema of what is printed, and of the files that people write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import click
from pydantic import BaseModel

from sphinx_bilateral.dossier.decisions.register import REGISTER, Register
from sphinx_bilateral.dossier.records.exported import Export
from sphinx_bilateral.dossier.records.issued import IssuedBrief
from sphinx_bilateral.model.exchange import dumps
from sphinx_bilateral.model.schemas import Extraction, Problems, schema_of
from sphinx_bilateral.sources.manifest import MANIFEST, Manifest


class Described(NamedTuple):
    """What a schema is of.

    :param written: whether people write it, as YAML; those schemas are also packaged, for editors.
    """

    model: type[BaseModel]
    title: str
    written: bool = False

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return schema_of(self.model, self.title, written=self.written)


SCHEMAS: Mapping[str, Described] = {
    "dossier": Described(Manifest, MANIFEST, written=True),
    "register": Described(Register, REGISTER, written=True),
    "extract": Described(Extraction, "Facts of documents, as sphinx-bilateral extract prints them"),
    "check": Described(Problems, "Defects and findings, as sphinx-bilateral check prints them"),
    "export": Described(Export, "bilateral.json: the facts of a project's dossiers"),
    "issued": Described(IssuedBrief, "An issued brief: its lines, the facts that they lean on, their sources"),
}


@click.command()
@click.option(
    "--of", "name", type=click.Choice(list(SCHEMAS)), default="extract", show_default=True,
    help="The file, or the command whose JSON it is.",
)  # fmt: skip
def schema(name: str) -> None:
    """Print a JSON Schema: of a file that you write, or of what a command or a build leaves."""
    click.echo(dumps(SCHEMAS[name].schema()), nl=False)
