"""Whom a pronoun stands for: "he", "it", "they", "we", "his country"."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actor_mentions import codes_of
from sphinx_bilateral.extract.grammar.verb_groups import verb_group
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.units import Sentence

_FAR = 3  # sentences; a pronoun takes up nobody who was named longer ago


def resolved(reading: Reading, sentence: Sentence, actor: Actor) -> Actor:
    """Return *actor* with a pronoun put to whom it stands for."""
    if actor.kind == "own":
        return _own(reading, sentence, actor)
    if actor.kind == "both":
        return _both(reading, sentence, actor)
    if actor.kind != "pronoun":
        return actor
    kind = sentence.units[actor.first].tags["pronoun"]
    if kind == "both":
        return _they(reading, sentence, actor)
    if kind == "we":
        return _we(reading, sentence, actor)
    if kind in {"he", "i"}:
        person = _he(reading, sentence, actor.first) if kind == "he" else _first_person(reading, sentence, actor)
        if person is None:
            return Actor(actor.first, actor.last, "pronoun")
        return Actor(actor.first, actor.last, "person", codes_of(person), (person,))
    if (speaker := _speaker_in(reading, sentence, actor.first)) is not None:
        return Actor(actor.first, actor.last, speaker.kind, speaker.codes)
    body = reading.subject_before(sentence)
    if body is not None and body.kind in {"body", "states"}:
        return Actor(actor.first, actor.last, "body", body.codes)
    return actor


def _is_subject(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether *actor* is neither after a preposition nor the object of a verb: "said X" is a subject too."""
    before = actor.first - 1
    while before >= 0 and sentence.classes[before] in "ev":
        before -= 1
    if before < 0:
        return True
    if sentence.classes[before] == "V":
        return sentence.units[before].has("report") and sentence.units[before].tags.get("verb", "") not in {
            "tell",
            "inform",
        }
    return sentence.classes[before] in ',ahc":;wtm#'


def _both(reading: Reading, sentence: Sentence, actor: Actor) -> Actor:
    """Return the two sides; open where another pair was the subject just before, or where the report has several."""
    told = {"two", "both"} & set(sentence.low(actor.first).split())
    if reading.several and not told:
        return Actor(actor.first, actor.last, "both")
    if _is_of_a_guest(reading, sentence, actor):
        return Actor(actor.first, actor.last, "both")
    for earlier in (sentence, *reading.sentences[max(sentence.index - 1, 0) : sentence.index]):
        for item in reversed(reading.actors[earlier.index]):
            near = earlier is not sentence or item.last < actor.first
            if near and len(item.codes) == 2 and item.kind in {"states", "person"} and _is_subject(earlier, item):
                return actor if set(item.codes) == set(actor.codes) else Actor(actor.first, actor.last, "both")
    return actor


def _is_of_a_guest(reading: Reading, sentence: Sentence, actor: Actor) -> bool:
    """Tell whether somebody of a third state was named before: "during the visit of Q of Z, the two sides signed"."""
    own = {None, *actor.codes}
    return bool(actor.codes) and any(
        person.side not in own
        for item in reading.actors[sentence.index]
        if item.last < actor.first
        for person in item.people
    )


def _he(reading: Reading, sentence: Sentence, at: int) -> Person | None:
    """Return the last person before unit *at* who was the subject of a sentence."""
    for actor in reversed(reading.actors[sentence.index]):
        if actor.last < at and actor.people and _is_subject(sentence, actor):
            return actor.people[0]
    for earlier in reversed(reading.sentences[max(sentence.index - _FAR, 0) : sentence.index]):
        for actor in reading.actors[earlier.index]:
            if actor.people and _is_subject(earlier, actor):
                return actor.people[0]
    return None


def _first_person(reading: Reading, sentence: Sentence, actor: Actor) -> Person | None:
    quotation = reading.quoted(sentence.units[actor.first].start)
    return quotation.speaker if quotation is not None else reading.speaker_before(sentence, actor.first)


