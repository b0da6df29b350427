"""Days and spans of days in the words of one language."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.interface.known import Table

if TYPE_CHECKING:
    from kg.model.span import Span

_DAY = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-([0-9]{2}))?")


class DayWords(Table):
    """How days are said; see `kg.language.interface.words.Words`."""

    def day(self, text: str, *, iso: bool = False, lasting: bool = False) -> str:
        """Say a day or span of days in EDTF as people write it; empty when it is unknown.

        Args:
            text: such as `2024-10-13`, `2024-10-03/2024-10-09` or `../2024-10`.
            iso: leave each day as it is, for tables of a fixed width.
            lasting: it is how long something held, not when something happened.

        Example:
            >>> from kg.language.interface.words import Words
            >>> w = Words()
            >>> w.day("../2024-10-13"), w.day("2024-10-03/2024-10-09"), w.day("2024-09/2024-10")
            ('by 13 Oct 2024', 'between 3 and 9 Oct 2024', 'between September and October 2024')
            >>> w.day("2019/2023", lasting=True)
            '2019 to 2023'
            >>> Words("de").day("2024-10-13"), w.day("../2024-10-13", iso=True)
            ('13. Okt. 2024', 'by 2024-10-13')
            >>> w.day("2022~"), w.day("{2024-05-21,2024-05-24}"), w.day("2022-23"), w.day("2023-06-01T09:24")
            ('about 2022', '21 and 24 May 2024', 'autumn 2022', '1 June 2023, 09:24')
        """
        if text[:1] in ("{", "[") and text[-1:] in ("}", "]"):
            return self._several(text, iso=iso)
        first, slash, last = text.partition("/")
        if not slash:
            return self._point(first, iso=iso)
        if first == "..":
            return self("span.by", day=self._point(last, iso=iso))
        if last == "..":
            return self("span.since", day=self._point(first, iso=iso))
        ends = {"first": self._point(first, last, iso=iso), "last": self._point(last, iso=iso)}
        return self("span.to" if iso or lasting else "span.between", **ends)

    def _point(self, text: str, before: str = "", *, iso: bool = False) -> str:
        """Say one end of a span, without what the end after it says again; a year as it is.

        With `iso` only a month is said by its name.
        """
        found = _DAY.fullmatch(text)
        if not found and not text.isdigit():
            return self._unplain(text, before, iso=iso)
        if not found or (iso and found[3]):
            return text
        year, month, day = found.groups()
        other = _DAY.fullmatch(before) if not iso and len(before) == len(text) else None
        same = (other[1] == year) + (other[1] + other[2] == year + month) if other else 0
        named = f"month.short.{month}" if day else f"month.{month}"
        told = {"year": "" if same else year, "month": self(named)}
        if day:
            told |= {"day": day.lstrip("0")} | ({"month": ""} if same > 1 else {})
        return " ".join(self("span.day" if day else "span.month", **told).split())

    def span(self, value: Span | None, *, lasting: bool = False) -> str:
        """Say a span of days; empty when it is unknown."""
        return self.day(value.text, lasting=lasting) if value else ""

    def _several(self, text: str, *, iso: bool) -> str:
        """Say a set: each of some days, or one of them; what is no set stays as it is."""
        from kg.model.day_text import members

        if not (days := members(text)):
            return text
        *first, last = (self._point(day, after, iso=iso) for day, after in pairwise((*days, "")))
        return f"{', '.join(first)} {self('and' if text[0] == '{' else 'or')} {last}"

    def _unplain(self, text: str, after: str, *, iso: bool) -> str:
        """Say a day with a mark or a time, or a season; what is no day at all stays as it is."""
        from kg.model.day_text import approximate, time_of, uncertain

        clock, zone = time_of(text)
        if clock:
            said = self("span.time", day=self._point(text[:10], iso=iso), time=clock)
            return f"{said} (UTC{zone.removeprefix('Z')})" if zone else said
        bare = text.rstrip("~?%")
        if bare != text:
            said = self._point(bare, after.rstrip("~?%"), iso=iso)
            said = self("span.about", day=said) if approximate(text) else said
            return self("span.uncertain", day=said) if uncertain(text) else said
        season = self.either("season", text[5:], "")
        if not season:
            return text
        year = "" if len(after) == len(text) and after[:4] == text[:4] else text[:4]
        return self("span.month", month=season, year=year).strip()
