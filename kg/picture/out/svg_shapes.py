"""The shapes and lines of an SVG: forms of nodes, ends of lines, hatching."""

from __future__ import annotations

import math
from html import escape
from typing import Any

from kg.picture.drawing import Edge, Node, Point
from kg.picture.looks import PAPER, dashes_of, fill, line_of, look_of, mix
from kg.picture.metrics import plain

HATCH_PX = 6
RIBBON = 4.0
"""Width from which a line is a ribbon: drawn without an arrow."""


def number(value: float) -> str:
    """Return a coordinate with at most one decimal.

    Example:
        >>> number(12.04), number(-0.01)
        ('12', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def tag(name: str, content: str = "", /, **given: Any) -> str:
    """Return an element; underscores in names become hyphens, numbers get one decimal, None is left out."""
    pairs = [
        f' {key.replace("_", "-")}="{number(value) if isinstance(value, (int, float)) else escape(str(value))}"'
        for key, value in given.items()
        if value is not None
    ]
    return f"<{name}{''.join(pairs)}>{content}</{name}>" if content else f"<{name}{''.join(pairs)}/>"


def words(
    text: str,
    x: float,
    y: float,
    anchor: str,
    size: float,
    shade: str,
    *,
    bold: bool = False,
    halo: str | None = None,
) -> str:
    """Return one line of text; `y` is its middle. A halo keeps lines below from touching the letters."""
    around = {"stroke": halo, "stroke_width": 4, "paint_order": "stroke"} if halo else {}
    return tag(
        "text",
        escape(plain(text)),
        x=x,
        y=y + size * 0.35,
        font_size=None if size == 13 else size,
        fill=shade,
        text_anchor=None if anchor == "start" else anchor,
        font_weight="bold" if bold else None,
        unicode_bidi="isolate" if not text.isascii() else None,
        **around,
    )


class Paint:
    """The colours of one theme, and the hatchings that were asked for."""

    def __init__(self, theme: str) -> None:
        """Start without hatchings."""
        self.theme = theme
        self._hatched: dict[str, str] = {}

    def line(self, style: str) -> str:
        """Return the colour of a style."""
        look = line_of(style)
        return look.dark if self.theme == "dark" else look.light

    def hatch(self, colour: str) -> str:
        """Return the paint that hatches in a colour."""
        return f"url(#{self._hatched.setdefault(colour, f'hatch{len(self._hatched)}')})"

    def definitions(self) -> list[str]:
        """Return the hatchings."""
        if not self._hatched:
            return []
        made = [
            tag(
                "pattern",
                tag("rect", width=HATCH_PX, height=HATCH_PX, fill=mix(colour, PAPER[self.theme], 0.86))
                + tag("path", d=f"M0 0V{HATCH_PX}", stroke=colour, stroke_width=2.4),
                id=name,
                width=HATCH_PX,
                height=HATCH_PX,
                patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            )
            for colour, name in self._hatched.items()
        ]
        return [tag("defs", "".join(made))]


def node(each: Node, paint: Paint) -> str:
    """Return the shape of a node, with its whole text for those who point at it."""
    look = look_of(each.kind)
    styled = bool(each.style)
    own = look.dark if paint.theme == "dark" else look.light
    outline = paint.line(each.style) if styled else own
    line = line_of(each.style) if styled else None
    dashes = line.dashes if line else (3, 3) if look.dashed else ()
    small = styled and each.kind == "Claim" and each.shape in ("square", "circle", "triangle")
    if small and dashes:
        dashes = (2, 2)
    stroke = {
        "stroke": outline,
        "stroke_width": line.width if line else 1.5,
        "stroke_dasharray": " ".join(map(str, dashes)) or None,
    }
    inside = outline if small and not dashes else fill(look, paint.theme, each.shape == "box")
    x, y, w, h = each.x, each.y, each.width / 2, each.height / 2
    shape = each.shape
    if shape in ("box", "gap"):
        form = tag(
            "rect",
            x=x - w,
            y=y - h,
            width=2 * w,
            height=2 * h,
            rx=4,
            fill=PAPER[paint.theme] if shape == "gap" else inside,
            **stroke,
        )
    elif shape == "bar":
        form = tag("rect", x=x - w, y=y - h, width=2 * w, height=2 * h, fill=own)
    elif shape == "interval":
        form = _interval(each, outline, line.dashes if line else ())
    elif shape == "cross":
        form = tag(
            "path",
            d=(
                f"M{number(x - w)} {number(y - h)}L{number(x + w)} {number(y + h)}M{number(x + w)}"
                f" {number(y - h)}L{number(x - w)} {number(y + h)}"
            ),
            fill="none",
            stroke=outline,
            stroke_width=3,
        )
    elif shape in ("circle", "cluster"):
        form = tag(
            "ellipse",
            cx=x,
            cy=y,
            rx=w,
            ry=h,
            fill=mix(own, PAPER[paint.theme], 0.84) if shape == "cluster" else inside,
            **stroke,
        )
        if shape == "cluster":
            form += tag(
                "ellipse",
                cx=x,
                cy=y,
                rx=max(1, w - 4),
                ry=max(1, h - 4),
                fill="none",
                stroke=outline,
                stroke_width=1,
            )
    else:
        form = tag(
            "polygon",
            points=" ".join(f"{number(px)},{number(py)}" for px, py in _corners(shape, x, y, w, h)),
            fill=inside,
            **stroke,
        )
    if each.full:
        return tag("g", tag("title", escape(plain(each.full))) + form)
    return form


def _corners(shape: str, x: float, y: float, w: float, h: float) -> list[Point]:
    if shape == "diamond":
        return [(x, y - h), (x + w, y), (x, y + h), (x - w, y)]
    if shape == "triangle":
        return [(x, y - h), (x + w, y + h), (x - w, y + h)]
    if shape == "hexagon":
        return [
            (x - w, y),
            (x - w / 2, y - h),
            (x + w / 2, y - h),
            (x + w, y),
            (x + w / 2, y + h),
            (x - w / 2, y + h),
        ]
    return [(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)]


def _interval(each: Node, shade: str, dashes: tuple[int, ...]) -> str:
    """Return a level line with its ends.

    A bar where the bound is included, a ring where it is not, an arrow where there is none.
    """
    y, h = each.y, each.height / 2
    parts = [
        tag(
            "line",
            x1=each.x - each.width / 2,
            y1=y,
            x2=each.x + each.width / 2,
            y2=y,
            stroke=shade,
            stroke_width=4,
            stroke_dasharray=" ".join(map(str, dashes)) or None,
        )
    ]
    for ending, x, way in (
        (each.left, each.x - each.width / 2, -1),
        (each.right, each.x + each.width / 2, 1),
    ):
        if ending == "closed":
            parts.append(tag("line", x1=x, y1=y - h, x2=x, y2=y + h, stroke=shade, stroke_width=3))
        elif ending == "open":
            parts.append(
                tag("circle", cx=x, cy=y, r=h * 0.75, fill="#ffffff", stroke=shade, stroke_width=2.2)
            )
        elif ending == "unbounded":
            parts.append(
                tag(
                    "path",
                    d=(
                        f"M{number(x - way * 8)} {number(y - h)}L{number(x)}"
                        f" {number(y)}L{number(x - way * 8)} {number(y + h)}"
                    ),
                    fill="none",
                    stroke=shade,
                    stroke_width=2.4,
                )
            )
    return "".join(parts)


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
