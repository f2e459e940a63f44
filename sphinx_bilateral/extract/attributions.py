"""Where a quotation is put to its speaker: "…," X said; said X; according to X; X said: "…"; X hailed it as "…"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.clauses import verb_group
from sphinx_bilateral.extract.lists_of_people import persons_of
from sphinx_bilateral.extract.people import Person
from sphinx_bilateral.extract.reading import Quotation, Reading
from sphinx_bilateral.extract.speakers import Speaker, speaker_in
from sphinx_bilateral.extract.units import Sentence

_LONGEST_SUBJECT = 40  # units
_REACH = 45  # units from a verb of saying to a fragment in quotation marks
_SPEECH = ("report", "quoting")
_ACTS = (*_SPEECH, "commit", "discuss", "remark", "propose")
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_CITED = frozenset({"quoted", "cited", "reported"})
_NOUNS = frozenset("states reports notes claims comments remarks posts tweets quotes stresses calls asks".split())
_CLAUSE_OPENERS = frozenset({"as", "after", "before", "since", "until", "till"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying with its subject.

    :param first: index of the first unit of both; *last* inclusive.
    """

    sentence: Sentence
    first: int
    last: int
    speaker: Speaker


def unquoted(reading: Reading, sentence: Sentence) -> list[bool]:
    """Tell of each unit of *sentence* whether it stands outside quotation marks."""
    known = reading.outside.get(sentence.index)
    if known is None:
        known = [reading.quoted(unit.start) is None for unit in sentence.units]
        reading.outside[sentence.index] = known
    return known


def _says(sentence: Sentence, at: int, themes: tuple[str, ...] = _SPEECH) -> bool:
    """Tell whether a verb of saying stands at *at* that is no noun there."""
    unit = sentence.units[at]
    if unit.cls != "V" or not any(theme in unit.tags for theme in themes):
        return False
    if unit.low in _NOUNS and sentence.cls(at + 1) not in 'h:"':
        return False
    if unit.tags["verb"] == "believe" or (unit.tags["verb"] == "go" and sentence.low(at + 1) != "on"):
        return False
    return verb_group(sentence, at) is not None


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
    if verb < stop and _says(sentence, verb):
        return _inverted(reading, sentence, first, verb, stop, recent)
    for verb in range(first + 1, min(stop, first + _LONGEST_SUBJECT)):
        if _says(sentence, verb) and (found := _subject_from(reading, sentence, first, verb, recent)) is not None:
            return _quoted_by(reading, sentence, found, verb, recent)
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
    return any(outside[index] and _says(sentence, index) for index in range(at, min(at + 6, len(sentence.units))))


def _quoted_by(
    reading: Reading, sentence: Sentence, found: Attribution, verb: int, recent: Person | None
) -> Attribution | None:
    """Return for "the agency quoted X as saying" the attribution to X."""
    if sentence.units[verb].tags.get("verb") not in {"quote", "cite"} or found.last > verb:
        return found
    group = verb_group(sentence, verb)
    if group is None or group.passive:
        return found
    end = _noun_phrase_end(sentence, verb + 1, len(sentence.units))
    while end < len(sentence.units) and sentence.low(end) != "as" and end - verb < _LONGEST_SUBJECT:
        end += 1
    if sentence.low(end) != "as" or not unquoted(reading, sentence)[verb + 1]:
        return None
    stop = next((index for index in range(verb + 1, end) if sentence.classes[index] == ","), end)
    speaker = speaker_in(reading, sentence, verb + 1, stop - 1, recent)
    return Attribution(sentence, found.first, end, speaker) if speaker is not None else None


def _signed(reading: Reading, sentence: Sentence, at: int, stop: int, recent: Person | None) -> Attribution | None:
    """Read the name after a dash: "…" - Otwori."""
    end = _noun_phrase_end(sentence, at, stop)
    if sentence.cls(end) not in " .," or end == at:
        return None
    speaker = speaker_in(reading, sentence, at, end - 1, recent)
    return Attribution(sentence, at, end - 1, speaker) if speaker is not None and not speaker.body else None


def _according(reading: Reading, sentence: Sentence, at: int, stop: int, recent: Person | None) -> Attribution | None:
    end = _noun_phrase_end(sentence, at + 1, stop)
    speaker = speaker_in(reading, sentence, at + 1, end - 1, recent) if end > at + 1 else None
    return Attribution(sentence, at, end - 1, speaker) if speaker is not None else None


