"""Claims, their citations, figures and marks that do not fit."""

from __future__ import annotations

import pytest

from tests.bad_seeds.right import BASE, CLAIM, STANCES, Wrong


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        (
            "stance: asserts",
            "stance: assert",
            [
                f"4:11: 'assert' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did"
                " you mean 'asserts'?"
            ],
        ),
        (
            "stance: asserts",
            "stance: deny",
            [
                f"4:11: 'deny' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did"
                " you mean 'denies'?"
            ],
        ),
        (
            "stance: asserts",
            "stance: cannot_confirm",
            [
                "4:11: 'cannot_confirm' is no known word for 'stance' in claim 'c1'; expected one of"
                f" {STANCES}; did you mean 'cannot-confirm'?"
            ],
        ),
        (
            "stance: asserts",
            "stance: likes",
            [f"4:11: 'likes' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}"],
        ),
        (
            "stance: asserts",
            "stance: [denies]",
            [
                f"4:11: [\"denies\"] is no known word for 'stance' in claim 'c1'; expected one of {STANCES};"
                " did you mean 'denies'?"
            ],
        ),
        (
            "  stance: asserts\n",
            "",
            [
                f"2:3: claim 'c1' lacks the field 'stance'; expected what the speaker does: {STANCES}; add"
                " stance:"
            ],
        ),
        (
            "  speaker: unknown\n",
            "",
            [
                "2:3: claim 'c1' lacks the field 'speaker'; expected who speaks; `unknown` when the text"
                " names and describes nobody (null in the exported lines); add speaker:"
            ],
        ),
        (
            "about: kp",
            "about: kp\n  peripheral: yes",
            ["8:15: 'yes' does not fit 'peripheral' in claim 'c1'; expected true or false"],
        ),
        (
            "about: kp",
            "about: kp\n  inferred: guess",
            ["8:13: 'guess' does not fit 'inferred' in claim 'c1'; expected fields with a text each"],
        ),
        (
            "about: kp",
            "about: kp\n  inferred: {said: x, wen: y}",
            [
                "8:23: 'wen' is no known word for 'inferred.wen' in claim 'c1'; expected one of who, what,"
                " how-many, when, where, said; did you mean 'when'?"
            ],
        ),
        (
            "start: 0",
            "start: -1",
            ["11:41: -1 does not fit 'cited.0.start' in claim 'c1'; expected a number of at least 0"],
        ),
        ("start: 0", "start: 5", ["11:41: claim 'c1': cited.0.start: 5 is not before the end 5"]),
        (
            "paragraph: 1",
            "paragraph: 0",
            ["11:31: 0 does not fit 'cited.0.paragraph' in claim 'c1'; expected a number of at least 1"],
        ),
        (
            "sha256: aa",
            "sha256: xx",
            [
                f"11:60: 'xx{'a' * 54}... does not fit 'cited.0.sha256' in claim 'c1'; expected SHA-256 of"
                " exactly the span, in UTF-8 (^[0-9a-f]{64}$)"
            ],
        ),
    ],
)
def test_claims(wrong: Wrong, old: str, new: str, problems: list[str]) -> None:
    assert CLAIM.count(old) == 1
    assert wrong(base=BASE, c=CLAIM.replace(old, new)) == [f"c.yaml:{problem}" for problem in problems]


def test_a_claim_without_citation(wrong: Wrong) -> None:
    text = CLAIM.partition("  cited:")[0] + "  cited: []\n"
    assert wrong(base=BASE, c=text) == [
        "c.yaml:10:10: [] does not fit 'cited' in claim 'c1'; expected a list that is not empty"
    ]


def test_one_place_cited_twice(wrong: Wrong) -> None:
    text = CLAIM + CLAIM[CLAIM.index("  - {document") :]
    assert wrong(base=BASE, c=text) == ["c.yaml:12:5: claim 'c1': cited.1: the same stands there twice"]


# Numbers


