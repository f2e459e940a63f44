"""The same sheet gives the same bytes, in every process and beside other users of ReportLab."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys

import pypdf
import pytest

from sphinx_bilateral.brief.blocks import Sheet
from sphinx_bilateral.onepage import Layout, render

PROGRAM = """
import hashlib
from sphinx_bilateral.brief.blocks import *
from sphinx_bilateral.onepage import read_layout, render
table = Table("meetings", "Meetings", (Column("name", "Name"), Column("status", "Status")),
              (Row("a", ((Text("Əliyev 中"), Cite(1, "s", "d")), (Badge("Held", "done"),))),))
link = Paragraph((Link("there", "https://example.org/"), Emphasis("so"), Emphasis("and so", strong=True)))
pdf = render(Sheet("Title", "Subtitle", Control("R", "secret", "", ()), (table, link)), read_layout()[0]).pdf
assert pdf
print(hashlib.sha256(pdf).hexdigest())
"""


def digest(**environment: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_bytes_do_not_depend_on_the_process() -> None:
    first = digest(PYTHONHASHSEED="1", TZ="UTC", SOURCE_DATE_EPOCH="")
    assert len(first) == 64
    assert digest(PYTHONHASHSEED="77", TZ="Asia/Baku", SOURCE_DATE_EPOCH="") == first


def test_bytes_do_not_depend_on_what_was_printed_before(sheet: Sheet, layout: Layout) -> None:
    digests = {hashlib.sha256(render(sheet, layout).pdf).hexdigest() for _ in range(3)}
    assert len(digests) == 1


def test_dates_come_from_the_build(sheet: Sheet, layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1737936000")  # 27 January 2025, 00:00 UTC
    metadata = pypdf.PdfReader(io.BytesIO(render(sheet, layout).pdf)).metadata
    assert metadata is not None
    assert str(metadata["/CreationDate"]).startswith("D:20250127000000")


def test_other_documents_of_the_process_are_left_alone(sheet: Sheet, layout: Layout) -> None:
    """Whoever else uses ReportLab gets what ReportLab gives."""
    from reportlab import rl_config
    from reportlab.pdfbase import ttfonts
    from reportlab.pdfgen.canvas import Canvas

    before = (rl_config.invariant, rl_config.ttfAsciiReadable, ttfonts.makeToUnicodeCMap)
    render(sheet, layout)
    assert (rl_config.invariant, rl_config.ttfAsciiReadable, ttfonts.makeToUnicodeCMap) == before
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 72, "Other")
    canvas.save()
    assert "Other" in pypdf.PdfReader(io.BytesIO(buffer.getvalue())).pages[0].extract_text()
