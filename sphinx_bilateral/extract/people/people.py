"""Persons: names with their titles, as the sentences write them, and who of them are one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.extract.words.wordlists import Lexicon, name_key
from sphinx_bilateral.model.words import fold

_MOST = 50  # persons who share a word of their names, above which a text is no report
_WOMEN = frozenset(
    "mrs ms miss mme lady dame queen princess spokeswoman chairwoman congresswoman businesswoman sheikha daw".split()
)
_MEN = frozenset("mr sir lord king prince spokesman congressman businessman sheikh emir sultan imam ayatollah".split())


@dataclass(slots=True, eq=False)
class PersonMention:
    """A name in a sentence.

    :param first: index of its first unit, title included; *last* inclusive.
    :param name: first and last index of the name's own units.
    :param title: offsets in the canonical text of the title, or ``None``.
    :param side: code that stands right beside the name or in the title.
    :param plural: the title is that of a list: "Presidents A and B".
    :param post: the title is no public office: "researcher", "general manager".
    :param posted: the state to which an ambassador is sent.
    :param former: "former" stands before the country of the title.
    """

    sentence: Sentence
    first: int
    last: int
    name: tuple[int, int]
    tokens: tuple[str, ...]
    title: tuple[int, int] | None = None
    side: str | None = None
    counterpart: bool = False
    visiting: bool = False
    plural: bool = False
    honorific: bool = False
    post: bool = False
    posted: str | None = None
    former: bool = False
    person: Person | None = field(default=None, repr=False)

    @property
    def start(self) -> int:
        """Offset in the canonical text of the mention with its title."""
        return self.sentence.units[self.first].start

    @property
    def end(self) -> int:
        """Offset after it."""
        return self.sentence.units[self.last].end

    @property
    def title_text(self) -> str:
        """The words of the title in small letters, or nothing."""
        if self.title is None:
            return ""
        first, end = self.title
        shown = [unit for unit in self.sentence.units if first <= unit.start < end]
        if len(shown) == 1 and shown[0].has("anaphor"):
            return shown[0].low.removeprefix("the ").removesuffix("s")
        return " ".join(unit.low for unit in shown)

    @property
    def title_words(self) -> int:
        """Number of the units of the title and of the country beside it."""
        if self.title is None:
            return 0
        units = self.sentence.units[self.first : self.last + 1]
        return sum(unit.cls in "CD" or self.title[0] <= unit.start < self.title[1] for unit in units)

    @property
    def written(self) -> str:
        """The name as it is written, without the letters of honours after it."""
        units = self.sentence.units[self.name[0] : self.name[1] + 1]
        while (
            len(units) > 1
            and units[-1].has("namesuffix")
            and units[-1].low.rstrip(".") not in {"jr", "sr", "ii", "iii", "iv"}
        ):
            units = units[:-1]
        name = ""
        for number, unit in enumerate(units):
            word = unit.text.removesuffix(".") if unit.cls == "H" else unit.text
            # A wire may leave a blank after a hyphen: "Al- Otwa".
            parted = number and not unit.glued and not (units[number - 1].text == "-" and units[number - 1].glued)
            name += f" {word}" if parted else word
        return name


@dataclass(eq=False)
class Person:
    """One person of a document, with all mentions in order. What they show is asked for once all are there."""

    mentions: list[PersonMention]
    side: str | None = None
    side_rule: str = ""

    @cached_property
    def fullest(self) -> PersonMention:
        """The mention with the longest name; of two, the one with a title."""
        return max(self.mentions, key=lambda mention: (len(mention.tokens), mention.title is not None))

    @cached_property
    def name(self) -> str:
        """The fullest name, without honorific."""
        return self.fullest.written

    @cached_property
    def title_head(self) -> str:
        """The office of the title that shows the person best: "minister", "president"; empty where there is none."""
        title = self.titled.title
        if title is None:
            return ""
        heads = [
            unit for unit in self.titled.sentence.units if unit.has("office") and title[0] <= unit.start < title[1]
        ]
        return heads[0].low.split()[-1].rstrip("s") if heads else ""

    @property
    def gender(self) -> str | None:
        """The pronoun "he" or "she" where a title or an honorific tells, else ``None``."""
        for mention in self.mentions:
            words = {unit.low.rstrip(".") for unit in mention.sentence.units[mention.first : mention.last + 1]}
            if words & _WOMEN:
                return "she"
            if words & _MEN:
                return "he"
        return None

    @property
    def first_in_body(self) -> PersonMention | None:
        """The first mention that is neither in a heading nor in a caption."""
        return next((mention for mention in self.mentions if mention.sentence.zone == "body"), None)

    @property
    def only_posts(self) -> bool:
        """Tell whether no mention shows a public office."""
        titled = [mention for mention in self.mentions if mention.title is not None]
        return bool(titled) and all(mention.post for mention in titled)

    @cached_property
    def titled(self) -> PersonMention:
        """The mention that shows the person best: a title, then the longest name, then the first."""
        return max(
            self.mentions,
            key=lambda mention: (mention.title is not None, mention.sentence.zone == "body", len(mention.tokens)),
        )


def _same_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether one folded name can be a shorter form of the other: its words are in it, in order."""
    if len(short) == len(long) == 2 and short == long[::-1]:
        return True  # "Hatoyawa Goro" of a ministry is "Goro Hatoyawa" of the press
    if len(short) > len(long):
        short, long = long, short
    position = 0
    for word in short:
        try:
            position = long.index(word, position) + 1
        except ValueError:
            return False
    return True


def _words_of(mention: PersonMention) -> tuple[str, ...]:
    """Return the folded words of a name, the parts of a word with hyphens each for itself: "Otwa-Rono", "al-Otwa"."""
    return tuple(fold(part) for token in mention.tokens for part in token.split("-") if part)


def merge_people(mentions: Sequence[PersonMention]) -> list[Person]:
    """Return the persons of a document: mentions whose names can be one, in order of first mention."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    names = {id(mention): _words_of(mention) for mention in mentions}
    for mention in sorted(mentions, key=lambda item: -len(item.tokens)):
        name = names[id(mention)]
        candidates = {id(person): person for word in name for person in by_word.get(word, ())[:_MOST]}
        for person in candidates.values():
            # Longest names come first, so that the first mention is the fullest.
            agreed = None in {person.side, mention.side} or person.side == mention.side
            if agreed and _same_person(name, names[id(person.mentions[0])]):
                person.mentions.append(mention)
                person.side = person.side or mention.side
                mention.person = person
                break
        else:
            person = Person([mention], mention.side)
            mention.person = person
            people.append(person)
            for word in name:
                by_word.setdefault(word, []).append(person)
    for person in people:
        person.mentions.sort(key=lambda item: item.start)
        named = [item.side for item in person.mentions if item.side]
        if named:
            person.side, person.side_rule = named[0], "adjacent"
    people.sort(key=lambda person: person.mentions[0].start)
    return people


def known_side(person: Person, words: Lexicon) -> str | None:
    """Return the side of a person whom the list of leaders names, whatever the report says of them.

    A surname alone is that of a head only beside the title of one: "President Otwo".
    """
    if person.only_posts:
        return None
    key = name_key(person.fullest.tokens)
    if len(key) == 1 and not {"president", "prime", "premier", "pm", "chancellor", "king"} & set(
        person.titled.title_text.split()
    ):
        return None
    if key in words.leaders:
        return words.leaders[key]
    return words.leaders.get((key[0], key[-1])) if len(key) > 2 else None
