"""Boxes moved apart until no label covers another, and parts of a picture packed side by side."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

Box = tuple[float, float, float]
"""Width, height, and how far the middle lies below the node's position."""
Point = tuple[float, float]

GAP_X = 14.0
GAP_Y = 10.0
SIDEWAYS = 2.5
"""How much longer a way sideways may be than a way up or down: pages are wider than high."""
PASSES = 400
PATIENCE = 20
CROWD = 60
"""Boxes up to which pushing alone finds room soon."""
AROUND = [(column, row) for column in (-1, 0, 1) for row in (-1, 0, 1)]
"""A cell of the grid and its neighbours."""


def separate(boxes: Sequence[Box], points: Sequence[Point], ease: float = 1.0) -> list[Point]:
    """Move overlapping boxes apart, each pair along the way that takes least.

    Args:
        boxes: one per node, in pixels.
        points: where the nodes are.
        ease: how many times the usual gap is left between boxes.

    Returns:
        The new points in the same order. No two boxes overlap unless `PASSES` passes did not suffice.

    Example:
        >>> separate([(10, 10, 0), (10, 10, 0)], [(0.0, 0.0), (4.0, 0.0)])
        [(-10.0, 0.0), (14.0, 0.0)]
    """
    gap_x, gap_y = GAP_X * ease, GAP_Y * ease
    sizes = [(box[0] + gap_x, box[1] + gap_y) for box in boxes]
    cell = (max((w for w, _ in sizes), default=1.0), max((h for _, h in sizes), default=1.0))
    grow = _room(sizes, points)
    xs = [float(x) * grow for x, _ in points]
    ys = [y * grow + box[2] for (_, y), box in zip(points, boxes, strict=True)]
    moved = set(range(len(boxes)))
    for turn in range(1, PASSES):
        if not moved:
            break
        if turn % PATIENCE == 0:  # pushing alone goes in circles: a little more room for all
            more = 1.06 if len(boxes) <= 5 * CROWD else 1.2
            xs, ys = [x * more for x in xs], [y * more for y in ys]
        grid: dict[tuple[int, int], list[int]] = defaultdict(list)
        for i in range(len(boxes)):
            grid[int(xs[i] // cell[0]), int(ys[i] // cell[1])].append(i)
        now, moved = moved, set()
        for a in sorted(now):
            column, row = int(xs[a] // cell[0]), int(ys[a] // cell[1])
            for near in AROUND:
                for b in grid.get((column + near[0], row + near[1]), ()):
                    if b != a and _push(a, b, sizes, xs, ys):
                        moved |= {a, b}
    return [(x, y - box[2]) for x, y, box in zip(xs, ys, boxes, strict=True)]


def _room(sizes: Sequence[Point], points: Sequence[Point]) -> float:
    """Return by how much to spread many points whose boxes would nearly fill the picture."""
    if len(points) <= CROWD:
        return 1.0
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    needed = 1.4 * sum(w * h for w, h in sizes)
    return max(1.0, math.sqrt(needed / (wide * high))) if wide * high > needed / 100 else 1.0


def _push(a: int, b: int, sizes: Sequence[Point], xs: list[float], ys: list[float]) -> bool:
    """Move one pair apart where it overlaps; tell whether it did."""
    over_x = (sizes[a][0] + sizes[b][0]) / 2 - abs(xs[a] - xs[b])
    if over_x <= 0.01:
        return False
    over_y = (sizes[a][1] + sizes[b][1]) / 2 - abs(ys[a] - ys[b])
    if over_y <= 0.01:
        return False
    along, over = (xs, over_x) if over_x < SIDEWAYS * over_y else (ys, over_y)
    sign = 1.0 if (along[a], a) < (along[b], b) else -1.0
    along[a] -= sign * over / 2
    along[b] += sign * over / 2
    return True


def pack(
    boxes: Sequence[Box], parts: Sequence[tuple[list[int], list[Point]]], aspect: float
) -> list[tuple[int, int]]:
    """Put unconnected parts in rows under each other and return all points, centred on the origin.

    Args:
        boxes: one per node.
        parts: the nodes of each part and their points, largest part first.
        aspect: width by height that the whole should have.

    Returns:
        One point per box, in whole pixels.
    """
    frames = [_frame(boxes, members, points) for members, points in parts]
    sizes = [(right - left + 3 * GAP_X, low - top + 3 * GAP_Y) for left, top, right, low in frames]
    widest = max((width for width, _ in sizes), default=0.0)
    tries = [_shelves(sizes, widest * (1 + step / 4)) for step in range(9)]
    corners = min(tries, key=lambda t: max(_reach(t, sizes, 0) / aspect, _reach(t, sizes, 1)))
    out = [(0.0, 0.0)] * len(boxes)
    for (members, points), (left, top, _, _), (x, y) in zip(parts, frames, corners, strict=True):
        for member, (px, py) in zip(members, points, strict=True):
            out[member] = (px - left + x, py - top + y)
    if not out:
        return []
    left, top, right, low = _frame(boxes, list(range(len(boxes))), out)
    return [(round(px - (left + right) / 2), round(py - (top + low) / 2)) for px, py in out]


def _shelves(sizes: list[Point], limit: float) -> list[Point]:
    """Return a corner for each part: under the last, beside it, or on a new shelf, where it fits first."""
    corners: list[Point] = []
    x = top = y = 0.0
    column = shelf = 0.0
    for width, height in sizes:
        if corners and y + height <= top + shelf and width <= column:
            pass
        elif x + column + width <= limit or not corners:
            x, y, column = x + column, top, width
        else:
            x, y, column, top, shelf = 0.0, top + shelf, width, top + shelf, 0.0
        corners.append((x, y))
        y += height
        shelf = max(shelf, y - top)
    return corners


def _reach(corners: list[Point], sizes: list[Point], axis: int) -> float:
    return max((corner[axis] + size[axis] for corner, size in zip(corners, sizes, strict=True)), default=0.0)


def _frame(
    boxes: Sequence[Box], members: list[int], points: Sequence[Point]
) -> tuple[float, float, float, float]:
    """Return left, top, right and lower end of a part with its labels."""
    spans = [(x, y + boxes[m][2], *boxes[m][:2]) for m, (x, y) in zip(members, points, strict=True)]
    return (
        min(x - w / 2 for x, _, w, _ in spans),
        min(y - h / 2 for _, y, _, h in spans),
        max(x + w / 2 for x, _, w, _ in spans),
        max(y + h / 2 for _, y, _, h in spans),
    )
