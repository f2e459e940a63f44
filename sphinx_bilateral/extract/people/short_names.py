"""Which person a part of a name, or an office, stands for."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.words.units import Sentence

Placed = tuple[int, int, Person]
"""First and last unit of a mention, and who it is."""


class NameIndex:
    """The persons of a report by the words of their names, and by office.

    :ivar shared: the persons of each word that several bear, which stands for none of them.
    """

    def __init__(self) -> None:
        self.shared: dict[str, list[Person]] = {}
        self._persons: dict[str, Person] = {}  # by the words that one person alone bears
        self._holders: dict[tuple[str, str | None], list[Person]] = {}  # by office and side; in order
        self._placed: dict[int, list[Placed]] = {}  # by the index of the sentence

    def add_names(self, people: Iterable[Person]) -> None:
        """Note which single words stand for which person; a word of two names stands for none."""
        bearers: dict[str, list[Person]] = {}
        for person in people:
            tokens = {token for mention in person.mentions for token in mention.tokens}
            for word in {word for token in tokens for word in (token, *token.split("-"))}:
                if len(word) > 1 and word[0].isupper() and not word.isupper():
                    bearers.setdefault(word, []).append(person)
        self._persons = {word: persons[0] for word, persons in bearers.items() if len(persons) == 1}
        self.shared = {word: persons for word, persons in bearers.items() if len(persons) > 1}

    def add_offices(self, people: Iterable[Person]) -> None:
        """Note who holds which office: on each side, and on any."""
        for person in people:
            for side in {person.side, None}:
                self._holders.setdefault((person.title_head, side), []).append(person)

    def holder(self, office: str, side: str | None, before: int) -> Person | None:
        """Return the one person who was named before the offset *before* with *office*, on *side* or on any."""
        named = [person for person in self._holders.get((office, side), ())[:2] if person.mentions[0].start < before]
        return named[0] if len(named) == 1 else None

    def short_in(self, sentence: Sentence) -> list[Placed]:
        """Return the names in *sentence* that are a part of one person's name: "Rao", "Mr Rao"."""
        found = self._placed.get(sentence.index)
        if found is None:
            found = self._placed[sentence.index] = self._find(sentence) if self._persons else []
        return found

    def _find(self, sentence: Sentence) -> list[Placed]:
        found: list[Placed] = []
        free = 0
        persons = self._persons
        for place in [at for at, unit in enumerate(sentence.units) if unit.text in persons]:
            if place < free or not _can_be_name(sentence, place):
                continue
            person = persons[sentence.units[place].text]
            last = place
            while last + 1 < len(sentence.units) and self._persons.get(sentence.units[last + 1].text) is person:
                last += 1
            found.append((_start(sentence, place), last, person))
            free = last + 2
        return found


def _start(sentence: Sentence, first: int) -> int:
    """Return where a short name starts with its particle, honorific and title: "al-Otwa", "Minister Rao"."""
    if sentence.cls(first - 1) == "-" and sentence.cls(first - 2) == "n":
        first -= 2
    while first and sentence.classes[first - 1] in "HT" and sentence.units[first - 1].capital:
        first -= 1
    return first


def _can_be_name(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at *at* can stand for a person: a word of the lexicon only where its place shows it."""
    letter, unit = sentence.classes[at], sentence.units[at]
    if letter == "N":
        return True
    titled = sentence.cls(at - 1) in "TH" and sentence.units[at - 1].capital
    if letter in "CK":
        return titled and sentence.cls(at + 1) != "'"  # "President Lagos" of whom the report has the whole name
    if not unit.capital or sentence.zone != "body" or letter in "DTHb":
        return False
    follows = sentence.cls(at + 1) in "VEXZ'" and not unit.has("preposition")
    inside = at > 0 and sentence.cls(at - 1) in "pVc,a"
    return titled or (follows and letter in "LSVm$") or (inside and letter in "LSm$")
