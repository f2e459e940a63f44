"""Who does something: states, both sides, persons, joint bodies, pronouns; and the subject of a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_bilateral.extract.clauses import VerbGroup, clause_start, finite_before, verb_group
from sphinx_bilateral.extract.people import Person
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence

_HEADS = re.compile(r"[BCDKbMYsT]")  # classes of the units that an actor is known by
_HEADS_OR_NAMES = re.compile(r"[BCDKbMYsTN]")  # where a name can be the letters of a body
_CLAUSE_PREPOSITIONS = {"after", "before", "since", "until", "till"}  # a clause can follow: "after X visited Y"


def _states_at(sentence: Sentence, at: int) -> Actor | None:
    """Read one state, or a list of states, from *at*: "X and Y", "X-Y", "Swedish and Kenyan officials"."""
    codes: list[str] = []
    index = at
    last = at
    adjective = False
    first = at - (sentence.low(at - 1) == "the")
    while index < len(sentence.units) and sentence.classes[index] in "CDK" and (code := code_of(sentence.units[index])):
        codes.append(code)
        adjective = sentence.classes[index] == "D"
        last = index
        probe = index + 1
        if sentence.cls(probe) == "'":
            adjective, probe = True, probe + 1
            last = probe - 1
        if sentence.cls(probe) == "," and sentence.cls(probe + 1) == "a":
            probe += 1
        if sentence.cls(probe) in ",a-/" and probe + 1 < len(sentence.units):
            probe += 1
            probe += sentence.classes[probe] == "e"
            if sentence.cls(probe) in "CDK":
                index = probe
                continue
        break
    if not codes:
        return None
    end = last
    probe = last + 1
    while sentence.cls(probe) in "TSlGvVN" and probe - last < 6 and not sentence.units[probe].has("report"):
        if sentence.cls(probe) == "G" or sentence.units[probe].has("persongroup"):
            return Actor(first, probe, "states", tuple(dict.fromkeys(codes)))
        probe += 1
    if adjective:
        return None
    return Actor(first, end, "states", tuple(dict.fromkeys(codes)))


def _person_actor(reading: Reading, sentence: Sentence) -> Iterator[Actor]:
    """Yield the persons that *sentence* names, titled or by a name known from elsewhere."""
    covered: set[int] = set()
    for mention in reading.mentions[sentence.index]:
        covered.update(range(mention.first, mention.last + 1))
        if mention.person is not None:
            yield Actor(mention.first, mention.last, "person", _codes(mention.person), (mention.person,))
    for first, last, person in reading.short_names(sentence):
        if first not in covered:
            yield Actor(first, last, "person", _codes(person), (person,))


def _codes(person: Person) -> tuple[str, ...]:
    return (person.side,) if person.side else ()


def find_actors(reading: Reading, sentence: Sentence) -> list[Actor]:
    """Return the actors of *sentence* in order; neighbours joined by "and" are one."""
    found = list(_person_actor(reading, sentence))
    covered = {index for actor in found for index in range(actor.first, actor.last + 1)}
    free = 0
    for head in (_HEADS_OR_NAMES if reading.bodies else _HEADS).finditer(sentence.classes):
        index = head.start()
        if index < free or index in covered:
            continue
        actor = _simple_actor(reading, sentence, index)
        if actor is not None and covered.isdisjoint(range(actor.first, actor.last + 1)):
            found.append(actor)
            free = actor.last + 1
    if len(found) < 2:
        return found
    found.sort(key=lambda actor: actor.first)
    return _joined(sentence, found)


def _simple_actor(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    unit = sentence.units[at]
    letter = sentence.classes[at]
    if letter == "B":
        return Actor(at, at, "both", reading.both_in(sentence))
    if letter in "CDK":
        return _states_at(sentence, at)
    if letter == "b":
        return Actor(at, at, "pronoun")
    if letter in "MYs" and not unit.low.endswith("ings") and sentence.cls(at - 1) in "eSDMCNV -O" + "'":
        return _body(reading, sentence, at)
    if letter == "N" and unit.text in reading.abbreviations:
        return Actor(at, at, "body", reading.both_in(sentence))
    if letter == "T" and unit.has("office"):
        return _office(reading, sentence, at)
    return None


def _body(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Read a joint body: "the Commission", "the Committee on Science and Technology"."""
    last = at
    if sentence.low(at + 1) in {"on", "for"} and sentence.units[at].capital:
        last += 1
        while sentence.cls(last + 1) in "STNlea," and sentence.units[last + 1].cls != "V" and last - at < 12:
            if sentence.cls(last + 1) in "TSN" or sentence.cls(last + 2) in "STN":
                last += 1
            else:
                break
    if sentence.cls(last + 1) == "(" and sentence.cls(last + 3) == ")":
        last += 3
    first = at
    while first > 0 and sentence.classes[first - 1] in "eSCD-lN" and at - first < 8:
        first -= 1
        if sentence.classes[first] == "e":
            break
    joint = sentence.units[at].has("body") or sentence.units[at].has("jointword") or sentence.units[at].capital
    return Actor(first, last, "body", reading.both_in(sentence) if joint else ())


