"""Instruments: agreements by any name, where they stand in a sentence and what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.actors import subject_of
from sphinx_bilateral.extract.event_dates import date_of
from sphinx_bilateral.extract.instrument_status import Verdict, status_of
from sphinx_bilateral.extract.reading import Range, Reading
from sphinx_bilateral.extract.sectors import sectors_of
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence

_LOOSE_KINDS = {"agreement", "deal", "pact"}
_HEARSAY = {"reports", "rumours", "rumors", "speculation", "allegations", "claims", "if", "whether"}


@dataclass(slots=True)
class Mention:
    """An instrument in a sentence.

    :param first: index of the first unit of its name, *head* of its noun, *last* of the last.
    :param insert: index of the last unit of "signed last year" between the noun and what it is on, or ``None``.
    """

    sentence: Sentence
    first: int
    head: int
    last: int
    kind: str
    short: str | None
    parties: tuple[str, ...]
    subject: tuple[int, int] | None
    plural: bool
    definite: bool
    insert: int | None = None

    @property
    def named(self) -> bool:
        """Tell whether it has a name of its own, and is not only "the agreement"."""
        return (
            self.subject is not None or self.short is not None or self.head - self.first >= 1 or len(self.parties) >= 2
        )


def find_instruments(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the instruments that *sentence* names, in order."""
    found: list[Mention] = []
    for index in sentence.places("instrument"):
        unit = sentence.units[index]
        if found and index <= found[-1].last and not _own_phrase(sentence, index):
            continue
        if index and unit.glued and sentence.cls(index - 1) == "-" and not unit.capital:
            continue
        if (
            sentence.cls(index + 1) == "o"
            and not unit.capital
            and unit.has("loosename")
            and sentence.cls(index + 2) == "V"
            and unit.tags["instrument"] == "agreement"
        ):
            continue
        found.append(_mention(reading, sentence, index))
    return found


def _own_phrase(sentence: Sentence, at: int) -> bool:
    return sentence.cls(at - 1) == "e" and sentence.low(at - 1) in {"a", "an"}


def _names_it(sentence: Sentence, at: int, head: int) -> bool:
    """Tell whether the unit at *at* belongs to the name of the instrument whose noun stands at *head*."""
    unit, letter, before = sentence.units[at], sentence.classes[at], sentence.cls(at - 1)
    if letter in "-S" or unit.has("generic"):
        return True
    if unit.capital:
        return letter == "N" or (letter in "TYVLOsA" and sentence.units[head].capital and at > 0)
    if letter == "l":
        return before in "eCDSl#"
    return letter == "a" and before == "S" and sentence.cls(at + 1) == "S"


def _mention(reading: Reading, sentence: Sentence, at: int) -> Mention:
    first = at
    codes: list[str] = []
    while first > 0 and at - first < 12:
        unit, letter = sentence.units[first - 1], sentence.classes[first - 1]
        if letter in "CD":
            codes.insert(0, code_of(unit) or "")
        elif not _names_it(sentence, first - 1, at):
            break
        first -= 1
    while first < at and sentence.classes[first] in "-'":
        first += 1
    short = None
    last = at
    if sentence.cls(at + 1) == "(" and sentence.cls(at + 3) == ")":
        short, last = sentence.units[at + 2].text, at + 3
    last, subject, more = _tail(reading, sentence, last)
    parties = tuple(dict.fromkeys([code for code in codes if code] + more))
    low = sentence.low(at)
    plural = (low.endswith("s") and low != "mou's") or low.startswith(("memoranda", "memorandums"))
    definite = sentence.low(first - 1) in {"the", "this", "that", "these", "its", "their"}
    return Mention(
        sentence, first, at, last, sentence.units[at].tags["instrument"], short, parties, subject, plural, definite
    )


