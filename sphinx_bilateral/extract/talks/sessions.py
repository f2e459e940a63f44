"""Sessions of standing bodies: by their ordinal, or as the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_bilateral.extract.actors.places import Place, host_city, place_in, town_after
from sphinx_bilateral.extract.dates.dates import DateExpression, Tense
from sphinx_bilateral.extract.grammar.action_lists import is_item_to_do
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, finite_before, verb_group
from sphinx_bilateral.extract.grammar.event_dates import chain_end, expression_after, expression_of, period
from sphinx_bilateral.extract.grammar.standing import clause_standing, standing_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.talks.body_names import name_end
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF, Found, Status, status_of_standing
from sphinx_bilateral.extract.talks.next_sittings import next_sitting
from sphinx_bilateral.extract.talks.putting_off import may_be_put_off, putting_off
from sphinx_bilateral.extract.talks.session_owners import LOOSE_BODIES, Owner, owner_of, told_aside
from sphinx_bilateral.extract.talks.talk_parts import is_of_two
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_AHEAD_OF = {"ahead of", "before", "for", "pending", "until", "towards", "toward"}
_SESSION_OF = re.compile(
    r"\S+ (?:(?:plenary|annual|regular|formal) )?(?:session|sitting|edition)"
    r"(?:\Z| of (?:(?:the|their|its|our|this|a) )?)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\A(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:th|first|second|third)|first|second|third|(?-i:[IVXL]+)) ", re.IGNORECASE
)
_NO_SESSION = {"anniversary", "anniversaries", "central", "olympic", "party"}
_PARTS = {"day", "days", "phase", "stage", "part", "half", "week", "item", "time", "year"}
_LEADING = {"head_of_delegation", "chair", "co_chair"}
_LINKS = {"on", "for", "of", "between", "and", "-", "the"}


def find_sessions(reading: Reading, sentence: Sentence, body_before: str | None = None) -> Iterator[Found]:
    """Yield the sessions that have an ordinal: "the eighth session of the X-Y Joint Commission".

    :param body_before: kind of the body that the sentences before spoke of, which "the next session" takes up.
    """
    if not sentence.holds(("body", "session", "minorbody")) and not reading.bodies:
        return
    for index, letter in enumerate(sentence.classes):
        tags = sentence.units[index].tags
        if letter != "O" and "nextmark" not in tags and "ordinal" not in tags:
            continue
        if sentence.low(index + 1) in _PARTS:
            continue  # "on the second day of the eighth session"
        owner = owner_of(reading, sentence, index)
        body = (index + 1, *owner[2:]) if owner is not None else None
        body = body or _body_after(reading, sentence, index) or _own_session(sentence, index, body_before)
        again = body is None or (body[1] == body_before and not body[2])
        body = body or _same_body(sentence, index, body_before)
        if body is None:
            body, again = next_sitting(reading, sentence, index), False
        if body is None:
            continue
        last, kind, codes = body
        if kind == "talks" and not any(unit.has("session") for unit in sentence.units[index : last + 1]):
            continue  # "their first talks": no series
        if (any(code not in reading.parties for code in codes) and reading.both) or _is_of_others(
            sentence, index, last
        ):
            continue
        found = _session(reading, sentence, index, last, kind, codes, again=again, owner=owner)
        if again and sentence.low(index - 1) == "a" and found.status != "scheduled":
            continue  # "held a second meeting" can be one of another kind
        yield found


def _is_of_others(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the name from *first* to *last* is not of a session: an anniversary, a round of games."""
    return any(sentence.low(index) in _NO_SESSION for index in range(first, last + 1))


def _same_body(sentence: Sentence, at: int, kind: str | None) -> tuple[int, str, tuple[str, ...]] | None:
    """Read "the next session", "the fourth meeting" of the body that was spoken of before."""
    if kind is None or at + 1 >= len(sentence.units) or sentence.low(at - 1) not in {"the", "a"}:
        return None
    return (at + 1, kind, ()) if sentence.units[at + 1].has("session") else None


def _own_session(sentence: Sentence, at: int, body_before: str | None) -> tuple[int, str, tuple[str, ...]] | None:
    """Read "The X-Y council will hold its fifth session": the body stands before its verb."""
    if sentence.low(at - 1) not in {"its", "their"} or not (
        at + 1 < len(sentence.units) and sentence.units[at + 1].has("session")
    ):
        return None
    bodies = [
        index for index in range(at) if sentence.units[index].has("body") and not sentence.units[index].has("session")
    ]
    if not bodies:
        named = any(sentence.low(index) in LOOSE_BODIES for index in range(at))
        return (at + 1, body_before, ()) if body_before is not None and named else None
    codes = [code_of(sentence.units[index]) or "" for index in range(bodies[0]) if sentence.classes[index] in "CD"]
    return at + 1, sentence.units[bodies[0]].tags["body"], tuple(dict.fromkeys(codes)) if len(codes) == 2 else ()


