"""Days, months, years and weekdays in running text, read as EDTF; unknown digits are X."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.language.words import languages


@dataclass(frozen=True)
class Day:
    """A day or span that a text names.

    Attributes:
        start: first character of the words, counted from 0.
        end: one past the last.
        words: as printed.
        reading: `2024-10-14`, `2024-10`, `XXXX-10-14` without a year; "weekday" or "relative" where it hangs
            on another day.
    """

    start: int
    end: int
    words: str
    reading: str


def days(text: str) -> list[Day]:
    """Return the days that a text names, in order, without overlaps.

    Example:
        >>> [(d.words, d.reading) for d in days("Am Freitag, 14. Oktober; seit März 2024")]
        [('Freitag', 'weekday'), ('14. Oktober', 'XXXX-10-14'), ('März 2024', '2024-03')]
    """
    return [Day(m.start(), m.end(), m[0], _reading(m)) for m in _pattern().finditer(text) if _possible(m)]


def _possible(match: re.Match[str]) -> bool:
    """Leave out what only looks like a day: "may" as a verb, a thirteenth month."""
    if match["alone"]:
        return match["alone"][0].isupper()
    month = int(match["isom"] or match["numm"] or 1)
    day = int(match["isod"] or match["numd"] or match["d1"] or match["d2"] or 1)
    return 1 <= month <= 12 and 1 <= day <= 31


def _reading(match: re.Match[str]) -> str:
    if match["weekday"]:
        return "weekday"
    if match["relative"]:
        return "relative"
    year = (
        match["isoy"] or match["numy"] or match["y1"] or match["y2"] or match["y3"] or match["year"] or "XXXX"
    )
    name = match["m1"] or match["m2"] or match["m3"] or match["alone"]
    month = match["isom"] or match["numm"] or (str(_months()[name.casefold()]) if name else None)
    day = match["isod"] or match["numd"] or match["d1"] or match["d2"]
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


@cache
def _months() -> dict[str, int]:
    return {
        word: number
        for language in languages().values()
        for number, names in enumerate(language.months, 1)
        for word in names.split("|")
    }


@cache
def _pattern() -> re.Pattern[str]:
    every = languages().values()
    month = f"(?:{'|'.join(sorted(_months(), key=len, reverse=True))})"
    weekday = "|".join(w for language in every for w in language.weekdays)
    relative = "|".join(w for language in every for w in language.relative_days)
    year = r"(?:19|20)\d\d"
    parts = (
        rf"(?P<isoy>{year})-(?P<isom>\d\d)-(?P<isod>\d\d)",
        rf"(?P<numd>\d{{1,2}})\.\s?(?P<numm>\d{{1,2}})\.\s?(?P<numy>{year})",
        rf"(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?P<m1>{month})\b(?:\.?,?\s(?P<y1>{year}))?",
        rf"(?P<m2>{month})\b\.?\s(?P<d2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?\s(?P<y2>{year}))?",
        rf"(?P<m3>{month})\b\.?\s(?P<y3>{year})",
        rf"(?P<alone>{month})",
        rf"(?P<weekday>{weekday})",
        rf"(?P<relative>{relative})",
        rf"(?P<year>{year})",
    )
    return re.compile(rf"(?<![\w.,'’/#@-])(?:{'|'.join(parts)})(?![\w’'])(?!-\d)", re.I)
