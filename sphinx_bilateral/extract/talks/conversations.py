"""Who spoke with whom, and who called on whom: by telephone or in person, of a readout."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.sharing import event_subject
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.talks.meeting import Found
from sphinx_bilateral.extract.talks.talk_parts import found_by_verb, object_of
from sphinx_bilateral.extract.words.units import Sentence


def find_conversations(reading: Reading, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Found]:
    """Read "X spoke by phone with Y", "X telephoned Y"; without a telephone only where both are persons."""
    del used
    near = {sentence.low(index) for index in range(group.head, group.head + 8)}
    called = bool(near & {"phone", "telephone", "telephoned", "phoned", "telephonically"})
    if group.mood != "finite" or group.passive:
        return
    actor = event_subject(reading, sentence, group)
    reach = range(group.head, min(group.head + 8, len(sentence.units)))
    with_ = next((index for index in reach if sentence.low(index) in {"with", "to"}), None)
    other = object_of(reading, sentence, with_ if with_ is not None else group.head)
    if not called and not _talked(sentence, group, with_, actor, other):
        return
    if actor is not None and (other is not None or len(actor.codes) >= 2):
        last = max(group.head, other.last if other else 0)
        kind = "call" if called or _tells_of_a_call(reading) else "talks"
        yield found_by_verb(reading, sentence, group, kind, "meeting.spoke", actor, other, last)


def _tells_of_a_call(reading: Reading) -> bool:
    """Tell whether the report speaks of a telephone call: then it is by telephone that they spoke."""
    calls = (sentence.units[index] for sentence in reading.having("body") for index in sentence.places("body"))
    return any(unit.tags["body"] == "call" for unit in calls)


def _talked(sentence: Sentence, group: VerbGroup, with_: int | None, actor: Actor | None, other: Actor | None) -> bool:
    """Tell whether two persons talked: "spoke with Minister Q on Friday", not "spoke to the reporters with Q"."""
    if actor is None or other is None or with_ is None or not (actor.codes and other.codes and other.people):
        return False
    between = sentence.classes[group.head + 1 : with_]
    return not between.strip("wtmvpKC#") and set(actor.codes).isdisjoint(other.codes)


def find_callers(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Read "P called on President Q", "paid a courtesy call on President Q"; not "called on Q to act"."""
    for index, word in enumerate(sentence.lows):
        if not word.startswith("call") or sentence.low(index + 1) not in {"on", "upon"}:
            continue
        if sentence.units[index].tags.get("verb") != "call":
            continue
        before = {sentence.low(index - 1), sentence.low(index - 2)}
        courtesy = bool(before & {"courtesy", "paid", "pay", "pays", "paying"})
        verb = finite_before(sentence, index) if courtesy else index
        group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
        other = object_of(reading, sentence, index + 1)
        if group is None or group.mood != "finite" or group.passive or other is None or not other.people:
            continue
        asked = not courtesy and set("oh") & set(sentence.classes[other.last + 1 : other.last + 9])
        actor = event_subject(reading, sentence, group)
        if actor is not None and actor.people and not asked and standing_of(sentence, group) != "denied":
            yield found_by_verb(reading, sentence, group, "talks", "meeting.called-on", actor, other, other.last)
    for index in sentence.places("visitnoun"):
        if (found := _paid_visit(reading, sentence, index)) is not None:
            yield found


def _paid_visit(reading: Reading, sentence: Sentence, at: int) -> Found | None:
    """Read "paid a courtesy visit to President Q": somebody, and no place, is visited."""
    verb = at - 1
    while sentence.cls(verb) in "elv" and at - verb < 4:
        verb -= 1
    if sentence.low(at + 1) != "to" or verb < 0 or sentence.units[verb].tags.get("verb") not in {"pay", "make"}:
        return None
    group = verb_group(sentence, verb) if sentence.classes[verb] == "V" else None
    other = object_of(reading, sentence, at + 1)
    if group is None or group.mood != "finite" or group.passive or other is None or not other.people:
        return None
    if sentence.cls(other.last + 1) == "'" or standing_of(sentence, group) == "denied":
        return None  # "a visit to President Q's home town"
    actor = event_subject(reading, sentence, group)
    if actor is None or not actor.people:
        return None
    return found_by_verb(reading, sentence, group, "talks", "meeting.called-on", actor, other, other.last)
