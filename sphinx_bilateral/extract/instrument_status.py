"""How far an instrument has got: decided by the verb group that governs it, not by a word in the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.event_dates import expression_after, expression_of, tense_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.units import Sentence

_DONE = {
    "initial": "initialled",
    "ratify": "ratified",
    "suspend": "suspended",
    "revoke": "revoked",
    "terminate": "terminated",
    "expire": "expired",
    "supersede": "superseded",
    "stall": "stalled",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of an instrument in one sentence.

    :param status: a status of the ladder, or "none" where the noun is no instrument of the parties.
    :param first: index of the first unit of what shows the status; *last* of the last.
    """

    status: str
    rule: str
    first: int
    last: int
    group: VerbGroup | None = None
    date: str | None = None
    unsure: tuple[str, ...] = ()
    head: int = 0


def status_of(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Verdict:
    """Return the status of the instrument whose name takes the units from *first* to *last*."""
    return (
        _insert(reading, sentence, first, head, last)
        or _verb_after(reading, sentence, first, last)
        or _verb_before(reading, sentence, first, last)
        or Verdict("existing", "agreement.reference", first, last)
    )


def _insert(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Verdict | None:
    """Read ", signed in July 2024," and "signed last year on" right after the name."""
    for at in (last + 1, head + 1):
        probe = at + (sentence.cls(at) in ",(")
        if sentence.low(probe) in {"which", "that"} and sentence.cls(probe + 1) == "E":
            probe += 2
        while sentence.cls(probe) == "v":
            probe += 1
        if probe >= len(sentence.units):
            continue
        tags = sentence.units[probe].tags
        if tags.get("status") in {"sign", "initial", "ratify"} and ("n" in tags["form"] or "d" in tags["form"]):
            expression = expression_after(reading, sentence, probe) or next(
                (item for item in reading.dates[sentence.index] if probe < item.first < probe + 14 and not item.by),
                None,
            )
            date = reading.date(sentence, expression, "past") if expression else None
            status = {"sign": "signed", "initial": "initialled", "ratify": "ratified"}[tags["status"]]
            end = max(last, expression.last if expression else probe)
            return Verdict(status, "agreement.insert", first, end, None, date)
        if (
            sentence.low(probe) == "to"
            and sentence.low(probe + 1) == "be"
            and sentence.units[min(probe + 2, len(sentence.units) - 1)].tags.get("status") == "sign"
        ):
            return Verdict("to_be_signed", "agreement.to-be-signed", first, probe + 2)
    return None


def _verb_after(reading: Reading, sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Read the verb of which the instrument is the subject: "was signed", "entered into force"."""
    index = last + 1
    end = min(len(sentence.units), last + 40)
    list_goes_on = True
    while index < end:
        letter, unit = sentence.classes[index], sentence.units[index]
        if unit.has("inforce"):
            return _in_force(reading, sentence, first, index)
        if (
            letter == "V"
            and (group := verb_group(sentence, index)) is not None
            and group.mood in {"finite", "infinitive"}
        ):
            if group.first - last > 4 and not list_goes_on:
                return None
            if unit.has("schedule") and group.passive and sentence.cls(index + 1) == "o":
                index += 1
                continue
            if group.passive or unit.has("status"):
                return _passive(sentence, group, first)
            return None
        if letter in ';.h"qc' or (letter == "," and not _next_instrument(sentence, index)):
            list_goes_on = False
            if letter in ';.h"c':
                return None
        index += 1
    return None


def _next_instrument(sentence: Sentence, comma: int) -> bool:
    return any(sentence.units[index].has("instrument") for index in range(comma, min(comma + 8, len(sentence.units))))


def _in_force(reading: Reading, sentence: Sentence, first: int, at: int) -> Verdict:
    if any(sentence.classes[index] in "Xo" for index in range(max(first, at - 5), at)):
        return Verdict("concluded", "agreement.not-yet-in-force", first, at, unsure=("status",))
    expression = next((item for item in reading.dates[sentence.index] if item.first > at), None)
    date = reading.date(sentence, expression, "past") if expression else None
    return Verdict("in_force", "agreement.in-force", first, expression.last if expression else at, None, date)


def _passive(sentence: Sentence, group: VerbGroup, first: int) -> Verdict | None:
    tags = sentence.units[group.head].tags
    action = tags.get("status")
    if action is None:
        return None
    future = group.modal is not None or group.mood == "infinitive"
    if group.negated:
        return Verdict("none", "agreement.negated", first, group.head)
    rule = "agreement.passive"
    if not group.passive:
        if action in {"expire", "stall"} and group.tense == "past":
            return Verdict(_DONE[action], rule, first, group.head, group)
        return None
    if action == "sign":
        return Verdict("to_be_signed" if future else "signed", rule, first, group.head, group)
    if action == "finalise":
        return Verdict("finalising" if future or group.progressive else "concluded", rule, first, group.head, group)
    if action == "conclude":
        return Verdict("under_negotiation" if future else "concluded", rule, first, group.head, group)
    if action == "negotiate":
        return (
            Verdict("under_negotiation", rule, first, group.head, group)
            if tags["verb"] in {"negotiate", "draft", "renegotiate", "prepare"} or group.progressive
            else None
        )
    if action == "propose":
        return Verdict("proposed", rule, first, group.head, group)
    if action in _DONE:
        return None if future else Verdict(_DONE[action], rule, first, group.head, group)
    return None


def _verb_before(reading: Reading, sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Read the verb or noun of which the instrument is the object."""
    index = first - 1
    steps = 0
    prepositions: list[str] = []
    while index >= 0 and steps < 30:
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter in ';."hqcX' or (letter == "B" and prepositions == []):
            return None
        if unit.has("negotiation") and prepositions:
            return Verdict("under_negotiation", "agreement.negotiations", index, last)
        if unit.low == "intent" and "to" in prepositions:
            return Verdict("finalising", "agreement.intent", index, last)
        if (
            (letter == "V" or unit.low in {"signing", "finalizing", "finalising"})
            and unit.has("verb")
            and (unit.has("status") or verb_group(sentence, index) is not None)
        ):
            if unit.tags.get("status") != "sign" and prepositions and prepositions[-1] not in {"of", "on"}:
                return None
            if prepositions and prepositions[-1] != "of" and unit.tags.get("status") != "negotiate":
                return None
            return _active(reading, sentence, index, first, last)
        if letter in "pf":
            if unit.low in {
                "under",
                "through",
                "within",
                "per",
                "in",
                "by",
                "including",
                "from",
                "as",
                "with",
            } and not _inside_list(sentence, index, first):
                return None
            prepositions.append(unit.low)
        if letter == "o":
            prepositions.append("to")
        index -= 1
        steps += 1
    return None


def _inside_list(sentence: Sentence, at: int, first: int) -> bool:
    """Tell whether the preposition at *at* belongs to another instrument of a list: "an MoU in X and a pact on Y"."""
    return (
        any(sentence.units[index].has("instrument") for index in range(max(0, at - 4), at))
        and "a" in sentence.classes[at:first]
    )


def _active(reading: Reading, sentence: Sentence, at: int, first: int, last: int) -> Verdict | None:
    """Return the status that the verb at *at* gives its object."""
    unit = sentence.units[at]
    action, form = unit.tags.get("status"), unit.tags["form"]
    group = verb_group(sentence, at) or VerbGroup(at, at, "gerund", "past")
    if action is None:
        return None
    if group.negated or _denied(sentence, group.first):
        return Verdict("none", "agreement.negated", at, last)
    if action == "sign":
        if "g" in form and not group.progressive:
            return _signing(reading, sentence, at, first, last)
        if _ahead(sentence, group) or group.progressive:
            return Verdict("to_be_signed", "agreement.to-sign", group.first, last, group, head=at)
        date = _own_date(reading, sentence, group, last)
        return Verdict("signed", "agreement.signed", group.first, last, group, date, head=at)
    if action == "ratify" and "g" in form and "law" in {sentence.low(index) for index in range(max(0, at - 4), at)}:
        return Verdict("ratified", "agreement.law-ratifying", group.first, last, None, head=at)
    status = _status_by_verb(sentence, group, action)
    start = max(group.first, first - 1) if action == "negotiate" and group.mood != "finite" else group.first
    return Verdict(status, f"agreement.{action}", start, last, group, head=at) if status is not None else None


def _ahead(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether what the verb says is still to come; the present tense of a headline tells what was done."""
    present = group.tense == "present" and group.mood == "finite" and not group.progressive
    return group.modal is not None or group.mood == "infinitive" or (present and sentence.zone == "body")


def _status_by_verb(sentence: Sentence, group: VerbGroup, action: str) -> str | None:
    """Return the status of the object of a verb other than to sign, or ``None`` where it says nothing of it."""
    verb = sentence.units[group.head]
    ahead = _ahead(sentence, group)
    done = group.mood == "finite" and not group.progressive and not ahead
    if action == "finalise":
        return "concluded" if done else "finalising"
    if action == "conclude":
        return "concluded" if done else "under_negotiation"
    if action == "negotiate":
        return "under_negotiation" if verb.has("negotiating") or group.progressive else None
    if action == "propose":
        return "proposed"
    return _DONE.get(action) if done else None


def _own_date(reading: Reading, sentence: Sentence, group: VerbGroup, last: int) -> str | None:
    expression = expression_of(reading, sentence, group) or expression_after(reading, sentence, last)
    return reading.date(sentence, expression, tense_of(group)) if expression else None


def _denied(sentence: Sentence, before: int) -> bool:
    return any(sentence.units[index].tags.get("status") == "deny" for index in range(max(0, before - 8), before))


def _signing(reading: Reading, sentence: Sentence, at: int, first: int, last: int) -> Verdict:
    """Read "the signing of": done where it was witnessed or stands after "after"; else still to come."""
    start = at - (sentence.cls(at - 1) == "e")
    if any(sentence.units[index].has("hurry") for index in range(max(0, at - 6), at)):
        return Verdict("to_be_signed", "agreement.expedite-signing", start, last, head=at)
    lead = [sentence.low(index) for index in range(max(0, at - 8), at)]
    if {
        "witnessed",
        "witness",
        "attended",
        "after",
        "following",
        "included",
        "oversaw",
        "concluded",
        "upon",
        "saw",
        "with",
        "by",
        "culminated",
        "welcomed",
    } & set(lead):
        expression = expression_after(reading, sentence, last)
        date = reading.date(sentence, expression, "past") if expression else None
        return Verdict("signed", "agreement.signing", start, last, None, date, head=at)
    if {"for", "to", "towards", "toward", "ahead", "before", "future", "early", "upcoming"} & set(lead):
        return Verdict("to_be_signed", "agreement.signing-ahead", start, last, head=at)
    return Verdict("signed", "agreement.signing", start, last, unsure=("status",), head=at)
