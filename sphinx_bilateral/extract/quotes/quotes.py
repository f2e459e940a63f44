"""Quotations: the words between marks, and who said them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from sphinx_bilateral.extract.people.lists_of_people import persons_of
from sphinx_bilateral.extract.people.office_holders import holder_of
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.quotes.attributions import (
    attribution_after,
    attribution_before,
    closing_attribution,
    opening_attribution,
    says_after,
    spans_of,
)
from sphinx_bilateral.extract.quotes.disowned import is_disowned
from sphinx_bilateral.extract.quotes.quotation_marks import paired
from sphinx_bilateral.extract.quotes.saying import Attribution, sayers, unquoted
from sphinx_bilateral.extract.quotes.speakers import Speaker
from sphinx_bilateral.extract.reading import Quotation, Range, Reading
from sphinx_bilateral.extract.words.units import Sentence

_FEWEST_WORDS = 4  # of a sentence in marks that is a quotation though nobody is said to speak
_BACK = 8  # sentences in which whom "he" takes up is looked for
_NAMING = frozenset(
    """called named titled entitled dubbed so-called known slogan theme motto title nicknamed codenamed word words term
    phrase labelled labeled""".split()
)
_LONGEST_TITLE = 14  # words
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "a", "an", "on", "to", "at", "with"})
_ATTRIBUTED = frozenset({"attributable", "attributed"})
_DESCRIBING = frozenset({"as", "a", "an"})


def find_quotations(reading: Reading) -> None:
    """Find the quotations of all paragraphs of the body, in order."""
    document = reading.document
    for number, (start, end) in enumerate(document.paragraphs):
        for first, stop, closed in paired(document.text, start, end):
            inner = reading.to_canonical(*first), reading.to_canonical(*stop)
            if inner[0][1] < inner[1][0]:
                reading.quotations.append(
                    Quotation((inner[0][1], inner[1][0]), (inner[0][0], inner[1][1]), closed, number)
                )


def _sentence_at(reading: Reading, offset: int) -> Sentence | None:
    index = bisect_right(reading.sentences, offset, key=lambda sentence: sentence.start) - 1
    return reading.sentences[index] if index >= 0 and offset < reading.sentences[index].end else None


def _unit_from(sentence: Sentence, offset: int) -> int:
    return bisect_left(sentence.units, offset, key=lambda unit: unit.start)


def _attribution(reading: Reading, quotation: Quotation, recent: Person | None) -> Attribution | None:
    """Return the attribution in the sentence of a quotation."""
    begin = _sentence_at(reading, quotation.outer[0])
    finish = _sentence_at(reading, quotation.outer[1] - 1)
    full = is_full(reading, quotation)
    found = _attribution_after(reading, quotation, finish, recent) if finish is not None else None
    if found is not None or begin is None or finish is None:
        return found
    at = _unit_from(begin, quotation.outer[0])
    before = attribution_before(reading, begin, at, recent, fragment=not full)
    if before is not None and before.speaker.person is not None:
        return before
    opened = opening_attribution(reading, begin, recent)
    closing = None if full else closing_attribution(reading, finish, _unit_from(finish, quotation.outer[1]), recent)
    told = before.speaker if before is not None and not before.speaker.together else None
    if opened is not None and told is not None and told.name not in {None, opened.speaker.name}:
        return replace(opened, speaker=replace(opened.speaker, settled=False))  # "According to P, Q called it"
    return opened or closing or before


def _attribution_after(
    reading: Reading, quotation: Quotation, finish: Sentence, recent: Person | None
) -> Attribution | None:
    after = _unit_from(finish, quotation.outer[1])
    if after < len(finish.units):
        return attribution_after(reading, finish, after, recent, quotation.outer[1])
    asked = reading.text[quotation.outer[1] - 2 : quotation.outer[1] - 1] in {"?", "!"}
    following = reading.sentences[finish.index + 1 : finish.index + 2]
    if asked and following and following[0].paragraph == quotation.paragraph and all(unquoted(reading, following[0])):
        return attribution_after(reading, following[0], 0, recent)
    return None


def attribute_quotations(reading: Reading) -> None:
    """Find the speaker of each quotation, for the facts inside it."""
    previous: Quotation | None = None
    for quotation in reading.quotations:
        recent = previous.speaker if previous is not None else None
        found = _attribution(reading, quotation, recent)
        quotation.attribution = found
        if found is not None:
            speaker = _resolved(reading, found, quotation)
        elif previous is not None and _continues(reading, previous, quotation):
            speaker = Speaker(previous.speaker_name, previous.speaker) if previous.speaker_name else None
        else:
            speaker = _introduced(reading, quotation)
        if speaker is not None and speaker.settled and not (found and _is_disowned(reading, found, quotation)):
            quotation.speaker, quotation.speaker_name = speaker.person, speaker.name
        previous = quotation


def _is_disowned(reading: Reading, found: Attribution, quotation: Quotation) -> bool:
    return is_disowned(reading, found, _unit_from(found.sentence, quotation.outer[0]))


def _resolved(reading: Reading, found: Attribution, quotation: Quotation) -> Speaker | None:
    """Return the speaker of an attribution, a pronoun put to whom it stands for."""
    if found.speaker.pronoun is None:
        return found.speaker
    if found.speaker.pronoun not in {"he", "she", "who", "it"}:
        return None
    return antecedent(reading, found, quotation)


def antecedent(reading: Reading, found: Attribution, quotation: Quotation) -> Speaker | None:
    """Return whom "he", "she" or "it" is: who spoke last, in the sentence or in those before."""
    pronoun = found.speaker.pronoun or ""
    stop = next((n for n, unit in enumerate(found.sentence.units) if unit.low == pronoun and n >= found.first), 0)
    within = next((item for item in _candidates(reading, found.sentence, stop) if _agrees(item, pronoun)), None)
    if within is not None:
        return within
    for index in range(found.sentence.index - 1, max(-1, found.sentence.index - _BACK), -1):
        sentence = reading.sentences[index]
        if sentence.zone != "body":
            break
        spoken = _spoken_in(reading, sentence, quotation)
        told = [spoken] if spoken is not None else list(_candidates(reading, sentence, None))
        agreed = next((item for item in told if _agrees(item, pronoun)), None)
        if agreed is not None and spoken is None and _is_one_of_two(reading, sentence, agreed, pronoun):
            return None
        if agreed is not None or (told and not any(item.pronoun for item in told) and spoken is None):
            return agreed
    return None


def _is_one_of_two(reading: Reading, sentence: Sentence, agreed: Speaker, pronoun: str) -> bool:
    """Tell whether "he" can as well be another whom the sentence names, who met the first and did not speak either."""
    if agreed.person is None or agreed.person.gender == pronoun or next(sayers(reading, sentence), None) is not None:
        return False
    return any(
        person is not agreed.person and person.gender in {None, pronoun}
        for _, _, person in persons_of(reading, sentence)
    )


def _spoken_in(reading: Reading, sentence: Sentence, until: Quotation) -> Speaker | None:
    """Return the speaker of the last quotation that ends in *sentence*, before *until*."""
    index = bisect_left(reading.quotations, min(until.outer[0], sentence.end), key=lambda item: item.outer[0]) - 1
    if index < 0 or not sentence.start < reading.quotations[index].outer[1] <= sentence.end:
        return None
    quotation = reading.quotations[index]
    return Speaker(quotation.speaker_name, quotation.speaker) if quotation.speaker_name else None


def _candidates(reading: Reading, sentence: Sentence, stop: int | None) -> Iterator[Speaker]:
    """Yield the subjects of the verbs of saying before unit *stop*, the last first; then who opens the sentence."""
    yield from sayers(reading, sentence, stop)
    outside = unquoted(reading, sentence)
    for actor in reading.actors[sentence.index]:
        if stop is not None and actor.last >= stop:
            return
        if not outside[actor.first] or sentence.cls(actor.first - 1) in "pfo":
            continue
        if actor.kind == "office":
            holder = holder_of(reading, sentence, actor.first + (sentence.cls(actor.first) == "e"), actor.last)
            if holder is not None:
                yield Speaker(holder.name, holder)
            return
        if actor.kind == "pronoun":
            yield Speaker(None, pronoun=sentence.low(actor.first), settled=False)
        elif len(actor.people) == 1:
            yield Speaker(actor.people[0].name, actor.people[0])
        if actor.kind == "pronoun" or actor.people:
            return


def _agrees(speaker: Speaker, pronoun: str) -> bool:
    """Tell whether a pronoun can stand for a speaker: "he" for a person, "it" for a body."""
    if speaker.name is None:
        return False
    if pronoun == "it" or speaker.person is None:
        return speaker.person is None and speaker.body == (pronoun == "it")
    gender = speaker.person.gender
    return pronoun in {"who", gender or pronoun}


def _continues(reading: Reading, previous: Quotation, quotation: Quotation) -> bool:
    """Tell whether the speaker of a quotation goes on in the next: in the paragraph, or at the start of the next."""
    finish = _sentence_at(reading, quotation.outer[1] - 1)
    if finish is not None and says_after(reading, finish, _unit_from(finish, quotation.outer[1])):
        return False
    if previous.paragraph == quotation.paragraph:
        return not _spoken_between(reading, previous, quotation)
    return previous.paragraph == quotation.paragraph - 1 and _whole(reading, quotation) and is_full(reading, quotation)


def _spoken_between(reading: Reading, previous: Quotation, quotation: Quotation) -> bool:
    """Tell whether somebody else is said to speak between two quotations of a paragraph."""
    index = bisect_left(reading.sentences, previous.outer[1], key=lambda sentence: sentence.start)
    while index < len(reading.sentences) and reading.sentences[index].end <= quotation.outer[0]:
        if any(said.name not in {None, previous.speaker_name} for said in sayers(reading, reading.sentences[index])):
            return True
        index += 1
    return False


def _whole(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether the quotation opens its paragraph."""
    return reading.canonical_paragraph(quotation.paragraph)[0] >= quotation.outer[0] - 1


