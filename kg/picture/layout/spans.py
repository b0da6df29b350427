"""Lines between shapes: from border to border, parallel ones bowed away from each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from kg.picture.drawing import Node, Point

STEP_PX = 26.0
"""How far the middle of each parallel line is from that of the next."""


def offsets(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return how far each line bows to its right, in pixels; 0 for a line that is alone.

    Example:
        >>> offsets([("a", "b"), ("b", "a"), ("a", "c")])
        [-13.0, -13.0, 0.0]
    """
    total = Counter(frozenset(pair) for pair in pairs)
    seen: Counter[frozenset[str]] = Counter()
    out = []
    for start, end in pairs:
        pair = frozenset((start, end))
        aside = (seen[pair] - (total[pair] - 1) / 2) * STEP_PX
        seen[pair] += 1
        out.append((aside if start <= end else -aside) + 0.0)
    return out


def bowed(start: Node, end: Node, bow: float) -> tuple[Point, ...]:
    """Return the line between two shapes: straight, or bowed to the right by `bow` pixels in its middle.

    Example:
        >>> a = Node("a", "a", "", "circle", 0, 0, 10, 10)
        >>> bowed(a, a._replace(x=100), 0)
        ((5.0, 0.0), (95.0, 0.0))
    """
    dx, dy = end.x - start.x, end.y - start.y
    length = math.hypot(dx, dy) or 1.0
    if not bow:
        return border(start, dx, dy), border(end, -dx, -dy)
    via = ((start.x + end.x) / 2 - dy / length * bow * 2, (start.y + end.y) / 2 + dx / length * bow * 2)
    first = border(start, via[0] - start.x, via[1] - start.y)
    last = border(end, via[0] - end.x, via[1] - end.y)
    return first, (round(via[0], 1), round(via[1], 1)), last


def border(node: Node, dx: float, dy: float) -> Point:
    """Return where a shape's border is in a direction; of a diamond, triangle or hexagon a little outside."""
    w, h = node.width / 2, node.height / 2
    if not dx and not dy:
        return round(node.x, 1), round(node.y, 1)
    if node.shape in ("circle", "cluster", "hexagon", "triangle"):
        share = 1 / math.sqrt((dx / w) ** 2 + (dy / h) ** 2)
    elif node.shape == "diamond":
        share = 1 / (abs(dx) / w + abs(dy) / h)
    else:
        share = min(w / abs(dx) if dx else math.inf, h / abs(dy) if dy else math.inf)
    return round(node.x + dx * share, 1), round(node.y + dy * share, 1)
