"""Claim and answer: what is said at the left, who denied or doubted it at the right, or that nobody did."""

from __future__ import annotations

from typing import NamedTuple

from kg.language.directions import joined
from kg.model.stances import NO_ANSWER
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, Edge, Node, Rule, TextBlock
from kg.picture.frame import Sheet
from kg.picture.looks import EVENTS
from kg.picture.metrics import LINE_PX, cut, wrap
from kg.picture.subject import Subject

MOST = 90
"""Claims and answers that one picture holds."""
SAID = ("for", "ahead")
"""Sides of what can be answered."""
LINES = 3
"""Lines of what a claim says."""
SPACE_PX, ROW_PX, GROUP_PX, PAD_PX = 10.0, 14.0, 34.0, 10.0
"""Room between answers, between rows, for the name of an event, and left and right of words."""


class _Plan(NamedTuple):
    """Where claims and answers start, and how wide they are."""

    width: float
    right: float
    answer: float
    beside: bool


WIDE, NARROW = _Plan(400, 490, 400, True), _Plan(328, 24, 304, False)


class _Row(NamedTuple):
    """What is said, and the claims that answer it; without `claims` it is all that is said of the event."""

    about: str
    claims: tuple[str, ...]
    said: tuple[str, ...]
    replies: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every claim in it."""
        return (*self.claims, *self.said, *self.replies)


def answers(subject: Subject) -> Drawing:
    """Draw what is said beside what was answered, grouped by what it is about.

    Returns:
        The drawing: a claim that others answer by name has a row; what speaks against the whole of an event
        stands beside all that is said of it; where nothing was found, the place of the answer is left open.
    """
    rows = _rows(subject)
    if not rows:
        return empty(subject, "answers")
    kept: list[_Row] = []
    room = MOST
    for row in rows:
        claims = row.claims[: max(room // 2, 1)]
        replies = row.replies[: max(room - len(claims), 1)]
        room -= max(len(claims), 1) + max(len(replies), 1)
        if kept and room < 0:
            break
        kept.append(row._replace(claims=claims, replies=replies))
    drawn = {claim for row in kept for claim in row.all}
    left_out = len({claim for row in rows for claim in row.all} - drawn) or len(rows) - len(kept)
    sheet = _Sheet(subject, NARROW if subject.narrow else WIDE)
    order = {about: i for i, about in enumerate(dict.fromkeys(row.about for row in kept))}
    for row in sorted(kept, key=lambda r: order[r.about]):
        sheet.row(row)
    words = caption(subject, sorted(drawn), "answers", left_out=left_out)
    return sheet.drawing("answers", subject.title, words, left_out=left_out)


def _rows(subject: Subject) -> list[_Row]:
    """Return the rows by day, those with an answer first."""
    asked = subject.claims()
    replies = [c for c in asked if _replies(subject, c)]
    mine = set(replies)
    told: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}

    def row(about: str, claim: str = "") -> tuple[dict[str, None], dict[str, None]]:
        return told.setdefault((about, claim), ({}, {}))

    for reply in replies:
        answered = [t for t in subject.ends(reply, "ANSWERS") if t != reply and t in subject.every]
        for target in answered:
            row(_about(subject, target) or _about(subject, reply), target)[1][reply] = None
        if not answered:
            row(_about(subject, reply))[1][reply] = None
    met, targets = {about for about, _ in told}, {target for _, target in told}
    whole = [about for about, target in told if not target]
    for event in (*whole, *(n for n in subject.nodes if n not in met and subject.kinds[n] in EVENTS)):
        row(event)[0].update((c, None) for c in subject.claims_on(event) if subject.side(c) in SAID)
    for claim in asked:
        if claim not in mine and claim not in targets:
            row(_about(subject, claim))[0][claim] = None
    alike: dict[tuple[str, tuple[str, ...], bool], _Row] = {}
    for (about, claim), (said, against) in told.items():
        key = about, tuple(against), not claim
        named = (*(alike[key].claims if key in alike else ()), *filter(None, [claim]))
        alike[key] = _Row(about, tuple(sorted(named, key=subject.order)), tuple(said), tuple(against))
    rows = [row for row in alike.values() if row.all]
    return sorted(rows, key=lambda r: (not r.replies, _first(subject, r), r.about, r.claims))


def _replies(subject: Subject, claim: str) -> bool:
    """Return whether a claim is an answer: it names what it answers, speaks against it, or refuses to."""
    against = subject.side(claim) in ("against", "doubt", "back") or subject.stance(claim) == NO_ANSWER
    return against or bool(subject.ends(claim, "ANSWERS"))


def _about(subject: Subject, claim: str) -> str:
    return next(iter(subject.ends(claim, "ABOUT")), "")


def _first(subject: Subject, row: _Row) -> tuple[str, str, str]:
    return min(subject.order(c) for c in row.claims or row.all)


class _Sheet(Sheet):
    """Collects what is drawn, from top to bottom."""

    def __init__(self, subject: Subject, plan: _Plan) -> None:
        self.subject, self.plan = subject, plan
        super().__init__()
        self.about: str | None = None
        if plan.beside:
            heads = ((0.0, "answers.said"), (plan.right, "answers.answered"))
            self.texts += [TextBlock(x, -4, subject.words(key), "start", "axis") for x, key in heads]

    def row(self, row: _Row) -> None:
        """Draw claims with the answers that all of them have."""
        plan, top = self.plan, self.y
        if row.about != self.about:
            self._heading(row)
            top = self.y
        lefts = []
        for claim in row.claims or ("",):
            lefts.append(self._put(self._said(claim, row), 0.0, self.y))
            self.y = lefts[-1].y + lefts[-1].height / 2 + SPACE_PX
        y = top if plan.beside else self.y
        for reply in row.replies or ("",):
            right = self._put(self._answer(reply, row, lefts[0].id), plan.right, y)
            y = right.y + right.height / 2 + SPACE_PX
            for left in lefts if reply else ():
                self._link(right, left, reply)
        self.y = max(y, self.y) + ROW_PX - SPACE_PX

    def _said(self, claim: str, row: _Row) -> Node:
        room = self.plan.width
        if claim:
            return self._claim(f"{row.about}|{claim}", claim, room)
        kind = self.subject.kinds.get(row.about, "Claim")
        return Node(f"{row.about}|", row.about, kind, "box", 0, 0, room, 0, self._all(row), claims=row.said)

    def _claim(self, id_: str, claim: str, width: float) -> Node:
        subject = self.subject
        told = [subject.speaker(claim).name, str(subject.properties(claim).get("paraphrase") or "")]
        made = Node(id_, claim, "Claim", "box", 0, 0, width, 0, _lines(subject, claim, width - 2 * PAD_PX))
        return made._replace(style=subject.style(claim), claims=(claim,), full=joined(told, ". "))

    def _heading(self, row: _Row) -> None:
        self.about = row.about
        end = self.plan.right + self.plan.answer
        self.y += 6
        self.rules.append(Rule(0, self.y, end, self.y, "lane"))
        name = self.subject.name(row.about) if row.about else self.subject.words("answers.nothing")
        for line in wrap(name, end, 1 if self.plan.beside else 3, 14, True):
            self.texts.append(TextBlock(0, self.y + 17, line, "start", "lane", row.about))
            self.y += 19
        self.y += GROUP_PX - 20

    def _all(self, row: _Row) -> tuple[str, ...]:
        """Say who says so, for what is answered as a whole."""
        w, subject = self.subject.words, self.subject
        if not row.said:
            return (w("answers.unsaid"),)
        names = dict.fromkeys(subject.speaker(c).name for c in row.said)
        room = self.plan.width - 2 * PAD_PX
        return (w("answers.say", n=len(row.said)), *wrap(joined(names, "; "), room, LINES))

    def _answer(self, reply: str, row: _Row, id_: str) -> Node:
        room = self.plan.answer
        if reply:
            return self._claim(f"{id_}|{reply}", reply, room)._replace(rank=1.0)
        words = wrap(self.subject.words("answers.none"), room - 2 * PAD_PX, 2)
        base = Node(f"gap:{id_}", row.about, "NoAnswer", "gap", 0, 0, room, 0, words)
        return base._replace(style="unanswered", claims=row.claims or row.said)

    def _put(self, node: Node, left: float, top: float) -> Node:
        """Place a box; what its speaker does, the badge on it says."""
        height = LINE_PX * len(node.label) + 12
        put = node._replace(
            x=left + node.width / 2,
            y=top + height / 2,
            height=height,
            label_at=(PAD_PX - node.width / 2, -(len(node.label) - 1) * LINE_PX / 2, "start"),
        )
        self.nodes.append(put)
        return put

    def _link(self, right: Node, left: Node, reply: str) -> None:
        if self.plan.beside:
            start = (right.x - right.width / 2, right.y)
            end = (left.x + left.width / 2, min(left.y + left.height / 2 - 8, max(left.y, right.y)))
            via = (start[0] + end[0]) / 2
            path = (start, (via, start[1]), (via, end[1]), end)
        else:
            x, y = self.plan.right / 2, right.y
            path = ((self.plan.right, y), (x, y), (x, y), (x, left.y + left.height / 2))
        self.edges.append(
            Edge(
                f"ANSWERS:{right.id}:{left.id}",
                right.id,
                left.id,
                "ANSWERS",
                right.style,
                path,
                claims=(reply,),
            )
        )


def _lines(subject: Subject, claim: str, room: float) -> tuple[str, ...]:
    """Return what stands on a claim: who, what, what the speaker does and the day."""
    figure = subject.figure(claim)
    what = figure.words if figure else str(subject.properties(claim).get("paraphrase") or "")
    told = joined([*subject.remarks(claim), subject.said(claim)])
    return (
        *wrap(subject.speaker(claim).name, room, 1),
        *wrap(what, room, LINES),
        *([cut(told, room)] if told else []),
    )
