"""Comparisons that come again: of a million pairs many compare the same figures, or the same days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import cast

MOST = 50_000
"""How many results of one comparison are kept, those that were wanted last."""


def remembered[**P, T](find: Callable[P, Iterator[T]]) -> Callable[P, Sequence[T]]:
    """Return a function that keeps what it found for equal values.

    Example:
        >>> asked = []
        >>> both = remembered(lambda number: (asked.append(number) or found for found in (number, -number)))
        >>> both(2), both(2), asked
        ((2, -2), (2, -2), [2, 2])
    """

    @lru_cache(MOST)
    def kept(*values: P.args, **named: P.kwargs) -> tuple[T, ...]:
        return tuple(find(*values, **named))

    return cast("Callable[P, Sequence[T]]", kept)
