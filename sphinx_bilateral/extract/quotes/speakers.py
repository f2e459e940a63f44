"""Who a noun phrase beside a verb of saying is: a person, an office, a body, a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.people.lists_of_people import persons_of
from sphinx_bilateral.extract.people.names import name_run
from sphinx_bilateral.extract.people.office_holders import holder_of
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence, Unit

_PRESS = frozenset({"paper", "newspaper", "daily", "magazine", "journal", "weekly", "tabloid"})
_LEFT_OUT = frozenset("vwtm#ac,")  # classes of the units that can stand before a noun phrase and are no part of it
_NEAR = 4  # sentences, within which a name that several have is that of the one who was named
_BACK = 12  # sentences in which what "the ministry" or "the official" is is looked for


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks.

    :param name: the person's full name, or the words of the report for an office or a body.
    :param pronoun: "he" or "she" where nobody is named.
    :param body: an office, a body or a paper, or words that only describe the speaker.
    :param settled: whether it is known who that is.
    :param together: they are the two sides at once: "both ministers".
    """

    name: str | None
    person: Person | None = None
    pronoun: str | None = None
    body: bool = False
    settled: bool = True
    together: bool = False


def speaker_in(
    reading: Reading, sentence: Sentence, first: int, last: int, recent: Person | None = None
) -> Speaker | None:
    """Return who the noun phrase from unit *first* to *last* is, or ``None`` where it is none.

    :param recent: who spoke last.
    """
    first, last = _stripped(sentence, first, last)
    if first > last:
        return None
    if (person := _head_person(reading, sentence, first, last)) is not None:
        return Speaker(person.name, person)
    if sentence.classes[last] == "b" or (last == first and sentence.low(first) in {"he", "she", "who", "it"}):
        return Speaker(None, pronoun=sentence.low(last), settled=False)
    if sentence.classes[last] == "B":
        both = reading.words_of(sentence, last, last).removeprefix("the ").removeprefix("The ")
        return Speaker(both, body=True, together=True)
    if (
        sentence.cls(first + 1) == "'"
        and sentence.cls(first) in "CK"
        and name_run(sentence.units, first + 2) == last + 1
    ):
        first += 2  # "Kenya's Amos Otwori"
    definite = sentence.low(first) in {"the", "this", "that"}
    start = first + (sentence.classes[first] == "e")
    if start > last or not _noun_phrase(sentence, start, last):
        return None
    if definite and (person := holder_of(reading, sentence, start, last, recent)) is not None:
        return Speaker(person.name, person)
    return _named(reading, sentence, start, last, definite=definite)


