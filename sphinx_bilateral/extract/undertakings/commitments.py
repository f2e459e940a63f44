"""Commitments: what a side undertook to do, one fact for each action."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.actors.pronouns import resolved
from sphinx_bilateral.extract.actors.voices import is_reported, voice_of
from sphinx_bilateral.extract.grammar.action_lists import conjuncts, list_end, trimmed
from sphinx_bilateral.extract.grammar.clauses import (
    clause_end,
    clause_start,
    finite_before,
    last_word,
    verb_group,
)
from sphinx_bilateral.extract.grammar.deadlines import due_of
from sphinx_bilateral.extract.grammar.denials import denier_of
from sphinx_bilateral.extract.grammar.standing import clause_standing, gerund_standing, has_condition
from sphinx_bilateral.extract.grammar.wording import wording
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.undertakings.future import future_heads
from sphinx_bilateral.extract.undertakings.noun_undertakings import given_word, held_commitment, nominal
from sphinx_bilateral.extract.undertakings.orders import ordered
from sphinx_bilateral.extract.undertakings.undertakings import Head, skip_adverbs, verb_heads
from sphinx_bilateral.extract.words.sectors import is_boilerplate, sectors_of
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_PUTTING_OFF = frozenset({"postpone", "reschedule", "delay", "defer", "put_off", "cancel", "scrap", "rule_out"})


def read_commitments(reading: Reading) -> None:
    """Put down the commitments of the body; those of headlines and summaries stay unsettled."""
    for sentence in reading.sentences:
        taken: set[int] = set()
        for index in sentence.places("commit", "modal", "be", "agreenoun", "voicing", "undertaking", "ordering"):
            if index in taken:
                continue
            for head in _heads(sentence, index):
                last = _put(reading, sentence, head)
                taken.update(range(head.group.first, (last if "that" in head.rule else min(last, head.start)) + 1))
                break
        if sentence.lead is not None:
            _bullet(reading, sentence, sentence.lead)


def _heads(sentence: Sentence, at: int) -> Iterator[Head]:
    """Yield the undertakings whose verb, modal or noun stands at *at*."""
    unit = sentence.units[at]
    if unit.has("agreenoun"):
        yield from nominal(sentence, at)
    if unit.has("undertaking"):
        yield from given_word(sentence, at)
    if unit.has("ordering") and unit.cls == "V":
        yield from ordered(sentence, at)
    if unit.cls in "XE":
        yield from future_heads(sentence, at)
    if unit.cls == "V" and (unit.has("commit") or unit.has("voicing")):
        yield from held_commitment(sentence, at)
        if unit.has("commit"):
            yield from verb_heads(sentence, at)


def _bullet(reading: Reading, sentence: Sentence, lead: Sentence) -> None:
    """Put down a bullet under a lead such as "The two sides agreed:" or "They decided to:"."""
    for index in range(len(lead.units) - 1, -1, -1):
        strength = lead.units[index].tags.get("commit")
        if lead.classes[index] != "V" or strength is None:
            continue
        group = verb_group(lead, index)
        actor = subject_of(reading, lead, group) if group is not None else None
        if group is None or group.negated or "V" in lead.classes[index + 1 :]:
            return
        start = skip_adverbs(sentence, int(sentence.classes[0] == "o"))
        if sentence.cls(start) not in "VSA" or not set("bg") & set(sentence.units[start].tags.get("form", "")):
            return
        last = last_word(sentence, start, len(sentence.units) - 1)
        head = min(actor.first, group.first) if actor is not None else group.first
        reading.put(
            "commitment",
            [
                reading.range_of(lead, head, last_word(lead, index, len(lead.units) - 1)),
                reading.range_of(sentence, start, last),
            ],
            "commitment.bullet",
            actors=actor.codes if actor is not None else reading.both_in(sentence) if group.passive else (),
            strength=strength,
            action=wording(reading, sentence, start, last),
            sectors=sectors_of(sentence, start, last),
            due=due_of(reading, sentence, start, last),
            boilerplate=is_boilerplate(sentence, start, last),
        )
        return


def _put(reading: Reading, sentence: Sentence, head: Head) -> int:
    """Put down what *head* undertakes, one fact for each action; return the last unit it took, or -1."""
    denier = denier_of(sentence, head.group.first) if not head.group.negated else None
    actor = _actor(reading, sentence, head) or (_who_denies(reading, sentence, denier) if denier is not None else None)
    if head.rule.startswith("commitment.will") and (actor is None or not _can_promise(sentence, head, actor)):
        return -1
    standing = clause_standing(sentence, head.group)
    denied = standing == "denied" and denier is not None
    if (standing in {"denied", "open"} and not denied) or (
        head.group.mood == "gerund" and gerund_standing(sentence, head.group.first) == "denied"
    ):
        return -1
    items = [item for item in _items(sentence, head) if not _puts_off_meeting(sentence, *item)]
    if not items:
        return -1
    first = head.group.first
    if actor is not None and head.rule != "commitment.nominal" and actor.first <= first:
        first = actor.first if clause_start(sentence, first) <= actor.first else first
    codes = (head.owner,) if head.owner else actor.codes if actor else ()
    if head.rule == "commitment.ordered" and len(codes) < 2:
        return -1  # what one side tells its own people
    if len(codes) < 2:
        items = [item for item in items if not _is_coercion(sentence, *item)]
        if not items:
            return -1
    sure = (
        sentence.zone == "body"
        and standing == "done"
        and not has_condition(sentence)
        and not _given_up(sentence, head.group.head)
        and not (head.rule == "commitment.noun-support" and head.strength == "reaffirmed")  # backing, no act
        and not _hearsay(reading, sentence, head, codes)
    )
    for number, (start, last) in enumerate(items):
        reading.put(
            "commitment",
            _spans(reading, sentence, first, head, (start, last), number),
            head.rule,
            unsure=[] if sure else ["status"],
            actors=codes,
            strength=head.strength,
            action=wording(reading, sentence, start - _is_quoted(sentence, start, last), last),
            sectors=sectors_of(sentence, start, last) or sectors_of(sentence, 0, first - 1),
            status="denied" if denied else "open",
            due=due_of(reading, sentence, start, last),
            boilerplate=is_boilerplate(sentence, start, last),
        )
    return items[-1][1]


def _puts_off_meeting(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the act is done as it is agreed: "agreed to postpone the session" leaves nothing to be done."""
    off = sentence.units[first].tags.get("verb") in _PUTTING_OFF
    return off and any(unit.has("session") or unit.has("body") for unit in sentence.units[first : last + 1])


