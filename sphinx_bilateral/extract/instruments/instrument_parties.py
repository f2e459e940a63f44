"""Between whom an instrument is: the parties of the sentence, or those of the report where nothing speaks against."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import clause_start, verb_group
from sphinx_bilateral.extract.instruments.instrument_mentions import Mention
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_PLACES = {"in", "at", "from", "near", "into", "to", "for", "through", "via", "across"}
_DESKS = {"division", "desk", "department", "directorate", "bureau"}
_FRAMES = {"WTO", "UN", "IMF", "OECD", "OPEC", "G7", "G20", "G77", "APEC", "OSCE"}
"""What an instrument is about or made in, rather than between; a party only where the report is about it."""


def parties_of(reading: Reading, mention: Mention, verdict: Verdict) -> tuple[tuple[str, ...], bool]:
    """Return the parties of an instrument and whether the sentence leaves no doubt of them."""
    sentence, both = mention.sentence, reading.both
    if len(mention.parties) >= 2:
        return mention.parties, _concerns(mention.parties, both)
    told, known = _told(reading, mention, verdict)
    framed = any(code in _FRAMES and code not in both for code in mention.parties)
    told = tuple(code for code in told if code in both or code not in _FRAMES)
    if len(told) >= 2:
        sure = known and not mention.strangers and not _goes_on_with_states(sentence, mention.last)
        return told, sure and _concerns(told, both)
    pair = reading.both_in(sentence)
    if not pair or not set(told) <= set(pair):
        return told or pair, False
    plain = not told and (framed or _is_bare_reference(mention, verdict) or _of_many(sentence, verdict))
    plain &= not set(pair) <= {code_of(sentence.units[index]) for index in sentence.places("state", "demonym")}
    plain |= verdict.status == "existing" and not (mention.partners or _is_theirs(mention))
    strange = mention.strangers or _strange_states(reading, sentence, pair) or _of_a_region(sentence, mention, verdict)
    return pair, known and not (plain or strange)


def _goes_on_with_states(sentence: Sentence, last: int) -> bool:
    """Tell whether more states follow: "signed agreements with Peru, Chile and Japan" can be of two sides each."""
    if sentence.cls(last) != "C" or sentence.cls(last + 2) != "C":
        return False
    return sentence.cls(last + 1) == "a" or (sentence.cls(last + 1) == "," and sentence.cls(last + 3) in ",a")


def _is_theirs(mention: Mention) -> bool:
    """Tell whether the name says that the instrument is between the two: "their", "the two countries'", "bilateral"."""
    sentence = mention.sentence
    words = {sentence.low(index) for index in range(mention.first - 1, mention.head + 1)}
    return bool(words & {"their", "our", "bilateral"}) or sentence.cls(mention.first - 2) == "B"


def _of_a_region(sentence: Sentence, mention: Mention, verdict: Verdict) -> bool:
    """Tell whether others share in it of whom only the region is told: "Chinese and African entrepreneurs signed"."""
    start = clause_start(sentence, verdict.group.first) if verdict.group is not None else mention.first
    return any(
        sentence.units[index].has("regionword")
        and ("a" in (sentence.cls(index - 1), sentence.cls(index + 1)))
        and set("CD") & {sentence.cls(index - 2), sentence.cls(index + 2)}
        for index in range(start, verdict.group.first if verdict.group is not None else mention.head)
    )


def _concerns(parties: tuple[str, ...], both: tuple[str, ...]) -> bool:
    """Tell whether an instrument has to do with the states of the report."""
    return not both or bool(set(parties) & set(both))


def _is_bare_reference(mention: Mention, verdict: Verdict) -> bool:
    """Tell whether "an agreement signed last May" says neither between whom nor on what."""
    new = mention.sentence.low(mention.first - 1) in {"a", "an"}
    return verdict.rule == "agreement.insert" and new and not mention.named and mention.kind in {"agreement", "deal"}


def _of_many(sentence: Sentence, verdict: Verdict) -> bool:
    """Tell whether the subject is a number of states: "49 of the 55 member states have ratified"."""
    if verdict.group is None:
        return False
    start = clause_start(sentence, verdict.group.first)
    return any(sentence.units[index].has("manystates") for index in range(start, verdict.group.first))


def _told(reading: Reading, mention: Mention, verdict: Verdict) -> tuple[tuple[str, ...], bool]:
    """Return the sides that the name, "with", the subject of the verb and "by" tell, each once, in order of text.

    :returns: the sides, and whether all who are named there are known.
    """
    sentence = mention.sentence
    codes = _subject_codes(reading, sentence, verdict)
    codes += mention.parties
    codes += mention.partners or _partners(sentence, mention.last, verdict.last)
    if len(set(codes)) < 2:
        codes += mention.late
    signed, known = _signatories(reading, sentence, mention, verdict)
    return tuple(dict.fromkeys((*codes, *signed))), known


def _subject_codes(reading: Reading, sentence: Sentence, verdict: Verdict) -> list[str]:
    """Return the sides that the subject stands for, "Peru's Institute of Geology" for Peru."""
    group = verdict.group
    if group is None:
        return []
    subject = subject_of(reading, sentence, group)
    if subject is not None and subject.codes:
        return list(subject.codes)
    if subject is not None or group.passive:
        return []
    for start in {clause_start(sentence, group.first): None, 0: None}:
        first = start + (sentence.cls(start) == "e")
        owner = sentence.cls(first) in "CD" and not _tells(sentence, first, group.first)
        if owner and (code := code_of(sentence.units[first])) is not None:
            return [code]
    return []


def _tells(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether something else is told between two units than the name of a body with its list of fields."""
    if set(sentence.classes[first:stop]) & set('EXq;"'):
        return True
    return any(sentence.classes[n] == "V" and not sentence.units[n].capital for n in range(first, stop))


