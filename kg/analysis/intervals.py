"""Intervals of numbers: which lies in which, and whether they meet."""

from __future__ import annotations

from functools import lru_cache
from math import inf, nextafter
from typing import Literal

from kg.analysis.world import Figure
from kg.model.bounds import allowed

Relation = Literal["same", "within", "around", "overlap", "apart"]
"""How the first lies to the second; `within` and `around` exclude `same`."""
Steps = tuple[float, float]
"""Ends of an interval, both inclusive."""


def steps(figure: Figure) -> Steps:
    """Return the numbers that a figure allows.

    An absent bound is unknown, so nothing is excluded on that side. A count holds whole numbers only: more
    than 5 begins at 6, but of tonnes right above 5. An approximate number stands for every number that
    rounds to it, half a unit of its last digit that is not zero to either side: about 900 is 850 to 950,
    about 12,000 is 11,500 to 12,500.

    Example:
        >>> from kg.analysis.world import Figure
        >>> steps(Figure(5, None, low_open=True)), steps(Figure(900, 900, approximate=True))
        ((6, inf), (850, 950))
    """
    low, high = allowed(figure.low, figure.high, figure.approximate, figure.whole)
    least, most = -inf if low is None else low, inf if high is None else high
    if figure.low_open:
        least = least + 1 if figure.whole else nextafter(least, inf)
    if figure.high_open:
        most = most - 1 if figure.whole else nextafter(most, -inf)
    return least, most


def numbers(one: Steps, other: Steps) -> Relation:
    """Return how one interval of numbers lies to another.

    Example:
        >>> numbers((10, 10), (0, 20)), numbers((0, 5), (10, 15)), numbers((0, 10), (5, 15))
        ('within', 'apart', 'overlap')
    """
    if one == other:
        return "same"
    if one[1] < other[0] or other[1] < one[0]:
        return "apart"
    if other[0] <= one[0] and one[1] <= other[1]:
        return "within"
    return "around" if one[0] <= other[0] and other[1] <= one[1] else "overlap"


def bounds_text(figure: Figure) -> str:
    """Return a figure as the interval that is compared; `?` is a bound that is not known.

    Example:
        >>> from kg.analysis.world import Figure
        >>> bounds_text(Figure(2000, 10000, high_open=True)), bounds_text(Figure(None, 5000000))
        ('[2,000, 10,000)', '(?, 5,000,000]')
        >>> bounds_text(Figure(900, 900, approximate=True))
        '[850, 950]'
    """
    own = figure
    return _text(own.low, own.high, own.low_open, own.high_open, own.approximate, own.whole)


@lru_cache(10_000, typed=True)
def _text(
    low: float | None, high: float | None, low_open: bool, high_open: bool, approximate: bool, whole: bool
) -> str:
    least, most = allowed(low, high, approximate, whole)
    first = "(?" if least is None else f"{'(' if low_open else '['}{least:,}"
    last = "?)" if most is None else f"{most:,}{')' if high_open else ']'}"
    return f"{first}, {last}"
