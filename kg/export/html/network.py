"""A scene as a `pyvis.network.Network`: what is drawn, where, and how it looks on a light page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyvis.network import Network

from kg.errors import ExportError, Problem
from kg.export.html import labels
from kg.export.html.bows import bows
from kg.export.html.layout import positions
from kg.export.html.style import INK, PAPER, POINTS_BACK, STANCES, fill, kind_of, line_of, look_of
from kg.rows import EdgeRow, Graph, NodeRow

ENDS = {"arrow": 0.7, "bar": 0.9, "circle": 0.55}
"""Size of each end of a line, as a share of vis-network's own."""


@dataclass(frozen=True)
class Scene:
    """One picture: the rows to draw, a title and a remark above it.

    Attributes:
        title: what the picture shows, for the select menu and the heading.
        nodes: nodes to draw; an id that comes twice is drawn once.
        edges: edges to draw; both ends must be among the nodes.
        note: how to read it, one or two sentences.
    """

    title: str
    nodes: list[NodeRow]
    edges: list[EdgeRow]
    note: str = ""


def unique_nodes(scene: Scene) -> dict[str, NodeRow]:
    """Return the scene's nodes by id."""
    return {node.id: node for node in scene.nodes}


def stance_of(edge: EdgeRow, nodes: dict[str, NodeRow]) -> str | None:
    """Return the stance of an edge: its own, or that of the claim whose speaker or event it tells."""
    stance = edge.properties.get("stance")
    claim = nodes.get(edge.start)
    if stance is None and edge.type in ("SAID_BY", "ABOUT") and claim is not None:
        stance = claim.properties.get("stance")
    return stance if isinstance(stance, str) and stance in STANCES else None


def to_network(scene: Scene, context: Graph | None = None) -> Network:
    """Turn a scene into a directed pyvis network with fixed positions and no physics.

    Args:
        scene: what to draw.
        context: the whole graph, from which the stances of claims that are not drawn are read.

    Returns:
        The network. Node ids are row ids; nodes also carry `kind` (and `stance`, for claims) and `box`, their
        size with the label; edges carry `type`, `key`, `line` (stance, else type) and `claim`. Labels are
        plain text, there are no titles, and edges between the same two nodes each have their own roundness.

    Raises:
        ExportError: an edge ends at a node that the scene does not hold.
    """
    nodes = unique_nodes(scene)
    edges = list({edge.identity: edge for edge in scene.edges}.values())
    for edge in edges:
        for end in (edge.start, edge.end):
            if end not in nodes:
                what = f"scene '{scene.title}': {edge.type} of '{edge.start}' lacks its end '{end}'"
                raise ExportError(Problem(what, todo="add the node to the scene or leave the edge out"))
    network = Network(height="750px", directed=True, cdn_resources="in_line", bgcolor=PAPER["light"])
    network.options = _options(len(nodes))
    texts = {node.id: labels.label(node) for node in nodes.values()}
    boxes = [labels.box(texts[n.id], look_of(kind_of(n.labels))) for n in nodes.values()]
    place = {node_id: i for i, node_id in enumerate(nodes)}
    pairs = [(place[edge.start], place[edge.end]) for edge in edges]
    places = positions(boxes, pairs)
    hung = [(w, h, -below if at.above else below) for (w, h, below), at in zip(boxes, places, strict=True)]
    for node, box, at in zip(nodes.values(), hung, places, strict=True):
        lift = labels.lift(box, look_of(kind_of(node.labels)))
        network.add_node(node.id, label=texts[node.id], x=at.x, y=at.y, **_node_look(node))
        network.nodes[-1] |= {"font": {"vadjust": lift}, "box": [round(side) for side in box]}
    known = (context.nodes if context else {}) | nodes
    for edge, bow in zip(edges, bows(pairs, [(at.x, at.y) for at in places], hung), strict=True):
        network.add_edge(edge.start, edge.end, **_edge_look(edge, stance_of(edge, known), bow))
    return network


def _options(count: int) -> dict[str, Any]:
    """Return vis-network's options for a still picture; edges vanish while a big one is dragged."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True, "hideEdgesOnDrag": count > 200, "hideEdgesOnZoom": count > 200,
            "selectConnectedEdges": False, "keyboard": {"enabled": True, "bindToWindow": False},
        },
        "nodes": {
            "physics": False, "margin": labels.MARGIN_PX, "labelHighlightBold": False,
            "font": {
                "face": labels.FACE, "size": labels.FONT_PX, "color": INK["light"], "multi": False,
                "strokeWidth": 4, "strokeColor": PAPER["light"],
            },
            "scaling": {"label": {"enabled": False}},
        },
        "edges": {"physics": False, "selectionWidth": 2, "hoverWidth": 1, "smooth": False, "chosen": True},
    }  # fmt: skip


def _node_look(node: NodeRow) -> dict[str, Any]:
    kind = kind_of(node.labels)
    look = look_of(kind)
    stance = node.properties.get("stance") if kind == "Claim" else None
    edge = STANCES[stance] if isinstance(stance, str) and stance in STANCES else None
    paint = {"background": fill(look, "light"), "border": edge.light if edge else look.light}
    dashes = list(edge.dashes) if edge else [3, 3] if look.dashed else []
    return {
        "kind": kind, "shape": look.shape, "size": look.size,
        "borderWidth": 2 if edge or look.dashed else 1.5,
        "color": {**paint, "highlight": paint, "hover": paint},
        "shapeProperties": {"borderDashes": dashes or False, "borderRadius": 4},
        **({"stance": stance} if edge else {}),
    }  # fmt: skip


def _edge_look(edge: EdgeRow, stance: str | None, bow: float) -> dict[str, Any]:
    key = stance or edge.type
    look = line_of(key)
    claim = edge.properties.get("claim") or (edge.start if stance else None)
    smooth: dict[str, Any] | bool = False
    if bow:
        smooth = {"enabled": True, "type": "curvedCW" if bow > 0 else "curvedCCW", "roundness": abs(bow)}
    side = "from" if edge.type in POINTS_BACK else "to"
    return {
        "type": edge.type, "key": edge.key, "line": key, "claim": claim, "smooth": smooth,
        "width": look.width, "dashes": list(look.dashes) or False,
        "color": {"color": look.light, "highlight": look.light, "hover": look.light},
        "arrows": {side: {"enabled": True, "type": look.end, "scaleFactor": ENDS[look.end]}},
    }  # fmt: skip
