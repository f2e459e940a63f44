"""What follows the noun of an instrument: the parties it is between, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx_bilateral.extract.grammar.clauses import finite_before, is_attribution, verb_group
from sphinx_bilateral.extract.grammar.event_dates import is_term
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_FIELDS = {"field", "fields", "area", "areas", "sphere", "spheres", "domain", "domains", "sector", "sectors"}
_STATES = {"abeyance", "limbo", "doubt", "question", "jeopardy", "tatters", "place", "force", "principle", "return"}
_TOPIC = {"on", "for", "in", "to", "of", "regarding", "concerning", "covering", "about", "seeking"}
_SCENE = {
    *("during", "after", "before", "by", "at", "under", "as", "following", "until", "despite", "since", "upon", "amid"),
    *(
        "in front of",
        "ahead of",
        "on the sidelines of",
        "on the margins of",
        "in the margins of",
        "at the sidelines of",
    ),
    *("in the presence of", "on the occasion of"),
}


@dataclass(slots=True)
class Tail:
    """What follows the noun.

    :param last: index of the last unit that belongs to the name.
    :param between: the states after "between"; *partners* those after "with".
    :param late: the states after "with" behind the subject, "a pact on tea with Peru", where they can belong to it too.
    :param strangers: "with" names others, of whom nothing says which state they are of.
    """

    last: int
    subject: tuple[int, int] | None = None
    between: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    strangers: bool = False


def tail_of(reading: Reading, sentence: Sentence, last: int) -> Tail:
    """Read what follows the unit at *last*: the parties, and the subject up to the border of the clause."""
    tail = Tail(last)
    for _ in range(3):
        index = tail.last + 1
        word = sentence.low(index)
        if word in {"between", "with"} or _of_states(sentence, index):
            if not _read_parties(reading, sentence, index, tail):
                break
        elif word in _TOPIC and tail.subject is None and not _no_topic(sentence, index):
            does = word == "to" and sentence.cls(index + 1) == "V"
            stop = _subject_end(reading, sentence, index + 1 + does)  # "to set up", where "set" could be past
            if stop == index + 1 or (word in {"on", "in"} and sentence.cls(index + 1) in "mwt#"):
                break
            if "$" in sentence.classes[index + 1 : index + 4] and sentence.cls(index + 1) in "#$":
                break  # "for 400 million dollars" is what it is worth
            tail.subject, tail.last = _subject(sentence, index + 1, stop - 1), stop - 1
        else:
            break
    return tail


def _of_states(sentence: Sentence, at: int) -> bool:
    """Tell whether "of Egypt and Turkey" stands at *at*: whose instrument it is, not what it is about."""
    first = at + 1 + (sentence.cls(at + 1) == "e")
    other = first + 2 + (sentence.cls(first + 2) == "e")
    return (
        sentence.low(at) == "of"
        and sentence.cls(first) == "C" == sentence.cls(other)
        and sentence.cls(first + 1) == "a"
    )


def _subject(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the place of the subject without "the field of" before it and letters in brackets behind it."""
    if sentence.low(first) == "the" and sentence.low(first + 1) in _FIELDS and sentence.cls(first + 2) == "f":
        first = min(first + 3, last)
    if sentence.cls(last) == ")" and sentence.cls(last - 2) == "(" and last - 3 >= first:
        last -= 3
    return first, last


def _no_topic(sentence: Sentence, at: int) -> bool:
    """Tell whether the preposition at *at* says where or for whom: "in Lima", "on behalf of"."""
    if sentence.low(at) == "on" and sentence.low(at + 1) == "behalf":
        return True
    return sentence.low(at) == "in" and (sentence.cls(at + 1) in "mK#C" or sentence.low(at + 1) in _STATES)


