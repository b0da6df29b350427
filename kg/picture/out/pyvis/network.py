"""A drawing as vis-network's nodes and edges, all of them still."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pyvis.network import Network

from kg.picture.drawing import Drawing
from kg.picture.looks import INK, PAPER
from kg.picture.metrics import FACE, FONT_PX
from kg.picture.out.pyvis.lines import direct, frame_line, led
from kg.picture.out.pyvis.nodes import node_of, words_of
from kg.picture.out.pyvis.page import MANY, page
from kg.system.atomic_files import write_atomically


class Still(Network):  # type: ignore[misc]  # pyvis ships no types
    """A network whose page is ours: offline, without markup from data, written as UTF-8.

    Attributes:
        drawing: what it was made from; nodes and edges that were added since are in the page, too.
    """

    drawing: Drawing

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page; the arguments are pyvis's and change nothing."""
        self.html = page(self, self.drawing)
        return self.html

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page as UTF-8; nothing is put beside it."""
        write_atomically(Path(name), self.generate_html())
        if open_browser:
            import webbrowser

            webbrowser.open(Path(name).resolve().as_uri())


def to_pyvis(drawing: Drawing) -> Still:
    """Turn a drawing into a directed pyvis network with fixed positions and no physics.

    Args:
        drawing: the picture; members of clusters are there, too, hidden.

    Returns:
        The network. Ids of nodes are those of the drawing; nodes also carry `fact`, `kind` and `style`, edges
        `type`, `style` and `claims`. Words and frame lines of the drawing are nodes and edges whose ids start
        with `~`. Labels are plain text, and nothing has a title.
    """
    network = Still(height="750px", directed=True, cdn_resources="in_line", bgcolor=PAPER["light"])
    network.drawing = drawing
    network.options = _options()
    inside = {member for node in drawing.nodes for member in node.members}
    for number, rule in enumerate(drawing.rules):
        _add(network, *frame_line(rule, number))
    solid = len(drawing.edges) > MANY
    for number, edge in enumerate(drawing.edges):
        hidden = edge.start in inside or edge.end in inside
        _add(network, *(direct(edge, hidden, solid) if drawing.kind == "network" else led(edge, number)))
    for node in drawing.nodes:
        _add(network, *node_of(node, node.id in inside))
    for number, text in enumerate(drawing.texts):
        _add(network, [words_of(f"~text:{number}", text)], [])
    return network


def _add(network: Network, nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> None:
    """Add what `add_node` and `add_edge` would, but for their search through all that is there."""
    for node in nodes:
        network.nodes.append(node)
        network.node_ids.append(node["id"])
        network.node_map[node["id"]] = node
    network.edges += edges


def _options() -> dict[str, Any]:
    """Return vis-network's options for a still picture; edges vanish while it is moved."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": False,
            "hideEdgesOnDrag": True,
            "hideEdgesOnZoom": True,
            "selectConnectedEdges": False,
            "dragNodes": True,
            "keyboard": {"enabled": True, "bindToWindow": False},
        },
        "nodes": {
            "physics": False,
            "labelHighlightBold": False,
            "scaling": {"label": {"enabled": False}},
            "font": {
                "face": FACE,
                "size": FONT_PX,
                "color": INK["light"],
                "multi": False,
                "strokeWidth": 3,
                "strokeColor": PAPER["light"],
            },
        },
        "edges": {"physics": False, "selectionWidth": 1, "hoverWidth": 0, "smooth": False, "chosen": True},
    }
