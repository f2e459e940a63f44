"""Meetings without a number that were put off or called off: "the A-B talks planned for 3 May have been cancelled"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.actors.places import place_in
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF, Found
from sphinx_bilateral.extract.talks.putting_off import putting_off
from sphinx_bilateral.extract.talks.talk_parts import is_many_sided, is_of_two
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_NAME = "lLSCDN-MYO#GTs"  # classes of the units of the name before its noun
_LONGEST = 12  # units; of a name, and of the sides after it
_TAIL = "CDaeNSlGT"  # classes of the units of "with A", "between A and B", "of the A-B Joint Commission"
_WITH = {"with", "between", "of"}
_THEM = {"the talks", "the meeting", "the meetings"}


def find_called_off(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Yield the meetings of *sentence* that a verb of putting off is about, each once."""
    for at in sentence.places("meet", "rule_out", "put_off", "standing"):
        if sentence.classes[at] != "V" or sentence.units[at].tags.get("verb") not in CALLED_OFF:
            continue
        group = verb_group(sentence, at)
        if group is None or group.mood == "gerund" or standing_of(sentence, group) == "denied":
            continue
        found = _found(reading, sentence, group)
        if found is not None:
            yield found
            return


def _found(reading: Reading, sentence: Sentence, group: VerbGroup) -> Found | None:
    noun = _noun(sentence, group)
    if noun is None:
        return None
    first, last = _start(sentence, noun), _end(sentence, noun)
    off = putting_off(reading, sentence, first, last, None if group.passive else group)
    if off is None or (group.passive and off.head != group.head):
        return None
    kind = _kind(sentence, noun, last)
    parties = _parties(reading, sentence, group, first, last, kind)
    if not parties:
        return None
    begin = first if group.passive else min(group.first, _subject(reading, sentence, group))
    return Found(
        kind, [reading.range_of(sentence, begin, max(off.last, last))], "meeting.called-off", None, None, parties,
        off.date, place_in(sentence, last + 1, min(sentence.size - 1, last + _LONGEST)), off.status, unsure=off.unsure,
    )  # fmt: skip


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Tell whether a format stands at *at*, the last noun of its name: "Joint Commission meeting", "talks"."""
    if sentence.units[at].has("visitnoun"):
        return False
    return _is_format(sentence, at) and not (at + 1 < sentence.size and _is_format(sentence, at + 1))


def _is_format(sentence: Sentence, at: int) -> bool:
    return sentence.units[at].has("body") or sentence.low(at) in {"meeting", "meetings", "session", "summit"}


def _noun(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the index of the format that is the subject of a passive *group*, or the object of an active one."""
    if group.passive:
        # The first that opens the clause is its subject; what stands after it tells more of it.
        start = max((sentence.classes.rfind(letter, 0, group.first) for letter in 'h";:'), default=-1)
        return next((at for at in range(start + 1, group.first) if _is_noun(sentence, at)), None)
    for at in range(group.head + 1, min(group.head + _LONGEST, sentence.size)):
        if _is_noun(sentence, at) or sentence.low(at) in _THEM:
            return at
        if sentence.classes[at] not in _NAME + "e'":
            return None
    return None


def _start(sentence: Sentence, at: int) -> int:
    """Return the index of the first unit of the name, with its article."""
    first = at
    while first > 0 and (sentence.classes[first - 1] in _NAME or _is_format(sentence, first - 1)):
        first -= 1
        if at - first >= _LONGEST:
            break
    return first - (first > 0 and sentence.cls(first - 1) == "e")


def _end(sentence: Sentence, at: int) -> int:
    """Return the index of the last unit of the name with its sides: "talks with A", "meeting of the A-B council"."""
    if sentence.low(at + 1) not in _WITH:
        return at
    last = at + 1
    while (
        last + 1 < sentence.size
        and last - at < _LONGEST
        and (sentence.classes[last + 1] in _TAIL or sentence.low(last + 1) == "-" or _is_format(sentence, last + 1))
    ):
        last += 1
    return last if last > at + 1 else at


def _kind(sentence: Sentence, noun: int, last: int) -> str:
    """Return the kind of the format: that of the body that meets, where "meeting" is its last noun."""
    bodies = [unit.tags["body"] for unit in sentence.units[max(0, noun - 4) : last + 1] if unit.has("body")]
    standing = [kind for kind in bodies if kind != "talks"]
    return (standing or bodies or ["talks"])[0]


def _codes(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    units = sentence.units[first : last + 1]
    codes = (code_of(unit) for unit in units if unit.cls in "CD")
    return tuple(dict.fromkeys(code for code in codes if code is not None))


def _parties(
    reading: Reading, sentence: Sentence, group: VerbGroup, first: int, last: int, kind: str
) -> tuple[str, ...]:
    """Return the two sides, where they are named or the meeting is theirs; else nothing."""
    both = reading.both_in(sentence)
    named: Sequence[str] = _codes(sentence, first, last)
    if not group.passive:
        actor = subject_of(reading, sentence, group)
        named = tuple(dict.fromkeys((*(actor.codes if actor is not None else ()), *named)))
    if is_many_sided(reading, sentence, first, last) or not both or not set(named) <= set(both):
        return ()
    return both if len(named) == 2 or is_of_two(reading, sentence, first, last, kind) else ()


def _subject(reading: Reading, sentence: Sentence, group: VerbGroup) -> int:
    actor = subject_of(reading, sentence, group)
    return actor.first if actor is not None and actor.first < group.first else group.first
