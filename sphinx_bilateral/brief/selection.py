"""Which facts a list shows, and in which order: its arguments, filter, short forms, sort and limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_args

from sphinx_bilateral.brief.catalogue import DirectiveSpec, OptionValue
from sphinx_bilateral.brief.filters import FilterError, Predicate, read_filter
from sphinx_bilateral.dossier import Dossier, Entry
from sphinx_bilateral.dossier.queries import is_known, parties_of, select
from sphinx_bilateral.model.dates import bounds, sort_key
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.ladder import status_rank

Tell = Callable[[str, str], None]
"""Takes the kind of a problem and its message."""

HIDDEN = frozenset({"evidence", "review", "open", "certainty", "rule"})
"""Fields of the envelope that are no business of a page."""


def fields_of(fact_type: str) -> tuple[str, ...]:
    """Return the fields of a type that a page may name; of any type for ``""``."""
    rows = [FACT_TYPES[fact_type]] if fact_type else list(FACT_TYPES.values())
    return tuple(dict.fromkeys(name for row in rows for name in row.model.model_fields if name not in HIDDEN))


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
        options = {name: value for name, value in options.items() if name != "kind"}
    entries, unknown = select(dossier, spec.fact_type, arguments)
    fields = fields_of(spec.fact_type)
    if (text := options.get("filter")) is not None:
        try:
            keep = read_filter(str(text), frozenset(fields))
        except FilterError as error:
            tell("bad-filter", f"filter, column {error.column}: {error}")
            return [], unknown
        entries = [entry for entry in entries if keep(entry.fact)]
    for name, predicate in _SHORT_FORMS.items():
        if (value := options.get(name)) is not None:
            _check_words(name, str(value), dossier, spec, tell)
            test = predicate(str(value))
            entries = [entry for entry in entries if test(entry.fact)]
    entries = _sorted(entries, str(options.get("sort", "")), fields, tell)
    limit = options.get("limit")
    return entries[: int(limit)] if limit else entries, unknown


def _check_words(name: str, value: str, dossier: Dossier, spec: DirectiveSpec, tell: Tell) -> None:
    """Tell of a word that no fact can have: a list that is empty for a slip of the pen would say "none reported"."""
    for word in value.replace(",", " ").split():
        if name == "party" and not is_known(word, dossier):
            tell("bad-option", f"party: {word!r} is no state, and no organisation of the dossier")
        allowed = _vocabulary(name, spec) if name in {"status", "kind"} else ()
        if allowed and word not in allowed:
            tell("bad-option", f"{name}: {word!r} is none of {', '.join(allowed)}")


def _vocabulary(name: str, spec: DirectiveSpec) -> tuple[str, ...]:
    """Return the values that a field can have in the facts of a list, in order."""
    rows = [FACT_TYPES[spec.fact_type]] if spec.fact_type else list(FACT_TYPES.values())
    annotations = [row.model.model_fields[name].annotation for row in rows if name in row.model.model_fields]
    return tuple(dict.fromkeys(word for annotation in annotations for word in _literals(annotation)))


def _literals(annotation: Any) -> Iterator[str]:
    for one in get_args(annotation):
        if isinstance(one, str):
            yield one
        else:
            yield from _literals(one)


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
            tell("bad-option", f"sort: unknown field {field!r}; the fields are {', '.join(fields)}")
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