def _tail(reading: Reading, sentence: Sentence, last: int) -> tuple[int, tuple[int, int] | None, list[str]]:
    """Read what follows the noun: the parties it is between, and its subject up to the border of the clause."""
    codes: list[str] = []
    subject: tuple[int, int] | None = None
    index = last + 1
    for _ in range(3):
        word = sentence.low(index)
        if word in {"between", "with"}:
            stop = index + 1
            named: list[str] = []
            while _inside_parties(sentence, stop, named=bool(named)):
                if sentence.classes[stop] in "CD":
                    named.append(code_of(sentence.units[stop]) or "")
                if sentence.classes[stop] == "B":
                    named += reading.both
                stop += 1
            while stop > index + 1 and sentence.cls(stop - 1) in "aefp":
                stop -= 1
            if stop == index + 1:
                break
            codes += named
            if word == "between" or named:
                last, index = stop - 1, stop
                continue
            break
        if (
            word in {"on", "for", "in", "to", "of", "regarding", "concerning", "covering", "about"}
            and not (word == "in" and sentence.cls(index + 1) in "mK#C")
            and subject is None
        ):
            stop = _subject_end(sentence, index + 1)
            if stop > index + 1 and not (word in {"on", "in"} and sentence.cls(index + 1) in "mwt#"):
                subject = (index + 1, stop - 1)
                last, index = stop - 1, stop
                continue
        break
    return last, subject, [code for code in codes if code]


def _inside_parties(sentence: Sentence, at: int, *, named: bool) -> bool:
    """Tell whether the list of parties after "between" goes on at *at*; bodies of the parties have long names."""
    letter = sentence.cls(at)
    if letter == "p":
        return (
            named and sentence.low(at) in {"for", "in"} and sentence.units[min(at + 1, len(sentence.units) - 1)].capital
        )
    return letter in "CDeafBGNn'" or (letter in "SYTMLl" and sentence.units[at].capital)


def _subject_end(sentence: Sentence, at: int) -> int:
    """Return the index after the subject of an instrument: a border of clauses, a date, a finite verb, a sibling."""
    index = at
    while index < len(sentence.units) and index - at < 40:
        unit, letter = sentence.units[index], sentence.classes[index]
        if letter in ';."hqcEXZwtB' or (letter == "m" and not unit.has("verb")):
            break
        if letter == "V" and _finite(sentence, index):
            break
        if letter == "," and any(
            sentence.units[n].has("report") for n in range(index, min(index + 4, len(sentence.units)))
        ):
            break
        if letter == "," and sentence.cls(index + 1) in "acqVepvNTBCHb" and not _list_goes_on(sentence, index):
            break
        if letter == "a" and _sibling(sentence, index + 1):
            break
        if (
            letter == "p"
            and unit.low in {"during", "after", "before", "by", "at", "under", "as", "following", "until"}
            and index > at
        ):
            break
        if (
            letter == "p"
            and unit.low in {"in", "on"}
            and sentence.cls(index + 1) in "mK#CewO"
            and index > at
            and sentence.cls(index + 2) != "S"
        ):
            break
        index += 1
    while index > at and sentence.classes[index - 1] in ",aepfo-v(":
        index -= 1
    return index


