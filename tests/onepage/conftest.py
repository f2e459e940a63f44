"""A realistic sheet on two countries that do not exist, as full as the first real brief."""

from __future__ import annotations

from itertools import starmap

import pytest

from sphinx_bilateral.brief.blocks import (
    Badge,
    Block,
    Card,
    Cards,
    Cite,
    Column,
    Control,
    Emphasis,
    Inline,
    Items,
    Line,
    Link,
    Paragraph,
    Row,
    Section,
    Sheet,
    SourceLine,
    Sources,
    Table,
    Text,
    Tone,
    Value,
)
from sphinx_bilateral.onepage import Layout, read_layout

TONES: dict[str, Tone] = {
    "Held": "done",
    "Scheduled": "open",
    "Being finalised": "underway",
    "To be signed": "underway",
    "Signed": "done",
    "Open": "open",
    "In progress": "underway",
    "target": "open",
    "actual": "neutral",
    "Stalled": "stopped",
    "Past": "done",
}

COLUMNS = {
    "meetings": ("name", "date", "place", "status"),
    "agreements": ("name", "kind", "status", "date"),
    "commitments": ("action", "actors", "strength", "status"),
    "proposals": ("what", "sub", "by", "to"),
    "discussions": ("topics", "by"),
    "figures": ("measure", "value", "role", "period"),
    "visits": ("visitor", "destination", "date", "status"),
    "quotes": ("text", "speaker", "date"),
}

HOPE = (
    "I trust that, once our memorandums on rail safety are final, we can go further together, in trade in equipment, "
    "in depots and tracks, and in sharing what we know of risks."
)
REVIEW = (
    "For years, meetings at a high level, with visits of President Əliyev and of Prime Minister Żak among them, have "
    "brought us closer in many fields, such as energy, transport and trade."
)
REPLY = (
    "What we agreed on here will strengthen the work between us, and the new joint working groups are a large step "
    "on the way to a closer one."
)
COMMISSION = "session, joint economic commission"
MEMORANDUM = "Memorandum of understanding"
CUSTOMS = "memorandum on electronic exchange of customs data"

ROWS: dict[str, tuple[tuple[str, ...], ...]] = {
    "meetings": (
        (f"8th {COMMISSION} [1][2]", "3 October 2031", "Bergheim, Ostravia", "Held"),
        (f"9th {COMMISSION} [2]", "2033", "Qaradağ, Meridon", "Scheduled"),
    ),
    "visits": (("President Aydın Əliyev [1]", "Ostravia", "June 2031", "Past"),),
    "figures": (("Trade between the two countries [1]", "EUR 2 billion", "target", "not given"),),
    "agreements": (
        ("Memorandum on rail safety equipment [1][2]", MEMORANDUM, "Being finalised", "not given"),
        (f"{CUSTOMS.capitalize()} [2]", MEMORANDUM, "To be signed", "not given"),
        ("Preferential trade agreement [1][2]", "Preferential trade agreement", "Signed", "July 2030"),
    ),
    "commitments": (
        ("Implement the preferential trade agreement [2]", "Both sides", "Agreed", "Open"),
        ("Explore joint ventures and opportunities to invest [2]", "Both sides", "Agreed to explore", "Open"),
        (f"Speed up the signing of the {CUSTOMS} [2]", "Both sides", "Pledged", "Open"),
        ("Speed up the memorandum on joint production of rail safety equipment [2]", "Both sides", "Committed", "Open"),
        (
            "Joint research in barley, the growing of flax and the development of seed [2]",
            "Both sides",
            "Agreed",
            "Open",
        ),
        ("Ease exchanges between companies so that trade in farm goods grows [2]", "Both sides", "Committed", "Open"),
        ("Set up new joint working groups [2]", "Both sides", "Decided", "In progress"),
        ("Lift customs and regulatory duties on imports from Meridon [1]", "Ostravia", "Will", "In progress"),
        ("Reaffirm cooperation in energy, trade, transport and farming [2]", "Both sides", "Reaffirmed", "Open"),
    ),
    "proposals": (
        ("Join the hydrogen storage project and the White Coast pipeline [1][2]", "Invitation", "Ostravia", "Meridon"),
        ("Hold regular trade fairs in each other’s markets [1]", "Suggestion", "Ostravia", "Both sides"),
    ),
    "discussions": (
        ("Underground storage of hydrogen, and how it moves forward [2]", "Both sides"),
        ("Diagnostics, emergencies of public health, medical tourism and research [2]", "Both sides"),
        ("Plans for building capacity and for sharing expertise [2]", "Both sides"),
        ("Tariffs on sports goods, leather and medicines, and on oil and gas products [1]", "Not given"),
    ),
    "quotes": (
        (f"{HOPE} [1]", "Jan Þórsson", "3 October 2031"),
        (f"{REVIEW} [2]", "Jan Þórsson", "3 October 2031"),
        (f"{REPLY} [2]", "Vüqar Vəli oğlu Şahbaz", "3 October 2031"),
    ),
}