def _ordinal(sentence: Sentence, at: int) -> int | None:
    unit = sentence.units[at]
    text = unit.tags.get("ordinal") or (
        "".join(char for char in unit.text if char.isdecimal()) if unit.cls == "O" else ""
    )
    return int(text) if text and len(text) < 4 and int(text) > 0 else None


def _body_after(reading: Reading, sentence: Sentence, at: int) -> tuple[int, str, tuple[str, ...]] | None:
    """Return last index, kind and named sides of the body whose session starts at *at*."""
    codes: list[str] = []
    kind = ""
    last = index = at
    sitting = False
    while index + 1 < len(sentence.units) and index - at < 22:
        index += 1
        unit = sentence.units[index]
        if unit.has("body") and not (unit.has("session") and not sitting and unit.low == "meeting"):
            kind, last = unit.tags["body"], index
        elif unit.text in reading.bodies:
            kind, last = reading.bodies[unit.text], index
        elif unit.low.endswith(" of talks"):
            kind, last, sitting = "talks", index, True
        elif unit.has("session"):
            sitting = True
            last = index if kind else last
        elif unit.cls in "CD" and (code := code_of(unit)):
            codes.append(code)
        elif unit.low in LOOSE_BODIES and (unit.capital or sitting or codes):
            kind, last = kind or LOOSE_BODIES[unit.low], index
        elif unit.cls == "(" and kind and sentence.cls(index + 2) == ")":
            index += 2
            last = index
        elif _border(sentence, index, inside=not kind):
            break
    if kind and codes:
        last = max(last, _last_state(sentence, last))
    return (last, kind, tuple(dict.fromkeys(codes))) if kind and (sitting or last > at) else None


def _border(sentence: Sentence, at: int, *, inside: bool) -> bool:
    """Tell whether the name of a body ends before *at*; *inside* is true before its noun was read."""
    unit, letter = sentence.units[at], sentence.classes[at]
    if not inside:
        return unit.low not in _LINKS and letter not in "SNT"
    if letter == "p":
        return unit.low not in {"for", "on", "between", "under"}
    return letter in 'VEXqh;.,"cZ' and not unit.has("sector")


def _last_state(sentence: Sentence, last: int) -> int:
    """Take "between X and Y" after the body into it."""
    index = last + 1
    if sentence.low(index) != "between":
        return last
    while index + 1 < len(sentence.units) and sentence.classes[index + 1] in "CaeD" and index - last < 8:
        index += 1
    return index


def _session(
    reading: Reading,
    sentence: Sentence,
    at: int,
    last: int,
    kind: str,
    codes: tuple[str, ...],
    *,
    again: bool,
    owner: Owner | None = None,
) -> Found:
    """Return the session whose words stand from *at* to *last*.

    :param again: it is of the body that was spoken of before.
    :param owner: of the body whose name stands before its ordinal, as `owner_of` has it.
    """
    first = _start(sentence, at if owner is None else owner[0])
    last = name_end(sentence, last)
    lead, group, before = _told_by(sentence, first, last)
    off = putting_off(reading, sentence, first, last, None if not before else group)
    status, unsure = _status(sentence, group, before, at, lead) if off is None else (off.status, off.unsure)
    if off is None and status == "held" and not unsure and may_be_put_off(sentence, group, first, last):
        unsure = ("status",)
    met = _met_for(sentence, first - 1)
    governor = _governor(sentence, lead, group, before=before) or met
    date, end = _day(reading, sentence, _when(reading, sentence, last, governor), last, ahead=status == "scheduled")
    date, end = (date, end) if off is None else (off.date, off.last)
    place = _place(sentence, last, end if off is None else last, group, before=before)
    if not before and group is not None:
        end = max(end, chain_end(sentence, group.head))
    if met is not None and place == (None, None):
        place = place_in(sentence, met.head, first - 1)
    words = reading.words_of(sentence, at if owner is None else owner[0], last)
    if len(codes) != 2:  # not named: the two, unless it can be one of many formats
        codes = reading.both_in(sentence) if again or is_of_two(reading, sentence, first, last, kind) else ()
    return Found(
        kind,
        [reading.range_of(sentence, met.first if met is not None else first, end)],
        "meeting.next-session" if (ordinal := _ordinal(sentence, at)) is None else "meeting.session",
        _body_name(words) if owner is None else reading.words_of(sentence, *owner[:2]),
        ordinal,
        codes,
        date,
        place,
        status,
        zone=sentence.zone,
        unsure=unsure,
        words=words,
    )


