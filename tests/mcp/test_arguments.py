"""What assistants really send: nothing is dropped, and messages are in the words of the arguments."""

from __future__ import annotations

from typing import Any

import pytest

from kg.mcp.words import for_assistants
from kg.questions import library
from tests.mcp.conftest import Desk, text_of

WHO = {"preset": "who-sourced"}
ONE = {"statement": "RETURN 1 AS one"}


def content(answer: Any) -> dict[str, Any]:
    """Return what an answer holds; it must be one."""
    assert not answer.is_error, text_of(answer)
    return dict(answer.structured_content)


@pytest.mark.parametrize(
    ("tool", "plain", "nulls"),
    [
        ("ask", WHO, {"parameters": None, "rows": None}),
        ("ask", WHO, {"parameters": {"topic": None, "as_of": None}}),
        ("ask", {"preset": "figures"}, {"parameters": {"as_of": None}}),
        ("ask", {"preset": "roots"}, {"parameters": {"per": None, "level": None, "topic": None}}),
        ("ask", WHO, {"topic": None}),
        ("cypher", ONE, {"parameters": None, "rows": None, "seconds": None}),
        ("find", {"words": "Kirby"}, {"rows": None}),
        ("presets", {}, {"words": None, "topic": None}),
    ],
)
def test_null_means_left_out(tool: str, plain: dict[str, Any], nulls: dict[str, Any], desk: Desk) -> None:
    answer, same = desk.call((tool, plain), (tool, plain | nulls))
    assert content(same) == content(answer)


def test_null_is_a_value_of_a_statement(desk: Desk) -> None:
    answer = desk.answer("cypher", statement="RETURN $x IS NULL AS is_null", parameters={"x": None})
    assert answer["rows"] == [{"is_null": True}]


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        (
            "ask",
            WHO | {"topic": "shells"},
            "'ask' has no argument 'topic'; expected preset, parameters, rows, collection; did you mean"
            " 'parameters.topic'?",
        ),
        (
            "ask",
            WHO | {"limit": 3},
            "'ask' has no argument 'limit'; expected preset, parameters, rows, collection; did you mean"
            " 'rows'?",
        ),
        (
            "ask",
            WHO | {"asof": "2024-10-13"},
            "'ask' has no argument 'asof'; expected preset, parameters, rows, collection; did you mean"
            " 'parameters.as_of'?",
        ),
        (
            "ask",
            WHO | {"params": {"topic": "shells"}},
            "'ask' has no argument 'params'; expected preset, parameters, rows, collection; did you"
            " mean 'parameters'?",
        ),
        (
            "ask",
            WHO | {"zzz": 1},
            "'ask' has no argument 'zzz'; expected preset, parameters, rows, collection",
        ),
        (
            "ask",
            WHO | {"parameters": {"topics": "shells"}},
            "'who-sourced' has no parameter 'topics'; expected topic, as_of; did you mean 'topic'?",
        ),
        (
            "cypher",
            {"statement": "RETURN $id AS id", "id": "kp"},
            "'cypher' has no argument 'id'; expected statement, parameters, rows, seconds, collection;"
            " did you mean"
            " 'parameters.id'?",
        ),
        (
            "cypher",
            {"query": "RETURN 1"},
            "'cypher' has no argument 'query'; expected statement, parameters, rows, seconds,"
            " collection; did you mean"
            " 'statement'?",
        ),
        (
            "find",
            {"name": "Kirby"},
            "'find' has no argument 'name'; expected words, rows, collection; did you mean 'words'?",
        ),
        (
            "explain",
            {"id": "x"},
            "'explain' has no argument 'id'; expected claim, collection; did you mean 'claim'?",
        ),
        (
            "presets",
            {"topics": "claims"},
            "'presets' has no argument 'topics'; expected words, topic; did you mean 'topic'?",
        ),
    ],
)
def test_what_is_unknown_is_named_with_the_nearest(
    tool: str, arguments: dict[str, Any], message: str, desk: Desk
) -> None:
    (answer,) = desk.call((tool, arguments))
    assert answer.is_error
    assert text_of(answer).split("\n")[0] == message


