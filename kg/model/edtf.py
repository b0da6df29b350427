"""The part of EDTF (ISO 8601-2:2019) beyond plain days: marks, sets, seasons and clock times.

`2022~` is about 2022, `2022?` is uncertain, `2022%` both; `{2024-05-21,2024-05-24}` is each of these days,
`[2024-05-21,2024-05-24]` one of them; `2022-23` is the autumn of 2022; `2023-06-01T09:24` is a time on a
clock. What EDTF has beyond this is named by `kg.model.edtf_beyond`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

Precision = Literal[
    "day",
    "month",
    "year",
    "range",
    "before",
    "after",
    "season",
    "set",
    "one-of",
    "time",
    "approximate",
    "uncertain",
]
MORE: frozenset[Precision] = frozenset({"set", "one-of", "time", "approximate", "uncertain"})
"""How well a span is known that has more to tell than its ends."""
Ends = tuple[date | None, date | None, Precision]
"""First and last day, and how well it is known."""

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
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first of the four months in which a season of the northern half of the earth may lie.

Four, because some let a season begin with a month and some late in it: autumn is September to December. The
winter of a year is the one that begins in its December.
"""
_SEASON_MONTHS = 4
_WORDED = re.compile(r"[~?%{\[T]|[0-9]{4}-2[1-4](?![0-9])")
_SET = re.compile(r"\{([^][{}]*)\}|\[([^][{}]*)\]")
_YEARS = re.compile(r"([0-9]{4})-(2[1-4])")
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){1,2}(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?")


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


def members(text: str) -> tuple[str, ...]:
    """Return the days of a set as written; none of what is no set.

    Example:
        >>> members("{2024-05-21,2024-05-24}"), members("2024-05")
        (('2024-05-21', '2024-05-24'), ())
    """
    found = _SET.fullmatch(text)
    return tuple(part.strip() for part in (found[1] or found[2] or "").split(",")) if found else ()


def time_of(text: str) -> tuple[str, str]:
    """Return the time on the clock and the zone as given; empty where there is none.

    Example:
        >>> time_of("2023-06-01T09:24+03:00"), time_of("2023-06-01")
        (('09:24', '+03:00'), ('', ''))
    """
    found = _TIME.fullmatch(text)
    return (found[2], found[3] or "") if found else ("", "")


def later(one: str, other: str) -> bool:
    """Return whether of two times of one day the first is later; no zone is turned into another.

    Example:
        >>> later("2023-06-01T09:24", "2023-06-01T08:00"), later("2023-06-01T09:24Z", "2023-06-01T08:00")
        (True, False)
    """
    (clock, zone), (before, there) = time_of(one), time_of(other)
    return bool(clock and before) and zone == there and clock > before


def between(text: str, point: Callable[[str], Ends]) -> Ends:
    """Return what a single day is, or two with a slash between.

    Args:
        text: the whole span.
        point: reads each end.

    Raises:
        ValueError: it is none.
    """
    if "/" not in text:
        return point(text)
    left, _, right = text.partition("/")
    first = None if left == ".." else point(left)[0]
    last = None if right == ".." else point(right)[1]
    return first, last, "before" if first is None else "after" if last is None else "range"


def read(text: str, plain: Callable[[str], Ends]) -> Ends:
    """Return what a span stands for that is no plain one.

    Args:
        text: the whole span.
        plain: reads a day, month or year.

    Raises:
        ValueError: it is none.
    """
    if found := _TIME.fullmatch(text):
        if not _CLOCK.fullmatch(text[11:]):
            raise ValueError(f"'{text}' is no time on a clock: write 2023-06-01T09:24, 00:00 to 23:59")
        first, last, _ = plain(found[1])
        return first, last, "time"
    if _SET.fullmatch(text):
        ends = [_point(part, plain) for part in members(text)]
        if len(ends) < 2 or len(set(members(text))) < len(ends):
            raise ValueError(f"'{text}' needs two different days or more, with commas between them")
        first, last = min(e[0] for e in ends if e[0]), max(e[1] for e in ends if e[1])
        precision: Precision = "set" if text[0] == "{" else "one-of"
    else:
        first, last, precision = between(text, lambda point: _point(point, plain))
    return first, last, "approximate" if approximate(text) else "uncertain" if uncertain(text) else precision


def _point(text: str, plain: Callable[[str], Ends]) -> Ends:
    bare = text[:-1] if text[-1:] in ("~", "?", "%") else text
    found = _YEARS.fullmatch(bare)
    if not found:
        return plain(bare)
    first, _, _ = plain(f"{found[1]}-{SEASONS[int(found[2])]:02}")
    assert first is not None
    more, month = divmod(first.month + _SEASON_MONTHS - 2, 12)
    _, last, _ = plain(f"{first.year + more}-{month + 1:02}")
    return first, last, "season"
