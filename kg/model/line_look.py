"""How a line looks: the one shape of colours, dashes and ends that stances, statuses and edges share."""

from __future__ import annotations

from typing import Literal, NamedTuple


class LineLook(NamedTuple):
    """How lines and outlines of one stance, status or edge type are drawn; its words stand elsewhere.

    Attributes:
        light: the colour on a light page.
        dark: the colour on a dark page.
        dashes: lengths of dashes and gaps in pixels; empty for a solid line.
        end: the end of the line at what is spoken about: `arrow`, `bar` (against it) or `circle` (open).
        width: in pixels, of a line or an outline.
        dots: dashes and gaps of a derived line, which is always dotted.
    """

    light: str
    dark: str
    dashes: tuple[int, ...] = ()
    end: Literal["arrow", "bar", "circle"] = "arrow"
    width: float = 2.0
    dots: tuple[int, ...] = (1, 4)