def _stripped(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Cut from a noun phrase the adverbs and dates around it: "On Friday Otwori", "the minister earlier on Monday"."""
    while first <= last and (sentence.classes[first] in _LEFT_OUT or sentence.low(first) in {"but", "while", "as"}):
        first += 1
    if first <= last and sentence.classes[first] == "p":
        probe = first + 1
        while probe <= last and (sentence.classes[probe] in "wtm#,O" or sentence.low(probe) in {"the", "last"}):
            probe += 1
        if probe > first + 1 and probe <= last:
            return _stripped(sentence, probe, last)
    while last > first and (
        sentence.classes[last] in "vwtm#,a" or (sentence.classes[last] == "p" and sentence.low(last) in {"on", "in"})
    ):
        last -= 1
    return first, last


def _head_person(reading: Reading, sentence: Sentence, first: int, last: int) -> Person | None:
    """Return the person who heads the noun phrase: not "Otwori's office", "Otwori aide Rono", "an aide to Otwori"."""
    for start, stop, person in persons_of(reading, sentence):
        if start > last or stop < first:
            continue
        if stop < last and (sentence.classes[stop + 1] in "TSGY" or sentence.units[stop + 1].has("post")):
            continue
        owns = sentence.cls(stop + 1) == "'" and stop < last
        before = start - 1
        while before >= first and sentence.classes[before] in "ev":
            before -= 1
        hangs = before >= first and sentence.classes[before] in "fop"
        return None if owns or hangs else person
    return None


def _noun_phrase(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the units are words that can make up one noun phrase."""
    letter = sentence.classes[first]
    if letter in "fpohqXEZ!?:;" or (letter == "V" and not sentence.units[first].capital):
        return False
    return any(letter in "NTGMYSDCKLlA" for letter in sentence.classes[first : last + 1]) and not any(
        letter in "qhX;:" for letter in sentence.classes[first : last + 1]
    )


def _named(reading: Reading, sentence: Sentence, first: int, last: int, *, definite: bool) -> Speaker | None:
    """Return the speaker whom the report only describes or calls by a name without a title."""
    if sentence.units[_head(sentence, first, last)].has("session"):
        return None  # "the Cabinet Meeting will address": no meeting has a voice
    if name_run(sentence.units, first) == last + 1:
        words = full_name(reading, reading.words_of(sentence, first, last))
        if words in reading.names.shared:
            return _bearer(reading, sentence, first, words)
        return Speaker(words, body=" " not in words)
    head = _head(sentence, first, last)
    text = reading.words_of(sentence, first, last)
    if sentence.units[head].has("document"):
        return _of_document(reading, sentence, first, head, last)
    capital = any(_tells_who(unit) for unit in sentence.units[first : last + 1])
    if definite and first == head == last:
        fuller = _fuller(reading, sentence, head)
        own = sentence.units[head].capital and (" " in text or sentence.units[head].has("organ"))
        return Speaker(fuller or text, body=True, settled=fuller is not None or own)
    return Speaker(text, body=True, settled=capital)


def _bearer(reading: Reading, sentence: Sentence, at: int, name: str) -> Speaker:
    """Return who of several with one name is meant: the only one whom the sentences right before named in full."""
    start = sentence.units[at].start
    near = [
        person
        for person in reading.names.shared[name]
        if any(mention.start < start and sentence.index - mention.sentence.index < _NEAR for mention in person.mentions)
    ]
    return Speaker(near[0].name, near[0]) if len(near) == 1 else Speaker(name, settled=False)


def _tells_who(unit: Unit) -> bool:
    """Tell whether a word of a description shows whom it is about: a name, a state, an office."""
    return (unit.capital and unit.cls in "NSLMYG") or unit.cls in "CDKGT" or unit.has("post") or unit.has("organ")


def _head(sentence: Sentence, first: int, last: int) -> int:
    """Return the index of the head of a noun phrase: its last unit before "of", "for", "with"."""
    for index in range(first + 1, last + 1):
        if sentence.classes[index] in "fp":
            return index - 1
    return last


def _of_document(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Speaker:
    """Return whose words a statement is: "the embassy's post", "a release of the ministry", "joint statement"."""
    for index in range(first, head):
        if sentence.classes[index] == "'" and index > first:
            return Speaker(reading.words_of(sentence, first, index - 1), body=True)
    if head + 1 < last and sentence.low(head + 1) in {"of", "by", "from"}:
        start = head + 2 + (sentence.cls(head + 2) == "e")
        if start <= last and (found := speaker_in(reading, sentence, start, last)) is not None and found.name:
            return found
    text = reading.words_of(sentence, first, head)
    if head == last and " " not in text and (owner := _owner_of_document(reading, sentence, head)) is not None:
        return owner
    return Speaker(text, body=True, settled=" " in text)


def _owner_of_document(reading: Reading, sentence: Sentence, head: int) -> Speaker | None:
    """Return whose statement "the statement" is that the report told of before: "a statement by the ministry"."""
    low = sentence.low(head)
    for index in range(sentence.index - 1, max(-1, sentence.index - _BACK), -1):
        earlier = reading.sentences[index]
        for at in reversed(earlier.places("document")):
            if earlier.low(at).split()[-1] != low:
                continue
            start = at + 1 + (earlier.cls(at + 1) == "V")
            if earlier.low(start) in {"of", "by", "from"}:
                end = start + 1
                while end < len(earlier.units) and earlier.classes[end] in "eNDCKTSGYML'f":
                    end += 1
                return speaker_in(reading, earlier, start + 1, end - 1)
            if earlier.low(at) != low:
                return Speaker(earlier.units[at].text, body=True)
    return None


def _fuller(reading: Reading, sentence: Sentence, head: int) -> str | None:
    """Return the longer description that "the ministry", "the official", "the paper" takes up, or ``None``."""
    low = sentence.low(head)
    wanted = _PRESS if low in _PRESS else {low}
    for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
        earlier = reading.sentences[index]
        for at in range(len(earlier.units) - 1, -1, -1):
            if earlier.low(at).split()[-1] not in wanted or (earlier is sentence and at >= head):
                continue
            if found := _description(reading, earlier, at):
                return found
    return None


def _description(reading: Reading, sentence: Sentence, at: int) -> str | None:
    """Return the noun phrase that ends at *at*, with the name of the body after it; ``None`` for a bare noun."""
    first = at
    while first > 0 and at - first < 8 and _modifies(sentence, first - 1):
        first -= 1
    last = at
    if sentence.cls(at + 1) == "f" and sentence.units[at].capital:
        probe = at + 2
        while sentence.cls(probe) in "SNTGLae" and sentence.cls(probe) != " ":
            last = probe if sentence.classes[probe] not in "ae" else last
            probe += 1
    text = reading.words_of(sentence, first, last)
    return text if " " in text else None


def _modifies(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    if unit.text == "-":
        return unit.glued
    return unit.cls in "NDCTSGKM'" or (unit.cls in "lL" and unit.text.isalpha() and not unit.has("verb"))


def full_name(reading: Reading, name: str) -> str:
    """Return the longest name of the report of which *name* is a part, where there is one only."""
    found = _untitled(reading).get(name, set()) - {name}
    return next(iter(found)) if len(found) == 1 else name


def _untitled(reading: Reading) -> dict[str, set[str]]:
    """Return by each of their words the names of two words and more of those whom the report gives no title."""
    if reading.untitled is None:
        reading.untitled = {}
        for sentence in reading.body():
            for name in _runs(reading, sentence):
                for word in name.split():
                    reading.untitled.setdefault(word, set()).add(name)
    return reading.untitled


def _runs(reading: Reading, sentence: Sentence) -> Iterator[str]:
    index = 0
    while index < len(sentence.units):
        end = name_run(sentence.units, index) if sentence.classes[index] in "NnVvL" else index
        if end - index > 1:
            yield reading.words_of(sentence, index, end - 1)
        index = max(end, index + 1)
