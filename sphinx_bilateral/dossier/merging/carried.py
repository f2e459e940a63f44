"""What was undertaken and what a later report tells of it: begun, done or refused; one commitment, with one life."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sphinx_bilateral.dossier.comparing.acts import act_words
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import Published
from sphinx_bilateral.model.facts import DONE_RULE, REFUSED_RULE, Commitment, Fact
from sphinx_bilateral.model.words import country_words, is_of_state, stem

_ALIKE = 0.6
_LEAST_WORDS = 2
_GIVING = "supply"

Words = Sequence[str]


def carried(groups: Sequence[list[Fact]], published: Published) -> list[list[Fact]]:
    """Return *groups* of commitments with what was done, begun or refused put to what was agreed.

    The two are one where the deed is reported on a later day than the undertaking, by those who undertook it or some of
    them, of the same matter in whatever words for the act, and where no other undertaking is as near: to join two would
    say that something was done which was not. What only answers an undertaking, and finds none, is left out.

    :param published: date of publication by source id.
    """
    parts: list[list[Commitment]] = [[one for one in group if isinstance(one, Commitment)] for group in groups]
    deeds = [number for number, part in enumerate(parts) if part and not _is_open(part)]
    if not deeds:
        return [list(part) for part in parts if part]
    sides = frozenset().union(*(country_words(side) for part in parts for one in part[:1] for side in one.actors))
    words = [_words_of(part, sides) for part in parts]
    undertaken = _by_word(parts, words)
    for done in deeds:
        part = parts[done]
        shared = Counter(number for word in words[done] for number in undertaken.get(word, ()))
        least = 0.0 if all(one.rule == REFUSED_RULE for one in part) else _ALIKE
        numbers = sorted(one for one, count in shared.items() if count + 1 >= least * len(words[one]))
        near = [(_alike(words[number], words[done], part), number) for number in numbers]
        near = [one for one in near if one[0] >= _ALIKE and _may_be(parts[one[1]], part, published)]
        best = max((share for share, _ in near), default=0.0)
        nearest = [number for share, number in near if share == best]
        if len(nearest) == 1:
            parts[nearest[0]].extend(map(_settled, part))
            part.clear()
        elif all(map(_is_answer, part)):
            part.clear()
    return [list(part) for part in parts if part]


def _is_answer(fact: Commitment) -> bool:
    return fact.rule in {DONE_RULE, REFUSED_RULE}


def _settled(fact: Commitment) -> Commitment:
    """Return an answer as a sure reading of the undertaking that it was found to be of."""
    if not _is_answer(fact) or fact.zone != "body":
        return fact
    return fact.model_copy(update={"certainty": "confident", "open": ()})


def _words_of(part: Sequence[Commitment], sides: frozenset[str]) -> tuple[str, ...]:
    """Return the word of the act, and those of its matter; who does it for whom is told by the sides."""
    if not part:
        return ()
    acts = act_words()
    told = (word for word in acts.told(part[0].action) if not is_of_state(word, sides))
    return tuple(dict.fromkeys(word if word in acts.acts else stem(word) for word in told))


def _by_word(parts: Sequence[Sequence[Commitment]], words: Sequence[Words]) -> Mapping[str, list[int]]:
    """Return the numbers of the undertakings by each word of their matter."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if part and _is_open(part):
            for word in words[number]:
                found[word].append(number)
    return found


def _is_open(part: Sequence[Commitment]) -> bool:
    return any(one.status == "open" for one in part)


def _may_be(undertaken: Sequence[Commitment], done: Sequence[Commitment], published: Published) -> bool:
    by, doing = ({actor for one in part for actor in one.actors} for part in (undertaken, done))
    if not doing <= by:
        return False
    first = _days(undertaken[0], published)
    days = [_days(one, published) for one in done]
    if all(one.status == "denied" for one in done):
        later = [day is not None and first is not None and first[0] <= day[0] for day in days]
        return all(later) or not all(map(_is_answer, done))
    return first is not None and all(day is not None and first[1] < day[0] for day in days)


def _days(fact: Fact, published: Published) -> tuple[date, date] | None:
    """Return the first and the last day on which the report of *fact* may have been published."""
    day = published.get(fact.evidence[0].source)
    return bounds(day) if day else None


def _alike(undertaken: Words, done: Words, part: Sequence[Commitment]) -> float:
    """Return the share of the words of two actions that they have in common, of the longer one.

    One of them may say more than the other. Where each has words of its own, such as another place, they are two. Of an
    answer only what it says of the undertaking counts, whatever else it tells.
    """
    acts = act_words()
    act, matter = (undertaken[0], undertaken[1:]) if undertaken else ("", ())
    if act.isdecimal():  # "pledged $15 million for": what is given
        act, matter = _GIVING, undertaken
    # Where a verb stands first, it is what was done; the others only say what for.
    verbs = done[:1] if acts.starts(part[0].action) else done
    kept = {word for word in verbs if acts.is_kept(act, word)}
    if not kept:
        return 0.0
    mine, theirs = set(matter), set(done) - kept
    if all(map(_is_answer, part)):
        theirs = {word for word in theirs if word not in acts.keeps and word not in acts.acts} or theirs
    common = mine & theirs
    if 1 + len(common) < min(_LEAST_WORDS, 1 + len(mine)) or len(common) < min(len(mine), len(theirs)):
        return 0.0
    if all(one.rule == REFUSED_RULE for one in part):
        return 1.0  # who refuses something refuses so much of it as well
    longer = len(mine) if all(map(_is_answer, part)) else max(len(mine), len(theirs))
    return (1 + len(common)) / (1 + longer)
