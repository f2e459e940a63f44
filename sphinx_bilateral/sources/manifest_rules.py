"""What ``dossier.yaml`` and front matter say that cannot be, though each value alone is well written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import SourceDescription
from sphinx_bilateral.model.wording import told_date

RELATIONS = ("same_origin_as", "version_of")
"""The fields of a source that name another one."""

_LEAST_PARTIES = 2


def party_faults(parties: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number of each of *parties* that cannot be one, and why; one party alone is none."""
    first: dict[str, int] = {}
    for number, party in enumerate(parties):
        if why := _no_party(party):
            yield number, why
        elif first.setdefault(party, number) != number:
            yield number, f"{party} stands twice in the list of parties; take one out"
    if len(first) < _LEAST_PARTIES and len(parties) < _LEAST_PARTIES:
        for party, number in first.items():
            yield number, f"{party} alone is no relation: name the other party too, or leave out parties"


def _no_party(party: str) -> str:
    """Return why *party* is neither a state nor an organisation; an empty text where it may be one.

    Letters of an organisation are not looked up: nobody knows them all.
    """
    from babel import Locale
    from babel.core import get_global

    names = Locale("en").territories
    meant = next(iter(get_global("territory_aliases").get(party.upper(), ())), "")
    if len(party) == 2 and party in names:
        return ""
    if not meant and party != "CoE" and not party.isupper():
        meant = next((code for code, name in names.items() if len(code) == 2 and name == party), "")
    elif len(party) > 2 and not meant:
        return ""
    hint = f"; write {meant} for {names.get(meant, meant)}" if meant else ""
    return f"{party} is the code of no state, and not the letters of an organisation{hint}"


def relation_faults(sources: Mapping[str, SourceDescription]) -> Iterator[tuple[str, str, str]]:
    """Yield the id, the field and what is wrong for each of *sources* that names another as what it comes from.

    An address is of a report that the dossier need not have.
    """
    for name, source in sources.items():
        for field in RELATIONS:
            other = getattr(source, field)
            if not other or "://" in other:
                continue
            if other == name:
                yield name, field, f"{name} names itself as its {field}; take it out"
            elif other not in sources:
                known = ", ".join(one for one in sources if one != name)
                yield name, field, f"{field}: there is no source {other!r}; the other sources are {known or 'none'}"
            elif (circle := _circle(name, field, sources)) and name == min(circle, key=lambda one: _age(one, sources)):
                way = " → ".join((*circle, name))
                yield name, field, f"{field} leads in a circle, {way}; take it out of {name}, if that came first"


def _circle(name: str, field: str, sources: Mapping[str, SourceDescription]) -> list[str]:
    """Return the sources by which the *field* of *name* leads back to it; none where it does not."""
    way, at = [name], getattr(sources[name], field)
    while at in sources and at not in way:
        way.append(at)
        at = getattr(sources[at], field)
    return way if at == name and len(way) > 1 else []


def _age(name: str, sources: Mapping[str, SourceDescription]) -> tuple[str, str]:
    return (sources[name].published or "9999", name)


def date_faults(source: SourceDescription) -> Iterator[tuple[str, str]]:
    """Yield the field and what is wrong where *source* was read before it was published."""
    if not (source.published and source.accessed):
        return
    if bounds(source.accessed)[1] < bounds(source.published)[0]:
        read, published = told_date(source.accessed), told_date(source.published)
        yield "accessed", f"was read on {read}, before it was published on {published}; correct one of the two dates"
