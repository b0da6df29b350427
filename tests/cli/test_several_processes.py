"""Several processes on one store: one builds, nobody is turned away, whoever reads reads on."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import kg
from kg.store.embedded.turn import turn
from tests.cli.tools import KG, clean, run


def _changed(seeds: Path) -> None:
    """Change the facts without changing an answer."""
    with (seeds / "names.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")


def _at_once(seeds: Path, *command: str) -> set[str]:
    """Run a command in four processes at once, and return what they answered; nothing else is said."""
    running = [
        subprocess.Popen(
            [KG, *command],
            env=clean({"KG_SEEDS": str(seeds)}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    ended = [(*process.communicate(), process.returncode) for process in running]
    assert [(said, code) for _, said, code in ended] == [("", 0)] * 4
    return {answer for answer, _, _ in ended}


def test_four_first_questions_at_once_and_four_after_a_change(small: Path) -> None:
    expected = {run("ask", "index", "--store", "memory").done()}
    assert _at_once(small, "ask", "index") == expected
    built = (small.parent / "build" / "kg.grafeo").stat().st_ino
    _changed(small)
    assert _at_once(small, "ask", "index") == expected
    assert [path.name for path in (small.parent / "build").iterdir()] == ["kg.grafeo"]
    assert (small.parent / "build" / "kg.grafeo").stat().st_ino != built


@contextmanager
def _somebody_builds(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with turn(str(path)) as room, monkeypatch.context() as patch:
        assert room
        patch.setattr("kg.store.embedded.turn.PATIENCE", 0.1)
        yield


def test_who_waits_in_vain_reads_the_old_store_or_answers_from_memory(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small.parent / "build" / "kg.grafeo"
    expected = run("ask", "index", "--store", "memory").done()
    with _somebody_builds(path, monkeypatch):
        ran = run("ask", "index")
        load = run("load")
    assert load.code == 1
    assert load.err.startswith(f"error: another process holds the store {path}; wait")
    assert (ran.code, ran.out) == (0, expected)
    assert ran.err == f"note: another process builds {path}: this answer comes from memory\n"
    run("load").done()
    _changed(small)
    with _somebody_builds(path, monkeypatch):
        ran = run("ask", "index")
    assert (ran.code, ran.out) == (0, expected)
    assert ran.err == f"note: {path} is older than the seeds, and another process is still building it\n"
    assert run("ask", "index").done() == expected


def test_a_notebook_that_holds_a_store_stands_in_nobodys_way(small: Path) -> None:
    states = "MATCH (n:State) RETURN n.name AS name ORDER BY name"
    with kg.open_store() as held:
        before = kg.cypher(states, store=held).rows
        text = (small / "names.yaml").read_text(encoding="utf-8")
        (small / "names.yaml").write_text(text.replace("Betaland", "Changedland"), encoding="utf-8")
        assert "Changedland" in run("cypher", states).done()
        assert "nothing changed" in run("load").done()
        assert kg.cypher(states, store=held).rows == before
        assert held.query(states, {}).rows == list(before)
        assert [path.name for path in (small.parent / "build").iterdir()] == ["kg.grafeo"]
    with kg.open_store() as anew:
        assert kg.cypher(states, store=anew).rows != before


def test_what_a_killed_process_left_is_swept(small: Path) -> None:
    left = small.parent / "build" / "kg.grafeo.building"
    left.mkdir(parents=True)
    (left / "lock").touch()
    (left / "graph.partial").write_bytes(b"half")
    run("ask", "index").done()
    assert [path.name for path in left.parent.iterdir()] == ["kg.grafeo"]
    left.mkdir()  # killed when all was done but this
    run("ask", "index").done()
    assert [path.name for path in left.parent.iterdir()] == ["kg.grafeo"]
