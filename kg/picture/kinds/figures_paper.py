"""The sheet of the figures: columns of day, speaker, sign, axis and remarks, or all of them stacked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model.bounds import rounded
from kg.model.looks import Shape
from kg.picture.drawing import Ending, Node, Role, Rule, TextBlock
from kg.picture.figure import Figure
from kg.picture.frame import Sheet
from kg.picture.layout.scale import Scale, scale
from kg.picture.metrics import ROLE_PX, text_width, wrap
from kg.picture.subject import Subject
from kg.picture.words import day

GROUP_PX, SPACE_PX = 30.0, 14.0
STEP_PX: dict[Role, float] = {"lane": 20.0, "row": 17.0, "note": 15.0}
"""From one line to the next."""
LONG = 12
"""Rows from which the values of an axis stand below it, too."""


class Row(NamedTuple):
    """A claim: its number, its sign where it denies or doubts, and whether it answers the one above."""

    claim: str
    figure: Figure | None
    sign: Shape | None = None
    under: bool = False


class Group(NamedTuple):
    """Rows under one heading."""

    name: str
    rows: list[Row]


class _Plan(NamedTuple):
    """Where the columns are: left edge and width of the texts, the middle of the signs, ends of the axis."""

    day: tuple[float, float]
    speaker: tuple[float, float]
    sign: float
    left: float
    right: float
    note: tuple[float, float]
    end: float
    stacked: bool = False


NARROW = _Plan((0, 0), (0, 328), 8, 26, 306, (26, 302), 328, stacked=True)


def _wide(subject: Subject, rows: Sequence[Row]) -> _Plan:
    """Return columns as wide as the days and the speakers need."""
    days = min(120.0, max(60.0, *(text_width(subject.said(row.claim)) for row in rows)))
    names = min(210.0, max(80.0, *(text_width(subject.speaker(row.claim).name) for row in rows)))
    sign = days + names + 3 * SPACE_PX
    left = sign + 2 * SPACE_PX
    right = left + 440
    return _Plan(
        (0, days), (days + SPACE_PX, names), sign, left, right, (right + 2 * SPACE_PX, 350), right + 378
    )


class Paper(Sheet):
    """Collects what is drawn, from top to bottom."""

    def __init__(self, subject: Subject, rows: Sequence[Row]) -> None:
        """Start with an empty sheet on which some rows have room."""
        self.subject = subject
        self.plan = NARROW if subject.narrow else _wide(subject, rows)
        super().__init__()

    def note(self, text: str) -> None:
        """Write a line above everything."""
        self.y = self._write(text, (0, self.plan.end), self.y, "note") + 4

    def panel(self, unit: str | None, groups: Sequence[Group]) -> None:
        """Draw the rows of one unit with their axis; without a unit there is none."""
        plan, w = self.plan, self.subject.words
        numbers = [row.figure for group in groups for row in group.rows if row.figure]
        bounds = [v for figure in numbers for v in (figure.low, figure.high) if v is not None]
        axis = scale(bounds, plan.left, plan.right) if unit is not None else None
        heading = w.unit(unit or "") if axis else w("number.none")
        heading = w("scale.log", unit=heading) if axis and axis.log else heading
        left = plan.left if axis else 0.0
        self.y = self._write(heading, (left, plan.end - left), self.y, "lane")
        if axis is None:
            self.y -= 8
            self._groups(groups, None)
        else:
            self._ticks(axis, self.y)
            top = self.y = self.y + 14
            self.rules.append(Rule(axis.left, top, axis.right, top, "axis"))
            self.y += 6
            self._groups(groups, axis)
            self.rules += [Rule(x, top, x, self.y - 4, "grid") for x in map(axis.at, axis.ticks())]
            if len(numbers) >= LONG:
                self._ticks(axis, self.y + 8)
                self.y += 16
        self.y += GROUP_PX

    def _ticks(self, axis: Scale, y: float) -> None:
        end = -1e9
        for value in axis.ticks():
            text = self.subject.words.number(rounded(value))
            half = text_width(text, ROLE_PX["axis"]) / 2
            if axis.at(value) - half > end + 8 and axis.at(value) + half <= self.plan.end:
                self.texts.append(TextBlock(axis.at(value), y, text, "middle", "axis"))
                end = axis.at(value) + half

    def _groups(self, groups: Sequence[Group], axis: Scale | None) -> None:
        for group in groups:
            self.rules.append(Rule(0, self.y, self.plan.end, self.y, "lane"))
            self.y += 15
            if group.name:
                claims = tuple(row.claim for row in group.rows)
                self.y = self._write(group.name, (0, self.plan.end), self.y, "lane", claims=claims)
            for row in group.rows:
                self._row(row, axis)
            self.y -= 2

    def _write(
        self,
        text: str,
        column: tuple[float, float],
        y: float,
        role: Role,
        fact: str = "",
        claims: tuple[str, ...] = (),
        lines: int = 2,
    ) -> float:
        """Write lines into a column, the first at `y`, and return where the next one would be."""
        for line in wrap(text, column[1], lines, ROLE_PX[role], role == "lane"):
            self.texts.append(TextBlock(column[0], y, line, "start", role, fact, claims))
            y += STEP_PX[role]
        return y

    def _row(self, row: Row, axis: Scale | None) -> None:
        """Draw a row: on wide paper its parts stand side by side, on narrow paper below each other."""
        subject, plan, claim, own = self.subject, self.plan, row.claim, (row.claim,)
        who, when = subject.speaker(claim).name, subject.said(claim)
        line = self.y
        if plan.stacked:
            line = below = self._write(joined([when, who], " · "), plan.speaker, line, "row", claim, own) + 2
        else:
            indent = SPACE_PX if row.under else 0.0
            column = plan.speaker[0] + indent, plan.speaker[1] - indent
            below = max(
                self._write(when, plan.day, line, "row", claim, own),
                self._write(who, column, line, "row", claim, own),
            )
        style = "unsourced" if subject.unsourced(claim) else subject.style(claim)
        note = self._mark(row, axis, line, style)
        if row.sign:
            id_ = f"sign:{claim}" if row.figure else claim
            sign = Node(id_, claim, "Claim", row.sign, plan.sign, line, 12, 12, style=style, claims=own)
            self.nodes.append(sign._replace(rank=1.0))
        if row.figure:
            told = line + STEP_PX["row"]
        else:
            words = [*subject.remarks(claim), str(subject.properties(claim).get("paraphrase") or "")]
            column = plan.left, plan.right - plan.left
            told = self._write(joined(words, " · "), column, line, "note", claim, own, lines=3)
        noted = self._write(note, plan.note, told if plan.stacked else line, "note", claim, own, lines=3)
        self.y = max(told, noted, below) + 7

    def _mark(self, row: Row, axis: Scale | None, y: float, style: str) -> str:
        """Draw the figure of a row with its words, and return what is left to say beside it."""
        subject, w, figure = self.subject, self.subject.words, row.figure
        told = subject.remarks(row.claim) if figure else []
        told += [w("chain.none")] if subject.unsourced(row.claim) else []
        if figure and axis:
            text = _bare(subject.words, figure)
            printed = w.gloss(text, figure.wording, subject.printed_in(row.claim))
            vague = bool(subject.properties(row.claim).get("vague"))
            node = _interval(row.claim, figure, axis, y, style, w.gloss(figure.words, figure.wording), vague)
            self.nodes.append(node)
            told.append(printed)
            for words, rest in ((printed, ""), (figure.wording and w.quoted(figure.wording), text)):
                if words and (x := _beside(node, words, self.plan)) is not None:
                    self.texts.append(TextBlock(x, y, words, "start", "row", row.claim, (row.claim,)))
                    told[-1] = rest
                    break
            told.append(_counted(subject, row.claim, figure))
        documents = subject.documents([row.claim])
        printed_in = [
            joined([subject.outlet(d), day(w, subject.properties(d), "published")]) for d in documents
        ]
        return joined([part for part in (*told, joined(printed_in, "; ")) if part], " · ")


def _bare(w: Words, figure: Figure) -> str:
    """Return a number as said, without its unit, which stands above the axis."""
    unit, text = w.unit(figure.unit), figure.words
    for tail in (w("figures.of", unit=unit), unit, w.unit(figure.unit, one=True)):
        text = text.replace(f" {tail}", "")
    return text


def _counted(subject: Subject, claim: str, figure: Figure) -> str:
    """Say how far along the counted things are, or else over which time they are counted.

    What goes without saying is left out: that what is expected is so, and that what moved did so in its time.
    """
    w, (mode, _, stage) = subject.words, figure.basis.partition(", ")
    if (stage == "expected" and subject.side(claim) == "ahead") or figure.basis == "flow":
        return ""
    return w.either("stage", stage) if stage else w.either("mode", mode)


def _beside(node: Node, words: str, plan: _Plan) -> float | None:
    """Return where words begin that stand within a bracket or beside a mark; None where they have no room."""
    width = text_width(words, ROLE_PX["row"])
    left, right = node.x - node.width / 2, node.x + node.width / 2
    if node.shape == "bracket" and width + 24 <= node.width:
        return left + 12
    if right + 12 + width <= (plan.end if plan.stacked else plan.note[0] - 6):
        return right + 12
    return left - 12 - width if left - 12 - width >= plan.left + 4 else None


def _interval(claim: str, figure: Figure, axis: Scale, y: float, style: str, words: str, vague: bool) -> Node:
    """Return the interval of a figure.

    An exact number is a square, a vague word a bracket; a missing bound reaches to the end of the axis.
    """
    shape: Shape = "bracket" if vague else "interval"
    base = Node(claim, claim, "Claim", shape, 0, y, 0, 12, style=style, claims=(claim,), rank=1.0, full=words)
    if figure.low is not None and figure.low == figure.high:
        return base._replace(shape="square", x=axis.at(figure.low), width=11, height=11)
    left = axis.left if figure.low is None else axis.at(figure.low)
    right = axis.right if figure.high is None else axis.at(figure.high)
    ends = (_ending(figure.low, figure.low_open), _ending(figure.high, figure.high_open))
    return base._replace(
        x=(left + right) / 2,
        width=round(right - left, 1),
        height=18 if vague else 12,
        left=ends[0],
        right=ends[1],
    )


def _ending(bound: float | None, excluded: bool) -> Ending:
    return "unbounded" if bound is None else "open" if excluded else "closed"
