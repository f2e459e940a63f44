"""Talks: who met, received, hosted or telephoned whom, and formats that met or were held."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.sharing import event_subject
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_of
from sphinx_bilateral.extract.grammar.standing import is_announced, standing_of
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.talks.conversations import find_callers, find_conversations
from sphinx_bilateral.extract.talks.forums import find_calls
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF, Found
from sphinx_bilateral.extract.talks.purposes import told_by_purpose
from sphinx_bilateral.extract.talks.putting_off import putting_off
from sphinx_bilateral.extract.talks.talk_nouns import find_named_talks
from sphinx_bilateral.extract.talks.talk_parts import (
    between,
    found_by_verb,
    has_own_subject,
    is_many_sided,
    is_of_two,
    object_of,
    with_others,
)
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_SITTING = {
    "wind_up", "end", "conclude", "open", "begin", "start", "convene", "reconvene", "resume", "close", "wrap", "hold",
}  # fmt: skip
_HOLDING = _SITTING - {"end", "open", "resume", "close", "wrap"} | {
    "conduct", "launch", "inaugurate", "co-host", "chair", "have",
}  # fmt: skip
_ENDING = {"wind_up", "end", "open", "resume", "close", "wrap"}  # of talks that both sides end
_HOLDING_PASSIVE = {
    "hold", "convene", "organise", "organize", "conduct", "launch", "inaugurate", "schedule", "postpone", "cancel",
}  # fmt: skip
_NOT_HELD = {"negotiations", "trade negotiations"}
_MEETING = {"joint_commission", "council", "working_group", "dialogue"}
_WHILE = {"when", "while", "after", "before", "on", "upon", "at", "during", "in"}


def find_talks(reading: Reading, sentence: Sentence, taken: list[Range]) -> Iterator[Found]:
    """Yield the meetings of *sentence* that have no ordinal.

    :param taken: places of the sessions that were found in it; nothing is looked for there.
    """
    nouns = sentence.places("body", "session")
    used = {
        index for index in nouns
        if taken and any(start <= sentence.units[index].start < end for start, end in taken)
    }  # fmt: skip
    for index in sentence.places("meet", "have", "rule_out", "put_off"):
        unit = sentence.units[index]
        if taken and any(start <= unit.start < end for start, end in taken):
            continue
        group = _group(sentence, index)
        if group is None or standing_of(sentence, group) == "denied":
            continue
        sense = unit.tags.get("meet", "hold")
        for item in _SENSES[sense](reading, sentence, group, used):
            if not (taken and item.rule == "meeting.sat"):
                yield item
    if "on" in sentence.lows or "upon" in sentence.lows:
        yield from find_callers(reading, sentence)
    if nouns:
        yield from find_calls(reading, sentence, taken, used)
        yield from find_named_talks(reading, sentence, taken, used)


def _group(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the verb group at *at*; "when meeting Minister Y" is one too."""
    if sentence.classes[at] == "V":
        return verb_group(sentence, at)
    if sentence.units[at].has("meet"):
        gerund = sentence.low(at - 1) in _WHILE - {"in"} or sentence.cls(at - 1) == "E"
        return verb_group(sentence, at) if gerund else None
    return _had(sentence, at) if sentence.units[at].has("have") else None


