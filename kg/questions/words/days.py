"""Days in questions: `by 2024-10-20`, `bis 20.10.2024`, `since October 2024`, `between ... and ...`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Side = Literal["until", "since"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janner jan",
            "february februar feb",
            "march marz maerz mar",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sept sep",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = (
    "(?:"
    + "|".join(sorted(_MONTHS, key=len, reverse=True))
    .replace("marz", "m[aä]rz")
    .replace("janner", "j[aä]nner")
    + r")\.?"
)
_YEAR = re.compile(r"\d{4}")
_WHEN = (
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<dotted>\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}})|(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})"
    rf",?\s(?P<year>\d{{4}})|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year2>\d{{4}})"
)
_COARSE = rf"(?P<month3>{_MONTH})\s(?P<year3>\d{{4}})|(?P<month4>\d{{4}}-\d{{2}})|(?P<year4>(?:19|20)\d{{2}})"
_UNTIL = (
    r"by|until|till|up to|as of|as at|as known on|known on|known by|at the end of|bis zum|bis"
    r" einschliesslich|bis einschließlich|bis ende|bis|stand(?: vom)?|per|and|und"
)
_SINCE = r"since|starting|beginning|seit dem|seit|ab dem|ab|between|zwischen(?: dem)?"
_BEFORE = r"before|prior to|earlier than|vor dem|vor"
_AFTER = r"after|later than|nach dem|nach"
_ON = r"on|at|from|am|vom|zum|of|in"
_WORD = (
    rf"(?:(?P<until>{_UNTIL})|(?P<since>{_SINCE})|(?P<before>{_BEFORE})|(?P<after>{_AFTER})|(?P<on>{_ON}))"
)
_DAY = rf"(?<![\w-])(?:{_WORD}\s(?:the\s|dem\s|zum\s|den\s)?)?(?:{_WHEN})(?![\w-])"
_SPAN = rf"(?<![\w-]){_WORD}\s(?:the\s|dem\s)?(?:end\sof\s|ende\s)?(?:the\s)?(?:{_COARSE})(?![\w-])"


class Day(NamedTuple):
    """A day that a question names, whether it is the last or the first one meant, and the words that say so."""

    day: date
    side: Side
    words: str


def days(text: str) -> tuple[list[Day], str]:
    """Return the days in a question and the question without them.

    A month or a year alone counts only after a word such as "by" or "since", for names hold years as well.
    "Before" a day is the day before it, "after" the day after.

    Example:
        >>> found, rest = days("who sourced the shells bis 20.10.2024")
        >>> str(found[0].day), found[0].side, rest.strip()
        ('2024-10-20', 'until', 'who sourced the shells')
        >>> [(str(d.day), d.side) for d in days("between 2024-10-13 and October 18, 2024")[0]]
        [('2024-10-13', 'since'), ('2024-10-18', 'until')]
    """
    found: list[Day] = []
    if not _YEAR.search(text):
        return found, text

    def take(match: re.Match[str]) -> str:
        ends = _ends(match)
        if ends is None:
            return match[0]
        first, last = ends
        if match["since"]:
            found.append(Day(first, "since", match[0]))
        elif match["after"]:
            found.append(Day(last + timedelta(days=1), "since", match[0]))
        elif match["before"]:
            found.append(Day(first - timedelta(days=1), "until", match[0]))
        elif match["until"] or first == last:
            found.append(Day(last, "until", match[0]))
        else:
            return match[0]
        return " "

    rest = re.sub(_SPAN, take, re.sub(_DAY, take, text, flags=re.I), flags=re.I)
    return found, rest


def _ends(match: re.Match[str]) -> tuple[date, date] | None:
    """Return the first and last day that a match means; None when there is no such day."""
    part = match.groupdict()
    try:
        if part.get("iso"):
            one = date.fromisoformat(part["iso"])
        elif part.get("dotted"):
            day, month, year = (int(number) for number in part["dotted"].replace(" ", "").split("."))
            one = date(year, month, day)
        elif part.get("year") or part.get("year2"):
            more = "" if part["year"] else "2"
            one = date(int(part["year" + more]), _month(part["month" + more]), int(part["day" + more]))
        else:
            return _period(part)
    except ValueError:
        return None
    return one, one


def _period(part: dict[str, str | None]) -> tuple[date, date]:
    if part["month3"] and part["year3"]:
        year, month = int(part["year3"]), _month(part["month3"])
    elif part["month4"]:
        year, month = (int(number) for number in part["month4"].split("-"))
    else:
        year = int(part["year4"] or 0)
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month(word: str) -> int:
    return _MONTHS[word.lower().rstrip(".").replace("ä", "a")]
