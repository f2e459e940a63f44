"""Sentences with what the reader finds in them, read anew in each build; one that is read otherwise is a warning.

    .. reading:: PE NO

       Peru and Norway signed a treaty on fisheries on Tuesday.

       agreement: status signed; date 2025-03-11
       no commitment

The argument is the parties of the dossier. The lines after the last blank one say which facts of their types are found,
and all of them, each with some of its fields; the report is of Friday, 14 March 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from reference_tables import Cell, table
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from sphinx_bilateral.extract import engine
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.sources.layout import read_text

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_bilateral.model.facts import Fact

PUBLISHED = "2025-03-14"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Expected:
    """A line: a fact of a type with some of its fields, or a type of which there is none.

    :param unsettled: whether a field was left open; ``open`` says which.
    """

    type: str
    fields: tuple[tuple[str, str], ...] = ()
    none: bool = False
    unsettled: bool = False

    def fits(self, fact: Fact) -> bool:
        sure = (fact.certainty == "unsettled") == self.unsettled
        return sure and all(_written(fact.get(name)) == value for name, value in self.fields)


@dataclass(frozen=True)
class Example:
    """Sentences, and what is found in them."""

    text: str
    parties: tuple[str, ...]
    lines: tuple[Expected, ...]

    def faults(self) -> Iterator[str]:
        """Yield in what way the reader reads the sentences otherwise."""
        found = engine.extract(read_text(self.text, Source(id="example", published=PUBLISHED), parties=self.parties))
        for kind in dict.fromkeys(line.type for line in self.lines):
            facts = [fact for fact in found.facts if fact.type == kind]
            lines = [line for line in self.lines if line.type == kind and not line.none]
            fitting = [any(line.fits(fact) for fact in facts) for line in lines]
            if len(facts) != len(lines) or not all(fitting):
                told = [fact.model_dump(exclude_none=True, exclude={"evidence"}) for fact in facts]
                yield f"{self.text!r}: {kind} is read as {told}"
        if not self.lines and not any(problem.kind == "unread-language" for problem in found.problems):
            yield f"{self.text!r} is taken for English"


def example_of(parties: str, content: Sequence[str]) -> Example:
    """Return the example of a directive."""
    *before, after = re.split(r"\n\s*\n", "\n".join(content).strip())
    lines = [_line(line) for line in after.splitlines()] if before else []
    return Example("\n\n".join(before or [after]), tuple(parties.split()), tuple(lines))


def _line(line: str) -> Expected:
    head, _, rest = line.partition(":")
    words = head.split()
    pairs = (part.strip().partition(" ") for part in rest.split(";") if part.strip())
    fields = tuple((name, value.strip()) for name, _, value in pairs)
    return Expected(words[-1], fields, none="no" in words[:-1], unsettled="unsettled" in words[:-1])


def _written(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


class ReadingExample(SphinxDirective):
    """``.. reading::``."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        for file in _reader_files():
            self.env.note_dependency(str(file))
        example = example_of(" ".join(self.arguments), self.content)
        for fault in example.faults():
            logger.warning("%s", fault, location=self.get_location(), type="reading")
        words = nodes.block_quote("", *(nodes.paragraph("", text) for text in example.text.split("\n\n")))
        items = [nodes.list_item("", _shown(line)) for line in example.lines]
        return [words, nodes.bullet_list("", *items)] if items else [words]


def _shown(line: Expected) -> nodes.paragraph:
    words = f"no {line.type}" if line.none else f"{'unsettled ' * line.unsettled}{line.type}"
    shown = nodes.paragraph("", "", nodes.strong("", words))
    for number, (name, value) in enumerate(line.fields):
        shown += nodes.Text(", " if number else ": ")
        shown += [nodes.Text(f"{name} "), nodes.literal("", value)]
    return shown


class ReaderPasses(SphinxDirective):
    """``.. reader-passes::``: the passes that find facts, in order, each with the first line of its file."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(engine.__file__)
        rows = []
        for find in engine.PASSES:
            module = __import__(find.__module__, fromlist=["__doc__"])
            self.env.note_dependency(module.__file__)
            file = Path(module.__file__).name
            rows.append((Cell(file, code=True), Cell((module.__doc__ or "").partition("\n")[0])))
        return [table(("File", "Finds"), rows, (22, 78))]


def _reader_files() -> list[Path]:
    folder = Path(engine.__file__).parent
    return [*sorted(folder.glob("*.py")), *sorted((folder / "lexicon").glob("*.txt"))]


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("reading", ReadingExample)
    app.add_directive("reader-passes", ReaderPasses)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
