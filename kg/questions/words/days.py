"""Days in questions: `by 2024-10-20`, `bis 20.10.2024`, `since October 2024`, `between ... and ...`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from kg.language.reading import any_of, languages

Side = Literal["known", "until", "on", "since"]
"""Published until the day, until the day, on the day itself, from the day on."""

_YEAR = re.compile(r"\d{4}")
_DATED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Day(NamedTuple):
    """A day that a question names, how it is meant, and the words for it."""

    day: date
    side: Side
    words: str


def days(text: str) -> tuple[list[Day], str]:
    """Return the days in a question and the question without them.

    A month or a year alone counts only after a word such as "by" or "since", for names hold years as well.
    "Before" a day is the day before it, "after" the day after. Only "as of" and its like say for certain that
    the day of publication is meant.

    Example:
        >>> named, rest = days("who sourced the shells bis 20.10.2024")
        >>> str(named[0].day), named[0].side, rest.strip()
        ('2024-10-20', 'until', 'who sourced the shells')
        >>> [(str(d.day), d.side) for d in days("between 2024-10-13 and October 18, 2024")[0]]
        [('2024-10-13', 'since'), ('2024-10-18', 'until')]
    """
    named_days: list[Day] = []
    if not _YEAR.search(text):
        return named_days, text
    from kg.language.days import days_and_doubts

    asked = [code for code, language in languages().items() if language.who]

    rest, done = "", 0
    for one in days_and_doubts(text, asked):
        reading = (
            one.words if _YEAR.fullmatch(one.words) else one.reading
        )  # no question counts so many things
        ends = _ends(reading)
        word = _word().search(text, done, one.start)
        if ends is None:
            continue
        start = word.start() if word else one.start
        if "/" in reading:
            meant: list[tuple[date, Side]] = [(ends[0], "since"), (ends[1], "until")]
        else:
            day = _meant(*ends, word.lastgroup if word else None)
            meant = [day] if day else []
        if meant:
            named_days += [Day(*day, text[start : one.end]) for day in meant]
            rest, done = f"{rest}{text[done:start]} ", one.end
    return named_days, rest + text[done:]


def _meant(first: date, last: date, word: str | None) -> tuple[date, Side] | None:
    """Return which day is meant by a span after a word; None when it is a part of a name."""
    if word == "since":
        return first, "since"
    if word == "after":
        return last + timedelta(days=1), "since"
    if word == "before":
        return first - timedelta(days=1), "until"
    if word == "known":
        return last, "known"
    if word == "until":
        return last, "until"
    return (last, "on") if first == last else None


def _ends(reading: str) -> tuple[date, date] | None:
    """Return the first and last day of a reading; None when there is no such day or it names no year."""
    if "/" in reading:
        first, last = (_ends(end) for end in reading.split("/"))
        return (first[0], last[1]) if first and last else None
    match = _DATED.fullmatch(reading.rstrip("~").partition("T")[0])
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        begin = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return begin, begin if day else date(year, month or 12, monthrange(year, month or 12)[1])


@cache
def _word() -> re.Pattern[str]:
    """What may stand before a day and says how it is meant."""
    sides = "|".join(
        f"(?P<{side}>{any_of(side)})" for side in ("known", "until", "since", "before", "after", "on")
    )
    the, end_of = any_of("the"), any_of("end_of")
    return re.compile(rf"(?<![\w-])(?:{sides})\s(?:{the}\s)?(?:{end_of}\s)?(?:{the}\s)?\Z", re.I)
