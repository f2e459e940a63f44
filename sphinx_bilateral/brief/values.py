"""A field of a fact as a line: its text, marked as the value that it is."""

from __future__ import annotations

from sphinx_bilateral.brief.blocks import Badge, Inline, Line, Text, Value
from sphinx_bilateral.brief.wording import TONES, Wording
from sphinx_bilateral.model import facts
from sphinx_bilateral.model.value_words import BADGES, value_text
from sphinx_bilateral.model.wording import printable


def value_line(fact: facts.Fact, name: str, wording: Wording, dossier: str, *, strong: bool = False) -> Line:
    """Return the value of the field *name* as a line without source numbers; empty where there is none."""
    value = fact.get(name)
    text = printable(value_text(fact, name, value, wording))
    if not text:
        return ()
    if name in BADGES:
        badge = Badge(text, TONES.get(value, "neutral"), fact.id, name, dossier)
        # What was done has a day; it stands with the status, since most commitments have none.
        done = value_line(fact, "date", wording, dossier) if isinstance(fact, facts.Commitment) else ()
        return (badge, Text(" "), *done) if done else (badge,)
    shown: Inline = Value(text, fact.id, name, dossier, strong=strong, verbatim=_is_verbatim(fact, name))
    if isinstance(fact, facts.Quote) and name == "text":
        return (Text("“"), shown, Text("”"))
    if isinstance(fact, facts.Figure) and name == "value" and fact.role:
        return (shown, Text(" "), Badge(wording.word(fact.role), TONES.get(fact.role, "neutral")))
    return (shown,)


def _is_verbatim(fact: facts.Fact, name: str) -> bool:
    return isinstance(fact, facts.Quote) and name == "text"
