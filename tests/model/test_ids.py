from __future__ import annotations

from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.facts import (
    Agreement,
    Commitment,
    Fact,
    Figure,
    Meeting,
    Milestone,
    Participant,
    Project,
    Proposal,
    Quote,
    Visit,
)
from sphinx_bilateral.model.ids import with_ids


def here(source: str = "a") -> tuple[Span, ...]:
    return (Span(source=source, start=0, end=1, exact="x", zone="body"),)


def ids(*facts: Fact, published: dict[str, str | None] | None = None) -> list[str]:
    return [fact.id for fact in with_ids(facts, published or {"a": "2025-01-24", "b": "2025-02-01"})]


def test_ids_read_like_what_they_name() -> None:
    assert ids(
        Meeting(evidence=here(), kind="joint_commission", ordinal=8, parties=("PK", "AZ")),
        Meeting(evidence=here(), kind="talks", date="2024-07"),
        Visit(evidence=here(), visitor="Ilham Aliyev", country="PK", date="2024-07"),
        Participant(evidence=here(), name="Khawaja Muhammad Asif"),
        Agreement(evidence=here(), kind="pta", name="Preferential Trade Agreement", short="PTA"),
        Agreement(
            evidence=here(),
            kind="mou",
            name="MoU",
            subject="an Advance Electronic Data Interchange for better customs cooperation",
            sectors=("customs",),
        ),
        Commitment(evidence=here(), strength="agreed", action="focus on joint research in cotton and grain"),
        Proposal(evidence=here(), sub="invitation", what="join the White Oil Pipeline project"),
        Figure(evidence=here(), value=2, measure="bilateral trade", role="target"),
        Quote(evidence=here(), speaker="Vugar Mustafayev", text="words"),
        Project(evidence=here(), name="White Oil Pipeline"),
        Milestone(evidence=here(), what="ninth session of the Joint Commission", ordinal=9),
    ) == [
        "joint-commission-8",
        "talks-2024-07",
        "visit-aliyev-pk-2024-07",
        "asif",
        "pta",
        "mou-customs-data-interchange",
        "joint-research-cotton",
        "invitation-white-oil-pipeline",
        "target-trade",
        "quote-mustafayev-1",
        "white-oil-pipeline",
        "joint-commission-9",
    ]


def test_of_facts_with_one_slug_the_earlier_keeps_it() -> None:
    late = Quote(evidence=here("b"), speaker="Ada Vance", text="second")
    early = Quote(evidence=here("a"), speaker="Ada Vance", text="first")
    assert ids(late, early) == ["quote-vance-2", "quote-vance-1"]


def test_a_later_report_renames_nothing() -> None:
    first = [
        Quote(evidence=here("a"), speaker="Ada Vance", text=text) for text in ("we agree", "we sign", "we will see")
    ]
    later = Quote(evidence=here("b"), speaker="Ada Vance", text="we are done")
    assert ids(*first, later)[:3] == ids(*first)


def test_ids_do_not_depend_on_the_order_of_reading() -> None:
    facts = [Quote(evidence=here("a"), speaker="Ada Vance", text=text) for text in ("one", "two", "three")]
    assert dict(zip(("one", "two", "three"), ids(*facts), strict=True)) == dict(
        zip(("three", "two", "one"), ids(*reversed(facts)), strict=True)
    )


def test_a_slug_that_looks_numbered_is_not_given_twice() -> None:
    named = [Project(evidence=here(), name=name) for name in ("Harbour Link", "Harbour Link 2", "Harbour Link")]
    assert len(set(ids(*named))) == 3
