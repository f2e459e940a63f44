"""What follows from all that reports tell of persons: sides that one of them left open, titles that are out of date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sphinx_bilateral.dossier.persons.careers import Given, titles_of
from sphinx_bilateral.dossier.persons.likeness import is_surname_of, same_name
from sphinx_bilateral.dossier.persons.origins_of_visits import with_origins
from sphinx_bilateral.dossier.persons.posts import read_title, same_post, single_posts, without_starting
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import Published
from sphinx_bilateral.model.facts import Fact, Participant

Office = tuple[str, frozenset[str]]
"""A state and a post that one person of it has at a time."""

Holders = Mapping[Office, Sequence[tuple[int, Given]]]
"""Who is named as holder of each office, by the number of the person, the oldest first."""

_SEVERAL_STATES = frozenset({None, "EU", "UN"})  # who is president of one of them must be told
_FOLLOWS = frozenset({"side", "name"})


def in_terms(groups: Sequence[list[Fact]], published: Published) -> list[list[Fact]]:
    """Return *groups*, of which those of persons are one person each, with what follows from all of them together.

    A side that one report leaves open is that of the same person in another. A title that a report still gives after
    the post was left is out of date: it is left open, and counts for nothing.
    """
    known = [
        _with_sides([_dated(one, published) for one in group]) if isinstance(group[0], Participant) else group
        for group in groups
    ]
    known = with_origins(known)
    holders = holders_of(known, published)
    offices = {office for office, given in holders.items() if len({number for number, _ in given}) > 1}
    return [
        _without_outdated(number, group, published, holders, offices) if isinstance(group[0], Participant) else group
        for number, group in enumerate(known)
    ]


def _dated(member: Fact, published: Published) -> Fact:
    """Return *member* with the title of its day: what was left by then is a former post, and what is new has a day."""
    day = published.get(member.evidence[0].source)
    if not isinstance(member, Participant) or not member.title or not day:
        return member
    title = read_title(member.title)
    if member.until and title.state == "held" and bounds(member.until)[1] <= bounds(day)[1]:
        return member.model_copy(update={"title": f"former {member.title}"})
    if title.starts and (found := without_starting(member.title)) != member.title:
        return member.model_copy(update={"title": found, "since": member.since or f"../{bounds(day)[1].isoformat()}"})
    return member


def _with_sides(members: list[Fact]) -> list[Fact]:
    """Return *members*, the mentions of one person, with the side of the others where the post is the same too."""
    sure = [one for one in members if isinstance(one, Participant) and one.certainty == "confident"]
    sides = {one.side for one in sure if one.side}
    if len(sides) != 1 or len(sure) == len(members):
        return members
    side = sides.pop()
    return [_settled(one, side, sure) if isinstance(one, Participant) else one for one in members]


def _settled(member: Participant, side: str, sure: Sequence[Participant]) -> Participant:
    """Return *member* with what follows surely: name and post are the same, or the surname of one side and the post."""
    if member.certainty == "confident" or not set(member.open) <= _FOLLOWS or member.side not in {None, side}:
        return member
    named = any(same_name(member.name, one.name) for one in sure)
    called = member.side == side and any(is_surname_of(member.name, one.name) for one in sure)
    alike = member.title is None or any(one.title and same_post(member.title, one.title, side) for one in sure)
    if not (alike and (named or called)):
        return member
    return member.model_copy(update={"side": side, "certainty": "confident", "open": ()})


def holders_of(groups: Sequence[Sequence[Fact]], published: Published) -> Holders:
    """Return who is surely named as holder of each office that one person has at a time, whether for a while or not."""
    found: dict[Office, list[tuple[int, Given]]] = defaultdict(list)
    for number, group in enumerate(groups):
        if not group or not isinstance(group[0], Participant):
            continue
        for given in titles_of([one for one in group if one.certainty == "confident"], published):
            title = read_title(given.title)
            if given.member.side not in _SEVERAL_STATES and title.state == "held" and not title.acting:
                for held in single_posts(given.title, given.member.side):
                    found[given.member.side or "", held].append((number, given))
    return {office: sorted(given, key=_order) for office, given in found.items()}


def _order(item: tuple[int, Given]) -> tuple[date, int, str]:
    number, given = item
    return first_day(given), number, given.source


def first_day(given: Given) -> date:
    """Return the first day of which a report can be; the first of all where that is not known."""
    return bounds(given.day)[0] if given.day else date.min


def ends_of(members: Sequence[Fact], published: Published) -> list[tuple[Given, date]]:
    """Return the titles that tell that a post was left, each with the last day on which that may have been."""
    titles = {one.title for one in members if isinstance(one, Participant) and one.title}
    if not any(read_title(title).state == "ended" for title in titles):
        return []
    return [
        (given, _end(given))
        for given in titles_of([one for one in members if one.certainty == "confident"], published)
        if read_title(given.title).state == "ended" and (given.day or given.member.until)
    ]


def _end(given: Given) -> date:
    return bounds(given.member.until)[1] if given.member.until else bounds(given.day or "")[1]


def _without_outdated(
    number: int, members: list[Fact], published: Published, holders: Holders, shared: set[Office]
) -> list[Fact]:
    """Return *members* with those titles open that a report still gives after the post was left."""
    ends = ends_of(members, published)
    if not ends:
        return members
    given = titles_of([one for one in members if one.certainty == "confident"], published)
    late = {id(one.member) for one in given if one.is_held and _is_outdated(one, number, ends, given, holders, shared)}
    return [
        one.model_copy(update={"certainty": "unsettled", "open": (*one.open, "title")}) if id(one) in late else one
        for one in members
    ]


def _is_outdated(
    one: Given,
    number: int,
    ends: Sequence[tuple[Given, date]],
    given: Sequence[Given],
    holders: Holders,
    shared: set[Office],
) -> bool:
    """Tell whether the post of *one* was left before: by a day that is told, or to somebody who has it since.

    Who came back to a post, by the words of a report, holds it again.
    """
    side, day = one.member.side, first_day(one)
    left = [(end, on) for end, on in ends if on < day and same_post(end.title, one.title, side)]
    if not left:
        return False
    last = max(on for _, on in left)
    if any(each.starts and same_post(each.title, one.title, side) and last <= first_day(each) <= day for each in given):
        return False
    offices = {(side or "", held) for held in single_posts(one.title, side)} & shared
    followed = any(other != number and first_day(each) >= last for office in offices for other, each in holders[office])
    return followed or any(end.member.until for end, _ in left)
