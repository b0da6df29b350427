"""The lines of an SVG: what is certain solid, the rest hatched around it, and their ends."""

from __future__ import annotations

import math

from kg.picture.drawing import Edge, Point
from kg.picture.looks import PAPER, dashes_of, line_of
from kg.picture.out.svg_tags import Paint, number, tag

RIBBON = 4.0
"""Width from which a line is a ribbon: drawn without an arrow."""


def path(points: tuple[Point, ...]) -> str:
    """Return the path of a line: straight, quadratic, or cubic curves joined.

    Example:
        >>> path(((0, 0), (4, 4)))
        'M0 0L4 4'
    """
    at = [f"{number(x)} {number(y)}" for x, y in points]
    letter = {2: "L", 3: "Q"}.get(len(points), "C")
    return f"M{at[0]}{letter}{' '.join(at[1:])}"


def edge(each: Edge, paint: Paint) -> str:
    """Return a line: certain width solid, the rest hatched around it; with its end."""
    look = line_of(each.style)
    shade = paint.line(each.style)
    d = path(each.path)
    ribbon = max(each.low, each.high) >= RIBBON
    dashes = dashes_of(each.style, each.derived)
    if not ribbon:
        cap = "round" if each.derived else None
        line = tag(
            "path",
            d=d,
            fill="none",
            stroke=shade,
            stroke_width=max(1.0, each.high, 2.0 if each.derived else 0),
            stroke_linecap=cap,
            stroke_dasharray=" ".join(map(str, dashes)) or None,
        )
        return line + _end(each, look.end, shade, paint)
    parts = []
    if each.high > each.low:
        if not each.unbounded:
            parts.append(tag("path", d=d, fill="none", stroke=shade, stroke_width=each.high + 1.6))
        parts.append(tag("path", d=d, fill="none", stroke=paint.hatch(shade), stroke_width=each.high))
    if each.low > 0:
        parts.append(tag("path", d=d, fill="none", stroke=shade, stroke_width=each.low))
    return "".join(parts) + _end(each, "arrow", shade, paint)


def _end(each: Edge, form: str, shade: str, paint: Paint) -> str:
    """Return the end of a line at what it speaks about."""
    if each.arrow == "none":
        return ""
    tip, before = (each.path[-1], each.path[-2]) if each.arrow == "end" else (each.path[0], each.path[1])
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    cos, sin = math.cos(angle), math.sin(angle)

    def at(back: float, aside: float) -> str:
        return f"{number(tip[0] - back * cos - aside * sin)} {number(tip[1] - back * sin + aside * cos)}"

    if form == "bar":
        return tag("path", d=f"M{at(1.5, -6)}L{at(1.5, 6)}", stroke=shade, stroke_width=3)
    if form == "circle":
        return tag(
            "circle",
            cx=tip[0] - 4.5 * cos,
            cy=tip[1] - 4.5 * sin,
            r=4,
            fill=PAPER[paint.theme],
            stroke=shade,
            stroke_width=1.8,
        )
    around = PAPER[paint.theme] if max(each.low, each.high) >= RIBBON else None
    return tag("path", d=f"M{at(0, 0)}L{at(9, -4)}L{at(9, 4)}Z", fill=shade, stroke=around)
