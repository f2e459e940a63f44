"""Options that take a date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from sphinx_bilateral.model.dates import validated


def _date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return value and validated(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def date_option(*names: str, meaning: str) -> Callable[[Any], Any]:
    """Give a command an option that takes a date, with the precision that is given.

    :param meaning: what it says of itself.
    """
    return click.option(*names, metavar="DATE", callback=_date, help=meaning)
