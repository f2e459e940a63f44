"""The extension's own words in the language of the project, by the way that Sphinx translates its own."""

from __future__ import annotations

from pathlib import Path

from sphinx.locale import get_translation

CATALOG = "sphinx_bilateral"
LOCALE_DIR = Path(__file__).parent / "locale"

_ = get_translation(CATALOG)
