"""Days of an answer in words: no table for people shows an open span as the day on which it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from kg.formats import csv, html, markdown, table
from kg.formats import json as as_json
from kg.language.interface.words import Words
from kg.questions.result import Column, Result
from kg.questions.spans import in_words, with_spans
from kg.questions.types import parse_type

D = date(2024, 6, 30)
ANSWER = Result(
    "When?",
    (
        Column("claim", "str"),
        Column("said", "date"),
        Column("said_text", "span"),
        Column("period", "span?"),
        Column("published", "date"),
    ),
    [
        ("kim", D, "2024-06", "2024", D),
        ("kirby", D, "../2024-06-30", "2024-03/..", D),
        ("nis", D, "2024-06-30", None, D),
    ],
    {},
    ("claim", "said"),
)


def test_people_read_the_span_and_not_its_last_day() -> None:
    shown = in_words(ANSWER)
    assert [c.name for c in shown.columns] == ["claim", "said", "period", "published"]
    assert shown.rows == [
        ("kim", "June 2024", "2024", D),
        ("kirby", "by 2024-06-30", "since March 2024", D),
        ("nis", "2024-06-30", None, D),
    ]
    assert shown.table == ("claim", "said")
    assert in_words(shown) == shown, "what is in words stays so"
    german = in_words(ANSWER, Words("de").day)
    assert [row[1] for row in german.rows] == ["Juni 2024", "bis 30. Juni 2024", "30. Juni 2024"]


def test_what_lasts_is_told_from_one_end_to_the_other() -> None:
    rows = [("owns", D, "2024-05/2024-06", "2019/2023", D), ("meets", D, "2024-05/2024-06", "2019/2023", D)]
    shown = in_words(ANSWER._replace(rows=rows), Words().day, lambda row: row[0] == "owns")
    said = "between May and June 2024"
    assert [row[1:3] for row in shown.rows] == [(said, "2019 to 2023"), (said, "between 2019 and 2023")]


@pytest.mark.parametrize("render", [lambda r: table.fit(r, 200), markdown.render, html.render])
def test_every_format_for_people_says_it(render: Callable[[Result], str]) -> None:
    text = render(ANSWER._replace(table=()))
    assert "June 2024" in text
    assert "by 2024-06-30" in text
    assert "said_text" not in text
    assert "said text" not in text


def test_programs_get_the_day_and_the_span() -> None:
    assert json.loads(as_json.render(ANSWER))[1] == {
        "claim": "kirby",
        "said": "2024-06-30",
        "said_text": "../2024-06-30",
        "period": "2024-03/..",
        "published": "2024-06-30",
    }
    assert csv.render(ANSWER).splitlines()[2] == "kirby,2024-06-30,../2024-06-30,2024-03/..,2024-06-30"


def test_a_span_without_its_day_is_said_where_it_stands_and_a_name_for_it_finds_its_day() -> None:
    alone = Result("?", (Column("said_text", "span"),), [("2024-06",)], {}, ("said_text",))
    assert in_words(alone) == Result("?", (Column("said_text", "str"),), [("June 2024",)], {}, ("said_text",))
    assert in_words(ANSWER._replace(table=("said_text", "claim"))).table == ("said", "claim")
    assert with_spans(["said", "period"], ANSWER.columns) == ["said", "said_text", "period"]


def test_the_type_is_text() -> None:
    kind = parse_type("span?")
    assert kind.fits("2024-06")
    assert kind.fits(None)
    assert not kind.fits(D)


@pytest.mark.parametrize(
    ("span", "english", "german"),
    [
        ("2022~", "about 2022", "etwa 2022"),
        ("2022-08-19?", "19 Aug 2022 (uncertain)", "19. Aug. 2022 (unsicher)"),
        ("2022-08%", "about August 2022 (uncertain)", "etwa August 2022 (unsicher)"),
        (
            "2022-08~/2022-11",
            "between about August and November 2022",
            "zwischen etwa August und November 2022",
        ),
        ("2022~/..", "since about 2022", "seit etwa 2022"),
        ("{2024-05-21,2024-05-24}", "21 and 24 May 2024", "21. und 24. Mai 2024"),
        (
            "{2024-05-21,2024-05-22,2024-06-24}",
            "21, 22 May and 24 June 2024",
            "21., 22. Mai und 24. Juni 2024",
        ),
        ("[2024-05-21, 2024-05-24]", "21 or 24 May 2024", "21. oder 24. Mai 2024"),
        ("2022-23", "autumn 2022", "Herbst 2022"),
        ("2022-22/2022-23", "between summer and autumn 2022", "zwischen Sommer und Herbst 2022"),
        ("2023-06-01T09:24", "1 June 2023, 09:24", "1. Juni 2023, 09:24 Uhr"),
        ("2023-06-01T09:24Z", "1 June 2023, 09:24 (UTC)", "1. Juni 2023, 09:24 Uhr (UTC)"),
        ("2023-06-01T09:24+03:00", "1 June 2023, 09:24 (UTC+03:00)", "1. Juni 2023, 09:24 Uhr (UTC+03:00)"),
        ("{not a day", "{not a day", "{not a day"),
    ],
)
def test_marks_sets_seasons_and_times_are_said(span: str, english: str, german: str) -> None:
    assert (Words().day(span), Words("de").day(span)) == (english, german)
