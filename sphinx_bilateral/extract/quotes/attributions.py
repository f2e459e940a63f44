"""Where a quotation is put to its speaker: "…," X said; said X; according to X; X said: "…"; X hailed it as "…"."""

from __future__ import annotations

import itertools
from dataclasses import replace

from sphinx_bilateral.extract.grammar.clauses import clause_start
from sphinx_bilateral.extract.people.lists_of_people import persons_of
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.quotes.saying import (
    LONGEST_SUBJECT,
    SPEECH,
    Attribution,
    inverted,
    noun_phrase_end,
    quoted_by,
    says,
    subject_from,
    unquoted,
    with_subject,
)
from sphinx_bilateral.extract.quotes.speakers import Speaker, speaker_in
from sphinx_bilateral.extract.reading import Quotation, Reading
from sphinx_bilateral.extract.words.units import Sentence

_REACH = 45  # units from a verb of saying to a fragment in quotation marks
_ACTS = (*SPEECH, "commit", "discuss", "remark", "propose")
_DASHES = frozenset({"-", "--", "–", "—", "―"})


def attribution_after(
    reading: Reading, sentence: Sentence, at: int, recent: Person | None, outer_end: int = 0
) -> Attribution | None:
    """Read the attribution that starts with unit *at*, right after a quotation.

    :param outer_end: offset after the closing mark.
    """
    outside = unquoted(reading, sentence)
    first = at
    while (
        first < len(sentence.units)
        and first - at < 3
        and (sentence.classes[first] in ",." or sentence.units[first].text in _DASHES)
    ):
        first += 1
    stop = next((index for index in range(first, len(sentence.units)) if not outside[index]), len(sentence.units))
    if first >= stop:
        return None
    if sentence.low(first) == "according to":
        return _according(reading, sentence, first, stop, recent)
    if sentence.classes[first] in "pfo":
        return None
    if first > at and sentence.units[first - 1].text in _DASHES:
        return _signed(reading, sentence, first, stop, recent)
    verb = first
    while verb < stop and sentence.classes[verb] == "v":
        verb += 1
    if verb < stop and says(sentence, verb):
        return inverted(reading, sentence, first, verb, stop, recent)
    for verb in range(first + 1, min(stop, first + LONGEST_SUBJECT)):
        if says(sentence, verb) and (found := subject_from(reading, sentence, first, verb, recent)) is not None:
            return quoted_by(reading, sentence, found, verb, recent)
    return (
        _with_any_verb(reading, sentence, first, stop) if reading.text[outer_end - 2 : outer_end - 1] == "," else None
    )


def _with_any_verb(reading: Reading, sentence: Sentence, first: int, stop: int) -> Attribution | None:
    """Read "…," Otwori thundered": a person and a verb, whichever it is, right after a quotation with a comma."""
    for start, last, person in persons_of(reading, sentence):
        if start != first or last + 1 >= stop:
            continue
        letter, low = sentence.classes[last + 1], sentence.low(last + 1)
        if letter == "V" or (letter == "l" and low.endswith(("ed", "s"))):
            return Attribution(sentence, first, last + 1, Speaker(person.name, person))
    return None


