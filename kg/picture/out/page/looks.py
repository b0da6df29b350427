"""The table of looks as the page needs it.

The table itself is `kg.picture.looks`, for every output of every drawing.
"""

from __future__ import annotations

from typing import Any

from kg.model import stances
from kg.model.line_look import LineLook
from kg.model.looks import OTHER_KIND, KindLook
from kg.model.weighing import AHEAD
from kg.picture.looks import (
    AREAS,
    CLAIM_EDGES,
    EVENTS,
    EXTRAS,
    GRID,
    INK,
    KINDS,
    LINKS,
    PAPER,
    PLAIN,
    POINTS_BACK,
    SOFT,
    STANCES,
    STATUSES,
    dashes_of,
    fill,
)
from kg.picture.metrics import FACE, FONT_PX, LINE_PX, ROLE_PX

Look = dict[str, Any]

SIGNS = {
    **{word: stance.badge for word, stance in stances.STANCES.items()},
    "disputed": "versus",
    "denied": "cross",
    "unconfirmed": "question",
    "expected": "later",
    "unknown": "question",
    "unsourced": "question",
    "taken-back": "back",
}
"""The sign at a shape that tells stance and status beside dashes and colour; none for what is asserted."""


def looks() -> Look:
    """Return paper, ink, letters and the looks of kinds, lines and statuses, in the order of the legend."""
    return {
        "paper": PAPER,
        "ink": INK,
        "soft": SOFT,
        "grid": GRID,
        "areas": {role: list(look) for role, look in AREAS.items()},
        "face": FACE,
        "font": FONT_PX,
        "line": LINE_PX,
        "roles": ROLE_PX,
        "kinds": {kind: _kind(look) for kind, look in KINDS.items()},
        "otherKind": _kind(OTHER_KIND),
        "stances": {key: look | {"side": stances.side_of(key)} for key, look in _lines(STANCES).items()},
        "statuses": _lines(STATUSES),
        "extras": _lines(EXTRAS),
        "links": _lines(LINKS),
        "plain": _line("", PLAIN),
        "back": sorted(POINTS_BACK),
        "events": sorted(EVENTS),
        "claimEdges": sorted(CLAIM_EDGES),
        "ahead": list(AHEAD),
        "noAnswer": stances.NO_ANSWER,
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
