"""How each kind, stance and status looks: one table of plain data for every output of every drawing.

Nothing is told by colour alone. Kinds differ in shape and in the mark before the label, stances and statuses
in dashes and in the end of the line, so that the picture survives greyscale and colour blindness. The colours
start from the palette of Okabe and Ito and are darkened (or, for a dark page, lightened) until they stand out
from the page by 3:1 or more.

Source: M. Okabe and K. Ito, "Color Universal Design", 2008; WCAG 2.2, success criterion 1.4.11.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kg.picture.drawing import Shape

PAPER = {"light": "#ffffff", "dark": "#14181d"}
"""The colour behind the drawing."""
INK = {"light": "#1b1f24", "dark": "#e8eaed"}
"""The colour of labels."""
SOFT = {"light": "#57606a", "dark": "#a3acb7"}
"""The colour of axis values and remarks."""
GRID = {"light": "#d8dce1", "dark": "#39414b"}
"""The colour of grid lines and the edges of lanes."""


class KindLook(NamedTuple):
    """How nodes of one kind are drawn.

    Attributes:
        label: the kind in words, as the legend shows it.
        shape: its form in the network; a `box` holds its label, the others stand beside it.
        light: the colour on a light page.
        dark: the colour on a dark page.
        mark: a sign before the label that tells kinds of one shape apart; empty where the shape does.
        size: half the height of the shape, in pixels; no meaning for shapes that hold their label.
        filled: False for the colour of the page inside the outline.
        dashed: True for a broken outline: somebody whom no text names.
    """

    label: str
    shape: Shape
    light: str
    dark: str
    mark: str = ""
    size: int = 12
    filled: bool = True
    dashed: bool = False


class LineLook(NamedTuple):
    """How lines and outlines of one stance, status or edge type are drawn.

    Attributes:
        label: in words, as the legend shows it; empty for a type, whose words stand elsewhere.
        light: the colour on a light page.
        dark: the colour on a dark page.
        dashes: lengths of dashes and gaps in pixels; empty for a solid line.
        end: the end of the line at what is spoken about: `arrow`, `bar` (against it) or `circle` (open).
        width: in pixels, of a line or an outline.
    """

    label: str
    light: str
    dark: str
    dashes: tuple[int, ...] = ()
    end: Literal["arrow", "bar", "circle"] = "arrow"
    width: float = 2.0


KINDS: dict[str, KindLook] = {
    "State": KindLook("State", "hexagon", "#37474f", "#9fb3bf", size=16),
    "Organization": KindLook("Organization", "square", "#54708a", "#8fb0cc", size=9),
    "Person": KindLook("Person", "circle", "#54708a", "#8fb0cc", size=9),
    "UnnamedSource": KindLook(
        "Unnamed source", "circle", "#7b4f9e", "#c4a0e0", size=9, filled=False, dashed=True
    ),
    "Shipment": KindLook("Shipment", "box", "#8f6400", "#e0b040", "►"),
    "Deployment": KindLook("Deployment", "box", "#2f7a4d", "#6cc492", "▲"),
    "Use": KindLook("Use in combat", "box", "#a33b20", "#f08c6c", "☼"),
    "Casualties": KindLook("Casualties", "box", "#7a3560", "#d78fbc", "†"),
    "Agreement": KindLook("Agreement", "box", "#1f6f80", "#62bccf", "§"),
    "Negotiation": KindLook("Negotiation", "box", "#3f68a8", "#8db1ea", "↔"),
    "Finding": KindLook("Physical finding", "box", "#5c6b2f", "#b0c26e", "◊"),
    "Situation": KindLook("Situation", "box", "#646a73", "#a7aeb8", "○"),
    "WeaponType": KindLook("Weapon type", "diamond", "#b35900", "#ffa44d", size=11),
    "Place": KindLook("Place", "triangle", "#2f7d6b", "#62c4ae", "▾", size=10),
    "Document": KindLook("Document", "triangle", "#4a4a4a", "#c0c0c0", size=10),
    "Claim": KindLook("Claim", "box", "#444b54", "#b4bcc6", filled=False),
    "Judgement": KindLook("Judgement", "box", "#646a73", "#a7aeb8", "="),
    "Topic": KindLook("Topic", "box", "#646a73", "#a7aeb8"),
    "Cluster": KindLook("Several facts on one event", "cluster", "#646a73", "#a7aeb8"),
    "Gap": KindLook("Nobody named", "gap", "#646a73", "#a7aeb8", "?", filled=False, dashed=True),
}
"""Look by the most special label of a node, in the order of the legend."""

DRAWN_ONLY = frozenset({"Cluster", "Gap"})
"""Kinds that only drawings know: no node of the graph has such a label."""

OTHER_KIND = KindLook("Other", "circle", "#646a73", "#a7aeb8", size=9)
"""Look of a kind that the table does not know yet."""

STANCES: dict[str, LineLook] = {
    "asserts": LineLook("asserts", "#0067a5", "#5db7ec"),
    "expects": LineLook("expects", "#007a6e", "#3fc9b4", (12, 5)),
    "denies": LineLook("denies", "#c23b00", "#ff8552", (7, 4), "bar", 3.0),
    "doubts": LineLook("doubts", "#a3437b", "#ea92c6", (12, 4, 2, 4), "circle"),
    "cannot-confirm": LineLook("cannot confirm", "#8a6000", "#f0b93a", (2, 4), "circle", 2.5),
    "concerned": LineLook("is concerned (if true)", "#6457a6", "#b6a9ee", (4, 4)),
    "retracts": LineLook("retracts", "#555b63", "#bcc3cb", (2, 2), "bar"),
}
"""Look by stance, in the order of the legend."""

STATUSES: dict[str, LineLook] = {
    "supported": LineLook("supported", "#0b4f79", "#8accf2", width=2.0),
    "disputed": LineLook("disputed: asserted and denied", "#c23b00", "#ff8552", (9, 3, 2, 3), "bar", 3.5),
    "denied": LineLook("denied, not asserted", "#7a2500", "#ffb08f", (7, 4), "bar", 2.5),
    "unconfirmed": LineLook("unconfirmed", "#8a6000", "#f0b93a", (4, 4), "circle", 2.5),
    "unknown": LineLook("nobody asserts it", "#646a73", "#a7aeb8", (1, 4), "circle", 1.5),
}
"""Look by status of an event, in the order of the legend."""

EXTRAS: dict[str, LineLook] = {
    "unsourced": LineLook(
        "a number that nobody named stands behind", "#555b63", "#bcc3cb", (2, 3), "circle", 2.0
    ),
    "no-number": LineLook("no number given", "#6d747d", "#8f98a3", (3, 5), width=1.5),
    "whole": LineLook("a number of the whole shipment, not of this type", "#6d747d", "#8f98a3", width=1.5),
    "gap": LineLook("nobody named", "#646a73", "#a7aeb8", (2, 4), width=1.8),
}
"""Other styles that drawings use."""

LINKS: dict[str, LineLook] = {
    "RELAYS": LineLook("", "#3f464e", "#c3cad2", width=2.0),
    "CITED_IN": LineLook("", "#6d747d", "#8f98a3", width=1.2),
    "ANSWERS": LineLook("", "#3f464e", "#c3cad2", (3, 4), width=1.6),
    "IN_RETURN_FOR": LineLook("", "#6d747d", "#8f98a3", (8, 4), width=1.2),
}
"""Look of edge types without a stance that need one of their own; the others are drawn as `PLAIN`."""

PLAIN = LineLook("", "#858d97", "#78818c", width=1.2)

DERIVED_DASHES = (1, 4)
"""Dots of a derived edge of no stance; see `dashes_of`."""
_DOTS: dict[str, tuple[int, ...]] = {
    "expects": (1, 4, 1, 9),
    "denies": (1, 3, 1, 3, 1, 9),
    "doubts": (1, 4, 7, 4),
    "cannot-confirm": (1, 8),
    "concerned": (1, 3, 1, 3, 1, 3, 1, 9),
    "retracts": (1, 4, 4, 4),
}
"""Dots of a derived edge by stance: evenly for an assertion, in groups or far apart for the others."""

GENERAL = frozenset({"Kg", "Actor", "Event"})
"""Labels that do not say the kind by themselves."""

EVENTS = frozenset(
    {"Shipment", "Deployment", "Use", "Casualties", "Agreement", "Negotiation", "Finding", "Situation"}
)
ACTORS = frozenset({"State", "Organization", "Person", "UnnamedSource"})

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


def line_of(style: str) -> LineLook:
    """Return the look of a stance, a status, another style or an edge type."""
    return STANCES.get(style) or STATUSES.get(style) or EXTRAS.get(style) or LINKS.get(style, PLAIN)


def dashes_of(style: str, derived: bool) -> tuple[int, ...]:
    """Return the lengths of dashes and gaps of a line, empty for a solid one; derived lines are dotted.

    Example:
        >>> dashes_of("asserts", False), dashes_of("asserts", True), dashes_of("expects", True)
        ((), (1, 4), (1, 4, 1, 9))
    """
    return _DOTS.get(style, DERIVED_DASHES) if derived else line_of(style).dashes


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it.

    Example:
        >>> mix("#000000", "#ffffff", 0.5)
        '#808080'
    """
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def fill(look: KindLook, theme: str, holds: bool | None = None) -> str:
    """Return what fills the shape: a tint of the paper behind a label, the colour itself, or the paper.

    Args:
        look: the kind's look.
        theme: `light` or `dark`.
        holds: whether a label stands inside; by default when the kind's shape is one that holds its label.
    """
    colour = look.dark if theme == "dark" else look.light
    if not look.filled:
        return PAPER[theme]
    return mix(colour, PAPER[theme], 0.84) if (look.shape == "box" if holds is None else holds) else colour
