"""Any text is read: nothing is raised, every span is verbatim, and the same text gives the same facts."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_bilateral.extract import engine
from sphinx_bilateral.extract.words.units import PLACED_THEMES

from .fuzz import ODD, Case, fault_of
from .reader import facts

SENTENCES = """\
Kenyan Trade Minister Achieng Otwori met her Japanese counterpart in Nairobi on Friday.
The two sides agreed to build a port, train nurses and increase trade to $7 billion by 2030.
“We shall sign the agreement soon,” she said, “and Japan was invited to join the Coral Line project.”
The fifth session of the Joint Commission, postponed in May, will be held in Tokyo from 3 to 5 June 2026.
A memorandum of understanding on fisheries, signed in July 2024, is still in the process of being ratified.
President Aino Salmi of Finland will visit Peru next week at the invitation of the foreign minister.""".split("\n")

SCRIPTS = """\
وزير الخارجية التقى
 שר החוץ נפגש
外长会见了
両国は署名した
Министры подписали
Οι υπουργοί υπέγραψαν
मंत्रियों ने हस्ताक्षर
🤝🇰🇪🇯🇵 👩🏾\u200d⚖️
\u202eesrever\u202c
\u2067לום\u2069""".split("\n")

ANY_CHARACTER = st.characters(categories=None)  # lone surrogates and control characters too
PIECES = st.one_of(
    st.sampled_from([*" ".join(SENTENCES).split(), *SENTENCES]),
    st.sampled_from(ODD),
    st.sampled_from(SCRIPTS),
    st.text(ANY_CHARACTER, max_size=5),
)
MIXED = st.lists(PIECES, max_size=60).flatmap(
    lambda parts: st.sampled_from(["", " ", "\n"]).map(lambda by: by.join(parts))
)
PUBLISHED = st.sampled_from([None, "2026-03-13", "2026-03", "2026", "0001-01-01", "9999-12-31"])
PARTIES = st.sampled_from([(), ("KE", "JP"), ("FI", "PE"), ("EU", "JP", "KE")])


@settings(max_examples=300, deadline=None)
@given(st.builds(Case, st.one_of(st.text(ANY_CHARACTER, max_size=300), MIXED), PUBLISHED, PARTIES))
@example(Case("²j commission"))
@example(Case("in effect invite"))
@example(Case("which s to be finished 2026"))
@example(Case("to accelerate memorandum oil understanding on i"))
def test_any_text_is_read(case: Case) -> None:
    assert fault_of(case) is None


@pytest.mark.parametrize("odd", [*SCRIPTS, chr(0xD800), chr(0xDFFF), "\0", "\x1b[31m", "\u00ad", "\ufeff", "e\u0301"])
def test_odd_characters_around_a_sentence_leave_its_facts_as_they_are(odd: str) -> None:
    plain = _found("Kenya and Japan signed an agreement on fisheries in Nairobi on 3 May 2025.")
    text = f"{odd}\n\nKenya and Japan signed an agreement on fisheries in Nairobi on 3 May 2025.\n\n{odd}\n"
    assert plain
    assert _found(text) == plain


def _found(text: str) -> list[tuple[str, str]]:
    return [(fact.evidence[0].exact, fact.status) for fact in facts(text, "agreement")]


def test_damaged_reports_are_read() -> None:
    """A sample of what `make fuzz` runs; the message has the number of a case that fails, and its text."""
    command = [sys.executable, str(Path(__file__).parent / "fuzz.py"), "--cases", "5000", "--processes", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5000 cases" in done.stdout


def test_every_theme_that_a_pass_asks_for_by_its_places_is_noted() -> None:
    """A pass that asks for another one fails on the first text that brings it there, which few texts may do."""
    asked = set()
    for file in sorted(Path(engine.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "places":
                asked |= {part.value for part in node.args if isinstance(part, ast.Constant)}
    assert len(asked) > 10
    assert asked <= PLACED_THEMES
