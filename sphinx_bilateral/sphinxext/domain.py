"""The ``brief`` domain: the requests of each page, and facts as objects that links, search and other projects find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from itertools import starmap
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_bilateral.brief.catalogue import ROLES
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.additions import PlainAddition
from sphinx_bilateral.sphinxext.anchors import fact_anchor
from sphinx_bilateral.sphinxext.markings import Marked
from sphinx_bilateral.sphinxext.prose import Prose, prose_of, tags_around
from sphinx_bilateral.sphinxext.requests import (
    PlainRequest,
    brief_page_end,
    from_plain,
    is_of,
    numbered,
)

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_bilateral.sphinxext.build import Build

FactName = tuple[str, str]
"""The ids of a dossier and of a fact in it."""


class Home(NamedTuple):
    """Where a fact stands in full.

    :param kind: the fact's type; *title* is what a link to it says.
    :param parties: the states and organisations that take part in it. *day*: its date, or when it is due, EDTF.
    """

    docname: str
    kind: str
    title: str
    parties: tuple[str, ...] = ()
    day: str | None = None

    @property
    def seen(self) -> tuple[str, str, str]:
        """What a page that links to it shows."""
        return self[:3]


_BY_PAGE = ("requests", "problems", "markings", "prose", "additions")
"""What is kept by the page that it was read from."""


def _roles_of(fact_type: str) -> list[str]:
    """Return the roles that lead to a fact of the type: its own before those of all types."""
    specs = [spec for spec in ROLES.values() if spec.name != "src"]
    own = [spec.name for spec in specs if fact_type in spec.fact_types]
    return [*own, *(spec.name for spec in specs if not spec.fact_types)]


class BriefDomain(Domain):
    """Requests are kept by page, as plain data; dossiers and composed pages live on the `Build`, never pickled."""

    name = "brief"
    label = "Brief"
    # 1: requests and problems as plain data by page; homes as plain data by fact.
    # 2: the markings of each page.
    # 3: the officer's text of each page, by the number of the section's request.
    # 4: problems as tuples.
    # 5: the facts that each page adds.
    data_version = 5
    object_types: ClassVar[dict[str, ObjType]] = {
        name: ObjType(row.label, *_roles_of(name)) for name, row in FACT_TYPES.items()
    }
    initial_data: ClassVar[dict[str, Any]] = {name: {} for name in (*_BY_PAGE, "homes")}

    build: Build
    """What this build keeps in memory; set at ``builder-inited``."""

    def requests(self) -> dict[str, tuple[Request, ...]]:
        """Return the requests of each page that has some, by page in sorted order, in order on the page."""
        stored = cast("dict[str, list[PlainRequest]]", self.data["requests"])
        return {name: tuple(from_plain(plain) for plain in stored[name]) for name in sorted(stored)}

    def problems(self) -> tuple[Notice, ...]:
        """Return the defects that were found while pages were read, also in earlier builds."""
        stored = cast("dict[str, list[tuple[Any, ...]]]", self.data["problems"])
        return tuple(Notice(*plain) for name in sorted(stored) for plain in stored[name])

    def note_problem(self, docname: str, problem: Notice) -> None:
        """Keep a defect of a page, to be told in each build until the page is read again."""
        self.data["problems"].setdefault(docname, []).append(tuple(problem))

    def note_marking(self, docname: str, marked: Marked) -> None:
        """Keep a marking of a page or of a section on it."""
        self.data["markings"].setdefault(docname, []).append(tuple(marked))

    def markings(self) -> dict[str, list[Marked]]:
        """Return the markings of each page that has some, by page in sorted order, in order on the page."""
        stored = self.data["markings"]
        return {name: list(starmap(Marked, stored[name])) for name in sorted(stored)}

    def additions(self) -> dict[str, list[PlainAddition]]:
        """Return the facts that each page adds, by page, in order on the page."""
        return cast("dict[str, list[PlainAddition]]", self.data["additions"])

    def prose(self, docname: str) -> Prose:
        """Return the officer's text on a page, by the number of the section's request."""
        return cast("Prose", self.data["prose"].get(docname, {}))

    def homes(self) -> dict[FactName, Home]:
        """Return all homes, by fact in sorted order."""
        return {name: Home(*home) for name, home in self.data["homes"].items()}

    def home(self, name: FactName) -> Home | None:
        """Return the home of a fact. Homes are known from ``env-updated`` on, when registers are composed."""
        home = self.data["homes"].get(name)
        return Home(*home) if home else None

    def set_homes(self, homes: Mapping[FactName, Home]) -> None:
        """Replace all homes."""
        self.data["homes"] = {name: tuple(home) for name, home in sorted(homes.items())}

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for part in _BY_PAGE:
            self.data[part].pop(docname, None)
        for name in [name for name, home in self.data["homes"].items() if home[0] == docname]:
            del self.data["homes"][name]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read. Homes are made after all pages were read, so none come from there."""
        for part in _BY_PAGE:
            self.data[part].update({name: kept for name, kept in otherdata[part].items() if name in docnames})

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Give the placeholders of the page their numbers, and keep their requests."""
        found: list[PlainRequest] = []
        added: list[PlainAddition] = []
        for number, node in enumerate(numbered(document)):
            node["docname"], node["number"] = docname, number
            # A role in a substitution shares its request with all places where it is used.
            node["request"] = {**node["request"], "only": list(tags_around(node))}
            found.append(node["request"])
            if "addition" in node:
                added.append({**node["addition"], "only": node["request"]["only"]})
        if not found:
            return
        self.data["requests"][docname] = found
        if added:
            self.data["additions"][docname] = added
        if prose := prose_of(document):
            self.data["prose"][docname] = prose
        if not any(is_of(from_plain(plain), "sources") for plain in found):
            _end_of(document).append(brief_page_end("", docname=docname))

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Yield the facts that have a home, for ``objects.inv`` and search."""
        for (dossier, fact), home in self.homes().items():
            anchor = fact_anchor(home.docname, dossier, fact)
            yield f"{dossier}/{fact}", home.title, home.kind, home.docname, anchor, 1

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Return a link to the home of the fact *target*, as ``dossier/fact``, or ``fact`` where one dossier has it."""
        found = self._find(target)
        if found is None:
            return None
        return self.link(*found, fromdocname, builder, contnode)

    def link(
        self, name: FactName, home: Home, fromdocname: str, builder: Builder, words: nodes.Element
    ) -> nodes.reference:
        """Return *words* as a link from a page to the *home* of a fact.

        :raises sphinx.errors.NoUri: where the builder's output does not hold the home.
        """
        anchor = fact_anchor(home.docname, *name)
        # Where all pages are one document, Sphinx would put the page's name and the anchor into one fragment.
        # The writer of manual pages would print the address of a link, though not one that stays on the page.
        one_page = builder.name in {"singlehtml", "man"}
        return make_refnode(builder, home.docname if one_page else fromdocname, home.docname, anchor, words, home.title)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return the link for ``:any:``."""
        found = self._find(target)
        if found is None:
            return []
        link = self.resolve_xref(env, fromdocname, builder, found[1].kind, target, node, contnode)
        return [(f"{self.name}:{found[1].kind}", link)] if link else []

    def _find(self, target: str) -> tuple[FactName, Home] | None:
        dossier, slash, fact = target.partition("/")
        named = [(dossier, fact)] if slash else [name for name in self.data["homes"] if name[1] == target]
        home = self.home(named[0]) if len(named) == 1 else None
        return (named[0], home) if home else None


def brief_domain(env: BuildEnvironment) -> BriefDomain:
    """Return the domain of *env*."""
    return cast("BriefDomain", env.domains[BriefDomain.name])


def _end_of(document: nodes.document) -> nodes.Element:
    """Return the page's last section of the top level, where it is not one that a directive made."""
    sections = [node for node in document.children if isinstance(node, nodes.section)]
    return sections[-1] if sections and "brief-section" not in sections[-1]["classes"] else document
