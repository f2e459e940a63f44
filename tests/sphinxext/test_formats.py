"""One tree of nodes for every builder, the same from reStructuredText and MyST."""

from __future__ import annotations

import pytest

BUILDERS = (
    "html", "dirhtml", "singlehtml", "latex", "text", "man", "texinfo", "xml", "pseudoxml", "gettext", "epub", "dummy",
)  # fmt: skip


@pytest.mark.parametrize("parallel", [0, 2])
@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_is_clean_in_nitpicky_mode(desk, builder, parallel):
    more = {"epub_copyright": "nobody", "version": "1"} if builder == "epub" else {}
    pages = ("index", "man", "manual", "Desk", "1")
    app = desk.build(
        builder, parallel=parallel, confoverrides={"nitpicky": True, "man_pages": [("index", *pages[1:4], 1)], **more}
    )
    assert desk.told(app) == []
    assert app.statuscode == 0