def _read_parties(reading: Reading, sentence: Sentence, at: int, tail: Tail) -> bool:
    """Read the parties after "between" or "with" at *at* into *tail*; tell whether the name goes on with them."""
    stop, named = at + 1, list[str]()
    while _inside_parties(sentence, stop, named=len(named)):
        if sentence.classes[stop] in "CD":
            named.append(code_of(sentence.units[stop]) or "")
        if sentence.classes[stop] == "B":
            named += reading.both_in(sentence)
        stop += 1
    while stop > at + 1 and sentence.cls(stop - 1) in "aefp":
        stop -= 1
    stop = _of_theirs(sentence, _possessed(sentence, stop))
    stop += sentence.cls(stop - 1) == "D" and stop < sentence.size and sentence.units[stop].has("counterpart")
    while sentence.classes[stop - 1] in "DlLN" and _names_body(sentence, stop) and stop - at < 8:
        stop += 1  # "with the Kenyan firm Kilima Energy"
    codes = [code for code in named if code]
    if sentence.low(at) != "with":
        tail.between += codes
    else:
        (tail.late if tail.subject is not None else tail.partners).extend(codes)
        tail.strangers |= not codes and _are_strangers(sentence, at + 1)
    if stop == at + 1 or not (codes or sentence.low(at) != "with"):
        return False
    tail.last = stop - 1
    return True


def _are_strangers(sentence: Sentence, at: int) -> bool:
    """Tell whether the words from *at* name somebody of whom nothing says which state they are of."""
    known = False
    for index in range(at, min(at + 8, len(sentence.units))):
        unit, letter = sentence.units[index], sentence.classes[index]
        if unit.has("outsidernoun"):
            return True  # "with pro-Union rebels", whatever they are called
        if letter in ',;."hqpEXVA' and index > at:
            break
        known |= unit.has("counterpart") or unit.has("partnernoun") or letter in "Bb"
        known |= letter in "NTH" and unit.capital
    return not known


def _possessed(sentence: Sentence, stop: int) -> int:
    """Return the index after "Portugal's shipyards" where a list of parties ends with a possessor before *stop*."""
    if sentence.cls(stop - 1) != "'":
        return stop
    end = stop
    while sentence.cls(end) in "lSLGNYMT" and end - stop < 5:
        end += 1
    return end if end > stop else stop - 1


