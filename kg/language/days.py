"""Days, months, years and weekdays in texts and questions, read as EDTF; unknown digits are X."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.language.fold import fold
from kg.language.plain import plain
from kg.language.reading import any_of, every


class Day(NamedTuple):
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
    read = plain(text)
    found = ((*read.span(*m.span()), m) for m in _pattern().finditer(read.text) if _possible(m))
    return [Day(start, end, text[start:end], _reading(match)) for start, end, match in found]


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
    part = match.groupdict()
    year = next((part[y] for y in ("isoy", "numy", "y1", "y2", "y3", "y4", "year") if part[y]), "XXXX")
    name = next((part[m] for m in ("m1", "m2", "m3", "alone") if part[m]), None)
    month = part["isom"] or part["numm"] or part["m4"] or (str(_months()[fold(name)]) if name else None)
    day = part["isod"] or part["numd"] or part["d1"] or part["d2"]
    return "-".join([year, *(number.zfill(2) for number in (month, day) if number)])


@cache
def _months() -> dict[str, int]:
    """The number of each month by its folded name."""
    from kg.language.reading import languages

    return {
        fold(word): number
        for language in languages().values()
        for number, names in enumerate(language.months, 1)
        for word in names.split("|")
    }


def _spelled(word: str) -> str:
    """Return a pattern of a name with and without its marks: "märz", "marz" and "maerz"."""
    return "".join(c if c.isascii() else f"(?:{c}|{fold(c)}e?)" for c in word)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((word for one in every("months") for word in one.split("|")), key=len, reverse=True)
    month = f"(?:{'|'.join(map(_spelled, dict.fromkeys(names)))})"
    year, ordinal, of = r"(?:19|20)\d\d", any_of("ordinal"), any_of("of_month")
    parts = (
        rf"(?P<isoy>{year})-(?P<isom>\d\d)-(?P<isod>\d\d)",
        rf"(?P<numd>\d{{1,2}})\.\s?(?P<numm>\d{{1,2}})\.\s?(?P<numy>{year})",
        rf"(?P<d1>\d{{1,2}}){ordinal}?\s(?:{of}\s)?(?P<m1>{month})\b(?:\.?,?\s(?:{of}\s)?(?P<y1>{year}))?",
        rf"(?P<m2>{month})\b\.?\s(?P<d2>\d{{1,2}})(?!\d){ordinal}?(?:,?\s(?P<y2>{year}))?",
        rf"(?P<m3>{month})\b\.?\s(?:{of}\s)?(?P<y3>{year})",
        rf"(?P<y4>{year})-(?P<m4>0[1-9]|1[0-2])",
        rf"(?P<alone>{month})",
        rf"(?P<weekday>{any_of('weekdays')})",
        rf"(?P<relative>{any_of('relative_days')})",
        rf"(?P<year>{year})",
    )
    return re.compile(rf"(?<![\w.,'’/#@-])(?:{'|'.join(parts)})(?![\w’'])(?!-\d)", re.I)
