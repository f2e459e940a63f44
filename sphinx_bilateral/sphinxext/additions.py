"""The facts that pages add: what a directive leaves in the doctree, and all of them as the dossiers take them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sphinx_bilateral.brief.requests import Request

if TYPE_CHECKING:
    from sphinx_bilateral.dossier.decisions.additions import PageAddition

PlainAddition = dict[str, Any]
"""What one directive adds, as text, numbers, lists and dicts: id, options, words, dossier, file, line, lines, only."""


def page_additions(
    stored: Mapping[str, Iterable[PlainAddition]],
    requests: Mapping[str, Iterable[Request]],
    holds: Callable[[str], bool],
) -> tuple[PageAddition, ...]:
    """Return what pages add: the first document by name first, on each page in its order.

    A directive that names no dossier adds to that of its page. One that an ``only`` leaves out adds nothing: what is
    kept from readers of one build must not reach them through a list on another page.

    :param stored: by page.
    :param holds: tells whether what stands under an expression over tags is shown.
    """
    if not any(stored.values()):
        return ()
    from sphinx_bilateral.dossier.decisions.additions import PageAddition

    found = []
    for docname in sorted(stored):
        of_page = next((asked for asked in requests.get(docname, ()) if asked.name == "document"), None)
        dossier = str(of_page.options.get("dossier", "")) if of_page else ""
        for plain in stored[docname]:
            fields = {name: value for name, value in plain.items() if name != "only"}
            if all(map(holds, plain["only"])):
                found.append(PageAddition(**{**fields, "dossier": plain["dossier"] or dossier}))
    return tuple(found)
