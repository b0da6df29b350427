"""The same file again: nothing is read but its hash, as long as nobody wrote to the store."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import grafeo
import pytest

from bench.generate import generate
from kg.errors import StoreError
from kg.load import held
from kg.load.seeds import plan_file
from kg.load.stream import report, second
from kg.model.convert import rows_of
from kg.sources.json_lines import read
from kg.store import Store, connect
from kg.store.neo4j.store import Neo4jStore
from tests.bulk.conftest import Writer
from tests.servers import RELEASES, Servers


@pytest.fixture(params=["memory", "file", pytest.param("neo4j", marks=pytest.mark.neo4j(RELEASES[0]))])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "neo4j":
        servers: Servers = request.getfixturevalue("servers")
        with servers.store(RELEASES[0]) as opened:
            yield opened
    else:
        with connect("memory" if request.param == "memory" else str(tmp_path / "a.grafeo")) as opened:
            yield opened


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read line by line."""
    names: list[str] = []
    usual = second.read

    def watched(source, scratch, told):  # type: ignore[no-untyped-def]
        names.append(source.name)
        return usual(source, scratch, told)

    monkeypatch.setattr(report, "read", watched)
    return names


def by_hand(store: Store, statement: str) -> None:
    """Write something past the loader."""
    if isinstance(store, Neo4jStore):
        with store._session("WRITE") as session:
            session.run(statement).consume()
    else:
        store.close()
        other = grafeo.GrafeoDB(store.name)
        other.execute_cypher(statement)
        other.close()


def again(file: str, store: Store) -> tuple[int, bool]:
    plan = plan_file(file, store)
    plan.run()
    return len(plan.changes), plan.up_to_date


def test_the_same_file_is_not_read_again(
    store: Store, reads: list[str], lines: list[str], write: Writer
) -> None:
    file = write(lines)
    plan_file(file, store).run()
    before = store.read()
    assert reads.pop() == file
    assert again(file, store) == (0, True)
    assert plan_file(file, store).first("added", 5) == []
    assert (reads, store.read()) == ([], before)


def test_another_file_is_read_and_what_was_there_is_forgotten(
    store: Store, reads: list[str], lines: list[str], write: Writer
) -> None:
    one, other = write(lines), write(list(generate(100, seed=9)), "other.jsonl")
    for file in (one, other, one):
        plan_file(file, store).run()
    assert reads == [one, other, one]
    assert store.read() == rows_of(read(lines, "lines").facts)


def test_the_same_lines_packed_are_read_once(
    store: Store, reads: list[str], lines: list[str], write: Writer, tmp_path: Path
) -> None:
    packed = tmp_path / "facts.jsonl.gz"
    packed.write_bytes(gzip.compress(Path(file := write(lines)).read_bytes()))
    plan_file(file, store).run()
    assert again(str(packed), store) == again(str(packed), store) == (0, True)
    assert reads == [file, str(packed)]


def test_what_is_written_by_hand_is_seen(
    store: Store, reads: list[str], lines: list[str], write: Writer
) -> None:
    if store.name == "memory":
        return  # nobody else can write there
    plan_file(file := write(lines), store).run()
    by_hand(store, "MATCH (n:State {id: 'state-03'}) SET n.name = 'changed'")
    assert again(file, store) == (1, True)
    assert store.read() == rows_of(read(lines, "lines").facts)
    by_hand(store, "CREATE (:Foreign {id: 'x'})")
    with pytest.raises(StoreError, match="did not come from here"):
        plan_file(file, store)
    assert len(plan_file(file, store, beside=store.database()).changes) == 0
    by_hand(store, "MATCH (n:Foreign) DETACH DELETE n")
    del reads[:]
    assert again(file, store) == again(file, store) == (0, True)
    assert reads == [file]


def test_a_load_that_is_cut_off_leaves_no_mark(
    store: Store, reads: list[str], lines: list[str], write: Writer
) -> None:
    plan_file(file := write(lines), store).run()
    plan = plan_file(write(list(generate(100, seed=9)), "other.jsonl"), store)

    def stop(rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan.run(stop)
    plan_file(file, store).run()
    assert store.read() == rows_of(read(lines, "lines").facts)


def test_other_rules_read_it_again(
    store: Store, reads: list[str], lines: list[str], write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_file(file := write(lines), store).run()
    monkeypatch.setattr("kg.sources.fingerprint.rules", lambda: "newer")
    assert again(file, store) == again(file, store) == (0, True)
    assert reads == [file, file]


def test_a_file_that_was_touched_copied_or_cut_is_compared(
    reads: list[str], lines: list[str], write: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "a.grafeo"
    plan_file(file := write(lines), connect(str(path))).run()
    assert connect(str(shutil.copy2(path, tmp_path / "b.grafeo"))).sealed()
    for name in ("copied.grafeo", "touched.grafeo"):
        copy = shutil.copy2(path, tmp_path / name)
        os.utime(copy)
        store = connect(str(copy))
        assert store.sealed() is None
        assert again(file, store) == (0, True)
        assert store.sealed() == connect(str(path)).sealed()
    assert len(reads) == 3
    end = json.dumps({"of": held.seal_of("x", None), "size": "?"}).encode()
    path.write_bytes(path.read_bytes()[:-20] + end)
    assert connect(str(path)).sealed() is None
