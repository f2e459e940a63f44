"""Where instruments stand in a sentence: the noun with its name, its parties and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.event_dates import is_term
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence

_FIELDS = {"field", "fields", "area", "areas", "sphere", "spheres", "domain", "domains", "sector", "sectors"}


@dataclass(slots=True)
class Mention:
    """An instrument in a sentence.

    :param first: index of the first unit of its name, *head* of its noun, *last* of the last.
    :param insert: index of the last unit of "signed last year" between the noun and what it is on, or ``None``.
    """

    sentence: Sentence
    first: int
    head: int
    last: int
    kind: str
    short: str | None
    parties: tuple[str, ...]
    subject: tuple[int, int] | None
    plural: bool
    definite: bool
    insert: int | None = None

    @property
    def named(self) -> bool:
        """Tell whether it has a name of its own, and is not only "the agreement"."""
        return (
            self.subject is not None or self.short is not None or self.head - self.first >= 1 or len(self.parties) >= 2
        )


def find_instruments(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the instruments that *sentence* names, in order."""
    found: list[Mention] = []
    for index in sentence.places("instrument"):
        unit = sentence.units[index]
        if found and index <= found[-1].last and not _own_phrase(sentence, index):
            continue
        if index and unit.glued and sentence.cls(index - 1) == "-" and not unit.capital:
            continue
        if (
            sentence.cls(index + 1) == "o"
            and not unit.capital
            and unit.has("loosename")
            and sentence.cls(index + 2) == "V"
            and unit.tags["instrument"] == "agreement"
        ):
            continue
        found.append(_mention(reading, sentence, index))
    return found


def _own_phrase(sentence: Sentence, at: int) -> bool:
    return sentence.cls(at - 1) == "e" and sentence.low(at - 1) in {"a", "an"}


def _names_it(sentence: Sentence, at: int, head: int) -> bool:
    """Tell whether the unit at *at* belongs to the name of the instrument whose noun stands at *head*."""
    unit, letter, before = sentence.units[at], sentence.classes[at], sentence.cls(at - 1)
    if letter in "-S" or unit.has("generic"):
        return True
    if unit.capital:
        return letter == "N" or (letter in "TYVLOsA" and sentence.units[head].capital and at > 0)
    if letter == "V":
        return before in "eD'" and "b" in unit.tags.get("form", "")
    if letter == "l":
        return before in "eCDSl#"
    return letter == "a" and before == "S" and sentence.cls(at + 1) == "S"


def _mention(reading: Reading, sentence: Sentence, at: int) -> Mention:
    first = at
    codes: list[str] = []
    while first > 0 and at - first < 12:
        unit, letter = sentence.units[first - 1], sentence.classes[first - 1]
        if letter in "CD":
            codes.insert(0, code_of(unit) or "")
        elif not _names_it(sentence, first - 1, at):
            break
        first -= 1
    while first < at and sentence.classes[first] in "-'":
        first += 1
    short = None
    last = at
    if sentence.cls(at + 1) == "(" and sentence.cls(at + 3) == ")":
        short, last = sentence.units[at + 2].text, at + 3
    last, subject, more = tail_of(reading, sentence, last)
    parties = tuple(dict.fromkeys([code for code in codes if code] + more))
    low = sentence.low(at)
    plural = (low.endswith("s") and low != "mou's") or low.startswith(("memoranda", "memorandums"))
    definite = sentence.low(first - 1) in {"the", "this", "that", "these", "its", "their"}
    return Mention(
        sentence, first, at, last, sentence.units[at].tags["instrument"], short, parties, subject, plural, definite
    )


def tail_of(reading: Reading, sentence: Sentence, last: int) -> tuple[int, tuple[int, int] | None, list[str]]:
    """Read what follows the noun: the parties it is between, and its subject up to the border of the clause."""
    codes: list[str] = []
    subject: tuple[int, int] | None = None
    index = last + 1
    for _ in range(3):
        word = sentence.low(index)
        if word in {"between", "with"}:
            stop = index + 1
            named: list[str] = []
            while _inside_parties(sentence, stop, named=bool(named)):
                if sentence.classes[stop] in "CD":
                    named.append(code_of(sentence.units[stop]) or "")
                if sentence.classes[stop] == "B":
                    named += reading.both_in(sentence)
                stop += 1
            while stop > index + 1 and sentence.cls(stop - 1) in "aefp":
                stop -= 1
            stop = _possessed(sentence, stop)
            if stop == index + 1:
                break
            codes += named
            if word == "between" or named:
                last, index = stop - 1, stop
                continue
            break
        if (
            word in {"on", "for", "in", "to", "of", "regarding", "concerning", "covering", "about"}
            and not (word == "in" and sentence.cls(index + 1) in "mK#C")
            and subject is None
        ):
            stop = _subject_end(reading, sentence, index + 1)
            if stop > index + 1 and not (word in {"on", "in"} and sentence.cls(index + 1) in "mwt#"):
                subject = (index + 1, stop - 1)
                last, index = stop - 1, stop
                continue
        break
    return last, subject, [code for code in codes if code]


