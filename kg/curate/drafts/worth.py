"""How much of a proposed claim is filled in, and how much it carries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.model.stances import PLAIN
from kg.model.weighing import UNKNOWN


def worth(claim: Mapping[str, Any]) -> int:
    """Return a number by which proposals are ranked; a known speaker, an event and a denial count most.

    Example:
        >>> worth({"speaker": "kirby", "about": "a-b-guns", "topic": "arms"}), worth({"speaker": "unknown"})
        (7, 0)
    """
    known = claim.get("speaker", UNKNOWN) != UNKNOWN
    stance = claim.get("stance")
    told = 0 if not stance else 1 if stance == PLAIN else 4
    filled = tuple(bool(claim.get(name)) for name in ("topic", "mentions"))
    return int(3 * known + 3 * bool(claim.get("about")) + told + sum(filled))
