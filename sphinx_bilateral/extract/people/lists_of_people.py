"""Lists of persons: who stands in one list with whom, and the side that goes along it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_RECIPROCAL = frozenset(
    """meet met hold held sign signed discuss discussed agree agreed co-chair co-chaired exchange exchanged speak spoke
    talk talked greet greeted chair chaired witness witnessed inaugurate inaugurated""".split()
)
_HEADS = frozenset({"president", "prime", "premier", "pm", "king", "queen", "chancellor", "emir", "sultan", "amir"})
NATIONAL = frozenset(
    {"minister", "president", "premier", "chancellor", "pm", "secretary", "king", "queen", "emir", "prime", "speaker"}
)
"""Heads of the titles that a state has one of at a time, or that only a member of its government holds."""

_DEPUTIES = frozenset({"vice", "deputy", "assistant", "acting"})
_SEPARATORS = frozenset({",", ",a", "a", ";", ";a"})


def persons_of(reading: Reading, sentence: Sentence) -> list[tuple[int, int, Person]]:
    """Return the persons of *sentence*, titled or by a part of their names, with first and last unit, in order."""
    found = reading.persons.get(sentence.index)
    if found is None:
        mentions, short = reading.mentions[sentence.index], reading.names.short_in(sentence)
        named = [(item.first, item.last, item.person) for item in mentions if item.person is not None]
        taken = {index for first, last, _ in named for index in range(first, last + 1)}
        named += [item for item in short if item[0] not in taken]
        found = reading.persons[sentence.index] = sorted(named, key=lambda item: item[0])
    return found


def chained(sentence: Sentence, persons: Sequence[tuple[int, int, Person]]) -> list[Person]:
    """Return the first of *persons* with those who stand in one list with it, up to the one after "and"."""
    found: list[Person] = []
    joined = 1
    end = -1
    for first, last, person in persons:
        between = sentence.classes[end + 1 : first].strip("e") if found else ""
        if found and between not in _SEPARATORS:
            break
        found.append(person)
        end = last
        if "a" in between:
            joined = len(found)
    return found[:joined]


def list_sides(reading: Reading) -> Iterator[tuple[Person, str]]:
    """Carry a side along a list of titled persons: "the Kenyan Foreign Minister A, Trade Secretary B and Envoy C"."""
    for sentence in reading.sentences:
        mentions = reading.mentions[sentence.index]
        listed = False
        for earlier, later in itertools.pairwise(mentions):
            after_list, listed = listed, False
            if later.person is None or earlier.person is None or later.side or earlier.visiting:
                continue
            if not (earlier.person.side and earlier.title and later.title) or earlier.plural:
                continue
            between = sentence.classes[earlier.last + 1 : later.first]
            parted = between in {",", ",e", ",ae", ";"}
            longer = between in {",a", ";a"} or (parted and _goes_on(sentence, mentions, later))
            ends = between in {"a", "ae"} and (after_list or _two_of_one(reading, sentence, earlier, later))
            if longer or ends:
                listed = longer
                yield later.person, earlier.person.side
        yield from _after_short_name(reading, sentence)


def _goes_on(sentence: Sentence, mentions: list[PersonMention], later: PersonMention) -> bool:
    """Tell whether a list that has reached *later* comes to its "and": not "to President A, President B wrote"."""
    last = later.last
    for mention in mentions:
        if mention.first <= later.first:
            continue
        between = sentence.classes[last + 1 : mention.first].strip("e")
        if between not in _SEPARATORS:
            break
        if "a" in between:
            return True
        last = mention.last
    return sentence.cls(last + 1) == "a" or (sentence.cls(last + 1) == "," and sentence.cls(last + 2) == "a")


def is_national(person: Person) -> bool:
    """Tell whether a person holds an office of the state: "minister", not "president of the Otwo Federation"."""
    mention = person.titled
    if mention.title is None or person.title_head not in NATIONAL:
        return False
    words = mention.title_text.split()
    if "minister" in words or "premier" in words:
        return True
    units = mention.sentence.units
    before = units[mention.first - 1] if mention.first else None
    owned = before is not None and before.cls == "N" and before.capital
    tail = {"of", "at", "with", "for"} & set(words[1:]) and "state" not in words
    return not owned and not tail and not person.only_posts


def _after_short_name(reading: Reading, sentence: Sentence) -> Iterator[tuple[Person, str]]:
    """Read "talks with Otwori and Prime Minister Rono": who is met together is of one side."""
    if not mentioned_openly(reading, sentence):
        return
    for (first, last, earlier), (start, _, later) in itertools.pairwise(persons_of(reading, sentence)):
        if sentence.classes[last + 1 : start] == "a" and earlier.side and _met(sentence, first):
            yield later, earlier.side


def mentioned_openly(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a titled person of *sentence* has no side as yet."""
    return any(mention.person and mention.person.side is None for mention in reading.mentions[sentence.index])


def _two_of_one(reading: Reading, sentence: Sentence, earlier: PersonMention, later: PersonMention) -> bool:
    """Tell whether two persons joined by "and" are of one side.

    "Kenyan President A and Trade Minister B left", "talks with Kenyan President A and Premier B"; not "Kenyan Premier
    A and President B met", where the second can be the host, and in a paper at home often is.
    """
    if _deputy_of(earlier, later):
        return True
    if earlier.side is None or earlier.title_text == later.title_text:
        return False
    if _met(sentence, earlier.first):
        return True
    if is_head(later) or (reading.home in reading.parties and reading.home != earlier.side):
        return False
    following = next(
        (index for index in range(later.last + 1, len(sentence.units)) if sentence.classes[index] in "VE"), None
    )
    return following is not None and not any(
        sentence.low(index) in _RECIPROCAL for index in range(following, min(following + 4, len(sentence.units)))
    )


def is_head(mention: PersonMention) -> bool:
    """Tell whether the title is that of a head of state or government."""
    words = set(mention.title_text.split())
    return bool(words & _HEADS) and not words & _DEPUTIES


def _met(sentence: Sentence, first: int) -> bool:
    """Tell whether the list that starts at *first* is the object of a meeting."""
    before = first - 1
    while before >= 0 and sentence.classes[before] in "ev":
        before -= 1
    return before >= 0 and (sentence.low(before) in {"with", "by", "to"} or sentence.units[before].has("meet"))


def _deputy_of(earlier: PersonMention, later: PersonMention) -> bool:
    """Tell whether the second holds the office under the first: "President A and Vice President B"."""
    words, own = later.title_text.split(), earlier.title_text.split()
    deputy = bool(words) and words[0] in _DEPUTIES and words[1:] == own
    return deputy and later.side is None and earlier.side is None