def _possessed(sentence: Sentence, stop: int) -> int:
    """Return the index after "Portugal's shipyards" where a list of parties ends with a possessor before *stop*."""
    if sentence.cls(stop - 1) != "'":
        return stop
    end = stop
    while sentence.cls(end) in "lSLGNYMT" and end - stop < 5:
        end += 1
    return end if end > stop else stop - 1


def _inside_parties(sentence: Sentence, at: int, *, named: bool) -> bool:
    """Tell whether the list of parties after "between" goes on at *at*; bodies of the parties have long names."""
    letter = sentence.cls(at)
    if letter == "p":
        return (
            named and sentence.low(at) in {"for", "in"} and sentence.units[min(at + 1, len(sentence.units) - 1)].capital
        )
    return letter in "CDeafBGNn'" or (letter in "SYTMLl" and sentence.units[at].capital)


def _subject_end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Return the index after the subject of an instrument: a border of clauses, a date, a finite verb, a sibling."""
    index = at
    dates = {
        item.first
        for item in reading.dates[sentence.index]
        if sentence.cls(item.last + 1) in ".,;pahVEX '\"" and not is_term(sentence, item)
    }
    while index < len(sentence.units) and index - at < 40:
        unit, letter = sentence.units[index], sentence.classes[index]
        if index in dates or letter in ';."hqcEXZwtB' or (letter == "m" and not unit.has("verb")):
            break
        if letter == "V" and _finite(sentence, index):
            break
        if letter == "," and any(
            sentence.units[n].has("report") for n in range(index, min(index + 4, len(sentence.units)))
        ):
            break
        if letter == "," and sentence.cls(index + 1) in "acqVepvNTBCHb" and not _list_goes_on(sentence, index):
            break
        if letter == "a" and _sibling(sentence, index + 1):
            break
        if (
            letter == "p"
            and unit.low in {"during", "after", "before", "by", "at", "under", "as", "following", "until"}
            and index > at
        ):
            break
        if letter == "p" and index > at and _sets_scene(sentence, index):
            break
        index += 1
    while index > at and sentence.classes[index - 1] in ",aepfo-v(":
        index -= 1
    return index


def _sets_scene(sentence: Sentence, at: int) -> bool:
    """Tell whether "in" or "on" at *at* says where or when, not in which field: "in Lima", "in the capital"."""
    if sentence.low(at) not in {"in", "on"} or sentence.cls(at + 1) not in "mK#CewO":
        return False
    return sentence.cls(at + 2) != "S" and sentence.low(at + 2) not in _FIELDS


def _finite(sentence: Sentence, at: int) -> bool:
    form = sentence.units[at].tags.get("form", "")
    return ("d" in form or "n" in form or "s" in form) and not sentence.units[at].has("sector")


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Tell whether a list of fields goes on after the comma: "agriculture, trade and health"."""
    probe = comma + 1
    if sentence.cls(probe) == "a":
        probe += 1
    return sentence.cls(probe) == "S" or (sentence.cls(probe) == "l" and sentence.cls(probe + 1) in "a,S.")


def _sibling(sentence: Sentence, at: int) -> bool:
    """Tell whether another instrument or a verb starts at *at*."""
    while sentence.cls(at) == "v":
        at += 1
    if sentence.cls(at) == "V" or sentence.units[min(at, len(sentence.units) - 1)].has("instrument"):
        return True
    if sentence.cls(at) == "l":
        return sentence.low(at).endswith("ed") and sentence.cls(at + 1) in "eCDKb"
    return sentence.cls(at) == "e" and any(
        sentence.units[index].has("instrument") or sentence.cls(index) == "V"
        for index in range(at, min(at + 8, len(sentence.units)))
    )
