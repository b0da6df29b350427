"""The look of the network view as a stylesheet for Neo4j Browser: same colours, same words on the nodes.

A stylesheet can choose by label and type only, has circles for shapes, and no dashes. What the network view
tells by border and dashes is therefore said in words: the stance stands before the text of a claim and on the
lines between an event and those who speak about it.
"""

from __future__ import annotations

from kg.model import table
from kg.model.line_look import LineLook
from kg.model.looks import OTHER_KIND, KindLook
from kg.model.stances import SHORTCUTS
from kg.picture.looks import (
    DRAWN_ONLY,
    GENERAL,
    INK,
    KINDS,
    LINKS,
    PAPER,
    PLAIN,
    STANCES,
    fill,
    mix,
)

LETTERS = 26
"""Pixels of the letters: the Browser shrinks a picture to fit its frame, thirty nodes to less than half."""


def sheet() -> str:
    """Return the stylesheet, without comments: the Browser would read them as part of a selector.

    The labels that several kinds share come first and have a look of their own: builds of the Browser after
    5.24 invent a colour for each label without one, put it last, and so paint over the kinds.
    """
    rules = [
        ("node", {**_node("", OTHER_KIND), "font-size": f"{LETTERS}px", "caption": caption("", OTHER_KIND)}),
        (
            "relationship",
            {
                **_line(PLAIN),
                "font-size": "8px",
                "padding": "3px",
                "text-color-external": INK["light"],
                "text-color-internal": PAPER["light"],
                "caption": "<type>",
            },
        ),
        *(
            (f"node.{label}", {**_node("", OTHER_KIND), "caption": caption("", OTHER_KIND)})
            for label in sorted(GENERAL)
        ),
        *(
            (f"node.{kind}", {**_node(kind, look), "caption": caption(kind, look)})
            for kind, look in KINDS.items()
            if kind not in DRAWN_ONLY
        ),
        *((f"relationship.{edge}", _line(look)) for edge, look in LINKS.items()),
        *(
            (f"relationship.{edge}", {**_line(STANCES[shortcut.look]), "caption": "{stance}"})
            for edge, shortcut in SHORTCUTS.items()
        ),
    ]
    return "\n".join(_rule(selector, values) for selector, values in rules)


def caption(kind: str, look: KindLook) -> str:
    """Return what stands on the nodes of a kind: as in the network view, and for claims the stance before it.

    Example:
        >>> caption("Shipment", KINDS["Shipment"])
        '► {caption}'
    """
    return (
        "[{stance}] {how_many} {caption}"
        if kind in table.labels("claim")
        else f"{look.mark} {{caption}}".strip()
    )


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 for black to 1 for white.

    Source: WCAG 2.2, definition of relative luminance.
    """
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _node(kind: str, look: KindLook) -> dict[str, str]:
    inside = fill(look, "light")
    return {
        "diameter": f"{_diameter(kind, look)}px",
        "color": inside,
        "border-color": look.light if inside != look.light else mix(look.light, INK["light"], 0.4),
        "border-width": "4px" if look.filled else "6px",
        "text-color-internal": max(PAPER["light"], INK["light"], key=lambda ink: contrast(ink, inside)),
    }


def _diameter(kind: str, look: KindLook) -> int:
    """Return the width in pixels: room for the first words of a caption; the Browser cuts the others."""
    if kind in table.labels("claim"):
        return 184
    return 184 if look.shape == "box" else 156


def _line(look: LineLook) -> dict[str, str]:
    return {"color": look.light, "shaft-width": f"{round(look.width)}px"}


def _rule(selector: str, values: dict[str, str]) -> str:
    lines = [f"  {name}: {repr(value) if name == 'caption' else value};" for name, value in values.items()]
    return "\n".join([f"{selector} {{", *lines, "}", ""])
