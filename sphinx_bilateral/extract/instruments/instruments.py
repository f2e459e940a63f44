"""Instruments: agreements by any name, each once for each status that the report gives it."""

from __future__ import annotations

from dataclasses import replace

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.event_dates import expression_after, expression_of, tense_of
from sphinx_bilateral.extract.grammar.standing import has_condition, is_rumoured, standing_of
from sphinx_bilateral.extract.instruments.instrument_acts import came_to_end, is_in_name
from sphinx_bilateral.extract.instruments.instrument_lists import SIGNED, Listing
from sphinx_bilateral.extract.instruments.instrument_mentions import Mention, find_instruments
from sphinx_bilateral.extract.instruments.instrument_parties import parties_of
from sphinx_bilateral.extract.instruments.instrument_repeats import Draft, distinct
from sphinx_bilateral.extract.instruments.instrument_status import further_status, status_of
from sphinx_bilateral.extract.instruments.instrument_tails import tail_of
from sphinx_bilateral.extract.instruments.instrument_verbs import ENDS, own_date
from sphinx_bilateral.extract.instruments.steps_not_taken import NOT_TAKEN
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Range, Reading
from sphinx_bilateral.extract.words.sectors import sectors_of
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.facts import StatusStep

_MATTERS = frozenset(
    "steps step ways means need measures issues issue matters points principles importance implementation".split()
)
_STRUCK = frozenset({"deal", "pact", "accord", "treaty"})  # what is struck is a text, whatever it is to do
_LOOSE_KINDS = {"agreement", "deal", "pact"}
_DONE = {"signed", "in_force", "ratified", "concluded", "initialled"}
ENDED = frozenset(ENDS.values())
_UNDATED = {"finalising", "under_negotiation", "proposed"}


def read_instruments(reading: Reading) -> None:
    """Put down the instruments, each once for each status; a bare repeat of a named one is left out."""
    drafts: list[Draft] = []
    earlier: list[Mention] = []
    for sentence in reading.having("instrument", "signable", "exchanged"):
        mentions = find_instruments(reading, sentence)
        listing = Listing(reading)
        for mention in mentions:
            antecedent = _antecedent(mention, earlier)
            earlier.append(mention)
            verdict = listing.read(mention, status_of(reading, sentence, mention.first, mention.head, mention.last))
            later = further_status(reading, verdict, sentence, mention.first, mention.last)
            told = [each for each in (verdict, later) if each is not None]
            found = [draft for each in told if (draft := _draft(reading, mention, mentions, each)) is not None]
            for draft in _without_past(found):
                draft.named = antecedent or mention
                drafts.append(draft)
    for draft in distinct(drafts):
        _put(reading, draft)


def _without_past(drafts: list[Draft]) -> list[Draft]:
    """Leave out the signature of what came to an end: it is a step in the life of what is no more."""
    if len(drafts) != 2 or drafts[1].verdict.status not in ENDED or drafts[1].verdict.unsure:
        return drafts
    signed, ended = drafts
    ended.history = (StatusStep(status="signed", date=signed.date),)
    return [ended]


def _antecedent(mention: Mention, earlier: list[Mention]) -> Mention | None:
    """Return the named instrument that "the agreement" takes up: the last one within three sentences."""
    if not mention.definite or mention.subject is not None or mention.short or mention.kind not in _LOOSE_KINDS:
        return None
    if " " in mention.sentence.low(mention.head):
        return None  # "the transit trade agreement" is told by its own name
    for other in reversed(earlier):
        if mention.sentence.index - other.sentence.index > 3 or other.plural:
            return None
        if other.named and other.sentence.zone == mention.sentence.zone:
            return other
    return None


