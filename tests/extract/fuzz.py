"""The reader on damaged texts: ``python tests/extract/fuzz.py [--cases N] [--seed N]``; ``make fuzz`` runs 200,000.

Each case is a piece of a report that was cut, spliced, repeated and peppered with words of the lexicon and with odd
characters. A number tells a case, so that ``--only`` repeats it. The reports are those beside the project where they
are at hand, and our own; what is found wrong is printed with a text that was made as short as it could be.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import random
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

# It runs without an installation.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from articles import article

from sphinx_bilateral.extract.engine import extract
from sphinx_bilateral.extract.words.wordlists import FOLDER
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.exchange import dumps, fact_from_data, plain_data
from sphinx_bilateral.sources.layout import read_text

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"
FOLDERS = (SHARED / "gold" / "dev", SHARED / "seeds", PROJECT / "seeds", PROJECT / "docs" / "tutorial" / "no-se")
SECONDS = 20  # of work on one case, which takes a hundredth of one

ODD = [
    *"“”„«»\"'‘’()[]{};:,.!?…—–-/\\|*#$€%&\n\r\t\0\x1f\x85\xa0\u00ad\u200b\u200f\u202e\u2028\ufeff\ud800\udfff",
    "``", "''", "\n\n", "\r\n", " ", "  ", "- ", "• ", "# ", "...", "--", "’s", "s’", "'s", "\u0301", "\u0345",
    "مصر", "ירושלים", "中国", "한국", "Київ", "Ελλάδα", "भारत", "İstanbul", "ﬁ", "ß", "Ǆ", "🤝", "👩‍🏫", "🇰🇪", "𝐔𝐒",
    "²", "½", "Ⅷ", "٣", "１２", "0", "00", "1e9", "999999999999999999999999", "1,2,3", "1.2.3", "3.5", "31 February",
    "February 29", "30/02/2024", "0000", "9999", "12-13 May 2024", "the 8th", "0th", "U.S.", "St.", "No. 5", "I", "A",
    "$5bn", "€", "dlrs 3", "400-500 million manat (about $294 million)", "between 2 and", "from Monday to", "last",
]  # fmt: skip

PUBLISHED = (
    None, None, "2025-01-25", "2024-02-29", "2024-07", "2024", "0001-01-01", "9999-12-31", "2024-12-30/2025-01-02",
    "../2025-01-24",
)  # fmt: skip
PARTIES = ((), (), ("KE", "JP"), ("PK", "AZ"), ("US", "EU"), ("AU",), ("ID", "AU", "NZ"))


@dataclass(frozen=True)
class Case:
    """What the reader is given."""

    text: str
    published: str | None = None
    parties: tuple[str, ...] = ()


@functools.cache
def reports() -> tuple[str, ...]:
    """Return the texts that are damaged."""
    files = sorted(file for folder in FOLDERS if folder.is_dir() for file in folder.glob("*.txt"))
    made = (article(random.Random(number)) for number in range(20))
    return (*(file.read_bytes().decode() for file in files), *made)


@functools.cache
def entries() -> tuple[str, ...]:
    """Return the words and phrases of the lexicon."""
    lines = [line for file in sorted(FOLDER.glob("*.txt")) for line in file.read_text("utf-8").splitlines()]
    return tuple(
        part
        for line in lines
        if line[:1] not in {"#", "["}
        for cell in re.split(r"[;|]", line)
        if (part := cell.strip())
    )


def make(seed: int, number: int) -> Case:
    """Return the case *number*; the same one for the same *seed* on the same reports."""
    chance = random.Random(f"{seed} {number}")
    text = _piece(chance)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
        text = chance.choice(MUTATIONS)(chance, text)[:20_000]
    return Case(text, chance.choice(PUBLISHED), chance.choice(PARTIES))


def _piece(chance: random.Random) -> str:
    """Return some paragraphs of a report, seldom a whole one."""
    text = chance.choice(reports())
    if chance.random() < 0.02:
        return text
    paragraphs = text.splitlines(keepends=True)
    first = chance.randrange(len(paragraphs))
    return "".join(paragraphs[first : first + chance.choice((1, 1, 2, 3, 6))])


def _range(chance: random.Random, text: str, most: int = 60) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.randint(0, most))


def _cut(chance: random.Random, text: str) -> str:
    start, end = _range(chance, text)
    return text[:start] + text[end:]


def _end_early(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] if chance.random() < 0.5 else text[at:]


def _repeat(chance: random.Random, text: str) -> str:
    start, end = _range(chance, text)
    return text[:start] + text[start:end] * chance.choice((2, 2, 3, 40)) + text[end:]


def _splice(chance: random.Random, text: str) -> str:
    other = _piece(chance)
    one, two = chance.randint(0, len(text)), chance.randint(0, len(other))
    return text[:one] + other[two:]


def _insert_odd(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 2, 30)) + text[at:]


def _insert_any(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 4))) + text[at:]


def _change_words(chance: random.Random, text: str, word: Callable[[str], str]) -> str:
    words = text.split(" ")
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(words))
        words[at] = word(words[at])
    return " ".join(words)


def _put_entry(chance: random.Random, text: str) -> str:
    return _change_words(chance, text, lambda _: chance.choice(entries()))


def _add_entry(chance: random.Random, text: str) -> str:
    return _change_words(chance, text, lambda word: f"{word} {chance.choice(entries())}")


def _change_case(chance: random.Random, text: str) -> str:
    start, end = _range(chance, text, 300)
    change = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + change(text[start:end]) + text[end:]


def _swap(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    one, two = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[two] = words[two], words[one]
    return " ".join(words)


def _shuffle(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    start, end = _range(chance, " " * len(words), 12)
    words[start:end] = chance.sample(words[start:end], len(words[start:end]))
    return " ".join(words)


def _blanks(chance: random.Random, text: str) -> str:
    start, end = _range(chance, text, 200)
    return (
        text[:start] + text[start:end].replace(" ", chance.choice(("", "\n", "\n\n", "\xa0", "\t", "  "))) + text[end:]
    )


MUTATIONS = (
    _cut, _cut, _end_early, _repeat, _splice, _insert_odd, _insert_odd, _insert_any, _put_entry, _put_entry, _add_entry,
    _change_case, _swap, _shuffle, _blanks,
)  # fmt: skip


def fault_of(case: Case) -> str | None:
    """Return what is wrong with the reading of *case*, on one line; ``None`` where nothing is."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        return _wrong(case)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {frame.name}, {Path(frame.filename).name}:{frame.lineno}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _wrong(case: Case) -> str | None:
    document = read_text(case.text, Source(id="report", published=case.published), parties=case.parties)
    found = extract(document)
    for fact in found.facts:
        if any(case.text[span.start : span.end] != span.exact or not span.exact for span in fact.evidence):
            return f"the words of a {fact.type} by {fact.rule} do not stand in the text"
        if (fact.certainty == "unsettled") != bool(fact.open):
            return f"a {fact.type} by {fact.rule} is {fact.certainty}, open: {', '.join(fact.open)}"
        if fact_from_data(json.loads(dumps(plain_data(fact)))) != fact:
            return f"a {fact.type} by {fact.rule} is another one after JSON"
    bounds = [end for pair in found.sentences for end in pair]
    if bounds != sorted(bounds):
        return "sentences overlap"
    if extract(document) != found:
        return "read twice, it is read differently"
    return None


