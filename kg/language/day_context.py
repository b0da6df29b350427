"""Whether the words around what looks like a day say that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.language.day_places import Place
from kg.language.reading import either, languages

_NEAR = 60
"""How far before a place its words are looked for."""
_BEGINS = re.compile(r"(?:\A|[.!?:…\n,]|[\"“”„«(—–-])\s*\Z")
_ENDS = re.compile(r"\s*(?:$|[)\].,;:!?…\"”“»—–])")
_BEFORE = ("unread_before", "unread_before_month_day", "weekday_before")
_NEXT = re.compile(r"\s(?:\w+['’])?(\w+)")


def fits(place: Place, text: str, code: str) -> bool:
    """Return whether a place is a day: "may" alone is none, nor is the number in "2000 shells"."""
    language, words = languages()[code], text[place.start : place.end]
    before = text[max(0, place.start - _NEAR) : place.start]
    around = _around(code)
    if place.bare == "doubt" or around["unread_before"].search(before):
        return False
    if around["unread_after"].match(text, place.end):
        return False
    named = bool(place.year or place.year_by)
    if (
        language.capital_days
        and not named
        and not place.relative.startswith(("days", "week", "day"))
        and words.islower()
    ):
        return place.bare == "relative"
    following = _NEXT.match(text, place.end)
    capital = following is not None and following[1][0].isupper() and not language.capital_nouns
    if place.bare == "relative":
        return not words[0].isupper() or bool(_BEGINS.search(before))
    if place.bare == "weekday":
        clear = (
            not language.weekday_before
            or place.side
            or around["weekday_before"].search(before)
            or _BEGINS.search(before)
        )
        return bool(clear) and not (capital and language.capital_days)
    if place.bare == "month":
        return place.sure or not language.month_before or bool(around["month_before"].search(before))
    if place.bare == "month-day":
        return not around["unread_before_month_day"].search(before)
    if place.bare == "year" and not place.sure:
        if around["year_before"].search(before):
            return True
        if "/" in place.told and _BEGINS.search(before) and _ENDS.match(text, place.end):
            return True
        ends = bool(_ENDS.match(text, place.end)) or capital
        known = ends or (following is not None and following[1].casefold() in language.stopwords)
        return known and bool(around["year_in"].search(before))
    return True


@cache
def _around(code: str) -> dict[str, re.Pattern[str]]:
    language = languages()[code]
    found = {name: _before(getattr(language, name)) for name in _BEFORE}
    article = rf"(?:(?<!\w){either(language.the)}\s)?"
    found |= {
        name: _before(getattr(language, name), article) for name in ("month_before", "year_before", "year_in")
    }
    found["unread_after"] = re.compile(rf"\s?{either(language.unread_after)}(?!\w)", re.I)
    return found


def _before(words: Iterable[str], article: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(words)}[\s'’-]{article}\Z", re.I)
