"""The table of looks as the page needs it.

`kg.picture.looks` is the table, for every output of every drawing.
"""

from __future__ import annotations

from typing import Any

from kg.picture.looks import (
    EXTRAS,
    GRID,
    INK,
    KINDS,
    LINKS,
    OTHER_KIND,
    PAPER,
    PLAIN,
    POINTS_BACK,
    SOFT,
    STANCES,
    STATUSES,
    KindLook,
    LineLook,
    dashes_of,
    fill,
)
from kg.picture.metrics import FACE, FONT_PX, LINE_PX, ROLE_PX

Look = dict[str, Any]

SIGNS = {
    "expects": "later",
    "denies": "cross",
    "doubts": "question",
    "cannot-confirm": "question",
    "concerned": "exclaim",
    "retracts": "back",
    "supported": "check",
    "disputed": "versus",
    "denied": "cross",
    "unconfirmed": "question",
    "unknown": "question",
    "unsourced": "question",
}
"""The sign at a shape that tells stance and status beside dashes and colour; none for what is asserted."""


def looks() -> Look:
    """Return paper, ink, letters and the looks of kinds, lines and statuses, in the order of the legend."""
    return {
        "paper": PAPER,
        "ink": INK,
        "soft": SOFT,
        "grid": GRID,
        "face": FACE,
        "font": FONT_PX,
        "line": LINE_PX,
        "roles": ROLE_PX,
        "kinds": {kind: _kind(look) for kind, look in KINDS.items()},
        "otherKind": _kind(OTHER_KIND),
        "stances": _lines(STANCES),
        "statuses": _lines(STATUSES),
        "extras": _lines(EXTRAS),
        "links": _lines(LINKS),
        "plain": _line("", PLAIN),
        "back": sorted(POINTS_BACK),
    }


def _kind(look: KindLook) -> Look:
    return {
        "shape": look.shape,
        "mark": look.mark,
        "dashed": look.dashed,
        "filled": look.filled,
        "light": [look.light, fill(look, "light"), fill(look, "light", holds=True)],
        "dark": [look.dark, fill(look, "dark"), fill(look, "dark", holds=True)],
    }


def _lines(table: dict[str, LineLook]) -> Look:
    return {key: _line(key, look) | {"sign": SIGNS.get(key, "")} for key, look in table.items()}


def _line(style: str, look: LineLook) -> Look:
    """Return the look of a style; `dots` take the place of its dashes where a line is derived."""
    dots = list(dashes_of(style, derived=True))
    return {
        "light": look.light,
        "dark": look.dark,
        "dashes": list(look.dashes),
        "dots": dots,
        "end": look.end,
        "width": look.width,
    }
