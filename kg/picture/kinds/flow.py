"""The flow: from supplier to recipient, as wide as the bounds say, as far as the shipment is said to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kg.language.directions import joined
from kg.model.bounds import rounded
from kg.model.stances import PLAIN
from kg.model.weighing import UNKNOWN
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, Edge, Node, Rule, TextBlock
from kg.picture.frame import Sheet
from kg.picture.kinds.flow_rows import amount_of, band_of, column_of, full_text, label_of, widest
from kg.picture.metrics import LINE_PX, cut, text_width, wrap
from kg.picture.subject import Subject
from kg.picture.transfers import Transfer, transfers

MOST = 70
"""Rows that one picture holds."""
BAR_PX, COLUMNS = 14.0, 3


class _Plan(NamedTuple):
    """Width of a shipment's box, where the supplier's bar stands, and how wide a column is."""

    box: float
    bar: float
    column: float
    stacked: bool = False

    @property
    def left(self) -> float:
        """Where the columns start."""
        return self.bar + BAR_PX

    @property
    def right(self) -> float:
        """Where they end and the recipient's bar starts."""
        return self.left + COLUMNS * self.column

    @property
    def end(self) -> float:
        """Right end of everything."""
        return self.right + BAR_PX


WIDE, NARROW = _Plan(320.0, 330.0, 170.0), _Plan(285.0, 7.0, 95.0, stacked=True)


def flow(subject: Subject) -> Drawing:
    """Draw the shipments of an answer.

    Returns:
        The drawing: a panel for each supplier and recipient, what came back in one of its own; in it a row
        for each shipment, whose band ends in the column of its stage; rows of one unit stand together, and
        all bands of a unit have one scale.
    """
    moves = transfers(subject)
    if not moves:
        return empty(subject, "flow")
    moves.sort(key=lambda t: (t.amount is None, -len(t.claims), t.event))
    left_out, kept = max(0, len(moves) - MOST), moves[:MOST]
    paper = _Paper(subject, kept)
    ways = Counter((t.suppliers, t.recipients) for t in kept)
    pairs = Counter(frozenset((t.suppliers, t.recipients)) for t in kept)
    for way in sorted(ways, key=lambda w: (-pairs[frozenset(w)], sorted(w), -ways[w], w)):
        paper.panel(*way, [t for t in kept if (t.suppliers, t.recipients) == way])
    claims = [c for t in kept for c in t.claims]
    words = caption(subject, claims, "flow", left_out=left_out)
    return paper.drawing("flow", subject.title, words, left_out=left_out)


def _together(subject: Subject, actors: Sequence[str]) -> str:
    """Return the words for all who do something together, or for nobody who is known."""
    told = f" {subject.words('and')} ".join(map(subject.name, actors))
    return told or subject.words("together.unknown")