def _told_by(sentence: Sentence, first: int, last: int) -> tuple[int, VerbGroup | None, bool]:
    """Return where the clause of a session starts, its verb, and whether the session is the object of that.

    "Ahead of" before a session says nothing of one of which ", which will be held in May" tells.
    """
    group, before = _governing(sentence, first, last)
    # ", which was first convened in 1995, will be held": the verb of the session itself.
    if group is not None and not before and sentence.classes[last + 1 : group.first].count(",") > 1:
        verb = sentence.units[group.head]
        if verb.has("takeplace") or verb.tags.get("verb") in {"hold", "convene", "meet"}:
            return first, group, before
    aside = told_aside(sentence, last)
    return (first, group, before) if aside is None else (0, aside, False)


def _place(sentence: Sentence, last: int, end: int, group: VerbGroup | None, *, before: bool) -> Place:
    """Return the place of a session whose words end at *last*, and with its date at *end*; of its verb otherwise."""
    place = place_in(sentence, last + 1, max(end, min(clause_end(sentence, last + 1), last + 14) - 1))
    if place != (None, None) or group is None:
        return place
    if before or sentence.cls(last + 2) == "q":
        place = host_city(sentence, group)
    if before or place != (None, None):
        return place
    place = place_in(sentence, group.head, clause_end(sentence, group.head + 1) - 1)
    return town_after(sentence, group.head) if place == (None, None) else place


def _governor(sentence: Sentence, first: int, group: VerbGroup | None, *, before: bool) -> VerbGroup | None:
    """Return the verb whose date is that of the session: not one that something did "ahead of" it."""
    if group is None or sentence.low(first - 1) in _AHEAD_OF:
        return None
    return group if group.mood == "finite" or not before else None


def _when(reading: Reading, sentence: Sentence, last: int, group: VerbGroup | None) -> DateExpression | None:
    """Return the date after the words of a session that end at *last*, or else that of its verb."""
    expression = expression_after(reading, sentence, last) or _held_on(reading, sentence, last)
    return expression_of(reading, sentence, group) if expression is None and group is not None else expression


def _day(
    reading: Reading, sentence: Sentence, expression: DateExpression | None, last: int, *, ahead: bool
) -> tuple[str | None, int]:
    """Return the date of a session, and the index of the last unit of its words and its date."""
    tense: Tense = "future" if ahead else "past"
    date, end = period(reading, sentence, expression, tense) if expression else (None, last)
    return date, max(last, end)


def _start(sentence: Sentence, at: int) -> int:
    """Return the index of the article before a session at *at*: "the annual sixth consultation"."""
    first = at - (sentence.low(at - 1) in {"annual", "regular"})
    return first - (sentence.cls(first - 1) == "e")


def _held_on(reading: Reading, sentence: Sentence, last: int) -> DateExpression | None:
    """Return the date of "…, held last May in Lima" after the name of a body."""
    for index in range(last + 1, min(last + 9, len(sentence.units))):
        unit = sentence.units[index]
        if unit.tags.get("meet") == "hold" and unit.tags.get("form", "").endswith("n"):
            return expression_after(reading, sentence, index) if sentence.cls(index - 1) in ",lMNS" else None
        if unit.cls in "VXE.;ah":
            return None
    return None


def _body_name(words: str) -> str | None:
    """Return the name of the body whose session *words* tell of; ``None`` where they name none, as "ninth session"."""
    session = _SESSION_OF.match(words)
    return (words[session.end() :] or None) if session else _ORDINAL.sub("", words) or None


def _governing(sentence: Sentence, first: int, last: int) -> tuple[VerbGroup | None, bool]:
    """Return the verb of which the noun phrase is subject (second value false) or object (true)."""
    probe = last + 1
    end = min(len(sentence.units), last + 18)
    relative = False
    if (closing := _led_by(sentence, probe) or _aside(sentence, probe)) is not None:
        probe, end = closing, min(len(sentence.units), closing + 18)
        relative = True
    while probe < end:
        letter = sentence.classes[probe]
        if letter == "q":
            relative = True
        elif letter == "a" and sentence.cls(probe + 1) in "oX":
            break
        elif letter == "E" and sentence.cls(probe + 1) == "p" and (copula := _will_be(sentence, probe)) is not None:
            return copula, False
        elif letter == "V":
            group = verb_group(sentence, probe)
            if group is not None and (group.mood in {"finite", "infinitive"}):
                return group, False
        elif letter in ";h" or (letter == "," and not relative and sentence.cls(probe + 1) != "o"):
            break
        probe += 1
    for index in range(first - 1, max(-1, first - 9), -1):
        if sentence.classes[index] == "V" and (group := verb_group(sentence, index)):
            return group, True
    return None, True


