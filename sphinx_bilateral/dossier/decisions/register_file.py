"""``register.yaml`` as a command writes it: one block an entry, and every line of people as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sphinx_bilateral.dossier.decisions.register import Register
from sphinx_bilateral.written.located_yaml import plain_data_of
from sphinx_bilateral.written.yaml_edit import comments_in, drop, put, put_all, replace

SECTIONS = tuple(Register.model_fields)
"""The sections, in the order in which they are made."""

DECISIONS = frozenset({"accept", "amend", "reject", "propose"})
"""The sections of which one at most has an entry about a fact."""


def with_entry(text: str, section: str, name: str, entry: Mapping[str, Any]) -> str:
    """Return the text of a register with *entry*; one that it has under that name gives way, its comments stay.

    A section is made where it is missing. In a section in alphabetical order an entry stands in its place, so that two
    branches that add entries write in different places; in any other it stands at the end. What was decided or
    proposed about the same fact in another section gives way to a decision.

    :raises UneditableError: where there is no safe place for it.
    """
    gives_way = [one for one in SECTIONS if one == section or {one, section} <= DECISIONS]
    comments = [comment for one in gives_way for comment in comments_in(text, (one, name))]
    for one in gives_way:
        text = drop(text, (one, name))
    return put(text, (section, name), entry, order=SECTIONS, comments=comments)


def with_entries(text: str, section: str, entries: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text with *entries* in *section*, where none of them stands yet; as one by one, and in less time.

    :raises UneditableError: where there is no safe place for them.
    """
    return put_all(text, (section,), entries, order=SECTIONS)


def without_entry(text: str, section: str, name: str) -> str:
    """Return the text without the entry *name* of *section*.

    :raises UneditableError: where it cannot be taken out.
    """
    return drop(text, (section, name))


def with_day(text: str, section: str, name: str, day: str) -> str:
    """Return the text in which the entry *name* of *section* was decided on *day*.

    :raises UneditableError: where it cannot be written there.
    """
    return replace(text, (section, name, "when"), day)


def with_words(text: str, section: str, name: str, evidence: Sequence[Mapping[str, str]]) -> str:
    """Return the text in which the entry *name* of *section* rests on the words *evidence*.

    :raises UneditableError: where they cannot be written there.
    """
    path = (section, name, "evidence")
    return put(drop(text, path), path, evidence, order=SECTIONS)


def mixed_decisions(mine: str, other: str, merged: str) -> list[str]:
    """Return the decisions in *merged*, as ``section.id``, that are neither the one's nor the other's.

    Who decided, and why, would stand under a value that somebody else chose.

    :raises UnreadableError: where one of the texts is no YAML.
    """
    one, two, made = (plain_data_of(text) for text in (mine, other, merged))
    found = []
    for section in sorted({*DECISIONS, "alias", "resolve"} - {"propose"}):
        ours, theirs = _section(one, section), _section(two, section)
        for name, entry in _section(made, section).items():
            if name in ours and name in theirs and entry not in (ours[name], theirs[name]):
                found.append(f"{section}.{name}")
    return found


def _section(data: Any, name: str) -> Mapping[str, Any]:
    section = data.get(name) if isinstance(data, dict) else None
    return section if isinstance(section, dict) else {}


def decided_twice(text: str) -> list[str]:
    """Return the facts about which *text* decides in two sections, as a merge of two branches may leave it.

    :raises UnreadableError: where it is no YAML.
    """
    data = plain_data_of(text)
    found: Counter[str] = Counter()
    for name in sorted(DECISIONS - {"propose"}):
        section = data.get(name) if isinstance(data, dict) else None
        found.update(list(section) if isinstance(section, dict) else ())
    return sorted(name for name, times in found.items() if times > 1)
