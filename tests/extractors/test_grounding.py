"""What an extractor returns is held to the source, or refused and told; whatever it does, nothing is raised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from extractors.plugged import extractor
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.extractors.grounding import read_grounded
from sphinx_bilateral.extractors.installed import BUILT_IN
from sphinx_bilateral.model.document import Document, Source, Span
from sphinx_bilateral.model.facts import Fact, Meeting, Project, Quote
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text

TEXT = (
    "Peru and Norway hold talks\n\n"
    "LIMA: Peru and Norway held talks in Lima on Tuesday. “We are close to a treaty,” the minister said.\n\n"
    "Peru and Norway agreed to restore the Sea Gate bridge.\n"
)

TALKS: dict[str, Any] = {
    "type": "meeting", "kind": "talks", "parties": ["PE", "NO"], "status": "held", "evidence": ["held talks in Lima"],
}  # fmt: skip


@pytest.fixture
def document() -> Document:
    return read_text(TEXT, Source(id="post", published="2025-03-14"), file="post.txt")


def one_of(document: Document, *returned: Any) -> tuple[list[Fact], list[Problem]]:
    found = read_grounded(extractor(lambda _: returned), document)
    return list(found.facts), list(found.problems)


@pytest.mark.parametrize(
    ("evidence", "exact"),
    [
        ("held talks in Lima", "held talks in Lima"),
        ('"We are close to a treaty,"', "“We are close to a treaty,”"),
        ((TEXT.index("held"), TEXT.index("held") + 4), "held"),
        ({"start": TEXT.index("held"), "end": TEXT.index("held") + 4, "exact": "held"}, "held"),
        ({"exact": "Peru and Norway", "suffix": "agreed"}, "Peru and Norway"),
        (Span(source="post", start=TEXT.index("Sea"), end=TEXT.index("Sea") + 8, exact="Sea Gate", zone="body"),
         "Sea Gate"),
    ],
    ids=["words", "other marks", "offsets", "offsets and words", "words told apart", "span"],
)  # fmt: skip
def test_evidence_is_found_in_the_source(document: Document, evidence: object, exact: str) -> None:
    (fact,), problems = one_of(document, {**TALKS, "evidence": [evidence]})
    assert not problems
    (span,) = fact.evidence
    assert (span.source, span.exact, TEXT[span.start : span.end], span.zone) == ("post", exact, exact, "body")


@pytest.mark.parametrize(
    ("evidence", "said", "line"),
    [
        (["held talks in Rome"], "'held talks in Rome' does not stand in the source", 0),
        (["Peru and Norway"], "stands there 3 times", 1),
        ([(5, 5)], "no offsets", 0),
        ([(0, 10_000)], "no offsets", 0),
        ([(-4, 2)], "no offsets", 0),
        ([(True, 2)], "no offsets", 0),
        ([{"start": 0, "end": 4, "exact": "Oslo"}], "'Oslo' does not stand at 0", 1),
        ([{"exact": "held", "source": "courier"}], "of the source 'courier'", 0),
        ([7], "no place in a source", 0),
        ([""], "does not stand", 0),
        ([b"held"], "no place", 0),
        ([{"exact": ["held"]}], "no text", 0),
        ([], "must be a list", 0),
        ("held talks", "must be a list", 0),
        (None, "must be a list", 0),
    ],
)
def test_what_does_not_stand_in_the_source_is_refused(
    document: Document, evidence: object, said: str, line: int
) -> None:
    facts, (problem,) = one_of(document, {**TALKS, "evidence": evidence})
    assert facts == []
    assert (problem.kind, problem.file, problem.line) == ("no-evidence", "post.txt", line)
    assert problem.message.startswith("extractor 'desk': a meeting was left out")
    assert said in problem.message


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"status": "done"},
            "meeting.status: must be held, ongoing, scheduled, postponed, cancelled or denied, not 'done'",
        ),
        ({"date": "2025-02-30"}, "meeting.date"),
        ({"parties": ["Peru and Norway"]}, "meeting.parties.0"),
        ({"venue": "Lima"}, "meeting.venue"),
        ({"kind": None}, "meeting.kind"),
        ({"id": "talks-1"}, "meeting.id: is not for an extractor to give"),
        ({"review": {"state": "accepted"}}, "meeting.review"),
        ({"type": "summit"}, "type: must be one of meeting, visit"),
        ({"type": ["meeting"]}, "type: must be one of"),
    ],
)
def test_fields_that_the_type_has_not_are_refused(document: Document, change: dict[str, Any], said: str) -> None:
    facts, (problem,) = one_of(document, {**TALKS, **change})
    assert facts == []
    assert (problem.kind, problem.file) == ("bad-extractor", "post.txt")
    assert said in problem.message
    assert problem.line == (0 if "type" in change else 3)


def test_a_needed_field_that_is_left_out_makes_the_fact_unsettled(document: Document) -> None:
    (fact, sure), _ = one_of(document, {**TALKS, "status": None, "certainty": "confident"}, TALKS)
    assert (fact.certainty, fact.open) == ("unsettled", ("status",))
    assert (sure.certainty, sure.rule) == ("confident", "desk")


def test_a_fact_that_is_an_instance_is_held_to_the_same(document: Document) -> None:
    span = document.span(TEXT.index("Sea"), TEXT.index("Sea") + 8)
    good = Project(evidence=(span,), name="Sea Gate", rule="bridges")
    forged = Project.model_construct(
        evidence=(span.model_copy(update={"exact": "Sky Gate"}),), name="x", type="project"
    )
    unchecked = Meeting.model_construct(evidence=(span,), kind="party", type="meeting")
    (fact,), problems = one_of(document, good, forged, unchecked)
    assert (fact.get("name"), fact.rule) == ("Sea Gate", "desk.bridges")
    assert [problem.kind for problem in problems] == ["no-evidence", "bad-extractor"]


def test_a_quotation_must_stand_in_its_evidence(document: Document) -> None:
    words = "“We are close to a treaty,”"
    quotes = [Quote(evidence=(document.span(TEXT.index(words), TEXT.index(words) + len(words)),), text=text)
              for text in ("We are close to a treaty,", "We have a treaty")]  # fmt: skip
    (fact,), (problem,) = one_of(document, *quotes)
    assert fact.get("text") == "We are close to a treaty,"
    assert problem.kind == "no-evidence"


def test_an_extractor_that_fails_keeps_what_it_had_found(document: Document) -> None:
    def read(_: Document) -> Iterator[object]:
        yield TALKS
        raise LookupError("no table of bridges")

    found = read_grounded(extractor(read), document)
    assert len(found.facts) == 1
    (problem,) = found.problems
    assert (problem.kind, problem.file) == ("bad-extractor", "post.txt")
    assert "'desk': it failed: LookupError: no table of bridges (test_grounding.py:" in problem.message


@pytest.mark.parametrize("returned", ["words", TALKS, 7, b""])
def test_an_extractor_that_returns_no_facts_is_told(document: Document, returned: object) -> None:
    found = read_grounded(extractor(lambda _: returned), document)
    assert found.facts == ()
    assert [problem.kind for problem in found.problems] == ["bad-extractor"]


def test_an_extractor_may_find_nothing_and_tell_of_problems(document: Document) -> None:
    assert read_grounded(extractor(lambda _: None), document).problems == ()
    told = Problem(kind="relative-date", message="which Tuesday?", file="post.txt", line=3)
    unheard = Problem(kind="earthquake", message="run")
    assert one_of(document, told)[1] == [told]
    assert [problem.kind for problem in one_of(document, unheard)[1]] == ["bad-extractor"]


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("Lima"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
_FIELDS = st.sampled_from([*TALKS, "date", "ordinal", "place", "open", "certainty", "rule", "id", "stated_by"])


@given(st.one_of(_JUNK, st.dictionaries(_FIELDS, _JUNK, max_size=6).map(lambda change: {**TALKS, **change})))
def test_whatever_is_returned_is_a_grounded_fact_or_told(returned: object) -> None:
    document = read_text(TEXT, Source(id="post", published="2025-03-14"), file="post.txt")
    facts, problems = one_of(document, returned)
    assert len(facts) + len(problems) == 1
    assert all(TEXT[span.start : span.end] == span.exact for fact in facts for span in fact.evidence)


def test_two_extractors_read_one_document(document: Document) -> None:
    bridges = extractor(lambda _: [{"type": "project", "name": "Sea Gate bridge", "evidence": ["Sea Gate bridge"]}])
    alone, _ = read_document(document)
    both, problems = read_document(document, (BUILT_IN, bridges))
    assert problems == ()
    added = [fact for fact in both.facts if fact not in alone.facts]
    assert [fact.rule for fact in added] == ["desk"]
    assert both.sentences == alone.sentences
    starts = [fact.evidence[0].start for fact in both.facts]
    assert starts == sorted(starts)


def test_without_the_rules_sentences_are_still_known(document: Document) -> None:
    report, _ = read_document(document, (extractor(lambda _: [TALKS]),))
    assert len(report.facts) == 1
    assert report.sentences == read_document(document)[0].sentences


def test_what_two_extractors_find_alike_is_kept_once(document: Document) -> None:
    facts = read_document(document)[0].facts
    again = extractor(lambda one: [fact.model_copy(update={"rule": ""}) for fact in read_document(one)[0].facts])
    kept = read_document(document, (BUILT_IN, again))[0].facts
    assert [fact.rule for fact in kept] == [fact.rule for fact in facts]


def test_a_text_that_another_extractor_reads_is_not_told_as_unread() -> None:
    text = (
        "Les deux ministres se sont rencontrés mardi à Lima et ont décidé de construire un pont entre leurs deux pays "
        "avant la fin de la décennie.\n"
    )
    document = read_text(text, Source(id="poste"), file="poste.txt")
    french = extractor(lambda _: [{**TALKS, "evidence": ["se sont rencontrés mardi à Lima"]}])
    assert [problem.kind for problem in read_document(document)[1]] == ["unread-language"]
    assert read_document(document, (BUILT_IN, french))[1] == ()
