"""Which formats a site can offer."""

from __future__ import annotations

from importlib.util import find_spec

from kg.formats import Format, Of, formats

OFFERED: tuple[Of, ...] = ("facts", "tables")
"""What a format prints that a site offers."""


def writable() -> dict[str, Format]:
    """Return the formats of facts and of tables whose libraries are installed, by name."""
    return {name: each for name, each in formats(*OFFERED).items() if all(map(find_spec, each.needs[1:]))}
