"""What a session agreed and a later report tells as begun or done: one commitment, with one life."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.facts import Commitment, Fact
from sphinx_bilateral.model.words import content_words

_ALIKE = 0.6
_LEAST_WORDS = 2

Published = Mapping[str, str | None]


def carried(groups: Sequence[list[Fact]], published: Published) -> list[list[Fact]]:
    """Return *groups* of commitments with what was done put to what was agreed.

    The two are one where the deed is reported on a later day than the undertaking, by those who undertook it or some of
    them, in the same words or most of them, and where no other undertaking is as near: to join two would say that
    something was done which was not.

    :param published: date of publication by source id.
    """
    parts: list[list[Commitment]] = [[one for one in group if isinstance(one, Commitment)] for group in groups]
    words = [content_words(part[0].action) if part else () for part in parts]
    undertaken = _by_word(parts, words)
    for done in [number for number, part in enumerate(parts) if part and not _is_open(part)]:
        part = parts[done]
        shared = Counter(number for word in words[done] for number in undertaken.get(word, ()))
        # All words of the shorter one stand in the longer, but for a verb in another form.
        numbers = sorted(one for one, count in shared.items() if count >= min(len(words[one]), len(words[done])) - 1)
        near = [(_alike(words[number], words[done]), number) for number in numbers]
        near = [one for one in near if one[0] >= _ALIKE and _may_be(parts[one[1]], part, published)]
        best = max((share for share, _ in near), default=0.0)
        nearest = [number for share, number in near if share == best]
        if len(nearest) == 1:
            parts[nearest[0]].extend(part)
            part.clear()
    return [list(part) for part in parts if part]


def _by_word(parts: Sequence[Sequence[Commitment]], words: Sequence[Sequence[str]]) -> Mapping[str, list[int]]:
    """Return the numbers of the undertakings by each content word of their action."""
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
    first = _day(undertaken[0], published)
    return first is not None and all((day := _day(one, published)) is not None and first < day for one in done)


def _day(fact: Fact, published: Published) -> str | None:
    day = published.get(fact.evidence[0].source)
    return bounds(day)[0].isoformat() if day else None


def _alike(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the share of the content words of two actions that they have in common, of the longer one.

    One of them may say more than the other. Where each has words of its own, such as another place, they are two.
    """
    common = [word for word in left if any(_same(word, known) for known in right)]
    if len(common) < min(_LEAST_WORDS, len(left)) or len(common) < min(len(left), len(right)):
        return 0.0
    return len(common) / max(len(left), len(right))


def _same(one: str, other: str) -> bool:
    """Tell whether two words are one, or forms of one verb: *waive* and *waived*."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) > 3 and longer in {f"{shorter}{end}" for end in ("d", "ed", "s", "ing")})