def _finite(sentence: Sentence, at: int) -> bool:
    form = sentence.units[at].tags.get("form", "")
    return ("d" in form or "n" in form or "s" in form) and not sentence.units[at].has("sector")


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Tell whether a list of fields goes on after the comma: "agriculture, trade and health"."""
    probe = comma + 1
    if sentence.cls(probe) == "a":
        probe += 1
    return sentence.cls(probe) == "S" or (sentence.cls(probe) == "l" and sentence.cls(probe + 1) in "a,S.")


def _sibling(sentence: Sentence, at: int) -> bool:
    """Tell whether another instrument or a verb starts at *at*."""
    while sentence.cls(at) == "v":
        at += 1
    if sentence.cls(at) == "V" or sentence.units[min(at, len(sentence.units) - 1)].has("instrument"):
        return True
    if sentence.cls(at) == "l":
        return sentence.low(at).endswith("ed") and sentence.cls(at + 1) in "eCDKb"
    return sentence.cls(at) == "e" and any(
        sentence.units[index].has("instrument") or sentence.cls(index) == "V"
        for index in range(at, min(at + 8, len(sentence.units)))
    )


@dataclass(slots=True)
class _Draft:
    mention: Mention
    verdict: Verdict
    ranges: list[Range]
    parties: tuple[str, ...]
    date: str | None
    named: Mention | None = None


def read_instruments(reading: Reading) -> None:
    """Put down the instruments, each once for each status; a bare repeat of a named one is left out."""
    drafts: list[_Draft] = []
    earlier: list[Mention] = []
    for sentence in reading.sentences:
        mentions = find_instruments(reading, sentence)
        for mention in mentions:
            antecedent = _antecedent(mention, earlier)
            earlier.append(mention)
            draft = _draft(reading, mention, mentions)
            if draft is not None:
                draft.named = antecedent or mention
                drafts.append(draft)
    for draft in _distinct(reading, drafts):
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


def _is_fact(reading: Reading, mention: Mention, status: str) -> bool:
    """Tell whether the mention says anything of an instrument between the parties."""
    head = mention.sentence.units[mention.head]
    if mention.kind == "declaration":
        return status in {"signed", "to_be_signed", "finalising"}
    if status == "existing":
        known = head.capital or mention.short or mention.parties
        foreign = mention.parties and not set(mention.parties) & set(reading.both)
        return bool(known and mention.named and not mention.plural and not foreign and not _bare(mention))
    if status == "concluded":
        return mention.named
    if status in {"signed", "in_force", "ratified", "to_be_signed"}:
        return True
    return mention.subject is not None or not head.has("vaguename")


def _bare(mention: Mention) -> bool:
    return mention.head == mention.first and not mention.parties and mention.kind in {*_LOOSE_KINDS, "plan", "contract"}


def _draft(reading: Reading, mention: Mention, mentions: list[Mention]) -> _Draft | None:
    sentence = mention.sentence
    verdict = status_of(reading, sentence, mention.first, mention.head, mention.last)
    if verdict.status == "none" or not _is_fact(reading, mention, verdict.status):
        return None
    if verdict.rule == "agreement.insert" and mention.subject is None:
        last, mention.subject, _ = _tail(reading, sentence, verdict.last)
        if mention.subject is not None:
            mention.insert, mention.last = verdict.last, last
    parties = mention.parties
    if len(parties) < 2:
        subject = subject_of(reading, sentence, verdict.group) if verdict.group is not None else None
        told = tuple(dict.fromkeys((*(subject.codes if subject else ()), *parties)))
        parties = told if len(told) >= 2 else reading.both if set(told) <= set(reading.both) else told
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
    return _Draft(mention, verdict, ranges, parties, date)


def _distinct(reading: Reading, drafts: list[_Draft]) -> list[_Draft]:
    """Leave out what repeats another draft: the same instrument with the same status, or a bare reference to it."""
    kept: list[_Draft] = []
    for draft in sorted(
        drafts,
        key=lambda item: (
            item.verdict.status == "existing",
            not item.mention.named,
            item.mention.sentence.zone != "body",
        ),
    ):
        if not any(_repeats(reading, draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda item: item.ranges[0])


def _repeats(reading: Reading, draft: _Draft, other: _Draft) -> bool:
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
    return _about(reading, one) == _about(reading, two) and one.kind == two.kind


def _about(reading: Reading, mention: Mention) -> str:
    return reading.words_of(mention.sentence, *mention.subject).lower() if mention.subject else ""


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
    if any(sentence.low(index) in _HEARSAY for index in range(mention.first)):
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
    )


def capitalised(sentence: Sentence, first: int, last: int) -> Iterator[int]:
    """Yield the indexes of capitalised units."""
    return (index for index in range(first, last + 1) if sentence.units[index].capital)
