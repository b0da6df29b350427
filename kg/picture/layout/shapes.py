"""Polygons and lines of points: with fewer points, and cut to a frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def fewer(line: Sequence[Point], off: float) -> list[Point]:
    """Return a line with as few of its points as keep it within `off` of itself (Douglas and Peucker).

    Example:
        >>> fewer([(0, 0), (1, 0.01), (2, 0), (2, 2)], 0.1)
        [(0, 0), (2, 0), (2, 2)]
    """
    kept, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = 0.0, 0
        for i in range(first + 1, last):
            away = _away(line[i], line[first], line[last])
            if away > far:
                far, at = away, i
        if far > off:
            kept.add(at)
            todo += [(first, at), (at, last)]
    return [line[i] for i in sorted(kept)]


def _away(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a piece of a line."""
    x, y, dx, dy = point[0] - start[0], point[1] - start[1], end[0] - start[0], end[1] - start[1]
    long = dx * dx + dy * dy
    share = min(1.0, max(0.0, (x * dx + y * dy) / long)) if long else 0.0
    return hypot(x - share * dx, y - share * dy)


def clipped(ring: Sequence[Point], frame: Frame) -> list[Point]:
    """Return what of a polygon is inside of a frame (Sutherland and Hodgman); empty when nothing is.

    Example:
        >>> clipped([(-1, 1), (1, 1), (1, 3), (-1, 3)], (0, 0, 9, 2))
        [(0.0, 2.0), (0.0, 1.0), (1, 1), (1.0, 2.0)]
    """
    left, top, right, bottom = frame
    points = list(ring)
    for axis, side, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        points = half(points, lambda p, a=axis, s=side, g=sign: g * (p[a] - s), _between)  # type: ignore[misc]
    return points


def half[P](ring: Sequence[P], inside: Callable[[P], float], between: Callable[[P, P, float], P]) -> list[P]:
    """Return the part of a polygon on one side.

    Args:
        ring: its corners; the last is joined to the first.
        inside: how far inside a corner is; negative outside.
        between: the point at a share (0 to 1) of the way from one corner to another.
    """
    kept: list[P] = []
    for before, after in pairwise([*ring[-1:], *ring]):
        a, b = inside(before), inside(after)
        if (a < 0) != (b < 0):
            kept.append(between(before, after, a / (a - b)))
        if b >= 0:
            kept.append(after)
    return kept


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def middle(a: Point, b: Point) -> Point:
    """Return the point half-way between two, to half a pixel."""
    return halves(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))


def halves(point: Point) -> Point:
    """Return a point to half a pixel, so that files stay small."""
    return round(point[0] * 2) / 2, round(point[1] * 2) / 2
