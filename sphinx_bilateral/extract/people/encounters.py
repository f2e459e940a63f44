"""Sides that follow from who meets, tells, receives and accompanies whom, and from for whom somebody signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sphinx_bilateral.extract.people.lists_of_people import chained, is_national, persons_of
from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

Found = Iterator[tuple[Person, str]]
Placed = tuple[int, int, Person]

_MEETING_THEMES = ("meet", "counterpart", "session", "body", "propose", "report", "remark")
_ENCOUNTERS = frozenset({"meeting", "talks", "summit", "conversation", "call", "audience", "discussions"})
_ADDRESSES = frozenset(
    """tell inform brief assure thank urge invite greet congratulate host welcome meet receive accept condole""".split()
)
_RECEIVING = frozenset({"receive", "welcome", "greet", "host"})
_CONVEYING = frozenset({"conveyed", "conveying", "conveys", "delivered", "transmitted"})


def counterparts(reading: Reading) -> Found:
    """Put whose counterpart P of one side is said to be on the other side."""
    for sentence in reading.sentences:
        for mention in reading.mentions[sentence.index]:
            if mention.counterpart and mention.person is not None and mention.person.side:
                for first, _, person in persons_of(reading, sentence):
                    if first < mention.first and (code := reading.other(mention.person.side)):
                        yield person, code


def meetings(reading: Reading) -> Found:
    """Put both ends of a meeting on different sides."""
    for sentence in reading.sentences:
        if persons := persons_of(reading, sentence):
            yield from _two_ends(reading, sentence, persons)


def _two_ends(reading: Reading, sentence: Sentence, persons: list[Placed]) -> Found:
    """Read "P met Kenyan counterparts", "P met with Q, R and S", "in talks with Q, P said": they are of two sides."""
    beside = [index for index, word in enumerate(sentence.lows) if word == "alongside"]
    for index in sorted({*sentence.places(*_MEETING_THEMES), *beside}):
        unit = sentence.units[index]
        if unit.low in _ENCOUNTERS:
            yield from _encounter(reading, sentence, persons, index)
            continue
        met = unit.tags.get("meet") in {"meet", "receive", "speak"} or unit.low == "alongside"
        if unit.has("counterpart"):
            subjects = [person for _, last, person in persons if last < index]
            code = code_of(sentence.units[index - 1]) if index else None
            if subjects and code and (own := reading.other(code)):
                yield subjects[-1], own
        elif met or _addresses(sentence, persons, index):
            objects = chained(sentence, [item for item in persons if item[0] > index])
            yield from _opposed(reading, sentence, _subject(reading, sentence, persons, index), objects)


def _addresses(sentence: Sentence, persons: list[Placed], at: int) -> bool:
    """Tell whether a verb at *at* has a person right after it: "told Q", "called on Q"."""
    unit = sentence.units[at]
    after = at + 1
    if unit.tags.get("verb") == "call":
        if sentence.low(after) not in {"on", "upon"}:
            return False
        after += 1
    elif unit.tags.get("verb") not in _ADDRESSES:
        return False
    while sentence.cls(after) in "ev":
        after += 1
    return any(first == after for first, _, _ in persons)


def _subject(reading: Reading, sentence: Sentence, persons: list[Placed], at: int) -> Person | None:
    """Return the person before the verb at *at*; where "he" is its subject, the one who opened the sentence before."""
    before = [person for _, last, person in persons if last < at]
    if before:
        return before[-1]
    if not any(sentence.low(index) in {"he", "she"} for index in range(min(at, 12))):
        return None
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        earlier = persons_of(reading, reading.sentences[index])
        if earlier:
            first, _, person = earlier[0]
            return person if reading.sentences[index].cls(first - 1) not in "pfo" else None
    return None


def _encounter(reading: Reading, sentence: Sentence, persons: list[Placed], at: int) -> Found:
    """Read "in a meeting with Q, P said", "P said in talks with Q", "talks between P and Q"."""
    link = sentence.low(at + 1)
    following = [item for item in persons if item[0] > at]
    if link not in {"with", "between"} or not following or following[0][0] > at + 4:
        return
    if link == "between":
        if len(following) > 1 and sentence.classes[following[0][1] + 1 : following[1][0]].strip("e") == "a":
            yield from _opposed(reading, sentence, following[0][2], [following[1][2]])
        return
    objects = chained(sentence, following)
    earlier = [person for _, last, person in persons if last < at]
    later = [person for first, _, person in following if person not in objects and sentence.cls(first - 1) == ","]
    subject = earlier[0] if earlier else later[0] if later else _subject(reading, sentence, persons, at)
    yield from _opposed(reading, sentence, subject, objects)


def _opposed(reading: Reading, sentence: Sentence, subject: Person | None, objects: Sequence[Person]) -> Found:
    if subject is None or subject in objects:
        return
    theirs = next((person.side for person in objects if person.side), None)
    ours = subject.side or (reading.other(theirs) if theirs and is_national(subject) else None)
    if ours is None:
        return
    yield subject, ours
    if (other := reading.other(ours)) is not None and not _beside_third(reading, sentence):
        yield from ((person, other) for person in objects if not person.only_posts)


def _beside_third(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a tour takes in a third state there, of which the other can be: "will visit Peru and Japan"."""
    for one in reading.sentences[max(0, sentence.index - 1) : sentence.index + 1]:
        if not one.places("visit", "visitnoun"):
            continue
        for index in one.places("state"):
            listed = _in_list(one, index)
            if listed and not one.units[index].has("org") and code_of(one.units[index]) not in reading.parties:
                return True
    return False


