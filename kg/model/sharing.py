"""The statement of what a graph that is shared does not hold; read without pydantic."""

from __future__ import annotations

from typing import Any, NamedTuple

from kg.errors import number_of

FEW = 3
"""Smaller counts are not told: they would point at single facts."""


class HeldBack(NamedTuple):
    """How much of a graph is not shared; it names nothing of that.

    Example:
        >>> print(HeldBack(3, 1, "green"))
        held back: 3 claims, fewer than 3 documents (marked stricter than green, or withdrawn)
        >>> HeldBack(0, 0, "green").record["claims"], HeldBack(1, 0, None, True).record["claims"]
        (0, 'fewer than 3')
    """

    claims: int = 0
    documents: int = 0
    mark: str | None = None
    """The strictest mark that is shared; None for every mark."""
    reviewed: bool = False
    """Whether only claims that somebody else reviewed are shared."""

    @property
    def record(self) -> dict[str, Any]:
        """The statement for programs; a small count is a text."""
        counts = {name: few(getattr(self, name)) for name in ("claims", "documents")}
        return {**counts, "mark": self.mark, "reviewed": self.reviewed}

    def __str__(self) -> str:
        """Return the statement for people."""
        if not self.claims and not self.documents:
            return f"held back: nothing ({self._why})"
        counts = (("claim", self.claims), ("document", self.documents))
        told = [number_of(n, word) if n >= FEW else f"{few(n)} {word}s" for word, n in counts if n]
        return f"held back: {', '.join(told)} ({self._why})"

    @property
    def _why(self) -> str:
        marked = [f"marked stricter than {self.mark}"] if self.mark else []
        return ", ".join([*marked, *(["not reviewed"] if self.reviewed else []), "or withdrawn"])


def few(count: int) -> int | str:
    """Return a count as it may be told.

    Example:
        >>> few(0), few(2), few(3)
        (0, 'fewer than 3', 3)
    """
    return count if count == 0 or count >= FEW else f"fewer than {FEW}"