def _inverted(
    reading: Reading, sentence: Sentence, first: int, verb: int, stop: int, recent: Person | None
) -> Attribution | None:
    """Read "said X"."""
    end = _noun_phrase_end(sentence, verb + 1, stop)
    if end == verb + 1:
        return None
    start = verb + 1
    if sentence.units[end - 1].has("document") and sentence.cls(end) == "V" and sentence.low(end + 1) == "by":
        start, end = end + 2, _noun_phrase_end(sentence, end + 2, stop)  # "said a statement issued by X"
    speaker = speaker_in(reading, sentence, start, end - 1, recent)
    return Attribution(sentence, first, end - 1, speaker) if speaker is not None else None


def _noun_phrase_end(sentence: Sentence, at: int, stop: int) -> int:
    """Return the index after the noun phrase that starts at *at*."""
    index = at
    while index < stop:
        letter, low = sentence.classes[index], sentence.low(index)
        if letter in ",;:.qhXEZcwt!?(" or (letter == "V" and not sentence.units[index].capital):
            break
        if letter == "p" and not (low in {"for", "with", "at"} and _takes_body(sentence, index - 1, at)):
            break
        if letter in "oa" and index == at:
            break
        if letter == "o":
            break
        if letter == "b" and index > at:
            break
        index += 1
    return index


def _takes_body(sentence: Sentence, at: int, first: int) -> bool:
    """Tell whether "for", "with" or "at" after *at* leads to the body of an office: "a spokesman for the ministry"."""
    unit = sentence.units[at]
    return at >= first and (unit.has("office") or unit.has("post"))


def _subject_from(
    reading: Reading, sentence: Sentence, first: int, verb: int, recent: Person | None
) -> Attribution | None:
    """Read "X said", "X, who chairs the talks, said" where the subject starts with unit *first*."""
    group = verb_group(sentence, verb)
    if group is None or group.mood in {"infinitive", "gerund", "participle"}:
        return None
    if group.passive and not _cited(sentence, verb):
        return None
    if sentence.classes[first] == "p" or sentence.classes[first] in "wt":
        phrase = next((index for index in range(first, group.first) if sentence.classes[index] == ","), None)
        if phrase is not None:
            first = phrase + 1  # "In Osaka, X said"
    comma = next((index for index in range(first + 1, group.first) if sentence.classes[index] in ",(-"), -1)
    last = group.first - 1
    if comma > 0 and not _dashed(sentence, comma):
        if sentence.cls(group.first - 1) not in ",)-" and not _ends_insert(sentence, comma, group.first):
            return None
        last = comma - 1
    if any(sentence.classes[index] in "VEXZ" and _finite(sentence, index) for index in range(first, last + 1)):
        return None
    if sentence.classes[first] in "acpoqh" and sentence.low(first) not in {"on", "in", "at", "earlier"}:
        return None
    speaker = speaker_in(reading, sentence, first, last, recent)
    return Attribution(sentence, first, verb, speaker) if speaker is not None else None


def _cited(sentence: Sentence, verb: int) -> bool:
    """Tell whether a passive is "was quoted as saying"."""
    return sentence.low(verb) in _CITED and any(
        sentence.low(index) in {"as", "saying"} for index in range(verb + 1, min(verb + 14, len(sentence.units)))
    )


def _dashed(sentence: Sentence, at: int) -> bool:
    """Tell whether a hyphen at *at* joins two words."""
    return sentence.classes[at] == "-" and sentence.units[at].glued


def _ends_insert(sentence: Sentence, comma: int, stop: int) -> bool:
    """Tell whether a title after a name goes on up to the verb, its second comma left out by the reporter."""
    return not any(letter in "EXZ" for letter in sentence.classes[comma:stop])


