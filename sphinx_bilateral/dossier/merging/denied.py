"""Denials put beside what they deny: a planned visit, talks, an undertaking, in other words and to another day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sphinx_bilateral.dossier.comparing.agreeing import same_place, same_speaker
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.dossier.persons.posts import same_post, title_words
from sphinx_bilateral.model.dates import agree, bounds
from sphinx_bilateral.model.facts import Fact, Meeting, Participant, Visit
from sphinx_bilateral.model.words import country_words, is_of_state, words

DENIED = "denied"

_OF_ONE_PLAN = 31
"""Days within which a denial without a day is of what another report told."""


class Offices:
    """The titles that reports give to persons, by which "its foreign minister" is found to be one of them."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._titles: dict[str, set[str]] = defaultdict(set)
        for fact in facts:
            if isinstance(fact, Participant) and fact.title:
                self._titles[fact.name].add(_without_state(fact.title, fact.side))

    def are_one(self, one: Visit, other: Visit) -> bool:
        """Tell whether two visitors can be one: by name, by office, or one by the office that the other has."""
        if same_speaker(one.visitor, other.visitor):
            return True
        mine, theirs = (self._of(visit) for visit in (one, other))
        return any(same_post(left, right, one.origin) for left in mine for right in theirs)

    def _of(self, visit: Visit) -> set[str]:
        """Return the titles of a visitor; the words that name one, where they are an office."""
        if held := self._titles.get(visit.visitor):
            return held
        is_office = not title_words().themes["office"].isdisjoint(words(visit.visitor))
        return {_without_state(visit.visitor, visit.origin)} if is_office else set()


@lru_cache(maxsize=4096)
def _without_state(title: str, side: str | None) -> str:
    """Return the words of a title without the state that it is of: *Iranian foreign minister*."""
    own = country_words(side) if side else frozenset()
    return " ".join(word for word in words(title) if not is_of_state(word, own))


def joined_denials(
    groups: Mapping[str, list[list[Fact]]], occasions: Occasions, people: Iterable[Fact]
) -> dict[str, list[list[Fact]]]:
    """Return *groups* with each denial of a visit or a meeting put to the one that it can be of, where that is one.

    :param groups: by type. *people*: the persons of the reports, with their titles.
    """
    if not any(one.get("status") == DENIED for name in ("visit", "meeting") for part in groups[name] for one in part):
        return dict(groups)
    offices = Offices(people)
    joined = {
        "visit": _joined(groups["visit"], lambda one: one.country, offices.are_one, occasions),
        "meeting": _joined(groups["meeting"], lambda one: frozenset(one.parties), _one_format, occasions),
    }
    return {**groups, **joined}


def _joined(
    groups: Sequence[list[Fact]],
    key: Callable[[Any], Hashable],
    alike: Callable[[Any, Any], bool],
    occasions: Occasions,
) -> list[list[Fact]]:
    parts = [list(group) for group in groups]
    told: dict[Hashable, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if any(one.get("status") != DENIED for one in part):
            told[key(part[0])].append(number)
    for part in parts:
        if any(one.get("status") != DENIED for one in part) or key(part[0]) is None:
            continue
        near = [number for number in told.get(key(part[0]), ()) if _can_be(part[0], parts[number], alike, occasions)]
        if len(near) == 1:
            parts[near[0]].extend(part)
            part.clear()
    return [part for part in parts if part]


def _can_be(denial: Fact, told: Sequence[Fact], alike: Callable[[Any, Any], bool], occasions: Occasions) -> bool:
    """Tell whether *denial* can be of what *told* tells: who, where and when do not part them."""
    if not any(one.certainty == "confident" and alike(denial, one) for one in told) or _is_apart(denial, told):
        return False
    mine, days = denial.get("date"), [one.get("date") for one in told if one.get("date")]
    if mine is not None and days:
        return any(agree(mine, day) for day in days)
    source = denial.evidence[0].source
    gaps = [occasions.days_between(source, one.evidence[0].source) for one in told]
    if any(gap is not None and gap <= _OF_ONE_PLAN for gap in gaps):
        return True
    published = occasions.published.get(source)
    return published is not None and any(bounds(day)[1] >= bounds(published)[0] for day in days)


def _is_apart(denial: Fact, told: Sequence[Fact]) -> bool:
    name = "destination" if isinstance(denial, Visit) else "place"
    place = denial.get(name)
    country = denial.get("country")  # where no city is named
    if place in (None, country) or any(one.get(name) in (None, country) for one in told):
        return False
    return not any(same_place(place, one.get(name), denial, one) for one in told)


def _one_format(one: Meeting, other: Meeting) -> bool:
    """Tell whether talks, by whatever name, can be those of *other*; a body is denied by its own name."""
    return one.kind in {other.kind, "talks"} and len({one.ordinal, other.ordinal} - {None}) < 2


def settled(group: Sequence[Fact]) -> list[Fact]:
    """Return *group* with its denials as sure readings, where it has a sure reading that they are of.

    A denial alone says nothing to print; beside what it denies it is one of two readings of one status.
    """
    told = any(one.certainty == "confident" and one.get("status") != DENIED for one in group)
    if not told:
        return list(group)
    return [
        one.model_copy(update={"certainty": "confident", "open": ()})
        if one.get("status") == DENIED and one.open == ("status",) and one.zone == "body"
        else one
        for one in group
    ]
