"""How one figure moves against another: up, down, narrower, wider or in ways that cannot be ranked."""

from __future__ import annotations

from typing import Literal

from kg.analysis.intervals import bounds_text, numbers, steps
from kg.analysis.world import Figure

Move = Literal["first", "up", "down", "same", "narrower", "wider", "mixed", "higher", "lower", "compatible"]
"""`up` to `mixed` are of one speaker who speaks again; `higher`, `lower` and `compatible` of two speakers."""


def moved(before: Figure, after: Figure) -> tuple[Move, str]:
    """Return how one figure moves against another, and the rule.

    Example:
        >>> from kg.analysis.world import Figure
        >>> moved(Figure(10, 20), Figure(12, 25))[0], moved(Figure(None, 20), Figure(20, 20))[0]
        ('up', 'narrower')
        >>> moved(Figure(10, None), Figure(None, 20))[0]
        'mixed'
    """
    one, other = steps(before), steps(after)
    both = f"{bounds_text(before)} becomes {bounds_text(after)}"
    relation = numbers(one, other)
    if relation == "same":
        return "same", f"the same numbers: {bounds_text(after)}"
    inf = float("inf")
    if one[1] == other[1] == inf or one[0] == other[0] == -inf:
        rises = other > one
        return ("up", f"the only bound rises: {both}") if rises else ("down", f"the only bound falls: {both}")
    if relation == "around":
        return "narrower", f"narrower: {both}"
    if relation == "within":
        return "wider", f"wider: {both}"
    low, high = other[0] - one[0] if one[0] != other[0] else 0, other[1] - one[1] if one[1] != other[1] else 0
    infinite = inf in (abs(low), abs(high))
    if low >= 0 and high >= 0 and not infinite:
        return "up", f"the bounds rise: {both}"
    if low <= 0 and high <= 0 and not infinite:
        return "down", f"the bounds fall: {both}"
    if relation == "apart":
        return (
            ("up", f"every number is higher: {both}")
            if other[0] > one[1]
            else ("down", f"every number is lower: {both}")
        )
    return "mixed", f"the ends move in ways that cannot be ranked: {both}"


def beside(before: Figure, after: Figure) -> tuple[Move, str]:
    """Return how a figure lies to that of another speaker, and the rule; this is no revision.

    Example:
        >>> from kg.analysis.world import Figure
        >>> beside(Figure(650, None), Figure(600, None, low_open=True))
        ('compatible', 'a figure beside it, some number fits both: [650, ?) and (600, ?)')
        >>> beside(Figure(10, 10), Figure(12, 12))[0]
        'higher'
    """
    one, other = steps(before), steps(after)
    both = f"{bounds_text(before)} and {bounds_text(after)}"
    relation = numbers(one, other)
    if relation == "same":
        return "same", f"the same numbers: {bounds_text(after)}"
    if relation == "apart":
        word: Move = "higher" if other[0] > one[1] else "lower"
        return word, f"a figure beside it, every number is {word}: {both}"
    return "compatible", f"a figure beside it, some number fits both: {both}"
