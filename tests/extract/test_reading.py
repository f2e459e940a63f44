"""What holds of every reading: exact spans, parties, language, determinism, any text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_bilateral.extract.engine import read
from sphinx_bilateral.extract.words.wordlists import FOLDER, lexicon, read_lexicon
from sphinx_bilateral.model.fact_types import FACT_TYPES

from .reader import document, facts, read_all

REPORT = (
    "Kenya, Japan to sign port agreement\n\n"
    "NAIROBI: Kenyan Trade Minister Achieng Otwori said on Friday that Kenya and Japan agreed to build a port, "
    "train nurses and increase bilateral trade to $7 billion by 2030.\n\n"
    "“We shall sign the agreement soon,” she said. Japan was invited to join the Coral Line project. "
    "The fifth session of the Joint Commission will be held in Tokyo in May.\n"
)


def test_spans_are_verbatim_and_facts_stand_in_order() -> None:
    text = REPORT.replace(" ", "\u00a0", 3).replace("nurses", "nur\u00adses")
    found, _ = read_all(text)
    assert found
    for fact in found:
        assert all(text[span.start : span.end] == span.exact for span in fact.evidence)
    assert [fact.evidence[0].start for fact in found] == sorted(fact.evidence[0].start for fact in found)


def test_every_confident_fact_has_what_its_type_needs_and_a_rule() -> None:
    for fact in read_all(REPORT)[0]:
        assert fact.rule
        assert (fact.certainty == "unsettled") == bool(fact.open)
        if fact.certainty == "confident":
            assert all(fact.get(name) for name in FACT_TYPES[fact.type].needs)


def test_parties_are_the_two_most_named_where_the_dossier_names_none() -> None:
    text = REPORT + "\nPeru was mentioned once. Both sides agreed to plant trees in Nairobi."
    planted = [fact for fact in facts(text, "commitment", parties=()) if "plant" in fact.action]
    assert [set(fact.actors) for fact in planted] == [{"KE", "JP"}]


def test_another_language_is_told_and_not_read() -> None:
    text = (
        "Die beiden Seiten vereinbarten am Freitag in Nairobi den Bau eines Hafens "
        "und die Ausbildung von Pflegekräften durch Japan."
    )
    found, problems = read_all(text)
    assert (found, [problem.kind for problem in problems]) == ([], ["unread-language"])


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_same_facts_whatever_the_hash_seed(seed: str) -> None:
    code = (
        "import sys\n"
        "from sphinx_bilateral.extract.engine import read\n"
        "from sphinx_bilateral.model.document import Source\n"
        "from sphinx_bilateral.sources.layout import read_text\n"
        "document = read_text(sys.argv[1], Source(id='report', published='2026-03-13'))\n"
        "print([fact.model_dump_json() for fact in read(document)[0]])"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code, REPORT],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    expected = [fact.model_dump_json() for fact in read_all(REPORT, parties=())[0]]
    assert run.stdout.strip() == str(expected)


_MARKS = ["“", "”", '"', "``", "''", "(", ")", ";", ",", ".", "-", "\n\n", "- ", "\ud800", "\x00", "\u00ad"]
_WORDS = ["to", "and", "signed", "will", "30 February", "$", "8th", "U.S."]
_PIECES = st.sampled_from([*REPORT.split(), *_MARKS, *_WORDS])


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(_PIECES, max_size=120).map(" ".join)))
def test_no_text_raises(text: str) -> None:
    found, _ = read(document(text))
    assert all(text[span.start : span.end] == span.exact for fact in found for span in fact.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 10_000,
        "'We signed " * 10_000,
        "agreed to sign and " * 3_000,
        "Kenya, " * 5_000,
        "(" * 10_000,
        "Minister Ada Bo and " * 1_500,
        "1" * 50_000,
    ],
    ids=["quotes", "straight quotes", "no full stop", "list", "brackets", "names", "digits"],
)
def test_degenerate_texts_are_read(text: str) -> None:
    read(document(text))


def test_packaged_lexicon_has_no_faulty_line() -> None:
    assert lexicon().faults == ()


def test_faulty_line_is_told_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "states.txt").write_text("KE | Kenya\nnot a row\n", encoding="utf-8")
    (tmp_path / "verbs.txt").write_text("agree\n[verb commit agreed]\nagree\n[What?]\n", encoding="utf-8")
    faults = read_lexicon(sorted(tmp_path.iterdir())).faults
    assert [(fault.kind, fault.file, fault.line) for fault in faults] == [
        ("config", "lexicon/states.txt", 2), ("config", "lexicon/verbs.txt", 1), ("config", "lexicon/verbs.txt", 4),
    ]  # fmt: skip


def test_every_member_state_has_one_row() -> None:
    codes = [line[:2] for line in (FOLDER / "states.txt").read_text("utf-8").splitlines() if line[2:3] == " "]
    assert len(codes) == len(set(codes)) == 197


def test_a_counterpart_of_an_office_that_nobody_named_is_read() -> None:
    text = 'The Kenyan minister met his counterpart Goro Hatoyawa. "Tea is what we sell," Hatoyawa said.'
    (quote,) = [fact for fact in read_all(text)[0] if fact.type == "quote"]
    assert quote.speaker == "Goro Hatoyawa"


def test_what_was_read_before_changes_nothing() -> None:
    others = document("\n\n".join(f"Xa{number} met {'y' * 50}{number}." for number in range(12_000)))
    before = read(document(REPORT))
    read(others)
    assert read(document(REPORT)) == before
