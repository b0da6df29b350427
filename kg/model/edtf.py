"""The part of EDTF (ISO 8601-2:2019) that days are written in, read as two days and a precision.

`2024-10-11` is a day, `2024-10` a month, `2024` a year, `2024-03/2024-12` a range, `../2024-01-05`
on or before a day, `2023-09/..` from a month on. `2022~` is about 2022, `2022?` is uncertain, `2022%` both;
`{2024-05-21,2024-05-24}` is each of these days, `[2024-05-21,2024-05-24]` one of them; `2022-23` is the
autumn of 2022; `2023-06-01T09:24` is a time on a clock. What EDTF has beyond this is named by
`kg.model.edtf_beyond`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Literal

from kg.model.day_text import SET, TIME, approximate, members, uncertain, worded

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

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first of the four months in which a season of the northern half of the earth may lie.

Four, because some let a season begin with a month and some late in it: autumn is September to December. The
winter of a year is the one that begins in its December.
"""
_SEASON_MONTHS = 4
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SEASON = re.compile(r"([0-9]{4})-(2[1-4])")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){1,2}(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?")


def ends_of(text: str) -> Ends:
    """Return what a text stands for; a plain day costs a look-up.

    Raises:
        ValueError: it is no span, or one that is not taken.

    Example:
        >>> [str(end) for end in ends_of("2022-23~")]
        ['2022-09-01', '2022-12-31', 'approximate']
    """
    try:
        first, last, precision = _between(text, _plain)
    except ValueError as error:
        first, last, precision = _not_plain(text, error)
    if first is None and last is None:
        raise ValueError(f"'{text}' has no end that is known")
    if first and last and first > last:
        raise ValueError(f"'{text}' ends before it begins")
    return first, last, precision


def _not_plain(text: str, error: ValueError) -> Ends:
    """Return what a text is that is no plain span; else say what EDTF has there, or what is wrong."""
    from kg.model.edtf_beyond import refuse

    try:
        if worded(text):
            return _worded(text)
    except ValueError as other:
        error = other
    refuse(text)
    raise error


@lru_cache(10_000)
def _plain(text: str) -> tuple[date, date, Precision]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31), "year"
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
        return date(year, month, day), date(year, month, day), "day"
    except (ValueError, IndexError):
        raise ValueError(f"'{text}' is not a day of the calendar") from None


def _between(text: str, point: Callable[[str], tuple[date, date, Precision]]) -> Ends:
    """Return what a single day is, or two with a slash between."""
    if "/" not in text:
        return point(text)
    left, _, right = text.partition("/")
    first = None if left == ".." else point(left)[0]
    last = None if right == ".." else point(right)[1]
    return first, last, "before" if first is None else "after" if last is None else "range"


def _worded(text: str) -> Ends:
    if found := TIME.fullmatch(text):
        if not _CLOCK.fullmatch(text[11:]):
            raise ValueError(f"'{text}' is no time on a clock: write 2023-06-01T09:24, 00:00 to 23:59")
        return *_plain(found[1])[:2], "time"
    first: date | None
    last: date | None
    if SET.fullmatch(text):
        ends = [_point(part) for part in members(text)]
        if len(ends) < 2 or len(set(members(text))) < len(ends):
            raise ValueError(f"'{text}' needs two different days or more, with commas between them")
        first, last = min(e[0] for e in ends), max(e[1] for e in ends)
        precision: Precision = "set" if text[0] == "{" else "one-of"
    else:
        first, last, precision = _between(text, _point)
    return first, last, "approximate" if approximate(text) else "uncertain" if uncertain(text) else precision


def _point(text: str) -> tuple[date, date, Precision]:
    """Return what a day, month, year or season is, with a mark or without."""
    bare = text[:-1] if text[-1:] in ("~", "?", "%") else text
    found = _SEASON.fullmatch(bare)
    if not found:
        return _plain(bare)
    first = _plain(f"{found[1]}-{SEASONS[int(found[2])]:02}")[0]
    more, month = divmod(first.month + _SEASON_MONTHS - 2, 12)
    return first, _plain(f"{first.year + more}-{month + 1:02}")[1], "season"
