"""The inline pieces of blocks as runs of text: which face, which colour, what is glued to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit, urlunsplit

from sphinx_bilateral.brief.blocks import Badge, Cite, Emphasis, Fault, Inline, Link, Text, Value
from sphinx_bilateral.onepage.measure import BadgeShape, Run, Style

Runs = list[Run | BadgeShape]

_OPENING = "\"“‘«„'"
_UNBROKEN_BADGE = 20  # characters; a longer status may be broken over lines
_UNRESERVED = "/:?#[]@!$&'()*+,;=%-._~"


class Inlines:
    """Turns inline pieces into runs.

    :param citation: the size of a source number, in parts of the text around it.
    """

    def __init__(self, citation: float) -> None:
        self._citation = Style(colour="quiet", scale=citation, rise=0.3)

    def runs(self, line: Iterable[Inline], style: Style | None = None) -> Runs:
        """Return the runs of *line*; *style* is how plain words look."""
        style = style or Style()
        return [run for piece in line for run in self._piece(piece, style)]

    def _piece(self, piece: Inline, style: Style) -> Iterator[Run | BadgeShape]:
        match piece:
            case Cite():
                yield Run(f"[{piece.number}]", self._citation, glued=True)
            case Badge():
                yield BadgeShape(piece.tone)
                whole = len(piece.text) <= _UNBROKEN_BADGE
                yield Run(piece.text.replace(" ", "\u00a0") if whole else piece.text, Style("bold", piece.tone))
            case Fault():
                yield BadgeShape("stopped")
                yield Run(piece.text, Style("bold", "fault"))
            case Link():
                url = web_address(piece.url)
                yield Run(piece.text, Style(style.face, "link") if url else style, url)
            case Emphasis():
                yield Run(piece.text, Style("bold" if piece.strong else "italic", style.colour))
            case Text() | Value():
                yield Run(piece.text, Style("bold", style.colour) if piece.strong else style)

    def quotation(self, line: Iterable[Inline]) -> Runs:
        """Return the runs of *line* between quotation marks, its source numbers after the closing one."""
        pieces = tuple(line)
        words = tuple(piece for piece in pieces if not isinstance(piece, Cite))
        cites = tuple(piece for piece in pieces if isinstance(piece, Cite))
        text = plain_text(words).lstrip()
        runs = self.runs(words)
        if text and text[0] not in _OPENING:
            runs = [Run("“"), *runs, Run("”", glued=True)]
        return runs + self.runs(cites)


def plain_text(line: Iterable[Inline]) -> str:
    """Return the words of *line* without source numbers."""
    return "".join(piece.text for piece in line if not isinstance(piece, Cite))


def web_address(url: str) -> str:
    """Return *url* as ASCII if it leads to a host on the web by http or https, else an empty text."""
    if any(char.isspace() or not char.isprintable() for char in url):
        return ""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # UnicodeError, too: not a host, not a port
        return ""
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return ""
    host = f"[{host}]" if ":" in host else host
    rest = (quote(part, safe=_UNRESERVED) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host + port, *rest))
