"""What must be weighed of who holds an office: two holders at one time, and titles that are out of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby, pairwise

from sphinx_bilateral.dossier.dossier import Entry
from sphinx_bilateral.dossier.persons.careers import Events, Given
from sphinx_bilateral.dossier.persons.posts import read_title, same_post
from sphinx_bilateral.dossier.persons.terms import ends_of, first_day, holders_of
from sphinx_bilateral.dossier.places import Places
from sphinx_bilateral.model.document import Published, Span
from sphinx_bilateral.model.facts import Participant
from sphinx_bilateral.model.problems import Problem, Reading
from sphinx_bilateral.model.wording import ENGLISH, told_date

_ONE_TIME = timedelta(days=7)
_ONE_EVENT = timedelta(days=31)
_AWAY = timedelta(days=365)

Run = tuple[str, list[Given]]
"""A person by id, and the titles that reports give that person before they give the office to somebody else."""


def holder_findings(
    entries: Mapping[str, Entry], published: Published, events: Events, places: Places
) -> Iterator[Problem]:
    """Yield a finding for each two persons of a state who are named as holders of one office at one time.

    Successors are told nothing of: who came after, or whom some report has as former, new, acting or incoming.
    Nor are persons whom somebody amended, rejected, or accepted both.
    """
    persons = {name: entry for name, entry in entries.items() if isinstance(entry.fact, Participant)}
    names = list(persons)
    told: set[frozenset[str]] = set()
    ends = {name: ends_of(entry.members, published) for name, entry in persons.items()}
    held = holders_of([persons[name].members for name in names], published)
    for _, given in sorted(held.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
        runs = [
            (names[number], [one for _, one in some])
            for number, some in groupby(given, key=lambda item: item[0])
            if not _is_corrected(persons[names[number]])
        ]
        for place, (one, other) in enumerate(pairwise(runs)):
            pair = frozenset({one[0], other[0]})
            accepted = all(persons[name].reviewed for name in pair)
            if len(pair) < 2 or pair in told or accepted or _is_succession(one, other, ends):
                continue
            after = runs[place + 2] if place + 2 < len(runs) else None
            if _at_one_time(one[1][-1], other[1][0], events) or (after and _is_between(one, other, after)):
                told.add(pair)
                yield _two_holders(one, other, places)


def _is_corrected(entry: Entry) -> bool:
    """Tell whether somebody rejected a person, or amended what reports tell."""
    return entry.rejected or (entry.fact.review is not None and entry.fact.review.state == "amended")


def _is_decided(entry: Entry) -> bool:
    return entry.rejected or entry.reviewed


def _is_succession(one: Run, other: Run, ends: Mapping[str, list[tuple[Given, date]]]) -> bool:
    """Tell whether some report tells that the office went from one to the other, or that one has left it."""
    last, first = one[1][-1], other[1][0]
    if other[1][0].starts or (last.day == first.day and last.starts):
        return True
    side = first.member.side
    return any(
        same_post(end.title, title.title, side) and (end.day is None or first_day(end) >= first_day(title))
        for name, title in ((one[0], last), (other[0], first))
        for end, _ in ends[name]
    )


def _at_one_time(one: Given, other: Given, events: Events) -> bool:
    if one.source == other.source:
        return True
    if one.day is None or other.day is None:
        return False
    apart = first_day(other) - first_day(one)
    together = events.get(one.source, frozenset()) & events.get(other.source, frozenset())
    return apart <= (_ONE_EVENT if together else _ONE_TIME)


def _is_between(one: Run, other: Run, after: Run) -> bool:
    """Tell whether the first is named as the holder again after the other, without having come back to the office."""
    last, again = one[1][-1], after[1][0]
    if after[0] != one[0] or again.starts or not last.day or not again.day:
        return False
    return first_day(last) < first_day(other[1][0]) and first_day(again) - first_day(last) <= _AWAY


def _two_holders(one: Run, other: Run, places: Places) -> Problem:
    first, second = one[1][-1], other[1][0]
    spans: list[Span] = [first.member.evidence[0], second.member.evidence[0]]
    readings = tuple(
        Reading(value=each.member.name, evidence=(span,)) for each, span in zip((first, second), spans, strict=True)
    )
    on = " and ".join(
        f"{each.source}{f' ({told_date(each.day)})' if each.day else ''} has {span.exact!r}"
        for each, span in zip((first, second), spans, strict=True)
    )
    state = ENGLISH.country(second.member.side) if second.member.side else "one state"
    message = (
        f"{one[0]} and {other[0]} are both named as {second.title} of {state}: {on}; "
        "amend the title of one of them, or accept both in the register"
    )
    return places.at(
        places.newest(readings), kind="two-holders", message=message, about=other[0], property="title",
        readings=readings, evidence=tuple(spans),
    )  # fmt: skip


def outdated_findings(entries: Mapping[str, Entry], published: Published, places: Places) -> Iterator[Problem]:
    """Yield a finding for each report that still gives a person the title of a post that was left before its day."""
    for name, entry in entries.items():
        if not isinstance(entry.fact, Participant) or _is_decided(entry):
            continue
        for member in entry.members:
            if isinstance(member, Participant) and "title" in member.open and member.title:
                yield from _outdated(name, member, entry, published, places)


def _outdated(name: str, member: Participant, entry: Entry, published: Published, places: Places) -> Iterator[Problem]:
    day = published.get(member.evidence[0].source)
    for end, _ in ends_of(entry.members, published):
        if (
            day
            and read_title(member.title or "").state == "held"
            and same_post(end.title, member.title or "", member.side)
        ):
            since = (end.member.until or end.day or "").removeprefix("../")
            left = f"was left by {told_date(since)}" if since else "was left"
            message = (
                f"{name}: {member.evidence[0].source} of {told_date(day)} still gives {member.title!r}, a post that "
                f"{left}, as {end.source} tells; it counts for nothing"
            )
            spans = (member.evidence[0], end.member.evidence[0])
            yield places.at(spans[0], kind="post-asof", message=message, about=name, property="title", evidence=spans)
            return
