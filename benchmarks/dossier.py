"""Measure how a dossier grows: ``python benchmarks/dossier.py [--quick]``. See README.md."""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles import article, word

if TYPE_CHECKING:
    from sphinx_bilateral.dossier import Dossier, Report

SIZES = (1_000, 10_000, 100_000)
PER_REPORT = 40
"""Facts in a report, of all types, with about a third told again by another report."""

QUESTIONS = 300
FOLDERS = 40

SUBJECTS = """
customs fisheries tourism rail ports visas mining health training energy wool grain water roads schools
archives standards seeds vaccines forests bridges satellites radio film sport museums libraries housing
insurance banking taxes courts police firefighting weather rivers dams solar wind gas coal copper salt timber
leather cotton tea coffee cattle horses dairy fruit
""".split()


def reports(chance: random.Random, facts: int) -> Iterator[Report]:
    """Yield reports with *facts* facts together; of each two in a row the second repeats a third of the first."""
    told: list[dict[str, Any]] = []
    for number in range(max(facts // PER_REPORT, 1)):
        kept = told[: PER_REPORT // 3]
        new = [_fact(chance, kind, number) for kind in _kinds(PER_REPORT - len(kept))]
        told = [*kept, *new] if number % 2 else new
        told += [_fact(chance, "commitment", number) for _ in range(PER_REPORT - len(told))]
        yield _report(number, told)


def _kinds(most: int) -> list[str]:
    some = ("commitment", "agreement", "figure", "discussion", "proposal", "participant", "quote", "visit", "meeting")
    return [some[place % len(some)] for place in range(most)]


def _report(number: int, told: Sequence[dict[str, Any]]) -> Report:
    from sphinx_bilateral.dossier import Report
    from sphinx_bilateral.model.document import Source
    from sphinx_bilateral.model.exchange import fact_from_data
    from sphinx_bilateral.sources.layout import read_text

    sentences = [f"{' '.join(map(str, one.values()))}." for one in told]
    day = f"{2000 + number // 300 % 25}-{1 + number // 25 % 12:02}-{1 + number % 25:02}"
    source = Source(id=f"report-{number:05}", published=day)
    document = read_text("\n\n".join(sentences), source, file=f"report-{number:05}.txt")
    facts, at = [], 0
    for sentence, data in zip(sentences, told, strict=True):
        span = document.span(at, at + len(sentence), "body")
        facts.append(fact_from_data({**data, "evidence": [span]}))
        at += len(sentence) + 2
    return Report(document, tuple(facts))


def _fact(chance: random.Random, kind: str, number: int) -> dict[str, Any]:
    """Return a fact with words of its own and words that many facts have."""
    subject = f"{chance.choice(SUBJECTS)} {word(chance)} {word(chance, 3)}"
    name = f"{word(chance, 3).title()} {word(chance).title()}"
    sides, day = ["NO", "KE"], f"{2000 + number // 300 % 25}-{1 + number // 25 % 12:02}-{1 + number % 25:02}"
    made: dict[str, dict[str, Any]] = {
        "commitment": {"actors": sides, "strength": "agreed", "action": f"open a joint centre for {subject}"},
        "agreement": {"kind": "mou", "name": f"memorandum on {subject}", "subject": subject, "parties": sides,
                      "sectors": [chance.choice(("trade", "energy", "health"))], "status": "finalising"},
        "figure": {"value": chance.randint(10**6, 10**9), "unit": "USD", "measure": f"trade in {subject}",
                   "role": "actual", "period": day[:4]},
        "discussion": {"topics": f"the state of {subject}", "by": sides},
        "proposal": {"sub": "invitation", "by": ["NO"], "to": ["KE"], "what": f"the fair of {subject}"},
        "participant": {"name": name, "title": "Minister for Trade", "side": "NO", "role": "attendee"},
        "quote": {"speaker": name, "text": f"We will open {subject} before the year is out"},
        "visit": {"visitor": name, "origin": "NO", "country": "KE", "date": day, "status": "past"},
        "meeting": {"kind": "talks", "parties": sides, "date": day, "place": word(chance).title(), "status": "held"},
    }  # fmt: skip
    return {"type": kind, **made[kind]}


def assembled(chance: random.Random, facts: int) -> tuple[Dossier, float, float]:
    """Return a dossier of *facts* facts, the CPU time of assembling it, and the memory that this took, in MB."""
    from sphinx_bilateral.dossier.assemble import assemble

    made = list(reports(chance, facts))
    gc.collect()
    gc.freeze()  # what is given is not looked through again and again for the measure of what is made
    before, start = _memory(), time.process_time()
    dossier = assemble("no-ke", made, parties=("NO", "KE"))
    return dossier, time.process_time() - start, _memory() - before


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def questions(dossier: Dossier, chance: random.Random) -> tuple[float, float]:
    """Return how many questions a second are answered after the first, and how many rows each returned."""
    from sphinx_bilateral.dossier.queries import select

    asked: list[tuple[str, tuple[str, ...]]] = []
    by_type: dict[str, list[str]] = {}
    for name, entry in dossier.entries.items():
        by_type.setdefault(entry.fact.type, []).append(name)
    for number in range(QUESTIONS):
        kind = ("participant", "meeting", "agreement")[number % 3]
        wanted = ("quote", "commitment", "agreement")[number % 3]
        asked.append((wanted, (chance.choice(by_type[kind]),)))
    select(dossier, *asked[0])  # which builds the index
    start = time.process_time()
    rows = sum(len(select(dossier, kind, names)[0]) for kind, names in asked)
    return QUESTIONS / (time.process_time() - start), rows / QUESTIONS


def measured(size: int, seed: int) -> dict[str, float]:
    """Return what one size takes, in a process of its own, so that one size leaves no memory to the next."""
    command = [sys.executable, __file__, "--one", str(size), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def one(size: int, seed: int) -> dict[str, float]:
    """Return time, memory and questions a second for a dossier of *size* facts."""
    chance = random.Random(seed)
    dossier, seconds, memory = assembled(chance, size)
    rate, rows = questions(dossier, chance)
    return {"seconds": seconds, "memory": memory, "rate": rate, "rows": rows, "entries": len(dossier.entries)}


def say(line: str) -> None:
    """Print *line* at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def growth(sizes: Sequence[int], iterations: int, seed: int) -> None:
    """Print what each size takes, and how much more than the size before."""
    say(f"{'facts':>9} {'time':>9} {'memory':>9} {'questions/s':>12} {'rows':>6}")
    last: dict[str, float] = {}
    for size in sizes:
        runs = [measured(size, seed + turn) for turn in range(iterations)]
        now = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        say(f"{size:>9,} {now['seconds']:>7.2f} s {now['memory']:>6.0f} MB {now['rate']:>12,.0f} {now['rows']:>6.1f}")
        if last:
            ratios = {name: now[name] / max(last[name], 1e-9) for name in ("seconds", "memory", "rate")}
            say(f"          tenfold: time x {ratios['seconds']:.1f}, memory x {ratios['memory']:.1f}, "
                  f"questions a second x {ratios['rate']:.2f}")  # fmt: skip
        last = now


def one_of_forty(seed: int) -> None:
    """Print what it takes to load one of forty dossiers anew, when one of its reports changed."""
    from sphinx_bilateral.pipeline import load_dossier, read_document

    chance = random.Random(seed)
    root = Path(tempfile.mkdtemp())
    read: dict[str, Any] = {}
    reading: list[str] = []

    def kept(document: Any) -> Any:
        key = f"{document.file} {document.source.sha256}"
        if key not in read:
            reading.append(document.file)
            read[key] = read_document(document)
        return read[key]

    try:
        folders = [_folder(root / f"d{number:02}", chance) for number in range(FOLDERS)]
        every = _timed(lambda: [load_dossier(folder, read=kept) for folder in folders])
        reading.clear()
        changed = folders[0] / "report-0.txt"
        changed.write_text(article(chance), encoding="utf-8")
        alone = _timed(lambda: load_dossier(folders[0], read=kept))
        say(f"one of {FOLDERS} dossiers, one report changed: {len(reading)} report read again, "
              f"{alone / every:.4f} of the time of all ({every:.2f} s)")  # fmt: skip
    finally:
        shutil.rmtree(root)


def _folder(folder: Path, chance: random.Random) -> Path:
    folder.mkdir()
    (folder / "dossier.yaml").write_text("title: made up\n", encoding="utf-8")
    for number in range(3):
        (folder / f"report-{number}.txt").write_text(article(chance), encoding="utf-8")
    return folder


def _timed(work: Any) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print all that is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 and 10,000 facts alone, once")
    parser.add_argument("--iterations", type=int, default=1)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        say(json.dumps(one(options.one, options.seed)))
        return
    say(f"seed {options.seed}")
    growth(SIZES[:2] if options.quick else SIZES, 1 if options.quick else options.iterations, options.seed)
    one_of_forty(options.seed)


if __name__ == "__main__":
    main()
