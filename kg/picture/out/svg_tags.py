"""The pieces of an SVG: elements, words, and the colours and hatchings of a theme."""

from __future__ import annotations

from html import escape
from typing import Any

from kg.language.directions import isolated
from kg.picture.looks import PAPER, line_of, mix
from kg.picture.metrics import shown

HATCH_PX = 6


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
    texts = {
        key.replace("_", "-"): number(value) if isinstance(value, (int, float)) else escape(str(value))
        for key, value in given.items()
        if value is not None
    }
    pairs = [f' {name}="{text}"' for name, text in texts.items()]
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
        escape(shown(isolated(text))),
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
