"""Ids of facts: readable, made from the fact alone, and told apart in an order that later reports do not change."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice

from sphinx_bilateral.model.dates import sort_key
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact, Milestone, Participant
from sphinx_bilateral.model.words import fold

_ENVELOPE = {"id", "evidence", "certainty", "open", "rule", "review", "in_quote", "boilerplate"}
_NUMBER = re.compile(r"-1\Z")


def content_hash(fact: Fact) -> str:
    """Return a hash of what *fact* says, wherever it stands."""
    said = fact.model_dump(mode="json", exclude=_ENVELOPE, exclude_none=True)
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def with_ids(facts: Iterable[Fact], published: Mapping[str, str | None]) -> list[Fact]:
    """Return *facts* with their ids, in the order given: see `ids_of`."""
    facts = list(facts)
    named = zip(facts, ids_of(facts, published), strict=True)
    return [fact.model_copy(update={"id": name}) for fact, name in named]


def ids_of(facts: Sequence[Fact], published: Mapping[str, str | None]) -> list[str]:
    """Return the ids of *facts*, in the order given.

    Facts with one slug are numbered in order of their own date or else their source's, then of their content hash:
    a report that is added later leaves the ids of what was there as they were. Of persons with one surname, all but
    the first have their first name in the id, so that theirs cannot be taken for each other's.

    :param published: date of publication by source id.
    """
    same: dict[str, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        same[FACT_TYPES[fact.type].slug(fact) or fact.type].append(index)
    named: dict[int, str] = {}
    taken = set(same)
    for slug, alike in sorted(same.items()):
        indexes = _ordered(alike, facts, published) if len(alike) > 1 else alike
        named[indexes[0]] = slug
        # Nobody else is called what the first could be called.
        taken.update(islice(FACT_TYPES[facts[indexes[0]].type].apart(facts[indexes[0]]), 1))
        candidates = _numbered(slug)
        for index in indexes[1:]:
            longer = iter(FACT_TYPES[facts[index].type].apart(facts[index]))
            named[index] = next(one for one in chain(longer, candidates) if one not in taken)
            taken.add(named[index])
    return [named[index] for index in range(len(facts))]


def _numbered(slug: str) -> Iterator[str]:
    return (_NUMBER.sub("", slug) + f"-{number}" for number in count(2))


def _ordered(indexes: Sequence[int], facts: Sequence[Fact], published: Mapping[str, str | None]) -> list[int]:
    """Return *indexes* in the order of `ids_of`. Hashes take long to make, and few facts need theirs."""
    orders = {index: _order(facts[index], published) for index in indexes}
    alike = Counter(orders.values())
    hashes = {index: content_hash(facts[index]) for index in indexes if alike[orders[index]] > 1}
    return sorted(indexes, key=lambda index: (*orders[index], hashes.get(index)))


def _order(fact: Fact, published: Mapping[str, str | None]) -> tuple[Hashable, ...]:
    # A session and the milestone that it is share a slug: the session has it, before it was held and after.
    # Two persons first told of on one day are told apart by name: their titles and parts are another's to change.
    said = fold(fact.name) if isinstance(fact, Participant) else ""
    return (isinstance(fact, Milestone), sort_key(_date(fact, published)), said)


def _date(fact: Fact, published: Mapping[str, str | None]) -> str | None:
    return getattr(fact, "date", None) or published.get(fact.evidence[0].source)
