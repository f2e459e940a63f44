"""Projects: named works, corridors, programmes and initiatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.reading import Range, Reading
from sphinx_bilateral.extract.words.sectors import sectors_of
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, Unit
from sphinx_bilateral.model.words import fold

_LONGEST_NAME = 4  # words in capitals after the noun of a work, up to that of a longer name


@dataclass(slots=True)
class Found:
    """A work as one sentence names it."""

    name: str
    short: str | None
    country: str | None
    sectors: tuple[str, ...]
    span: Range


def read_projects(reading: Reading) -> None:
    """Put down the named works of the body, each once."""
    seen: set[str] = set()
    for sentence in reading.body():
        headed = _headed(reading, sentence) if sentence.holds(("work", "initiative")) else ()
        for item in (*headed, *(_abbreviated(reading, sentence) if "(" in sentence.classes else ())):
            key = fold(item.name)
            if key in seen:
                continue
            seen.add(key)
            reading.put(
                "project",
                [item.span],
                "project.named",
                name=item.name,
                short=item.short,
                country=item.country,
                sectors=item.sectors,
            )


def _headed(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Yield the works whose name ends with the noun for such a work."""
    last = -1
    for index in sentence.places("work", "initiative"):
        unit = sentence.units[index]
        if unit.has("initiative") and sentence.cls(index - 1) != "(":
            yield Found(unit.text, None, None, (), reading.range_of(sentence, index, index))
        if not unit.has("work") or unit.has("body") or index <= last or _goes_on(sentence, index):
            continue
        last = index
        while (
            sentence.cls(last + 1) != " "
            and sentence.units[last + 1].has("work")
            and sentence.units[last + 1].glued is False
        ):
            last += 1
        yield from _named(reading, sentence, index, last)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether the name goes on in capitals after the noun at *at*: "Port Development Project", "Zone Act"."""
    last = at
    while sentence.cls(last + 1) in "NSLVAMGT" and sentence.units[last + 1].capital and last - at < _LONGEST_NAME:
        last += 1
        following = sentence.units[last]
        if following.has("work") or following.has("instrument") or following.has("organisationhead"):
            return last > at + 1 or not following.has("work")
    return last > at and sentence.units[last].has("lawnoun")


def _named(reading: Reading, sentence: Sentence, head: int, last: int) -> Iterator[Found]:
    """Yield the work whose noun stands at *head*, if it has a name."""
    first = _start_of_name(sentence, head)
    generic = sentence.units[head].has("genericwork")
    if first == head and (generic or " " not in sentence.units[head].text):
        return
    if generic and sentence.units[max(0, head - 1)].has("initiative"):
        return  # "the Rail Baltica project" is told already
    if generic and all(_tells_nothing(sentence.units[index]) for index in range(first, head)):
        return
    lower = not any(sentence.units[n].capital for n in range(first, head + 1))
    while lower and first > 0 and head - first < 6 and _goes_on_lower(sentence, first - 1):
        first -= 1
    if not (_is_named_lower(sentence, first, head, last) if lower else not generic or sentence.units[first].capital):
        return
    short, end = None, last
    if sentence.cls(last + 1) == "(" and sentence.cls(last + 3) == ")":
        short, end = sentence.units[last + 2].text, last + 3
    name_end = last - (last > head and sentence.low(last) in {"project", "projects"})
    yield Found(
        reading.words_of(sentence, first, name_end),
        short,
        _owner(sentence, first),
        sectors_of(sentence, first, last),
        reading.range_of(sentence, first, end),
    )


def _tells_nothing(unit: Unit) -> bool:
    """Tell whether a word of a name says only of what kind the work is: "Exchange Programme", "Nuclear Programme"."""
    return unit.has("plainmodifier") or unit.has("workkind") or unit.text == "-"


def _is_named_lower(sentence: Sentence, first: int, head: int, last: int) -> bool:
    """Tell whether a work in small letters is a certain one: "the coastal gas pipeline", "X's gas storage project"."""
    owned = sentence.low(first - 1) in {"the", "'s"} or sentence.cls(first - 1) == "D"
    return owned and not (last == head and sentence.units[head].has("genericwork"))


def _start_of_name(sentence: Sentence, head: int) -> int:
    """Return the index of the first unit of the name whose noun stands at *head*."""
    first = head
    capitals = sentence.units[head].capital
    while first > 0 and head - first < 8 and _belongs(sentence, first - 1, capitals=capitals):
        first -= 1
        capitals |= sentence.units[first].capital
    while first < head and (sentence.classes[first] in "-'" or _plain(sentence.units[first])):
        first += 1
    return first


def _belongs(sentence: Sentence, at: int, *, capitals: bool) -> bool:
    """Tell whether the unit at *at* goes on with a name to its right; *capitals* tells whether that has any."""
    unit, letter, following = sentence.units[at], sentence.classes[at], sentence.cls(at + 1)
    if letter == "-":
        return True
    if letter in "CKD":
        return capitals and (following == "-" or (letter != "C" and following != "'"))
    if letter not in "NSTlVLYM" or _plain(unit):
        return False
    return unit.capital or not (capitals or unit.has("generic") or letter == "V")


def _plain(unit: Unit) -> bool:
    return not unit.capital and unit.has("plainmodifier")


def _goes_on_lower(sentence: Sentence, at: int) -> bool:
    """Tell whether a word goes on with a name in small letters; "X-funded" is one with its hyphen."""
    compound = sentence.cls(at - 1) == "-" and sentence.classes[at] in "Vl"
    return compound or sentence.classes[at] in "LSl" or (sentence.classes[at] == "-" and sentence.cls(at - 1) in "CD")


def _owner(sentence: Sentence, first: int) -> str | None:
    """Return the country whose possessive stands before a name."""
    owned = first >= 2 and sentence.classes[first - 1] == "'" and sentence.classes[first - 2] in "CD"
    return code_of(sentence.units[first - 2]) if owned else None


def _abbreviated(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Yield capitalised names with their letters in brackets, after a word such as "platforms" or "projects"."""
    for index in range(3, len(sentence.units) - 2):
        if (
            sentence.classes[index] != "("
            or sentence.cls(index + 2) != ")"
            or not sentence.units[index + 1].text.isupper()
        ):
            continue
        letters = sentence.units[index + 1].text
        first = _initials(sentence, index - 1, letters)
        if (
            first is None
            or sentence.units[index - 1].has("work")
            or sentence.units[index - 1].has("instrument")
            or sentence.units[index - 1].has("body")
        ):
            continue
        if any(sentence.units[n].has("organisationhead") for n in range(first, index)):
            continue
        cue = any(sentence.units[n].has("platformcue") for n in range(max(0, first - 22), first))
        owned = sentence.cls(first - 1) == "'" and sentence.cls(first - 2) == "C"
        if not cue and not owned:
            continue
        country = code_of(sentence.units[first - 2]) if owned else None
        yield Found(
            reading.words_of(sentence, first, index - 1),
            letters,
            country,
            sectors_of(sentence, first, index),
            reading.range_of(sentence, first, index + 2),
        )


def _initials(sentence: Sentence, last: int, letters: str) -> int | None:
    """Return where the capitalised words start of which *letters* are the initials, or ``None``."""
    words = 0
    first = last
    index = last
    while index >= 0 and last - index < 12:
        unit = sentence.units[index]
        if unit.capital:
            words += len([word for word in unit.text.split() if word[0].isupper()])
            first = index
        elif unit.cls not in "fepa-":
            break
        index -= 1
        if words >= len(letters):
            break
    return first if words >= 2 and sentence.units[first].text[0] == letters[0] else None
