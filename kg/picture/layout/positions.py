"""Positions computed here, once, so that the same graph gives the same picture and nothing wobbles."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from kg.picture.layout.grid import snapped
from kg.picture.layout.overlap import Box, pack, separate
from kg.picture.layout.stress import Neighbours, Point, minimised

SEED = 20240613
EDGE_PX = 40.0
"""Length of an edge between two nodes without other neighbours; half as much again where nodes are few."""
FEW = 45
"""Nodes up to which extra room is given."""
CROWD_PX = 30.0
"""What each further neighbour (by its square root) adds, so that hubs get room."""

CROWDED = 320
"""Nodes of one part above which they are set on a grid instead of being pushed apart."""
CROWD_GAP_PX = 12.0


class Placed(NamedTuple):
    """Where a node stands, in whole pixels, and whether its label is better above it than below."""

    x: int
    y: int
    above: bool


def positions(
    boxes: Sequence[Box], pairs: Sequence[tuple[int, int]], *, aspect: float = 1.4, seed: int = SEED
) -> list[Placed]:
    """Place boxes so that linked ones are near and none overlap.

    Args:
        boxes: width, height and downward shift of each node with its label, in pixels.
        pairs: linked nodes, as places in `boxes`; direction and repetition do not matter.
        aspect: width by height that the whole should have.
        seed: of the pseudo-random start.

    Returns:
        One place per box, the middle of the picture near the origin. A box that hangs below its node is
        turned above it where most of its edges go down.

    Example:
        >>> [place.y for place in positions([(60, 20, 0), (60, 20, 0)], [(0, 1)])]
        [0, 0]
    """
    near: list[Neighbours] = [{} for _ in boxes]
    for a, b in pairs:
        if a != b:
            near[a][b] = near[b][a] = 0.0
    drawn = []
    turned = list(boxes)
    ease = min(1.5, max(1.0, FEW / max(1, len(boxes))))
    for members in _components(near):
        for a in members:
            for b in near[a]:
                crowd = math.sqrt(len(near[a]) - 1) + math.sqrt(len(near[b]) - 1)
                near[a][b] = EDGE_PX * ease + CROWD_PX * crowd
        points = _turned(minimised(members, near, random.Random(seed)), aspect)
        if len(members) > CROWDED:
            drawn.append(
                (members, snapped([(boxes[m][0], boxes[m][1]) for m in members], points, CROWD_GAP_PX))
            )
            continue
        rise = dict(zip(members, (y for _, y in points), strict=True))
        for member in members:
            width, height, below = boxes[member]
            if sum(rise[other] - rise[member] for other in near[member]) > 0:
                turned[member] = (width, height, -below)
        drawn.append((members, separate([turned[m] for m in members], points, ease)))
    places = pack(turned, drawn, aspect)
    return [Placed(x, y, box[2] < 0) for (x, y), box in zip(places, turned, strict=True)]


def _components(near: list[Neighbours]) -> list[list[int]]:
    """Return the connected parts, largest first, each in the order of its nodes."""
    seen: set[int] = set()
    parts = []
    for start in range(len(near)):
        if start in seen:
            continue
        part, todo = {start}, [start]
        while todo:
            new = [n for n in near[todo.pop()] if n not in part]
            part.update(new)
            todo += new
        seen |= part
        parts.append(sorted(part))
    return sorted(parts, key=lambda p: (-len(p), p[0]))


def _turned(points: list[Point], aspect: float) -> list[Point]:
    """Turn the longest direction level and stretch a little towards the wished aspect."""
    n = len(points)
    mx, my = sum(p[0] for p in points) / n, sum(p[1] for p in points) / n
    moved = [(x - mx, y - my) for x, y in points]
    xx, yy, xy = sum(x * x for x, _ in moved), sum(y * y for _, y in moved), sum(x * y for x, y in moved)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    flat = [(x * cos + y * sin, y * cos - x * sin) for x, y in moved]
    wide = max(x for x, _ in flat) - min(x for x, _ in flat)
    high = max(y for _, y in flat) - min(y for _, y in flat)
    stretch = min(1.3, math.sqrt(max(1.0, aspect * high / wide))) if wide > 0 else 1.0
    return [(x * stretch, y / stretch) for x, y in flat]
