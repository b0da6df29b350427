"""What stands on a node, in lines, and how much room it takes."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from kg.export.html.style import KindLook, kind_of, look_of
from kg.export.html.words import NOBODY, day, name_of
from kg.rows import NodeRow

WIDTH = 22
"""Characters of a line of a label."""
LINES = 4
"""Lines of a label at most; the rest is told in the panel."""
FONT_PX = 14
LINE_PX = 14
"""What vis-network moves down from line to line: the size of the font."""
MARGIN_PX = {"top": 5, "right": 7, "bottom": 2, "left": 7}
"""Room between a label and the border of the box around it; vis-network adds 4 above and below."""
FACE = "Arial, Helvetica, 'Liberation Sans', sans-serif"

_YEAR = re.compile(r"\b[12]\d{3}\b")
_NARROW = frozenset("ijltfrI.,:;'|!()[]/\\- \"`1")
_WIDE = frozenset("mwMW@%&—…►▲☼○“")


def wrap(text: str, lines: int = LINES) -> list[str]:
    """Break a text into lines of about 22 characters; what does not fit ends in an ellipsis.

    Example:
        >>> wrap("Artillery shells to Russia, autumn 2023 to October 2024")
        ['Artillery shells to', 'Russia, autumn 2023 to', 'October 2024']
    """
    return textwrap.wrap(
        text[: WIDTH * (lines + 2)], WIDTH, max_lines=lines, placeholder="…", break_on_hyphens=False
    )


def label(node: NodeRow) -> str:
    """Return the label of a node, lines separated by newlines; plain text, never empty.

    An event without a year in its name ends with when it is alleged to have been, a claim with the day of
    the speech, a document with the day of publication. A claim that nobody answers for says so.
    """
    properties = node.properties
    kind = kind_of(node.labels)
    field = {"Claim": "said", "Document": "published"}.get(kind, "period")
    head = str(properties.get("how_many") or "") if kind == "Claim" else ""
    mark = look_of(kind).mark
    parts = wrap(f"{mark} {head or name_of(node)}".strip(), LINES)
    if kind == "Claim" and properties.get("root") and not properties.get("speaker_name"):
        parts.append(NOBODY)
    when = day(properties, field)
    if when and (field != "period" or not _YEAR.search(name_of(node))):
        parts.append(when)
    return "\n".join(parts) or node.id


def text_width(text: str) -> float:
    """Return the width of one line in pixels, a little more than Arial and its equals need."""
    units = 0.0
    for char in text:
        if unicodedata.combining(char):
            continue
        if unicodedata.east_asian_width(char) in "WF":
            units += 1.0
        elif char in _NARROW:
            units += 0.34
        elif char in _WIDE:
            units += 0.9
        else:
            units += 0.7 if char.isupper() else 0.57
    return units * FONT_PX * 1.03


def box(text: str, look: KindLook) -> tuple[float, float, float]:
    """Return width and height of a node with its label, and how far its middle lies below its position.

    All three in pixels at a zoom of 1.
    """
    lines = text.split("\n")
    width = max(text_width(line) for line in lines)
    height = len(lines) * LINE_PX
    if look.shape in ("box", "ellipse"):
        grow = 1.42 if look.shape == "ellipse" else 1.0
        return width * grow + 16, height * grow + 16, 0.0
    return max(width, 2.0 * look.size), 2 * look.size + height + 4, (height + 4) / 2


def lift(box: tuple[float, float, float], look: KindLook) -> int:
    """Return by how many pixels vis-network must move a label: closer to its shape, or above it.

    Args:
        box: as it hangs: the last number below zero for a label above its shape.
        look: the look of the node.
    """
    if look.shape in ("box", "ellipse"):
        return 0
    return -round(2 * look.size - 2 * box[2] + 6) if box[2] < 0 else -7