def _own(reading: Reading, sentence: Sentence, actor: Actor) -> Actor:
    """Read "his country", "my government", and "the government" in what somebody says: the side of who speaks."""
    quotation = reading.quoted(sentence.units[actor.first].start)
    if quotation is not None:
        person = quotation.speaker
    elif sentence.low(actor.first) == "the":
        near = [one for one in reading.actors[sentence.index] if one.last < actor.first and _is_subject(sentence, one)]
        person = near[-1].people[0] if near and near[-1].people else None
    elif sentence.low(actor.first) in {"my", "our"}:
        person = None
    else:
        office = next((one for one in reversed(reading.actors[sentence.index]) if one.last < actor.first), None)
        if office is not None and office.kind == "office" and len(office.codes) == 1 and _is_subject(sentence, office):
            return Actor(actor.first, actor.last, "states", office.codes)  # "the premier said his country would"
        person = _he(reading, sentence, actor.first)
    return Actor(actor.first, actor.last, "states", codes_of(person) if person is not None else ())


def _we(reading: Reading, sentence: Sentence, actor: Actor) -> Actor:
    """Read "we" of a joint statement, and "we have agreed" of one side: one does not agree alone."""
    both = reading.both_in(sentence)
    quotation = reading.quoted(sentence.units[actor.first].start)
    if quotation is None:
        return Actor(actor.first, actor.last, "both", both) if _is_joint(reading) else actor
    index = actor.last + 1
    while sentence.cls(index) in "Zv":
        index += 1
    agreed = sentence.cls(index) == "V" and sentence.units[index].tags.get("commit") == "agreed"
    speaker = quotation.speaker
    if agreed and speaker is not None and speaker.side in both:
        return Actor(actor.first, actor.last, "both", both)
    return actor


def _is_joint(reading: Reading) -> bool:
    """Tell whether the document is a statement of both sides: its heading or opening says so."""
    for sentence in reading.sentences[:3]:
        for index, unit in enumerate(sentence.units):
            if unit.low.startswith("joint ") and unit.has("instrument"):
                return True
            named = {code_in for other in sentence.units[index:] if (code_in := other.tags.get("state"))}
            if unit.low == "statement" and sentence.low(index + 1) in {"of", "by"} and set(reading.both) <= named:
                return True
    return False


def _they(reading: Reading, sentence: Sentence, actor: Actor) -> Actor:
    """Return the last ones before who are several: two sides, or a list of states or persons."""
    speaker = _speaker_in(reading, sentence, actor.first)
    if speaker is not None and speaker.kind == "states" and len(speaker.codes) == 1:
        return Actor(actor.first, actor.last, "states", speaker.codes)
    for earlier in (sentence, *reversed(reading.sentences[max(sentence.index - _FAR, 0) : sentence.index])):
        for item in reversed(reading.actors[earlier.index]):
            if (earlier is sentence and item.last >= actor.first) or not _is_subject(earlier, item):
                continue
            if item.kind == "both":
                return Actor(actor.first, actor.last, "both", _both(reading, earlier, item).codes)
            if len(item.codes) > 1 and item.kind in {"states", "person"}:
                if earlier.cls(item.first - 1 - (earlier.cls(item.first - 1) == "e")) == "a":
                    return Actor(actor.first, actor.last, "both")  # of more than these
                kind = "both" if set(item.codes) == set(reading.both_in(sentence)) else "states"
                return Actor(actor.first, actor.last, kind, item.codes)
    return Actor(actor.first, actor.last, "both", () if reading.several else reading.both_in(sentence))


def _speaker_in(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the state or body that "it" at *at* takes up in "X said it would": the subject of the verb of saying."""
    verb = at - 1 - (sentence.cls(at - 1) == "h")
    while verb > 0 and sentence.classes[verb] in "wtm#pv":
        verb -= 1
    if verb < 1 or "report" not in sentence.units[verb].tags:
        return None
    group = verb_group(sentence, verb)
    before = [item for item in reading.actors[sentence.index] if group is not None and item.last == group.first - 1]
    return before[0] if before and before[0].kind in {"states", "body", "office"} else None
