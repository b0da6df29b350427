"""Positions computed here, once, so that the same graph gives the same picture and nothing wobbles.

Stress minimisation by stochastic gradient descent: every pair of nodes is drawn at the length of the
shortest path between them. It needs no library, and plain arithmetic in a fixed order gives the same
positions on every machine. Above `EXACT` nodes only edges and paths to some pivots are minded.

Source: J. X. Zheng, S. Pawar, D. F. M. Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG
25(9), 2019; M. Ortmann, M. Klimenta, U. Brandes, "A Sparse Stress Model", 2016 (pivots).
"""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from kg.export.html.overlap import Box, pack, separate

SEED = 20240613
EXACT = 260
"""Nodes of a component up to which every pair is minded."""
PIVOTS = 40
ROUNDS = 30
EDGE_PX = 40.0
"""Length of an edge between two nodes without other neighbours; half as much again where nodes are few."""
FEW = 45
"""Nodes up to which extra room is given."""
CROWD_PX = 30.0
"""What each further neighbour (by its square root) adds, so that hubs get room."""

Point = tuple[float, float]
Neighbours = dict[int, float]


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
                near[a][b] = EDGE_PX * ease + CROWD_PX * (math.sqrt(len(near[a]) - 1) + math.sqrt(len(near[b]) - 1))
        points = _turned(_stress(members, near, random.Random(seed)), aspect)
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


def _distances(start: int, near: list[Neighbours]) -> dict[int, float]:
    """Return the length of the shortest path from one node to each node it reaches."""
    known = {start: 0.0}
    heap = [(0.0, start)]
    while heap:
        length, node = heapq.heappop(heap)
        if length > known[node]:
            continue
        for other, step in near[node].items():
            total = length + step
            if total < known.get(other, math.inf):
                known[other] = total
                heapq.heappush(heap, (total, other))
    return known


def _terms(members: list[int], near: list[Neighbours]) -> list[tuple[int, int, float]]:
    """Return the pairs that are minded and how far apart they should be."""
    place = {node: i for i, node in enumerate(members)}
    if len(members) <= EXACT:
        return [
            (i, place[other], length)
            for i, node in enumerate(members)
            for other, length in _distances(node, near).items()
            if place[other] > i
        ]
    terms = {(i, place[o]): step for i, n in enumerate(members) for o, step in near[n].items() if place[o] > i}
    far, pivot = dict.fromkeys(members, math.inf), max(members, key=lambda m: (len(near[m]), -m))
    for _ in range(PIVOTS):
        for node, length in _distances(pivot, near).items():
            far[node] = min(far[node], length)
            i, j = sorted((place[pivot], place[node]))
            if i != j:
                terms.setdefault((i, j), length)
        pivot = max(members, key=lambda m: (far[m], -m))
    return [(i, j, length) for (i, j), length in sorted(terms.items())]


def _stress(members: list[int], near: list[Neighbours], chance: random.Random) -> list[Point]:
    """Return a point per member, by gradient descent on one pair after the other."""
    terms = _terms(members, near)
    if not terms:
        return [(0.0, 0.0)] * len(members)
    longest, shortest = max(t[2] for t in terms), min(t[2] for t in terms)
    xs = [chance.uniform(-longest, longest) / 2 for _ in members]
    ys = [chance.uniform(-longest, longest) / 2 for _ in members]
    step, last = longest**2, 0.05 * shortest**2
    shrink = (last / step) ** (1 / (ROUNDS - 1))
    for _ in range(ROUNDS):
        chance.shuffle(terms)
        for i, j, length in terms:
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            now = math.sqrt(dx * dx + dy * dy) or 1e-9
            move = min(1.0, step / (length * length)) * (now - length) / (2 * now)
            xs[i] -= move * dx
            ys[i] -= move * dy
            xs[j] += move * dx
            ys[j] += move * dy
        step *= shrink
    return list(zip(xs, ys, strict=True))


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
