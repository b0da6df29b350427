"""Distances on the page that follow distances in the graph.

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
from itertools import chain, islice

EXACT = 260
"""Nodes up to which every pair is minded."""
PIVOTS = 40
ROUNDS = 30

Point = tuple[float, float]
Neighbours = dict[int, float]


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
    linked = ((i, place[other], step) for i, n in enumerate(members) for other, step in near[n].items())
    terms = {(i, j): step for i, j, step in linked if i < j}
    far, pivot = dict.fromkeys(members, math.inf), max(members, key=lambda m: (len(near[m]), -m))
    for _ in range(PIVOTS):
        for node, length in _distances(pivot, near).items():
            far[node] = min(far[node], length)
            i, j = sorted((place[pivot], place[node]))
            if i != j:
                terms.setdefault((i, j), length)
        pivot = max(members, key=lambda m: (far[m], -m))
    return [(i, j, length) for (i, j), length in sorted(terms.items())]


def minimised(members: list[int], near: list[Neighbours], chance: random.Random) -> list[Point]:
    """Place linked nodes by gradient descent on one pair after the other.

    Args:
        members: the nodes of one connected part.
        near: neighbours of each node and how long the edge to each should be, in pixels.
        chance: where the start and the order of the pairs come from.

    Returns:
        One point per member, in their order.
    """
    terms = _terms(members, near)
    if not terms:
        return [(0.0, 0.0)] * len(members)
    longest, shortest = max(t[2] for t in terms), min(t[2] for t in terms)
    xs = [chance.uniform(-longest, longest) / 2 for _ in members]
    ys = [chance.uniform(-longest, longest) / 2 for _ in members]
    step, last = longest**2, 0.05 * shortest**2
    shrink = (last / step) ** (1 / (ROUNDS - 1))
    chance.shuffle(terms)
    for _ in range(ROUNDS):
        cut = chance.randrange(len(terms))
        for i, j, length in chain(islice(terms, cut, None), islice(terms, cut)):
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            now = math.sqrt(dx * dx + dy * dy) or 1e-9
            pull = step / (length * length)
            move = (pull if pull < 1.0 else 1.0) * (now - length) / (2 * now)
            xs[i] -= move * dx
            ys[i] -= move * dy
            xs[j] += move * dx
            ys[j] += move * dy
        step *= shrink
    return list(zip(xs, ys, strict=True))
