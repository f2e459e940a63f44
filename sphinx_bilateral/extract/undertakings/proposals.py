"""Proposals: invitations, suggestions, offers, requests. One side's word, and not an acceptance."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.actors.pronouns import resolved
from sphinx_bilateral.extract.actors.sharing import with_shared
from sphinx_bilateral.extract.actors.voices import voice_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, finite_before, last_word, verb_group
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.undertakings.proposal_contents import Content, put_proposal
from sphinx_bilateral.extract.undertakings.proposal_nouns import read_noun
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_CONTENT = frozenset("oVehSlLAMGvBCDKbT#$")  # what "proposed" takes: "to", a gerund, a noun phrase, a clause
_SOUGHT = frozenset("support help assistance backing cooperation aid investment understanding endorsement".split())
_ASKING = {"ask", "request", "urge", "invite", "press", "encourage"}
_NEAR_TO = 10  # units from a verb to the "to" of what is asked
_QUESTIONS = {"about", "if", "whether", "why", "how", "what", "when", "questions", "question"}


def read_proposals(reading: Reading) -> None:
    """Put down the proposals of the body."""
    for sentence in reading.body("propose", "modal", "proposalnoun"):
        for index in sentence.places("propose"):
            unit = sentence.units[index]
            if unit.cls == "V" and (group := _group(sentence, index)) is not None:
                _read(reading, sentence, group, unit.tags["propose"])
        for index in sentence.places("proposalnoun"):
            read_noun(reading, sentence, index)
        for index in sentence.places("modal"):
            _ought(reading, sentence, index)


def _group(sentence: Sentence, at: int) -> VerbGroup | None:
    group = verb_group(sentence, at)
    if group is None or group.negated or with_shared(sentence, group).modal is not None:
        return None
    if group.mood == "infinitive" or (group.mood == "gerund" and sentence.cls(group.first - 1) != ","):
        return None
    return group


def _read(reading: Reading, sentence: Sentence, group: VerbGroup, sub: str) -> None:
    at = group.head
    lemma = sentence.units[at].tags.get("verb", "")
    reduced = not group.passive and sub == "invitation" and sentence.cls(at + 1) in "op" and group.first == at
    if group.passive or reduced:
        if sub == "invitation":
            _invited(reading, sentence, group)
        return
    actor = subject_of(reading, sentence, group)
    if actor is None or (sub == "offer" and actor.kind == "body"):
        return  # "the meeting offered an opportunity"
    content = _content(reading, sentence, group, lemma)
    if content is None or (lemma in {"ask", "request"} and len(actor.codes) > 1 and not content.to):
        return
    if sub == "invitation" and not content.to:
        return
    put_proposal(reading, sentence, group, sub, actor, content)


def _content(reading: Reading, sentence: Sentence, group: VerbGroup, lemma: str) -> Content | None:
    """Return what the verb proposes and to whom, or ``None`` where it proposes nothing."""
    start = group.head + 1
    while start < len(sentence.units) and (sentence.classes[start] in "vwt" or sentence.low(start) == "here"):
        start += 1
    word, letter = sentence.low(start), sentence.cls(start)
    if lemma in {"call", "appeal"}:
        if word in {"on", "upon"} or (word == "to" and lemma == "appeal"):
            content = _addressed(reading, sentence, start + 1)
            return None if sentence.cls(content.start) in "pwt.," else content  # "called on the minister in Lima"
        return Content(start + 1) if word == "for" else None
    if lemma == "ask" and word == "for":
        return Content(start + 1)
    if lemma == "demand":
        return Content(start) if letter in "hoeSlCD" else None
    if lemma == "seek":
        sought = any(sentence.low(index) in _SOUGHT for index in range(start, start + 5))
        return Content(start) if sought and letter in "CDS" and group.tense == "past" else None
    if lemma in _ASKING:
        if letter in "ho":
            return Content(start) if lemma in {"ask", "request", "urge"} else None
        present = group.tense == "present" and not group.perfect
        if word in _QUESTIONS or letter in "cq,;." or (lemma == "encourage" and present):
            return None
        content = _addressed(reading, sentence, start)
        asked = content.start != start or content.to or "o" in sentence.classes[start : start + _NEAR_TO]
        return content if lemma != "encourage" or asked else None
    if lemma == "offer":
        stated = group.tense == "present" or group.progressive  # "Japan offers good schools"
        if any(sentence.units[index].tags.get("proposalnoun") == "invitation" for index in _near(sentence, start)):
            return None
        if any(sentence.units[index].has("courtesy") for index in _near(sentence, start)):
            return None  # "offered condolences"
        offered = letter == "o" or (letter in "eSlCD$#N" and not stated)
        return _offered(reading, sentence, start) if offered else None
    return _suggested(reading, sentence, start, lemma) if lemma in {"suggest", "recommend", "propose"} else None


def _suggested(reading: Reading, sentence: Sentence, start: int, lemma: str) -> Content | None:
    """Read "proposed building", "suggested that X should", "proposed to Y that", "proposed to Y a fund"."""
    letter = sentence.cls(start)
    if letter == "o" or sentence.low(start) == "to":
        content = _addressed(reading, sentence, start + 1)
        if content.to and sentence.cls(content.start) in "hoeSlLAM":
            return content
    open_end = lemma == "suggest" and letter == "h" and not _should(sentence, start)
    return Content(start) if letter in _CONTENT and not open_end else None


def _near(sentence: Sentence, start: int) -> range:
    return range(start, min(start + 4, len(sentence.units)))


def _offered(reading: Reading, sentence: Sentence, start: int) -> Content:
    """Read "offered to train nurses", "offered Y a loan"."""
    actor = next((item for item in reading.actors[sentence.index] if item.first == start), None)
    after = sentence.cls(actor.last + 1) if actor is not None else " "
    noun = actor is not None and after == "V" and sentence.cls(actor.last + 2) == "f"  # "Y use of its ports"
    given = actor is not None and actor.kind == "states" and (after in "elS#$" or noun)
    return _addressed(reading, sentence, start) if given else Content(start)


def _addressed(reading: Reading, sentence: Sentence, start: int) -> Content:
    """Read whom a request is put to, where that is told right after the verb: "urged Y to", "Japanese firms to"."""
    low = start + (sentence.cls(start) == "e")
    for actor in reading.actors[sentence.index]:
        if start <= actor.first <= low:
            to = resolved(reading, sentence, actor)
            if sentence.cls(actor.last + 1) in "'a":  # "asked Y's ministries and agencies to"
                verb = sentence.classes.find("o", actor.last, actor.last + 9)
                return Content(verb if verb > 0 else start, to.codes, addressed=True)
            return Content(actor.last + 1, to.codes, addressed=True)
    codes: list[str] = []
    while sentence.cls(low) in "CDa," and (code := code_of(sentence.units[low]) or ""):
        codes.append(code)
        low += 1 + (sentence.cls(low + 1) in "a,")
    if codes:
        verb = sentence.classes.find("o", low, low + 7)
        return Content(verb if verb > 0 else start, tuple(codes), addressed=True)
    return Content(start, addressed=True)


def _should(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause from *at* says what is to be done: "should", "could", or a verb in its base form."""
    for index in range(at + 1, min(at + 14, len(sentence.units))):
        letter = sentence.classes[index]
        if letter == "X":
            return sentence.low(index) in {"should", "could"}
        if letter == "E":
            return sentence.low(index) == "be"
        if letter == "V" and (group := verb_group(sentence, index)) is not None and group.mood == "finite":
            return sentence.units[index].tags.get("form", "").startswith("b")
    return False


