"""Sides that the words around a title give: its owner, a delegation, a province, the body that sends the person."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.people.lists_of_people import persons_of
from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

Found = Iterator[tuple[Person, str]]

_PROVINCES = frozenset({"province", "region", "prefecture", "county", "state", "oblast"})
_DELEGATIONS = frozenset({"delegation", "side", "team", "mission"})
_LEADING = frozenset({"led", "leads", "heads", "headed", "leading", "heading"})
_OBJECT_AFTER = frozenset({"with", "by", "to", "met", "meet", "meeting", "of", "including", "received", "meets"})


def _open_mentions(reading: Reading) -> Iterator[tuple[Sentence, PersonMention, Person]]:
    """Yield the mentions that name no side themselves."""
    for sentence in reading.sentences:
        for mention in reading.mentions[sentence.index]:
            if mention.person is not None and not mention.side:
                yield sentence, mention, mention.person


def _state_at(sentence: Sentence, at: int) -> str | None:
    """Return the state at *at*; a member of a pair such as "the Kenya-Japan Society" is none."""
    if sentence.cls(at) not in "CD" or sentence.units[at].has("org"):
        return None
    paired = sentence.low(at - 1) == "-" or sentence.low(at + 1) == "-"
    return None if paired else code_of(sentence.units[at])


def _sole_state(sentence: Sentence, first: int, stop: int) -> str | None:
    """Return the one state that the units from *first* to *stop* name, or ``None``."""
    places = [index for index in sentence.places("state", "demonym", "city") if first <= index < stop]
    units = [sentence.units[index] for index in places if not sentence.units[index].has("org")]
    codes = {code for unit in units if (code := code_of(unit))}
    return codes.pop() if len(codes) == 1 else None


def owners(reading: Reading) -> Found:
    """Read "its President P", "the country's minister P": the state that the sentence named before."""
    for sentence, mention, person in _open_mentions(reading):
        before = mention.first - 1
        own = sentence.low(before) == "its"
        if sentence.cls(before) == "'" and sentence.low(before - 1) in {"country", "nation", "state"}:
            own, before = True, before - 2
        if not own:
            continue
        subject = _state_at(sentence, 0) or (_state_at(sentence, 1) if sentence.cls(0) == "e" else None)
        code = _sole_state(sentence, 0, before) or _beside(reading, sentence, mention, before) or subject
        if code is not None:
            yield person, code


def _beside(reading: Reading, sentence: Sentence, mention: PersonMention, before: int) -> str | None:
    """Return the side of the person named right before "its": "Kenyan leader A, its President B"."""
    for other in reading.mentions[sentence.index]:
        if other is not mention and other.side and sentence.classes[other.last + 1 : before] in {",", "a", ",a"}:
            return other.side
    return None


def regions(reading: Reading) -> Found:
    """Put the governor of a province on the side whose province the report has called it: "Kenya's Rift Province"."""
    known = _named_regions(reading)
    if not known:
        return
    for sentence, mention, person in _open_mentions(reading):
        if "governor" not in mention.title_text:
            continue
        for index in range(max(0, mention.first - 1), mention.last + 1):
            named = mention.name[0] <= index <= mention.name[1]
            if not named and (code := known.get(sentence.units[index].text)):
                yield person, code


def _named_regions(reading: Reading) -> dict[str, str]:
    """Return the state by the name of each province that the report calls a part of that state."""
    found: dict[str, str] = {}
    for sentence in reading.sentences:
        for index in sentence.places("orgnoun"):
            if sentence.low(index) not in _PROVINCES:
                continue
            first = index - 1
            while first > 0 and sentence.classes[first] in "NSl" and index - first < 6:
                first -= 1
            owner = first - (sentence.cls(first) == "'")
            name = sentence.units[index - 1]
            if name.cls == "N" and (code := _state_at(sentence, owner)):
                found[name.text] = code
    return found


def bodies(reading: Reading) -> Found:
    """Put the chief of a body on the side whose name the body has: "the Armed Forces of Kenya (AFK)", "AFK chief P"."""
    known = _named_bodies(reading)
    if not known:
        return
    for sentence, mention, person in _open_mentions(reading):
        if mention.title is None:
            continue
        for index in range(max(0, mention.first - 1), mention.last + 1):
            named = mention.name[0] <= index <= mention.name[1]
            if not named and (code := known.get(sentence.units[index].text)):
                yield person, code


def _named_bodies(reading: Reading) -> dict[str, str]:
    """Return the state by the letters of each body in whose name the state stands."""
    found: dict[str, str] = {}
    for sentence in reading.sentences:
        at = sentence.classes.find("(N)")
        while at > 0:
            letters = sentence.units[at + 1].text
            first = at
            while first > 0 and at - first < 10 and _in_name(sentence, first - 1):
                first -= 1
            code = _sole_state(sentence, first, at) if letters.isupper() and at - first > 1 else None
            if code is not None:
                found[letters] = code
            at = sentence.classes.find("(N)", at + 1)
    return found


def _in_name(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    return unit.capital or unit.cls in "fa'" or (unit.low == "the" and sentence.cls(at - 1) == "f")


def delegations(reading: Reading) -> Found:
    """Read "the Kenyan delegation was led by P", "on the Kenyan side by P", "P led the Kenyan delegation"."""
    last: tuple[int, str] | None = None
    for sentence in reading.sentences:
        for index in _delegations_in(sentence):
            code = _code_of_delegation(sentence, index)
            if code is None and last and sentence.index - last[0] <= 1 and sentence.low(index - 1) == "the":
                code = last[1]
            if code is None:
                continue
            if sentence.low(index) == "delegation":
                last = (sentence.index, code)
            yield from _leaders(reading, sentence, index, code)


def _delegations_in(sentence: Sentence) -> list[int]:
    """Return the places of delegations, and of "one" in "the Kenyan delegation and the Japanese one"."""
    found = [index for index in sentence.places("government", "persongroup") if sentence.low(index) in _DELEGATIONS]
    if found and "one" in sentence.lows:
        ones = (index for index in range(found[0] + 1, sentence.size) if sentence.low(index) == "one")
        found = sorted({*found, *(index for index in ones if sentence.classes[index - 1] == "D")})
    return found


def _leaders(reading: Reading, sentence: Sentence, at: int, code: str) -> Found:
    """Yield who leads the delegation at *at*."""
    persons = persons_of(reading, sentence)
    following = [item for item in persons if item[0] > at]
    if following and following[0][0] - at < 20:
        between = [sentence.low(probe) for probe in range(at + 1, following[0][0])]
        near = following[0][0] - at < 9 or (following[0][0] - at < 20 and between[-2:-1] and between[-2] in _LEADING)
        elsewhere = set("c;") & set(
            sentence.classes[at + 1 : following[0][0]]
        )  # ", while the Japanese party was led by"
        if near and "by" in between[-6:] and not elsewhere:
            yield following[0][2], code
    before = [item for item in persons if item[1] < at]
    if before and any(sentence.low(probe) in _LEADING for probe in range(before[-1][1] + 1, at)):
        yield before[-1][2], code


def _code_of_delegation(sentence: Sentence, at: int) -> str | None:
    """Return the state before a delegation, or the one state after "delegation of"; a pair of two is neither."""
    for probe in range(at - 1, max(-1, at - 5), -1):
        if sentence.classes[probe] in "CD":
            return _state_at(sentence, probe)
        if sentence.classes[probe] in ",V":
            break
    if sentence.low(at + 1) not in {"from", "of"}:
        return None
    end = at + 2
    while end < len(sentence.units) and end - at < 14 and sentence.classes[end] not in ",;VE.(":
        end += 1
    return _sole_state(sentence, at + 2, end)


def spoken_for(reading: Reading) -> Found:
    """Read "speaking on behalf of the Kenyan government, P said", "the Kenyan ministry denied it, spokesman P said"."""
    for sentence in reading.sentences:
        mentions = [mention for mention in reading.mentions[sentence.index] if mention.person is not None]
        for mention in mentions:
            if mention.person is None or mention.side:
                continue
            code = _on_behalf(sentence, mention.first)
            if code is None and "spokes" in mention.title_text:
                code = _opening_body(sentence, mention.first)
            if code is not None:
                yield mention.person, code


def _on_behalf(sentence: Sentence, stop: int) -> str | None:
    if (code := _represented(sentence, stop)) is not None:
        return code
    for index in range(stop - 3):
        if sentence.low(index) == "behalf" and sentence.cls(index + 1) == "f":
            end = next((probe for probe in range(index + 2, stop) if sentence.cls(probe) == ","), stop)
            return _sole_state(sentence, index + 2, end)
    return None


def _represented(sentence: Sentence, at: int) -> str | None:
    """Return the state of "Kenya was represented by (its) Minister P" before the person at *at*."""
    by = at - 1 - (sentence.cls(at - 1) == "e")
    if sentence.low(by) == "by" and sentence.cls(by - 1) == "C" and "represented" in sentence.lows[:by]:
        return code_of(sentence.units[by - 1])  # "Kenya was represented by A and Japan by B"
    if sentence.low(by) != "by" or sentence.low(by - 1) != "represented":
        return None
    be = by - 2
    while sentence.cls(be) in "EZXv":
        be -= 1
    return code_of(sentence.units[be]) if be >= 0 and sentence.classes[be] == "C" else None


def _opening_body(sentence: Sentence, stop: int) -> str | None:
    """Return the state whose government or ministry is the subject with which the sentence opens."""
    at = int(sentence.cls(0) == "e")
    code = _state_at(sentence, at)
    if code is None:
        return None
    body = any(sentence.units[probe].has("government") for probe in range(at + 1, min(at + 4, stop)))
    return code if body else None


def companions(reading: Reading) -> Found:
    """Read "talks with members of the Kenyan parliament and Minister P", "met Kenyan officials and Premier P"."""
    for sentence, mention, person in _open_mentions(reading):
        if sentence.cls(mention.first - 1) != "a" or mention.title is None:
            continue
        index = mention.first - 2
        code = None
        while index >= 0 and sentence.classes[index] in "NSTGYlLDefC" and mention.first - index < 10:
            code = code or _state_at(sentence, index)
            index -= 1
        head = sentence.units[mention.first - 2]
        if code and sentence.low(index) in _OBJECT_AFTER and (head.has("persongroup") or head.has("government")):
            yield person, code
