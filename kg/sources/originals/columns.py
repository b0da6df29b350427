"""The columns of a table on a page, as it goes on row by row. Part of `pdf-pages-1`."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from kg.sources.originals.rows import Box, Row

NEAR = 3.0
"""Points by which edges of one column may differ."""
_TALLEST = 24.0
"""Points: bigger letters are a heading, or stand upright."""
_NARROW = 8.0
"""Heights that a column is wide on the average; columns of running text have ten and more."""


class Columns:
    """Columns that begin with one row and take the rows that stand on the same grid.

    Example:
        >>> from kg.sources.originals.rows import lines
        >>> above, below = lines([Box(x, y, x + 9, y + 8) for y in (20, 0) for x in (0, 30)])
        >>> Columns(above).take(below)
        True
    """

    def __init__(self, row: Row) -> None:
        """Begin with the first row."""
        self._first = row
        self._edges = [{0, 1, 2} for _ in row.cells]
        self._spans = [(cell.box.left, cell.box.right) for cell in row.cells]
        self._widths = [cell.box.width / max(cell.box.height, 1) for cell in row.cells]
        self._rows = 1

    @property
    def narrow(self) -> bool:
        """Return whether the columns are narrow on the average, as those of running text are not."""
        return sum(self._widths) <= _NARROW * self._rows * len(self._widths)

    def take(self, row: Row) -> bool:
        """Take a row if it stands on the grid, and return whether it does."""
        if max(row.box.height, self._first.box.height) > _TALLEST or not 1 < len(row.cells) <= len(
            self._spans
        ):
            return False
        return self._aligned(row) or (self._rows > 1 and self.under(row))

    def inside(self, row: Row) -> bool:
        """Return whether a line of one cell begins with a column and ends before the next."""
        if len(row.cells) > 1:
            return False
        begins = [left for left, _ in self._spans]
        return any(
            abs(row.box.left - left) <= NEAR and row.box.right < after
            for left, after in zip(begins, [*begins[1:], inf], strict=True)
        )

    def _aligned(self, row: Row) -> bool:
        """Take a row whose cells have an edge or the middle where those above have it."""
        if len(row.cells) != len(self._spans):
            return False
        edges = [
            {n for n in kept if abs(_edges(first.box)[n] - _edges(cell.box)[n]) <= NEAR}
            for kept, first, cell in zip(self._edges, self._first.cells, row.cells, strict=True)
        ]
        spans = [
            (min(left, cell.box.left), max(right, cell.box.right))
            for (left, right), cell in zip(self._spans, row.cells, strict=True)
        ]
        if not all(edges) or any(a[1] >= b[0] for a, b in pairwise(spans)):
            return False
        self._edges, self._spans, self._rows = edges, spans, self._rows + 1
        self._widths = [
            w + cell.box.width / max(cell.box.height, 1)
            for w, cell in zip(self._widths, row.cells, strict=True)
        ]
        return True

    def under(self, row: Row) -> bool:
        """Return whether each cell of a row, two at least, stands over one column, and none over the same."""
        if len(row.cells) < 2 or row.box.height > _TALLEST:
            return False
        over = [
            [
                n
                for n, (left, right) in enumerate(self._spans)
                if cell.box.left < right and cell.box.right > left
            ]
            for cell in row.cells
        ]
        return all(len(each) == 1 for each in over) and len({each[0] for each in over}) == len(over)


def _edges(box: Box) -> tuple[float, float, float]:
    return box.left, box.right, (box.left + box.right) / 2
