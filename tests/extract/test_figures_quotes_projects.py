from __future__ import annotations

import pytest

from sphinx_bilateral.extract.engine import read
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.sources.layout import read_text

from .reader import evidence, facts, one


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "role"),
    [
        ("The neighbours want to lift bilateral trade to $7 billion.", 7_000_000_000, "USD", "target"),
        ("Bilateral trade reached 3.5 billion US dollars in 2024.", 3_500_000_000, "USD", "actual"),
        ("Trade could grow to $15bn.", 15_000_000_000, "USD", "projection"),
        ("Kenya's exports rose 12 percent in 2024.", 12, "%", "actual"),
        ("They signed a contract worth 400 million euros.", 400_000_000, "EUR", "contract_value"),
        ("Japan will provide 1.9 billion yen in aid for flood protection.", 1_900_000_000, "JPY", "aid"),
        ("Kenya will receive twenty scholarships.", 20, "scholarships", "count"),
    ],
)
def test_figure(sentence: str, value: float, unit: str, role: str) -> None:
    figure = one(sentence, "figure")
    assert (figure.value, figure.unit, figure.role) == (value, unit, role)


def test_period_of_a_figure() -> None:
    assert one("Bilateral trade reached $3.5 billion in 2024.", "figure").period == "2024"


@pytest.mark.parametrize(
    "sentence", ["Call 02 6277 7500 for details.", "The 8th session opened.", "He spent 30 years in office."]
)
def test_numbers_that_are_no_figures(sentence: str) -> None:
    assert facts(sentence, "figure", settled=False) == []


def test_bare_dollar_of_a_governments_release_is_its_own() -> None:
    text = "Australia will provide $4 million in aid to Kenya for its ports and roads."
    source = Source(id="release", kind="press_release", published="2026-03-13")
    found, _ = read(read_text(text, source, parties=("AU", "KE")))
    assert [fact.unit for fact in found if fact.type == "figure"] == ["AUD"]


@pytest.mark.parametrize(
    ("text", "speaker", "quoted"),
    [
        (
            "“We shall build the port together,” Kenyan Minister Achieng Otwori said.",
            "Achieng Otwori",
            "We shall build the port together",
        ),
        (
            'Kenyan Minister Achieng Otwori said: "We shall build the port together."',
            "Achieng Otwori",
            "We shall build the port together.",
        ),
        (
            "Kenyan Minister Achieng Otwori, who leads the talks, said the port was “a gate to the inland”.",
            "Achieng Otwori",
            "a gate to the inland",
        ),
        (
            "Kenyan Minister Achieng Otwori opened the talks. “We shall build the port,” she said.",
            "Achieng Otwori",
            "We shall build the port",
        ),
    ],
)
def test_quote(text: str, speaker: str, quoted: str) -> None:
    quote = one(text, "quote")
    assert (quote.speaker, quote.text) == (speaker, quoted)
    assert quoted in text


def test_quotation_that_goes_on_in_the_next_paragraph() -> None:
    text = "“We shall build the port,” Kenyan Minister Achieng Otwori said.\n\n“It will be the largest of its kind."
    assert [fact.speaker for fact in facts(text, "quote")] == ["Achieng Otwori", "Achieng Otwori"]


def test_scare_quotes_are_no_quotes() -> None:
    assert facts("The so-called “tea belt” covers five counties of Kenya.", "quote", settled=False) == []


def test_facts_inside_a_quotation_name_their_speaker() -> None:
    text = "“Kenya will provide ten ships to Japan,” Kenyan Minister Achieng Otwori said."
    commitment = one(text, "commitment")
    assert commitment.in_quote
    assert commitment.stated_by == "Achieng Otwori"


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("Work on the Coral Line Pipeline project has begun.", "Coral Line Pipeline", None),
        ("They spoke of Kenya's Rift Steam Storage (RSS), a reserve.", "Rift Steam Storage", "KE"),
        ("They visited Kenya's underground gas storage project.", "underground gas storage", "KE"),
        ("Japan supports the Green Belt Initiative.", "Green Belt Initiative", None),
    ],
)
def test_project(sentence: str, name: str, country: str | None) -> None:
    project = one(sentence, "project")
    assert (project.name, project.country) == (name, country)


def test_extension_is_a_milestone() -> None:
    milestone = one("They announced the extension of the nursing programme until 2031.", "milestone")
    assert milestone.date == "2031"
    assert evidence(milestone) == ["the extension of the nursing programme until 2031"]


@pytest.mark.parametrize(
    ("text", "measure", "value", "period"),
    [
        (
            "Trade with Kenya reached $300 million in 2025. The two sides aim to raise it to $500 million by 2028.",
            "Trade", 500_000_000, "2028",
        ),
        (
            "Japanese exports were worth $200 million in 2025. Japan wants to double them to $400 million by 2030.",
            "Japanese exports", 400_000_000, "2030",
        ),
        (
            "The ministers discussed bilateral trade. Both sides agreed to bring it to $500 million within five years.",
            "bilateral trade", 500_000_000, None,
        ),
    ],
)  # fmt: skip
def test_a_target_of_what_the_sentence_before_speaks_of(
    text: str, measure: str, value: int, period: str | None
) -> None:
    targets = [fact for fact in facts(text, "figure") if fact.role == "target"]
    assert [(fact.measure, fact.value, fact.period) for fact in targets] == [(measure, value, period)]


def test_a_target_of_what_nobody_measured_is_none() -> None:
    assert facts("Kenya and Japan held talks on the port. They aim to raise it to $500 million.", "figure") == []
