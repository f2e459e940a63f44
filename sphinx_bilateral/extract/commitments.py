"""Commitments: what a side undertook to do, one fact for each action."""

from __future__ import annotations

from sphinx_bilateral.extract.actors import subject_of
from sphinx_bilateral.extract.clauses import (
    clause_end,
    clause_start,
    conjuncts,
    finite_before,
    last_word,
    list_end,
    verb_group,
)
from sphinx_bilateral.extract.event_dates import due_of
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.sectors import is_boilerplate, sectors_of
from sphinx_bilateral.extract.standing import clause_standing, gerund_standing, has_condition
from sphinx_bilateral.extract.undertakings import Head, find_heads, skip_adverbs
from sphinx_bilateral.extract.units import Sentence
from sphinx_bilateral.extract.wording import wording


def read_commitments(reading: Reading) -> None:
    """Put down the commitments of the body; those of headlines and summaries stay unsettled."""
    for sentence in reading.sentences:
        taken: set[int] = set()
        for index in sentence.places("commit", "modal", "agreenoun", "voicing"):
            if index in taken:
                continue
            for head in find_heads(sentence, index):
                if _put(reading, sentence, head):
                    stop = clause_end(sentence, head.start) if "that" in head.rule else head.start + 1
                    taken.update(range(head.group.first, stop))
                break
        if sentence.lead is not None:
            _bullet(reading, sentence, sentence.lead)


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


def _put(reading: Reading, sentence: Sentence, head: Head) -> bool:
    actor = _actor(reading, sentence, head)
    if head.strength == "will" and (actor is None or actor.kind not in {"states", "both", "person"}):
        return False
    if (
        head.strength == "will"
        and actor is not None
        and actor.kind == "person"
        and not (sentence.units[head.group.first].low == "will" or head.group.modal is None)
    ):
        return False
    standing = clause_standing(sentence, head.group)
    if standing in {"denied", "open"} or (
        head.group.mood == "gerund" and gerund_standing(sentence, head.group.first) == "denied"
    ):
        return False
    codes = (head.owner,) if head.owner else actor.codes if actor else ()
    end = clause_end(sentence, head.start) if head.form == "n" else list_end(sentence, head.start)
    if end <= head.start:
        return False
    if head.rule == "commitment.reached-on":
        items = _parted(sentence, head.start)
    elif head.form == "n":
        items = [(head.start, last_word(sentence, head.start, end - 1))]
    else:
        items = conjuncts(sentence, head.start, end, head.form)
    first = (
        actor.first
        if actor is not None
        and actor.first <= head.group.first
        and clause_start(sentence, head.group.first) <= actor.first
        else head.group.first
    )
    if head.rule == "commitment.nominal":
        first = head.group.first
    conditional = has_condition(sentence) or _given_up(sentence, head.group.head)
    for number, (start, last) in enumerate(items):
        spans = _spans(reading, sentence, first, head, (start, last), number)
        unsure = [] if sentence.zone == "body" and standing == "done" and not conditional else ["status"]
        due = due_of(reading, sentence, start, last)
        reading.put(
            "commitment",
            spans,
            head.rule,
            unsure=unsure,
            actors=codes,
            strength=head.strength,
            action=wording(reading, sentence, start, last),
            sectors=sectors_of(sentence, start, last) or sectors_of(sentence, 0, first - 1),
            status="open",
            due=due,
            boilerplate=is_boilerplate(sentence, start, last),
        )
    return True


def _given_up(sentence: Sentence, at: int) -> bool:
    """Tell whether the sentence goes on to say that it was given up: "agreed to build, but later dropped the plan"."""
    but = next((n for n in range(at, len(sentence.units)) if sentence.low(n) == "but"), None)
    return but is not None and any(
        sentence.units[n].tags["standing"] in {"deferring", "refusing"} for n in sentence.places("standing") if n > but
    )


def _parted(sentence: Sentence, start: int) -> list[tuple[int, int]]:
    """Return the items of "on A; on B; and on C" from *start*."""
    items: list[tuple[int, int]] = []
    while start < len(sentence.units):
        end = max(clause_end(sentence, start), start + 1)
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
    if head.rule == "commitment.nominal":
        return Actor(first, first, "both", reading.both_in(sentence))
    actor = subject_of(reading, sentence, head.group)
    if (
        head.group.passive
        and head.strength in {"agreed", "decided", "resolved"}
        and (sentence.low(first - 1) == "it" or (actor is not None and actor.kind == "pronoun"))
    ):
        return Actor(max(first - 1, 0), first, "both", reading.both_in(sentence))
    if actor is not None and actor.kind == "pronoun" and actor.codes == ():
        return None
    return actor
