"""The same graph through neomodel, as its manual does it.

A class per kind, `save()` and `connect()` per object.
"""

from __future__ import annotations

import time
from collections import defaultdict
from typing import Any

from kg.model.rows import Graph


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
        def inflate(self, value: Any, obj: Any = None) -> Any:
            return value

        def deflate(self, value: Any, obj: Any = None) -> Any:
            return value

    host = uri.partition("://")[2]
    db.set_connection(f"bolt://neo4j:{password}@{host}")
    names: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges.values():
        names[edge.type].update(edge.properties)
    models = {
        kind: type(f"{kind}Rel", (StructuredRel,), {name: Plain() for name in properties})
        for kind, properties in names.items()
    }
    base = type(
        "Base", (SemiStructuredNode,), {"__abstract_node__": True, "uid": UniqueIdProperty()}
    )  # it keeps the name id for itself
    fields = {kind.lower(): RelationshipTo(base, kind, model=model) for kind, model in models.items()}
    top = type("Kg", (base,), fields)
    made: dict[tuple[str, ...], Any] = {(): top}
    for labels in {node.labels[:-1] for node in graph.nodes.values()}:
        for depth, label in enumerate(labels, 1):
            if labels[:depth] not in made:
                made[labels[:depth]] = type(label, (made[labels[: depth - 1]],), {})
    db.install_labels(top, quiet=True)
    written = 0
    began = time.perf_counter()
    kept: dict[str, Any] = {}
    for node in graph.nodes.values():
        own = {name: value for name, value in node.properties.items() if name != "id"}
        kept[node.id] = made[node.labels[:-1]](uid=node.id, **own).save()
        written += 1
        if time.perf_counter() - began > seconds / 2:
            break
    both = (edge for edge in graph.edges.values() if edge.start in kept and edge.end in kept)
    for edge in both:
        getattr(kept[edge.start], edge.type.lower()).connect(kept[edge.end], dict(edge.properties))
        written += 1
        if time.perf_counter() - began > seconds:
            break
    rate = written / (time.perf_counter() - began)
    db.close_connection()
    return written, rate
