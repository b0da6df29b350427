"""Neo4j that is not there, and passwords that must not be seen; real servers are in tests/integration."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.cli.tools import Ran, run, spawn

SECRET = "s3cret-pa55"
COMMANDS = (
    ["load"],
    ["load", "--dry-run"],
    ["ask", "index"],
    ["show", "aa"],
    ["explain", "bb-denial"],
    ["export", "jsonl"],
    ["view"],
)
pytestmark = pytest.mark.usefixtures("small")


def _kept(ran: Ran) -> Ran:
    assert SECRET not in ran.out + ran.err
    return ran


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_server_that_does_not_answer_is_told_at_once(
    command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    start = time.monotonic()
    ran = _kept(run(*command, "--store", "bolt://127.0.0.1:1"))
    ran.failed(
        "no Neo4j answers at bolt://127.0.0.1:1",
        "kg neo4j start",
        "docker compose up",
        "NEO4J_URI or --store",
    )
    assert ran.err.count("\n") == 1
    assert time.monotonic() - start < 10
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seeds"]


@pytest.mark.parametrize(
    "uri", ["neo4j://127.0.0.1:1", "bolt://127.0.0.1:99999", "bolt+s://127.0.0.1:1", "bolt://nowhere.invalid"]
)
def test_other_addresses_without_a_server(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    _kept(run("ask", "index", "--store", uri)).failed(f"no Neo4j answers at {uri}")


def test_the_driver_says_nothing_by_itself(small: Path) -> None:
    env = {"KG_SEEDS": str(small), "NEO4J_URI": "neo4j://127.0.0.1:1", "NEO4J_PASSWORD": SECRET}
    ran = _kept(spawn("ask", "index", env=env))
    ran.failed("no Neo4j answers at neo4j://127.0.0.1:1")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:abc", "bolt://127.0.0.1:1?a=b"])
def test_addresses_that_are_none(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    _kept(run("ask", "index", "--store", uri)).failed("is no address that", "expected neo4j://")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_password(command: list[str]) -> None:
    run(*command, "--store", "bolt://localhost:7687").refused(
        "no password for bolt://localhost:7687", "NEO4J_PASSWORD"
    )


@pytest.mark.parametrize(
    "uri",
    [
        f"bolt://neo4j:{SECRET}@localhost",
        f"neo4j+s://{SECRET}@host:7687",
        f"bolt://neo4j:a/{SECRET}@localhost",
        f"bolt://:{SECRET}@localhost/db",
    ],
)
@pytest.mark.parametrize("password", ["", SECRET])
def test_a_password_in_the_address_is_refused_and_never_echoed(
    uri: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if password:
        monkeypatch.setenv("NEO4J_PASSWORD", password)
    for command in COMMANDS:
        ran = _kept(run(*command, "--store", uri))
        ran.refused("the address holds a user or password", "NEO4J_USERNAME and NEO4J_PASSWORD")
    monkeypatch.setenv("NEO4J_URI", uri)
    _kept(run("ask", "index")).refused("the address holds a user or password")


def test_a_password_behind_a_question_mark_is_not_echoed(monkeypatch: pytest.MonkeyPatch) -> None:
    uri = f"bolt://127.0.0.1:1?password={SECRET}"
    _kept(run("ask", "index", "--store", uri)).refused("no password for bolt://127.0.0.1:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    assert _kept(run("ask", "index", "--store", uri)).code == 1