@pytest.mark.parametrize(
    ("quantity", "problem"),
    [
        (
            "{low: 9, high: 5, unit: u, mode: flow, wording: w}",
            "8:19: claim 'c1': quantity.low: 9 is above the upper bound 5",
        ),
        (
            "{unit: u, mode: flow, wording: w}",
            (
                "8:13: claim 'c1': quantity: a quantity needs low, high or a vague word; without any number"
                " leave it out"
            ),
        ),
        (
            "{low: 5, high: 5, high_open: true, unit: u, mode: flow, wording: w}",
            "8:19: claim 'c1': quantity.low: nothing lies between 5 and 5 when one of them is excluded",
        ),
        (
            "{low: 5, high_open: true, unit: u, mode: flow, wording: w}",
            "8:33: claim 'c1': quantity.high_open: there is no high that could be open",
        ),
        (
            "{low: -5, unit: u, mode: flow, wording: w}",
            "8:19: -5 does not fit 'quantity.low' in claim 'c1'; expected a number of at least 0",
        ),
        (
            "{low: 9999999999999999, unit: u, mode: flow, wording: w}",
            (
                "8:19: 9999999999999999 does not fit 'quantity.low' in claim 'c1'; expected a number of at"
                " most 1,000,000,000,000,000"
            ),
        ),
        (
            "{low: five, unit: u, mode: flow, wording: w}",
            "8:19: 'five' does not fit 'quantity.low' in claim 'c1'; expected a number",
        ),
        (
            "{low: 5, unit: u, mode: flows, wording: w}",
            (
                "8:37: 'flows' is no known word for 'quantity.mode' in claim 'c1'; expected one of stock,"
                " flow, cumulative; did you mean 'flow'?"
            ),
        ),
        (
            "{lo: 5, unit: u, mode: flow, wording: w}",
            (
                "8:14: unknown field 'lo' in claim 'c1'; expected one of low, high, low_open, high_open,"
                " approximate, vague, unit, of, measure, currency, priced, total, per, mode, stage, wording;"
                " did you mean 'low'?"
            ),
        ),
        (
            "{vague: several, low: 3, unit: u, mode: flow, wording: w}",
            (
                "8:35: claim 'c1': quantity.low: 'several' is at least 2 and under 20 by the table of vague"
                " words; leave the bounds out"
            ),
        ),
        (
            "{vague: several, high: 9, unit: u, mode: flow, wording: w}",
            (
                "8:36: claim 'c1': quantity.high: 'several' is at least 2 and under 20 by the table of vague"
                " words; leave the bounds out"
            ),
        ),
        (
            "{vague: severl, unit: u, mode: flow, wording: w}",
            (
                "8:21: 'severl' is no known word for 'quantity.vague' in claim 'c1'; expected one of"
                " one-or-more, several, handful, small-number, dozens, scores, hundreds, several-thousand,"
                " thousands, tens-of-thousands,"
                " hundreds-of-thousands; did you mean 'several'?"
            ),
        ),
        ("five", "8:13: 'five' does not fit 'quantity' in claim 'c1'; expected fields: unit, mode, wording"),
    ],
)
def test_bounds(wrong: Wrong, quantity: str, problem: str) -> None:
    text = CLAIM.replace("{low: 5, high: 9, unit: shells, mode: flow, wording: fünf}", quantity)
    assert wrong(base=BASE, c=text) == [f"c.yaml:{problem}"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "mark: ambr",
            "'ambr' is no known word for 'mark' in claim 'c1'; expected one of clear, green, amber,"
            " amber+strict, red; did you mean 'amber'?",
        ),
        (
            "reviews: [{by: mk, on: 2026-13-01, of: OF, verdict: accepted}]",
            "claim 'c1': reviews.0.on: '2026-13-01' is no day; expected a day such as 2026-12-01",
        ),
        (
            "reviews: [{by: mk, on: 2026-12-01, of: OF, verdict: aksepted}]",
            "'aksepted' is no known word for 'reviews.0.verdict' in claim 'c1'; expected one of accepted,"
            " needs-work, rejected; did you mean 'accepted'?",
        ),
        (
            "withdrawn: {by: mk, on: 2026-12-09}",
            "claim 'c1' lacks the field 'withdrawn.why'; expected why, in English; add why:",
        ),
        (
            "entered_by: 'a: b'",
            "'a: b' does not fit 'entered_by' in claim 'c1'; expected who entered it, by name or initials or"
            " which import, without a colon; no review of theirs counts",
        ),
    ],
)
def test_marks_and_reviews(wrong: Wrong, line: str, problem: str) -> None:
    text = CLAIM.rstrip("\n") + f"\n  {line.replace('OF', '"' + '0' * 64 + '"')}\n"
    [said] = wrong(base=BASE, c=text)
    assert said.split(": ", 1)[1] == problem
