"""The largest size that fits, and what is said where none does."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from sphinx_bilateral.brief.blocks import Column, Paragraph, Row, Sheet, Table, Text
from sphinx_bilateral.onepage import Layout, render
from sphinx_bilateral.onepage.faces import Faces
from sphinx_bilateral.onepage.fit import Fitted, fit
from sphinx_bilateral.onepage.frames import Frame
from sphinx_bilateral.onepage.galley import Compositor
from sphinx_bilateral.onepage.grid import Need, share
from sphinx_bilateral.onepage.measure import Measure


def fitted(sheet: Sheet, layout: Layout) -> Fitted:
    return fit(Compositor(layout, Measure(Faces())).galley(sheet), layout)


def only(layout: Layout, size: float) -> Layout:
    """Return *layout* with one size to try."""
    return layout.adapted(preferred=size, minimum=size)


def rows(count: int) -> Sheet:
    columns = (Column("action", "Undertaking"), Column("actors", "Who"), Column("status", "Status"))
    cells = ((Text("Speed up the signing of the memorandum on customs data between both sides"),), (Text("Both"),), ())
    table = Table("commitments", "Commitments", columns, tuple(Row(str(index), cells) for index in range(count)))
    return Sheet("Many rows", "", None, (Paragraph((Text("Short."),)), table))


@pytest.mark.parametrize("count", [1, 20, 38, 41, 44, 46, 48])
def test_the_size_is_the_largest_that_fits(count: int, layout: Layout) -> None:
    size = render(rows(count), layout).size
    larger = [other for other in layout.type.sizes() if other > size]
    assert all(fitted(rows(count), only(layout, other)).excess > 0 for other in larger)
    assert fitted(rows(count), only(layout, size)).excess == 0


def test_a_short_page_has_the_preferred_size(layout: Layout) -> None:
    assert render(rows(3), layout).size == 11


def test_overflow_prints_nothing_and_says_by_how_much_and_where(layout: Layout) -> None:
    printed = render(rows(90), layout)
    assert printed.pdf == b""
    (problem,) = printed.problems
    assert problem.kind == "overflow"
    assert "9 points" in problem.message
    assert "longest: Commitments" in problem.message


def test_the_excess_that_is_told_is_what_must_go(layout: Layout) -> None:
    """Rows of one line, taken away until the told excess is gone, leave a page that fits."""
    layout = only(layout, 9)
    over = fitted(rows(60), layout)
    height = (fitted(rows(60), layout).content - fitted(rows(50), layout).content) / 10
    enough = int(over.excess / height) + 1
    assert fitted(rows(60 - enough), layout).excess == 0
    assert fitted(rows(60 - enough + 1), layout).excess > 0


def test_spaces_close_up_before_a_page_is_too_full(sheet: Sheet, layout: Layout) -> None:
    """Thirty rows, three long quotations, four people, two sources and the bottom line need closer spaces."""
    fuller = tuple(
        dataclasses.replace(block, rows=block.rows + block.rows[:2])
        if isinstance(block, Table) and block.kind in {"agreements", "commitments", "discussions", "proposals"}
        else block
        for block in sheet.blocks
    )
    full = dataclasses.replace(sheet, blocks=fuller)
    assert sum(len(block.rows) for block in full.blocks if isinstance(block, Table) and block.kind != "quotes") == 30
    assert fitted(full, only(layout, 9)).excess > 0
    printed = render(full, layout)
    assert (printed.size, printed.problems) == (9, ())
    assert printed.pdf


def test_a_larger_minimum_is_kept(layout: Layout) -> None:
    assert render(rows(5), layout.adapted(minimum=14)).size == 14
    assert render(rows(40), layout.adapted(minimum=14)).pdf == b""


def assert_inside(frame: Frame) -> None:
    """Each line and each child lies within the height that was measured."""
    for line in frame.lines:
        assert 0 < line.y < frame.height
    for _, y, child in frame.children:
        assert y >= -1e-6
        assert y + child.height <= frame.height + 1e-6
        assert_inside(child)


def test_what_is_drawn_lies_in_what_was_measured(sheet: Sheet, layout: Layout) -> None:
    assert_inside(fitted(sheet, layout).frame)


def test_sections_do_not_overlap(sheet: Sheet, layout: Layout) -> None:
    children = fitted(sheet, layout).frame.children
    for (_, y, above), (_, below, _) in pairwise(children):
        assert y + above.height <= below + 1e-6


def test_short_tables_share_a_row_where_that_saves_room(layout: Layout) -> None:
    def table(kind: str) -> Table:
        cells = ((Text("Talks"),), (Text("2031"),))
        columns = (Column("name", "Name"), Column("date", "Date"))
        return Table(kind, kind.capitalize(), columns, tuple(Row(str(index), cells) for index in range(4)))

    both = fitted(Sheet("T", "", None, (table("meetings"), table("projects"))), only(layout, 10))
    assert [label for label, _ in both.heights] == ["Meetings and Projects"]
    one = fitted(Sheet("T", "", None, (table("meetings"),)), only(layout, 10))
    assert both.content == pytest.approx(one.content)


def test_a_column_is_never_narrower_than_its_longest_word_where_that_is_possible() -> None:
    widths = share([Need(10, 900), Need(60, 70), Need(80, 400)], 300)
    assert sum(widths) <= 300 + 1e-6
    assert widths[1] == 70
    assert widths[2] >= 80


def test_columns_that_fit_fill_the_width() -> None:
    assert sum(share([Need(10, 20), Need(10, 30)], 100)) == pytest.approx(100)


def test_weights_give_a_column_more_of_too_little() -> None:
    plain = share([Need(10, 400), Need(10, 400)], 300)
    weighted = share([Need(10, 400, 3), Need(10, 400)], 300)
    assert plain[0] == plain[1]
    assert weighted[0] == pytest.approx(3 * weighted[1])


def test_the_same_rows_need_less_where_one_long_cell_yields(layout: Layout) -> None:
    """One long status wraps, so that nine long texts need not."""
    columns = (Column("action", "Undertaking"), Column("strength", "How firm"))
    text = "Speed up the signing of the memorandum on customs data, and tell the embassy of it on the same day please"
    cells = [(text, "Agreed")] * 9 + [("Short", "Agreed to explore jointly")]
    table = Table("commitments", "C", columns, tuple(Row("r", ((Text(a),), (Text(b),))) for a, b in cells))
    lone = dataclasses.replace(table, rows=table.rows[:9])
    with_long = fitted(Sheet("T", "", None, (table,)), only(layout, 9)).heights[0][1]
    without = fitted(Sheet("T", "", None, (lone,)), only(layout, 9)).heights[0][1]
    assert with_long - without < 9 * 9 * layout.type.leading  # less than a line for each of the nine
