"""Measure builds of the same tables side by side: ``python benchmarks/build.py [--quick]``. See README.md."""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import projects
from projects import Size

TOOLS: Mapping[str, Callable[..., None]] = {
    "bilateral": partial(projects.bilateral, evidence=False),
    "bilateral with evidence": projects.bilateral,
    "sphinx-needs": projects.needs,
    "sphinx-needs, hidden": partial(projects.needs, hidden=True),
    "list-table": projects.list_table,
    "bare docutils": projects.bare,
    "no tables": projects.no_tables,
}

Seconds = dict[str, list[float]]


def build(root: Path, *options: str) -> float:
    """Build the HTML of the project in *root*; return the CPU time in seconds, of all its processes."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", *options, str(root), str(root / "_build")]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONHASHSEED": "0"})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def compare_tools(size: Size, seeds: range) -> Seconds:
    """Build the tables with each tool, with new words for every seed, in another order each time."""
    seconds: Seconds = defaultdict(list)
    for seed in seeds:
        chance = random.Random(seed)
        rows = projects.made_rows(size, chance)
        for tool in chance.sample(list(TOOLS), len(TOOLS)):
            with tempfile.TemporaryDirectory() as folder:
                TOOLS[tool](Path(folder), size, rows)
                seconds[tool].append(build(Path(folder), "-W"))
    return seconds


def compare_repeats(size: Size, seeds: range) -> Seconds:
    """Build twice: with the extension, and with Sphinx alone; then with one report changed."""
    seconds: Seconds = defaultdict(list)
    for seed in seeds:
        rows = projects.made_rows(size, random.Random(seed))
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            projects.bilateral(Path(one), size, rows)
            projects.list_table(Path(other), size, rows)
            for folder in (one, other):
                build(Path(folder))
            for folder, name in (
                (one, "bilateral"),
                (other, "Sphinx alone"),
                (one, "bilateral"),
                (other, "Sphinx alone"),
            ):
                seconds[name].append(build(Path(folder)))
            report = Path(one) / "dossiers/d0/r1.txt"
            report.write_text(report.read_text(encoding="utf-8").replace("signed", "initialled"), encoding="utf-8")
            before = written(Path(one))
            seconds["one report changed"].append(build(Path(one)))
            pages = {name for name, time in written(Path(one)).items() if before[name] != time}
            seconds["pages rewritten"].append(len(pages))
    return seconds


def written(root: Path) -> dict[str, int]:
    """Return when each page was written."""
    return {path.name: path.stat().st_mtime_ns for path in (root / "_build/pages").glob("p*.html")}


def compare_sizes(sizes: Sequence[Size], seeds: range) -> Seconds:
    """Build a small and a large project, which has as many more rows and reports as it has pages."""
    seconds: Seconds = defaultdict(list)
    for seed in seeds:
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                projects.bilateral(Path(folder), size, projects.made_rows(size, random.Random(seed)))
                seconds[f"{size.pages} pages"].append(build(Path(folder)))
    return seconds


def say(line: str) -> None:
    """Print *line* at once, since the next one may take minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def table(seconds: Seconds, base: str) -> None:
    """Print the medians, and their ratios to that of *base*, each iteration compared with itself."""
    for name, measured in seconds.items():
        if name != base and len(measured) == len(seconds[base]):
            ratio = statistics.median(one / other for one, other in zip(seconds[base], measured, strict=True))
            say(f"  {name:26} {statistics.median(measured):8.2f} s   {base} / {name} = {ratio:.2f}")
        else:
            say(f"  {name:26} {statistics.median(measured):8.2f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small projects, one iteration: does it still run?")
    parser.add_argument("--iterations", type=int, default=5)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--only", choices=("tools", "repeats", "sizes"))
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + (1 if asked.quick else asked.iterations))
    scale = 10 if asked.quick else 1
    size = Size(pages=200 // scale, dossiers=10 // scale)
    say(f"seeds {seeds.start}–{seeds.stop - 1}, CPU time, medians of {len(seeds)}")
    if asked.only in {None, "tools"}:
        say(f"{size.pages} pages of {size.rows} rows:")
        seconds = compare_tools(size, seeds)
        for base in ("bilateral", "bilateral with evidence"):
            table(seconds, base)
    if asked.only in {None, "repeats"}:
        say(f"built again, {size.pages} pages, {size.dossiers * size.reports} reports:")
        seconds = compare_repeats(size, seeds)
        pages = seconds.pop("pages rewritten")
        table(seconds, "Sphinx alone")
        extra = statistics.median(seconds["bilateral"]) - statistics.median(seconds["Sphinx alone"])
        say(f"  nothing changed: {extra:+.2f} s more than Sphinx alone")
        showing = sum(size.shown(number)[0] == 0 for number in range(size.pages))
        say(f"  one report changed: {statistics.median(pages):g} pages were rewritten; {showing} show its dossier")
    if asked.only in {None, "sizes"}:
        sizes = tuple(Size(pages=25 * dossiers, dossiers=dossiers, days=25) for dossiers in (10 // scale, 40 // scale))
        say("growth:")
        table(compare_sizes(sizes, seeds), f"{sizes[1].pages} pages")


if __name__ == "__main__":
    main()
