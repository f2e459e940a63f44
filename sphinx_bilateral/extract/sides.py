"""Whose side a person is on, where the title does not say."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from sphinx_bilateral.extract.people import Person, PersonMention, known_side
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence

Named = tuple[Sentence, list[tuple[int, int, Person]]]
"""A sentence and the persons it names, each with its first and last index, in order."""

_NATIONAL = frozenset(
    {"minister", "president", "premier", "chancellor", "pm", "secretary", "king", "queen", "emir", "prime", "speaker"}
)


def decide_sides(reading: Reading) -> None:
    """Give every person the side that the report allows, surest rules first."""
    for person in reading.people:
        if person.side is None and (code := known_side(person, reading.words)) is not None:
            person.side, person.side_rule = code, "leader"
    named = [(sentence, persons) for sentence in reading.sentences if (persons := _persons(reading, sentence))]
    for rule, sides in (
        ("delegation", _delegations(named)),
        ("list", _lists(reading, named)),
        ("counterpart", _counterparts(reading, named)),
    ):
        for person, code in sides:
            if person.side is None:
                person.side, person.side_rule = code, rule
    if _names_third_state(reading):
        return  # the other side of a guest, a host or a dateline can then be the third
    for rule, sides in (
        ("host", _hosts(reading, named)),
        ("visitor", _visitors(reading, named)),
        ("dateline", _datelines(reading)),
    ):
        for person, code in sides:
            if person.side is None:
                person.side, person.side_rule = code, rule


def _persons(reading: Reading, sentence: Sentence) -> list[tuple[int, int, Person]]:
    mentions, short = reading.mentions[sentence.index], reading.short_names(sentence)
    if not mentions:
        return short
    named = [(item.first, item.last, item.person) for item in mentions if item.person is not None]
    taken = {index for first, last, _ in named for index in range(first, last + 1)}
    named += [item for item in short if item[0] not in taken]
    return sorted(named, key=lambda item: item[0])


def _names_third_state(reading: Reading) -> bool:
    """Tell whether a person of a state that is no party has a part in the report."""
    return bool(reading.both) and any(person.side and person.side not in reading.both for person in reading.people)


def _delegations(named: Sequence[Named]) -> Iterator[tuple[Person, str]]:
    """Read "the Kenyan delegation was led by P", "on the Kenyan side by P", "P led the Kenyan delegation"."""
    for sentence, persons in named:
        for index in sentence.places("government", "persongroup"):
            if sentence.low(index) not in {"delegation", "side", "team"} or not index:
                continue
            code = next(
                (
                    code_of(sentence.units[probe])
                    for probe in range(max(0, index - 4), index)
                    if sentence.classes[probe] in "CD"
                ),
                None,
            )
            if code is None:
                continue
            following = [item for item in persons if item[0] > index]
            if (
                following
                and following[0][0] - index < 9
                and "by" in {sentence.low(probe) for probe in range(index + 1, following[0][0])}
            ):
                yield following[0][2], code
            before = [item for item in persons if item[1] < index]
            if before and any(
                sentence.low(probe) in {"led", "leads", "heads", "headed"} for probe in range(before[-1][1] + 1, index)
            ):
                yield before[-1][2], code


def _lists(reading: Reading, named: Sequence[Named]) -> Iterator[tuple[Person, str]]:
    """Carry a side along a list of titled persons: "the Kenyan Foreign Minister A, Trade Secretary B and Envoy C"."""
    for sentence, _ in named:
        mentions = reading.mentions[sentence.index]
        for earlier, later in itertools.pairwise(mentions):
            if later.person is None or earlier.person is None or later.side or earlier.visiting:
                continue
            between = sentence.classes[earlier.last + 1 : later.first]
            in_list = between in {",", ",a"} or (between in {",e", ",ae"} and len(mentions) > 2)
            if in_list and earlier.person.side and earlier.title and later.title:
                yield later.person, earlier.person.side


def _counterparts(reading: Reading, named: Sequence[Named]) -> Iterator[tuple[Person, str]]:
    """Put "his counterpart P" on the other side, and both ends of a meeting on different sides."""
    for sentence, persons in named:
        for mention in reading.mentions[sentence.index]:
            if mention.counterpart and mention.person is not None and mention.person.side:
                for first, _, person in persons:
                    if first < mention.first and (code := reading.other(mention.person.side)):
                        yield person, code
        yield from _two_ends(reading, sentence, persons)


def _two_ends(
    reading: Reading, sentence: Sentence, persons: list[tuple[int, int, Person]]
) -> Iterator[tuple[Person, str]]:
    """Read "P met Kenyan counterparts", "P met with Q, R and S": the objects are the other side."""
    beside = [index for index, word in enumerate(sentence.lows) if word == "alongside"]
    for index in sorted({*sentence.places("meet", "counterpart"), *beside}):
        unit = sentence.units[index]
        if unit.tags.get("meet") not in {"meet", "receive", "speak"} and not (
            unit.has("counterpart") or unit.low == "alongside"
        ):
            continue
        subjects = [person for _, last, person in persons if last < index]
        objects = [person for first, _, person in persons if first > index]
        if unit.low.startswith("counterpart") and subjects:
            code = code_of(sentence.units[index - 1]) if index else None
            if code and (own := reading.other(code)):
                yield subjects[-1], own
            continue
        if not subjects:
            continue
        theirs = next((person.side for person in objects if person.side), None)
        ours = subjects[-1].side or (reading.other(theirs) if theirs else None)
        if ours is None:
            continue
        yield subjects[-1], ours
        if (other := reading.other(ours)) is not None:
            for person in objects:
                yield person, other


def _hosts(reading: Reading, named: Sequence[Named]) -> Iterator[tuple[Person, str]]:
    """Put the host of a guest from one side on the other side: "P and visiting Kenyan Minister Q"."""
    for sentence, _ in named:
        mentions = reading.mentions[sentence.index]
        for mention in mentions:
            side = mention.person.side if mention.person else None
            if not side or not (mention.visiting or _guest(sentence, mention)):
                continue
            for other in mentions:
                if other is not mention and other.person is not None and (code := reading.other(side)):
                    yield other.person, code


def _guest(sentence: Sentence, mention: PersonMention) -> bool:
    before = mention.first - 1
    while before >= 0 and sentence.classes[before] in "ev":
        before -= 1
    return (
        before >= 0
        and sentence.units[before].has("meet")
        and sentence.units[before].tags["meet"] in {"receive", "hold"}
    )


def _visitors(reading: Reading, named: Sequence[Named]) -> Iterator[tuple[Person, str]]:
    """Put who is in one of the two countries to talk on the side of the other: "Envoy P was in Nairobi to discuss"."""
    for sentence, persons in named:
        for _, last, person in persons:
            rest = sentence.units[last + 1 : last + 5]
            for number, unit in enumerate(rest):
                if unit.cls in "KC" and number >= 1 and rest[0].low in {"was", "is", "visited", "visits", "arrived"}:
                    code = code_of(unit)
                    if code in reading.both and (home := reading.other(code)):
                        yield person, home
                    break


def _datelines(reading: Reading) -> Iterator[tuple[Person, str]]:
    """Put a minister without a country on the side where the report was written, if that is a party."""
    home = reading.home
    if home is None or home not in reading.parties:
        return
    held = {person.title_head for person in reading.people if person.side == home}
    for person in reading.people:
        mention = person.mentions[0]
        possessed = mention.sentence.cls(mention.first - 1) == "f"
        if person.title_head in _NATIONAL - held and not possessed:
            yield person, home
