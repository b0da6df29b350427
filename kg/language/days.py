"""Days, months, years, seasons and weekdays in texts and questions, read as EDTF.

What is not understood gives nothing: no year is guessed, and no day of a weekday whose week is not certain.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import groupby
from typing import NamedTuple

from kg.language.day_context import fits
from kg.language.day_joining import joined
from kg.language.day_patterns import patterns
from kg.language.day_places import place
from kg.language.day_years import resolved
from kg.language.plain import plain
from kg.language.reading import languages


class Day(NamedTuple):
    """A day or span that a text names.

    Attributes:
        start: first character of the words, counted from 0.
        end: one past the last.
        words: as printed.
        reading: as `kg.model.edtf` has it: `2024-10-14`, `2024-10-08/2024-10-13`, `2022-08~`; `XXXX-10-14`
            where no year is known.
    """

    start: int
    end: int
    words: str
    reading: str


def days(text: str, language: str | None = None, published: date | None = None) -> list[Day]:
    """Return the days that a text names, in order, without overlaps.

    Args:
        text: one paragraph or a few words.
        language: ISO 639 code; None looks in every language and leaves out what they read differently.
        published: when the text appeared. A day without a year is the nearest that is not after it, unless
            the words say that it was to come; without it weekdays and "yesterday" give nothing.

    Example:
        >>> [(d.words, d.reading) for d in days("Am Freitag, 14. Oktober; seit März 2024")]
        [('Freitag, 14. Oktober', 'XXXX-10-14'), ('März 2024', '2024-03')]
        >>> [d.reading for d in days("on Tuesday, early last month", "en", date(2022, 8, 31))]
        ['2022-08-30', '2022-07']
        >>> days("on 03/04/2024 we may come", "en")
        []
    """
    return [day for day in days_and_doubts(text, _codes(language), published) if day.reading]


def days_and_doubts(text: str, codes: Collection[str], published: date | None = None) -> list[Day]:
    """Return the days that a text names in some languages; what may be none has an empty reading."""
    printed = plain(text)
    found = {day for code in codes for day in _in_language(printed.text, code, published, len(codes) > 1)}
    kept: list[Day] = []
    ordered = sorted(found, key=lambda day: (day.start, -day.end, day.reading))
    for (start, end), same in groupby(ordered, lambda day: day[:2]):
        if not kept or start >= kept[-1].end:
            readings = {day.reading for day in same} - {""}
            kept.append(Day(start, end, "", readings.pop() if len(readings) == 1 else ""))
    spans = [printed.span(day.start, day.end) for day in kept]
    return [Day(a, b, text[a:b], day.reading) for (a, b), day in zip(spans, kept, strict=True)]


def _codes(language: str | None) -> Collection[str]:
    return languages() if language is None else {language} & languages().keys()


def _in_language(text: str, code: str, published: date | None, any_language: bool) -> list[Day]:
    language = languages()[code]
    places = [
        found
        for match in patterns(code).day.finditer(text)
        if (found := place(match, code, "" if any_language else language.day_order))
    ]
    return [
        Day(
            one.start,
            one.end,
            "",
            resolved(one, text, code, published) if fits(one, text, code, any_language) else "",
        )
        for one in joined(places, text, code)
    ]
