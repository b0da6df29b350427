"""Values as text: the same words in every format."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.language.directions import END, START
from kg.model.characters import FORMULA

if TYPE_CHECKING:
    from kg.questions.result import Result

BOM = "\N{BYTE ORDER MARK}"
"""By which Excel knows that a table is in UTF-8; without it umlauts are two signs each."""


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it.

    Dates become ISO text; nodes, edges and paths of a free statement become objects.

    Example:
        >>> plain([date(2024, 10, 11), {"a": float("inf")}])
        ['2024-10-11', {'a': 'inf'}]
    """
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "record"):
        return plain(value.record())
    return value if isinstance(value, float) and abs(value) < float("inf") else str(value)


def objects(result: Result, rows: Iterable[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """Yield rows as JSON can hold them, by the names of the columns of a result.

    Example:
        >>> from kg.questions.result import Column, Result
        >>> list(objects(Result("When?", (Column("day", "date"),), []), [(date(2024, 10, 11),)]))
        [{'day': '2024-10-11'}]
    """
    names = [column.name for column in result.columns]
    for row in rows:
        yield {name: plain(value) for name, value in zip(names, row, strict=True)}


def cell(value: Any, between: str = "; ") -> str:
    """Return a value as words: nothing for unknown, lists with separators, numbers without them.

    Example:
        >>> cell(["a", "b"]), cell(None), cell(True)
        ('a; b', '', 'yes')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return between.join(cell(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {cell(item)}" for key, item in value.items())
    return str(value) if hasattr(value, "record") else str(plain(value))


def harmless(value: Any) -> Any:
    """Return a value that no spreadsheet runs: text that it takes for a formula begins with an apostrophe.

    Numbers and days stay as they are.

    Source: OWASP, CSV Injection.

    Example:
        >>> harmless("=HYPERLINK(A1)"), harmless("+7 soldiers"), harmless(-3), harmless("a-b")
        ("'=HYPERLINK(A1)", "'+7 soldiers", -3, 'a-b')
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def visible(text: str) -> str:
    """Return text that cannot steer a terminal: control and direction characters are shown as codes.

    Example:
        >>> visible("red\\x1b[31m")
        'red\\\\x1b[31m'
    """
    if text.isprintable() or not any(
        unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\n" for c in text
    ):
        return text
    return "".join(
        (
            c
            if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
            else c.encode("unicode_escape").decode()
        )
        for c in text
    )


def width(text: str) -> int:
    """Return how many terminal cells a text takes; wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or c in (START, END)
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )
