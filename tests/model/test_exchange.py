"""JSON out."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from sphinx_bilateral.model.document import Original, Source, Span
from sphinx_bilateral.model.exchange import dumps, plain_data
from sphinx_bilateral.model.facts import Figure, Review
from sphinx_bilateral.model.problems import Problem, Reading

SPAN = Span(source="wire", start=0, end=5, exact="“né”\n", zone="body")


@pytest.mark.parametrize(
    "value",
    [
        Figure(evidence=(SPAN,), value=0, measure="trade", review=Review(state="added")),
        Figure(evidence=(SPAN, SPAN), value=0.5, measure="", open=("role",), boilerplate=True),
        Source(id="wire", digest_of=Original(publisher="")),
        Problem(kind="date", message="", readings=(Reading(), Reading(value={"a": None}), Reading(value=("", 0)))),
        Problem(kind="date", message="", readings=(Reading(value=False), Reading(value={}), Reading(value=SPAN))),
    ],
)
def test_a_model_is_written_as_its_plain_data(value: BaseModel) -> None:
    plain = plain_data(value)
    expected = json.dumps(plain, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert dumps(value) == dumps(plain) == expected
    assert dumps({"one": value, "all": [value]}) == dumps({"one": plain, "all": [plain]})
