"""An export of a dossier made by hand, and exports in which anything may be wrong."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st
from making import dossier, report

from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.model.exchange import dumps

PORTS = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "finalising"}
VANCE = {"type": "participant", "name": "Ada Vance", "title": "Defence Minister", "side": "NO", "role": "co_chair"}
ARMS = {**VANCE, "title": "Minister for Defence Production"}
HEADLINE = {**PORTS, "status": "concluded", "zone": "headline", "certainty": "unsettled", "open": ["status"]}
GROWTH = {"type": "figure", "value": 12.5, "unit": "%", "measure": "growth", "role": "actual"}
SESSION = {"type": "meeting", "kind": "joint_commission", "ordinal": 8, "status": "held", "date": "2026-05-03"}

OWN = dossier(
    report("a", "2026-05-03", ("Ports pact done", HEADLINE), ("Ports are underway.", PORTS), ("A. Vance.", VANCE)),
    report("b", "2026-05-09", ("Ports were signed, too.", {**PORTS, "status": "signed"}), ("Vance of arms.", ARMS)),
    report("c", None, ("Growth is 12.5%.", GROWTH), ("The eighth met.", SESSION)),
)

DATA = json.loads(dumps(export_data([OWN], project="Norland desk")))


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, one in inner for found in _places(one, (*path, key)))]


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=3,
)


@st.composite
def broken_exports(draw: st.DrawFn) -> str:
    """Return the text of an export with any values in up to three of its places."""
    data = copy.deepcopy(DATA)
    for path in draw(st.lists(st.sampled_from(_places(DATA)[1:]), min_size=1, max_size=3)):
        place = data
        try:
            for part in path[:-1]:
                place = place[part]
            place[path[-1]] = draw(_VALUES)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    return json.dumps(data)
