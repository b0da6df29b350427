"""The flow: supplier, shipment, weapon type, recipient, in both directions; as wide as the bounds say."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.language.directions import joined
from kg.model.stances import PLAIN
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, Edge, Node, Point, Rule, Spot, TextBlock
from kg.picture.frame import framed
from kg.picture.kinds.flow_rows import SHIPMENT_PX, THIN_PX, band_of, full_text, label_of, widest
from kg.picture.layout.layers import apart
from kg.picture.layout.lines import cubic
from kg.picture.metrics import LINE_PX, cut, wrap
from kg.picture.subject import Subject
from kg.picture.transfers import Transfer, transfers

MOST = 70
"""Rows that one picture holds."""
TYPE_PX, BAR_PX = 180.0, 14.0
FIRST_PX, SECOND_PX, RIGHT_PX = 225.0, 590.0, 780.0
"""Middle of the shipments, of the weapon types and of the recipient, from the supplier."""


class _Section(NamedTuple):
    """Rows that share direction, unit and what is counted."""

    back: bool
    unit: str
    basis: str
    rows: list[Transfer]


def flow(subject: Subject) -> Drawing:
    """Draw the shipments of an answer.

    Returns:
        The drawing: a panel for each pair of actors with what went one way above what went the other way, and
        within it a section for each unit and what is counted, each with its own scale.
    """
    moves = transfers(subject)
    if not moves:
        return empty(subject, "flow")
    moves.sort(key=lambda t: (t.amount is None, -len(t.claims), t.event))
    left_out, kept = max(0, len(moves) - MOST), moves[:MOST]
    pairs = Counter(frozenset((t.supplier, t.recipient)) for t in kept)
    paper = _Paper(subject)
    for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], sorted(item[0]))):
        own = [t for t in kept if frozenset((t.supplier, t.recipient)) == pair]
        ways = Counter((t.supplier, t.recipient) for t in own)
        left, right = min(ways, key=lambda way: (-ways[way], way))
        paper.panel(left, right, _sections(own, left))
    claims = [c for t in kept for c in t.claims]
    words = caption(subject, claims, "flow", left_out=left_out)
    return framed(
        Drawing(
            "flow",
            subject.title,
            words,
            tuple(paper.nodes),
            tuple(paper.edges),
            tuple(paper.texts),
            tuple(paper.rules),
            left_out=left_out,
        )
    )


def _sections(rows: Iterable[Transfer], left: str) -> list[_Section]:
    """Return the rows by direction, then unit and what is counted; those without a number last."""
    grouped: dict[tuple[bool, bool, str, str], list[Transfer]] = {}
    for row in rows:
        unit, basis = (row.amount.unit, row.amount.basis) if row.amount else ("", "")
        grouped.setdefault((row.supplier != left, not unit, unit, basis), []).append(row)
    return [_Section(key[0], key[2], key[3], rows) for key, rows in sorted(grouped.items())]


class _Paper:
    """Collects what is drawn, from top to bottom."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.texts: list[TextBlock] = []
        self.rules: list[Rule] = []
        self.y = 0.0

    def panel(self, left: str, right: str, sections: Sequence[_Section]) -> None:
        """Draw what moved between two actors."""
        number = len(self.rules)
        ends = (f"{left}|{number}", f"{right}|{number + 1}")
        top = self.y
        self.y += 8
        way = None
        for order, section in enumerate(sections):
            if way != section.back:
                self._heading(sections, section.back, (left, right))
                way = section.back
            self._section(section, order, ends)
        above = -(self.y - top) / 2 - 14
        spots: tuple[Spot, Spot] = ((-BAR_PX / 2, above, "start"), (BAR_PX / 2, above, "end"))
        for actor, id_, x, spot in zip((left, right), ends, (0.0, RIGHT_PX), spots, strict=True):
            label = (cut(self.subject.name(actor), RIGHT_PX / 2 - 20),)
            self.nodes.append(
                Node(
                    id_,
                    actor,
                    self.subject.kinds[actor],
                    "bar",
                    x,
                    (top + self.y) / 2,
                    BAR_PX,
                    self.y - top,
                    label,
                    spot,
                    rank=9.0,
                )
            )
        self.rules.append(Rule(-BAR_PX / 2, self.y + 14, RIGHT_PX + BAR_PX / 2, self.y + 14, "lane"))
        self.y += 62

    def _heading(self, sections: Sequence[_Section], back: bool, actors: tuple[str, str]) -> None:
        """Say which way it goes."""
        start, end = (self.subject.name(a) for a in (reversed(actors) if back else actors))
        events = [row.event for section in sections if section.back == back for row in section.rows]
        returned = any(self.subject.ends(event, "IN_RETURN_FOR") for event in events)
        words = self.subject.words("way.back" if returned else "way", first=start, last=end)
        self.texts.append(
            TextBlock(RIGHT_PX / 2, self.y + 12, cut(words, RIGHT_PX - 60, 14, True), "middle", "lane")
        )
        self.y += 28

    def _section(self, section: _Section, order: int, ends: tuple[str, str]) -> None:
        most = max((widest(row) for row in section.rows), default=0.0)
        w = self.subject.words
        told = [
            w.unit(section.unit) or w("number.none"),
            w.basis(section.basis),
            w("widest", n=w.number(most, ",.0f")) if most else "",
        ]
        self.texts.append(
            TextBlock(
                BAR_PX + 10,
                self.y + 8,
                cut(joined(told, " · "), RIGHT_PX - 60, 12),
                "start",
                "note",
            )
        )
        self.y += 22
        rows = sorted(section.rows, key=lambda t: (t.types[:1], -widest(t), t.event))
        labels = [label_of(self.subject, row, bool(section.unit)) for row in rows]
        bands = [band_of(row, most) for row in rows]
        middles = []
        for lines, (_, high) in zip(labels, bands, strict=True):
            height = max(LINE_PX * len(lines) + 10, high)
            middles.append(self.y + height / 2)
            self.y += height + 8
        types = self._types(rows, bands, middles, f"{ends[0]}|{order}", section.back)
        for number, (row, lines, band, y) in enumerate(zip(rows, labels, bands, middles, strict=True)):
            self._row(row, lines, band, y, types, ends, section.back, f"{len(self.rules)}.{order}.{number}")
        self.y += 8

    def _types(
        self,
        rows: Sequence[Transfer],
        bands: Sequence[tuple[float, float]],
        middles: Sequence[float],
        prefix: str,
        back: bool,
    ) -> dict[str, Node]:
        """Place the weapon types of a section beside their shipments, without one covering another."""
        wished: dict[str, list[float]] = {}
        heights: dict[str, float] = {}
        for row, (_, high), y in zip(rows, bands, middles, strict=True):
            for kind in row.types:
                wished.setdefault(kind, []).append(y)
                heights[kind] = heights.get(kind, 6.0) + (high if len(row.types) == 1 else 4.0) + 2.0
        lines = {kind: wrap(self.subject.name(kind), TYPE_PX - 16, 2) for kind in wished}
        order = sorted(wished, key=lambda kind: (sum(wished[kind]) / len(wished[kind]), kind))
        heights = {kind: max(heights[kind], LINE_PX * len(lines[kind]) + 10) for kind in order}
        steps = [(heights[a] + heights[b]) / 2 + 8 for a, b in itertools.pairwise(order)]
        places = apart([sum(wished[k]) / len(wished[k]) for k in order], steps)
        if order:  # stay between the heading and what comes below
            low = middles[0] - 24
            shift = max(0.0, low - (places[0] - heights[order[0]] / 2))
            places = [p + shift for p in places]
            self.y = max(self.y, places[-1] + heights[order[-1]] / 2 + 8)
        x = RIGHT_PX - SECOND_PX if back else SECOND_PX
        boxes = {}
        for kind, y in zip(order, places, strict=True):
            label_at: Spot = (0.0, -(len(lines[kind]) - 1) * LINE_PX / 2, "middle")
            claims = tuple(c for row in rows if kind in row.types for c in row.claims)
            boxes[kind] = Node(
                f"{prefix}|{kind}",
                kind,
                self.subject.kinds[kind],
                "box",
                x,
                round(y, 1),
                TYPE_PX,
                heights[kind],
                lines[kind],
                label_at,
                claims=tuple(dict.fromkeys(claims)),
                rank=3.0,
                full=self.subject.name(kind),
            )
        self.nodes += boxes.values()
        self._ports = {kind: node.y - heights[kind] / 2 + 3 for kind, node in boxes.items()}
        return boxes

    def _row(
        self,
        row: Transfer,
        lines: tuple[str, ...],
        band: tuple[float, float],
        y: float,
        types: dict[str, Node],
        ends: tuple[str, str],
        back: bool,
        number: str,
    ) -> None:
        subject, (low, high) = self.subject, band
        height = max(LINE_PX * len(lines) + 10, high)
        x = RIGHT_PX - FIRST_PX if back else FIRST_PX
        id_ = f"{row.event}|{number}"
        label_at: Spot = (0.0, -(len(lines) - 1) * LINE_PX / 2, "middle")
        self.nodes.append(
            Node(
                id_,
                row.event,
                subject.kinds[row.event],
                "box",
                x,
                y,
                SHIPMENT_PX,
                height,
                lines,
                label_at,
                style=subject.status(row.event),
                claims=row.claims,
                rank=4.0,
                full=full_text(subject, row),
            )
        )
        away = -1.0 if back else 1.0
        source, target = (ends[1], ends[0]) if back else ends
        start_x, end_x = (RIGHT_PX - BAR_PX / 2, BAR_PX / 2) if back else (BAR_PX / 2, RIGHT_PX - BAR_PX / 2)
        given = row.amount.claims if row.amount else row.claims
        style = "no-number" if row.amount is None else PLAIN
        unbounded = row.amount is not None and row.amount.high is None

        def line(part: str, start: str, end: str, path: tuple[Point, ...], shared: bool = False) -> None:
            thin = (THIN_PX, THIN_PX) if shared else (low, high)
            self.edges.append(
                Edge(
                    f"{part}:{id_}",
                    start,
                    end,
                    part,
                    "whole" if shared else style,
                    path,
                    *thin,
                    "end" if part.startswith("RECEIVED_BY") else "none",
                    claims=given,
                    unbounded=unbounded and not shared,
                )
            )

        line("DELIVERED", source, id_, ((start_x, y), (x - away * SHIPMENT_PX / 2, y)))
        out = (x + away * SHIPMENT_PX / 2, y)
        if not row.types:
            line("RECEIVED_BY", id_, target, (out, (end_x, y)))
        for place, kind in enumerate(row.types):
            node, shared = types[kind], len(row.types) > 1 and row.amount is not None
            room = high if len(row.types) == 1 else 4.0
            port = round(self._ports[kind] + room / 2, 1)
            self._ports[kind] += room + 2.0
            into = (node.x - away * TYPE_PX / 2, port)
            line(f"OF_TYPE:{place}", id_, node.id, (out, *cubic(out, into)), shared)
            line(
                f"RECEIVED_BY:{place}",
                node.id,
                target,
                ((node.x + away * TYPE_PX / 2, port), (end_x, port)),
                shared,
            )
