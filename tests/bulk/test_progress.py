"""The bar shows how far, how fast and how long still; without a terminal there is none."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bench.generate import generate
from kg.cli._progress import progress
from tests.cli.tools import shown_on


def test_no_bar_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(1_000_000, "loading", "rows") as told:
        told(5)
    assert capsys.readouterr().err == ""


def test_a_terminal_sees_rate_and_time_left(tmp_path: Path) -> None:
    code = """
import itertools, time
time.time = time.monotonic = itertools.count(step=0.2).__next__
from kg.cli._progress import progress
with progress(100_000, "loading", "rows") as told:
    for _ in range(10):
        told(10_000)
"""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code], stderr=theirs, env=os.environ | {"TERM": "xterm"}
    )
    os.close(theirs)
    seen = shown_on(ours)
    assert process.wait() == 0
    assert b"loading" in seen
    assert b"rows/s" in seen
    assert b"00:00:0" in seen


def test_the_command_streams_and_says_what_it_did(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl.gz"
    generated = [sys.executable, "-m", "bench.generate", "60", "--output", str(file)]
    subprocess.run(generated, cwd=Path(__file__).parents[2], check=True)
    store = tmp_path / "a.grafeo"

    def load(*more: str, given: bytes | None = None) -> str:
        command = [sys.executable, "-m", "kg", "load", "--store", str(store), *more]
        return subprocess.run(command, check=True, capture_output=True, input=given).stdout.decode()

    assert "60 to add" not in load(str(file), "--dry-run")
    assert not store.exists()
    assert "is loaded" in load(str(file))
    assert "is up to date; nothing changed" in load(str(file))
    assert "is up to date; nothing changed" in load("-", given="\n".join(generate(60)).encode())
