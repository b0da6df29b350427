"""What programs that we start get to know of us."""

from __future__ import annotations

import os
from collections.abc import Mapping

PASSWORD = "NEO4J_PASSWORD"
"""The variable that holds the password of a server."""


def for_others(more: Mapping[str, str] = {}) -> dict[str, str]:
    """Return the environment for another program: ours without the password of a server, and more.

    Args:
        more: variables beside it.

    Example:
        >>> PASSWORD in for_others(), for_others({"A": "b"})["A"]
        (False, 'b')
    """
    return {**{name: value for name, value in os.environ.items() if name != PASSWORD}, **more}
