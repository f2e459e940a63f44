"""How many independent origins bear a fact, and what rests on one alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from sphinx_bilateral.dossier.dossier import Entry
from sphinx_bilateral.dossier.places import Places
from sphinx_bilateral.dossier.provenance.origins import Origins, Retelling
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.facts import Agreement, Fact, Figure
from sphinx_bilateral.model.ladder import status_rank
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import roots

_DONE = status_rank("concluded")
"""The status from which on an instrument that one origin alone reports is told of."""

_MOST_NAMED = 5

_PARTS = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
_LEADING = re.compile(r"\A(?:.*\b(?:in|on|through)\s+)?(?:the\s+)?(?=\S)")


def bearing(entry: Entry) -> tuple[Span, ...]:
    """Return the evidence that counts for *entry*: of members that are sure, where there are any, and of people."""
    unsure = [member for member in entry.members if member.certainty != "confident"]
    if len(unsure) == len(entry.members):
        return entry.fact.evidence
    left_out = {span for member in unsure for span in member.evidence}
    return tuple(span for span in entry.fact.evidence if span not in left_out)


def counted(entries: Mapping[str, Entry], origins: Origins) -> dict[str, Entry]:
    """Return *entries*, each with the number of independent origins that bear it."""
    return {name: replace(entry, origins=len(origins.among(bearing(entry)))) for name, entry in entries.items()}


def corroboration_findings(
    entries: Mapping[str, Entry], origins: Origins, places: Places, file: str
) -> Iterator[Problem]:
    """Yield what a person must know of how well the facts are borne: retellings, and what one origin alone says.

    :param file: where a finding about the whole dossier stands.
    """
    yield from (_retold(found, places) for found in origins.retellings)
    if len(set(origins.of.values())) < 2:  # what one report says is on one source, and everybody knows
        return
    alone = [entry for entry in entries.values() if entry.origins == 1 and _is_told_of(entry)]
    if alone:
        yield _on_one(alone, file)
    for entry in entries.values():
        if isinstance(entry.fact, Agreement) and entry.is_sure and entry.origins > 1:
            yield from _parts_on_one(entry, origins, places)


def _is_told_of(entry: Entry) -> bool:
    """Tell whether *entry* says that an instrument is agreed, or gives a sum; is shown; and nobody stands by it yet.

    All else that one report has alone is said where it is shown: to tell of each would hide these.
    """
    fact = entry.fact
    if isinstance(fact, Agreement):
        weighs = fact.status != "to_be_signed" and status_rank(fact.status or "") >= _DONE
    else:
        weighs = isinstance(fact, Figure) and fact.role != "count"
    return weighs and entry.is_sure and not entry.reviewed and not fact.boilerplate


def _retold(found: Retelling, places: Places) -> Problem:
    one, other, share = found.copy, found.original, f"{found.share:.0%}"
    message = (
        f"{one} retells {other} ({share} of the word runs are the same), and what both say counts once; if that is so, "
        f"write same_origin_as: {other} for {one} in dossier.yaml, and if not, independent: true"
    )
    return places.start(found.copy, kind="same-origin", message=message, about=found.copy)


def _on_one(alone: Sequence[Entry], file: str) -> Problem:
    names = ", ".join(entry.fact.id for entry in alone[:_MOST_NAMED]) + (", …" if len(alone) > _MOST_NAMED else "")
    what = "1 fact rests" if len(alone) == 1 else f"{len(alone)} facts rest"
    evidence = tuple(entry.fact.evidence[0] for entry in alone)
    message = f"{what} on a single source: {names}"
    return Problem(kind="single-source", message=message, file=file, evidence=evidence)


def _parts_on_one(entry: Entry, origins: Origins, places: Places) -> Iterator[Problem]:
    """Yield a finding for each origin that alone says of some parts of an instrument's subject that they are in it."""
    told: dict[str, list[Fact]] = {}
    for member in entry.members:
        if member.certainty == "confident" and member.get("subject"):
            told.setdefault(origins.of.get(member.evidence[0].source, ""), []).append(member)
    # Who decided what it is about has weighed who says so.
    if len(told) < 2 or entry.reviewed or "subject" in entry.grounds:
        return
    said = {origin: {word for one in members for word in roots(one.get("subject"))} for origin, members in told.items()}
    common = set.intersection(*said.values())
    for origin, members in told.items():
        elsewhere = set[str]().union(*(words for other, words in said.items() if other != origin)) - common
        parts = _new_parts(members, elsewhere, common)
        if parts:
            span = members[0].evidence[0]
            message = f"{entry.fact.id}: of its subject, only {span.source} says {_and(parts)}"
            yield places.at(span, kind="single-source", message=message, about=entry.fact.id, property="subject")


def _new_parts(members: Sequence[Fact], elsewhere: Iterable[str], common: Set[str]) -> list[str]:
    """Return the parts of the subject that *members* name and nobody else does.

    A speaker's passing words on an instrument count where the report has none of its own.

    :param elsewhere: what other origins say. *common*: what all of them say, such as the word of the sector.
    """
    own = [member for member in members if not member.in_quote] or members
    parts = dict.fromkeys(part for member in own for part in _parts(member.get("subject")))
    words = {part: roots(part) - common for part in parts}
    return [part for part in parts if words[part] and words[part].isdisjoint(elsewhere)]


def _parts(subject: str) -> list[str]:
    return [_LEADING.sub("", part).strip() for part in _PARTS.split(_LEADING.sub("", subject)) if part.strip()]


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
