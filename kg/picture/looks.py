"""How each kind, stance and status looks: one table of plain data for every output of every drawing.

Nothing is told by colour alone. Kinds differ in shape and in the mark before the label, stances and statuses
in dashes and in the end of the line, so that the picture survives greyscale and colour blindness. The colours
start from the palette of Okabe and Ito and are darkened (or, for a dark page, lightened) until they stand out
from the page by 3:1 or more.

Source: M. Okabe and K. Ito, "Color Universal Design", 2008; WCAG 2.2, success criterion 1.4.11.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import OWNED, stances, table
from kg.model.line_look import LineLook
from kg.model.looks import OTHER_KIND, KindLook

PAPER = {"light": "#ffffff", "dark": "#14181d"}
"""The colour behind the drawing."""
INK = {"light": "#1b1f24", "dark": "#e8eaed"}
"""The colour of labels."""
SOFT = {"light": "#57606a", "dark": "#a3acb7"}
"""The colour of axis values and remarks."""
GRID = {"light": "#d8dce1", "dark": "#39414b"}
"""The colour of grid lines and the edges of lanes."""

AREAS = {"land": ("#e7e3da", "#2b323a", 1.0), "around": ("#2f7d6b", "#62c4ae", 0.12)}
"""The colour of each sort of ground on a light and a dark page, and how much of it covers what is below."""


DRAWN_ONLY: dict[str, KindLook] = {
    "Cluster": KindLook("cluster", "#646a73", "#a7aeb8"),
    "Cell": KindLook("bar", "#0067a5", "#5db7ec"),
    "NoAnswer": KindLook("gap", "#646a73", "#a7aeb8", filled=False, dashed=True),
    "Gap": KindLook("gap", "#646a73", "#a7aeb8", "?", filled=False, dashed=True),
}
"""Kinds that only drawings know: no node of the graph has such a label."""

KINDS: dict[str, KindLook] = {label: kind.look for label, kind in table.kinds().items()} | DRAWN_ONLY
"""Look by the most special label of a node, in the order of the legend; each kind's own file says it."""

STANCES: dict[str, LineLook] = {word: stance.look for word, stance in stances.STANCES.items()}
"""Look by stance, in the order of the legend."""

STATUSES: dict[str, LineLook] = {
    "supported": LineLook("#3f464e", "#c3cad2", width=2.0),
    "disputed": LineLook("#c23b00", "#ff8552", (9, 3, 2, 3), "bar", 3.5),
    "denied": LineLook("#7a2500", "#ffb08f", (7, 4), "bar", 2.5),
    "unconfirmed": LineLook("#8a6000", "#f0b93a", (4, 4), "circle", 2.5),
    "expected": LineLook("#007a6e", "#3fc9b4", (12, 5)),
    "unknown": LineLook("#646a73", "#a7aeb8", (1, 4), "circle", 1.5),
}
"""Look by status of an event, in the order of the legend."""

EXTRAS: dict[str, LineLook] = {
    "unsourced": LineLook("#555b63", "#bcc3cb", (2, 3), "circle", 2.0),
    "taken-back": LineLook("#555b63", "#bcc3cb", (2, 2), "bar"),
    "no-number": LineLook("#6d747d", "#8f98a3", (3, 5), width=1.5),
    "gap": LineLook("#646a73", "#a7aeb8", (2, 4), width=1.8),
    "unanswered": LineLook("#646a73", "#a7aeb8", (2, 4), width=1.5),
    "heat-1": LineLook("#e0edf4", "#20313e"),
    "heat-2": LineLook("#b8d4e6", "#274153"),
    "heat-3": LineLook("#8fbcd7", "#2e5168"),
    "heat-4": LineLook("#6ba7cb", "#35607a"),
    "heat-5": LineLook("#5298c2", "#396987"),
}
"""Other styles that drawings use."""

HEATS = tuple(style for style in EXTRAS if style.startswith("heat-"))
"""Fills for cells with few to many claims; each leaves its number a contrast of 4.5:1 or more."""

LINKS: dict[str, LineLook] = {
    "RELAYS": LineLook("#3f464e", "#c3cad2", width=2.0),
    "CITED_IN": LineLook("#6d747d", "#8f98a3", width=1.2),
    "ANSWERS": LineLook("#3f464e", "#c3cad2", (3, 4), width=1.6),
    "IN_RETURN_FOR": LineLook("#6d747d", "#8f98a3", (8, 4), width=1.2),
}
"""Look of edge types without a stance that need one of their own; the others are drawn as `PLAIN`."""

PLAIN = LineLook("#858d97", "#78818c", width=1.2)

GENERAL = table.general() | {OWNED}
"""Labels that do not say the kind by themselves."""

EVENTS, CLAIMS = table.labels("event"), table.labels("claim")
CLAIM_EDGES = frozenset(name for name, edge in table.edges().items() if CLAIMS & {*edge.of})
"""Edges from claims: what is said, by whom, about what, and where it is printed."""

POINTS_BACK = frozenset({*stances.SHORTCUTS, "SAID_BY"})
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


def voice_of(kind: str) -> str:
    """Return what nodes of a kind count as when they speak, empty for those that do not."""
    known = table.kinds().get(kind)
    return known.voice if known else ""


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
    look = line_of(style)
    return look.dots if derived else look.dashes


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
