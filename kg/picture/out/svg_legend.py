"""The legend of an SVG: the signs that stand in the picture, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from kg.language.interface.words import Words
from kg.model.looks import Shape
from kg.picture.drawing import Drawing, Edge, Node
from kg.picture.looks import EXTRAS, INK, KINDS, LINKS, SOFT, STANCES, STATUSES, look_of
from kg.picture.metrics import cut, text_width
from kg.picture.out.svg_lines import edge
from kg.picture.out.svg_shapes import node
from kg.picture.out.svg_tags import Paint, words

ROW_PX = 20.0
_SIZE, _APART = 12.0, 16.0
_KIND_PX, _STYLE_PX = 24.0, 44.0
_MEASURES = ("bar", "interval", "bracket", "cross")
Sign = tuple[str, str, str]
"""What it is (a shape, `style` or `note`), its key, and what it means."""
_WIDE = {"style": _STYLE_PX + 5, "note": 0.0}
Placed = tuple[Sign, float, int]
"""A sign, how far it stands from the left, and in which row."""


def signs(drawing: Drawing, w: Words) -> list[Sign]:
    """Return the signs of a drawing in the order of the legend.

    These are kinds, then stances, statuses and other styles of lines and outlines, then dots and hatching.

    Args:
        drawing: the members of its clusters are inside of them, and no signs of their own.
        w: the words.
    """
    inside = {member for each in drawing.nodes for member in each.members}
    nodes = [each for each in drawing.nodes if each.id not in inside]
    lines = [each for each in drawing.edges if each.start not in inside and each.end not in inside]
    kinds = shapes(drawing)
    styles = ({each.style for each in nodes} | {each.style for each in lines}) - {""}
    known = [key for key in (*STANCES, *STATUSES, *EXTRAS, *LINKS) if key in styles]
    told: list[Sign] = [(kinds[key], key, w.kind(key)) for key in KINDS if key in kinds]
    told += [("style", key, style_words(key, w)) for key in dict.fromkeys([*known, *sorted(styles)])]
    told += [("note", "", w("derived"))] if any(each.derived for each in lines) else []
    return told + ([("note", "", w("hatched"))] if any(each.low != each.high for each in lines) else [])


def shapes(drawing: Drawing) -> dict[str, Shape]:
    """Return the shape that each kind has in a drawing.

    Bars and intervals are measures: their stance or status says what they are.
    """
    return {each.kind: each.shape for each in reversed(drawing.nodes) if each.shape not in _MEASURES}


def style_words(style: str, w: Words) -> str:
    """Return what a style means.

    Example:
        >>> style_words("denied", Words()), style_words("RELAYS", Words("de"))
        ('denied', 'gibt weiter')
    """
    tables = {"stance": STANCES, "status": STATUSES, "extra": EXTRAS}
    return w.either(next((name for name, table in tables.items() if style in table), "edge"), style)


def placed(drawing: Drawing, w: Words, room: float) -> list[Placed]:
    """Return where each sign stands: one after the other in rows of a width."""
    done: list[Placed] = []
    x, row = 0.0, 0
    for form, key, meaning in signs(drawing, w):
        text = cut(meaning, room - _wide(form), _SIZE)
        wide = _wide(form) + text_width(text, _SIZE)
        if x and x + wide > room:
            x, row = 0.0, row + 1
        done.append(((form, key, text), x, row))
        x += wide + _APART
    return done


def painted(legend: list[Placed], left: float, top: float, paint: Paint) -> Iterator[str]:
    """Yield the elements of a legend; `top` is the middle of its first row."""
    for (form, key, text), x, row in legend:
        at, y = left + x, top + ROW_PX * row
        if form not in _WIDE:
            yield _shape(key, form, at + _KIND_PX / 2, y, paint)
        elif form == "style":
            line = Edge("", "", "", "", key, ((at + 2, y), (at + 40, y)), 2.0, 2.0)
            yield edge(line._replace(arrow="none") if key in STATUSES or key in EXTRAS else line, paint)
        yield words(text, at + _wide(form), y, "start", _SIZE, SOFT[paint.theme])


def _shape(kind: str, shape: str, x: float, y: float, paint: Paint) -> str:
    look = look_of(kind)
    box = shape in ("box", "cluster", "gap")
    form = node(Node("", "", kind, cast("Shape", shape), x, y, 18.0 if box else 14.0, 14.0), paint)
    mark = words(look.mark, x, y, "middle", 11.0, INK[paint.theme]) if look.mark and box else ""
    return form + mark


def _wide(form: str) -> float:
    return _WIDE.get(form, _KIND_PX + 5)
