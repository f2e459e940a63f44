"""The same bytes for the same reports, whatever the hash seed, and however many processes share the work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
REPORTS = sorted([*(PROJECT / "seeds").glob("*.txt"), *(PROJECT / "docs" / "tutorial" / "no-se").glob("*.txt")])
COMMAND = "from sphinx_bilateral.cli import main; main()"


def extracted(files: list[Path], seed: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "extract", *map(str, files), "--published", "2025-01-25", "--format", "json"],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    return extracted(REPORTS, "0")


@pytest.mark.parametrize("seed", ["1", "42"])
def test_the_hash_seed_changes_no_byte(expected: bytes, seed: str) -> None:
    assert extracted(REPORTS, seed) == expected


def test_four_processes_read_what_one_reads(expected: bytes) -> None:
    seeds = ["0", "1", "42", "4711"]
    assert len(REPORTS) == len(seeds)
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(lambda file, seed: extracted([file], seed), REPORTS, seeds))
    documents = [document for part in parts for document in json.loads(part)["documents"]]
    assert documents == json.loads(expected)["documents"]
    assert all(document["facts"] for document in documents)


def test_the_order_of_the_files_changes_no_fact(expected: bytes) -> None:
    turned = json.loads(extracted(REPORTS[::-1], "0"))["documents"]
    assert turned[::-1] == json.loads(expected)["documents"]
