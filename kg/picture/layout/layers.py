"""Nodes in columns: ordered so that few lines cross, long lines led through the columns between.

Source: K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System Structures",
    IEEE
SMC 11(2), 1981 (barycentres, dummy nodes); pool adjacent violators for the heights.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

SWEEPS = 16
SETTLE = 12
LANE_PX = 12.0
"""Room of a long line that passes through a column."""

Key = Hashable


class Columns(NamedTuple):
    """Where nodes stand in their columns.

    Attributes:
        y: middle of each node.
        through: for each edge the heights at which it passes the columns between its ends, from start to end.
    """

    y: dict[str, float]
    through: list[tuple[float, ...]]


def longest(nodes: Sequence[str], below: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return for each node the length of the longest way down; an edge that closes a circle is not minded.

    Example:
        >>> longest(["a", "b", "c"], {"a": ["b", "c"], "b": ["c"], "c": []})
        {'c': 0, 'b': 1, 'a': 2}
    """
    depth: dict[str, int] = {}
    for start in nodes:
        todo, path = [start], set()
        while todo:
            node = todo[-1]
            if node in depth:
                todo.pop()
                continue
            path.add(node)
            missing = [n for n in below.get(node, ()) if n not in depth and n not in path]
            if missing:
                todo.append(missing[0])
                continue
            depth[node] = max((depth[n] + 1 for n in below.get(node, ()) if n in depth), default=0)
            path.discard(todo.pop())
    return depth


def arrange(
    columns: Sequence[Sequence[str]],
    heights: Mapping[str, float],
    edges: Sequence[tuple[str, str]],
    gap: float = 14.0,
) -> Columns:
    """Order each column and give every node a height on the page.

    Args:
        columns: ids of the nodes of each column, from left to right, in the order to start from.
        heights: of the nodes, in pixels.
        edges: from left to right; ends in one column or leading back are not minded, and pass through
            nothing.
        gap: between two nodes, in pixels.

    Returns:
        Heights on the page; no two nodes of a column are nearer than `gap`, and long lines keep off the
        nodes.

    Example:
        >>> arrange([["a", "b"], ["c", "d"]], dict.fromkeys("abcd", 20), [("a", "d"), ("b", "c")], 10).y
        {'a': 0.0, 'b': 30.0, 'd': 0.0, 'c': 30.0}
    """
    at = {node: i for i, column in enumerate(columns) for node in column}
    rows: list[list[Key]] = [list(column) for column in columns]
    left: dict[Key, list[Key]] = defaultdict(list)
    right: dict[Key, list[Key]] = defaultdict(list)
    ways: list[list[Key]] = []
    for number, (start, end) in enumerate(edges):
        way: list[Key] = [start, *((number, i) for i in range(at[start] + 1, at[end])), end]
        ways.append(way)
        if at[start] < at[end]:
            for i, step in enumerate(way[1:-1], at[start] + 1):
                rows[i].append(step)
            for one, other in itertools.pairwise(way):
                right[one].append(other)
                left[other].append(one)
    rows = _ordered(rows, left, right)
    y = _settled(rows, left, right, lambda key: heights[key] if isinstance(key, str) else LANE_PX, gap)
    own = {node: y[node] for row in rows for node in row if isinstance(node, str)}
    between = [
        tuple(y[step] for step in way[1:-1]) if at[str(way[0])] < at[str(way[-1])] else () for way in ways
    ]
    return Columns(own, between)


def _ordered(
    rows: list[list[Key]], left: Mapping[Key, list[Key]], right: Mapping[Key, list[Key]]
) -> list[list[Key]]:
    """Sweep from left to right and back and keep the order with the fewest crossings."""
    best, fewest = rows, _crossings(rows, right)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        rows = [list(row) for row in rows]
        forth = sweep % 2 == 0
        for i in range(1, len(rows)) if forth else range(len(rows) - 2, -1, -1):
            near = left if forth else right
            place = {node: n for n, node in enumerate(rows[i - 1] if forth else rows[i + 1])}
            here = {node: n for n, node in enumerate(rows[i])}
            rows[i].sort(
                key=lambda node: (
                    _mean([place[n] for n in near.get(node, ()) if n in place], here[node]),
                    here[node],
                )
            )
        crossings = _crossings(rows, right)
        if crossings < fewest:
            best, fewest = rows, crossings
    return best


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(rows: list[list[Key]], right: Mapping[Key, list[Key]]) -> int:
    """Count pairs of lines that cross between neighbouring columns, with a tree of counts."""
    total = 0
    for row, after in itertools.pairwise(rows):
        place = {node: n for n, node in enumerate(after)}
        ends = [p for node in row for p in sorted(place[n] for n in right.get(node, ()) if n in place)]
        tree = [0] * (len(after) + 1)
        for seen, end in enumerate(ends):
            above, i = 0, end + 1
            while i:
                above += tree[i]
                i &= i - 1
            total += seen - above
            i = end + 1
            while i < len(tree):
                tree[i] += 1
                i += i & -i
    return total


def _settled(
    rows: list[list[Key]],
    left: Mapping[Key, list[Key]],
    right: Mapping[Key, list[Key]],
    height: Callable[[Key], float],
    gap: float,
) -> dict[Key, float]:
    """Give heights: each node near the middle of its neighbours, in order and apart from the next."""
    y: dict[Key, float] = {}
    for row in rows:
        edge = 0.0
        for node in row:
            y[node] = edge + height(node) / 2
            edge += height(node) + gap
    tallest = max((y[row[-1]] for row in rows if row), default=0.0)
    for row in rows:  # shorter columns start in the middle
        shift = (tallest - y[row[-1]]) / 2 if row else 0.0
        for node in row:
            y[node] += shift
    for turn in range(SETTLE):
        forth = turn % 2 == 0
        for row in rows if forth else reversed(rows):
            near = left if forth else right
            wished = [
                _mean(
                    [y[n] for n in near.get(node, ())]
                    or [y[n] for n in (right if forth else left).get(node, ())],
                    y[node],
                )
                for node in row
            ]
            steps = [(height(a) + height(b)) / 2 + gap for a, b in itertools.pairwise(row)]
            for node, place in zip(row, apart(wished, steps), strict=True):
                y[node] = place
    top = min((y[node] - height(node) / 2 for row in rows for node in row), default=0.0)
    first = height(rows[0][0]) / 2 if rows and rows[0] else 0.0
    return {node: round(y[node] - top - first, 1) for row in rows for node in row}


def apart(wished: Sequence[float], steps: Sequence[float]) -> list[float]:
    """Return the places nearest to those wished for (least squares) that keep the order and the distances.

    Example:
        >>> apart([0.0, 0.0], [10.0])
        [-5.0, 5.0]
    """
    offset = [0.0]
    for step in steps:
        offset.append(offset[-1] + step)
    blocks: list[tuple[float, int]] = []
    for value in (w - o for w, o in zip(wished, offset, strict=False)):
        mean, size = value, 1
        while blocks and blocks[-1][0] > mean:
            other, count = blocks.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        blocks.append((mean, size))
    flat = [mean for mean, size in blocks for _ in range(size)]
    return [value + o for value, o in zip(flat, offset, strict=False)]