def _introduced(reading: Reading, quotation: Quotation) -> Speaker | None:
    """Return who is said to speak in the sentence before a quotation that is a sentence of its own."""
    if not is_full(reading, quotation):
        return None
    begin = _sentence_at(reading, quotation.outer[0])
    if begin is None or begin.index == 0:
        return None
    before = reading.sentences[begin.index - 1]
    colon = before.units[-1].text == ":"
    if colon or any(before.low(index) in _ATTRIBUTED for index in range(len(before.units))):
        persons = persons_of(reading, before)
        if len({id(person) for _, _, person in persons}) == 1:
            return Speaker(persons[0][2].name, persons[0][2])
    if before.zone != "body" or not (colon or before.paragraph == quotation.paragraph):
        return None
    said = next(sayers(reading, before), None)
    return said if said is not None and said.person is not None else None


def read_quotes(reading: Reading) -> None:
    """Put down the quotations that are somebody's words; scare quotes and titles are none."""
    for quotation in reading.quotations:
        found = quotation.attribution
        full = is_full(reading, quotation) or _is_short(reading, quotation)
        if reading.document.zone_at(reading.span(*quotation.outer).start) != "body":
            continue
        if not full and not _is_fragment(reading, quotation):
            continue
        start, end = reading.document.canonical.original_span(*_words(reading, quotation))
        reading.put(
            "quote",
            [spans_of(quotation, found)],
            "quote.attributed" if found else "quote.continued",
            speaker=quotation.speaker_name,
            text=reading.document.text[start:end],
            partial=not full,
        )


