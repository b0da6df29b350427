"""What a drawing is: shapes, lines and texts at places, in units of one CSS pixel at zoom 1, y downwards.

A drawing is complete: a renderer (canvas page, SVG, pyvis) paints what stands here and decides nothing but
colours, dashes and ends of lines, which it looks up under `style` and `kind` in `kg.picture.looks`; sizes of
letters are in `kg.picture.metrics`. So every output has the same shapes, words and places; where vis-network
cannot paint what stands here (hatching, thousands of dotted lines), the caption of the pyvis page says so.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from kg.language import ENGLISH
from kg.language.title import Title
from kg.model.looks import Shape
from kg.questions.drawings import Kind

Ending = Literal["closed", "open", "unbounded", "none"]
"""How an interval ends: value included, value excluded, no bound given, or not an interval."""

Role = Literal["axis", "lane", "row", "note"]
"""What words of the drawing itself are: the key of size and weight."""

Theme = Literal["light", "dark"]
"""The paper that a picture is painted on."""

Point = tuple[float, float]
Spot = tuple[float, float, Literal["start", "middle", "end"]]
"""Where a label stands: the middle of its first line from the node's centre, and its anchor there."""


class Node(NamedTuple):
    """A shape.

    Attributes:
        id: unique in the drawing; the id of the fact it stands for, unless several nodes stand for one fact.
        fact: id of the node of the graph behind it; empty for a gap or a cluster.
        kind: label of the graph's node (`State`, `Claim`, `Shipment`, ...), `Gap` or `Cluster`.
        shape: its form.
        x: centre.
        y: centre.
        width: of the shape, without the label.
        height: of the shape, without the label.
        label: lines of text, already wrapped; may be empty.
        label_at: centre of the first line, relative to the node's centre, and how the text is anchored there.
        style: stance or status that decides line and fill beside the kind; empty for none.
        left: left end of an interval.
        right: right end of an interval.
        claims: ids of the claims behind it: what a filter or a day hides takes the node along when all are
            hidden.
        rank: more important ones get their label first.
        members: ids of nodes inside of a cluster; those are in the drawing, too, with places of their own.
            While the cluster is closed (at first, and in print) they and their edges are not shown, but the
            edges that end at the cluster are; while it is open it is the other way round, and the cluster is
            a backdrop without a label.
        shown: whether the label has room in the whole picture at zoom 1: no two shown labels overlap, and
            none covers a shape. A label that is not shown may be placed when there is room, at `label_at`.
        full: the whole text when `label` had to be cut; empty when it is whole.
    """

    id: str
    fact: str
    kind: str
    shape: Shape
    x: float
    y: float
    width: float
    height: float
    label: tuple[str, ...] = ()
    label_at: Spot = (0.0, 0.0, "middle")
    style: str = ""
    left: Ending = "none"
    right: Ending = "none"
    claims: tuple[str, ...] = ()
    rank: float = 0.0
    members: tuple[str, ...] = ()
    shown: bool = True
    full: str = ""


class Edge(NamedTuple):
    """A line from node to node.

    Attributes:
        id: unique in the drawing.
        start: id of a node.
        end: id of a node.
        type: edge type of the graph (`RELAYS`, `DELIVERED`, ...), or empty.
        style: stance, else edge type: the key of colour, dashes and arrow end.
        path: where it runs: start, control points, end. Two points are a straight line, three a quadratic
            Bezier curve, four a cubic one; seven, ten, ... are cubic ones joined, each from the end of the
            last.
        low: width that is certain, drawn solid; 0 when nothing is.
        high: width with what is uncertain, the difference drawn hatched; equal to `low` when nothing is.
        arrow: whether the arrow head is at `end`, at `start`, or nowhere.
        derived: made by a rule, not curated: drawn dotted.
        label: text on the line; may be empty.
        claims: ids of the claims behind it, as for nodes.
        unbounded: the width has no upper bound: `high` is no end, its hatching has no outline.
        label_at: where the label stands, anchored at its middle; no meaning without a label.
    """

    id: str
    start: str
    end: str
    type: str
    style: str
    path: tuple[Point, ...]
    low: float = 1.5
    high: float = 1.5
    arrow: Literal["end", "start", "none"] = "end"
    derived: bool = False
    label: str = ""
    claims: tuple[str, ...] = ()
    unbounded: bool = False
    label_at: Point = (0.0, 0.0)


class TextBlock(NamedTuple):
    """Words of the drawing itself: axis values, lane titles, row titles.

    Attributes:
        fact: id of the fact it speaks of, so that a click opens it; empty for none.
        role: `axis`, `lane`, `row` or `note`: the key of size and weight.
        claims: ids of the claims behind it, as for nodes; empty when it always stays.
    """

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    role: Role = "note"
    fact: str = ""
    claims: tuple[str, ...] = ()


class Rule(NamedTuple):
    """A straight line of the drawing itself: an axis, a grid line, the edge of a lane."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Literal["axis", "grid", "lane"] = "grid"


class Area(NamedTuple):
    """Ground that other things stand on.

    Attributes:
        role: `land`, or `around`: the circle within which something is; the key of its paint.
        rings: closed lines, the last point joined to the first; where one lies in another and runs the other
            way round, it is a hole.
        claims: ids of the claims behind it, as for nodes; empty when it always stays.
    """

    role: Literal["land", "around"]
    rings: tuple[tuple[Point, ...], ...]
    claims: tuple[str, ...] = ()


class Drawing(NamedTuple):
    """One picture.

    Attributes:
        kind: which of the drawings.
        title: the question it answers.
        caption: how to read it and what it rests on: documents cited, the as-of day.
        nodes: shapes, those to be painted first first.
        edges: lines, painted below the shapes.
        texts: words.
        rules: lines of the frame, painted below all of these.
        box: left, top, right and bottom of everything, labels included.
        left_out: how many nodes would not fit, 0 for none; the caption then says how to narrow it.
        language: of the drawing's own words; names and wording stay as the facts have them.
        finding: the sentence that states the answer, in that language, a `Title` where it was made in others,
            too; empty when none was made.
        asked: what it was asked with, a few words for each parameter.
        narrow: whether it is for paper of 360 pixels, as a phone has it.
        others: the same picture in other languages and for narrow paper, see `kg.picture.forms`; a page
            carries them along, everything else paints the picture itself.
        areas: ground, painted below everything.
    """

    kind: Kind
    title: str
    caption: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    texts: tuple[TextBlock, ...] = ()
    rules: tuple[Rule, ...] = ()
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    left_out: int = 0
    language: str = ENGLISH
    finding: str = ""
    asked: tuple[str, ...] = ()
    narrow: bool = False
    others: tuple[Drawing, ...] = ()
    areas: tuple[Area, ...] = ()

    @property
    def heading(self) -> str:
        """The question in the drawing's language, in English where nobody wrote it in another."""
        return Title(self.title).said(self.language)

    @property
    def headline(self) -> str:
        """The finding, or the question where there is none."""
        return str(self.finding) or self.heading
