"""A progress bar on long work; none where the output is piped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import track


def progress(names: Sequence[str], label: str) -> Iterable[str]:
    """Yield *names* while a bar on standard error shows how far the work has got."""
    console = Console(stderr=True)
    return track(names, description=label, console=console, transient=True, disable=not console.is_terminal)