def says_after(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Tell whether a verb of saying follows a quotation at once, whoever its subject is."""
    outside = unquoted(reading, sentence)
    return any(outside[index] and says(sentence, index) for index in range(at, min(at + 6, len(sentence.units))))


def _signed(reading: Reading, sentence: Sentence, at: int, stop: int, recent: Person | None) -> Attribution | None:
    """Read the name after a dash: "…" - Otwori."""
    end = noun_phrase_end(sentence, at, stop)
    if sentence.cls(end) not in " .," or end == at:
        return None
    speaker = speaker_in(reading, sentence, at, end - 1, recent)
    return Attribution(sentence, at, end - 1, speaker) if speaker is not None and not speaker.body else None


def _according(reading: Reading, sentence: Sentence, at: int, stop: int, recent: Person | None) -> Attribution | None:
    end = noun_phrase_end(sentence, at + 1, stop)
    speaker = speaker_in(reading, sentence, at + 1, end - 1, recent) if end > at + 1 else None
    return Attribution(sentence, at, end - 1, speaker) if speaker is not None else None


def attribution_before(
    reading: Reading, sentence: Sentence, at: int, recent: Person | None, *, fragment: bool
) -> Attribution | None:
    """Read the attribution before the quotation that starts at unit *at*: "X said: …", "X called it …"."""
    outside = unquoted(reading, sentence)
    themes = _ACTS if fragment else SPEECH
    for verb in range(at - 1, max(-1, at - _REACH), -1):
        if not outside[verb] or not says(sentence, verb, themes):
            continue
        found = with_subject(reading, sentence, verb, recent)
        if found is None and verb == 0:
            found = inverted(reading, sentence, 0, 0, at, recent)
        if found is None:
            continue
        if fragment:
            found = _told_by(reading, sentence, verb, found, recent)
        return Attribution(sentence, found.first, max(at - 1, found.last), found.speaker)
    return _named_before_colon(reading, sentence, at)


def _told_by(reading: Reading, sentence: Sentence, verb: int, found: Attribution, recent: Person | None) -> Attribution:
    """Return who says the clause around a fragment: in "P said that Kenya recognises the "progress"", P.

    What "both sides" did, told in words of which some stand in marks, is nobody's own saying.
    """
    that = sentence.classes.rfind("h", 0, found.first + 1)
    outer = that - 1
    if that > 0 and not says(sentence, verb) and "," not in sentence.classes[that : found.first]:
        while outer > 0 and sentence.classes[outer] == "v":
            outer -= 1
        if says(sentence, outer) and (teller := with_subject(reading, sentence, outer, recent)) is not None:
            return teller
    if found.speaker.together or _of_two(reading, sentence, found.first, verb):
        return replace(found, speaker=replace(found.speaker, settled=False))
    return found


def _of_two(reading: Reading, sentence: Sentence, first: int, verb: int) -> bool:
    """Tell whether two persons are the subject of the verb: "P and his counterpart Q affirmed"."""
    persons = [(start, last) for start, last, _ in persons_of(reading, sentence) if last < verb]
    return any(
        sentence.classes[one[1] + 1 : other[0]].strip("eb,") == "a"
        and first <= other[1]
        and not set("VEXp") & set(sentence.classes[clause_start(sentence, one[0]) : one[0]])
        for one, other in itertools.pairwise(persons)
    )


def _named_before_colon(reading: Reading, sentence: Sentence, at: int) -> Attribution | None:
    """Read "Otwori: …" at the start of a sentence, as interviews are printed."""
    if at < 2 or at > 8 or sentence.classes[at - 1] != ":":
        return None
    speaker = speaker_in(reading, sentence, 0, at - 2)
    return Attribution(sentence, 0, at - 1, speaker) if speaker is not None and not speaker.body else None


def closing_attribution(reading: Reading, sentence: Sentence, at: int, recent: Person | None) -> Attribution | None:
    """Read the attribution at the end of the sentence, for a fragment before it: "… "a gate" to the sea, X said"."""
    outside = unquoted(reading, sentence)
    for comma in range(len(sentence.units) - 2, at, -1):
        if sentence.classes[comma] != "," or not outside[comma]:
            continue
        found = attribution_after(reading, sentence, comma + 1, recent)
        if found is not None and not _goes_on(sentence, found.last):
            return found
    return None


def _goes_on(sentence: Sentence, last: int) -> bool:
    """Tell whether what was said follows the verb, so that nothing before it was meant."""
    return sentence.cls(last + 1) in "hb:eD" and sentence.cls(last + 1) != " "


def opening_attribution(reading: Reading, sentence: Sentence, recent: Person | None) -> Attribution | None:
    """Read "According to X, …" at the start of a sentence."""
    if sentence.low(0) != "according to":
        return None
    return _according(reading, sentence, 0, len(sentence.units), recent)


def spans_of(quotation: Quotation, found: Attribution | None) -> tuple[int, int]:
    """Return the evidence of a quotation: its words with the attribution beside it."""
    if found is None:
        return quotation.outer
    units = found.sentence.units
    return (
        min(quotation.outer[0], units[found.first].start),
        max(quotation.outer[1], units[min(found.last, len(units) - 1)].end),
    )
