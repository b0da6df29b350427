"""Days that hang on the day of publication: without a year, weekdays, "yesterday", "last month"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from kg.language.day_places import YEAR, Place
from kg.language.reading import either, languages
from kg.language.scripts import in_any_script

_LONG_AGO, _SOON = 270, 95
"""Days: what began longer ago than the one and comes again sooner than the other may be meant or not."""
_FEW = 1
"""Words before a day at the start of a clause, and between it and its verb; further on it is not sure."""
_SENTENCE = 400
"""How far around a place its sentence is looked for."""


def resolved(place: Place, text: str, code: str, published: date | None) -> str:
    """Return a place as EDTF; `XXXX` for a year that nothing tells, empty where it is not certain."""
    if place.year is not None:
        return place.told.replace(YEAR, str(place.year))
    if published is None:
        return (
            place.told.replace(YEAR, "XXXX")
            if not (place.relative or place.year_by) and YEAR in place.told
            else ""
        )
    if place.year_by:
        return place.told.replace(YEAR, str(published.year + _step(place.year_by)))
    if place.relative == "date":
        return _date(place, published)
    if place.relative == "weekday":
        return _weekday(place, _tense(place, text, code), published)
    if place.relative:
        return _relative(place, published)
    tense = {"last": "past", "next": "future"}.get(place.side) or _tense(place, text, code)
    year = _nearest(place, tense, published)
    if place.side and year == published.year:  # "last October" said in November may be either
        return ""
    reading = place.told.replace(YEAR, str(year)) if year else ""
    last = reading.rpartition("/")[2]
    return "" if "/" in reading and tense == "past" and last > str(published)[: len(last)] else reading


def _step(relative: str) -> int:
    return int(relative[re.search("[+-]", relative).start() :])  # type: ignore[union-attr]


def _relative(place: Place, published: date) -> str:
    kind, step = re.split("(?=[+-])", place.relative)[0], _step(place.relative)
    if kind in ("day", "days"):
        return str(published + timedelta(days=step))
    if kind == "week":
        monday = published + timedelta(days=7 * step - published.weekday())
        if place.weekday is not None:
            return str(monday + timedelta(days=place.weekday))
        return f"{monday}/{monday + timedelta(days=6)}"
    if kind == "year":
        return str(published.year + step)
    months = published.year * 12 + published.month - 1 + step
    month = f"{months // 12}-{months % 12 + 1:02}"
    if not place.told:
        return month
    try:
        return str(date(months // 12, months % 12 + 1, place.first[1]))
    except ValueError:
        return ""


def _date(place: Place, published: date) -> str:
    """Return the last or next day of a month that has a number."""
    step = -1 if place.side == "last" else 1
    day = published + timedelta(days=step)
    while day.day != place.first[1]:
        day += timedelta(days=step)
    return str(day)


def _weekday(place: Place, tense: str, published: date) -> str:
    assert place.weekday is not None
    back = (published.weekday() - place.weekday) % 7
    if place.side:
        step = -(back or 7) if place.side == "last" else 7 - back
        found = published + timedelta(days=step)
        return "" if found.isocalendar()[:2] == published.isocalendar()[:2] else str(found)
    if tense == "past":
        return str(published - timedelta(days=back))
    return str(published + timedelta(days=7 - back)) if tense == "future" and back else ""


def _nearest(place: Place, tense: str, published: date) -> int | None:
    begins = {}
    for year in range(published.year - 4, published.year + 5):
        try:
            begins[year] = date(year, place.first[0], place.first[1] or 1)
        except ValueError:
            continue
    past = max((year for year, day in begins.items() if day <= published), default=None)
    later = min((year for year, day in begins.items() if day > published), default=None)
    if past is None or later is None or not tense:
        return None
    if place.weekday is not None:
        return next((y for y in (past, later) if begins[y].weekday() == place.weekday), None)
    if tense == "future":
        same = not place.first[1] and (begins[past].year, begins[past].month) == (
            published.year,
            published.month,
        )
        return past if same else later
    ago, ahead = (published - begins[past]).days, (begins[later] - published).days
    return None if ago > _LONG_AGO and ahead < _SOON else past


def _tense(place: Place, text: str, code: str) -> str:
    """Return "past" or "future" by the words around a day; empty where they may say either."""
    cuts = _words(code)
    left = text[max(0, place.start - _SENTENCE) : place.start]
    right = text[place.end : place.end + _SENTENCE]
    begin = max((m.end() for m in _ENDS.finditer(left)), default=0)
    end = next((m.start() for m in _ENDS.finditer(right)), len(right))
    clause = max((m.end() for m in cuts["clause"].finditer(left)), default=0)
    stop = next((m.start() for m in cuts["clause"].finditer(right)), len(right))
    before, after = left[max(begin, clause) :], right[: min(end, stop)]
    near = f"{before} · {after}"
    if cuts["doubtful"].search(near):
        return ""
    if not cuts["future"].search(f"{left[begin:]} · {right[:end]}"):
        return "past"
    ahead, told = cuts["future"].search(near), cuts["reporting"].search(near)
    if bool(ahead) == bool(told):
        return ""
    if told:
        return "past"
    after_it = cuts["future"].search(after)
    opens = (
        after_it is not None
        and len(before.split()) <= _FEW
        and len(after[: after_it.start()].split()) <= _FEW
    )
    return "future" if opens or cuts["future"].search(before) else ""


_ENDS = re.compile(r"[.!?…]+[\"”»)]*\s(?=\W*[A-ZÀ-ÞЀ-Я\uac00-\ud7af])|\n")


@cache
def _words(code: str) -> dict[str, re.Pattern[str]]:
    language = languages()[code]
    found = {
        name: re.compile(in_any_script(getattr(language, name)), re.I)
        for name in ("future", "doubtful", "reporting")
    }
    found["clause"] = re.compile(rf"[,;:()—–\"“”„«»]|\s{either(language.clause_words)}\s", re.I)
    return found
