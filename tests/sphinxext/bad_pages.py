"""Pages full of faults, made from the catalogue: what is written, where, and which words must be told and shown."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from sphinx_bilateral.brief.catalogue import DIRECTIVES, ROLES, DirectiveSpec

Lines = list[str]


@dataclass(frozen=True)
class Fault:
    """Something wrong. ``{}`` in its lines stands for a word of its own, by which its message is found.

    :param shown: whether the word must be on the page too, since nothing else of the fault is.
    :param inline: whether it is running text.
    :param named: whether its message holds the word; else the message is any at its place.
    :param markdown: whether it is a fault in MyST too.
    """

    lines: tuple[str, ...]
    shown: bool = False
    inline: bool = False
    named: bool = True
    markdown: bool = True


WRONG_VALUES = {
    "count": ("0{}", "-{}", "{}", "1.5{}"),
    "date": ("{}", "2025-13{}", "2025-01/{}"),
    "choice": ("{}", "table {}"),
    "points": ("{}", "5{}"),
    "layout": ("{}",),
    "profile": ("{}", "{}.yaml"),
    "dossier": ("{}",),
}
"""Values that an option of the kind cannot have."""

# Words whose meaning is found when the page is composed.
WRONG_WORDS = {
    "sort": "-{}",
    "columns": "name {}",
    "filter": "{} == 1",
    "status": "signed, {}",
    "kind": "{}",
    "sector": "energy {}",
    "party": "KE {}",
    "event": "{}",
    "basis": "{}",
}


def directive_faults(spec: DirectiveSpec) -> Iterator[Fault]:
    argument = {
        "ids": "mou-fisheries-data",
        "title": "Ports",
        "id": "X",
        "file": "{}.txt",
        "likelihood": "likely",
        "new-id": "new",
    }
    head = f".. brief:{spec.name}:: {argument.get(spec.argument, '')}".rstrip()
    head = head.replace("{}.txt", "brief.pdf")
    held = ("", "   Words.") if spec.group in {"container", "judgement"} else ()
    yield Fault((head, "   :{}: 1", *held))
    for name, option in spec.options.items():
        for value in WRONG_VALUES.get(option.kind, ()):
            basis = ("   :basis: target-trade-2030",) if spec.group == "judgement" else ()
            yield Fault((head, *basis, f"   :{name}: {value}", *held))
        if name in WRONG_WORDS:
            yield Fault((head, f"   :{name}: {WRONG_WORDS[name]}", *held))
    if spec.argument == "ids":
        yield Fault((f".. brief:{spec.name}:: {{}}",), shown=True)
        yield Fault((f".. brief:{spec.name}:: KE {{}}",), shown=True)
    if spec.argument == "file":
        yield Fault((f".. brief:{spec.name}:: {{}}",), shown=True)
        yield Fault((f".. brief:{spec.name}:: ../{{}}.pdf",), shown=True)


def role_faults(name: str) -> Iterator[Fault]:
    yield Fault((f"It is :brief:{name}:`{{}}`.",), shown=True, inline=True)
    yield Fault(
        (f"It is :brief:{name}:`{{}}.status`, said twice: :brief:{name}:`{{}}.status`.",), shown=True, inline=True
    )
    yield Fault((f"It is :brief:{name}:`some words <{{}}>`.",), shown=True, inline=True)


FAULTS: tuple[Fault, ...] = (
    *itertools.chain.from_iterable(directive_faults(spec) for spec in DIRECTIVES.values()),
    *itertools.chain.from_iterable(role_faults(name) for name in ROLES),
    Fault((":brief:fact:`mou-fisheries-data.{}`",), shown=True, inline=True),
    Fault((".. brief:{}:: KE",), shown=True),
    Fault((".. brief:agreements:: KE", "   :limit: {}", "   :limit: 2"), shown=True, named=False, markdown=False),
    Fault((".. brief:agreements:: KE", "   :limit {}", "   :empty: none"), named=False),
)
"""Every directive and role with every kind of wrong argument and option value."""

Around = Callable[[Lines, int], Lines]


def indented(lines: Lines, by: int) -> Lines:
    return [f"{' ' * by}{line}" if line else "" for line in lines]


def under(*head: str, by: int = 3) -> Around:
    """Return what puts lines under *head*, indented."""
    return lambda lines, _number: [*(f"{line}" for line in head), "", *indented(lines, by)]


PLACES: dict[str, Around] = {
    "page": lambda lines, _: lines,
    "list": under("- item", by=2),
    "table": under(".. list-table::", "", "   * - cell", by=7),
    "quote": under("Quoted:"),
    "footnote": under(".. [#] Note."),
    "section of ours": under(".. brief:if-asked:: Why?"),
    "note": under(".. note::"),
    "definition": under("term", "   Words."),
    "field": under(":field: Words."),
    "topic": under(".. topic:: Topic"),
    "sidebar": under(".. sidebar:: Aside"),
    "only": under(".. only:: not nothing"),
    "legend": under(".. figure:: picture.png", "", "   Caption."),
    "glossary": under(".. glossary::", "", "   word", "      Meaning.", by=6),
    "twice": lambda lines, _: [*lines, "", *lines],
}
"""Where a fault can stand in reStructuredText."""

INLINE_PLACES: dict[str, Around] = {
    "heading": lambda lines, _: [*lines, "-" * max(map(len, lines))],
    "line block": lambda lines, _: [f"| {line}" for line in lines],
    "substitution": lambda lines, number: [f".. |s{number}| replace:: {lines[0]}", "", f"See |s{number}|."],
    "caption": lambda lines, _: [".. figure:: picture.png", "", *indented(lines, 3)],
    "table title": lambda lines, _: [f".. list-table:: {lines[0]}", "", "   * - cell"],
    "title of ours": lambda lines, _: [f".. brief:lines:: {lines[0]}", "", "   Words."],
}
"""Where running text with a fault can stand besides."""


def fenced(head: str) -> Around:
    """Return what puts lines into a directive of MyST, under a fence that is longer than theirs."""

    def around(lines: Lines, _number: int) -> Lines:
        fence = "`" * (1 + max([2, *map(len, re.findall(r"`+", "\n".join(lines)))]))
        return [f"{fence}{head}", *lines, fence]

    return around


MARKDOWN_PLACES: dict[str, Around] = {
    "page": lambda lines, _: lines,
    "list": under("- item", by=2),
    "quote": lambda lines, _: [f"> {line}".rstrip() for line in lines],
    "footnote": lambda lines, number: [f"See[^n{number}].", "", f"[^n{number}]: Note.", "", *indented(lines, 4)],
    "section of ours": fenced("{brief:if-asked} Why?"),
    "note": fenced("{note}"),
    "twice": lambda lines, _: [*lines, "", *lines],
    "reStructuredText": fenced("{eval-rst}"),
}
INLINE_MARKDOWN_PLACES: dict[str, Around] = {
    "heading": lambda lines, _: [f"## {line}" for line in lines],
    "table": lambda lines, _: ["| a | b |", "|---|---|", *(f"| c | {line} |" for line in lines)],
    # A fence of backticks may have none on its line.
    "title of ours": lambda lines, _: [f":::{{brief:lines}} {lines[0]}", "Words.", ":::"],
}

# A heading stands on the page itself alone. Docutils allows topics and sidebars, MyST footnotes, nowhere but there.
OUTERMOST = frozenset({"heading", "topic", "sidebar", "footnote"})
# No builder for plain text nests tables.
TABLES = frozenset({"table", "table title"})


def fits(places: list[str]) -> bool:
    """Tell whether *places*, the innermost first, can stand in each other."""
    return not OUTERMOST & set(places[:-1]) and sum(place in TABLES for place in places) <= 1


@dataclass
class Written:
    """One fault on a page.

    :ivar word: its own word. *lines*: first and last line of what was written for it.
    """

    fault: Fault
    word: str
    lines: tuple[int, int]


def word(number: int) -> str:
    return f"zz{number}zz"


@dataclass
class Page:
    text: str
    written: list[Written]


Placed = tuple[Fault, list[str]]
"""A fault, and what it stands in, the innermost first."""


def make_page(chosen: Iterable[Placed], *, markdown: bool) -> Page:
    """Return a page that holds *chosen*, after a right control block."""
    known = {**MARKDOWN_PLACES, **INLINE_MARKDOWN_PLACES} if markdown else {**PLACES, **INLINE_PLACES}
    head = Fault((".. brief:document:: X",))
    lines = ["# Page", "", *in_markdown(head)] if markdown else ["Page", "====", "", *head.lines]
    lines += ["", "Words.", ""]
    written = []
    for number, (fault, places) in enumerate(chosen):
        native = markdown and places[:1] != ["reStructuredText"]
        block = [line.replace("{}", word(number)) for line in (in_markdown(fault) if native else fault.lines)]
        for place in places:
            block = known[place](block, number)
        written.append(Written(fault, word(number), (len(lines) + 1, len(lines) + len(block))))
        # So that an indented block does not become part of the next one.
        lines += [*block, "", "Between.", ""]
    return Page("\n".join(lines) + "\n", written)


def in_markdown(fault: Fault) -> Lines:
    """Return the lines of *fault* as MyST writes them."""
    head, *rest = fault.lines
    if fault.inline:
        return [re.sub(r":(brief:[\w-]+):(?=`)", r"{\1}", head)]
    name, _, argument = head.removeprefix(".. ").partition("::")
    # MyST ends options with a blank line too.
    return [f"```{{{name}}}{argument}", *(line.strip() for line in rest), "```"]


def everywhere(*, markdown: bool) -> list[Placed]:
    """Return every fault on the page itself, and the first faults of each kind in every place."""
    outer, inner = (MARKDOWN_PLACES, INLINE_MARKDOWN_PLACES) if markdown else (PLACES, INLINE_PLACES)
    faults = [fault for fault in FAULTS if fault.markdown or not markdown]
    turns = itertools.cycle(sorted(outer))
    inline_turns = itertools.cycle(sorted({**outer, **inner}))
    return [
        *((fault, ["page"]) for fault in faults),
        *((fault, [next(inline_turns if fault.inline else turns)]) for fault in faults),
    ]


@st.composite
def placed_faults(draw: st.DrawFn, *, markdown: bool) -> Placed:
    """Return a fault in up to three places."""
    outer, inner = (MARKDOWN_PLACES, INLINE_MARKDOWN_PLACES) if markdown else (PLACES, INLINE_PLACES)
    fault = draw(st.sampled_from([fault for fault in FAULTS if fault.markdown or not markdown]))
    innermost = draw(st.sampled_from(sorted({**outer, **inner} if fault.inline else outer)))
    around = draw(st.lists(st.sampled_from(sorted(set(outer) - {"reStructuredText"})), max_size=2))
    places = [innermost, *around]
    return fault, places if fits(places) else [innermost]
