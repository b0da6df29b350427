"""Days as FollowTheMoney has them: a day, month or year, or a start and an end."""

from __future__ import annotations

import re
from datetime import date

from kg.model.span import Span

_PLAIN = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
"""It knows the years from 1000 to 2999 alone."""


def days(span: Span) -> dict[str, tuple[str, ...]]:
    """Return the values of `date`, `startDate` and `endDate` for a span of days; an open end has none.

    Example:
        >>> days(Span.model_validate("../2024-01-05")), days(Span.model_validate("2024-10~"))
        ({'endDate': ('2024-01-05',)}, {'startDate': ('2024-10-01',), 'endDate': ('2024-10-31',)})
        >>> days(Span.model_validate("2024-10")), days(Span.model_validate("2024-05/2025"))
        ({'date': ('2024-10',)}, {'startDate': ('2024-05',), 'endDate': ('2025',)})
    """
    text = span.text
    if text[:1] == "{":
        parts = tuple(part.strip() for part in text[1:-1].split(","))
        if all(map(_PLAIN.fullmatch, parts)):
            return {"date": parts}
    if _PLAIN.fullmatch(text):
        return {"date": (text,)}
    written = text.split("/") if "/" in text else ["", ""]
    ends = {
        "startDate": _end(written[0], span.first),
        "endDate": _end(written[-1], span.last),
    }
    known: dict[str, tuple[str, ...]] = {name: (day,) for name, day in ends.items() if day}
    if len(known) == 2 and ends["startDate"] == ends["endDate"]:
        return {"date": known["startDate"]}
    return known


def _end(written: str, day: date | None) -> str:
    return next((one for one in (written, str(day)) if _PLAIN.fullmatch(one)), "")


def whole(span: Span) -> bool:
    """Return whether those values tell all of a span: no mark, no choice among days, no time on the clock.

    Example:
        >>> whole(Span.model_validate("../2024-01-05")), whole(Span.model_validate("2024~"))
        (True, False)
    """
    return all(part == ".." or _PLAIN.fullmatch(part) for part in re.split(r"[/,{}] ?", span.text) if part)
