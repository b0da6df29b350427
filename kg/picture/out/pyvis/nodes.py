"""Nodes, intervals and words of a drawing as nodes of vis-network."""

from __future__ import annotations

from typing import Any

from kg.picture.drawing import Node, TextBlock
from kg.picture.frame import holds
from kg.picture.looks import INK, PAPER, SOFT, fill, line_of, look_of, mix
from kg.picture.metrics import BOLD, FONT_PX, LINE_PX, ROLE_PX, text_width

Made = tuple[list[dict[str, Any]], list[dict[str, Any]]]
"""The nodes and edges of vis-network that one thing of a drawing becomes."""
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
    "bracket": "dot",
    "cluster": "dot",
    "cross": "star",
}
"""Our shapes by vis-network's names."""
VIS_GAP_PX = 7.0
"""What vis-network leaves between a shape and its label."""
NO_MARGIN = {"top": 0.01, "right": 0.01, "bottom": 0.01, "left": 0.01}
"""Room between a label and its box; vis-network takes 0 for its own."""
SPARE, SPARE_BOLD = 1.03, 1.02
"""How much wider `text_width` is than the letters, which vis-network can only centre."""
POINT = {
    "shape": "dot",
    "size": 0.1,
    "label": "",
    "color": "rgba(0,0,0,0)",
    "borderWidth": 0,
    "chosen": False,
}
"""A node that is only a place where a line starts or ends."""


def node_of(node: Node, hidden: bool) -> Made:
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
    if node.shape in ("interval", "bracket"):
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


def _interval(node: Node, made: dict[str, Any], colour: str, dashes: list[int]) -> Made:
    """Return a line between its ends: a square is included, a ring is not, a triangle has no bound.

    That of a bracket is pale and thin.
    """
    vague = node.shape == "bracket"
    colour = mix(colour, PAPER["light"], 0.5) if vague else colour
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
        "width": 1 if vague else 4,
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


def words_of(id_: str, text: TextBlock) -> dict[str, Any]:
    """Return words of a drawing as a node that has no shape."""
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
