"""What a build wrote, as its reader sees it: the text without the markup of the format."""

from __future__ import annotations

import html
import json
import pickle
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from pypdf import PdfReader


def squeezed(text: str) -> str:
    """Return *text* without white space: each format breaks lines in its own places."""
    return re.sub(r"\s+", "", text)


def _markup(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def _texinfo(text: str) -> str:
    text = re.sub(r"@ref\{\w+,,([^}]*)\}", r"\1", text.replace("@comma{}", ","))
    text = re.sub(r"@anchor\{[^}]*\}", "", text).replace("@w{-}", "-")
    return re.sub(r"@(?:strong|emph|code|indicateurl)\{([^}]*)\}", r"\1", text)


def _roff(text: str) -> str:
    text = re.sub(r"\\f[BIPR]|\\[&%: ]|\\X'[^']*'", "", text)
    return text.replace(r"\-", "-").replace(r"\(aq", "'").replace(r"\(dq", '"')


_LATEX_CHARACTERS = {r"\sphinxhyphen{}": "-", r"\textquotesingle{}": "'", "{[}": "[", "{]}": "]"}


def _latex(text: str) -> str:
    for written, read in _LATEX_CHARACTERS.items():
        text = text.replace(written, read)
    text = re.sub(r"\\(?:hyperref\[)?\\?detokenize\{[^}]*\}\]?", "", text)
    text = re.sub(r"\\DUrole\{[^}]*\}", "", text)
    return re.sub(r"\\[A-Za-z]+\*?|[{}]", "", text)


def _pdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def written(out: Path, *suffixes: str) -> str:
    """Return all that stands in the files of *out* with these suffixes."""
    files = sorted(path for path in out.rglob("*") if path.suffix in suffixes)
    # Readers of compiled HTML know no UTF-8.
    encoding = "cp1252" if out.name == "htmlhelp" else "utf-8"
    return "\n".join(path.read_text(encoding) for path in files)


def _read(suffix: str, plain: Callable[[str], str] = str) -> Callable[[Path], str]:
    def read(out: Path) -> str:
        return plain(written(out, suffix))

    return read


def _bodies(suffix: str, load: Callable[[bytes], dict[str, str]]) -> Callable[[Path], str]:
    def read(out: Path) -> str:
        pages = [load(path.read_bytes()) for path in sorted(out.glob(f"*{suffix}"))]
        return _markup("\n".join(page["body"] for page in pages if "body" in page))

    return read


READ: Mapping[str, Callable[[Path], str]] = {
    "html": _read(".html", _markup),
    "dirhtml": _read(".html", _markup),
    "singlehtml": _read(".html", _markup),
    "htmlhelp": _read(".html", _markup),
    "epub": _read(".xhtml", _markup),
    "json": _bodies(".fjson", json.loads),
    "pickle": _bodies(".fpickle", pickle.loads),
    "latex": _read(".tex", _latex),
    "text": _read(".txt"),
    "man": _read(".1", _roff),
    "texinfo": _read(".texi", _texinfo),
    "xml": _read(".xml", _markup),
    "pseudoxml": _read(".pseudoxml", _markup),
    "bilateral-pdf": lambda out: "\n".join(map(_pdf, sorted(out.glob("*.pdf")))),
}
"""By builder: what gives the text of all that it wrote into a folder."""


def shown(out: Path, builder: str) -> str:
    """Return the text of all that *builder* wrote into *out*, without white space."""
    return squeezed(READ[builder](out))
