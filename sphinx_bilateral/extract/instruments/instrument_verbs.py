"""The verbs of instruments: the one of which it is the subject, and the one of which it is the object."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, tense_of
from sphinx_bilateral.extract.grammar.standing import Standing, gerund_standing, standing_of
from sphinx_bilateral.extract.instruments.instrument_acts import (
    after_aside,
    follows_done,
    is_amended,
    is_applied,
    is_attribute,
    is_considered,
    is_first_to,
    is_hoped,
    is_in_name,
    is_in_principle,
    is_made_law,
    is_made_passive,
    is_needed,
    is_tasked,
    shares_object,
)
from sphinx_bilateral.extract.instruments.instrument_nouns import negotiations_to
from sphinx_bilateral.extract.instruments.signings import came_to_nothing, signing
from sphinx_bilateral.extract.instruments.steps_not_taken import is_not_taken, not_taken
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

ENDS = {
    "suspend": "suspended",
    "revoke": "revoked",
    "terminate": "terminated",
    "expire": "expired",
    "supersede": "superseded",
}
_DONE = {"initial": "initialled", "ratify": "ratified", "stall": "stalled", **ENDS}
# A name after one of these words is no object of the verb before them.
_ASIDE = {"under", "through", "within", "per", "in", "by", "including", "from", "as", "with"}
_SOUGHT = {"for", "on", "over", "about"}


def verb_after(reading: Reading, sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Read the verb of which the instrument is the subject: "was signed", "entered into force"."""
    if is_amended(sentence, first):
        return None
    index = last + 1
    end = min(len(sentence.units), last + 40)
    list_goes_on = True
    while index < end:
        letter, unit = sentence.classes[index], sentence.units[index]
        if unit.has("inforce"):
            return _in_force(reading, sentence, first, index)
        if letter in "lLM" and (verdict := _awaits(sentence, first, index)) is not None:
            return verdict
        if letter == "q" and (after := _after_relative(sentence, index)) is not None:
            index, last, list_goes_on = after, after - 1, True
            continue
        if (
            letter == "V"
            and (group := verb_group(sentence, index)) is not None
            and group.mood in {"finite", "infinitive"}
        ):
            if group.first - last > 4 and not list_goes_on:
                return None
            if unit.tags.get("verb", "") == "await" or (
                unit.has("schedule") and group.passive and sentence.cls(index + 1) == "o"
            ):
                index += 1
                continue
            if group.passive or unit.has("status"):
                return _passive(reading, sentence, group, first)
            return None
        if letter == "," and (after := after_aside(sentence, index)) is not None:
            index, last, list_goes_on = after, after - 1, True
            continue
        if letter in ';.h"c' or is_made_passive(sentence, index):
            return None
        if letter == "q" or (letter == "," and not _lists(sentence, last, index)):
            list_goes_on = False
        index += 1
    return None


def _after_relative(sentence: Sentence, relative: int) -> int | None:
    """Return the index after "under which X will build Y", where the main verb follows; ``None`` without a verb."""
    verbs = 0
    for index in range(relative + 1, min(len(sentence.units), relative + 22)):
        letter = sentence.classes[index]
        if letter in ';."hq':
            return None
        if letter == "," and verbs:
            return index + 1
        if letter in "VE" and (letter == "E" or verb_group(sentence, index) is not None):
            group = verb_group(sentence, index) if letter == "V" else None
            if letter == "E" and sentence.cls(index + 1) in "V!vE":
                continue
            if group is not None and group.mood != "finite":
                continue
            verbs += 1
            if verbs == 2:
                return group.first if group is not None else index
    return None


def _lists(sentence: Sentence, last: int, comma: int) -> bool:
    """Tell whether a comma stands in a list of instruments: before the next one, or in what that is on."""
    near = range(comma, min(comma + 8, len(sentence.units)))
    if any(sentence.units[index].has("instrument") for index in near):
        return True
    return sentence.cls(last + 1) == "a" and any(
        sentence.units[index].has("instrument") for index in range(last + 1, min(comma, last + 6))
    )


