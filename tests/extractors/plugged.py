"""Extractors as a user writes them, and a package that brings them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx_bilateral.extractors.installed import GROUP, Extractor
from sphinx_bilateral.model.document import Document


def extractor(read: Callable[[Document], Any], name: str = "desk") -> Extractor:
    return Extractor(name, "1.0", __name__, lambda: read)


def install(folder: Path, code: str, *, module: str = "deskwords", name: str = "desk", version: str = "1.0") -> None:
    """Put into *folder* what an installation leaves there: a module, and what is said of it."""
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    about = folder / f"{module}-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: {version}\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {module}:read\n", encoding="utf-8")