class _Paper(Sheet):
    """Collects what is drawn, from top to bottom."""

    def __init__(self, subject: Subject, rows: Sequence[Transfer]) -> None:
        self.subject, self.plan = subject, NARROW if subject.narrow else WIDE
        self.most: dict[str, float] = {}
        for row in rows:
            if row.amount:
                self.most[row.amount.unit] = max(widest(row), self.most.get(row.amount.unit, 0.0))
        super().__init__()

    def panel(
        self, suppliers: tuple[str, ...], recipients: tuple[str, ...], rows: Sequence[Transfer]
    ) -> None:
        """Draw what went from one to another, or from several together."""
        subject, plan, number = self.subject, self.plan, len(self.rules)
        returned = any(subject.ends(row.event, "IN_RETURN_FOR") for row in rows)
        names = {"first": _together(subject, suppliers), "last": _together(subject, recipients)}
        way = subject.words("way.back" if returned else "way", **names)
        for line in wrap(way if suppliers else way[:1].upper() + way[1:], plan.end, 2, 14, True):
            self.texts.append(TextBlock(0, self.y, line, "start", "lane"))
            self.y += 20
        self._columns()
        top = self.y
        self.y += 6
        first, last = suppliers or (UNKNOWN,), recipients or (UNKNOWN,)
        ends = (f"{first[0]}|{number}", f"{last[0]}|{number + 1}")
        units: dict[str, list[Transfer]] = {}
        for row in rows:
            units.setdefault(row.amount.unit if row.amount else "", []).append(row)
        for unit in sorted(units, key=lambda u: (not u, -len(units[u]), u)):
            self._section(unit, units[unit], ends)
        self._bars(first, number, plan.bar, top)
        self._bars(last, number + 1, plan.right, top)
        for place in range(1, COLUMNS):
            x = plan.left + place * plan.column
            self.rules.append(Rule(x, top, x, self.y, "grid"))
        self.y += 46

    def _bars(self, actors: Sequence[str], number: int, x: float, top: float) -> None:
        """Draw who stands on one side: a bar, or one below the other of those who do it together."""
        height = (self.y - top) / len(actors)
        for place, actor in enumerate(actors):
            known = actor != UNKNOWN
            bar = Node(
                f"{actor}|{number}",
                actor if known else "",
                self.subject.kinds[actor] if known else "Gap",
                "bar",
                x + BAR_PX / 2,
                top + (place + 0.5) * height,
                BAR_PX,
                height,
                rank=9.0,
                full=_together(self.subject, (actor,) if known else ()),
            )
            self.nodes.append(bar)

    def _columns(self) -> None:
        """Write above the columns how far what ends in them is said to have come."""
        w, lowest = self.subject.words, self.y
        for place in range(COLUMNS):
            x, y = self.plan.left + (place + 0.5) * self.plan.column, self.y
            for line in wrap(w(f"flow.column.{place + 1}"), self.plan.column - 8, 3, 12):
                self.texts.append(TextBlock(x, y, line, "middle", "axis"))
                y += 15
            lowest = max(lowest, y)
        self.y = lowest - 2

    def _section(self, unit: str, rows: list[Transfer], ends: tuple[str, str]) -> None:
        """Draw the rows of one unit under its name and its scale; those without a number come last."""
        w, plan, most = self.subject.words, self.plan, self.most.get(unit, 0.0)
        told = [w.unit(unit) or w("number.none"), w("widest", n=w.number(rounded(most))) if most else ""]
        x = plan.left + 8 if plan.stacked else 0.0
        self.rules.append(Rule(x, self.y, plan.right - (8 if plan.stacked else 0), self.y, "lane"))
        self.texts.append(
            TextBlock(x, self.y + 12, cut(joined(told, " · "), plan.end - 40, 12), "start", "note")
        )
        self.y += 26
        rows.sort(key=lambda t: (-column_of(self.subject, t), -widest(t), t.types[:1], t.event))
        for row in rows:
            self._row(row, ends)

    def _row(self, row: Transfer, ends: tuple[str, str]) -> None:
        subject, plan = self.subject, self.plan
        id_ = f"{row.event}|{len(self.edges)}"
        lines = label_of(subject, row, plan.box - 16)
        low, high = band_of(row, self.most.get(row.amount.unit, 0.0) if row.amount else 0.0)
        words = amount_of(subject, row)
        height = LINE_PX * len(lines) + 8
        band = high + 10 + (18 if words else 0)
        whole = height + band + 4 if plan.stacked else max(height, band)
        x = plan.left if plan.stacked else 0.0
        middle = self.y + (height if plan.stacked else whole) / 2
        self.nodes.append(
            Node(
                id_,
                row.event,
                subject.kinds[row.event],
                "box",
                x + plan.box / 2,
                middle,
                plan.box,
                height,
                lines,
                (8 - plan.box / 2, -(len(lines) - 1) * LINE_PX / 2, "start"),
                style=subject.status(row.event),
                claims=row.claims,
                rank=4.0,
                full=full_text(subject, row),
            )
        )
        column = column_of(subject, row)
        y = self.y + whole - band / 2 if plan.stacked else self.y + whole / 2
        given = row.amount.claims if row.amount else row.claims
        if words:
            self._number(words, column, y - high / 2 - 5, row.event, given)
            y += 9
        stop = plan.left + (column + 1) * plan.column - (0 if column == COLUMNS - 1 else 12)
        self.edges.append(
            Edge(
                f"DELIVERED:{id_}",
                ends[0],
                ends[1],
                "DELIVERED",
                "no-number" if row.amount is None else PLAIN,
                ((plan.left, y), (stop, y)),
                low,
                high,
                "end" if column == COLUMNS - 1 else "none",
                claims=given,
                unbounded=row.amount is not None and row.amount.high is None,
            )
        )
        self.y += whole + 8

    def _number(self, words: str, column: int, y: float, event: str, claims: tuple[str, ...]) -> None:
        """Write how many above a band, in the column where it ends, and over those where nothing is."""
        plan, room = self.plan, COLUMNS * self.plan.column - 20
        text = cut(words, room, 12)
        start = plan.left + column * plan.column + 8
        start = max(plan.left + 8, min(start, plan.right - 10 - text_width(text, 12)))
        self.texts.append(TextBlock(start, y, text, "start", "note", event, claims))
