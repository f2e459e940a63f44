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


class Collector:
    """Python's collector, and what it was told before this build changed it."""

    def __init__(self) -> None:
        self._before: Thresholds | None = None
        self._frozen = False

    def look_seldom(self) -> None:
        """Make the collector look at new objects less often."""
        self._before = gc.get_threshold()
        # A first threshold of zero means that it was turned off.
        if 0 < self._before[0] < _SELDOM[0]:
            gc.set_threshold(*_SELDOM)

    def pass_over(self) -> None:
        """Make the collector pass over all that lives now; processes that are forked share its memory for longer."""
        if gc.get_freeze_count() == 0:  # else it is somebody else's to end
            gc.freeze()
            self._frozen = True

    def look_as_before(self) -> None:
        """Give the collector back as it was."""
        if self._before is not None:
            gc.set_threshold(*self._before)
        if self._frozen:
            gc.unfreeze()