def _who_denies(reading: Reading, sentence: Sentence, denier: int) -> Actor | None:
    """Return who denies it, whom "it" stands for after "denied that"."""
    group = verb_group(sentence, denier) if sentence.classes[denier] == "V" else None
    return subject_of(reading, sentence, group) if group is not None and group.mood == "finite" else None


def _is_quoted(sentence: Sentence, start: int, last: int) -> bool:
    """Tell whether an action starts in a quotation that ends inside it: its words are told with both marks."""
    return sentence.cls(start - 1) == '"' and '"' in sentence.classes[start : last + 1]


def _items(sentence: Sentence, head: Head) -> list[tuple[int, int]]:
    """Return first and last index of each action that *head* takes."""
    if head.verb is not None:
        end = list_end(sentence, head.verb)
        items = conjuncts(sentence, head.verb, end, "b")
        return [(head.start, items[0][1]), *items[1:], *_further_clauses(sentence, end)]
    end = clause_end(sentence, head.start) if head.form == "n" else list_end(sentence, head.start, head.form)
    if end <= head.start:
        return []
    if head.rule == "commitment.reached-on":
        parts = _parted(sentence, head.start, gerunds=head.form == "g")
        if head.form == "n":
            return parts
        return [item for first, last in parts for item in conjuncts(sentence, first, last + 1, "g")]
    if head.form == "n":
        return [(head.start, trimmed(sentence, head.start, last_word(sentence, head.start, end - 1)))]
    return conjuncts(sentence, head.start, end, head.form)


def _further_clauses(sentence: Sentence, end: int) -> list[tuple[int, int]]:
    """Return the clauses of "agreed that …, and that X would" after the first."""
    found: list[tuple[int, int]] = []
    while True:
        end += sentence.cls(end) == ","
        if sentence.classes[end : end + 2] != "ah":
            return found
        modal = sentence.classes.find("X", end, end + 16)
        if modal < 0 or sentence.cls(modal + 1) not in "Vv":
            return found
        start, end = end + 2, list_end(sentence, modal + 1)
        found.append((start, last_word(sentence, start, end - 1)))


def _can_promise(sentence: Sentence, head: Head, actor: Actor) -> bool:
    """Tell whether the subject of "will" is one whose future act is an undertaking, not a forecast."""
    if actor.kind in {"person", "office"}:
        if head.form == "b" and sentence.units[head.start].has("nodeed"):
            return False
        return sentence.units[head.group.first].low == "will" or head.group.modal is None
    return actor.kind in {"states", "both"}


