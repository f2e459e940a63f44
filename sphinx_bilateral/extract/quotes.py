"""Quotations: the words between marks, and who said them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from sphinx_bilateral.extract.actors import resolved
from sphinx_bilateral.extract.clauses import verb_group
from sphinx_bilateral.extract.people import Person
from sphinx_bilateral.extract.reading import Actor, Quotation, Reading
from sphinx_bilateral.extract.units import Sentence

# A pattern that starts with one class of characters is searched for fastest; what must stand beside each comes after.
_MARKS = re.compile(r"[“”„\"«»`'‘’](?:(?<=[“”„\"«»])|(?<=`)`|(?<=')'|(?<=‘)(?=\w)|(?<=[.,!?]’)(?=\s|\Z))")
_OPENING = {"“", "„", "``", "«", "‘"}
_CLOSES = {"“": '”“"', "„": "“”", "``": "''", "«": "»", '"': '"”', "‘": "’", "''": "''"}
_WINDOW = 14  # units between a quotation and the verb that attributes it
_FEWEST_WORDS = 3


def find_quotations(reading: Reading) -> None:
    """Find the quotations of all paragraphs of the body, in order."""
    document = reading.document
    for number, (start, end) in enumerate(document.paragraphs):
        for first, stop, closed in _paired(document.text, start, end):
            inner = reading.to_canonical(*first), reading.to_canonical(*stop)
            if inner[0][1] < inner[1][0]:
                reading.quotations.append(
                    Quotation((inner[0][1], inner[1][0]), (inner[0][0], inner[1][1]), closed, number)
                )


def _paired(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], tuple[int, int], bool]]:
    """Yield the place of each opening mark, that of its closing mark, and whether there is one."""
    opening: tuple[int, int] | None = None
    mark = ""
    for match in _MARKS.finditer(text, start, end):
        place, found = match.span(), match[0]
        if opening is None:
            if found in _OPENING or (found in {'"', "''"} and _can_open(text, place, start)):
                opening, mark = place, found
        elif found in _CLOSES.get(mark, found) and not (found == '"' and _can_open(text, place, start)):
            yield opening, place, True
            opening = None
    if opening is not None and mark != "‘" and end - opening[1] > 20:
        yield opening, (end, end), False


def _can_open(text: str, place: tuple[int, int], start: int) -> bool:
    before = text[place[0] - 1] if place[0] > start else " "
    after = text[place[1] : place[1] + 1]
    return (before.isspace() or before in "([—–-") and bool(after) and not after.isspace()


def _sentence_at(reading: Reading, offset: int) -> Sentence | None:
    index = bisect_right(reading.sentences, offset, key=lambda sentence: sentence.start) - 1
    return reading.sentences[index] if index >= 0 and offset < reading.sentences[index].end else None


def _verb_of_saying(sentence: Sentence, first: int, stop: int) -> Iterator[int]:
    for index in range(max(0, first), min(stop, len(sentence.units))):
        if sentence.classes[index] == "V" and sentence.units[index].has("report") and verb_group(sentence, index):
            yield index


def _actor_beside(reading: Reading, sentence: Sentence, verb: int) -> Actor | None:
    """Return the actor right before or right after a verb of saying."""
    actors = reading.actors[sentence.index]
    before = next((actor for actor in reversed(actors) if actor.last < verb), None)
    if before is not None and _subject_of_saying(sentence, before, verb):
        return resolved(reading, sentence, before)
    after = next((actor for actor in actors if actor.first > verb), None)
    if after is not None and not sentence.classes[verb + 1 : after.first].strip("eTSvH"):
        return resolved(reading, sentence, after)
    return None


def _subject_of_saying(sentence: Sentence, actor: Actor, verb: int) -> bool:
    between = sentence.classes[actor.last + 1 : verb]
    if not between.strip("vEZX,") or (between.startswith(",") and between.endswith(",")):
        return True
    return "V" not in between and '"' not in between and sentence.cls(actor.first - 1) not in "pf"


def _attribution(reading: Reading, quotation: Quotation) -> tuple[Actor | None, Sentence, int, int] | None:
    """Return who is said to speak, with the place of the attribution: its sentence, first and last unit."""
    begin = _sentence_at(reading, quotation.outer[0])
    finish = _sentence_at(reading, quotation.outer[1] - 1)
    if finish is not None:
        after = next((n for n, unit in enumerate(finish.units) if unit.start >= quotation.outer[1]), len(finish.units))
        for verb in _verb_of_saying(finish, after, after + _WINDOW):
            if '"' in finish.classes[after:verb]:
                break
            actor = _actor_beside(reading, finish, verb)
            if actor is not None and (actor.first >= after):
                return actor, finish, after, max(verb, actor.last)
    if begin is not None:
        before = next((n for n, unit in enumerate(begin.units) if unit.start >= quotation.outer[0]), 0)
        for verb in reversed(list(_verb_of_saying(begin, before - _WINDOW, before))):
            actor = _actor_beside(reading, begin, verb)
            if actor is not None and actor.first < before:
                return actor, begin, actor.first, before - 1
    return None


def _person_of(reading: Reading, actor: Actor | None) -> Person | None:
    return actor.people[0] if actor is not None and actor.people else None


def attribute_quotations(reading: Reading) -> None:
    """Find the speaker of each quotation, for the facts inside it."""
    last: Person | None = None
    previous: Quotation | None = None
    for quotation in reading.quotations:
        found = _attribution(reading, quotation)
        quotation.attribution = found
        speaker = _person_of(reading, found[0]) if found else None
        if (
            found is None
            and previous is not None
            and (
                previous.paragraph == quotation.paragraph
                or (previous.paragraph == quotation.paragraph - 1 and _whole(reading, quotation))
            )
        ):
            speaker = last
        quotation.speaker = speaker
        last, previous = speaker, quotation


def _whole(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether the quotation opens its paragraph."""
    return reading.canonical_paragraph(quotation.paragraph)[0] >= quotation.outer[0] - 1


