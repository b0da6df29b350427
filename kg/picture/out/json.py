"""A drawing as JSON: every shape, line and text with its place, for other programs."""

from __future__ import annotations

import json
from typing import Any

from kg.picture.drawing import Drawing


def render(drawing: Drawing) -> str:
    """Return one JSON object with the fields of `Drawing`.

    What has its default is left out of nodes and edges, and English is not named.

    Example:
        >>> render(Drawing("network", "Who?", "", (), ())).split()[:2]
        ['{', '"kind":']
    """
    parts: dict[str, Any] = drawing._asdict()
    if drawing.language == "en":
        del parts["language"]
    for key in ("nodes", "edges", "texts", "rules"):
        parts[key] = [_short(item) for item in parts[key]]
    return json.dumps(parts, ensure_ascii=False, indent=1) + "\n"


def _short(item: Any) -> dict[str, Any]:
    defaults = item._field_defaults
    return {
        name: value
        for name, value in item._asdict().items()
        if name not in defaults or value != defaults[name]
    }
