"""The network on narrow paper: who or what has the most lines first, and below it what each line leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.model.derived import DERIVED
from kg.picture.caption import caption
from kg.picture.drawing import Drawing, Node, Spot
from kg.picture.frame import framed
from kg.picture.layout.outline import WIDTH_PX, Row, indent, outlined
from kg.picture.looks import POINTS_BACK
from kg.picture.metrics import LINE_PX, wrap
from kg.picture.subject import Subject

MOST = 150
"""Rows that one list holds."""


class Line(NamedTuple):
    """What is drawn as one line between two nodes."""

    start: str
    end: str
    type: str
    style: str


def as_list(
    subject: Subject, nodes: Mapping[str, Node], lines: Mapping[Line, set[str]], claims: Sequence[str]
) -> Drawing:
    """Draw a network as a list; each line stands below that of its ends which has more of them.

    Args:
        subject: the answer.
        nodes: what is drawn, by id, with shape and rank.
        lines: between them, each with the claims behind it.
        claims: those that the drawing rests on.
    """
    near: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        near[line.start].append(line)
        near[line.end].append(line)
    heads = sorted(nodes, key=lambda i: (-len(near[i]), i))
    rank = {node: number for number, node in enumerate(heads)}
    rows: list[Row] = []
    told: set[str] = set()
    for head in heads:
        below = [line for line in near[head] if rank[head] <= min(rank[line.start], rank[line.end])]
        if (not below and head in told) or len(rows) + 1 + bool(below) > MOST:
            continue
        told.add(head)
        rows.append(_row(nodes[head], subject.name(head), 0))
        above = len(rows) - 1
        before = ""
        for line in sorted(below, key=lambda line: (line.type, line.start != head, line.style, line)):
            words, other = _said(subject, head, line)
            if len(rows) < MOST:
                told.add(other)
                node = nodes[other]._replace(id=">".join((head, line.style, other)))
                row = _row(node, subject.name(other), 1)
                back = (line.start == head) == (line.type in POINTS_BACK)
                rows.append(
                    row._replace(
                        above=above,
                        type=line.type,
                        style=line.style,
                        claims=tuple(sorted(lines[line])),
                        title=words if words != before else "",
                        arrow="start" if back else "end",
                    )
                )
                before = words
    placed, edges, titles = outlined(rows)
    edges = tuple(edge._replace(derived=edge.type in DERIVED) for edge in edges)
    left_out = len(nodes) - len(told)
    words = caption(subject, claims, "network", left_out=left_out)
    return framed(Drawing("network", subject.title, words, placed, edges, titles, left_out=left_out))


def _said(subject: Subject, head: str, line: Line) -> tuple[str, str]:
    """Return what a line says of the other end, seen from one, and the other end."""
    w = subject.words
    plain = w.either("edge", line.type)
    if line.start == head:
        return w.either(f"edge.{line.type}", "out", plain), line.end
    return w.either(f"edge.{line.type}", "in", w.either("stance", line.style, plain)), line.start


def _row(node: Node, words: str, depth: int) -> Row:
    """Return a row: the shape of a node, and beside it words; a box holds them."""
    left = indent(depth)
    holds = node.shape == "box"
    room = WIDTH_PX - left - (20 if holds else node.width + 8)
    lines = wrap(words, room, 4)
    high = LINE_PX * len(lines)
    if holds:
        node = node._replace(width=WIDTH_PX - left, height=high + 10)
    at = 10 - node.width / 2 if holds else node.width / 2 + 6
    label_at: Spot = (at, -(len(lines) - 1) * LINE_PX / 2, "start")
    node = node._replace(label=lines, label_at=label_at, shown=True, members=())
    return Row(node, depth, height=high)
