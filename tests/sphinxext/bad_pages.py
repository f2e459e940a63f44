"""Pages full of faults, made from the catalogue: what is written, where, and which words must be told and shown."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from sphinx_bilateral.brief.catalogue import DIRECTIVES, ROLES, DirectiveSpec

Lines = list[str]


@dataclass(frozen=True)
class Fault:
    """Something wrong. ``{}`` in its lines stands for a word of its own, by which its message is found.

    :param shown: whether the word must be on the page too, since nothing else of the fault is.
    :param inline: whether it is running text.
    :param named: whether its message holds the word.
    """

    lines: tuple[str, ...]
    shown: bool = False
    inline: bool = False
    named: bool = True


WRONG_VALUES = {
    "count": ("0{}", "-{}", "{}", "1.5{}"),
    "date": ("{}", "2025-13{}", "2025-01/{}"),
    "choice": ("{}", "table {}"),
    "dossier": ("{}",),
}
"""Values that an option of the kind cannot have."""

# Words whose meaning is found when the page is composed.
WRONG_WORDS = {"sort": "-{}", "columns": "name {}", "filter": "{} == 1", "event": "{}", "basis": "{}"}


def directive_faults(spec: DirectiveSpec) -> Iterator[Fault]:
    argument = {"ids": "mou-fisheries-data", "title": "Ports", "id": "X", "file": "{}.txt", "likelihood": "likely"}
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
    Fault((".. brief:agreements:: KE", "   :limit: {}", "   :limit: 2"), shown=True, named=False),
    Fault((".. brief:agreements:: KE", "   :limit {}", "   :empty: none"), shown=True),
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
    "emphasis next to it": lambda lines, _: [f"*so* {line}" for line in lines],
}
"""Where running text with a fault can stand besides."""


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


def make_page(chosen: list[tuple[Fault, list[str]]], *, markdown: bool) -> Page:
    """Return the page with the faults *chosen*, each in its places, the innermost first."""
    lines = ["# Page", ""] if markdown else ["Page", "====", ""]
    written = []
    for number, (fault, places) in enumerate(chosen):
        block = [line.replace("{}", word(number)) for line in fault.lines]
        for place in places:
            block = {**INLINE_PLACES, **PLACES}[place](block, number)
        if markdown:
            block = in_markdown(block)
        first = len(lines) + 1
        lines += [*block, ""]
        written.append(Written(fault, word(number), (first, len(lines))))
        # So that an indented block does not become part of the next one.
        lines += ["Between.", ""]
    return Page("\n".join(lines) + "\n", written)


def in_markdown(block: Lines) -> Lines:
    return ["````{eval-rst}", *block, "````"]


def all_faults() -> list[tuple[Fault, list[str]]]:
    return [(fault, ["page"]) for fault in FAULTS]


@st.composite
def placed_faults(draw: st.DrawFn) -> tuple[Fault, list[str]]:
    fault = draw(st.sampled_from(FAULTS))
    inner = draw(st.sampled_from(sorted(INLINE_PLACES))) if fault.inline and draw(st.booleans()) else None
    outer = draw(st.lists(st.sampled_from(sorted(PLACES)), max_size=2))
    # A heading stands nowhere but on the page itself.
    return fault, [inner] if inner == "heading" else [*([inner] if inner else []), *outer]
