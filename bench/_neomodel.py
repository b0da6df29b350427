"""The same graph through neomodel, as its manual does it: a class per kind, `save()` and `connect()` per object."""

from __future__ import annotations

import time
from itertools import chain
from typing import Any

from kg.rows import Graph


def records_per_second(graph: Graph, uri: str, password: str, seconds: float = 40.0) -> tuple[int, float]:
    """Load nodes, then edges, until the time is up; half of it for each.

    Returns:
        How many records were written, and how many a second.

    Raises:
        ImportError: neomodel is not installed.
    """
    from neomodel import RelationshipTo, StructuredRel, UniqueIdProperty, db
    from neomodel.contrib import SemiStructuredNode
    from neomodel.properties import Property

    class Plain(Property):  # type: ignore[misc]  # a value that the driver takes as it is
        def inflate(self, value: Any) -> Any:
            return value

        def deflate(self, value: Any) -> Any:
            return value

    host = uri.partition("://")[2]
    db.set_connection(f"bolt://neo4j:{password}@{host}")
    rels = {}
    for edge in graph.edges.values():
        rels.setdefault(edge.type, set()).update(edge.properties)
    models = {kind: type(f"{kind}Rel", (StructuredRel,), {name: Plain() for name in names}) for kind, names in rels.items()}
    fields: dict[str, Any] = {kind.lower(): RelationshipTo("Kg", kind, model=model) for kind, model in models.items()}
    Kg = type("Kg", (SemiStructuredNode,), {"id": UniqueIdProperty(), **fields})
    made: dict[tuple[str, ...], Any] = {("Kg",): Kg}
    for labels in {node.labels for node in graph.nodes.values()}:
        parent = Kg
        for depth, label in enumerate(labels[:-1], 1):
            parent = made.setdefault(labels[:depth], None) or made.__setitem__(labels[:depth], type(label, (parent,), {})) or made[labels[:depth]]
    db.install_labels(Kg, quiet=True)
    written = 0
    began = time.perf_counter()
    kept: dict[str, Any] = {}
    for node in graph.nodes.values():
        kept[node.id] = made[node.labels[:-1]](**node.properties).save()
        written += 1
        if time.perf_counter() - began > seconds / 2:
            break
    both = (edge for edge in graph.edges.values() if edge.start in kept and edge.end in kept)
    for edge in chain(both):
        getattr(kept[edge.start], edge.type.lower()).connect(kept[edge.end], dict(edge.properties))
        written += 1
        if time.perf_counter() - began > seconds:
            break
    rate = written / (time.perf_counter() - began)
    db.close_connection()
    return written, rate
