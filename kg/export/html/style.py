"""How each kind and each stance looks: one table of plain data for every drawing.

Nothing is told by colour alone. Kinds differ in shape and in the mark before the label, stances in
dashes and in the end of the line, so that the picture survives greyscale and colour blindness. The stance
colours start from the palette of Okabe and Ito and are darkened (or, for a dark page, lightened) until they
stand out from the page by 3:1 or more.

Source: M. Okabe and K. Ito, "Color Universal Design", 2008; WCAG 2.2, success criterion 1.4.11.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PAPER = {"light": "#ffffff", "dark": "#14181d"}
"""The colour behind the drawing."""
INK = {"light": "#1b1f24", "dark": "#e8eaed"}
"""The colour of labels."""


@dataclass(frozen=True)
class KindLook:
    """How nodes of one kind are drawn.

    Attributes:
        label: the kind in words, as the legend shows it.
        shape: one of vis-network's shapes; `box` and `ellipse` hold their label, the others stand above it.
        light: the colour on a light page.
        dark: the colour on a dark page.
        mark: a sign before the label that tells kinds of one shape apart; empty where the shape does.
        size: half the height of the shape, in pixels; no meaning for shapes that hold their label.
        filled: False for the colour of the page inside the outline.
        dashed: True for a broken outline: somebody whom no text names.
    """

    label: str
    shape: str
    light: str
    dark: str
    mark: str = ""
    size: int = 14
    filled: bool = True
    dashed: bool = False


@dataclass(frozen=True)
class LineLook:
    """How edges of one stance, or of one type that carries no stance, are drawn.

    Attributes:
        label: the stance in words, as the legend shows it; for a type the words of the edge stand there.
        heading: what those did to an event who took the stance; empty for a type.
        light: the colour on a light page.
        dark: the colour on a dark page.
        dashes: lengths of dashes and gaps in pixels; empty for a solid line.
        end: the end of the line at what is spoken about: `arrow`, `bar` (against it) or `circle` (open).
        width: in pixels.
    """

    label: str
    heading: str
    light: str
    dark: str
    dashes: tuple[int, ...] = ()
    end: str = "arrow"
    width: float = 2.0


KINDS: dict[str, KindLook] = {
    "State": KindLook("State", "hexagon", "#37474f", "#9fb3bf", size=20),
    "Organization": KindLook("Organization", "square", "#54708a", "#8fb0cc", size=12),
    "Person": KindLook("Person", "dot", "#54708a", "#8fb0cc", size=12),
    "UnnamedSource": KindLook(
        "Unnamed source", "dot", "#7b4f9e", "#c4a0e0", size=12, filled=False, dashed=True
    ),
    "Shipment": KindLook("Shipment", "box", "#8f6400", "#e0b040", "►"),
    "Deployment": KindLook("Deployment", "box", "#2f7a4d", "#6cc492", "▲"),
    "Use": KindLook("Use in combat", "box", "#a33b20", "#f08c6c", "☼"),
    "Casualties": KindLook("Casualties", "box", "#7a3560", "#d78fbc", "†"),
    "Agreement": KindLook("Agreement", "box", "#1f6f80", "#62bccf", "§"),
    "Negotiation": KindLook("Negotiation", "box", "#3f68a8", "#8db1ea", "↔"),
    "Finding": KindLook("Physical finding", "box", "#5c6b2f", "#b0c26e", "◊"),
    "Situation": KindLook("Situation", "box", "#646a73", "#a7aeb8", "○"),
    "WeaponType": KindLook("Weapon type", "diamond", "#b35900", "#ffa44d", size=13),
    "Place": KindLook("Place", "triangleDown", "#2f7d6b", "#62c4ae", size=12),
    "Document": KindLook("Document", "triangle", "#4a4a4a", "#c0c0c0", size=12),
    "Claim": KindLook("Claim", "box", "#444b54", "#b4bcc6", filled=False),
    "Judgement": KindLook("Judgement", "box", "#646a73", "#a7aeb8", "="),
    "Topic": KindLook("Topic", "ellipse", "#646a73", "#a7aeb8"),
}
"""Look by the most special label of a node, in the order of the legend."""

OTHER_KIND = KindLook("Other", "star", "#646a73", "#a7aeb8")
"""Look of a kind that the table does not know yet."""

STANCES: dict[str, LineLook] = {
    "asserts": LineLook("asserts", "Asserted", "#0067a5", "#5db7ec"),
    "expects": LineLook("expects", "Expected", "#007a6e", "#3fc9b4", (12, 5)),
    "denies": LineLook("denies", "Denied", "#c23b00", "#ff8552", (7, 4), "bar", 3.0),
    "doubts": LineLook("doubts", "Doubted", "#a3437b", "#ea92c6", (12, 4, 2, 4), "circle"),
    "cannot-confirm": LineLook(
        "cannot confirm", "Not confirmed", "#8a6000", "#f0b93a", (2, 4), "circle", 2.5
    ),
    "concerned": LineLook("is concerned (if true)", "Of concern, if true", "#6457a6", "#b6a9ee", (4, 4)),
    "retracts": LineLook("retracts", "Retracted", "#555b63", "#bcc3cb", (2, 2), "bar"),
}
"""Look by stance, in the order of the legend."""

LINKS: dict[str, LineLook] = {
    "RELAYS": LineLook("", "", "#3f464e", "#c3cad2", width=2.0),
    "ANSWERS": LineLook("", "", "#3f464e", "#c3cad2", (3, 4), width=1.6),
    "IN_RETURN_FOR": LineLook("", "", "#6d747d", "#8f98a3", (8, 4), width=1.2),
}
"""Look of edge types without a stance that need one of their own; the others are drawn as `PLAIN`."""

PLAIN = LineLook("", "", "#858d97", "#78818c", width=1.2)

GENERAL = frozenset({"Kg", "Actor", "Event"})
"""Labels that do not say the kind by themselves."""

SHORTCUTS = frozenset({"CLAIMED_BY", "DENIED_BY", "QUESTIONED_BY"})
"""Edges that stand for a claim between an event and a speaker."""
POINTS_BACK = SHORTCUTS | {"SAID_BY"}
"""Edges whose line is read from speaker to what is spoken of: its end is drawn where the edge starts."""


def kind_of(labels: Iterable[str]) -> str:
    """Return the label that says the kind, whatever the order in which a store lists them.

    Example:
        >>> kind_of(("Kg", "State", "Actor"))
        'State'
    """
    labels = list(labels)
    known = [label for label in labels if label in KINDS]
    special = known or [label for label in labels if label not in GENERAL]
    return special[0] if special else (labels[0] if labels else "")


def look_of(kind: str) -> KindLook:
    """Return the look of a kind; a kind that the table does not know is drawn as `OTHER_KIND`."""
    return KINDS.get(kind, OTHER_KIND)


def line_of(key: str) -> LineLook:
    """Return the look of a stance or of an edge type."""
    return STANCES.get(key) or LINKS.get(key, PLAIN)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it.

    Example:
        >>> mix("#000000", "#ffffff", 0.5)
        '#808080'
    """
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def fill(look: KindLook, theme: str) -> str:
    """Return what fills the shape: a tint of the paper behind a label, the colour itself, or the paper.

    Args:
        look: the kind's look.
        theme: `light` or `dark`.
    """
    colour = look.dark if theme == "dark" else look.light
    if not look.filled:
        return PAPER[theme]
    return mix(colour, PAPER[theme], 0.84) if look.shape in ("box", "ellipse") else colour
