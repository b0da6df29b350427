"""Building the graph of the articles, beside hand-written statements that write the same rows."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import grafeo

from bench.measure import compare
from kg import paths
from kg.load.seeds import plan_seeds
from kg.model.convert import rows_of
from kg.model.rows import Graph
from kg.sources.fingerprint import fingerprint
from kg.sources.seeds import load
from kg.store.embedded.store import EmbeddedStore


def by_hand(graph: Graph, path: Path) -> None:
    """Write rows as one would in a script: an index, one statement per set of labels, one per edge type."""
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    edges: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in graph.nodes.values():
        nodes[":".join(node.labels)].append(node.properties)
    for edge in graph.edges.values():
        edges[edge.type].append({"start": edge.start, "end": edge.end, "properties": edge.properties})
    db = grafeo.GrafeoDB(str(path))
    db.create_property_index("id")
    with db.begin_transaction() as transaction:
        for labels, rows in nodes.items():
            transaction.execute_cypher(f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", {"rows": rows})
        for kind, rows in edges.items():
            transaction.execute_cypher(
                "UNWIND $rows AS row MATCH (a:Kg {id: row.start}) MATCH (b:Kg {id: row.end}) "
                f"CREATE (a)-[r:{kind}]->(b) SET r = row.properties",
                {"rows": rows},
            )
        transaction.commit()
    db.close()


def main() -> None:
    """Compare, each time with a new file."""
    folder = paths.seeds()
    graph = rows_of(load(folder).facts)
    print(f"{len(graph.nodes):,} nodes, {len(graph.edges):,} edges")
    with tempfile.TemporaryDirectory() as scratch:
        number = iter(range(10_000))

        def new() -> Path:
            return Path(scratch, f"{next(number)}.grafeo")

        def build() -> None:
            plan_seeds(folder, EmbeddedStore(new())).run()

        names = ("seeds to store: read, check, compare, write", "hand-written statements: write only")
        compare(build, lambda: by_hand(graph, new()), names, limit=3.0)
        mark = fingerprint(folder)
        from kg.load.seeds import plan_graph

        names = ("rows to store: compare, write", "hand-written statements: write only")
        compare(
            lambda: plan_graph(graph, EmbeddedStore(new()), mark).run(),
            lambda: by_hand(graph, new()),
            names,
            limit=3.0,
        )
