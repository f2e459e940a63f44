"""The garbage collector while dossiers and composed pages are in memory.

Facts and blocks live until the build ends, and hardly any of them is garbage before. At Python's own thresholds the
collector walks all of them again for every twenty pages that are written: a third of the time of a build with
registers. And a page's nodes, which are garbage as soon as it is written, are mostly too old by then for a quick look.
"""

from __future__ import annotations

import gc

Thresholds = tuple[int, int, int]

_SELDOM: Thresholds = (50_000, 10, 10)
"""Objects that are made before the collector looks at the new ones: some pages' worth, ten megabytes or so."""


def collect_seldom() -> Thresholds:
    """Make the collector look at new objects less often; return the thresholds that it had."""
    before = gc.get_threshold()
    # A first threshold of zero means that it was turned off.
    if 0 < before[0] < _SELDOM[0]:
        gc.set_threshold(*_SELDOM)
    return before


def collect_as(before: Thresholds) -> None:
    """Give the collector the thresholds back that it had *before*."""
    gc.set_threshold(*before)