def _in_force(reading: Reading, sentence: Sentence, first: int, at: int) -> Verdict:
    """Read "entered into force", "is not yet in force", "entry into force next year"."""
    unit = sentence.units[at]
    group = verb_group(sentence, at) if unit.has("form") else None
    standing = standing_of(sentence, group) if group is not None else _copula_standing(sentence, first, at)
    if standing == "denied" or (group is not None and group.negated):
        return not_taken(reading, sentence, "force", first, at, group, at)
    if standing != "done":
        return Verdict("concluded", "agreement.not-yet-in-force", first, at, unsure=("status",))
    expression = expression_after(reading, sentence, at) or (expression_of(reading, sentence, group) if group else None)
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


def _passive(reading: Reading, sentence: Sentence, group: VerbGroup, first: int) -> Verdict | None:
    tags = sentence.units[group.head].tags
    action = tags.get("status")
    if action is None and tags.get("verb") == "agree":
        action = "conclude"  # "the text of the treaty has been agreed"
    if action is None:
        return None
    rule = "agreement.passive"
    standing = standing_of(sentence, group)
    if standing == "denied" or is_not_taken(group, action):
        return not_taken(reading, sentence, action, first, group.head, group, group.head)
    if not group.passive:
        if action in {"expire", "stall"} and group.tense == "past":
            return Verdict(_DONE[action], rule, first, group.head, group, unsure=_doubts(standing))
        return None
    if action == "negotiate" and not (
        tags.get("verb", "") in {"negotiate", "draft", "renegotiate", "prepare"} or group.progressive
    ):
        return None
    found = _status_by_standing(sentence, group, action, standing)
    if found is None:
        return None
    status, unsure = found
    if is_hoped(sentence, group) or (status == "to_be_signed" and came_to_nothing(sentence, group.head)):
        unsure = ("status",)
    return Verdict(status, rule, first, group.head, group, unsure=unsure)


def _doubts(standing: Standing) -> tuple[str, ...]:
    return ("status",) if standing in {"open", "doubted"} else ()


def signed_status(standing: Standing) -> tuple[str | None, tuple[str, ...]]:
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
    if group.mood == "gerund" and sentence.cls(group.first - 1) == "," and action in {"finalise", "conclude"}:
        done = follows_done(sentence, group)  # "co-chaired talks, finalising agreements"
    if action == "sign":
        return signed_status(standing if done or standing != "done" else "ahead")
    if action == "exchange":
        return ("signed", ()) if done else None  # what was signed is handed over; what will be is not yet told
    if action == "finalise":
        return "concluded" if done else "finalising", _doubts(standing)
    if action == "conclude":
        return "concluded" if done else "under_negotiation", _doubts(standing)
    if action == "enter":
        return "concluded" if done else "to_be_signed", _doubts(standing)
    if action == "negotiate":
        spent = any(sentence.low(index) == "spent" for index in range(max(0, group.first - 4), group.first))
        going = (verb.has("negotiating") and not spent) or group.progressive or group.passive
        if not going and verb.has("talking") and sentence.low(group.head + 1) in {"a", "an"}:
            return "proposed", _doubts(standing)
        return ("under_negotiation", _doubts(standing)) if going else None
    if action == "propose":
        return "proposed", _doubts(standing)
    return (_DONE[action], ()) if done and action in _DONE else None


