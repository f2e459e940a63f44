from __future__ import annotations

import re

from sphinx_bilateral.extract.words.wordlists import FOLDER
from sphinx_bilateral.model.sectors import SECTORS


def test_the_sectors_that_a_page_may_ask_for_are_those_that_the_reader_tells_apart() -> None:
    words = (FOLDER / "sectors.txt").read_text(encoding="utf-8")
    assert tuple(re.findall(r"(?m)^\[sector (\w+)\]", words)) == SECTORS