def _names_body(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun or a part of a name stands at *at*: "the Kenyan firm Kilima Energy"."""
    return sentence.cls(at) in "lLN" or (sentence.cls(at) == "S" and sentence.units[at].capital)


def _of_theirs(sentence: Sentence, stop: int) -> int:
    """Return the index after "the two foreign ministries" where a list of parties ends with "the two" before *stop*."""
    if not sentence.low(stop - 1).endswith(("two", "both")):
        return stop
    end = stop
    while sentence.cls(end) in "lSLGTY" and end - stop < 4:
        end += 1
    return end if sentence.low(end - 1).endswith("s") else stop


def _inside_parties(sentence: Sentence, at: int, *, named: int) -> bool:
    """Tell whether the list of parties after "between" goes on at *at*; bodies of the parties have long names.

    :param named: how many states it has named so far.
    """
    letter = sentence.cls(at)
    if letter == "p":
        return (
            named > 0
            and sentence.low(at) in {"for", "in"}
            and sentence.units[min(at + 1 + (sentence.cls(at + 1) == "e"), len(sentence.units) - 1)].capital
        )
    if letter == ",":  # "the Ministry of Trade, Industry and Tourism"
        fields = (sentence.units[index] for index in (at - 1, min(at + 1, len(sentence.units) - 1)))
        return named > 0 and all(unit.cls == "S" and unit.capital for unit in fields)
    if letter == "a" and named > 1 and _opens_clause(sentence, at + 1):
        return False
    return letter in "CDeafBGNn'" or (letter in "SYTMLl" and sentence.units[at].capital)


def _subject_end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Return the index after the subject of an instrument: a border of clauses, a date, a finite verb, a sibling."""
    index = at
    dates = {
        item.first
        for item in reading.dates[sentence.index]
        if sentence.cls(item.last + 1) in ".,;pahVEX '\"" and not is_term(sentence, item)
    }
    while index < len(sentence.units) and index - at < 40:
        if index in dates or _is_border(sentence, index, at):
            break
        index += 1
    while index > at and sentence.classes[index - 1] in ",aepfo-v(":
        index -= 1
    return index


def _is_border(sentence: Sentence, at: int, start: int) -> bool:
    """Tell whether the subject that starts at *start* is over before the unit at *at*."""
    unit, letter = sentence.units[at], sentence.classes[at]
    if letter in ';."hqcEXZwtB' or (letter == "m" and not unit.has("verb")):
        return True
    if letter == "V":
        return _finite(sentence, at)
    if letter == ",":
        return _comma_ends(sentence, at)
    if letter == "a":
        return _sibling(sentence, at + 1)
    if letter == "p" and at > start:
        if unit.low == "as" and "such" in (sentence.low(at - 2), sentence.low(at - 1)):
            return False  # "covering such areas as trade"
        return unit.low in _SCENE or _sets_scene(sentence, at) or _ends_with_states(sentence, at)
    return letter == "(" and sentence.cls(at + 2) == ")" and len(sentence.units[at + 1].text) == 1


def _ends_with_states(sentence: Sentence, at: int) -> bool:
    """Tell whether "with Peru and Chile" at *at* ends the clause, or a date or place follows: then they are parties."""
    if sentence.low(at) != "with" or sentence.cls(at + 1 + (sentence.cls(at + 1) == "e")) != "C":
        return False
    end = at + 1
    while sentence.cls(end) in "eCa,":
        end += 1
    if sentence.classes[at + 2 : end].rstrip("ea").endswith(","):
        return True
    if end == len(sentence.units) or sentence.units[end].has("relative"):
        return True
    return sentence.classes[end] in ".;pwtmMh'\""


def _comma_ends(sentence: Sentence, at: int) -> bool:
    if sentence.low(at + 1) == "subject" and sentence.low(at + 2) == "to":
        return True
    if any(sentence.units[n].has("report") for n in range(at, min(at + 4, len(sentence.units)))):
        return True
    if sentence.cls(at + 1) == "D" != sentence.cls(at - 1) and is_attribution(sentence, at + 1):
        return True
    if sentence.cls(at + 1) == "S" and sentence.cls(at + 2) == "T" and is_attribution(sentence, at + 2):
        return True  # ", Foreign Affairs Minister Ada Otwo said"
    return sentence.cls(at + 1) in "acqVepvNTBCHb(" and not _list_goes_on(sentence, at)


def _sets_scene(sentence: Sentence, at: int) -> bool:
    """Tell whether "in" or "on" at *at* says where or when, not in which field: "in Lima", "in the capital"."""
    if sentence.low(at) not in {"in", "on"} or sentence.cls(at + 1) not in "mK#CewO":
        return False
    return sentence.cls(at + 2) != "S" and sentence.low(at + 2) not in _FIELDS


def _is_predicate(sentence: Sentence, at: int, start: int) -> bool:
    """Tell whether the verb at *at* is that of the name itself, which no verb stands before: "was signed"."""
    return sentence.cls(at - 1 - (sentence.cls(at - 1) == "v")) == "E" and finite_before(sentence, start) is None


def _finite(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    form = unit.tags.get("form", "")
    if unit.has("sector") or (unit.capital and sentence.zone == "body"):
        return False  # "the Agreement on Peaceful Uses of"
    if "s" in form and unit.has("nounlike"):
        return verb_group(sentence, at) is not None
    return "d" in form or "n" in form or "s" in form


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Tell whether a list of fields goes on after the comma: "agriculture, trade and health"."""
    probe = comma + 1
    if sentence.cls(probe) == "a":
        probe += 1
    if sentence.cls(probe) == "V" and sentence.low(probe).endswith("ing") and sentence.cls(probe + 1) in "a,":
        return True  # "trade, manufacturing and tourism"
    return sentence.cls(probe) == "S" or (sentence.cls(probe) == "l" and sentence.cls(probe + 1) in "a,S.")


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether a state with its own verb stands at *at*: "a pact on tea, and Peru became a member"."""
    verb = at + 1
    while sentence.cls(verb) == "v":
        verb += 1
    if sentence.cls(at) != "C" or verb >= len(sentence.units):
        return False
    group = verb_group(sentence, verb) if sentence.classes[verb] == "V" else None
    return sentence.classes[verb] in "EXZ" or (group is not None and group.mood == "finite")


def _sibling(sentence: Sentence, at: int) -> bool:
    """Tell whether another instrument or a verb starts at *at*."""
    while sentence.cls(at) == "v":
        at += 1
    if sentence.cls(at - 2) not in "CDK" and _opens_clause(sentence, at):
        return True
    if sentence.cls(at) == "V" or sentence.units[min(at, len(sentence.units) - 1)].has("instrument"):
        return True
    if sentence.cls(at) == "l":
        return sentence.low(at).endswith("ed") and sentence.cls(at + 1) in "eCDKb"
    return sentence.cls(at) in "e#(" and any(
        sentence.units[index].has("instrument")
        or (sentence.cls(index) == "V" and not _is_predicate(sentence, index, at))
        for index in range(at, min(at + 8, len(sentence.units)))
    )
