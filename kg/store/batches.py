"""Changes as statements with batches of rows, in the order in which they must run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.store import statements

if TYPE_CHECKING:
    from kg.rows import EdgeRow, NodeRow
    from kg.store.base import Changes

Batch = tuple[str, list[Any]]
"""A statement and its rows."""


def batches(changes: Changes, size: int, *, fresh: bool = False) -> Iterator[Batch]:
    """Yield what to run: edges gone, nodes gone, nodes, then edges.

    Args:
        changes: what to write.
        size: the most rows in one batch.
        fresh: the store holds nothing of ours, so that rows can be created without looking for them.
    """
    yield from _by_edge_type(changes.removed_edges, statements.delete_edges, size)
    yield from _cut(statements.DELETE_NODES, changes.removed_nodes, size)
    node = statements.create_nodes if fresh else statements.merge_nodes
    groups: dict[tuple[str, ...], list[NodeRow]] = defaultdict(list)
    for row in (*changes.added_nodes, *changes.changed_nodes):
        groups[row.labels].append(row)
    for labels, rows in groups.items():
        values = [{"properties": r.properties} if fresh else {"id": r.id, "properties": r.properties} for r in rows]
        yield from _cut(node(labels), values, size)
    edge = statements.create_edges if fresh else statements.merge_edges
    yield from _by_edge_type([*changes.added_edges, *changes.changed_edges], edge, size)


def _by_edge_type(edges: Iterable[EdgeRow], statement: Any, size: int) -> Iterator[Batch]:
    groups: dict[str, list[EdgeRow]] = defaultdict(list)
    for edge in edges:
        groups[edge.type].append(edge)
    for kind, rows in sorted(groups.items()):
        values = [{"start": r.start, "end": r.end, "key": r.key, "properties": r.properties} for r in rows]
        yield from _cut(statement(kind), values, size)


def _cut(statement: str, rows: list[Any], size: int) -> Iterator[Batch]:
    for start in range(0, len(rows), size):
        yield statement, rows[start : start + size]
