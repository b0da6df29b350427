"""Ids of proposed claims: words, and unlike any other."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.language.fold import fold


def claim_id(who: str, unit: str | None, said: str) -> str:
    """Return an id that says who, of what, and when.

    Example:
        >>> claim_id("kirby", "missiles", "../2024-01-05"), claim_id("dw", None, "2024-01")
        ('kirby-missiles-2024-01-05', 'dw-words')
    """
    days = re.findall(r"\d{4}-\d\d-\d\d", said)[-1:]
    return re.sub(r"[^a-z0-9]+", "-", fold("-".join([who, unit or "words", *days])).lower()).strip("-")


def unlike(name: str, taken: Collection[object]) -> str:
    """Return an id that is not taken: the one given, or with a number behind it.

    Example:
        >>> unlike("a", {"b"}), unlike("a", {"a", "a-2"})
        ('a', 'a-3')
    """
    number = 2
    other = name
    while other in taken:
        other, number = f"{name}-{number}", number + 1
    return other
