"""Tables: columns by what their cells need, rows as high as their highest cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sphinx_bilateral.onepage.elements import HAIRLINE, HEAD_RULE, Copy, on_one_base_line
from sphinx_bilateral.onepage.frames import Area, Frame

_ROUNDING = 0.01  # points; sums of floating-point widths in another order must not break a line that fits
_MOST_LEFT_OUT = 4  # of the cells of a column, when columns are sized without their longest cells
_CROWD = 4  # gutters never take more than a part of the width of this size


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs, in points: for its longest word, and to have each cell on one line.

    :param weight: how much more room than by *natural* it gets where there is not enough for all.
    """

    narrowest: float
    natural: float
    weight: float = 1.0


def share(needs: Sequence[Need], available: float) -> list[float]:
    """Share *available* points among columns.

    Where there is enough for all, each column has what it needs and its part of the rest. Where there is not, columns
    that ask for no more than an even share have what they need, and the others share what is left by need and weight,
    no column less than its longest word, as far as that is possible.
    """
    total = sum(need.natural for need in needs)
    if total <= available:
        spare = (available - total) / max(total, 1e-9)
        return [need.natural * (1 + spare) if total else available / len(needs) for need in needs]
    widths = [0.0] * len(needs)
    open_columns = set(range(len(needs)))
    left = available
    while modest := [i for i in sorted(open_columns) if needs[i].natural <= left / len(open_columns)]:
        for index in modest:
            widths[index] = needs[index].natural
            open_columns.remove(index)
            left -= widths[index]
    return _share_by_weight(needs, widths, sorted(open_columns), left)


def _share_by_weight(needs: Sequence[Need], widths: list[float], columns: list[int], left: float) -> list[float]:
    """Share *left* points among *columns* by need and weight; a column below its longest word gets just that."""
    while columns:
        whole = sum(needs[i].natural * needs[i].weight for i in columns)
        wanted = {i: left * needs[i].natural * needs[i].weight / whole for i in columns}
        short = [i for i in columns if wanted[i] < min(needs[i].narrowest, left / len(columns)) - 1e-9]
        for index in short or columns:
            widths[index] = min(needs[index].narrowest, left / len(columns)) if short else wanted[index]
        left -= sum(widths[index] for index in short)
        columns = [i for i in columns if i not in short] if short else []
    return widths


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a head, rows of cells, light rules between them.

    :param gutter: between columns, and *padding* above and below the text of a row, in em.
    """

    head: tuple[Copy, ...]
    rows: tuple[tuple[Copy, ...], ...]
    weights: tuple[float, ...]
    gutter: float
    padding: float

    def lay(self, size: float, width: float) -> Frame:
        """Lay out with the columns that give the lowest table: sized by all their cells, or by all but the longest."""
        gutter = min(self.gutter * size, width / (_CROWD * len(self.weights)))
        room = width - gutter * (len(self.weights) - 1)
        needs = self._needs(size, longest=0)
        crowded = sum(need.natural for need in needs) > room
        tried = [needs, *(self._needs(size, longest=longest) for longest in range(1, _MOST_LEFT_OUT) if crowded)]
        shares = dict.fromkeys(tuple(share(needs, room)) for needs in tried)
        return min((self._lay_with(widths, gutter, size, width) for widths in shares), key=lambda frame: frame.height)

    def natural(self, size: float) -> float:
        """Return the width in points at which each cell has one line."""
        needs = self._needs(size, longest=0)
        return sum(need.natural for need in needs) + self.gutter * size * (len(needs) - 1)

    def _needs(self, size: float, *, longest: int) -> list[Need]:
        """Return what each column needs, leaving out its *longest* cells."""
        columns = zip(zip(self.head, *self.rows, strict=True), self.weights, strict=True)
        needs = []
        for cells, weight in columns:
            narrowest = max(cell.narrowest(size) for cell in cells)
            natural = sorted((cell.natural(size) for cell in cells), reverse=True)[min(longest, len(cells) - 1)]
            needs.append(Need(narrowest, max(narrowest, natural) + _ROUNDING, weight))
        return needs

    def _lay_with(self, widths: Sequence[float], gutter: float, size: float, width: float) -> Frame:
        places = [sum(widths[:index]) + index * gutter for index in range(len(widths))]
        head = on_one_base_line([cell.lay(size, w) for cell, w in zip(self.head, widths, strict=True)], places, "TR")
        areas = [Area(0, head.height, width, HEAD_RULE, "accent")]
        placed = [(0.0, 0.0, head)]
        y = head.height + HEAD_RULE
        for index, cells in enumerate(self.rows):
            row = self._row(cells, widths, places, size)
            if index:
                areas.append(Area(0, y, width, HAIRLINE, "rule"))
            placed.append((0.0, y, row))
            y += row.height
        return Frame(y, "Table", areas=tuple(areas), children=tuple(placed))

    def _row(self, cells: Sequence[Copy], widths: Sequence[float], places: Sequence[float], size: float) -> Frame:
        pad = self.padding * size
        frames = [cell.lay(size, width) for cell, width in zip(cells, widths, strict=True)]
        children = tuple((x, pad, frame) for x, frame in zip(places, frames, strict=True))
        return Frame(max(frame.height for frame in frames) + 2 * pad, "TR", children=children)
