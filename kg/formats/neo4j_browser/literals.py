"""Values as Cypher literals, as `:param name => value` takes them."""

from __future__ import annotations

from datetime import date
from typing import Any

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def literal(value: Any) -> str:
    r"""Return a parameter's value as Cypher.

    Args:
        value: text, a number, a truth value, a day, None, or a list of these.

    Example:
        >>> literal(["it's", None, True, date(2024, 10, 13)])
        "['it\\'s', null, true, date('2024-10-13')]"
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(literal(item) for item in value)}]"
    return f"'{str(value).translate(_ESCAPES)}'"
