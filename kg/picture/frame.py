"""Boxes: the room that each label, shape and text of a drawing takes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.picture.drawing import Drawing, Edge, Node, Rule, TextBlock
from kg.picture.metrics import BOLD, LINE_PX, ROLE_PX, text_width
from kg.questions.drawings import Kind

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
MARGIN_PX = 16.0


def label_box(node: Node) -> Box | None:
    """Return the room of a node's label where it stands, None for a node without one.

    Example:
        >>> label_box(Node("a", "a", "State", "circle", 0, 0, 10, 10, ("abc",), (0, 20, "middle")))[1::2]
        (12.0, 28.0)
    """
    if not node.label:
        return None
    dx, dy, anchor = node.label_at
    width = max(text_width(line) for line in node.label)
    left = node.x + dx - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    top = node.y + dy - LINE_PX / 2
    return left, top, left + width, top + LINE_PX * len(node.label)


def holds(node: Node) -> bool:
    """Return whether a label stands inside of its shape."""
    return abs(node.label_at[0]) < node.width / 2 and abs(node.label_at[1]) < node.height / 2


def text_box(text: TextBlock) -> Box:
    """Return the room of a text; its `y` is the middle of the line."""
    size = ROLE_PX[text.role]
    width = text_width(text.text, size, text.role in BOLD)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - size * 0.62, left + width, text.y + size * 0.62


def shape_box(node: Node) -> Box:
    """Return the room of a node's shape."""
    return (
        node.x - node.width / 2,
        node.y - node.height / 2,
        node.x + node.width / 2,
        node.y + node.height / 2,
    )


def edge_label_box(text: str, at: tuple[float, float]) -> Box:
    """Return the room of the label of an edge, anchored at its middle."""
    width = text_width(text, ROLE_PX["note"])
    return at[0] - width / 2, at[1] - 8, at[0] + width / 2, at[1] + 8


def overlap(a: Box, b: Box, slack: float = 0.0) -> bool:
    """Return whether two boxes cover each other by more than `slack` pixels both ways."""
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def texts_of(drawing: Drawing) -> Iterator[tuple[str, Box]]:
    """Yield what every text at rest says and its room.

    These are shown labels, labels of edges, and words of the drawing.
    """
    inside = {member for node in drawing.nodes for member in node.members}
    for node in drawing.nodes:
        if node.shown and node.id not in inside and (box := label_box(node)):
            yield f"label of {node.id}", box
    for edge in drawing.edges:
        if edge.label:
            yield f"label of {edge.id}", edge_label_box(edge.label, edge.label_at)
    for number, text in enumerate(drawing.texts):
        if text.text:
            yield f"text {number}", text_box(text)


def framed(drawing: Drawing) -> Drawing:
    """Return a drawing with the box around everything in it, to whole pixels."""
    boxes = [shape_box(node) for node in drawing.nodes]
    boxes += [box for _, box in texts_of(drawing)]
    boxes += [(min(r.x1, r.x2), min(r.y1, r.y2), max(r.x1, r.x2), max(r.y1, r.y2)) for r in drawing.rules]
    for edge in drawing.edges:
        half = edge.high / 2
        xs, ys = [x for x, _ in edge.path], [y for _, y in edge.path]
        boxes.append((min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half))
    if not boxes:
        return drawing
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    around = (
        float(left - MARGIN_PX // 1),
        float(top - MARGIN_PX // 1),
        float(right + MARGIN_PX),
        float(bottom + MARGIN_PX),
    )
    return drawing._replace(box=(around[0] // 1, around[1] // 1, -(-around[2] // 1), -(-around[3] // 1)))


class Sheet:
    """Collects what is drawn, from top to bottom; `y` is how far it has come.

    Attributes:
        nodes: shapes.
        edges: lines.
        texts: words of the drawing itself.
        rules: lines of the frame.
        y: where the next row begins.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.texts: list[TextBlock] = []
        self.rules: list[Rule] = []
        self.y = 0.0

    def drawing(self, kind: Kind, title: str, caption: str, *, left_out: int = 0) -> Drawing:
        """Return everything with the box around it."""
        nodes, edges, texts = tuple(self.nodes), tuple(self.edges), tuple(self.texts)
        return framed(
            Drawing(kind, title, caption, nodes, edges, texts, tuple(self.rules), left_out=left_out)
        )
