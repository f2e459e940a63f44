"""How far an instrument has got: decided by the verb group that governs it, not by a word in the sentence."""

from __future__ import annotations

from sphinx_bilateral.extract.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.event_dates import expression_after, expression_of, tense_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.signings import signing, signing_noun
from sphinx_bilateral.extract.standing import Standing, gerund_standing, standing_of
from sphinx_bilateral.extract.units import Sentence
from sphinx_bilateral.extract.verdict import Verdict

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


def status_of(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Verdict:
    """Return the status of the instrument whose name takes the units from *first* to *last*."""
    if "!" in sentence.classes[max(0, first - 1 - (sentence.cls(first - 1) == "e")) : first]:
        return Verdict("none", "agreement.negated", first, last)  # "no treaty", "without a treaty"
    noun = signing_noun(sentence, first)
    if noun is not None:
        return signing(reading, sentence, noun, first, last)
    return (
        _insert(reading, sentence, first, head, last)
        or _verb_after(reading, sentence, first, last)
        or _verb_before(reading, sentence, first, last)
        or Verdict("existing", "agreement.reference", first, last)
    )


def _insert(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Verdict | None:
    """Read ", signed in July 2024," and "signed last year on" and "that X signed" right after the name."""
    for at in (last + 1, head + 1):
        probe = at + (sentence.cls(at) in ",(")
        relative = sentence.low(probe) in {"which", "that"}
        if relative and sentence.cls(probe + 1) == "E":
            probe += 2
        elif relative and (verdict := _that_they_signed(reading, sentence, first, probe)) is not None:
            return verdict
        while sentence.cls(probe) in "v!":
            probe += 1
        if probe >= len(sentence.units):
            continue
        tags = sentence.units[probe].tags
        if tags.get("status") in {"sign", "initial", "ratify"} and ("n" in tags["form"] or "d" in tags["form"]):
            return _participle(reading, sentence, first, at, max(last, probe), probe)
        if (
            sentence.low(probe) == "to"
            and sentence.low(probe + 1) == "be"
            and sentence.units[min(probe + 2, len(sentence.units) - 1)].tags.get("status") == "sign"
        ):
            return Verdict("to_be_signed", "agreement.to-be-signed", first, probe + 2)
    return None


def _participle(reading: Reading, sentence: Sentence, first: int, at: int, last: int, probe: int) -> Verdict:
    """Read the participle at *probe* after the name, whose end is at *at*: "signed in 2024", "not yet signed"."""
    between = {sentence.low(index) for index in range(at, probe)}
    if "!" in sentence.classes[at:probe]:
        status = "to_be_signed" if "yet" in between else "none"
        return Verdict(status, "agreement.negated", first, last, unsure=("status",))
    expression = expression_after(reading, sentence, probe) or next(
        (item for item in reading.dates[sentence.index] if probe < item.first < probe + 14 and not item.by), None
    )
    if sentence.cls(at) not in ",(" and (_is_wanted(sentence, first) or {"being", "be"} & between):
        return Verdict("to_be_signed", "agreement.wanted-signed", first, last, unsure=("status",))
    date = reading.date(sentence, expression, "past") if expression else None
    status = {"sign": "signed", "initial": "initialled", "ratify": "ratified"}[sentence.units[probe].tags["status"]]
    return Verdict(status, "agreement.insert", first, max(last, expression.last if expression else probe), None, date)


def _is_wanted(sentence: Sentence, first: int) -> bool:
    """Tell whether a name with a participle after it hangs on "wants a treaty signed", "to have a treaty signed"."""
    at = first - 1
    while sentence.cls(at) in "eSl":
        at -= 1
    return at >= 0 and sentence.units[at].tags.get("verb") in {"want", "have", "get", "need", "see", "prefer"}


def _that_they_signed(reading: Reading, sentence: Sentence, first: int, relative: int) -> Verdict | None:
    """Read "the treaty that X and Y signed in 2021", "which X will sign": the relative word is the object."""
    for index in range(relative + 1, min(relative + 10, len(sentence.units))):
        letter = sentence.classes[index]
        if letter in ',;."hq':
            return None
        if letter != "V" or (group := verb_group(sentence, index)) is None or group.mood != "finite":
            continue
        if group.passive or sentence.units[index].tags.get("status") != "sign" or group.first == relative + 1:
            return None
        status, unsure = _signed(standing_of(sentence, group))
        date = _own_date(reading, sentence, group, index) if status == "signed" else None
        return Verdict(status, "agreement.that-they-signed", first, index, group, date, unsure)
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
        if letter in "lLM" and (verdict := _awaits(sentence, first, index)) is not None:
            return verdict
        if (
            letter == "V"
            and (group := verb_group(sentence, index)) is not None
            and group.mood in {"finite", "infinitive"}
        ):
            if group.first - last > 4 and not list_goes_on:
                return None
            if unit.tags["verb"] == "await" or (
                unit.has("schedule") and group.passive and sentence.cls(index + 1) == "o"
            ):
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
    """Read "entered into force", "is not yet in force", "entry into force next year"."""
    unit = sentence.units[at]
    group = verb_group(sentence, at) if unit.has("form") else None
    standing = standing_of(sentence, group) if group is not None else _copula_standing(sentence, first, at)
    if standing == "denied":
        return Verdict(None, "agreement.not-in-force", first, at)
    if standing != "done":
        return Verdict("concluded", "agreement.not-yet-in-force", first, at, unsure=("status",))
    dates = [item for item in reading.dates[sentence.index] if not first <= item.first <= at - 3]
    expression = next((item for item in dates if item.first > at), dates[-1] if dates else None)
    date = reading.date(sentence, expression, "past") if expression else None
    return Verdict("in_force", "agreement.in-force", first, max(at, expression.last if expression else at), None, date)


def _copula_standing(sentence: Sentence, first: int, at: int) -> Standing:
    """Return how "is in force", "its entry into force" stands: the phrase has no verb of its own."""
    before = sentence.classes[max(first, at - 5) : at]
    if "!" in before:
        return "denied"
    return "ahead" if set("Xo") & set(before) else "done"


def _awaits(sentence: Sentence, first: int, at: int) -> Verdict | None:
    """Read "is awaiting signature", "is ready for signature", "is still under negotiation" from the noun at *at*."""
    before = {sentence.low(index) for index in range(max(first, at - 4), at)}
    if sentence.low(at) == "signature" and before & {"for", "awaiting", "awaits", "await", "pending"}:
        status = "to_be_signed"
    elif sentence.units[at].has("negotiation") and sentence.low(at - 1) == "under":
        status = "under_negotiation"
    else:
        return None
    denied = "!" in sentence.classes[first:at] and "yet" not in before
    return Verdict("none" if denied else status, "agreement.awaits", first, at)


def _passive(sentence: Sentence, group: VerbGroup, first: int) -> Verdict | None:
    tags = sentence.units[group.head].tags
    action = tags.get("status")
    if action is None:
        return None
    rule = "agreement.passive"
    standing = standing_of(sentence, group)
    if standing == "denied":
        return Verdict("none", "agreement.negated", first, group.head)
    if not group.passive:
        if action in {"expire", "stall"} and group.tense == "past":
            return Verdict(_DONE[action], rule, first, group.head, group, unsure=_doubts(standing))
        return None
    if action == "negotiate" and not (
        tags["verb"] in {"negotiate", "draft", "renegotiate", "prepare"} or group.progressive
    ):
        return None
    found = _status_by_standing(sentence, group, action, standing)
    return Verdict(found[0], rule, first, group.head, group, unsure=found[1]) if found else None


def _doubts(standing: Standing) -> tuple[str, ...]:
    return ("status",) if standing in {"open", "doubted"} else ()


def _signed(standing: Standing) -> tuple[str | None, tuple[str, ...]]:
    """Return the status of what is signed, as the signing stands, and what is unsure."""
    if standing == "denied":
        return "none", ()
    if standing == "doubted":
        return None, ("status",)
    return "signed" if standing == "done" else "to_be_signed", _doubts(standing)


def _status_by_standing(
    sentence: Sentence, group: VerbGroup, action: str, standing: Standing
) -> tuple[str | None, tuple[str, ...]] | None:
    """Return the status that an act gives an instrument, and what is unsure; ``None`` where it says nothing of it."""
    verb = sentence.units[group.head]
    done = standing == "done" and (group.mood == "finite" or group.passive)
    if action == "sign":
        return _signed(standing if done or standing != "done" else "ahead")
    if action == "finalise":
        return "concluded" if done else "finalising", _doubts(standing)
    if action == "conclude":
        return "concluded" if done else "under_negotiation", _doubts(standing)
    if action == "negotiate":
        going = verb.has("negotiating") or group.progressive or group.passive
        return ("under_negotiation", _doubts(standing)) if going else None
    if action == "propose":
        return "proposed", _doubts(standing)
    return (_DONE[action], ()) if done and action in _DONE else None


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
    if sentence.cls(at - 1) == "e" and group.first == at and "g" not in form:
        return Verdict("existing", "agreement.reference", first, last)  # "the signed treaty"
    if action == "sign" and "g" in form and not group.progressive:
        return signing(reading, sentence, at, first, last)
    standing = standing_of(sentence, group)
    if group.mood == "gerund" and gerund_standing(sentence, group.first) == "denied":
        standing = "denied"
    if standing == "denied":
        return Verdict("none", "agreement.negated", at, last)
    if action == "ratify" and "g" in form and "law" in {sentence.low(index) for index in range(max(0, at - 4), at)}:
        return Verdict("ratified", "agreement.law-ratifying", group.first, last, None, head=at)
    found = _status_by_standing(sentence, group, action, standing)
    if found is None:
        return None
    status, unsure = found
    if group.mood == "infinitive" and group.first and sentence.units[group.first - 1].has("negotiation"):
        return Verdict("under_negotiation", "agreement.negotiations", group.first - 1, last, group, None, (), at)
    if action == "sign":
        date = _own_date(reading, sentence, group, last) if status == "signed" else None
        rule = "agreement.signed" if status == "signed" else "agreement.to-sign"
        return Verdict(status, rule, group.first, last, group, date, unsure, at)
    start = max(group.first, first - 1) if action == "negotiate" and group.mood != "finite" else group.first
    return Verdict(status, f"agreement.{action}", start, last, group, None, unsure, at)


def _own_date(reading: Reading, sentence: Sentence, group: VerbGroup, last: int) -> str | None:
    expression = expression_of(reading, sentence, group) or expression_after(reading, sentence, last)
    return reading.date(sentence, expression, tense_of(group)) if expression else None
