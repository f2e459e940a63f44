"""Which person of a report "the minister", "the Kenyan president" is."""

from __future__ import annotations

from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.people.title_words import is_office
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"prime minister", "premier", "pm", "head of government", "taoiseach"}),
    frozenset({"foreign minister", "fm", "minister of foreign affairs", "minister for foreign affairs"}),
    frozenset({"president", "head of state"}),
    frozenset({"defence minister", "defense minister"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"chairman", "chairwoman", "chairperson", "chair"}),
    frozenset({"king", "monarch"}),
    frozenset({"vice premier", "deputy prime minister"}),
)
_HEADS = frozenset({"president", "prime", "premier", "pm", "king", "queen", "chancellor", "emir", "chairman"})
_RANKS = frozenset({"vice", "deputy", "prime", "first", "chief"})
_LOWER_RANKS = frozenset({"vice", "deputy", "assistant", "prime", "former", "under"})


def holder_of(
    reading: Reading, sentence: Sentence, first: int, last: int, recent: Person | None = None
) -> Person | None:
    """Return the one person of the report before *first* whom the description from *first* to *last* fits.

    :param recent: who spoke last; of several whom it fits, it is that one.
    """
    head = next((index for index in range(last, first - 1, -1) if is_office(sentence.units[index])), None)
    if head is None or head != last:
        return None
    side = next((code for unit in sentence.units[first:head] if unit.cls in "CDK" and (code := code_of(unit))), None)
    words = [unit.low for unit in sentence.units[first : head + 1] if is_office(unit) or _tells_office(unit)]
    start = sentence.units[first].start
    found = [
        person
        for person in reading.people
        if person.mentions[0].start < start
        and (side is None or person.side == side)
        and _fits(words, titles_of(reading, person))
    ]
    if len(found) > 1:
        return recent if any(person is recent for person in found) else None
    return found[0] if found else None


def _tells_office(unit: Unit) -> bool:
    """Tell whether a word before an office tells which it is: "foreign", "vice", not "visiting" or "new"."""
    return unit.has("portfolio") or (unit.has("officemod") and unit.low in _RANKS)


def titles_of(reading: Reading, person: Person) -> list[str]:
    """Return the titles of a person, with that of whom the report calls the counterpart."""
    titles = [mention.title_text for mention in person.mentions if mention.title is not None]
    if not titles and (other := counterpart_of(reading, person)) is not None:
        titles = [mention.title_text for mention in other.mentions if mention.title is not None]
    return titles


def counterpart_of(reading: Reading, person: Person) -> Person | None:
    """Return the one whose counterpart a person is said to be: the last person before, else the first of a sentence."""
    for mention in person.mentions:
        if not mention.counterpart:
            continue
        here = reading.mentions[mention.sentence.index]
        others = [
            item.person
            for item in here
            if item.first < mention.first
            and item.person not in {None, person}
            and not (item.counterpart and item.plural and mention.plural)
        ]
        if others:
            return others[-1]
        short = [item[2] for item in reading.names.short_in(mention.sentence) if item[0] < mention.first]
        if short and short[-1] is not person:
            return short[-1]
        described = _described_before(reading, mention)
        if described is not None:
            return described
        for index in range(mention.sentence.index - 1, max(-1, mention.sentence.index - 4), -1):
            for item in reading.mentions[index]:
                if item.person is not None and item.person is not person:
                    return item.person
    return None


def _described_before(reading: Reading, mention: PersonMention) -> Person | None:
    """Return the person whom an office before the mention describes: "The Kenyan president met his counterpart"."""
    sentence = mention.sentence
    for index in sentence.places("office"):
        if index >= mention.first:
            return None
        first = index
        while first and sentence.classes[first - 1] in "TSD":
            first -= 1
        if sentence.low(first - 1) == "the" and (person := holder_of(reading, sentence, first, index)) is not None:
            return person
    return None


def _fits(words: list[str], titles: list[str]) -> bool:
    """Tell whether the words of a description fit one of the titles of a person."""
    described = " ".join(words)
    if not titles:
        return False
    wanted = next((group for group in _ALIKE if described in group), frozenset({described}))
    if any(_ends_with(title, form) for title in titles for form in wanted):
        return True
    if described == "minister":
        return any("minister" in title.split() for title in titles)
    return described == "leader" and any(set(title.split()) & _HEADS for title in titles)


def _ends_with(title: str, form: str) -> bool:
    """Tell whether *form* is the office of a title: "Foreign Minister", not "Deputy Foreign Minister"."""
    if form not in title:
        return False
    before = title[: title.index(form)].split()
    return not before or before[-1] not in _LOWER_RANKS or form == "spokesman"
