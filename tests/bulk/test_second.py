"""What a second process makes of some lines is what one alone makes of all, messages included."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator

import pytest

from bench.generate import generate
from kg.errors import SeedError
from kg.load.seeds import plan_file
from kg.load.stream import second
from kg.load.stream.second import Second
from kg.model.rows import Graph
from kg.store import connect
from tests.bulk.conftest import Writer
from tests.bulk.test_quick import mutated

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is only one process on this system")


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Second]]:
    """The second processes that were begun, for small files and a few lines at a time."""
    seconds: list[Second] = []
    usual = Second.begun

    def watched(rows):  # type: ignore[no-untyped-def]
        one = usual(rows)
        assert one is not None
        seconds.append(one)
        return one

    monkeypatch.setattr(second, "LEAST", 0)
    monkeypatch.setattr(second, "OWN", 4_000)
    monkeypatch.setattr(second, "THEIRS", 9_000)
    monkeypatch.setattr(second, "_processors", lambda: 2)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr(Second, "begun", watched)
    yield seconds
    for one in seconds:
        with pytest.raises(ChildProcessError):
            os.waitpid(one._process, os.WNOHANG)


def outcome(file: str) -> Graph | list[str]:
    store = connect("memory")
    try:
        plan_file(file, store).run()
    except SeedError as error:
        return [str(problem) for problem in error.problems]
    return store.read()


def test_the_same_graph(
    begun: list[Second], lines: list[str], write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(lines)
    together = outcome(file)
    monkeypatch.setattr(second, "LEAST", 10**9)
    monkeypatch.setattr(Second, "begun", lambda rows: None)
    assert isinstance(together, Graph)
    assert together == outcome(file)
    assert len(begun) == 1


@pytest.mark.parametrize("seed", range(4))
def test_the_same_messages(
    seed: int, begun: list[Second], write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice, lines = random.Random(seed), list(generate(300, seed=seed))
    first = next(at for at, line in enumerate(lines) if '"type": "claim"' in line)
    changed = [line.encode() for line in lines]
    for _ in range(12):
        at = dice.randrange(first + 1, len(lines))
        changed[at] = mutated(changed[at], dice)
    changed.append(changed[first + 5])  # an id twice
    changed.append(changed[-2].replace(b'"about": "', b'"about": "un', 1))
    file = write([])
    with open(file, "wb") as out:
        out.write(b"\n".join(changed))
    together = outcome(file)
    monkeypatch.setattr(Second, "begun", lambda rows: None)
    assert isinstance(together, list)
    assert together == outcome(file)
    assert len(begun) == 1


def test_one_that_ends_before_its_time_is_done_without(
    begun: list[Second], lines: list[str], write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, usual = outcome(write(lines)), Second.send

    def send(self: Second, lines: object) -> bool:
        done = usual(self, lines)  # type: ignore[arg-type]
        if len(sent) == 2:
            os.kill(self._process, signal.SIGKILL)
        sent.append(1)
        return done

    sent: list[int] = []
    monkeypatch.setattr(Second, "send", send)
    assert outcome(write(lines)) == wanted
    assert len(sent) >= 3
    assert len(begun) == 2
