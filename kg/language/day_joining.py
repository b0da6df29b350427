"""Two places that name the ends of one span, or two days that are both meant, made one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.language.day_patterns import patterns
from kg.language.day_places import YEAR, Place

_NO_YEAR = ("day", "month", "month-day")
_OF_YEAR = re.compile(r"\s(?:\w{1,2}\s)?")
_FAR = 24
"""Characters that may stand between two places that belong together."""


def joined(places: Iterable[Place], text: str, code: str) -> list[Place]:
    """Return the places in order, those that belong together as one.

    An end without a year has that of the other one: "August to October 2023".
    """
    done: list[Place] = []
    for one in places:
        how = _between(done[-1], one, text, code) if done else ""
        if how == "beside":
            continue
        if how:
            done[-1] = _as_one(done[-1], one, how)
        else:
            done.append(one)
    return done


def _between(left: Place, right: Place, text: str, code: str) -> str:
    """Return how two places belong together: "range", "both" or "one"; empty when they do not."""
    gap = text[left.end : right.start]
    if len(gap) > _FAR:
        return ""
    found = patterns(code)
    if left.relative.startswith("year") and right.bare in _NO_YEAR and _OF_YEAR.fullmatch(gap):
        return "of year"
    if right.bare == "weekday" and left.first[1] and gap.strip(" ,(") == "" and not left.relative:
        return "beside"
    if found.range.fullmatch(gap):
        return "range"
    if found.between.search(text, max(0, left.start - _FAR), left.start) and found.both.fullmatch(gap):
        return "range"
    one_year = (left.bare in _NO_YEAR and right.year) or (right.bare in _NO_YEAR and left.year)
    if (one_year and left.first[0] and right.first[0]) or left.bare == right.bare == "year":
        return "both" if found.both.fullmatch(gap) else "one" if found.one.fullmatch(gap) else ""
    return ""


def _as_one(left: Place, right: Place, how: str) -> Place:
    if how == "of year":
        return replace(right, start=left.start, year_by=left.relative, bare="")
    nothing = replace(left, end=right.end, told="", relative="", bare="doubt")
    if left.relative or right.relative or left.year_by or right.year_by:
        return nothing
    if any(mark in one.told for one in (left, right) for mark in "[{"):
        return nothing
    sure = left.sure or right.sure or not (left.bare == right.bare == "year")
    years = left.year, right.year
    if years == (None, None):
        turn = right.first < left.first
        told = f"{left.told.split('/')[0]}/{right.told.split('/')[-1]}"
        if turn or how != "range":
            return nothing
        return replace(left, end=right.end, told=told, bare="day" if left.first[1] else "month", sure=sure)
    if left.year is None:
        assert right.year is not None
        years = right.year - (left.first > right.first), right.year
    elif right.year is None:
        years = left.year, left.year + (right.first < left.first)
    first, last = (one.told.replace(YEAR, str(y)) for one, y in zip((left, right), years, strict=True))
    ends = first.split("/")[0], last.split("/")[-1]
    if how == "range":
        told = "/".join(ends)
        rising = ends[0] < ends[1]
    elif len(ends[0]) == len(ends[1]) == 10:
        told = ",".join(ends).join("{}" if how == "both" else "[]")
        rising = ends[0] < ends[1]
    else:
        told = "/".join(ends)
        rising = len(ends[0]) == len(ends[1]) <= 7 and _count(ends[1]) - _count(ends[0]) == 1
    bare = "year" if left.bare == right.bare == "year" else ""
    return replace(left, end=right.end, told=told, year=years[1], bare=bare, sure=sure) if rising else nothing


def _count(told: str) -> int:
    """Return the number of a year or month, counted from any beginning."""
    year, _, month = told.partition("-")
    return int(year) * (12 if month else 1) + int(month or 0)
