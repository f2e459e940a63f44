"""Undertakings that an event or an instrument keeps: a session to be held, a treaty to be signed, a visit to pay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sphinx_bilateral.dossier.comparing.acts import act_words
from sphinx_bilateral.dossier.merging.values import ABOVE_THE_BODY
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import Published
from sphinx_bilateral.model.facts import Agreement, Commitment, Fact, Meeting, Visit
from sphinx_bilateral.model.ladder import status_rank
from sphinx_bilateral.model.words import country_words, words

_EVENTS: Mapping[str, frozenset[str]] = {"held": frozenset({"held", "ongoing"}), "past": frozenset({"past", "ongoing"})}
_TYPES: Mapping[str, type[Fact]] = {"held": Meeting, "past": Visit}


def fulfilled(
    commitments: Sequence[list[Fact]], others: Sequence[Sequence[Fact]], published: Published
) -> list[list[Fact]]:
    """Return *commitments* with a member more for each that a later report tells to be kept, by what it tells.

    "Agreed to hold the fourth session" is kept once that session was held: the words of the undertaking and those that
    announce the session are the same, and a later report has the session as held. An instrument is known by its name
    as well, where one alone is meant.

    :param others: the groups of meetings, visits and agreements.
    :param published: date of publication by source id.
    """
    undertaken = {number for number, group in enumerate(commitments) if _step(group, published) is not None}
    known = _Subjects(others if undertaken else ())
    return [
        [*group, *_kept(group, known, published)] if number in undertaken else list(group)
        for number, group in enumerate(commitments)
    ]


def _step(group: Sequence[Fact], published: Published) -> str | None:
    """Return the status at which an event or an instrument keeps an undertaking that nothing is told to have kept."""
    first = group[0]
    if not isinstance(first, Commitment) or first.status != "open" or published.get(first.evidence[0].source) is None:
        return None
    return None if any(one.get("status") == "implemented" for one in group) else act_words().step(first.action)


class _Subjects:
    """Meetings, visits and instruments, found by the words that tell of them and by the words of their names."""

    def __init__(self, groups: Sequence[Sequence[Fact]]) -> None:
        self.groups = groups
        self._by_source: dict[str, set[int]] = defaultdict(set)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(groups):
            for member in group:
                self._by_source[member.evidence[0].source].add(number)
            for word in _name(group[0]):
                self._by_word[word].add(number)

    def of(self, undertaking: Commitment, kind: type[Fact]) -> list[Sequence[Fact]]:
        """Return those that the words of *undertaking* can be about."""
        source = undertaking.evidence[0].source
        here = [self.groups[number] for number in sorted(self._by_source.get(source, ()))]
        found = [group for group in here if isinstance(group[0], kind) and _is_told_in(group, undertaking)]
        if found or kind is not Agreement:
            return found
        told = set(words(undertaking.action))
        near = sorted({number for word in told for number in self._by_word.get(word, ())})
        named = [self.groups[number] for number in near if isinstance(self.groups[number][0], kind)]
        return [group for group in named if (name := _name(group[0])) and name <= told]


def _name(fact: Fact) -> frozenset[str]:
    """Return the words of the name of an instrument, without those of its sides."""
    if not isinstance(fact, Agreement):
        return frozenset()
    about = fact.name.partition(" between ")[0]
    sides = frozenset().union(*map(country_words, fact.parties))
    return frozenset(words(about)) - sides - {"the", "a", "an", "on", "of", "with", "draft", "new"}


def _is_told_in(group: Sequence[Fact], undertaking: Commitment) -> bool:
    """Tell whether words of *undertaking* announce the event or name the instrument."""
    last = undertaking.evidence[-1]
    return any(
        span.source == last.source and span.start < last.end and last.start < span.end and _is_ahead(member)
        for member in group
        for span in member.evidence
    )


def _is_ahead(fact: Fact) -> bool:
    if isinstance(fact, Agreement):
        return True
    return fact.get("status") in {"scheduled", "planned"}


def _kept(group: Sequence[Fact], known: _Subjects, published: Published) -> Iterator[Commitment]:
    """Yield the undertaking *group* as kept, by what a later report tells."""
    first, step = group[0], _step(group, published)
    assert isinstance(first, Commitment)
    day = published.get(first.evidence[0].source)
    if step is None or day is None:
        return
    found = known.of(first, _TYPES.get(step, Agreement))
    if len(found) != 1:
        return
    for deed in (one for one in found[0] if _keeps(one, first, step)):
        if (told := published.get(deed.evidence[0].source)) is not None and bounds(told)[0] > bounds(day)[1]:
            yield first.model_copy(
                update={
                    "status": "implemented", "evidence": deed.evidence, "date": deed.get("date"), "due": None,
                    "certainty": "confident", "open": (), "rule": "commitment.kept", "in_quote": False,
                    "stated_by": None,
                }
            )  # fmt: skip
            return


def _keeps(deed: Fact, undertaking: Commitment, step: str) -> bool:
    """Tell whether *deed* is sure, of a report's own words, and far enough."""
    if deed.certainty != "confident" or deed.zone in ABOVE_THE_BODY:
        return False
    status = deed.get("status") or ""
    if not isinstance(deed, Agreement):
        return status in _EVENTS[step]
    if deed.ratified_by is not None and set(undertaking.actors) != {deed.ratified_by}:
        return False
    return status_rank(status) >= status_rank(step)
