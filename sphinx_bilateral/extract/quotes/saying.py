"""Verbs of saying and their subjects: "X said", "said X", "X, who chairs the talks, said", "with X saying"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.people.lists_of_people import persons_of
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.quotes.speakers import Speaker, speaker_in
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

LONGEST_SUBJECT = 40  # units
SPEECH = ("report", "quoting")
"""Themes of the verbs of saying."""

_CITED = frozenset({"quoted", "cited", "reported"})
_NOUNS = frozenset("states reports notes claims comments remarks posts tweets quotes stresses calls asks".split())
_CLAUSE_OPENERS = frozenset({"as", "after", "before", "since", "until", "till", "where"})


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


def says(sentence: Sentence, at: int, themes: tuple[str, ...] = SPEECH) -> bool:
    """Tell whether a verb of saying stands at *at* that is no noun there."""
    unit = sentence.units[at]
    if unit.cls != "V" or not any(theme in unit.tags for theme in themes):
        return False
    if _is_noun(sentence, at):
        return False
    if unit.tags.get("verb", "") == "believe" or (unit.tags.get("verb", "") == "go" and sentence.low(at + 1) != "on"):
        return False
    return verb_group(sentence, at) is not None


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Tell whether a form such as "states" is a plural there."""
    return sentence.low(at) in _NOUNS and sentence.cls(at + 1) not in 'h:"'


def quoted_by(
    reading: Reading, sentence: Sentence, found: Attribution, verb: int, recent: Person | None
) -> Attribution | None:
    """Return for "the agency quoted X as saying" the attribution to X."""
    if sentence.units[verb].tags.get("verb") not in {"quote", "cite"} or found.last > verb:
        return found
    group = verb_group(sentence, verb)
    if group is None or group.passive:
        return found
    end = noun_phrase_end(sentence, verb + 1, len(sentence.units))
    while end < len(sentence.units) and sentence.low(end) != "as" and end - verb < LONGEST_SUBJECT:
        end += 1
    if sentence.low(end) != "as" or not unquoted(reading, sentence)[verb + 1]:
        return None
    stop = next((index for index in range(verb + 1, end) if sentence.classes[index] == ","), end)
    speaker = speaker_in(reading, sentence, verb + 1, stop - 1, recent)
    return Attribution(sentence, found.first, end, speaker) if speaker is not None else None


def inverted(
    reading: Reading, sentence: Sentence, first: int, verb: int, stop: int, recent: Person | None
) -> Attribution | None:
    """Read "said X"."""
    end = noun_phrase_end(sentence, verb + 1, stop)
    if end == verb + 1:
        return None
    start = verb + 1
    if sentence.units[end - 1].has("document") and sentence.cls(end) == "V" and sentence.low(end + 1) == "by":
        start, end = end + 2, noun_phrase_end(sentence, end + 2, stop)  # "said a statement issued by X"
    speaker = speaker_in(reading, sentence, start, end - 1, recent)
    return Attribution(sentence, first, end - 1, speaker) if speaker is not None else None


def noun_phrase_end(sentence: Sentence, at: int, stop: int) -> int:
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


def subject_from(
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


def with_subject(
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
            found = subject_from(reading, sentence, first, verb, recent)
            if found is not None:
                return quoted_by(reading, sentence, found, verb, recent)
    if depth > 3 or sentence.low(group.first - 1) == "which":
        return None  # what a letter or a statement says is not the words of who received it
    for earlier in range(group.first - 1, -1, -1):
        if not outside[earlier] or sentence.classes[earlier] != "V" or _is_noun(sentence, earlier):
            continue
        other = verb_group(sentence, earlier)
        if other is not None and other.mood == "finite":
            shared = with_subject(reading, sentence, earlier, recent, depth + 1)
            if shared is None and says(sentence, earlier):
                shared = inverted(reading, sentence, earlier, earlier, len(sentence.units), recent)
            return shared
    return _opening_person(reading, sentence, verb) if sentence.cls(group.first - 1) == "," else None


def _opening_person(reading: Reading, sentence: Sentence, verb: int) -> Attribution | None:
    """Return the person with whom the sentence opens as the subject of ", saying": "Otwori hit out at it, saying"."""
    for first, last, person in persons_of(reading, sentence):
        if first <= 1 and last < verb and sentence.cls(last + 1) in "lvV" and unquoted(reading, sentence)[first]:
            return Attribution(sentence, first, verb, Speaker(person.name, person))
        return None
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
    end = noun_phrase_end(sentence, verb + 2, len(sentence.units))
    speaker = speaker_in(reading, sentence, verb + 2, end - 1, recent) if end > verb + 2 else None
    return Attribution(sentence, verb, end - 1, speaker) if speaker is not None else None


def _starts(sentence: Sentence, stop: int, outside: list[bool]) -> Iterator[int]:
    """Yield where the subject of a verb at *stop* can start, the nearest first; each after a border of a clause."""
    index = stop - 1
    inserted = sentence.cls(stop - 1) in ",)"
    commas = 0
    while index >= 0 and stop - index < LONGEST_SUBJECT:
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


def sayers(reading: Reading, sentence: Sentence, stop: int | None = None) -> Iterator[Speaker]:
    """Yield the subjects of the verbs of saying of *sentence* outside quotations, the last before unit *stop* first."""
    outside = unquoted(reading, sentence)
    end = len(sentence.units) if stop is None else stop
    for verb in range(end - 1, -1, -1):
        if not outside[verb] or not says(sentence, verb):
            continue
        found = with_subject(reading, sentence, verb, None) or inverted(reading, sentence, verb, verb, end, None)
        if found is not None:
            yield found.speaker
