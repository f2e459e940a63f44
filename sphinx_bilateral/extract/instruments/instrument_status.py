"""How far an instrument has got: decided by the verb group that governs it, not by a word in the sentence."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.instruments.instrument_nouns import noun_status
from sphinx_bilateral.extract.instruments.instrument_references import referred_to
from sphinx_bilateral.extract.instruments.instrument_verbs import own_date, signed_status, verb_after, verb_before
from sphinx_bilateral.extract.instruments.signings import came_to_nothing, signing, signing_noun
from sphinx_bilateral.extract.instruments.steps_not_taken import NOT_TAKEN, left_undone, named_not_taken, not_taken
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_LATER = {"ratified", "in_force", "expired", "suspended", "revoked", "terminated", "superseded"} | NOT_TAKEN
_NO_STEP = {"existing", "proposed", "under_negotiation", "none"}  # "was discussed", "was negotiated"
_DUE = {"due", "set", "ready", "waiting", "expected", "likely", "yet", "still"}
_BY_PARTICIPLE = {"sign": "signed", "initial": "initialled", "ratify": "ratified", "conclude": "concluded"}


def status_of(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Verdict:
    """Return the status of the instrument whose name takes the units from *first* to *last*."""
    if "!" in sentence.classes[max(0, first - 1 - (sentence.cls(first - 1) == "e")) : first]:
        return _of_none(reading, sentence, first, last)
    noun = signing_noun(sentence, first)
    if noun is not None:
        return signing(reading, sentence, noun, first, last)
    found = (
        named_not_taken(sentence, first, head, last)
        or _after_insert(reading, sentence, first, last)
        or _insert(reading, sentence, first, head, last)
        or noun_status(reading, sentence, first, head, last)
        or verb_after(reading, sentence, first, last)
        or verb_before(reading, sentence, first, last)
        or referred_to(sentence, first, head, last)
    )
    undone = left_undone(sentence, first, last) if found.status in _NO_STEP else None
    return undone or found


def _of_none(reading: Reading, sentence: Sentence, first: int, last: int) -> Verdict:
    """Read "no treaty was signed", "signed no treaty", but not "without a treaty"."""
    if sentence.low(first - 3) == "there" and not sentence.units[first].has("loosename"):
        return Verdict("not_signed", "agreement.not-taken", first - 1, last)  # "there is no extradition treaty"
    for verdict in (verb_after(reading, sentence, first, last), verb_before(reading, sentence, first, last)):
        if verdict is not None and sentence.low(first - 1) == "no":
            if verdict.status in NOT_TAKEN:
                return verdict
            if verdict.group is not None and verdict.status in {"signed", "ratified"}:
                action = "sign" if verdict.status == "signed" else "ratify"
                return not_taken(
                    reading,
                    sentence,
                    action,
                    min(first, verdict.first),
                    max(last, verdict.last),
                    verdict.group,
                    verdict.group.head,
                )
    return Verdict("none", "agreement.negated", first, last)


def further_status(reading: Reading, verdict: Verdict, sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Return what became of an instrument beside its signature: "approved a treaty signed last year"."""
    if verdict.rule not in {"agreement.insert", "agreement.that-they-signed"} or verdict.status != "signed":
        return None
    later = verb_after(reading, sentence, first, verdict.last) or verb_before(reading, sentence, first, last)
    return later if later is not None and later.status in _LATER else None


def _after_insert(reading: Reading, sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Read the main verb after a relative clause of what was first to be done or refused: ", which …, was signed"."""
    closing = next((end for opening, end in sentence.inserts if opening == last + 1), None)
    if closing is None or sentence.low(last + 2) not in {"which", "that"}:
        return None
    earlier = {sentence.units[index].tags.get("status") for index in range(last + 2, closing)}
    if "sign" not in earlier or sentence.cls(closing + 1) not in "EZX":
        return None
    main = verb_after(reading, sentence, first, closing)
    signed = main is not None and main.group is not None and sentence.units[main.group.head].low == "signed"
    return main if main is not None and (signed or main.status in NOT_TAKEN) else None


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
        if tags.get("status") in _BY_PARTICIPLE and ("n" in tags["form"] or "d" in tags["form"]):
            return _participle(reading, sentence, first, at, max(last, probe), probe)
        if (signed := _to_be_signed(sentence, probe)) is not None:
            return _ahead(reading, sentence, first, signed)
    return None


def _to_be_signed(sentence: Sentence, at: int) -> int | None:
    """Return the index of "signed" in "to be signed", "due to be signed", "scheduled to be signed" at *at*, or None."""
    unit = sentence.units[at]
    at += unit.has("schedule") or unit.low in _DUE
    while sentence.cls(at) == "v":
        at += 1
    end = len(sentence.units) - 1
    signed = sentence.units[min(at + 2, end)].tags.get("status") == "sign"
    return at + 2 if signed and sentence.low(at) == "to" and sentence.low(at + 1) == "be" else None


def _ahead(reading: Reading, sentence: Sentence, first: int, signed: int) -> Verdict:
    """Read what is still to be signed, with the day where one follows that is not the day of a visit."""
    expression = expression_after(reading, sentence, signed)
    if expression is not None and any(
        sentence.units[index].has("occasion") for index in range(signed, expression.first)
    ):
        expression = None
    date = reading.date(sentence, expression, "future") if expression is not None else None
    unsure = ("status",) if came_to_nothing(sentence, signed) else ()
    return Verdict("to_be_signed", "agreement.to-be-signed", first, signed, None, date, unsure)


def _participle(reading: Reading, sentence: Sentence, first: int, at: int, last: int, probe: int) -> Verdict:
    """Read the participle at *probe* after the name, whose end is at *at*: "signed in 2024", "not yet signed"."""
    between = {sentence.low(index) for index in range(at, probe)}
    if "!" in sentence.classes[at:probe]:
        action = sentence.units[probe].tags["status"]
        return not_taken(reading, sentence, action, first, max(last, probe), verb_group(sentence, probe), probe)
    expression = expression_after(reading, sentence, probe) or next(
        (item for item in reading.dates[sentence.index] if probe < item.first < probe + 14 and not item.by), None
    )
    if sentence.cls(at) not in ",(" and (_is_wanted(sentence, first) or {"being", "be"} & between):
        return Verdict("to_be_signed", "agreement.wanted-signed", first, last, unsure=("status",))
    date = reading.date(sentence, expression, "past") if expression else None
    status = _BY_PARTICIPLE[sentence.units[probe].tags["status"]]
    return Verdict(status, "agreement.insert", first, max(last, expression.last if expression else probe), None, date)


def _is_wanted(sentence: Sentence, first: int) -> bool:
    """Tell whether a name with a participle after it hangs on "wants a treaty signed", "to have a treaty signed"."""
    at = first - 1
    while sentence.cls(at) in "eSl":
        at -= 1
    return at >= 0 and sentence.units[at].tags.get("verb") in {"want", "have", "get", "need", "see", "prefer"}


def _that_they_signed(reading: Reading, sentence: Sentence, first: int, relative: int) -> Verdict | None:
    """Read "the treaty that X and Y signed in 2021", "which X will sign": the relative word is the object."""
    for index in range(relative + 1, min(relative + 12, len(sentence.units))):
        letter = sentence.classes[index]
        if letter in ',;."hq':
            return None
        if letter != "V" or (group := verb_group(sentence, index)) is None:
            continue
        if group.passive or group.first == relative + 1 or group.mood not in {"finite", "infinitive"}:
            return None
        action = sentence.units[index].tags.get("status")
        if action == "sign":
            status, unsure = signed_status(standing := standing_of(sentence, group))
            if standing == "denied" or group.negated:
                return not_taken(reading, sentence, action, first, index, group, index)
            date = own_date(reading, sentence, group, index) if status == "signed" else None
            return Verdict(status, "agreement.that-they-signed", first, index, group, date, unsure)
        if action == "finalise" and group.mood == "infinitive":
            return Verdict("finalising", "agreement.that-they-finalise", first, index, group)
        if action in {"conclude", "finalise"} and standing_of(sentence, group) == "done":
            return Verdict("concluded", "agreement.that-they-concluded", first, index, group)
        if group.mood == "finite" and sentence.cls(index + 1) != "o":
            return None
    return None
