"""Questions that pages ask: facts of a type, of a country, of an event, of a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from babel import Locale

from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.dossier.index import COUNTRY_FIELDS, PERSON_FIELDS, parties_of
from sphinx_bilateral.model.facts import Fact, Meeting, Participant

__all__ = ["COUNTRY", "COUNTRY_FIELDS", "is_known", "known_codes", "parties_of", "select", "state_codes"]

COUNTRY = re.compile(r"[A-Z]{2,6}\Z")

# A visitor came on a visit of his own, which may be another; who is only mentioned was perhaps not there.
_AT_THE_EVENT = frozenset({"co_chair", "chair", "head_of_delegation", "host", "signatory", "speaker", "attendee"})


def select(dossier: Dossier, kind: str, arguments: Sequence[str]) -> tuple[list[Entry], tuple[str, ...]]:
    """Return the printable facts of type *kind* that *arguments* ask for, and the arguments that name nothing.

    Countries, two capital letters, keep the facts in which each of them takes part; ids of facts keep these, or what
    is tied to them: what a session's reports say, what a person said or did. No argument keeps all. A *kind* of
    ``""`` means any type. Formulas without content (`Fact.boilerplate`) are shown where they are asked for by id,
    or where any type is.
    """
    countries = {argument for argument in arguments if COUNTRY.match(argument)}
    names = [argument for argument in arguments if not COUNTRY.match(argument)]
    named = [(name, dossier.get(name)) for name in names]
    unknown = tuple(name for name, entry in named if entry is None or _is_refused(entry, kind))
    unknown += tuple(sorted(code for code in countries if not is_known(code, dossier)))
    anchors = [entry for name, entry in named if entry is not None and name not in unknown]
    own = {entry.fact.id for entry in anchors}
    candidates = _tied_to(anchors, kind, dossier) if names else _of_states(countries, kind, dossier)
    entries = dossier.index.entries
    found = [
        entry
        for entry in (entries[number] for number in candidates)
        if entry.printed
        and (not kind or not entry.fact.boilerplate or entry.fact.id in own)
        and (not countries or _is_of(entry.fact, countries, dossier))
        and (not names or any(_tied(entry, anchor, dossier) for anchor in anchors))
    ]
    return found, unknown


def _of_states(countries: set[str], kind: str, dossier: Dossier) -> Iterable[int]:
    """Return the numbers of the facts of a type that can be of *countries*, in order; of all for none."""
    index = dossier.index
    if not countries:
        return index.of_type(kind)
    codes = ["", *countries] if countries <= set(dossier.parties) else list(countries)
    return sorted({number for code in codes for number in index.of_state(kind, code)})


def _tied_to(anchors: Iterable[Entry], kind: str, dossier: Dossier) -> Iterable[int]:
    """Return the numbers of the facts of a type that can be tied to *anchors*, in order."""
    index = dossier.index
    found: set[int] = set()
    for anchor in anchors:
        found.update(index.of_id(kind, anchor.fact.id))
        if isinstance(anchor.fact, Meeting):
            for source in {span.source for span in anchor.fact.evidence}:
                found.update(index.of_source(kind, source))
        elif isinstance(anchor.fact, Participant):
            found.update(index.of_person(kind, anchor.fact.id))
    return sorted(found)


def is_known(code: str, dossier: Dossier) -> bool:
    """Tell whether *code* is a state, or one of the sides or organisations of the dossier."""
    return code in Locale("en").territories or code in known_codes(dossier)


def state_codes() -> tuple[str, ...]:
    """Return the codes of all states and territories, ISO 3166-1 alpha-2."""
    return tuple(sorted(code for code in map(str, Locale("en").territories) if len(code) == 2))


def known_codes(dossier: Dossier) -> set[str]:
    """Return the codes of the sides of the dossier, and of all states and organisations in its facts."""
    return {*dossier.parties, *dossier.index.codes}


def _is_of(fact: Fact, countries: set[str], dossier: Dossier) -> bool:
    """Tell whether *fact* is of the countries.

    What is between states is of all that take part; what one side does is of that side, and no third state's where
    several are asked. A fact without a side, such as a figure, is of the relation that the dossier is about.
    """
    of = parties_of(fact)
    if not of:
        return countries <= set(dossier.parties)
    if getattr(fact, "parties", ()):
        return countries <= of
    return of <= countries if len(countries) > 1 else bool(countries & of)


def _is_refused(entry: Entry, kind: str) -> bool:
    """Tell whether *entry* itself is asked for, and may not be printed.

    An event or a person that nobody is sure of still stands for what is tied to it; one that was rejected does not.
    """
    if entry.rejected:
        return True
    itself = kind == entry.fact.type or (not kind and not isinstance(entry.fact, Meeting | Participant))
    return itself and not entry.printed


def _tied(entry: Entry, anchor: Entry, dossier: Dossier) -> bool:
    fact, centre = entry.fact, anchor.fact
    if fact.id == centre.id:
        return True
    if isinstance(centre, Meeting):
        if isinstance(fact, Participant):
            return fact.role in _AT_THE_EVENT and _share_source(fact, centre)
        return getattr(fact, "event", None) in {None, centre.id} and _share_source(fact, centre)
    if isinstance(centre, Participant):
        names = [getattr(fact, name, None) for name in PERSON_FIELDS]
        sources = [span.source for span in fact.evidence]
        return any(name is not None and dossier.people.find(name, sources) == centre.id for name in names)
    return False


def _share_source(one: Fact, other: Fact) -> bool:
    return bool({span.source for span in one.evidence} & {span.source for span in other.evidence})
