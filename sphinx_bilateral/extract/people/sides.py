"""Whose side a person is on, where the title does not say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sphinx_bilateral.extract.people import encounters, side_contexts, stated_sides
from sphinx_bilateral.extract.people.lists_of_people import is_national, list_sides, persons_of
from sphinx_bilateral.extract.people.office_changes import sides_of_changes
from sphinx_bilateral.extract.people.people import Person, known_side
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_GOING = frozenset("was is visited visits arrived arrives travelled traveled flew".split())
_TOWARDS = frozenset({"in", "to", "at", "for", "visited", "visits"})
Found = Iterator[tuple[Person, str]]
Rule = Callable[[Reading], Found]


_ONE_OF_A_STATE = frozenset({"president", "king", "queen", "emir", "sultan"})


def decide_sides(reading: Reading) -> None:
    """Give every person the side that the report allows, surest rules first."""
    for person in reading.people:
        if person.side is None and (code := known_side(person, reading.words)) is not None:
            person.side, person.side_rule = code, "leader"
    sure: tuple[tuple[str, Rule], ...] = (
        ("owner", side_contexts.owners),
        ("change", sides_of_changes),
        ("region", side_contexts.regions),
        ("body", side_contexts.bodies),
        ("delegation", side_contexts.delegations),
        ("delegation", stated_sides.presented),
        ("behalf", side_contexts.spoken_for),
        ("companion", side_contexts.companions),
        ("called", stated_sides.called),
        ("list", list_sides),
        ("posted", _posted),
        ("signatory", encounters.signatories),
        ("counterpart", encounters.counterparts),
        ("companion", encounters.companions),
        ("conveyor", encounters.conveyors),
        ("list", list_sides),
        ("domestic", _domestic),
    )
    _apply(reading, sure)
    if _names_third_state(reading):
        return  # the other side of a guest, a host or a dateline can then be the third
    by_contrast: tuple[tuple[str, Rule], ...] = (
        ("meeting", encounters.meetings),
        ("list", list_sides),
        ("host", encounters.hosts),
        ("receiver", encounters.receivers),
        ("visitor", _visitors),
        ("dateline", _datelines),
    )
    _apply(reading, by_contrast)


def _apply(reading: Reading, rules: tuple[tuple[str, Rule], ...]) -> None:
    for name, rule in rules:
        if all(person.side for person in reading.people):
            return
        for person, code in rule(reading):
            if person.side is None:
                person.side, person.side_rule = code, name


def _names_third_state(reading: Reading) -> bool:
    """Tell whether a person of a state that is no party has a part in the report."""
    return bool(reading.both) and any(person.side and person.side not in reading.both for person in reading.people)


def _posted(reading: Reading) -> Found:
    """Put an ambassador to one of the two sides on the other one."""
    for person in reading.people:
        for mention in person.mentions:
            if mention.posted in reading.both and (code := reading.other(mention.posted)):
                yield person, code


def _visitors(reading: Reading) -> Found:
    """Put who goes to one of the two countries on the side of the other: "Envoy P was in Lima", "P's visit to Peru"."""
    for sentence in reading.sentences:
        if not sentence.places("state", "city"):
            continue
        for _, last, person in persons_of(reading, sentence):
            if person.side is None and (home := reading.other(_goes_to(sentence, last))) is not None:
                yield person, home


def _goes_to(sentence: Sentence, last: int) -> str | None:
    """Return where the person whose name ends at *last* goes: "arrived in Lima", "'s visit to Peru"."""
    going = -1
    for index in range(last + 1, min(last + 12, len(sentence.units))):
        unit = sentence.units[index]
        if unit.cls in ",.;q" or (
            unit.cls == "V" and going < 0 and unit.low not in _GOING and not unit.has("visitnoun")
        ):
            return None
        if unit.cls == "E" and sentence.low(index + 1) not in {"in", "on", "currently", "here"}:
            return None
        if unit.low in _GOING or unit.has("visitnoun"):
            going = index
        elif unit.cls in "KC" and 0 <= going < index:
            return code_of(unit) if sentence.low(index - 1) in _TOWARDS or unit.cls == "C" else None
    return None


def _domestic(reading: Reading) -> Found:
    """Put ministers without a country on the side of the report's own head, where the report is one from home.

    It is where the first person of the body is a known head of one side without its country, and every other person
    that names no country is of that side too, while those of the other side all have theirs beside them.
    """
    firsts = [person.first_in_body for person in reading.people]
    order = sorted((mention for mention in firsts if mention and mention.title), key=lambda mention: mention.start)
    if not order or order[0].side or order[0].person is None or order[0].person.side not in reading.parties:
        return
    home = order[0].person.side
    heads = {person.title_head for person in reading.people if person.side == home}
    for mention in order:
        own = mention.person.side if mention.person else None
        if own in reading.parties and (own == home) != (mention.side is None):
            return
    for mention in order:
        person = mention.person
        if person is None or person.side is not None or mention.counterpart:
            continue
        if person.title_head in _ONE_OF_A_STATE and person.title_head in heads:
            continue  # a second president is of another state
        if is_national(person) or person.title_head.startswith("spokes"):
            yield person, home


def _datelines(reading: Reading) -> Found:
    """Put a minister without a country on the side where the report was written, if that is a party."""
    home = reading.home
    if home is None or home not in reading.parties:
        return
    held = {person.title_head for person in reading.people if person.side == home}
    for person in reading.people:
        mention = person.mentions[0]
        possessed = mention.sentence.cls(mention.first - 1) == "f"
        if person.title_head not in held and is_national(person) and not possessed:
            yield person, home
