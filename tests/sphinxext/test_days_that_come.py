"""What a build tells of dates that have not come is judged by the day of that build, not by that of an earlier one."""

from __future__ import annotations

import datetime

import pytest
from sphinxext.conftest import CONF

from sphinx_bilateral import pipeline

AGREEMENTS = "Agreements\n==========\n\n.. brief:agreements::\n"
BY_MISTAKE = """\
reject:
  mou-fisheries-data:
    who: East Africa desk
    when: 2026-04-01
    why: Not ours.
"""


def on(monkeypatch, day):
    """Let today be *day*."""

    class Calendar(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromisoformat(day)

    class Clock:
        date = Calendar

    monkeypatch.setattr(pipeline, "datetime", Clock)


@pytest.mark.parametrize(
    ("file", "text"), [("register.yaml", BY_MISTAKE), ("fjord-wire.txt", "---\naccessed: 2026-04-01\n---\nNothing.\n")]
)
def test_a_day_that_has_come_is_no_longer_told_though_nothing_was_changed(bare, monkeypatch, file, text):
    bare.write(index=AGREEMENTS, **{"conf.py": f"{CONF}bilateral_mode = 'issue'\n"})
    bare.source(file, text)
    on(monkeypatch, "2026-03-01")
    for _ in range(2):
        assert "future-date" in "".join(bare.told(bare.build()))
    on(monkeypatch, "2026-04-01")
    assert "future-date" not in "".join(bare.told(bare.build()))
