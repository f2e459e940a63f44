"""The ``sphinx-bilateral`` command: one file a subcommand."""

from __future__ import annotations

import click

from sphinx_bilateral import __version__
from sphinx_bilateral.cli.check import check
from sphinx_bilateral.cli.extract import extract
from sphinx_bilateral.cli.pdf import pdf
from sphinx_bilateral.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sphinx-bilateral")
def main() -> None:
    """Read reports on two countries' relations: facts with their sentences, and a one-page brief."""


for command in (extract, check, pdf, schema):
    main.add_command(command)
