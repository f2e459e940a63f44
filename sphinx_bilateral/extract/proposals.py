"""Proposals: invitations, suggestions, offers, requests. One side's word, and not an acceptance."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors import resolved, subject_of
from sphinx_bilateral.extract.clauses import (
    VerbGroup,
    clause_end,
    clause_start,
    conjuncts,
    finite_before,
    last_word,
    verb_group,
)
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.sectors import sectors_of
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence
from sphinx_bilateral.extract.wording import wording

_CONTENT = frozenset("oVehSlAMGvBCD")  # what "proposed" takes: "to", a gerund, a noun phrase, "that"


def read_proposals(reading: Reading) -> None:
    """Put down the proposals of the body."""
    for sentence in reading.body("propose", "modal"):
        for index in sentence.places("propose"):
            unit = sentence.units[index]
            if unit.cls == "V" and (group := _group(sentence, index)) is not None:
                _read(reading, sentence, group, unit.tags["propose"])
        for index in sentence.places("modal"):
            _ought(reading, sentence, index)


def _group(sentence: Sentence, at: int) -> VerbGroup | None:
    group = verb_group(sentence, at)
    if (
        group is None
        or group.negated
        or group.mood in {"infinitive", "gerund"}
        or group.modal in {"would", "may", "should"}
    ):
        return None
    return group


def _read(reading: Reading, sentence: Sentence, group: VerbGroup, sub: str) -> None:
    lemma = sentence.units[group.head].tags["verb"]
    reduced = (
        not group.passive and sub == "invitation" and sentence.cls(group.head + 1) in "op" and group.first == group.head
    )
    if group.passive or reduced:
        if sub == "invitation":
            _invited(reading, sentence, group)
        return
    actor = subject_of(reading, sentence, group)
    if actor is None:
        return
    following = sentence.cls(group.head + 1)
    if lemma in {"call", "appeal"}:
        word = sentence.low(group.head + 1)
        if word in {"on", "for", "upon"}:
            _put(reading, sentence, group, "request", actor, group.head + 2, addressed=word != "for")
    elif lemma in {"ask", "request", "urge"} and following == "h":
        _put(reading, sentence, group, sub, actor, group.head + 1, addressed=False)
    elif lemma in {"ask", "request", "urge", "invite"}:
        _put(reading, sentence, group, sub, actor, group.head + 1, addressed=True)
    elif (lemma == "offer" and following in "oeSlC") or (
        lemma in {"suggest", "recommend", "propose"} and following in _CONTENT and _is_proposal(sentence, group, lemma)
    ):
        _put(reading, sentence, group, sub, actor, group.head + 1, addressed=False)


def _ought(reading: Reading, sentence: Sentence, at: int) -> None:
    """Read "X said the two countries should meet": what one side says is to be done."""
    if sentence.low(at) not in {"should", "ought"}:
        return
    verb = next((n for n in range(at + 1, at + 4) if sentence.cls(n) == "V"), None)
    group = verb_group(sentence, verb) if verb is not None else None
    subject = subject_of(reading, sentence, group) if group is not None else None
    if group is None or verb is None or subject is None:
        return
    if group.perfect or group.passive or group.negated:
        return
    speaker = _speaker(reading, sentence, subject.first)
    if subject.kind not in {"both", "states"} or speaker is None or not speaker.codes:
        return
    last = last_word(sentence, verb, clause_end(sentence, verb + 1) - 1)
    first = speaker.first if speaker.first < group.first else subject.first
    reading.put(
        "proposal",
        [reading.range_of(sentence, first, last)],
        "proposal.should",
        sub="proposal",
        by=speaker.codes,
        to=tuple(code for code in subject.codes if code not in speaker.codes) if subject.kind == "states" else (),
        what=wording(reading, sentence, verb, last),
        sectors=sectors_of(sentence, verb, last),
    )


def _speaker(reading: Reading, sentence: Sentence, before: int) -> Actor | None:
    """Return who says the clause that starts at *before*: one side, by a verb of saying around it or a quotation."""
    said = finite_before(sentence, before - (sentence.cls(before - 1) == "h"))
    if said is not None and "report" in sentence.units[said].tags and (group := verb_group(sentence, said)):
        actor = subject_of(reading, sentence, group)
        return actor if actor is not None and len(actor.codes) == 1 else None
    quotation = reading.quoted(sentence.units[before].start)
    side = quotation.speaker.side if quotation is not None and quotation.speaker is not None else None
    return Actor(before, before, "person", (side,)) if side else None


def _is_proposal(sentence: Sentence, group: VerbGroup, lemma: str) -> bool:
    """Tell whether "suggested that" goes on with what should be done, not with what may be the case."""
    return sentence.cls(group.head + 1) != "h" or lemma != "suggest" or _should(sentence, group.head + 2)


def _should(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause from *at* says what is to be done: "should", "could", or a verb in its base form."""
    for index in range(at, min(at + 14, len(sentence.units))):
        letter = sentence.classes[index]
        if letter == "X":
            return sentence.low(index) in {"should", "could"}
        if letter == "E":
            return sentence.low(index) == "be"
        if letter == "V" and (group := verb_group(sentence, index)) is not None and group.mood == "finite":
            return sentence.units[index].tags.get("form", "").startswith("b")
    return False


