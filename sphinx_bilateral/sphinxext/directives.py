"""The directives of the domain: one class a group, made into the directive of a row of `DIRECTIVES`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_id

from sphinx_bilateral.brief.catalogue import DIRECTIVES, LIKELIHOODS, DirectiveSpec, OptionValue, nearest
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.anchors import section_prefix
from sphinx_bilateral.sphinxext.domain import brief_domain
from sphinx_bilateral.sphinxext.markings import Marked
from sphinx_bilateral.sphinxext.prose import GROUNDS
from sphinx_bilateral.sphinxext.requests import brief_request, brief_value, place, to_plain
from sphinx_bilateral.sphinxext.shown_nodes import fault
from sphinx_bilateral.sphinxext.words import _

PDF_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.pdf\Z")
"""A plain file name in any file system, without a path."""


class AnyOption(dict[str, Callable[[str], Any]]):  # ruff: ignore[subclass-builtin]  # docutils asks for a dict
    """An option specification that takes every option as it is written.

    Docutils leaves a directive out whole where an option is unknown or wrong. A brief shows it all the same, and says
    what is wrong with the option, so options are validated in `BriefDirective`.
    """

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, name: str) -> Callable[[str], Any]:
        return lambda raw: raw


class BriefDirective(SphinxDirective):
    """What all directives share: argument and options validated by their row."""

    spec: ClassVar[DirectiveSpec]
    has_content = True
    final_argument_whitespace = True
    option_spec = AnyOption()

    def run(self) -> list[nodes.Node]:
        """Validate, then show."""
        arguments, options = self._arguments(), self._options()
        if "marking" in options:
            self._note_marking(str(options["marking"]))
        return self.show(arguments, options)

    def show(self, arguments: tuple[str, ...], options: dict[str, OptionValue]) -> list[nodes.Node]:
        """Return the nodes of the directive."""
        raise NotImplementedError

    def tell(self, message: str, *, kind: str = "bad-option", line: int | None = None) -> None:
        """Note a defect at *line* of the page, by default the directive's own."""
        file, own_line = self._place()
        problem = Notice(kind=kind, message=message, file=file, line=line or own_line)
        brief_domain(self.env).note_problem(self.env.current_document.docname, problem)

    def _place(self) -> tuple[str, int]:
        source, line = self.get_source_info()
        return place(source, self.env), line

    def _note_marking(self, marking: str) -> None:
        file, _line = self._place()
        marked = Marked(self.spec.name, marking, file, self._line_of("marking"))
        brief_domain(self.env).note_marking(self.env.current_document.docname, marked)

    def _arguments(self) -> tuple[str, ...]:
        text = " ".join(" ".join(self.arguments).split())
        if not text and self.spec.required:
            self.tell(f"{self.name} needs an argument: its {self.spec.argument}")
        if not text:
            return ()
        return tuple(text.split()) if self.spec.argument in {"ids", "sources"} else (text,)

    def _options(self) -> dict[str, OptionValue]:
        values: dict[str, OptionValue] = {}
        for name, raw in self.options.items():
            option = self.spec.options.get(name)
            if option is None:
                known = (", ".join(sorted(self.spec.options)) or "none") + nearest(name, self.spec.options)
                self.tell(f"{self.name} has no option {name!r}; it has: {known}", line=self._line_of(name))
                continue
            try:
                values[name] = option.parse(raw)
            except ValueError as error:
                self.tell(f"{self.name}: the option {name!r} {error}", line=self._line_of(name))
        return values

    def _line_of(self, option: str) -> int:
        """Return the line of *option*, or the directive's where the text as written does not show it."""
        return self._line_with(f":{option}:")

    def _line_with(self, start: str) -> int:
        """Return the first line of the directive that starts with *start*, by default the directive's own."""
        line = self._place()[1]
        written = self.block_text.splitlines()
        return next((line + n for n, text in enumerate(written) if text.lstrip().startswith(start)), line)

    def _request(self, arguments: tuple[str, ...], options: Mapping[str, OptionValue]) -> brief_request:
        file, line = self._place()
        request = Request(self.spec.name, "directive", arguments, options, file, line)
        node = brief_request("", request=to_plain(request))
        self.set_source_info(node)
        return node


class RequestDirective(BriefDirective):
    """Shows what is composed later: leaves a placeholder."""

    def show(self, arguments: tuple[str, ...], options: dict[str, OptionValue]) -> list[nodes.Node]:
        """Return the placeholder."""
        if any(line.strip() for line in self.content):
            self.tell(f"{self.name} holds no text of its own; what stands in it is not shown")
        return [self._request(arguments, options)]


class OnePageDirective(RequestDirective):
    """Links to the PDF of the page."""

    def show(self, arguments: tuple[str, ...], options: dict[str, OptionValue]) -> list[nodes.Node]:
        """Return the placeholder, or nothing where there is no name that a file could have."""
        if not arguments:
            return []
        if not PDF_NAME.match(arguments[0]):
            self.tell(f"{self.name} needs the plain name of a file that ends in .pdf, without a path: {arguments[0]!r}")
            return [nodes.paragraph("", "", fault(arguments[0]))]
        return super().show(arguments, options)


