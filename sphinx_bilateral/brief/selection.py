"""Which facts a list shows, and in which order: its arguments, filter, short forms, sort and limit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sphinx_bilateral.brief.catalogue import DirectiveSpec, OptionValue, nearest
from sphinx_bilateral.brief.filters import FieldKind, FilterError, Predicate, read_filter
from sphinx_bilateral.brief.vocabulary import Tell, check_conflict_kinds, check_short_forms, fields_of, kinds_of
from sphinx_bilateral.dossier import Dossier, Entry
from sphinx_bilateral.dossier.queries import parties_of, select
from sphinx_bilateral.model.dates import bounds, sort_key
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.ladder import status_rank

ORIGINS = "origins"
"""What a filter calls the number of independent origins of a fact."""


def chosen(
    dossier: Dossier,
    spec: DirectiveSpec,
    arguments: Sequence[str],
    options: Mapping[str, OptionValue],
    tell: Tell,
) -> tuple[list[Entry], tuple[str, ...]]:
    """Return the facts that a list directive shows, in order, and the arguments that name nothing.

    An option at fault is told and counts as left out; a filter at fault leaves nothing, since what it meant to keep
    out must not be printed.
    """
    if spec.name == "conflicts":
        check_conflict_kinds(options, tell)
        options = {name: value for name, value in options.items() if name != "kind"}
    entries, unknown = select(dossier, spec.fact_type, arguments)
    fields = fields_of(spec.fact_type)
    if (text := options.get("filter")) is not None:
        try:
            keep = read_filter(str(text), {**kinds_of(spec.fact_type), ORIGINS: FieldKind("number")})
        except FilterError as error:
            tell("bad-filter", f"filter, column {error.column}: {error}")
            return [], unknown
        entries = [entry for entry in entries if keep(_Asked(entry))]
    check_short_forms(options, dossier, spec.fact_type, tell)
    for name, predicate in _SHORT_FORMS.items():
        if (value := options.get(name)) is not None:
            test = predicate(str(value))
            entries = [entry for entry in entries if test(entry.fact)]
    entries = _sorted(entries, str(options.get("sort", "")), fields, tell)
    limit = options.get("limit")
    return entries[: int(limit)] if limit else entries, unknown


class _Asked:
    """A fact as a filter sees it: its fields, and how many independent origins bear it."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def __getattr__(self, name: str) -> Any:
        return self.entry.origins if name == ORIGINS else getattr(self.entry.fact, name, None)


def _any_of(field: str) -> Callable[[str], Predicate]:
    def read(value: str) -> Predicate:
        allowed = set(value.replace(",", " ").split())
        return lambda fact: bool(allowed & set(_items(getattr(fact, field, None))))

    return read


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _party(value: str) -> Predicate:
    wanted = set(value.replace(",", " ").split())
    return lambda fact: bool(wanted & parties_of(fact))


def _from(value: str) -> Predicate:
    first = bounds(value)[0]
    return lambda fact: (date := getattr(fact, "date", None)) is not None and bounds(date)[1] >= first


def _to(value: str) -> Predicate:
    last = bounds(value)[1]
    return lambda fact: (date := getattr(fact, "date", None)) is not None and bounds(date)[0] <= last


_SHORT_FORMS: Mapping[str, Callable[[str], Predicate]] = {
    "status": _any_of("status"),
    "kind": _any_of("kind"),
    "sector": _any_of("sectors"),
    "party": _party,
    "from": _from,
    "to": _to,
}


def _sorted(entries: list[Entry], wanted: str, fields: Sequence[str], tell: Tell) -> list[Entry]:
    """Return *entries* by the fields that *wanted* names, the first first; ``-`` turns one round; absent come last."""
    for name in reversed(wanted.replace(",", " ").split()):
        field = name.removeprefix("-")
        if field not in fields:
            known = f"the fields are {', '.join(fields)}{nearest(field, fields)}"
            tell("bad-option", f"sort: unknown field {field!r}; {known}")
            continue
        given = [entry for entry in entries if getattr(entry.fact, field, None) not in (None, ())]
        absent = [entry for entry in entries if getattr(entry.fact, field, None) in (None, ())]
        given.sort(key=lambda entry, field=field: _sort_value(entry.fact, field), reverse=name.startswith("-"))  # type: ignore[misc]
        entries = given + absent
    return entries


def _sort_value(fact: Fact, field: str) -> Any:
    value = getattr(fact, field)
    if field in {"date", "due"}:
        return (0, sort_key(value))
    if field == "status" and fact.type == "agreement":
        return (0, status_rank(value))
    if isinstance(value, (int, float)):
        return (0, value)
    return (1, str(value).casefold())
