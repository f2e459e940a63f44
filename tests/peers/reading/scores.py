"""The scores of the reader on other people's collections, as the table that the documentation shows.

``PEER_DATA=folder python tests/peers/reading/scores.py docs/reference/reader-scores.csv`` measures the collections that
the folder holds and writes the table; the rows of one that is missing stay as they are. It fails where a score is below
its floor.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import plover
import polnear
import recognizers
import tempeval

HEAD = ("Collection", "Measured", "Score", "Right", "Of")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    :param floor: the least share of *right* in *of*; *ceiling* the highest number where less is better.
    """

    collection: str
    measured: str
    right: int
    of: int
    floor: float = 0.0
    ceiling: int | None = None

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the columns of `HEAD`."""
        share = "" if self.ceiling is not None else f"{self.right / self.of:.3f}"
        return self.collection, self.measured, share, str(self.right), str(self.of)

    def fault(self) -> str | None:
        """Return what is wrong with the score, or ``None``."""
        if self.ceiling is not None:
            bad = f"{self.right}, more than {self.ceiling}" if self.right > self.ceiling else None
        else:
            bad = f"{self.right / self.of:.3f}, less than {self.floor}" if self.right < self.floor * self.of else None
        return f"{self.collection}: {self.measured}: {bad}" if bad else None


def of_tempeval(folder: Path) -> Iterator[Row]:
    """News of 1989 to 2000, TimeBank and AQUAINT."""
    found = tempeval.score(folder)
    yield Row("TempEval-3", "dates found with their value", found["right"], found["wanted"], 0.85)
    yield Row("TempEval-3", "dates told that are right", found["told"] - found["wrong"], found["told"], 0.92)


def of_recognizers(folder: Path) -> Iterator[Row]:
    """Examples of Microsoft's recognisers."""
    for name, found in recognizers.score(folder).items():
        what, floor = {
            "currency": ("amounts of money with value and currency", 0.9),
            "dates": ("dates with their value; most are those of diaries, as in “in two days”", 0.0),
        }[name]
        yield Row("Recognizers-Text", what, found["right"], found["wanted"], floor)


def of_plover(folder: Path) -> Iterator[Row]:
    """Sentences of acts between states."""
    found = plover.score(folder)
    told = "hostile acts told as an undertaking; the fewer the better"
    yield Row("PLOVER", told, found["fired"], found["hostile"], ceiling=2)


def of_polnear(folder: Path) -> Iterator[Row]:
    """American political news of 2016."""
    found = {name: int(value) for name, value in polnear.score(folder).items()}
    yield Row("PolNeAR", "direct quotations found", found["found"], found["contents"], 0.9)
    yield Row("PolNeAR", "direct quotations with the right speaker", found["right"], found["sources"], 0.75)
    yield Row("PolNeAR", "speakers told that are right", found["right"], found["named"], 0.9)


COLLECTIONS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "TempEval-3": of_tempeval,
    "Recognizers-Text": of_recognizers,
    "PLOVER": of_plover,
    "PolNeAR": of_polnear,
}
"""What measures each collection, by its name and that of its folder."""


def written(table: Path) -> dict[str, list[tuple[str, ...]]]:
    """Return the rows of the table as it is, by collection."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    if table.exists():
        for row in list(csv.reader(table.read_text(encoding="utf-8").splitlines()))[1:]:
            rows.setdefault(row[0], []).append(tuple(row))
    return rows


def main(table: Path) -> int:
    """Measure what is there, write the table, and return 1 where a score is below its floor."""
    folder = Path(os.environ["PEER_DATA"])
    rows, faults = written(table), list[str]()
    for name, measure in COLLECTIONS.items():
        if not (folder / name).is_dir():
            sys.stderr.write(f"{name}: not in {folder}\n")
            continue
        measured = list(measure(folder))
        rows[name] = [row.cells() for row in measured]
        faults += filter(None, (row.fault() for row in measured))
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [HEAD, *(row for name in COLLECTIONS for row in rows.get(name, ()))]
        )
    sys.stdout.write(table.read_text(encoding="utf-8"))
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    return bool(faults)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
