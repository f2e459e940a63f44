"""Where somebody goes: "Kabul", "the Afghan capital of Kabul", "south China's Hainan Province", "the country"."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.actors.places import Place
from sphinx_bilateral.extract.people.names import name_run
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_LEAD = 8  # units; no more words stand before the name of a place
_APPOSITION = 10  # units; so far "a scenic city in the south of" goes


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that somebody goes to.

    :param last: index of its last unit.
    :param here: it is "here", and nothing shows which country that is.
    :param there: it is "the country", the other one of the two than that of the visitor.
    """

    place: Place
    last: int
    here: bool = False
    there: bool = False

    @property
    def known(self) -> bool:
        """Tell whether the country is known."""
        return self.place[1] is not None

    def for_guest(self, reading: Reading, side: str | None) -> Place:
        """Return the place as it is for a visitor from *side*."""
        return (None, reading.other(side)) if self.there else self.place


NOWHERE = Stop((None, None), 0)
"""Where somebody goes of whom it is only said that he comes."""


def stops_at(reading: Reading, sentence: Sentence, at: int) -> list[Stop]:
    """Return the places of the list that starts at *at*: "Peru, Chile and Kenya"; none where no place stands there."""
    stop = stop_at(reading, sentence, at)
    if stop is None:
        return []
    stops = [stop]
    while True:
        after = stops[-1].last + 1
        if sentence.cls(after) == "," and sentence.cls(after + 1) == "a":
            after += 1
        if sentence.cls(after) not in ",a" or sentence.low(after + 1) == "here":
            return stops
        following = stop_at(reading, sentence, after + 1)
        if following is None or not following.known:
            return stops
        stops.append(following)


def stop_at(reading: Reading, sentence: Sentence, at: int) -> Stop | None:
    """Return the place whose words start at *at*, or ``None``."""
    if sentence.low(at) == "here":
        return Stop((None, reading.home), at, here=reading.home is None)
    if (nation := _nation_of(sentence, at)) is not None:
        return Stop((None, code_of(sentence.units[nation])), nation)
    index, code, capital = _lead(sentence, at)
    unit = sentence.units[index] if index < len(sentence.units) else None
    if unit is None:
        return None
    if unit.cls == "K":
        inside = sentence.cls(index + 1) == "," and sentence.cls(index + 2) == "C" and sentence.cls(index + 3) in ",. "
        return Stop((unit.text, unit.tags["city"]), index + 2 * inside)
    if unit.cls == "C":
        return Stop((None, code_of(unit)), index) if not unit.has("org") and _ends(sentence, index) else None
    if unit.has("countrynoun") and sentence.low(at) in {"the", "this", "that"}:
        return Stop((None, None), index, there=True)
    if unit.cls in "Nn" and unit.capital and (stop := _unknown_city(sentence, index, code)) is not None:
        return stop
    return _capital(sentence, code, index) if capital and code is not None else None


def _nation_of(sentence: Sentence, at: int) -> int | None:
    """Return the index of the state in "the West African nation of Togo"."""
    if sentence.low(at) != "the":
        return None
    for index in range(at + 1, min(at + 6, sentence.size - 2)):
        if sentence.units[index].has("countrynoun"):
            named = sentence.cls(index + 1) == "f" and sentence.cls(index + 2) == "C"
            return index + 2 if named and not sentence.units[index + 2].has("org") else None
        if sentence.classes[index] not in "lLSND-":
            return None
    return None


def _capital(sentence: Sentence, code: str, at: int) -> Stop:
    """Return the place that "the Kenyan capital" is, with its name where one follows: ", Nairobi"."""
    name = sentence.units[at + 1] if sentence.cls(at) == "," and sentence.cls(at + 1) == "K" else None
    if name is not None and name.tags["city"] == code:
        return Stop((name.text, code), at + 1)
    return Stop((None, code), at - 1)


def _lead(sentence: Sentence, at: int) -> tuple[int, str | None, bool]:
    """Return the index after the words before a name, the country they say, and whether they say "capital"."""
    index, code, capital = at, None, False
    while index - at < _LEAD and index < len(sentence.units):
        unit = sentence.units[index]
        if unit.cls == "C" and sentence.cls(index + 1) == "'" and not unit.has("org"):
            code = code_of(unit)
            index += 2
            continue
        if unit.cls == "D":
            code = code_of(unit)
        elif unit.has("placeword") and not unit.capital:
            capital |= unit.low.startswith("capital")
        elif unit.cls != "e" or (index > at and unit.low != "the"):
            break
        index += 1
    return index, code, capital


def _ends(sentence: Sentence, at: int) -> bool:
    """Tell whether the name of a country at *at* stands for itself, not before a noun: "US troops", "China's steel"."""
    letter = sentence.cls(at + 1)
    if letter == "'":
        return False
    if letter not in "lLGTASMYsNV":
        return True
    unit = sentence.units[at + 1]
    if unit.has("relative") or unit.has("soonword"):
        return True
    return letter == "V" and "b" not in unit.tags.get("form", "")


def _unknown_city(sentence: Sentence, at: int, code: str | None) -> Stop | None:
    """Read a place that the lexicon has not: "China's Hainan Province", "Sanya, a scenic city in south China"."""
    end = name_run(sentence.units, at)
    if end == at:
        return None
    name = sentence.units[at].text if end == at + 1 else " ".join(unit.text for unit in sentence.units[at:end])
    if code is not None:
        return Stop((name, code), end - 1)
    if sentence.cls(end) != ",":
        return None
    if sentence.cls(end + 1) == "C" and sentence.cls(end + 2) in ",. " and not sentence.units[end + 1].has("org"):
        return Stop((name, code_of(sentence.units[end + 1])), end + 1)
    index, said = end + 1, False
    while index < min(end + 1 + _APPOSITION, len(sentence.units)) and sentence.classes[index] in "elLfpSODC'N#-":
        unit = sentence.units[index]
        said |= unit.has("placeword") and unit.low != "of"
        if said and unit.cls in "CD" and not unit.has("org"):
            return Stop((name, code_of(unit)), _apposition_end(sentence, index))
        index += 1
    return None


def _apposition_end(sentence: Sentence, at: int) -> int:
    """Return the index of the last unit of "in China's southernmost Hainan Province" from its country on."""
    index = at
    while sentence.cls(index + 1) in "'lNS" and sentence.cls(index) != "N":
        index += 1
    while sentence.cls(index + 1) == "N":
        index += 1
    return index if sentence.cls(index) == "N" else at
