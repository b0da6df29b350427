"""`kg doctor`: what works, what to do, no secret, no waiting."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import pytest

from tests.cli.tools import run, widest

WHAT = [
    "python",
    "packages",
    "engine",
    "corpus",
    "presets",
    "facts",
    "store",
    "neo4j",
    "java",
    "maven",
    "docker",
    "browser",
    "terminal",
]


def lines(*args: str, code: int = 0) -> dict[str, dict[str, object]]:
    """Return what the doctor says, by what it looked at."""
    ran = run("doctor", "--format", "json", *args)
    assert ran.code == code, ran
    return {row["what"]: row for row in json.loads(ran.out)}


def test_all_is_well(corpus_folder: Path) -> None:
    checks = lines()
    assert list(checks) == WHAT
    for what in ("python", "packages", "engine", "presets", "facts", "store"):
        assert (checks[what]["state"], checks[what]["needed"]) == ("ok", True), checks[what]
    assert "up to date" in str(checks["store"]["found"])
    assert checks["neo4j"]["state"] == "missing"
    assert all(row["todo"] for row in checks.values() if row["state"] != "ok")


def test_nothing_is_built(small: Path) -> None:
    checks = lines()
    assert checks["store"]["state"] == "missing"
    assert "builds it" in str(checks["store"]["todo"])
    assert not (small.parent / "build").exists()


def test_an_older_store_is_reported(small: Path) -> None:
    run("load")
    with (small / "names.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert "older" in str(lines()["store"]["found"])


def test_a_file_of_others_is_opened_with_ones_own_rights(small: Path) -> None:
    own = str(small.parent / "own.grafeo")
    assert run("load", "--store", own).code == 0
    assert "with your rights" in str(lines("--store", own)["store"]["todo"])
    assert "with your rights" not in str(lines()["store"]["todo"])


def test_broken_facts_folder_and_store_are_failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_SEEDS", str(tmp_path / "gone"))
    checks = lines(code=1)
    assert checks["facts"]["state"] == "problem"
    assert "KG_SEEDS" in str(checks["facts"]["todo"])
    monkeypatch.delenv("KG_SEEDS")
    (tmp_path / "x.grafeo").write_bytes(b"no store at all")
    assert lines("--store", str(tmp_path / "x.grafeo"), code=1)["store"]["state"] == "problem"


@pytest.mark.usefixtures("corpus_folder")
def test_a_server_that_is_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "very-secret-word")
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it takes the call and never says a word
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{silent.getsockname()[1]}")
        start = time.monotonic()
        checks = lines(code=1)
        assert time.monotonic() - start < 15
    assert checks["neo4j"]["state"] == "problem"
    assert checks["neo4j"]["needed"]
    assert "very-secret-word" not in json.dumps(checks)


@pytest.mark.usefixtures("corpus_folder")
@pytest.mark.parametrize(
    "address",
    ["bolt://127.0.0.1:1", "bolt://neo4j:very-secret-word@127.0.0.1:1", "redis://127.0.0.1", "bolt://"],
)
def test_wrong_addresses(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "very-secret-word")
    monkeypatch.setenv("NEO4J_URI", address)
    for style in ("json", "table"):
        ran = run("doctor", "--format", style)
        assert ran.code == 1
        assert "very-secret-word" not in ran.out + ran.err


@pytest.mark.usefixtures("corpus_folder")
def test_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    assert "NEO4J_PASSWORD" in str(lines(code=1)["neo4j"])


@pytest.mark.usefixtures("corpus_folder")
def test_fits_the_terminal() -> None:
    out = run("doctor", "--format", "table").done()
    assert widest(out) <= 80
    assert "Everything that is needed works." in out
