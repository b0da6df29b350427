"""Rows arranged for following edges both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model.rows import EdgeRow, NodeRow
from kg.picture.looks import kind_of

_NAMES = ("caption", "name", "title", "paraphrase")


class Index:
    """Nodes by id, and edges by the node they leave or enter, in a fixed order."""

    def __init__(self, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> None:
        """Arrange the rows; an edge that comes twice is kept once."""
        self.nodes = {node.id: node for node in nodes}
        self.out: dict[str, list[EdgeRow]] = defaultdict(list)
        self.into: dict[str, list[EdgeRow]] = defaultdict(list)
        unique = {edge.identity: edge for edge in edges}
        for edge in sorted(unique.values(), key=lambda e: (e.type, _position(e), e.identity)):
            self.out[edge.start].append(edge)
            self.into[edge.end].append(edge)

    def ends(self, node_id: str, edge_type: str) -> list[str]:
        """Return the ids at which edges of a type from this node end."""
        return [edge.end for edge in self.out.get(node_id, ()) if edge.type == edge_type]

    def starts(self, node_id: str, edge_type: str) -> list[str]:
        """Return the ids from which edges of a type come to this node."""
        return [edge.start for edge in self.into.get(node_id, ()) if edge.type == edge_type]

    def name(self, node_id: str) -> str:
        """Return the words for a node as they stand in the facts, or its id."""
        found = (str(self.nodes[node_id].properties.get(key) or "").strip() for key in _NAMES)
        return next(filter(None, found), node_id)

    def kind(self, node_id: str) -> str:
        """Return the kind of a node, empty where the rows do not hold it."""
        node = self.nodes.get(node_id)
        return kind_of(node.labels) if node else ""


def _position(edge: EdgeRow) -> int:
    position = edge.properties.get("position", 0)
    return position if isinstance(position, int) else 0
