"""How far each edge bows out: parallel ones from each other, single ones around what is not their own."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from kg.export.html.overlap import Box, Point

STEP = 0.16
"""How much further each parallel edge bows out than its neighbour, as vis-network's roundness."""
DETOURS = (0.0, 0.16, -0.16, 0.32, -0.32)
"""Roundness that a single edge may take to pass by other nodes, in order of preference."""
MANY = 80
"""Edges up to which detours are sought; among more of them straight lines are easier to follow."""
SAMPLES = 14


def bows(pairs: Sequence[tuple[int, int]], points: Sequence[Point], boxes: Sequence[Box]) -> list[float]:
    """Return the roundness of each edge, negative for a bow to the other side.

    Args:
        pairs: start and end of each edge, as places in `points`.
        points: where the nodes are.
        boxes: their sizes, as they hang at those points.

    Returns:
        One number per edge: 0 for a straight line; no two edges between the same nodes have the same line.

    Example:
        >>> bows([(0, 1), (1, 0)], [(0.0, 0.0), (9.0, 0.0)], [(1, 1, 0), (1, 1, 0)])
        [-0.08, -0.08]
    """
    total = Counter(frozenset(pair) for pair in pairs)
    seen: Counter[frozenset[int]] = Counter()
    out = []
    for start, end in pairs:
        pair = frozenset((start, end))
        offset = (seen[pair] - (total[pair] - 1) / 2) * min(STEP, 1.6 / total[pair])
        seen[pair] += 1
        if total[pair] == 1 and start != end and len(pairs) <= MANY:
            offset = min(DETOURS, key=lambda bow: _cost(start, end, bow, points, boxes))
            out.append(offset)
        else:
            out.append(round(offset if start <= end else -offset, 3))
    return out


def _cost(start: int, end: int, bow: float, points: Sequence[Point], boxes: Sequence[Box]) -> float:
    """Weigh the foreign shapes (4 each) and labels (1 each) that an edge would run under, and the bow."""
    line = _curve(points[start], points[end], bow)
    cost = 5 * abs(bow)
    for node, ((x, y), (width, height, below)) in enumerate(zip(points, boxes, strict=True)):
        if node in (start, end):
            continue
        core = height / 2 - abs(below)
        if any(abs(px - x) < (core if below else width / 2) and abs(py - y) < core for px, py in line):
            cost += 4
        elif any(abs(px - x) < width / 2 and abs(py - y - below) < height / 2 for px, py in line):
            cost += 1
    return cost


def _curve(a: Point, b: Point, bow: float) -> list[Point]:
    """Return points on the line that vis-network draws for a roundness: a quadratic curve over one corner."""
    half = abs(bow) / 2 + 0.5
    side = half if bow >= 0 else 1 - half
    angle = math.atan2(a[1] - b[1], b[0] - a[0]) + side * math.pi
    reach = half * math.hypot(b[0] - a[0], b[1] - a[1])
    via = (a[0] + reach * math.sin(angle), a[1] + reach * math.cos(angle))
    out = []
    for sample in range(1, SAMPLES):
        t = sample / SAMPLES
        out.append(tuple((1 - t) ** 2 * a[k] + 2 * t * (1 - t) * via[k] + t * t * b[k] for k in (0, 1)))
    return out  # type: ignore[return-value]  # two coordinates each
