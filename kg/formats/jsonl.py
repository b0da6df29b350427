"""Results as JSON lines: one object per row and line, so that a program can read row by row."""

from __future__ import annotations

import json

from kg.formats.text import plain
from kg.questions.result import Result


def render(result: Result) -> str:
    """Return a line with an object per row; dates as ISO text, unknown as null; nothing for no rows.

    Example:
        >>> from kg.questions.result import Column
        >>> render(Result("", (Column("a", "int"),), [(1,), (None,)]))
        '{"a": 1}\\n{"a": null}\\n'
    """
    return "".join(
        json.dumps({name: plain(value) for name, value in row.items()}, ensure_ascii=False) + "\n"
        for row in result.dicts()
    )