def _had(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return "had", "will have" at *at* as a verb where a format is its object: "had talks with"."""
    if _format(sentence, at) is None or sentence.cls(at + 1) in "EVZ":
        return None
    first = at
    modal = None
    while sentence.cls(first - 1) in "vXo" and sentence.cls(first) != "o":
        first -= 1
        modal = sentence.units[first].tags.get("modal", modal)
    tense = "past" if sentence.low(at) == "had" else "future" if modal else "present"
    mood = "infinitive" if sentence.cls(first) == "o" else "gerund" if sentence.low(at) == "having" else "finite"
    return VerbGroup(first, at, mood, tense, modal=modal)  # type: ignore[arg-type]


def _met(reading: Reading, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Found]:
    if group.mood == "gerund":
        for item in _while_meeting(reading, sentence, group):
            used.add(group.head)  # "meeting" looks like the noun
            yield item
        return
    purpose = told_by_purpose(sentence, group)
    group = purpose or group
    if group.mood != "finite" and not (group.mood == "infinitive" and _is_agreed(reading, sentence, group)):
        return
    sense = sentence.units[group.head].tags["meet"]
    if group.passive:
        if sense == "receive" and sentence.units[group.head].tags.get("verb", "") == "receive":
            yield from _was_received(reading, sentence, group)
        return
    actor = event_subject(reading, sentence, group)
    other = object_of(reading, sentence, group.head)
    if actor is not None and actor.kind == "body":
        yield from _body_met(reading, sentence, group, actor)
        return
    if not _meets(sentence, group, actor, other):
        return
    other = _unless_setting(sentence, other, sense)
    if _is_rhythm(sentence, group.head):
        return
    if other is None and (not (actor and len(actor.codes) >= 2) or _with_outsiders(sentence, group.head)):
        return
    other = with_others(reading, sentence, other)
    last = other.last if other else group.head
    item = found_by_verb(reading, sentence, group, "talks", "meeting.met", actor, other, last)
    if other is None and actor is not None and sentence.classes[actor.first] == "b":
        item.unsure = (*item.unsure, "parties")  # "they" can be others
    if purpose is not None and other is not None:
        elsewhere = _codes_between(sentence, purpose.first, group.head) - set(reading.both_in(sentence))
        item.unsure = (*item.unsure, *(("parties",) if elsewhere or not other.codes else ()))  # a tour leads to others
    yield item


def _with_outsiders(sentence: Sentence, at: int) -> bool:
    """Tell whether both of "P and Q met with the press" met somebody who is of neither side."""
    noun = at + 2 + (sentence.cls(at + 2) == "e")
    return sentence.low(at + 1) == "with" and sentence.low(noun) not in {
        "view",
        "aim",
        "each other",
        "one another",
        "each",
    }


def _is_agreed(reading: Reading, sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether an infinitive says what is to come: "is to meet", or "agreed to meet" with a date."""
    if is_announced(sentence, group):
        return True
    agreed = sentence.units[group.first - 1].tags.get("commit") == "agreed" if group.first else False
    return agreed and standing_of(sentence, group) == "ahead" and expression_of(reading, sentence, group) is not None


def _meets(sentence: Sentence, group: VerbGroup, actor: Actor | None, other: Actor | None) -> bool:
    """Tell whether the verb has such a subject and object as two who meet."""
    lemma, sense = sentence.units[group.head].tags.get("verb", ""), sentence.units[group.head].tags["meet"]
    if lemma == "confer" and sentence.low(group.head + 1) != "with":
        return False
    if sense == "receive":
        guests = other is not None and (other.people or (other.kind == "states" and other.last > other.first))
        return bool(guests) and lemma != "greet" and actor is not None
    if actor is None:
        return other is not None and bool(other.people)
    return other is not None or len(actor.codes) >= 2


def _unless_setting(sentence: Sentence, other: Actor | None, sense: str) -> Actor | None:
    """Return the object unless it only says where: "met in Kenya", "met at the 74th UN General Assembly"."""
    if other is None or sense != "meet" or other.kind != "states":
        return other
    lead = other.first - 1
    while sentence.cls(lead) in "eO":
        lead -= 1
    return other if sentence.cls(lead) != "p" or sentence.low(lead) == "with" else None


def _while_meeting(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "said X when meeting with Minister Y", "after meeting his Kenyan counterpart"."""
    before = group.first - 1
    while sentence.cls(before) == "v":
        before -= 1
    word = sentence.low(before)
    other = object_of(reading, sentence, group.head)
    if word not in _WHILE or other is None or not (other.people or other.codes):
        return
    item = found_by_verb(reading, sentence, group, "talks", "meeting.while", None, other, other.last)
    governor = finite_before(sentence, before)
    main = verb_group(sentence, governor) if governor is not None and sentence.classes[governor] == "V" else None
    if word == "before":
        item.status, item.unsure = "scheduled", ("status",)
    elif main is None and word in {"after", "upon"}:
        item.status, item.unsure = "held", ()
    elif main is None or standing_of(sentence, main) != "done":
        item.unsure = ("status",)
    else:
        item.status, item.unsure = "held", ()
    yield item


def _was_received(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "P was received by President Q"."""
    guest = event_subject(reading, sentence, group)
    by = next(
        (n for n in range(group.head + 1, min(group.head + 8, len(sentence.units))) if sentence.low(n) == "by"), None
    )
    host = object_of(reading, sentence, by) if by is not None else None
    if guest is not None and guest.people and host is not None and host.people:
        yield found_by_verb(reading, sentence, group, "talks", "meeting.received", guest, host, host.last)


def _body_met(reading: Reading, sentence: Sentence, group: VerbGroup, actor: Actor) -> Iterator[Found]:
    named = (sentence.units[index].tags for index in range(actor.last, actor.first - 1, -1))
    kind = next((tags["body"] for tags in named if "body" in tags), "")
    codes = _codes_between(sentence, actor.first, group.first)
    bodies = kind in _MEETING or (kind in {"forum", "business_forum"} and codes == set(reading.both_in(sentence)))
    if not kind or not bodies or is_many_sided(reading, sentence, actor.first, actor.last):
        return
    if _is_rhythm(sentence, group.head):
        return
    both = Actor(actor.first, actor.last, "body", reading.both_in(sentence))
    yield found_by_verb(reading, sentence, group, kind, "meeting.body-met", both, None, group.head)


def _is_rhythm(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb at *at* says how often: "will meet once a year", "meets every two years"."""
    words = {sentence.low(index) for index in range(at + 1, min(at + 5, len(sentence.units)))}
    if "time" in words and sentence.low(at + 1) == "for":
        return True  # "is being held for the sixth time"
    return bool(words & {"every", "annually", "regularly", "yearly", "biannually", "alternately", "once", "twice"})


def _held(reading: Reading, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Found]:
    """Read "X and Y held talks", "X held consultations with Y", "talks were held", "will host President Y"."""
    lemma = sentence.units[group.head].tags.get("verb", "hold")
    group = told_by_purpose(sentence, group) or group
    if group.mood == "gerund" or (group.mood == "infinitive" and not is_announced(sentence, group)):
        return
    if lemma == "host":
        yield from _hosted(reading, sentence, group)
    elif group.passive:
        yield from _was_held(reading, sentence, group, used)
    elif (body := _format(sentence, group.head)) is None:
        yield from _sat(reading, sentence, group)
    elif (lemma in _HOLDING or lemma in _ENDING or lemma in CALLED_OFF) and sentence.units[body].low not in _NOT_HELD:
        yield from _held_talks(reading, sentence, group, body, used)


def _hosted(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "X will host President Y"."""
    other = object_of(reading, sentence, group.head)
    if other is not None and other.people and not group.passive:
        host = event_subject(reading, sentence, group)
        yield found_by_verb(reading, sentence, group, "talks", "meeting.hosted", host, other, other.last)


def _was_held(reading: Reading, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Found]:
    """Read "talks were held", "the A-B forum is scheduled for May", "consultations have been postponed"."""
    verb = sentence.units[group.head].tags.get("verb")
    if verb not in _HOLDING_PASSIVE and verb not in CALLED_OFF:
        return
    before = range(group.first - 1, max(-1, group.first - (30 if verb in CALLED_OFF else 14)), -1)
    subject = next(
        (index for index in before if sentence.units[index].has("body") or _is_meeting(sentence, index)), None
    )
    if subject is None or _is_rhythm(sentence, group.head):
        return
    first = _start_of_name(sentence, subject)
    between = sentence.classes[subject + 1 : group.first]
    off = putting_off(reading, sentence, first, subject)
    if off is not None and off.head != group.head and sentence.units[off.head].tags.get("verb") in CALLED_OFF:
        return  # that verb tells it
    if (
        "ap" in between
        or has_own_subject(reading, sentence, subject, group)
        or (set("VE") & set(between) and off is None)
    ):
        return  # "talks on Friday and on Saturday was scheduled"
    kind = sentence.units[subject].tags.get("body", "talks")
    codes = _codes_between(sentence, first, group.first - 1)
    many = is_many_sided(reading, sentence, first, group.first - 1) or not codes <= set(reading.both_in(sentence))
    if many or (len(codes) < 2 and not is_of_two(reading, sentence, first, subject, kind)):
        return
    if off is None and verb in CALLED_OFF and ("," in between or len(between) > 12):
        return  # "the visit, which followed the talks, was postponed"
    used.update(index for index in sentence.places("session", "body") if subject <= index < group.first)
    both = Actor(subject, subject, "body", reading.both_in(sentence))
    item = found_by_verb(reading, sentence, group, kind, "meeting.was-held", both, None, group.head)
    item.takes_up = _is_meeting(sentence, subject) and sentence.cls(subject - 1) == "e"
    item.was_planned = sentence.units[group.head].has("schedule") or verb == "schedule"
    if off is not None:
        item.status, item.unsure, item.date = off.status, off.unsure, off.date
        item.ranges = [reading.range_of(sentence, first, off.last)]
    if item.takes_up or not _is_meeting(sentence, subject):
        yield item


def _is_meeting(sentence: Sentence, at: int) -> bool:
    return sentence.low(at) in {"meeting", "meetings"} and sentence.low(at + 1) not in {"between", "with"}


def _start_of_name(sentence: Sentence, at: int) -> int:
    """Return the index of the first unit of the name of a format that ends at *at*."""
    first = at
    while first > 0 and sentence.classes[first - 1] in "lLSCDN-MYO#()'GTs" and at - first < 12:
        first -= 1
    return first


def _codes_between(sentence: Sentence, first: int, last: int) -> set[str]:
    units = sentence.units[first : last + 1]
    return {code for unit in units if unit.cls in "CD" and (code := code_of(unit)) is not None}


def _held_talks(reading: Reading, sentence: Sentence, group: VerbGroup, body: int, used: set[int]) -> Iterator[Found]:
    """Read "X and Y held talks", "X had a meeting with Y"; the format stands at *body*."""
    actor = event_subject(reading, sentence, group)
    if actor is None or body in used or is_many_sided(reading, sentence, group.head + 1, body):
        return
    with_ = next((n for n in range(body + 1, min(body + 8, len(sentence.units))) if sentence.low(n) == "with"), None)
    if with_ is not None and set("VXE;qh") & set(sentence.classes[body + 1 : with_]):
        with_ = None
    other = object_of(reading, sentence, with_) if with_ is not None else None
    ended = sentence.units[group.head].tags.get("verb") in _ENDING
    if ended and len(actor.codes) < 2 and not (other is not None and other.people):
        return
    if actor.kind == "body":
        actor = Actor(actor.first, actor.last, "body", reading.both_in(sentence))
    if (with_ is not None and other is None) or (other is None and len(actor.codes) < 2):
        return
    if other is not None and not (other.people or other.codes or _one_office(sentence, other)):
        return
    other = with_others(reading, sentence, other)
    used.add(body)
    kind = sentence.units[body].tags.get("body") or _kind_of(sentence, actor)
    last = max(body, other.last if other else body)
    yield found_by_verb(reading, sentence, group, kind, "meeting.held-talks", actor, other, last)


def _kind_of(sentence: Sentence, actor: Actor) -> str:
    """Return the kind of a meeting that is only called so: that of the body that holds it, else talks."""
    return sentence.units[actor.last].tags.get("body", "talks") if actor.kind == "body" else "talks"


def _one_office(sentence: Sentence, other: Actor) -> bool:
    unit = sentence.units[other.first]
    return (unit.has("office") and unit.capital) or unit.low.startswith("counterpart")


def _sat(reading: Reading, sentence: Sentence, group: VerbGroup) -> Iterator[Found]:
    """Read "the X-Y Joint Commission ended its session", "the dialogue opened in Lima": the body is the subject."""
    subject = event_subject(reading, sentence, group)
    if subject is None or subject.kind != "body" or sentence.units[group.head].tags.get("verb") not in _SITTING:
        return
    at = next((n for n in range(subject.last, subject.first - 1, -1) if sentence.units[n].has("body")), None)
    if at is None or sentence.units[at].has("session"):
        return
    kind = sentence.units[at].tags["body"]
    codes = _codes_between(sentence, subject.first, subject.last)
    two = between(reading, sentence, group.head + 1) if sentence.low(group.head + 1) == "between" else None
    codes |= set(two.codes) if two is not None else set()
    if not codes <= set(reading.both_in(sentence)):
        return
    if len(codes) < 2 and not is_of_two(reading, sentence, subject.first, subject.last, kind):
        return
    both = Actor(subject.first, subject.last, "body", reading.both_in(sentence))
    yield found_by_verb(reading, sentence, group, kind, "meeting.sat", both, None, two.last if two else group.head)


def _format(sentence: Sentence, verb: int) -> int | None:
    """Return the index of the format that is the object of the verb: "held (bilateral) talks", "had a meeting"."""
    for index in range(verb + 1, min(verb + 9, len(sentence.units))):
        unit = sentence.units[index]
        if unit.has("body") or (unit.has("session") and unit.low in {"meeting", "meetings"}):
            after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
            if after is not None and (after.has("body") or after.low in {"meeting", "meetings"}):
                continue
            return index
        if sentence.classes[index] == "V" and sentence.cls(index + 1) == "-":
            continue  # "follow-up talks"
        if sentence.classes[index] == "f" and sentence.low(index - 1) in {"days", "day", "rounds", "hours", "weeks"}:
            continue
        if sentence.classes[index] in 'VEXh;.,q"fp' or (
            sentence.classes[index] == "a" and sentence.classes[verb] == "Z"
        ):
            return None
    return None


_SENSES = {"meet": _met, "receive": _met, "hold": _held, "speak": find_conversations}
