"""What a proposal proposes: its items, to whom it is put, and the fact that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.actors.voices import voice_of
from sphinx_bilateral.extract.grammar.action_lists import conjuncts, list_end, trimmed
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, clause_start, last_word, verb_group
from sphinx_bilateral.extract.grammar.standing import clause_standing, has_condition
from sphinx_bilateral.extract.grammar.wording import wording
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.sectors import sectors_of
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence


@dataclass(frozen=True, slots=True)
class Content:
    """What is proposed.

    :param start: index of its first unit.
    :param to: the sides that it is put to, as far as told; *addressed*: the sentence names an addressee.
    :param first: index of the first unit of the evidence; the subject or the verb where it is not given.
    :param last: index of the last unit of a content that is no list.
    """

    start: int
    to: tuple[str, ...] = ()
    addressed: bool = False
    rule: str = ""
    first: int | None = None
    last: int | None = None


def put_proposal(
    reading: Reading, sentence: Sentence, group: VerbGroup, sub: str, actor: Actor, content: Content
) -> None:
    """Put down what *actor* proposes, one fact for each item."""
    standing = clause_standing(sentence, group)
    items = _items(sentence, content)
    if standing in {"denied", "open"} or not items:
        return
    by = actor.codes if actor.kind != "pronoun" or content.rule else ()
    head = content.first
    if head is None:
        head = actor.first if clause_start(sentence, group.first) <= actor.first <= group.first else group.first
    lead = items[0][2]
    past = sub == "invitation" and _is_background(reading, sentence, group, content)
    for number, (first, last, _) in enumerate(items):
        what = first + (sentence.classes[first] == "h")
        whole = [reading.range_of(sentence, head, last)]
        reading.put(
            "proposal",
            whole if number == 0 else [reading.range_of(sentence, head, lead), reading.range_of(sentence, first, last)],
            content.rule or f"proposal.{sub}",
            unsure=() if standing == "done" and _is_sure(reading, sentence, group, by) and not past else ("by",),
            sub=sub,
            by=by,
            to=_to(reading, sentence, content, by, (first, last)),
            what=wording(reading, sentence, what, last),
            sectors=sectors_of(sentence, first, last),
        )


def _is_background(reading: Reading, sentence: Sentence, group: VerbGroup, content: Content) -> bool:
    """Tell whether it was put to a third state before what is reported: "had invited the president of Z in 2019"."""
    before = any(sentence.low(index) == "had" for index in range(group.first, group.head))
    return before and bool(content.to) and bool(reading.both) and not set(content.to) & set(reading.both)


def _is_sure(reading: Reading, sentence: Sentence, group: VerbGroup, by: tuple[str, ...]) -> bool:
    """Tell whether the report itself says so, and not the other side: "X said that Y had asked for"."""
    voice = voice_of(reading, sentence, group.first, closing=False)
    told = voice is not None and len(voice.codes) == 1 and by and voice.codes[0] not in by
    return not told and not has_condition(sentence)


def _to(
    reading: Reading, sentence: Sentence, content: Content, by: tuple[str, ...], item: tuple[int, int]
) -> tuple[str, ...]:
    """Return whom the item is put to: the addressee, the state that is to act, the other party that it names."""
    other = reading.other(by[0]) if len(by) == 1 else None
    if content.to or content.addressed:
        told = tuple(code for code in content.to if code not in by)
        return (other,) if content.to and not told and other is not None else told  # "invited him"
    start = content.start
    if sentence.cls(start) == "h" or _clause_verb(sentence, start) is not None:
        actor = next((one for one in reading.actors[sentence.index] if start <= one.first <= start + 2), None)
        single = actor is not None and actor.kind == "states" and len(actor.codes) == 1
        return tuple(code for code in actor.codes if code not in by) if actor is not None and single else ()
    joint = any(unit.low == "bilateral" or unit.has("anaphor") for unit in sentence.units[item[0] : item[1] + 1])
    met = any(one.codes == (other,) for one in reading.actors[sentence.index])
    named = met or joint or any(code_of(unit) == other for unit in sentence.units)
    return (other,) if other is not None and named else ()


def _items(sentence: Sentence, content: Content) -> list[tuple[int, int, int]]:
    """Return first and last index of each thing proposed, and the last index of the words that all share."""
    start = content.start
    if content.last is not None:
        return [(start, content.last, start - 1)] if content.last >= start else []
    if start >= len(sentence.units):
        return []
    verb = _clause_verb(sentence, start)
    if verb is not None:
        found = conjuncts(sentence, verb, list_end(sentence, verb), "b")
        return [(start if number == 0 else first, last, verb - 1) for number, (first, last) in enumerate(found)]
    infinitive = sentence.cls(start) == "o"
    verb = start + infinitive
    if infinitive and sentence.cls(verb) == '"':
        verb += 1
    form = "b" if infinitive or "b" in sentence.units[verb].tags.get("form", "") else "g"
    doing = sentence.cls(verb) == "l" and sentence.low(verb).endswith("ing")
    end = list_end(sentence, start, form) if doing or sentence.cls(verb) in "VSA" else clause_end(sentence, start)
    if end <= start:
        return []
    tagged = sentence.cls(verb) in "VSA" and form in sentence.units[verb].tags.get("form", "")
    listed = doing or tagged or (infinitive and sentence.cls(verb) in "VSA")
    found = conjuncts(sentence, verb, end, form) if listed else [(start, last_word(sentence, start, end - 1))]
    return [
        (*item, start - (not infinitive))
        for number, (first, last) in enumerate(found)
        for item in _named_works(sentence, start if number == 0 else first, trimmed(sentence, first, last))
    ]


def _clause_verb(sentence: Sentence, start: int) -> int | None:
    """Return the verb of "that X should build", "X build": what somebody is to do."""
    opens = sentence.cls(start) == "h"
    if not opens and sentence.cls(start) not in "BCKbeD":
        return None
    for index in range(start + 1, min(start + 14, len(sentence.units))):
        letter = sentence.classes[index]
        if letter == "X" and sentence.low(index) in {"should", "could"}:
            return next((n for n in range(index + 1, index + 4) if sentence.cls(n) == "V"), None)
        if letter in "oEXZ,;.q" or (letter in "fp" and not opens):
            return None
        if letter == "V" and (group := verb_group(sentence, index)) is not None:
            base = sentence.units[index].tags.get("form", "").startswith("b")
            return index if base and group.mood == "finite" else None
    return None


def _named_works(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Split "join A (…), …, and the B project" between two named works, and "Y's help and Y's backing"."""
    for index in range(first + 2, last - 1):
        if sentence.classes[index] != "a":
            continue
        named = sentence.low(index + 1) == "the" and sentence.units[min(index + 2, last)].capital
        before = any(sentence.units[n].capital for n in range(first + 2, index) if sentence.classes[n] in "NlLVS")
        owned = sentence.classes[first : first + 2] == "C'" == sentence.classes[index + 1 : index + 3]
        aimed = any(
            sentence.classes[n : n + 2] == "oV" for n in range(index + 1, last)
        )  # "A and the B project to raise"
        if (named and before and not aimed) or owned:
            yield first, last_word(sentence, first, index - 1)
            yield index + 1, last
            return
    yield first, last
