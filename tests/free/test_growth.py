"""What one expression may build on a server, judged by the text before it is sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import paths
from kg.store.neo4j import growth, guard
from tests.free.attempts import GREEDY, GROWING, READS_BEYOND, WRITES

VALUES = {"x": "x" * 1_000_000, "n": 1_000_000_000}

WORDS = (
    "RETURN WITH reduce ( ) [ ] { } x IN l | + , range replace split 1 $x 'a' \" ` CASE WHEN END . size // /*"
)
USUAL = (
    "MATCH p = (c:Claim)-[:RELAYS*]->(r) RETURN [n IN nodes(p) | n.id] AS ids, length(p) AS hops",
    "MATCH p = ()-[:RELAYS*]->() WITH collect(p) AS ps RETURN [p IN ps | [n IN nodes(p) | n.id]] AS ids",
    "MATCH (e:Event) WITH collect(e.low) AS lows RETURN reduce(t = 0, x IN lows | t + x) AS sum",
    "WITH [1, 2] AS xs RETURN reduce(m = 0, x IN xs | CASE WHEN x > m THEN x ELSE m END) AS most",
    "WITH [1, null] AS xs RETURN reduce(t = 0, x IN xs | CASE WHEN x IS NULL THEN t ELSE t + x END) AS sum",
    "WITH ['a'] AS xs RETURN reduce(d = [], x IN xs | CASE WHEN x IN d THEN d ELSE d + x END) AS each",
    "WITH ['a', 'b'] AS xs RETURN reduce(s = '', x IN xs | s + CASE WHEN s = '' THEN '' ELSE ', ' END + x)",
    "MATCH p = ()--() WITH nodes(p) AS ns RETURN [i IN range(0, size(ns) - 2) | [ns[i], ns[i + 1]]] AS pairs",
    "MATCH (c:Claim) WHERE any(l IN labels(c) WHERE l IN ['Claim', 'Event']) RETURN c",
    "MATCH (a) WITH collect(a) AS xs, ['kp'] AS ys RETURN [x IN xs WHERE any(y IN ys WHERE y = x.id)] AS xs",
    "MATCH (c:Claim) RETURN c.id + ' ' + c.stance + ': ' + coalesce(c.paraphrase, '?') AS line",
    "MATCH (c:Claim) RETURN replace(c.paraphrase, '  ', ' ') AS text, split(c.paraphrase, ' ') AS words",
    "MATCH (c:Claim)-[r:SAID_BY]->(a) RETURN {id: c.id, who: a.name, all: [(c)--(x) | x.id]} AS row",
    "UNWIND range(1, 1000000) AS i WITH collect(i) AS l RETURN size(l) AS n",
    "RETURN [y IN range(2023, 2025) | date({year: y})] AS days",
    "MATCH (e:Event) WHERE e.end IS NULL RETURN CASE e.kind WHEN 'a' THEN 1 ELSE 2 END AS end",
)
"""What people and assistants write."""


def test_what_would_grow_is_refused() -> None:
    for statement in GROWING:
        refused = growth.problem(statement, VALUES, "here")
        assert refused, statement[:100]
        assert (refused.what[:6], bool(refused.todo)) == ("here: ", True)
    assert len({*WRITES, *READS_BEYOND, *GROWING, *GREEDY}) >= 102 + len(GROWING)


def test_what_people_write_is_not() -> None:
    for statement in (*USUAL, *GREEDY):
        assert growth.problem(statement, {}, "here") is None, statement


def test_no_question_of_ours_is() -> None:
    files = [*Path(paths.presets()).rglob("*.cypher")]
    assert len(files) > 30
    for file in files:
        for statement in file.read_text(encoding="utf-8").split("// :graph"):
            assert growth.problem(statement, {}, "here") is None, file.name


@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=25,
    )
)
def test_no_text_is_too_strange(words: list[str]) -> None:
    growth.problem(" ".join(words), VALUES, "here")


@pytest.mark.parametrize(
    "inside", ["CALL db.x()", "LOAD CSV FROM 'x' AS y", "CALL\n  `db`.x()", "ResolvedCall(db.x"]
)
def test_what_stands_inside_an_expression_is_seen(inside: str) -> None:
    plan = {
        "operatorType": "Projection@neo4j",
        "args": {"Details": f"[x IN y | COLLECT {{ {inside} }}] AS z"},
    }
    assert guard.problem(plan, "r", "here")
    plan["args"] = {"Details": "[x IN y | COLLECT { CALL (x) { RETURN 1 } RETURN 1 }] AS z"}
    assert guard.problem(plan, "r", "here") is None
