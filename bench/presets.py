"""How fast every question is in a store, beside hand-written statements for the same rows.

python -m bench.presets 50000                 claims of `bench/generate.py`, loaded into a scratch file
python -m bench.presets --store FILE|URI      a store that was loaded before; its password in NEO4J_PASSWORD

Questions that start at one thing (an actor, event, document, weapon or claim) should answer within 50 ms;
those over a topic or the whole graph within 1.2 times the statement in `bench/_presets_by_hand`, which takes
no parameters and so needs none of the conditions that make a preset answer more than one question. Both sides
must give the same rows. Times of the embedded engine are processor time, so that what else the machine does
changes little; those of a server are what it says itself.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import neo4j

from bench.generate import generate
from kg.load.seeds import plan_file
from kg.questions import library
from kg.questions.fit import fitted
from kg.questions.header import Question
from kg.questions.run import bind
from kg.store import Store, connect
from kg.store.neo4j.store import Neo4jStore

BY_HAND = Path(__file__).parent / "_presets_by_hand"
RUNS = 5
QUICK, RATIO = 50.0, 1.2
ANCHORS = {
    "actor": (
        "MATCH (n:Person)<-[:SAID_BY]-(c:Claim) WITH n.id AS id, count(c) AS number ORDER BY number DESC, id"
        " RETURN id LIMIT 1"
    ),
    "event": (
        "MATCH (n:Shipment)<-[:ABOUT]-(c:Claim) WITH n.id AS id, count(c) AS number ORDER BY number DESC, id"
        " RETURN id LIMIT 1"
    ),
    "document": (
        "MATCH (n:Document)<-[:CITED_IN]-(c:Claim) WITH n.id AS id, count(c) AS number ORDER BY number DESC,"
        " id RETURN id LIMIT 1"
    ),
    "weapon": (
        "MATCH (n:WeaponType) WHERE NOT EXISTS { MATCH (n)<-[:SUBTYPE_OF]-(:WeaponType) } WITH n.id AS id"
        " ORDER BY id RETURN id LIMIT 1"
    ),
    "claim": (
        "MATCH (n:Claim)<-[:RELAYS]-(c:Claim) WITH n.id AS id, count(c) AS number ORDER BY number DESC, id"
        " RETURN id LIMIT 1"
    ),
    "topic": "MATCH (n:Topic) RETURN n.id AS id ORDER BY id LIMIT 1",
}
"""The hardest thing of each sort to start at: whom most claims speak of; a weapon without subtypes.

Any topic.
"""


@contextmanager
def filled(claims: int, where: str | None) -> Iterator[Store]:
    """Open a store with invented claims."""
    with tempfile.TemporaryDirectory() as scratch:
        store = connect(where or str(Path(scratch, "graph.grafeo")))
        if where is None:
            file = Path(scratch, "claims.jsonl")
            with file.open("w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in generate(claims))
            start = time.perf_counter()
            plan_file(str(file), store).run()
            print(f"{claims:,} claims loaded in {time.perf_counter() - start:.0f} s", flush=True)
        try:
            yield store
        finally:
            store.close()


def timed(store: Store, statement: str, parameters: dict[str, Any]) -> tuple[float, list[tuple[Any, ...]]]:
    """Return the milliseconds of one answer, and its rows.

    The embedded engine runs in this process, and the collector of garbage is kept out: it takes its time over
    the rows of earlier answers. A server says itself when it had the first row and the last.
    """
    if isinstance(store, Neo4jStore):
        with store._session(neo4j.READ_ACCESS) as session:
            result = session.run(statement, parameters)
            rows = [tuple(record) for record in result]
            summary = result.consume()
        return (summary.result_available_after or 0) + (summary.result_consumed_after or 0), rows
    gc.collect()
    gc.disable()
    start = time.process_time()
    rows = store.query(statement, parameters).rows
    took = (time.process_time() - start) * 1000
    gc.enable()
    return took, rows


def measure(store: Store, preset: Question, anchors: dict[str, str]) -> str:
    """Time a question, in turn with the hand-written statement if it has one; return a line."""
    named = {
        p.name: anchors[p.name]
        for p in preset.parameters
        if p.name in anchors and (p.required or (p.name == "topic" and p.default))
    }
    bound = bind(preset, named)
    ours: list[float] = []
    theirs: list[float] = []
    rows: list[tuple[Any, ...]] = []
    file = BY_HAND / f"{preset.name}.cypher"
    hand = file.read_text(encoding="utf-8") if file.exists() else ""
    given = {k: v for k, v in bound.items() if v is not None}
    try:
        for run in range(RUNS):
            if file.exists() and run % 2:
                theirs.append(timed(store, hand, given)[0])
            took, rows = timed(store, fitted(preset.statement, bound), bound)
            ours.append(took)
            if file.exists() and not run % 2:
                took, others = timed(store, hand, given)
                theirs.append(took)
                if rows != others:
                    return f"{preset.name:<20} the hand-written statement gives other rows"
            if run and ours[-1] > 3_000:
                break
        if isinstance(store, Neo4jStore):  # a server plans a statement when it meets it
            ours, theirs = ours[1:], theirs[1:]
    except Exception as error:
        return f"{preset.name:<20} {str(error)[:90]}"
    line = f"{preset.name:<20} {statistics.median(ours):10.1f} ms {len(rows):9,} rows"
    if theirs:
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        return (
            f"{line} {statistics.median(theirs):10.1f} ms by hand"
            f" {ratio:6.2f}{'  <- over ' + str(RATIO) if ratio > RATIO else ''}"
        )
    return f"{line}{'  <- over ' + str(QUICK) + ' ms' if statistics.median(ours) > QUICK else ''}"


def main(arguments: Sequence[str] = ()) -> None:
    """Measure every question, or those named with --only; without arguments over 5,000 claims."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.presets", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("claims", type=int, nargs="?", default=5_000)
    parser.add_argument("--store", metavar="FILE|URI", help="a store that is loaded already")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="only these questions")
    given = parser.parse_args(arguments)
    with filled(given.claims, given.store) as store:
        anchors = {name: store.query(statement, {}).rows[0][0] for name, statement in ANCHORS.items()}
        presets = [p for p in library.presets() if not given.only or p.name in given.only]
        for title, part in (
            ("from one thing", [p for p in presets if not (BY_HAND / f"{p.name}.cypher").exists()]),
            ("over the whole graph", [p for p in presets if (BY_HAND / f"{p.name}.cypher").exists()]),
        ):
            print(
                f"-- {title}:"
                f" {', '.join(f'{k} {v}' for k, v in anchors.items()) if title == 'from one thing' else ''}"
            )
            for preset in part:
                print(measure(store, preset, anchors), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
