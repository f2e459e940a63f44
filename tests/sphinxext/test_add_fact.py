"""Facts that pages add: grounded, told of where they are written, and seen by every page."""

from __future__ import annotations

import html as html_module
import json
import re

import pytest

BY = "   :who: East Africa desk\n   :when: 2025-03-20\n   :why: The reader missed it.\n"

WORDS = "Trade of 40 million euros"

ADDED = f"""\
.. brief:add-fact:: stated-trade
   :type: figure
   :value: 40
   :measure: trade of the day
   :role: target
   :source: fjord-wire
{BY}
   {WORDS}
"""

ADDED_MD = f"""\
:::{{brief:add-fact}} stated-trade
:type: figure
:value: 40
:measure: trade of the day
:role: target
:source: fjord-wire
:who: East Africa desk
:when: 2025-03-20
:why: The reader missed it.

{WORDS}
:::
"""


def seen(project, page):
    """Return the words of a page."""
    body = project.out(f"{page}.html").split('role="main">')[1].split('<div class="sphinxsidebar"')[0]
    return " ".join(html_module.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def titled(text):
    return f"Page\n====\n\n{text}"


@pytest.fixture
def adding(bare):
    """A project in which one page adds a fact, two show it, and one does not."""
    return bare.write(
        index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        adding=titled(ADDED),
        figures=titled(".. brief:figures::\n"),
        meetings=titled(".. brief:meetings::\n"),
        words=titled("It is :brief:figure:`stated-trade`.\n"),
    )


def test_an_added_fact_is_a_fact_of_the_dossier_for_every_page(adding):
    app = adding.build(confoverrides={"nitpicky": True})
    assert adding.told(app) == []
    assert "Trade of the day" in seen(adding, "figures")
    assert "It is 40" in seen(adding, "words")
    (dossier,) = json.loads(adding.out("bilateral.json"))["dossiers"]
    (fact,) = [fact for fact in dossier["facts"] if fact["id"] == "stated-trade"]
    assert fact["review"] == {"state": "added", "who": "East Africa desk", "when": "2025-03-20"}
    (span,) = fact["evidence"]
    assert (span["source"], span["exact"]) == ("fjord-wire", WORDS)


@pytest.mark.parametrize(("name", "text"), [("adding", titled(ADDED)), ("adding.md", f"# Page\n\n{ADDED_MD}")])
def test_the_page_that_adds_it_shows_its_values_its_sentence_and_its_source(bare, name, text):
    bare.write(index="Desk\n====\n\n.. toctree::\n   :glob:\n\n   *\n", **{name: text})
    assert bare.told(bare.build()) == []
    shown = seen(bare, "adding")
    assert "Trade of the day" in shown
    assert "Value : 40 target [1]" in shown
    assert "Trade of 40 million euros is the target for 2030. — [1]" in shown
    assert "Sources Fjord Wire, 14 March 2025" in shown
    assert "brief-fault" not in bare.out("adding.html")


def test_it_is_no_home_and_a_register_is(adding):
    assert "stated-trade" not in adding.build().env.domains["brief"].homes()
    adding.write(register=titled(".. brief:register:: stated-trade\n"))
    app = adding.build()
    assert app.env.domains["brief"].home(("ke-is", "stated-trade")).docname == "register"
    assert adding.told(app) == []
    assert 'href="register.html#' in adding.out("adding.html")


FAULTS = {
    "words that do not stand in the source": (("Trade of 40", "Trade of 50"), 14, "no-evidence", "do not stand"),
    "words that stand there twice": ((WORDS, "o"), 14, "bad-option", "prefix"),
    "no words": ((WORDS, ""), 4, "bad-option", "quote the words"),
    "an unknown source": (("fjord-wire", "fjord-mail"), 9, "bad-option", "there is no source 'fjord-mail'"),
    "no source": (("   :source: fjord-wire\n", ""), 4, "bad-option", ":source:"),
    "an id that is taken": (("stated-trade", "mou-fisheries-data"), 4, "bad-option", "already"),
    "an id that is none": (("stated-trade", "Stated.Trade"), 4, "bad-option", "small letters"),
    "no id": ((" stated-trade", ""), 4, "bad-option", "argument"),
    "an unknown type": (("figure", "figgure"), 5, "bad-option", "the nearest is figure"),
    "no type": (("   :type: figure\n", ""), 4, "bad-option", "must be one of"),
    "a field of no such type": ((":role:", ":roel:"), 8, "bad-option", "the nearest is role"),
    "a value that it cannot have": ((":role: target", ":role: goal"), 8, "bad-option", "role: must be"),
    "a number that is none": (("40\n", "many\n"), 6, "bad-option", "value: must be"),
    "no number that ends": (("40\n", "1e999\n"), 6, "bad-option", "value: must be"),
    "a needed field that lacks": (("   :measure: trade of the day\n", ""), 4, "bad-option", ":measure:"),
    "an option without a value": ((" target\n", "\n"), 8, "bad-option", "needs a value"),
    "a dossier without a name": (("   :who:", "   :dossier:\n   :who:"), 10, "bad-option", "needs a value"),
    "nobody": (("   :who: East Africa desk\n", ""), 4, "bad-option", ":who:"),
    "no day": (("2025-03-20", "some day"), 11, "bad-option", "when: "),
    "a dossier that there is not": (("   :who:", "   :dossier: no-se\n   :who:"), 10, "unknown-id", "'no-se'"),
}


@pytest.mark.parametrize(("change", "line", "kind", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_once_at_its_line_and_the_page_is_built(bare, change, line, kind, words):
    bare.write(index=titled(ADDED.replace(*change) + "\n.. brief:figures::\n"))
    (told,) = bare.told(bare.build())
    assert told.startswith(f"index.rst:{line}: WARNING: ")
    assert words in told
    assert told.endswith(f"[bilateral.{kind}]")
    assert 'class="brief-fault' in bare.out("index.html")
    assert "Trade of the day" not in seen(bare, "index")
    assert "40 million" in seen(bare, "index")  # all others stand


def test_faults_in_markdown_are_told_at_their_lines(bare):
    bare.write(**{"index.md": "# Page\n\n" + ADDED_MD.replace("Trade of 40", "Trade of 50")})
    (told,) = bare.told(bare.build())
    assert told.startswith("index.md:13: WARNING: the words do not stand")
    bare.write(**{"index.md": "# Page\n\n" + ADDED_MD.replace(":role: target", ":role: goal")})
    (told,) = bare.told(bare.build())
    assert told.startswith("index.md:7: WARNING: role: must be")


@pytest.mark.parametrize("processes", [1, 4])
def test_only_pages_that_show_it_are_written_when_it_changes_or_goes(adding, processes):
    adding.write(**{f"filler{number}": titled("Words.\n") for number in range(8)})
    adding.build(parallel=processes)
    shown = ("adding", "figures", "words")
    for text, moved in (
        (ADDED.replace(":value: 40", ":value: 41"), set(shown)),
        (ADDED.replace(":value: 40", ":value: 41"), set()),
        ("Nothing is added.\n", set(shown)),
        (ADDED, set(shown)),
    ):
        before = {page: adding.out(f"{page}.html") for page in (*shown, "meetings", "filler1")}
        times = {page: (adding.root / f"_build/html/{page}.html").stat().st_mtime_ns for page in before}
        if moved:
            adding.write(adding=titled(text))
        adding.build(parallel=processes)
        assert {page for page in before if before[page] != adding.out(f"{page}.html")} == moved
        later = {page: (adding.root / f"_build/html/{page}.html").stat().st_mtime_ns for page in before}
        assert {page for page in before if times[page] != later[page]} == moved


def test_a_page_that_is_deleted_takes_its_fact_along(adding):
    adding.build()
    (adding.root / "adding.rst").unlink()
    (told,) = adding.told(adding.build())
    assert told.startswith("words.rst:4: WARNING: 'stated-trade' is not a fact of the dossier ke-is")
    assert "Trade of the day" not in seen(adding, "figures")
    assert "stated-trade" not in adding.out("bilateral.json")


def test_of_two_pages_with_one_id_the_first_by_name_wins_in_any_order_of_reading(adding):
    other = ADDED.replace(":value: 40", ":value: 50")
    adding.write(a=titled(other))
    for processes in (1, 4):
        (told,) = adding.told(adding.build(freshenv=True, parallel=processes))
        assert told.startswith("adding.rst:4: WARNING: the fact 'stated-trade' is added in a.rst, line 4, already")
        assert "It is 50" in seen(adding, "words")
        assert "50 target" in seen(adding, "a")
        assert 'class="brief-fault' in adding.out("adding.html")
    # The first of them goes: the fact is the other's, and nothing has to be told.
    adding.write(a=titled("Nothing is added.\n"))
    assert adding.told(adding.build()) == []
    assert "It is 40" in seen(adding, "words")
    assert "brief-fault" not in adding.out("adding.html")
    # And comes again, though only its page is read.
    adding.write(a=titled(other))
    (told,) = adding.told(adding.build())
    assert told.startswith("adding.rst:4: WARNING: ")
    assert "It is 50" in seen(adding, "words")


def test_a_file_that_two_pages_include_adds_one_fact(adding):
    adding.write(
        adding=titled(".. include:: fact.txt\n"),
        more=titled(".. include:: fact.txt\n"),
        **{"fact.txt": "\n" + ADDED.replace("40 million", "50 million")},
    )
    first, second = adding.told(adding.build())
    assert first.startswith("fact.txt:12: WARNING: the words do not stand")
    assert "words.rst" in second
    adding.write(**{"fact.txt": "\n" + ADDED})
    assert adding.told(adding.build()) == []
    for page in ("adding", "more"):
        assert "Trade of the day" in seen(adding, page)
        assert "brief-fault" not in adding.out(f"{page}.html")


def test_what_stands_under_other_tags_adds_nothing(adding):
    block = "".join(f"   {line}\n" if line else "\n" for line in ADDED.splitlines())
    adding.write(adding=titled(f".. only:: internal\n\n{block}"), words=titled("Words.\n"))
    app = adding.build()
    assert adding.told(app) == []
    assert "Trade of the day" not in seen(adding, "figures")
    assert "stated-trade" not in adding.out("bilateral.json")
    assert adding.told(adding.build(tags=["internal"])) == []
    assert "Trade of the day" in seen(adding, "figures")
    adding.build()
    assert "Trade of the day" not in seen(adding, "figures")


def test_builders_that_share_what_was_read_have_the_fact_and_lose_it(adding):
    adding.build()
    adding.build("text")
    assert "Trade of the day" in adding.out("figures.txt", "text")
    adding.write(adding=titled(ADDED.replace("the day", "the year")))
    adding.build("text")
    assert "Trade of the year" in adding.out("figures.txt", "text")
    # The page was read for the other builder; this one wrote it as it was before.
    assert "Trade of the day" in seen(adding, "figures")
    adding.build()
    assert "Trade of the year" in seen(adding, "figures")
    assert "Trade of the year" in seen(adding, "adding")


@pytest.mark.parametrize(
    "builder", ["latex", "man", "texinfo", "epub", "xml", "singlehtml", "gettext", "bilateral-pdf"]
)
def test_every_builder_takes_it(adding, builder):
    of_the_book = {"copyright": "The desk", "version": "1"}
    assert adding.told(adding.build(builder, confoverrides=of_the_book)) == []


HOSTILE = "<script>alert(1)</script> *x* |y| `z` \\\\emph{z} {{ z }}"


@pytest.mark.parametrize("markdown", [False, True])
def test_what_is_written_is_data(bare, markdown):
    text = ADDED_MD if markdown else ADDED
    for old in ("trade of the day", "East Africa desk"):
        text = text.replace(old, HOSTILE)
    bare.write(**({"index.md": f"# Page\n\n{text}"} if markdown else {"index": titled(text)}))
    assert bare.told(bare.build()) == []
    assert "<script>alert(1)" not in bare.out("index.html")
    assert HOSTILE[:25] in seen(bare, "index")
    hostile = text.replace(WORDS, HOSTILE)
    bare.write(**({"index.md": f"# Page\n\n{hostile}"} if markdown else {"index": titled(hostile)}))
    (told,) = bare.told(bare.build())
    assert "do not stand in the source" in told
    assert "<script>alert(1)" not in bare.out("index.html")


def test_a_page_before_its_source_does_not_print_it(bare):
    bare.write(index=titled(f".. brief:document:: A-1\n   :as-of: 2025-03-13\n\n{ADDED}"))
    (told,) = bare.told(bare.build())
    assert told.startswith("index.rst:7: WARNING: 'stated-trade' of the dossier ke-is stands only in sources")
    assert told.endswith("[bilateral.unknown-id]")


def test_of_several_dossiers_it_is_added_to_that_of_its_page(bare):
    for name in ("dossier.yaml", "harbour-post.txt", "fjord-wire.txt"):
        text = (bare.root / "dossiers" / "ke-is" / name).read_text(encoding="utf-8").replace("id: ke-is", "id: is-ke")
        bare.write(**{f"dossiers__is-ke__{name}": text})
    bare.write(
        index=titled(f".. brief:document:: A-1\n   :dossier: is-ke\n\n{ADDED}\n.. brief:figures::\n"),
        other=":orphan:\n\nOther\n=====\n\n.. brief:figures::\n   :dossier: ke-is\n",
    )
    assert bare.told(bare.build()) == []
    assert seen(bare, "index").count("Trade of the day") == 2
    assert "Trade of the day" not in seen(bare, "other")
    bare.write(index=titled(ADDED))
    (told,) = bare.told(bare.build())
    assert told.startswith("index.rst:4: WARNING: add-fact: name a dossier: ")
    assert told.endswith("its dossiers are: is-ke, ke-is [bilateral.unknown-id]")


def test_nothing_is_added_to_a_dossier_of_another_project(bare, tmp_path):
    bare.write(index=titled(".. brief:figures::\n")).build()
    export = tmp_path / "theirs.json"
    export.write_text(bare.out("bilateral.json").replace('"ke-is"', '"theirs"'), encoding="utf-8")
    bare.write(index=titled(ADDED.replace("   :who:", "   :dossier: theirs\n   :who:")))
    (told,) = bare.told(bare.build(confoverrides={"bilateral_import": {"them": str(export)}}))
    assert told.startswith(
        "index.rst:10: WARNING: add-fact: this project has no dossier 'theirs'; its dossiers are: ke-is"
    )


def test_an_added_fact_counts_as_reviewed_and_the_register_may_reject_it(adding):
    required = {"bilateral_review": "required"}
    assert adding.told(adding.build(confoverrides=required)) == []
    assert "It is 40" in seen(adding, "words")
    rejected = "reject:\n  stated-trade: {who: Iceland desk, when: 2025-03-21, why: It is a target of another year.}\n"
    adding.write(**{"dossiers__ke-is__register.yaml": rejected})
    told = adding.told(adding.build(confoverrides=required))
    assert [line.split(": WARNING")[0] for line in told] == ["adding.rst:4", "words.rst:4"]
    assert all("was rejected by Iceland desk" in line for line in told)
    adding.write(**{"dossiers__ke-is__register.yaml": "reject: [\n"})
    adding.build()
    assert "the register of the dossier ke-is cannot be read" in seen(adding, "adding")


def test_a_build_in_which_nothing_changed_tells_the_fault_again(bare):
    bare.write(index=titled(ADDED.replace("Trade of 40", "Trade of 50")))
    first = bare.told(bare.build())
    again = bare.told(bare.build())
    assert first == again
    assert len(first) == 1