def shortened(case: Case, fault: str) -> Case:
    """Return *case* with as much of its text left out as can be while the fault stays."""
    kind = fault.partition(":")[0]
    size = len(case.text) // 2
    while size:
        at = 0
        while at < len(case.text):
            fewer = Case(case.text[:at] + case.text[at + size :], case.published, case.parties)
            if (fault_of(fewer) or "").partition(":")[0] == kind:
                case = fewer
            else:
                at += size
        size //= 2
    return case


def _out_of_time(*_: object) -> None:
    raise TimeoutError(f"not read within {SECONDS} s")


def check(seed: int, numbers: range) -> list[tuple[int, str]]:
    """Return the numbers of the cases that are read wrongly, each with what is wrong."""
    signal.signal(signal.SIGVTALRM, _out_of_time)
    return [(number, fault) for number in numbers if (fault := fault_of(make(seed, number))) is not None]


def _checked(seed: int, slices: Sequence[range], processes: int) -> Iterator[list[tuple[int, str]]]:
    if processes == 1:
        yield from (check(seed, numbers) for numbers in slices)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(check, [seed] * len(slices), slices)


def _tell(seed: int, number: int, fault: str) -> None:
    case = shortened(make(seed, number), fault)
    sys.stdout.write(f"case {number} of seed {seed}: {fault}\n  {case!r}\n")


def main() -> int:
    """Check the cases; return how many kinds of fault were found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--only", type=int, help="check this case alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    first, count = (asked.first, asked.cases) if asked.only is None else (asked.only, 1)
    signal.signal(signal.SIGVTALRM, _out_of_time)
    slices = [range(start, min(start + 250, first + count)) for start in range(first, first + count, 250)]
    known: set[str] = set()
    started = time.monotonic()
    for done, found in enumerate(_checked(asked.seed, slices, asked.processes), 1):
        for number, fault in found:
            if (kind := fault.partition(":")[0]) not in known:
                known.add(kind)
                _tell(asked.seed, number, fault)
        if done % 80 == 0:
            sys.stdout.write(f"{slices[done - 1].stop - first} cases, {time.monotonic() - started:.0f} s\n")
        sys.stdout.flush()
    sys.stdout.write(f"{count} cases of seed {asked.seed}, {len(reports())} reports: {len(known)} kinds of fault\n")
    return len(known)


if __name__ == "__main__":
    sys.exit(bool(main()))
