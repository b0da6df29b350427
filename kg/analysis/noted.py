"""A list that says what was left out of it."""

from __future__ import annotations


class Noted[T](list[T]):
    """Rows in order.

    Attributes:
        note: what was left out because there is too much, and how to see it; mostly empty.

    Example:
        >>> Noted([1]) == [1], Noted([1]).note
        (True, '')
    """

    note: str = ""
