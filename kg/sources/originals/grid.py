"""Which lines of a page are the rows of a table. Part of `pdf-pages-1`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kg.sources.originals.columns import Columns
from kg.sources.originals.rows import Row

_STEP = 4.0
"""From a row to the next there are at most this many heights."""
_NEXT = 1.75
"""From a line of a cell to its next there are at most this many."""
_EVEN = 1.0
"""Points by which the gaps between the words of a justified line differ at most."""


Ruled = Callable[[Row, Row], bool]


def tables(rows: Sequence[Row], ruled: Ruled) -> list[list[Row]]:
    """Return the runs of rows that are a table: three cells and more, or two with a rule between the rows.

    A row that has fewer cells belongs to it when each of them stands in a column of its own. There is none
    where a cell has more than one line: the lines of its row cannot be told from rows.

    Args:
        rows: the lines of a page, in the order of its text.
        ruled: tells whether a rule is drawn between two rows, along all cells.

    Example:
        >>> from kg.sources.originals.rows import Box, lines
        >>> rows = lines([Box(x, y, x + 20, y + 8) for y in (40, 20) for x in (0, 50, 90)])
        >>> [len(table) for table in tables(rows, lambda above, below: False)]
        [2]
    """
    found: list[list[Row]] = []
    start = before = 0
    while start < len(rows) - 1:
        end = start + 1
        if len(rows[start].cells) < 2 or len(rows[end].cells) < 2:
            start = end
            continue
        columns = Columns(rows[start])
        while end < len(rows) and _follows(rows[end - 1], rows[end]) and columns.take(rows[end]):
            end += 1
        first = start
        three = len(rows[start].cells) > 2
        if (
            three
            and start > before
            and _follows(rows[start - 1], rows[start])
            and columns.under(rows[start - 1])
        ):
            first -= 1  # a head that is not aligned
        table = list(rows[first:end])
        if (
            end > start + 1
            and columns.narrow
            and not _justified(rows[start:end])
            and not any(columns.inside(near) for near in _around(rows, first, end))
            and (three or all(ruled(*pair) for pair in pairwise(table)))
        ):
            found.append(table)
            before = end
        start = end
    return found


def _follows(above: Row, below: Row) -> bool:
    return 0 < above.box.top - below.box.top <= _STEP * max(above.box.height, below.box.height)


def _around(rows: Sequence[Row], first: int, end: int) -> Iterator[Row]:
    """Yield the lines beside a table that are as near to its first row or last as a line to the next."""
    for other, row in ((first - 1, first), (end, end - 1)):
        if 0 <= other < len(rows):
            a, b = rows[other].box, rows[row].box
            if abs(a.top - b.top) <= _NEXT * max(a.height, b.height):
                yield rows[other]


def _justified(table: Sequence[Row]) -> bool:
    """Return whether the gaps are even in each line and not from line to line: words that fill lines."""
    gaps = [row.gaps for row in table if len(row.cells) > 2]
    every = [gap for row in gaps for gap in row]
    even = all(max(row) - min(row) <= _EVEN for row in gaps)
    return bool(gaps) and even and max(every) - min(every) > _EVEN
