"""The reader against the gold of the real reports, where they are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sphinx_bilateral.extract.engine import read
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.exchange import plain_data
from sphinx_bilateral.sources.layout import read_text

GOLD = Path(__file__).parents[3] / "shared" / "gold"

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not GOLD.is_dir(), reason="the gold is not here")]


def _predict(folder: Path, target: Path, parties: tuple[str, ...]) -> None:
    for file in folder.glob("*.txt"):
        gold = json.loads((folder / f"{file.stem}.gold.json").read_text("utf-8"))
        source = Source(id="report", published=gold["doc_date"], language="en")
        found, _ = read(read_text(file.read_bytes().decode(), source, parties=parties))
        kept = [plain_data(fact) for fact in found if fact.certainty == "confident"]
        (target / f"{file.stem}.json").write_text(json.dumps({"facts": kept}), encoding="utf-8")


def _score(folder: Path, predictions: Path, *options: str) -> dict[str, Any]:
    out = predictions / "score.out"
    command = [sys.executable, str(GOLD / "score.py"), str(folder), str(predictions), "--json", str(out), *options]
    subprocess.run(command, check=True, capture_output=True)
    result: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return result


@pytest.mark.parametrize(
    ("name", "parties", "precision", "recall"), [("seeds", ("PK", "AZ"), 0.95, 0.85), ("dev", (), 0.95, 0.85)]
)
@pytest.mark.parametrize("options", [(), ("--strict",)], ids=["guide", "strict"])
def test_gold(
    tmp_path: Path, name: str, parties: tuple[str, ...], precision: float, recall: float, options: tuple[str, ...]
) -> None:
    _predict(GOLD / name, tmp_path, parties)
    score = _score(GOLD / name, tmp_path, *options)
    assert score["micro"]["micro, all types"]["precision"] >= precision
    assert score["micro"]["micro, all types"]["recall"] >= recall
    assert score["negatives_violated"] == []
    assert score["spans_not_verbatim"] == 0
