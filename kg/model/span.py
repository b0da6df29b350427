"""Days and spans of days, written as in EDTF (ISO 8601-2:2019), kept as two days and a precision.

`kg.model.edtf` says what may be written. Nothing is rounded to a midpoint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Self

from pydantic import GetJsonSchemaHandler, ModelWrapValidatorHandler, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue

from kg.model import day_text
from kg.model.edtf import MORE, Precision, ends_of
from kg.model.parts import Part

_END = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"
_SET = rf"{_END}(, ?{_END})+"
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}(:[0-9]{2})?)?"
PATTERN = rf"^({_END}|{_END}/{_END}|\.\./{_END}|{_END}/\.\.|\{{{_SET}\}}|\[{_SET}\]|{_TIME})$"
_NO_TEXT = "a date is written as text, for example 2024-10-11"
_SEVERAL = 'several days are written in quotation marks, for example "{2024-05-21,2024-05-24}"'


_MET: dict[tuple[type[Part], str], Any] = {}
_PROPERTIES: dict[tuple[type[Part], str, str], Mapping[str, Any]] = {}
_MOST = 10_000
"""Spans, and properties of spans, that are kept by their text."""


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
            raise ValueError(_SEVERAL if isinstance(value, (list, dict)) and len(value) > 1 else _NO_TEXT)
        text = value.strip()
        first, last, precision = ends_of(text)
        return {"text": text, "first": first, "last": last, "precision": precision}

    @model_validator(mode="wrap")
    @classmethod
    def _met(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Give the same text the same span, which never changes."""
        if value.__class__ is not str:
            return handler(value)
        met: Self | None = _MET.get((cls, value))
        if met is None:
            met = handler(value)
            if len(_MET) > _MOST:
                _MET.clear()
            _MET[cls, value] = met
        return met

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
        return day_text.marked(self.text)

    @property
    def order(self) -> tuple[date, date, tuple[str, str]]:
        """By what spans are listed: last day, first day, and the time on the clock as given."""
        last = self.last or date.max
        return last, self.first or last, day_text.time_of(self.text)

    def before(self, other: Span) -> bool:
        """Return whether it surely ended before another began, by the day or by the time on one clock.

        Example:
            >>> day, about = (Span.model_validate(text) for text in ("2024-10-11", "2024-09~"))
            >>> day.before(Span.model_validate("2024-11")), about.before(day)
            (True, False)
        """
        if self.marked or other.marked or self.last is None or other.first is None:
            return False
        return self.last < other.first or (self.last == other.first and day_text.later(other.text, self.text))

    def to_properties(self, field: str) -> Mapping[str, Any]:
        """Return `<field>_from`, `<field>_to` (dates, absent when open), `_precision` and the text.

        What is no plain day or span may have `_approximate`, `_uncertain`, `_days` of a set and `_time`.
        """
        met = _PROPERTIES.get((self.__class__, self.text, field))
        if met is None:
            if len(_PROPERTIES) > _MOST:
                _PROPERTIES.clear()
            own = ((name, value) for name, value in self._properties(field) if value is not None)
            met = _PROPERTIES[self.__class__, self.text, field] = dict(own)
        return met

    def _properties(self, field: str) -> Iterator[tuple[str, Any]]:
        yield f"{field}_from", self.first
        yield f"{field}_to", self.last
        yield f"{field}_precision", self.precision
        yield f"{field}_text", self.text
        if self.precision in MORE:
            yield f"{field}_approximate", day_text.approximate(self.text) or None
            yield f"{field}_uncertain", day_text.uncertain(self.text) or None
            yield f"{field}_days", list(day_text.members(self.text)) or None
            yield f"{field}_time", "".join(day_text.time_of(self.text)) or None

    @classmethod
    def from_properties(cls, field: str, properties: Mapping[str, Any]) -> str | None:
        """Return the text that was written."""
        text = properties.get(f"{field}_text")
        return None if text is None else str(text)


class Limit(Span):
    """When something began or ended; an approximate or uncertain day excludes none, so it has no ends.

    Example:
        >>> Limit.model_validate("2022").first, Limit.model_validate("2022~").first
        (datetime.date(2022, 1, 1), None)
    """

    @model_validator(mode="after")
    def _open(self) -> Limit:
        if day_text.members(self.text):
            raise ValueError(f"'{self.text}' is several days: write the first, or a span")
        if self.marked:
            object.__setattr__(self, "first", None)
            object.__setattr__(self, "last", None)
        return self
