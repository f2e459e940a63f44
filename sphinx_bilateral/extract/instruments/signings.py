"""Nouns of signing: "the signing of", "the signing ceremony for", "signature"; and whether the signature was given."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.sharing import with_shared
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, verb_group
from sphinx_bilateral.extract.grammar.denials import denier_of
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, tense_of
from sphinx_bilateral.extract.grammar.standing import Standing, gerund_standing, standing_of
from sphinx_bilateral.extract.instruments.instrument_acts import is_attribute
from sphinx_bilateral.extract.instruments.steps_not_taken import not_taken
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence, Unit

_BEFORE = {"before", "ahead of", "pending", "until", "till", "towards", "toward", "to", "for", "on"}
_AFTER = {"after", "following", "upon", "since", "on the sidelines of", "during", "at"}
_NOT_CERTAIN = {"possibility", "prospect", "prospects", "verge", "brink", "need", "call", "calls", "condition"}
_SOUGHT = {"importance", "necessity", "urgency", "progress", "likelihood", "goal", "aim", "benefits", "date"}
_PLEASED = {"congratulate", "thank"}
_OUTCOMES = {"highlight", "highlights", "outcome", "outcomes", "result", "results", "centrepiece", "centerpiece"}
_INITIALLING = {"initialling", "initialing"}
_CAUSES = {"lead", "contribute"}
_TOWARDS = {"prior", "forward", "way", "due", "closer", "committed", "commitment", "next"}
_OWN_VERBS = {"takeplace", "hold", "conclude", "attend", "witness", "follow", "complete", "happen", "occur", "oversee"}


def signing_noun(sentence: Sentence, first: int) -> int | None:
    """Return the index of "signing" or "signature" in "the signing of an MoU" before the name at *first*."""
    for index in range(first - 1, max(-1, first - 24), -1):
        letter, unit = sentence.classes[index], sentence.units[index]
        if unit.low == "exchange" and _is_attested(sentence, index):
            return index
        if unit.low in {"signing", "signature", *_INITIALLING}:
            ceremony = sentence.low(index + 1) in {"ceremony", "ceremonies"}
            return index if sentence.cls(index + 1 + ceremony) in "fp" else None
        if letter in ';."hqcXE' or (letter == "V" and verb_group(sentence, index) is not None):
            return None
    return None


def _is_attested(sentence: Sentence, at: int) -> bool:
    """Tell whether "the exchange of agreements" at *at* is what somebody witnessed, which is done with signed ones."""
    verb = at - 1 - (sentence.cls(at - 1) == "e")
    attested = verb >= 0 and sentence.units[verb].tags.get("verb") in {"witness", "oversee"}
    return attested and sentence.cls(at + 1) == "f"


def signing(reading: Reading, sentence: Sentence, at: int, first: int, last: int) -> Verdict:
    """Read the noun or gerund of signing at *at* whose object takes the units from *first* to *last*."""
    start = at
    while start and sentence.classes[start - 1] in "eSlv" and at - start < 3 and sentence.low(start - 1) not in _BEFORE:
        start -= 1
    standing, sure, group = event_standing(sentence, at, start, last)
    if denier_of(sentence, at) is not None:
        return not_taken(reading, sentence, "sign", at, last, None, at)
    begin = at - (sentence.cls(at - 1) == "e")
    initialled = sentence.low(at) in _INITIALLING
    if standing == "denied":
        if group is not None and group.head < at:
            return Verdict("none", "agreement.negated", begin, last, head=at)  # "did not attend the signing of"
        return not_taken(reading, sentence, "initial" if initialled else "sign", begin, last, group, at)
    if standing == "done":
        expression = expression_after(reading, sentence, last)
        if expression is None and group is not None and group.head > last:
            expression = expression_of(reading, sentence, group)
        date = reading.date(sentence, expression, tense_of(group)) if expression else None
        return Verdict("initialled" if initialled else "signed", "agreement.signing", begin, last, None, date, head=at)
    if initialled:
        return Verdict("finalising", "agreement.initialling-ahead", begin, last, unsure=("status",), head=at)
    sure = sure and not came_to_nothing(sentence, last)
    rule = "agreement.expedite-signing" if _hurried(sentence, at) else "agreement.signing-ahead"
    return Verdict("to_be_signed", rule, begin, last, unsure=() if sure else ("status",), head=at)


def came_to_nothing(sentence: Sentence, last: int) -> bool:
    """Tell whether the sentence goes on with what stopped it: "close to signing when talks collapsed"."""
    return any(
        sentence.units[index].tags["standing"] in {"deferring", "refusing"} and sentence.classes[index] == "V"
        for index in sentence.places("standing")
        if index > last
    )


def _hurried(sentence: Sentence, at: int) -> bool:
    return any(sentence.units[index].has("hurry") for index in range(max(0, at - 6), at))


def event_standing(sentence: Sentence, at: int, start: int, last: int) -> tuple[Standing, bool, VerbGroup | None]:
    """Return how the signing stands, whether that is sure, and the verb that decided."""
    if _hurried(sentence, at):
        return "ahead", True, None
    start = _phrase_start(sentence, start)
    if gerund_standing(sentence, start) == "denied":
        return "denied", True, None
    doubt = {sentence.units[index].tags.get("standing") for index in range(start, at)} - {None, "deferring"}
    if doubt:
        return "ahead", not doubt & {"conceivable", "rumoured", "wishing"}, None
    if sentence.low(at - 1) == "recent":
        return "done", True, None
    told = _by_the_word_before(sentence, at, start, last)
    if told is not None:
        return told
    for index in range(start - 1, clause_start(sentence, start) - 1, -1):
        if sentence.classes[index] == "V" and (group := verb_group(sentence, index)) is not None:
            return _governed(sentence, group)
    return _subject(sentence, last)


def _by_the_word_before(
    sentence: Sentence, at: int, start: int, last: int
) -> tuple[Standing, bool, VerbGroup | None] | None:
    """Return what the word before the phrase says of the signing: "before", "after", "was" or a preposition."""
    word = sentence.low(start - 1)
    if word in {"on", "for", "about"} and sentence.units[max(0, start - 2)].has("negotiation"):
        return "ahead", False, None
    if word == "to" and start > 1 and not _looks_ahead(sentence.units[start - 2]):
        return _led_to(sentence, start - 2)
    if word == "of" and sentence.low(start - 2) in _NOT_CERTAIN | _SOUGHT:
        return "ahead", False, None
    if word in _BEFORE and not _is_thanked(sentence, start):
        near = {sentence.low(index) for index in range(max(0, start - 4), start - 1)}
        return "ahead", not near & (_NOT_CERTAIN | {"called", "calling"}), None
    if word == "at" and sentence.cls(start) != "e" and start == at and sentence.low(at) in {"signing", *_INITIALLING}:
        return "open", False, None  # "balked at signing", "is aimed at signing"
    if word in _AFTER:
        return _after(sentence, start, last)
    if sentence.cls(start - 1) == "E" and _is_outcome(sentence, start - 1):
        return "done", True, None
    return None


def _is_outcome(sentence: Sentence, be: int) -> bool:
    """Tell whether the signing is what came out of a visit: "the highlight of the visit was the signing of"."""
    words = {sentence.low(index) for index in range(max(0, be - 9), be)}
    return sentence.units[be].tags["be"] == "past" and bool(words & _OUTCOMES) and "X" not in sentence.classes[:be]


def _phrase_start(sentence: Sentence, start: int) -> int:
    """Return the index of the first unit of "the planned signing", "the early entry into force" that has *start*."""
    at = start
    while at and start - at < 4 and sentence.low(at - 1) not in _BEFORE:
        if sentence.classes[at - 1] not in "eSlv" and not (
            sentence.classes[at - 1] == "V" and is_attribute(sentence, at - 1)
        ):
            break
        at -= 1
    return at


def _is_thanked(sentence: Sentence, start: int) -> bool:
    """Tell whether it is what somebody is congratulated on or thanked for, which is done."""
    near = range(max(0, start - 6), start - 1)
    return sentence.low(start - 1) in {"on", "for"} and any(
        sentence.units[index].tags.get("verb") in _PLEASED for index in near
    )


def _looks_ahead(unit: Unit) -> bool:
    """Tell whether "to" after *unit* says that the signing is to come: "agreed to", "prior to", "looks forward to"."""
    return (unit.has("verb") and unit.tags["verb"] not in _CAUSES) or unit.low in _TOWARDS


def _led_to(sentence: Sentence, at: int) -> tuple[Standing, bool, VerbGroup | None]:
    """Read "led to the signing of", done where the verb at *at* is; "vital to the signing of" leaves it open."""
    group = verb_group(sentence, at) if sentence.classes[at] == "V" else None
    if group is None or group.mood != "finite":
        return "open", False, None
    return standing_of(sentence, group), True, group


def _after(sentence: Sentence, start: int, last: int) -> tuple[Standing, bool, VerbGroup | None]:
    """Read "after the signing of": done where the rest of the sentence tells of the past."""
    groups = (
        verb_group(sentence, index)
        for index, letter in enumerate(sentence.classes)
        if letter == "V" and not start <= index <= last
    )
    finite = [group for group in groups if group is not None and group.mood == "finite"]
    if all(standing_of(sentence, group) == "done" for group in finite):
        return "done", True, None
    return "open", False, None


def _governed(sentence: Sentence, group: VerbGroup) -> tuple[Standing, bool, VerbGroup | None]:
    """Read the signing as object of a verb: "witnessed", "concluded with", "approved", "postponed"."""
    sense = sentence.units[group.head].tags.get("standing")
    if sense in {None, "deferring", "wishing"}:
        return "open", False, group
    shared = with_shared(sentence, group)
    standing = standing_of(sentence, shared)
    if sense == "attesting":
        if standing == "ahead" and (shared is not group or _has_will(sentence, group)):
            return standing, True, group
        if standing == "done" or (standing == "ahead" and group.modal is None and group.mood == "finite"):
            return "done", True, group
        return standing, standing == "ahead", group
    return ("denied", True, group) if standing == "denied" else ("ahead", sense == "authorising", group)


def _has_will(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether "will" stands before a bare verb with a day between: "will on Tuesday preside over"."""
    before = group.first - 1
    while before > 0 and sentence.classes[before] in "pwt#mv":
        before -= 1
    return group.first == group.head and sentence.cls(before) == "X"


def _subject(sentence: Sentence, last: int) -> tuple[Standing, bool, VerbGroup | None]:
    """Read the signing as subject of a verb: "took place", "is expected", "has been postponed"."""
    for index in range(last + 1, min(len(sentence.units), last + 20)):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter in ';"h':
            break
        if (
            letter != "V"
            or (group := verb_group(sentence, index)) is None
            or group.mood not in {"finite", "infinitive"}
        ):
            continue
        sense = unit.tags.get("standing")
        standing = standing_of(sentence, group)
        if unit.tags.get("verb") == "cancel" and standing == "done":
            return "denied", True, group
        if unit.has("schedule") and group.passive and not group.negated:
            return "ahead", True, group
        if sense == "deferring":
            return "open", False, group
        if unit.tags.get("verb") in _OWN_VERBS or sense == "attesting":
            return standing, standing in {"done", "ahead"}, group
        break
    return "open", False, None
