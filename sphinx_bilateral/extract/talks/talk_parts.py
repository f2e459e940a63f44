"""What the readers of talks share: who takes part, which sides those are, when and where."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.multilateral import names_only
from sphinx_bilateral.extract.actors.places import Place, place_in
from sphinx_bilateral.extract.actors.sharing import with_shared
from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, clause_start
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, period, tense_of
from sphinx_bilateral.extract.grammar.standing import clause_standing, standing_of
from sphinx_bilateral.extract.people.lists_of_people import chained, persons_of
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF, Found, Status, status_of_standing
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

ManySided = frozenset({"forum", "summit", "business_forum"})
"""Kinds of meetings that many states hold: only one whose two sides are named is one of two."""


_JOINT = (
    "joint", "bilateral", "binational", "bi-national", "mixed", "intergovernmental", "inter-governmental", "permanent",
    "both", "steering",
)  # fmt: skip


_ONE = frozenset({"person", "office", "pronoun"})  # kinds of actors that are of one side
_APART = frozenset({"respectively", "separately"})
_SIDELINES = frozenset(
    ("on the sidelines of", "on the margins of", "in the margins of", "on the fringes of", "at the sidelines of")
)
_BEFORE_PERSONS = frozenset(
    "with separately his her their visiting newly-elected newly-appointed newly elected appointed new".split()
)


def parties_of(reading: Reading, sentence: Sentence, *actors: Actor | None) -> tuple[str, ...]:
    """Return the sides that take part; of one side alone, the other is the one it is reported with."""
    known: list[Actor] = []
    for actor in actors:
        if actor is not None and actor.codes and not any(_one_of(actor, other) for other in known):
            known.append(actor)  # nobody meets himself: a pronoun that stands for the other was not made out
    codes = tuple(dict.fromkeys(code for actor in known for code in actor.codes))
    if len(codes) >= 2:
        nameless = any(actor is not None and not actor.codes and actor.kind in _ONE for actor in actors)
        return () if nameless and len(known) == 1 else codes
    if len(known) > 1:
        return ()  # both are of one side
    return reading.both_in(sentence) if len(codes) == 1 and codes[0] in reading.both_in(sentence) else ()


def _one_of(actor: Actor, other: Actor) -> bool:
    return any(person is another for person in actor.people for another in other.people)


def people_of(*actors: Actor | None) -> frozenset[str]:
    """Return the names of those who take part."""
    return frozenset(person.name for actor in actors if actor for person in actor.people)


def object_of(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the actor right after a verb: "met (with) (the) Minister X", "met his Kenyan counterpart"."""
    index = floor = _after_setting(sentence, at + 1)
    while sentence.cls(index) in "ve" or sentence.low(index) in _BEFORE_PERSONS:
        index += 1
    for actor in reading.actors[sentence.index]:
        if floor <= actor.first <= index + 1:
            return None if actor.kind == "pronoun" and sentence.units[actor.first].tags["pronoun"] == "it" else actor
    if (described := _described(reading, sentence, index)) is not None:
        return described
    for probe in range(at + 1, min(at + 6, len(sentence.units))):
        code = code_of(sentence.units[probe - 1])
        if sentence.units[probe].has("counterpart") and (code or sentence.low(probe) != "colleague"):
            return Actor(probe, probe, "office", (code,) if code else ())
        if sentence.cls(probe) == "G" or sentence.low(probe) == "industry":
            return Actor(probe, probe, "office")
    return _titled(sentence, index)


def with_others(reading: Reading, sentence: Sentence, other: Actor | None) -> Actor | None:
    """Return who is met with those listed after them: "met Kenyan Minister P, Japanese Minister Q and R".

    That is one meeting; whoever is met "respectively" or "separately" is met alone.
    """
    if other is None or len(other.people) != 1 or _APART & set(sentence.lows):
        return other
    placed = [item for item in persons_of(reading, sentence) if item[0] >= other.first]
    listed = chained(sentence, placed)
    sides = [person.side for person in listed]
    if len(set(sides)) < 2 or listed[0] is not other.people[0]:
        return other
    last = next(end for _, end, person in placed if person is listed[-1])
    codes = tuple(dict.fromkeys(side for side in sides if side))
    return Actor(other.first, last, "states", () if None in sides else codes, tuple(listed))


