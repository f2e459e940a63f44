"""What a person types in a review, asked again until it can be used: fields, values, and words of a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import click

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.decisions.register import ENVELOPE
from sphinx_bilateral.dossier.decisions.waiting import plain
from sphinx_bilateral.model.exchange import field_from_data
from sphinx_bilateral.model.facts import Fact, StatusStep
from sphinx_bilateral.sources.quotations import find_words


class NothingGivenError(Exception):
    """The person thought better of it."""


def ask_amendment(dossier: Dossier, fact: Fact, first: str = "") -> dict[str, Any]:
    """Ask for values of fields of *fact*, and for the words of a source that bear them.

    :param first: the field that is offered first.
    :raises NothingGivenError: where no field is named.
    """
    fields = [name for name in type(fact).model_fields if name not in ENVELOPE and not _is_history(fact, name)]
    click.echo(f"The fields are {', '.join(fields)}.")
    values: dict[str, Any] = {}
    while name := _field(fields, "" if values else first):
        values[name] = _value(fact, name)
    if not values:
        raise NothingGivenError
    sources = tuple(dict.fromkeys(span.source for span in fact.evidence))
    return {**values, **({"evidence": words} if (words := ask_words(dossier, sources)) else {})}


def _field(fields: Sequence[str], default: str) -> str:
    """Ask for one of *fields*; nothing ends it, where there is no *default*."""
    return str(
        click.prompt(
            "Field, or nothing",
            default=default,
            type=click.Choice([*fields, ""]),
            show_choices=False,
            show_default=bool(default),
        )
    )


def _is_history(fact: Fact, name: str) -> bool:
    return StatusStep in get_args(type(fact).model_fields[name].annotation)


def _value(fact: Fact, name: str) -> Any:
    """Ask for a value of the field *name*; nothing takes out what it has."""
    several = isinstance(fact.get(name), tuple)
    while True:
        typed = click.prompt(f"{name}{', parted by commas' if several else ''}", default="", show_default=False).strip()
        given: Any = [part.strip() for part in typed.split(",") if part.strip()] if several else typed or None
        try:
            return plain(field_from_data(fact, name, given))
        except ValueError as error:
            click.echo(f"{name}: {error}")


def ask_words(dossier: Dossier, sources: tuple[str, ...]) -> list[dict[str, str]]:
    """Ask for words of a source; none are taken for no evidence.

    :param sources: where to look first.
    """
    ordered = dict.fromkeys((*sources, *dossier.reports))
    while True:
        words = click.prompt("Words of a source, or nothing", default="", show_default=False).strip()
        if not words:
            return []
        found = {name: len(find_words(dossier.reports[name].document, words)) for name in ordered}
        first = next((name for name in ordered if found[name]), None)
        if first is None:
            click.echo(f"They stand in none of {', '.join(ordered)}.")
        elif found[first] == 1:
            return [{"source": first, "exact": words}]
        else:
            click.echo(f"They stand {found[first]} times in {first}; give more of them.")
