"""What changes between two graphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.rows import EdgeRow, Graph, NodeRow


@dataclass(frozen=True)
class Changes:
    """What turns one graph into another.

    A node whose labels changed is removed and added again, with all its edges.
    """

    added_nodes: list[NodeRow]
    changed_nodes: list[NodeRow]
    removed_nodes: list[str]
    added_edges: list[EdgeRow]
    changed_edges: list[EdgeRow]
    removed_edges: list[EdgeRow]

    def __len__(self) -> int:
        """Return the number of rows to write."""
        return sum(len(part) for part in vars(self).values())

    @property
    def nodes(self) -> tuple[int, int, int]:
        """How many nodes are added, changed and removed."""
        return len(self.added_nodes), len(self.changed_nodes), len(self.removed_nodes)

    @property
    def edges(self) -> tuple[int, int, int]:
        """How many edges are added, changed and removed."""
        return len(self.added_edges), len(self.changed_edges), len(self.removed_edges)


def changes_between(now: Graph, wanted: Graph) -> Changes:
    """Return what turns the graph `now` into the graph `wanted`; pure.

    Example:
        >>> from kg.model.rows import Graph
        >>> len(changes_between(Graph({}, {}), Graph({}, {})))
        0
    """
    same = {
        i
        for i in wanted.nodes.keys() & now.nodes.keys()
        if set(wanted.nodes[i].labels) == set(now.nodes[i].labels)
    }
    renewed = wanted.nodes.keys() & now.nodes.keys() - same
    kept = {k for k in wanted.edges.keys() & now.edges.keys() if not {k[1], k[2]} & renewed}
    gone = now.edges.keys() - wanted.edges.keys()
    return Changes(
        added_nodes=[row for i, row in wanted.nodes.items() if i not in same],
        changed_nodes=[
            wanted.nodes[i]
            for i in wanted.nodes
            if i in same and wanted.nodes[i].properties != now.nodes[i].properties
        ],
        removed_nodes=[i for i in now.nodes if i not in same],
        added_edges=[row for k, row in wanted.edges.items() if k not in kept],
        changed_edges=[
            wanted.edges[k]
            for k in wanted.edges
            if k in kept and wanted.edges[k].properties != now.edges[k].properties
        ],
        removed_edges=[now.edges[k] for k in now.edges if k in gone],
    )