def _described(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return the person of "Kenya's most powerful figure, President P" whose description starts at *at*."""
    if sentence.cls(at) not in "CD":
        return None
    comma = at
    while sentence.cls(comma) in "CD'lLvSTG" and comma - at < 10:
        comma += 1
    if sentence.cls(comma) != ",":
        return None
    return next(
        (one for one in reading.actors[sentence.index] if one.first == comma + 1 and one.kind == "person"), None
    )


def between(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return those named after "between" at *at*: "between A and B", "between Kenyan and Japanese prime ministers"."""
    last = at
    while last - at < 24 and _joins_both(sentence, last + 1):
        last += 1
        if sentence.cls(last) == "," and sentence.cls(last + 1) in "Bb":
            break
    actors = [actor for actor in reading.actors[sentence.index] if at < actor.first <= last]
    codes = [code for actor in actors for code in actor.codes]
    codes += [code for unit in sentence.units[at : last + 1] if unit.cls in "CD" and (code := code_of(unit))]
    people = tuple(person for actor in actors for person in actor.people)
    end = max([actor.last for actor in actors] + [at])
    while sentence.cls(end + 1) in "TGS" or sentence.units[min(end + 1, len(sentence.units) - 1)].has("persongroup"):
        end += 1
    return Actor(at + 1, end, "states", tuple(dict.fromkeys(codes)), people) if codes else None


def _joins_both(sentence: Sentence, at: int) -> bool:
    """Tell whether the unit at *at* goes on with those who are named after "between"."""
    word = sentence.low(at)
    return (sentence.cls(at) in "CDaeTNHSf'lGPBKbYL,(-" and word != "here") or word == "visiting"


def _titled(sentence: Sentence, at: int) -> Actor | None:
    """Read an office with a capital letter whose holder's name was not made out: "Chairman of the Assembly P Q"."""
    unit = sentence.units[at] if at < len(sentence.units) else None
    if unit is None or not unit.has("office") or not unit.capital:
        return None
    last = at
    while sentence.cls(last + 1) in "TNSfeGYMA'lLv" and last - at < 14:
        last += 1
    while last > at and not (sentence.units[last].capital and sentence.classes[last] in "TNSGYM"):
        last -= 1
    return Actor(at, last, "office")


def _after_setting(sentence: Sentence, at: int) -> int:
    """Return the index of "with" after "met here Monday with", "met in Lima on Monday with"; else *at*."""
    probe = at
    while probe - at < 7 and (sentence.cls(probe) in "wtm#KCv" or sentence.low(probe) in {"here", "in", "on", ","}):
        probe += 1
    if sentence.low(probe) == "with":
        return probe
    if sentence.low(probe) in _SIDELINES:
        with_ = next((n for n in range(probe + 1, min(probe + 18, sentence.size)) if sentence.low(n) == "with"), None)
        if with_ is not None and not set('VXE;qh."') & set(sentence.classes[probe:with_]):
            return with_
    return _after_place(sentence, at)


def _after_place(sentence: Sentence, at: int) -> int:
    """Return the index after "received at the State House today", "received in Lima on Monday"; else *at*."""
    if sentence.low(at) not in {"at", "in"} or not sentence.units[at - 1].has("meet"):
        return at
    probe = at + 1
    while probe - at < 7 and sentence.cls(probe) in "eNKLG":
        probe += 1
    dated = probe
    while sentence.cls(dated) in "wtm#O" or (sentence.low(dated) == "on" and sentence.cls(dated + 1) in "wtm#O"):
        dated += 1
    return dated if dated > probe > at + 1 else at


def status_of(sentence: Sentence, group: VerbGroup) -> tuple[Status | None, tuple[str, ...]]:
    """Return the status of talks by their verb, and what is unsure."""
    own = with_shared(sentence, group)
    standing = standing_of(sentence, own)
    unit = sentence.units[group.head]
    lemma = unit.tags.get("verb", "")
    if lemma in CALLED_OFF:
        return CALLED_OFF[lemma], () if standing == "done" else ("status",)
    if unit.has("schedule") and group.passive and standing not in {"denied", "doubted"}:
        return "scheduled", ()
    if clause_standing(sentence, own) == "done" and own.modal is None and own.mood == "finite":
        if own.tense == "present" and own.progressive:
            return "ongoing", ()
        return "held", ("status",) if own.tense == "present" and _by_the_time(sentence, own.first) else ()
    return status_of_standing(standing)


def _by_the_time(sentence: Sentence, at: int) -> bool:
    """Tell whether a clause that ends with the verb at *at* says until when: "by the time P meets Q"."""
    return any(sentence.low(index) == "time" and sentence.low(index - 2) == "by" for index in range(max(0, at - 9), at))


def when_where(
    reading: Reading, sentence: Sentence, group: VerbGroup, last: int, *, ahead: bool
) -> tuple[str | None, Place, int]:
    """Return date and place of what the verb says, and the index of the last unit that says it."""
    end = max(clause_end(sentence, group.head + 1), last + 1)
    expression = expression_of(reading, sentence, group) or expression_after(reading, sentence, last)
    expression = expression or _of_sidelines(reading, sentence, last)
    tense = "future" if ahead else tense_of(group)
    date, stop = period(reading, sentence, expression, tense) if expression else (None, last)
    return date, place_in(sentence, group.head, end - 1), max(last, stop)


def _of_sidelines(reading: Reading, sentence: Sentence, last: int) -> DateExpression | None:
    """Return the date of "on the sidelines of the summit held in Lima on 5 May", on which they met."""
    if sentence.low(last + 1) not in _SIDELINES:
        return None
    held = next((n for n in range(last + 2, min(last + 16, sentence.size)) if sentence.low(n) == "held"), None)
    if held is None or set('V;."h') & set(sentence.classes[last + 2 : held]):
        return None
    later = (item for item in reading.dates[sentence.index] if 0 < item.first - held < 12)
    return next(later, None)


def found_by_verb(
    reading: Reading,
    sentence: Sentence,
    group: VerbGroup,
    kind: str,
    rule: str,
    actor: Actor | None,
    other: Actor | None,
    last: int,
) -> Found:
    """Return the meeting that the verb group tells."""
    met = people_of(other) | _office_of(reading, sentence, other)
    status, unsure = status_of(sentence, group)
    date, place, end = when_where(reading, sentence, group, last, ahead=status == "scheduled")
    first = group.first
    if actor is not None and clause_start(sentence, group.first) <= actor.first:
        first = min(actor.first, first)
    if other is not None and _of_an_unknown_side(reading, sentence, other):
        unsure = (*unsure, "parties")
    expression = expression_of(reading, sentence, group)
    if expression is not None and expression.first < first:
        first = expression.first - (sentence.cls(expression.first - 1) == "p")
    return Found(
        kind, [reading.range_of(sentence, first, end)], rule, None, None, parties_of(reading, sentence, actor, other),
        date, place, status, people_of(actor) | met, met, unsure=unsure,
    )  # fmt: skip


def _of_an_unknown_side(reading: Reading, sentence: Sentence, other: Actor) -> bool:
    """Tell whether nobody knows the side of who is met, in a report that names a third state."""
    nameless = other.kind == "office" and sentence.cls(other.last) == "G"  # "met with the authorities"
    if not (other.people or nameless) or other.codes:
        return False
    return not names_only(reading, set(reading.both_in(sentence)))


def _office_of(reading: Reading, sentence: Sentence, other: Actor | None) -> frozenset[str]:
    """Return the office of somebody unnamed, by which one meeting is told from another."""
    if other is None or other.people or other.kind != "office":
        return frozenset()
    if sentence.units[other.last].has("counterpart"):
        return frozenset()
    return frozenset({reading.words_of(sentence, other.first, other.last)})


def is_many_sided(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the format named from *first* to *last* is not one of the two sides: "six-party talks", "SAARC"."""
    for index in range(max(first, 0), last + 1):
        unit = sentence.units[index]
        if unit.has("manysided") or unit.has("pressword"):
            return True
        if unit.has("org") and unit.tags["org"] not in reading.both:
            return True
        if unit.cls == "C" and sentence.low(index + 1) == "-" and sentence.cls(index + 2) == "N":
            return True  # "the China-Africa forum"
        if unit.cls == "#" and sentence.low(index + 1) == "-" and sentence.units[index + 2].has("manyunit"):
            return unit.tags.get("number") not in {"1", "2"}
    return False


def is_of_two(reading: Reading, sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Tell whether a session without the names of its sides is of the two: it is joint, theirs, or both take part."""
    if is_many_sided(reading, sentence, first, last) or _is_initials(reading, sentence, first, last):
        return False
    words = reading.words_of(sentence, first, last).lower()
    if any(word in words for word in _JOINT) or sentence.low(first) in {"their", "our"} or " two " in words:
        return True
    both = set(reading.both_in(sentence))
    units = sentence.units[first : last + 1]
    if any(unit.has("org") for unit in units):
        return False
    if kind not in ManySided and any(unit.text in reading.bodies for unit in units):
        return True
    taking = any(len(set(actor.codes) & both) == 2 for actor in reading.actors[sentence.index] if actor.kind != "body")
    if kind in ManySided:
        return taking and sentence.low(first) == "their"
    return (taking or names_only(reading, both)) and not _tells_of_many(reading)


def _tells_of_many(reading: Reading) -> bool:
    """Tell whether the report is of talks of more than two: "the six-party talks"."""
    if reading.many_sided is None:
        reading.many_sided = any(
            is_many_sided(reading, sentence, max(0, index - 5), index)
            for sentence in reading.body("body")
            for index in sentence.places("body")
            if sentence.units[index].tags["body"] == "talks" and "-" in sentence.classes[max(0, index - 5) : index]
        )
    return reading.many_sided


def has_own_subject(reading: Reading, sentence: Sentence, talks: int, group: VerbGroup) -> bool:
    """Tell whether the verb has another subject than the talks: "held talks with P, the minister is scheduled to"."""
    actors = (actor for actor in reading.actors[sentence.index] if talks + 1 < actor.first and actor.last < group.first)
    return any(sentence.cls(one.first - 1) == "," and one.last == group.first - 1 for one in actors)


def _is_initials(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the name has letters that stand for a body nobody explained: "the 16th XYZ Congress"."""
    return any(
        unit.cls == "N" and unit.text.isupper() and len(unit.text) > 1 and unit.text not in reading.bodies
        for unit in sentence.units[first : last + 1]
    )
