"""Who does something: the subject of a verb, and whom a pronoun stands for."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.pronouns import resolved
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, finite_before, verb_group
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.units import Sentence

__all__ = ["resolved", "subject_of"]

_CLAUSE_PREPOSITIONS = {"after", "before", "since", "until", "till", "as"}  # a clause can follow: "after X visited Y"
_APART = frozenset("here there both each all themselves itself himself herself".split())


def subject_of(reading: Reading, sentence: Sentence, group: VerbGroup, depth: int = 0) -> Actor | None:
    """Return the actor that is the subject of a verb group, or ``None`` where none can be told."""
    start = clause_start(sentence, group.first)
    if group.mood == "gerund" and (speaker := _said_before(reading, sentence, group.first)) is not None:
        return speaker
    actors = [actor for actor in reading.actors[sentence.index] if start <= actor.first and actor.last < group.first]
    if not actors and start and sentence.classes[start - 1] == "q" and start >= group.first - 2:
        return _antecedent(reading, sentence, start - 1)
    before = group.first - 1
    while before > start and (sentence.classes[before] == "v" or _is_adverb(sentence, before)):
        before -= 1
    joined = before > start and sentence.classes[before] in "a,"
    barrier = finite_before(sentence, group.first, start) if actors else None
    for actor in reversed(actors):
        if barrier is not None and barrier > actor.last:
            break
        if _is_object(sentence, actor, group):
            continue
        if joined and not _insert_between(sentence, actor.last + 1, group.first):
            lone = sentence.classes[actor.last + 1 : group.first].strip("v") == "," and actor.kind == "person"
            if not lone or finite_before(sentence, actor.first, start) is not None:
                break
        elif not _reaches(sentence, actor, group.first):
            return None
        return _whole(reading, sentence, actors, actor, start)
    if not actors and _follows_semicolon(sentence, start, group.first):
        return _of_clause_before(reading, sentence, start - 1)
    if depth or not (joined or group.mood in {"gerund", "infinitive"}):
        return None
    return _shared_subject(reading, sentence, group, start)


def _is_adverb(sentence: Sentence, at: int) -> bool:
    """Tell whether the unit at *at* says which time it was: "the two last met in Lima"."""
    return sentence.low(at) in {"last", "first"} and sentence.cls(at - 1) in "BNbT" and sentence.cls(at + 1) == "V"


def _follows_semicolon(sentence: Sentence, start: int, verb: int) -> bool:
    return start > 0 and sentence.classes[start - 1] == ";" and not sentence.classes[start:verb].strip("av")


def _of_clause_before(reading: Reading, sentence: Sentence, semicolon: int) -> Actor | None:
    """Return the subject that a verb after a semicolon shares: "The two sides noted A; reviewed B; and agreed to C"."""
    start = clause_start(sentence, semicolon)
    if (joint := _joint_subject(reading, sentence, sentence.classes.rfind(";", 0, semicolon) + 1, start)) is not None:
        return joint
    for verb in range(start, semicolon):
        if sentence.classes[verb] != "V":
            continue
        group = verb_group(sentence, verb)
        if group is None or group.mood != "finite":
            continue
        return None if group.passive else subject_of(reading, sentence, group)
    return None


def _joint_subject(reading: Reading, sentence: Sentence, first: int, stop: int) -> Actor | None:
    """Return both sides where they are the subject before "that": "The sides noted that X had done A; and agreed"."""
    for verb in range(first, stop):
        group = verb_group(sentence, verb) if sentence.classes[verb] == "V" else None
        if group is not None and group.mood == "finite":
            subject = None if group.passive else subject_of(reading, sentence, group)
            return subject if subject is not None and len(subject.codes) > 1 else None
    return None


def _said_before(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the speaker of ", said X, adding": whoever adds is who said the rest."""
    if sentence.cls(at - 1) != ",":
        return None
    said = max((n for n in range(max(at - 12, 0), at) if sentence.units[n].has("report")), default=None)
    if said is None or sentence.cls(said - 1) not in ',"' or said >= at - 2:
        return None
    for actor in reading.actors[sentence.index]:
        if said < actor.first <= said + 2 and actor.last < at:
            return resolved(reading, sentence, actor)
    return Actor(said + 1, said + 1, "person")


def _reaches(sentence: Sentence, actor: Actor, stop: int) -> bool:
    """Tell whether nothing that could be the subject itself stands between: "Kenya's tea", "Kenya Airways"."""
    index = actor.last + 1
    while index < stop:
        letter = sentence.classes[index]
        if letter in "pfq" or (letter == "V" and index > actor.last):
            comma = sentence.classes.find(",", index, stop)
            index = stop if comma < 0 else comma
        elif letter in ",(":
            closing = sentence.classes.find("," if letter == "," else ")", index + 1, stop)
            if closing < 0:
                return letter == ","
            index = closing + 1
        elif (
            letter in 'vwtm#K"-'
            or sentence.low(index) in _APART
            or (letter in "NljH." and actor.people)
            or _is_adverb(sentence, index)
        ):
            index += 1
        else:
            return False
    return True