def _will_be(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return "will be" in "the next session will be in Lima in May" as a verb of taking place."""
    if sentence.low(at) != "be" or sentence.low(at - 1) not in {"will", "would"}:
        return None
    return VerbGroup(at - 1, at, "finite", "future", modal=sentence.low(at - 1))


def _led_by(sentence: Sentence, comma: int) -> int | None:
    """Return the closing comma of ", led by P, minister of X, and Q," after a session: the last before a verb."""
    leading = comma + 1 < len(sentence.units) and sentence.units[comma + 1].tags.get("role") in _LEADING
    if sentence.cls(comma) != "," or not leading or sentence.low(comma + 2) != "by":
        return None
    closing = None
    for index in range(comma + 3, len(sentence.units)):
        letter = sentence.classes[index]
        if letter in 'VEX;."qh':
            return closing if letter in "VEX" and closing == index - 1 else None
        closing = index if letter == "," else closing
    return None


def _aside(sentence: Sentence, comma: int) -> int | None:
    """Return the closing comma of ", the body that steers the ties," where the verb of a session follows it."""
    if sentence.cls(comma) != "," or sentence.cls(comma + 1) not in "eq":
        return None
    closing = sentence.classes.find(",", comma + 1, comma + 16)
    opened = closing < 0 or set(sentence.classes[comma:closing]) & set(';."c')
    return None if opened or sentence.cls(closing + 1) not in "XE" else closing


def _status(
    sentence: Sentence, group: VerbGroup | None, before: bool, at: int, first: int
) -> tuple[Status | None, tuple[str, ...]]:
    """Return the status of a session, by the verb that governs it, and what is unsure."""
    word = sentence.low(first - 1)
    if _met_for(sentence, first - 1) is not None:
        return "held", ()
    if word in _AHEAD_OF:
        return "scheduled", () if sentence.units[at].has("nextmark") else ("status",)
    if group is None or is_item_to_do(sentence):
        ahead = sentence.units[at].has("nextmark") or is_item_to_do(sentence)
        return ("scheduled" if ahead else "held"), ()
    verb = sentence.units[group.head]
    lemma = verb.tags.get("verb", "")
    standing = standing_of(sentence, group)
    if lemma in CALLED_OFF:
        return CALLED_OFF[lemma], () if standing == "done" else ("status",)
    if verb.has("settling") and group.passive and standing != "denied":
        return "scheduled", ()
    if verb.tags.get("propose") and before:
        return "scheduled", ("status",)
    if group.mood == "gerund" and before and lemma in {"hold", "host", "convene", "organise", "organize", "conduct"}:
        lead = {sentence.low(index) for index in range(max(0, group.first - 3), group.first)}
        return "held" if lead & {"after", "since", "following", "by", "upon"} else "scheduled", ()
    if group.mood == "infinitive" and before and _is_attending(sentence, group) and standing != "denied":
        way = any(
            sentence.units[index].tags.get("trip", "lead") != "lead"
            for index in range(max(0, group.first - 12), group.first)
        )
        return "held", ("status",) if way else ()
    if standing in {"denied", "doubted", "open"} and not _present_state(sentence, group):
        return status_of_standing(standing)
    if sentence.units[at].has("nextmark") and (before or group.tense != "past"):
        return "scheduled", ()
    if standing == "ahead" and group.modal is None and group.mood == "finite":
        return "held", ()  # "opens", "takes place" of a report in the present
    return ("held", ()) if standing == "ongoing" and group.tense == "past" else status_of_standing(standing)


def _met_for(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the verb of "the ministers met in Lima on Monday for the", where "for" at *at* says what they met for."""
    verb = finite_before(sentence, at, max(0, at - 9)) if sentence.low(at) == "for" else None
    group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
    if group is None or sentence.units[group.head].tags.get("verb") not in {"meet", "convene"}:
        return None
    return group if standing_of(sentence, group) == "done" else None


def _is_attending(sentence: Sentence, group: VerbGroup) -> bool:
    lemma = sentence.units[group.head].tags.get("verb", "")
    return lemma in {"attend", "address", "participate"} or (lemma == "take" and sentence.low(group.head + 1) == "part")


def _present_state(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether "is held", "is attended" only describes a session, under no condition."""
    return group.passive and group.tense == "present" and clause_standing(sentence, group) == "done"
