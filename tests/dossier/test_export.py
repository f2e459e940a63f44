from __future__ import annotations

import dataclasses
import json

from making import dossier, report

from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.model.exchange import dumps

PACT = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "signed"}


def test_an_export_holds_what_may_be_printed_with_its_sentences() -> None:
    unsure = {**PACT, "name": "treaty on fish", "subject": "fish", "certainty": "unsettled", "open": ["status"]}
    made = dossier(report("a", "2026-05-03", ("Ports were agreed.", PACT), ("Fish perhaps.", unsure)))
    (exported,) = json.loads(dumps(export_data([made])))["dossiers"]
    (fact,) = exported["facts"]
    assert (fact["id"], fact["sentences"]) == ("mou-ports", ["Ports were agreed."])
    assert exported["sources"][0]["id"] == "a"
    assert "unsettled" not in dumps(exported)


def test_dossiers_come_in_the_order_of_their_ids() -> None:
    made = dossier(report("a", "2026-05-03", ("Ports were agreed.", PACT)))
    first, last = dataclasses.replace(made, id="a-b"), dataclasses.replace(made, id="y-z")
    assert dumps(export_data([first, last])) == dumps(export_data([last, first]))
    assert [one["id"] for one in export_data([last, first])["dossiers"]] == ["a-b", "y-z"]


def test_it_says_how_many_independent_sources_bear_a_fact() -> None:
    made = dossier(
        report("a", "2026-05-03", ("Ports were agreed.", PACT)),
        report("b", "2026-05-04", ("Both signed.", PACT)),
        report("c", "2026-05-05", ("Signed, the wire has it.", PACT), same_origin_as="b"),
    )
    (fact,) = export_data([made])["dossiers"][0]["facts"]
    assert fact["origins"] == 2
