"""How much one answer may hold, so that it fits where an assistant reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

ROWS = 200
"""Rows in an answer unless more are asked for."""
MOST_ROWS = 1_000
BYTES = 200_000
"""Of the rows as JSON; rows beyond are left out."""
TEXT = 4_000
"""Characters of one text; longer ones are cut."""


def fitting(rows: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], bool]:
    """Return the first rows that fit, and whether any text was cut.

    Example:
        >>> fitting([{"a": "x" * 5_000}])[0][0]["a"][-20:]
        'xxx (1,000 more cut)'
    """
    kept: list[dict[str, Any]] = []
    size, was_cut = 0, False
    for row in rows:
        short = cut(row)
        size += len(json.dumps(short, ensure_ascii=False).encode())
        if size > BYTES:
            break
        was_cut = was_cut or short != row
        kept.append(short)
    return kept, was_cut


def cut(value: Any) -> Any:
    """Return a value with every long text in it cut; the cut says how much is missing."""
    if isinstance(value, str) and len(value) > TEXT:
        return f"{value[:TEXT]} ({len(value) - TEXT:,} more cut)"
    if isinstance(value, list):
        return [cut(item) for item in value]
    if isinstance(value, dict):
        return {cut(key): cut(item) for key, item in value.items()}
    return value
