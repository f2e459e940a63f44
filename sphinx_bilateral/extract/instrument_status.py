"""How far an instrument has got: decided by the verb group that governs it, not by a word in the sentence."""

from __future__ import annotations

from sphinx_bilateral.extract.clauses import verb_group
from sphinx_bilateral.extract.event_dates import expression_after
from sphinx_bilateral.extract.instrument_nouns import noun_status
from sphinx_bilateral.extract.instrument_verbs import own_date, signed_status, verb_after, verb_before
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.signings import signing, signing_noun
from sphinx_bilateral.extract.standing import standing_of
from sphinx_bilateral.extract.units import Sentence
from sphinx_bilateral.extract.verdict import Verdict

_LATER = {"ratified", "in_force", "expired", "suspended", "revoked", "terminated"}
_BY_PARTICIPLE = {"sign": "signed", "initial": "initialled", "ratify": "ratified", "conclude": "concluded"}


def status_of(reading: Reading, sentence: Sentence, first: int, head: int, last: int) -> Verdict:
    """Return the status of the instrument whose name takes the units from *first* to *last*."""
    if "!" in sentence.classes[max(0, first - 1 - (sentence.cls(first - 1) == "e")) : first]:
        return Verdict("none", "agreement.negated", first, last)  # "no treaty", "without a treaty"
    noun = signing_noun(sentence, first)
    if noun is not None:
        return signing(reading, sentence, noun, first, last)
    return (
        _insert(reading, sentence, first, head, last)
        or noun_status(reading, sentence, first, head, last)
        or verb_after(reading, sentence, first, last)
        or verb_before(reading, sentence, first, last)
        or Verdict("existing", "agreement.reference", first, last)
    )


def further_status(reading: Reading, verdict: Verdict, sentence: Sentence, first: int, last: int) -> Verdict | None:
    """Return what became of an instrument beside its signature: "approved a treaty signed last year"."""
    if verdict.rule != "agreement.insert" or verdict.status != "signed":
        return None
    later = verb_after(reading, sentence, first, verdict.last) or verb_before(reading, sentence, first, last)
    return later if later is not None and later.status in _LATER else None


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
        if _is_to_be_signed(sentence, probe):
            return Verdict("to_be_signed", "agreement.to-be-signed", first, probe + 2)
    return None


def _is_to_be_signed(sentence: Sentence, at: int) -> bool:
    following = sentence.units[min(at + 2, len(sentence.units) - 1)]
    return sentence.low(at) == "to" and sentence.low(at + 1) == "be" and following.tags.get("status") == "sign"


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
            status, unsure = signed_status(standing_of(sentence, group))
            date = own_date(reading, sentence, group, index) if status == "signed" else None
            return Verdict(status, "agreement.that-they-signed", first, index, group, date, unsure)
        if action in {"conclude", "finalise"} and standing_of(sentence, group) == "done":
            return Verdict("concluded", "agreement.that-they-concluded", first, index, group)
        if group.mood == "finite":
            return None
    return None
