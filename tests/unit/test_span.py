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
        ("2024-10-11T12:00", "'2024-10-11T12:00' is not a date"),
        ("２０２４", "'２０２４' is not a date"),
        ("yesterday", "'yesterday' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("", "'' is not a date"),
        ("..", "'..' is not a date"),
        ("../..", "'../..' has no end that is known"),
        ("/2024", "'' is not a date"),
        ("2024/", "'' is not a date"),
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


@pytest.mark.parametrize("text", ["2024-10-11", "../2024", "2023-09/.."])
def test_becomes_properties_and_back(text: str) -> None:
    read = span(text)
    properties = read.to_properties("period")
    assert properties == {
        "period_from": read.first,
        "period_to": read.last,
        "period_precision": read.precision,
        "period_text": text,
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
