"""Days and spans of days, written as in EDTF (ISO 8601-2:2019), kept as two days and a precision.

`2024-10-11` is a day, `2024-10` a month, `2024` a year, `2024-03/2024-12` a range, `../2024-01-05`
on or before a day, `2023-09/..` from a month on. Nothing is rounded to a midpoint.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from pydantic import GetJsonSchemaHandler, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue

from kg.model.base import Part

Precision = Literal["day", "month", "year", "range", "before", "after"]
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_END = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
PATTERN = rf"^({_END}|{_END}/{_END}|\.\./{_END}|{_END}/\.\.)$"


@lru_cache(10_000)
def _point(text: str) -> tuple[date, date, Precision]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31), "year"
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
        return date(year, month, day), date(year, month, day), "day"
    except (ValueError, IndexError):
        raise ValueError(f"'{text}' is not a day of the calendar") from None


class Span(Part):
    """A day or a span of days; both ends inclusive, None where the end is open.

    Example:
        >>> span = Span.model_validate("2024-10")
        >>> span.first.isoformat(), span.last.isoformat(), span.precision
        ('2024-10-01', '2024-10-31', 'month')
    """

    text: str
    """The span as written: a day, month or year, or two of them with a slash; `..` is an open end."""
    first: date | None
    last: date | None
    precision: Precision

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if type(value) is int and 1000 <= value <= 9999:
            value = str(value)
        if not isinstance(value, str):
            raise ValueError("a date is written as text, for example 2024-10-11")
        text = value.strip()
        first: date | None
        last: date | None
        if "/" not in text:
            first, last, precision = _point(text)
        else:
            left, _, right = text.partition("/")
            first = None if left == ".." else _point(left)[0]
            last = None if right == ".." else _point(right)[1]
            if first is None and last is None:
                raise ValueError(f"'{text}' has no end that is known")
            if first and last and first > last:
                raise ValueError(f"'{text}' ends before it begins")
            precision = "before" if first is None else "after" if last is None else "range"
        return {"text": text, "first": first, "last": last, "precision": precision}

    @model_serializer
    def _text(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the span as the text that people write, not as its parts."""
        return {
            "anyOf": [
                {"type": "string", "pattern": PATTERN},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
            "description": (
                "Day, month, year or range in EDTF: 2024-10-11, 2024-10, 2023-09/2024-10, ../2024-01-05."
            ),
        }

    def to_properties(self, field: str) -> dict[str, Any]:
        """Return `<field>_from`, `<field>_to` (dates, absent when open), `_precision` and the text."""
        return {
            f"{field}_from": self.first,
            f"{field}_to": self.last,
            f"{field}_precision": self.precision,
            f"{field}_text": self.text,
        }

    @classmethod
    def from_properties(cls, field: str, properties: dict[str, Any]) -> str | None:
        """Return the text that was written."""
        text = properties.get(f"{field}_text")
        return None if text is None else str(text)
