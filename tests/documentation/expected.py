"""What each example must show, with the words of the report that bear it: to be checked by eye against ``seeds/``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

FIRST, SECOND = "arab-news.txt", "profit.txt"


class Shown(NamedTuple):
    """Words on the page, and the words in a report that they were read from."""

    words: str
    report: str
    from_words: str


class Expected(NamedTuple):
    """What stands on the page of an example, and what must not: the list of its sources counts for neither."""

    shown: tuple[Shown, ...]
    hidden: tuple[str, ...] = ()


def in_a_sentence(shown: Shown) -> Shown:
    """Return what a role prints: a status without its capital letter."""
    return shown._replace(words=shown.words[0].lower() + shown.words[1:])


NINTH = Shown("2027", SECOND, "its ninth session in Baku in 2027")
BAKU = Shown("Baku, Azerbaijan", SECOND, "its ninth session in Baku in 2027")
EIGHTH = Shown("24 January 2025", FIRST, "the eighth session of the Joint Commission in Islamabad, January 24, 2025")
UNSIGNED = Shown("Being finalised", FIRST, "is still in the process of being finalized")
CUSTOMS = Shown(
    "To be signed", SECOND, "pledged to expedite the signing of a memorandum of understanding on an Advance"
)
SIGNED = Shown("Signed", SECOND, "Preferential Trade Agreement (PTA), which was signed in July 2024")
TRADE = Shown("July 2024", SECOND, "Preferential Trade Agreement (PTA), which was signed in July 2024")
TARGET = Shown("USD 2 billion target", FIRST, "were working to bring bilateral trade to $2 billion")
CAME = Shown("Ilham Aliyev", FIRST, "President Ilham Aliyev of Azerbaijan visited Pakistan last July")
DEFENCE = Shown("Defense Minister", FIRST, "Pakistani Defense Minister Khawaja Asif said")
PRODUCTION = Shown("Federal Minister for Defence Production", SECOND, "Federal Minister for Defence Production Khawaja")
FULL_NAME = Shown("Vugar Valeh Oglu Mustafayev", SECOND, "Minister for Defence Industry, Vugar Valeh Oglu Mustafayev")
PIPELINE = Shown("white oil pipeline", SECOND, "energy projects such as the white oil pipeline")
WAIVED = Shown(
    "Waived customs and regulatory duties on Azerbaijani imports",
    FIRST,
    "Pakistan waived customs and regulatory duties",
)
SAID = Shown(
    "The agreements reached will enhance our bilateral cooperation",
    SECOND,
    "“The agreements reached will enhance our bilateral cooperation,”",
)
HEALTH = Shown(
    "Cooperation in diagnostics, public health emergencies and medical tourism",
    SECOND,
    "emphasised cooperation in diagnostics, public health emergencies and medical tourism",
)

EXPECTED: Mapping[str, Expected] = {
    "add-fact": Expected(
        (
            Shown("Azerbaijani delegations", FIRST, "Several Azerbaijani delegations have come to Pakistan"),
            Shown("Pakistan", FIRST, "Several Azerbaijani delegations have come to Pakistan"),
            Shown("a single source", FIRST, "Several Azerbaijani delegations have come to Pakistan in recent months"),
        )
    ),
    "agreement": Expected((in_a_sentence(CUSTOMS), in_a_sentence(SIGNED))),
    "agreements": Expected((SIGNED, TRADE, CUSTOMS, UNSIGNED), hidden=("Text agreed", "pact")),
    "agreements-signed": Expected((TRADE,), hidden=("emorandum",)),
    "at-a-glance": Expected((EIGHTH, NINTH, SIGNED, CUSTOMS, UNSIGNED, TARGET)),
    "bluf": Expected((in_a_sentence(UNSIGNED),), hidden=("Text agreed",)),
    "changes": Expected(
        (
            Shown("it is signed", SECOND, "Preferential Trade Agreement (PTA), which was signed in July 2024"),
            TRADE._replace(words="it is July 2024"),
            DEFENCE._replace(words="Defense Minister / Federal Minister for Defence Production"),
        ),
        hidden=("Cotton", "2 billion"),
    ),
    "commitments": Expected(
        (Shown("Carry out joint research in cotton", SECOND, "agreed to carry out joint research in cotton"),),
        # One was done already, one only repeated, one only an invitation.
        hidden=("Waived", "Closer ties", "ipeline"),
    ),
    "commitments-done": Expected(
        (WAIVED, Shown("December 2024", FIRST, "imports last December")), hidden=("research",)
    ),
    "commitments-carried-over": Expected(
        (
            Shown("Carry out joint research in cotton", SECOND, "agreed to carry out joint research in cotton"),
            Shown("Open", SECOND, "agreed to carry out joint research in cotton"),
        ),
        hidden=("Waived",),
    ),
    "compare": Expected((CAME, NINTH._replace(words="Scheduled"), SIGNED._replace(words="Signed , further"))),
    "conflicts": Expected((DEFENCE, PRODUCTION)),
    "conflicts-headline": Expected(
        (UNSIGNED, Shown("Text agreed", FIRST, "Pakistan and Azerbaijan finalize defense and intelligence pact")),
        hidden=("Minister for Defence",),
    ),
    "date": Expected((EIGHTH, NINTH)),
    "discussions": Expected((HEALTH, Shown("Capacity building", SECOND, "Capacity building was also discussed"))),
    "document": Expected(
        (EIGHTH, Shown("8th session of the Joint Commission", SECOND, "the eighth session of their Joint Commission"))
    ),
    "evidence": Expected(
        (Shown("They also pledged to expedite", SECOND, "They also pledged to expedite the signing"),)
    ),
    "fact": Expected((BAKU, NINTH, PIPELINE)),
    "figure": Expected((TARGET,)),
    "figures": Expected((TARGET, Shown("Bilateral trade", FIRST, "bring bilateral trade to"))),
    "figures-none": Expected((), hidden=("2 billion", "None reported")),
    "if-asked": Expected((in_a_sentence(UNSIGNED),), hidden=("Text agreed",)),
    "judgement": Expected(
        (Shown("Memorandum of agreement on arms trade", FIRST, "A memorandum of agreement on arms"),)
    ),
    "lines": Expected((TRADE, TARGET)),
    "meetings": Expected((EIGHTH, Shown("Held", SECOND, "concluded the eighth session"), NINTH, BAKU)),
    "next-steps": Expected((in_a_sentence(CUSTOMS), BAKU)),
    "objectives": Expected((in_a_sentence(CUSTOMS), PIPELINE)),
    "one-page": Expected((EIGHTH, SIGNED, CUSTOMS, UNSIGNED, Shown("Invitation", FIRST, "Asif invited Azerbaijan"))),
    "people": Expected((DEFENCE, PRODUCTION, FULL_NAME), hidden=("Aliyev", "Sharif")),
    "people-of-one-side": Expected(
        (PRODUCTION, Shown("Shehbaz Sharif", SECOND, "PM Shehbaz Sharif")), hidden=("Mustafayev", "Aliyev")
    ),
    "person": Expected((FULL_NAME,)),
    "post": Expected(
        (DEFENCE, PRODUCTION, Shown("Minister for Defence Industry", SECOND, "Minister for Defence Industry"))
    ),
    "press-line": Expected((EIGHTH, Shown("Islamabad, Pakistan", FIRST, "Joint Commission in Islamabad"))),
    "projects": Expected((PIPELINE, Shown("Pakistan", SECOND, "Pakistan’s strategic underground gas storage"))),
    "proposals": Expected(
        (
            Shown("Invitation", FIRST, "Asif invited Azerbaijan to join two Pakistani projects"),
            Shown("Both countries hold regular trade exhibitions", FIRST, "that both countries hold regular trade"),
        ),
        hidden=("Agreed", "Accepted"),
    ),
    "quote": Expected((SAID,)),
    "quotes": Expected((SAID, FULL_NAME), hidden=("Asif",)),
    "red-lines": Expected((NINTH,)),
    "register": Expected((PIPELINE, Shown("White Oil Pipeline", FIRST, "and the White Oil Pipeline"))),
    "sensitivities": Expected((DEFENCE, PRODUCTION)),
    "sources": Expected((TARGET,)),
    "src": Expected(()),
    "timeline": Expected((TRADE, CAME, WAIVED), hidden=("2027", "January 2025")),
    "visits": Expected((CAME, Shown("July 2024", FIRST, "visited Pakistan last July")), hidden=("Sharif",)),
}
"""By the name of the example."""
