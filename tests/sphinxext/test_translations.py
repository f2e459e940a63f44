"""The extension's own words in the language of the project; the officer's and the sources' words as they are."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from babel.messages.pofile import read_po
from pypdf import PdfReader

from sphinx_bilateral.sphinxext.words import CATALOG, LOCALE_DIR

PAGE = """\
Desk
====

.. brief:document:: A-1
   :event: joint-commission-3
   :as-of: 2025-03-20

.. brief:bluf::

   Ask about it.

.. brief:agreements::

.. brief:figures::

.. brief:projects::

.. brief:at-a-glance::

.. brief:judgement:: very likely
   :confidence: high

.. brief:one-page:: a.pdf
"""

SHOWN = {
    "de": (
        "Das Wichtigste", "Vereinbarungen", "Unterzeichnet", "Vorgeschlagen", "nicht angegeben", "Zahlen",
        "EUR 40 Mio. Ziel", "Vorhaben: Nichts berichtet", "Letzte Sitzung", "3. Sitzung: Joint Commission",
        "12. März 2025", "Stand", "2 Berichte, der neueste vom 14. März 2025", "Einschätzung: sehr wahrscheinlich",
        "Verlässlichkeit: hoch", "Quellen", "Absichtserklärung",
    ),
    "fr": (
        "L’essentiel", "Accords", "Signé", "Proposé", "non précisé", "Chiffres", "EUR 40 M objectif",
        "Projets: Rien de signalé", "Dernière session", "Session n° 3 : Joint Commission", "12 mars 2025",
        "À la date du", "2 articles, le plus récent du 14 mars 2025", "Appréciation: très probable",
        "Degré de confiance: élevé", "Sources", "Mémorandum d’entente",
    ),
}  # fmt: skip

ENGLISH = ("Bottom line", "Agreements", "Signed", "Proposed", "not given", "Figures", "EUR 40 million", "None reported",
           "Last session", "As of", "reports", "Assessment", "likely", "Confidence", "high")  # fmt: skip


def shown(project, language):
    """Return the words of the page."""
    app = project.build(confoverrides={"language": language, "nitpicky": True})
    assert project.told(app) == []
    body = project.out("index.html").split('role="main">')[1].split('<div class="sphinxsidebar"')[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("language", SHOWN)
def test_a_page_is_in_the_language_of_the_project(bare, language):
    text = shown(bare.write(index=PAGE), language)
    assert [word for word in SHOWN[language] if word not in text] == []
    assert [word for word in ENGLISH if re.search(rf"\b{word}\b", text)] == []
    assert "Ask about it." in text
    assert "The geothermal training memorandum was signed." in text


@pytest.mark.parametrize("language", ["en", "en_GB", "es"])
def test_where_there_are_no_words_of_a_language_they_are_english(bare, language):
    text = shown(bare.write(index=PAGE), language)
    assert [word for word in ENGLISH if word not in text] == []


def test_a_change_of_language_rewrites_the_page_and_prints_its_pdf_anew(bare):
    bare.write(index=PAGE)
    bare.build()
    bare.build(confoverrides={"language": "de"})
    assert "Unterzeichnet" in bare.out("index.html")
    text = PdfReader(bare.root / "_build/html/_bilateral/a.pdf").pages[0].extract_text()
    assert "Unterzeichnet" in text
    assert "3. Sitzung" in text
    assert "Signed" not in text


def test_what_is_told_is_english_since_it_names_what_is_written_in_the_files(bare):
    bare.write(index="Desk\n====\n\n.. brief:agreements::\n   :columns: nam\n")
    (line,) = bare.told(bare.build(confoverrides={"language": "de"}))
    assert "columns: unknown column 'nam'" in line


@pytest.mark.parametrize("language", sorted(path.parent.name for path in LOCALE_DIR.glob("*/LC_MESSAGES")))
def test_every_translation_keeps_the_places_that_are_filled(language):
    catalog = read_po(io.BytesIO((LOCALE_DIR / language / "LC_MESSAGES" / f"{CATALOG}.po").read_bytes()))
    places = re.compile(r"\{(\w+)\}|%\((\w+)\)s")
    for message in catalog:
        if message.id:
            # The number stands for the English ordinal.
            known = {"number" if "ordinal" in one else "".join(one) for one in places.findall(message.id)}
            assert {"".join(one) for one in places.findall(message.string)} == known, message.id
