"""The documentation of sphinx-bilateral, built with the extension itself."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinx-bilateral"
author = "The sphinx-bilateral maintainers"
copyright = "2026, the sphinx-bilateral maintainers"

extensions = [
    "sphinx_bilateral",
    "myst_parser",
    "catalogue_entries",
    "command_list",
    "examples",
    "object_lists",
    "pdf_preview",
    "readings",
    "reference_tables",
]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build", "examples", "howto/issue", "tutorial/no-se"]

language = "en"
html_theme = "furo"
html_title = "sphinx-bilateral"
html_show_sphinx = False
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["docs.css"]

bilateral_dossiers = ["../seeds"]
