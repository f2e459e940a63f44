"""Where instruments stand in a sentence: the noun with its name, its parties and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.instruments.instrument_tails import Tail, tail_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "such"})


@dataclass(slots=True)
class Mention:
    """An instrument in a sentence.

    :param first: index of the first unit of its name, *head* of its noun, *last* of the last.
    :param parties: the sides that its name or "between" tells; *partners* those after "with".
    :param late: the states after "with" behind what it is on, which are partners where no other side is told.
    :param strangers: the words after "with" name others than the parties: "with a number of countries".
    :param insert: index of the last unit of "signed last year" between the noun and what it is on, or ``None``.
    :param signable: the noun is one of an instrument only where something is signed: "documents", "a loan".
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
    partners: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    strangers: bool = False
    signable: bool = False

    @property
    def named(self) -> bool:
        """Tell whether it has a name of its own, and is not only "the agreement"."""
        own = self.subject is not None or self.short is not None or self.head - self.first >= 1
        return own or len(self.parties) >= 2 or bool(self.partners or self.late)

    @property
    def start(self) -> int:
        """Index of its first unit with the article or number before the name."""
        return self.first - (self.sentence.cls(self.first - 1) in "e#")


def find_instruments(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the instruments that *sentence* names, in order."""
    found: list[Mention] = []
    for index in _heads(sentence):
        if found and index <= found[-1].last and not _own_phrase(sentence, index):
            continue
        if found and (_is_aim(sentence, found[-1], index) or _is_short_for(sentence, found[-1], index)):
            continue
        if not _is_other_word(sentence, index) and not _is_in_name(reading, sentence, index):
            found.append(_mention(reading, sentence, index))
    return found


def _is_in_name(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Tell whether the word is a part of a person's name: "Foreign Minister Otwa Bich Loan signed"."""
    return any(mention.name[0] <= at <= mention.name[1] for mention in reading.mentions[sentence.index])


def _heads(sentence: Sentence) -> list[int]:
    """Return the places of the nouns; "documents" and "a loan" count only where something is signed."""
    nouns = [*sentence.places("instrument"), *_notes(sentence)]
    signable = [index for index in sentence.places("signable") if not _is_first_part(sentence, index)]
    if not signable or not _signs(sentence):
        return sorted(nouns)
    return sorted({*nouns, *signable})


def _is_first_part(sentence: Sentence, at: int) -> bool:
    """Tell whether the word belongs to the name of what follows: "a joint venture agreement"."""
    return at + 1 < sentence.size and sentence.units[at + 1].has("instrument")


def _notes(sentence: Sentence) -> list[int]:
    """Return the places of the notes whose exchange is an agreement: "exchanged notes on a grant for roads"."""
    return [
        index
        for index in sentence.places("exchanged")
        if index and sentence.units[index - 1].tags.get("status") == "exchange" and _tells_of_aid(sentence, index)
    ]


def _tells_of_aid(sentence: Sentence, at: int) -> bool:
    """Tell whether notes at *at* are on a grant, a loan or a project, and do not only compare views."""
    on = sentence.low(at + 1) in {"on", "for", "concerning", "regarding"}
    return on and any(unit.has("aidcue") or unit.has("work") for unit in sentence.units[at + 2 : at + 9])


def _signs(sentence: Sentence) -> bool:
    return any(sentence.units[index].tags["status"] == "sign" for index in sentence.places("status")) or bool(
        sentence.places("signingnoun")
    )


def _is_other_word(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at *at* is a part of another one: "to deal with", "Convention Center", "non-treaty"."""
    unit = sentence.units[at]
    if at and unit.glued and sentence.cls(at - 1) == "-" and not unit.capital:
        return True
    if _is_double(sentence, at):
        return True
    if sentence.cls(at - 1) == "(" and sentence.cls(at + 1) == ")":
        return True  # the letters of another name: "a free trade area (FTA)"
    if unit.low in {"deal", "contract"} and sentence.cls(at - 1) in "oX" and sentence.cls(at + 1) in "pl":
        return True
    following = sentence.units[at + 1] if at + 1 < len(sentence.units) else None
    if following is None or not unit.capital or not following.capital or following.glued:
        return False
    return following.cls in "MY" or (following.has("housenoun") and following.cls not in "CDK")


def _is_double(sentence: Sentence, at: int) -> bool:
    """Tell whether another noun for an instrument follows: "an FTA agreement"."""
    if at < 0 or at + 1 >= len(sentence.units) or not sentence.units[at].has("instrument"):
        return False
    return sentence.units[at + 1].has("loosename")


def _is_short_for(sentence: Sentence, mention: Mention, at: int) -> bool:
    """Tell whether the letters at *at* are short for the name before: "a Memorandum of Understanding, MoU, setting"."""
    apposed = sentence.cls(at - 1) == "," and mention.last == at - 2 and sentence.cls(at + 1) == ","
    return apposed and _kind(sentence, at) == mention.kind and sentence.units[at].text[1:] != sentence.low(at)[1:]


def _own_phrase(sentence: Sentence, at: int) -> bool:
    return sentence.cls(at - 1) == "e" and sentence.low(at - 1) in {"a", "an"}


def _is_aim(sentence: Sentence, mention: Mention, at: int) -> bool:
    """Tell whether the noun at *at* is what another instrument is to lead to: "an MoU on negotiating a trade pact"."""
    if sentence.classes[mention.last + 1 : at].strip("pfeSlV"):
        return False
    between = range(mention.head + 1, at)
    if any(sentence.units[index].has("instrument") for index in between):
        return False
    inner = (sentence.units[index] for index in between)
    return any(unit.has("negotiation") or unit.tags.get("status") in {"negotiate", "conclude"} for unit in inner)


def _names_it(sentence: Sentence, at: int, head: int) -> bool:
    """Tell whether the unit at *at* belongs to the name of the instrument whose noun stands at *head*."""
    unit, letter, before = sentence.units[at], sentence.classes[at], sentence.cls(at - 1)
    if (
        letter in "-SG"
        or unit.has("initiative")
        or unit.has("generic")
        or unit.has("signable")
        or _is_double(sentence, at)
    ):
        return True
    if unit.capital:
        return letter == "N" or (letter in "TYVLOsAK" and sentence.units[head].capital and at > 0)
    if letter == "V":
        noun = before in "eD'" or (before == "l" and unit.has("nounlike") and at == head - 1)
        return noun and "b" in unit.tags.get("form", "")
    if letter == "l" or unit.has("aidcue"):
        return before in "eCDSGl#" or (before == "N" and _after_article(sentence, at))
    return letter == "a" and before == "S" and sentence.cls(at + 1) == "S"


def _after_article(sentence: Sentence, at: int) -> bool:
    """Tell whether the capitalised words before *at* have an article: "the Khor Rono navigation agreement"."""
    while sentence.cls(at - 1) == "N":
        at -= 1
    return sentence.cls(at - 1) == "e"


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
    first = _before_quoted(sentence, first)
    while first < at and sentence.classes[first] in "-'":
        first += 1
    short = None
    last = at
    if sentence.cls(at + 1) == "(" and sentence.cls(at + 3) == ")":
        short, last = sentence.units[at + 2].text, at + 3
    unit = sentence.units[at]
    if unit.capital and sentence.cls(last + 1) == "#" and _is_year(sentence.low(last + 1)):
        last += 1  # "the Kenya-Japan Roadmap 2030"
    tail = tail_of(reading, sentence, last)
    return Mention(
        sentence,
        first,
        at,
        tail.last,
        _kind(sentence, at),
        short,
        _parties(codes, tail),
        tail.subject,
        _is_plural(unit.low),
        _is_definite(sentence, first),
        partners=tuple(dict.fromkeys(tail.partners)),
        late=tuple(dict.fromkeys(tail.late)),
        strangers=tail.strangers,
        signable=unit.has("signable") and not unit.has("instrument"),
    )


def _is_definite(sentence: Sentence, first: int) -> bool:
    """Tell whether the article is definite, that of the noun joined to it too: "the MoUs and documents"."""
    if sentence.cls(first - 1) == "a" and first > 2 and sentence.units[first - 2].has("instrument"):
        first -= 2
    return sentence.low(first - 1) in _DEFINITE


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text.startswith("20")


def _kind(sentence: Sentence, at: int) -> str:
    if at and _is_double(sentence, at - 1):
        at -= 1
    tags = sentence.units[at].tags
    return tags.get("instrument") or tags.get("signable") or tags["exchanged"]


def _before_quoted(sentence: Sentence, first: int) -> int:
    """Return the index of the mark before quoted words of a name: an "open skies" agreement."""
    if sentence.cls(first - 1) != '"':
        return first
    opening = sentence.classes.rfind('"', max(0, first - 7), first - 1)
    inside = sentence.classes[opening + 1 : first - 1]
    quoted = opening >= 0 and inside and not set(inside) & set(",;.EXpq") and not inside[1:].count("V")
    return opening if quoted else first


def _parties(named: list[str], tail: Tail) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in (*named, *tail.between) if code))


def _is_plural(low: str) -> bool:
    return (low.endswith("s") and low != "mou's") or low.startswith(("memoranda", "memorandae", "memorandums"))
