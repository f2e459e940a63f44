"""The reader: one Document in, its Facts out. The passes run in a fixed order, each from the room of what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sphinx_bilateral.extract.actors.actor_mentions import find_actors
from sphinx_bilateral.extract.actors.multilateral import is_of_several
from sphinx_bilateral.extract.actors.pairs import find_pairs
from sphinx_bilateral.extract.actors.parties import decide_parties
from sphinx_bilateral.extract.extraction import Extraction
from sphinx_bilateral.extract.figures.figures import read_figures
from sphinx_bilateral.extract.figures.projects import read_projects
from sphinx_bilateral.extract.grammar.corrections import RETRACTED, set_retracted_apart
from sphinx_bilateral.extract.instruments.instruments import read_instruments
from sphinx_bilateral.extract.people.office_changes import find_changes
from sphinx_bilateral.extract.people.participants import read_participants
from sphinx_bilateral.extract.people.people import merge_people
from sphinx_bilateral.extract.people.person_mentions import find_people
from sphinx_bilateral.extract.people.sides import decide_sides
from sphinx_bilateral.extract.quotes.quotes import attribute_quotations, find_quotations, read_quotes
from sphinx_bilateral.extract.reading import Reading, find_all_dates
from sphinx_bilateral.extract.talks.meetings import read_meetings
from sphinx_bilateral.extract.talks.milestones import read_milestones
from sphinx_bilateral.extract.undertakings.aid import read_announced_aid
from sphinx_bilateral.extract.undertakings.answers import read_answers
from sphinx_bilateral.extract.undertakings.commitments import read_commitments
from sphinx_bilateral.extract.undertakings.deeds import read_deeds
from sphinx_bilateral.extract.undertakings.discussions import read_discussions
from sphinx_bilateral.extract.undertakings.measures import read_measures
from sphinx_bilateral.extract.undertakings.proposals import read_proposals
from sphinx_bilateral.extract.visits.visits import read_visits
from sphinx_bilateral.extract.words.language import is_english
from sphinx_bilateral.extract.words.sentences import read_sentences
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.extract.words.wordlists import Lexicon, lexicon
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.facts import Fact, Participant
from sphinx_bilateral.model.problems import Problem

PASSES: tuple[Callable[[Reading], None], ...] = (
    read_quotes,
    read_meetings,
    read_visits,
    read_milestones,
    read_instruments,
    read_commitments,
    read_measures,
    read_deeds,
    read_answers,
    read_announced_aid,
    read_proposals,
    read_discussions,
    read_figures,
    read_projects,
    read_participants,
)


def extract(document: Document, words: Lexicon | None = None) -> Extraction:
    """Return what stands in *document*.

    :param words: the lexicon; by default the packaged one.
    """
    words = words or lexicon()
    reading = Reading(document, words)
    reading.problems.extend(words.faults)
    reading.sentences = read_sentences(document, words)
    bounds = _bounds(document, reading.sentences)
    if not is_english(document, reading.sentences):
        return Extraction((), (*reading.problems, _unread(document)), bounds)
    _prepare(reading)
    set_retracted_apart(reading.sentences)
    for find in PASSES:
        find(reading)
    for mentions in reading.mentions:
        for mention in mentions:
            mention.person = None  # persons and mentions name each other, and would keep all units until a collection
    facts = sorted(
        _not_taken_back(reading, bounds), key=lambda fact: (fact.evidence[0].start, fact.evidence[-1].end, fact.type)
    )
    return Extraction(tuple(facts), tuple(reading.problems), bounds)


def _not_taken_back(reading: Reading, bounds: Sequence[tuple[int, int]]) -> Iterator[Fact]:
    """Yield the facts but for those of sentences that tell what the paper takes back; persons stay who they are."""
    taken = [place for place, one in zip(bounds, reading.sentences, strict=True) if one.zone == RETRACTED]
    for fact in reading.facts:
        told = fact.evidence[0].start
        if isinstance(fact, Participant) or not any(start <= told < end for start, end in taken):
            yield fact


def find_sentences(document: Document) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence of *document*, offsets in its text."""
    return _bounds(document, read_sentences(document, lexicon()))


def _bounds(document: Document, sentences: Iterable[Sentence]) -> tuple[tuple[int, int], ...]:
    return tuple(document.canonical.original_span(one.start, one.end) for one in sentences)


def read(document: Document, words: Lexicon | None = None) -> tuple[list[Fact], list[Problem]]:
    """Return the facts and the problems of `extract`."""
    found = extract(document, words)
    return list(found.facts), list(found.problems)


def _unread(document: Document) -> Problem:
    return Problem(
        kind="unread-language",
        message="the text is not in English and was not read; add the facts of this source to register.yaml by hand",
        file=document.file,
        line=1,
        column=1,
    )


def _prepare(reading: Reading) -> None:
    """Find what the passes share: persons, sides, actors, dates, quotations."""
    find_quotations(reading)
    reading.mentions = [find_people(sentence) for sentence in reading.sentences]
    for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True):
        reading.changes += find_changes(sentence, mentions)
    reading.people = merge_people([mention for mentions in reading.mentions for mention in mentions])
    reading.names.add_names(reading.people)
    reading.parties = reading.document.parties or decide_parties(reading.sentences, reading.people)
    find_pairs(reading)
    reading.several = is_of_several(reading)
    decide_sides(reading)
    reading.names.add_offices(reading.people)
    find_all_dates(reading)
    reading.learn_abbreviations()
    reading.actors = []
    for sentence in reading.sentences:
        reading.actors.append(find_actors(reading, sentence))
    attribute_quotations(reading)
