"""What no fact can mean, alone or together with the facts that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.kinds.claim import Claim
from kg.sources.seeds import load
from tests.bad_seeds.right import ADD, BASE, CLAIM, Wrong

MORE = """\
unnamed_sources:
- {id: insider, name: An insider, wording: ein Insider}
people:
- {id: speaker-a, name: A, part_of: [{actor: ministry, since: 2023, until: 2023-12}, {actor: office}]}
- {id: speaker-b, name: B, part_of: [{actor: ru, since: 2024-02}]}
- {id: speaker-c, name: C, part_of: [{actor: ministry, since: 2024-01-04}]}
organizations:
- {id: office, name: Office, kind: government, part_of: [{actor: ministry-2}]}
- {id: ministry-2, name: Second ministry, kind: government, part_of: [{actor: kp}, {actor: office}]}
- {id: ministry, name: Ministry, kind: government, part_of: [{actor: ru}]}
weapon_types:
- {id: shell, name: Shells}
"""


def told(wrong: Wrong, *changes: tuple[str, str]) -> list[str]:
    """Return the problems of the right claim, which stands in c.yaml, after some changes."""
    text = CLAIM
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return wrong(base=BASE, more=MORE, c=text)


# Facets


@pytest.mark.parametrize("stance", ["comments", "no-comment", "concerned", "retracts"])
def test_a_facet_of_what_is_not_judged(wrong: Wrong, stance: str) -> None:
    assert told(wrong, ("stance: asserts", f"stance: {stance}\n  facet: who")) == [
        f"c.yaml:5:10: claim 'c1': facet: 'who' has no sense with '{stance}', which judges no part of the"
        " event;"
        " take facet out, or use asserts, expects, denies, doubts, cannot-confirm"
    ]


@pytest.mark.parametrize(("facet", "field"), [("how-many", "quantity"), ("when", "when"), ("where", "place")])
@pytest.mark.parametrize("stance", ["asserts", "expects"])
def test_a_facet_that_the_claim_does_not_give(wrong: Wrong, stance: str, facet: str, field: str) -> None:
    quantity = CLAIM[CLAIM.index("  quantity") : CLAIM.index("  paraphrase")]
    assert told(wrong, ("stance: asserts", f"stance: {stance}\n  facet: {facet}"), (quantity, "")) == [
        f"c.yaml:5:10: claim 'c1': facet: '{facet}' has no sense without {field}, which says it; add {field},"
        " or take facet out"
    ]


def test_a_facet_that_is_none(wrong: Wrong) -> None:
    assert told(wrong, ("stance: asserts", "stance: asserts\n  facet: how_many")) == [
        "c.yaml:5:10: 'how_many' is no known word for 'facet' in claim 'c1'; expected one of whole, who,"
        " what,"
        " how-many, when, where; did you mean 'how-many'?"
    ]


@pytest.mark.parametrize("stance", ["denies", "doubts", "cannot-confirm"])
def test_who_judges_a_facet_need_not_give_it(tmp_path: Path, stance: str) -> None:
    text = CLAIM.replace("stance: asserts", f"stance: {stance}\n  facet: when")
    (tmp_path / "a.yaml").write_text(BASE + text, encoding="utf-8")
    assert load(tmp_path).of(Claim)[0].fact.facet == "when"


# First hand


def test_firsthand_of_an_unknown_speaker(wrong: Wrong) -> None:
    assert told(wrong, ("speaker: unknown", "speaker: unknown\n  firsthand: true")) == [
        "c.yaml:6:14: claim 'c1': firsthand: nobody is known to have seen it: the speaker is unknown; name"
        " the"
        " speaker or take it out"
    ]


UNSEEN = (
    "claim 'c1' is firsthand, but its speaker 'insider' is an unnamed source, which nobody can ask what it"
    " saw"
)


@pytest.mark.parametrize("who", ["speaker: insider", "speakers: [kp, insider]"])
def test_firsthand_of_an_unnamed_source(wrong: Wrong, who: str) -> None:
    assert told(wrong, ("speaker: unknown", f"{who}\n  firsthand: true")) == [
        f"c.yaml:6:14: {UNSEEN}; expected a speaker with a name; take firsthand out, or name who saw it"
    ]


def test_firsthand_is_true_or_false(wrong: Wrong) -> None:
    assert told(wrong, ("speaker: unknown", "speaker: kp\n  firsthand: yes")) == [
        "c.yaml:6:14: 'yes' does not fit 'firsthand' in claim 'c1'; expected true or false"
    ]


# Joint statements


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        (
            "speaker: kp\n  speakers: [kp, ru]",
            "5:12: claim 'c1': speaker: a joint statement has speakers and no speaker; take one of them out",
        ),
        (
            "speaker: unknown\n  speakers: [kp, ru]",
            "5:12: claim 'c1': speaker: a joint statement has speakers and no speaker; take one of them out",
        ),
        ("speakers: [kp]", "5:13: claim 'c1': speakers: one alone makes no joint statement; write speaker"),
        ("speakers: [kp, ru, kp]", "5:22: claim 'c1': speakers.2: 'kp' stands twice"),
        (
            "speakers: [kp, rus]",
            "5:18: claim 'c1' names an unknown 'rus' in 'speakers'; expected the id of an Actor; did you mean"
            f" 'ru'? {ADD}",
        ),
        (
            "speakers: [kp, shells]",
            "5:18: claim 'c1' names 'shells' in 'speakers', which is a topic; expected the id of an Actor;"
            f" {ADD}",
        ),
        (
            "speakers: [kp, unknown]",
            f"5:18: claim 'c1' names an unknown 'unknown' in 'speakers'; expected the id of an Actor; {ADD}",
        ),
        (
            "speakers: kp",
            "5:13: 'kp' does not fit 'speakers' in claim 'c1'; expected a list",
        ),
        (
            "speakers: []",
            "2:3: claim 'c1' lacks the field 'speaker'; expected who speaks; `unknown` when the text"
            " names and describes nobody (null in the exported lines); add speaker:",
        ),
    ],
)
def test_joint_speakers(wrong: Wrong, who: str, problem: str) -> None:
    assert told(wrong, ("speaker: unknown", who)) == [f"c.yaml:{problem}"]


@pytest.mark.parametrize(
    ("who", "column", "part", "whole", "way"),
    [
        ("kp, ministry-2", 18, "ministry-2", "kp", "ministry-2 -> kp"),
        ("speaker-a, kp", 14, "speaker-a", "kp", "speaker-a -> office -> ministry-2 -> kp"),
        ("ru, kp, ministry", 22, "ministry", "ru", "ministry -> ru"),
        ("speaker-c, ru", 14, "speaker-c", "ru", "speaker-c -> ministry -> ru"),
    ],
)
def test_joint_speakers_of_whom_one_contains_another(
    wrong: Wrong, who: str, column: int, part: str, whole: str, way: str
) -> None:
    assert told(wrong, ("speaker: unknown", f"speakers: [{who}]")) == [
        f"c.yaml:5:{column}: claim 'c1' has '{part}' and '{whole}' speak together, but one is part of the"
        " other"
        f" ({way}); expected speakers of whom none belongs to another; keep the one that the text names"
    ]


def test_joint_speakers_of_whom_each_contains_the_other(wrong: Wrong) -> None:
    found = told(wrong, ("speaker: unknown", "speakers: [office, ministry-2]"))
    assert [problem.partition(" speak")[0] for problem in found] == [
        "c.yaml:5:14: claim 'c1' has 'office' and 'ministry-2'",
        "c.yaml:5:22: claim 'c1' has 'ministry-2' and 'office'",
    ]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("kp, ru", "2024-01-04"),
        ("speaker-a, ministry", "2024-01-04"),
        ("speaker-b, ru", "2024-01-04"),
        ("speaker-c, ru", "../2024-01-03"),
        ("speaker-b, speaker-c", "2024-01-04"),
        ("insider, kp", "2024-01-04"),
    ],
)
def test_joint_speakers_who_do_not_contain_each_other_that_day(tmp_path: Path, who: str, said: str) -> None:
    text = CLAIM.replace("speaker: unknown", f"speakers: [{who}]").replace("2024-01-04", said)
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(MORE, encoding="utf-8")
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    assert load(tmp_path).of(Claim)[0].fact.voices == tuple(who.split(", "))


# Reprints


def documents(*rows: tuple[str, str, str]) -> str:
    """Return documents of an id, a day and what they print again."""
    one = BASE[BASE.index("- id: d1") :]
    return "documents:\n" + "".join(
        one.replace("d1", id).replace("published: 2024-01-05", f"published: {day}")
        + f"  reprint_of: {other}\n"
        for id, day, other in rows
    )


def test_a_reprint_of_itself(wrong: Wrong) -> None:
    assert wrong(base=BASE, d=documents(("d2", "2024-01-06", "d2"))) == [
        "d.yaml:10:15: document 'd2': reprint_of: 'd2' refers to itself"
    ]


@pytest.mark.parametrize(
    "days", [("2024-01-06",) * 3, ("2024-01-06", "2024-01-07", "2024-01-08")], ids=["one day", "three days"]
)
def test_reprints_in_a_circle(wrong: Wrong, days: tuple[str, str, str]) -> None:
    rows = zip(("d3", "d2", "d4"), days, ("d2", "d4", "d3"), strict=True)
    assert wrong(base=BASE, d=documents(*rows, ("d5", "2024-01-09", "d3"))) == [
        "d.yaml:19:15: documents print each other again, translate or correct each other in a circle: d2 ->"
        " d4 -> d3 -> d2; expected a chain that ends at the original; take reprint_of, translates or corrects"
        " out of the original"
    ]


def test_a_reprint_before_its_original(wrong: Wrong) -> None:
    assert wrong(base=BASE, d=documents(("d2", "2024-01-04", "d1"), ("d3", "2024-01-05", "d1"))) == [
        "d.yaml:10:15: document 'd2' of 2024-01-04 prints 'd1' again, which appeared only on 2024-01-05;"
        " expected"
        " a document that appeared by 2024-01-04; correct a day, or turn the two round"
    ]


def test_a_reprint_of_nothing(wrong: Wrong) -> None:
    assert wrong(base=BASE, d=documents(("d2", "2024-01-06", "d0"), ("d3", "2024-01-06", "kp"))) == [
        "d.yaml:10:15: document 'd2' names an unknown 'd0' in 'reprint_of'; expected the id of a Document;"
        f" {ADD}",
        "d.yaml:19:15: document 'd3' names 'kp' in 'reprint_of', which is a state; expected the id of a"
        f" Document; {ADD}",
    ]


# What a figure counts


@pytest.mark.parametrize(("other", "kind"), [("kp", "state"), ("d1", "document")])
def test_a_figure_that_counts_something_else(wrong: Wrong, other: str, kind: str) -> None:
    means = (
        "; expected the id of a WeaponType, or a word that is no id; name the weapon type, or take another"
    )
    assert told(wrong, ("unit: shells,", f"unit: shells, of: {other},")) == [
        f"c.yaml:8:49: claim 'c1' counts '{other}', which is a {kind}{means} word"
    ]
    printed = f"start: 0, quantity: {{low: 5, unit: shells, of: {other}, mode: flow, wording: x}},"
    assert told(wrong, ("start: 0,", printed)) == [
        f"c.yaml:11:81: claim 'c1' counts '{other}', which is a {kind}{means} word"
    ]


@pytest.mark.parametrize("other", ["shell", "personnel"])
def test_a_figure_counts_a_weapon_type_or_a_word(tmp_path: Path, other: str) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(MORE, encoding="utf-8")
    text = CLAIM.replace("unit: shells,", f"unit: shells, of: {other},")
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    quantity = load(tmp_path).of(Claim)[0].fact.quantity
    assert quantity
    assert quantity.of == other
