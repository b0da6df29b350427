"""What the boxes of a chain say, for columns and for the list on narrow paper."""

from __future__ import annotations

from typing import NamedTuple

from kg.language.directions import joined
from kg.picture.drawing import Node, Spot
from kg.picture.metrics import LINE_PX, cut, plain, wrap
from kg.picture.subject import Subject
from kg.picture.words import day


class Link(NamedTuple):
    """A line of a chain, from what is told to who tells it."""

    start: str
    end: str
    type: str
    style: str
    claims: tuple[str, ...]


def document_label(subject: Subject, document: str, room: float) -> tuple[str, ...]:
    """Return who published a document and when, on lines of some width."""
    printed = cut(day(subject.words, subject.properties(document), "published"), room)
    return tuple(filter(None, (*wrap(subject.outlet(document), room, 2), printed)))


def claim_label(subject: Subject, claim: str, brief: bool, room: float) -> tuple[str, ...]:
    """Return speaker, what is claimed and the day, on lines of some width."""
    w = subject.words
    speaker, figure = subject.speaker(claim), subject.figure(claim)
    attribution = plain(subject.properties(claim).get("attribution")) if speaker.how == "unknown" else ""
    lines = [*wrap(w.gloss("", attribution, subject.printed_in(claim)) or speaker.name, room, 2)]
    if figure is not None:
        lines += wrap(subject.worded(claim), room, 2)
    elif not brief:
        lines += wrap(str(subject.properties(claim).get("paraphrase") or ""), room, 2)
    lines += wrap(joined([*subject.remarks(claim), subject.said(claim)]), room, 2)
    return tuple(line for line in lines if line)


def node_of(
    subject: Subject,
    node: str,
    fact: str,
    lines: tuple[str, ...],
    at: tuple[float, float],
    size: tuple[float, float],
) -> Node:
    """Return the box of a claim, a document, or a gap."""
    kind = subject.kinds.get(fact, "Gap")
    label_at: Spot = (0.0, -(len(lines) - 1) * LINE_PX / 2, "middle")
    base = Node(node, fact, kind, "box", *at, *size, lines, label_at)
    if fact != node:
        return base._replace(shape="gap", style="gap", claims=(fact,), rank=1.0)
    if kind == "Gap":
        return base._replace(fact="", shape="gap", style="gap", claims=(node.removeprefix("gap:"),), rank=1.0)
    if kind == "Claim":
        style = "unsourced" if subject.unsourced(node) else subject.style(node)
        told = [subject.speaker(node).name, str(subject.properties(node).get("paraphrase") or "")]
        full = joined(told, ". ")
        return base._replace(style=style, claims=(node,), rank=2.0, full=full)
    return base._replace(rank=3.0, full=subject.name(node))
