"""Results as CSV (RFC 4180), lists with "; " between."""

from __future__ import annotations

import csv
import io

from kg.formats.text import cell
from kg.questions.result import Result


def render(result: Result) -> str:
    """Return a header line and one line per row; unknown is empty."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in result.columns])
    writer.writerows([cell(value) for value in row] for row in result.rows)
    return out.getvalue()
