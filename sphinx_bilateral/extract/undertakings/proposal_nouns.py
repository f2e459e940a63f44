"""Nouns of proposing: "put forward a five-point proposal on", "extended an invitation to Y to visit"."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.actors.pronouns import resolved
from sphinx_bilateral.extract.grammar.clauses import clause_end, last_word, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.undertakings.owned_proposals import owner_of, read_owned
from sphinx_bilateral.extract.undertakings.proposal_contents import Content, put_proposal
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.facts import Proposal

_MAKING = frozenset("make put raise present submit table extend issue convey reaffirm reiterate renew repeat".split())
_REPEATING = frozenset("reaffirm reiterate renew repeat issue".split())
_COMING = frozenset({"visit", "pay", "attend", "come", "travel", "undertake", "make"})
_SUBJECT_OF = frozenset({"on", "for", "to", "of", "about", "regarding", "concerning", ":", "-"})


def read_noun(reading: Reading, sentence: Sentence, at: int) -> None:
    """Put down the proposal whose noun stands at *at*, if the subject makes it."""
    verb = at - 1
    while verb > 0 and at - verb < 9 and (sentence.classes[verb] in "eSlD'v#-ONC" or sentence.cls(verb - 1) == "-"):
        verb -= 1
    if sentence.units[at].tags["proposalnoun"] == "invitation" and _accepted(reading, sentence, at):
        return
    made = verb >= 0 and sentence.classes[verb] == "V" and sentence.units[verb].tags.get("verb") in _MAKING
    if (owner := owner_of(reading, sentence, at)) is not None and not (
        made and _is_subject(reading, sentence, verb, owner)
    ):
        read_owned(reading, sentence, at, owner)
        return
    if not made:
        return
    if sentence.low(at) in {"call", "calls"} and not _is_repeated_call(sentence, verb, at):
        return
    group = verb_group(sentence, verb)
    if (
        group is None
        or group.mood == "infinitive"
        or group.passive
        or group.negated
        or group.modal in {"may", "should"}
    ):
        return
    if sentence.units[verb].tags.get("verb", "") == "put" and "forward" not in {
        sentence.low(verb + 1),
        sentence.low(at + 1),
    }:
        return
    actor = subject_of(reading, sentence, group)
    sub = sentence.units[at].tags["proposalnoun"]
    content = _invitation(reading, sentence, at) if sub == "invitation" else _matter(sentence, at)
    if actor is not None and actor.codes and content is not None:
        put_proposal(reading, sentence, group, sub, actor, content)


def _is_subject(reading: Reading, sentence: Sentence, verb: int, owner: Actor) -> bool:
    """Tell whether whose proposal it is also makes it: "Kenya renewed its minister's proposal"."""
    group = verb_group(sentence, verb)
    actor = subject_of(reading, sentence, group) if group is not None else None
    return actor is not None and actor.codes == owner.codes and not (actor.people and owner.people)


def _accepted(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Put down the invitation at *at* that its guest "accepted", where it says to what and nobody told of it before."""
    verb = next((n for n in reversed(sentence.places("accepting")) if at - 12 < n < at), None)
    group = verb_group(sentence, verb) if verb is not None and sentence.classes[verb] == "V" else None
    if group is None or group.mood != "finite" or group.passive or standing_of(sentence, group) != "done":
        return False
    guest = subject_of(reading, sentence, group)
    host = reading.other(guest.codes[0]) if guest is not None and len(guest.codes) == 1 else None
    to = next((n for n in range(at + 1, min(at + 10, sentence.size)) if sentence.classes[n] == "o"), None)
    if guest is None or host is None or to is None or sentence.low(to + 1) not in _COMING:
        return False
    last = last_word(sentence, to, clause_end(sentence, to + 1) - 1)
    told = any(
        isinstance(fact, Proposal) and fact.sub == "invitation" and set(fact.to) == set(guest.codes)
        for fact in reading.facts
    )
    if told or host not in {code_of(unit) or unit.tags.get("city") for unit in sentence.units[to : last + 1]}:
        return False
    by = Actor(guest.first, guest.first, "states", (host,))
    content = Content(to, guest.codes, addressed=True, rule="proposal.accepted", first=guest.first)
    put_proposal(reading, sentence, group, "invitation", by, content)
    return True


def _is_repeated_call(sentence: Sentence, verb: int, at: int) -> bool:
    """Tell whether "call" is a demand: "renewed their call for", and not a call by telephone."""
    return sentence.units[verb].tags.get("verb") in _REPEATING and sentence.low(at + 1) == "for"


def _matter(sentence: Sentence, at: int) -> Content | None:
    """Read what the proposal is about: "on opening a school", "to lift the ban", "-- building A, opening B"."""
    start = at + 1
    if sentence.cls(start) == "h":
        return Content(start, rule="proposal.noun")
    if sentence.low(start) not in _SUBJECT_OF:
        return None
    if sentence.cls(start) == "o":
        return Content(start, rule="proposal.noun") if sentence.cls(start + 1) in "vV" else None
    while sentence.cls(start) in "-:p":
        start += 1
    return Content(start, rule="proposal.noun")


def _invitation(reading: Reading, sentence: Sentence, at: int) -> Content | None:
    """Read "to Y to visit" after "an invitation"."""
    guest = next((one for one in reading.actors[sentence.index] if at + 1 < one.first <= at + 3), None)
    if guest is None or sentence.cls(at + 1) not in "op":
        return None
    codes = resolved(reading, sentence, guest).codes
    return Content(guest.last + 1, codes, addressed=True, rule="proposal.noun") if codes else None
