"""Days, months and years as tables write them; nothing is guessed."""

from __future__ import annotations

import calendar
import re
from datetime import date
from itertools import pairwise
from typing import Any

from kg.sources.tables.expressions import shown

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if n}
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\.|\s|-)\s*([A-Za-z]{3,9}|\d{1,2})\.?,?(?:\s|-|\.)\s*(\d{4})\b.*")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b.*")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b.*")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def year(text: Any) -> int | None:
    """Return the year that a cell holds alone, with a question mark or without.

    Example:
        >>> year("2019"), year("2019?"), year("2019-20"), year("")
        (2019, 2019, None, None)
    """
    found = re.fullmatch(r"([12]\d{3})(?:\.0)?\s*\??", shown(text).strip())
    return int(found[1]) if found else None


def years(text: Any) -> list[int] | None:
    """Return every year that a cell names, in order; a span names those between, too.

    Example:
        >>> years("2021; 2023"), years("2019-2021"), years("")
        ([2021, 2023], [2019, 2020, 2021], None)
    """
    found: set[int] = set()
    text = shown(text)
    for span in re.finditer(r"([12]\d{3})\s*[-–]\s*([12]\d{3})", text):
        first, last = int(span[1]), int(span[2])
        if first <= last <= first + 100:
            found |= set(range(first, last + 1))
    found |= set(map(int, _YEAR.findall(text)))
    return sorted(found) or None


def day(text: Any, order: str = "") -> str | None:
    """Return a day as ISO 8601 writes it; days with slashes need to be told which comes first.

    Args:
        text: the cell.
        order: `dmy` or `mdy`, for days such as 03/04/2024.

    Example:
        >>> day("12 Mar 2026 9:00:00 AM"), day("27.08.2026"), day("2024-05-02 00:00:00.000"), day("20240502")
        ('2026-03-12', '2026-08-27', '2024-05-02', '2024-05-02')
        >>> day("03/04/2024"), day("03/04/2024", "dmy"), day("03/04/2024", "mdy")
        (None, '2024-04-03', '2024-03-04')
    """
    text = shown(text).strip()
    parts: tuple[Any, Any, Any] | None = None
    if (found := _ISO.fullmatch(text)) or (found := _COMPACT.fullmatch(text)):
        parts = found[1], found[2], found[3]
    elif found := _DAY_FIRST.fullmatch(text):
        parts = found[3], found[2], found[1]
    elif found := _MONTH_FIRST.fullmatch(text):
        parts = found[3], found[1], found[2]
    elif order and (found := _SLASHES.fullmatch(text)):
        one, other = (found[1], found[2]) if order == "dmy" else (found[2], found[1])
        parts = found[3], other, one
    if parts is None:
        return None
    month = parts[1] if parts[1].isdigit() else _MONTHS.get(parts[1][:3].lower(), 0)
    try:
        return date(int(parts[0]), int(month), int(parts[2])).isoformat()
    except ValueError:
        return None


def earliest(text: Any) -> str | None:
    """Return the first day that a day, month or year may mean; see `day`.

    Example:
        >>> earliest("2026"), earliest("2026-1-5"), earliest("January 2026"), earliest("2026-jan")
        ('2026-01-01', '2026-01-05', '2026-01-01', '2026-01-01')
        >>> earliest([[2026, 1]]), earliest("2020/2021"), earliest("soon")
        ('2026-01-01', '2020-01-01', None)
    """
    text = re.sub(r"^([12]\d{3}(?:-\d\d){0,2})/.*", r"\1", shown(text).strip().replace(", ", "-"))
    if found := day(text):
        return found
    parts = re.split(r"[-/. ]+", text)
    if parts[0].isalpha():
        parts.reverse()
    year, month, number = (*parts, "1", "1")[:3]
    month = str(_MONTHS.get(month[:3].lower(), month))
    return day(f"{year:0>4}-{month:0>2}-{number:0>2}") if re.fullmatch(r"[12]\d{3}", year) else None


def span(*ends: Any) -> str | None:
    """Return the span of days, months or years from the first to the last; a list of years keeps its gaps.

    Example:
        >>> span([2021, 2022, 2023]), span([2020, 2022]), span(2019, [2021, 2022]), span("2024-05-02")
        ('2021/2023', '{2020,2022}', '2019/2022', '2024-05-02')
    """
    every = sorted({str(one) for end in ends if end for one in (end if isinstance(end, list) else [end])})
    if len(every) < 2:
        return every[0] if every else None
    whole = len(ends) > 1 or all(int(b) - int(a) == 1 for a, b in pairwise(every))
    return f"{every[0]}/{every[-1]}" if whole else f"{{{','.join(every)}}}"
