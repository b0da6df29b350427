"""Who said what when: days across, a lane for each speaker or event, an answer below what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kg.language.directions import joined
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, Edge, Ending, Node, Rule, TextBlock
from kg.picture.frame import Sheet
from kg.picture.layout.calendar import Calendar, calendar
from kg.picture.looks import EVENTS
from kg.picture.metrics import ROLE_PX, text_width, wrap
from kg.picture.subject import Subject
from kg.picture.when import When, when_of

MOST = 80
"""Claims that one picture holds."""
UNDER = ("against", "doubt", "back")
"""Sides of the claims that stand below what they answer."""
MANY_EVENTS = 3
"""Events above which each has a lane, instead of each speaker."""
STEP_PX, LANE_PX, ROW_PX = 17.0, 18.0, 10.0
"""From line to line of what was said and of names, and room between rows."""
OPEN_PX, MARK_PX, LINK_PX = 30.0, 12.0, 14.0
"""Length of an open end, size of a mark, and how far right of the plot lines run."""


class _Plan(NamedTuple):
    """Left ends and widths: of the names of lanes, the plot, and what was said."""

    name: float
    left: float
    right: float
    text: float
    end: float
    lines: int

    @property
    def beside(self) -> bool:
        """Whether what was said stands beside the plot, and not below the mark."""
        return self.text > self.right


WIDE, NARROW = _Plan(190, 210, 620, 650, 1090, 2), _Plan(328, 0, 304, 0, 328, 4)


class _Row(NamedTuple):
    """A claim; `depth` is how many answers it is below the claim that the lane belongs to."""

    claim: str
    depth: int
    when: When | None


def timeline(subject: Subject) -> Drawing:
    """Draw the claims of an answer along time.

    Returns:
        The drawing: a row for each claim, in lanes of speakers, or of events where there are many; what
        denies, doubts or takes back a claim is below it and linked. The marks of claims without a day stand
        left of the axis.
    """
    asked = _with_answers(subject)
    if not asked:
        return empty(subject, "timeline")
    best = sorted(asked, key=lambda c: (*_weight(subject, c), subject.order(c)))
    claims = sorted(best[:MOST], key=subject.order)
    when = {c: when_of(subject.properties(c)) for c in claims}
    days = [day for span in when.values() if span for day in span if day]
    w = subject.words
    plan = NARROW if subject.narrow else WIDE
    bare = "" if all(when.values()) else w("timeline.undated")
    aside = text_width(bare, ROLE_PX["axis"]) + 2 * MARK_PX if bare else 0.0
    axis = calendar(days, plan.left + aside + OPEN_PX, plan.right - OPEN_PX) if days else None
    sheet = _Sheet(subject, plan, axis, {c: _target(subject, c, when) for c in claims})
    sheet.bare, sheet.aside = bare, aside
    events = {e for c in claims for e in subject.ends(c, "ABOUT") if subject.kinds[e] in EVENTS}
    speakers = {subject.speaker(c).name for c in claims}
    sheet.by_event = len(events) > MANY_EVENTS or (len(speakers) == 1 and len(events) > 1)
    sheet.head()
    sheet.lanes(sorted(claims, key=lambda c: not when[c]), when)
    sheet.grid()
    left_out = len(asked) - len(claims)
    more = w("timeline.gap") if axis and axis.gaps() else ""
    words = caption(subject, claims, "timeline", left_out=left_out, more=more)
    return sheet.drawing("timeline", subject.title, words, left_out=left_out)


def _with_answers(subject: Subject) -> list[str]:
    """Return the claims of an answer, and those that deny, doubt or take back one of them by name."""
    claims = subject.claims()
    replies = (reply for claim in claims for reply in subject.starts(claim, "ANSWERS"))
    return list(dict.fromkeys([*claims, *(c for c in replies if subject.side(c) in UNDER)]))


def _weight(subject: Subject, claim: str) -> tuple[bool, bool]:
    """Return what decides which claims are drawn where not all can be: votes first, then numbers."""
    return subject.side(claim) in ("aside", None), not subject.counts(claim)


def _target(subject: Subject, claim: str, drawn: Mapping[str, When | None]) -> str:
    """Return the drawn claim below which an answer stands; empty for what stands by itself."""
    if subject.side(claim) not in UNDER:
        return ""
    return next((t for t in subject.ends(claim, "ANSWERS") if t in drawn and t != claim), "")


class _Sheet(Sheet):
    """Collects what is drawn, from top to bottom."""

    def __init__(
        self, subject: Subject, plan: _Plan, axis: Calendar | None, targets: Mapping[str, str]
    ) -> None:
        self.subject, self.plan, self.axis = subject, plan, axis
        self.targets = targets
        self.by_event = False
        self.bare, self.aside = "", 0.0
        super().__init__()

    def head(self) -> None:
        """Print the days on the axis, and left of it that no day is given."""
        w, end = self.subject.words, -1e9
        if self.bare:
            self.texts.append(TextBlock(self.plan.left + self.aside / 2, -14, self.bare, "middle", "axis"))
            end = self.plan.left + self.aside - 2 * MARK_PX
        if self.axis is None:
            return
        room = 92.0 if self.plan.beside else 84.0
        for text, x in self.axis.ticks(room):
            words = w.day(text)
            half = text_width(words, ROLE_PX["axis"]) / 2
            at = x if self.plan.beside else min(max(x, self.aside + half), self.plan.end - half)
            if at - half > end + 8:
                self.texts.append(TextBlock(at, -14, words, "middle", "axis"))
                end = at + half

    def grid(self) -> None:
        """Draw the axis, a line down from each value, and the shortened gaps."""
        room, bottom = 92.0 if self.plan.beside else 84.0, self.y
        left = self.plan.left + self.aside
        if self.bare:
            self.rules.append(Rule(left, -20, left, bottom, "lane"))
        if self.axis is None:
            return
        for _, x in self.axis.ticks(room):
            self.rules.append(Rule(x, -4, x, bottom, "grid"))
        ends = [left, *(x for gap in self.axis.gaps() for x in gap), self.plan.right]
        for a, b in zip(ends[::2], ends[1::2], strict=True):
            self.rules.append(Rule(a, -4, b, -4, "axis"))
        for a, b in self.axis.gaps():
            third = (a + b) / 2
            for x in (third - 3, third + 3):
                self.rules.append(Rule(x - 3, 2, x + 3, -10, "axis"))

    def lanes(self, claims: Sequence[str], when: Mapping[str, When | None]) -> None:
        """Draw every lane with its rows."""
        below: dict[str, list[str]] = {}
        lanes: dict[str, tuple[str, list[str]]] = {}
        for claim in claims:
            if (target := self._root(claim)) and target != claim:
                below.setdefault(self.targets[claim], []).append(claim)
                continue
            fact, name = self._lane(claim)
            lanes.setdefault(fact or f"name:{name}", (name, []))[1].append(claim)
        for key, (name, owned) in lanes.items():
            rows: list[_Row] = []
            todo = [(c, 0) for c in reversed(owned)]
            while todo:
                claim, depth = todo.pop()
                rows.append(_Row(claim, depth, when[claim]))
                todo += [(c, depth + 1) for c in reversed(below.get(claim, []))]
            self._draw("" if key.startswith("name:") else key, name, rows)

    def _root(self, claim: str) -> str:
        """Return the claim that stands by itself above an answer; the claim itself when answers go round."""
        seen = [claim]
        while (above := self.targets.get(seen[-1], "")) and above not in seen:
            seen.append(above)
        return claim if above else seen[-1]

    def _lane(self, claim: str) -> tuple[str, str]:
        subject = self.subject
        if self.by_event:
            about = next(iter(subject.ends(claim, "ABOUT")), "")
            return about, subject.name(about) if about else subject.words("answers.nothing")
        speaker = subject.speaker(claim)
        return speaker.id if speaker.how != "unknown" else "", speaker.name

    def _draw(self, fact: str, name: str, rows: Sequence[_Row]) -> None:
        plan, claims = self.plan, tuple(row.claim for row in rows)
        known = fact if fact in self.subject.every else ""
        self.rules.append(Rule(0, self.y, plan.end, self.y, "lane"))
        self.y += ROW_PX / 2
        names = wrap(name, plan.name, 4 if plan.beside else 2, 14, True)
        for i, line in enumerate(names):
            at = self.y + LANE_PX * (i + 0.5) + 2
            self.texts.append(TextBlock(0, at, line, "start", "lane", known, claims))
        bottom = self.y + LANE_PX * len(names) + 6
        if not plan.beside:
            self.y = bottom
        for row in rows:
            self._row(row, self.by_event or row.depth > 0)
        self.y = max(self.y, bottom) + ROW_PX / 2

    def _row(self, row: _Row, named: bool) -> None:
        plan = self.plan
        y = self.y + STEP_PX / 2 + 2
        self.nodes.append(self._mark(row, y))
        if row.depth:
            self._link(row.claim)
        if not plan.beside:
            y += STEP_PX
        indent = 14.0 * min(row.depth, 6) if plan.beside or row.depth < 2 else 14.0
        for role, line in self._lines(row, named, plan.end - plan.text - indent - (0 if plan.beside else 16)):
            self.texts.append(TextBlock(plan.text + indent, y, line, "start", role, row.claim, (row.claim,)))
            y += STEP_PX
        self.y = y - STEP_PX / 2 + ROW_PX - 2

    def _lines(self, row: _Row, named: bool, room: float) -> list[tuple[Any, str]]:
        """Return who, with what stance, on which day; and below it what."""
        subject, claim = self.subject, row.claim
        who = [subject.speaker(claim).name] if named else []
        head = joined([subject.said(claim), *who, *subject.remarks(claim)], " · ")
        figure = subject.figure(claim)
        what = str(subject.properties(claim).get("paraphrase") or "") or (figure.words if figure else "")
        top = wrap(head, room, 2, ROLE_PX["note"])
        said = wrap(what, room, self.plan.lines, ROLE_PX["row"])
        return [*(("note", line) for line in top), *(("row", line) for line in said)]

    def _mark(self, row: _Row, y: float) -> Node:
        """Return a square for a day, a bar for days between, with an arrow where an end is open or about.

        Without a day it is a square left of the axis.
        """
        claim, axis = row.claim, self.axis
        base = Node(
            claim,
            claim,
            "Claim",
            "interval",
            0,
            y,
            0,
            MARK_PX,
            style=self.subject.style(claim),
            claims=(claim,),
            rank=1.0,
            full=joined([self.subject.speaker(claim).name, self.subject.said(claim)]),
        )
        first, last = (axis.at(day) if axis and day else None for day in row.when or (None, None))
        about = any(
            self.subject.properties(claim).get(f"said_{mark}") for mark in ("approximate", "uncertain")
        )
        if first == last and not (about and first is not None):
            at = self.plan.left + self.aside / 2 if first is None else first
            return base._replace(shape="square", x=at, width=10, height=10)
        left = (first if first is not None else last or 0.0) - (OPEN_PX if about or first is None else 0)
        right = (last if last is not None else first or 0.0) + (OPEN_PX if about or last is None else 0)
        ends: tuple[Ending, Ending] = (
            "closed" if first is not None and not about else "unbounded",
            "closed" if last is not None and not about else "unbounded",
        )
        width = max(round(right - left, 1), 4.0)
        return base._replace(x=(left + right) / 2, width=width, left=ends[0], right=ends[1])

    def _link(self, claim: str) -> None:
        """Draw the line from an answer to what it answers, through the free strip right of all marks."""
        nodes = {node.id: node for node in self.nodes}
        own, above = nodes[claim], nodes[self.targets[claim]]
        start, end = ((n.x + n.width / 2, n.y) for n in (own, above))
        low, high = (self.plan.right + LINK_PX, own.y), (self.plan.right + LINK_PX, above.y)
        path = (start, start, low, low, low, high, high, high, end, end)
        self.edges.append(
            Edge(
                f"ANSWERS:{claim}",
                claim,
                above.id,
                "ANSWERS",
                own.style,
                path,
                claims=(claim,),
            )
        )
