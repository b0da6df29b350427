"""Whether the words around what looks like a day say that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.language.day_places import Place
from kg.language.reading import either, languages
from kg.language.scripts import in_any_script

_NEAR = 60
"""How far before a place its words are looked for."""
_BEGINS = re.compile(r"(?:\A|[.!?:…\n,]|[\"“”„«(—–-])\s*\Z")
_ENDS = re.compile(r"\s*(?:$|[)\].,;:!?…\"”“»—–])")
_BEFORE = ("unread_before", "unread_before_month_day", "weekday_before", "deadline")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?\Z")
_SHORT_MONTH = re.compile(r"(?<!\d)\d{1,2}\.?\s[^\W\d_]{3,6}\.\s\Z")
"""A day whose month is short for something that was not read: of it the year alone is no reading."""
_CLOSING = ("”", "»", "“", '"')
"""What ends the name of a newspaper: «NZZ am Sonntag»."""
_NEXT = re.compile(r"\s(?:\w+['’])?(\w+)")


def fits(place: Place, text: str, code: str, lenient: bool = False) -> bool:
    """Return whether a place is a day: "may" alone is none, nor is the number in "2000 shells".

    Args:
        place: what looks like a day.
        text: the whole text.
        code: its language.
        lenient: whether people write months with a small letter, as in questions.
    """
    language, words = languages()[code], text[place.start : place.end]
    before = text[max(0, place.start - _NEAR) : place.start]
    around = _around(code)
    if place.bare == "doubt" or around["unread_before"].search(before) or around["beside"].search(before):
        return False
    if place.relative.startswith("days-") and around["counted"].search(before):
        return False
    if around["unread_after"].match(text, place.end):
        return False
    if place.initial.islower() and language.capital_days and not (lenient and place.year):
        return False
    odd = place.initial.isupper() and not language.capital_days and not words.isupper()
    if odd and not _BEGINS.search(text, max(0, place.start - _NEAR), _at_name(place, text)):
        return False  # a planet, a street
    if place.first[0] and place.told[:1] not in "[{" and around["number"].search(before):
        return False  # one of several days, of which the others were not read
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
        return (
            bool(clear) and not around["deadline"].search(before) and not (capital and language.capital_days)
        )
    if place.bare == "month":
        return (
            place.sure
            or bool(place.side)
            or not language.month_before
            or bool(around["month_before"].search(before))
        )
    if place.bare == "month-day":
        return not (around["unread_before_month_day"].search(before) or around["more"].match(text, place.end))
    if place.bare == "year" and (_YEAR_BEFORE.search(before) or _SHORT_MONTH.search(before)):
        return False
    if place.bare == "year" and not place.sure:
        if around["units"].match(text, place.end):
            return False
        if around["year_before"].search(before):
            return True
        if "/" in place.told and _BEGINS.search(before) and _ENDS.match(text, place.end):
            return True
        ends = bool(_ENDS.match(text, place.end)) or capital
        known = ends or (following is not None and following[1].casefold() in language.stopwords)
        return known and bool(around["year_in"].search(before))
    return True


def _at_name(place: Place, text: str) -> int:
    """Return where the name of the month or weekday of a place begins."""
    return text.index(place.initial, place.start)


@cache
def _around(code: str) -> dict[str, re.Pattern[str]]:
    language = languages()[code]
    found = {name: _before(getattr(language, name)) for name in _BEFORE}
    article = rf"(?:(?<!\w){either(language.the)}\s)?"
    found |= {
        name: _before(getattr(language, name), article) for name in ("month_before", "year_before", "year_in")
    }
    parts = either("|".join(names) for names in (language.seasons, language.quarters, language.halves))
    joining = either((*language.day_and, *language.day_or, *language.day_to, "[-–—/,]"))
    ordinal, article = either(language.ordinal), either(language.the)
    found["beside"] = re.compile(rf"(?<!\w){parts}\s?{joining}\s?(?:\w+['’\s]\s?){{0,2}}\Z", re.I)
    found["number"] = re.compile(
        rf"(?<![\w.,:])\d\d?(?:{ordinal})?\s?(?:{joining}\s?(?:{article}\s|\w{{1,3}}\s)?)?\Z", re.I
    )
    found["more"] = re.compile(rf"\s?{joining}\s?\d\d?(?:{ordinal})?(?=\s*(?:[.,;:)]|\Z))", re.I)
    found["units"] = re.compile(rf"\s(?:\w+\s)?{either(language.numbers.get('units', ()))}(?!\w)", re.I)
    counting = (*language.numbers.get("ones", ()), *language.numbers.get("scales", ()))
    found["counted"] = re.compile(rf"(?<!\w){either(counting)}[\s-](?:\w{{1,3}}[\s-])?\Z", re.I)
    found["unread_after"] = re.compile(rf"\s?{in_any_script(language.unread_after)}", re.I)
    return found


def _before(words: Iterable[str], article: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(words)}[\s'’-]{article}\Z", re.I)
