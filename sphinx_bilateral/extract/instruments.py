"""Instruments: agreements by any name, each once for each status that the report gives it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sphinx_bilateral.extract.actors import subject_of
from sphinx_bilateral.extract.event_dates import date_of
from sphinx_bilateral.extract.instrument_mentions import Mention, find_instruments, tail_of
from sphinx_bilateral.extract.instrument_status import status_of
from sphinx_bilateral.extract.reading import Range, Reading
from sphinx_bilateral.extract.sectors import sectors_of
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence
from sphinx_bilateral.extract.verdict import Verdict

_LOOSE_KINDS = {"agreement", "deal", "pact"}
_MOST = 200  # instruments that a further one is compared with where it has no subject; no report names so many


@dataclass(slots=True)
class _Draft:
    """An instrument before repeats are left out.

    :param about: its subject in small letters; empty where it has none.
    """

    mention: Mention
    about: str
    verdict: Verdict
    ranges: list[Range]
    parties: tuple[str, ...]
    date: str | None
    ratified_by: str | None = None
    named: Mention | None = None


def read_instruments(reading: Reading) -> None:
    """Put down the instruments, each once for each status; a bare repeat of a named one is left out."""
    drafts: list[_Draft] = []
    earlier: list[Mention] = []
    for sentence in reading.having("instrument"):
        mentions = find_instruments(reading, sentence)
        for mention in mentions:
            antecedent = _antecedent(mention, earlier)
            earlier.append(mention)
            draft = _draft(reading, mention, mentions)
            if draft is not None:
                draft.named = antecedent or mention
                drafts.append(draft)
    for draft in _distinct(drafts):
        _put(reading, draft)


def _antecedent(mention: Mention, earlier: list[Mention]) -> Mention | None:
    """Return the named instrument that "the agreement" takes up: the last one within three sentences."""
    if not mention.definite or mention.subject is not None or mention.short or mention.kind not in _LOOSE_KINDS:
        return None
    for other in reversed(earlier):
        if mention.sentence.index - other.sentence.index > 3 or other.plural:
            return None
        if other.named and other.sentence.zone == mention.sentence.zone:
            return other
    return None


def _is_fact(reading: Reading, mention: Mention, status: str | None) -> bool:
    """Tell whether the mention says anything of an instrument between the parties."""
    head = mention.sentence.units[mention.head]
    if mention.kind == "declaration":
        return status in {"signed", "to_be_signed", "finalising"}
    if status == "existing":
        known = head.capital or mention.short or mention.parties
        foreign = mention.parties and not set(mention.parties) & set(reading.both)
        return bool(known and mention.named and not mention.plural and not foreign and not _bare(mention))
    if status == "concluded":
        # Headlines leave articles out, so there a bare noun is no sign of an understanding.
        return mention.named and (mention.sentence.zone == "headline" or not _is_bare_noun(mention))
    if status in {"signed", "in_force", "ratified", "to_be_signed"}:
        return True
    return mention.subject is not None or not head.has("vaguename")


def _is_bare_noun(mention: Mention) -> bool:
    """Tell whether "reached agreement on" names an understanding, not an instrument: no article, no name."""
    sentence = mention.sentence
    before = sentence.cls(mention.first - 1)
    return mention.head == mention.first and before not in "e#" and not sentence.units[mention.head].capital


def _bare(mention: Mention) -> bool:
    return mention.head == mention.first and not mention.parties and mention.kind in {*_LOOSE_KINDS, "plan", "contract"}


def _draft(reading: Reading, mention: Mention, mentions: list[Mention]) -> _Draft | None:
    sentence = mention.sentence
    verdict = status_of(reading, sentence, mention.first, mention.head, mention.last)
    if verdict.status == "none" or not _is_fact(reading, mention, verdict.status):
        return None
    if verdict.rule == "agreement.insert" and mention.subject is None:
        last, mention.subject, _ = tail_of(reading, sentence, verdict.last)
        if mention.subject is not None:
            mention.insert, mention.last = verdict.last, last
    parties = mention.parties
    if len(parties) < 2:
        subject = subject_of(reading, sentence, verdict.group) if verdict.group is not None else None
        told = tuple(dict.fromkeys((*(subject.codes if subject else ()), *parties)))
        parties = (
            told
            if len(told) >= 2
            else reading.both_in(sentence)
            if set(told) <= set(reading.both_in(sentence))
            else told
        )
    first = mention.first - (sentence.cls(mention.first - 1) == "e" or sentence.cls(mention.first - 1) == "#")
    begin, end = min(first, verdict.first), max(mention.last, verdict.last)
    ranges = [reading.range_of(sentence, max(begin, 0), end)]
    if any(other is not mention and begin <= other.head <= end for other in mentions):
        ranges = [reading.range_of(sentence, first, mention.last)]
        if verdict.last > mention.last:
            ranges.append(
                reading.range_of(sentence, verdict.group.first if verdict.group else verdict.last, verdict.last)
            )
        elif verdict.first < first:
            ranges.insert(0, reading.range_of(sentence, verdict.first, verdict.head))
    date = verdict.date
    if (
        date is None
        and verdict.group is not None
        and verdict.status not in {"existing", "to_be_signed", "finalising", "under_negotiation", "proposed"}
    ):
        date = date_of(reading, sentence, verdict.group)
    about = reading.words_of(sentence, *mention.subject).lower() if mention.subject else ""
    return _Draft(mention, about, verdict, ranges, parties, date, _ratifier(reading, sentence, verdict))


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


def _distinct(drafts: list[_Draft]) -> list[_Draft]:
    """Leave out what repeats another draft: the same instrument with the same status, or a bare reference to it."""
    kept: list[_Draft] = []
    named: defaultdict[tuple[str, str], list[int]] = defaultdict(
        list
    )  # places in *kept*, by kind and subject, or letters
    for draft in sorted(
        drafts,
        key=lambda item: (
            item.verdict.status == "existing",
            not item.mention.named,
            item.mention.sentence.zone != "body",
        ),
    ):
        names = [(draft.mention.kind, draft.about), *([("", draft.mention.short)] if draft.mention.short else [])]
        alike = sorted({place for name in names for place in named[name][:_MOST]})
        others = [kept[place] for place in alike] if draft.mention.subject is not None else kept[:_MOST]
        same = next((other for other in others if _repeats(draft, other)), None)
        if same is None:
            for name in names:
                named[name].append(len(kept))
            kept.append(draft)
        elif draft.date and not same.date and draft.verdict.status == same.verdict.status:
            same.date = draft.date  # the repeat says when: it is evidence too
            same.ranges += draft.ranges
    return sorted(kept, key=lambda item: item.ranges[0])


def _repeats(draft: _Draft, other: _Draft) -> bool:
    one, two = draft.mention, other.mention
    if one.sentence.zone != two.sentence.zone and "headline" in {one.sentence.zone, two.sentence.zone}:
        return False
    if draft.verdict.status not in {"existing", other.verdict.status}:
        return False
    if draft.date and other.date and draft.date != other.date:
        return False
    if one.sentence is two.sentence and one.head != two.head and not one.definite:
        return False
    if one.short and one.short == two.short:
        return True
    if one.subject is None and (one.kind == two.kind or one.kind in {"agreement", "deal", "pact"}):
        return one.kind == two.kind or (one.definite and not (draft.date and not other.date))
    return draft.about == other.about and one.kind == two.kind


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


def _put(reading: Reading, draft: _Draft) -> None:
    mention, sentence = draft.mention, draft.mention.sentence
    unsure = ["status"] if sentence.zone in {"headline", "summary", "caption"} else list(draft.verdict.unsure)
    if any(sentence.units[index].tags.get("standing") == "rumoured" for index in range(mention.first)):
        unsure.append("status")
    mention = draft.named or mention
    sentence = mention.sentence
    reading.put(
        "agreement",
        draft.ranges,
        draft.verdict.rule,
        unsure=unsure,
        kind=mention.kind,
        name=_name(reading, mention),
        short=mention.short,
        parties=draft.parties,
        subject=reading.words_of(sentence, *mention.subject) if mention.subject else None,
        sectors=sectors_of(sentence, mention.first, mention.last),
        status=draft.verdict.status,
        date=draft.date,
        ratified_by=draft.ratified_by,
    )