def verb_before(reading: Reading, sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Read the verb of which the instrument is the object."""
    if sentence.cls(last + 1) in "EX" and sentence.cls(first - 1 - (sentence.cls(first - 1) in "e#")) == "a":
        return None  # "signed a treaty, and a memorandum is to follow"
    prepositions: list[str] = []
    for index in range(first - 1, max(-1, first - 31), -1):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter in ';."hqcX' or (letter == "B" and prepositions == []):
            return None
        if unit.low == "intent" and "to" in prepositions:
            return Verdict("finalising", "agreement.intent", index, last)
        if unit.has("quitting"):
            return _quit(sentence, index, last) if not prepositions else None
        if not prepositions and shares_object(sentence, index):
            continue  # "signed and announced the declaration"
        if _is_verb(sentence, index) and not is_attribute(sentence, index):
            return _governed(reading, sentence, index, first, last, prepositions)
        if letter in "pf":
            place = unit.low in {"in", "at"} and sentence.cls(index + 1) == "K"
            place |= unit.low == "following" and sentence.cls(index - 1) == "e"
            place |= unit.low == "on" and sentence.cls(index - 1) == "V" and sentence.cls(index + 1) in "wmt"
            if place or _counts(sentence, index) or _inside_list(sentence, index, first):
                continue
            with_whom = unit.low == "with" and (not prepositions or prepositions[-1] in _SOUGHT)
            if unit.low in _ASIDE and not with_whom and not _left(sentence, index):
                return None
            if not _left(sentence, index):
                prepositions.append(unit.low)
        if letter == "o":
            prepositions.append("to")
    return None


def _counts(sentence: Sentence, at: int) -> bool:
    """Tell whether the preposition at *at* belongs to a number: "over 20 agreements", "about a dozen deals"."""
    return sentence.low(at) in {"over", "about", "around", "under"} and sentence.cls(at + 1) in "#k"


def _left(sentence: Sentence, at: int) -> bool:
    """Tell whether "from" at *at* belongs to "withdrew from"."""
    return sentence.low(at) == "from" and at > 0 and sentence.units[at - 1].tags.get("verb") == "withdraw"


def _quit(sentence: Sentence, at: int, last: int) -> Verdict | None:
    """Read "pulled out of the treaty" at *at*."""
    group = verb_group(sentence, at)
    if group is None or group.mood != "finite" or standing_of(sentence, group) != "done":
        return None
    return Verdict("revoked", "agreement.quit", group.first, last, group, head=at)


def _is_verb(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    if unit.low == "sign" and sentence.cls(at + 1) == "f":
        return False  # "a good sign of"
    if sentence.cls(at - 1) == "-" and unit.glued:
        return False  # "the long-awaited agreement"
    if sentence.classes[at] != "V" and unit.low not in {"signing", "finalizing", "finalising"}:
        return False
    return unit.has("verb") and (unit.has("status") or verb_group(sentence, at) is not None)


def _governed(
    reading: Reading, sentence: Sentence, at: int, first: int, last: int, prepositions: list[str]
) -> Verdict | None:
    """Return what the verb at *at* says, if the *prepositions* between it and the name leave that its object."""
    tags = sentence.units[at].tags
    action = tags.get("status")
    if tags.get("verb") in {"agree", "announce"} and action is None:
        return _agreed(sentence, at, first, last, prepositions)
    if tags.get("verb") in {"negotiate", "renegotiate", "sign"} and set(prepositions) <= {*_SOUGHT, "with"}:
        sought = "with" in prepositions or tags.get("verb", "") != "sign"
        prepositions = [] if sought and (tags.get("verb", "") != "sign" or prepositions == ["with"]) else prepositions
    nearest = prepositions[-1] if prepositions else None
    if action == "sign" and is_made_law(sentence, at):
        group = verb_group(sentence, at)
        done = group is not None and standing_of(sentence, group) == "done"
        return Verdict("ratified", "agreement.made-law", group.first, last, group, head=at) if group and done else None
    if action != "sign" and nearest not in {None, "of", "on"}:
        return None
    if nearest not in {None, "of"} and action != "negotiate":
        return None
    return _active(reading, sentence, at, first, last)


def _agreed(sentence: Sentence, at: int, first: int, last: int, prepositions: list[str]) -> Verdict | None:
    """Read "agreed on a trade pact", "announced an agreement on visas": the text is settled."""
    group = verb_group(sentence, at)
    announced = sentence.units[at].tags.get("verb", "") == "announce"
    dated = any(sentence.low(index) == "on" and sentence.cls(index + 1) in "wm#" for index in range(at, first))
    fits = not prepositions or (dated if announced else prepositions in (["on"], ["upon"], ["to"]) and not dated)
    bare = sentence.zone == "headline" and sentence.cls(last + 1) in " ,.;:pwm"  # which has no articles
    if group is None or not fits or not (bare or sentence.low(first - 1) in {"a", "an"}):
        return None
    if group.mood != "finite" or (standing_of(sentence, group) != "done" and not (bare and group.modal is None)):
        return None
    if any(sentence.units[index].low in {"draft", "possible", "proposed"} for index in range(at, last)):
        return None
    unsure = ("status",) if is_in_principle(sentence, at, last) else ()
    return Verdict("concluded", "agreement.agreed-on", group.first, last, group, None, unsure, at)


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
    if action == "sign" and "g" in form and not group.progressive:
        return signing(reading, sentence, at, first, last)
    standing = standing_of(sentence, group)
    if group.mood == "gerund" and gerund_standing(sentence, group.first) == "denied":
        standing = "denied"
    if standing == "denied" or is_not_taken(group, action):
        return not_taken(reading, sentence, action, group.first, last, group, at)
    if action == "ratify" and "g" in form and "law" in {sentence.low(index) for index in range(max(0, at - 4), at)}:
        return Verdict("ratified", "agreement.law-ratifying", group.first, last, None, head=at)
    if action == "approve":
        return _approved(sentence, group, standing, last)
    found = _status_by_standing(sentence, group, action, standing)
    if found is None or (action == "negotiate" and is_applied(sentence, at, first)):
        return None
    status, unsure = found
    if action == "negotiate" and is_considered(sentence, group):
        status, unsure = "proposed", ("status",)
    left_open = action == "conclude" and (is_needed(sentence, group) or is_in_principle(sentence, at, last))
    if left_open or is_hoped(sentence, group):
        unsure = ("status",)
    if action == "finalise" and is_tasked(sentence, group):
        unsure = ()
    if group.mood == "infinitive" and group.first and sentence.units[group.first - 1].has("negotiation"):
        return negotiations_to(sentence, group, last)
    if action in {"sign", "exchange"}:
        return _signed_object(reading, sentence, group, last, status, unsure)
    start = max(group.first, first - 1) if action == "negotiate" and group.mood != "finite" else group.first
    return Verdict(status, f"agreement.{action}", start, last, group, None, unsure, at)


def _signed_object(
    reading: Reading, sentence: Sentence, group: VerbGroup, last: int, status: str | None, unsure: tuple[str, ...]
) -> Verdict:
    date = own_date(reading, sentence, group, last) if status == "signed" else None
    if status == "to_be_signed" and came_to_nothing(sentence, last):
        unsure = ("status",)
    if is_first_to(sentence, group):
        status, unsure = None, ("status",)
    rule = "agreement.signed" if status == "signed" else "agreement.to-sign"
    return Verdict(status, rule, group.first, last, group, date, unsure, group.head)


def _approved(sentence: Sentence, group: VerbGroup, standing: Standing, last: int) -> Verdict | None:
    """Read "the parliament approved the treaty"; what a cabinet approved can be a text or a signing to come."""
    if standing != "done" or group.mood != "finite":
        return None
    house = any(sentence.units[index].has("legislature") for index in range(max(0, group.first - 9), group.first))
    if not house:
        return Verdict(None, "agreement.approved", group.first, last, group, unsure=("status",), head=group.head)
    return Verdict("ratified", "agreement.approved", group.first, last, group, None, (), group.head)


def own_date(reading: Reading, sentence: Sentence, group: VerbGroup, last: int) -> str | None:
    """Return the date of a verb, or the one that follows the unit at *last*."""
    expression = expression_of(reading, sentence, group)
    if expression is None or is_in_name(sentence, expression, last):
        expression = expression_after(reading, sentence, last)
    return reading.date(sentence, expression, tense_of(group)) if expression else None
