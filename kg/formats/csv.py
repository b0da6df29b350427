"""Results as CSV (RFC 4180), lists with "; " between."""

from __future__ import annotations

import csv
import io
from typing import Any

from kg.formats.text import cell, harmless
from kg.questions.result import Result

FORMAT = "csv"
OF = "answer"
ENDINGS = (".csv",)
ABOUT = "comma-separated values (RFC 4180)"


def render(result: Result) -> str:
    """Return a header line and one line per row; unknown is empty, and no text is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in result.columns])
    writer.writerows([_cell(value) for value in row] for row in result.rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    text = cell(value)
    return text if isinstance(value, (int, float)) else str(harmless(text))
