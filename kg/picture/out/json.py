"""A drawing as JSON: every shape, line and text with its place, for other programs."""

from __future__ import annotations

import json
from typing import Any

from kg.language import ENGLISH
from kg.language.title import Title
from kg.picture.drawing import Drawing, Theme

FORMAT = "json"
OF = "drawing"
ENDINGS = (".json",)
ABOUT = "every shape, line and text with its place"


def render(drawing: Drawing, _theme: Theme = "light") -> str:
    """Return one JSON object with the fields of `Drawing`.

    Nodes and edges leave out what has its default, and English and wide paper are not named. Colours are no
    part of it.

    Example:
        >>> render(Drawing("network", "Who?", "", (), ())).split()[:2]
        ['{', '"kind":']
    """
    parts: dict[str, Any] = drawing._asdict()
    del parts["others"]
    parts |= {f"title_{code}": text for code, text in Title(drawing.title).others.items()}
    told = Title(drawing.finding).others
    parts |= {f"finding_{code}": text for code, text in told.items() if code != drawing.language}
    if drawing.language == ENGLISH:
        del parts["language"]
    if not drawing.narrow:
        del parts["narrow"]
    for key in ("nodes", "edges", "texts", "rules", "areas"):
        parts[key] = [_short(item) for item in parts[key]]
    if not drawing.areas:
        del parts["areas"]
    return json.dumps(parts, ensure_ascii=False, indent=1) + "\n"


def _short(item: Any) -> dict[str, Any]:
    defaults = item._field_defaults
    return {
        name: value
        for name, value in item._asdict().items()
        if name not in defaults or value != defaults[name]
    }