def _invited(reading: Reading, sentence: Sentence, group: VerbGroup) -> None:
    """Read "X was invited to join" and "with X invited to join": X is the invitee."""
    actor = next((item for item in reversed(reading.actors[sentence.index]) if item.last == group.first - 1), None)
    if actor is None:
        return
    actor = resolved(reading, sentence, actor)
    if not actor.codes:
        return
    by = tuple(code for code in (reading.other(actor.codes[0]),) if code)
    end = clause_end(sentence, group.head + 1)
    last = last_word(sentence, group.head, end - 1)
    reading.put(
        "proposal",
        [reading.range_of(sentence, actor.first, last)],
        "proposal.invited",
        sub="invitation",
        by=by,
        to=actor.codes,
        what=wording(reading, sentence, group.head + 1, last),
        sectors=sectors_of(sentence, group.head, last),
    )


def _addressee(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    index = at + (sentence.cls(at) == "e")
    return next(
        (resolved(reading, sentence, item) for item in reading.actors[sentence.index] if at <= item.first <= index),
        None,
    )


def _put(
    reading: Reading, sentence: Sentence, group: VerbGroup, sub: str, actor: Actor, start: int, *, addressed: bool
) -> None:
    to = _addressee(reading, sentence, start) if addressed else None
    content = to.last + 1 if to else start
    if sub == "invitation" and to is None:
        return
    if to is None and addressed and sentence.cls(start) in "CD" and (code := code_of(sentence.units[start])):
        to_codes: tuple[str, ...] = (code,)
    else:
        to_codes = to.codes if to else _asked_of(reading, sentence, start)
    end = clause_end(sentence, content)
    if end <= content:
        return
    for number, (first, last) in enumerate(_items(sentence, content, end)):
        head = actor.first if clause_start(sentence, group.first) <= actor.first <= group.first else group.first
        lead = _lead_end(sentence, content)
        spans = (
            [reading.range_of(sentence, head, last)]
            if number == 0
            else [reading.range_of(sentence, head, lead), reading.range_of(sentence, first, last)]
        )
        by = actor.codes if actor.kind != "pronoun" else ()
        reading.put(
            "proposal",
            spans,
            f"proposal.{sub}",
            sub=sub,
            by=by,
            to=tuple(code for code in to_codes if code not in by),
            what=wording(reading, sentence, first + (sentence.classes[first] == "h"), last),
            sectors=sectors_of(sentence, first, last),
        )


def _asked_of(reading: Reading, sentence: Sentence, start: int) -> tuple[str, ...]:
    """Return the one state that is to act: "proposed that X lift the ban"."""
    if sentence.cls(start) != "h":
        return ()
    actor = next((item for item in reading.actors[sentence.index] if start < item.first <= start + 2), None)
    return actor.codes if actor is not None and actor.kind == "states" and len(actor.codes) == 1 else ()


def _lead_end(sentence: Sentence, content: int) -> int:
    """Return the index of the last unit before the object of the first verb."""
    if sentence.cls(content) == "o":
        return min(content + 1, len(sentence.units) - 1)
    return content - 1


def _items(sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the things proposed: each item with a verb of its own, and each named work of a list after one verb."""
    form = "b" if sentence.cls(start) == "o" else "g"
    verb = start + (form == "b")
    items = (
        conjuncts(sentence, verb, end, form)
        if sentence.cls(verb) in "VSA"
        else [(start, last_word(sentence, start, end - 1))]
    )
    for number, (first, last) in enumerate(items):
        yield from _named_works(sentence, start if number == 0 else first, last)


def _named_works(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """Split "join A (…), …, and the B project" between two named works."""
    for index in range(first + 2, last - 1):
        if (
            sentence.classes[index] == "a"
            and sentence.low(index + 1) == "the"
            and sentence.units[min(index + 2, last)].capital
        ) and any(sentence.units[n].capital for n in range(first + 2, index) if sentence.classes[n] in "NlLVS"):
            return [(first, last_word(sentence, first, index - 1)), (index + 1, last)]
    return [(first, last)]
