"""The network: actors, events and weapon types.

When there is much, what belongs to one event is folded into a cluster.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kg.language.directions import joined
from kg.language.interface import languages
from kg.model import table
from kg.model.derived import DERIVED
from kg.model.link_roles import HELPING
from kg.model.looks import Shape
from kg.picture.caption import caption, empty
from kg.picture.clusters import fold, inside_of
from kg.picture.drawing import Drawing, Edge, Node, Spot
from kg.picture.frame import framed
from kg.picture.kinds.network_list import Line, as_list
from kg.picture.layout.labels import placed
from kg.picture.layout.positions import positions
from kg.picture.layout.spans import bowed, offsets
from kg.picture.looks import EVENTS, EXTRAS, POINTS_BACK, STANCES, look_of
from kg.picture.metrics import LINE_PX, cut, text_width, wrap
from kg.picture.subject import Subject
from kg.picture.words import day

MOST = 60_000
"""Nodes that one picture holds."""
FEW = 2
"""Nodes that have room side by side on narrow paper; more are a list there."""
ROOMY = 150
"""The number of visible nodes up to which every label gets room and events hold theirs.

With more, shapes are small and labels few.
"""
LABEL_PX, BOX_PX = 140.0, 150.0
SMALL = 7.0
"""Half the height of a shape that would hold its label where there is no room for labels."""
PARTS = table.types(*HELPING, "payer", "payee", "producer")
"""Edges that say which part somebody has in an event."""
LEFT_OUT = table.labels("topic", "judgement")


def network(subject: Subject, *, clusters: bool = True) -> Drawing:
    """Draw the nodes and edges of an answer.

    Args:
        subject: the answer.
        clusters: False to show every node at once, however many there are.

    Returns:
        The drawing: linked nodes near each other, at the same places every time. Where there are many, what
        belongs to one event is inside of a cluster that opens. On narrow paper a list, see `as_list`.
    """
    ids = [i for i in subject.nodes if subject.kinds[i] not in LEFT_OUT] or list(subject.nodes)
    if not ids:
        return empty(subject, "network")
    degree: dict[str, int] = defaultdict(int)
    for edge in subject.edges:
        degree[edge.start] += 1
        degree[edge.end] += 1
    if subject.narrow and len(ids) > FEW:
        found = {i: _node(subject, i, True, float(degree[i])) for i in ids}
        lines = _lines(subject, set(ids))
        return as_list(subject, found, lines, _claims(subject, lines, ids))
    left_out = max(0, len(ids) - MOST)
    if left_out:
        ids = sorted(sorted(ids, key=lambda i: (-degree[i], i))[:MOST])
    lines = _lines(subject, set(ids))
    folded = fold(subject, ids, list(lines)) if clusters else []
    owner = {member: cluster.id for cluster in folded for member in cluster.members}
    visible = [i for i in ids if i not in owner] + [c.id for c in folded]
    roomy = len(visible) <= ROOMY
    nodes = {i: _node(subject, i, roomy and i not in owner, float(degree[i])) for i in ids}
    nodes |= {c.id: c for c in folded}
    outer = _outer(lines, owner)
    place = {i: number for number, i in enumerate(visible)}
    rooms = [_room(nodes[i], roomy) for i in visible]
    for code in languages() if roomy else ():  # the same places in every language
        told = subject.in_language(code)
        there = (_room(nodes[i] if nodes[i].members else _node(told, i, True, 0.0), True) for i in visible)
        rooms = [(max(a, x), max(b, y), max(c, z)) for (a, b, c), (x, y, z) in zip(rooms, there, strict=True)]
    spots = _spots(tuple(rooms), tuple((place[a], place[b]) for a, b, *_ in outer))
    for i, spot in zip(visible, spots, strict=True):
        dx, dy, anchor = nodes[i].label_at
        above = spot.above and nodes[i].shape != "box"
        at = (dx, -dy - (len(nodes[i].label) - 1) * LINE_PX, anchor) if above else (dx, dy, anchor)
        nodes[i] = nodes[i]._replace(x=float(spot.x), y=float(spot.y), label_at=at)
    for cluster in folded:
        nodes |= inside_of(nodes[cluster.id], nodes)
    edges = _edges({line: tuple(sorted(claims)) for line, claims in (lines | outer).items()}, nodes)
    shown = placed(sorted(nodes.values(), key=lambda n: (bool(not n.members), n.id)))
    w = subject.words
    more = w("how.groups", n=w.number(len(owner)), groups=w("n.clusters", n=len(folded))) if folded else ""
    words = caption(subject, _claims(subject, lines, ids), "network", left_out=left_out, more=more)
    return framed(Drawing("network", subject.title, words, tuple(shown), tuple(edges), left_out=left_out))


_spots = lru_cache(maxsize=8)(positions)
"""Places that are asked for again by the same picture in another language."""


def _claims(subject: Subject, lines: Mapping[Line, set[str]], ids: Sequence[str]) -> list[str]:
    known = {i for i in ids if subject.kinds[i] == "Claim"} | {c for claims in lines.values() for c in claims}
    return sorted(known or {c for i in ids for c in subject.starts(i, "ABOUT")})


def _lines(subject: Subject, ids: set[str]) -> dict[Line, set[str]]:
    """Return the lines between nodes, each with the claims behind it.

    Parallel edges of one type and stance are one line.
    """
    lines: dict[Line, set[str]] = {}
    for edge in subject.edges:
        if edge.start not in ids or edge.end not in ids or edge.start == edge.end:
            continue
        claim = edge.properties.get("claim")
        stance = edge.properties.get("stance")
        if edge.type in DERIVED and isinstance(claim, str) and subject.taken_back(claim):
            continue
        if stance is None and edge.type in ("SAID_BY", "ABOUT"):
            stance, claim = subject.style(edge.start), edge.start
        style = str(stance) if stance in STANCES or stance in EXTRAS else edge.type
        claims = lines.setdefault(Line(edge.start, edge.end, edge.type, style), set())
        if isinstance(claim, str):
            claims.add(claim)
        elif subject.kinds[edge.start] == "Claim":
            claims.add(edge.start)
    return lines


def _outer(lines: Mapping[Line, set[str]], owner: Mapping[str, str]) -> dict[Line, set[str]]:
    """Return the lines between what is visible while clusters are closed."""
    outer: dict[Line, set[str]] = {}
    for line, claims in lines.items():
        start, end = owner.get(line.start, line.start), owner.get(line.end, line.end)
        if start != end:
            outer.setdefault(Line(start, end, line.type, line.style), set()).update(claims)
    return outer


def _node(subject: Subject, node: str, roomy: bool, rank: float) -> Node:
    kind = subject.kinds[node]
    look = look_of(kind)
    holds = look.shape == "box" and roomy
    lines = wrap(joined([look.mark, _words(subject, node)], " "), BOX_PX if holds else LABEL_PX, 3)
    told = tuple(cut(words, LABEL_PX) for words in _told(subject, node))
    lines = (*lines, *told) if roomy else lines[:2]
    style = subject.style(node) if kind == "Claim" else subject.status(node) if kind in EVENTS else ""
    if style == "supported":
        style = ""
    claims = (node,) if kind == "Claim" else tuple(subject.claims_on(node)) if kind in EVENTS else ()
    if holds:
        width, height = max(map(text_width, lines)) + 16, len(lines) * LINE_PX + 12
        at: Spot = (0.0, -(len(lines) - 1) * LINE_PX / 2, "middle")
        return Node(
            node,
            node,
            kind,
            "box",
            0,
            0,
            round(width),
            height,
            lines,
            at,
            style,
            claims=claims,
            rank=rank,
            full=subject.name(node),
        )
    half = SMALL if look.shape == "box" else float(look.size) if roomy else look.size * 0.8
    shape: Shape = look.shape
    width = 2 * half * (1.5 if look.shape == "box" else 1.1 if shape == "hexagon" else 1.0)
    below: Spot = (0.0, half + 4 + LINE_PX / 2, "middle")
    bonus = 1e6 if subject.voice(node) == "state" else 0.0
    return Node(
        node,
        node,
        kind,
        shape,
        0,
        0,
        round(width, 1),
        round(2 * half, 1),
        lines,
        below,
        style,
        claims=claims,
        rank=rank + bonus,
        full=subject.name(node),
    )


def _words(subject: Subject, node: str) -> str:
    return (subject.how_many(node) if subject.kinds[node] == "Claim" else "") or subject.name(node)


def _told(subject: Subject, node: str) -> tuple[str, ...]:
    """Return the lines below a name.

    They say the day of a claim or document, that nobody speaks, how an event stands, or who has which part.
    """
    kind, p, w = subject.kinds[node], subject.properties(node), subject.words
    if kind == "Claim":
        return tuple(
            part
            for part in (w("nobody") if subject.speaker(node).how == "unknown" else "", day(w, p, "said"))
            if part
        )
    if kind == "Document":
        return tuple(part for part in (day(w, p, "published"),) if part)
    if kind not in EVENTS:
        return _parts(subject, node)
    status = subject.status(node)
    told = [
        subject.ahead(node),
        "" if status in ("", "supported", "expected") else w.either("status", status),
    ]
    return (joined(words),) if (words := [*filter(None, told)]) else ()


def _parts(subject: Subject, node: str) -> tuple[str, ...]:
    """Return the words for the parts that somebody has in the events of the answer, two at most.

    Only such parts as its lines look alike for; who supplies and who receives shows by their direction.
    """
    ways = (("in", subject.out, "end"), ("out", subject.into, "start"))
    told = {
        subject.words(f"edge.{edge}.{way}"): None
        for edge in PARTS
        for way, near, other in ways
        if any(getattr(e, other) in subject.nodes for e in near(node, edge))
    }
    return tuple(told)[:2]


def _room(node: Node, roomy: bool) -> tuple[float, float, float]:
    """Return the room of a node with its label, and how far its middle is below the node."""
    if node.shape in ("box", "cluster") or not roomy or not node.label:
        return node.width, node.height, 0.0
    width = max(node.width, *(text_width(line) for line in node.label))
    below = len(node.label) * LINE_PX + 6
    return width, node.height + below, below / 2


def _edges(lines: Mapping[Line, Sequence[str]], nodes: Mapping[str, Node]) -> list[Edge]:
    order = sorted(lines)
    bows = offsets([(line.start, line.end) for line in order])
    return [
        Edge(
            f"{line.type}:{line.style}:{line.start}:{line.end}",
            line.start,
            line.end,
            line.type,
            line.style,
            bowed(nodes[line.start], nodes[line.end], bow),
            1.6,
            1.6,
            "start" if line.type in POINTS_BACK else "end",
            line.type in DERIVED,
            claims=tuple(lines[line]),
        )
        for line, bow in zip(order, bows, strict=True)
    ]
