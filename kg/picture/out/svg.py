"""A drawing as SVG text: no scripts, no styles, no fonts or pictures from elsewhere.

Equal drawings give equal bytes.

Example:
    >>> from kg.picture.drawing import Drawing, Node
    >>> one = Node("kp", "kp", "State", "hexagon", 0, 0, 32, 28, ("<b>Korea",), (0, 24, "middle"))
    >>> text = render(Drawing("network", "Who?", "Rests on nothing.", (one,), (), box=(-60, -30, 60, 50)))
    >>> "&lt;b&gt;Korea" in text, "<b>" in text
    (True, False)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from kg.language import ENGLISH
from kg.language.interface.words import Words
from kg.picture.credit import NOBODY, Credit
from kg.picture.drawing import Area, Drawing, Node, TextBlock, Theme
from kg.picture.frame import holds
from kg.picture.looks import AREAS, GRID, INK, PAPER, SOFT
from kg.picture.metrics import BOLD, FACE, LINE_PX, ROLE_PX, shown, text_width, wrap
from kg.picture.out.svg_legend import ROW_PX, painted, placed
from kg.picture.out.svg_lines import edge
from kg.picture.out.svg_shapes import node
from kg.picture.out.svg_tags import Paint, number, tag, words

FORMAT = "svg"
OF = "drawing"
ENDINGS = (".svg",)
ABOUT = "vector picture"

NARROWEST, PHONE = 480.0, 360.0
"""Width of a small drawing at least, so that its caption has room; and of one for narrow paper."""
TITLE_PX, CAPTION_PX = 18.0, 12.0
TITLE_LINES, CAPTION_LINES = 10, 14
CHIP_PX = 24.0
"""Height of a line of what was asked with."""


def render(drawing: Drawing, theme: Theme = "light", credit: Credit = NOBODY, *, headed: bool = True) -> str:
    """Return a drawing as an SVG document.

    Args:
        drawing: what to paint; the members of clusters stay inside of them.
        theme: `light` (for print) or `dark`.
        credit: who publishes it, and where.
        headed: whether the question, the finding and what was asked with stand above the picture; not where
            it stands on a page that begins with them.

    Returns:
        UTF-8 text that ends with a newline, in pixels; below the picture stand the legend of its signs,
        the caption and the credit.
    """
    paint = Paint(theme)
    left, top, right, bottom = drawing.box
    spare = max(0.0, (PHONE if drawing.narrow else NARROWEST) - (right - left)) / 2
    left, right = left - spare, right + spare
    room = right - left - 32
    heading = wrap(drawing.headline, room, TITLE_LINES, TITLE_PX, bold=True) if headed else ()
    question = wrap(drawing.heading, room, 2, CAPTION_PX) if headed and drawing.finding else ()
    chips = _chips(drawing.asked if headed else (), room)
    w = Words(drawing.language)
    legend = placed(drawing, w, room)
    below = bottom + (ROW_PX * (legend[-1][2] + 1) + 4 if legend else 0)
    caption = wrap(drawing.caption, room, CAPTION_LINES, CAPTION_PX)
    for each_line in credit.lines(w):
        caption += wrap(each_line, room, 2, CAPTION_PX)
    top -= 26 * len(heading) + 6 + 16 * len(question) + CHIP_PX * len(chips) + 8 * bool(chips)
    end = below + 16 * len(caption) + 14
    inside = {member for each in drawing.nodes for member in each.members}
    body = [tag("rect", x=left, y=top, width=right - left, height=end - top, fill=PAPER[theme])]
    for i, line in enumerate(question):
        body.append(words(line, left + 16, top + 16 + 16 * i, "start", CAPTION_PX, SOFT[theme]))
    under = top + 16 * len(question)
    for i, line in enumerate(heading):
        body.append(words(line, left + 16, under + 24 + 26 * i, "start", TITLE_PX, INK[theme], bold=True))
    for i, row in enumerate(chips):
        body += _row_of_chips(row, left + 16, under + 26 * len(heading) + 24 + CHIP_PX * i, theme)
    body += [_area(each, theme) for each in drawing.areas]
    for rule in drawing.rules:
        shade = SOFT[theme] if rule.role == "axis" else GRID[theme]
        body.append(
            tag(
                "line",
                x1=rule.x1,
                y1=rule.y1,
                x2=rule.x2,
                y2=rule.y2,
                stroke=shade,
                stroke_width=1.2 if rule.role == "axis" else 1,
            )
        )
    body += [
        edge(each, paint) for each in drawing.edges if each.start not in inside and each.end not in inside
    ]
    shown = [each for each in drawing.nodes if each.id not in inside]
    body += [node(each, paint) for each in shown]
    body += [_label(each, theme) for each in shown if each.label and each.shown]
    body += [
        words(each.label, *each.label_at, "middle", ROLE_PX["note"], SOFT[theme], halo=PAPER[theme])
        for each in drawing.edges
        if each.label
    ]
    body += [_text(each, theme) for each in drawing.texts if each.text]
    body += painted(legend, left + 16, bottom + 10, paint)
    for i, line in enumerate(caption):
        body.append(words(line, left + 16, below + 10 + 16 * i, "start", CAPTION_PX, SOFT[theme]))
    wide, high = right - left, end - top
    spoken = "" if drawing.language == ENGLISH else f' xml:lang="{escape(drawing.language)}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(wide)}" height="{number(high)}"'
        f' viewBox="{number(left)} {number(top)} {number(wide)} {number(high)}" role="img"'
        f' aria-labelledby="title desc" font-family="{FACE}" font-size="13" stroke-linejoin="round"{spoken}>'
    )
    told = [words_for("title", drawing.headline), words_for("desc", drawing.caption)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            head,
            *told,
            *paint.definitions(),
            *filter(None, body),
            "</svg>",
            "",
        ]
    )


def _chips(asked: Sequence[str], room: float) -> list[list[tuple[str, float]]]:
    """Return what was asked with in lines, each text with the width of its chip."""
    rows: list[list[tuple[str, float]]] = []
    for text in (line for chip in asked for line in wrap(chip, room - 18, 1, CAPTION_PX)):
        width = text_width(text, CAPTION_PX) + 18
        if rows and sum(wide + 6 for _, wide in rows[-1]) + width <= room:
            rows[-1].append((text, width))
        else:
            rows.append([(text, width)])
    return rows


def _row_of_chips(row: Sequence[tuple[str, float]], x: float, y: float, theme: Theme) -> Iterator[str]:
    for text, width in row:
        yield tag("rect", x=x, y=y - 10, width=width, height=20, rx=10, fill="none", stroke=GRID[theme])
        yield words(text, x + 9, y, "start", CAPTION_PX, SOFT[theme])
        x += width + 6


def words_for(name: str, text: str) -> str:
    """Return the title or description that readers of the screen are given."""
    return f'<{name} id="{name}">{escape(shown(text, 4000))}</{name}>'


def _area(each: Area, theme: Theme) -> str:
    light, dark, cover = AREAS[each.role]
    lines = ["L".join(f"{number(x)} {number(y)}" for x, y in ring) for ring in each.rings]
    paint = {"fill": dark if theme == "dark" else light, "fill_opacity": str(cover) if cover < 1 else None}
    return tag("path", d="".join(f"M{line}Z" for line in lines), **paint)


def _label(each: Node, theme: Theme) -> str:
    dx, dy, anchor = each.label_at
    halo = None if holds(each) else PAPER[theme]
    lines = [
        words(line, each.x + dx, each.y + dy + i * LINE_PX, anchor, 13.0, INK[theme], halo=halo)
        for i, line in enumerate(each.label)
    ]
    return "\n".join(lines)


def _text(each: TextBlock, theme: Theme) -> str:
    shade = SOFT[theme] if each.role in ("axis", "note") else INK[theme]
    return words(
        each.text,
        each.x,
        each.y,
        each.anchor,
        ROLE_PX.get(each.role, 12.0),
        shade,
        bold=each.role in BOLD,
        halo=PAPER[theme],
    )
