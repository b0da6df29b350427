"""What the text of a span in EDTF tells beyond its ends: marks, the days of a set, a time on a clock."""

from __future__ import annotations

import re
from datetime import datetime

PARTS = {
    "from": "day",
    "to": "day",
    "precision": "text",
    "text": "text",
    "approximate": "truth",
    "uncertain": "truth",
    "days": "list",
    "time": "text",
}
"""The properties that a span becomes, after the name of its field, and what each holds."""
MARKS = ("approximate", "uncertain", "days", "time")
"""Those of them that only a span has that is more than its ends."""
_WORDED = re.compile(r"[~?%{\[T]|[0-9]{4}-2[1-4](?![0-9])")
SET = re.compile(r"\{([^][{}]*)\}|\[([^][{}]*)\]")
TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)


def worded(text: str) -> bool:
    """Return whether a span is more than a day, month or year, or two of these with a slash between.

    Example:
        >>> worded("2024-10-21"), worded("2024-21"), worded("../2024~")
        (False, True, True)
    """
    return bool(_WORDED.search(text))


def approximate(text: str) -> bool:
    """Return whether an end of a span is marked as approximate."""
    return "~" in text or "%" in text


def uncertain(text: str) -> bool:
    """Return whether an end of a span is marked as uncertain."""
    return "?" in text or "%" in text


def marked(text: str) -> bool:
    """Return whether a span is approximate or uncertain, so that nothing certain follows from its ends."""
    return approximate(text) or uncertain(text)


def end_of(text: str, day: str) -> str:
    """Return the last day of a span as it is told: of a single one with a mark as that.

    Args:
        text: the span.
        day: its last day.

    Example:
        >>> end_of("2023-05~", "2023-05-31"), end_of("../2023-05-31", "2023-05-31")
        ('2023-05~', '2023-05-31')
    """
    return text if marked(text) and "/" not in text and text[0] not in "{[" else day


def members(text: str) -> tuple[str, ...]:
    """Return the days of a set as written; none of what is no set.

    Example:
        >>> members("{2024-05-21,2024-05-24}"), members("2024-05")
        (('2024-05-21', '2024-05-24'), ())
    """
    found = SET.fullmatch(text)
    return tuple(part.strip() for part in (found[1] or found[2] or "").split(",")) if found else ()


def time_of(text: str) -> tuple[str, str]:
    """Return the time on the clock and the zone as given; empty where there is none.

    Example:
        >>> time_of("2023-06-01T09:24+03:00"), time_of("2023-06-01")
        (('09:24', '+03:00'), ('', ''))
    """
    found = TIME.fullmatch(text)
    return (found[2], found[3] or "") if found else ("", "")


def later(one: str, other: str) -> bool:
    """Return whether of two times of one day the first is later; no zone is turned into another.

    Example:
        >>> later("2023-06-01T09:24", "2023-06-01T08:00"), later("2023-06-01T09:24Z", "2023-06-01T08:00")
        (True, False)
    """
    (clock, zone), (before, there) = time_of(one), time_of(other)
    return bool(clock and before) and zone == there and clock > before


def moment(text: str) -> datetime | None:
    """Return when a time on a clock with a zone was, wherever; None for a span of days or without a zone.

    Example:
        >>> moment("2023-06-01T09:24+03:00") == moment("2023-06-01T06:24Z"), moment("2023-06-01T09:24")
        (True, None)
    """
    return datetime.fromisoformat(text) if time_of(text)[1] else None
