"""Proposals that a noun tells with whose they are: "Kenya's proposal to open a school", "a request by Japan to"."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.pronouns import resolved
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, finite_before, last_word, verb_group
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.undertakings.proposal_contents import Content, put_proposal
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.facts import Proposal

_MODIFIERS = "SlLDvO#-"  # classes of the units between whose it is and the noun
_OTHERWISE = frozenset({"initiative", "call", "calls", "appeal"})  # which are under way, or by telephone
_AGENTS = frozenset({"by", "from", "of"})


def owner_of(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return whose proposal the noun at *at* is, where the phrase says so: "Kenya's proposal", "a proposal by P"."""
    if sentence.low(at) in _OTHERWISE:
        return None
    mark = at - 1
    while mark > 0 and sentence.classes[mark] in _MODIFIERS and at - mark < 6:
        mark -= 1
    if mark > 0 and sentence.classes[mark] == "'":
        return _ending_at(reading, sentence, mark)
    if sentence.low(at + 1) not in _AGENTS:
        state = next((n for n in range(mark + 1, at) if sentence.classes[n] == "D"), None)
        code = code_of(sentence.units[state]) if state is not None else None
        return Actor(state, state, "states", (code,)) if state is not None and code is not None else None
    return next((one for one in reading.actors[sentence.index] if at + 2 <= one.first <= at + 3), None)


def _ending_at(reading: Reading, sentence: Sentence, mark: int) -> Actor | None:
    """Return the person or the state whose possessive ends with the unit at *mark*."""
    for actor in reading.actors[sentence.index]:
        if actor.first < mark <= actor.last + 1:
            return actor
    code = code_of(sentence.units[mark - 1]) if sentence.classes[mark - 1] in "CK" else None
    return Actor(mark - 1, mark, "states", (code,)) if code is not None else None


def read_owned(reading: Reading, sentence: Sentence, at: int, owner: Actor) -> None:
    """Put down the proposal at *at* as one of *owner*, if it says what it is for and nobody told of it before."""
    sub = sentence.units[at].tags["proposalnoun"]
    by = resolved(reading, sentence, owner).codes
    if len(by) != 1 or by[0] not in reading.both_in(sentence) or _is_told(reading, sub, by):
        return
    first = min(owner.first, at)
    first -= sentence.cls(first - 1) == "e"
    content = _content(reading, sentence, at, max(at, owner.last) + 1, first, sub)
    group = _governor(sentence, first, content.start) if content is not None else None
    if content is not None and group is not None and not group.negated:
        put_proposal(reading, sentence, group, sub, Actor(first, owner.last, "states", by), content)


def _is_told(reading: Reading, sub: str, by: tuple[str, ...]) -> bool:
    return any(isinstance(fact, Proposal) and fact.sub == sub and tuple(fact.by) == by for fact in reading.facts)


def _content(reading: Reading, sentence: Sentence, at: int, after: int, first: int, sub: str) -> Content | None:
    """Read "to open a school" after the noun; "to Q to visit" after an invitation, "for Y's help" after a request."""
    if sub == "invitation":
        return _guest(reading, sentence, after, first)
    if sentence.cls(after) == "o" and "b" in sentence.units[min(after + 1, sentence.size - 1)].tags.get("form", ""):
        return Content(after, rule="proposal.owned", first=first, last=_last(sentence, at, after))
    if sub == "request" and sentence.low(after) == "for" and after < sentence.size - 2:
        last = _last(sentence, at, after)
        named = {code_of(unit) for unit in sentence.units[after : last + 1]} & set(reading.both_in(sentence))
        return Content(after + 1, rule="proposal.owned", first=first, last=last) if named else None
    return None


def _last(sentence: Sentence, at: int, after: int) -> int:
    """Return the last unit of what is proposed: up to the verb of which the phrase is the subject."""
    end = clause_end(sentence, after + 1)
    for index in range(after + 2, end):
        auxiliary = sentence.classes[index] in "EXZ" and sentence.cls(index - 1) not in "qh"
        group = verb_group(sentence, index) if sentence.classes[index] == "V" else None
        if auxiliary or (group is not None and group.mood == "finite" and group.tense == "past"):
            return last_word(sentence, at, index - 1)
    return last_word(sentence, at, end - 1)


def _guest(reading: Reading, sentence: Sentence, after: int, first: int) -> Content | None:
    """Read "to Q to visit" after "the invitation of P", "P's invitation"."""
    guest = next((one for one in reading.actors[sentence.index] if after < one.first <= after + 2), None)
    if guest is None or sentence.cls(after) not in "op" or sentence.cls(guest.last + 1) != "o":
        return None
    codes = resolved(reading, sentence, guest).codes
    return Content(guest.last + 1, codes, addressed=True, rule="proposal.owned", first=first) if codes else None


def _governor(sentence: Sentence, first: int, after: int) -> VerbGroup | None:
    """Return the verb of the clause: "conveyed P's invitation", "Kenya's proposal to open a school was discussed"."""
    before = finite_before(sentence, first)
    if before is not None:
        return verb_group(sentence, before) if sentence.classes[before] == "V" else None
    for index in range(after + 1, sentence.size):
        group = verb_group(sentence, index) if sentence.classes[index] == "V" else None
        if group is not None and group.mood == "finite":
            return group
    return None