@pytest.mark.parametrize(
    ("tool", "arguments", "rows"),
    [
        ("ask", WHO | {"rows": 3.0}, 3),
        ("ask", WHO | {"rows": "3"}, 3),
        ("find", {"words": "Kim", "rows": 2.0}, 2),
        ("cypher", {"statement": "UNWIND range(1, $n) AS x RETURN x", "parameters": {"n": 4.0}}, 4),
        ("cypher", {"statement": "MATCH (c:Claim) RETURN c.id AS id LIMIT $n", "parameters": {"n": 5.0}}, 5),
        ("cypher", {"statement": "MATCH (c:Claim) RETURN c.id AS id", "rows": 6.0, "seconds": 5}, 6),
        ("ask", WHO | {"parameters": '{"topic": "troop-numbers"}', "rows": 2}, 2),
    ],
)
def test_numbers_are_taken_as_they_arrive(
    tool: str, arguments: dict[str, Any], rows: int, desk: Desk
) -> None:
    (answer,) = desk.call((tool, arguments))
    assert len(content(answer)["rows"]) == rows


def test_a_fraction_of_a_statement_stays_one(desk: Desk) -> None:
    answer = desk.answer("cypher", statement="RETURN $a / 2 AS half", parameters={"a": 3.0})
    assert answer["rows"] == [{"half": 1.5}]


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("ask", WHO | {"rows": True}, "True does not fit rows; expected a whole number"),
        ("ask", WHO | {"rows": 3.5}, "3.5 does not fit rows; expected a whole number"),
        ("ask", WHO | {"rows": "many"}, "'many' does not fit rows; expected a whole number"),
        ("find", {"words": "Kim", "rows": 0}, "0 does not fit rows; expected at least 1 and at most 1,000"),
        ("cypher", ONE | {"seconds": 0}, "0 does not fit seconds; expected more than 0 and at most 30"),
        ("find", {"words": 5}, "5 does not fit words; expected text"),
        (
            "ask",
            WHO | {"parameters": [1]},
            '[1] does not fit parameters; expected an object such as {"day": "2024-10-18"}',
        ),
        ("ask", {}, "'ask' needs preset; expected name of the question, from the tool presets"),
        ("presets", {"topic": "claim"}, "no question has the topic 'claim'; expected "),
    ],
)
def test_what_does_not_fit_is_said_in_the_words_of_the_arguments(
    tool: str, arguments: dict[str, Any], message: str, desk: Desk
) -> None:
    (answer,) = desk.call((tool, arguments))
    assert answer.is_error
    assert text_of(answer).startswith(message)


@pytest.mark.slow
def test_every_parameter_of_every_question_is_called_as_the_assistant_calls_it(desk: Desk) -> None:
    """Wrong values, wrong ids and missing parameters: no message speaks of an option."""
    wrong = {"list": 5, "bool": "maybe", "int": "few", "date": "soon"}
    asked: list[tuple[str, str, dict[str, Any]]] = []
    for question in library.every():
        asked.append((question.name, "", {}))
        for p in question.parameters:
            value = wrong.get(p.type.base, "no-such-thing")
            asked.append((question.name, p.name, dict(question.needed) | {p.name: value}))
    calls = (("ask", {"preset": name, "parameters": values}) for name, _, values in asked)
    answers = desk.call(*calls)
    for (name, parameter, _), answer in zip(asked, answers, strict=True):
        if answer.is_error:
            assert "--" not in text_of(answer), text_of(answer)
            assert "kg ask" not in text_of(answer), text_of(answer)
            assert parameter in text_of(answer), (name, text_of(answer))
        else:
            declared = library.question(name).parameter(parameter)
            assert declared is None or declared.type.text == "str?", (name, parameter)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("--as-of 2024-10-13 is before --since 2024-10-18", "as_of 2024-10-13 is before since 2024-10-18"),
        ("narrow the question, or raise --timeout", "narrow the question, or raise seconds"),
        ("a value for it: --param id=VALUE", 'a value for it: "parameters": {"id": VALUE}'),
        (
            "for example: kg ask roots --topic shells --as-of 2024-10-13",
            'for example: ask {"preset": "roots", "parameters": {"topic": "shells", "as_of": "2024-10-13"}}',
        ),
        (
            "'kg ask timeline --event ID' lists it, 'kg presets' more",
            'ask {"preset": "timeline", "parameters": {"event": "ID"}} lists it, the tool presets more',
        ),
        ("there is no Topic '--topic of --topic'", "there is no Topic '--topic of --topic'"),
        ("it's --topic that isn't there", "it's topic that isn't there"),
        ("name a file with --store, or run 'kg load'", "name a file with --store, or run 'kg load'"),
        ("MATCH (a)--(b)", "MATCH (a)--(b)"),
    ],
)
def test_only_what_an_assistant_can_use_is_renamed(said: str, told: str) -> None:
    assert for_assistants(said) == told


def test_the_schema_says_that_nothing_else_is_taken(desk: Desk) -> None:
    async def talk(client: Any) -> list[Any]:
        return list((await client.list_tools()).tools)

    for tool in desk.run(talk):
        assert tool.input_schema["additionalProperties"] is False