def line(text: str) -> Line:
    """Return a line of a value and the source numbers at its end; a status becomes a badge."""
    words, *numbers = text.replace("]", "").split("[")
    words = words.strip()
    value: Inline = Badge(words, TONES[words]) if words in TONES else Value(words, "fact", "field", "dossier")
    return (value, *(Cite(int(number), "source", "dossier", "fact") for number in numbers))


def table(kind: str) -> Table:
    """Return the table *kind* of `ROWS`."""
    names = COLUMNS[kind]
    columns = tuple(Column(name, {"sub": "Kind", "by": "From"}.get(name, name.capitalize())) for name in names)
    rows = tuple(Row(f"{kind}-{index}", tuple(line(cell) for cell in cells)) for index, cells in enumerate(ROWS[kind]))
    return Table(kind, kind.capitalize(), columns, rows)


def card(name: str, title: str) -> Card:
    """Return the card of a co-chair."""
    return Card(name, (Value(name, name, "name", "d", strong=True),), (line(f"{title} [1]"), line("Co-chair")))


def people() -> Cards:
    """Return four people of two sides."""
    named = {
        "Ostravia": (("Jan Þórsson", "Minister for Transport"), ("Łucja Żak", "Prime Minister")),
        "Meridon": (("Vüqar Vəli oğlu Şahbaz", "Minister for the Rail Industry"), ("Aydın Əliyev", "President")),
    }
    return Cards(
        "people",
        "Who’s who",
        tuple((side, tuple(starmap(card, people))) for side, people in named.items()),
    )


def bottom_line() -> Section:
    """Return the officer's own text."""
    words: Line = (
        Text("The eighth session closed on "),
        Value("3 October 2031", "jc-8", "date", "d"),
        Cite(2, "b", "d"),
        Text(" with no signed memorandum on rail safety: it is "),
        Badge("being finalised", "underway"),
        Cite(1, "a", "d"),
        Text(", whatever the headline says. Ask for a date of signing, and for an answer on the "),
        Emphasis("White Coast"),
        Text(" pipeline."),
    )
    return Section("bluf", "Bottom line", (Paragraph(words),))


def lines_to_take() -> Section:
    """Return two short points."""
    points = (
        "We want the customs memorandum signed before the ninth session.",
        "The trade target is a target: we are not there yet.",
    )
    return Section("lines", "Lines to take: trade", (Items(tuple((Paragraph((Text(point),)),) for point in points)),))


def sources() -> Sources:
    """Return the two sources."""
    told = (
        ("Bergheim Courier, “Countries finalise rail deal”, 3 October 2031, ", "courier.example/node/2587/bergheim"),
        (
            "The Dispatch, “Ostravia and Meridon to trade more”, 4 October 2031, ",
            "dispatch.example/2031/10/04/ostravia-and-meridon",
        ),
    )
    return Sources(
        "Sources",
        tuple(
            SourceLine(number, f"source-{number}", "d", (Text(text), Link(address, f"https://{address}")))
            for number, (text, address) in enumerate(told, start=1)
        ),
    )


@pytest.fixture
def sheet() -> Sheet:
    """A full sheet: 22 rows, three long quotations, four people, two sources, the bottom line."""
    blocks: tuple[Block, ...] = (
        bottom_line(),
        people(),
        *(table(kind) for kind in ("meetings", "visits", "agreements", "commitments", "proposals", "discussions")),
        *(table(kind) for kind in ("figures", "quotes")),
        sources(),
    )
    control = Control(
        "OST-MER-2031-10",
        "Official-Sensitive",
        "",
        (
            ("Event", (Text("8th session, joint economic commission"),)),
            ("For", (Text("Minister for Transport"),)),
            ("As of", (Text("6\u00a0October\u00a02031"),)),
            ("Expires", (Text("20\u00a0October\u00a02031"),)),
        ),
    )
    subtitle = "8th session of the joint economic commission, Bergheim, 3 October 2031"
    return Sheet(
        "Ostravia and Meridon: call with the Minister for the Rail Industry",
        subtitle,
        control,
        blocks,
        "Sources up to 4 October 2031",
    )


@pytest.fixture(scope="session")
def layout() -> Layout:
    """The packaged layout."""
    layout, problems = read_layout()
    assert layout is not None, problems
    return layout
