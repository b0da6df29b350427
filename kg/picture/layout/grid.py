"""Many shapes set on a grid, each in the free cell nearest to its place.

No two cover each other, in little time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

Point = tuple[float, float]
ROOM = 2.6
"""How many times the cells that the shapes need the whole has at first."""
EVEN = 0.55
"""How far crowds are thinned out: 0 keeps all distances, 1 spreads the nodes evenly."""


def snapped(sizes: Sequence[Point], points: Sequence[Point], gap: float) -> list[Point]:
    """Move shapes to cells of a grid of their own.

    Args:
        sizes: width and height of each.
        points: where they should be, in any unit; the whole is stretched until there is room.
        gap: between two shapes at least.

    Returns:
        One point per shape; the widest are placed first. No two shapes overlap.

    Example:
        >>> snapped([(10, 10)] * 2, [(0.0, 0.0), (0.0, 0.0)], 2)
        [(6.0, 6.0), (-6.0, -6.0)]
    """
    cell = sorted(max(size) for size in sizes)[len(sizes) // 2] + gap
    spans = [(math.ceil((w + gap) / cell), math.ceil((h + gap) / cell)) for w, h in sizes]
    side = math.sqrt(ROOM * sum(w * h for w, h in spans)) * cell
    wished = _even(points, side)
    taken: set[tuple[int, int]] = set()
    out = [(0.0, 0.0)] * len(sizes)
    for i in sorted(range(len(sizes)), key=lambda i: (-spans[i][0] * spans[i][1], i)):
        wide, high = spans[i]
        column, row = int(wished[i][0] / cell - (wide - 1) / 2), int(wished[i][1] / cell - (high - 1) / 2)
        stride = (wide + 1) // 2, (high + 1) // 2  # large shapes take large steps
        for dx, dy in _rings():
            x, y = column + dx * stride[0], row + dy * stride[1]
            cells = [(x, y)] if wide == high == 1 else list(product(range(x, x + wide), range(y, y + high)))
            if taken.isdisjoint(cells):
                taken.update(cells)
                out[i] = ((x + wide / 2) * cell, (y + high / 2) * cell)
                break
    return out


def _even(points: Sequence[Point], side: float) -> list[Point]:
    """Return places in a square of that side, crowds thinned out by rank along each axis."""
    axes = []
    for axis in (0, 1):
        values = [p[axis] for p in points]
        low, high = min(values), max(values)
        order = sorted(range(len(values)), key=lambda i: (values[i], i))
        rank = [0.0] * len(values)
        for place, i in enumerate(order):
            rank[i] = place / len(values)
        spread = (high - low) or 1.0
        axes.append(
            [
                side * ((1 - EVEN) * (v - low) / spread + EVEN * r) if high > low else 0.0
                for v, r in zip(values, rank, strict=True)
            ]
        )
    return list(zip(*axes, strict=True))


def _rings() -> Iterator[tuple[int, int]]:
    """Yield steps from a cell to the cells around it, ring by ring, without end."""
    yield 0, 0
    reach = 0
    while True:
        reach += 1
        for step in range(-reach, reach + 1):
            yield step, -reach
            yield step, reach
        for step in range(1 - reach, reach):
            yield -reach, step
            yield reach, step
