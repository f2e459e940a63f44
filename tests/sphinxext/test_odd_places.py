"""Directives and roles in places that nobody thought of: no build fails on them."""

from __future__ import annotations

import re

import pytest

ODD_RST = """\
Odd
===

.. |state| replace:: :brief:fact:`mou-fisheries-data.status`

:field: :brief:fact:`mou-fisheries-data.status`

On |state|
----------

.. brief:document::

.. brief:document:: TWICE
   :event: nothing-like-it
   :dossier: no-such

- In a list:

  .. brief:register:: mou-fisheries-data

  .. brief:register:: mou-fisheries-data

  .. brief:sources::

.. list-table:: Held by :brief:fact:`mou-fisheries-data.name`

   * - .. brief:agreements:: KE

     - .. brief:bluf::

          .. brief:if-asked:: Inside?

             :brief:src:`nobody` and :brief:fact:`.` and :brief:fact:`mou-fisheries-data.nothing` and [#]_

.. [#] A note: :brief:fact:`target-trade-2030`

.. glossary::

   :brief:fact:`target-trade-2030`
      .. brief:figures:: target-trade-2030

.. only:: html

   .. brief:quotes:: quote-office-1

   .. brief:bluf::

      In HTML alone.

.. note:: :brief:fact:`target-trade-2030`

.. brief:people:: KE quote-office-1 ZZ
   :style: cards
   :columns: name nothing

.. figure:: none.png

   :brief:fact:`target-trade-2030`

.. topic:: :brief:fact:`target-trade-2030`

   Text.

.. brief:red-lines::

.. brief:sources::
   :dossier: no-such

.. brief:one-page:: odd.pdf
"""

ODD_MD = """\
# Odd

> {brief:fact}`mou-fisheries-data.status`

## On {brief:fact}`mou-fisheries-data.status`

- In a list

  ```{brief:bluf}
  ### A heading inside

  {brief:fact}`` and {brief:src}` `
  ```

```{brief:register} KE
```

| a | b |
|---|---|
| {brief:fact}`target-trade-2030` | {brief:src}`fjord-wire` |

````{brief:lines} Two {brief:fact}`target-trade-2030`
```{brief:agreements}
:limit: 0
```
````

```{brief:sources}
```
"""


@pytest.mark.parametrize("builder", ["html", "singlehtml", "latex", "text", "man", "texinfo", "xml", "gettext", "epub"])
@pytest.mark.parametrize(("name", "text"), [("index.rst", ODD_RST), ("index.md", ODD_MD)])
def test_no_build_fails(bare, builder, name, text):
    bare.write(**{name: text})
    app = bare.build(builder, confoverrides={"man_pages": [("index", "a", "b", "c", 1)], "numfig": True})
    told = "\n".join(bare.told(app))
    assert "[bilateral.bad-place]" in told
    assert "unknown node type" not in told
    assert "without argument" not in told


@pytest.mark.parametrize("builder", ["html", "man", "text", "latex"])
@pytest.mark.parametrize("role", ["fact", "person", "quote", "src"])
@pytest.mark.parametrize("target", [".", "..", "/", "ke-is/", "ke-is/.name", ".status"])
def test_a_target_that_names_nothing_is_marked_where_it_stands(bare, builder, role, target):
    """The writer of manual pages does not survive a footnote without words."""
    bare.write(index=f"Odd\n===\n\nA note [#]_.\n\n.. [#] :brief:{role}:`{target}`\n")
    app = bare.build(builder, confoverrides={"man_pages": [("index", "a", "b", "c", 1)]})
    (line,) = [line for line in bare.told(app) if "bilateral." in line]
    assert line.startswith("index.rst:6: WARNING: ")
    if builder == "html":
        ((marked,),) = [re.findall(r'class="brief-fault[^"]*"[^>]*>(.*?)</span></p>', bare.out("index.html"))]
        shown = re.sub(r"<[^>]+>", "", marked).strip()
        assert shown
        assert shown in target
