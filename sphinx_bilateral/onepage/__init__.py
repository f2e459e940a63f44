"""Blocks in, PDF bytes out: exactly one page, or the reason why there is none. The only room that needs reportlab."""

from __future__ import annotations

from sphinx_bilateral.onepage.layout import Layout, read_layout
from sphinx_bilateral.onepage.press import Printed, render

__all__ = ["Layout", "Printed", "read_layout", "render"]
