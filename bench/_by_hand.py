"""Loading as one would write it in a script for the day.

Rows at hand, one statement per set of labels and edge type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import grafeo
import neo4j

from kg.model.rows import Graph

Groups = dict[str, list[dict[str, Any]]]


def groups(graph: Graph) -> tuple[Groups, Groups]:
    """Return rows of nodes by labels and of edges by type, as parameters of statements."""
    nodes: Groups = defaultdict(list)
    edges: Groups = defaultdict(list)
    for node in graph.nodes.values():
        nodes[":".join(node.labels)].append(node.properties)
    for edge in graph.edges.values():
        edges[edge.type].append({"start": edge.start, "end": edge.end, "properties": edge.properties})
    return nodes, edges


def write(rows: tuple[Groups, Groups], size: int, run: Callable[[str, list[dict[str, Any]]], object]) -> None:
    """Run the statements, nodes before edges, with at most `size` rows each."""
    for labels, some in rows[0].items():
        for chunk in _chunks(some, size):
            run(f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", chunk)
    for kind, some in rows[1].items():
        statement = (
            "UNWIND $rows AS row MATCH (a:Kg {id: row.start}) MATCH (b:Kg {id: row.end}) CREATE"
            f" (a)-[r:{kind}]->(b) SET r = row.properties"
        )
        for chunk in _chunks(some, size):
            run(statement, chunk)


def embedded(rows: tuple[Groups, Groups], path: Path, size: int = 5_000) -> None:
    """Write a new embedded file in one transaction."""
    db = grafeo.GrafeoDB(str(path))
    db.create_property_index("id")
    with db.begin_transaction() as transaction:
        write(rows, size, lambda statement, chunk: transaction.execute_cypher(statement, {"rows": chunk}))
        transaction.commit()
    db.close()


def bolt(rows: tuple[Groups, Groups], driver: neo4j.Driver, size: int) -> None:
    """Write into an empty database with the official driver, one transaction for each statement."""
    driver.execute_query("CREATE CONSTRAINT by_hand IF NOT EXISTS FOR (n:Kg) REQUIRE n.id IS UNIQUE")
    driver.execute_query("CALL db.awaitIndexes(60)")
    with driver.session() as session:
        write(
            rows,
            size,
            lambda statement, chunk: session.execute_write(
                lambda tx: tx.run(statement, rows=chunk).consume()
            ),
        )


def empty(driver: neo4j.Driver) -> None:
    """Delete everything, also constraints and indexes, so that each load starts alike."""
    with driver.session() as session:
        for part in ("MATCH ()-[one]->()", "MATCH (one)"):  # a node of many edges is more than a server takes
            while session.run(f"{part} WITH one LIMIT 5000 DELETE one").consume().counters.contains_updates:
                pass
        for constraint in session.run("SHOW CONSTRAINTS YIELD name RETURN name").value():
            session.run(f"DROP CONSTRAINT {constraint}").consume()
        for index in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
            session.run(f"DROP INDEX {index}").consume()


def _chunks(rows: Sequence[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(rows), size):
        yield list(rows[start : start + size])
