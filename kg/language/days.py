"""Days, months, years and weekdays in texts and questions, read as EDTF; unknown digits are X."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from kg.language.fold import fold
from kg.language.plain import plain
from kg.language.reading import any_of, either, every, languages


class Day(NamedTuple):
    """A day or span that a text names.

    Attributes:
        start: first character of the words, counted from 0.
        end: one past the last.
        words: as printed.
        reading: as `kg.model.edtf` has it: `2024-10-14`, `2024-10-08/2024-10-13`, `2022-08~`; `XXXX-10-14`
            without a year; "weekday" or "relative" where it hangs on another day.
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
    month = int(_first(match, "isom", "numm") or 1)
    days = [int(match[name] or 1) for name in ("isod", "numd", "d1", "d2", "d3", "r1", "r2")]
    return 1 <= month <= 12 and all(1 <= day <= 31 for day in days)


def _first(match: re.Match[str], *names: str) -> str:
    """Return the first part that was found, empty when none was."""
    return next((match[name] for name in names if match[name]), "")


def _reading(match: re.Match[str]) -> str:
    if match["weekday"]:
        return "weekday"
    if match["relative"]:
        return "relative"
    year = _first(match, "isoy", "numy", "y1", "y2", "y3", "y4", "y5", "y6", "y7", "year") or "XXXX"
    if part := next((n for n in range(21, 25) if match[f"s{n}"]), 0):
        reading = f"{year}-{part}"
    elif part := next((n for n in range(1, 5) if match[f"q{n}"]), 0):
        reading = f"{year}-{part * 3 - 2:02}/{year}-{part * 3:02}"
    else:
        name = _first(match, "m1", "m2", "m3", "m5", "alone")
        month = _first(match, "isom", "numm", "m4") or (str(_months()[fold(name)]) if name else "")
        day = _first(match, "isod", "numd", "d1", "d2", "d3")
        reading = "-".join([year, *(number.zfill(2) for number in (month, day) if number)])
    if other := _first(match, "r1", "r2"):
        ends = f"{reading[:8]}{other.zfill(2)}", reading
        reading = _several(*(ends if match["r1"] else ends[::-1]), match)
    if match["time"]:
        return f"{reading}T{match['time'].zfill(5)}"
    return f"{reading}~" if match["about"] and "/" not in reading and reading[0] not in "{[" else reading


def _several(first: str, last: str, match: re.Match[str]) -> str:
    """Return two days of one month as the words between them say: from one to the other, both, or one."""
    if match["between"] or not (match["and1"] or match["or1"] or match["and2"] or match["or2"]):
        return f"{first}/{last}"
    return f"{{{first},{last}}}" if match["and1"] or match["and2"] else f"[{first},{last}]"


@cache
def _months() -> dict[str, int]:
    """The number of each month by its folded name."""
    return {
        fold(word): number
        for language in languages().values()
        for number, names in enumerate(language.months, 1)
        for word in names.split("|")
    }


def _spelled(word: str) -> str:
    """Return a pattern of a name with and without its marks: "märz", "marz" and "maerz"."""
    return "".join(
        f"(?:{c}|{fold(c)}e?)" if not c.isascii() and normalize("NFD", c)[0].isascii() else c for c in word
    )


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((word for one in every("months") for word in one.split("|")), key=len, reverse=True)
    month = f"(?:{'|'.join(map(_spelled, dict.fromkeys(names)))})"
    year, ordinal, of = r"(?:19|20)\d\d", any_of("ordinal"), any_of("of_month")
    seasons, quarters = (
        "(?:" + "|".join(f"(?P<{sign}{n}>{word})" for n, word in enumerate(_by_place(field), start)) + ")"
        for field, sign, start in (("seasons", "s", 21), ("quarters", "q", 1))
    )
    to, dash = any_of("day_to"), r"\s?[-–—]\s?"
    both, one = any_of("day_and"), any_of("day_or")
    first, second = (rf"(?:{dash}|\s(?:{to}|(?P<and{n}>{both})|(?P<or{n}>{one}))\s)" for n in (1, 2))
    between = rf"(?P<between>{any_of('day_between')}\s)"
    parts = (
        rf"(?P<isoy>{year})-(?P<isom>\d\d)-(?P<isod>\d\d)",
        rf"(?P<numd>\d{{1,2}})\.\s?(?P<numm>\d{{1,2}})\.\s?(?P<numy>{year})",
        rf"(?P<d3>\d{{1,2}})-(?P<m5>{month})-(?P<y5>{year})",
        rf"(?:{between}?(?P<r1>\d{{1,2}}){ordinal}?{first})?"
        rf"(?P<d1>\d{{1,2}}){ordinal}?\s(?:{of}\s)?(?P<m1>{month})\b(?:\.?,?\s(?:{of}\s)?(?P<y1>{year}))?",
        rf"(?P<m2>{month})\b\.?\s(?P<d2>\d{{1,2}})(?!\d){ordinal}?(?:{second}(?P<r2>\d{{1,2}})(?!\d){ordinal}?"
        rf"(?=,?\s{year}))?(?:,?\s(?P<y2>{year}))?",
        rf"(?:{any_of('part_of')})?(?P<m3>{month})\b\.?\s(?:{of}\s)?(?P<y3>{year})",
        rf"(?P<y4>{year})-(?P<m4>0[1-9]|1[0-2])",
        rf"{seasons}\s(?:{of}\s)?(?P<y6>{year})(?:/\d\d)?",
        rf"{quarters}\s(?:{of}\s)?(?P<y7>{year})",
        rf"(?P<alone>{month})",
        rf"(?P<weekday>{any_of('weekdays')})",
        rf"(?P<relative>{any_of('relative_days')})",
        rf"(?P<year>{year})",
    )
    about = rf"(?:(?P<about>{any_of('about_days')})\s(?:{any_of('the')}\s)?)?"
    time = rf"(?:,?\s{any_of('clock')}\s(?P<time>(?:[01]?\d|2[0-3]):[0-5]\d))?"
    return re.compile(rf"(?<![\w.,'’/#@-]){about}(?:{'|'.join(parts)}){time}(?![\w’'])(?!-\d)", re.I)


def _by_place(field: str) -> Iterator[str]:
    """Yield for each place in the lists of a field what any language has there."""
    lists = [words for one in languages().values() if (words := getattr(one, field))]
    return (either(words) for words in zip(*lists, strict=True))