def _ought(reading: Reading, sentence: Sentence, at: int) -> None:
    """Read "X said the two countries should meet": what one side says is to be done."""
    if sentence.low(at) not in {"should", "ought", "must"}:
        return
    verb = next((n for n in range(at + 1, at + 4) if sentence.cls(n) == "V"), None)
    group = verb_group(sentence, verb) if verb is not None else None
    subject = subject_of(reading, sentence, group) if group is not None else None
    if group is None or verb is None or subject is None:
        return
    if group.perfect or group.passive or group.negated:
        return
    voice = voice_of(reading, sentence, subject.first)
    ours = subject.kind == "pronoun" and sentence.low(subject.first) == "we"
    if (subject.kind not in {"both", "states"} and not ours) or voice is None or len(voice.codes) != 1:
        return
    governor = finite_before(sentence, subject.first - (sentence.cls(subject.first - 1) == "h"))
    if governor is not None and (not sentence.units[governor].has("report") or _thinks(sentence, governor)):
        return
    if sentence.low(at) == "must" and governor is not None and sentence.units[governor].has("discuss"):
        return  # "emphasised that both must go on"
    to = tuple(code for code in subject.codes if code not in voice.codes) if subject.kind == "states" else ()
    first = voice.first if voice.first < group.first else subject.first
    content = Content(verb, to, addressed=True, rule="proposal.should", first=first)
    put_proposal(reading, sentence, group, "proposal", voice, content)


def _thinks(sentence: Sentence, at: int) -> bool:
    return sentence.units[at].tags.get("verb") in {"believe", "claim", "admit"}


def _invited(reading: Reading, sentence: Sentence, group: VerbGroup) -> None:
    """Read "X was invited to join", "was invited by Y to join" and "with X invited to join": X is the invitee."""
    actor = next((item for item in reversed(reading.actors[sentence.index]) if item.last == group.first - 1), None)
    if actor is None:
        return
    actor = resolved(reading, sentence, actor)
    if not actor.codes:
        return
    by = tuple(code for code in (reading.other(actor.codes[0]),) if code)
    start = group.head + 1
    if sentence.low(start) == "by":
        host = next((one for one in reading.actors[sentence.index] if start < one.first <= start + 2), None)
        by = resolved(reading, sentence, host).codes if host is not None else ()
        start = host.last + 1 if host is not None else start
        if sentence.cls(start) == "f":  # "by the Kenyan Ministry of Health to"
            start = max(start, sentence.classes.find("o", start, start + 6))
    last = last_word(sentence, group.head, clause_end(sentence, start) - 1)
    content = Content(start, actor.codes, addressed=True, rule="proposal.invited", first=actor.first, last=last)
    put_proposal(reading, sentence, group, "invitation", Actor(group.first, group.first, "states", by), content)
