"""Changes as statements with batches of rows, in the order in which they must run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.store import statements

if TYPE_CHECKING:
    from kg.model.rows import EdgeRow, NodeRow
    from kg.store.changes import Changes

Batch = tuple[str, list[Any]]
"""A statement and its rows."""


def batches(changes: Changes, size: int, *, fresh: bool = False) -> Iterator[Batch]:
    """Yield what to run: edges gone, nodes gone, nodes, then edges.

    Args:
        changes: what to write.
        size: the most rows in one batch.
        fresh: the store holds nothing of ours, so that rows can be created without looking for them.
    """
    for kind, edges in _by_type(changes.removed_edges):
        yield from _cut(
            statements.delete_edges(kind),
            [{"start": r.start, "end": r.end, "key": r.key} for r in edges],
            size,
        )
    yield from _cut(statements.DELETE_NODES, changes.removed_nodes, size)
    groups: dict[tuple[str, ...], list[NodeRow]] = defaultdict(list)
    for row in (*changes.added_nodes, *changes.changed_nodes):
        groups[row.labels].append(row)
    for labels, rows in groups.items():
        if fresh:
            names = _names(rows)
            values: list[Any] = [[*map(r.properties.get, names)] for r in rows]
            yield from _cut(statements.create_nodes(labels, names), values, size)
        else:
            yield from _cut(
                statements.merge_nodes(labels), [{"id": r.id, "properties": r.properties} for r in rows], size
            )
    for kind, edges in _by_type((*changes.added_edges, *changes.changed_edges)):
        if fresh:
            names = _names(edges)
            values = [[r.start, r.end, *map(r.properties.get, names)] for r in edges]
            yield from _cut(statements.create_edges(kind, names), values, size)
        else:
            values = [
                {"start": r.start, "end": r.end, "key": r.key, "properties": r.properties} for r in edges
            ]
            yield from _cut(statements.merge_edges(kind), values, size)


def _names(rows: Iterable[NodeRow] | Iterable[EdgeRow]) -> list[str]:
    """Return the names of all properties; as columns they are sent once and not with every row."""
    return sorted({name for row in rows for name in row.properties})


def _by_type(edges: Iterable[EdgeRow]) -> list[tuple[str, list[EdgeRow]]]:
    groups: dict[str, list[EdgeRow]] = defaultdict(list)
    for edge in edges:
        groups[edge.type].append(edge)
    return sorted(groups.items())


def _cut(statement: str, rows: list[Any], size: int) -> Iterator[Batch]:
    for start in range(0, len(rows), size):
        yield statement, rows[start : start + size]
