"""What is wrong with a preset shows without a store: one planted fault per rule."""

from __future__ import annotations

import pytest

from kg.questions.lint import columns_of, problems_in
from kg.questions.parse import parse
from kg.questions.statement_text import quiet

GOOD = """\
// Who said what on a topic?
// :about   One row per claim.
// :param   topic id<Topic> = "shells"   topic of the claims
// :returns claim str, said date
// :key     claim
// :order   said desc, claim
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[r:CITED_IN]->(d:Document)
WHERE c.low > 5 AND r.paragraph = 1 AND c.stance <> 'MERGE; (x:Foo)' // SET in a comment
RETURN c.id AS claim, c.said AS said
ORDER BY said DESC, claim;
// :graph
MATCH p = (c:Claim)-[:SAID_BY|ON_TOPIC]->(:Actor)
WHERE $topic IS NULL OR c:Claim
RETURN p;
"""
SUBSET = "are not in the common subset of both stores; expected"


def lint(text: str) -> list[str]:
    return [str(p).removeprefix("x.cypher: ") for p in problems_in(parse(text, "x", "claims", "x.cypher"))]


def test_a_right_preset_has_no_problem() -> None:
    assert lint(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "WHERE c.low",
            "SET c.low = 1 WITH c, d, r WHERE c.low",
            "'SET' writes; expected a statement that only reads",
        ),
        (
            "WHERE c.low",
            "detach delete d WITH c, r WHERE c.low",
            "'detach' writes; expected a statement that only reads",
        ),
        ("RETURN p;", "MERGE (x:Claim) RETURN p;", "'MERGE' writes; expected a statement that only reads"),
        (
            "RETURN p;",
            "RETURN p; MATCH (n:Claim) RETURN n;",
            "more than one statement; expected one statement, and one more below // :graph",
        ),
        (
            "c.low > 5",
            "COLLECT { MATCH (c) RETURN 1 } = [1]",
            f"COLLECT {{ }} subqueries {SUBSET} collect(...) after WITH",
        ),
        (
            "c.low > 5",
            "duration.inDays(c.said, c.said) > $topic",
            f"duration functions {SUBSET} comparison of dates",
        ),
        ("(c:Claim)-[r", "(c:Claim|Topic)-[r", f"label expressions with | & ! {SUBSET} WHERE n:A OR n:B"),
        ("(d:Document)", "(d:!Document)", f"label expressions with | & ! {SUBSET} WHERE n:A OR n:B"),
        (
            "(d:Document)\n",
            "(d:Document) ((:Claim)-[:RELAYS]->(:Claim)){1,3} (:Claim)\n",
            f"quantified path patterns {SUBSET} -[:TYPE*0..12]->",
        ),
        (
            "(d:Document)\n",
            "(d:Document) ((:Claim)-[:RELAYS]->(:Claim))+ (:Claim)\n",
            f"quantified path patterns {SUBSET} -[:TYPE*0..12]->",
        ),
        (
            "(c:Claim)-[r",
            "(c:Claim WHERE c.root)-[r",
            f"WHERE inside a node pattern {SUBSET} WHERE after MATCH",
        ),
        (
            "WHERE c.low",
            "CALL { MATCH (x:Claim) RETURN x } IN TRANSACTIONS WITH * WHERE c.low",
            f"CALL ... IN TRANSACTIONS {SUBSET} one reading statement",
        ),
        (
            "WHERE c.low",
            "CALL db.labels() YIELD label WITH * WHERE c.low",
            f"procedures {SUBSET} plain clauses",
        ),
        ("r:CITED_IN", "r:CITES_IN", "no edge is called 'CITES_IN'; did you mean 'CITED_IN'?"),
        ("SAID_BY|ON_TOPIC", "SAID_BY|ON_TOPICS", "no edge is called 'ON_TOPICS'; did you mean 'ON_TOPIC'?"),
        ("(d:Document)", "(d:Dokument)", "no label is called 'Dokument'; did you mean 'Document'?"),
        ("(d:Document)", "(d:Kg:Dokument)", "no label is called 'Dokument'; did you mean 'Document'?"),
        ("OR c:Claim", "OR c:Claims", "no label is called 'Claims'; did you mean 'Claim'?"),
        ("c.low > 5", "c.zzz > 5", "no property is called 'zzz'"),
        ("r.paragraph", "r.paragraphs", "no property is called 'paragraphs'; did you mean 'paragraph'?"),
        ("{id: $topic}", "{idd: $topic}", "no property is called 'idd'; did you mean 'id'?"),
        (
            "$topic IS NULL",
            "$topics IS NULL",
            "$topics is used but not declared; expected a line '// :param'",
        ),
        ("{id: $topic}", "{id: 'shells'}", "parameter 'topic' is declared but not used"),
        ("id<Topic>", "id<Topics>", "no label is called 'Topics'; did you mean 'Topic'?"),
        (
            "c.id AS claim",
            "c.id AS clam",
            "':returns' declares claim, said, the statement returns clam, said",
        ),
        (
            "c.id AS claim, c.said AS said",
            "c.said AS said, c.id AS claim",
            "':returns' declares claim, said, the statement returns said, claim",
        ),
        (
            "ORDER BY said DESC, claim",
            "ORDER BY said, claim",
            "':order' is said DESC, claim, ORDER BY is said, claim; expected the same",
        ),
        (
            "ORDER BY said DESC, claim",
            "LIMIT 5",
            "':order' is said DESC, claim, ORDER BY is absent; expected the same",
        ),
    ],
)
def test_a_planted_fault_is_found(old: str, new: str, problem: str) -> None:
    assert GOOD.count(old) == 1
    assert lint(GOOD.replace(old, new)) == [problem]


