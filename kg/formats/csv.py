"""Results as CSV (RFC 4180), lists with "; " between."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
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
    out = io.StringIO()
    writer = csv.writer(out)
    for row in chain([[column.name for column in result.columns]], rows):
        writer.writerow([_cell(value) for value in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cell(value: Any) -> str:
    text = cell(value)
    return text if isinstance(value, (int, float)) else str(harmless(text))
