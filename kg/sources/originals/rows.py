"""Lines of a page and their cells, from where its runs of text stand. Part of `pdf-pages-1`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_GAP = 0.9
"""Between two cells there is more than this many heights of the line, between words a third of one."""


class Box(NamedTuple):
    """What a run of text, a cell or a row covers, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.top - self.bottom

    @classmethod
    def around(cls, boxes: Sequence[Box]) -> Box:
        """Return the box around some."""
        if len(boxes) == 1:
            return boxes[0]
        left, bottom, right, top = zip(*boxes, strict=True)
        return cls(min(left), min(bottom), max(right), max(top))


class Cell(NamedTuple):
    """A cell: what it covers, and the number of its first run of text."""

    box: Box
    first: int


class Row(NamedTuple):
    """A line: what it covers, its cells from left to right, and the number of the run after the last."""

    box: Box
    cells: tuple[Cell, ...]
    end: int

    @property
    def gaps(self) -> list[float]:
        """Return how far each cell is from the next."""
        return [b.box.left - a.box.right for a, b in pairwise(self.cells)]


def lines(runs: Sequence[Box]) -> list[Row]:
    """Return the lines of a page, each divided where the gap is wider than one between words.

    Example:
        >>> [len(row.cells) for row in lines([Box(0, 0, 20, 8), Box(22, 0, 40, 8), Box(60, 0, 70, 8)])]
        [2]
    """
    starts = [n for n, run in enumerate(runs) if not n or not _beside(runs[n - 1], run)]
    return [_row(runs, a, b) for a, b in pairwise([*starts, len(runs)])]


def _row(runs: Sequence[Box], start: int, end: int) -> Row:
    box = Box.around(runs[start:end])
    gap = _GAP * box.height
    firsts = [n for n in range(start, end) if n == start or runs[n].left - runs[n - 1].right > gap]
    cells = [Cell(Box.around(runs[a:b]), a) for a, b in pairwise([*firsts, end])]
    return Row(box, tuple(cells), end)


def _beside(last: Box, run: Box) -> bool:
    """Return whether a run goes on in the line of the last: at its height, and to the right of it."""
    shared = min(last.top, run.top) - max(last.bottom, run.bottom)
    return run.left > last.left and 2 * shared > min(last.height, run.height)