def _is_coercion(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the act of one side is a measure of force, which undertakes nothing: "will extend the curfew"."""
    return sentence.units[first].has("forceful") and any(
        sentence.units[index].has("coercion") for index in range(first, last + 1)
    )


def _hearsay(reading: Reading, sentence: Sentence, head: Head, codes: tuple[str, ...]) -> bool:
    """Tell whether only the other side says so, or nobody is told to have said what "would" be done."""
    future = head.rule.startswith("commitment.will")
    voice = voice_of(reading, sentence, head.group.first, closing=future)
    if voice is not None and len(voice.codes) == 1 and codes and voice.codes[0] not in codes:
        return True
    return future and sentence.units[head.group.first].low == "would" and not is_reported(reading, sentence)


def _given_up(sentence: Sentence, at: int) -> bool:
    """Tell whether the sentence goes on to say that it was given up: "agreed to build, but later dropped the plan"."""
    but = next((n for n in range(at, len(sentence.units)) if sentence.low(n) == "but"), None)
    if but is None:
        return False
    ending = sentence.classes[but:].rstrip('."')  # "but never did", "but has not"
    return ("!" in ending and ending[-1] in "!Z") or any(
        sentence.units[n].tags["standing"] in {"deferring", "refusing"} for n in sentence.places("standing") if n > but
    )


def _parted(sentence: Sentence, start: int, *, gerunds: bool = False) -> list[tuple[int, int]]:
    """Return the items of "on A; on B; and on C" from *start*."""
    items: list[tuple[int, int]] = []
    while start < len(sentence.units):
        end = max(clause_end(sentence, start, gerunds=gerunds), start + 1)
        items.append((start, last_word(sentence, start, end - 1)))
        while end < len(sentence.units) and sentence.classes[end] in ",av":
            end += 1
        if sentence.cls(end) != ";":
            break
        start = end + 1
        while start < len(sentence.units) and (sentence.classes[start] in "av" or sentence.low(start) == "on"):
            start += 1
    return items


def _spans(
    reading: Reading, sentence: Sentence, first: int, head: Head, item: tuple[int, int], number: int
) -> list[Range]:
    shared = first < head.group.first and finite_before(sentence, head.group.first, first) is not None
    if number == 0 and shared:
        return [reading.range_of(sentence, head.group.first, item[1])]
    if number == 0:
        return [reading.range_of(sentence, first, item[1])]
    return [reading.range_of(sentence, first, head.last), reading.range_of(sentence, *item)]


def _actor(reading: Reading, sentence: Sentence, head: Head) -> Actor | None:
    first = head.group.first
    both = reading.both_in(sentence)
    if head.rule in {"commitment.nominal", "commitment.was-reached"}:
        return Actor(first, first, "both", both)
    actor = subject_of(reading, sentence, head.group)
    if actor is None and sentence.lead is not None and head.group.first <= 1:
        return _of_lead(reading, sentence.lead, first)
    if (
        head.group.passive
        and head.strength in {"agreed", "decided", "resolved"}
        and (sentence.low(first - 1) == "it" or (actor is not None and actor.kind == "pronoun"))
    ):
        return Actor(max(first - 1, 0), first, "both", both)
    if actor is not None and actor.kind == "pronoun" and actor.codes == ():
        return _giver(reading, sentence, head, actor)
    return _with_partner(reading, sentence, head, actor) if actor is not None else None


def _of_lead(reading: Reading, lead: Sentence, first: int) -> Actor | None:
    """Return who acts in a bullet that starts with its verb: "The ministers:" and under it "agreed to open"."""
    actors = reading.actors[lead.index]
    if len(actors) != 1 or "V" in lead.classes:
        return None
    return Actor(first, first, actors[0].kind, resolved(reading, lead, actors[0]).codes)


def _giver(reading: Reading, sentence: Sentence, head: Head, actor: Actor) -> Actor | None:
    """Return the speaker's side for "we will give Y": "we" are not both where the other is named as who receives."""
    quotation = reading.quoted(sentence.units[head.group.first].start)
    side = quotation.speaker.side if quotation is not None and quotation.speaker is not None else None
    other = reading.other(side)
    units = sentence.units[head.start : clause_end(sentence, head.start)]
    named = {code_of(unit) for unit in units}
    if other is None or sentence.low(actor.first) != "we" or other not in named or side in named:
        return None
    return Actor(actor.first, actor.last, "states", (side,)) if side else None


def _with_partner(reading: Reading, sentence: Sentence, head: Head, actor: Actor) -> Actor:
    """Return both sides of "X agreed with Y to": one does not agree alone."""
    if len(actor.codes) != 1 or head.strength not in {"agreed", "decided", "resolved"}:
        return actor
    for other in reading.actors[sentence.index]:
        before = other.first - 1 - (sentence.cls(other.first - 1) in "ev")
        if head.group.head < other.first < head.start and sentence.low(before) == "with" and len(other.codes) == 1:
            return Actor(actor.first, actor.last, actor.kind, tuple(dict.fromkeys((*actor.codes, *other.codes))))
    return actor
