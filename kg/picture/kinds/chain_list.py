"""The chain on narrow paper: the root at the top, who passes it on indented below, the print at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.picture.caption import caption
from kg.picture.drawing import Drawing, Node
from kg.picture.frame import framed
from kg.picture.kinds.chain_rows import Link, claim_label, document_label, node_of
from kg.picture.layout.outline import WIDTH_PX, Row, indent, outlined
from kg.picture.metrics import LINE_PX, cut
from kg.picture.subject import Subject

MANY = 30
"""Claims above which those without a figure no longer say what they claim."""


def as_list(
    subject: Subject,
    claims: Sequence[str],
    links: Sequence[Link],
    cuts: Mapping[str, tuple[str, int]],
    left_out: int,
) -> Drawing:
    """Draw the chains as an indented list.

    Args:
        subject: the answer.
        claims: those to draw, by day.
        links: the lines between gaps, claims and documents.
        cuts: for each place where a chain goes on through what is not drawn the first claim of that, and how
            many there are.
        left_out: how many claims had no room.

    Returns:
        The drawing. What passes on several claims stands below the first of them, and is only named below
        the others; a document stands below each claim that it prints and that nobody here passes on.
    """
    w = subject.words
    after: dict[str, list[Link]] = defaultdict(list)
    for one in sorted(links, key=lambda one: one.type != "CITED_IN"):
        after[one.start].append(one)
    rows: list[Row] = []
    met: set[str] = set()

    def label(node: str, room: float) -> tuple[str, ...]:
        if node in cuts:
            return (cut(f"… {w('chain.cut', n=w.number(cuts[node][1]))}", room),)
        if node.startswith("gap:"):
            return (cut(f"? {w('nobody')}", room),)
        if subject.kinds.get(node) == "Document":
            return document_label(subject, node, room)
        return claim_label(subject, node, len(claims) > MANY, room)

    def add(node: str, depth: int, above: int | None, link: Link | None) -> bool:
        """Add a row, and return whether what follows from it is to be added as well."""
        again = node in met
        width = WIDTH_PX - indent(depth)
        lines = label(node, width - 20)
        if again and node in claims:
            lines = (cut(w("chain.again", name=subject.speaker(node).name), width - 20),)
        box = node_of(subject, node, cuts.get(node, (node, 0))[0], lines, (0.0, 0.0), (width, 0.0))
        rows.append(_row(box, again, depth, above, link))
        met.add(node)
        return not again

    ends = {one.end for one in links}
    starts = [n for n in after if n not in ends]
    order = {claim: number for number, claim in enumerate(claims)}
    starts.sort(key=lambda n: order.get(n.removeprefix("gap:"), len(order)))
    for first in (*starts, *claims):  # a loop has no start
        todo: list[tuple[str, int, int | None, Link | None]] = (
            [] if first in met else [(first, 0, None, None)]
        )
        while todo:
            node, depth, above, link = todo.pop()
            if add(node, depth, above, link):
                here = len(rows) - 1
                todo += [(one.end, depth + 1, here, one) for one in reversed(after[node])]
    nodes, edges, _ = outlined(rows)
    words = caption(subject, claims, "chain", left_out=left_out)
    return framed(Drawing("chain", subject.title, words, nodes, edges, left_out=left_out))


def _row(box: Node, again: bool, depth: int, above: int | None, link: Link | None) -> Row:
    """Return a row with its words at the left; what stands there again has an id of its own."""
    high = LINE_PX * len(box.label) + 10
    box = box._replace(height=high, label_at=(10 - box.width / 2, box.label_at[1], "start"))
    if again and link:
        box = box._replace(id=f"{link.start}>{box.id}")
    if not link:
        return Row(box, depth)
    kind = "" if link.type in ("gap", "cut") else link.type
    return Row(box, depth, above, kind, link.style, link.claims)
