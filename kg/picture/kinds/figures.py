"""Who says how many: one row a claim, as intervals with their ends, grouped by root; never a midpoint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.analysis.relays import terminals
from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model.looks import Shape
from kg.model.stances import STANCES
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, Ending, Node, Rule, TextBlock
from kg.picture.frame import framed
from kg.picture.layout.scale import Scale, scale
from kg.picture.looks import EVENTS
from kg.picture.metrics import ROLE_PX, cut, text_width
from kg.picture.subject import Figure, Subject
from kg.picture.words import day

MOST = 120
"""Rows that one picture holds."""
ROW_PX, GROUP_PX, PANEL_PX = 24.0, 30.0, 74.0
SPEAKER_PX, PLOT_PX, DAYS_PX = 230.0, 420.0, 190.0
SPACE_PX = 14.0
GLYPHS: dict[str, Shape] = {word: stance.glyph for word, stance in STANCES.items() if stance.glyph}
"""Shape of a claim that gives no number but speaks about it, by stance."""


class _Row(NamedTuple):
    claim: str
    figure: Figure | None


class _Group(NamedTuple):
    name: str
    rows: list[_Row]


class _Plan(NamedTuple):
    """Where the columns of the drawing are."""

    speaker: float
    glyph: float
    left: float
    right: float
    note: float
    end: float


def figures(subject: Subject) -> Drawing:
    """Draw the figures of an answer's claims, with what denies, doubts or cannot confirm the same events.

    Returns:
        The drawing: for each unit a value axis of its own, logarithmic when its bounds span more than two
        decades (the axis says so); claims without a number in a panel without an axis.
    """
    rows = [_Row(c, subject.figure(c)) for c in _with_answers(subject)]
    rows = [row for row in rows if row.figure or subject.stance(row.claim) in GLYPHS]
    if not rows:
        return empty(subject, "figures")
    rows.sort(key=lambda row: (row.figure is None, subject.order(row.claim)))
    left_out = max(0, len(rows) - MOST)
    rows = sorted(rows[:MOST], key=lambda row: subject.order(row.claim))
    groups = _grouping(subject, [row.claim for row in rows])
    often = Counter(row.figure.unit for row in rows if row.figure)
    units = sorted(often, key=lambda unit: (-often[unit], unit))
    days = max(60.0, *(min(DAYS_PX, text_width(subject.said(row.claim))) for row in rows))
    plan = _columns(days, float(subject.words("figures.note.px")))
    paper = _Paper(subject, plan)
    for unit in units:
        paper.panel(unit, _groups(subject, [r for r in rows if r.figure and r.figure.unit == unit], groups))
    paper.silent(_groups(subject, [r for r in rows if r.figure is None], groups))
    words = caption(subject, [row.claim for row in rows], "figures", left_out=left_out)
    return framed(
        Drawing(
            "figures",
            subject.title,
            words,
            tuple(paper.nodes),
            (),
            tuple(paper.texts),
            tuple(paper.rules),
            left_out=left_out,
        )
    )


def _with_answers(subject: Subject) -> list[str]:
    """Return the claims of an answer, and those that speak against the events whose numbers they give."""
    claims = subject.claims()
    numbers = [c for c in claims if subject.figure(c)]
    events = {e for c in numbers for e in subject.ends(c, "ABOUT") if subject.kinds[e] in EVENTS}
    about = [c for e in sorted(events) for c in subject.claims_on(e)]
    answers = [c for number in numbers for c in subject.starts(number, "ANSWERS")]
    return list(dict.fromkeys([*claims, *(c for c in (*about, *answers) if subject.stance(c) in GLYPHS)]))


def _columns(days: float, notes: float) -> _Plan:
    speaker = days + SPACE_PX
    glyph = speaker + SPEAKER_PX + SPACE_PX
    left = glyph + 2 * SPACE_PX
    note = left + PLOT_PX + 2 * SPACE_PX
    return _Plan(speaker, glyph, left, left + PLOT_PX, note, note + notes)


def _grouping(subject: Subject, claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return for each claim the claims at the ends of its chains."""
    relays: dict[str, tuple[str, ...]] = {}
    todo = list(claims)
    while todo:
        one = todo.pop()
        if one not in relays:
            relays[one] = tuple(subject.ends(one, "RELAYS"))
            todo += relays[one]
    return terminals(claims, {c: others for c, others in relays.items() if others})


def _groups(subject: Subject, rows: Iterable[_Row], ends: dict[str, tuple[str, ...]]) -> list[_Group]:
    """Put rows under the speakers at the ends of their chains, in the order of their first days."""
    groups: dict[tuple[str, ...], _Group] = {}
    for row in rows:
        speakers = [subject.speaker(end) for end in ends[row.claim]]
        key = tuple(sorted({s.id or s.how for s in speakers})) or ("loop",)
        groups.setdefault(
            key, _Group(_heading(subject.words, sorted({(s.name, s.how) for s in speakers})), [])
        ).rows.append(row)
    return list(groups.values())


def _heading(w: Words, speakers: list[tuple[str, str]]) -> str:
    if not speakers:
        return w("root.loop")
    told = [w("root.described", name=name) if how == "described" else name for name, how in speakers]
    if [how for _, how in speakers] == ["unknown"]:
        return w("root.nobody")
    return w("root.one", name=told[0]) if len(told) == 1 else w("root.several", names=joined(told, "; "))


