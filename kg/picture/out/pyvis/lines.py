"""Lines of a drawing as edges of vis-network, between points where they are led."""

from __future__ import annotations

import itertools
import math
from typing import Any

from kg.picture.drawing import Edge, Point, Rule
from kg.picture.looks import GRID, PAPER, SOFT, dashes_of, line_of, mix
from kg.picture.out.pyvis.nodes import POINT, Made

ENDS = {"arrow": 0.6, "bar": 0.8, "circle": 0.5}
"""Size of each end of a line, as a share of vis-network's own."""
ROUND = math.pi / 4
"""Sideways reach of vis-network's curve of roundness 1, as a share of its length (for small roundness)."""


def frame_line(rule: Rule, number: int) -> Made:
    """Return a line of the frame, which belongs to no fact."""
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


def direct(edge: Edge, hidden: bool, solid: bool) -> Made:
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


def led(edge: Edge, number: int) -> Made:
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
