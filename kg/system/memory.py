"""Memory that was freed, given back to the system."""

from __future__ import annotations

from contextlib import suppress


def give_back() -> None:
    """Give back what the allocator of C keeps for later, where it has a call for that (glibc); else nothing.

    Worth it after something large was let go: an engine that allocates in several threads leaves gaps in
    which little else fits.

    Example:
        >>> give_back()
    """
    import ctypes

    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
