"""The graph as the pages read it."""

from __future__ import annotations

from kg.model.rows import Graph
from kg.picture.node_kinds import NodeKinds

_NAMES = ("caption", "name", "title", "paraphrase")


class Index:
    """A graph with kinds and names of its nodes.

    Attributes:
        nodes: by id.
        out: the edges that leave each node, in order.
        into: the edges that enter each node, in order.
        ends: see `Graph.ends`.
        starts: see `Graph.starts`.
        reached: see `Graph.reached`.
    """

    def __init__(self, graph: Graph) -> None:
        """Look at a graph."""
        self.nodes, self.out, self.into = graph.nodes, graph.out, graph.into
        self.ends, self.starts, self.reached = graph.ends, graph.starts, graph.reached
        self._kinds = NodeKinds(graph.nodes)

    def name(self, node_id: str) -> str:
        """Return the words for a node as they stand in the facts, or its id."""
        told = (str(self.nodes[node_id].properties.get(key) or "").strip() for key in _NAMES)
        return next(filter(None, told), node_id)

    def kind(self, node_id: str) -> str:
        """Return the kind of a node, empty where the rows do not hold it."""
        return self._kinds.get(node_id, "")
