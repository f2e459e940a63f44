"""``--extractor``: who reads the sources."""

from __future__ import annotations

from functools import partial

import click

from sphinx_bilateral.extractors.installed import RULES, find_extractors
from sphinx_bilateral.pipeline import Reader, read_document


def _reader(_context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]) -> Reader:
    extractors, faults = find_extractors(names)
    if faults:
        raise click.BadParameter("; ".join(faults))
    return partial(read_document, extractors=extractors)


extractor_option = click.option(
    "--extractor",
    "read",
    metavar="NAME",
    multiple=True,
    default=(RULES,),
    callback=_reader,
    help=f"Who reads the sources: {RULES}, or one that is installed; several in their order.",
)
"""Gives the command a parameter ``read``, a `Reader`."""
