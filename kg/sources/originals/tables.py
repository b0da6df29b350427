"""The tables on a page of a PDF: a mark between cells, and one around rows. Part of `pdf-pages-1`."""

from __future__ import annotations

import re
from bisect import bisect_left
from ctypes import c_double, c_float
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.sentences import ROW
from kg.sources.originals.columns import NEAR
from kg.sources.originals.grid import tables
from kg.sources.originals.rows import Box, Row, lines

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

CELL, AROUND = " | ", f" {ROW} "
"""What stands between two cells, and around each row."""
_MOST = 2_000
"""A page with more runs of text or drawings than this is a drawing, and no table is looked for."""
_EDGE = 0.06
"""What part of a page, at its head and at its foot, holds running lines."""
_SMALL = 0.4
"""Of what part of its cells a table begins at most with a small letter; text in columns does with most."""
_LEADER = re.compile(r"\.\s?\.\s?\.|…\s*…|·\s?·|_{3}")


def marked(page: PdfPage, found: PdfTextPage, text: str) -> str:
    """Return the text of a page with `a | b` between the cells of a table and `||` around each row.

    The words and their order are those of the page without marks; where it is in doubt whether a table is
    one, there are none: running text in columns, tables of contents with dots, numbered lists, running heads.
    """
    chars = found.count_chars()
    if page.get_rotation() % 180:
        return text
    runs, whole = _runs(found), Box(*page.get_bbox())
    rows = [row if _inside(row, whole) else row._replace(cells=row.cells[:1]) for row in lines(runs)]
    drawn = cache(lambda: _drawn(page))
    cuts: dict[int, str] = {}
    at, run_at = 0, 0
    for table in tables(rows, lambda above, below: _ruled(drawn(), above, below)):
        marks = {cell.first: CELL if n else AROUND for row in table for n, cell in enumerate(row.cells)}
        marks[table[-1].end] = AROUND
        starts = []
        for run in marks:
            at, run_at = _start(found, at, run - run_at, chars), run
            starts.append(at)
        cells = [found.get_text_range(a, b - a) for a, b in pairwise(starts)]
        before = [found.get_text_range(start - 1, 1) for start in starts if 0 < start < chars]
        if all(map(str.isspace, before)) and not _running(cells):
            cuts |= dict(zip(starts, marks.values(), strict=True))
    cuts.pop(0, None)
    cuts.pop(chars, None)
    return _cut(found, cuts, text) if cuts else text


def _runs(found: PdfTextPage) -> list[Box]:
    """Return where the runs of text stand, in their order; nothing if there are too many."""
    from pypdfium2.raw import FPDFText_GetRect

    number = found.count_rects()
    if number > _MOST:
        return []
    left, top, right, bottom = (c_double() for _ in range(4))
    runs = []
    for run in range(number):
        FPDFText_GetRect(found, run, left, top, right, bottom)
        runs.append(Box(left.value, bottom.value, right.value, top.value))
    return runs


def _start(found: PdfTextPage, start: int, runs: int, chars: int) -> int:
    """Return the first character of the run that is so many after the one that begins at `start`."""

    def has(end: int) -> bool:
        return bool(found.count_rects(start, end - start) > runs)

    reach = 8
    while start + reach < chars and not has(start + reach):
        reach *= 2
    last = min(start + reach, chars)
    return bisect_left(range(start + 1, last + 1), True, key=has) + start


def _inside(row: Row, page: Box) -> bool:
    edge = _EDGE * page.height
    return page.bottom + edge < row.box.top < page.top - edge


def _running(cells: list[str]) -> bool:
    """Return whether these are a table of contents, or lines of running text in columns."""
    small = sum(cell[:1].islower() for cell in cells)
    return small > _SMALL * len(cells) or any(map(_LEADER.search, cells))


def _cut(found: PdfTextPage, cuts: dict[int, str], text: str) -> str:
    """Return the text of a page with these marks before these characters, or as it is if that fails."""
    edges = sorted({0, found.count_chars(), *cuts})
    parts: list[str] = [found.get_text_range(a, b - a) for a, b in pairwise(edges)]
    if "".join(parts) != text:
        return text
    return parts[0] + "".join(cuts[at] + part for at, part in zip(edges[1:], parts[1:], strict=False))


def _drawn(page: PdfPage) -> list[Box]:
    """Return where the lines and boxes of a page are drawn; nothing if there are too many."""
    from pypdfium2 import raw

    number = raw.FPDFPage_CountObjects(page)
    left, bottom, right, top = (c_float() for _ in range(4))
    found = []
    for each in range(number if number <= _MOST else 0):
        drawing = raw.FPDFPage_GetObject(page, each)
        if raw.FPDFPageObj_GetType(drawing) == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPageObj_GetBounds(drawing, left, bottom, right, top)
            found.append(Box(left.value, bottom.value, right.value, top.value))
    return found


def _ruled(drawn: list[Box], above: Row, below: Row) -> bool:
    """Return whether edges of lines or boxes lie between two rows and go beyond each cell."""
    upper, lower = above.box.bottom + NEAR, below.box.top - NEAR
    between = [
        box for box in drawn if lower < upper and any(lower < y < upper for y in (box.bottom, box.top))
    ]
    return all(
        any(box.left < cell.box.left - 1 and box.right > cell.box.right for box in between)
        for cell in (*above.cells, *below.cells)
    )
