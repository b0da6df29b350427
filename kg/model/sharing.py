"""How a graph is narrowed before it is shared, and how much it then does not hold; read without pydantic."""

from __future__ import annotations

from typing import Any, NamedTuple

FEW = 3
"""Smaller counts are not told: they would point at single facts."""


class Only(NamedTuple):
    """What a graph is narrowed to: nothing is left out by default."""

    collection: str | None = None
    """Id or name of the collection whose documents alone are heard."""
    mark: str | None = None
    """The strictest mark that is shared."""
    reviewed: bool = False
    """Whether only claims are shared that somebody else reviewed."""
    event: str | None = None
    """Id of the event of which alone it tells, with its parts, and what that rests on."""

    @property
    def holds_back(self) -> bool:
        """Whether facts are held back, and not only another collection left out."""
        return self.mark is not None or self.reviewed


ALL = Only()


class HeldBack(NamedTuple):
    """How much of a graph is not shared; it names nothing of that."""

    claims: int = 0
    documents: int = 0
    mark: str | None = None
    """The strictest mark that is shared; None for every mark."""
    reviewed: bool = False
    """Whether only claims are shared that somebody else reviewed."""

    @property
    def record(self) -> dict[str, Any]:
        """The statement for programs; a small count is a text.

        Example:
            >>> HeldBack(4, 1, "green").record
            {'claims': 4, 'documents': 'fewer than 3', 'mark': 'green', 'reviewed': False}
        """
        counts = {name: few(getattr(self, name)) for name in ("claims", "documents")}
        return {**counts, "mark": self.mark, "reviewed": self.reviewed}


def few(count: int) -> int | str:
    """Return a count as it may be told.

    Example:
        >>> few(0), few(2), few(3)
        (0, 'fewer than 3', 3)
    """
    return count if count == 0 or count >= FEW else f"fewer than {FEW}"
