"""The shapes of nodes in an SVG."""

from __future__ import annotations

from html import escape

from kg.picture.drawing import Node, Point
from kg.picture.looks import PAPER, fill, line_of, look_of, mix
from kg.picture.metrics import shown
from kg.picture.out.svg_tags import Paint, number, tag


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
        form = tag("rect", x=x - w, y=y - h, width=2 * w, height=2 * h, fill=outline)
    elif shape == "interval":
        form = _interval(each, outline, line.dashes if line else (), PAPER[paint.theme])
    elif shape == "bracket":
        form = _bracket(each, mix(outline, PAPER[paint.theme], 0.35), mix(outline, PAPER[paint.theme], 0.92))
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
        return tag("g", tag("title", escape(shown(each.full))) + form)
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


def _bracket(each: Node, shade: str, ground: str) -> str:
    """Return pale ends without a line between them.

    An end is square where the bound is included, round where it is not, and an arrow where there is none.
    """
    y, h = each.y, each.height / 2
    left, right = each.x - each.width / 2, each.x + each.width / 2
    parts = [tag("rect", x=left, y=y - h, width=right - left, height=2 * h, fill=ground)]
    for ending, x, way in ((each.left, left, 1), (each.right, right, -1)):
        aside = x + way * 5
        forms: dict[str, tuple[str | float, ...]] = {
            "closed": ("M", aside, y - h, "H", x, "V", y + h, "H", aside),
            "open": ("M", aside, y - h, "Q", x - way * 5, y, aside, y + h),
            "unbounded": ("M", aside, y - h, "L", x, y, "L", aside, y + h),
        }
        d = " ".join(part if isinstance(part, str) else number(part) for part in forms[ending])
        parts.append(tag("path", d=d, fill="none", stroke=shade, stroke_width=2))
    return "".join(parts)


def _interval(each: Node, shade: str, dashes: tuple[int, ...], paper: str) -> str:
    """Return a level line with its ends.

    An end is a bar where the bound is included, a ring where it is not, and an arrow where there is none.
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
            parts.append(tag("circle", cx=x, cy=y, r=h * 0.75, fill=paper, stroke=shade, stroke_width=2.2))
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