def _partners(sentence: Sentence, last: int, shown: int) -> list[str]:
    """Return the states after "with" in the rest of the clause: "signed an MoU on tea on Monday with X"."""
    for index in range(last + 1, len(sentence.units)):
        if sentence.classes[index] in ';."hqc' or (index > shown and _is_finite(sentence, index)):
            break
        if sentence.low(index) == "with":
            probe = index + 1 + (sentence.cls(index + 1) == "e")
            return _list_of_states(sentence, probe)
    return []


def _is_finite(sentence: Sentence, at: int) -> bool:
    group = verb_group(sentence, at) if sentence.classes[at] == "V" else None
    return group is not None and group.mood == "finite"


def _list_of_states(sentence: Sentence, at: int) -> list[str]:
    """Return the states of the list that starts at *at*: "Sweden, Norway and the Netherlands", "Swedish officials"."""
    codes: list[str] = []
    while sentence.cls(at) in "CD" and (code := code_of(sentence.units[at])) is not None:
        codes.append(code)
        at += 1
        while sentence.cls(at) in ",ae-/":
            at += 1
    return codes


def _signatories(reading: Reading, sentence: Sentence, mention: Mention, verdict: Verdict) -> tuple[list[str], bool]:
    """Return the sides of those after "by" or "between" behind a participle: "signed by X and Y", "by Minister Z".

    :returns: the sides; and whether nobody else is named, as the central bank in "signed by the ECB".
    """
    start = verdict.group.head if verdict.group is not None else mention.head
    if verdict.group is not None and not verdict.group.passive:
        return [], True
    verbs = 0
    for index in range(start + 1, min(len(sentence.units), max(verdict.last, mention.last) + 14)):
        verbs += sentence.classes[index] == "V"
        if sentence.classes[index] in ';."hqcX' or verbs > 1:
            break
        if sentence.low(index) not in {"by", "between"}:
            continue
        name = index + 1 + (sentence.cls(index + 1) == "e")
        if codes := _list_of_states(sentence, name):
            return codes, True
        actor = next((item for item in reading.actors[sentence.index] if index < item.first <= index + 2), None)
        body = name > index + 1 and sentence.cls(name) == "N"
        return (list(actor.codes), True) if actor is not None else ([], not body)
    return [], True


def _strange_states(reading: Reading, sentence: Sentence, pair: tuple[str, ...]) -> bool:
    """Tell whether the sentence names a state beside the *pair*, other than as a place, or somebody of one."""
    for index in sentence.places("state", "demonym"):
        unit = sentence.units[index]
        if unit.cls not in "CD" or unit.has("org") or code_of(unit) in pair:
            continue
        if sentence.low(index + 1) in _DESKS:
            continue  # "the East and South Africa Division" of a ministry
        before = index - 1 - (sentence.cls(index - 1) == "e")
        if sentence.low(before) not in _PLACES or unit.cls == "D":
            return True
    people = (mention.person for mention in reading.mentions[sentence.index])
    return any(person is not None and person.side not in {None, *pair} for person in people)