def _is_fact(reading: Reading, mention: Mention, verdict: Verdict) -> bool:
    """Tell whether the mention says anything of an instrument between the parties."""
    head = mention.sentence.units[mention.head]
    status = verdict.status
    if mention.sentence.low(mention.first - 1) == "following" and mention.sentence.units[-1].text == ":":
        return False  # "signed the following documents:", which are told one by one
    if mention.kind == "declaration":
        return status in {"signed", "to_be_signed", "finalising"}
    if mention.kind == "plan" and verdict.rule in {"agreement.approved", "agreement.agreed-on"}:
        return False
    if mention.signable and mention.plural and {"including", "among"} & set(mention.sentence.lows[mention.last :]):
        return False  # "two documents were signed, including a memorandum", which is told itself
    if mention.signable:
        return status in {"signed", "to_be_signed"} and not mention.definite
    if status in NOT_TAKEN:
        told = mention.named or " " in head.low  # "defence pact"
        return told and not mention.plural and not _is_undertaking(mention, verdict)
    if status == "existing":
        known = head.capital or mention.short or _names_state(mention)
        foreign = mention.parties and not set(mention.parties) & set(reading.both)
        new = mention.sentence.low(mention.first - 1) in {"a", "an"} and len(mention.parties) < 2
        return bool(known and mention.named and not mention.plural and not foreign and not new and not _bare(mention))
    if status in SIGNED:
        return verdict.rule == "agreement.listed" or not _is_undertaking(mention, verdict)
    if _is_undertaking(mention, verdict) or (status == "concluded" and _is_understanding(mention, verdict)):
        return False
    if verdict.rule in {"agreement.conclude", "agreement.passive"} and status in {"concluded", "under_negotiation"}:
        # Headlines leave articles out, so there a bare noun is no sign of an understanding.
        headline = mention.sentence.zone == "headline"
        known = mention.named or (mention.definite and status != "concluded") or _is_measured(mention)
        # "sealed a tax treaty" names one; "reached an agreement" can be an understanding.
        known |= status == "concluded" and (" " in head.low or mention.kind not in _LOOSE_KINDS or head.low in _STRUCK)
        return known and (headline or not _is_bare_noun(mention))
    return mention.subject is not None or not head.has("vaguename") or verdict.rule == "agreement.that-they-concluded"


def _names_state(mention: Mention) -> bool:
    return bool(set("CD") & set(mention.sentence.classes[mention.first : mention.last + 1]))


def _is_undertaking(mention: Mention, verdict: Verdict) -> bool:
    """Tell whether "reached an agreement to hold", "agreements to focus on" is what was agreed, not an instrument."""
    sentence = mention.sentence
    if not sentence.units[mention.head].has("loosename") or sentence.units[mention.head].capital:
        return False
    if verdict.status in {*SIGNED, "proposed"}:
        return False
    if verdict.rule == "agreement.enter" or (verdict.status == "concluded" and sentence.low(mention.head) in _STRUCK):
        return False
    plain = mention.head == mention.first and not mention.short and not _is_measured(mention)
    return plain and _goes_on_with_infinitive(sentence, mention.head)


def _is_understanding(mention: Mention, verdict: Verdict) -> bool:
    """Tell whether "an agreement on the next steps" is what two think of something, and no instrument."""
    sentence, head = mention.sentence, mention.head
    loose = sentence.units[head].has("loosename") and not sentence.units[head].capital and not mention.short
    at = verdict.last if verdict.rule == "agreement.passive" else head
    after = {sentence.low(index) for index in range(at + 2, min(at + 7, sentence.size))}
    return loose and head == mention.first and sentence.low(at + 1) == "on" and bool(after & _MATTERS)


def _is_measured(mention: Mention) -> bool:
    """Tell whether it is counted or has a value: "17 agreements", "a deal worth", "a $2 billion contract"."""
    sentence = mention.sentence
    counted = sentence.cls(mention.first - 1) == "#" and mention.plural
    return counted or sentence.cls(mention.first - 1) in "$k" or sentence.low(mention.head + 1) in {"worth", "valued"}


def _goes_on_with_infinitive(sentence: Sentence, at: int) -> bool:
    for index in range(at + 1, min(len(sentence.units), at + 16)):
        if sentence.classes[index] == "o" and sentence.cls(index + 1) == "V":
            return True
        if sentence.classes[index] in ';.,"hqcVEXZ':
            return False
    return False


def _is_bare_noun(mention: Mention) -> bool:
    """Tell whether "reached agreement on" names an understanding, not an instrument: no article, no name."""
    sentence = mention.sentence
    before = mention.first - 1
    while sentence.cls(before) in "lSLDV" and mention.first - before < 4:
        before -= 1
    loose = sentence.units[mention.head].has("loosename") and not mention.plural
    bare = mention.head == mention.first and not sentence.units[mention.head].capital
    return loose and bare and sentence.cls(before) not in "e#$"


def _bare(mention: Mention) -> bool:
    return mention.head == mention.first and not mention.parties and mention.kind in {*_LOOSE_KINDS, "plan", "contract"}


