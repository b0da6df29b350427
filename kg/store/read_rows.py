"""Raw answers of a store back to rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from kg.model import OWNED
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.model.table import kinds


@cache
def _order() -> dict[frozenset[str], tuple[str, ...]]:
    return {frozenset(labels): labels for kind in kinds().values() for labels in [(*kind.labels, OWNED)]}


def ordered(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels as the registry orders them, general before special; stores give any order."""
    unordered = frozenset(labels)
    return _order().get(unordered) or tuple(sorted(unordered, key=lambda label: (label == OWNED, label)))


def graph_of(nodes: Iterable[tuple[Any, ...]], edges: Iterable[tuple[Any, ...]]) -> Graph:
    """Build a graph from rows of (labels, properties) and (type, start, end, properties)."""
    node_rows = (NodeRow(p["id"], ordered(labels), dict(sorted(p.items()))) for labels, p in nodes)
    edge_rows = (EdgeRow(kind, start, end, p["key"], p) for kind, start, end, p in edges)
    return Graph(
        {row.id: row for row in sorted(node_rows, key=lambda r: r.id)},
        {row.identity: row for row in sorted(edge_rows, key=lambda r: r.identity)},
    )
