"""Who can do something in a sentence: states, both sides, persons, joint bodies, pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_HEADS = re.compile(r"[BCDKbMYsT]")  # classes of the units that an actor is known by
_HEADS_OR_OPENING = re.compile(r"[BCDKbMYsTel#]")  # where "both ministers", "his country" can be one
_HEADS_OR_NAMES = re.compile(r"[BCDKbMYsTNel#]")  # where a name can be the letters of a body
_PAIRED = frozenset(
    """countries nations states parties neighbours neighbors allies partners republics giants powers economies leaders
    statesmen chiefs capitals""".split()
)
_OFFICIALS = frozenset({"official", "diplomat", "envoy", "emissary", "interlocutor"})
_RANKS = frozenset({"top", "senior", "chief", "leading", "high-ranking", "ranking"})
_OWNERS = frozenset({"his", "her", "my", "our", "the"})
_OWN = frozenset("country government side nation administration ministry".split())  # "his country", "my government"
_OPENING = _OWN | {"both", "two"}


def _states_at(sentence: Sentence, at: int) -> Actor | None:
    """Read one state, or a list of states, from *at*: "X and Y", "X-Y", "Swedish and Kenyan officials"."""
    codes: list[str] = []
    index = at
    last = at
    adjective = False
    first = at - (sentence.low(at - 1) == "the")
    if sentence.cls(first - 1) == "G" and sentence.low(first - 1).endswith(" of"):
        first -= 1 + (sentence.low(first - 2) == "the")
    while index < len(sentence.units) and sentence.classes[index] in "CDK" and (code := code_of(sentence.units[index])):
        codes.append(code)
        adjective = sentence.classes[index] == "D"
        last = index
        probe = index + 1
        if sentence.cls(probe) == "'":
            adjective, probe = True, probe + 1
            last = probe - 1
        elif sentence.cls(probe) == "(" and sentence.cls(probe + 2) == ")" and sentence.cls(probe + 1) in "CDN":
            last, probe = probe + 2, probe + 3
        if sentence.cls(probe) == "," and sentence.cls(probe + 1) == "a":
            probe += 1
        if sentence.cls(probe) in ",a-/" and probe + 1 < len(sentence.units):
            probe += 1
            probe += sentence.classes[probe] == "e"
            alike = sentence.cls(last + 1) != "," or (sentence.classes[index] == "K") == (sentence.cls(probe) == "K")
            if sentence.cls(probe) in "CDK" and alike:
                index = probe
                continue
        break
    if not codes:
        return None
    end = last
    probe = last + 1
    while sentence.cls(probe) in "TSlGYvVN" and probe - last < 6 and not sentence.units[probe].has("report"):
        several = len(codes) > 1 and sentence.cls(probe) == "T" and sentence.low(probe).endswith("s")
        unit = sentence.units[probe]
        titled = unit.has("officemod") and sentence.cls(probe + 1) == "T"  # "the Kenyan Cabinet Secretary"
        if (unit.cls == "G" and not titled) or unit.has("persongroup") or several:
            return Actor(first, probe, "states", tuple(dict.fromkeys(codes)))
        probe += 1
    if adjective:
        official = _official_after(sentence, last) if len(set(codes)) == 1 else None
        return Actor(first, official, "office", (codes[0],)) if official is not None else None
    return Actor(_group_before(sentence, first), end, "states", tuple(dict.fromkeys(codes)))


def _official_after(sentence: Sentence, at: int) -> int | None:
    """Return the index of the noun of "the Kenyan official", "Kenya's top diplomat", who speaks for a state."""
    noun = at + 1 + (sentence.low(at + 1) in _RANKS)
    if sentence.low(noun) not in _OFFICIALS or sentence.units[noun].capital:
        return None
    return noun if sentence.cls(noun + 1) in "VEXZv,p" else None


def _group_before(sentence: Sentence, first: int) -> int:
    """Return where "the leaders of", "officials from" starts that stands before the states at *first*, else *first*."""
    if sentence.low(first - 1) not in {"of", "from"} or first < 2:
        return first
    group = sentence.units[first - 2]
    several = group.has("office") and group.low.endswith("s")
    if not (several or group.has("persongroup") or group.has("government")):
        return first
    first -= 2
    while first and sentence.classes[first - 1] in "TSe" and not sentence.units[first - 1].capital:
        first -= 1
    return first - (sentence.low(first - 1) == "the")


def _person_actor(reading: Reading, sentence: Sentence) -> Iterator[Actor]:
    """Yield the persons that *sentence* names, titled or by a name known from elsewhere."""
    covered: set[int] = set()
    for mention in reading.mentions[sentence.index]:
        covered.update(range(mention.first, mention.last + 1))
        if mention.person is not None:
            yield Actor(mention.first, mention.last, "person", codes_of(mention.person), (mention.person,))
    for first, last, person in reading.names.short_in(sentence):
        if first not in covered:
            yield Actor(first, last, "person", codes_of(person), (person,))


def codes_of(person: Person) -> tuple[str, ...]:
    """Return the side that *person* speaks for, or nothing."""
    return (person.side,) if person.side else ()


def find_actors(reading: Reading, sentence: Sentence) -> list[Actor]:
    """Return the actors of *sentence* in order; neighbours joined by "and" are one."""
    found = list(_person_actor(reading, sentence))
    covered = {index for actor in found for index in range(actor.first, actor.last + 1)}
    free = 0
    named = reading.bodies or sentence.low(0) == "both"  # which is taken for a name where a sentence starts with it
    heads = _HEADS if _OPENING.isdisjoint(sentence.lows) else _HEADS_OR_OPENING
    for head in (_HEADS_OR_NAMES if named else heads).finditer(sentence.classes):
        index = head.start()
        if index < free or index in covered:
            continue
        if head.group() in "el#" and not _opens_actor(sentence, index):
            continue
        actor = _simple_actor(reading, sentence, index)
        if actor is not None and covered.isdisjoint(range(actor.first, actor.last + 1)):
            found.append(actor)
            free = actor.last + 1
    found.sort(key=lambda actor: actor.first)
    return _joined(sentence, found)


def _opens_actor(sentence: Sentence, at: int) -> bool:
    low = sentence.units[at].low
    return low in {"both", "two"} or (low in _OWNERS and sentence.low(at + 1) in _OWN)


def _simple_actor(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    unit = sentence.units[at]
    letter = sentence.classes[at]
    if letter == "B":
        return Actor(at, _pair_end(sentence, at), "both", reading.both_in(sentence))
    if letter in "Nl#" and unit.low in {"both", "two"}:
        last = _pair_end(sentence, at)
        return Actor(at, last, "both", reading.both_in(sentence)) if last > at else None
    if letter in "CDK":
        return _states_at(sentence, at)
    if letter == "b":
        return Actor(at, at, "pronoun")
    if letter == "e" and unit.low in _OWNERS:
        plain = unit.low != "the" or (sentence.low(at + 1) in {"government", "country"} and sentence.cls(at + 2) == "X")
        return Actor(at, at + 1, "own") if plain and sentence.low(at + 1) in _OWN else None
    if letter in "MYs" and not unit.low.endswith("ings") and sentence.cls(at - 1) in "eSDMCNV -O" + "'":
        return _body(reading, sentence, at)
    if letter == "N" and unit.text in reading.abbreviations:
        return Actor(at, at, "body", reading.both_in(sentence))
    if letter == "T" and unit.has("office"):
        return _office(reading, sentence, at)
    return None


def _pair_end(sentence: Sentence, at: int) -> int:
    """Return the last unit of "the two premiers", "both foreign ministries"; *at* where that is no pair of sides."""
    if not {"two", "both"} & set(sentence.low(at).split()) or sentence.low(at).split()[-1] not in {"two", "both"}:
        return at
    for index in range(at + 1, min(at + 5, len(sentence.units))):
        unit = sentence.units[index]
        plural = unit.low.endswith("s") and unit.low != "is"
        if plural and (unit.has("office") or unit.has("government") or unit.low in _PAIRED):
            return index
        if unit.cls not in "SlTLDa-" or unit.has("report"):
            break
    return at


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
    if sentence.units[at].has("body") and sentence.low(last + 1) in {"meeting", "session"}:
        last += 1  # "the Joint Commission (JC) meeting"
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
    while first > 0 and _in_title(sentence, first - 1) and at - first < 4:
        first -= 1
        side = code_of(sentence.units[first]) or side
    if head == "colleague" and side is None:
        return None  # of whichever side
    if sentence.low(first - 1) in {"the", "his", "her"}:
        first -= 1
    elif side is None and not (sentence.cls(first - 1) == "a" and sentence.cls(first - 2) == "T"):
        return None
    last = at
    if side is None and sentence.low(at + 1) in {"of", "from"} and first < at:
        state = at + 2 + (sentence.cls(at + 2) == "e")
        side = code_of(sentence.units[state]) if sentence.cls(state) == "C" and sentence.cls(state + 1) != "'" else None
        last = state if side is not None else at
    holder = reading.names.holder(head, side, sentence.units[at].start)
    if holder is not None:
        return Actor(first, last, "person", codes_of(holder), (holder,))
    return Actor(first, last, "office", (side,) if side else ())


def _in_title(sentence: Sentence, at: int) -> bool:
    return sentence.classes[at] in "TSD'CKv" or (sentence.classes[at] == "G" and sentence.units[at].has("officemod"))


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
            while len(joined) > 1 and _opens_list(sentence, joined[-2], joined[-1]):
                last, before = joined.pop(), joined.pop()
                codes = tuple(dict.fromkeys((*before.codes, *last.codes)))
                joined.append(Actor(before.first, last.last, "person", codes, before.people + last.people))
        else:
            joined.append(actor)
    return joined


def _opens_list(sentence: Sentence, first: Actor, rest: Actor) -> bool:
    """Tell whether the person before a comma is the first of a list: "Premier A of X, Premier B of Y and Premier C"."""
    if sentence.classes[first.last + 1 : rest.first].rstrip("be") != "," or not (first.people and rest.people):
        return False
    before = sentence.classes[: first.first].rstrip("ev")
    opens = not before or before[-1] in "-," or before.endswith("--")
    return opens and len(first.codes) == 1 and len(rest.codes) > 1 and first.codes[0] not in rest.codes
