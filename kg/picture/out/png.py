"""A drawing as a PNG picture: that of the SVG, in pixels."""

from __future__ import annotations

from kg.picture.credit import NOBODY, Credit
from kg.picture.drawing import Drawing, Theme
from kg.picture.out import svg
from kg.picture.out.typeset import typeset

FORMAT = "png"
OF = "drawing"
ENDINGS = (".png",)
ABOUT = "picture in pixels"
NEEDS = ("print", "typst")

ZOOM = 2.0
"""Pixels for each pixel of the drawing, so that print and sharp screens have enough."""
LARGEST = 12_000.0
"""Pixels of the longer side at most; a larger drawing gets fewer pixels."""


def render(drawing: Drawing, theme: Theme = "light", zoom: float = ZOOM, credit: Credit = NOBODY) -> bytes:
    """Return the bytes of a PNG.

    Args:
        drawing: what to paint.
        theme: `light` or `dark`.
        zoom: pixels for each pixel of the drawing.
        credit: who publishes it, and where.

    Raises:
        ExportError: typst cannot read the picture.
    """
    left, top, right, bottom = drawing.box
    longest = max(right - left, bottom - top, 1.0)
    return typeset(svg.render(drawing, theme, credit), "png", zoom=min(zoom, LARGEST / longest))