def read_quotes(reading: Reading) -> None:
    """Put down the quotations that are somebody's words; scare quotes and titles are none."""
    for quotation in reading.quotations:
        words = reading.text[slice(*quotation.inner)].split()
        found = quotation.attribution
        full = _is_full(reading, quotation)
        if not full and (found is None or len(words) < _FEWEST_WORDS):
            continue
        if len(words) < 2 or reading.document.zone_at(reading.span(*quotation.outer).start) != "body":
            continue
        speaker = quotation.speaker.name if quotation.speaker else _office_words(reading, found)
        start, end = reading.document.canonical.original_span(*quotation.inner)
        reading.put(
            "quote",
            [_evidence(quotation, found)],
            "quote.attributed" if found else "quote.continued",
            speaker=speaker,
            text=reading.document.text[start:end],
            partial=not full,
        )


def _office_words(reading: Reading, found: tuple[Actor | None, Sentence, int, int] | None) -> str | None:
    if found is None or found[0] is None or found[0].kind not in {"office", "states", "body"}:
        return None
    return reading.words_of(found[1], found[0].first, found[0].last)


def _is_full(reading: Reading, quotation: Quotation) -> bool:
    text = reading.text[slice(*quotation.inner)].strip()
    return len(text.split()) >= 4 and text[:1].isupper() and (text[-1:] in ".,!?-" or not quotation.closed)


def _evidence(quotation: Quotation, found: tuple[Actor | None, Sentence, int, int] | None) -> tuple[int, int]:
    if found is None:
        return quotation.outer
    _, sentence, first, last = found
    return (
        min(quotation.outer[0], sentence.units[first].start),
        max(quotation.outer[1], sentence.units[min(last, len(sentence.units) - 1)].end),
    )
