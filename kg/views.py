"""Which nodes and edges a picture shows: the answer to a preset, or the whole network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.errors import CallError, Problem
from kg.export.html import Scene
from kg.presets.header import Preset
from kg.presets.run import graph
from kg.rows import DERIVED, EdgeRow, Graph, NodeRow
from kg.store import Element, Store
from kg.store.reading import ordered

NETWORK = ("DELIVERED", "RECEIVED_BY", "OF_TYPE", "SENT", "HOSTED_BY", "USED", "AGAINST", "IN_RETURN_FOR", "SUPPORTS", *DERIVED)
"""Edges of the overview: who supplies, sends, uses and speaks; the claims themselves are in the panel."""


def preset_scene(preset: Preset, store: Store, given: Mapping[str, Any] | None = None) -> Scene:
    """Return the picture of a preset's answer.

    Raises:
        CallError: the preset has no `:graph` part, or a parameter is wrong.
    """
    if preset.graph is None:
        raise CallError(Problem(f"the preset '{preset.name}' draws nothing", expected="a preset with a ':graph' part"))
    return _scene(preset.title, graph(preset, store, given), "")


def overview(whole: Graph) -> Scene:
    """Return the network of actors, events and weapon types, without claims and documents."""
    edges = [edge for edge in whole.edges.values() if edge.type in NETWORK]
    met = {end for edge in edges for end in (edge.start, edge.end)}
    nodes = [node for node in whole.nodes.values() if node.id in met]
    return Scene("The whole network", nodes, edges, "Who supplies, sends, uses and speaks. Click an event to read its claims.")


def _scene(title: str, elements: Sequence[Element], note: str) -> Scene:
    nodes = {e.id: NodeRow(e.id, ordered(e.labels), e.properties) for e in elements if not e.type}
    nodes = {i: n for i, n in nodes.items() if "Topic" not in n.labels}
    edges = [
        EdgeRow(e.type, e.start, e.end, str(e.properties.get("key", "")), e.properties)
        for e in elements
        if e.type and e.start in nodes and e.end in nodes
    ]
    distinct = {edge.identity: edge for edge in edges}
    return Scene(title, [nodes[i] for i in sorted(nodes)], [distinct[i] for i in sorted(distinct)], note)
