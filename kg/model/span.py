"""Days and spans of days, written as in EDTF (ISO 8601-2:2019), kept as two days and a precision.

`2024-10-11` is a day, `2024-10` a month, `2024` a year, `2024-03/2024-12` a range, `../2024-01-05`
on or before a day, `2023-09/..` from a month on; `kg.model.edtf` reads what else there is. Nothing is rounded
to a midpoint.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import GetJsonSchemaHandler, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue

from kg.model import edtf
from kg.model.base import Part
from kg.model.edtf import Precision

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_END = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"
_SET = rf"{_END}(, ?{_END})+"
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}(:[0-9]{2})?)?"
PATTERN = rf"^({_END}|{_END}/{_END}|\.\./{_END}|{_END}/\.\.|\{{{_SET}\}}|\[{_SET}\]|{_TIME})$"
_NO_TEXT = "a date is written as text, for example 2024-10-11; several days in quotation marks"


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


def _not_plain(text: str, error: ValueError) -> edtf.Ends:
    """Return what a text is that is no plain span; else say what EDTF has there, or what is wrong."""
    from kg.model.edtf_beyond import refuse

    try:
        if edtf.worded(text):
            return edtf.read(text, _point)
    except ValueError as other:
        error = other
    refuse(text)
    raise error


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
            raise ValueError(_NO_TEXT)
        text = value.strip()
        try:
            first, last, precision = edtf.between(text, _point)
        except ValueError as error:
            first, last, precision = _not_plain(text, error)
        if first is None and last is None:
            raise ValueError(f"'{text}' has no end that is known")
        if first and last and first > last:
            raise ValueError(f"'{text}' ends before it begins")
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
                "Day, month, year or range in EDTF: 2024-10-11, 2024-10, 2023-09/2024-10, ../2024-01-05; "
                "2022~ is about 2022, 2022? uncertain, 2022% both; {2024-05-21,2024-05-24} both days, "
                "[2024-05-21,2024-05-24] one of them; 2022-21 to 2022-24 spring to winter; 2023-06-01T09:24."
            ),
        }

    @property
    def marked(self) -> bool:
        """Whether it is approximate or uncertain, so that nothing certain follows from its ends."""
        return edtf.marked(self.text)

    def before(self, other: Span) -> bool:
        """Return whether it surely ended before another began, by the day or by the time on one clock.

        Example:
            >>> day, about = (Span.model_validate(text) for text in ("2024-10-11", "2024-09~"))
            >>> day.before(Span.model_validate("2024-11")), about.before(day)
            (True, False)
        """
        if self.marked or other.marked or self.last is None or other.first is None:
            return False
        return self.last < other.first or (self.last == other.first and edtf.later(other.text, self.text))

    def to_properties(self, field: str) -> dict[str, Any]:
        """Return `<field>_from`, `<field>_to` (dates, absent when open), `_precision` and the text.

        What is no plain day or span may have `_approximate`, `_uncertain`, `_days` of a set and `_time`.
        """
        properties: dict[str, Any] = {
            f"{field}_from": self.first,
            f"{field}_to": self.last,
            f"{field}_precision": self.precision,
            f"{field}_text": self.text,
        }
        if self.precision in edtf.MORE:
            properties |= {
                f"{field}_approximate": edtf.approximate(self.text) or None,
                f"{field}_uncertain": edtf.uncertain(self.text) or None,
                f"{field}_days": list(edtf.members(self.text)) or None,
                f"{field}_time": "".join(edtf.time_of(self.text)) or None,
            }
        return properties

    @classmethod
    def from_properties(cls, field: str, properties: dict[str, Any]) -> str | None:
        """Return the text that was written."""
        text = properties.get(f"{field}_text")
        return None if text is None else str(text)
