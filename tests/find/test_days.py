"""Days in questions."""

from __future__ import annotations

import pytest

from kg.questions.words.days import days


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("by 2024-10-20", "until 2024-10-20"),
        ("bis 20.10.2024", "until 2024-10-20"),
        ("bis zum 20. Oktober 2024", "until 2024-10-20"),
        ("as of October 20, 2024", "known 2024-10-20"),
        ("as of 20 October 2024", "known 2024-10-20"),
        ("on the 3rd of March 2024", "on 2024-03-03"),
        ("Stand 13.10.2024", "known 2024-10-13"),
        ("am 5. Jan. 2024", "on 2024-01-05"),
        ("before 2024-02-01", "until 2024-01-31"),
        ("vor dem 1.2.2024", "until 2024-01-31"),
        ("by October 2024", "until 2024-10-31"),
        ("bis März 2024", "until 2024-03-31"),
        ("before 2024", "until 2023-12-31"),
        ("by 2024-02", "until 2024-02-29"),
        ("since 2024-10-13", "since 2024-10-13"),
        ("seit Oktober 2024", "since 2024-10-01"),
        ("after 2024-10-13", "since 2024-10-14"),
        ("nach dem 13.10.2024", "since 2024-10-14"),
        ("2024-10-13", "on 2024-10-13"),
    ],
)
def test_is_read(text: str, meant: str) -> None:
    read, rest = days(f"shells {text} please")
    assert [f"{day.side} {day.day}" for day in read] == [meant]
    assert rest.split() == ["shells", "please"]


def test_two_days() -> None:
    for text in (
        "between 2024-10-13 and 2024-10-18",
        "zwischen 13.10.2024 und 18.10.2024",
        "seit 13.10.2024 bis 18.10.2024",
    ):
        assert [(day.side, str(day.day)) for day in days(text)[0]] == [
            ("since", "2024-10-13"),
            ("until", "2024-10-18"),
        ]


@pytest.mark.parametrize(
    "text",
    [
        "swiss-2024-10-13",
        "kp-ru-shells-2024",
        "spring 2024",
        "in October 2024",
        "2024-13-01",
        "30.02.2024",
        "122 mm",
        "KN-23",
        "Hwasong-11",
        "10,000 soldiers",
    ],
)
def test_is_no_day(text: str) -> None:
    assert days(text) == ([], text)
