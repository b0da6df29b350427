"""Days with a mark, several days, seasons and times on a clock, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import day_text

if TYPE_CHECKING:
    from kg.language.interface.words import Words


def several(w: Words, text: str, *, iso: bool = False) -> str:
    """Say a set: each of some days, or one of them.

    Args:
        w: the words.
        text: the set as in EDTF.
        iso: leave each day as it is.

    Example:
        >>> from kg.language.interface.words import Words
        >>> several(Words(), "[2024-05-21,2024-05-24]"), several(Words("de"), "{2024-04-30,2024-05-02}")
        ('21 or 24 May 2024', '30. April und 2. Mai 2024')
    """
    days = day_text.members(text)
    *first, last = (w.point(day, after, iso=iso) for day, after in zip(days, (*days[1:], ""), strict=True))
    return f"{', '.join(first)} {w('and' if text[0] == '{' else 'or')} {last}"


def unplain(w: Words, text: str, after: str = "", *, iso: bool = False) -> str:
    """Say one end of a span that is no plain day, month or year; what is no day at all stays as it is.

    Args:
        w: the words.
        text: the end.
        after: the end after it, whose month and year need not be said twice.
        iso: leave a day as it is.

    Example:
        >>> from kg.language.interface.words import Words
        >>> unplain(Words(), "2022-08~"), unplain(Words("de"), "2023-06-01T09:24+03:00")
        ('about August 2022', '1. Juni 2023, 09:24 Uhr (UTC+03:00)')
        >>> unplain(Words(), "2022%"), unplain(Words(), "2022-22", "2022-23")
        ('about 2022 (uncertain)', 'summer')
    """
    clock, zone = day_text.time_of(text)
    if clock:
        said = w("span.time", day=w.point(text[:10], iso=iso), time=clock)
        return f"{said} (UTC{zone.removeprefix('Z')})" if zone else said
    bare = text.rstrip("~?%")
    if bare != text:
        said = w.point(bare, after.rstrip("~?%"), iso=iso)
        said = w("span.about", day=said) if day_text.approximate(text) else said
        return w("span.uncertain", day=said) if day_text.uncertain(text) else said
    year, _, season = text.partition("-")
    if season not in ("21", "22", "23", "24"):
        return text
    shown = "" if len(after) == len(text) and after[:4] == year else year
    return w("span.month", month=w(f"season.{season}"), year=shown).strip()