class _Paper:
    """Collects what is drawn, from top to bottom."""

    def __init__(self, subject: Subject, plan: _Plan) -> None:
        self.subject, self.plan = subject, plan
        self.nodes: list[Node] = []
        self.texts: list[TextBlock] = []
        self.rules: list[Rule] = []
        self.y = 0.0

    def panel(self, unit: str, groups: list[_Group]) -> None:
        """Draw the rows of one unit with their axis."""
        bounds = [
            v
            for g in groups
            for r in g.rows
            if r.figure
            for v in (r.figure.low, r.figure.high)
            if v is not None
        ]
        axis = scale(bounds, self.plan.left, self.plan.right)
        words = self.subject.words.unit(unit)
        words = self.subject.words("scale.log", unit=words) if axis.log else words
        self.texts.append(TextBlock(self.plan.left, self.y, cut(words, PLOT_PX, 14, True), "start", "lane"))
        line = self.y + 38
        self._ticks(axis, line)
        top, self.y = line, line + 6
        self._rows(groups, axis)
        for value in axis.ticks():
            x = axis.at(value)
            self.rules.append(Rule(x, top, x, self.y - 6, "grid"))
        self.rules.append(Rule(self.plan.left, top, self.plan.right, top, "axis"))
        self.y += PANEL_PX - 44

    def silent(self, groups: list[_Group]) -> None:
        """Draw the rows without a number."""
        if groups:
            self.texts.append(
                TextBlock(self.plan.left, self.y, self.subject.words("number.none"), "start", "lane")
            )
            self.y += 12
            self._rows(groups, None)

    def _ticks(self, axis: Scale, line: float) -> None:
        end = -1e9
        for value in axis.ticks():
            text = self.subject.words.number(value, ",.0f" if value >= 1 or value == 0 else "g")
            half = text_width(text, ROLE_PX["axis"]) / 2
            if axis.at(value) - half > end + 6:
                self.texts.append(TextBlock(axis.at(value), line - 12, text, "middle", "axis"))
                end = axis.at(value) + half

    def _rows(self, groups: list[_Group], axis: Scale | None) -> None:
        right = self.plan.end
        for group in groups:
            self.y += GROUP_PX / 2
            claims = tuple(row.claim for row in group.rows)
            self.rules.append(Rule(0, self.y - GROUP_PX / 2 + 3, right, self.y - GROUP_PX / 2 + 3, "lane"))
            self.texts.append(
                TextBlock(0, self.y + 3, cut(group.name, right, 14, True), "start", "lane", claims=claims)
            )
            self.y += GROUP_PX / 2
            for row in group.rows:
                self.y += ROW_PX / 2
                self._row(row, axis)
                self.y += ROW_PX / 2
            self.y += 8

    def _row(self, row: _Row, axis: Scale | None) -> None:
        subject, plan, claim, own = self.subject, self.plan, row.claim, (row.claim,)
        speaker, stance = subject.speaker(claim), subject.stance(claim)
        left = [(0.0, cut(subject.said(claim), DAYS_PX)), (plan.speaker, cut(speaker.name, SPEAKER_PX))]
        self.texts += [TextBlock(x, self.y, words, "start", "row", claim, own) for x, words in left if words]
        style = "unsourced" if subject.unsourced(claim) else subject.style(claim)
        if row.figure and axis:
            self.nodes.append(_interval(claim, row.figure, axis, self.y, style, subject.words))
        else:
            shape = GLYPHS.get(stance, "circle")
            self.nodes.append(
                Node(
                    claim,
                    claim,
                    "Claim",
                    shape,
                    plan.glyph,
                    self.y,
                    12,
                    12,
                    style=style,
                    claims=own,
                    rank=1.0,
                )
            )
        x = plan.note if axis else plan.left
        self.texts.append(
            TextBlock(
                x, self.y, cut(self._note(row), plan.end - x, ROLE_PX["note"]), "start", "note", claim, own
            )
        )

    def _note(self, row: _Row) -> str:
        """Return what stands beside a row.

        This is the stance, the printed wording, what is counted, and where it is printed.
        """
        subject, w = self.subject, self.subject.words
        told = subject.remarks(row.claim)
        told += [w("chain.none")] if subject.unsourced(row.claim) else []
        if row.figure:
            told += [subject.worded(row.claim), w.basis(row.figure.basis)]
        else:
            told.append(str(subject.properties(row.claim).get("paraphrase") or ""))
        told += [
            joined([day(w, subject.properties(d), "published"), subject.outlet(d)], " ")
            for d in subject.documents([row.claim])
        ]
        return joined(told, " · ")


def _interval(claim: str, figure: Figure, axis: Scale, y: float, style: str, w: Words) -> Node:
    """Return the interval of a figure.

    An exact number is a square; a missing bound reaches to the end of the axis.
    """
    full = w.gloss(figure.words, figure.wording)
    base = Node(
        claim, claim, "Claim", "interval", 0, y, 0, 12, style=style, claims=(claim,), rank=1.0, full=full
    )
    if figure.low is not None and figure.low == figure.high:
        return base._replace(shape="square", x=axis.at(figure.low), width=10, height=10)
    left = axis.left if figure.low is None else axis.at(figure.low)
    right = axis.right if figure.high is None else axis.at(figure.high)
    ends = (_ending(figure.low, figure.low_open), _ending(figure.high, figure.high_open))
    return base._replace(x=(left + right) / 2, width=round(right - left, 1), left=ends[0], right=ends[1])


def _ending(bound: float | None, excluded: bool) -> Ending:
    return "unbounded" if bound is None else "open" if excluded else "closed"
