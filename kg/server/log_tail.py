"""The end of a log in one line, for an error message."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Stack frames, rulers, progress dots and Java's own warnings: none of it says what went wrong.
_NOISE = re.compile(r"\s*(at [\w.$/]+\(|\.\.\. \d+ more|[-=.]{5,}|WARNING: |$)|.*Run with '--verbose'")


def digest(lines: Sequence[str], most: int = 8) -> str:
    """Join the last telling lines of a log.

    Args:
        lines: the log.
        most: how many lines at most.

    Returns:
        The lines, ` | ` between them; `it printed nothing` when none says anything.

    Example:
        >>> digest(["Exception: no space", "\\tat org.neo4j.Main.main(Main.java:1)", "", "Stopped."])
        'Exception: no space | Stopped.'
    """
    telling = [line.strip() for line in lines if not _NOISE.match(line)]
    return " | ".join(telling[-most:]) or "it printed nothing"