def _draft(reading: Reading, mention: Mention, mentions: list[Mention], verdict: Verdict) -> Draft | None:
    sentence = mention.sentence
    if mention.subject is None and (
        verdict.rule == "agreement.insert"
        or (verdict.rule == "agreement.passive" and _goes_on_after(mention, verdict.last + 1))
    ):
        tail = tail_of(reading, sentence, verdict.last)
        if tail.subject is not None:
            mention.insert, mention.last, mention.subject = verdict.last, tail.last, tail.subject
        elif tail.between:
            mention.insert = verdict.last
    if verdict.status == "none" or not _is_fact(reading, mention, verdict):
        return None
    parties, sure = parties_of(reading, mention, verdict)
    date = verdict.date or _date(reading, mention, verdict)
    ended = _ended(reading, sentence, verdict)
    history = (StatusStep.model_validate({"status": verdict.status, "date": date}),) if ended is not None else ()
    if ended is not None:
        verdict, date = ended, ended.date
    verdict = _by_day(reading, _unless_supposed(sentence, verdict), date)
    return Draft(
        mention,
        reading.words_of(sentence, *mention.subject).lower() if mention.subject else "",
        verdict,
        _evidence(reading, mention, mentions, verdict),
        parties,
        date,
        _ratifier(reading, sentence, verdict),
        unsure=() if sure else ("parties",),
        history=history,
    )


def _ended(reading: Reading, sentence: Sentence, verdict: Verdict) -> Verdict | None:
    """Return what became of what was done, where the sentence goes on with its end: ", which expired in 2018"."""
    found = came_to_end(sentence, verdict.last) if verdict.status in _DONE else None
    if found is None:
        return None
    group, action = found
    # "Kenya signed the treaty and was suspended": an active verb leaves its subject to the next one.
    before = set(sentence.lows[max(group.first - 4, 0) : group.first])
    own = (
        group.passive
        and verdict.group is not None
        and not verdict.group.passive
        and not before & {"which", "it", "that"}
    )
    unsure = ("status",) if own or standing_of(sentence, group) != "done" else ()
    date = own_date(reading, sentence, group, group.head)
    return replace(
        verdict, status=ENDS[action], rule="agreement.ended", last=group.head, group=group, date=date, unsure=unsure
    )


def _unless_supposed(sentence: Sentence, verdict: Verdict) -> Verdict:
    """Return *verdict*, left open where what is to come hangs on a condition: ", subject to approval by parliament"."""
    if verdict.status != "to_be_signed" or not has_condition(sentence, once=False):
        return verdict
    return replace(verdict, unsure=(*verdict.unsure, "status"))


def _by_day(reading: Reading, verdict: Verdict, date: str | None) -> Verdict:
    """Return *verdict*, which does not hold as done where its day is after the day of publication."""
    published = reading.document.source.published
    if verdict.status not in _DONE or date is None or published is None:
        return verdict
    if bounds(date)[0] <= bounds(published)[1]:
        return verdict
    if verdict.rule == "agreement.signing":
        return replace(verdict, status="to_be_signed", rule="agreement.signing-ahead")
    return replace(verdict, unsure=(*verdict.unsure, "status", "date"))


def _evidence(reading: Reading, mention: Mention, mentions: list[Mention], verdict: Verdict) -> list[Range]:
    """Return the name with what shows its status: one place, or two where another instrument stands between them."""
    sentence, first = mention.sentence, mention.start
    if verdict.lead is not None:
        return [verdict.lead, reading.range_of(sentence, first, mention.last)]
    begin, end = min(first, verdict.first), max(mention.last, verdict.last)
    if not any(other is not mention and begin <= other.head <= end for other in mentions):
        return [reading.range_of(sentence, max(begin, 0), end)]
    ranges = [reading.range_of(sentence, first, mention.last)]
    if verdict.last > mention.last:
        start = verdict.group.first if verdict.group else verdict.last
        ranges.append(reading.range_of(sentence, start, verdict.last))
    elif verdict.first < first:
        ranges.insert(0, reading.range_of(sentence, *sorted((verdict.first, verdict.head))))
    return ranges


def _goes_on_after(mention: Mention, at: int) -> bool:
    """Tell whether the name goes on behind its verb at *at*: "an MoU was signed between X and Y on tea"."""
    sentence = mention.sentence
    if sentence.low(at) == "between":
        return True
    return sentence.low(at) in {"on", "regarding", "concerning"} and sentence.low(mention.first - 1) in {"a", "an"}