def _finite(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    if unit.cls != "V":
        return True
    if (unit.has("document") or unit.has("portfolio")) and "d" not in unit.tags.get("form", ""):
        return False  # "the fund report", "the press secretary"
    group = verb_group(sentence, at)
    return group is not None and group.mood == "finite" and not sentence.units[at].capital


def attribution_before(
    reading: Reading, sentence: Sentence, at: int, recent: Person | None, *, fragment: bool
) -> Attribution | None:
    """Read the attribution before the quotation that starts at unit *at*: "X said: …", "X called it …"."""
    outside = unquoted(reading, sentence)
    themes = _ACTS if fragment else _SPEECH
    for verb in range(at - 1, max(-1, at - _REACH), -1):
        if not outside[verb] or not _says(sentence, verb, themes):
            continue
        found = _with_subject(reading, sentence, verb, recent)
        if found is None and verb == 0:
            found = _inverted(reading, sentence, 0, 0, at, recent)
        if found is not None:
            return Attribution(sentence, found.first, max(at - 1, found.last), found.speaker)
    return _named_before_colon(reading, sentence, at)


def _named_before_colon(reading: Reading, sentence: Sentence, at: int) -> Attribution | None:
    """Read "Otwori: …" at the start of a sentence, as interviews are printed."""
    if at < 2 or at > 8 or sentence.classes[at - 1] != ":":
        return None
    speaker = speaker_in(reading, sentence, 0, at - 2)
    return Attribution(sentence, 0, at - 1, speaker) if speaker is not None and not speaker.body else None


def _with_subject(
    reading: Reading, sentence: Sentence, verb: int, recent: Person | None, depth: int = 0
) -> Attribution | None:
    """Return a verb of saying with its subject before it, which it may share with an earlier verb."""
    group = verb_group(sentence, verb)
    if group is None:
        return None
    outside = unquoted(reading, sentence)
    quoted_as = group.passive and _cited(sentence, verb)
    if (group.passive or group.mood == "participle") and not quoted_as:
        return _agent(reading, sentence, verb, recent)
    if group.mood == "gerund" and (absolute := _absolute(reading, sentence, group.first, recent)) is not None:
        return absolute
    if group.mood == "finite" and (not group.passive or quoted_as):
        for first in _starts(sentence, group.first, outside):
            found = _subject_from(reading, sentence, first, verb, recent)
            if found is not None:
                return _quoted_by(reading, sentence, found, verb, recent)
    if depth > 3:
        return None
    for earlier in range(group.first - 1, -1, -1):
        if not outside[earlier] or sentence.classes[earlier] != "V":
            continue
        other = verb_group(sentence, earlier)
        if other is not None and other.mood == "finite":
            shared = _with_subject(reading, sentence, earlier, recent, depth + 1)
            if shared is None and _says(sentence, earlier):
                shared = _inverted(reading, sentence, earlier, earlier, len(sentence.units), recent)
            return shared
    return None


def _absolute(reading: Reading, sentence: Sentence, gerund: int, recent: Person | None) -> Attribution | None:
    """Read "with the minister calling it", whose verb has a subject of its own."""
    for index in range(gerund - 1, max(-1, gerund - 12), -1):
        if sentence.classes[index] in ",;V":
            return None
        if sentence.low(index) == "with":
            speaker = speaker_in(reading, sentence, index + 1, gerund - 1, recent)
            return Attribution(sentence, index + 1, gerund, speaker) if speaker is not None else None
    return None


def _agent(reading: Reading, sentence: Sentence, verb: int, recent: Person | None) -> Attribution | None:
    """Read "hailed by X as"."""
    if sentence.low(verb + 1) != "by":
        return None
    end = _noun_phrase_end(sentence, verb + 2, len(sentence.units))
    speaker = speaker_in(reading, sentence, verb + 2, end - 1, recent) if end > verb + 2 else None
    return Attribution(sentence, verb, end - 1, speaker) if speaker is not None else None


def _starts(sentence: Sentence, stop: int, outside: list[bool]) -> Iterator[int]:
    """Yield where the subject of a verb at *stop* can start, the nearest first; each after a border of a clause."""
    index = stop - 1
    inserted = sentence.cls(stop - 1) in ",)"
    commas = 0
    while index >= 0 and stop - index < _LONGEST_SUBJECT:
        letter = sentence.classes[index]
        if not outside[index] or letter in ";:" or (letter == "h" and not inserted):
            yield index + 1
            return
        if letter == "," and index < stop - 1:
            commas += 1
            if not inserted or commas > 1:
                yield index + 1
        elif (letter in "ca" or sentence.low(index) in _CLAUSE_OPENERS) and index < stop - 1 and not inserted:
            yield index + 1
        index -= 1
    yield index + 1


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


def sayers(reading: Reading, sentence: Sentence, stop: int | None = None) -> Iterator[Speaker]:
    """Yield the subjects of the verbs of saying of *sentence* outside quotations, the last before unit *stop* first."""
    outside = unquoted(reading, sentence)
    end = len(sentence.units) if stop is None else stop
    for verb in range(end - 1, -1, -1):
        if not outside[verb] or not _says(sentence, verb):
            continue
        found = _with_subject(reading, sentence, verb, None) or _inverted(reading, sentence, verb, verb, end, None)
        if found is not None:
            yield found.speaker


def spans_of(quotation: Quotation, found: Attribution | None) -> tuple[int, int]:
    """Return the evidence of a quotation: its words with the attribution beside it."""
    if found is None:
        return quotation.outer
    units = found.sentence.units
    return (
        min(quotation.outer[0], units[found.first].start),
        max(quotation.outer[1], units[min(found.last, len(units) - 1)].end),
    )
