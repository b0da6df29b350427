"""Results as JSON: a list of objects, one per row."""

from __future__ import annotations

import json

from kg.formats.text import plain
from kg.questions.result import Result


def render(result: Result) -> str:
    """Return an array with one object per row; dates as ISO text, unknown as null."""
    rows = [{name: plain(value) for name, value in row.items()} for row in result.dicts()]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
