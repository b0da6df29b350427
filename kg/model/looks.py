"""How nodes of one kind are drawn, and what kinds look like that say nothing of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Shape = Literal[
    "circle",
    "square",
    "diamond",
    "triangle",
    "hexagon",
    "box",
    "gap",
    "interval",
    "bracket",
    "bar",
    "cluster",
    "cross",
]
"""Forms of a node: a figure's interval is a node, too, and `gap` is the end of a chain at nobody.

A `box` holds its label inside; `cross` marks a denial that has no value; `bar` is a filled upright beam; an
`interval` is a level line whose ends say by their form whether they are included, a `bracket` the
same of a vague word: pale, open in the middle, where the word stands. An exact figure is a `square`.
"""


class KindLook(NamedTuple):
    """How nodes of one kind are drawn.

    Attributes:
        shape: its form in the network; a `box` holds its label, the others stand beside it.
        light: the colour on a light page, `#rrggbb`.
        dark: the colour on a dark page.
        mark: a sign before the label that tells kinds of one shape apart; empty where the shape does.
        size: half the height of the shape, in pixels; no meaning for shapes that hold their label.
        filled: False for the colour of the page inside the outline.
        dashed: True for a broken outline: somebody whom no text names.
    """

    shape: Shape
    light: str
    dark: str
    mark: str = ""
    size: int = 12
    filled: bool = True
    dashed: bool = False


OTHER_KIND = KindLook("circle", "#646a73", "#a7aeb8", size=9)
"""Look of a node of no known kind."""

DEFAULT_LOOKS: dict[str, KindLook] = {
    "actor": KindLook("square", "#646a73", "#a7aeb8", size=9),
    "event": KindLook("box", "#646a73", "#a7aeb8", "●"),
    "goods": KindLook("diamond", "#646a73", "#a7aeb8", size=11),
    "place": KindLook("triangle", "#646a73", "#a7aeb8", "▾", size=10),
    "document": KindLook("triangle", "#646a73", "#a7aeb8", size=10),
}
"""Look of a kind without one of its own, by its role; of other roles it is `OTHER_KIND`."""
