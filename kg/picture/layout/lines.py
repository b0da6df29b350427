"""Where lines run: ports along the sides of boxes, and smooth ways from column to column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.picture.drawing import Node, Point

Stop = tuple[float, float, float]
"""A column that a line passes: its left end, its right end, and the height."""


def cubic(start: Point, end: Point) -> tuple[Point, ...]:
    """Return a curve that leaves and arrives level, without its start.

    Example:
        >>> cubic((0, 0), (10, 4))
        ((5.0, 0), (5.0, 4), (10, 4))
    """
    middle = (start[0] + end[0]) / 2
    return (middle, start[1]), (middle, end[1]), end


def routed(start: Point, stops: Sequence[Stop], end: Point) -> tuple[Point, ...]:
    """Return the way of a line through the columns between its ends, as joined cubic curves."""
    path = [start]
    for left, right, y in stops:
        path += cubic(path[-1], (left, y))
        path += cubic(path[-1], (right, y))
    path += cubic(path[-1], end)
    return tuple((round(x, 1), round(y, 1)) for x, y in path)


def ports(
    pairs: Sequence[tuple[str, str]], nodes: Mapping[str, Node], through: Sequence[Sequence[float]]
) -> list[tuple[Point, Point]]:
    """Return where each line leaves its start at the right side and reaches its end at the left side.

    Lines that share a side are spread along it in the order of where they go next: the first height in
    `through`, else the other end.
    """
    out: dict[str, list[int]] = defaultdict(list)
    into: dict[str, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(pairs):
        out[start].append(number)
        into[end].append(number)
    leaving = _spread(
        out, nodes, [way[0] if way else nodes[end].y for (_, end), way in zip(pairs, through, strict=True)]
    )
    arriving = _spread(
        into,
        nodes,
        [way[-1] if way else nodes[start].y for (start, _), way in zip(pairs, through, strict=True)],
    )
    return [
        ((nodes[s].x + nodes[s].width / 2, leaving[i]), (nodes[e].x - nodes[e].width / 2, arriving[i]))
        for i, (s, e) in enumerate(pairs)
    ]


def _spread(
    sides: Mapping[str, list[int]], nodes: Mapping[str, Node], next_: Sequence[float]
) -> dict[int, float]:
    y_of = {}
    for node, numbers in sides.items():
        own = nodes[node]
        room = max(0.0, own.height - 16)
        step = min(12.0, room / (len(numbers) - 1)) if len(numbers) > 1 else 0.0
        for place, number in enumerate(sorted(numbers, key=lambda n: (next_[n], n))):
            y_of[number] = own.y + (place - (len(numbers) - 1) / 2) * step
    return y_of
