"""``--as-of``: the day on which a dossier is looked at."""

from __future__ import annotations

import datetime

import click

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.as_of import as_of
from sphinx_bilateral.dossier.due import due_problems
from sphinx_bilateral.model.dates import sort_key, validated
from sphinx_bilateral.model.problems import Problem

_TODAY = "today"


def day_option(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return the day that *value* names, EDTF.

    :raises click.BadParameter: where it is no date.
    """
    if value == _TODAY:
        return datetime.datetime.now().astimezone().date().isoformat()
    try:
        return value and validated(value)
    except ValueError as error:
        raise click.BadParameter(f"{error}, or {_TODAY}") from None


def late_on(dossier: Dossier, day: str | None) -> tuple[Problem, ...]:
    """Return what is late on *day*, by default on that of the newest source, by the reports until then."""
    newest = max((source.published for source in dossier.sources if source.published), default=None, key=sort_key)
    shown = day or newest
    return tuple(due_problems(as_of(dossier, shown), shown)) if shown else ()
