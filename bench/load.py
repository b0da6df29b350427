"""Loading a generated file: `kg load` beside hand-written statements, on the embedded engine and over bolt.

    python -m bench.load 10000                    embedded, and a Neo4j server that is started for it
    python -m bench.load 10000 --only embedded
    python -m bench.load 5000 --uri bolt://localhost:7687    an empty database; its password in NEO4J_PASSWORD

Ours reads the file, checks it, compares and writes; the hand-written scripts have their rows at hand and only
write. A record is a node or an edge. neomodel is measured if it is installed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import neo4j

from bench import _by_hand
from bench.generate import generate
from kg.load.seeds import plan_file
from kg.model.convert import rows_of
from kg.model.rows import Graph
from kg.sources.json_lines import read
from kg.store.neo4j.store import Neo4jStore

Timed = tuple[float, float]
"""Seconds that passed, and seconds of work of this process and those that it began."""


def timed(work: Callable[[], object]) -> Timed:
    """Return how long one call takes."""
    passed, worked = time.perf_counter(), sum(os.times()[:4])
    work()
    return time.perf_counter() - passed, sum(os.times()[:4]) - worked


def report(name: str, times: Sequence[Timed], records: int) -> None:
    """Print the median of what was timed."""
    passed, worked = (statistics.median(side) for side in zip(*times, strict=True))
    print(f"{name:<54} {passed:8.1f} s {worked:8.1f} s cpu {records / passed:10,.0f} records/s", flush=True)


def ratio(ours: Sequence[Timed], theirs: Sequence[Timed], wanted: float, side: int = 0) -> None:
    """Print the median ratio of the rates of pairs that ran one after the other."""
    median = statistics.median(b[side] / a[side] for a, b in zip(ours, theirs, strict=True))
    print(
        f"{'rate of kg load over theirs, by ' + ('time', 'cpu')[side] + f' (wanted: at least {wanted})':<54}"
        f" {median:8.2f}",
        flush=True,
    )


def alone(code: str, *arguments: object) -> Timed:
    """Time code in a process of its own, where nothing else fills the memory.

    What stands before `BEGIN` is not timed.
    """
    before, _, after = code.partition("BEGIN\n")
    clock = "import os, sys, time\nbegan, worked = time.perf_counter(), sum(os.times()[:4])\n"
    script = (
        f"import sys\n{before}{clock}{after}print(time.perf_counter() - began, sum(os.times()[:4])"
        " - worked)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], check=True, capture_output=True, text=True
    )
    passed, used = map(float, done.stdout.split())
    return passed, used


OURS = """
from pathlib import Path
from bench.generate import generate
from kg.load.seeds import plan_file
from kg.store.embedded.store import EmbeddedStore
few = Path(sys.argv[2] + ".few")
few.write_text("".join(line + chr(10) for line in generate(10, 1)), encoding="utf-8")
plan_file(str(few), EmbeddedStore(few.with_suffix(".grafeo"))).run()
BEGIN
plan_file(sys.argv[1], EmbeddedStore(Path(sys.argv[2]))).run()
"""
THEIRS = """
import gc
from pathlib import Path
from bench import _by_hand
from kg.sources.json_lines import read
from kg.model.convert import rows_of
rows = _by_hand.groups(rows_of(read(open(sys.argv[1], encoding="utf-8"), "generated").facts))
gc.collect()
gc.freeze()
BEGIN
_by_hand.embedded(rows, Path(sys.argv[2]))
"""


def embedded(file: str, records: int, folder: Path, runs: int) -> None:
    """Compare on the embedded engine, each time with a new file."""
    ours, theirs = [], []
    for run in range(runs):
        theirs.append(alone(THEIRS, file, folder / f"hand{run}.grafeo"))
        ours.append(alone(OURS, file, folder / f"ours{run}.grafeo"))
    report("embedded: hand-written statements, write only", theirs, records)
    report("embedded: kg load, read, check and write", ours, records)
    ratio(ours, theirs, 0.95)
    ratio(ours, theirs, 0.95, side=1)
    report("embedded: kg load again, nothing to do", [alone(OURS, file, folder / "ours0.grafeo")], records)


def bolt(file: str, graph: Graph, uri: str, password: str, runs: int, sizes: Sequence[int]) -> None:
    """Compare on one server, emptied before each load."""
    records = len(graph.nodes) + len(graph.edges)
    rows = _by_hand.groups(graph)
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
        scripts = {size: partial(_by_hand.bolt, rows, driver, size) for size in sizes}

        def ours() -> None:
            store = Neo4jStore.open(uri, "neo4j", password)
            plan_file(file, store).run()
            store.close()

        def fresh(work: Callable[[], None]) -> Timed:
            _by_hand.empty(driver)
            return timed(work)

        for work in (ours, scripts[sizes[0]], ours):  # the server compiles what it runs often
            fresh(work)

        def rate(size: int) -> float:
            try:
                return fresh(scripts[size])[0]
            except neo4j.exceptions.TransientError:  # more in one transaction than the server has memory for
                print(f"bolt: {size:,} rows a batch are more than this server takes", flush=True)
                return float("inf")

        best = min(scripts, key=rate) if len(scripts) > 1 else sizes[0]
        pairs = [(fresh(ours), fresh(scripts[best])) for _ in range(runs)]
        report(f"bolt: hand-written driver script, {best:,} rows a batch", [b for _, b in pairs], records)
        report("bolt: kg load, read, check and write", [a for a, _ in pairs], records)
        ratio([a for a, _ in pairs], [b for _, b in pairs], 0.95)
        fresh(ours)
        report("bolt: kg load again, nothing to do", [timed(ours)], records)
        _by_hand.empty(driver)
        _neomodel(graph, uri, password, records / statistics.median(a[0] for a, _ in pairs))
        _by_hand.empty(driver)


def _neomodel(graph: Graph, uri: str, password: str, ours: float) -> None:
    from bench import _neomodel

    try:
        written, rate = _neomodel.records_per_second(graph, uri, password)
    except ImportError:
        print("bolt: neomodel is not installed; 'pip install neomodel' adds this row")
        return
    print(
        f"{'bolt: neomodel, save() and connect(), ' + f'{written:,} records':<54} {'':10} {'':14}"
        f" {rate:10,.0f} records/s"
    )
    print(f"{'rate of kg load over neomodel (wanted: at least 10)':<54} {ours / rate:8.2f}", flush=True)


@contextmanager
def server(uri: str | None, release: str) -> Iterator[tuple[str, str]]:
    """Yield address and password of the server that was named, or of one that is started for the while."""
    if uri:
        yield uri, os.environ.get("NEO4J_PASSWORD", "")
        return
    from kg.server import LocalServer

    with tempfile.TemporaryDirectory() as home, LocalServer(release, home=Path(home)) as started:
        yield started.uri, started.password


def main(arguments: Sequence[str] = ()) -> None:
    """Compare; without arguments 5,000 claims."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("claims", type=int, nargs="?", default=5_000, help="how many (default 5000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3, help="pairs of loads; the medians count (default 3)")
    parser.add_argument(
        "--batches",
        type=int,
        nargs="+",
        default=(5_000, 1_000, 20_000),
        metavar="ROWS",
        help="rows a batch of the driver scripts, of which the best is taken (default 5000 1000 20000)",
    )
    parser.add_argument("--only", choices=("embedded", "bolt"))
    parser.add_argument("--uri", help="an empty Neo4j that is running; else one is started")
    parser.add_argument("--release", default="5.26", help="which Neo4j to start (default 5.26)")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        lines = list(generate(given.claims, given.seed))
        file = Path(scratch, "claims.jsonl")
        file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        graph = rows_of(read(lines, "generated").facts)
        print(
            f"{given.claims:,} claims: {len(graph.nodes):,} nodes, {len(graph.edges):,} edges,"
            f" {file.stat().st_size / 1e6:,.0f} MB of lines"
        )
        if given.only != "bolt":
            embedded(str(file), len(graph.nodes) + len(graph.edges), Path(scratch), given.runs)
        if given.only != "embedded":
            with server(given.uri, given.release) as (uri, password):
                bolt(str(file), graph, uri, password, given.runs, given.batches)


if __name__ == "__main__":
    main(sys.argv[1:])