def test_a_line_counts_with_a_parameter_that_can_be_absent() -> None:
    text = GOOD.replace("// :returns", "// :param   day date? = null   only this day\n// :returns")
    text = text.replace("RETURN c.id", "  AND ($day IS NULL OR c.said = $day) // :with day\nRETURN c.id")
    assert lint(text) == []
    problem = (
        "'// :with days': the parameter cannot be absent; expected a parameter whose default is null; did you"
        " mean 'day'?"
    )
    assert lint(text.replace(":with day", ":with days")) == [problem]
    problem = "'// :with topic': the parameter cannot be absent; expected a parameter whose default is null"
    assert lint(text.replace(":with day", ":with topic")) == [problem]


def test_rows_in_any_order_are_found() -> None:
    text = GOOD.replace("said desc, claim", "said desc").replace("DESC, claim", "DESC")
    problem = (
        "':order' leaves rows in any order: claim of ':key' is not in it; expected every key column in"
        " ':order'"
    )
    assert lint(text) == [problem]


def test_a_statement_without_return() -> None:
    text = GOOD.replace("RETURN c.id AS claim, c.said AS said\nORDER BY said DESC, claim;", ";")
    assert lint(text) == [
        "':returns' declares claim, said, the statement returns nothing",
        "':order' is said DESC, claim, ORDER BY is absent; expected the same",
    ]


def test_all_problems_at_once_name_the_file() -> None:
    text = (
        GOOD.replace("c.low", "c.lowest")
        .replace("r:CITED_IN", "r:CITED")
        .replace("c.id AS claim", "c.id AS x")
    )
    problems = problems_in(parse(text, "x", "claims", "cypher/claims/x.cypher"))
    assert len(problems) == 3
    assert {str(p.where) for p in problems} == {"cypher/claims/x.cypher"}


def test_a_parameter_without_default_needs_an_example() -> None:
    needy = GOOD.replace('topic id<Topic> = "shells" ', "topic id<Topic> ")
    assert lint(needy) == [
        "parameter 'topic' has no default; expected a value for it: '// :example --topic ...'"
    ]
    assert lint(needy.replace("// :returns", "// :example --topic shells\n// :returns")) == []


def test_a_value_is_of_a_label_and_a_property_that_exist() -> None:
    assert lint(GOOD.replace("id<Topic>", "value<Claim.stance>")) == []
    assert lint(GOOD.replace("id<Topic>", "value<Claim.stanse>")) == [
        "no property is called 'stanse'; did you mean 'stance'?"
    ]
    assert lint(GOOD.replace("id<Topic>", "value<Klaim.stance>")) == [
        "no label is called 'Klaim'; did you mean 'Claim'?"
    ]


@pytest.mark.parametrize("order", ["said DESC, claim", "said desc, claim ASC", "said  DESC,\n claim asc"])
def test_directions_may_be_written_in_any_case(order: str) -> None:
    assert lint(GOOD.replace("ORDER BY said DESC, claim", f"order by {order} LIMIT 10")) == []


@pytest.mark.parametrize(
    ("statement", "columns"),
    [
        ("MATCH (n) RETURN n.id AS id", ["id"]),
        ("MATCH (n) return distinct n.id as id, n.low skip 5", ["id", "n.low"]),
        ("WITH 1 AS a RETURN a AS x ORDER BY x", ["x"]),
        ("RETURN [1, 2] AS list, {a: 1, b: 2} AS map, f(1, 2) AS call", ["list", "map", "call"]),
        ("CALL { RETURN 1 AS inner } RETURN inner AS outer", ["outer"]),
        ("RETURN 'RETURN x AS y' AS text // RETURN z", ["text"]),
        ("MATCH (n)", []),
    ],
)
def test_columns_of_the_last_return(statement: str, columns: list[str]) -> None:
    assert columns_of(statement) == columns


@pytest.mark.parametrize(
    "text",
    ["'SET'", '"SET"', "// SET", "/* SET\nSET */", r"'it\'s SET'", r'"\\"', "'a // SET'", "'' // '"],
)
def test_texts_and_comments_are_blanked_in_place(text: str) -> None:
    assert len(quiet(text)) == len(text)
    assert "SET" not in quiet(text)