def _in_list(sentence: Sentence, at: int) -> bool:
    """Tell whether the state at *at* stands in a list of states."""
    return (sentence.cls(at + 1) in "a," and sentence.cls(at + 2) in "Ca") or (
        sentence.cls(at - 1) in "a," and sentence.cls(at - 2) in "C,"
    )


def companions(reading: Reading) -> Found:
    """Read "Kenyan President P, accompanied by Trade Minister Q, left": they are of one side."""
    for sentence in reading.sentences:
        if "V" not in sentence.classes:
            continue
        persons = persons_of(reading, sentence)
        for index, unit in enumerate(sentence.units):
            if unit.low != "accompanied" or sentence.low(index + 1) != "by":
                continue
            before = [person for _, last, person in persons if last < index]
            objects = chained(sentence, [item for item in persons if item[0] > index])
            if before and before[-1].side and objects:
                yield from ((person, before[-1].side) for person in objects)


def signatories(reading: Reading) -> Found:
    """Read "signed by P on behalf of Kenya", "P signed for Kenya", "P, representing Kenya"."""
    for sentence in reading.sentences:
        for first, last, person in persons_of(reading, sentence):
            if person.side is None and (code := _signs_for(sentence, first, last)) is not None:
                yield person, code


def _signs_for(sentence: Sentence, first: int, last: int) -> str | None:
    signed = any(sentence.units[index].tags.get("verb") == "sign" for index in range(max(0, first - 6), first))
    for index in range(last + 1, min(last + 6, len(sentence.units) - 1)):
        unit = sentence.units[index]
        if unit.cls in ".;" or (unit.cls == "," and index > last + 1):
            return None
        signed |= unit.tags.get("verb") == "sign"
        behalf = unit.low == "behalf" and sentence.cls(index + 1) == "f"
        if behalf or unit.low == "representing" or (unit.low == "for" and signed):
            place = index + 1 + behalf
            place += sentence.cls(place) == "e"
            found = sentence.cls(place) in "CD" and not sentence.units[place].has("org")
            return code_of(sentence.units[place]) if found else None
    return None


def hosts(reading: Reading) -> Found:
    """Put the host of a guest from one side on the other side: "P and visiting Kenyan Minister Q".

    So too the first of two where only the second has a country: "Trade Minister P and Kenyan Minister Q signed".
    """
    for sentence in reading.sentences:
        mentions = reading.mentions[sentence.index]
        for number, mention in enumerate(mentions):
            side = mention.person.side if mention.person else None
            if not side:
                continue
            if mention.visiting or _guest(sentence, mention):
                for other in mentions:
                    if other is not mention and other.person is not None and (code := reading.other(side)):
                        yield other.person, code
            elif mention.side and number and (code := reading.other(mention.side)):
                earlier = mentions[number - 1]
                joined = sentence.classes[earlier.last + 1 : mention.first].strip("e") == "a"
                owned = sentence.cls(earlier.first - 1) == "'"  # "the premier's secretary P and Kenyan envoy Q"
                if joined and not owned and earlier.person is not None and is_national(earlier.person):
                    yield earlier.person, code


def receivers(reading: Reading) -> Found:
    """Put who receives an unnamed guest of one side on the other: "Minister P received the Kenyan premier"."""
    for sentence in reading.having("meet", "remark"):
        for index in sentence.places("meet", "remark"):
            unit = sentence.units[index]
            if unit.tags.get("verb") not in _RECEIVING or sentence.cls(index + 1) not in "eD":
                continue
            before = [person for _, last, person in persons_of(reading, sentence) if last == index - 1]
            code = _unnamed_guest(sentence, index + 1)
            host = reading.other(code) if code is not None else None
            if before and host is not None and is_national(before[0]):
                yield before[0], host


def _unnamed_guest(sentence: Sentence, at: int) -> str | None:
    """Return the side of "the (visiting) Kenyan premier", "a Kenyan delegation" at *at*."""
    while sentence.cls(at) in "el" and sentence.cls(at) != " ":
        at += 1
    code = code_of(sentence.units[at]) if sentence.cls(at) == "D" else None
    while sentence.cls(at + 1) in "SL":
        at += 1
    guest = sentence.units[at + 1] if at + 1 < sentence.size else None
    return code if guest is not None and (guest.has("office") or guest.low == "delegation") else None


def conveyors(reading: Reading) -> Found:
    """Put whose greetings somebody conveys on the side of who conveys them: "Kenyan envoy P conveyed Q's message"."""
    for sentence in reading.sentences:
        if _CONVEYING.isdisjoint(sentence.lows):
            continue
        persons = persons_of(reading, sentence)
        for index, word in enumerate(sentence.lows):
            if word not in _CONVEYING:
                continue
            before = [person for _, last, person in persons if last < index]
            owner = next(
                (one for first, last, one in persons if index < first <= index + 3 and _owns(sentence, last)), None
            )
            if owner is not None and len(before) == 1 and before[0].side:
                yield owner, before[0].side


def _owns(sentence: Sentence, last: int) -> bool:
    return sentence.cls(last + 1) == "'" or sentence.cls(last) == "'"


def _guest(sentence: Sentence, mention: PersonMention) -> bool:
    before = mention.first - 1
    while before >= 0 and sentence.classes[before] in "ev":
        before -= 1
    return (
        before >= 0
        and sentence.units[before].has("meet")
        and sentence.units[before].tags["meet"] in {"receive", "hold"}
    )
