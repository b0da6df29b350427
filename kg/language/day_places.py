"""What one match of a form of a day says: the parts that it names, as yet without a missing year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.language.day_patterns import patterns
from kg.language.fold import fold
from kg.language.reading import languages

YEAR = "YYYY"
"""What stands for the year in a reading whose year is put in later."""


@dataclass(frozen=True)
class Place:
    """A place in a text that names a day or span.

    Attributes:
        start: first character, counted from 0.
        end: one past the last.
        told: EDTF with `YYYY` for the year; empty where the day of publication says what is meant.
        year: the year; None when the words name none.
        relative: what hangs on the day of publication: "week-1" for last week, "weekday", "days-3".
        year_by: which year, as seen from publication: "year-1".
        first: month and day on which it begins, as far as known; (0, 0) for a year.
        weekday: the weekday beside it, 0 for Monday.
        bare: "year", "month", "day", "weekday" or "relative" when nothing else is named, "month-day" for a
            month with a day after it; "doubt" where it is not certain what is meant.
        sure: words beside a bare one say that it is a day.
        side: "last" or "next" before a weekday or month.
        initial: the letter with which a month or weekday begins.
    """

    start: int
    end: int
    told: str = ""
    year: int | None = None
    relative: str = ""
    year_by: str = ""
    first: tuple[int, int] = (0, 0)
    weekday: int | None = None
    bare: str = ""
    sure: bool = False
    side: str = ""
    initial: str = ""


def place(match: re.Match[str], code: str, order: str) -> Place | None:
    """Return what a match says; None where there is no such day or it may be meant in two ways.

    Args:
        match: of the pattern of a language.
        code: the language.
        order: "dmy" or "ymd" where a day in digits is written in that order; empty where nobody knows.
    """
    named = {name.rpartition("_")[0] or name: words for name, words in match.groupdict().items() if words}
    at = {name.rpartition("_")[0]: match.start(name) for name, words in match.groupdict().items() if words}
    start, end = match.span()
    sure = bool(named.keys() & {"part", "named", "worded"})
    found = patterns(code)
    weekday = next((n for n, p in enumerate(found.weekdays) if "w" in named and p.match(named["w"])), None)
    year, year_by = _year(named, code)
    relative = _relative(named, code, "r")
    if "k" in named:
        return Place(start, end, relative=f"days-{_number(named['k'], code)}")
    if "rweek" in named:
        return Place(start, end, relative=_relative(named, code, "rweek"), weekday=weekday)
    if relative:
        return Place(start, end, relative=relative, bare="relative", sure=sure)
    if "t" in named:
        return Place(start, end, f"{named['t']}/{int(named['t']) + 9}", year=int(named["t"]))
    initial = next((named[name][0] for name in ("m", "w") if name in named), "")
    side = "last" if "last" in named else "next" if "next" in named else ""
    if weekday is not None and "d" not in named:
        return Place(
            start, end, relative="weekday", weekday=weekday, bare="weekday", side=side, initial=initial
        )
    if part := _part_of_year(named):
        if part.endswith("-24") != ("slash" in named) or not _follows(year, named.get("slash", "")):
            return Place(start, end, bare="doubt")  # the winter of a year may be either of two
        return Place(start, end, part, year, year_by=year_by, first=(1, 1))
    month, day = _month(named, code), int(named.get("d") or named.get("d2") or 0)
    if "a" in named and "b" in named:
        month, day = _in_order(int(named["a"]), int(named["b"]), order)
    elif "a" in named:
        day = int(named["a"])
    by_month = _relative(named, code, "rmonth")
    if by_month:
        return Place(start, end, f"{YEAR}-MM-{day:02}", relative=by_month, first=(0, day)) if day else None
    if "season" in named:
        return _of_two_years(match, named, year, sure)
    if day and not month and side:
        return Place(start, end, relative="date", first=(0, day), side=side)
    if not month:
        bare = Place(start, end, YEAR, year, year_by=year_by, bare="year", sure=sure or bool(year_by))
        return bare if year or year_by else None
    if not _exists(year, month, day):
        return None
    if "from" in named:
        return _months(Place(start, end, "", year, "", year_by), int(named["from"]), month)
    told = f"{YEAR}-{month:02}" + (f"-{day:02}" if day else "")
    told = _several(told, named, code, at) if day else told
    if not told:
        return None
    if "time" in named and "/" not in told and day:
        told += f"T{named['time'].zfill(5)}"
    elif "about" in named and told[0] not in "[{" and "/" not in told:
        told += "~"
    known = year is not None or bool(year_by)
    kind = "" if known else "day" if day else "month"
    if kind == "day" and at.get("m", 0) < at.get("d", 0):
        kind = "month-day"
    return Place(start, end, told, year, "", year_by, (month, day), weekday, kind, sure, side, initial)


def _number(words: str, code: str) -> int:
    """Return a small number in digits or in a word."""
    ones = languages()[code].numbers.get("ones", {})
    return int(words if words.isdigit() else next(n for w, n in ones.items() if re.fullmatch(w, words, re.I)))


def _relative(named: dict[str, str], code: str, slot: str) -> str:
    """Return what the relative words in a place mean; empty without any."""
    if slot not in named:
        return ""
    return next((what for what, p in patterns(code).relative if p.fullmatch(named[slot])), "")


def _year(named: dict[str, str], code: str) -> tuple[int | None, str]:
    """Return the year that is named, or how it stands to the year of publication."""
    digits = named.get("y") or named.get("y2")
    return (int(digits), "") if digits else (None, _relative(named, code, "ry"))


def _month(named: dict[str, str], code: str) -> int:
    if "m" in named:
        return patterns(code).months[fold(named["m"].rstrip("."))]
    return int(named.get("n") or named.get("n2") or 0)


def _part_of_year(named: dict[str, str]) -> str:
    """Return a season, quarter or half of a year; empty when none is named."""
    for n in range(1, 5):
        if f"s{n}" in named:
            return f"{YEAR}-{n + 20}"
        if f"q{n}" in named:
            return f"{YEAR}-{n * 3 - 2:02}/{YEAR}-{n * 3:02}"
        if f"h{n}" in named:
            return f"{YEAR}-{n * 6 - 5:02}/{YEAR}-{n * 6:02}"
    return ""


def _in_order(first: int, second: int, order: str) -> tuple[int, int]:
    """Return month and day of two numbers with a slash; (0, 0) where they may be meant in two ways."""
    if first == second or (order == "dmy" and second <= 12) or first > 12:
        return (second, first) if second <= 12 else (0, 0)
    return (first, second) if second > 12 else (0, 0)


def _follows(year: int | None, second: str) -> bool:
    """Return whether a second year, if there is any, is the one after the first."""
    return not second or (year is not None and int(second[-2:]) == (year + 1) % 100)


def _months(place: Place, first: int, last: int) -> Place | None:
    """Return a place of some months of one year."""
    told = f"{YEAR}-{first:02}/{YEAR}-{last:02}"
    known = place.year is not None or bool(place.year_by)
    return (
        replace(place, told=told, first=(first, 0), bare="" if known else "month") if first < last else None
    )


def _of_two_years(match: re.Match[str], named: dict[str, str], year: int | None, sure: bool) -> Place | None:
    """Return two years in a row as in "2022/23"; None where the second may be a month."""
    second = int(named["season"][1:])
    if year is None or second != (year + 1) % 100 or second <= 12:
        return None
    return Place(*match.span(), f"{year}/{year + 1}", year, bare="year", sure=sure)


def _exists(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 0 <= day <= monthrange(year or 2024, month)[1]


def _several(told: str, named: dict[str, str], code: str, at: dict[str, int]) -> str:
    """Return several days of one month as the words between them say; empty where they do not go up."""
    if "list" not in named and "z" not in named:
        return told
    numbers = [int(n) for n in re.findall(r"\d+", named.get("list", ""))]
    numbers += [int(told[-2:]), *([int(named["z"])] if "z" in named else [])]
    rising = all(a < b for a, b in pairwise(numbers))
    if not rising or not _exists(None, int(told[5:7]), numbers[-1]):
        return ""
    each = [f"{told[:8]}{n:02}" for n in numbers]
    listed = "and" in named or "or" in named
    if "between" in named or not listed:
        return f"{each[0]}/{each[-1]}" if len(each) == 2 else ""
    return f"{{{','.join(each)}}}" if "and" in named else f"[{','.join(each)}]"