def _words(reading: Reading, quotation: Quotation) -> Range:
    """Return the place of the words without the comma before the closing mark, which belongs to the report."""
    start, end = quotation.inner
    return start, end - (quotation.closed and reading.text[end - 1 : end] == "," and end - 1 > start)


def is_full(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether the words in marks are a sentence."""
    text = reading.text[slice(*quotation.inner)].strip().lstrip("([")
    words = text.split()
    if len(words) < _FEWEST_WORDS or not text[:1].isupper() or _is_title(words):
        return False
    return text[-1:] in ".,!?-" or not quotation.closed


def _is_title(words: list[str]) -> bool:
    """Tell whether words in marks are the title of a work: "Face of the Rift"."""
    return len(words) < _LONGEST_TITLE and all(
        word[:1].isupper() or not word[:1].isalpha() or word in _SMALL_WORDS for word in words
    )


def _is_short(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether the words are a short sentence that somebody is said to speak: "It is done," X said."""
    text = reading.text[slice(*quotation.inner)].strip()
    sentence = " " in text and text[:1].isupper() and text[-1:] in ",.!?" and not _is_title(text.split())
    return sentence and quotation.attribution is not None


def _is_fragment(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether words in marks that are no sentence are somebody's words: not a name, a title or a scare quote."""
    words = reading.text[slice(*quotation.inner)].split()
    sentence = _sentence_at(reading, quotation.outer[0])
    if quotation.attribution is None or len(words) < 2 or sentence is None or not quotation.closed:
        return False
    at = _unit_from(sentence, quotation.outer[0])
    before = at - 1 - (sentence.cls(at - 1) == "e" or sentence.low(at - 1) == "as")
    if sentence.low(at - 1) in _NAMING or sentence.low(before) in _NAMING:
        return False
    if _is_title(words):
        return False
    if len(words) > 3:
        return True
    after = _unit_from(sentence, quotation.outer[1])
    modifies = sentence.cls(after) in "NlLASMTGDKC" and not sentence.units[min(after, len(sentence.units) - 1)].glued
    described = sentence.low(at - 1) in _DESCRIBING
    return not modifies and (len(words) == 3 or described or sentence.cls(at - 1) in "VE")
