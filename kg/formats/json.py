"""Results as JSON: a list of objects, one per row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.formats.text import objects
from kg.questions.result import Result

FORMAT = "json"
OF = "answer"
ENDINGS = (".json",)
ABOUT = "an array with one object per row"


def render(result: Result) -> str:
    """Return an array with one object per row; dates as ISO text, unknown as null.

    Example:
        >>> from kg.questions.result import Column
        >>> render(Result("", (Column("a", "int"),), [(1,), (None,)]))
        '[\\n {\\n  "a": 1\\n },\\n {\\n  "a": null\\n }\\n]\\n'
    """
    return "".join(pieces(result, result.rows))


def pieces(result: Result, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """Yield the text row by row."""
    before = "["
    for told in objects(result, rows):
        yield f"{before}\n " + json.dumps(told, ensure_ascii=False, indent=1).replace("\n", "\n ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"
