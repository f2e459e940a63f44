"""A page of HTML as a tree, to follow links in it as a reader does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parent: Element | None
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """The words in it, with single blanks."""
        return " ".join("".join(self._texts()).split())

    def all(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.all()

    def around(self, tag: str) -> Element:
        """Return the next element around it with that tag."""
        found = self.parent
        while found is not None and found.tag != tag:
            found = found.parent
        assert found is not None, f"no {tag} around {self.attributes}"
        return found

    def with_id(self, identity: str) -> Element:
        (found,) = [one for one in self.all() if one.attributes.get("id") == identity]
        return found

    def with_class(self, name: str) -> list[Element]:
        return [one for one in self.all() if name in one.classes]

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open = self.open.parent or self.root

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


def read_page(file: Path) -> Element:
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.root
