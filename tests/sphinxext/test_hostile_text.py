"""Text of sources and of pages' options is data: no builder reads it as markup."""

from __future__ import annotations

import html as html_module
import re

import pytest

HOSTILE = (
    r"<script>alert('x')</script> *emph* **strong** `code` ``lit`` |sub| :brief:fact:`x` _ref_ [1]_ $x_1$"
    r" \emph{y} %z & {{ w }}"
)


@pytest.fixture
def hostile(bare):
    bare.source(
        "harbour-post.txt",
        f"The {HOSTILE} memorandum was signed.\n\nThe {HOSTILE} said: “{HOSTILE}”\n",
    )
    return bare.write(
        index=f"Brief\n=====\n\n.. brief:document:: X\n   :principal: {HOSTILE}\n   :marking: {HOSTILE}\n\n"
        f".. brief:agreements::\n\n.. brief:quotes::\n   :style: list\n\n.. brief:people::\n   :empty: {HOSTILE}\n\n"
        ".. brief:register::\n\n.. brief:one-page:: brief.pdf\n"
    )


def test_html_shows_it_literally(hostile):
    app = hostile.build(confoverrides={"nitpicky": True})
    html = hostile.out("index.html")
    assert hostile.told(app) == []
    assert "<script>alert" not in html
    assert "<em>emph" not in html
    body = html_module.unescape(re.sub(r"<[^>]+>", "", html))
    assert body.count(HOSTILE) >= 6  # control block, marking, table, list, register, empty list


def test_text_shows_it_literally(hostile):
    app = hostile.build("text")
    assert hostile.told(app) == []
    text = " ".join(hostile.out("index.txt", "text").split())
    assert f"For: {HOSTILE}" in text
    assert f"“{HOSTILE}”[2]" in text


def test_latex_escapes_it(hostile):
    app = hostile.build("latex", confoverrides={"latex_documents": [("index", "x.tex", "X", "Y", "manual")]})
    assert hostile.told(app) == []
    text = hostile.out("x.tex", "latex")
    assert r"\emph{y}" not in text
    assert r"\textbackslash{}emph\{y\} \%z \&" in text
    assert re.search(r"(?<!\\)\$x", text) is None


@pytest.mark.parametrize("builder", ["man", "texinfo", "xml", "gettext", "singlehtml", "epub"])
def test_no_builder_fails_on_it(hostile, builder):
    more = {"epub_copyright": "nobody", "version": "1"} if builder == "epub" else {}
    app = hostile.build(builder, confoverrides={"nitpicky": True, "man_pages": [("index", "a", "b", "c", 1)], **more})
    assert hostile.told(app) == []


def test_quoted_words_are_byte_for_byte_those_of_the_source(desk):
    quote = "Steam -- not diesel -- is the 'plan'..."
    desk.build()
    assert f"“{quote}”" in html_module.unescape(re.sub(r"<[^>]+>", "", desk.out("brief.html")))


def test_quoted_words_are_not_given_to_translators(desk):
    desk.build("gettext")
    assert "Steam" not in (desk.root / "_build" / "gettext" / "brief.pot").read_text(encoding="utf-8")
