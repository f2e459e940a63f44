"""Titles of persons: which say the same post in other words, and which are different posts."""

from __future__ import annotations

from sphinx_bilateral.model.words import country_words, words

_SHORT_FORMS = {
    "pm": ("prime",),
    "fm": ("foreign",),
    "dpm": ("deputy", "prime"),
    "cm": ("chief",),
    "nsa": ("national", "security", "adviser"),
}

# Rank and form, not portfolio: "Federal Minister for Trade" and "Trade Minister" are one post.
_FORM = frozenset("minister ministers ministry federal of for the and affairs mr mrs ms his her excellency".split())


def post(title: str, side: str | None) -> frozenset[str]:
    """Return the words of *title* that tell the post: portfolio, and rank where it is not simply minister."""
    expanded = [part for word in words(title) for part in _SHORT_FORMS.get(word, (word,))]
    own_country = country_words(side) if side else frozenset()
    return frozenset(word for word in expanded if word not in _FORM and word not in own_country)


def same_post(one: str, other: str, side: str | None) -> bool:
    """Tell whether two titles of a person of *side* name one post."""
    return post(one, side) == post(other, side)
