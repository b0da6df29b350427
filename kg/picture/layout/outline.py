"""An indented list for narrow paper: what follows from a row stands below it, a step to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.picture.drawing import Edge, Node, Point

WIDTH_PX = 328.0
"""Room between the margins of paper of 360 pixels."""
STEP_PX, DEEPEST = 20.0, 6
"""How far a row is moved to the right of what it follows from, and how often at most."""
STEM_PX, BEND_PX, BETWEEN_PX = 8.0, 6.0, 8.0


class Row(NamedTuple):
    """One line of the list.

    Attributes:
        node: what stands there, with its width and height; its place is not looked at.
        depth: how many rows stand above it on its way to the first one.
        above: place in the list of the row that it follows from, None for a first one.
        type: edge type of the line from there, empty for none.
        style: of the line.
        claims: behind the line.
    """

    node: Node
    depth: int
    above: int | None = None
    type: str = ""
    style: str = ""
    claims: tuple[str, ...] = ()


def indent(depth: int) -> float:
    """Return how far to the right a row begins, in pixels.

    Example:
        >>> indent(0), indent(2), indent(50) == indent(6)
        (0.0, 40.0, True)
    """
    return STEP_PX * min(depth, DEEPEST)


def outlined(rows: Sequence[Row]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return the rows at their places from top to bottom, and the lines down to each from what it follows.

    Example:
        >>> (first, last), (line,) = outlined([
        ...     Row(Node("a", "a", "Claim", "box", 0, 0, 328, 40), 0),
        ...     Row(Node("b", "b", "Claim", "box", 0, 0, 308, 40), 1, 0, "RELAYS", "RELAYS")])
        >>> last.x - last.width / 2, last.y - first.y, line.path[-1]
        (20.0, 48.0, (20.0, 48.0))
    """
    nodes: list[Node] = []
    edges: list[Edge] = []
    bottom = 0.0
    for row in rows:
        half = row.node.height / 2
        bottom += BETWEEN_PX * (3 if row.above is None and nodes else 1 if nodes else 0)
        y = bottom + half if nodes else 0.0
        node = row.node._replace(x=indent(row.depth) + row.node.width / 2, y=round(y, 1))
        bottom = y + half
        nodes.append(node)
        if row.above is not None:
            start, end = nodes[row.above], node
            path = _down(start, (end.x - end.width / 2, end.y))
            name = f"{row.type}:{start.id}:{end.id}"
            edges.append(Edge(name, start.id, end.id, row.type, row.style, path, 1.6, 1.6, claims=row.claims))
    return tuple(nodes), tuple(edges)


def _down(start: Node, end: Point) -> tuple[Point, ...]:
    """Return a way that falls from the left of a row and bends to the beginning of another."""
    x = min(start.x - start.width / 2 + STEM_PX, end[0] - 2 * BEND_PX)
    top, turn = (x, round(start.y + start.height / 2, 1)), (x, round(end[1] - BEND_PX, 1))
    corner = (x, end[1])
    return top, top, turn, turn, corner, corner, end
