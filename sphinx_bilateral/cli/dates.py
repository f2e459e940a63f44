"""Options that take a date."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click

from sphinx_bilateral.model.dates import validated

TODAY = "today"


def _date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return value and validated(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value == TODAY:
        return datetime.datetime.now().astimezone().date().isoformat()
    try:
        return _date(context, parameter, value)
    except click.BadParameter as error:
        raise click.BadParameter(f"{error.message}, or {TODAY}") from None


def date_option(*names: str, meaning: str, today: bool = False) -> Callable[[Any], Any]:
    """Give a command an option that takes a date, with the precision that is given.

    :param meaning: what it says of itself.
    :param today: whether it also takes the word ``today``.
    """
    return click.option(*names, metavar="DATE", callback=_day if today else _date, help=meaning)
