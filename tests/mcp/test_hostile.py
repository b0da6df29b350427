"""Whatever an assistant sends: values stay values, nothing is written, and the server lives on."""

from __future__ import annotations

import json
import subprocess
import threading
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.tools import KG, clean
from tests.free.attempts import READS_BEYOND, WRITES
from tests.mcp.conftest import Desk, text_of

VALUES = {
    "empty": "",
    "quotes": 'O\'Brien "said" `so`',
    "backslashes": "\\' \\\" \\\\",
    "cypher": "x'}) MATCH (n) DETACH DELETE n //",
    "control": "a\x1b[31mred\x07\r\n\tb",
    "nul": "a\x00b",
    "direction": "a\u202eb",
    "umlaut": "Pjöngjang 북한 🚢",
    "10 MB": "x" * 10_000_000,
}
ALIVE = ("cypher", {"statement": "RETURN 1 AS one"})


@pytest.fixture(autouse=True)
def _untouched(seeds: Path) -> Any:
    store = seeds.parent / "build" / "kg.grafeo"
    before = sha256(store.read_bytes()).hexdigest()
    yield
    assert sha256(store.read_bytes()).hexdigest() == before


def test_writes_are_refused_by_the_engine(desk: Desk) -> None:
    *refusals, alive = desk.call(*(("cypher", {"statement": statement}) for statement in WRITES), ALIVE)
    for statement, answer in zip(WRITES, refusals, strict=True):
        assert answer.is_error, statement
        assert "the statement would write" in text_of(answer) or "statement" in text_of(answer), text_of(
            answer
        )
    assert alive.structured_content is not None


def test_files_are_not_read(desk: Desk) -> None:
    refusals = desk.call(*(("cypher", {"statement": statement}) for statement in READS_BEYOND))
    for statement, answer in zip(READS_BEYOND, refusals, strict=True):
        assert answer.is_error, statement
        assert "root:" not in text_of(answer)


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_a_value_is_only_a_value(value: str, desk: Desk) -> None:
    same, topic, claim, words, preset, alive = desk.call(
        (
            "cypher",
            {"statement": "RETURN $x = $y AS same, size($x) AS long", "parameters": {"x": value, "y": value}},
        ),
        ("ask", {"preset": "who-sourced", "parameters": {"topic": value}}),
        ("explain", {"claim": value}),
        ("find", {"words": value}),
        ("ask", {"preset": value}),
        ALIVE,
    )
    assert same.structured_content is not None
    assert same.structured_content["rows"] == [{"same": True, "long": len(value)}]
    for answer in (topic, claim, preset):
        assert answer.is_error
        assert len(text_of(answer)) < 5_000
        assert "\x1b" not in text_of(answer)
    assert words.is_error or isinstance((words.structured_content or {})["rows"], list)
    assert alive.structured_content is not None


@pytest.mark.parametrize(
    "statement",
    [
        "UNWIND range(1, 10000000000) AS x RETURN collect(x)",
        "MATCH (a), (b), (c) WHERE a.id < b.id AND b.id < c.id RETURN count(*)",
    ],
)
def test_a_greedy_statement_ends_and_the_server_lives_on(statement: str, desk: Desk) -> None:
    greedy, alive = desk.call(("cypher", {"statement": statement, "seconds": 3}), ALIVE)
    assert greedy.is_error
    assert "memory" in text_of(greedy) or "longer than allowed" in text_of(greedy)
    assert alive.structured_content is not None


def test_answers_stay_small(desk: Desk) -> None:
    many, long, pairs = desk.call(
        ("cypher", {"statement": "MATCH (n) RETURN n", "rows": 1000}),
        ("cypher", {"statement": "RETURN $x AS x", "parameters": {"x": "é" * 1_000_000}}),
        ("cypher", {"statement": "MATCH (a), (b) RETURN a.id, b.id"}),
    )
    for answer in (many, long, pairs):
        assert not answer.is_error
        assert len(text_of(answer)) < 400_000
    assert "more are left out" in " ".join(
        (many.structured_content or {})["notes"]
    ) or "there are more" in " ".join((many.structured_content or {})["notes"])
    assert "texts of more than 4,000 characters are cut" in (long.structured_content or {})["notes"]
    assert (pairs.structured_content or {})["left_out"] is None
    assert len((pairs.structured_content or {})["rows"]) == 200


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("ask", {"preset": "who-sorced"}, "did you mean 'who-sourced'?"),
        ("ask", {"preset": "who-sourced", "parameters": {"topik": "x"}}, "did you mean 'topic'?"),
        ("ask", {"preset": "who-sourced", "parameters": {"topic": {"a": 1}}}, "is an object"),
        ("ask", {"preset": "who-sourced", "parameters": {"topic": 2**70}}, "too large"),
        ("cypher", {"statement": "MATCH (n:Claim RETURN n"}, "statement:1:16: expected ')'"),
        ("cypher", {"statement": "RETURN $x"}, "the statement needs $x"),
        ("cypher", {"statement": "RETURN 1", "parameters": {"x": 1}}, "the statement uses no $x"),
        ("cypher", {"statement": "RETURN 1; RETURN 2"}, "there are 2 statements"),
        ("cypher", {"statement": ""}, "there is no statement"),
        ("explain", {"claim": "kp"}, "'kp' is no Claim or Event"),
        ("find", {"words": "x" * 500}, "is too long"),
    ],
)
def test_what_is_wrong_is_reported_as_on_the_command_line(
    tool: str, arguments: dict[str, Any], said: str, desk: Desk
) -> None:
    (refusal,) = desk.call((tool, arguments))
    assert refusal.is_error
    assert said in text_of(refusal)


def test_half_of_a_surrogate_pair_ends_nothing(seeds: Path) -> None:
    """The client cannot send it, so it is written by hand."""
    lines = [
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "initialize",
            "params": {
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": {"name": "t", "version": "1"},
            },
        },
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {
                "name": "cypher",
                "arguments": {"statement": "RETURN $x AS x", "parameters": {"x": "\ud800"}},
            },
        },
        {
            "jsonrpc": "2.0",
            "id": 3,
            "method": "tools/call",
            "params": {"name": "find", "arguments": {"words": "\ud800"}},
        },
        {
            "jsonrpc": "2.0",
            "id": 4,
            "method": "tools/call",
            "params": {"name": "cypher", "arguments": {"statement": "RETURN 1 AS one"}},
        },
    ]
    process = subprocess.Popen(
        [KG, "mcp"],
        env=clean({"KG_SEEDS": str(seeds)}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    watch = threading.Timer(60, process.kill)
    watch.start()
    assert process.stdin
    assert process.stdout
    process.stdin.write("".join(json.dumps(line) + "\n" for line in lines))
    process.stdin.flush()
    replies: dict[int, Any] = {}
    for told in process.stdout:
        replies[json.loads(told)["id"]] = json.loads(told)
        if 4 in replies:
            break
    _, err = process.communicate(timeout=30)
    watch.cancel()
    assert (process.returncode, err) == (0, "")
    for number in {2, 3} & replies.keys():  # the SDK may also drop what is no Unicode
        assert replies[number].get("result", {"isError": True})["isError"]
    assert replies[4]["result"]["structuredContent"]["rows"] == [{"one": 1}]
