"""An indented list for narrow paper: what follows from a row stands below it, a step to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kg.picture.drawing import Edge, Node, Point, TextBlock

WIDTH_PX = 328.0
"""Room between the margins of paper of 360 pixels."""
STEP_PX, DEEPEST = 20.0, 6
"""How far a row is moved to the right of what it follows from, and how often at most."""
STEM_PX, BEND_PX, BETWEEN_PX, TITLE_PX = 8.0, 12.0, 8.0, 18.0


class Row(NamedTuple):
    """One line of the list.

    Attributes:
        node: what stands there, with its width and height; its place is not looked at.
        depth: how many rows stand above it on its way to the first one.
        above: place in the list of the row that it follows from, None for a first one.
        type: edge type of the line from there, empty for none.
        style: of the line.
        claims: behind the line.
        title: words above it; empty for none.
        arrow: whether the line points to this row, or to the one that it follows from.
        height: of a label beside the node, which may be higher than it.
    """

    node: Node
    depth: int
    above: int | None = None
    type: str = ""
    style: str = ""
    claims: tuple[str, ...] = ()
    height: float = 0.0
    title: str = ""
    arrow: Literal["end", "start"] = "end"


def indent(depth: int) -> float:
    """Return how far to the right a row begins, in pixels.

    Example:
        >>> indent(0), indent(2), indent(50) == indent(6)
        (0.0, 40.0, True)
    """
    return STEP_PX * min(depth, DEEPEST)


def outlined(rows: Sequence[Row]) -> tuple[tuple[Node, ...], tuple[Edge, ...], tuple[TextBlock, ...]]:
    """Return the rows at their places from top to bottom, lines down to each from what it follows, titles.

    Example:
        >>> (first, last), (line,), _ = outlined([
        ...     Row(Node("a", "a", "Claim", "box", 0, 0, 328, 40), 0),
        ...     Row(Node("b", "b", "Claim", "box", 0, 0, 308, 40), 1, 0, "RELAYS", "RELAYS")])
        >>> last.x - last.width / 2, last.y - first.y, line.path[-1]
        (20.0, 48.0, (20.0, 48.0))
    """
    nodes: list[Node] = []
    edges: list[Edge] = []
    titles: list[TextBlock] = []
    bottom = 0.0
    for row in rows:
        half = max(row.node.height, row.height) / 2
        bottom += BETWEEN_PX * (3 if row.above is None and nodes else 1 if nodes else 0)
        if row.title:
            y = round(bottom + TITLE_PX / 2, 1)
            titles.append(TextBlock(indent(row.depth), y, row.title, "start", "note"))
            bottom += TITLE_PX
        y = bottom + half if nodes else 0.0
        node = row.node._replace(x=indent(row.depth) + row.node.width / 2, y=round(y, 1))
        bottom = y + half
        nodes.append(node)
        if row.above is not None:
            start, end = nodes[row.above], node
            path = _down(start, (end.x - end.width / 2, end.y))
            name = f"{row.type}:{start.id}:{end.id}"
            edges.append(
                Edge(
                    name, start.id, end.id, row.type, row.style, path, 1.6, 1.6, row.arrow, claims=row.claims
                )
            )
    return tuple(nodes), tuple(edges), tuple(titles)


def _down(start: Node, end: Point) -> tuple[Point, ...]:
    """Return a curve that falls from the left of a row and bends to the beginning of another."""
    x = min(start.x - start.width / 2 + min(STEM_PX, start.width / 2), end[0] - BEND_PX)
    corner = (x, end[1])
    return (x, round(start.y + start.height / 2, 1)), corner, corner, end
