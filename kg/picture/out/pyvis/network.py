"""A drawing as vis-network's nodes and edges, all of them still."""

from __future__ import annotations

import itertools
import math
from pathlib import Path
from typing import Any

from pyvis.network import Network

from kg.picture.drawing import Drawing, Edge, Node, Point, Rule, TextBlock
from kg.picture.frame import holds
from kg.picture.looks import GRID, INK, PAPER, SOFT, dashes_of, fill, line_of, look_of, mix
from kg.picture.metrics import BOLD, FACE, FONT_PX, LINE_PX, ROLE_PX, text_width
from kg.picture.out.pyvis.page import MANY, page

SHAPES = {
    "circle": "dot",
    "square": "square",
    "diamond": "diamond",
    "triangle": "triangle",
    "hexagon": "hexagon",
    "box": "box",
    "gap": "box",
    "bar": "box",
    "interval": "dot",
    "cluster": "dot",
    "cross": "star",
}
"""Our shapes by vis-network's names."""
ENDS = {"arrow": 0.6, "bar": 0.8, "circle": 0.5}
"""Size of each end of a line, as a share of vis-network's own."""
VIS_GAP_PX = 7.0
"""What vis-network leaves between a shape and its label."""
NO_MARGIN = {"top": 0.01, "right": 0.01, "bottom": 0.01, "left": 0.01}
"""Room between a label and its box; vis-network takes 0 for its own."""
SPARE, SPARE_BOLD = 1.03, 1.02
"""How much wider `text_width` is than the letters, which vis-network can only centre."""
ROUND = math.pi / 4
"""Sideways reach of vis-network's curve of roundness 1, as a share of its length (for small roundness)."""
POINT = {
    "shape": "dot",
    "size": 0.1,
    "label": "",
    "color": "rgba(0,0,0,0)",
    "borderWidth": 0,
    "chosen": False,
}
"""A node that is only a place where a line starts or ends."""


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
        Path(name).write_text(self.generate_html(), encoding="utf-8", newline="\n")
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
        _add(network, *_rule(rule, number))
    solid = len(drawing.edges) > MANY
    for number, edge in enumerate(drawing.edges):
        hidden = edge.start in inside or edge.end in inside
        _add(network, *(_plain(edge, hidden, solid) if drawing.kind == "network" else _led(edge, number)))
    for node in drawing.nodes:
        _add(network, *_node(node, node.id in inside))
    for number, text in enumerate(drawing.texts):
        _add(network, [_words(f"~text:{number}", text)], [])
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


def _node(node: Node, hidden: bool) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return a node as vis-network draws it; a label that stands beside its shape is a node of its own."""
    look, line = look_of(node.kind), line_of(node.style) if node.style else None
    colour = line.light if line else look.light
    dashes = list(line.dashes) if line else [3, 3] if look.dashed else []
    exact = node.kind == "Claim" and node.shape == "square" and not dashes
    inside = colour if node.shape == "bar" or exact else fill(look, "light", node.shape in ("box", "cluster"))
    paint = {"background": inside, "border": colour}
    made: dict[str, Any] = {
        "id": node.id,
        "fact": node.fact,
        "kind": node.kind,
        "style": node.style,
        "claims": list(node.claims),
        "x": node.x,
        "y": node.y,
        "shape": SHAPES.get(node.shape, "dot"),
        "size": node.height / 2,
        "label": "",
        "borderWidth": line.width if line else 1.5,
        "color": {**paint, "highlight": paint, "hover": paint},
        "shapeProperties": {"borderDashes": dashes or False, "borderRadius": 4},
    }
    if node.full:
        made["full"] = node.full
    if node.members:
        made["members"] = list(node.members)
    if hidden:
        made["hidden"] = True
    if node.shape == "interval":
        return _interval(node, made, colour, dashes)
    if made["shape"] == "box":
        made |= {
            "widthConstraint": {"minimum": node.width},
            "heightConstraint": {"minimum": node.height},
            "margin": NO_MARGIN,
            "label": " ",
        }
    if not node.label or not node.shown:
        return [made], []
    below, above = (
        node.height / 2 + 4 + LINE_PX / 2,
        -node.height / 2 - 4 - LINE_PX / 2 - (len(node.label) - 1) * LINE_PX,
    )
    dx, dy, anchor = node.label_at
    words = "\n".join(node.label)
    if holds(node) and made["shape"] == "box":
        made["label"] = words
        made["font"] = {"strokeWidth": 0}
    elif not dx and anchor == "middle" and dy in (below, above) and made["shape"] != "box":
        made["label"] = words
        lift = 0.0 if dy == below else -(node.height + len(node.label) * LINE_PX + VIS_GAP_PX)
        made["font"] = {"vadjust": round(lift - 3, 1)}
    else:
        made["own"] = f"~label:{node.id}"
        shift = {"start": 0.5, "middle": 0.0, "end": -0.5}[anchor] * max(
            text_width(part) for part in node.label
        )
        middle = node.y + dy + (len(node.label) - 1) * LINE_PX / 2
        return [
            made,
            {**_text(made["own"], words, node.x + dx + shift, middle, INK["light"]), "hidden": hidden},
        ], []
    return [made], []


def _interval(
    node: Node, made: dict[str, Any], colour: str, dashes: list[int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return a line between its ends: a square is included, a ring is not, a triangle has no bound."""
    ends = []
    for ending, x, side in (
        (node.left, node.x - node.width / 2, "left"),
        (node.right, node.x + node.width / 2, "right"),
    ):
        shape = {"closed": "square", "open": "dot", "unbounded": "triangle"}.get(ending, "dot")
        paint = {"background": PAPER["light"] if ending == "open" else colour, "border": colour}
        ends.append(
            {
                "id": f"~{side}:{node.id}",
                "x": x,
                "y": node.y,
                "shape": shape,
                "size": 5,
                "label": "",
                "borderWidth": 2,
                "color": paint,
                "chosen": False,
            }
        )
    line = {
        "from": ends[0]["id"],
        "to": ends[1]["id"],
        "width": 4,
        "color": colour,
        "dashes": dashes or False,
        "arrows": "",
        "chosen": False,
    }
    return [made | POINT, *ends], [line]