def _office(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Read "the minister", "the Kenyan president": the one person of the report who holds such an office."""
    head = sentence.units[at].low.split()[-1]
    side = None
    first = at
    while first > 0 and sentence.classes[first - 1] in "TSD'Cv" and at - first < 4:
        first -= 1
        side = code_of(sentence.units[first]) or side
    if sentence.low(first - 1) in {"the", "his", "her"}:
        first -= 1
    elif side is None:
        return None
    holder = reading.holder(head, side, sentence.units[at].start)
    if holder is not None:
        return Actor(first, at, "person", _codes(holder), (holder,))
    return Actor(first, at, "office", (side,) if side else ())


def _joined(sentence: Sentence, actors: list[Actor]) -> list[Actor]:
    """Join actors that stand in one list: "Minister A of X and Minister B of Y"."""
    joined: list[Actor] = []
    for actor in actors:
        between = sentence.classes[joined[-1].last + 1 : actor.first] if joined else "-"
        if (
            joined
            and between in {"a", ",a", "ae", ",ae", "av"}
            and joined[-1].kind in {"person", "states", "office"}
            and actor.kind in {"person", "states", "office"}
        ):
            previous = joined[-1]
            codes = tuple(dict.fromkeys((*previous.codes, *actor.codes)))
            if not previous.codes or not actor.codes:
                codes = ()
            joined[-1] = Actor(
                previous.first,
                actor.last,
                "person" if previous.people and actor.people else "states",
                codes,
                previous.people + actor.people,
            )
        else:
            joined.append(actor)
    return joined


def subject_of(reading: Reading, sentence: Sentence, group: VerbGroup, depth: int = 0) -> Actor | None:
    """Return the actor that is the subject of a verb group, or ``None`` where none can be told."""
    start = clause_start(sentence, group.first)
    actors = [actor for actor in reading.actors[sentence.index] if start <= actor.first and actor.last < group.first]
    if not actors and start and sentence.classes[start - 1] == "q" and start >= group.first - 2:
        return _antecedent(reading, sentence, start - 1)
    before = group.first - 1
    while before > start and sentence.classes[before] == "v":
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
        return resolved(reading, sentence, _outermost(sentence, actors, actor))
    if depth or not (joined or group.mood in {"gerund", "infinitive"}):
        return None
    return _shared_subject(reading, sentence, group, start)


def _shared_subject(reading: Reading, sentence: Sentence, group: VerbGroup, start: int) -> Actor | None:
    """Return the subject of an earlier verb of the clause, which a verb after "and" or a comma shares."""
    at = group.first
    for _ in range(6):
        previous = finite_before(sentence, at, start)
        if previous is None:
            return None
        at = previous
        other = verb_group(sentence, previous) if sentence.classes[previous] == "V" else _copula(previous)
        if other is not None and (subject := subject_of(reading, sentence, other, 1)) is not None:
            return subject
    return None


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
    before = actor.first - 1
    while before >= 0 and sentence.classes[before] in "ev":
        before -= 1
    if before < 0 or sentence.classes[before] not in "pfo":
        return False
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
    for actor in reversed(reading.actors[sentence.index]):
        if actor.last < relative:
            return resolved(reading, sentence, actor) if relative - actor.last <= 2 else None
    return None


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


def resolved(reading: Reading, sentence: Sentence, actor: Actor) -> Actor:
    """Return *actor* with a pronoun put to whom it stands for."""
    if actor.kind != "pronoun":
        return actor
    kind = sentence.units[actor.first].tags["pronoun"]
    if kind == "both":
        speaker = _speaker_in(reading, sentence, actor.first)
        if speaker is not None and speaker.kind == "states" and len(speaker.codes) == 1:
            return Actor(actor.first, actor.last, "states", speaker.codes)
        return Actor(actor.first, actor.last, "both", reading.both_in(sentence))
    if kind in {"he", "i", "we"}:
        person = reading.speaker_before(sentence, actor.first)
        if kind == "we" or person is None:
            return Actor(actor.first, actor.last, "pronoun")
        return Actor(actor.first, actor.last, "person", _codes(person), (person,))
    if (speaker := _speaker_in(reading, sentence, actor.first)) is not None:
        return Actor(actor.first, actor.last, speaker.kind, speaker.codes)
    body = reading.subject_before(sentence)
    return (
        Actor(actor.first, actor.last, "body", body.codes)
        if body is not None and body.kind in {"body", "states"}
        else actor
    )
