"""The rows of a picture: those that a store returned, or the whole network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.model.derived import CHAINS, DERIVED
from kg.model.link_roles import ACTED_ON, ACTING, HELPING
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.model.table import labels, types
from kg.picture.looks import kind_of
from kg.store import Edge, Element, Node
from kg.store.read_rows import ordered

NETWORK = (
    *types(*ACTING, *ACTED_ON, *HELPING, "goods", "cargo", "return", "evidence"),
    *(edge for edge in DERIVED if edge not in CHAINS),
)
"""Edges of the overview: who does what to whom, who helps, who speaks; the claims are in the panel."""


class Scene(NamedTuple):
    """Rows to draw, and how many claims more there are."""

    nodes: list[NodeRow]
    edges: list[EdgeRow]
    beyond: int = 0


def overview(graph: Graph) -> Scene:
    """Return the network of actors, events and weapon types, without claims and documents."""
    edges = [edge for edge in graph.edges.values() if edge.type in NETWORK]
    met = {end for edge in edges for end in (edge.start, edge.end)}
    return Scene([node for node in graph.nodes.values() if node.id in met], edges)


def scene_of(elements: Sequence[Element]) -> Scene:
    """Return nodes and edges as rows; topics and edges without both ends are left out."""
    nodes = {e.id: NodeRow(e.id, ordered(e.labels), e.properties) for e in elements if isinstance(e, Node)}
    nodes = {i: n for i, n in nodes.items() if kind_of(n.labels) not in labels("topic")}
    edges = [
        EdgeRow(e.type, e.start, e.end, str(e.properties.get("key", "")), e.properties)
        for e in elements
        if isinstance(e, Edge) and e.start in nodes and e.end in nodes
    ]
    distinct = {edge.identity: edge for edge in edges}
    return Scene([nodes[i] for i in sorted(nodes)], [distinct[i] for i in sorted(distinct)])
