"""Distances on the page that follow distances in the graph.

Stress minimisation by stochastic gradient descent: every pair of nodes is drawn at the length of the shortest
path between them. It needs no library, and plain arithmetic in a fixed order gives the same positions on
every machine. Above `EXACT` nodes only edges and paths to some pivots are minded, starting from where the
distances to the pivots alone put the nodes.

Source: J. X. Zheng, S. Pawar, D. F. M. Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG
25(9), 2019; M. Ortmann, M. Klimenta, U. Brandes, "A Sparse Stress Model", 2016; U. Brandes, C. Pich,
"Eigensolver Methods for Progressive Multidimensional Scaling of Large Data", 2006 (pivots).
"""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Sequence
from itertools import chain, islice

EXACT = 260
"""Nodes up to which every pair is minded."""
PIVOTS, FEW_PIVOTS = 40, 8
"""Nodes to which paths are minded, at most and at least; with more nodes they are fewer."""
TERMS = 20_000
"""How many paths are minded about, as long as the bounds of `PIVOTS` allow."""
ROUNDS, FEW_ROUNDS = 30, 9
LARGE = 2_000
"""Nodes above which there are few rounds."""
POWER_STEPS = 30

Point = tuple[float, float]
Neighbours = dict[int, float]
Term = tuple[int, int, float]


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


def minimised(members: list[int], near: list[Neighbours], chance: random.Random) -> list[Point]:
    """Place linked nodes by gradient descent on one pair after the other.

    Args:
        members: the nodes of one connected part.
        near: neighbours of each node and how long the edge to each should be, in pixels.
        chance: where the start and the order of the pairs come from.

    Returns:
        One point per member, in their order.
    """
    place = {node: i for i, node in enumerate(members)}
    if len(members) <= EXACT:
        terms = [
            (i, place[other], length)
            for i, node in enumerate(members)
            for other, length in _distances(node, near).items()
            if place[other] > i
        ]
        if not terms:
            return [(0.0, 0.0)] * len(members)
        longest = max(t[2] for t in terms)
        start = [
            (chance.uniform(-longest, longest) / 2, chance.uniform(-longest, longest) / 2) for _ in members
        ]
        return _descended(start, terms, longest, ROUNDS, chance)
    columns = _pivots(members, place, near, max(FEW_PIVOTS, min(PIVOTS, TERMS // len(members))))
    known = {
        (i, place[other]): step
        for i, n in enumerate(members)
        for other, step in near[n].items()
        if i < place[other]
    }
    for pivot, lengths in columns:
        for i, length in enumerate(lengths):
            if i != pivot:
                known.setdefault((pivot, i) if pivot < i else (i, pivot), length)
    terms = [(i, j, length) for (i, j), length in sorted(known.items())]
    steps = [step for n in members for step in near[n].values()]
    rounds = ROUNDS if len(members) <= LARGE else FEW_ROUNDS
    return _descended(
        _scaled([lengths for _, lengths in columns], chance),
        terms,
        4 * sum(steps) / len(steps),
        rounds,
        chance,
    )


def _pivots(
    members: Sequence[int], place: dict[int, int], near: list[Neighbours], count: int
) -> list[tuple[int, list[float]]]:
    """Return some nodes far from each other with the distances of all to each, the best linked one first."""
    far = [math.inf] * len(members)
    pivot = max(members, key=lambda m: (len(near[m]), -m))
    pivots = []
    for _ in range(min(count, len(members))):
        reached = _distances(pivot, near)
        lengths = [reached[m] for m in members]
        pivots.append((place[pivot], lengths))
        far = [min(a, b) for a, b in zip(far, lengths, strict=True)]
        pivot = members[max(range(len(members)), key=lambda i: (far[i], -i))]
    return pivots


def _scaled(columns: Sequence[Sequence[float]], chance: random.Random) -> list[Point]:
    """Return the points that distances to the pivots alone suggest.

    They lie along the two greatest axes of the centred squares.
    """
    n, k = len(columns[0]), len(columns)
    squares = [[length * length for length in column] for column in columns]
    means = [sum(column) / n for column in squares]
    rows = [sum(values) / k for values in zip(*squares, strict=True)]
    mean = sum(means) / k
    centred = [
        [-(value - row - own + mean) / 2 for value, row in zip(column, rows, strict=True)]
        for column, own in zip(squares, means, strict=True)
    ]
    product = [[sum(map(float.__mul__, a, b)) for b in centred] for a in centred]
    axes: list[list[float]] = []
    for _ in range(2):
        vector = [chance.uniform(-1, 1) for _ in range(k)]
        for _ in range(POWER_STEPS):
            for axis in axes:
                share = sum(map(float.__mul__, vector, axis))
                vector = [v - share * a for v, a in zip(vector, axis, strict=True)]
            vector = [sum(map(float.__mul__, row, vector)) for row in product]
            size = math.sqrt(sum(v * v for v in vector)) or 1.0
            vector = [v / size for v in vector]
        axes.append(vector)
    points = [[0.0] * n, [0.0] * n]
    for axis, values in zip(axes, points, strict=True):
        for weight, column in zip(axis, centred, strict=True):
            for i, value in enumerate(column):
                values[i] += weight * value
    reach = max(map(max, columns)) / 2
    spans = [max(map(abs, values)) or 1.0 for values in points]
    jitter = reach / 50
    return [
        (
            x / spans[0] * reach + chance.uniform(-jitter, jitter),
            y / spans[0] * reach + chance.uniform(-jitter, jitter),
        )
        for x, y in zip(*points, strict=True)
    ]


def _descended(
    start: Sequence[Point], terms: list[Term], longest: float, rounds: int, chance: random.Random
) -> list[Point]:
    """Move pairs towards their lengths, by steps that shrink from the square of `longest`."""
    xs, ys = [x for x, _ in start], [y for _, y in start]
    shortest = min(t[2] for t in terms)
    step, last = longest**2, 0.05 * shortest**2
    shrink = (last / step) ** (1 / (rounds - 1))
    chance.shuffle(terms)
    sqrt = math.sqrt
    for _ in range(rounds):
        cut = chance.randrange(len(terms))
        for i, j, length in chain(islice(terms, cut, None), islice(terms, cut)):
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            now = sqrt(dx * dx + dy * dy) or 1e-9
            pull = step / (length * length)
            move = (pull if pull < 1.0 else 1.0) * (now - length) / (2 * now)
            xs[i] -= move * dx
            ys[i] -= move * dy
            xs[j] += move * dx
            ys[j] += move * dy
        step *= shrink
    return list(zip(xs, ys, strict=True))