def _date(reading: Reading, mention: Mention, verdict: Verdict) -> str | None:
    """Return when what the verb says was done or is to be; an instrument that is only named can carry its year."""
    sentence = mention.sentence
    if verdict.status == "existing":
        return _date_in_name(reading, mention)
    if verdict.group is None or verdict.status in _UNDATED:
        return None
    expression = expression_of(reading, sentence, verdict.group) or expression_after(reading, sentence, mention.last)
    if expression is None or is_in_name(sentence, expression, mention.last):
        return None
    if expression.until_year not in {None, expression.year}:
        return None  # "the roadmap for 2023-2025 was signed"
    if verdict.status == "to_be_signed":
        near = range(min(verdict.group.first, expression.first), expression.first)
        if any(sentence.units[index].has("occasion") for index in near):
            return None  # the date of the visit or the summit
    today = sentence.low(expression.first - 1) == "later"  # "was to be signed later Tuesday", on the day of the report
    return reading.date(sentence, expression, "past" if today else tense_of(verdict.group))


def _date_in_name(reading: Reading, mention: Mention) -> str | None:
    """Return the date that an instrument carries: "the 1987 treaty", "the Treaty of 1992", "dated 3 May 2004"."""
    sentence = mention.sentence
    for expression in reading.dates[sentence.index]:
        before = expression.year is not None and mention.first - 2 <= expression.last < mention.head
        after = sentence.low(expression.first - 1) in {"of", "dated"} and expression.first - 2 in {
            mention.head,
            mention.last,
        }
        if (before and sentence.cls(expression.first - 1) in "eDC'") or after:
            return reading.date(sentence, expression, "past")
    return None


def _ratifier(reading: Reading, sentence: Sentence, verdict: Verdict) -> str | None:
    """Return the one state that ratified: the subject of the verb, or the one after "by"."""
    group = verdict.group
    if verdict.status != "ratified" or group is None:
        return None
    if not group.passive:
        subject = subject_of(reading, sentence, group)
        own = subject is not None and subject.kind in {"states", "both", "person"}
        codes = subject.codes if subject is not None and own else _states_in(sentence, group.first - 6, group.first)
    else:
        by = next((n for n in range(group.head, group.head + 4) if sentence.low(n) == "by"), len(sentence.units))
        codes = _states_in(sentence, by + 1, by + 5)
    return codes[0] if len(codes) == 1 else None


def _states_in(sentence: Sentence, first: int, stop: int) -> tuple[str, ...]:
    """Return the states named between two units: "the Peruvian Senate", "the parliament of Ghana"."""
    places = (n for n in range(max(0, first), min(stop, len(sentence.units))) if sentence.classes[n] in "CD")
    return tuple(dict.fromkeys(code for n in places if (code := code_of(sentence.units[n]))))


def _name(reading: Reading, mention: Mention) -> str:
    """Return the name of an instrument: its noun and what it is on, without its letters and without its aim."""
    sentence = mention.sentence
    if mention.short:
        return reading.words_of(sentence, mention.first, mention.head)
    last = mention.last
    aim = next((n for n in range(mention.head + 2, last) if sentence.low(n) == "through"), None)
    last = aim - 1 if aim is not None else last
    if mention.insert is not None and mention.subject is not None:
        topic = reading.words_of(sentence, mention.insert + 1, mention.subject[1])
        return f"{reading.words_of(sentence, mention.first, mention.head)} {topic}"
    return reading.words_of(sentence, mention.first, last)


def _put(reading: Reading, draft: Draft) -> None:
    mention, sentence = draft.mention, draft.mention.sentence
    unsure = ["status"] if sentence.zone in {"headline", "summary", "caption"} else list(draft.verdict.unsure)
    if draft.verdict.rule != "agreement.denied" and is_rumoured(sentence, mention.first):
        unsure.append("status")
    mention = draft.named or mention
    sentence = mention.sentence
    reading.put(
        "agreement",
        draft.ranges,
        draft.verdict.rule,
        unsure=[*unsure, *draft.unsure],
        kind=mention.kind,
        name=_name(reading, mention),
        short=mention.short,
        parties=draft.parties,
        subject=reading.words_of(sentence, *mention.subject) if mention.subject else None,
        sectors=sectors_of(sentence, mention.first, mention.last),
        status=draft.verdict.status,
        date=draft.date,
        ratified_by=draft.ratified_by,
        history=draft.history,
        **({"stated_by": draft.verdict.said_by} if draft.verdict.said_by else {}),
    )
