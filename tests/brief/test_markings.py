from __future__ import annotations

import pytest

from sphinx_bilateral.brief.markings import page_marking
from sphinx_bilateral.brief.requests import Request

UK = ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET")


@pytest.mark.parametrize(
    ("order", "own", "sections", "shown", "known"),
    [
        (UK, "", [], "", True),
        (UK, "OFFICIAL", ["SECRET"], "OFFICIAL", True),
        (UK, "Official", ["SECRET"], "Official", False),
        (UK, "", ["OFFICIAL", "SECRET", "OFFICIAL-SENSITIVE"], "SECRET", True),
        (UK, "", ["SECRETS", "OFFICIAL", "SECRETS"], "OFFICIAL, SECRETS", False),
        (UK, "", ["SECRETS"], "SECRETS", False),
        ((), "", ["for the minister", "eyes only", "for the minister"], "for the minister, eyes only", True),
        ((), "eyes only", ["anything"], "eyes only", True),
    ],
)
def test_a_page_has_its_own_marking_or_the_highest_of_its_sections(
    order: tuple[str, ...], own: str, sections: list[str], shown: str, known: bool
) -> None:
    marked = [Request("lines", options={"marking": marking}) for marking in sections]
    document = Request("document", options={"marking": own} if own else {})
    assert page_marking([*marked, document, Request("bluf")], order) == (shown, known)
