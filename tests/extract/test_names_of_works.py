"""Names of works: the whole name once, and no words that only tell of what kind a work is."""

from __future__ import annotations

import pytest

from .reader import facts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Japan helps build the Nakuru Port Development Project.", ["Nakuru Port Development Project"]),
        ("They discussed the Coastal Corridor Integration Projects.", ["Coastal Corridor Integration Projects"]),
        ("They discussed the Coastal Corridor.", ["Coastal Corridor"]),
        ("They discussed the Rail Baltica project.", ["Rail Baltica"]),
        ("They discussed the Special Economic Zone Act of Kenya.", []),
        ("They discussed the Exchange Programme and the Nuclear Programme.", []),
        ("They discussed the World Food Programme.", []),
        ("They discussed the Nakuru Exchange Programme.", ["Nakuru Exchange Programme"]),
    ],
)
def test_projects(text: str, names: list[str]) -> None:
    assert [project.name for project in facts(text, "project", settled=False)] == names
