"""Words of titles: offices, those who are sent, what links an office to its body, a bracket after an office."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.words.units import Unit

_SENT = frozenset(
    """ambassador ambassadors envoy envoys representative commissioner consul attache attaché d'affaires delegate
    observer emissary nuncio""".split()
)


def is_sent(unit: Unit) -> bool:
    """Tell whether *unit* is the office of somebody sent to a state: "ambassador to Kenya", not "aide to"."""
    return unit.low in _SENT or unit.low.split()[-1] in _SENT


def is_plural(unit: Unit) -> bool:
    """Tell whether *unit* is an office that several hold: "ministers"."""
    return unit.low.endswith("s") and not unit.low.endswith(("affairs", "affaires", "ss"))


def is_office(unit: Unit) -> bool:
    """Tell whether *unit* names an office or a post: "minister", "general manager"."""
    return unit.has("office") or unit.has("post")


def is_body(unit: Unit) -> bool:
    """Tell whether *unit* is, or ends, the name of a body somebody heads: "National Assembly", "Football Union"."""
    return unit.capital and any(unit.has(theme) for theme in _BODIES) and not unit.has("officemod")


_BODIES = ("orgnoun", "legislature", "organisationhead", "foundednoun", "government")
_ADVISERS = {"adviser", "advisor", "assistant", "special assistant", "aide", "secretary", "chief of staff"}


def title_word(unit: Unit) -> bool:
    """Tell whether *unit* can stand in a title before its office: "Deputy", "Trade", "Joint"."""
    return (
        unit.cls in "TSYM"
        or unit.has("portfolio")
        or unit.has("officemod")
        or unit.has("sector")
        or unit.has("post")
        or unit.has("organ")
    )


def link_inside(units: Sequence[Unit], at: int) -> bool:
    """Tell whether "of", "for", "the", "on" at *at* stands inside a title."""
    low = units[at].low
    if low == "the":
        return at > 0 and (units[at - 1].cls == "f" or units[at - 1].low in {"for", "on", "to", "in"})
    if low in {"to", "in"}:
        return at > 0 and (is_sent(units[at - 1]) or (low == "in" and _in_ministry(units, at)))
    return low not in {"on", "at"} or (at > 0 and is_office(units[at - 1]))


def _in_ministry(units: Sequence[Unit], at: int) -> bool:
    """Tell whether "in" at *at* leads from an office to its ministry: "Secretary in the Ministry of Trade"."""
    ministry = at + 1 + (units[at + 1].low == "the")
    led = is_office(units[at - 1]) or units[at - 1].cls == ")"
    return led and ministry < len(units) and units[ministry].has("government") and units[ministry].capital


def bracket_in_title(units: Sequence[Unit], closing: int) -> int | None:
    """Return the index of the opening of a bracket right after an office: "Secretary (West) in the Ministry"."""
    if units[closing].cls != ")":
        return None
    for index in range(closing - 1, max(0, closing - 7), -1):
        if units[index].cls == "(":
            return index if is_office(units[index - 1]) else None
    return None


def adviser_left(units: Sequence[Unit], first: int, before: int) -> int:
    """Return where "Adviser to the Prime Minister on Trade" starts whose part from *first* to *before* was read."""
    at = first - 1 - (units[first - 1].low == "the") if first else -1
    if (
        at < 1
        or first == before
        or units[at].low != "to"
        or (units[at - 1].low not in _ADVISERS and units[at - 1].low.split()[-1] != "secretary")
    ):
        return first
    at -= 1
    while at > 0 and units[at - 1].has("officemod"):
        at -= 1
    return at
