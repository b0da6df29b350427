"""Comparisons that can never be met, and names that no graph has: both engines are silent, and we are not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.questions.free_cypher.run import run
from kg.store import Store
from kg.store.values import Limits

DAY = "2024-10-11"
NEVER = [
    ("c.said = '2024-10-11'", {}, "c.said holds days and '2024-10-11' is text: they never compare; write"),
    ("c.said >= '2024-10-11'", {}, "c.said holds days and '2024-10-11' is text"),
    ("'2024-10-11' > c.known_from", {}, "c.known_from holds days and '2024-10-11' is text"),
    (
        "c.said < $day",
        {"day": DAY},
        "c.said holds days and $day is text: they never compare; write date($day).",
    ),
    ("c.said IN ['2024-10-11', '2024-10-12']", {}, "c.said holds days and the list holds text"),
    ("c.said IN $days", {"days": [DAY]}, "c.said holds days and the list holds text"),
    (
        "c.said STARTS WITH '2024'",
        {},
        "c.said holds days, and STARTS WITH asks for text; write toString(c.said).",
    ),
    ("c.said CONTAINS '-10-'", {}, "c.said holds days, and CONTAINS asks for text"),
    ("c.said > 2024", {}, "c.said holds days and 2024 is a number: they never compare; write c.said.year."),
    (
        "c.low >= '100'",
        {},
        "c.low holds numbers and '100' is text: they never compare; write it without quotes.",
    ),
    ("c.low > $low", {"low": "100"}, "c.low holds numbers and $low is text: they never compare; give it"),
    ("c.root = 'true'", {}, "c.root holds true or false and 'true' is text"),
    ("c.stance = 5", {}, "c.stance holds text and 5 is a number: they never compare."),
    ("c.said_text = c.said", {}, "c.said_text holds text and c.said is a day"),
]
MEANT = [
    ("c.said = date('2024-10-11')", {}),
    ("c.said >= date($day)", {"day": DAY}),
    ("c.said <= $day", {"day": date(2024, 10, 11)}),
    ("c.said IN [day IN $days | date(day)]", {"days": [DAY]}),
    ("toString(c.said) STARTS WITH '2024'", {}),
    ("c.said.year = 2024", {}),
    ("c.known_from >= c.said", {}),
    ("c.low >= 100 AND c.root = true AND c.stance IN ['asserts', 'denies']", {}),
    ("c.low >= 100.0 AND c.paraphrase CONTAINS 'a' AND c.id <> ''", {}),
]


def asked(store: Store, statement: str, **values: Any) -> tuple[list[tuple[Any, ...]], str]:
    """Return the rows and the note of a free statement."""
    result = run(store, statement, values, Limits(seconds=30.0))
    return result.rows, result.note


@pytest.mark.parametrize(("condition", "values", "remark"), NEVER, ids=[c for c, _, _ in NEVER])
def test_what_never_compares_is_said_in_a_note(
    condition: str, values: dict[str, Any], remark: str, loaded: Store
) -> None:
    rows, note = asked(loaded, f"MATCH (c:Claim) WHERE {condition} RETURN count(c) AS claims", **values)
    assert rows == [(0,)], "the remark is true"
    assert note.startswith(remark)


@pytest.mark.parametrize(("condition", "values"), MEANT, ids=[c for c, _ in MEANT])
def test_what_compares_is_not_remarked_on(condition: str, values: dict[str, Any], loaded: Store) -> None:
    rows, note = asked(loaded, f"MATCH (c:Claim) WHERE {condition} RETURN count(c) AS claims", **values)
    assert rows[0][0] > 0
    assert note == ""


def test_it_is_said_although_there_are_rows(loaded: Store) -> None:
    """What never equals is always unequal, so that everything is found."""
    remark = "c.said holds days and '2024-10-11' is text: they never compare; write date('2024-10-11')."
    statement = "MATCH (c:Claim) WHERE c.said <> '2024-10-11' RETURN count(c) > 100 AS many"
    assert asked(loaded, statement) == ([(True,)], remark)
    limited = run(loaded, statement.replace("count(c) > 100 AS many", "c.id AS id"), {}, Limits(rows=3))
    assert limited.note == f"The first 3 rows; there are more. {remark}"


@pytest.mark.parametrize(
    ("statement", "remark"),
    [
        (
            "MATCH (c:Claim {said: '2024-10-11'}) RETURN c.id AS id",
            "said holds days and '2024-10-11' is text",
        ),
        ("MATCH ()-[r:CLAIMED_BY {said: '2024-10-11'}]->(a) RETURN a.id AS id", "said holds days and"),
        (
            "MATCH ()-[m:PART_OF]->(a) WHERE m.since_from <= '2030' RETURN a.id AS id",
            "m.since_from holds days",
        ),
        (
            "MATCH (c:Claim) WITH c.said AS day WHERE day > '2000' RETURN day",
            "day holds days and '2000' is text",
        ),
        (
            "MATCH (a:Actor) WHERE a.known_as = 'x' RETURN a.id AS id",
            "a.known_as holds lists and 'x' is text",
        ),
        ("MATCH (c:Clam) RETURN count(c) AS n", "No label is called 'Clam'; did you mean 'Claim'?"),
        ("MATCH (:Claim)-[r:SAYD_BY]->() RETURN count(r) AS n", "No edge is called 'SAYD_BY'; did you mean"),
        (
            "MATCH (c:Claim) WHERE c.stence = 'denies' RETURN c.id AS id",
            "No property is called 'stence'; did",
        ),
        ("MATCH (c:Claim {paraphras: 'x'}) RETURN c.id AS id", "No property is called 'paraphras'; did you"),
        (
            "MATCH (d:Document) RETURN d.langage AS language LIMIT 3",
            "No property is called 'langage'; did you",
        ),
    ],
)
def test_it_is_found_wherever_it_stands(statement: str, remark: str, loaded: Store) -> None:
    rows, note = asked(loaded, statement)
    assert not any(value for row in rows for value in row)
    assert note.startswith(remark)


@pytest.mark.parametrize(
    "statement",
    [
        "UNWIND [{said: '2024-10-11'}] AS row MATCH (c:Claim) WHERE row.said = 'x' RETURN c.id AS id",
        "RETURN {said: '2024-10-11'}.said = 'x' AS same // c.said = '2024-10-11'",
        "MATCH (c:Claim) WHERE c.said = date({year: 1800, month: 1, day: 1}) RETURN c.id AS id",
        "MATCH (c:Claim) WHERE c.paraphrase = \"c.said = '2024-10-11'\" RETURN c.id AS id",
        "MATCH (a)<-[:SAID_BY]-(c:Claim) WHERE a.name = 'nobody' RETURN c.said AS said",
    ],
)
def test_nothing_is_said_of_what_is_no_property_of_ours(statement: str, loaded: Store) -> None:
    assert asked(loaded, statement)[1] == ""
