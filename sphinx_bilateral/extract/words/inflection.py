"""The forms of English verbs, made from the lemma: base, third person, past, participle, gerund."""

from __future__ import annotations

import functools

Form = str
"""Letters of the forms that one spelling can be: b base, s third person, d past, n participle, g gerund."""

_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


def _third_person(lemma: str) -> str:
    if lemma.endswith(_SIBILANTS):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


@functools.lru_cache(maxsize=2048)  # a verb stands under many themes
def forms(entry: str) -> tuple[tuple[str, Form], ...]:
    """Return each spelling of a verb with the letters of its forms.

    :param entry: a lemma, or "lemma past participle [gerund]" where rules do not make them.
    """
    lemma, past, participle, gerund = (*entry.split(), *[""] * 4)[:4]
    made: dict[str, str] = {}
    for spelling, form in (
        (lemma, "b"),
        (_third_person(lemma), "s"),
        (past or _past(lemma), "d"),
        (participle or past or _past(lemma), "n"),
        (gerund or _gerund(lemma), "g"),
    ):
        made[spelling] = made.get(spelling, "") + form
    return tuple(made.items())
