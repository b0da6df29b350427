"""The functions of layouts: what cells mean, and what is made of them.

A function gives None for what it does not understand; nothing is guessed.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from hashlib import sha256
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
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?")
_UNSURE = ("?", "yes", "y", "true", "1", "x")


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


def number(text: Any) -> int | float | None:
    """Return a number, with a comma or blank between thousands or without, and a point before decimals.

    Example:
        >>> number("24"), number("1,500"), number("0.23"), number("24.0"), number("about 20"), number("1,5")
        (24, 1500, 0.23, 24, None, None)
    """
    if isinstance(text, (int, float)):
        return text
    found = _NUMBER.fullmatch(shown(text).strip())
    if not found:
        return None
    value = re.sub(r"[, \u00a0\u202f]", "", found[0])
    return int(value) if value.isdigit() else int(float(value)) if float(value).is_integer() else float(value)


def unsure(text: Any) -> bool | None:
    """Return True for a mark of doubt (`?`, Yes), else None. It gives no bound: the figure stays what it is.

    Example:
        >>> unsure("?"), unsure("Yes"), unsure("No"), unsure("")
        (True, True, None, None)
    """
    return True if shown(text).strip().lower() in _UNSURE else None


def slug(text: Any, most: int = 40) -> str:
    """Return a text as a part of an id: small letters, digits and single hyphens.

    Example:
        >>> slug("Möwe 2 (export)"), slug("Дрон"), slug("?")
        ('mowe-2-export', 'dron', 'x')
    """
    from kg.language.fold import fold

    plain = unicodedata.normalize("NFKD", shown(text)).encode("ascii", "ignore").decode() if text else ""
    plain = plain if re.search(r"[A-Za-z0-9]", plain) else fold(shown(text))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:most].strip("-") or "x"


def short_hash(*values: Any) -> str:
    """Return six characters that tell some values from others.

    Example:
        >>> short_hash("a", "b") == short_hash("a", "b") != short_hash("ab", "")
        True
    """
    return sha256("\x1f".join(map(shown, values)).encode()).hexdigest()[:6]


def has(text: Any, *words: str) -> bool:
    """Return whether a text has one of some words in it, in capitals or small letters.

    Example:
        >>> has("Supplier uncertain (could be X)", "supplier uncertain", "recipient uncertain")
        True
    """
    folded = shown(text).casefold()
    return any(word.casefold() in folded for word in words)


def match(text: Any, pattern: str) -> str | None:
    """Return what the first group of a pattern finds in a text, or all that the pattern finds without one.

    Example:
        >>> match("delivered via Gammaland; second-hand", "via ([A-Z][^;,(]*)")
        'Gammaland'
    """
    found = re.search(pattern, shown(text))
    return (found[1] if found.re.groups else found[0]) if found else None


def cut(text: Any, most: int) -> str | None:
    """Return a text of at most so many characters; what is longer ends in three points.

    Example:
        >>> cut("a long name", 8), cut("short", 8)
        ('a lon...', 'short')
    """
    text = shown(text)
    return (text if len(text) <= most else f"{text[: most - 3].rstrip()}...") or None


def join(mark: str, *values: Any) -> str | None:
    """Return the values that are not empty with a mark between.

    Example:
        >>> join("; ", "a", None, "", ["b", "c"])
        'a; b; c'
    """
    parts = (part for one in values for part in (one if isinstance(one, list) else [one]))
    return mark.join(text for part in parts if (text := shown(part))) or None


def split(text: Any, mark: str) -> list[str] | None:
    """Return the parts of a cell between marks, those that are empty left out.

    Example:
        >>> split("Agency; Ministry ;", ";")
        ['Agency', 'Ministry']
    """
    return [part.strip() for part in shown(text).split(mark) if part.strip()] or None


def listed(value: Any) -> list[Any]:
    """Return a value as a list; nothing is an empty one."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def either(*values: Any) -> Any:
    """Return the first value that is not empty."""
    return next((value for value in values if value not in (None, "", [], False)), None)


FUNCTIONS: dict[str, tuple[Callable[..., Any], int, int | None]] = {
    "all": (lambda *values: all(values), 1, None),
    "any": (lambda *values: any(values), 1, None),
    "cut": (cut, 2, 2),
    "day": (day, 1, 2),
    "either": (either, 1, None),
    "equal": (
        lambda one, *others: shown(one).strip().casefold() in {shown(o).strip().casefold() for o in others},
        2,
        None,
    ),
    "first": (lambda value: next(iter(listed(value)), None), 1, 1),
    "has": (has, 2, None),
    "hash": (short_hash, 1, None),
    "if": (lambda condition, yes, no=None: yes if condition else no, 2, 3),
    "join": (join, 2, None),
    "last": (lambda value: next(iter(listed(value)[::-1]), None), 1, 1),
    "list": (lambda *values: [one for value in values for one in listed(value)], 1, None),
    "match": (match, 2, 2),
    "not": (lambda value: not value, 1, 1),
    "number": (number, 1, 1),
    "slug": (slug, 1, 2),
    "span": (span, 1, None),
    "split": (split, 2, 2),
    "unsure": (unsure, 1, 1),
    "year": (year, 1, 1),
    "years": (years, 1, 1),
}
"""Every function by its name in layouts, with how many arguments it takes at least and at most.

`running`, `lookup`, `known` and the names that a layout declares come from `kg.sources.tables.run`, since
they depend on the rows before, on the layout and on the corpus.
"""

READING = {"number": "a number", "day": "a day", "year": "a year", "years": "years"}
"""Functions that read a cell, and what as: a cell that is not empty and not understood is in the report."""
