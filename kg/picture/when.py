"""The days between which a claim was made, as a time axis needs them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from kg.picture.words import iso


class When(NamedTuple):
    """The days between which something was said; None where an end is open."""

    first: date | None
    last: date | None


def when_of(properties: Mapping[str, Any]) -> When | None:
    """Return the days between which a claim was made, None when no day is known.

    Example:
        >>> when_of({"said_text": "../2024-10-13", "said_to": "2024-10-13"})
        When(first=None, last=datetime.date(2024, 10, 13))
    """
    first, last = _day(properties.get("said_from")), _day(properties.get("said_to"))
    if first is None and last is None:
        first = last = _day(properties.get("said"))
    return None if first is None and last is None else When(first, last)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(iso(value)[:10])
    except ValueError:
        return None
