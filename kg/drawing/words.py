"""Names, days and figures in words, as drawings show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.drawing.metrics import plain
from kg.rows import NodeRow

NOBODY = "nobody named"
"""What stands for a speaker whom no text names or describes."""


def name_of(node: NodeRow) -> str:
    """Return the words for a node: its caption, its name or its id; never empty.

    Example:
        >>> name_of(NodeRow("kp", ("State", "Kg"), {"name": " North  Korea "}))
        'North Korea'
    """
    for key in ("caption", "name", "title", "paraphrase"):
        text = plain(node.properties.get(key))
        if text:
            return text
    return plain(node.id) or "?"


def day(properties: Mapping[str, Any], field: str) -> str:
    """Say a day or span of days in words; empty when it is unknown.

    Example:
        >>> day({"said_text": "../2024-10-13"}, "said")
        'by 2024-10-13'
        >>> day({"period_text": "2024-10/.."}, "period")
        'since 2024-10'
    """
    text = plain(properties.get(f"{field}_text") or properties.get(field) or "", 60)
    first, slash, last = text.partition("/")
    if not slash:
        return text
    if first == "..":
        return f"by {last}"
    return f"since {first}" if last == ".." else f"{first} to {last}"


def iso(value: Any) -> str:
    """Return a day as text that sorts by day; empty when there is none."""
    return plain(value, 40) if value is not None else ""


def listed(words: list[str], most: int = 12) -> str:
    """Join words; of very many say how many more there are.

    Example:
        >>> listed(["a", "b", "c"], most=2)
        'a; b; and 1 more'
    """
    more = len(words) - most
    return "; ".join([*words[:most], *([f"and {more} more"] if more > 0 else [])])
