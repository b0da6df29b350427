"""A disk that is full: known whoever says so, and called the same in every command.

The system says it by a number, the engines of the stores, SQLite and Maven in words; an engine may hide it
behind what it made of it.
"""

from __future__ import annotations

import errno
import re

from kg.errors import Problem

FULL = "the disk is full"
_NUMBERS = (errno.ENOSPC, errno.EDQUOT)
_SAID = re.compile(
    r"no space left|os error (?:28|112|122)\b|disk is full|not enough space|disk quota exceeded",
    re.I,
)


def is_full(error: BaseException | str | None) -> bool:
    """Return whether an error, or one that it came from, says that the disk is full.

    Args:
        error: what was raised, or what a program printed.

    Example:
        >>> is_full(OSError(28, "No space left on device")), is_full(OSError(13, "Permission denied"))
        (True, False)
        >>> is_full("I/O error: No space left on device (os error 28)")
        True
    """
    if isinstance(error, str):
        return _SAID.search(error) is not None
    while error is not None:
        if getattr(error, "errno", None) in _NUMBERS or is_full(str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def refused(what: str, error: Exception | str, todo: str, code: str = "") -> Problem:
    """Return what the system refused, with the reason in our words when the disk is full.

    Args:
        what: could not be done.
        error: why, as raised or as a program printed it.
        todo: what to do about any reason.
        code: of the problem.

    Example:
        >>> print(refused("cannot write a.csv", OSError(28, "No space left on device"), "name another path"))
        cannot write a.csv: the disk is full; make room, or name another path
        >>> print(refused("cannot write a.csv", OSError(13, "Permission denied"), "name another path"))
        cannot write a.csv: Permission denied; name another path
    """
    if is_full(error):
        return Problem(f"{what}: {FULL}", todo=f"make room{todo and f', or {todo}'}", code=code)
    reason = getattr(error, "strerror", None) or error
    return Problem(f"{what}: {reason}", todo=getattr(error, "todo", todo), code=code)
