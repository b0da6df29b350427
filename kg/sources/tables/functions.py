"""The functions of layouts: what cells mean, and what is made of them.

A function gives None for what it does not understand; nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from kg.sources.tables.days import day, earliest, span, year, years
from kg.sources.tables.expressions import shown
from kg.sources.tables.identifiers import identifier

_NUMBER = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?")
_UNSURE = ("?", "yes", "y", "true", "1", "x")


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
    return long_hash(*values)[:6]


def long_hash(*values: Any) -> str:
    """Return twelve characters that tell values apart where a table has thousands of them.

    Example:
        >>> long_hash("a", "b").startswith(short_hash("a", "b")), len(long_hash("a"))
        (True, 12)
    """
    return sha256("\x1f".join(map(shown, values)).encode()).hexdigest()[:12]


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


def prefixed(start: str, values: Any) -> list[str]:
    """Return ids for the items of a list: a beginning, and each item as `slug` has it.

    Example:
        >>> prefixed("report-", ["An Agency", "Post"])
        ['report-an-agency', 'report-post']
    """
    return list(dict.fromkeys(start + slug(value) for value in listed(values)))


def others(one: Any, *values: Any) -> list[str]:
    """Return every other text of some values, each once, none longer than a name may be.

    Example:
        >>> others("A", ["A", "B"], "B", None)
        ['B']
    """
    texts = (cut(part, 200) for value in values for part in listed(value))
    return list(dict.fromkeys(text for text in texts if text and text != shown(one)))


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
    "earliest": (earliest, 1, 1),
    "either": (either, 1, None),
    "equal": (
        lambda one, *others: shown(one).strip().casefold() in {shown(o).strip().casefold() for o in others},
        2,
        None,
    ),
    "first": (lambda value: next(iter(listed(value)), None), 1, 1),
    "has": (has, 2, None),
    "hash": (short_hash, 1, None),
    "long_hash": (long_hash, 1, None),
    "identifier": (identifier, 2, 2),
    "if": (lambda condition, yes, no=None: yes if condition else no, 2, 3),
    "join": (join, 2, None),
    "last": (lambda value: next(iter(listed(value)[::-1]), None), 1, 1),
    "list": (lambda *values: [one for value in values for one in listed(value)], 1, None),
    "match": (match, 2, 2),
    "not": (lambda value: not value, 1, 1),
    "number": (number, 1, 1),
    "others": (others, 2, None),
    "prefixed": (prefixed, 2, 2),
    "several": (lambda value: len(listed(value)) > 1, 1, 1),
    "slug": (slug, 1, 2),
    "span": (span, 1, None),
    "split": (split, 2, 2),
    "unsure": (unsure, 1, 1),
    "year": (year, 1, 1),
    "years": (years, 1, 1),
}
"""Every function by its name in layouts, with how many arguments it takes at least and at most.

`running`, `lookup`, `known`, `identified` and the names that a layout declares come from
`kg.sources.tables.run`, since they depend on the rows before, on the layout and on the corpus.
"""

READING = {
    "number": "a number",
    "day": "a day",
    "earliest": "a day",
    "year": "a year",
    "years": "years",
    "identifier": "an identifier",
}
"""Functions that read a cell, and what as: a cell that is not empty and not understood is in the report."""
