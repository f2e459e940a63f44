"""What an extractor returned, held to the source: a fact whose words stand there and whose fields are valid, or none.

An extractor returns, or yields, facts as mappings of their fields or as instances of `model.facts`, and may yield a
`Problem` between them. The evidence of a fact is a list; each item of it is

- the words themselves, which must stand in the source once; quotation marks, dashes and white space may differ,
- a mapping of these words as ``exact`` and of the words right before or after as ``prefix`` and ``suffix``,
- a pair of offsets: code points from the start of the text, the end exclusive,
- or a `Span`, or a mapping with ``start``, ``end`` and ``exact``.

Source, zone, certainty and open fields are decided here; ids and what a person decided are never an extractor's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any

from pydantic import ValidationError

from sphinx_bilateral.extract.extraction import Extraction
from sphinx_bilateral.extractors.installed import BUILT_IN, FAILED, Extractor
from sphinx_bilateral.model.document import Document, Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.faults import said
from sphinx_bilateral.model.problems import CATALOGUE, Problem
from sphinx_bilateral.sources.canonical import canonical
from sphinx_bilateral.sources.quotations import find_words, is_read

_DECIDED = frozenset({"type", "evidence", "certainty", "open", "rule"})
_NOT_ITS = ("id", "review")  # ids are made from all facts of a dossier, and reviews by persons


class _RefusedError(Exception):
    """What an extractor returned is no fact of the document.

    :param at: the offset that the message is about, where there is one.
    """

    def __init__(self, kind: str, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.at = at


def read_grounded(extractor: Extractor, document: Document) -> Extraction:
    """Return what *extractor* finds in *document*, without what the document does not bear out.

    Where it fails, what it had yielded is kept. Sentences are those that it found, if any.
    """
    facts: list[Fact] = []
    problems: list[Problem] = []
    returned: Any = ()
    try:
        returned = extractor.load()(document)
        for one in _items(returned):
            _put(one, extractor, document, facts, problems)
    except Exception as error:
        problems.append(_problem(extractor, document, _failed(error)))
    return Extraction(tuple(facts), tuple(problems), returned.sentences if isinstance(returned, Extraction) else ())


def is_grounded(fact: Fact, document: Document) -> bool:
    """Tell whether all words that bear *fact* stand in *document*."""
    return all(document.text[span.start : span.end] == span.exact for span in fact.evidence)


def _items(returned: Any) -> Iterable[Any]:
    if isinstance(returned, Extraction):
        return (*returned.problems, *returned.facts)
    if returned is None:
        return ()
    if isinstance(returned, str | bytes | Mapping) or not isinstance(returned, Iterable):
        raise _RefusedError(FAILED, f"it returned {_named(returned)}, not facts")
    return returned


def _put(one: Any, extractor: Extractor, document: Document, facts: list[Fact], problems: list[Problem]) -> None:
    """Add *one* to *facts* or to *problems*; where it is neither, why not to *problems*."""
    try:
        grounded = _grounded(one, extractor, document)
    except _RefusedError as refused:
        grounded = _problem(extractor, document, refused)
    if isinstance(grounded, Fact):
        facts.append(grounded)
    else:
        problems.append(grounded)


def _grounded(one: Any, extractor: Extractor, document: Document) -> Fact | Problem:
    """Return the fact or the problem that *one* is.

    :raises _RefusedError: where it is neither, or does not stand in *document*.
    """
    if isinstance(one, Problem):
        if one.kind in CATALOGUE:
            return one
        raise _RefusedError(FAILED, f"it told of a problem of the kind {one.kind!r}, which there is not: {one.message}")
    if extractor is BUILT_IN and isinstance(one, Fact):  # its fields were validated when it was made
        if is_grounded(one, document):
            return one
        raise _RefusedError("no-evidence", f"a {one.type} was left out: its words do not stand in the source")
    if isinstance(one, Fact):
        one = one.model_dump(exclude_unset=True) | {"type": one.type}
    if not isinstance(one, Mapping):
        raise _RefusedError(FAILED, f"it returned {_named(one)}, not a fact")
    return _fact(one, extractor.name, document)


def _fact(given: Mapping[str, Any], name: str, document: Document) -> Fact:
    row = FACT_TYPES.get(given["type"]) if isinstance(given.get("type"), str) else None
    if row is None:
        raise _RefusedError(FAILED, f"type: must be one of {', '.join(FACT_TYPES)}, not {given.get('type')!r}")
    spans = tuple(_spans(given.get("evidence"), row.name, document))
    values = {key: value for key, value in given.items() if key not in _DECIDED}
    for key in _NOT_ITS:
        if values.pop(key, None):
            raise _RefusedError(FAILED, f"{row.name}.{key}: is not for an extractor to give", spans[0].start)
    unsure = given.get("open") or ()
    missing = [key for key in row.needs if values.get(key) in (None, "", (), [])]
    unsettled = tuple(dict.fromkeys((*missing, *unsure)))
    rule = ".".join(str(part) for part in (name, given.get("rule")) if part)
    try:
        fact = row.model.model_validate(
            {
                **values,
                "evidence": spans,
                "certainty": "unsettled" if unsettled or given.get("certainty") == "unsettled" else "confident",
                "open": unsettled,
                "rule": rule,
            }
        )
    except ValidationError as error:
        detail = error.errors(include_url=False)[-1]
        field = ".".join(str(part) for part in (row.name, *detail["loc"]))
        raise _RefusedError(FAILED, f"{field}: {said(detail)}", spans[0].start) from None
    _hold_to_its_words(fact, spans)
    return fact


def _hold_to_its_words(fact: Fact, spans: tuple[Span, ...]) -> None:
    """Refuse a quotation whose text does not stand in its evidence."""
    if fact.type == "quote" and not any(canonical(fact.get("text")).text in canonical(one.exact).text for one in spans):
        raise _RefusedError(
            "no-evidence", "a quote was left out: its text does not stand in its evidence", spans[0].start
        )


def _spans(given: Any, kind: str, document: Document) -> Iterator[Span]:
    if not isinstance(given, list | tuple) or not given:
        raise _RefusedError("no-evidence", f"a {kind} was left out: evidence must be a list of words or offsets")
    for one in given:
        try:
            yield _span(one, document)
        except _RefusedError as refused:
            raise _RefusedError(refused.kind, f"a {kind} was left out: {refused}", refused.at) from None


def _span(one: Any, document: Document) -> Span:
    if isinstance(one, Span):
        one = one.model_dump()
    if isinstance(one, str):
        one = {"exact": one}
    if isinstance(one, list | tuple) and len(one) == 2:
        one = {"start": one[0], "end": one[1]}
    if not isinstance(one, Mapping) or not {"start", "exact"} & one.keys():
        raise _RefusedError("no-evidence", f"{_named(one)} is no place in a source")
    source = one.get("source", document.source.id)
    if source != document.source.id:
        raise _RefusedError("no-evidence", f"its words are of the source {source!r}, not of {document.source.id!r}")
    return _at_offsets(one, document) if "start" in one else _of_words(one, document)


def _at_offsets(one: Mapping[str, Any], document: Document) -> Span:
    start, end = one["start"], one.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(document.text):
        raise _RefusedError(
            "no-evidence", f"{start!r} to {end!r} are no offsets in its {len(document.text)} characters"
        )
    span = document.span(start, end)
    if one.get("exact") not in {None, span.exact}:
        raise _RefusedError("no-evidence", f"{_shown(one['exact'])} does not stand at {start}", start)
    if not is_read(document, span):
        raise _RefusedError("no-evidence", f"{_shown(span.exact)} is no part of the report itself", start)
    return span


def _of_words(one: Mapping[str, Any], document: Document) -> Span:
    exact, prefix, suffix = (one.get(key) or "" for key in ("exact", "prefix", "suffix"))
    if not all(isinstance(part, str) for part in (exact, prefix, suffix)):
        raise _RefusedError("no-evidence", "its words are no text")
    found = find_words(document, exact, prefix=prefix, suffix=suffix)
    if not found:
        raise _RefusedError("no-evidence", f"{_shown(exact)} does not stand in the source")
    if len(found) > 1:
        message = f"{_shown(exact)} stands there {len(found)} times; give offsets, or a prefix or suffix"
        raise _RefusedError("no-evidence", message, found[0].start)
    return found[0]


def _failed(error: Exception) -> _RefusedError:
    if isinstance(error, _RefusedError):
        return error
    frames = extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return _RefusedError(FAILED, f"it failed: {type(error).__name__}: {error}{place}")


def _problem(extractor: Extractor, document: Document, refused: _RefusedError) -> Problem:
    line, column = document.position(refused.at) if refused.at is not None else (0, 0)
    message = str(refused) if extractor is BUILT_IN else f"extractor {extractor.name!r}: {refused}"
    return Problem(kind=refused.kind, message=message, file=document.file, line=line, column=column)


def _named(value: Any) -> str:
    return f"a value of the type {type(value).__name__}"


def _shown(words: Any) -> str:
    text = str(words)
    return repr(text if len(text) <= 60 else f"{text[:59]}…")
