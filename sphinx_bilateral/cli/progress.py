"""A progress bar on long work; none where the output is piped."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence


def progress(names: Sequence[str], label: str) -> Iterable[str]:
    """Yield *names* while a bar on standard error shows how far the work has got."""
    if not sys.stderr.isatty():
        return names
    from rich.console import Console  # which takes longer to load than to read a report
    from rich.progress import track

    console = Console(stderr=True)
    return track(names, description=label, console=console, transient=True, disable=not console.is_terminal)
