"""Amounts of money and dates against the examples of Microsoft's Recognizers-Text.

Run where the data is at hand: ``PEER_DATA=folder python tests/peers/reading/recognizers.py``. The folder holds
``Recognizers-Text/Specs/NumberWithUnit/English/CurrencyModel.json`` and ``.../DateTime/English/DateTimeModel.json``.

Counted are amounts with a value, and dates and stretches of dates with one value of the calendar that the example
allows; a time of day is left out. An example whose own resolution names no certain currency ("dollar", "pound") asks
for one of that name. An example without any result asks that nothing be told.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from document_dates import dates_of

from sphinx_bilateral.extract.figures.amounts import find_amounts
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.sentences import read_sentences
from sphinx_bilateral.extract.words.wordlists import lexicon
from sphinx_bilateral.model.dates import bounds, is_date
from sphinx_bilateral.model.document import Document, Source
from sphinx_bilateral.sources.layout import read_text

GENERIC = {
    "Dollar": {"USD", "AUD", "CAD", "NZD", "SGD", "HKD"},
    "Pound": {"GBP", "EGP"},
    "Rupee": {"INR", "PKR", "LKR"},
    "Franc": {"CHF", "FRF"},
    "Krone": {"NOK", "DKK"},
    "Peso": {"MXN", "PHP"},
    "Dirham": {"AED"},
    "Rouble": {"RUB"},
    "Ruble": {"RUB"},
    "Won": {"KRW"},
    "Real": {"BRL"},
    "Finnish markka": {"FIM"},
    "Peseta": {"ESP"},
    "Netherlands guilder": {"NLG"},
    "Bitcoin": {"BTC"},
}
HUNDREDTHS = {"Cent": GENERIC["Dollar"], "Pence": {"GBP"}, "Penny": {"GBP"}}


def _document(text: str, published: str | None = None) -> Document:
    return read_text(text, Source(id="report", published=published, language="en"))


def amounts_in(text: str) -> list[tuple[float, str]]:
    """Return value and currency of the amounts of money in *text*."""
    document = _document(text)
    reading = Reading(document, lexicon())
    reading.sentences = read_sentences(document, lexicon())
    found = [amount for sentence in reading.sentences for amount in find_amounts(reading, sentence)]
    return [(amount.value, amount.unit) for amount in found if amount.unit and len(amount.unit) == 3]


def _wanted(result: dict[str, Any]) -> tuple[float, set[str]] | None:
    resolution = result["Resolution"]
    if not resolution.get("value"):
        return None
    if resolution["unit"] in HUNDREDTHS:
        return float(resolution["value"]) / 100, HUNDREDTHS[resolution["unit"]]
    code = resolution.get("isoCurrency")
    return float(resolution["value"]), {code} if code else GENERIC.get(resolution["unit"], {resolution["unit"]})


def score_currency(folder: Path) -> dict[str, Any]:
    """Return how many of the amounts are told with their value and currency, and the differences."""
    examples = json.loads((folder / "NumberWithUnit" / "English" / "CurrencyModel.json").read_text("utf-8-sig"))
    wanted = right = spurious = 0
    lines: list[str] = []
    for example in examples:
        found = amounts_in(example["Input"])
        for value, codes in filter(None, map(_wanted, example["Results"])):
            wanted += 1
            hit = next((one for one in found if abs(one[0] - value) <= 1e-6 * max(1, value) and one[1] in codes), None)
            if hit is not None:
                found.remove(hit)
                right += 1
            else:
                lines.append(f"MISSED {value} {sorted(codes)} told {found} … {example['Input'][:150]}")
        if not example["Results"] and found:
            spurious += len(found)
            lines.append(f"SPURIOUS {found} … {example['Input'][:150]}")
    return {
        "wanted": wanted,
        "right": right,
        "spurious": spurious,
        "recall": right / wanted if wanted else 0.0,
        "differences": lines,
    }


def _days(value: dict[str, str]) -> tuple[str, str] | None:
    """Return first and last day of a resolved value; the end of a stretch is exclusive there."""
    start = value.get("value" if value["type"] == "date" else "start", "")
    end = value.get("value" if value["type"] == "date" else "end", "")
    return (start, end) if is_date(start) and is_date(end) else None


def score_dates(folder: Path) -> dict[str, Any]:
    """Return how many of the dates are told with one of the values that the example allows, and the differences."""
    examples = json.loads((folder / "DateTime" / "English" / "DateTimeModel.json").read_text("utf-8-sig"))
    wanted = right = 0
    lines: list[str] = []
    for example in examples:
        anchor = example.get("Context", {}).get("ReferenceDateTime", "")[:10] or None
        found = dates_of(_document(example["Input"], anchor))
        for result in example["Results"]:
            allowed = [days for value in result["Resolution"].get("values", ()) if (days := _days(value))]
            if not allowed or result.get("TypeName") not in {"datetimeV2.date", "datetimeV2.daterange"}:
                continue
            wanted += 1
            values = [one.value for one in found if one.start <= result["End"] and result["Start"] < one.end]
            good = any(_same(value, days) for value in values for days in allowed)
            right += good
            if not good:
                lines.append(
                    f"MISSED {result['Text']!r} {allowed} told {values} at {anchor} … {example['Input'][:100]}"
                )
    return {"wanted": wanted, "right": right, "recall": right / wanted if wanted else 0.0, "differences": lines}


def _same(value: str, days: tuple[str, str]) -> bool:
    first, last = bounds(value)
    start, end = (bounds(day)[0] for day in days)
    return first == start and (last == end or (end - last).days == 1)


def score(folder: Path) -> dict[str, Any]:
    """Return the scores of money and of dates."""
    specs = folder / "Recognizers-Text" / "Specs"
    return {"currency": score_currency(specs), "dates": score_dates(specs)}


def main() -> None:
    """Print the differences on request, and the scores."""
    for name, result in score(Path(os.environ["PEER_DATA"])).items():
        if "--differences" in sys.argv:
            sys.stdout.write("".join(f"{name}: {line}\n" for line in result["differences"]))
        sys.stdout.write(f"Recognizers-Text {name}: {result['recall']:.3f} ({result['right']} of {result['wanted']})\n")


if __name__ == "__main__":
    main()
