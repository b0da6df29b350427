"""Days that are none, and days that contradict each other."""

from __future__ import annotations

import pytest

from tests.bad_seeds.right import BASE, CLAIM, Wrong


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-13-01", "'2024-13-01' is not a day of the calendar"),
        ("2024-02-30", "'2024-02-30' is not a day of the calendar"),
        ("2024-02-30/..", "'2024-02-30' is not a day of the calendar"),
        ("2024-05/2024-03", "'2024-05/2024-03' ends before it begins"),
        ("../..", "'../..' has no end that is known"),
        ("yesterday", "'yesterday' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("5.1.2024", "'5.1.2024' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("20240105", "a date is written as text, for example 2024-10-11"),
        (
            "[2024-05-21, 2024-05-24]",
            'several days are written in quotation marks, for example "{2024-05-21,2024-05-24}"',
        ),
        (
            "2024-05-XX",
            "'2024-05-XX': EDTF has this, kg does not take it: digits left open; write 2024-05",
        ),
        ("[2024]", "a date is written as text, for example 2024-10-11"),
    ],
)
def test_days(wrong: Wrong, day: str, said: str) -> None:
    assert wrong(a=f"situations:\n- {{id: s, period: {day}, name: x}}\n") == [
        f"a.yaml:2:19: situation 's': period: {said}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "published: 2024-01-05",
            "published: 2024-01",
            (
                "14:14: document 'd1': published: must be one day (the earliest that fits); say why under"
                " inferred"
            ),
        ),
        (
            "recorded: 2024-02-01",
            "recorded: 2024-01-04",
            "15:13: document 'd1': recorded: is before published",
        ),
    ],
)
def test_days_of_documents(wrong: Wrong, old: str, new: str, problem: str) -> None:
    assert wrong(base=BASE.replace(old, new)) == [f"base.yaml:{problem}"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "said: 2024-01-04",
            "said: 2024-01-06",
            "6:9: claim 'c1' was said on 2024-01-06 but document 'd1' that cites it appeared on 2024-01-05",
        ),
        (
            "said: 2024-01-04",
            "said: 2024",
            "6:9: claim 'c1' was said on 2024-12-31 but document 'd1' that cites it appeared on 2024-01-05",
        ),
        (
            "paragraph: 1,",
            "paragraph: 1, said: 2024-01-07,",
            "11:40: claim 'c1' was said on 2024-01-07 but document 'd1' that cites it appeared on 2024-01-05",
        ),
    ],
)
def test_said_after_publication(wrong: Wrong, old: str, new: str, problem: str) -> None:
    assert CLAIM.count(old) == 1
    assert wrong(base=BASE, c=CLAIM.replace(old, new)) == [
        f"c.yaml:{problem}; expected a day on or before publication; correct the day or the citation"
    ]


def test_said_without_an_end(wrong: Wrong) -> None:
    assert wrong(base=BASE, c=CLAIM.replace("said: 2024-01-04", "said: 2024-01-04/..")) == [
        "c.yaml:6:9: claim 'c1': said: '2024-01-04/..' has no last day; write ../DAY for on or before a day"
    ]


def test_a_judgement_takes_one_day(wrong: Wrong) -> None:
    text = (
        "judgements:\n- {id: j, between: [kp, ru], verdict: not-same, by: us, why: They are two., decided:"
        " 2024-01}\n"
    )
    assert wrong(base=BASE, j=text) == ["j.yaml:2:86: judgement 'j': decided: must be one day"]


def test_a_membership_that_ends_before_it_begins(wrong: Wrong) -> None:
    text = "people:\n- {id: p, name: P, part_of: [{actor: kp, since: 2024, until: 2023}]}\n"
    assert wrong(base=BASE, p=text) == ["p.yaml:2:62: person 'p': part_of.0.until: ends before it begins"]
