"""Days and spans of days as EDTF writes them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kg.model.span import PATTERN, Span


def span(value: Any) -> Span:
    return Span.model_validate(value)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-10-11", "2024-10-11", "2024-10-11", "day"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02", "2023-02-01", "2023-02-28", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-03/2024-12", "2024-03-01", "2024-12-31", "range"),
        ("2023/2024-01-05", "2023-01-01", "2024-01-05", "range"),
        ("2024-10/2024-10", "2024-10-01", "2024-10-31", "range"),
        ("../2024-01-05", None, "2024-01-05", "before"),
        ("../2024", None, "2024-12-31", "before"),
        ("2023-09/..", "2023-09-01", None, "after"),
        ("0001-01-01", "0001-01-01", "0001-01-01", "day"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
        ("2022~", "2022-01-01", "2022-12-31", "approximate"),
        ("2022-08-19?", "2022-08-19", "2022-08-19", "uncertain"),
        ("2022%", "2022-01-01", "2022-12-31", "approximate"),
        ("2022-08~/2022-11?", "2022-08-01", "2022-11-30", "approximate"),
        ("2022-08?/..", "2022-08-01", None, "uncertain"),
        ("{2024-05-24, 2024-05-21}", "2024-05-21", "2024-05-24", "set"),
        ("[2024-05,2024-07-03]", "2024-05-01", "2024-07-03", "one-of"),
        ("2022-21", "2022-03-01", "2022-06-30", "season"),
        ("2022-24", "2022-12-01", "2023-03-31", "season"),
        ("2022-22/2022-23", "2022-06-01", "2022-12-31", "range"),
        ("2022-23~", "2022-09-01", "2022-12-31", "approximate"),
        ("2023-06-01T09:24", "2023-06-01", "2023-06-01", "time"),
        ("2023-06-01T09:24:30+03:00", "2023-06-01", "2023-06-01", "time"),
    ],
)
def test_reads(text: str, first: str | None, last: str | None, precision: str) -> None:
    read = span(text)
    assert read.first == (date.fromisoformat(first) if first else None)
    assert read.last == (date.fromisoformat(last) if last else None)
    assert (read.precision, read.text) == (precision, text)
    assert re.fullmatch(PATTERN, text)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024-13-01", "'2024-13-01' is not a day of the calendar"),
        ("2024-02-30", "'2024-02-30' is not a day of the calendar"),
        ("2023-02-29", "'2023-02-29' is not a day of the calendar"),
        ("2024-00", "'2024-00' is not a day of the calendar"),
        ("2024-13", "'2024-13' is not a day of the calendar"),
        ("0000", "'0000' is not a day of the calendar"),
        ("2024-1-1", "'2024-1-1' is not a date"),
        ("24-01-01", "'24-01-01' is not a date"),
        ("11.10.2024", "'11.10.2024' is not a date"),
        ("2024-10-11T24:00", "'2024-10-11T24:00' is no time on a clock"),
        ("2024-10-11T12:00+15:00", "is no time on a clock: write 2023-06-01T09:24, 00:00 to 23:59"),
        ("2024-02-30T12:00", "'2024-02-30' is not a day of the calendar"),
        ("2022-13~", "'2022-13' is not a day of the calendar"),
        ("about 2022", "'about 2022' is not a date"),
        ("{2024-05-21}", "'{2024-05-21}' needs two different days or more, with commas between them"),
        ("[2024-05-21,2024-05-21]", "needs two different days or more"),
        ("2024-05-24~/2024-05-21", "'2024-05-24~/2024-05-21' ends before it begins"),
        ("２０２４", "'２０２４' is not a date"),
        ("yesterday", "'yesterday' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("", "'' is not a date"),
        ("..", "'..' is not a date"),
        ("../..", "'../..' has no end that is known"),
        ("2022/2023/2024", "'2023/2024' is not a date"),
        ("2024-05/2024-03", "'2024-05/2024-03' ends before it begins"),
        ("2024-05-02/2024-05-01", "'2024-05-02/2024-05-01' ends before it begins"),
        ("2024-02-30/..", "'2024-02-30' is not a day of the calendar"),
        (20241011, "a date is written as text"),
        (999, "a date is written as text"),
        (2024.5, "a date is written as text"),
        (True, "a date is written as text"),
        (None, "a date is written as text"),
        (["2024"], "a date is written as text"),
        (
            ["2024", "2025"],
            'several days are written in quotation marks, for example "{2024-05-21,2024-05-24}"',
        ),
        ({"2024": None, "2025": None}, "several days are written in quotation marks"),
        ({"text": "2024"}, "a date is written as text"),
    ],
)
def test_refuses(value: Any, said: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(said)):
        span(value)


def test_a_bare_year_may_be_a_number() -> None:
    assert span(2024) == span("2024")


def test_blanks_around_do_not_count() -> None:
    assert span(" 2024-10 ").text == "2024-10"


def test_writes_what_it_read() -> None:
    assert TypeAdapter(Span).dump_python(span("../2024-01-05")) == "../2024-01-05"
    assert span(span("2024")) == span("2024")


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("2024-10-11", {}),
        ("../2024", {}),
        ("2023-09/..", {}),
        ("2022-23", {}),
        ("2022%", {"approximate": True, "uncertain": True}),
        ("2022-08~/2022-11", {"approximate": True}),
        ("{2024-05-21,2024-05-24?}", {"uncertain": True, "days": ["2024-05-21", "2024-05-24?"]}),
        ("2023-06-01T09:24+03:00", {"time": "09:24+03:00"}),
    ],
)
def test_becomes_properties_and_back(text: str, more: dict[str, Any]) -> None:
    read = span(text)
    properties = {name: value for name, value in read.to_properties("period").items() if value is not None}
    ends = {"period_from": read.first, "period_to": read.last}
    assert properties == {name: day for name, day in ends.items() if day} | {
        "period_precision": read.precision,
        "period_text": text,
        **{f"period_{name}": value for name, value in more.items()},
    }
    assert Span.from_properties("period", properties) == text


def test_properties_without_a_span_give_none() -> None:
    assert Span.from_properties("period", {"other_text": "2024"}) is None


def test_schema_takes_what_the_model_takes() -> None:
    schema = TypeAdapter(Span).json_schema()
    assert schema["anyOf"] == [
        {"type": "string", "pattern": PATTERN},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ]


@pytest.mark.parametrize(
    ("text", "name", "instead"),
    [
        ("202X", "digits left open", "2020/2029"),
        ("2022-XX", "digits left open", "2022"),
        ("2022-08-XX", "digits left open", "2022-08"),
        ("2022-33", "a quarter or another part of the year", "2022-01/2022-03"),
        ("2022-30", "a quarter or another part of the year", "2022-12/2023-02"),
        ("?2022-08", "a mark on a part of a day", "2022-08?"),
        ("2022-~08", "a mark on a part of a day", "2022-08~"),
        ("2022~?", "a mark on a part of a day", "2022%"),
        ("{2024-05-21..2024-05-24}", "a set with days between", "2024-05-21/2024-05-24"),
        ("[..2024-05-21]", "a set with days between", "../2024-05-21"),
        ("/2024", "an end that is unknown", "../2024"),
        ("2024/unknown", "an end that is unknown", "2024/.."),
        ("Y17000", "a year of more than four digits", "a year from 0001 to 9999"),
        ("-0044", "a year before the year 1", "a year from 0001 to 9999"),
        (
            "1950S2",
            "a year of which only some digits count",
            "the first and the last year with a slash between",
        ),
        (
            "2023-06-01T09:24/2023-06-02",
            "a time on a clock in a span or with a mark",
            "the days alone, or one time",
        ),
    ],
)
def test_what_edtf_has_beyond_is_named(text: str, name: str, instead: str) -> None:
    told = f"'{text}': EDTF has this, kg does not take it: {name}; write {instead}"
    with pytest.raises(ValidationError, match=re.escape(told)):
        span(text)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2024-10-11", "2024-10-12", True),
        ("2024-10-11", "2024-10", False),
        ("2024-10-11~", "2025", False),
        ("2024-10-11", "2025?", False),
        ("../2024", "2025/..", True),
        ("2024/..", "2025", False),
        ("2024-10-11T08:00", "2024-10-11T09:00", True),
        ("2024-10-11T09:00", "2024-10-11T08:00", False),
        ("2024-10-11T08:00Z", "2024-10-11T09:00+03:00", False),
        ("2024-10-11T08:00", "2024-10-11", False),
    ],
)
def test_one_is_surely_before_another(one: str, other: str, before: bool) -> None:
    assert span(one).before(span(other)) is before