class ContainerDirective(BriefDirective):
    """Holds the officer's text in a titled section, or under a rubric where no section can stand.

    The placeholder in it shows what is wrong with its marking, which only the project's configuration can tell.
    """

    def show(self, arguments: tuple[str, ...], options: dict[str, OptionValue]) -> list[nodes.Node]:
        """Return the section with its content."""
        text = self.heading(arguments)
        stands = isinstance(self.state_machine.node, nodes.document | nodes.section)
        words, messages = self.parse_inline(text, lineno=self.lineno)
        title = (nodes.title if stands else nodes.rubric)(text, "", *words)
        section: nodes.Element = (nodes.section if stands else nodes.container)("", title, *messages)
        section["classes"] += ["brief-section", f"brief-{self.spec.name}"]
        section["brief-kind"] = self.spec.name
        section["brief-marking"] = str(options.get("marking", ""))
        self.set_source_info(title)
        self.set_source_info(section)
        if stands:
            self._anchor(section, text)
        section += self._request(arguments, options)
        section += self.parse_content_to_nodes()
        section += self.closing(options)
        return [section]

    def heading(self, arguments: tuple[str, ...]) -> str:
        """Return the title: the argument, or the name of the section."""
        return arguments[0] if arguments else _(self.spec.title)

    def closing(self, options: Mapping[str, OptionValue]) -> list[nodes.Node]:
        """Return what stands below the officer's text."""
        return []

    def _anchor(self, section: nodes.Element, title: str) -> None:
        prefix = section_prefix(self.env.current_document.docname, self.spec.name)
        # A section without an argument is the only one of its name on most pages.
        first = prefix not in self.state.document.ids and self.spec.argument == "none"
        section["ids"] = [prefix if first else make_id(self.env, self.state.document, prefix, title)]
        self.state.document.note_explicit_target(section)


class AddFactDirective(BriefDirective):
    """Adds a fact to a dossier, and shows it: leaves what it adds beside its placeholder.

    Which options there are depends on the type of the fact, and what may be wrong with them on the dossier, so that
    all is told where the dossier is put together.
    """

    def show(self, arguments: tuple[str, ...], options: dict[str, OptionValue]) -> list[nodes.Node]:
        """Return the placeholder with what is added."""
        node = self._request(arguments, options)
        request, written = node["request"], {name: raw for name, raw in self.options.items() if name not in options}
        node["addition"] = {
            "name": arguments[0] if arguments else "",
            "options": {name: raw or "" for name, raw in written.items()},
            "words": "\n".join(self.content),
            "dossier": str(options.get("dossier", "")),
            "file": request["file"],
            "line": request["line"],
            "lines": {**{name: self._line_of(name) for name in self.options}, "": self._line_of_content()},
        }
        return [node]

    def _options(self) -> dict[str, OptionValue]:
        dossier = " ".join((self.options.get("dossier") or "").split())
        return {"dossier": dossier} if dossier else {}

    def _line_of_content(self) -> int:
        # Where content starts, MyST tells from the start of the directive, and docutils from that of the page.
        return self._line_with(next((line.lstrip() for line in self.content if line.strip()), ":"))


class JudgementDirective(ContainerDirective):
    """Holds an assessment, under a title that says it is one, with the facts that it rests on below."""

    def heading(self, arguments: tuple[str, ...]) -> str:
        """Return the title, with the term of likelihood."""
        likelihood = arguments[0] if arguments else ""
        if likelihood not in LIKELIHOODS:
            near = nearest(likelihood, LIKELIHOODS)
            self.tell(f"{self.name} needs a likelihood, one of: {', '.join(LIKELIHOODS)}{near}")
        return f"{_(self.spec.title)}: {_(likelihood)}" if likelihood else _(self.spec.title)

    def closing(self, options: Mapping[str, OptionValue]) -> list[nodes.Node]:
        """Return a line with the confidence, the author and the basis."""
        parts: list[list[nodes.Node]] = []
        if confidence := options.get("confidence"):
            parts.append([nodes.Text(f"{_('Confidence')}: {_(str(confidence))}")])
        if author := options.get("author"):
            parts.append([nodes.Text(f"{_('By')}: {author}")])
        if basis := str(options.get("basis", "")).replace(",", " ").split():
            parts.append([nodes.Text(f"{_('Basis')}: "), *self._basis(basis, options)])
        if not parts:
            return []
        line = nodes.paragraph("", "", classes=[GROUNDS])
        self.set_source_info(line)
        for part in parts:
            line += [nodes.Text(" · ")] if line.children else []
            line += part
        return [line]

    def _basis(self, names: Sequence[str], options: Mapping[str, OptionValue]) -> list[nodes.Node]:
        file, line = self._place()
        asked = {name: value for name, value in options.items() if name == "dossier"}
        shown: list[nodes.Node] = []
        for name in names:
            request = Request("fact", "role", (name,), asked, file, line)
            shown += [nodes.Text("; ")] if shown else []
            shown.append(brief_value(name, name, request=to_plain(request)))
        return shown


GROUPS: Mapping[str, type[BriefDirective]] = {
    "added": AddFactDirective,
    "container": ContainerDirective,
    "judgement": JudgementDirective,
    "one-page": OnePageDirective,
}
"""The class of each group that leaves more, or less, than a placeholder."""


def directive_class(spec: DirectiveSpec) -> type[BriefDirective]:
    """Return the class of *spec*'s group, bound to *spec*."""
    bound: dict[str, Any] = {
        "spec": spec,
        "__doc__": spec.meaning,
        # Without an argument, text on the line of the directive is content.
        "optional_arguments": 0 if spec.argument == "none" else 1,
    }
    return type(f"{spec.name.title().replace('-', '')}Directive", (GROUPS.get(spec.group, RequestDirective),), bound)


def directives() -> dict[str, type[BriefDirective]]:
    """Return the directives by name."""
    return {name: directive_class(spec) for name, spec in DIRECTIVES.items()}
