"""Figures as the rows of an engine have them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.analysis.reading import figure_of
from kg.analysis.world import Figure
from kg.load.sql.base import FIGURE

UNIT, TOTAL = FIGURE.index("unit"), FIGURE.index("total")


def figure(columns: Sequence[Any]) -> Figure | None:
    """Return a figure of its columns in the order of `FIGURE`, None where there is none.

    A number without a fraction is a whole number again, as in the facts.

    Example:
        >>> number = [5.0, None, False, False, False, None, "shells", "count", "flow", None]
        >>> figure([*number, "5", "at least 5 shells", None, None, None, None]).low
        5
    """
    if columns[UNIT] is None:
        return None
    own = list(columns)
    for place in (0, 1, TOTAL):
        if isinstance(own[place], float) and own[place].is_integer():
            own[place] = int(own[place])
    own[UNIT + 5] = own[UNIT + 5] or ""
    return figure_of(own)
