"""Results as JSON: a list of objects, one per row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
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
    yield from _items(objects(result, rows), "")
    yield "\n"


def with_list(head: Mapping[str, Any], name: str, items: Iterable[Any]) -> Iterator[str]:
    """Yield an object whose last member is a list, item by item, as `json.dumps` writes it in steps of one.

    Example:
        >>> print("".join(with_list({"a": 1}, "b", [{"c": 2}])), end="")
        {
         "a": 1,
         "b": [
          {
           "c": 2
          }
         ]
        }
    """
    yield json.dumps({**head, name: None}, ensure_ascii=False, indent=1).removesuffix("null\n}")
    yield from _items(items, " ")
    yield "\n}\n"


def _items(items: Iterable[Any], margin: str) -> Iterator[str]:
    before, end = "[", f"\n{margin}"
    for item in items:
        told = json.dumps(item, ensure_ascii=False, indent=1).replace("\n", f"{end} ")
        yield f"{before}{end} {told}"
        before = ","
    yield "[]" if before == "[" else f"{end}]"
