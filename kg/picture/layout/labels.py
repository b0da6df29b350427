"""Labels placed greedily: the more important first, at a side with room, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.picture.drawing import Node, Spot
from kg.picture.frame import Box, holds, label_box, overlap, shape_box
from kg.picture.metrics import LINE_PX

CELL_PX = 96.0
GAP_PX = 4.0


class Taken:
    """Boxes that are taken, found by the cells of a grid."""

    def __init__(self) -> None:
        """Start with nothing taken."""
        self._cells: dict[tuple[int, int], list[tuple[Box, str]]] = defaultdict(list)

    def free(self, box: Box, owner: str = "") -> bool:
        """Return whether no other owner's box covers this one."""
        return not any(
            other != owner and overlap(box, taken)
            for cell in _cells(box)
            for taken, other in self._cells.get(cell, ())
        )

    def take(self, box: Box, owner: str = "") -> None:
        """Take a box."""
        for cell in _cells(box):
            self._cells[cell].append((box, owner))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // CELL_PX), int(box[2] // CELL_PX) + 1):
        for row in range(int(box[1] // CELL_PX), int(box[3] // CELL_PX) + 1):
            yield column, row


def placed(nodes: Sequence[Node], others: Iterable[Box] = ()) -> list[Node]:
    """Decide for each label where it stands and whether it is shown.

    Args:
        nodes: with their labels where they would stand best; members of clusters are left as they are.
        others: room of other texts.

    Returns:
        The nodes in the same order. No shown label covers another, nor a shape that is not its own; a label
        that its own shape holds is shown when no other label was there first.
    """
    inside = {member for node in nodes for member in node.members}
    taken = Taken()
    for box in others:
        taken.take(box)
    for node in nodes:
        if node.id not in inside:
            taken.take(shape_box(node), node.id)
    decided = {}
    for node in sorted(nodes, key=lambda n: (-n.rank, n.id)):
        if node.id in inside or not node.label:
            continue
        for at in [node.label_at] if holds(node) else sides(node):
            moved = node._replace(label_at=at, shown=True)
            room = label_box(moved)
            if room and taken.free(room, node.id):
                taken.take(room, node.id)
                decided[node.id] = moved
                break
        else:
            decided[node.id] = node._replace(shown=False)
    return [decided.get(node.id, node._replace(shown=False) if node.id in inside else node) for node in nodes]


def sides(node: Node) -> list[Spot]:
    """Return where a label may stand: where it is, below, above, right and left of its shape."""
    rise = (len(node.label) - 1) * LINE_PX
    below = node.height / 2 + GAP_PX + LINE_PX / 2
    beside = node.width / 2 + GAP_PX
    every: list[Spot] = [
        node.label_at,
        (0.0, below, "middle"),
        (0.0, -below - rise, "middle"),
        (beside, -rise / 2, "start"),
        (-beside, -rise / 2, "end"),
    ]
    return list(dict.fromkeys(every))
