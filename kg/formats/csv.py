"""Results as CSV (RFC 4180), lists with "; " between."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from kg.formats.text import cell, harmless
from kg.questions.result import Result

FORMAT = "csv"
OF = "answer"
ENDINGS = (".csv",)
ABOUT = "comma-separated values (RFC 4180)"


def render(result: Result) -> str:
    """Return a header line and one line per row; unknown is empty, and no text is taken for a formula."""
    return "".join(pieces(result, result.rows))


def pieces(result: Result, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """Yield the lines one by one."""
    cells = ([_cell(value) for value in row] for row in rows)
    return lines(chain([[column.name for column in result.columns]], cells))


def lines(rows: Iterable[Sequence[Any]], dialect: type[csv.Dialect] = csv.excel) -> Iterator[str]:
    r"""Yield rows of cells as lines.

    Example:
        >>> list(lines([("a", 1), ("b; c", None)]))
        ['a,1\r\n', 'b; c,\r\n']
    """
    out = io.StringIO()
    writer = csv.writer(out, dialect)
    for row in rows:
        writer.writerow(row)
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cell(value: Any) -> str:
    text = cell(value)
    return text if isinstance(value, (int, float)) else str(harmless(text))
