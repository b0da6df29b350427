"""A value axis: level or logarithmic, with round values on it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

FACTOR = 30.0
"""How many times the least value the greatest may be on a level axis."""


class Scale(NamedTuple):
    """From values to pixels.

    Attributes:
        first: value at the left end.
        last: value at the right end.
        left: where the axis starts, in pixels.
        right: where it ends.
        log: whether equal ways are equal ratios.
    """

    first: float
    last: float
    left: float
    right: float
    log: bool

    def at(self, value: float) -> float:
        """Return where a value is; what lies beyond an end is at that end.

        Example:
            >>> Scale(1, 100, 0, 200, True).at(10)
            100.0
        """
        if self.log:
            share = (
                (math.log10(value) - math.log10(self.first))
                / (math.log10(self.last) - math.log10(self.first))
                if value > 0
                else 0.0
            )
        else:
            share = (value - self.first) / (self.last - self.first)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)

    def ticks(self) -> list[float]:
        """Return the values to print on the axis: at most twelve.

        Example:
            >>> Scale(0, 12000, 0, 1, False).ticks()
            [0, 2000, 4000, 6000, 8000, 10000, 12000]
            >>> Scale(1000, 200000, 0, 1, True).ticks()
            [1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000]
        """
        if not self.log:
            step = _round_up(self.last / 8)
            return [n * step for n in range(int(self.last / step) + 1)]
        low, high = math.floor(math.log10(self.first)), math.ceil(math.log10(self.last))
        for parts in ((1, 2, 5), (1,)):
            candidates = [
                part * 10**k if k >= 0 else part / 10**-k for k in range(low, high + 1) for part in parts
            ]
            kept = [value for value in candidates if self.first <= value <= self.last]
            if len(kept) <= 9:
                return kept
        return kept[:: -(-len(kept) // 9)]


def scale(values: Iterable[float], left: float, right: float) -> Scale:
    """Return the axis on which some bounds have room.

    Args:
        values: every known bound; those that are not above zero stand at the left end of a logarithmic axis.
        left: where the axis starts, in pixels.
        right: where it ends.

    Example:
        >>> scale([3000, 12000], 0, 100)
        Scale(first=0.0, last=14000, left=0, right=100, log=False)
        >>> scale([10, 5000], 0, 100).log
        True
    """
    known = sorted(values)
    above = [v for v in known if v > 0]
    if not above:
        return Scale(0.0, 1.0, left, right, False)
    if above[-1] / above[0] > FACTOR:
        first = _one_two_five(above[0] / 1.3, down=True)
        first = max(first, 1.0) if above[0] >= 1 else first  # nobody counts halves
        return Scale(first, _one_two_five(above[-1] * 1.3), left, right, True)
    step = _round_up(above[-1] / 8)
    return Scale(0.0, step * math.ceil(above[-1] * 1.08 / step), left, right, False)


def _round_up(value: float) -> float:
    """Return the least of 1, 2, 2.5, 5 times a power of ten that is not below a value."""
    power = 10 ** math.floor(math.log10(value))
    least = next((part * power for part in (1, 2, 2.5, 5, 10) if part * power >= value * 0.999), 10 * power)
    return int(least) if least >= 1 and least == int(least) else max(least, 1) if least < 1 else least


def _one_two_five(value: float, down: bool = False) -> float:
    power: float = 10 ** math.floor(math.log10(value))
    parts = [part * power for part in (1, 2, 5, 10)]
    return (
        max(p for p in parts if p <= value * 1.0001) if down else min(p for p in parts if p >= value * 0.9999)
    )
