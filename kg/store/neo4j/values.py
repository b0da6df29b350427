"""What the driver returns, in our types."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from neo4j import graph, spatial, time

from kg.store.values import Edge, Node, Path

PLAIN = frozenset({str, int, float, bool, type(None), bytes})
"""Types that need no change."""
NO_IDS: Mapping[str, str] = MappingProxyType({})


def value_of(value: Any, ids: Mapping[str, str] = NO_IDS) -> Any:
    """Return a value of the driver in our types.

    Args:
        value: as the driver returned it.
        ids: our ids of nodes by the server's, for the ends of edges whose nodes were not returned.

    Returns:
        Days and times are Python's own, durations and points are text.

    Example:
        >>> value_of([time.Date(2024, 10, 11), {"a": time.Duration(days=1)}])
        [datetime.date(2024, 10, 11), {'a': 'P1D'}]
    """
    if type(value) in PLAIN:
        return value
    if isinstance(value, list):
        return [value_of(item, ids) for item in value]
    if isinstance(value, dict):
        return {key: value_of(item, ids) for key, item in value.items()}
    if isinstance(value, (time.Date, time.DateTime, time.Time)):
        return value.to_native()
    if isinstance(value, (time.Duration, spatial.Point)):
        return str(value)
    if isinstance(value, graph.Path):
        nodes = tuple(value_of(node, ids) for node in value.nodes)
        return Path(nodes, tuple(value_of(edge, ids) for edge in value.relationships))
    if isinstance(value, graph.Node):
        return Node(_id(value, ids), tuple(sorted(value.labels)), _properties(value))
    if isinstance(value, graph.Relationship):
        start, end = (_id(node, ids) if node else "" for node in (value.start_node, value.end_node))
        return Edge(value.element_id, value.type, start, end, _properties(value))
    return value


def _id(node: graph.Node, ids: Mapping[str, str]) -> str:
    return str(node.get("id") or ids.get(node.element_id, node.element_id))


def _properties(entity: graph.Entity) -> dict[str, Any]:
    return {key: value_of(item) for key, item in entity.items()}


def ends_in(value: Any) -> set[str]:
    """Return the server's ids of the nodes at both ends of every edge inside a value."""
    if isinstance(value, graph.Relationship):
        return {node.element_id for node in (value.start_node, value.end_node) if node}
    if isinstance(value, graph.Path):
        return ends_in(list(value.relationships))
    if isinstance(value, dict):
        return ends_in(list(value.values()))
    return {end for item in value for end in ends_in(item)} if isinstance(value, list) else set()


def weight(value: Any) -> int:
    """Return about how many bytes a value of the driver takes.

    Example:
        >>> weight([1, "text", {"a": None}])
        319
    """
    if isinstance(value, (graph.Node, graph.Relationship)):
        value = dict(value.items())
    if isinstance(value, graph.Path):
        value = [*value.nodes, *value.relationships]
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list):
        return 56 + sum(8 + weight(item) for item in value)
    return 49 + len(value) if isinstance(value, (str, bytes)) else 32
