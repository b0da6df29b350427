"""The columns: those of SIPRI's trade register, and ours to the right of them, as our importer reads them."""

from __future__ import annotations

from functools import cache

BETWEEN = "; "
"""What stands between several names or years in one cell."""
MANY = "s"
"""SIPRI's ending of a word for one or several, in brackets."""


@cache
def columns() -> tuple[str, ...]:
    """Return the header.

    Example:
        >>> columns()[:2], columns()[-1], len(columns()) > 16
        (('Recipient', 'Supplier'), 'claim', True)
    """
    from kg.sources.tables.layouts import SHIPPED, layout_named

    headers = layout_named("sipri-order", [SHIPPED]).reader.headers
    return tuple(names[0] for names in headers.values())