def _text(
    id_: str, words: str, x: float, y: float, colour: str, size: float = FONT_PX, bold: bool = False
) -> dict[str, Any]:
    font = {"size": size * (1.08 if bold else 1), "color": colour}  # vis-network has no bold without markup
    return {
        "id": id_,
        "label": words,
        "x": round(x, 1),
        "y": round(y, 1),
        "shape": "text",
        "font": font,
        "chosen": False,
    }


def _words(id_: str, text: TextBlock) -> dict[str, Any]:
    size, bold = ROLE_PX.get(text.role, FONT_PX), text.role in BOLD
    shift = (
        {"start": 0.5, "middle": 0.0, "end": -0.5}[text.anchor]
        * text_width(text.text, size, bold)
        / (SPARE_BOLD if bold else SPARE)
    )
    colour = SOFT["light"] if text.role in ("axis", "note") else INK["light"]
    return _text(id_, text.text, text.x + shift, text.y, colour, size, bold) | {
        "fact": text.fact,
        "claims": list(text.claims),
    }


def _rule(rule: Rule, number: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    ends = [f"~rule:{number}:{side}" for side in "ab"]
    colour = SOFT["light"] if rule.role == "axis" else GRID["light"]
    points = [
        POINT | {"id": ends[0], "x": rule.x1, "y": rule.y1},
        POINT | {"id": ends[1], "x": rule.x2, "y": rule.y2},
    ]
    return points, [
        {"from": ends[0], "to": ends[1], "width": 1, "color": colour, "chosen": False, "arrows": ""}
    ]


def _look(edge: Edge) -> dict[str, Any]:
    look = line_of(edge.style)
    dashes = list(dashes_of(edge.style, edge.derived))
    return {
        "type": edge.type,
        "style": edge.style,
        "claims": list(edge.claims),
        "width": max(edge.high, 1.0),
        "dashes": dashes or False,
        "color": {"color": look.light, "highlight": look.light, "hover": look.light},
    }


def _arrow(edge: Edge) -> dict[str, Any]:
    if edge.arrow == "none":
        return {"arrows": ""}
    end = line_of(edge.style).end
    return {
        "arrows": {
            "from" if edge.arrow == "start" else "to": {
                "enabled": True,
                "type": end,
                "scaleFactor": ENDS[end],
            }
        }
    }


def _plain(edge: Edge, hidden: bool, solid: bool) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return a line of the network: from node to node, bowed as drawn."""
    made = {"from": edge.start, "to": edge.end, **_look(edge), **_arrow(edge)}
    if solid:
        made["dashes"] = False
    if len(edge.path) == 3:
        (x1, y1), (x, y), (x2, y2) = edge.path
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        aside = ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length
        made["smooth"] = {
            "enabled": True,
            "type": "curvedCCW" if aside > 0 else "curvedCW",
            "roundness": round(min(1.0, abs(aside) / length / ROUND), 3),
        }
    if hidden:
        made["hidden"] = True
    return [], [made]


def _led(edge: Edge, number: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return a line that is led: its joints are points of their own.

    What is uncertain is paler and lies beneath what is certain.
    """
    joints: list[Point] = (
        [edge.path[0], *edge.path[3::3]] if len(edge.path) > 3 else [edge.path[0], edge.path[-1]]
    )
    ids = [f"~joint:{number}:{i}" for i in range(len(joints))]
    points = [POINT | {"id": i, "x": x, "y": y} for i, (x, y) in zip(ids, joints, strict=True)]
    bend = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}
    smooth: Any = bend if len(edge.path) > 3 else False
    look, pieces = _look(edge), []
    widths = [(edge.high, True), (edge.low, False)] if edge.high > edge.low else [(edge.low, False)]
    for width, pale in widths:
        if width <= 0:
            continue
        colour = mix(look["color"]["color"], PAPER["light"], 0.65) if pale else look["color"]["color"]
        for i, (start, end) in enumerate(itertools.pairwise(ids)):
            last = i == len(ids) - 2 and width <= 4
            pieces.append(
                {
                    "from": start,
                    "to": end,
                    **look,
                    "width": max(width, 1.0),
                    "color": colour,
                    "smooth": smooth,
                    **(_arrow(edge) if last else {"arrows": ""}),
                }
            )
    return points, pieces
