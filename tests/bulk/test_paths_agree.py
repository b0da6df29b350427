"""A file that is streamed gives the graph that the same lines give in memory, however it comes."""

from __future__ import annotations

import gzip
import io
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg import paths
from kg.load.seeds import plan_facts, plan_file
from kg.load.stream import known, spool
from kg.model.convert import facts_of, rows_of
from kg.model.rows import Graph
from kg.sources.json_lines import lines as exported
from kg.sources.json_lines import read
from kg.sources.seeds import load
from kg.store import Store, connect
from tests.bulk.conftest import Writer
from tests.second import SEEDS


def in_memory(lines: Sequence[str]) -> Graph:
    return rows_of(read(lines, "lines").facts)


def streamed(file: str, store: Store) -> Graph:
    plan_file(file, store).run()
    return store.read()


def backwards(lines: list[str]) -> list[str]:
    return lines[::-1]


def shuffled(lines: list[str]) -> list[str]:
    return random.Random(3).sample(lines, len(lines))


@pytest.mark.parametrize("order", [list, backwards, shuffled])
@pytest.mark.parametrize("kind", ["memory", "file"])
def test_generated_lines_in_any_order(
    order: Callable[[list[str]], list[str]], kind: str, lines: list[str], write: Writer, tmp_path: Path
) -> None:
    store = connect("memory" if kind == "memory" else str(tmp_path / "a.grafeo"))
    got = streamed(write(order(lines)), store)
    store.close()
    assert got == in_memory(lines)


@pytest.mark.parametrize("order", [list, backwards, shuffled])
def test_papers_and_corrections_in_any_order(order: Callable[[list[str]], list[str]], write: Writer) -> None:
    lines = list(exported(load(SEEDS).facts))
    assert streamed(write(order(lines)), connect("memory")) == in_memory(lines)


def test_the_corpus_gives_the_same_export_byte_for_byte(write: Writer, tmp_path: Path) -> None:
    facts = load(paths.seeds()).facts
    one, two = connect(str(tmp_path / "one.grafeo")), connect(str(tmp_path / "two.grafeo"))
    plan_facts(facts, one, "one").run()
    plan_file(write(list(exported(facts))), two).run()
    assert list(exported(facts_of(two.read()))) == list(exported(facts_of(one.read())))


def test_presets_see_no_difference(lines: list[str], write: Writer, tmp_path: Path) -> None:
    question = (
        "MATCH (c:Claim)-[:SAID_BY]->(a:Actor) WHERE c.known_from > date('2020-01-01') RETURN c.id AS id,"
        " a.name AS name, c.said AS said ORDER BY id"
    )
    one, two = connect(str(tmp_path / "one.grafeo")), connect(str(tmp_path / "two.grafeo"))
    plan_facts(read(lines, "lines").facts, one, "one").run()
    plan_file(write(lines), two).run()
    assert one.query(question, {}) == two.query(question, {})
    assert len(one.query(question, {}).rows) > 150


def test_little_memory_gives_the_same(
    lines: list[str], write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "BUFFERED", 2_000)
    monkeypatch.setattr(known.Known.__init__, "__defaults__", (7,))
    store = connect("memory")
    assert streamed(write(shuffled(lines)), store) == in_memory(lines)
    fewer = [line for line in lines if '"id": "claim-000000199"' not in line]
    plan = plan_file(write(fewer), store)
    assert plan.changes.nodes == (0, 0, 1)
    plan.run()
    assert store.read() == in_memory(fewer)


def test_packed_by_content_and_not_by_name(lines: list[str], tmp_path: Path) -> None:
    path = tmp_path / "packed.jsonl"
    path.write_bytes(gzip.compress("\r\n".join(lines).encode("utf-8-sig")))
    assert streamed(str(path), connect("memory")) == in_memory(lines)


def test_standard_input(lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()))
    monkeypatch.setattr(sys, "stdin", raw)
    assert streamed("-", connect("memory")) == in_memory(lines)


def test_scratch_files_are_gone_afterwards(
    lines: list[str], write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    plan = plan_file(write(lines), connect("memory"))
    assert list(scratch.iterdir())
    plan.run()
    assert not list(scratch.iterdir())
    forgotten = plan_file(write(lines), connect("memory"))
    forgotten.close()
    with pytest.raises(Exception, match="not JSON"):
        plan_file(write([*lines, "{"]), connect("memory"))
    assert not list(scratch.iterdir())
