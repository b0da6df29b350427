"""What every store says when a free statement goes beyond its limits."""

from __future__ import annotations

from kg.errors import Problem


def too_long(name: str, seconds: float) -> Problem:
    """Return the problem of a statement that took longer than it may."""
    return Problem(
        f"{name}: the statement took longer than allowed ({seconds:g} s)",
        todo="narrow the question, or raise --timeout",
    )


def too_much(name: str, allowed: str = "", also: str = "") -> Problem:
    """Return the problem of a statement that needs more memory than it may.

    Args:
        name: how messages call the store.
        allowed: how much that is, where it is known.
        also: what else it may have been.

    Example:
        >>> print(too_much("x", "128 MB"))
        x: the statement was ended: it needs more memory than allowed (128 MB); narrow the question
    """
    bound = f" ({allowed})" if allowed else ""
    return Problem(
        f"{name}: the statement was ended: it needs more memory than allowed{bound}{also}",
        todo="narrow the question",
    )


def megabytes(memory: int) -> str:
    """Return bytes as words.

    Example:
        >>> megabytes(2 * 1024**3)
        '2,048 MB'
    """
    return f"{memory // 1024**2:,} MB"