def _whole(reading: Reading, sentence: Sentence, actors: list[Actor], actor: Actor, start: int) -> Actor:
    """Return the subject with all its parts: "the minister of X and his counterpart"; open where a part is unknown."""
    found = resolved(reading, sentence, _outermost(sentence, actors, actor))
    if found.kind == "both" or actor.kind == "pronoun":
        return found
    before = found.first - 1
    while before > start and sentence.classes[before] in "ev":
        before -= 1
    if before <= start or sentence.classes[before] != "a" or finite_before(sentence, before, start) is not None:
        return found
    others = [item for item in actors if item.last < before and not _after_preposition(sentence, item)]
    parts = [resolved(reading, sentence, item) for item in others] + [found]
    named = set(sentence.classes[others[-1].last + 1 if others else start : before])
    known = len(parts) > 1 and all(part.codes for part in parts) and named.isdisjoint("NTlS")
    codes = tuple(dict.fromkeys(code for part in parts for code in part.codes)) if known else ()
    return Actor(parts[0].first, found.last, "states", codes)


def _after_preposition(sentence: Sentence, actor: Actor) -> bool:
    before = actor.first - 1
    while before >= 0 and sentence.classes[before] in "ev":
        before -= 1
    return before >= 0 and sentence.classes[before] in "pfo"


def _shared_subject(reading: Reading, sentence: Sentence, group: VerbGroup, start: int) -> Actor | None:
    """Return the subject of an earlier verb of the clause, which a verb after "and" or a comma shares."""
    at = group.first
    for _ in range(6):
        previous = finite_before(sentence, at, start)
        if previous is None:
            return None
        at = previous
        other = verb_group(sentence, previous) if sentence.classes[previous] == "V" else _copula(previous)
        if other is None or _is_aside(sentence, previous, start):
            continue
        if (subject := subject_of(reading, sentence, other, 1)) is not None:
            return subject
        before = other.first - 1
        while before > start and sentence.classes[before] == "v":
            before -= 1
        sure = other.first < other.head or "n" not in sentence.units[previous].tags.get("form", "n")
        if sure and before >= start and sentence.classes[before] not in "a,":
            return None  # that verb has a subject of its own, and nobody knows whom
    return None


def _is_aside(sentence: Sentence, verb: int, start: int) -> bool:
    """Tell whether ", Kenya's minister said," is put into the clause of another: "X and Y met, …, and agreed"."""
    comma = sentence.classes.rfind(",", start, verb)
    said = sentence.units[verb].has("report") and sentence.cls(verb + 1) == ","
    return said and comma > start and verb - comma < 9 and finite_before(sentence, comma, start) is not None


def _copula(at: int) -> VerbGroup:
    return VerbGroup(at, at, "finite", "present")


def _outermost(sentence: Sentence, actors: list[Actor], actor: Actor) -> Actor:
    """Return the actor that heads the noun phrase in which *actor* stands: "the leaders of X and Y"."""
    position = actors.index(actor)
    while position and sentence.classes[actors[position - 1].last + 1 : actor.first] in {"f", "fe"}:
        position -= 1
        actor = actors[position]
    return actor


def _is_object(sentence: Sentence, actor: Actor, group: VerbGroup) -> bool:
    """Tell whether an actor before a verb hangs on a preposition: "In talks with X, Y agreed"."""
    if not _after_preposition(sentence, actor):
        return False
    before = actor.first - 1
    while sentence.classes[before] in "ev":
        before -= 1
    if sentence.low(before) in _CLAUSE_PREPOSITIONS and group.mood == "finite" and actor.last == group.first - 1:
        return False
    reduced = group.mood in {"gerund", "participle"} or (group.first == group.head and actor.last == group.first - 1)
    return not (sentence.low(before) == "with" and reduced)


def _insert_between(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether only an insert between commas or brackets stands there: "X, who chaired the talks, said"."""
    classes = sentence.classes[first:stop]
    return not classes.strip("v") or (
        classes.rstrip("v").endswith(",") and classes.startswith(",") and len(classes) > 1
    )


def _antecedent(reading: Reading, sentence: Sentence, relative: int) -> Actor | None:
    """Return the actor that "who" or "which" right after it takes up; "a fair in X, which" may be of the fair."""
    for actor in reversed(reading.actors[sentence.index]):
        if actor.last < relative:
            apart = sentence.classes[actor.last + 1 : relative] not in {"", ","}
            loose = _after_preposition(sentence, actor) and not actor.people
            return None if apart or loose else resolved(reading, sentence, actor)
    return None
