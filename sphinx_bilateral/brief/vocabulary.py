"""What a page may ask of facts by name: their fields, and the values that the short forms of a filter can have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from sphinx_bilateral.brief.catalogue import OptionValue, nearest
from sphinx_bilateral.brief.filters import FieldKind
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.queries import COUNTRY_FIELDS, is_known, known_codes, state_codes
from sphinx_bilateral.model.conflicts import ConflictKind
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.fact_types import FACT_TYPES, FactType
from sphinx_bilateral.model.facts import DATE_FIELDS
from sphinx_bilateral.model.sectors import SECTORS

Tell = Callable[[str, str], None]
"""Takes the kind of a problem and its message."""

HIDDEN = frozenset({"evidence", "review", "open", "certainty", "rule"})
"""Fields of the envelope that are no business of a page."""

SHORT_FORMS: Mapping[str, frozenset[str]] = {
    "status": frozenset({"status"}),
    "kind": frozenset({"kind"}),
    "sector": frozenset({"sectors"}),
    "party": frozenset(COUNTRY_FIELDS),
    "from": frozenset({"date"}),
    "to": frozenset({"date"}),
}
"""The options that are short forms of a filter, each with the fields that it looks at."""


def fields_of(fact_type: str) -> tuple[str, ...]:
    """Return the fields of a type that a page may name; of any type for ``""``."""
    return tuple(
        dict.fromkeys(name for row in _rows(fact_type) for name in row.model.model_fields if name not in HIDDEN)
    )


def kinds_of(fact_type: str) -> dict[str, FieldKind]:
    """Return what values the fields of a type that a page may name can have; those of any type for ``""``."""
    return {name: _kind(name, _rows(fact_type)) for name in fields_of(fact_type)}


def _kind(name: str, rows: list[FactType]) -> FieldKind:
    annotations = [row.model.model_fields[name].annotation for row in rows if name in row.model.model_fields]
    forms = {_form(name, annotation) for annotation in annotations}
    # Of a field that is a text in one type and a list in another nothing is known.
    if len(forms) > 1:
        return FieldKind("any")
    words = tuple(dict.fromkeys(word for annotation in annotations for word in _literals(annotation)))
    return FieldKind(forms.pop(), () if name == "type" else words)


def _form(name: str, annotation: Any) -> Literal["text", "date", "number", "flag", "list"]:
    if name in DATE_FIELDS:
        return "date"
    parts = {get_origin(one) or one for one in (annotation, *get_args(annotation))}
    if tuple in parts:
        return "list"
    if bool in parts:
        return "flag"
    return "number" if parts & {int, float} else "text"


def check_short_forms(options: Mapping[str, OptionValue], dossier: Dossier, fact_type: str, tell: Tell) -> None:
    """Tell of values that no fact of the type can have.

    A list that is empty for a slip of the pen would say "none reported".

    :param fact_type: ``""`` for a list of facts of any type.
    """
    for name, read in SHORT_FORMS.items():
        if (value := options.get(name)) is None:
            continue
        if read.isdisjoint(fields := fields_of(fact_type)):
            none = f"facts of the type {FACT_TYPES[fact_type].label.lower()} have none, and so not {value!r}"
            tell("bad-option", f"{name}: {none}; their fields are {', '.join(fields)}")
        elif name == "party":
            _check_parties(_words(value), dossier, tell)
        elif name not in {"from", "to"}:
            check_words(name, value, _vocabulary(name, dossier, fact_type), tell)
    first, last = (str(options.get(name, "")) for name in ("from", "to"))
    if first and last and bounds(first)[0] > bounds(last)[1]:
        tell("bad-option", f"from and to: no day is from {first} on and not after {last}")


def check_conflict_kinds(options: Mapping[str, OptionValue], tell: Tell) -> None:
    """Tell of kinds that no conflict can have."""
    check_words("kind", options.get("kind", ""), get_args(ConflictKind), tell)


def check_words(name: str, value: OptionValue, allowed: tuple[str, ...], tell: Tell) -> None:
    """Tell of each word of the option *name* that is none of *allowed*, with the nearest one that is."""
    for word in _words(value):
        if word not in allowed:
            near = nearest(word.lower().replace("-", "_"), allowed)
            tell("bad-option", f"{name}: {word!r} is none of {', '.join(allowed)}{near}")


def _check_parties(words: list[str], dossier: Dossier, tell: Tell) -> None:
    for word in words:
        if not is_known(word, dossier):
            near = nearest(word.upper(), (*sorted(known_codes(dossier)), *state_codes()))
            tell("bad-option", f"party: {word!r} is no state, and no organisation of the dossier{near}")


def _vocabulary(name: str, dossier: Dossier, fact_type: str) -> tuple[str, ...]:
    """Return the values that the short form *name* can ask for in facts of a type, in order."""
    if name == "sector":
        own = {sector for entry in dossier.entries.values() for sector in getattr(entry.fact, "sectors", ())}
        return (*SECTORS, *sorted(own.difference(SECTORS)))
    fields = [row.model.model_fields[name] for row in _rows(fact_type) if name in row.model.model_fields]
    return tuple(dict.fromkeys(word for field in fields for word in _literals(field.annotation)))


def _rows(fact_type: str) -> list[FactType]:
    return [FACT_TYPES[fact_type]] if fact_type else list(FACT_TYPES.values())


def _words(value: OptionValue) -> list[str]:
    return str(value).replace(",", " ").split()


def _literals(annotation: Any) -> Iterator[str]:
    for one in get_args(annotation):
        if isinstance(one, str):
            yield one
        else:
            yield from _literals(one)
