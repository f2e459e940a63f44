"""Measure the reader beside spaCy: ``python benchmarks/extract.py [--quick]``. See README.md."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles import article, word


@dataclass(frozen=True)
class Tool:
    """A reader in a process of its own, on one core.

    :param python: the interpreter that has it; *cache* is a folder for bytecode, which an installed package has.
    """

    name: str
    python: str
    cache: str
    model: str = ""

    def start(self) -> subprocess.Popen[str]:
        """Return a new process that reads."""
        command = [self.python, str(Path(__file__).with_name("reader.py")), self.name, self.model]
        one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        environment = {
            **os.environ,
            **one,
            "PYTHONPYCACHEPREFIX": self.cache,
            "PYTHONPATH": str(Path(__file__).parents[1]),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)

    def first(self, text: str) -> tuple[float, float]:
        """Return the CPU time in seconds of a process that reads one article and ends, and its memory in MB."""
        process = self.start()
        ask(process, [text])
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ask(process: subprocess.Popen[str], texts: Sequence[str]) -> tuple[float, int]:
    """Return the CPU time in seconds that *texts* take in *process*, and how much was found."""
    process.stdin.write(json.dumps(texts) + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        raise SystemExit("a reader ended; what it said stands above")
    seconds, found = json.loads(answer)
    return seconds, found


def compare_starts(tools: Sequence[Tool], seeds: range) -> None:
    """Start each tool and let it read one article."""
    seconds: dict[str, list[float]] = defaultdict(list)
    memory: dict[str, list[float]] = defaultdict(list)
    for tool in tools:
        tool.first("Kenya and Peru met.")  # bytecode is written once
    for seed in seeds:
        text = article(random.Random(seed))
        for tool in tools:
            used, megabytes = tool.first(text)
            seconds[tool.name].append(used)
            memory[tool.name].append(megabytes)
    say("from the start of the process to the end of the first article:")
    for name, measured in seconds.items():
        say(f"  {name:10} {statistics.median(measured):6.2f} s  {statistics.median(memory[name]):6.0f} MB at most")


def compare_speeds(tools: Sequence[Tool], seeds: range, count: int) -> None:
    """Let each tool read the same new articles, in another order of tools each time."""
    speeds: dict[str, list[float]] = defaultdict(list)
    finds: dict[str, int] = defaultdict(int)
    running = {tool.name: tool.start() for tool in tools}
    for process in running.values():
        ask(process, [article(random.Random(f"warm {number}")) for number in range(5)])
    size = 0
    for seed in seeds:
        chance = random.Random(seed)
        texts = [article(chance) for _ in range(count)]
        size += sum(len(text.encode()) for text in texts)
        for name in chance.sample(list(running), len(running)):
            used, found = ask(running[name], texts)
            speeds[name].append(count / used)
            finds[name] += found
    for process in running.values():
        process.communicate()
    total = count * len(seeds)
    say(f"{total} articles of {size / total / 1000:.1f} kB, {len(seeds)} iterations:")
    base = tools[0].name
    for name, measured in speeds.items():
        ratio = statistics.median(one / other for one, other in zip(speeds[base], measured, strict=True))
        told = f"  {base} / {name} = {ratio:.1f}" if name != base else ""
        say(f"  {name:10} {statistics.median(measured):7.1f} articles/s  {finds[name] / total:5.1f} finds each{told}")


def long_texts(size: int) -> Iterator[tuple[str, str]]:
    """Yield long texts, by what they hold; the largest share of *size* bytes goes to articles."""
    chance = random.Random(size)
    yield f"{size / 1e6:.2g} MB of articles", "\n\n".join(article(chance) for _ in range(size // 2200))
    marks, words = size // 1000, size // 100
    yield f"{marks} opening quotation marks", "“We signed " * marks
    yield f"{marks} straight single marks", "'We signed " * marks
    yield f"{words} words without a full stop", " ".join(word(chance) for _ in range(words))
    yield f"{words} words of one sentence", "Kenya and Peru agreed to build roads and " * (words // 8)


def show_growth(tool: Tool, sizes: Sequence[int]) -> None:
    """Let the reader read texts of doubling lengths."""
    process = tool.start()
    ask(process, ["Kenya and Peru met."])
    say("growth, each row twice as long as the one above:")
    for row in zip(*(long_texts(size) for size in sizes), strict=True):
        for name, text in row:
            say(f"  {name:36} {ask(process, [text])[0]:7.2f} s")
    process.communicate()


def say(line: str) -> None:
    """Print *line* at once, since the next one may take minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def found_spacy(python: str, model: str, cache: str) -> Tool | None:
    """Return spaCy with *model*, without any where *python* has not that one, or ``None`` where it has no spaCy."""
    tries = {model: f"import spacy; spacy.load({model!r})", "": "import spacy; spacy.blank('en')"}
    for name, code in tries.items():
        if subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0:
            say(
                f"spaCy with {name}"
                if name
                else f"spaCy without a model, which only splits words and sentences: no {model}"
            )
            return Tool("spacy", python, cache, name)
    say("no spaCy: the reader is measured alone")
    return None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few and short texts: does it still run?")
    parser.add_argument("--iterations", type=int, default=7)
    parser.add_argument("--articles", type=int, default=60, help="of each iteration")
    parser.add_argument("--megabytes", type=float, default=10, help="of the longest text")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--spacy-python", default=sys.executable, help="an interpreter that has spaCy")
    parser.add_argument("--model", default="en_core_web_sm", help="name or folder of the model of spaCy")
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + (2 if asked.quick else asked.iterations))
    say(f"seeds {seeds.start}–{seeds.stop - 1}, CPU time on one core, medians")
    with tempfile.TemporaryDirectory() as cache:
        reader = Tool("bilateral", sys.executable, cache)
        other = found_spacy(asked.spacy_python, asked.model, cache)
        tools = [reader, other] if other else [reader]
        compare_starts(tools, seeds)
        compare_speeds(tools, seeds, 10 if asked.quick else asked.articles)
        largest = 10**5 if asked.quick else int(asked.megabytes * 10**6)
        show_growth(reader, [largest // 4, largest // 2, largest])


if __name__ == "__main__":
    main()
