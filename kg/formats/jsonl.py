"""Results as JSON lines: one object per row and line, so that a program can read row by row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.formats.text import objects
from kg.questions.result import Result

FORMAT = "jsonl"
OF = "answer"
ENDINGS = (".jsonl",)
ABOUT = "one object per row and line"


def render(result: Result) -> str:
    """Return a line with an object per row; dates as ISO text, unknown as null; nothing for no rows.

    Example:
        >>> from kg.questions.result import Column
        >>> render(Result("", (Column("a", "int"),), [(1,), (None,)]))
        '{"a": 1}\\n{"a": null}\\n'
    """
    return "".join(pieces(result, result.rows))


def pieces(result: Result, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """Yield the lines one by one."""
    for told in objects(result, rows):
        yield json.dumps(told, ensure_ascii=False) + "\n"
