"""Rows of nodes and edges, and the graph that they are.

A node row has the labels of its kind plus `Kg`, which marks it as ours in a database that others share.
An edge is identified by its type, its two ends and a key, so that parallel edges are never merged.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple


class NodeRow(NamedTuple):
    """One node: id, labels (general before special) and properties (id included)."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Any]

    def __hash__(self) -> int:
        """Hash without the properties."""
        return hash(self[:2])


class EdgeRow(NamedTuple):
    """One edge: type, ids of start and end, the key that tells parallels apart, properties (key included)."""

    type: str
    start: str
    end: str
    key: str
    properties: dict[str, Any]

    def __hash__(self) -> int:
        """Hash without the properties."""
        return hash(self[:4])

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What makes this edge the same edge on the next load."""
        return self.type, self.start, self.end, self.key

    @property
    def position(self) -> int:
        """Its place among the edges that one field declares."""
        place = self.properties.get("position", 0)
        return place if isinstance(place, int) else 0


@dataclass(frozen=True)
class Graph:
    """All rows of a graph, nodes by id and edges by identity; arranged for following edges both ways.

    The rows must not change once an edge was followed.

    Example:
        >>> a, b = NodeRow("a", ("Claim",), {}), NodeRow("b", ("Claim",), {})
        >>> relay = EdgeRow("RELAYS", "a", "b", "", {})
        >>> Graph({"a": a, "b": b}, {relay.identity: relay}).ends("a", "RELAYS")
        ['b']
    """

    nodes: dict[str, NodeRow]
    edges: dict[tuple[str, str, str, str], EdgeRow]

    @cached_property
    def ordered(self) -> list[EdgeRow]:
        """The edges of which both ends are there, by type, position and identity."""
        both = (e for e in self.edges.values() if e.start in self.nodes and e.end in self.nodes)
        return sorted(both, key=lambda e: (e.type, e.position, e.identity))

    @cached_property
    def out(self) -> Mapping[str, list[EdgeRow]]:
        """The edges that leave each node, in order; a node that none leaves is not there."""
        return _grouped((edge.start, edge) for edge in self.ordered)

    @cached_property
    def into(self) -> Mapping[str, list[EdgeRow]]:
        """The edges that enter each node, in order; a node that none enters is not there."""
        return _grouped((edge.end, edge) for edge in self.ordered)

    @cached_property
    def _leaving(self) -> dict[tuple[str, str], list[EdgeRow]]:
        return _grouped(((edge.start, edge.type), edge) for edge in self.ordered)

    @cached_property
    def _entering(self) -> dict[tuple[str, str], list[EdgeRow]]:
        return _grouped(((edge.end, edge.type), edge) for edge in self.ordered)

    @cached_property
    def worked_out(self) -> dict[str, dict[Hashable, Any]]:
        """What others worked out from the rows, by what it is; it goes when the graph goes."""
        return {}

    def leaving(self, node: str, edge_type: str) -> Sequence[EdgeRow]:
        """Return the edges of a type that leave a node, in order."""
        return self._leaving.get((node, edge_type), ())

    def entering(self, node: str, edge_type: str) -> Sequence[EdgeRow]:
        """Return the edges of a type that enter a node, in order."""
        return self._entering.get((node, edge_type), ())

    def ends(self, node: str, *edge_types: str) -> list[str]:
        """Return the ids at which edges of some types from a node end, each once."""
        return list(dict.fromkeys(e.end for one in edge_types for e in self.leaving(node, one)))

    def starts(self, node: str, *edge_types: str) -> list[str]:
        """Return the ids from which edges of some types come to a node, each once."""
        return list(dict.fromkeys(e.start for one in edge_types for e in self.entering(node, one)))

    def reached(self, start: Iterable[str], *edge_types: str, back: bool = False) -> set[str]:
        """Return some nodes and all to which edges of some types lead from them, at any remove.

        Args:
            start: ids.
            edge_types: along which to go.
            back: against the direction of the edges.
        """
        near = self.starts if back else self.ends
        found, todo = set(start), list(start)
        while todo:
            new = set(near(todo.pop(), *edge_types)) - found
            found |= new
            todo += new
        return found

    def overlaid(self, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> Graph:
        """Return the graph with some rows in the place of its own; itself when it has the same."""
        new_nodes = {n.id: n for n in nodes if self.nodes.get(n.id) != n}
        new_edges = {e.identity: e for e in edges if self.edges.get(e.identity) != e}
        if not new_nodes and not new_edges:
            return self
        return Graph({**self.nodes, **new_nodes}, {**self.edges, **new_edges})


def _grouped[Key: Hashable](pairs: Iterable[tuple[Key, EdgeRow]]) -> dict[Key, list[EdgeRow]]:
    found: dict[Key, list[EdgeRow]] = {}
    for key, edge in pairs:
        found.setdefault(key, []).append(edge)
    return found
